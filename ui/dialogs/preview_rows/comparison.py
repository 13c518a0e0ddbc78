"""One row side by side: the register, the list, and what comes of both; the list can be mended."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QHeaderView,
    QLineEdit,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from models.sheets.comparing import CHANGED, CLEARED, FILLED, REFUSED, Line
from ui.lists.painting import CellPainter, dress
from ui.look import theme

COLUMNS = ("项目", "台账里", "表里（可改）", "导入后")
LABEL, BEFORE, LISTED, AFTER = range(4)
MOST_LABEL_CHARS = 8.5
Index = QModelIndex | QPersistentModelIndex
DISPLAY, TOOL_TIP = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)
FOREGROUND, BACKGROUND = (
    int(Qt.ItemDataRole.ForegroundRole),
    int(Qt.ItemDataRole.BackgroundRole),
)
EDIT = int(Qt.ItemDataRole.EditRole)
NOTHING = "—"
LONGEST_TIP = 400
TONES = {FILLED: "ok", CHANGED: "link", CLEARED: "warn"}


class ComparisonModel(QAbstractTableModel):
    """The fields of one row, those that differ or are refused first."""

    mended = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[Line] = ()
        self._mended: frozenset[str] = frozenset()

    @property
    def lines(self) -> Sequence[Line]:
        """The fields in the order in which they are shown."""
        return self._lines

    def show_lines(self, lines: Sequence[Line], mended: frozenset[str]) -> None:
        """Show these fields; `mended` are the cells that were typed over."""
        self.beginResetModel()
        self._lines = sorted(lines, key=_urgency)
        self._mended = mended
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        can_be_mended = index.column() == LISTED and self._lines[index.row()].cell
        return flags | Qt.ItemFlag.ItemIsEditable if can_be_mended else flags

    @override
    def data(self, index: Index, role: int = DISPLAY) -> Any:
        line = self._lines[index.row()]
        text = (line.label, line.before, line.listed, line.after)[index.column()]
        if role == DISPLAY:
            return text.replace("\n", " ") or NOTHING
        if role == EDIT:
            return text
        if role == TOOL_TIP:
            return f"{text[:LONGEST_TIP]}\n{line.said[:LONGEST_TIP]}".strip()
        if role == FOREGROUND:
            return self._colour(line, index.column())
        if role == BACKGROUND and index.column() == LISTED:
            return self._back(line)
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = EDIT) -> bool:
        line = self._lines[index.row()]
        text = str(value).strip()
        if role != EDIT or not line.cell or text == line.listed:
            return False
        self.mended.emit(line.cell, text)
        return True

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        is_shown = orientation == Qt.Orientation.Horizontal and role == DISPLAY
        return COLUMNS[section] if is_shown else None

    def _colour(self, line: Line, column: int) -> QColor | None:
        worn = theme.now()
        if column == LABEL:
            return QColor(worn.muted)
        if column == LISTED and line.how == REFUSED:
            return QColor(worn.error)
        if column == AFTER and line.how in TONES:
            return QColor(worn.tone(TONES[line.how]))
        return None

    def _back(self, line: Line) -> QColor | None:
        if line.cell in self._mended:
            return QColor(theme.now().warn_back)
        return QColor(theme.now().error_back) if line.how == REFUSED else None


class Comparison(QTableView):
    """The table of one row; a cell of the list is mended by typing over it."""

    mended = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._model = ComparisonModel()
        self._model.setParent(self)
        self._model.mended.connect(self.mended)
        self.setModel(self._model)
        dress(self)
        self.setItemDelegate(_Mender(self))
        self.setAccessibleName("所选行的内容")
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().setDefaultSectionSize(theme.px(28))
        for column in (BEFORE, LISTED, AFTER):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    @property
    def lines(self) -> Sequence[Line]:
        """The fields that are shown."""
        return self._model.lines

    def show_lines(self, lines: Sequence[Line], mended: frozenset[str]) -> None:
        """Show the fields of a row, with the cell that most needs mending chosen."""
        self._model.show_lines(lines, mended)
        self._share_room(lines)
        if lines:
            self.setCurrentIndex(self._model.index(0, LISTED))
            self.scrollToTop()

    def _share_room(self, lines: Sequence[Line]) -> None:
        """Give the labels what they need; a new row has nothing to show of the register."""
        letters = self.fontMetrics()
        longest = max((letters.horizontalAdvance(one.label) for one in lines), default=0)
        room = min(longest, theme.chars(MOST_LABEL_CHARS))
        self.setColumnWidth(LABEL, room + theme.px(20))
        self.setColumnHidden(BEFORE, not any(one.before for one in lines))

    def freeze(self) -> None:
        """Let the fields only be looked at."""
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def mend_first(self) -> None:
        """Begin to type over the cell that most needs it."""
        may_edit = self.editTriggers() != QAbstractItemView.EditTrigger.NoEditTriggers
        if self._model.lines and may_edit:
            self.setFocus()
            self.edit(self._model.index(0, LISTED))


class _Mender(CellPainter):
    """Edits a cell; words of a code table are proposed."""

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        del option
        editor = QLineEdit(parent)
        editor.setFrame(False)
        model = index.model()
        words = model.lines[index.row()].words if isinstance(model, ComparisonModel) else ()
        if words:
            completer = QCompleter(list(words), editor)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            editor.setCompleter(completer)
        return editor


def _urgency(line: Line) -> int:
    if line.how == REFUSED:
        return 0
    if line.how:
        return 1
    return 2 if line.said else 3
