"""Words in one line that end with … where there is no room; the tip says all of them."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStyle, QStyleOption
from typing_extensions import override

from ui.look import theme

LEAST_CHARS = 3


class ElidedLabel(QLabel):
    """A label that gives way to its neighbours instead of making the window wider."""

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), theme.chars(LEAST_CHARS)), hint.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setFont(self.font())
        painter.setPen(option.palette.color(self.foregroundRole()))  # type: ignore[attr-defined]
        painter.drawText(room, int(self.alignment()), shown)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            is_cut = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
            self.setToolTip(self.text() if is_cut else "")
        return super().event(event)
