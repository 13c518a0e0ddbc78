"""What would become of each row of one sheet, in words and colours."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QTableView, QVBoxLayout, QWidget
from typing_extensions import override

from models.sheets.plan import SAID, RowPlan, SheetPlan, Verdict
from ui.lists.painting import dress
from ui.look import theme

COLUMNS = ("行", "结果", "名称", "说明")
MOST_NOTES = 4
# The height of a few lines, counted as the widths are.
NOTES_CHARS = 8.0
WIDTHS = (3.5, 4.0, 16.0, 30.0)
Index = QModelIndex | QPersistentModelIndex
TONES: dict[Verdict, str] = {
    "new": "ok",
    "update": "link",
    "duplicate": "muted",
    "conflict": "warn",
    "error": "error",
}


class RowModel(QAbstractTableModel):
    """The rows of a sheet with their verdicts."""

    def __init__(self, rows: Sequence[RowPlan]) -> None:
        super().__init__()
        self._rows = rows

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        row = self._rows[index.row()]
        if role in (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)):
            return self._texts(row)[index.column()]
        if role == int(Qt.ItemDataRole.ForegroundRole) and index.column() == 1:
            return QColor(theme.now().tone(TONES[row.verdict]))
        if role == int(Qt.ItemDataRole.TextAlignmentRole):
            side = (
                Qt.AlignmentFlag.AlignRight if index.column() == 0 else Qt.AlignmentFlag.AlignLeft
            )
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == int(Qt.ItemDataRole.DisplayRole):
            return COLUMNS[section]
        if role == int(Qt.ItemDataRole.TextAlignmentRole):
            side = Qt.AlignmentFlag.AlignRight if section == 0 else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _texts(self, row: RowPlan) -> tuple[str, str, str, str]:
        said = "；".join(
            f"{one.column}：{one.text}" if one.column else one.text for one in row.messages
        )
        return str(row.row), SAID[row.verdict], row.title, said or "—"


class SheetPreview(QWidget):
    """One sheet: how it was understood, and its rows."""

    def __init__(self, sheet: SheetPlan, notices: Sequence[str]) -> None:
        super().__init__()
        self.sheet = sheet
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        column.setSpacing(theme.px(8))
        texts = [*notices, *([sheet.refusal] if sheet.refusal else []), *sheet.notes]
        if texts:
            column.addWidget(_notes(texts))
        if sheet.columns:
            column.addWidget(_words(_columns_words(sheet), "help"))
        column.addWidget(_table(sheet), 1)


def _columns_words(sheet: SheetPlan) -> str:
    left_out = [one.heading for one in sheet.columns if not one.read_as and one.heading]
    used = [
        one.read_as if one.read_as.endswith(one.heading) else f"{one.heading}→{one.read_as}"
        for one in sheet.columns
        if one.read_as
    ]
    words = "认出的列：" + "、".join(used)
    return words + ("　不导入的列：" + "、".join(left_out) if left_out else "")


def _notes(texts: Sequence[str]) -> QWidget:
    """Return the notes one below the other; many of them scroll and leave room for the rows."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(4))
    for text in texts:
        column.addWidget(_words(text, "warn"))
    if len(texts) <= MOST_NOTES:
        return box
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(box)
    area.setFixedHeight(theme.chars(NOTES_CHARS))
    return area


def _words(text: str, role: str) -> QLabel:
    label = QLabel(text.replace("\n", " "))
    label.setWordWrap(True)
    theme.mark(label, role)
    return label


def _table(sheet: SheetPlan) -> QTableView:
    table = QTableView()
    table.setModel(RowModel(sheet.rows))
    table.model().setParent(table)
    dress(table)
    for number, width in enumerate(WIDTHS):
        table.setColumnWidth(number, theme.chars(width) + theme.px(16))
    return table
