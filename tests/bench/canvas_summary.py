"""The summary's characters by drawString, warm, line after line of 28 without any typesetting.

python -m tests.bench.canvas_summary TEXT.json TIMES
"""

import json
import sys
from io import BytesIO
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.bench import sheet
from tests.bench.warm import measure_warm

LINE, LINES, SIZE, LEADING = 28, 22, 15.8, 29.6


def draw(paragraphs: list[str]) -> None:
    """Draw the paragraphs on as many pages as they need."""
    canvas = Canvas(BytesIO(), pagesize=sheet.SIZE[::-1], pageCompression=1)
    lines = [
        text[start : start + LINE] for text in paragraphs for start in range(0, len(text), LINE)
    ]
    for first in range(0, len(lines), LINES):
        canvas.setFont("fang", SIZE)
        for place, text in enumerate(lines[first : first + LINES]):
            canvas.drawString(80, 720 - place * LEADING, text)
        canvas.showPage()
    canvas.save()


if __name__ == "__main__":
    pdfmetrics.registerFont(TTFont("fang", str(sheet.FOLDER / sheet.FONTS["fang"])))
    words = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    print(json.dumps(measure_warm(lambda: draw(words), times=int(sys.argv[2]))))
