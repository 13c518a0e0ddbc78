"""A figure inside the text: one letter to the editor, drawn as its value on a blue line."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)
from typing_extensions import override

from models.summary.comparing import FigureChange
from ui.look import theme

LETTER = "\ufffc"
FIGURE_OBJECT = QTextFormat.ObjectTypes.UserObject + 1
CODE = QTextFormat.Property.UserProperty + 1
STYLE = QTextFormat.Property.UserProperty + 2


@dataclass
class FigureWords:
    """What the figures of the shown text say now, and which of them changed."""

    say: Callable[[str, str], str] = lambda _code, _style: ""
    changes: dict[str, FigureChange] = field(default_factory=dict)
    chosen: str = ""


class FigureObject(QPyTextObject):
    """Draws figures; what they say is asked when they are drawn, so the text never has to change."""

    def __init__(self, parent: QObject, words: FigureWords) -> None:
        super().__init__(parent)
        self._words = words

    @override
    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        metrics = QFontMetricsF(format.toCharFormat().font())
        text = self._words.say(*figure_of(format))
        return QSizeF(metrics.horizontalAdvance(text), metrics.ascent() + metrics.descent())

    @override
    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,
        format: QTextFormat,
    ) -> None:
        place = QRectF(rect)
        code, style = figure_of(format)
        text = self._words.say(code, style)
        font = format.toCharFormat().font()
        metrics = QFontMetricsF(font)
        painter.save()
        self._paint_back(painter, place, code, format)
        painter.setFont(font)
        painter.setPen(QColor(theme.now().ink))
        painter.drawText(QPointF(place.left(), place.top() + metrics.ascent()), text)
        colour = theme.now().warn if code in self._words.changes else theme.now().link
        thickness = theme.px(1)
        line = QRectF(place.left(), round(place.bottom()), place.width(), thickness)
        painter.fillRect(line, QColor(colour))
        painter.restore()

    def _paint_back(self, painter: QPainter, rect: QRectF, code: str, look: QTextFormat) -> None:
        if code in self._words.changes:
            painter.fillRect(rect, QColor(theme.now().warn_back))
        if code == self._words.chosen:
            tint = QColor(theme.now().link)
            tint.setAlpha(48)
            painter.fillRect(rect, tint)
        if look.background().style() != Qt.BrushStyle.NoBrush:
            painter.fillRect(rect, look.background())


def figure_format(plain: QTextCharFormat, code: str, style: str) -> QTextCharFormat:
    """Return the format of the letter that stands for a figure."""
    made = QTextCharFormat(plain)
    made.setObjectType(FIGURE_OBJECT)
    made.setProperty(CODE, code)
    made.setProperty(STYLE, style)
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBottom)
    return made


def figure_of(look: QTextFormat) -> tuple[str, str]:
    """Return code and wording of the figure that a format stands for."""
    return str(look.property(CODE) or ""), str(look.property(STYLE) or "")
