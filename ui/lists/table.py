"""The list of records of one type: what each cell says, sorting, selection that stays."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from models.fields import Field, Flag, Link, fields_of
from models.figures.local_figures import label_of
from models.pointers import FigureCode
from models.records.base import Record
from models.store import Store
from ui import theme
from ui.lists.column_widths import widths_within

NOTHING = "—"
MOST_CHARS = 60
LEAST_CHARS = 3.5
FIRST_CHARS = 9
SAMPLE = 200
Index = QModelIndex | QPersistentModelIndex
Alignment = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True)
class CellText:
    """What a cell says; a tone of "error" shows its word in red, "muted" in grey."""

    text: str
    tone: Literal["", "error", "muted", "ok"] = ""
    order: Any = None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list."""

    title: str
    cell: Callable[[Any], CellText]
    align: Alignment = "left"
    width: float = 6
    names: tuple[str, ...] = field(default=())


def columns_of(
    record_type: type[Record], store: Store, leave_out: Sequence[str] = ()
) -> list[Column]:
    """Return the columns that a record type declares for its lists."""
    fields = fields_of(record_type)
    names = (name for name in record_type.about.columns if name not in leave_out)
    return [_column(name, fields[name], store) for name in names]


def _column(name: str, kind: Field, store: Store) -> Column:
    titles: dict[int, str] = {}

    def link_text(value: int) -> str:
        if value not in titles:
            titles[value] = store.title_of_id(kind.to, value) if isinstance(kind, Link) else ""
        return titles[value]

    def cell(record: Record) -> CellText:
        value = getattr(record, name)
        if isinstance(kind, Flag):
            return CellText("是") if value else CellText(NOTHING, "muted")
        if kind.is_blank(value):
            return CellText(NOTHING, "muted")
        if isinstance(kind, Link):
            return CellText(link_text(value))
        if isinstance(kind, FigureCode):
            return CellText(label_of(store, value))
        return CellText(" ".join(kind.show(value).split()), order=_order(value))

    align: Alignment = "right" if kind.align == "right" and not isinstance(kind, Link) else "left"
    width = max(kind.width / 2, len(kind.label) + 1.0)
    return Column(kind.label, cell, align, 14 if isinstance(kind, Link) else width, (name,))


def _order(value: object) -> object:
    return value if not isinstance(value, str | tuple | bool) else None


