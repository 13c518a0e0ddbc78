"""The parts of a list's page around its rows: head, column header, total, signatures, rules."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reports.blocks import ListHead, Table
from reports.pdf import styles
from reports.pdf.balance import balance
from reports.pdf.cells import PADDING
from reports.pdf.ink import ASCENT, MIDDLE, Ink
from reports.pdf.lines import Line, single
from reports.pdf.list_rows import Grid
from reports.pdf.paper import MM, Paper

_TITLE_LEADING = 1.4
_HEAD_LINE = 9 * MM
_HEADER_HEIGHT = 10 * MM
_LEADING = 1.2
_OUTER, _INNER = 1.5, 0.5
_NOTE_LEADING = 1.4


def head_height(head: ListHead, grid: Grid, paper: Paper) -> float:
    """Return how much room the title and the line under it take."""
    title = len(_title_lines(head, grid, paper)) * styles.LIST_TITLE.size * _TITLE_LEADING
    note = len(_note_lines(head, grid, paper)) * styles.LIST_LINE.size * _NOTE_LEADING
    return title + note + (_HEAD_LINE if head.left or head.middle or head.right else 2 * MM)


def head_operators(head: ListHead, grid: Grid, top: float, paper: Paper) -> Iterator[str]:
    """Give the title, centred, and under it the note, the unit and the date."""
    left, right = grid.edges[0], grid.edges[-1]
    ink = styles.LIST_TITLE.ink(paper)
    baseline = top - ink.size * ASCENT
    for text in _title_lines(head, grid, paper):
        yield _centred(single(text, ink), ink, left, right, baseline)
        baseline -= ink.size * _TITLE_LEADING
    small = styles.LIST_LINE.ink(paper)
    baseline += (ink.size - small.size) * ASCENT
    for text in _note_lines(head, grid, paper):
        yield _centred(single(text, small), small, left, right, baseline)
        baseline -= small.size * _NOTE_LEADING
    under = top - head_height(head, grid, paper) + 2.5 * MM
    if head.left:
        yield small.place(single(head.left, small).arrays, left + PADDING, under)
    if head.middle:
        yield _centred(single(head.middle, small), small, left, right, under)
    if head.right:
        line = single(head.right, small)
        yield small.place(line.arrays, right - PADDING - line.width, under)


def _title_lines(head: ListHead, grid: Grid, paper: Paper) -> list[str]:
    return balance(head.title, styles.LIST_TITLE.ink(paper), grid.edges[-1] - grid.edges[0])


def _note_lines(head: ListHead, grid: Grid, paper: Paper) -> list[str]:
    width = grid.edges[-1] - grid.edges[0]
    return balance(head.note, styles.LIST_LINE.ink(paper), width) if head.note else []


class ColumnHeader:
    """The labels of the columns, drawn once and stamped on every page."""

    def __init__(self, table: Table, grid: Grid, paper: Paper) -> None:
        self._ink = styles.LIST_HEADER.ink(paper)
        self._grid = grid
        self._labels = [
            [
                single(part, self._ink)
                for part in balance(column.label, self._ink, right - left - PADDING)
            ]
            for column, (left, right) in zip(table.columns, pairwise(grid.edges), strict=True)
        ]
        most = max(len(lines) for lines in self._labels)
        self.height = max(_HEADER_HEIGHT, most * self._ink.size * _LEADING + 2 * PADDING)

    def operators(self) -> Iterator[str]:
        """Give the labels, the header's bottom being at 0."""
        leading = self._ink.size * _LEADING
        for lines, (left, right) in zip(self._labels, pairwise(self._grid.edges), strict=True):
            middle = self.height / 2 + (len(lines) - 1) * leading / 2
            for place, line in enumerate(lines):
                baseline = middle - place * leading - MIDDLE * self._ink.size
                yield _centred(line, self._ink, left, right, baseline)


def total_operators(
    table: Table, total: Sequence[str], grid: Grid, middle: float, paper: Paper
) -> Iterator[str]:
    """Give the total: its label fills the empty cells behind it."""
    ink = styles.LIST_TOTAL.ink(paper)
    baseline = middle - MIDDLE * ink.size
    label_end = label_columns(total)
    yield _centred(single(total[0], ink), ink, grid.edges[0], grid.edges[label_end], baseline)
    for place in range(label_end, len(total)):
        if total[place]:
            yield _sum_operators(table, total[place], place, grid, middle, paper)


def label_columns(total: Sequence[str]) -> int:
    """Return how many columns the label of a total fills."""
    return next((place for place in range(1, len(total)) if total[place]), len(total))


def signature_operators(
    labels: Sequence[str], grid: Grid, middle: float, paper: Paper
) -> Iterator[str]:
    """Give the labels of who signs, with room to write behind each."""
    ink = styles.LIST_SIGNATURE.ink(paper)
    left, width = grid.edges[0], grid.edges[-1] - grid.edges[0]
    for place, label in enumerate(labels):
        text = label if label.endswith("：") else f"{label}："
        x = left + PADDING + place * width / len(labels)
        yield ink.place(single(text, ink).arrays, x, middle - MIDDLE * ink.size)


def rules(outer: str, inner: Iterable[str]) -> Iterator[str]:
    """Give the operators that stroke the outer and the inner rules of a table."""
    yield f"{_INNER} w 0 G 2 J n"
    yield from inner
    yield f"S {_OUTER} w n"
    yield outer
    yield "S"


def horizontal(left: float, right: float, y: float) -> str:
    """Return one level rule."""
    return f"{left:.2f} {y:.2f} m {right:.2f} {y:.2f} l"


def vertical(x: float, top: float, bottom: float) -> str:
    """Return one upright rule."""
    return f"{x:.2f} {top:.2f} m {x:.2f} {bottom:.2f} l"


def _centred(line: Line, ink: Ink, left: float, right: float, baseline: float) -> str:
    return ink.place(line.arrays, (left + right - line.width) / 2, baseline)


def _sum_operators(
    table: Table, text: str, place: int, grid: Grid, middle: float, paper: Paper
) -> str:
    """Return one sum, in smaller type when its column is made for smaller numbers."""
    style = styles.LIST_TOTAL
    left, right = grid.edges[place] + PADDING, grid.edges[place + 1] - PADDING
    width = style.ink(paper).width(text)
    ink = paper.ink(style.role, min(style.size, style.size * (right - left) / width))
    line = single(text, ink)
    if table.columns[place].align == "right":
        left = right - line.width
    elif table.columns[place].align == "center":
        left = (left + right - line.width) / 2
    return ink.place(line.arrays, left, middle - MIDDLE * ink.size)
