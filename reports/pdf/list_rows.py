"""The rows of a list: ready operators, their heights, and the cells that rows share."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reports.blocks import Table
from reports.pdf import styles
from reports.pdf.cells import PADDING, Cells
from reports.pdf.ink import MIDDLE
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
                {row[place] for row in table.rows},
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

    def place_body(self, row: int, middle: float) -> str:
        """Return the operators of a row's plain cells around the row's middle."""
        place = self._plain[0]
        return self._start(place, middle) + self.bodies[row]

    def place_merged(self, run: Run, middle: float) -> str:
        """Return the operators of a merged cell around the middle of its rows."""
        cells = self._cells[run.column]
        text = self._rows[run.start][run.column]
        return f"{self._start(run.column, middle)}{cells.ink.select} {cells[text]}"

    def _start(self, place: int, middle: float) -> str:
        x = self.grid.edges[place] + PADDING
        y = middle - MIDDLE * self._cells[place].ink.size
        return f"1 0 0 1 {x:.2f} {y:.2f} Tm"

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

    def _set_bodies(self) -> list[str]:
        cells = [self._cells[place] for place in self._plain]
        row_format = self._row_format()
        rows: Sequence[Sequence[str]] = self._rows
        if self._merged:
            rows = [[row[place] for place in self._plain] for row in rows]
        return [
            row_format % tuple([column[text] for column, text in zip(cells, row, strict=True)])
            for row in rows
        ]

    def _row_format(self) -> str:
        """Return how a row moves and changes its pen from cell to cell."""
        lefts = [self.grid.edges[place] for place in self._plain]
        inks = [self._cells[place].ink for place in self._plain]
        steps = [f"{inks[0].select} %s"]
        for (left, right), (before, ink) in zip(pairwise(lefts), pairwise(inks), strict=True):
            drop = MIDDLE * (before.size - ink.size)
            pen = "" if ink is before else ink.select
            steps.append(f" {right - left:.2f} {drop:g} Td{pen} %s")
        return "".join(steps)

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