class RecordModel(QAbstractTableModel):
    """The records of a list as Qt asks for them."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self._columns = columns
        self._records: list[Record] = []
        self._cells: list[list[CellText] | None] = []
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    @property
    def records(self) -> Sequence[Record]:
        """The records in the order in which they are shown."""
        return self._records

    @property
    def columns(self) -> Sequence[Column]:
        """The columns from left to right."""
        return self._columns

    def show_records(self, records: Sequence[Record], columns: Sequence[Column]) -> None:
        """Show these records, in the order the clerk sorts by."""
        self.beginResetModel()
        self._columns = columns
        self._records = list(records)
        self._cells = [None] * len(self._records)
        if self._sorted_by:
            self._put_in_order(*self._sorted_by)
        self.endResetModel()

    def row_of(self, record_id: int | None) -> int:
        """Return in which row a record stands, -1 when it is not shown."""
        return next((n for n, one in enumerate(self._records) if one.id == record_id), -1)

    def cell(self, row: int, column: int) -> CellText:
        """Return what one cell says."""
        found = self._cells[row]
        if found is None:
            record = self._records[row]
            found = self._cells[row] = [one.cell(record) for one in self._columns]
        return found[column]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._records)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if role == int(Qt.ItemDataRole.DisplayRole) or role == int(Qt.ItemDataRole.ToolTipRole):
            return self.cell(index.row(), index.column()).text
        if role == int(Qt.ItemDataRole.ForegroundRole):
            return QColor(theme.now().tone(self.cell(index.row(), index.column()).tone))
        if role == int(Qt.ItemDataRole.TextAlignmentRole):
            return int(_ALIGNMENTS[self._columns[index.column()].align])
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
            return self._columns[section].title + self._arrow(section)
        if role == int(Qt.ItemDataRole.TextAlignmentRole):
            return int(_ALIGNMENTS[self._columns[section].align])
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self._columns):
            return
        self._sorted_by = (column, order)
        self.layoutAboutToBeChanged.emit()
        kept = [(old, self._records[old.row()]) for old in self.persistentIndexList()]
        self._put_in_order(column, order)
        places = {id(record): row for row, record in enumerate(self._records)}
        for old, record in kept:
            self.changePersistentIndex(old, self.index(places[id(record)], old.column()))
        self.layoutChanged.emit()

    def _arrow(self, section: int) -> str:
        if self._sorted_by is None or self._sorted_by[0] != section:
            return ""
        return " ↑" if self._sorted_by[1] == Qt.SortOrder.AscendingOrder else " ↓"

    def _put_in_order(self, column: int, order: Qt.SortOrder) -> None:
        """Sort by what the cells say; blanks come last either way."""
        rows = range(len(self._records))
        filled = [row for row in rows if self.cell(row, column).tone != "muted"]
        blank = [row for row in rows if self.cell(row, column).tone == "muted"]
        filled.sort(
            key=lambda row: _sort_key(self.cell(row, column)),
            reverse=order == Qt.SortOrder.DescendingOrder,
        )
        self._records = [self._records[row] for row in (*filled, *blank)]
        self._cells = [self._cells[row] for row in (*filled, *blank)]


def _sort_key(cell: CellText) -> tuple[bool, Any]:
    return (cell.order is None, cell.order if cell.order is not None else cell.text)


_ALIGNMENTS = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "center": Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter,
}


class CellPainter(QStyledItemDelegate):
    """Draws the text of a cell exactly as far from its edge as the header's is."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        text: str = option.text  # type: ignore[attr-defined]
        option.text = ""  # type: ignore[attr-defined]
        option.state &= ~QStyle.StateFlag.State_HasFocus  # type: ignore[attr-defined]
        widget: QWidget = option.widget  # type: ignore[attr-defined]
        style = widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        palette: QPalette = option.palette  # type: ignore[attr-defined]
        place: QRect = option.rect  # type: ignore[attr-defined]
        place = place.adjusted(theme.px(8), 0, -theme.px(8), 0)
        shown = option.fontMetrics.elidedText(  # type: ignore[attr-defined]
            text, Qt.TextElideMode.ElideRight, place.width()
        )
        painter.save()
        painter.setFont(option.font)  # type: ignore[attr-defined]
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        kept = index.data(int(Qt.ItemDataRole.TextAlignmentRole))
        alignment = int(kept or _ALIGNMENTS["left"])
        painter.drawText(place, alignment, shown)
        painter.restore()


