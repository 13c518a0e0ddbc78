"""The card of one number (口径卡): what it is, how it is counted, what was decided, its records."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

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
from ui.lists.table import RecordTable
from ui.look import theme
from ui.look.buttons import link_button
from ui.office import Office
from ui.pages.summary.figure_records import FigureRecords


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
        self._table_name = ""
        self._decided: list[str] = []
        self._origin = ""
        self._build()

    @property
    def table(self) -> RecordTable:
        """The records behind the number."""
        return self.records.table

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

    def show_figure(
        self, figure: Figure, period: Period, tables: Sequence[str], *, is_decidable: bool
    ) -> None:
        """Show one figure; `tables` are what it is counted from, the most telling first."""
        definition = figure.definition
        self._label.setText(definition.label)
        self._value.setText(figure.exact)
        change = f"台账数 {figure.counted_exact} → 改定 {figure.exact}"
        self._change.setText(change if figure.adjustment else "")
        self._change.setVisible(bool(figure.adjustment))
        self._details.say(
            写法=figure.text if figure.text != figure.exact else "",
            口径=definition.basis,
            计算=reckoning(figure),
            去重=dedupe_words(figure),
            时段=period_words(definition, period),
        )
        self._table_name = tables[0] if tables else ""
        self._source.setText(self._office.place_of(self._table_name) if tables else "")
        self._source_row.setVisible(bool(tables))
        self._adjust.setText("再改定…" if figure.adjustment else "改定…")
        self._actions.setVisible(is_decidable)
        self._elsewhere.hide()
        self._show_decisions(figure)
        self.records.show_figure(figure, self._nothing_words(figure), is_decidable=is_decidable)

    def decide_at(self, origin: Definition | None) -> None:
        """Send the clerk to the figure that this one is made of, None when it is made of many."""
        self._origin = origin.code if origin else ""
        where = f"到“{origin.label}”上改" if origin else "请改它所用的数"
        self._elsewhere.setText(f"这个数由别的数算出，{where}")
        self._elsewhere.setEnabled(bool(origin))
        self._elsewhere.show()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(self._make_top())
        self._add_head(column)
        self._details = Details(("写法", "口径", "计算", "去重", "时段"))
        column.addWidget(self._details)
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
        self.records = FigureRecords(self._office)
        self.records.leaving_out_asked.connect(self.leaving_out_asked)
        self.records.selection_changed.connect(self._follow_selection)
        self._leave_out.clicked.connect(self.records.ask_leaving_out)
        column.addWidget(self.records, 1)

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

    def _make_top(self) -> QHBoxLayout:
        back = link_button("全部数字")
        back.clicked.connect(self.left)
        row = QHBoxLayout()
        row.addWidget(back)
        row.addStretch()
        row.addWidget(self._make_source())
        return row

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
        return self._source_row

    def _make_actions(self) -> QWidget:
        self._actions = QWidget()
        row = QHBoxLayout(self._actions)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        self._leave_out = QPushButton("这条不计入…")
        self._add = QPushButton("另计入…")
        self._adjust = QPushButton("改定…")
        self._add.clicked.connect(self.adding_asked)
        self._adjust.clicked.connect(self.adjusting_asked)
        for button in (self._leave_out, self._add, self._adjust):
            row.addWidget(button)
        row.addStretch()
        return self._actions

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

    def _nothing_words(self, figure: Figure) -> str:
        if figure.adjustment:
            return "台账里没有这个数的记录，用的是改定的数。"
        if figure.is_decided:
            return "台账里没有这个数的记录，用的是登记的基数或另计数。"
        place = self._office.place_of(self._table_name) if self._table_name else "相应的台账"
        return (
            f"这个时段没有记录。到“{place}”登记后，这里就有数；确实该有、又没法登记的，可以另计入。"
        )

    def _follow_selection(self) -> None:
        """Let only counted records be left out."""
        self._leave_out.setEnabled(self.records.can_leave_out)
        self._leave_out.setToolTip("" if self._leave_out.isEnabled() else "先在下面选中一条记录")
