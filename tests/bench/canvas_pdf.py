"""The roster as one would first write it with reportlab: a drawString a cell, a line a rule.

python -m tests.bench.canvas_pdf ROSTER.json OUT.pdf
"""

import json
import sys
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.bench import sheet
from tests.bench.roster_data import AUTHOR, DAY, SIGNATURES, TITLE

DRAW = {
    "left": Canvas.drawString,
    "center": Canvas.drawCentredString,
    "right": Canvas.drawRightString,
}


def write_roster(source: Path, target: Path) -> None:
    """Draw the roster page by page."""
    given = json.loads(source.read_text(encoding="utf-8"))
    grid = sheet.lay_out(given["columns"], given["rows"])
    canvas = Canvas(str(target), pagesize=sheet.SIZE, pageCompression=1)
    for role, file in sheet.FONTS.items():
        pdfmetrics.registerFont(TTFont(role, str(sheet.FOLDER / file)))
    for page in grid.pages:
        if page.is_first:
            _draw_head(canvas, grid)
        _draw_row(canvas, grid, page.header_top, sheet.HEADER, grid.headings, "hei")
        for place, row in enumerate(page.rows):
            _draw_row(canvas, grid, page.top - place * sheet.ROW, sheet.ROW, row, "song")
        if page.is_last:
            _draw_row(canvas, grid, page.bottom, sheet.ROW, given["total"], "hei")
            canvas.setFont("fang", 12)
            for place, label in enumerate(SIGNATURES):
                canvas.drawString(sheet.signature_x(place), sheet.signature_y(page), label)
        _draw_rules(canvas, grid, page)
        canvas.setFont("song", sheet.TEXT)
        canvas.drawCentredString(sheet.SIZE[0] / 2, sheet.FOOTER, grid.footer(page))
        canvas.showPage()
    canvas.save()


def _draw_head(canvas: Canvas, grid: sheet.Sheet) -> None:
    canvas.setFont("title", 20)
    canvas.drawCentredString(sheet.SIZE[0] / 2, sheet.TITLE_Y, TITLE)
    canvas.setFont("fang", 12)
    canvas.drawString(grid.lefts[0], sheet.LINE_Y, f"填报单位：{AUTHOR}")
    canvas.drawRightString(sheet.SIZE[0] - sheet.MARGIN - sheet.PADDING, sheet.LINE_Y, DAY)


def _draw_row(
    canvas: Canvas, grid: sheet.Sheet, top: float, height: float, row: list[str], font: str
) -> None:
    canvas.setFont(font, sheet.TEXT)
    y = sheet.baseline(top, height)
    for text, x, align in zip(row, grid.anchors, grid.aligns, strict=True):
        DRAW[align](canvas, x, y, text)


def _draw_rules(canvas: Canvas, grid: sheet.Sheet, page: sheet.Page) -> None:
    left, right = grid.edges[0], grid.edges[-1]
    for y in page.levels:
        canvas.line(left, y, right, y)
    for x in grid.edges:
        canvas.line(x, page.levels[0], x, page.levels[-1])


if __name__ == "__main__":
    write_roster(Path(sys.argv[1]), Path(sys.argv[2]))
