"""Boxes that are larger than the screen at their least scroll above their answers."""

from PySide6.QtCore import QMargins, QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QLayout,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
    QWidgetItem,
)

from ui.look import theme

LEAST_HEIGHT = 200


def keep_within_screen(dialog: QDialog) -> None:
    """Make a dialog no larger than its screen, whose edge the buttons at its foot would lie beyond."""
    room = _room(dialog)
    dialog.ensurePolished()
    layout = dialog.layout()
    if isinstance(layout, QVBoxLayout) and not _fits(layout.totalMinimumSize(), room):
        _let_scroll(layout, room)
    is_sized = dialog.testAttribute(Qt.WidgetAttribute.WA_Resized)
    wanted = dialog.size() if is_sized else dialog.sizeHint()
    dialog.resize(wanted.boundedTo(room))


def _room(dialog: QDialog) -> QSize:
    parent = dialog.parentWidget()
    room = dialog.screen().availableSize()
    if parent is not None:
        room = room.expandedTo(parent.window().size())
    title_bar = dialog.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    return room.shrunkBy(QMargins(0, title_bar, 0, 0))


def _fits(size: QSize, room: QSize) -> bool:
    return size.width() <= room.width() and size.height() <= room.height()


def _let_scroll(outer: QVBoxLayout, room: QSize) -> None:
    """Put all but the last line of a box, its answers, into an area that scrolls."""
    body = QWidget()
    theme.mark(body, "clear")
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(outer.spacing())
    for _line in range(outer.count() - 1):
        stretch = outer.stretch(0)
        _move(outer, column, stretch)
    area = QScrollArea()
    area.setWidget(body)
    area.setWidgetResizable(True)
    area.setMinimumHeight(theme.px(LEAST_HEIGHT))
    margins = outer.contentsMargins()
    widest = room.width() - margins.left() - margins.right()
    bar = area.verticalScrollBar().sizeHint().width()
    area.setMinimumWidth(min(body.minimumSizeHint().width() + bar, widest))
    outer.insertWidget(0, area, 1)


def _move(outer: QVBoxLayout, column: QVBoxLayout, stretch: int) -> None:
    item = outer.takeAt(0)
    if isinstance(item, QLayout):
        item.setParent(None)
        column.addLayout(item, stretch)
    elif isinstance(item, QWidgetItem):
        column.addWidget(item.widget(), stretch)
    else:
        column.addItem(item)
