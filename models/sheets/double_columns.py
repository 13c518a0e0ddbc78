"""Columns that hold somebody's name and telephone number in one cell."""

import re
from collections.abc import Iterator
from dataclasses import replace

from models.sheets.workbook import Grid, show_cell

_LAST_ROW = 20
_MOST_COLUMNS = 256
_PHONE_WORDS = r"(?:联系)?(?:电话|方式|手机)(?:号码?)?"
_HEADING = re.compile(
    rf"([一-鿿]{{2,8}}?)(?:(?:及其?|和|与|、|/|／|，|,){_PHONE_WORDS}|[(（]{_PHONE_WORDS}[)）])"
)
_PHONE = re.compile(r"(?<![\d-])(?:1\d{10}|(?:0\d{2,3}[-—－]?)?[2-9]\d{6,7})(?![\d-])")
_BESIDE = " \t\n\r　()（）:：、,，/／;；-—"
_Column = tuple[int, int, str]


def split_phones(grid: Grid) -> Grid:
    """Return the sheet with such numbers in columns of their own behind all others."""
    for row, column, person in list(_columns(grid)):
        grid = _split(grid, row, column, person)
    return grid


def _columns(grid: Grid) -> Iterator[_Column]:
    """Yield the headings of such columns: most filled cells below hold a name and a number."""
    for row, cells in enumerate(grid.rows[:_LAST_ROW]):
        for column, cell in enumerate(cells[:_MOST_COLUMNS]):
            found = _HEADING.fullmatch("".join(cell.split())) if isinstance(cell, str) else None
            if found and _holds_both(grid, row, column):
                yield row, column, found[1]


def _holds_both(grid: Grid, row: int, column: int) -> bool:
    texts = [text for line in grid.rows[row + 1 :] if (text := show_cell(line[column]).strip())]
    both = sum(1 for text in texts if all(_parts(text)))
    return both * 2 > len(texts)


def _parts(text: str) -> tuple[str, str]:
    """Return the name and the numbers of a cell."""
    phones = "、".join(_PHONE.findall(text))
    return _PHONE.sub(" ", text).strip(_BESIDE), phones


def _split(grid: Grid, header: int, column: int, person: str) -> Grid:
    width = grid.width
    rows: list[list[object]] = []
    places = dict(grid.places)
    for row, line in enumerate(grid.rows):
        kept, phone = line[column], ""
        if row == header:
            kept, phone = person, f"{person}联系电话"
        elif row > header and (found := _parts(show_cell(kept)))[1]:
            kept, phone = found
        places[row, width] = grid.place(row, column)
        rows.append([*line[:column], kept, *line[column + 1 :], phone])
    return replace(grid, rows=rows, places=places)
