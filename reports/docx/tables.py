"""Tables inside an official document, as Word's: a header that repeats, ruled cells."""

from typing import Final

from reports.blocks import Align, Column, Table
from reports.docx import styles
from reports.docx.measures import LINE, WIDTH
from reports.docx.runs import paragraph, run

_WEIGHT: Final = 4  # eighths of a point
_EDGES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")
_PADDING: Final = 60
_HEADER: Final = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_ROW: Final = "<w:trPr><w:cantSplit/></w:trPr>"


def table(block: Table) -> str:
    """Return a table as wide as the type area."""
    widths = _widths(block)
    borders = "".join(
        f'<w:{edge} w:val="single" w:sz="{_WEIGHT}" w:space="0" w:color="auto"/>' for edge in _EDGES
    )
    margins = "".join(f'<w:{edge} w:w="{_PADDING}" w:type="dxa"/>' for edge in ("left", "right"))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    labels = tuple(column.label for column in block.columns)
    rows = [_row(block, widths, labels, is_header=True)]
    rows += [_row(block, widths, texts, is_header=False) for texts in block.rows]
    if block.total:
        rows.append(_row(block, widths, block.total, is_header=False))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{WIDTH}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _widths(block: Table) -> list[int]:
    whole = sum(column.width for column in block.columns)
    return [int(column.width / whole * WIDTH) for column in block.columns]


def _row(block: Table, widths: list[int], texts: tuple[str, ...], *, is_header: bool) -> str:
    cells = "".join(
        _cell(column, width, text, is_header=is_header)
        for column, width, text in zip(block.columns, widths, texts, strict=True)
    )
    height = f'<w:trHeight w:val="{LINE}" w:hRule="atLeast"/>'
    properties = (_HEADER if is_header else _ROW).replace(
        "<w:cantSplit/>", f"<w:cantSplit/>{height}"
    )
    return f"<w:tr>{properties}{cells}</w:tr>"


def _cell(column: Column, width: int, text: str, *, is_header: bool) -> str:
    align: Align = "center" if is_header else column.align
    font = styles.LEVEL_1_FONT if is_header else styles.TABLE.font
    inner = paragraph(styles.TABLE, run(text, font), layout=f'<w:jc w:val="{align}"/>')
    place = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
    return f"<w:tc>{place}{inner}</w:tc>"
