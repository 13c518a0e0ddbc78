"""Finding mapped places again in a form that was changed since."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from models.county_forms.book import FormBook
from models.county_forms.places import Place
from models.records.county_forms import CountyFormCell

State = Literal["found", "reworded", "ambiguous", "missing"]


@dataclass(frozen=True, slots=True)
class Found:
    """A mapped place and where it is now.

    `found` by the same labels, `reworded` by labels that changed slightly; an `ambiguous` one has
    several `candidates` and a `missing` one has none: neither has a place, and neither is filled.
    `words` say to the clerk what changed, blank when nothing did.
    """

    mapped: CountyFormCell
    state: State
    place: Place | None = None
    candidates: tuple[Place, ...] = ()
    words: str = ""
    rows: int = 1


def find_all(
    mapped: Sequence[CountyFormCell], book: FormBook, year: int | None, before: FormBook | None
) -> list[Found]:
    """Return where each mapped place is in a workbook, in the order given.

    `year` is the year that the workbook is about; `before` is the blank that was mapped, whose
    labels tell a reworded label from another one.
    """
    raise NotImplementedError
