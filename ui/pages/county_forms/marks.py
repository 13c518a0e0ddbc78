"""What the program has to say about the cells of a form, beside what stands in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from models.county_forms.book import FormSheet
from reports.sheet_look import SheetLook

Cell = tuple[int, int]
# wanted: blank and asking for something; offered: a proposal waits; given: a source is named;
# stuck: a source is named and cannot be written; left: the clerk said that it stays blank.
Kind = Literal["", "wanted", "offered", "given", "stuck", "left"]
WORDS: Mapping[Kind, str] = {
    "": "",
    "wanted": "还没对应",
    "offered": "有建议",
    "given": "已对应",
    "stuck": "填不了",
    "left": "不用填",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """What is said about a cell: its kind, what it will show, and a tip in words.

    One that goes on is a further row of a list.
    """

    kind: Kind = ""
    text: str = ""
    tip: str = ""
    is_number: bool = False
    goes_on: bool = False


NOTHING = Mark()


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet with how it looks."""

    sheet: FormSheet
    look: SheetLook


BLANK = Paper(FormSheet(name="", place=0, cells={}), SheetLook())


def spread_of(paper: Paper, marks: Mapping[Cell, Mark]) -> dict[Cell, int]:
    """Return over how many columns a text runs that is neither wrapped nor placed, where it does."""
    sheet = paper.sheet
    found: dict[Cell, int] = {}
    for (row, column), cell in sheet.cells.items():
        look = paper.look.look(row, column)
        if not cell.text or look.is_wrapped or look.across or sheet.merge_at(row, column):
            continue
        end = column + 1
        while end < sheet.column_count and _is_free(paper, marks, (row, end)):
            end += 1
        if end > column + 1:
            found[row, column] = end - column
    return found


def _is_free(paper: Paper, marks: Mapping[Cell, Mark], place: Cell) -> bool:
    has_more = paper.sheet.text(*place) or any(paper.look.look(*place).lines) or place in marks
    return not has_more and paper.sheet.merge_at(*place) is None
