"""Certificates of honour: one a sheet, the frame drawn once for a whole batch."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from models.errors import Problem
from reports.blocks import Certificate, Document
from reports.pdf import styles
from reports.pdf.balance import balance
from reports.pdf.certificate_frame import RED, frame, heading_flourish
from reports.pdf.ink import MIDDLE, Ink, show_array
from reports.pdf.lines import Line, Measure, compose_text, single
from reports.pdf.paper import MM, Paper
from reports.pdf.styles import Style

_FRAME = "frame"
_BLACK = "0 0 0"
_LEFT = 46 * MM
_HEADING_BASELINE = 50 * MM
_HEADING_SPACING = 0.42
_TEXT_TOP = 63 * MM
_SIGNED_BOTTOM = 30 * MM
_SEAL = 45 * MM
_SIGNED_WIDTH = 110 * MM
_NUMBER_BASELINE = 27 * MM
_TEXT_SIZES = (22, 20, 18, 16, 14)
_NAME_SIZES = (24, 22, 20, 18, 16, 14)
_HONOUR_SIZES = (34, 32, 30, 28, 26, 24, 22)
_SIGNED_SIZES = (20, 18, 16, 14)
_WRAPPED = 18
_LEADING = 1.65


@dataclass(frozen=True)
class _Placed:
    """A line in its place: x from the left edge, y its baseline from the top."""

    ink: Ink
    line: Line
    x: float
    y: float
    colour: str = _BLACK


def draw_certificates(document: Document, paper: Paper) -> None:
    """Draw one certificate a page."""
    paper.keep(_FRAME, (paper.width, paper.height), frame(paper.width, paper.height))
    for block in document.blocks:
        if not isinstance(block, Certificate):
            raise TypeError(f"{type(block).__name__} has no place among certificates")
        paper.stamp(_FRAME)
        paper.write(_heading(block.heading, paper))
        for placed in [*_text(block, paper), *_signed(block, paper), _number(block, paper)]:
            paper.write(
                [
                    f"{placed.colour} rg",
                    placed.ink.place(placed.line.arrays, placed.x, paper.height - placed.y),
                ]
            )
        paper.end_page()


def _heading(text: str, paper: Paper) -> Iterator[str]:
    ink = styles.CERTIFICATE_HEADING.ink(paper)
    space = _HEADING_SPACING * ink.size
    width = ink.width(text) + space * (len(text) - 1)
    x, y = (paper.width - width) / 2, paper.height - _HEADING_BASELINE
    spaced = f"){-space * 1000 / ink.size:.0f}(".join(ink.spell(char) for char in text)
    # Searched and copied as one word, however wide it is spaced.
    yield f"{RED} rg/Span<</ActualText<FEFF{text.encode('utf-16-be').hex()}>>>BDC"
    yield ink.place(show_array(spaced), x, y)
    yield "EMC"
    yield from heading_flourish(x, x + width, y + MIDDLE * ink.size)


def _text(block: Certificate, paper: Paper) -> list[_Placed]:
    """Set salutation, reasons, honour and closing as large as the room above the seal allows."""
    bottom = paper.height - _SIGNED_BOTTOM - _SEAL
    for size in _TEXT_SIZES:
        placed = list(_text_at(block, size, paper))
        spare = bottom - placed[-1].y
        if spare >= 0:
            return [replace(line, y=line.y + spare / 3) for line in placed]
    raise Problem(f"证书“{block.salutation}”的文字太长，一页放不下", "请缩短事由后再打印。")


def _text_at(block: Certificate, size: float, paper: Paper) -> Iterator[_Placed]:
    width = paper.width - 2 * _LEFT
    y = _TEXT_TOP
    names = [s for s in _NAME_SIZES if s <= size + 2]
    for ink, line in _shrunk(block.salutation, styles.CERTIFICATE_TEXT, names, width, paper):
        y += max(ink.size, size) * _LEADING * 0.9
        yield _Placed(ink, line, _LEFT, y)
    ink = paper.ink(styles.CERTIFICATE_TEXT.role, size)
    measure = Measure(width, 2 * size)
    for paragraph in block.body:
        for line in compose_text(paragraph, ink, measure):
            y += size * _LEADING
            yield _Placed(ink, line, _LEFT + line.indent, y)
    honours = [s for s in _HONOUR_SIZES if s <= size * 1.55] or [22]
    for honour_ink, line in _shrunk(block.honour, styles.CERTIFICATE_HONOUR, honours, width, paper):
        y += honour_ink.size * 1.5
        yield _Placed(honour_ink, line, (paper.width - line.width) / 2, y, RED)
    y += size * 0.25
    for line in compose_text(block.closing, ink, measure):
        y += size * _LEADING
        yield _Placed(ink, line, _LEFT + line.indent, y)


def _signed(block: Certificate, paper: Paper) -> Iterator[_Placed]:
    """Set the date centred under the issuer at the lower right, where the seal goes."""
    issuer = list(
        _shrunk(block.issuer, styles.CERTIFICATE_TEXT, _SIGNED_SIZES, _SIGNED_WIDTH, paper)
    )
    day_ink = issuer[0][0] if issuer else styles.CERTIFICATE_TEXT.ink(paper)
    lines = [*issuer, (day_ink, single(block.day, day_ink))]
    half = max(_SEAL, *(line.width for _, line in lines)) / 2
    middle = paper.width - _LEFT - half
    y = paper.height - _SIGNED_BOTTOM - (len(lines) - 1) * day_ink.size * _LEADING
    for ink, line in lines:
        yield _Placed(ink, line, middle - line.width / 2, y)
        y += ink.size * _LEADING


def _number(block: Certificate, paper: Paper) -> _Placed:
    ink = styles.CERTIFICATE_NUMBER.ink(paper)
    return _Placed(ink, single(block.number, ink), _LEFT, paper.height - _NUMBER_BASELINE)


def _shrunk(
    text: str, style: Style, sizes: Sequence[float], width: float, paper: Paper
) -> Iterator[tuple[Ink, Line]]:
    """Give a text on one line in the largest size that fits, else on balanced lines."""
    for size in sizes:
        ink = paper.ink(style.role, size)
        if ink.width(text) <= width:
            yield ink, single(text, ink)
            return
    ink = paper.ink(style.role, min(_WRAPPED, max(sizes)))
    for line in balance(text, ink, width):
        yield ink, single(line, ink)
