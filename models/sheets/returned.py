"""Lists that come back: the rows an import kept out, with our words about them beside each."""

from collections.abc import Sequence
from dataclasses import replace

from models.sheets.workbook import Grid, show_cell

# The columns that we add behind a list, and the sheet that tells of all its cells.
MARKS = ("原行号", "导入结果", "错误原因")
REMARKS = "导入问题"
_LAST_HEADER_ROW = 40


def without_marks(grid: Grid) -> Grid:
    """Return the sheet without the columns that an import added to it."""
    at = next(filter(None, map(_place, grid.rows[:_LAST_HEADER_ROW])), None)
    if at is None:
        return grid
    merges = tuple(one for one in grid.merges if one.right < at)
    return replace(grid, rows=[row[:at] for row in grid.rows], merges=merges)


def _place(row: Sequence[object]) -> int | None:
    texts = [show_cell(cell).strip() for cell in row]
    if MARKS[0] not in texts:
        return None
    at = texts.index(MARKS[0])
    return at if tuple(texts[at : at + len(MARKS)]) == MARKS else None
