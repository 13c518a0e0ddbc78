"""The lines of a batch as a grid that is typed into: Enter goes down, Tab right, Space signs."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from models.aid import AidSheet
from models.fields import Choice, Field, fields_of
from models.reading import Refused
from models.records.aid import AidItem
from models.values.person_id import masked
from ui.forms.editors import ENTER
from ui.forms.options import code_options
from ui.lists.columns import NOTHING
from ui.lists.leaving import let_out
from ui.lists.model import Index
from ui.lists.painting import CellPainter, dress
from ui.look import theme

SIGNED = "is_signed"
WORDS = "words"
# In a low window the page is scrolled before fewer rows than these are seen.
LEAST_ROWS = 4


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column of the grid; `is_own` ones are typed only for people without a file."""

    name: str
    title: str
    width: float
    is_typed: bool = False
    is_own: bool = False


COLUMNS = (
    GridColumn("", "序号", 2.6),
    GridColumn("household_name", "姓名", 5, is_own=True),
    GridColumn("unit_name", "单位", 8, is_own=True),
    GridColumn("category", "类别", 4.6),
    GridColumn("id_no", "身份证号", 9.6, is_own=True),
    GridColumn("amount", "金额", 5.4, is_typed=True),
    GridColumn("goods", "物品", 4.4, is_typed=True),
    GridColumn("received_on", "领取日", 5.6, is_typed=True),
    GridColumn("receiver", "方式", 3, is_typed=True),
    GridColumn(SIGNED, "已签", 4.2),
    GridColumn(WORDS, "提示", 6),
)
AMOUNT = next(n for n, one in enumerate(COLUMNS) if one.name == "amount")
SIDEWAYS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_FIELDS = fields_of(AidItem)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class AidModel(QAbstractTableModel):
    """The lines of a sheet as Qt asks for them."""

    edited = Signal()
    refused = Signal(str)

    def __init__(self, sheet: AidSheet, year: Callable[[], int]) -> None:
        super().__init__()
        self._sheet = sheet
        self._year = year

    @property
    def sheet(self) -> AidSheet:
        """The sheet whose lines are shown."""
        return self._sheet

    def show_sheet(self, sheet: AidSheet) -> None:
        """Show another sheet, or the same one after its lines changed."""
        self.beginResetModel()
        self._sheet = sheet
        self.endResetModel()

    def refresh(self) -> None:
        """Draw every line again: caps and doubles depend on the others."""
        if self.rowCount():
            last = self.index(self.rowCount() - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def is_editable(self, row: int, column: int) -> bool:
        """Whether a cell can be typed into."""
        one = COLUMNS[column]
        if self._sheet.is_locked:
            return False
        return one.is_typed or (one.is_own and self._sheet.items[row].household is None)

    def toggle_signed(self, row: int) -> None:
        """Tick or untick a signature."""
        if self._sheet.is_locked:
            self.refused.emit("已全部签领，不能再改")
            return
        self._sheet.sign(row, is_signed=not self._sheet.items[row].is_signed)
        self._tell()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._sheet.items)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_editable = index.isValid() and self.is_editable(index.row(), index.column())
        return flags | Qt.ItemFlag.ItemIsEditable if is_editable else flags

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
            return COLUMNS[section].title
        if role == int(Qt.ItemDataRole.TextAlignmentRole):
            return int(_alignment(COLUMNS[section]))
        return None

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        column = COLUMNS[index.column()]
        if role == int(Qt.ItemDataRole.EditRole):
            return self._typed(index.row(), column)
        if role in {int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)}:
            return self._shown(index.row(), column)
        if role == int(Qt.ItemDataRole.TextAlignmentRole):
            return int(_alignment(column))
        if role == int(Qt.ItemDataRole.ForegroundRole):
            return self._colour(index.row(), column)
        return None

    @override
    def setData(
        self, index: Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)
    ) -> bool:
        if role != int(Qt.ItemDataRole.EditRole):
            return False
        name = COLUMNS[index.column()].name
        try:
            found = _read(_FIELDS[name], str(value), self._year())
        except Refused as refusal:
            self.refused.emit(f"第{index.row() + 1}行{COLUMNS[index.column()].title}：{refusal}")
            return False
        if name == "household_name":
            self._sheet.name_person(index.row(), str(found))
        elif name == "unit_name":
            self._sheet.name_unit(index.row(), str(found))
        else:
            self._sheet.change(index.row(), **{name: found})
        self._tell()
        return True

    def _tell(self) -> None:
        self.refresh()
        self.edited.emit()

    def _typed(self, row: int, column: GridColumn) -> str:
        if column.name not in _FIELDS:
            return ""
        return _FIELDS[column.name].show(getattr(self._sheet.items[row], column.name))

    def _shown(self, row: int, column: GridColumn) -> str:
        line = self._sheet.items[row]
        if not column.name:
            return str(row + 1)
        if column.name == WORDS:
            return self._sheet.words(row)[1]
        if column.name == SIGNED:
            return "✔ 已签" if line.is_signed else "未签"
        if column.name == "id_no":
            return masked(line.id_no) or NOTHING
        return self._typed(row, column) or NOTHING

    def _colour(self, row: int, column: GridColumn) -> QColor:
        line = self._sheet.items[row]
        if column.name == WORDS:
            return QColor(theme.now().tone(self._sheet.words(row)[0]))
        if column.name == SIGNED:
            return QColor(theme.now().ok if line.is_signed else theme.now().muted)
        if column.name == "amount" and (line.amount or 0) < 0:
            return QColor(theme.now().error)
        is_blank = not column.name or not self._typed(row, column)
        return QColor(theme.now().muted if is_blank else theme.now().ink)


