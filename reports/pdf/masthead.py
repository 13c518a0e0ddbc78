"""The head of a red-headed paper, 版头 (GB/T 9704-2012, 7.2): issuer, number, signer, red line."""

import math
from collections.abc import Iterator

from reports.blocks import Masthead
from reports.pdf import styles
from reports.pdf.ink import ASCENT, Ink
from reports.pdf.lines import single
from reports.pdf.paper import MM, Paper
from reports.pdf.styles import CELL
from reports.pdf.type_area import STEP, TOP, WIDTH, baseline, rule, show

_MARK_TOP = 35 * MM
_BLANK_ROWS = 2
# The standard says nothing of bulletins, which are set closer.
_BLANK_OVER_ISSUE, _BLANK_UNDER_BULLETIN = 1, 1
_TO_LINE = 4 * MM
_LINE = 0.5 * MM
_RED = "1 0 0 rg"  # on screens and office printers what Y80 M80 is in print


def masthead_rows(head: Masthead, paper: Paper) -> int:
    """Return how many rows of the first page the head takes, with the blank ones under its line."""
    return _last_row(head, paper) + 1 + (_BLANK_UNDER_BULLETIN if head.office else _BLANK_ROWS)


def masthead_operators(head: Masthead, paper: Paper) -> Iterator[str]:
    """Give what is drawn of the head; on a head printed beforehand only what differs by paper."""
    row = _number_row(head, paper)
    yield from _number_line(head, row, paper)
    if head.office:
        yield from _office_line(head, row + 1, paper)
    if head.is_preprinted:
        return
    ink = _mark_ink(head, paper)
    line = single(head.mark, ink)
    mark = show(
        ink, line, (WIDTH - line.width) / 2, TOP + _mark_top(head) + ASCENT * ink.size, paper
    )
    under_number = TOP + _last_row(head, paper) * STEP + CELL
    yield f"q {_RED} {mark} {rule(under_number + _TO_LINE + _LINE / 2, _LINE, paper)} Q"


def _mark_ink(head: Masthead, paper: Paper) -> Ink:
    return styles.MASTHEAD.fitted(head.mark, WIDTH, paper)


def _number_row(head: Masthead, paper: Paper) -> int:
    """Return the row of the number: two blank ones stand between it and the row of the mark."""
    blank = _BLANK_OVER_ISSUE if head.office else _BLANK_ROWS
    return math.floor((_mark_top(head) + _mark_ink(head, paper).size) / STEP) + blank + 1


def _mark_top(head: Masthead) -> float:
    return 0.0 if head.office else _MARK_TOP


def _last_row(head: Masthead, paper: Paper) -> int:
    """Return the row over the red line."""
    return _number_row(head, paper) + (1 if head.office else 0)


def _number_line(head: Masthead, row: int, paper: Paper) -> Iterator[str]:
    ink = styles.BODY.ink(paper)
    number = single(head.number, ink)
    if not head.signer:
        yield show(ink, number, (WIDTH - number.width) / 2, baseline(row, ink), paper)
        return
    yield show(ink, number, CELL, baseline(row, ink), paper)
    name_ink = styles.SIGNER.ink(paper)
    name, label = single(head.signer, name_ink), single("签发人：", ink)
    # The colon keeps its blank half: the name stands behind its whole cell.
    name_x = WIDTH - CELL - name.width
    yield show(ink, label, name_x - ink.width("签发人："), baseline(row, ink), paper)
    yield show(name_ink, name, name_x, baseline(row, name_ink), paper)


def _office_line(head: Masthead, row: int, paper: Paper) -> Iterator[str]:
    ink = styles.BODY.ink(paper)
    day = single(head.day, ink)
    narrow = styles.BODY.fitted(head.office, WIDTH - 3 * CELL - day.width, paper)
    yield show(narrow, single(head.office, narrow), CELL, baseline(row, narrow), paper)
    yield show(ink, day, WIDTH - CELL - day.width, baseline(row, ink), paper)
