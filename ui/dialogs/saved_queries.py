"""The queries that the clerk keeps for one kind of record: use, rename, move, change, delete."""

from collections.abc import Callable

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

from models.errors import Problem
from models.queries.conditions import Moment, Query
from models.queries.words import words_of
from models.reading import Refused
from models.records.base import Record
from models.records.queries import SavedQuery
from models.saved_queries import delete_query, move_query, query_of, rename_query, saved_queries
from ui import messages
from ui.dialogs.opening import close_button
from ui.look import theme
from ui.look.buttons import icon_button
from ui.office import Office

Take = Callable[[Query], None]


class SavedQueriesDialog(QDialog):
    """The kept queries by name, with what they ask; a name is changed where it stands."""

    def __init__(
        self, record_type: type[Record], office: Office, parent: QWidget, take: Take
    ) -> None:
        super().__init__(parent)
        self._type = record_type
        self._office = office
        self._take = take
        self._kept: list[SavedQuery] = []
        self.setWindowTitle(f"保存的查询 · {record_type.about.label}")
        self._list = QListWidget()
        self._list.setAccessibleName("保存的查询")
        self._list.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        theme.mark(self._list, "lines")
        self._words = QLabel()
        self._words.setWordWrap(True)
        theme.mark(self._words, "muted")
        self._build()
        self._list.currentRowChanged.connect(lambda _row: self._say())
        self._list.itemChanged.connect(self._rename)
        self._list.itemDoubleClicked.connect(lambda _item: self.use())
        self._show(0)

    @property
    def list(self) -> QListWidget:
        """The names."""
        return self._list

    @property
    def words(self) -> str:
        """What the chosen query asks."""
        return self._words.text()

    def use(self) -> None:
        """Narrow the list to what the chosen query finds."""
        query = self._chosen_query()
        if query is not None:
            self.accept()
            self._take(query)

    def change(self) -> None:
        """Change the conditions of the chosen query."""
        query = self._chosen_query()
        if query is not None:
            self.accept()
            self._office.ask_query(query, self._take)

    def rename(self) -> None:
        """Type another name for the chosen query."""
        item = self._list.currentItem()
        if item is not None:
            self._list.editItem(item)

    def move_query(self, steps: int) -> None:
        """Move the chosen query up or down."""
        row = self._list.currentRow()
        if row >= 0:
            move_query(self._office.store, self._kept[row], steps)
            self._show(row + steps)

    def delete(self) -> None:
        """Drop the chosen query; it can be undone."""
        row = self._list.currentRow()
        if row >= 0:
            delete_query(self._office.store, self._kept[row])
            self._office.say(f"已删除查询“{self._kept[row].name}”，可以用 Ctrl+Z 撤销")
            self._show(row)

    def _build(self) -> None:
        buttons = QVBoxLayout()
        buttons.setSpacing(theme.px(8))
        self._buttons = []
        for label, icon, run in (
            ("用它筛选", "filter", self.use),
            ("改条件…", "edit", self.change),
            ("改名", "edit", self.rename),
            ("上移", "up", lambda: self.move_query(-1)),
            ("下移", "down", lambda: self.move_query(1)),
            ("删除", "delete", self.delete),
        ):
            button = icon_button(label, icon)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, run=run: run())
            buttons.addWidget(button)
            self._buttons.append(button)
        buttons.addStretch()
        buttons.addWidget(close_button(self))
        left = QVBoxLayout()
        left.addWidget(self._list, 1)
        left.addWidget(self._words)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(theme.px(16),) * 4)
        row.setSpacing(theme.px(12))
        row.addLayout(left, 1)
        row.addLayout(buttons)
        self.resize(theme.chars(42), theme.px(380))

    def _show(self, row: int) -> None:
        self._kept = saved_queries(self._office.store, self._type)
        blocked = self._list.blockSignals(True)
        self._list.clear()
        for one in self._kept:
            item = QListWidgetItem(one.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self._list.addItem(item)
        self._list.setCurrentRow(min(max(row, 0), len(self._kept) - 1))
        self._list.blockSignals(blocked)
        self._say()

    def _say(self) -> None:
        row = self._list.currentRow()
        for button in self._buttons:
            button.setEnabled(row >= 0)
        if row < 0:
            self._words.setText("没有保存的查询。自己定条件时写上名称，点“保存查询”就有了。")
            return
        moment = Moment(self._office.day, self._office.year)
        try:
            query = query_of(self._kept[row])
        except Refused as refused:
            self._words.setText(f"读不出来：{refused}")
        else:
            self._words.setText(words_of(query, self._office.store, moment))

    def _chosen_query(self) -> Query | None:
        kept = self._kept[self._list.currentRow()]
        try:
            return query_of(kept)
        except Refused as refused:
            advice = "请删除它，再重新定条件保存。"
            problem = Problem(f"查询“{kept.name}”读不出来：{refused}", advice)
            messages.show_problem(self, problem)
            return None

    def _rename(self, item: QListWidgetItem) -> None:
        row = self._list.row(item)
        try:
            rename_query(self._office.store, self._kept[row], item.text())
        except Problem as problem:
            messages.show_problem(self, problem)
        self._show(row)
