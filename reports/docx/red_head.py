"""The head of a red-headed paper and the foot of its last page, in Word's XML."""

import math
from collections.abc import Iterator
from typing import Final

from reports.blocks import Imprint, Masthead
from reports.docx import styles
from reports.docx.measures import CELL, HEIGHT, LEFT, LINE, TWIPS_A_POINT, WIDTH, cells, twips
from reports.docx.runs import paragraph, run, tab

_RED: Final = "FF0000"
_MARK_TOP: Final = twips(35)
_AROUND_MARK: Final = 40
# The red line hangs over a blank paragraph, 4 mm under the number: half of its row is white too.
_OVER_LINE, _LINE_WEIGHT, _UNDER_LINE = 100, 30, LINE - 99
_SMALL: Final = 14 * TWIPS_A_POINT
_THICK, _THIN = 8, 6  # eighths of a point: 0.35 mm and 0.25 mm


def masthead(head: Masthead) -> Iterator[str]:
    """Yield the paragraphs of the head, which take the rows that they take on paper."""
    half_points = _mark_half_points(head.mark)
    line = half_points * 10 + 2 * _AROUND_MARK
    before = 0 if head.office else _MARK_TOP - _AROUND_MARK
    layout = f'<w:spacing w:before="{before}" w:line="{line}" w:lineRule="exact"/>'
    size = f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
    mark = run(head.mark, styles.TITLE_FONT, _RED).replace("</w:rPr>", f"{size}</w:rPr>", 1)
    yield paragraph(styles.MARK, "" if head.is_preprinted else mark, layout=layout)
    yield from [paragraph(styles.BLANK)] * (1 if head.office else 2)
    yield _number(head)
    if head.office:
        yield _parted(run(head.office, styles.BODY_FONT), run(head.day, styles.BODY_FONT))
    yield _line(head)
    if not head.office:
        yield paragraph(styles.BLANK)


def imprint_table(foot: Imprint) -> str:
    """Return the foot as a table that floats on the lower edge of the type area."""
    copies = run(f"{foot.label}{foot.copy_to}", styles.BODY_FONT)
    hanging = f'<w:ind w:left="{4 * _SMALL}" w:right="{_SMALL}" w:hanging="{3 * _SMALL}"/>'
    printed = "".join(
        (
            run(foot.printer, styles.BODY_FONT),
            tab(styles.BODY_FONT),
            run(f"{foot.day}印发", styles.BODY_FONT),
        )
    )
    stop = f'<w:tabs><w:tab w:val="right" w:pos="{WIDTH - _SMALL}"/></w:tabs>'
    rows = [_row(stop, f'<w:ind w:left="{_SMALL}" w:right="{_SMALL}"/>', printed)]
    if foot.copy_to:
        rows.insert(0, _row("", hanging, copies))
    return (
        '<w:tbl><w:tblPr><w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="margin"'
        f' w:horzAnchor="page" w:tblpX="{LEFT}" w:tblpY="{HEIGHT - len(rows) * LINE}" w:tblpYSpec="bottom"/>'
        f'<w:tblOverlap w:val="never"/><w:tblW w:w="{WIDTH}" w:type="dxa"/>'
        f"<w:tblBorders>{_border('top', _THICK)}{_border('bottom', _THICK)}"
        f'{_border("insideH", _THIN)}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr>"
        f'<w:tblGrid><w:gridCol w:w="{WIDTH}"/></w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def _mark_half_points(mark: str) -> int:
    """Return the size of the mark: 42 points, or less when it would not fit on one line."""
    most = WIDTH / TWIPS_A_POINT / max(cells(mark), 1)
    return min(styles.MARK.half_points, math.floor(most * 2))


def _number(head: Masthead) -> str:
    number = run(head.number, styles.BODY_FONT)
    if not head.signer:
        return paragraph(styles.NUMBER, number)
    signer = run("签发人：", styles.BODY_FONT) + run(head.signer, styles.LEVEL_2_FONT)
    return _parted(number, signer)


def _parted(left: str, right: str) -> str:
    """Return a line with one text at its left and one at its right, a character from the edges."""
    layout = (
        f'<w:tabs><w:tab w:val="right" w:pos="{WIDTH - CELL}"/></w:tabs>'
        f'<w:ind w:left="{CELL}" w:right="{CELL}"/><w:jc w:val="left"/>'
    )
    return paragraph(styles.NUMBER, left + tab(styles.BODY_FONT) + right, layout=layout)


def _line(head: Masthead) -> str:
    if head.is_preprinted:
        height = _OVER_LINE + _LINE_WEIGHT + _UNDER_LINE
        spacing = f'<w:spacing w:line="{height}" w:lineRule="exact"/>'
        return paragraph(styles.BLANK, layout=spacing)
    border = f'<w:top w:val="single" w:sz="12" w:space="0" w:color="{_RED}"/>'
    spacing = f'<w:spacing w:before="{_OVER_LINE}" w:line="{_UNDER_LINE}" w:lineRule="exact"/>'
    return paragraph(styles.BLANK, layout=f"<w:pBdr>{border}</w:pBdr>{spacing}")


def _row(tabs: str, indent: str, runs: str) -> str:
    layout = f'{tabs}<w:snapToGrid w:val="0"/>{indent}'
    cell = f'<w:tcPr><w:tcW w:w="{WIDTH}" w:type="dxa"/></w:tcPr>'
    return f"<w:tr><w:tc>{cell}{paragraph(styles.IMPRINT, runs, layout=layout)}</w:tc></w:tr>"


def _border(edge: str, weight: int) -> str:
    return f'<w:{edge} w:val="single" w:sz="{weight}" w:space="0" w:color="auto"/>'
