"""Lines of the text never begin with a closing mark nor end with an opening one beside a figure.

Qt may always break before and behind a figure. Where it does so wrongly, the letter before the
better place is drawn as wide as the rest of its line; the text itself is not touched.
"""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextDocument, QTextLayout, QTextLine

from ui.pages.summary.figure_object import LETTER

NEVER_FIRST = frozenset("，。、；：？！）》”’〕】％%")
NEVER_LAST = frozenset("（《“‘〔【")
# Less than this is left of a filled line, so that no letter fits into it.
_REST = 1.0


class LineBreaks(QObject):
    """Mends the line breaks of a text that is being written."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._first, self._last = 0, -1
        self.is_mending = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._mend)
        document.contentsChange.connect(self._note_change)

    def mend_soon(self) -> None:
        """Look at the whole text as soon as it is laid out."""
        self._first, self._last = 0, self._document.characterCount() - 1
        self._soon.start()

    def _note_change(self, place: int, _removed: int, added: int) -> None:
        if self.is_mending:
            return
        if self._soon.isActive():
            self.mend_soon()
            return
        self._first, self._last = place, place + added
        self._soon.start()

    def _mend(self) -> None:
        last = min(self._last, self._document.characterCount() - 1)
        self.is_mending = True
        mend_breaks(self._document, min(self._first, last), last)
        self.is_mending = False


def mend_breaks(document: QTextDocument, first: int, last: int) -> None:
    """Break the lines of the blocks between two places anew."""
    block, end = document.findBlock(first), document.findBlock(last)
    while block.isValid():
        if LETTER in block.text() and not block.layout().preeditAreaText():
            _mend_block(document, block)
        if block == end:
            break
        block = block.next()


def _mend_block(document: QTextDocument, block: QTextBlock) -> None:
    if block.layout().formats():
        _lay_out(document, block, [])
    filled: list[QTextLayout.FormatRange] = []
    for _ in range(block.layout().lineCount()):
        found = _filling(block)
        if found is None:
            return
        filled.append(found)
        _lay_out(document, block, filled)


def _lay_out(
    document: QTextDocument, block: QTextBlock, filled: list[QTextLayout.FormatRange]
) -> None:
    block.layout().setFormats(filled)
    document.markContentsDirty(block.position(), block.length())
    document.documentLayout().blockBoundingRect(block)


def _filling(block: QTextBlock) -> QTextLayout.FormatRange | None:
    """Return what moves the first wrong break of a block to a better place, None without one."""
    text, layout = block.text(), block.layout()
    for number in range(1, layout.lineCount()):
        before = layout.lineAt(number - 1)
        place = _better_place(text, before.textStart(), layout.lineAt(number).textStart())
        if place is not None:
            return _wide_letter(before, place)
    return None


def _better_place(text: str, line_start: int, place: int) -> int | None:
    """Return where to break instead, None where the break is right or no other place is there."""
    better = place
    if text[better : better + 1] in NEVER_FIRST and text[better - 1] == LETTER:
        better -= 1
    if text[better : better + 1] == LETTER:
        while better > line_start and text[better - 1] in NEVER_LAST:
            better -= 1
    if better == place or better <= line_start or text[better - 1] == LETTER:
        return None
    return better


def _wide_letter(line: QTextLine, place: int) -> QTextLayout.FormatRange:
    """Return how the letter before a place takes the rest of its line."""
    used = _x(line, place) - _x(line, line.textStart())
    look = QTextCharFormat()
    look.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    look.setFontLetterSpacing(line.width() - used - _REST)
    made = QTextLayout.FormatRange()
    # The stubs of Qt do not know the parts of a range.
    made.start, made.length = place - 1, 1  # type: ignore[attr-defined]
    made.format = look  # type: ignore[attr-defined]
    return made


def _x(line: QTextLine, place: int) -> float:
    found = line.cursorToX(place)
    if not isinstance(found, tuple):
        raise TypeError(found)
    return float(found[0])
