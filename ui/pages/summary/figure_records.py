"""The records behind a number, and those that it does not count yet."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from models.figures.figure import Figure
from models.records.base import Record
from ui.lists.columns import CellText, Column, columns_of
from ui.lists.table import RecordTable
from ui.look import theme
from ui.look.buttons import link_button
from ui.office import Office

COLUMNS = 4
TABLE_HEIGHT = 130


class ShortTable(RecordTable):
    """A list that is content with little room, and takes what the card leaves it."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.px(TABLE_HEIGHT))


class FigureRecords(QWidget):
    """A list that can be turned round; a record opens, its list opens, or it is left out."""

    leaving_out_asked = Signal(object)
    selection_changed = Signal()
    export_asked = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._figure: Figure | None = None
        self._shown: Sequence[Record] = ()
        self._nothing = ""
        self._is_decidable = True
        self._build()

    @property
    def table(self) -> RecordTable:
        """The list."""
        return self._table

    @property
    def can_leave_out(self) -> bool:
        """Whether what is selected counts now and may be decided about."""
        is_counted = self._figure is not None and self._shown is self._figure.records
        return self._is_decidable and is_counted and bool(self._table.selected)

    def show_figure(self, figure: Figure, nothing: str, *, is_decidable: bool) -> None:
        """Show what a figure counts; `nothing` is said when that is nothing."""
        self._figure = figure
        self._nothing = nothing
        self._is_decidable = is_decidable
        self._show_counted(figure)

    def ask_leaving_out(self) -> None:
        """Ask that what is selected be left out."""
        if self.can_leave_out:
            self.leaving_out_asked.emit(self._table.selected)

    def _build(self) -> None:
        self._count = QLabel()
        self._count.setWordWrap(True)
        theme.mark(self._count, "section")
        self._table = ShortTable(())
        self._table.setMinimumHeight(theme.px(TABLE_HEIGHT))
        self._table.opened.connect(self._open)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._table.customContextMenuRequested.connect(self._offer)
        self._table.selectionModel().selectionChanged.connect(
            lambda *_: self.selection_changed.emit()
        )
        self._others = link_button("")
        self._others.clicked.connect(self._turn_round)
        self._everything = link_button("在台账中打开")
        self._everything.clicked.connect(self._open_all)
        self._export = link_button("导出 Excel")
        self._export.setToolTip("把这个数字的口径和背后的名单存成表格")
        self._export.clicked.connect(self.export_asked)
        header = QHBoxLayout()
        header.addWidget(self._count, 1)
        header.addWidget(self._export)
        header.addWidget(self._everything)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(header)
        column.addWidget(self._table, 1)
        column.addWidget(self._others, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()

    def _show_records(self, records: Sequence[Record], *, title: str, turn: str) -> None:
        self._shown = records
        self._others.setText(turn)
        self._others.setVisible(bool(turn))
        self._everything.setVisible(bool(records))
        self._table.setVisible(bool(records))
        if records:
            about = records[0].about
            self._count.setText(f"{title}{about.label} {len(records)}{about.measure}（双击打开）")
        else:
            self._count.setText(self._nothing)
        self._table.show_records(records, self._columns(records))
        self.selection_changed.emit()

    def _columns(self, records: Sequence[Record]) -> Sequence[Column]:
        """Return the first columns of the records' type, or of several types what each is called."""
        types = {type(one) for one in records}
        store = self._office.store
        if len(types) == 1:
            return columns_of(types.pop(), store)[:COLUMNS]
        return (
            Column("台账", lambda one: CellText(one.about.label)),
            Column("记录", lambda one: CellText(store.title_of(one)), width=14),
        )

    def _turn_round(self) -> None:
        """Show what is not counted yet in place of what is, or the other way round."""
        if self._figure is not None and self._shown is self._figure.records:
            words = f"回到已计入的 {len(self._figure.records)}"
            self._show_records(self._figure.others, title="还没计入的", turn=words)
        elif self._figure is not None:
            self._show_counted(self._figure)

    def _show_counted(self, figure: Figure) -> None:
        others = figure.others
        turn = f"还没计入的 {len(others)}{others[0].about.measure}" if others else ""
        self._show_records(figure.records, title="背后的", turn=turn)

    def _offer(self, place: QPoint) -> None:
        """Offer with the right button what can be done with the record under it."""
        index = self._table.indexAt(place)
        if not index.isValid():
            return
        if not self._table.selectionModel().isRowSelected(index.row()):
            self._table.selectRow(index.row())
        menu = QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        opening = menu.addAction("打开这条记录")
        opening.triggered.connect(lambda: self._open(self._table.selected[0]))
        leaving = menu.addAction("这条不计入…")
        leaving.setEnabled(self.can_leave_out)
        leaving.triggered.connect(self.ask_leaving_out)
        menu.popup(self._table.viewport().mapToGlobal(place))

    def _open(self, record: Record) -> None:
        self._office.open_record(record.about.table, record.id or 0)

    def _open_all(self) -> None:
        if self._figure is None or not self._shown:
            return
        table = self._shown[0].about.table
        ids = frozenset(one.id for one in self._shown if one.id and one.about.table == table)
        kind = "" if self._shown is self._figure.records else "还没计入"
        words = f"{kind}{self._figure.definition.label} {self._figure.exact}"
        self._office.open_list(table, ids, words)
