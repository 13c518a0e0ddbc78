"""A table inside an official document: each of its rows takes one line of the grid."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from reports.blocks import Table
from reports.pdf.list_parts import ColumnHeader, horizontal, vertical
from reports.pdf.list_rows import Grid, ListRows
from reports.pdf.paper import Paper
from reports.pdf.styles import CELL
from reports.pdf.type_area import LEFT, STEP, TOP, WIDTH

# Gives the operators of a row that stands on that line of the page.
RowDrawing: TypeAlias = Callable[[int], Iterator[str]]
_WEIGHT = 0.5


def table_rows(table: Table, paper: Paper) -> Iterator[RowDrawing]:
    """Yield the header and the rows of a table; every text has to fit into its line."""
    grid = _grid(table)
    header = ColumnHeader(table, grid, paper)
    rows = ListRows(table, grid, paper)
    yield lambda place: _header(header, grid, place, paper)
    for number in range(len(rows)):
        yield lambda place, number=number: _row(rows, grid, (place, number), paper)  # type: ignore[misc]


def _grid(table: Table) -> Grid:
    whole = sum(column.width for column in table.columns)
    edges = [LEFT]
    for column in table.columns:
        edges.append(edges[-1] + column.width / whole * WIDTH)
    return Grid(tuple(edges), STEP)


def _header(header: ColumnHeader, grid: Grid, place: int, paper: Paper) -> Iterator[str]:
    top, bottom = _edges(place, paper)
    low = (top + bottom - header.height) / 2
    yield f"q 1 0 0 1 0 {low:.2f} cm"
    yield from header.operators()
    yield "Q"
    yield from _rules(grid, top, bottom, is_first=True)


def _row(rows: ListRows, grid: Grid, where: tuple[int, int], paper: Paper) -> Iterator[str]:
    place, number = where
    top, bottom = _edges(place, paper)
    yield f"BT {rows.place_body(number, (top + bottom) / 2)} ET"
    yield from _rules(grid, top, bottom, is_first=place == 0)


def _edges(place: int, paper: Paper) -> tuple[float, float]:
    top = paper.height - (TOP + place * STEP - (STEP - CELL) / 2)
    return top, top - STEP


def _rules(grid: Grid, top: float, bottom: float, *, is_first: bool) -> Iterator[str]:
    left, right = grid.edges[0], grid.edges[-1]
    yield f"{_WEIGHT} w 0 G 2 J n"
    if is_first:
        yield horizontal(left, right, top)
    yield horizontal(left, right, bottom)
    yield from (vertical(x, top, bottom) for x in grid.edges)
    yield "S 0 J"
