"""Places in a workbook: a cell, or a blank within the text of a cell."""

import re
from dataclasses import dataclass

from models.sheets.marks import column_letters

_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A cell of a sheet, counted from 0; `slot` is the n-th blank within its text, -1 the cell."""

    sheet: int
    row: int
    column: int
    slot: int = -1

    @property
    def address(self) -> str:
        """The cell's name as the spreadsheet shows it, such as C5."""
        return address_of(self.row, self.column)

    @property
    def cell(self) -> tuple[int, int]:
        """Row and column."""
        return self.row, self.column


MOST_ROWS, MOST_COLUMNS, MOST_SLOTS = 100_000, 1_000, 100


def position_of(place: Place) -> int:
    """Return a number by which places stand in their order."""
    rows = place.sheet * MOST_ROWS + place.row
    return (rows * MOST_COLUMNS + place.column) * MOST_SLOTS + place.slot + 1


def sheet_of(position: int) -> int:
    """Return the number of the sheet of a place from its position."""
    return position // (MOST_ROWS * MOST_COLUMNS * MOST_SLOTS)


def slot_of(position: int) -> int:
    """Return the number of the blank within a text from the position of its place."""
    return position % MOST_SLOTS - 1


def address_of(row: int, column: int) -> str:
    """Return the name of a cell, such as C5."""
    return f"{column_letters(column)}{row + 1}"


def cell_at(address: str) -> tuple[int, int]:
    """Return row and column from 0 of a cell's name such as C5."""
    found = _ADDRESS.fullmatch(address)
    if found is None:
        raise ValueError(f"no cell is called {address}")
    return int(found[2]) - 1, column_of(found[1])


def column_of(letters: str) -> int:
    """Return the number from 0 of a column's letters."""
    number = 0
    for one in letters:
        number = number * 26 + ord(one) - ord("A") + 1
    return number - 1
