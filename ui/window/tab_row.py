"""The row of tabs: an icon above each name, so that all of them fit side by side."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QCursor,
    QFont,
    QFontMetrics,
    QIcon,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QTabBar
from typing_extensions import override

from ui.look import theme

ICON, GAP, MARGIN, UNDERLINE, DOT = 20, 4, 8, 3, 6
SIDE, NARROW_SIDE, NARROWEST = 20, 8, 56


class TabRow(QTabBar):
    """Tabs whose names stand below their icons."""

    def __init__(self) -> None:
        super().__init__()
        self._has_icons = True
        self._unsaved: set[int] = set()
        self.setAccessibleName("各项工作")
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setIconSize(QSize(theme.px(ICON), theme.px(ICON)))

    def mark_unsaved(self, number: int, *, is_on: bool) -> None:
        """Mark a tab behind which something typed is not saved yet."""
        (self._unsaved.add if is_on else self._unsaved.discard)(number)
        said = "有内容还没有保存" if is_on else ""
        self.setTabToolTip(number, said)
        self.setAccessibleTabName(number, f"{self.tabText(number)}，{said}" if said else "")
        self.update()

    def show_icons(self, *, are_shown: bool) -> None:
        """Show the names with or without their icons, which a low window has no room for."""
        if are_shown != self._has_icons:
            self._has_icons = are_shown
            # Qt asks for the sizes again when the size of the icons changes.
            side = theme.px(ICON if are_shown else GAP)
            self.setIconSize(QSize(side, side))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # The wheel leafs through pages, it does not change them.
        event.ignore()

    @override
    def tabSizeHint(self, index: int) -> QSize:
        words = QFontMetrics(self._bold()).height()
        height = self._top() + words + theme.px(MARGIN)
        return QSize(self._tab_width(index, self._side()), height)

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def _side(self) -> int:
        """Return the room beside the names: less where all of them would not fit otherwise."""
        wide = sum(self._tab_width(number, SIDE) for number in range(self.count()))
        return SIDE if wide <= self.width() else NARROW_SIDE

    def _tab_width(self, index: int, side: int) -> int:
        metrics = QFontMetrics(self._bold())
        width = metrics.horizontalAdvance(self.tabText(index)) + theme.px(side)
        return max(width, theme.px(NARROWEST)) if side == SIDE else width

    def _top(self) -> int:
        """Return how far below the upper edge the names stand."""
        return theme.px(MARGIN) + (theme.px(ICON) + theme.px(GAP) if self._has_icons else 0)

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
        if self._has_icons:
            side = theme.px(ICON)
            place = QRect(rect.center().x() - side // 2, rect.top() + theme.px(MARGIN), side, side)
            state = QIcon.State.On if is_chosen else QIcon.State.Off
            self.tabIcon(index).paint(painter, place, mode=QIcon.Mode.Normal, state=state)
        if is_chosen:
            below = rect.adjusted(0, rect.height() - theme.px(UNDERLINE), 0, 0)
            painter.fillRect(below, QColor(theme.now().accent))
        painter.setPen(QColor(self._colour(index)))
        painter.setFont(self._bold() if is_chosen else self.font())
        words = rect.adjusted(0, self._top(), 0, 0)
        place_words = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(words, int(place_words), self.tabText(index))
        if index in self._unsaved:
            self._paint_dot(painter, index)
        if is_chosen and self.hasFocus():
            self._paint_ring(painter, rect)

    def _paint_dot(self, painter: QPainter, index: int) -> None:
        rect, side = self.tabRect(index), theme.px(DOT)
        words = QFontMetrics(self._bold()).horizontalAdvance(self.tabText(index))
        right = min(rect.center().x() + words // 2 + side, rect.right() - side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.now().accent))
        painter.drawEllipse(right, rect.top() + self._top() - side // 2, side, side)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_ring(self, painter: QPainter, rect: QRect) -> None:
        width = theme.ring()
        painter.setPen(QPen(QColor(theme.now().link), width))
        painter.drawRect(rect.adjusted(width, width, -width, -width))

    def _colour(self, index: int) -> str:
        if index == self.currentIndex():
            return theme.now().accent
        is_pointed_at = self.tabAt(self.mapFromGlobal(QCursor.pos())) == index
        return theme.now().ink if is_pointed_at and self.underMouse() else theme.now().muted

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font
