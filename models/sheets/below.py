"""Another list that stands under the first one on the same sheet."""

from collections.abc import Sequence

from models.sheets.headers import Header
from models.sheets.labels import MOST_COLUMNS
from models.sheets.vocabulary import is_heading, label_key, numbers_rows
from models.sheets.workbook import Grid

_FIRST_CELLS = 2
_FEWEST_LABELS = 3
_LONGEST_LABEL = 20
_MOST_TITLE_CELLS = 1
_BLANKS = ("", None)


def next_list(grid: Grid, header: Header) -> int | None:
    """Return the row at which another list begins, with its title; None when there is none."""
    known = {label_key(one.heading) for one in header.columns}
    for row in _may_be_headers(grid, header.bottom + 1):
        if _is_other_header(grid, row, known):
            return _with_title(grid, row, header.bottom)
    return None


def _may_be_headers(grid: Grid, first: int) -> list[int]:
    """Return the rows that begin like a header, or say known headings where something new begins."""
    below = range(first, len(grid.rows))
    found = {
        row + 1
        for row in _beginning_blank(grid, range(first - 1, len(grid.rows) - 1))
        if _is_nearly_blank(grid, row) and _says_headings(grid, row + 1)
    }
    for column in range(min(_FIRST_CELLS, grid.width)):
        cells = grid.cells(below, column)
        labels = {cell for cell in set(cells) if _is_numbering(cell)}
        if labels:
            found.update(row for row, cell in zip(below, cells, strict=True) if cell in labels)
    return sorted(found)


def _beginning_blank(grid: Grid, rows: Sequence[int]) -> set[int]:
    """Return the rows of which one of the first two cells is blank, as in all that are nearly so."""
    found: set[int] = set()
    for column in range(min(_FIRST_CELLS, grid.width)):
        cells = grid.cells(rows, column)
        blank = {cell for cell in set(cells) if cell in _BLANKS or not str(cell).strip()}
        if blank:
            found.update(row for row, cell in zip(rows, cells, strict=True) if cell in blank)
    return found


def _is_nearly_blank(grid: Grid, row: int) -> bool:
    filled = 0
    for column, cell in enumerate(grid.rows[row]):
        filled += cell not in _BLANKS and bool(grid.text(row, column).strip())
        if filled > _MOST_TITLE_CELLS:
            return False
    return True


def _says_headings(grid: Grid, row: int) -> bool:
    labels = [label_key(text) for text in grid.texts(row)[:MOST_COLUMNS] if text.strip()]
    return len(labels) >= _FEWEST_LABELS and all(map(is_heading, labels))


def _is_numbering(cell: object) -> bool:
    return isinstance(cell, str) and 0 < len(cell) <= _LONGEST_LABEL and numbers_rows(cell)


def _is_other_header(grid: Grid, row: int, known: set[str]) -> bool:
    labels = [label_key(text) for text in grid.texts(row) if text.strip()]
    words = [
        label
        for label in labels
        if len(label) <= _LONGEST_LABEL and not any(one.isdigit() for one in label)
    ]
    if len(words) < _FEWEST_LABELS or len(words) * 3 < len(labels) * 2:
        return False
    # Half of the same labels is the same header on the next page.
    return 2 * sum(label in known for label in words) < len(words)


def _with_title(grid: Grid, row: int, header_bottom: int) -> int:
    top = row
    while top - 1 > header_bottom and _filled(grid, top - 1) <= _MOST_TITLE_CELLS:
        top -= 1
    return top


def _filled(grid: Grid, row: int) -> int:
    return sum(1 for text in grid.texts(row) if text.strip())
