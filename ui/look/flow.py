"""A layout whose widgets go on in the next line when the first is full."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override

Placed = tuple[QLayoutItem, QSize]


class FlowLayout(QLayout):
    """Widgets side by side, as many lines as they need; those behind a spring keep to the right."""

    def __init__(self, parent: QWidget | None = None, *, gap: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._spring: int | None = None
        self.setContentsMargins(0, 0, 0, 0)

    def add_spring(self) -> None:
        """Let what is added from now on stand together at the right."""
        self._spring = len(self._items)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = QRect(0, 0, width - margins.left() - margins.right(), 0)
        return self._place(inner, is_moving=False) + margins.top() + margins.bottom()

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect.marginsRemoved(self.contentsMargins()), is_moving=True)

    @override
    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(one.width() for one in hints) + self._gap * max(len(hints) - 1, 0)
        height = max((one.height() for one in hints), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _place(self, rect: QRect, *, is_moving: bool) -> int:
        """Lay the widgets out within a width and return the height they take."""
        y = rect.y()
        for left, right in self._lines(rect.width()):
            height = max(size.height() for _item, size in (*left, *right))
            if is_moving:
                self._put(left, QPoint(rect.x(), y), height)
                self._put(right, QPoint(rect.right() + 1 - self._width(right), y), height)
            y += height + self._gap
        return max(y - self._gap - rect.y(), 0)

    def _lines(self, width: int) -> Iterator[tuple[list[Placed], list[Placed]]]:
        """Yield what stands at the left and at the right of each line."""
        spring = len(self._items) if self._spring is None else self._spring
        left = self._broken(self._items[:spring], width)
        right = self._broken(self._items[spring:], width)
        if left and len(right) == 1:
            room = width - self._width(left[-1]) - self._gap
            if self._width(right[0]) <= room:
                yield from ((line, []) for line in left[:-1])
                yield left[-1], right[0]
                return
        yield from ((line, []) for line in left)
        yield from (([], line) for line in right)

    def _broken(self, items: Sequence[QLayoutItem], width: int) -> list[list[Placed]]:
        lines: list[list[Placed]] = []
        for item in items:
            if item.isEmpty():
                continue
            size = _size_of(item, width)
            if lines and self._width([*lines[-1], (item, size)]) <= width:
                lines[-1].append((item, size))
            else:
                lines.append([(item, size)])
        return lines

    def _width(self, line: Sequence[Placed]) -> int:
        return sum(size.width() for _item, size in line) + self._gap * max(len(line) - 1, 0)

    def _put(self, line: Sequence[Placed], corner: QPoint, height: int) -> None:
        x = corner.x()
        for item, size in line:
            middle = corner.y() + (height - size.height()) // 2
            item.setGeometry(QRect(QPoint(x, middle), size))
            x += size.width() + self._gap


def _size_of(item: QLayoutItem, width: int) -> QSize:
    hint = item.sizeHint().expandedTo(item.minimumSize())
    if hint.width() <= width:
        return hint
    height = item.heightForWidth(width) if item.hasHeightForWidth() else hint.height()
    return QSize(width, height)
