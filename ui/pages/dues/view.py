"""The grid on the screen: first columns that stay, sums below, and the keys of a sheet."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QLineEdit,
    QScrollBar,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from ui.lists.leaving import let_out
from ui.lists.painting import CellPainter, dress
from ui.look import theme
from ui.pages.dues.model import (
    COLUMNS,
    FIRST_TOTAL,
    FROZEN,
    NAME,
    DuesModel,
    Index,
    TotalsModel,
    column_of,
    heading_of,
)

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
NAME_CHARS = 15
SAMPLE = 400
ROOMY = "100,000.00"
# In a low window the page is scrolled before fewer rows than these are seen.
LEAST_ROWS = 4


class AmountPainter(CellPainter):
    """Draws an amount, rings the current one, and offers a line to type in."""

    stepped = Signal(int, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_taken = True

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        view: QTableView = option.widget  # type: ignore[attr-defined]
        if view.currentIndex() == index and view.hasFocus():
            painter.save()
            painter.setPen(QPen(QColor(theme.now().link), theme.px(2)))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))  # type: ignore[attr-defined]
            painter.restore()

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QLineEdit:
        line = QLineEdit(parent)
        line.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.setAccessibleName(heading_of(index.column()).replace("\n", ""))
        return line

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            self._was_taken = model.setData(index, editor.text())

    @override
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _step_of(event)
            if step is not None and isinstance(editor, QWidget):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor)
                # What was refused is looked at again, so the cursor stays with it.
                if self._was_taken:
                    self.stepped.emit(*step)
                return True
        return super().eventFilter(editor, event)


def _step_of(event: QKeyEvent) -> tuple[int, int] | None:
    """Return how far down and to the right a key leads."""
    is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if event.key() in ENTER:
        return (-1 if is_back else 1), 0
    if event.key() == Qt.Key.Key_Backtab or (event.key() == Qt.Key.Key_Tab and is_back):
        return 0, -1
    return (0, 1) if event.key() == Qt.Key.Key_Tab else None


class AmountTable(QTableView):
    """The months; it is typed into, copied from and pasted into like a sheet."""

    pasted = Signal(str)
    cleared = Signal()

    def __init__(self, model: DuesModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName("收缴台账各月金额")
        dress(self)
        self.setTabKeyNavigation(True)
        let_out(self)
        painter = AmountPainter(self)
        painter.stepped.connect(self.step)
        self.setItemDelegate(painter)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.EditKeyPressed)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setAlternatingRowColors(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def step(self, down: int, right: int) -> None:
        """Move the cursor; past the last month it goes on in the next row."""
        now = self.currentIndex()
        row, column = now.row() + down, now.column() + right
        if column >= FIRST_TOTAL:
            row, column = row + 1, FROZEN
        elif column < FROZEN:
            row, column = row - 1, FIRST_TOTAL - 1
        if self._is_inside(row):
            self.setCurrentIndex(self.model().index(row, column))

    def is_last_step(self, step: tuple[int, int]) -> bool:
        """Whether a step to the side would lead out of the table."""
        now, (_, right) = self.currentIndex(), step
        is_end = now.column() + right >= FIRST_TOTAL and not self._is_inside(now.row() + 1)
        is_begin = now.column() + right < FROZEN and not self._is_inside(now.row() - 1)
        return bool(right) and (is_end or is_begin)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _step_of(event)
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        elif step is not None and self.is_last_step(step):
            event.ignore()
        elif step is not None:
            self.step(*step)
        else:
            super().keyPressEvent(event)

    def _is_inside(self, row: int) -> bool:
        return 0 <= row < self.model().rowCount()

    def _copy(self) -> None:
        """Put the selected block on the clipboard as a sheet takes it."""
        chosen = self.selectionModel().selectedIndexes()
        if not chosen:
            return
        rows = sorted({one.row() for one in chosen})
        columns = sorted({one.column() for one in chosen})
        edit = int(Qt.ItemDataRole.EditRole)
        lines = (
            "\t".join(str(self.model().index(row, column).data(edit)) for column in columns)
            for row in rows
        )
        QGuiApplication.clipboard().setText("\n".join(lines))


class DuesGrid(QFrame):
    """The four tables that make the grid: names and months, and the sums of both."""

    payer_opened = Signal(int)
    month_opened = Signal(int, int)

    def __init__(self, model: DuesModel, totals: TotalsModel) -> None:
        super().__init__()
        theme.mark(self, "card")
        self._model, self._totals = model, totals
        self.months = AmountTable(model)
        self.names = _plain_table(model, "收缴台账单位")
        self._sums = _plain_table(totals, "收缴台账各月合计")
        self._name_sums = _plain_table(totals, "收缴台账合计")
        self._arrange()
        self._tie()

    def fit(self) -> None:
        """Give each column the room that its longest text needs."""
        self._hide_halves()
        metrics = QFontMetrics(theme.font_of("table", bold=True))
        for column in range(COLUMNS):
            shown = self.names if column < FROZEN else self.months
            least = shown.horizontalHeader().sectionSizeHint(column)
            width = max(least, self._needed(column, metrics) + theme.px(16) + 2)
            for table in (self.names, self.months, self._sums, self._name_sums):
                table.setColumnWidth(column, width)
        room = sum(self.names.columnWidth(column) for column in range(FROZEN))
        for table in (self.names, self._name_sums):
            table.setFixedWidth(room + 2)

    def look_at(self, row: int, month: int, *, is_due: bool = False) -> None:
        """Put the cursor on a payer's month and show it."""
        index = self._model.index(row, column_of(month, is_due=is_due))
        self.months.setCurrentIndex(index)
        self.months.scrollTo(index)

    def show_month(self, month: int) -> None:
        """Bring a month to the left edge."""
        bar = self.months.horizontalScrollBar()
        first = column_of(month, is_due=True)
        bar.setValue(sum(self.months.columnWidth(one) for one in range(FROZEN, first)))

    def _needed(self, column: int, metrics: QFontMetrics) -> int:
        words = heading_of(column).split("\n")
        words.append(str(self._totals.index(0, column).data()))
        # A column that is blank as yet has room to type in.
        words += [ROOMY] if column >= FROZEN else []
        rows = range(min(self._model.rowCount(), SAMPLE))
        longest = max((self._model.cell(row, column).text for row in rows), key=len, default="")
        found = max(metrics.horizontalAdvance(one) for one in (*words, longest))
        return min(found, theme.chars(NAME_CHARS)) if column == NAME else found

    def _hide_halves(self) -> None:
        """Show each table only its columns; Qt forgets this whenever the rows change."""
        for column in range(COLUMNS):
            is_frozen = column < FROZEN
            for table in (self.names, self._name_sums):
                table.setColumnHidden(column, not is_frozen)
            for table in (self.months, self._sums):
                table.setColumnHidden(column, is_frozen)

    def _arrange(self) -> None:
        for table, role in (
            (self.names, "pane-names"),
            (self.months, "pane"),
            (self._name_sums, "pane-corner"),
            (self._sums, "pane-sums"),
        ):
            theme.mark(table, role)
        height = QFontMetrics(theme.font_of("table", bold=True)).height() * 2 + theme.px(16)
        for table in (self.names, self.months):
            table.horizontalHeader().setFixedHeight(height)
            table.setMinimumHeight(
                height + LEAST_ROWS * table.verticalHeader().defaultSectionSize()
            )
            table.horizontalHeader().setStretchLastSection(False)
        for table in (self._sums, self._name_sums):
            table.horizontalHeader().hide()
            table.setFixedHeight(theme.px(34) + 2)
            table.horizontalHeader().setStretchLastSection(False)
        for table in (self.names, self.months, self._sums, self._name_sums):
            table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        grid = QGridLayout(self)
        grid.setContentsMargins(*(theme.px(4),) * 4)
        grid.setSpacing(0)
        grid.addWidget(self.names, 0, 0)
        grid.addWidget(self.months, 0, 1)
        # The bars stand outside, so that names, months and sums have the same room to scroll in.
        grid.addWidget(_bar_of(self.months.verticalScrollBar()), 0, 2)
        grid.addWidget(self._name_sums, 1, 0)
        grid.addWidget(self._sums, 1, 1)
        grid.addWidget(_bar_of(self.months.horizontalScrollBar()), 2, 1)
        grid.setRowStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def _tie(self) -> None:
        self.names.setSelectionModel(self.months.selectionModel())
        ours, theirs = self.months.verticalScrollBar(), self.names.verticalScrollBar()
        ours.valueChanged.connect(theirs.setValue)
        theirs.valueChanged.connect(ours.setValue)
        across = self.months.horizontalScrollBar()
        across.valueChanged.connect(self._sums.horizontalScrollBar().setValue)
        self.names.clicked.connect(lambda index: self._choose_row(index.row()))
        self.names.doubleClicked.connect(lambda index: self.payer_opened.emit(index.row()))
        self.months.doubleClicked.connect(self._open_month)

    def _choose_row(self, row: int) -> None:
        flags = QItemSelectionModel.SelectionFlag
        column = max(self.months.currentIndex().column(), FROZEN)
        index = self._model.index(row, column)
        self.months.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
        self.months.setFocus()

    def _open_month(self, index: QModelIndex) -> None:
        self.month_opened.emit(index.row(), index.column())


def _bar_of(inner: QScrollBar) -> QScrollBar:
    """Return a bar that moves with a hidden one."""
    bar = QScrollBar(inner.orientation())

    def take_range(low: int, high: int) -> None:
        bar.setRange(low, high)
        bar.setPageStep(inner.pageStep())
        bar.setSingleStep(inner.singleStep())

    inner.rangeChanged.connect(take_range)
    inner.valueChanged.connect(bar.setValue)
    bar.valueChanged.connect(inner.setValue)
    return bar


def _plain_table(model: DuesModel | TotalsModel, name: str) -> QTableView:
    table = QTableView()
    table.setAccessibleName(name)
    table.setModel(model)
    dress(table)
    table.setAlternatingRowColors(False)
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    return table


def block_of(text: str) -> Sequence[Sequence[str]]:
    """Return a copied block as rows of cells."""
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")
    return [line.split("\t") for line in lines]
