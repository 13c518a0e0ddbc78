"""Charts on landscape sheets, several a page, with the title of their list and a source note."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reports.blocks import Charts, ListHead
from reports.charts import Bar, Chart, Dot, Mark, Stroke, Tone, Words, lay_out
from reports.pdf import styles
from reports.pdf.ink import Ink
from reports.pdf.lines import single
from reports.pdf.list_parts import head_height, head_operators
from reports.pdf.list_rows import Grid
from reports.pdf.paper import MM, Paper

_MARGIN, _BOTTOM, _FOOTER = 15 * MM, 24 * MM, 9 * MM
_NOTE = 17 * MM
_GAP = 10 * MM
_ROWS = 2
_FEW_YEARS = 5
_FILL: Mapping[Tone, str] = {
    "black": "0 g",
    "grey": "0.45 g",
    "light": "0.72 g",
    "red": "0.702 0.149 0.118 rg",
}


@dataclass(frozen=True)
class ChartSheet:
    """Charts with the head of the list that they belong to."""

    head: ListHead
    block: Charts


class ChartDrawing:
    """Charts over as many pages as they need."""

    def __init__(self, sheet: ChartSheet, paper: Paper) -> None:
        block = sheet.block
        self._block = block
        self._head = sheet.head
        self._paper = paper
        self._grid = Grid((_MARGIN, paper.width - _MARGIN), 8 * MM)
        most = max((len(one.points) for one in block.charts), default=0)
        self._columns = 3 if most <= _FEW_YEARS else 2
        step = self._columns * _ROWS
        self.pages = [
            block.charts[start : start + step] for start in range(0, len(block.charts), step)
        ]

    def draw(self, whole: int) -> None:
        """Draw every page, of `whole` in the document."""
        paper = self._paper
        for charts in self.pages:
            top = paper.height - _MARGIN
            paper.write(head_operators(self._head, self._grid, top, paper))
            under = top - head_height(self._head, self._grid, paper) - 4 * MM
            paper.write(self._page(charts, under))
            paper.write(self._footer(whole))
            paper.end_page()

    def _page(self, charts: tuple[Chart, ...], top: float) -> Iterator[str]:
        width = (self._paper.width - 2 * _MARGIN - (self._columns - 1) * _GAP) / self._columns
        height = (top - _BOTTOM - (_ROWS - 1) * _GAP) / _ROWS
        for place, chart in enumerate(charts):
            row, column = divmod(place, self._columns)
            x = _MARGIN + column * (width + _GAP)
            y = top - row * (height + _GAP)
            yield from chart_operators(chart, (x, y, width, height), self._paper)

    def _footer(self, whole: int) -> Iterator[str]:
        ink = styles.LIST_FOOTER.ink(self._paper)
        line = single(f"第{self._paper.pages + 1}页/共{whole}页", ink)
        yield ink.place(line.arrays, (self._paper.width - line.width) / 2, _FOOTER)
        yield ink.place(single(self._block.note, ink).arrays, _MARGIN, _NOTE)


def chart_operators(
    chart: Chart, place: tuple[float, float, float, float], paper: Paper
) -> Iterator[str]:
    """Give a chart with its top left corner at x, y, in a room of a width and a height."""
    x, y, width, height = place

    def measure(text: str, size: float) -> float:
        return paper.ink("hei", round(size, 1)).width(text)

    for mark in lay_out(chart, width, height, measure):
        yield _drawn(mark, x, y, paper)
    yield "0 g 0 G 0 J"


def _drawn(mark: Mark, x: float, y: float, paper: Paper) -> str:
    match mark:
        case Bar(left, top, width, height, tone):
            bottom = y - top - height
            return f"{_FILL[tone]} {x + left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re f"
        case Stroke(points, tone, width):
            steps = [
                f"{x + px:.2f} {y - py:.2f} {'l' if number else 'm'}"
                for number, (px, py) in enumerate(points)
            ]
            return f"{_pen(tone)} {width} w {' '.join(steps)} S"
        case Dot(px, py, radius, tone):
            # A line of no length with round ends is a disc.
            spot = f"{x + px:.2f} {y - py:.2f}"
            return f"{_pen(tone)} 1 J {2 * radius} w {spot} m {spot} l S 0 J"
        case Words():
            return _words(mark, x, y, paper)


def _words(mark: Words, x: float, y: float, paper: Paper) -> str:
    ink: Ink = paper.ink("hei_bold" if mark.is_title else "hei", round(mark.size, 1))
    line = single(mark.text, ink)
    start = x + mark.x - {"left": 0.0, "center": 0.5, "right": 1.0}[mark.anchor] * line.width
    return f"{_FILL[mark.tone]} {ink.place(line.arrays, start, y - mark.baseline)}"


def _pen(tone: Tone) -> str:
    return _FILL[tone].upper()
