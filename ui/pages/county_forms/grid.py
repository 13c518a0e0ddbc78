"""The form on the screen: moved over by the arrow keys, chosen by a click."""

from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from ui.look import theme
from ui.pages.county_forms.grid_model import GridModel
from ui.pages.county_forms.grid_painter import PIXELS_PER_POINT, CellPainter, draw_text, text_height
from ui.pages.county_forms.marks import Cell, Mark, Paper, spread_of

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# A form wider than the window is shown smaller, down to this part of its size.
LEAST_SCALE = 0.7
LEAST_SECTION = 4
# The digits of the usual letters, in which spreadsheets count the width of columns.
PIXELS_PER_DIGIT = 7
# A text over several columns makes its row no higher than one line.
UNWRAPPED = 100_000


class FormGrid(QTableView):
    """One sheet of a form; the cell with the cursor is the one that is spoken of."""

    cell_chosen = Signal(object)
    opened = Signal(object)
    cleared = Signal(object)
    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._cells = GridModel()
        self._painter = CellPainter(self)
        self._origins: dict[Cell, Cell] = {}
        self.setModel(self._cells)
        self.setItemDelegate(self._painter)
        self._dress()
        self.selectionModel().currentChanged.connect(self._follow_cursor)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._origin(index)))

    @property
    def cells(self) -> GridModel:
        """What stands in the cells."""
        return self._cells

    @property
    def place(self) -> Cell | None:
        """The cell with the cursor; of merged cells the first."""
        index = self.currentIndex()
        return self._origin(index) if index.isValid() else None

    def show_paper(self, paper: Paper, marks: Mapping[Cell, Mark]) -> None:
        """Show another sheet from its beginning."""
        self.clearSpans()
        self._cells.show(paper, marks)
        self._origins = {}
        for one in paper.sheet.merges:
            self._join(one.top, one.left, one.bottom, one.right)
        self._spread()
        self._hide()
        self._measure()

    def show_marks(self, marks: Mapping[Cell, Mark]) -> None:
        """Show other marks on the same sheet; the cursor stays."""
        self._cells.show_marks(marks)
        self._spread()

    def look_at(self, place: Cell) -> None:
        """Put the cursor on a cell and show it."""
        index = self._cells.index(*place)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
        self.scrollTo(index)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self.place
        if event.key() in ENTER and place is not None:
            self.opened.emit(place)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and place is not None:
            self.cleared.emit(place)
        elif place is not None and _is_text(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for place in self._painter.spread:
            self._draw_spread(painter, place)
        index = self.currentIndex()
        if index.isValid():
            worn = theme.now()
            painter.setPen(QPen(QColor(worn.link if self.hasFocus() else worn.muted), theme.px(2)))
            painter.drawRect(self._room_of(self._origin(index)).adjusted(0, 0, -2, -2))
        painter.end()

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(LEAST_SECTION)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        self.horizontalHeader().setStretchLastSection(False)
        theme.mark(self.horizontalHeader(), "letters")
        theme.mark(self.verticalHeader(), "letters")

    def _join(self, top: int, left: int, bottom: int, right: int) -> None:
        sheet = self._cells.paper.sheet
        bottom, right = min(bottom, sheet.row_count - 1), min(right, sheet.column_count - 1)
        if bottom < top or right < left or (bottom, right) == (top, left):
            return
        self.setSpan(top, left, bottom - top + 1, right - left + 1)
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                self._origins[row, column] = (top, left)

    def _spread(self) -> None:
        self._painter.spread = spread_of(self._cells.paper, self._cells.marks)

    def _hide(self) -> None:
        look = self._cells.paper.look
        for column in range(self._cells.columnCount()):
            self.setColumnHidden(column, not look.width(column))
        for row in range(self._cells.rowCount()):
            self.setRowHidden(row, not look.height(row))

    def _measure(self) -> None:
        """Give rows and columns their size, smaller where the form is wider than the window."""
        look, model = self._cells.paper.look, self._cells
        whole = sum(look.width(column) for column in range(model.columnCount())) * PIXELS_PER_DIGIT
        if not whole:
            return
        scale = theme.zoom() * min(max(self._room() / theme.zoom() / whole, LEAST_SCALE), 1.0)
        self._painter.scale = scale
        for column in range(model.columnCount()):
            if width := look.width(column):
                self.setColumnWidth(column, max(round(width * PIXELS_PER_DIGIT * scale), 1))
        tallest = self._tallest_texts()
        for row in range(model.rowCount()):
            if height := look.height(row):
                pixels = round(height * PIXELS_PER_POINT * scale)
                own = 0 if row in look.heights else tallest.get(row, 0)
                self.setRowHeight(row, max(pixels, own, 1))

    def _tallest_texts(self) -> dict[int, int]:
        """Return how high the texts of rows are, which grow by themselves where no height is set."""
        paper = self._cells.paper
        found: dict[int, int] = {}
        for (row, column), cell in paper.sheet.cells.items():
            if not cell.text or row in paper.look.heights:
                continue
            dress = self._painter.dress_of(self._cells, (row, column))
            merge = paper.sheet.merge_at(row, column)
            width = self.columnWidth(column) if merge is None else UNWRAPPED
            found[row] = max(found.get(row, 0), text_height(dress, cell.text, width))
        return found

    def _room(self) -> int:
        bar = self.verticalScrollBar().sizeHint().width()
        return self.width() - self.verticalHeader().sizeHint().width() - bar - theme.px(4)

    def _draw_spread(self, painter: QPainter, place: Cell) -> None:
        """Write a text over the blank cells beside its own."""
        room = self._room_of(place)
        if room.intersects(self.viewport().rect()):
            dress = self._painter.dress_of(self._cells, place)
            draw_text(painter, room, dress, self._cells.words(place))

    def _room_of(self, place: Cell) -> QRect:
        """Return where a cell is, with the blank cells over which its text runs."""
        row, column = place
        last = column + self._painter.spread.get(place, 1) - 1
        first = self.visualRect(self._cells.index(row, column))
        return first.united(self.visualRect(self._cells.index(row, last)))

    def _origin(self, index: QModelIndex) -> Cell:
        place = (index.row(), index.column())
        return self._origins.get(place, place)

    def _follow_cursor(self, index: QModelIndex) -> None:
        if index.isValid():
            self.cell_chosen.emit(self._origin(index))


def _is_text(event: QKeyEvent) -> bool:
    """Whether a key writes something by itself."""
    plain = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    return event.modifiers() in plain and event.text().isprintable() and bool(event.text().strip())
