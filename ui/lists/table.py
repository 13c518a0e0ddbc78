"""The list on the screen: selection that stays, sorting, columns as the clerk arranged them."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView
from typing_extensions import override

from models.records.base import Record
from ui.lists.column_widths import widths_within
from ui.lists.columns import Column
from ui.lists.frozen import FrozenColumns
from ui.lists.model import FALLING, RISING, RecordModel
from ui.lists.painting import dress
from ui.lists.record_painter import RecordPainter
from ui.look import theme

MOST_CHARS = 60
LEAST_CHARS = 3.5
FIRST_CHARS = 9
SAMPLE = 64
MEASURED = 5
FLAGS = QItemSelectionModel.SelectionFlag


class RecordTable(QTableView):
    """The list on the screen."""

    row_chosen = Signal(object)
    opened = Signal(object)
    selection_changed = Signal()
    arranged = Signal()

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self._widths: dict[str, float] = {}
        self._wanted: list[int] = []
        self._least: list[int] = []
        self.records = RecordModel(columns)
        self.setModel(self.records)
        dress(self)
        self.setItemDelegate(RecordPainter(self, self.records))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self._set_up_header()
        self._frozen = FrozenColumns(self)
        self._frozen.setItemDelegate(RecordPainter(self._frozen, self.records))
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.selectionModel().selectionChanged.connect(lambda _in, _out: self._tell_selection())
        self.doubleClicked.connect(self._tell_opened)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        # To draw itself the header asks of every row whether it is selected: not of this one.
        header.setSelectionModel(QItemSelectionModel(self.records, header))
        header.setSectionsMovable(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setMinimumSectionSize(theme.chars(LEAST_CHARS))
        header.sectionClicked.connect(self._sort_by)
        header.sectionResized.connect(self._keep_width)
        header.sectionMoved.connect(self._follow_move)
        self._measure_columns()
        self._fit_columns()

    @property
    def chosen(self) -> Record | None:
        """The record on which the cursor stands."""
        row = self.currentIndex().row()
        return self.records.records[row] if 0 <= row < self.records.rowCount() else None

    @property
    def selected(self) -> list[Record]:
        """Every selected record, from top to bottom."""
        return [self.records.records[row] for row in self._selected_rows()]

    @property
    def selected_ids(self) -> list[int]:
        """The numbers of the selected records, from top to bottom, without reading them."""
        return [self.records.ids[row] for row in self._selected_rows()]

    @property
    def selected_count(self) -> int:
        """How many records are selected."""
        return sum(len(rows) for rows in self._selected_ranges())

    @property
    def widths(self) -> Mapping[str, float]:
        """The widths in characters that the clerk gave to columns, by their keys."""
        return self._widths

    @property
    def frozen_columns(self) -> int:
        """How many of the first columns stay when the list is scrolled sideways."""
        return self._frozen.count

    @property
    def frozen(self) -> FrozenColumns:
        """What is seen of the columns that stay."""
        return self._frozen

    def show_records(self, records: Sequence[Record], columns: Sequence[Column]) -> None:
        """Show these records; what was chosen and where the list stood stays."""
        chosen = self.chosen_id
        kept = self.selected_ids
        place = self.verticalScrollBar().value()
        blocked = self.selectionModel().blockSignals(True)
        self.records.show_records(records, columns)
        self._measure_columns()
        self._fit_columns()
        self._restore(chosen, kept)
        self.selectionModel().blockSignals(blocked)
        self.verticalScrollBar().setValue(place)
        self._frozen.place()
        self.viewport().update()
        self.selection_changed.emit()

    @property
    def chosen_id(self) -> int | None:
        """The number of the record on which the cursor stands."""
        row = self.currentIndex().row()
        return self.records.ids[row] if 0 <= row < self.records.rowCount() else None

    def arrange(
        self, widths: Mapping[str, float], sort: tuple[str, bool] | None, frozen: int
    ) -> None:
        """Give columns the widths, the order and the frozen part that are remembered of them."""
        self._widths = dict(widths)
        self.records.sort_by(sort and (sort[0], FALLING if sort[1] else RISING))
        self._fit_columns()
        self._frozen.freeze(frozen)

    def sort_by(self, key: str, *, descending: bool) -> None:
        """Sort by the column of that key."""
        self.records.sort_by((key, FALLING if descending else RISING))
        self.arranged.emit()

    def unsort(self) -> None:
        """Put the list back in its own order."""
        self.records.sort_by(None)
        self.arranged.emit()

    def freeze(self, count: int) -> None:
        """Let that many of the first columns stay when the list is scrolled sideways."""
        self._frozen.freeze(count)
        self.arranged.emit()

    def forget_widths(self) -> None:
        """Give every column what its cells need again."""
        self._widths.clear()
        self._fit_columns()
        self.arranged.emit()

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show the same records with other columns, or in another order of them."""
        self.show_records(self.records.unsorted, columns)
        self.arranged.emit()

    def choose(self, record_id: int | None) -> bool:
        """Put the cursor on a record; whether it is in the list."""
        row = self.records.row_of(record_id)
        if row < 0:
            return False
        index = self.records.index(row, self._seen_column())
        self.selectionModel().setCurrentIndex(index, FLAGS.ClearAndSelect | FLAGS.Rows)
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

    def select_ids(self, ids: Iterable[int]) -> None:
        """Select these records too, without telling which one was chosen."""
        wanted = set(ids)
        if not wanted:
            return
        last = self.records.columnCount() - 1
        selection = QItemSelection()
        for first, end in _runs(row for row, one in enumerate(self.records.ids) if one in wanted):
            selection.select(self.records.index(first, 0), self.records.index(end, last))
        self.selectionModel().select(selection, FLAGS.Select | FLAGS.Rows)

    def _selected_ranges(self) -> list[range]:
        found = self.selectionModel().selection()
        ranges = [found.at(number) for number in range(found.count())]
        places = sorted({(one.top(), one.bottom()) for one in ranges})
        return [range(top, bottom + 1) for top, bottom in places]

    def _selected_rows(self) -> list[int]:
        return sorted({row for rows in self._selected_ranges() for row in rows})

    def _restore(self, chosen: int | None, kept: Iterable[int]) -> None:
        row = self.records.row_of(chosen)
        if row >= 0:
            index = self.records.index(row, 0)
            self.selectionModel().setCurrentIndex(index, FLAGS.Select | FLAGS.Rows)
        self.select_ids(kept)

    def _seen_column(self) -> int:
        """Return a column that is on the screen, so that going to a row scrolls nothing sideways."""
        return max(self.columnAt(self.viewport().width() // 2), 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()
        self._frozen.place()

    def _fit_columns(self) -> None:
        """Give each column what its cells need; where room is short, the widest give way."""
        wanted, least = list(self._wanted), list(self._least)
        for number, one in enumerate(self.records.columns):
            if one.key in self._widths:
                wanted[number] = least[number] = theme.chars(self._widths[one.key])
        widths = widths_within(self.viewport().width(), wanted=wanted, least=least)
        blocked = self.horizontalHeader().blockSignals(True)
        for number, width in enumerate(widths):
            self.setColumnWidth(number, width)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().blockSignals(blocked)
        self.updateGeometries()

    def _measure_columns(self) -> None:
        """Find out what room the cells of each column need, and what their headers do."""
        padding = theme.px(16) + 2
        metrics = QFontMetrics(theme.font_of("table", bold=True))
        columns = self.records.columns
        least = [metrics.horizontalAdvance(one.title + " ↑") + padding for one in columns]
        needed = [self._needed(n, one, metrics) + padding for n, one in enumerate(columns)]
        if least:
            # What a row is about keeps room for a few characters of its name.
            least[0] = max(least[0], min(needed[0], theme.chars(FIRST_CHARS) + padding))
        self._least = least
        self._wanted = [max(need, low) for need, low in zip(needed, least, strict=True)]

    def _needed(self, number: int, column: Column, metrics: QFontMetrics) -> int:
        rows = range(min(self.records.rowCount(), SAMPLE))
        texts = {self.records.cell(row, number).text for row in rows}
        # The longest words are the widest ones; measuring them all would be felt.
        longest = sorted(texts, key=_length)[-MEASURED:]
        widest = max((metrics.horizontalAdvance(text) for text in longest), default=0)
        return min(widest or theme.chars(column.width), theme.chars(MOST_CHARS))

    def _keep_width(self, section: int, _old: int, new: int) -> None:
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            key = self.records.columns[section].key
            self._widths[key] = round(new / theme.chars(1), 2)
            self._frozen.place()
            self.arranged.emit()

    def _follow_move(self, _section: int, old: int, new: int) -> None:
        """Let the order of the columns be that of the model, whatever was dragged."""
        columns = list(self.records.columns)
        columns.insert(new, columns.pop(old))
        header = self.horizontalHeader()
        blocked = header.blockSignals(True)
        header.moveSection(new, old)
        header.blockSignals(blocked)
        self.show_columns(columns)

    def _sort_by(self, section: int) -> None:
        key = self.records.columns[section].key
        self.sort_by(key, descending=self.records.sorted_by == (key, RISING))

    def _tell_selection(self) -> None:
        self.selection_changed.emit()

    def _tell_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_chosen.emit(self.records.records[index.row()])

    def _tell_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self.records.records[index.row()])


def _length(text: str) -> int:
    """Return about how wide a text is: what is not Latin counts twice."""
    return sum(1 if one.isascii() else 2 for one in text)


def _runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Return rising row numbers as first and last of every unbroken run."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
