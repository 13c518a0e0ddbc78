"""Figures by year on the screen; a number opens the records behind it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem
from typing_extensions import override

from models.figures.catalogue import Figures
from models.figures.figure import Figure
from models.figures.telling import decisions_in_words
from models.figures.years import Years
from reports.comparison import scale_of
from reports.scales import difference_words
from ui.lists.painting import dress
from ui.look import theme

FIRST_YEAR = 2
WAITING = "…"
LABEL_CHARS, UNIT_CHARS, NUMBER_CHARS, LEAST_CHARS = 14.0, 2.5, 6.5, 3.5
FEW_YEARS = 5


class ComparisonTable(QTableWidget):
    """One row a figure: its years, then what changed since the year before."""

    opened = Signal(str, int)
    row_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(0, 0)
        self._codes: list[str] = []
        self._years: Years | None = None
        dress(self)
        self.horizontalHeader().setStretchLastSection(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("历年对比")
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.currentCellChanged.connect(self._tell_row)

    @property
    def codes(self) -> Sequence[str]:
        """The figures in the order of the rows."""
        return self._codes

    def show_figures(self, years: Years, codes: Sequence[str]) -> None:
        """Lay out a row for each figure; the numbers are filled in one after the other."""
        chosen = self.code_at(self.currentRow())
        self.blockSignals(True)
        self._years, self._codes = years, list(codes)
        self._set_columns(years)
        self.setRowCount(len(codes))
        for row, code in enumerate(codes):
            definition = years.newest.definition(code)
            self._put(row, 0, definition.label, tip=definition.basis)
            self._put(row, 1, definition.unit)
            for column in range(FIRST_YEAR, self.columnCount()):
                self._put(row, column, WAITING, is_number=True)
        self.blockSignals(False)
        if codes:
            self.setCurrentCell(self._codes.index(chosen) if chosen in self._codes else 0, 0)

    def fill(self, row: int) -> None:
        """Count and show the numbers of one row."""
        if self._years is None:
            return
        years, code = self._years, self._codes[row]
        scale, growth = scale_of(years, years.newest.definition(code)), years.growth(code)
        self._put(row, 1, scale.unit)
        for place, figure in enumerate(years.known(code)):
            tip = _tip(years, place, figure)
            is_door = figure is not None and bool(figure.records)
            column = FIRST_YEAR + place
            self._put(row, column, scale.marked(figure), is_number=True, is_door=is_door, tip=tip)
        last = FIRST_YEAR + len(years.periods)
        self._put(row, last, difference_words(growth, scale), is_number=True)
        self._put(row, last + 1, growth.share_words, is_number=True)

    def code_at(self, row: int) -> str:
        """Return the figure of a row, blank when there is none."""
        return self._codes[row] if 0 <= row < len(self._codes) else ""

    def figure_at(self, row: int, column: int) -> Figure | None:
        """Return the figure whose number stands in a cell."""
        figures = self._figures_of(column)
        return figures[self.code_at(row)] if figures is not None and self.code_at(row) else None

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.columnCount():
            self._give_room_to_names()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._open(index.row(), index.column())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        item = self.itemAt(event.position().toPoint())
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(hand if _is_door(item) else arrow)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentRow(), self.currentColumn())
            return
        super().keyPressEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.viewport().unsetCursor()

    def _open(self, row: int, column: int) -> None:
        if _is_door(self.item(row, column)):
            self.opened.emit(self.code_at(row), column - FIRST_YEAR)

    def _figures_of(self, column: int) -> Figures | None:
        place = column - FIRST_YEAR
        if self._years is None or not 0 <= place < len(self._years.figures):
            return None
        return self._years.figures[place]

    def _set_columns(self, years: Years) -> None:
        titles = [f"{one.year}年" for one in years.periods]
        labels = ["指标", "单位", *titles, "比上年增减", "同比"]
        number = NUMBER_CHARS if len(titles) <= FEW_YEARS else LEAST_CHARS
        widths = [LABEL_CHARS, UNIT_CHARS, *[number] * (len(labels) - FIRST_YEAR)]
        self.setColumnCount(len(labels))
        for column, (label, width) in enumerate(zip(labels, widths, strict=True)):
            item = QTableWidgetItem(label)
            item.setTextAlignment(_RIGHT if column >= FIRST_YEAR else _LEFT)
            self.setHorizontalHeaderItem(column, item)
            self.setColumnWidth(column, theme.chars(width) + theme.px(16))
            if column >= FIRST_YEAR:
                self._widen(column, label)
        self._give_room_to_names()

    def _widen(self, column: int, text: str) -> None:
        """Give a column room for a number, which must never be cut."""
        bold = QFontMetrics(theme.font_of("table", bold=True))
        needed = bold.horizontalAdvance(text) + theme.px(24)
        if needed > self.columnWidth(column):
            self.setColumnWidth(column, needed)
            self._give_room_to_names()

    def _give_room_to_names(self) -> None:
        """Let the names have what the numbers leave."""
        others = sum(self.columnWidth(one) for one in range(1, self.columnCount()))
        least = theme.chars(LABEL_CHARS) + theme.px(16)
        self.setColumnWidth(0, max(least, self.viewport().width() - others))

    def _put(
        self,
        row: int,
        column: int,
        text: str,
        *,
        is_number: bool = False,
        is_door: bool = False,
        tip: str = "",
    ) -> None:
        item = QTableWidgetItem(text)
        item.setToolTip(tip or text)
        if is_number:
            item.setTextAlignment(_RIGHT)
            self._widen(column, text)
        if is_door:
            item.setForeground(QColor(theme.now().link))
            item.setData(DOOR, True)
        self.setItem(row, column, item)

    def _tell_row(self, row: int, _column: int, before: int, _column_before: int) -> None:
        if row != before:
            self.row_chosen.emit(self.code_at(row))


DOOR = Qt.ItemDataRole.UserRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _is_door(item: QTableWidgetItem | None) -> bool:
    return item is not None and bool(item.data(DOOR))


def _tip(years: Years, place: int, figure: Figure | None) -> str:
    """Return the exact number with its period, and what the clerk decided about it."""
    if figure is None:
        return "台账中还没有记录"
    told = decisions_in_words(figure, years.newest.ledger.store)
    words = [f"{years.periods[place].words()} {figure.exact}", *(one for _, one in told)]
    return "\n".join(words)
