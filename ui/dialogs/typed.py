"""What was typed and not saved, field by field beside what is saved."""

from PySide6.QtCore import Qt, Signal
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

from models.typed import TypedForm
from ui.dialogs.opening import close_button
from ui.lists.painting import dress
from ui.look import theme
from ui.look.buttons import icon_button

COLUMNS = ("项目", "台账里", "没有保存的")
WIDTHS = (9.0, 16.0, 20.0)


class TypedDialog(QDialog):
    """A table of what would change; from here the clerk goes on with it or lets it go."""

    taken = Signal()
    dropped = Signal()

    def __init__(self, typed: TypedForm, since: str, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(16),) * 4)
        layout.setSpacing(theme.px(12))
        words = QLabel(since)
        words.setWordWrap(True)
        theme.mark(words, "warn")
        words.setVisible(bool(since))
        layout.addWidget(words)
        self.table = _table_of(typed)
        layout.addWidget(self.table, 1)
        layout.addLayout(self._make_buttons())
        self._going_on.setFocus()
        self.resize(theme.chars(54), theme.px(420))

    def _make_buttons(self) -> QHBoxLayout:
        going_on = self._going_on = icon_button("接着填", "tick", role="main")
        dropping = icon_button("不要了", "delete")
        going_on.setDefault(True)
        going_on.clicked.connect(self._take)
        dropping.clicked.connect(self._drop)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addStretch()
        for button in (dropping, close_button(self), going_on):
            row.addWidget(button)
        return row

    def _take(self) -> None:
        self.accept()
        self.taken.emit()

    def _drop(self) -> None:
        self.accept()
        self.dropped.emit()


def _table_of(typed: TypedForm) -> QTableWidget:
    lines = typed.lines()
    table = QTableWidget(len(lines), len(COLUMNS))
    table.setAccessibleName("填写的内容")
    dress(table)
    table.setHorizontalHeaderLabels(COLUMNS)
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    for column, width in enumerate(WIDTHS):
        table.setColumnWidth(column, theme.chars(width))
    table.horizontalHeader().setStretchLastSection(True)
    for row, texts in enumerate(lines):
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text or "—")
            item.setToolTip(text)
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            table.setItem(row, column, item)
    return table
