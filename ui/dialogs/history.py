"""What happened to one record, in words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.records.base import Record
from models.store import HistoryLine
from ui import theme
from ui.office import Office
from ui.table import dress

COLUMNS = ("时间", "操作", "项目", "原来", "改成")
WIDTHS = (9.0, 14.0, 8.0, 10.0, 10.0)


class HistoryDialog(QDialog):
    """The changes of a record, latest first."""

    def __init__(self, record: Record, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("修改记录")
        lines = office.store.history_of(record)
        title = QLabel(office.store.title_of(record))
        theme.mark(title, "title")
        title.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(16),) * 4)
        layout.setSpacing(theme.px(8))
        layout.addWidget(title)
        layout.addWidget(_table(lines) if lines else QLabel("这条记录还没有修改过。"), 1)
        close = QPushButton("关闭 Esc")
        close.clicked.connect(self.reject)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(theme.chars(62), theme.px(480))


def _table(lines: list[HistoryLine]) -> QTableWidget:
    table = QTableWidget(len(lines), len(COLUMNS))
    table.setHorizontalHeaderLabels(COLUMNS)
    table.horizontalHeader().setDefaultAlignment(
        Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    )
    dress(table)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    for row, line in enumerate(lines):
        made_at = line.made_at[:16].replace("T", " ")
        for column, text in enumerate((made_at, line.label, line.field, line.before, line.after)):
            item = QTableWidgetItem(text or "—")
            item.setToolTip(text)
            table.setItem(row, column, item)
    for column, width in enumerate(WIDTHS):
        table.setColumnWidth(column, theme.chars(width) + theme.px(16))
    return table
