"""The rows of a list: ready operators, their heights, and the cells that rows share."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reports.blocks import Table
from reports.pdf import styles
from reports.pdf.cells import PADDING, Cells
from reports.pdf.paper import MM, Paper


@dataclass(frozen=True)
class Grid:
    """The columns' edges and the height of a plain row, in points."""

    edges: tuple[float, ...]
    row_height: float


def lay_grid(table: Table, left: float, width: float) -> Grid:
    """Share a width out to the columns of a table."""
    whole = sum(column.width for column in table.columns)
    edges = [left]
    for column in table.columns:
        edges.append(edges[-1] + column.width / whole * width)
    return Grid(tuple(edges), table.row_height_mm * MM)


@dataclass(frozen=True)
class Run:
    """Rows that share one merged cell of a column, from `start` up to but not `behind`."""

    column: int
    start: int
    behind: int


class ListRows:
    """A table's rows, each distinct text measured once."""

    def __init__(self, table: Table, grid: Grid, paper: Paper) -> None:
        self.grid = grid
        self._rows = table.rows
        self._merged = [place for place, column in enumerate(table.columns) if column.merge]
        self._plain = [place for place, column in enumerate(table.columns) if not column.merge]
        self._cells = [
            Cells(
                styles.LIST_CELL,
                column.align,
                width=grid.edges[place + 1] - grid.edges[place],
                height=grid.row_height,
                paper=paper,
            )
            for place, column in enumerate(table.columns)
        ]
        self.bodies = self._set_bodies()
        self._measure_merged()
        self._tall = {text for cells in self._cells for text in cells.tall}

    def __len__(self) -> int:
        return len(self.bodies)

    @property
    def body_left(self) -> float:
        """Where a row's operators start."""
        return self.grid.edges[self._plain[0]] + PADDING

    def height(self, row: int, *, starts_page: bool) -> float:
        """Return a row's height; a merged cell weighs on the first row it spans on a page."""
        height = self.grid.row_height
        if self._tall.isdisjoint(self._rows[row]):
            return height
        for place, (cells, text) in enumerate(zip(self._cells, self._rows[row], strict=True)):
            if text not in cells.tall:
                continue
            if place in self._plain or starts_page or self._starts_run(place, row):
                height = max(height, cells.tall[text])
        return height

    def runs(self, start: int, behind: int) -> Iterator[Run]:
        """Give the merged cells of the rows of one page."""
        for column in self._merged:
            begun = start
            for row in range(start + 1, behind):
                if self._starts_run(column, row):
                    yield Run(column, begun, row)
                    begun = row
            yield Run(column, begun, behind)

    def merged_cell(self, run: Run) -> tuple[float, str]:
        """Return where a merged cell's operators start, and the operators."""
        text = self._rows[run.start][run.column]
        return self.grid.edges[run.column] + PADDING, self._cells[run.column][text]

    def _set_bodies(self) -> list[str]:
        cells = [self._cells[place] for place in self._plain]
        lefts = [self.grid.edges[place] for place in self._plain]
        steps = [f" {b - a:.2f} 0 Td%s" for a, b in pairwise(lefts)]
        row_format = "".join(["%s", *steps])
        rows: Sequence[Sequence[str]] = self._rows
        if self._merged:
            rows = [[row[place] for place in self._plain] for row in rows]
        return [
            row_format % tuple([column[text] for column, text in zip(cells, row, strict=True)])
            for row in rows
        ]

    def _measure_merged(self) -> None:
        for place in self._merged:
            for text in {row[place] for row in self._rows}:
                self._cells[place][text]

    def _starts_run(self, column: int, row: int) -> bool:
        """A run ends where its own text or that of a merged column before it changes."""
        if row == 0:
            return True
        above, here = self._rows[row - 1], self._rows[row]
        return any(here[place] != above[place] for place in self._merged if place <= column)
