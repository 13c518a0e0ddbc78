"""Thin lines in the margin: which paragraphs the clerk rewrote, and which ones are overtaken."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QTextBlock, QTextDocument

from ui.look import theme
from ui.pages.summary.manuscript import blocks_of, passage_of, section_of, words_of

Place = tuple[str, str]


class Marks:
    """What the program writes in each paragraph, held against what stands there."""

    def __init__(self) -> None:
        self._basis: Mapping[Place, str] = {}
        self._overtaken: frozenset[Place] = frozenset()

    def take(self, basis: Mapping[Place, str], overtaken: frozenset[Place]) -> None:
        """Take what the program writes, and where that is new to the clerk."""
        self._basis = basis
        self._overtaken = overtaken

    def is_rewritten(self, block: QTextBlock) -> bool:
        """Whether the clerk changed what the program writes in a block."""
        place = (section_of(block), passage_of(block))
        return bool(place[1]) and place in self._basis and words_of(block) != self._basis[place]

    def is_overtaken(self, block: QTextBlock) -> bool:
        """Whether the program would now write something else than what the clerk changed."""
        place = (section_of(block), passage_of(block))
        return place in self._overtaken and self.is_rewritten(block)

    def tip(self, block: QTextBlock) -> str:
        """Return what is told about the mark of a block."""
        if self.is_overtaken(block):
            return "改过的段落；记录变了，程序现在的写法也不同了。点一下可以看看"
        if self.is_rewritten(block):
            return "改过的段落。点一下可以恢复程序写的文字"
        return ""

    def paint(
        self, painter: QPainter, document: QTextDocument, *, offset: float, area: QRectF
    ) -> None:
        """Draw the marks of the paragraphs that can be seen."""
        layout = document.documentLayout()
        left = document.documentMargin() - theme.px(16)
        for block in blocks_of(document):
            place = layout.blockBoundingRect(block).translated(0, -offset)
            is_seen = place.bottom() >= area.top() and place.top() <= area.bottom()
            if is_seen and self.is_rewritten(block):
                colour = theme.now().warn if self.is_overtaken(block) else theme.now().link
                bar = QRectF(left, place.top(), theme.px(2), place.height())
                painter.fillRect(bar, QColor(colour))
