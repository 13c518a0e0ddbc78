"""Where letters and figures of a summary stand in its text document."""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from models.summary import markup
from models.summary.markup import Span
from ui.pages.summary.figure_object import LETTER, FigureWords, figure_of
from ui.pages.summary.guarded import selected_blocks
from ui.pages.summary.manuscript import blocks_of, spans_of

KEEP = QTextCursor.MoveMode.KeepAnchor


def units_of(block: QTextBlock) -> Iterator[tuple[int, Span]]:
    """Yield each letter and each figure of a block with its place in the document."""
    place = block.position()
    for span in spans_of(block):
        for unit in [span] if span.figure else [Span(char) for char in span.text]:
            yield place, unit
            place += 1 if unit.figure or ord(unit.text) <= 0xFFFF else 2


def figures_of(document: QTextDocument) -> list[tuple[int, Span]]:
    """Return the figures of a document with their places."""
    return [
        (place, unit)
        for block in blocks_of(document)
        for place, unit in units_of(block)
        if unit.figure
    ]


def figure_in(document: QTextDocument, place: int) -> Span | None:
    """Return the figure at a place, None when something else stands there."""
    if place < 0 or document.characterAt(place) != LETTER:
        return None
    cursor = QTextCursor(document)
    cursor.setPosition(place + 1)
    code, style = figure_of(cursor.charFormat())
    return Span("", code, style) if code else None


def cursor_over(document: QTextDocument, start: int, end: int) -> QTextCursor:
    """Return a cursor that has selected what stands between two places."""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, KEEP)
    return cursor


def place_of_letter(block: QTextBlock, count: int, words: FigureWords) -> int:
    """Return the place of a letter in a block, counted in the words as they read."""
    read = 0
    for place, unit in units_of(block):
        length = len(words.say(unit.figure, unit.style)) if unit.figure else 1
        if count < read + length:
            return place
        read += length
    return block.position() + block.length() - 1


def selected_lines(cursor: QTextCursor) -> list[str]:
    """Return what is selected, marked up, line by line."""
    if not cursor.hasSelection():
        return []
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    return [
        markup.write([unit for place, unit in units_of(block) if first <= place < last])
        for block in selected_blocks(cursor)
    ]
