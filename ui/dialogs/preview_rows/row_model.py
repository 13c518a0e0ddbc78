"""The rows of a sheet with their verdicts, each with a tick that takes it in."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from typing_extensions import override

from models.sheets.changes import told
from models.sheets.plan import SAID, Change, Message, RowPlan, Verdict
from ui.look import theme

COLUMNS = ("导入", "行", "结果", "名称", "说明")
LONGEST_TIP = 600
TICK, ROW, VERDICT, TITLE, WORDS = range(5)
Index = QModelIndex | QPersistentModelIndex
DISPLAY, TOOL_TIP = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)
FOREGROUND, ALIGNMENT = int(Qt.ItemDataRole.ForegroundRole), int(Qt.ItemDataRole.TextAlignmentRole)
CHECKED = int(Qt.ItemDataRole.CheckStateRole)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
TONES: dict[Verdict, str] = {
    "new": "ok",
    "update": "link",
    "duplicate": "muted",
    "conflict": "warn",
    "error": "error",
    "left_out": "muted",
}


class RowModel(QAbstractTableModel):
    """The rows of a sheet that are looked at now."""

    ticked = Signal(int, bool)

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[RowPlan] = ()

    @property
    def rows(self) -> Sequence[RowPlan]:
        """The rows in the order of the list."""
        return self._rows

    def show_rows(self, rows: Sequence[RowPlan]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def place_of(self, row: int) -> int:
        """Return where a row of the list stands, or the place of the next one that is shown."""
        found = next((at for at, one in enumerate(self._rows) if one.row >= row), None)
        return len(self._rows) - 1 if found is None else found

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == TICK else flags

    @override
    def data(self, index: Index, role: int = DISPLAY) -> Any:
        row = self._rows[index.row()]
        if role == DISPLAY:
            return self._text(row, index.column())
        if role == TOOL_TIP:
            return self._text(row, index.column())[:LONGEST_TIP]
        if role == CHECKED and index.column() == TICK:
            is_out = row.verdict == "left_out"
            return Qt.CheckState.Unchecked if is_out else Qt.CheckState.Checked
        if role == FOREGROUND and (index.column() == VERDICT or row.verdict == "left_out"):
            return QColor(theme.now().tone(TONES[row.verdict]))
        if role == ALIGNMENT:
            return RIGHT if index.column() == ROW else LEFT
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = DISPLAY) -> bool:
        if role != CHECKED or index.column() != TICK:
            return False
        is_in = Qt.CheckState(value) == Qt.CheckState.Checked
        self.ticked.emit(self._rows[index.row()].row, is_in)
        return True

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == DISPLAY:
            return COLUMNS[section]
        if role == ALIGNMENT:
            return RIGHT if section == ROW else LEFT
        return None

    def _text(self, row: RowPlan, column: int) -> str:
        if column == TICK:
            return ""
        if column == WORDS:
            return words_about(row)
        return (str(row.row), SAID[row.verdict], row.title or "—")[column - ROW]


def words_about(row: RowPlan) -> str:
    """Return in one line what is said about a row: why it stays out, what it changes, the rest."""
    said = remarks(row)
    texts = [f"{one.column}：{one.text}" if one.column else one.text for one in said]
    errors = sum(one.kind == "error" for one in said)
    changes = [_change_words(one) for one in row.changes]
    return "；".join((*texts[:errors], *changes, *texts[errors:])).replace("\n", " ") or "—"


def remarks(row: RowPlan) -> list[Message]:
    """Return what is said about a row beside its changes, what keeps it out first."""
    order = {"error": 0, "warn": 1, "fix": 2}
    changes = {told(one)[1] for one in row.changes}
    said = [one for one in row.messages if one.text not in changes]
    return sorted(said, key=lambda one: order[one.kind])


def _change_words(one: Change) -> str:
    if one.how == "filled":
        return f"补上{one.label} {one.after}"
    if one.how == "cleared":
        return f"清空{one.label}（{one.before}）"
    return f"{one.label} {one.before} → {one.after}"
