"""What a finished PDF says and where, as a viewer sees it."""

import ctypes
from collections import defaultdict
from dataclasses import dataclass

import pypdfium2 as pdfium


@dataclass(frozen=True)
class Glyph:
    """A character with its origin in points from the top left corner of its page."""

    char: str
    x: float
    baseline: float


def pages_of(pdf: bytes) -> list[list[Glyph]]:
    document = pdfium.PdfDocument(pdf)
    try:
        return [_glyphs(document[place]) for place in range(len(document))]
    finally:
        document.close()


def texts_of(pdf: bytes) -> list[str]:
    """Return each page's text without line ends and spaces."""
    document = pdfium.PdfDocument(pdf)
    try:
        pages = [document[place].get_textpage() for place in range(len(document))]
        return ["".join(page.get_text_range().split()) for page in pages]
    finally:
        document.close()


def rows_of(glyphs: list[Glyph]) -> dict[float, list[Glyph]]:
    """Return the characters of each baseline, from left to right, from the top down."""
    rows: dict[float, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        rows[round(glyph.baseline, 2)].append(glyph)
    return {y: sorted(rows[y], key=lambda glyph: glyph.x) for y in sorted(rows)}


def _glyphs(page: pdfium.PdfPage) -> list[Glyph]:
    text = page.get_textpage()
    height = page.get_height()
    x, y = ctypes.c_double(), ctypes.c_double()
    found = []
    for place in range(text.count_chars()):
        code = pdfium.raw.FPDFText_GetUnicode(text, place)
        if code and not chr(code).isspace() and not pdfium.raw.FPDFText_IsGenerated(text, place):
            pdfium.raw.FPDFText_GetCharOrigin(text, place, x, y)
            found.append(Glyph(chr(code), x.value, height - y.value))
    return found
