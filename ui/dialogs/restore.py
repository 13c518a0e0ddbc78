"""What restoring a backup would change, and the last question before it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.backup import Difference, Verified, compare
from models.records import BY_TABLE
from ui.dialogs.opening import close_button
from ui.lists.painting import dress
from ui.look import theme
from ui.office import Office

COLUMNS = ("内容", "现在", "备份里", "恢复后")


class RestoreDialog(QDialog):
    """The counts now and in the backup, side by side."""

    def __init__(self, verified: Verified, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("从备份恢复")
        title = QLabel(f"用 {verified.created:%Y-%m-%d %H:%M} 的备份替换现在的台账？")
        theme.mark(title, "title")
        place = QLabel(f"{verified.town}　{verified.path.name}　已核对，完好")
        theme.mark(place, "ok")
        safe = QLabel("恢复前会先把现在的台账在本机留一份副本，万一选错了还能找回来。")
        theme.mark(safe, "muted")
        for label in (title, place, safe):
            label.setWordWrap(True)
        differences = [
            one for one in compare(office.store.connection, verified) if one.table in BY_TABLE
        ]
        differences.sort(key=lambda one: one.now == one.then)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(8))
        for label in (title, place, safe):
            column.addWidget(label)
        column.addWidget(_table(differences), 1)
        column.addLayout(self._make_buttons())
        self.resize(theme.chars(44), theme.px(560))

    def _make_buttons(self) -> QHBoxLayout:
        leave = close_button(self, "取消")
        go = QPushButton("恢复")
        theme.mark(go, "main")
        go.clicked.connect(self.accept)
        leave.setDefault(True)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(leave)
        row.addWidget(go)
        return row


def _table(differences: list[Difference]) -> QTableWidget:
    table = QTableWidget(len(differences), len(COLUMNS))
    table.setAccessibleName("恢复前后各有多少")
    dress(table)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    for row, one in enumerate(differences):
        change = one.then - one.now
        words = "不变" if not change else (f"多{change:,}" if change > 0 else f"少{-change:,}")
        texts = (BY_TABLE[one.table].about.label, f"{one.now:,}", f"{one.then:,}", words)
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setTextAlignment(right if column in (1, 2) else left)
            table.setItem(row, column, item)
    for column, width in enumerate((12.0, 6.0, 6.0, 8.0)):
        table.setColumnWidth(column, theme.chars(width) + theme.px(16))
        header = QTableWidgetItem(COLUMNS[column])
        header.setTextAlignment(right if column in (1, 2) else left)
        table.setHorizontalHeaderItem(column, header)
    return table
