"""Chapters, paragraphs and sentences of a summary: dragged into order, ticked, renamed."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reports.summary.tree import Node
from ui.look import theme
from ui.look.buttons import link_button

PART = Qt.ItemDataRole.UserRole
HEADING = Qt.ItemDataRole.UserRole + 1


class OutlinePanel(QWidget):
    """The tree of the outline; each thing done in it is told by a signal with the part's path."""

    switched = Signal(str, bool)
    reordered = Signal(str, object)
    renamed = Signal(str, str)
    reset_asked = Signal()
    section_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.tree = _Tree()
        self._build()
        self._connect()

    def show_nodes(self, nodes: Sequence[Node]) -> None:
        """Show an outline; what is open and chosen stays so."""
        blocked = QSignalBlocker(self.tree)
        items = list(self._items())
        flat = [one for node in nodes for one in _flat(node)]
        if [item.data(0, PART) for item in items] == [one.part for one in flat]:
            # A line may be telling of its change just now, and must outlive it.
            for item, node in zip(items, flat, strict=True):
                _dress(item, node)
        else:
            self._plant(nodes)
        blocked.unblock()

    def _plant(self, nodes: Sequence[Node]) -> None:
        opened = {item.data(0, PART) for item in self._items() if item.isExpanded()}
        chosen = self.tree.currentItem().data(0, PART) if self.tree.selectedItems() else ""
        place = self.tree.verticalScrollBar().value()
        self.tree.clear()
        for node in nodes:
            self.tree.addTopLevelItem(_item(node))
        for item in self._items():
            item.setExpanded(item.data(0, PART) in opened)
            if item.data(0, PART) == chosen:
                self.tree.setCurrentItem(item)
        self.tree.verticalScrollBar().setValue(place)

    def item_of(self, part: str) -> QTreeWidgetItem:
        """Return the line of a part."""
        return next(item for item in self._items() if item.data(0, PART) == part)

    def start_renaming(self, section: str) -> None:
        """Let the clerk write a chapter's heading."""
        item = self.item_of(section)
        self.tree.setCurrentItem(item)
        self.tree.scrollToItem(item)
        self.tree.edit_heading(item)

    def _build(self) -> None:
        hint = QLabel("拖动调整次序，去掉勾就不写；双击标题可以改。")
        hint.setWordWrap(True)
        theme.mark(hint, "muted")
        self._up, self._down = QPushButton("上移"), QPushButton("下移")
        self._up.setToolTip("Alt+↑")
        self._down.setToolTip("Alt+↓")
        self._reset = link_button("恢复默认")
        row = QHBoxLayout()
        row.addWidget(self._up)
        row.addWidget(self._down)
        row.addStretch()
        row.addWidget(self._reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(hint)
        column.addWidget(self.tree, 1)
        column.addLayout(row)

    def _connect(self) -> None:
        self._up.clicked.connect(lambda: self.tree.move_current(-1))
        self._down.clicked.connect(lambda: self.tree.move_current(1))
        self._reset.clicked.connect(self.reset_asked)
        self.tree.moved.connect(self.reordered)
        self.tree.itemChanged.connect(self._follow_change)
        self.tree.itemDoubleClicked.connect(lambda item, _column: self.tree.edit_heading(item))
        self.tree.itemClicked.connect(self._follow_click)

    def _follow_change(self, item: QTreeWidgetItem, column: int) -> None:
        part = str(item.data(0, PART))
        heading = item.data(0, HEADING)
        if column == 0 and heading and item.text(0) != heading:
            self.renamed.emit(part, item.text(0))
        elif column == 0:
            self.switched.emit(part, item.checkState(0) == Qt.CheckState.Checked)

    def _follow_click(self, item: QTreeWidgetItem, _column: int) -> None:
        self.section_chosen.emit(str(item.data(0, PART)).partition(".")[0])

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for number in range(self.tree.topLevelItemCount()):
            yield from _with_children(self.tree.topLevelItem(number))


class _Tree(QTreeWidget):
    """A tree whose lines are dragged only among their neighbours."""

    moved = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setAccessibleName("总结的章节")
        self.setExpandsOnDoubleClick(False)

    def move_current(self, step: int) -> None:
        """Move the chosen line among its neighbours."""
        if not self.selectedItems():
            return
        item = self.selectedItems()[0]
        siblings = _siblings(item)
        place = siblings.index(item)
        if 0 <= place + step < len(siblings):
            self._move(item, place + step)

    def edit_heading(self, item: QTreeWidgetItem) -> None:
        """Let the clerk write the heading of a chapter that has one."""
        if item.data(0, HEADING):
            self.editItem(item, 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_current(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_F2 and self.selectedItems():
            self.edit_heading(self.selectedItems()[0])
        else:
            super().keyPressEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if not self.selectedItems():
            return
        item = self.selectedItems()[0]
        siblings = _siblings(item)
        target = _among(siblings, self.itemAt(event.position().toPoint()))
        if target is None or target is item:
            return
        place, old = siblings.index(target), siblings.index(item)
        middle = self.visualItemRect(target).center().y()
        if event.position().y() > middle and place < old:
            place += 1
        elif event.position().y() < middle and place > old:
            place -= 1
        if place != old:
            self._move(item, place)

    def _move(self, item: QTreeWidgetItem, place: int) -> None:
        siblings = _siblings(item)
        siblings.remove(item)
        siblings.insert(place, item)
        parent = item.parent()
        above = str(parent.data(0, PART)) if parent is not None else ""
        self.moved.emit(above, [str(one.data(0, PART)) for one in siblings])


def _item(node: Node) -> QTreeWidgetItem:
    item = QTreeWidgetItem()
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    flags |= Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsDragEnabled
    flags |= Qt.ItemFlag.ItemIsDropEnabled
    item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if node.heading else flags)
    item.setData(0, PART, node.part)
    item.setToolTip(0, node.label)
    item.setSizeHint(0, QSize(0, theme.px(28)))
    _dress(item, node)
    for child in node.children:
        item.addChild(_item(child))
    return item


def _dress(item: QTreeWidgetItem, node: Node) -> None:
    """Show what may have changed about a part."""
    item.setText(0, node.heading or node.label)
    item.setText(1, node.note)
    item.setData(0, HEADING, node.heading)
    item.setCheckState(0, Qt.CheckState.Checked if node.is_on else Qt.CheckState.Unchecked)
    colour = theme.now().muted if node.note or not node.is_on else theme.now().ink
    for column in (0, 1):
        item.setForeground(column, QBrush(QColor(colour)))


def _flat(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _flat(child)


def _siblings(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    parent = item.parent() or item.treeWidget().invisibleRootItem()
    return [parent.child(number) for number in range(parent.childCount())]


def _among(
    siblings: Sequence[QTreeWidgetItem], item: QTreeWidgetItem | None
) -> QTreeWidgetItem | None:
    """Return the one of some neighbours to which a line belongs."""
    while item is not None and item not in siblings:
        item = item.parent()
    return item


def _with_children(item: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    yield item
    for number in range(item.childCount()):
        yield from _with_children(item.child(number))
