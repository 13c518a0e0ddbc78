"""Another list that stands under the first one on the same sheet."""

from models.sheets.headers import MOST_COLUMNS, Header
from models.sheets.vocabulary import is_heading, label_key, numbers_rows
from models.sheets.workbook import Grid

_FIRST_CELLS = 2
_FEWEST_LABELS = 3
_LONGEST_LABEL = 20
_MOST_TITLE_CELLS = 1


def next_list(grid: Grid, header: Header) -> int | None:
    """Return the row at which another list begins, with its title; None when there is none."""
    known = {label_key(one.heading) for one in header.columns}
    for row in range(header.bottom + 1, len(grid.rows)):
        if _may_be_header(grid, row) and _is_other_header(grid, row, known):
            return _with_title(grid, row, header.bottom)
    return None


def _may_be_header(grid: Grid, row: int) -> bool:
    """Whether a row begins like a header, or says known headings where something new begins."""
    if _begins_like_header(grid, row):
        return True
    return _filled(grid, row - 1) <= _MOST_TITLE_CELLS and _says_headings(grid, row)


def _says_headings(grid: Grid, row: int) -> bool:
    labels = [label_key(text) for text in grid.texts(row)[:MOST_COLUMNS] if text.strip()]
    return len(labels) >= _FEWEST_LABELS and all(map(is_heading, labels))


def _begins_like_header(grid: Grid, row: int) -> bool:
    return any(
        isinstance(cell, str) and cell and len(cell) <= _LONGEST_LABEL and numbers_rows(cell)
        for cell in grid.rows[row][:_FIRST_CELLS]
    )


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
