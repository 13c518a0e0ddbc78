"""What each column of a sheet goes by when some of its rows are the header."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from models.sheets.vocabulary import numbers_rows, without_brackets
from models.sheets.workbook import Grid

LAST_ROW = 20
MOST_ROWS = 3
MOST_COLUMNS = 256
LONGEST_HEADING = 200

_VALUE = re.compile(
    r"[0-9A-Za-z]{18}|1[3-9]\d{9}"
    r"|(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\s*[-—–~～至到].{1,14})?"
    r"|\d+(?:\.\d+)?(?:人|名|家|户|元|万元|件|处|课时|学时)",
    re.ASCII,
)
# Lines to be filled in stand above a header: 填表单位（盖章）：, 填报日期：2024年3月1日.
_TO_FILL_IN = re.compile(r"(?!其中)[^:：]{2,16}[:：]|(?:填|制|上)[^:：]{1,12}[:：].*")
# Ticks stand under headings, never in them.
_TICKS = frozenset("√✓✔×✗☑")


def labels_at(grid: Grid, top: int, bottom: int) -> list[list[str]]:
    """Return the labels of each column when these rows, from 0, are the header."""
    if bottom < 0:
        return [[] for _column in range(grid.width)]
    bottom = min(bottom, len(grid.rows) - 1)
    rows = [_header_texts(grid, row) for row in range(bottom + 1)]
    filled = _filled_from_merges(grid, rows)
    return _labels(filled[top:], rows[top:])


def header_candidates(grid: Grid) -> Iterator[tuple[int, int, list[list[str]]]]:
    """Yield rows that may be a header, with the labels that each column may go by."""
    height = min(grid.start + LAST_ROW, len(grid.rows))
    rows = [_header_texts(grid, row) for row in range(height)]
    filled = _filled_from_merges(grid, rows)
    are_data = [_is_data(row) for row in rows]
    for top in range(height):
        if sum(1 for text in rows[top] if text) < 2:
            continue
        numbering = [at for at, text in enumerate(filled[top]) if text and numbers_rows(text)]
        for bottom in range(top, min(top + MOST_ROWS, height)):
            if are_data[bottom] or any(rows[bottom][at].isdecimal() for at in numbering):
                break
            yield top, bottom, _labels(filled[top : bottom + 1], rows[top : bottom + 1])


def _header_texts(grid: Grid, row: int) -> list[str]:
    return [
        text.strip() if len(text) <= LONGEST_HEADING else ""
        for text in grid.texts(row)[:MOST_COLUMNS]
    ]


def _is_data(texts: Sequence[str]) -> bool:
    """Whether a row holds a code, a telephone number, a day or a tick, which no heading is."""
    return any(
        text in _TICKS or _VALUE.fullmatch(text) or _TO_FILL_IN.fullmatch(text)
        for text in texts
        if text
    )


def _filled_from_merges(grid: Grid, rows: list[list[str]]) -> list[list[str]]:
    filled = [list(row) for row in rows]
    for merge in grid.merges:
        if merge.top >= len(rows) or merge.left >= MOST_COLUMNS:
            continue
        text = rows[merge.top][merge.left]
        for row in range(merge.top, min(merge.bottom + 1, len(rows))):
            for column in range(merge.left, min(merge.right + 1, len(rows[row]))):
                filled[row][column] = text
    return filled


def _labels(filled: Sequence[list[str]], rows: Sequence[list[str]]) -> list[list[str]]:
    """Return for each column its labels: the joined ones first, the lowest last."""
    carried = [_carried(row, below) for row, below in zip(filled, rows[1:], strict=False)]
    levels = [*carried, filled[-1]]
    found = []
    for cells in zip(*levels, strict=True):
        parts = list(dict.fromkeys(text for text in cells if text))
        joined = "".join(without_brackets(unicodedata.normalize("NFKC", p)) for p in parts)
        found.append(list(dict.fromkeys((joined, *reversed(parts)))) if parts else [])
    return found


def _carried(row: list[str], below: list[str]) -> list[str]:
    """Return a group row in which a blank cell over a label takes the group to its left."""
    carried = list(row)
    for column in range(1, len(row)):
        if not row[column] and below[column] and below[column - 1]:
            carried[column] = carried[column - 1]
    return carried
