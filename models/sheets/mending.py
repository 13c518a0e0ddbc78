"""Cells of a list that the clerk mended in the preview; the file itself stays as it is."""

import re
from collections.abc import Mapping
from dataclasses import replace

from models.sheets.marks import column_number
from models.sheets.workbook import Grid

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9]\d*)")


def with_mended_cells(grid: Grid, cells: Mapping[str, str]) -> Grid:
    """Return the sheet with these texts in the cells of these addresses; others are left alone."""
    found = {at: text for address, text in cells.items() if (at := _place(grid, address))}
    if not found:
        return grid
    rows = list(grid.rows)
    for row in {row for row, _ in found}:
        rows[row] = list(rows[row])
    for (row, column), text in found.items():
        rows[row][column] = text
    troubles = {at: why for at, why in grid.troubles.items() if at not in found}
    return replace(grid, rows=rows, troubles=troubles)


def row_of(address: str) -> int:
    """Return the row of a cell as the spreadsheet numbers it, 0 when it is no address."""
    found = _ADDRESS.fullmatch(address)
    return int(found[2]) if found else 0


def _place(grid: Grid, address: str) -> tuple[int, int] | None:
    found = _ADDRESS.fullmatch(address)
    if not found:
        return None
    row, column = int(found[2]) - 1, column_number(found[1])
    return (row, column) if row < len(grid.rows) and column < grid.width else None
