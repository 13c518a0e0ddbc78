"""The row of tabs: an icon above each name, so that all of them fit side by side."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QCursor, QFont, QFontMetrics, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar
from typing_extensions import override

from ui import theme

ICON, GAP, MARGIN, SIDE, NARROWEST, UNDERLINE = 20, 4, 8, 20, 56, 3


class TabRow(QTabBar):
    """Tabs whose names stand below their icons."""

    def __init__(self) -> None:
        super().__init__()
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setIconSize(QSize(theme.px(ICON), theme.px(ICON)))

    @override
    def tabSizeHint(self, index: int) -> QSize:
        metrics = QFontMetrics(self._bold())
        width = metrics.horizontalAdvance(self.tabText(index)) + theme.px(SIDE)
        height = theme.px(ICON) + theme.px(GAP) + metrics.height() + 2 * theme.px(MARGIN)
        return QSize(max(width, theme.px(NARROWEST)), height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.now().surface))
        for index in range(self.count()):
            self._paint_tab(painter, index)

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        is_chosen = index == self.currentIndex()
        rect = self.tabRect(index)
        side = theme.px(ICON)
        place = QRect(rect.center().x() - side // 2, rect.top() + theme.px(MARGIN), side, side)
        state = QIcon.State.On if is_chosen else QIcon.State.Off
        self.tabIcon(index).paint(painter, place, mode=QIcon.Mode.Normal, state=state)
        if is_chosen:
            below = rect.adjusted(0, rect.height() - theme.px(UNDERLINE), 0, 0)
            painter.fillRect(below, QColor(theme.now().accent))
        painter.setPen(QColor(self._colour(index)))
        painter.setFont(self._bold() if is_chosen else self.font())
        words = rect.adjusted(0, theme.px(MARGIN) + side + theme.px(GAP), 0, -theme.px(GAP))
        place_words = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(words, int(place_words), self.tabText(index))

    def _colour(self, index: int) -> str:
        if index == self.currentIndex():
            return theme.now().link if self.hasFocus() else theme.now().accent
        is_pointed_at = self.tabAt(self.mapFromGlobal(QCursor.pos())) == index
        return theme.now().ink if is_pointed_at and self.underMouse() else theme.now().muted

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font
