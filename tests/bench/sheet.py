"""Where everything of the benchmark roster stands: what all its writers share, in points."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts"
FONTS = {
    "title": "NotoSerifSC-Black-TGH.ttf",
    "fang": "FandolFang-TT.ttf",
    "hei": "NotoSansSC-Regular-TGH.ttf",
    "song": "NotoSerifSC-Regular-L2.ttf",
}
MM = 72 / 25.4
SIZE = (297 * MM, 210 * MM)
MARGIN, BOTTOM, FOOTER = 15 * MM, 17 * MM, 9 * MM
HEADER, ROW, PADDING, TEXT = 10 * MM, 8 * MM, 1.2 * MM, 10.5
HEAD = 28 + 9 * MM
TITLE_Y = SIZE[1] - MARGIN - 20 * 0.88
LINE_Y = SIZE[1] - MARGIN - HEAD + 2.5 * MM
SIGNATURE = 14 * MM
MIDDLE = 0.38


@dataclass(frozen=True, slots=True)
class Page:
    """The rows of one page and the edges between them, header and total included."""

    number: int
    rows: Sequence[list[str]]
    header_top: float
    is_last: bool

    @property
    def is_first(self) -> bool:
        """Whether the title stands on this page."""
        return self.number == 1

    @property
    def top(self) -> float:
        """Return where the first row begins."""
        return self.header_top - HEADER

    @property
    def bottom(self) -> float:
        """Return where the last row ends."""
        return self.top - len(self.rows) * ROW

    @property
    def levels(self) -> list[float]:
        """Return the heights of all level rules."""
        count = len(self.rows) + self.is_last
        return [self.header_top, *(self.top - place * ROW for place in range(count + 1))]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The columns and the pages."""

    headings: list[str]
    aligns: list[str]
    edges: list[float]
    pages: list[Page]

    @property
    def lefts(self) -> list[float]:
        """Return where left-aligned text begins."""
        return [edge + PADDING for edge in self.edges[:-1]]

    @property
    def rooms(self) -> list[float]:
        """Return how much text fits into each column."""
        pairs = zip(self.edges, self.edges[1:], strict=False)
        return [right - left - 2 * PADDING for left, right in pairs]

    @property
    def anchors(self) -> list[float]:
        """Return the point of each column at which its text is aligned."""
        share = {"left": 0.0, "center": 0.5, "right": 1.0}
        columns = zip(self.lefts, self.rooms, self.aligns, strict=True)
        return [left + room * share[align] for left, room, align in columns]

    def footer(self, page: Page) -> str:
        """Return the page's number in words."""
        return f"第{page.number}页/共{len(self.pages)}页"


def lay_out(columns: Sequence[tuple[str, float, str]], rows: Sequence[list[str]]) -> Sheet:
    """Share the width out to the columns and the rows out to the pages."""
    unit = (SIZE[0] - 2 * MARGIN) / sum(width for _, width, _ in columns)
    edges = list(accumulate((width * unit for _, width, _ in columns), initial=MARGIN))
    return Sheet([one[0] for one in columns], [one[2] for one in columns], edges, _pages(rows))


def baseline(top: float, height: float) -> float:
    """Return the baseline of text in the middle of a row."""
    return top - height / 2 - MIDDLE * TEXT


def signature_x(place: int) -> float:
    """Return where a signature's label begins."""
    return MARGIN + PADDING + place * (SIZE[0] - 2 * MARGIN) / 3


def signature_y(page: Page) -> float:
    """Return the baseline of the signatures."""
    return page.bottom - ROW - SIGNATURE / 2 - MIDDLE * 12


def _pages(rows: Sequence[list[str]]) -> list[Page]:
    pages: list[Page] = []
    start = 0
    while start < len(rows) or not pages:
        header_top = SIZE[1] - MARGIN - (0 if pages else HEAD)
        room = int((header_top - HEADER - BOTTOM) / ROW + 1e-9)
        behind = min(start + room, len(rows))
        has_tail = behind == len(rows) and behind - start <= room - 3
        if behind == len(rows) and not has_tail:
            behind = max(start + 1, behind - 2)  # the total never stands alone
        pages.append(Page(len(pages) + 1, rows[start:behind], header_top, has_tail))
        start = behind
        if has_tail:
            break
    return pages
