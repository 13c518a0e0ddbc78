"""The card of one number (口径卡): what it is, how it is counted, what was decided, its records."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from models.figures.figure import Definition, Figure
from models.figures.telling import (
    decisions_in_words,
    dedupe_words,
    period_words,
    reckoning,
)
from models.periods import Period
from models.records.base import Record
from models.records.reported import FigureBase
from ui import theme
from ui.buttons import icon_button, link_button
from ui.office import Office
from ui.table import RecordTable, columns_of

COLUMNS = 4
TABLE_HEIGHT = 150


class ShortTable(RecordTable):
    """A list that is content with little room, and takes what the card leaves it."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.px(TABLE_HEIGHT))


class Details(QWidget):
    """Names and words in two columns; what has no words is left out."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(2))
        grid.setColumnStretch(1, 1)
        self._rows: dict[str, tuple[QLabel, QLabel]] = {}
        for row, name in enumerate(names):
            label, words = QLabel(name), QLabel()
            theme.mark(label, "muted")
            words.setWordWrap(True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, row, 1)
            self._rows[name] = (label, words)

    def say(self, **rows: str) -> None:
        """Show the words of some rows."""
        for name, text in rows.items():
            label, words = self._rows[name]
            words.setText(text)
            label.setVisible(bool(text))
            words.setVisible(bool(text))

    def words(self, name: str) -> str:
        """Return what a row says."""
        return self._rows[name][1].text()


class FigureCard(QWidget):
    """One number with everything that proves it, and what the clerk can do about it."""

    left = Signal()
    leaving_out_asked = Signal(object)
    adding_asked = Signal()
    adjusting_asked = Signal()
    taking_back_asked = Signal(object)
    origin_asked = Signal(str)

    def __init__(self, office: Office) -> None:
        super().__init__()
        theme.mark(self, "clear")
        self._office = office
        self._figure: Figure | None = None
        self._shown: Sequence[Record] = ()
        self._table_name = ""
        self._decided: list[str] = []
        self._origin = ""
        self._build()

    @property
    def table(self) -> RecordTable:
        """The records behind the number."""
        return self._table

    @property
    def details(self) -> Details:
        """Basis, reckoning, dedupe rule and days of the number."""
        return self._details

    @property
    def words(self) -> str:
        """The number as it is shown."""
        return f"{self._label.text()} {self._value.text()}"

    @property
    def decision_words(self) -> list[str]:
        """What was decided about the number, one sentence a decision."""
        return list(self._decided)

    def show_figure(self, figure: Figure, period: Period, tables: Sequence[str]) -> None:
        """Show one figure; `tables` are what it is counted from, the most telling first."""
        self._figure = figure
        definition = figure.definition
        self._label.setText(definition.label)
        self._value.setText(figure.exact)
        change = f"台账数 {figure.counted_exact} → 改定 {figure.exact}"
        self._change.setText(change if figure.adjustment else "")
        self._change.setVisible(bool(figure.adjustment))
        self._details.say(
            写作=figure.text if figure.text != figure.exact else "",
            口径=definition.basis,
            计算=reckoning(figure),
            去重=dedupe_words(figure),
            时段=period_words(definition, period),
        )
        self._table_name = tables[0] if tables else ""
        self._source.setText(self._office.place_of(self._table_name) if tables else "")
        self._source_row.setVisible(bool(tables))
        self._adjust.setText("再改定…" if figure.adjustment else "改定…")
        self._actions.show()
        self._elsewhere.hide()
        self._show_decisions(figure)
        self._show_counted(figure)

    def decide_at(self, origin: Definition | None) -> None:
        """Send the clerk to the figure that this one is made of, None when it is made of many."""
        self._actions.hide()
        self._origin = origin.code if origin else ""
        where = f"到“{origin.label}”上改" if origin else "请改它所用的数"
        self._elsewhere.setText(f"这个数由别的数算出，{where}")
        self._elsewhere.setEnabled(bool(origin))
        self._elsewhere.show()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        back = link_button("全部数字")
        back.clicked.connect(self.left)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self._add_head(column)
        self._details = Details(("写作", "口径", "计算", "去重", "时段"))
        column.addWidget(self._details)
        column.addWidget(self._make_source())
        self._decisions = QWidget()
        self._decision_rows = QGridLayout(self._decisions)
        self._decision_rows.setContentsMargins(0, 0, 0, 0)
        self._decision_rows.setSpacing(theme.px(2))
        self._decision_rows.setColumnStretch(0, 1)
        column.addWidget(self._decisions)
        column.addWidget(self._make_actions())
        self._elsewhere = link_button("")
        self._elsewhere.clicked.connect(lambda: self.origin_asked.emit(self._origin))
        column.addWidget(self._elsewhere, 0, Qt.AlignmentFlag.AlignLeft)
        self._count = QLabel()
        theme.mark(self._count, "section")
        column.addWidget(self._count)
        column.addWidget(self._make_table(), 1)
        column.addLayout(self._make_footer())

    def _add_head(self, column: QVBoxLayout) -> None:
        self._label, self._value, self._change = QLabel(), QLabel(), QLabel()
        for label, role in (
            (self._label, "title"),
            (self._value, "figure"),
            (self._change, "warn"),
        ):
            theme.mark(label, role)
            label.setWordWrap(label is not self._value)
            column.addWidget(label)

    def _make_source(self) -> QWidget:
        self._source_row = QWidget()
        row = QHBoxLayout(self._source_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        label = QLabel("来源")
        theme.mark(label, "muted")
        self._source = link_button("")
        self._source.clicked.connect(lambda: self._office.show_list(self._table_name))
        row.addWidget(label)
        row.addWidget(self._source)
        row.addStretch()
        return self._source_row

    def _make_actions(self) -> QWidget:
        self._actions = QWidget()
        row = QHBoxLayout(self._actions)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        self._leave_out = QPushButton("这条不计入…")
        self._add = QPushButton("另计入…")
        self._adjust = QPushButton("改定…")
        self._leave_out.clicked.connect(self._ask_leaving_out)
        self._add.clicked.connect(self.adding_asked)
        self._adjust.clicked.connect(self.adjusting_asked)
        for button in (self._leave_out, self._add, self._adjust):
            row.addWidget(button)
        row.addStretch()
        return self._actions

    def _make_table(self) -> RecordTable:
        self._table = ShortTable(())
        self._table.setMinimumHeight(theme.px(TABLE_HEIGHT))
        self._table.opened.connect(self._open)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._table.customContextMenuRequested.connect(self._offer)
        self._table.selectionModel().selectionChanged.connect(lambda *_: self._follow_selection())
        return self._table

    def _make_footer(self) -> QHBoxLayout:
        self._others = link_button("")
        self._others.clicked.connect(self._turn_round)
        self._everything = icon_button("在台账中打开这份名单", "units")
        self._everything.clicked.connect(self._open_all)
        row = QHBoxLayout()
        row.addWidget(self._others)
        row.addStretch()
        row.addWidget(self._everything)
        return row

    def _show_decisions(self, figure: Figure) -> None:
        while self._decision_rows.count():
            item = self._decision_rows.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        told = decisions_in_words(figure, self._office.store)
        self._decided = [words for _, words in told]
        for row, (decision, words) in enumerate(told):
            self._add_decision(row, decision, words)
        self._decisions.setVisible(figure.is_decided)

    def _add_decision(self, row: int, decision: Record, words: str) -> None:
        label = QLabel(words)
        label.setWordWrap(True)
        button = link_button("查看" if isinstance(decision, FigureBase) else "撤回")
        button.setAccessibleName(f"{button.text()}：{words}")
        button.clicked.connect(lambda: self._follow_decision(decision))
        self._decision_rows.addWidget(label, row, 0)
        self._decision_rows.addWidget(button, row, 1, Qt.AlignmentFlag.AlignTop)

    def _follow_decision(self, decision: Record) -> None:
        """Take a decision back; a base holds for other years too, so it is only opened."""
        if isinstance(decision, FigureBase):
            self._office.open_record(decision.about.table, decision.id or 0)
        else:
            self.taking_back_asked.emit(decision)

    def _show_records(self, records: Sequence[Record], *, title: str, turn: str) -> None:
        self._shown = records
        self._others.setText(turn)
        self._others.setVisible(bool(turn))
        self._everything.setEnabled(bool(records))
        self._everything.setVisible(bool(records))
        if not records:
            self._count.setText(self._nothing_words())
            self._table.show_records((), ())
            self._table.hide()
            self._follow_selection()
            return
        about = records[0].about
        self._table.show()
        self._count.setText(f"{title}{about.label} {len(records)}{about.measure}（双击打开）")
        columns = columns_of(type(records[0]), self._office.store)[:COLUMNS]
        self._table.show_records(records, columns)
        self._follow_selection()

    def _nothing_words(self) -> str:
        if self._figure is not None and self._figure.adjustment:
            return "台账里没有这个数的记录，用的是改定的数。"
        if self._figure is not None and self._figure.is_decided:
            return "台账里没有这个数的记录，用的是登记的基数或另计数。"
        place = self._office.place_of(self._table_name) if self._table_name else "相应的台账"
        return (
            f"这个时段没有记录。到“{place}”登记后，这里就有数；确实该有、又没法登记的，可以另计入。"
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

    def _follow_selection(self) -> None:
        """Let only counted records be left out."""
        is_counted = self._figure is not None and self._shown is self._figure.records
        self._leave_out.setEnabled(is_counted and bool(self._table.selected))
        self._leave_out.setToolTip("" if self._leave_out.isEnabled() else "先在下面选中一条记录")

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
        leaving.setEnabled(self._leave_out.isEnabled())
        leaving.triggered.connect(self._ask_leaving_out)
        menu.popup(self._table.viewport().mapToGlobal(place))

    def _ask_leaving_out(self) -> None:
        if self._table.selected:
            self.leaving_out_asked.emit(self._table.selected)

    def _open(self, record: Record) -> None:
        self._office.open_record(record.about.table, record.id or 0)

    def _open_all(self) -> None:
        if self._figure is None or not self._shown:
            return
        ids = frozenset(one.id for one in self._shown if one.id is not None)
        kind = "" if self._shown is self._figure.records else "还没计入"
        words = f"{kind}{self._figure.definition.label} {self._figure.exact}"
        self._office.open_list(self._shown[0].about.table, ids, words)
