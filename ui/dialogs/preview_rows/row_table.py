"""The table of the rows: ticks for many at once, and keys for all that the mouse does."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView
from typing_extensions import override

from models.sheets.plan import RowPlan
from ui.dialogs.preview_rows.row_model import TICK, TITLE, RowModel
from ui.lists.painting import dress
from ui.look import theme

WIDTHS = (2.4, 2.6, 3.0)
MEASURED, LEAST_NAME, MOST_NAME = 300, 4.5, 14.0


class RowTable(QTableView):
    """The rows of a sheet that are looked at."""

    chosen = Signal()
    ticked = Signal(object, bool)
    mending_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_frozen = False
        self._model = RowModel()
        self._model.setParent(self)
        self._model.ticked.connect(self._follow_tick)
        self.setModel(self._model)
        dress(self)
        self.setAccessibleName("表里的行")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.selectionModel().currentRowChanged.connect(lambda _new, _old: self.chosen.emit())
        self.doubleClicked.connect(lambda _index: self.mending_asked.emit())
        for number, width in enumerate(WIDTHS):
            self.setColumnWidth(number, theme.chars(width) + theme.px(16))

    @property
    def rows(self) -> Sequence[RowPlan]:
        """The rows in their order."""
        return self._model.rows

    @property
    def current(self) -> RowPlan | None:
        """The row that is looked at now."""
        place = self.currentIndex().row()
        return self._model.rows[place] if 0 <= place < len(self._model.rows) else None

    @property
    def marked(self) -> list[RowPlan]:
        """All rows that are selected."""
        places = sorted({one.row() for one in self.selectionModel().selectedRows()})
        return [self._model.rows[place] for place in places]

    def show_rows(self, rows: Sequence[RowPlan], row: int | None = None) -> None:
        """Show these rows and choose one of them: the first, or that of this number."""
        self._model.show_rows(rows)
        self._fit_names(rows)
        if rows:
            self.choose(row or rows[0].row)
        self.chosen.emit()

    def freeze(self) -> None:
        """Let the rows only be looked at."""
        self._is_frozen = True

    def _fit_names(self, rows: Sequence[RowPlan]) -> None:
        """Give people's names little room and units' names much."""
        letters = self.fontMetrics()
        names = (letters.horizontalAdvance(one.title) for one in rows[:MEASURED])
        least, most = theme.chars(LEAST_NAME), theme.chars(MOST_NAME)
        self.setColumnWidth(TITLE, min(max(least, *names, 0), most) + theme.px(20))

    def choose(self, row: int) -> None:
        """Choose the row of this number, or the next one that is shown."""
        index = self._model.index(self._model.place_of(row), TICK)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def show_from(self, scrolled: int) -> None:
        """Scroll to where the rows were before, as far as the chosen one stays on the screen."""
        self.verticalScrollBar().setValue(scrolled)
        self.scrollTo(self.currentIndex())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._turn()
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.mending_asked.emit()
        else:
            super().keyPressEvent(event)

    def _turn(self) -> None:
        """Leave the selected rows out, or take them in again."""
        if self.marked and not self._is_frozen:
            self.ticked.emit(self._numbers(), self.marked[0].verdict == "left_out")

    def _numbers(self) -> list[int]:
        return [one.row for one in self.marked]

    def _follow_tick(self, row: int, is_in: bool) -> None:
        if self._is_frozen:
            return
        numbers = self._numbers()
        self.ticked.emit(numbers if row in numbers else [row], is_in)

    def _show_menu(self, place: QPoint) -> None:
        marked = self.marked
        if not marked or self._is_frozen:
            return
        count = f"这{len(marked)}行" if len(marked) > 1 else "这一行"
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if any(one.verdict != "left_out" for one in marked):
            menu.addAction(f"{count}不导入\t空格").triggered.connect(
                lambda _on: self.ticked.emit(self._numbers(), False)
            )
        if any(one.verdict == "left_out" for one in marked):
            menu.addAction(f"{count}还是导入").triggered.connect(
                lambda _on: self.ticked.emit(self._numbers(), True)
            )
        menu.addAction("改表里的内容\tF2").triggered.connect(lambda _on: self.mending_asked.emit())
        menu.popup(self.viewport().mapToGlobal(place))
