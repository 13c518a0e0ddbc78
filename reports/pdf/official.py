"""The page of official documents (GB/T 9704-2012): 22 lines of 28 characters on a fixed grid."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from models.summary.markup import Span
from reports.blocks import (
    Block,
    Document,
    Heading,
    Imprint,
    Masthead,
    PageBreak,
    Paragraph,
    Salutation,
    SignOff,
    Subtitle,
    Table,
    Title,
)
from reports.pdf import styles
from reports.pdf.balance import balance
from reports.pdf.figure_box import FigureBox
from reports.pdf.grid_table import RowDrawing, table_rows
from reports.pdf.imprint import imprint_operators, imprint_rows
from reports.pdf.ink import ASCENT, Ink
from reports.pdf.lines import Line, Measure, compose, single
from reports.pdf.masthead import masthead_operators, masthead_rows
from reports.pdf.paper import A4, MM, Paper
from reports.pdf.styles import CELL
from reports.pdf.type_area import HEIGHT, LEFT, LINES, STEP, TOP, WIDTH, baseline, show

_FLUSH = Measure(WIDTH)
_INDENTED = Measure(WIDTH, 2 * CELL)
_TO_PAGE_NUMBER = 7 * MM
_BODY_WITH_SIGN_OFF = 2

Kind: TypeAlias = Literal["title", "heading", "body", "blank", "sign-off", "table", "break"]


@dataclass(frozen=True)
class Row:
    """What stands on one line of the grid, `x` points from the left edge of the text.

    A row of a table draws itself.
    """

    kind: Kind
    ink: Ink | None = None
    line: Line | None = None
    x: float = 0.0
    draw: RowDrawing | None = None


def draw_official(document: Document, paper: Paper) -> list[FigureBox]:
    """Draw an official document and tell where its figures stand."""
    boxes: list[FigureBox] = []
    pages = _paginate(_rows(document.blocks, paper))
    foot = next((one for one in document.blocks if isinstance(one, Imprint)), None)
    if foot is not None and len(pages[-1]) + imprint_rows(foot, paper) > LINES:
        pages.append([])
    for page, rows in enumerate(pages):
        if page == 0:
            paper.write(_head_operators(document.blocks, paper))
        for place, row in enumerate(rows):
            if row.ink and row.line:
                paper.write([show(row.ink, row.line, row.x, baseline(place, row.ink), paper)])
                boxes += _boxes(row, page, place)
            if row.draw:
                paper.write(row.draw(place))
        if foot is not None and page == len(pages) - 1:
            paper.write(imprint_operators(foot, paper))
        if rows:
            paper.write([_page_number(page + 1, paper, document.page_number)])
        paper.end_page()
    return boxes


def title_lines(text: str) -> list[str]:
    """Return the lines over which a title is spread on paper."""
    paper = Paper(A4, title="", author="")
    return balance(text, styles.TITLE.ink(paper), WIDTH)


def _head_operators(blocks: Iterable[Block], paper: Paper) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Masthead):
            yield from masthead_operators(block, paper)


def _rows(blocks: Iterable[Block], paper: Paper) -> Iterator[Row]:
    in_head = False
    for block in blocks:
        if in_head and not isinstance(block, Title | Subtitle):
            yield Row("blank")
        in_head = isinstance(block, Title | Subtitle)
        if isinstance(block, Table):
            yield from (Row("table", draw=one) for one in table_rows(block, paper))
            yield Row("blank")
        else:
            yield from _block_rows(block, paper)


def _block_rows(block: Block, paper: Paper) -> Iterator[Row]:
    match block:
        case Masthead():
            yield from [Row("blank")] * masthead_rows(block, paper)
        case Title(text):
            yield from _centred(text, styles.TITLE.ink(paper))
        case Subtitle(text):
            yield from _centred(text, styles.SUBTITLE.ink(paper))
        case Salutation(text):
            yield from _flowing("body", (Span(text),), _FLUSH, styles.BODY.ink(paper))
        case Heading(text, level):
            ink = styles.HEADINGS[level].ink(paper)
            yield from _flowing("heading", (Span(text),), _INDENTED, ink)
        case Paragraph(spans):
            yield from _flowing("body", spans, _INDENTED, styles.BODY.ink(paper))
        case SignOff():
            yield from _sign_off(block, styles.BODY.ink(paper))
        case Imprint():
            return
        case PageBreak():
            yield Row("break")
        case _:
            raise TypeError(f"{type(block).__name__} has no place in an official document")


def _centred(text: str, ink: Ink) -> Iterator[Row]:
    for part in balance(text, ink, WIDTH):
        line = single(part, ink)
        yield Row("title", ink, line, (WIDTH - line.width) / 2)


def _flowing(kind: Kind, spans: Sequence[Span], measure: Measure, ink: Ink) -> Iterator[Row]:
    for line in compose(spans, ink, measure):
        yield Row(kind, ink, line, line.indent)


def _sign_off(block: SignOff, ink: Ink) -> Iterator[Row]:
    """Place name and day: centred on each other under a seal (7.3.5.1), else indented (7.3.5.2)."""
    name, day = single(block.name, ink), single(block.day, ink)
    place = _sealed_at if block.is_sealed else _unsealed_at
    name_x, day_x = place(name.width, day.width)
    yield Row("blank")
    yield Row("sign-off", ink, name, name_x)
    yield Row("sign-off", ink, day, day_x)


def _sealed_at(name: float, day: float) -> tuple[float, float]:
    day_x = WIDTH - 4 * CELL - day
    return max(0.0, min(day_x + (day - name) / 2, WIDTH - name)), day_x


def _unsealed_at(name: float, day: float) -> tuple[float, float]:
    """The longer one ends two cells from the edge, the day begins two cells behind the name."""
    if day > name:
        day_x = WIDTH - 2 * CELL - day
        return day_x - 2 * CELL, day_x
    name_x = max(0.0, WIDTH - 2 * CELL - name)
    return name_x, name_x + 2 * CELL


def _paginate(rows: Iterable[Row]) -> list[list[Row]]:
    """Share rows out to pages; no heading ends a page, no page holds the sign-off alone."""
    pages: list[list[Row]] = [[]]
    waiting = list(rows)
    for place, row in enumerate(waiting):
        if row.kind == "break":
            pages.append([])
        elif _starts_sign_off(waiting, place) and len(pages[-1]) + 3 > LINES:
            pages.append(_taken_over(pages[-1], _BODY_WITH_SIGN_OFF))
            pages[-1].append(row)
        elif len(pages[-1]) == LINES:
            pages.append(_taken_over(pages[-1], 0))
            pages[-1].append(row)
        else:
            pages[-1].append(row)
    return [page for page in pages if page]


def _starts_sign_off(rows: Sequence[Row], place: int) -> bool:
    return [one.kind for one in rows[place : place + 2]] == ["blank", "sign-off"]


def _taken_over(page: list[Row], count: int) -> list[Row]:
    """Take the last rows of a page to the next one, with the headings just above them."""
    keep = len(page) - min(count, len(page) - 1)
    while keep > 1 and page[keep - 1].kind == "heading":
        keep -= 1
    taken = page[keep:]
    del page[keep:]
    return taken


def _boxes(row: Row, page: int, place: int) -> Iterator[FigureBox]:
    if row.line is None:
        return
    margin = (STEP - CELL) / 4
    for mark in row.line.marks:
        yield FigureBox(
            mark.figure,
            page,
            LEFT + row.x + mark.left,
            TOP + place * STEP - margin,
            mark.right - mark.left,
            CELL + 2 * margin,
        )


def _page_number(number: int, paper: Paper, place: Literal["outer", "centre"]) -> str:
    ink = styles.PAGE_NUMBER.ink(paper)
    line = single(f"— {number} —", ink)
    if place == "centre":
        x = (WIDTH - line.width) / 2
    elif number % 2:
        x = WIDTH - ink.size - line.width
    else:
        x = ink.size
    return show(ink, line, x, TOP + HEIGHT + _TO_PAGE_NUMBER + ASCENT * ink.size, paper)
