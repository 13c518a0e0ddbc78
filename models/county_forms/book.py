"""A county form's workbook as it is read: what stands in its cells, boxed or not, and its merges."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from models.sheets.workbook import Merge

CellKind = Literal["blank", "text", "number", "formula", "day", "flag", "error"]


@dataclass(frozen=True, slots=True)
class FormCell:
    """A cell that the workbook has something about: its content, and how a content would show.

    `is_boxed` tells a cell with a line around it; `indent` is how far its text is pushed in.
    """

    kind: CellKind = "blank"
    text: str = ""
    formula: str = ""
    number_format: str = "General"
    is_boxed: bool = False
    is_locked: bool = True
    indent: int = 0


@dataclass(slots=True)
class FormSheet:
    """One sheet: its cells by row and column from 0, and its merges.

    A cell under a merge is not in `cells` unless it is the merge's first.
    """

    name: str
    place: int
    cells: Mapping[tuple[int, int], FormCell]
    merges: tuple[Merge, ...] = ()
    row_count: int = 0
    column_count: int = 0
    is_hidden: bool = False
    is_protected: bool = False
    part: str = ""
    _owners: dict[tuple[int, int], Merge] = field(default_factory=dict)

    def merge_at(self, row: int, column: int) -> Merge | None:
        """Return the merge that covers a place."""
        if not self._owners:
            self._owners.update(
                ((one_row, one_column), one)
                for one in self.merges
                for one_row in range(one.top, min(one.bottom + 1, self.row_count))
                for one_column in range(one.left, min(one.right + 1, self.column_count))
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