def _read(field: Field, text: str, year: int) -> object:
    """Return the value of a cell; a choice is also told by its initials."""
    if isinstance(field, Choice) and text.strip():
        found = code_options(field.codes)(text)
        if len(found) == 1:
            return found[0].value
    return field.parse(text, default_year=year).value


def _alignment(column: GridColumn) -> Qt.AlignmentFlag:
    return _RIGHT if column.name in {"", "amount"} else _LEFT


class CellTyping(CellPainter):
    """Cells that are typed over: Enter and Tab keep what was typed and go on at once."""

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = QLineEdit(parent)
        line.setFrame(False)
        line.setAlignment(_alignment(COLUMNS[index.column()]))
        line.setAccessibleName(COLUMNS[index.column()].title)
        return line

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        line = cast("QLineEdit", editor)
        if not line.text():
            line.setText(index.data(int(Qt.ItemDataRole.EditRole)))
            line.selectAll()

    @override
    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        model.setData(index, cast("QLineEdit", editor).text())

    @override
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(editor, QLineEdit):
            key = cast("QKeyEvent", event).key()
            hints = QAbstractItemDelegate.EndEditHint
            hint = (
                hints.SubmitModelCache
                if key in ENTER
                else hints.EditNextItem
                if key == Qt.Key.Key_Tab
                else None
            )
            if hint is not None:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, hint)
                return True
        return super().eventFilter(editor, event)


class AidGrid(QTableView):
    """The grid on the screen."""

    row_chosen = Signal(int)
    removal_asked = Signal(int)

    def __init__(self, model: AidModel) -> None:
        super().__init__()
        self.lines = model
        self.setModel(model)
        dress(self)
        self.setItemDelegate(CellTyping(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(theme.px(32))
        self.setMinimumHeight((LEAST_ROWS + 2) * theme.px(32))
        self.setAccessibleName("发放明细")
        self.setTabKeyNavigation(True)
        let_out(self)
        for number, column in enumerate(COLUMNS):
            self.setColumnWidth(number, theme.chars(column.width) + theme.px(16))
        self.clicked.connect(self._follow_click)
        self.selectionModel().currentChanged.connect(
            lambda index, _before: self.row_chosen.emit(index.row())
        )

    @property
    def row(self) -> int:
        """The row in which the cursor stands, -1 for none."""
        return self.currentIndex().row()

    def go_to(self, row: int, column: int = AMOUNT) -> None:
        """Put the cursor into a cell and the keyboard with it."""
        if 0 <= row < self.lines.rowCount():
            self.put_cursor(row, column)
            self.setFocus()

    def put_cursor(self, row: int, column: int) -> None:
        """Put the cursor into a cell without taking the keyboard from where it is."""
        self.setCurrentIndex(self.lines.index(row, column))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in ENTER and index.isValid():
            self._go_down(index.row(), index.column())
        elif event.key() == Qt.Key.Key_Space and index.isValid():
            self.lines.toggle_signed(index.row())
        elif event.key() == Qt.Key.Key_Delete and index.isValid():
            self.removal_asked.emit(index.row())
        elif event.key() in SIDEWAYS and self._is_last_step(event.key()):
            event.ignore()
        elif event.key() == Qt.Key.Key_Tab:
            self._go_right(index.row(), index.column())
        else:
            super().keyPressEvent(event)

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        index = self.currentIndex()
        hints = QAbstractItemDelegate.EndEditHint
        super().closeEditor(editor, hints.NoHint)
        if hint == hints.SubmitModelCache:
            self._go_down(index.row(), index.column())
        elif hint == hints.EditNextItem:
            self._go_right(index.row(), index.column())

    def _is_last_step(self, key: int) -> bool:
        """Whether Tab or Shift+Tab would lead out of the grid."""
        index = self.currentIndex()
        if not index.isValid():
            return True
        if key == Qt.Key.Key_Backtab:
            return index.row() == 0 and index.column() == 0
        after = range(index.column() + 1, len(COLUMNS))
        is_last_row = index.row() == self.lines.rowCount() - 1
        return is_last_row and not any(self.lines.is_editable(index.row(), n) for n in after)

    def _go_down(self, row: int, column: int) -> None:
        """Go to the next row, from the last one to the top of the next column that is typed."""
        if row + 1 < self.lines.rowCount():
            self.go_to(row + 1, column)
            return
        after = [n for n in range(column + 1, len(COLUMNS)) if COLUMNS[n].is_typed]
        self.go_to(0 if after else row, after[0] if after else column)

    def _go_right(self, row: int, column: int) -> None:
        """Go to the next cell that is typed, from the last one to the row below."""
        for number in range(column + 1, len(COLUMNS)):
            if self.lines.is_editable(row, number):
                self.go_to(row, number)
                return
        self.go_to(min(row + 1, self.lines.rowCount() - 1), AMOUNT)

    def _follow_click(self, index: QModelIndex) -> None:
        if COLUMNS[index.column()].name == SIGNED:
            self.lines.toggle_signed(index.row())
