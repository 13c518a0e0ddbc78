"""Which columns a list shows, in which order, and how many of them stay in sight."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.dialogs.opening import lay_out
from ui.lists.columns import Column
from ui.lists.commands import ListContext
from ui.look import theme
from ui.look.buttons import icon_button
from ui.look.combo import CalmNumber

KEY = int(Qt.ItemDataRole.UserRole)
MOST_FROZEN = 5


class ColumnsDialog(QDialog):
    """Ticks the columns that are shown; dragging, or Alt with the arrows, moves them."""

    def __init__(self, context: ListContext) -> None:
        super().__init__(context.table.window())
        self._context = context
        self._table = context.table
        self.setWindowTitle("选择列")
        self._list = QListWidget()
        self._list.setAccessibleName("可以显示的列")
        self._list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        theme.mark(self._list, "lines")
        shown = list(self._table.records.columns)
        self._fill(shown, self._others(shown))
        lay_out(
            self,
            [self._make_advice(), self._make_middle(), self._make_frozen()],
            "确定",
            self._take,
        )
        self.resize(theme.chars(34), theme.px(520))

    @property
    def columns(self) -> QListWidget:
        """The columns, those that are shown ticked."""
        return self._list

    @property
    def frozen(self) -> CalmNumber:
        """How many columns stay."""
        return self._frozen

    def move_column(self, step: int) -> None:
        """Move the chosen column up or down."""
        row = self._list.currentRow()
        if 0 <= row + step < self._list.count() and row >= 0:
            item = self._list.takeItem(row)
            self._list.insertItem(row + step, item)
            self._list.setCurrentRow(row + step)

    def show_usual(self) -> None:
        """Tick the columns that the list shows when nobody has chosen any."""
        usual = list(self._context.usual_columns())
        self._fill(usual, self._others(usual))

    def _others(self, shown: Sequence[Column]) -> list[Column]:
        keys = {one.key for one in shown}
        known = (*self._context.usual_columns(), *self._context.further_columns())
        return [one for one in known if one.key not in keys]

    def _fill(self, shown: Sequence[Column], others: Sequence[Column]) -> None:
        self._list.clear()
        for column in (*shown, *others):
            item = QListWidgetItem(column.title)
            item.setData(KEY, column.key)
            is_shown = column in shown
            item.setCheckState(Qt.CheckState.Checked if is_shown else Qt.CheckState.Unchecked)
            self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _make_advice(self) -> QLabel:
        advice = QLabel("打勾的列会显示，从上到下就是从左到右；拖动或用“上移”“下移”换位置。")
        advice.setWordWrap(True)
        theme.mark(advice, "muted")
        return advice

    def _make_middle(self) -> QWidget:
        up, down = icon_button("上移", "up"), icon_button("下移", "down")
        usual = icon_button("恢复原样", "restore")
        up.clicked.connect(lambda: self.move_column(-1))
        down.clicked.connect(lambda: self.move_column(1))
        usual.clicked.connect(self.show_usual)
        side = QVBoxLayout()
        side.setSpacing(theme.px(8))
        for button in (up, down, usual):
            side.addWidget(button)
        side.addStretch()
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._list, 1)
        row.addLayout(side)
        return middle

    def _make_frozen(self) -> QWidget:
        self._frozen = CalmNumber()
        self._frozen.setRange(0, MOST_FROZEN)
        self._frozen.setValue(self._table.frozen_columns)
        label = QLabel("左右滚动时，最前面几列不动：")
        label.setBuddy(self._frozen)
        self._frozen.setAccessibleName("冻结的列数")
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self._frozen)
        row.addStretch()
        return line

    def _take(self) -> None:
        items = [self._list.item(row) for row in range(self._list.count())]
        ticked = [one.data(KEY) for one in items if one.checkState() == Qt.CheckState.Checked]
        if not ticked:
            self._context.office.say("至少要留一列")
            return
        known = (*self._context.usual_columns(), *self._context.further_columns())
        by_key = {one.key: one for one in known}
        self._table.freeze(self._frozen.value())
        self._table.show_columns([by_key[key] for key in ticked])
        self.accept()
