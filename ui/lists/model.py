"""The records of a list as Qt asks for them; only those on the screen are read."""

from array import array
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from models.listing import RecordWindow
from models.records.base import Record
from models.sorting import words_keys
from ui.lists.columns import CellText, Column
from ui.look import theme

Index = QModelIndex | QPersistentModelIndex
CELLS_KEPT = 2_000
UNSAVED = -1
DISPLAY, TOOL_TIP = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)
FOREGROUND, ALIGNMENT = int(Qt.ItemDataRole.ForegroundRole), int(Qt.ItemDataRole.TextAlignmentRole)
RISING, FALLING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
ALIGNMENTS = {
    "left": int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
    "right": int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
    "center": int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter),
}


class RecordModel(QAbstractTableModel):
    """The records of a list as Qt asks for them."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self._columns = columns
        self._unsorted: Sequence[Record] = ()
        self._records: Sequence[Record] = ()
        self._ids = array("q")
        self._cells: dict[int, list[CellText]] = {}
        self._sorted_by: tuple[str, Qt.SortOrder] | None = None

    @property
    def records(self) -> Sequence[Record]:
        """The records in the order in which they are shown."""
        return self._records

    @property
    def unsorted(self) -> Sequence[Record]:
        """The same records in the list's own order."""
        return self._unsorted

    @property
    def ids(self) -> "array[int]":
        """The numbers of the records in the order in which they are shown."""
        return self._ids

    @property
    def columns(self) -> Sequence[Column]:
        """The columns from left to right."""
        return self._columns

    @property
    def sorted_by(self) -> tuple[str, Qt.SortOrder] | None:
        """The key of the column by which the clerk sorts, None for the list's own order."""
        return self._sorted_by

    def show_records(self, records: Sequence[Record], columns: Sequence[Column]) -> None:
        """Show these records, in the order the clerk sorts by."""
        self.beginResetModel()
        self._columns = columns
        self._unsorted = records
        self._put_in_order()
        self.endResetModel()

    def forget_cells(self) -> None:
        """Ask again what the cells say; the records themselves stayed the same."""
        self._cells.clear()
        if self._records:
            last = self.index(len(self._records) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row_of(self, record_id: int | None) -> int:
        """Return in which row a record stands, -1 when it is not shown."""
        try:
            return -1 if record_id is None else self._ids.index(record_id)
        except ValueError:
            return -1

    def cell(self, row: int, column: int) -> CellText:
        """Return what one cell says."""
        found = self._cells.get(row)
        if found is None:
            if len(self._cells) > CELLS_KEPT:
                self._cells.clear()
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
    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if role in (DISPLAY, TOOL_TIP):
            return self.cell(index.row(), index.column()).text
        if role == FOREGROUND:
            return QColor(theme.now().tone(self.cell(index.row(), index.column()).tone))
        if role == ALIGNMENT:
            return ALIGNMENTS[self._columns[index.column()].align]
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == DISPLAY:
            return self._columns[section].title + self._arrow(section)
        if role == ALIGNMENT:
            return ALIGNMENTS[self._columns[section].align]
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = RISING) -> None:
        if 0 <= column < len(self._columns):
            self.sort_by((self._columns[column].key, order))

    def sort_by(self, wanted: tuple[str, Qt.SortOrder] | None) -> None:
        """Sort by the column of that key, or put the list back in its own order."""
        if wanted == self._sorted_by:
            return
        self._sorted_by = wanted
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        marked = [self._ids[one.row()] for one in kept]
        self._put_in_order()
        for old, record_id in zip(kept, marked, strict=True):
            self.changePersistentIndex(old, self.index(self.row_of(record_id), old.column()))
        self.layoutChanged.emit()

    def _arrow(self, section: int) -> str:
        if self._sorted_by is None or self._sorted_by[0] != self._columns[section].key:
            return ""
        return " ↑" if self._sorted_by[1] == RISING else " ↓"

    def _put_in_order(self) -> None:
        self._cells.clear()
        self._records = self._in_order()
        shown = self._records
        if isinstance(shown, RecordWindow):
            self._ids = shown.ids
        else:
            self._ids = array("q", (UNSAVED if one.id is None else one.id for one in shown))

    def _in_order(self) -> Sequence[Record]:
        """Return the records sorted; blanks come last either way."""
        if self._sorted_by is None:
            return self._unsorted
        key, order = self._sorted_by
        column = next((one for one in self._columns if one.key == key), None)
        if column is None:
            return self._unsorted
        if isinstance(self._unsorted, RecordWindow) and column.names:
            return self._unsorted.ordered(key, descending=order == FALLING)
        return _by_cells(self._unsorted, column, descending=order == FALLING)


def _by_cells(records: Sequence[Record], column: Column, *, descending: bool) -> Sequence[Record]:
    """Return records sorted by what the cells of a column say, which no field holds."""
    cells = [column.cell(record) for record in records]
    filled = [row for row, cell in enumerate(cells) if cell.tone != "muted"]
    blank = [row for row, cell in enumerate(cells) if cell.tone == "muted"]
    words = words_keys([one.text for one in cells])
    keys = [
        (one.order is None, words[row] if one.order is None else one.order)
        for row, one in enumerate(cells)
    ]
    filled.sort(key=lambda row: keys[row], reverse=descending)
    if isinstance(records, RecordWindow):
        return records.with_ids(records.ids[row] for row in (*filled, *blank))
    return [records[row] for row in (*filled, *blank)]