def dress(table: QTableView) -> None:
    """Give a plain table the look of our lists."""
    table.setItemDelegate(CellPainter(table))
    table.setAlternatingRowColors(True)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setCornerButtonEnabled(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(theme.px(34))
    table.verticalHeader().setMinimumSectionSize(theme.px(20))
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setStretchLastSection(True)
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    table.horizontalHeader().setDefaultAlignment(left)


class RecordTable(QTableView):
    """The list on the screen."""

    row_chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self._is_fitted_by_hand = False
        self.records = RecordModel(columns)
        self.setModel(self.records)
        dress(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self._set_up_header()
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.doubleClicked.connect(self._tell_opened)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(theme.chars(LEAST_CHARS))
        header.sectionClicked.connect(self._sort_by)
        header.sectionResized.connect(self._keep_widths)
        self._fit_columns()

    @property
    def chosen(self) -> Record | None:
        """The record on which the cursor stands."""
        row = self.currentIndex().row()
        return self.records.records[row] if 0 <= row < self.records.rowCount() else None

    @property
    def selected(self) -> list[Record]:
        """Every selected record, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.records.records[row] for row in rows]

    def show_records(self, records: Sequence[Record], columns: Sequence[Column]) -> None:
        """Show these records; what was chosen and where the list stood stays."""
        chosen = self.chosen.id if self.chosen else None
        kept = {record.id for record in self.selected}
        place = self.verticalScrollBar().value()
        is_new_shape = [one.title for one in columns] != [one.title for one in self.records.columns]
        blocked = self.selectionModel().blockSignals(True)
        self.records.show_records(records, columns)
        if not self._is_fitted_by_hand or is_new_shape:
            self._fit_columns()
        self._restore(chosen, kept)
        self.selectionModel().blockSignals(blocked)
        self.verticalScrollBar().setValue(place)
        self.viewport().update()

    def choose(self, record_id: int | None) -> bool:
        """Put the cursor on a record; whether it is in the list."""
        row = self.records.row_of(record_id)
        if row < 0:
            return False
        index = self.records.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)
        return True

    def go_back_to(self, record_id: int | None) -> None:
        """Put the cursor back on a record without telling anybody."""
        blocked = self.selectionModel().blockSignals(True)
        if not self.choose(record_id):
            self.selectionModel().clear()
        self.selectionModel().blockSignals(blocked)
        self.viewport().update()

    def choose_nothing(self) -> None:
        """Take the cursor off the list."""
        self.selectionModel().clear()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen:
            self.opened.emit(self.chosen)
            return
        super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.chars(24), theme.px(240))

    def _restore(self, chosen: int | None, kept: set[int | None]) -> None:
        flags = QItemSelectionModel.SelectionFlag
        row = self.records.row_of(chosen) if chosen is not None else -1
        if row >= 0:
            index = self.records.index(row, 0)
            self.selectionModel().setCurrentIndex(index, flags.Select | flags.Rows)
        for number, record in enumerate(self.records.records):
            if record.id in kept:
                index = self.records.index(number, 0)
                self.selectionModel().select(index, flags.Select | flags.Rows)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._is_fitted_by_hand:
            self._fit_columns()

    def _fit_columns(self) -> None:
        """Give each column what its cells need; where room is short, the widest give way."""
        padding = theme.px(16) + 2
        metrics = QFontMetrics(theme.font_of("table", bold=True))
        columns = self.records.columns
        least = [metrics.horizontalAdvance(one.title + " ↑") + padding for one in columns]
        needed = [self._needed(n, one, metrics) + padding for n, one in enumerate(columns)]
        if least:
            # What a row is about keeps room for a few characters of its name.
            least[0] = max(least[0], min(needed[0], theme.chars(FIRST_CHARS) + padding))
        wanted = [max(need, low) for need, low in zip(needed, least, strict=True)]
        widths = widths_within(self.viewport().width(), wanted=wanted, least=least)
        blocked = self.horizontalHeader().blockSignals(True)
        for number, width in enumerate(widths):
            self.setColumnWidth(number, width)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().blockSignals(blocked)
        self.updateGeometries()

    def _needed(self, number: int, column: Column, metrics: QFontMetrics) -> int:
        rows = range(min(self.records.rowCount(), SAMPLE))
        texts = (self.records.cell(row, number).text for row in rows)
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        return min(widest or theme.chars(column.width), theme.chars(MOST_CHARS))

    def _keep_widths(self) -> None:
        self._is_fitted_by_hand = QApplication.mouseButtons() != Qt.MouseButton.NoButton

    def _sort_by(self, section: int) -> None:
        ascending, descending = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        title = str(self.records.headerData(section, Qt.Orientation.Horizontal))
        self.records.sort(section, descending if title.endswith("↑") else ascending)

    def _tell_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_chosen.emit(self.records.records[index.row()])

    def _tell_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self.records.records[index.row()])
