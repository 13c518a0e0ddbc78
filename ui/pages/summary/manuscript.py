"""The lines of a summary as a text document: written into it, read out of it, brought up to date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from models.summary import markup
from models.summary.markup import Span
from ui.look import theme
from ui.pages.summary.faces import TITLE_POINTS, paper_font
from ui.pages.summary.figure_object import LETTER, figure_format, figure_of

Kind = Literal["title", "heading", "paragraph", "signature"]
KIND = QTextFormat.Property.UserProperty + 11
SECTION = QTextFormat.Property.UserProperty + 12
PASSAGE = QTextFormat.Property.UserProperty + 13
LINE_HEIGHT = 165.0
# Qt's own breaks inside a paragraph; what is read has none.
BREAKS = dict.fromkeys(map(ord, "\u2028\u2029\n\r\t"))


@dataclass(frozen=True, slots=True)
class TextLine:
    """A title, a heading, a paragraph or the signature; its words are marked up."""

    kind: Kind
    words: str
    section: str = ""
    passage: str = ""


def line_of(block: QTextBlock) -> TextLine:
    """Return what stands in a block."""
    return TextLine(kind_of(block), words_of(block), section_of(block), passage_of(block))


def lines_of(document: QTextDocument) -> list[TextLine]:
    """Return what stands in the whole document."""
    return [line_of(block) for block in blocks_of(document)]


def blocks_of(document: QTextDocument) -> Iterator[QTextBlock]:
    """Yield the blocks of a document."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def kind_of(block: QTextBlock) -> Kind:
    """Return what a block is."""
    found: Kind = block.blockFormat().property(KIND) or "paragraph"
    return found


def section_of(block: QTextBlock) -> str:
    """Return the chapter of a block."""
    return str(block.blockFormat().property(SECTION) or "")


def passage_of(block: QTextBlock) -> str:
    """Return the paragraph of the program that a block is, blank for the clerk's own."""
    return str(block.blockFormat().property(PASSAGE) or "")


def words_of(block: QTextBlock) -> str:
    """Return a block's words, marked up."""
    return markup.write(spans_of(block))


def spans_of(block: QTextBlock) -> tuple[Span, ...]:
    """Return a block's words and figures, the figures without their values."""
    spans: list[Span] = []
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        text = fragment.text()
        if LETTER in text:
            code, style = figure_of(fragment.charFormat())
            spans.extend(Span("", code, style) for one in text if one == LETTER and code)
            text = text.replace(LETTER, "")
        spans.append(Span(text.translate(BREAKS)))
        at += 1
    return markup.join(spans)


def block_format(kind: Kind, section: str, passage: str) -> QTextBlockFormat:
    """Return the look of a line, with where it belongs."""
    made = QTextBlockFormat()
    made.setProperty(KIND, kind)
    made.setProperty(SECTION, section)
    made.setProperty(PASSAGE, passage)
    made.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if kind == "title":
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        made.setBottomMargin(theme.px(16))
    elif kind == "signature":
        made.setAlignment(Qt.AlignmentFlag.AlignRight)
        made.setRightMargin(4 * letter_width())
    else:
        made.setTextIndent(2 * letter_width())
    return made


def letter_format(kind: Kind) -> QTextCharFormat:
    """Return the look of the letters of a line."""
    font = {
        "title": paper_font("title", TITLE_POINTS),
        "heading": paper_font("hei"),
        "paragraph": paper_font("fang"),
        "signature": paper_font("fang"),
    }[kind]
    made = QTextCharFormat()
    made.setFont(font)
    return made


def letter_width() -> float:
    """Return the width of a Chinese character of the body."""
    return QFontMetricsF(paper_font("fang")).horizontalAdvance("国")


def insert_words(cursor: QTextCursor, words: str, kind: Kind = "paragraph") -> None:
    """Write marked-up words at a cursor."""
    plain = letter_format(kind)
    for span in markup.read(words):
        if span.figure:
            cursor.insertText(LETTER, figure_format(plain, span.figure, span.style))
        else:
            cursor.insertText(span.text.translate(BREAKS), plain)


def write_lines(document: QTextDocument, lines: Sequence[TextLine]) -> None:
    """Make the document say these lines, touching only what differs; typing cannot be undone past it."""
    document.setUndoRedoEnabled(False)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    old = lines_of(document)
    matcher = SequenceMatcher(None, old, lines, False)
    for kind, old_from, old_to, new_from, new_to in reversed(matcher.get_opcodes()):
        if kind == "equal":
            continue
        common = min(old_to - old_from, new_to - new_from)
        for place in range(old_to - 1, old_from + common - 1, -1):
            _remove_block(cursor, document.findBlockByNumber(place))
        for extra in range(new_to - 1, new_from + common - 1, -1):
            _insert_block(cursor, old_from + common, lines[extra])
        for step in range(common):
            _rewrite_block(document.findBlockByNumber(old_from + step), lines[new_from + step])
    if len(lines) < document.blockCount():
        _remove_block(cursor, document.lastBlock())
    cursor.endEditBlock()
    document.setUndoRedoEnabled(True)


def _remove_block(cursor: QTextCursor, block: QTextBlock) -> None:
    following, before = block.next(), block.previous()
    keep = QTextCursor.MoveMode.KeepAnchor
    if following.isValid():
        look = following.blockFormat()
        cursor.setPosition(block.position())
        cursor.setPosition(following.position(), keep)
    elif before.isValid():
        look = before.blockFormat()
        cursor.setPosition(before.position() + before.length() - 1)
        cursor.setPosition(block.position() + block.length() - 1, keep)
    else:
        return
    cursor.removeSelectedText()
    cursor.setBlockFormat(look)


def _insert_block(cursor: QTextCursor, place: int, line: TextLine) -> None:
    """Put a line before the block of that number, or at the end."""
    document = cursor.document()
    look = block_format(line.kind, line.section, line.passage)
    if place < document.blockCount():
        here = document.findBlockByNumber(place)
        old = here.blockFormat()
        cursor.setPosition(here.position())
        cursor.insertBlock(old)
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        cursor.setBlockFormat(look)
    else:
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertBlock(look)
    cursor.setBlockCharFormat(letter_format(line.kind))
    insert_words(cursor, line.words, line.kind)


def _rewrite_block(block: QTextBlock, line: TextLine) -> None:
    """Change a block's words where they differ, so that the writing place stays where it is."""
    cursor = QTextCursor(block)
    cursor.setBlockFormat(block_format(line.kind, line.section, line.passage))
    cursor.setBlockCharFormat(letter_format(line.kind))
    old, new = _units(spans_of(block)), _units(markup.read(line.words))
    shortest = min(len(old), len(new))
    head = next((n for n in range(shortest) if old[n] != new[n]), shortest)
    rest = shortest - head
    tail = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    start = block.position()
    cursor.setPosition(start + _length(old[:head]))
    cursor.setPosition(start + _length(old[: len(old) - tail]), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    insert_words(cursor, markup.write(new[head : len(new) - tail]), line.kind)


def _units(spans: Sequence[Span]) -> list[Span]:
    """Return figures and single letters."""
    return [
        unit
        for span in spans
        for unit in ([span] if span.figure else [Span(char) for char in span.text])
    ]


def _length(units: Sequence[Span]) -> int:
    """Return how many places in the document these take: figures one, rare characters two."""
    return sum(1 if one.figure or ord(one.text) <= 0xFFFF else 2 for one in units)
