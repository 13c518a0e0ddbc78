"""By which of the sheet's own labels a place is known, kept as text."""

import json
from dataclasses import asdict, dataclass
from typing import cast

from models.county_forms.layout import Layout
from models.county_forms.likeness import plain_label
from models.county_forms.places import Place
from models.county_forms.wants import Way, slot_at, slot_label

FARTHEST_NEIGHBOUR = 8


@dataclass(frozen=True, slots=True)
class Anchor:
    """The labels of a place, outermost first, with years told from the form's own.

    `occurrence` counts from 0 among the `occurrences` places of the sheet with the same labels;
    `above` and `below` are the labels of the rows before and after. A cell in a box and one outside
    are told apart: the blanks beside a table are not the table's.
    """

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
    is_boxed: bool = True

    @property
    def words(self) -> str:
        """How the clerk is told which place is meant."""
        said = [*self.rows[-2:], *self.columns[-2:], self.slot]
        return " · ".join(dict.fromkeys(one for one in said if one)) or self.section

    @property
    def labels(self) -> tuple[object, ...]:
        """What makes two places of a sheet the same."""
        return self.way, self.rows, self.columns, self.section, self.slot, self.is_boxed


def anchor_for(layout: Layout, place: Place, way: Way) -> Anchor:
    """Return the labels of a place; how often they occur is counted by whoever knows the others."""
    sheet = layout.sheet.name
    section = layout.section(place.row)
    if way == "slot":
        slot = slot_label(layout, place.cell, slot_at(layout, place))
        return Anchor(way, sheet, section=section, slot=plain_label(slot, layout.year))
    columns = layout.labels_above(place.cell)
    if way == "column":
        return Anchor(way, sheet, columns=columns, section=section)
    return Anchor(
        way,
        sheet,
        layout.labels_left(place.cell),
        columns,
        section,
        above=_row_label(layout, place, -1),
        below=_row_label(layout, place, 1),
        is_boxed=layout.cell(place.cell).is_boxed,
    )


def anchor_as_text(anchor: Anchor) -> str:
    """Return an anchor as the office file keeps it."""
    kept = {name: value for name, value in asdict(anchor).items() if value not in ("", ())}
    return json.dumps(kept, ensure_ascii=False)


def anchor_from(text: str) -> Anchor:
    """Return the anchor that a text keeps."""
    kept = json.loads(text)
    return Anchor(
        way=cast("Way", str(kept.get("way", "cell"))),
        sheet=str(kept.get("sheet", "")),
        rows=tuple(map(str, kept.get("rows", ()))),
        columns=tuple(map(str, kept.get("columns", ()))),
        section=str(kept.get("section", "")),
        slot=str(kept.get("slot", "")),
        occurrence=int(kept.get("occurrence", 0)),
        occurrences=int(kept.get("occurrences", 1)),
        above=str(kept.get("above", "")),
        below=str(kept.get("below", "")),
        is_boxed=bool(kept.get("is_boxed", True)),
    )


def _row_label(layout: Layout, place: Place, step: int) -> str:
    """Return the innermost label of the next row that has one, up or down."""
    rows = range(place.row + step, place.row + step * FARTHEST_NEIGHBOUR, step)
    said = (layout.labels_left((row, place.column)) for row in rows if 0 <= row < layout.rows)
    return next((one[-1] for one in said if one), "")
