"""What happened to one record, in words, and putting it back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models import versions
from models.errors import Problem
from models.records.base import Record
from models.store_history import HistoryLine
from reports.workbook import Sheet
from ui import messages
from ui.dialogs.opening import close_button
from ui.lists.painting import dress
from ui.lists.view_sheets import sheet_of_view
from ui.look import theme
from ui.look.buttons import icon_button
from ui.office import Office
from ui.sheet_saving import export_button

NAME = "修改记录"
Restore = Callable[[], Record]
COLUMNS = ("时间", "操作", "项目", "原来", "改成")
WIDTHS = (9.0, 14.0, 8.0, 10.0, 10.0)


class HistoryDialog(QDialog):
    """The changes of a record, latest first; a field or the whole record can be put back."""

    def __init__(self, record: Record, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(NAME)
        self._record = record
        self._office = office
        self._lines: list[HistoryLine] = []
        title = QLabel(office.store.title_of(record))
        theme.mark(title, "title")
        title.setWordWrap(True)
        self._nothing = QLabel("这条记录还没有修改过。")
        self._table = _make_table()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(16),) * 4)
        layout.setSpacing(theme.px(8))
        layout.addWidget(title)
        layout.addWidget(self._nothing)
        layout.addWidget(self._table, 1)
        layout.addLayout(self._make_buttons())
        self._table.itemSelectionChanged.connect(self._follow_choice)
        self._show()
        self.resize(theme.chars(62), theme.px(480))

    @property
    def table(self) -> QTableWidget:
        """The changes, one line a field."""
        return self._table

    def restore_field(self) -> None:
        """Put the field of the chosen line back as it was before."""
        line = self._chosen()
        if line is not None:
            self._restore(
                lambda: versions.restore_field(
                    self._office.store, self._record, line.name, line.operation
                ),
                f"“{line.field}”已恢复为“{line.before or '空白'}”",
            )

    def restore_record(self) -> None:
        """Put the whole record back as it was before the chosen line."""
        line = self._chosen()
        if line is not None:
            self._restore(
                lambda: versions.restore_record(self._office.store, self._record, line.operation),
                f"已恢复到“{line.label}”之前的样子",
            )

    def _make_buttons(self) -> QHBoxLayout:
        self._field_button = icon_button("恢复这一项", "undo")
        self._record_button = icon_button("整条恢复到这之前", "restore")
        self._field_button.clicked.connect(self.restore_field)
        self._record_button.clicked.connect(self.restore_record)
        close = close_button(self)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._field_button)
        row.addWidget(self._record_button)
        row.addStretch()
        self._export = export_button(self._office, lambda: NAME, self._sheets)
        row.addWidget(self._export)
        row.addWidget(close)
        return row

    def _sheets(self) -> list[Sheet]:
        return [sheet_of_view(self._table, NAME, (self._office.store.title_of(self._record),))]

    def _show(self) -> None:
        self._lines = self._office.store.history_of(self._record)
        self._nothing.setVisible(not self._lines)
        self._table.setVisible(bool(self._lines))
        self._export.setEnabled(bool(self._lines))
        self._table.setRowCount(len(self._lines))
        for row, line in enumerate(self._lines):
            made_at = line.made_at[:16].replace("T", " ")
            texts = (made_at, line.label, line.field, line.before, line.after)
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text or "—")
                item.setToolTip(text)
                self._table.setItem(row, column, item)
        self._follow_choice()

    def _chosen(self) -> HistoryLine | None:
        rows = self._table.selectionModel().selectedRows()
        return self._lines[rows[0].row()] if rows else None

    def _follow_choice(self) -> None:
        line = self._chosen()
        store = self._office.store
        can = line is not None and (
            versions.version_before(store, self._record, line.operation) is not None
        )
        self._field_button.setEnabled(can)
        self._record_button.setEnabled(can)

    def _restore(self, restore: Restore, words: str) -> None:
        try:
            self._record = restore()
        except Problem as problem:
            messages.show_problem(self, problem)
            return
        self._office.say(f"{words}，可以用 Ctrl+Z 撤销")
        self._show()


def _make_table() -> QTableWidget:
    table = QTableWidget(0, len(COLUMNS))
    table.setHorizontalHeaderLabels(COLUMNS)
    table.horizontalHeader().setDefaultAlignment(
        Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    )
    dress(table)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setAccessibleName(NAME)
    for column, width in enumerate(WIDTHS):
        table.setColumnWidth(column, theme.chars(width) + theme.px(16))
    return table
