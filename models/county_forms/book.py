"""A county form's workbook as the clerk sees it: cells with their looks, merges, widths, heights."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from models.sheets.workbook import Merge

CellKind = Literal["blank", "text", "number", "formula", "day", "flag", "error"]
Edge = Literal["", "hair", "thin", "medium", "thick", "double"]


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks; colours are RRGGBB or blank, the size is in points."""

    font: str = ""
    size: float = 11.0
    is_bold: bool = False
    is_italic: bool = False
    is_underlined: bool = False
    colour: str = ""
    fill: str = ""
    across: Literal["", "left", "center", "right", "fill", "justify"] = ""
    upright: Literal["", "top", "center", "bottom"] = ""
    wraps: bool = False
    indent: int = 0
    left: Edge = ""
    top: Edge = ""
    right: Edge = ""
    bottom: Edge = ""
    number_format: str = "General"

    @property
    def has_border(self) -> bool:
        """Whether any edge of the cell is drawn."""
        return bool(self.left or self.top or self.right or self.bottom)


@dataclass(frozen=True, slots=True)
class FormCell:
    """A cell that the workbook has something about: a content, a look, or both."""

    kind: CellKind = "blank"
    text: str = ""
    formula: str = ""
    look: Look = Look()


@dataclass(slots=True)
class FormSheet:
    """One sheet: its cells by row and column from 0, and how they are laid out.

    `widths` are in characters and `heights` in points, for every row and column of the sheet; what
    is hidden has 0. A cell under a merge is not in `cells` unless it is the merge's first.
    """

    name: str
    place: int
    cells: Mapping[tuple[int, int], FormCell]
    merges: tuple[Merge, ...] = ()
    widths: tuple[float, ...] = ()
    heights: tuple[float, ...] = ()
    is_hidden: bool = False
    is_protected: bool = False
    part: str = ""
    _owners: dict[tuple[int, int], Merge] = field(default_factory=dict)

    @property
    def row_count(self) -> int:
        """The number of rows that have anything."""
        return len(self.heights)

    @property
    def column_count(self) -> int:
        """The number of columns that have anything."""
        return len(self.widths)

    def merge_at(self, row: int, column: int) -> Merge | None:
        """Return the merge that covers a place."""
        if not self._owners:
            self._owners.update(
                ((one_row, one_column), one)
                for one in self.merges
                for one_row in range(one.top, one.bottom + 1)
                for one_column in range(one.left, one.right + 1)
            )
        return self._owners.get((row, column))

    def owner(self, row: int, column: int) -> tuple[int, int]:
        """Return the place whose content shows there: the first of a merge, else the place itself."""
        found = self.merge_at(row, column)
        return (found.top, found.left) if found else (row, column)

    def cell(self, row: int, column: int) -> FormCell:
        """Return what shows at a place; a blank cell where there is nothing."""
        return self.cells.get(self.owner(row, column), NOTHING)

    def text(self, row: int, column: int) -> str:
        """Return the text that shows at a place."""
        return self.cell(row, column).text


@dataclass(frozen=True, slots=True)
class FormBook:
    """A form's workbook: its sheets in order."""

    file_name: str
    sheets: tuple[FormSheet, ...]
    counts_from_1904: bool = False
    has_formulas: bool = False

    def sheet(self, name: str) -> FormSheet | None:
        """Return the sheet of that name."""
        return next((one for one in self.sheets if one.name == name), None)


NOTHING = FormCell()


def read_book(data: bytes, file_name: str) -> FormBook:
    """Return a form's workbook, or raise Problem with one clear sentence."""
    raise NotImplementedError
