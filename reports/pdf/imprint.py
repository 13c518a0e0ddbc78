"""The foot of the last page, 版记 (GB/T 9704-2012, 7.4): copies to, printed by whom and when."""

from collections.abc import Iterator

from models.summary.markup import Span
from reports.blocks import Imprint
from reports.pdf import styles
from reports.pdf.ink import MIDDLE, Ink
from reports.pdf.lines import Line, Measure, compose, single
from reports.pdf.paper import MM, Paper
from reports.pdf.type_area import HEIGHT, STEP, TOP, WIDTH, rule, show

_THICK, _THIN = 0.35 * MM, 0.25 * MM
_GAP_ROWS = 1


def imprint_rows(imprint: Imprint, paper: Paper) -> int:
    """Return how many rows the foot takes, with a blank one above it."""
    return len(_copy_lines(imprint, paper)) + 1 + _GAP_ROWS


def imprint_operators(imprint: Imprint, paper: Paper) -> Iterator[str]:
    """Give the foot, its last line on the lower edge of the type area."""
    ink = styles.IMPRINT.ink(paper)
    copies = _copy_lines(imprint, paper)
    bottom = TOP + HEIGHT
    printed, top = bottom - STEP, bottom - STEP * (len(copies) + 1)
    label = single(imprint.label, ink)
    for place, line in enumerate(copies):
        x = ink.size + ink.width(imprint.label)
        yield _centred(ink, line, x, top + place * STEP, paper)
    if copies:
        yield _centred(ink, label, ink.size, top, paper)
        yield rule(printed, _THIN, paper)
    yield from _printed_line(imprint, ink, printed, paper)
    yield rule(top, _THICK, paper)
    yield rule(bottom, _THICK, paper)


def _copy_lines(imprint: Imprint, paper: Paper) -> list[Line]:
    if not imprint.copy_to:
        return []
    ink = styles.IMPRINT.ink(paper)
    width = WIDTH - 2 * ink.size - ink.width(imprint.label)
    return compose((Span(imprint.copy_to),), ink, Measure(width))


def _printed_line(imprint: Imprint, ink: Ink, top: float, paper: Paper) -> Iterator[str]:
    day = single(f"{imprint.day}印发", ink)
    yield _centred(ink, day, WIDTH - ink.size - day.width, top, paper)
    room = WIDTH - 3 * ink.size - day.width
    narrow = styles.IMPRINT.fitted(imprint.printer, room, paper)
    yield _centred(narrow, single(imprint.printer, narrow), ink.size, top, paper)


def _centred(ink: Ink, line: Line, x: float, top: float, paper: Paper) -> str:
    """Return the operators of a line in the middle of the row that begins at `top`."""
    return show(ink, line, x, top + STEP / 2 + MIDDLE * ink.size, paper)
