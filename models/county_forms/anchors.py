"""By which of the sheet's own labels a place is known, kept as text."""

from dataclasses import dataclass

from models.county_forms.wants import Way


@dataclass(frozen=True, slots=True)
class Anchor:
    """The labels of a place, outermost first, normalised; `occurrence` counts equal ones from 0."""

    way: Way
    sheet: str
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    section: str = ""
    slot: str = ""
    occurrence: int = 0
    occurrences: int = 1
    above: str = ""
    below: str = ""

    @property
    def words(self) -> str:
        """How the clerk is told which place is meant."""
        said = [*self.rows, *self.columns, self.slot]
        return " · ".join(one for one in said if one) or self.section


def anchor_as_text(anchor: Anchor) -> str:
    """Return an anchor as the office file keeps it."""
    raise NotImplementedError


def anchor_from(text: str) -> Anchor:
    """Return the anchor that a text keeps."""
    raise NotImplementedError
