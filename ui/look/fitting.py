"""Pages that need more room than the window has are scrolled instead of making it larger."""

from PySide6.QtCore import QEvent, QMargins, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
    QWidgetItem,
)
from typing_extensions import override


class FittingArea(QScrollArea):
    """Shows pages as large as the room, or as small as they can be where the room is less."""

    def __init__(self, pages: QStackedWidget) -> None:
        super().__init__()
        self._pages = pages
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(pages)
        pages.installEventFilter(self)
        pages.currentChanged.connect(lambda _number: self._fit())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._pages and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def _fit(self) -> None:
        if not self._pages.count():
            return
        # What is split takes its widths first; how many lines its words need follows from them.
        self._pages.resize(self._needed())
        self._pages.resize(self._needed())

    def _needed(self) -> QSize:
        page = self._pages.currentWidget()
        room = self.maximumViewportSize()
        least = _least_width(page)
        width = max(room.width(), least)
        height = max(room.height(), _least_height(page, width))
        # A bar takes room of its own, which only the other direction can give way for.
        bar = self.verticalScrollBar().sizeHint().width()
        if height > room.height():
            width = max(room.width() - bar, least)
        if width > room.width():
            height = max(room.height() - bar, _least_height(page, width))
        return QSize(width, height)


def _least_width(page: QWidget) -> int:
    """Return how narrow a page may be; of pages that lie over each other only the shown one counts."""
    if isinstance(page, QStackedWidget):
        return _least_width(page.currentWidget()) if page.count() else 0
    layout = page.layout()
    if not isinstance(layout, QVBoxLayout):
        return page.minimumSizeHint().width()
    margins = _margins(page, layout)
    items = (layout.itemAt(number) for number in range(layout.count()))
    widths = [_width_of_item(one) for one in items if one is not None and not one.isEmpty()]
    return max(widths, default=0) + margins.left() + margins.right()


def _width_of_item(item: QLayoutItem) -> int:
    widget = item.widget() if isinstance(item, QWidgetItem) else None
    if widget is None:
        return item.minimumSize().width()
    return max(_least_width(widget), widget.minimumWidth())


def _least_height(page: QWidget, width: int) -> int:
    """Return how low a page may be; what can be scrolled inside it counts as its least."""
    if isinstance(page, QStackedWidget):
        return _least_height(page.currentWidget(), width) if page.count() else 0
    if isinstance(page, QSplitter) and page.orientation() == Qt.Orientation.Horizontal:
        parts = (page.widget(number) for number in range(page.count()))
        return max(_least_height(one, one.width()) for one in parts)
    layout = page.layout()
    if not isinstance(layout, QVBoxLayout):
        return page.minimumSizeHint().height()
    margins = _margins(page, layout)
    inner = width - margins.left() - margins.right()
    items = [layout.itemAt(number) for number in range(layout.count())]
    shown = [one for one in items if one is not None and not one.isEmpty()]
    heights = sum(_least_of_item(one, inner) for one in shown)
    gaps = layout.spacing() * max(len(shown) - 1, 0)
    return heights + gaps + margins.top() + margins.bottom()


def _least_of_item(item: QLayoutItem, width: int) -> int:
    can_give_way = Qt.Orientation.Vertical in item.expandingDirections()
    if item.hasHeightForWidth() and not can_give_way:
        return item.heightForWidth(width)
    widget = item.widget() if isinstance(item, QWidgetItem) else None
    if widget is None:
        return item.minimumSize().height()
    return max(_least_height(widget, width), widget.minimumHeight())


def _margins(page: QWidget, layout: QLayout) -> QMargins:
    """Return the room that a page's frame and its layout leave free around what it shows."""
    return page.contentsMargins() + layout.contentsMargins()
