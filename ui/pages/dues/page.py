"""The page of the year's grid: what is shown, what is typed, and what a month's dues come to."""

from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
)
from typing_extensions import override

from models import clock
from models.errors import Problem
from models.fields import fields_of
from models.figures.fund_year import MONTHS, PayerYear, payers_of
from models.fund_entry import Entry, demand_of, dues_by_base, enter
from models.reading import Refused
from models.records.funds import FundDue, FundIn, FundRule, FundUnit
from models.values.money import show_money
from reports.dues_sheet import dues_sheet
from reports.workbook import Sheet
from ui import keys
from ui.dialogs.opening import open_dialog
from ui.forms.options import answers_to
from ui.lists.state import Banner, EmptyState
from ui.look import theme
from ui.look.buttons import icon_button
from ui.look.combo import CalmCombo
from ui.look.find_line import find_line
from ui.look.flow import FlowLayout
from ui.office import Office
from ui.own_page import OwnPage
from ui.pages.dues.model import DuesModel, Place, TotalsModel, place_of
from ui.pages.dues.month import MonthDialog
from ui.pages.dues.view import DuesGrid, block_of
from ui.record_boxes import RecordDialog
from ui.sheet_saving import export_button

ADVICE = "把全年的收缴台账 Excel 导入进来；也可以先在“缴费户”里登记单位，再回到这里逐月填。"


class DuesPage(OwnPage):
    """收缴台账: payers down, months across."""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        theme.mark(self, "canvas")
        self._everyone: list[PayerYear] = []
        self._kept: frozenset[str] | None = None
        self._state = ""
        self._model = DuesModel(self._type_one)
        self._totals = TotalsModel()
        self._grid = DuesGrid(self._model, self._totals)
        self._build()
        self._connect()
        self.refresh()
        self._grid.show_month(self._usual_month())

    @property
    def grid(self) -> DuesGrid:
        """The names, the months and the sums."""
        return self._grid

    @property
    def model(self) -> DuesModel:
        """The payers as they are shown."""
        return self._model

    @property
    def totals(self) -> TotalsModel:
        """The sums below."""
        return self._totals

    @property
    def said(self) -> str:
        """What the page says could not be done."""
        return self._trouble.text() if self._trouble.isVisible() else ""

    @property
    @override
    def state_words(self) -> str:
        return self._state

    @override
    def refresh(self) -> None:
        store, year = self.office.store, self.office.year
        self._everyone = payers_of(store.all(FundUnit), store.all(FundDue), store.all(FundIn), year)
        self._show()

    def _build(self) -> None:
        self._box = find_line(keys.label("单位名称、拼音首字母", "find"), "查找缴费户")
        self._box.setMinimumWidth(theme.chars(15))
        self._owing = QPushButton("只看欠缴")
        self._owing.setCheckable(True)
        theme.mark(self._owing, "sub")
        self._month = CalmCombo()
        self._month.setAccessibleName("登记应缴的月份")
        self._month.addItems([f"{month}月" for month in MONTHS])
        self._month.setCurrentIndex(self._usual_month() - 1)
        self._fill = icon_button("登记应缴", "add")
        self._fill.setToolTip("按缴费户的月基数×征收率，登记所选月份还没有登记的应缴")
        self._payers = icon_button("新增缴费户", "add")
        self._demand = icon_button("催缴", "documents")
        self._demand.setToolTip("给光标所在的欠缴单位登记催缴通知书")
        self._trouble = QLabel()
        self._trouble.setWordWrap(True)
        theme.mark(self._trouble, "error")
        self._trouble.hide()
        self._banner = Banner()
        empty = EmptyState("还没有缴费户", ADVICE, can_import=True)
        empty.import_asked.connect(self.office.import_asked)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._grid)
        self._stack.addWidget(empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.px(8))
        outer.addLayout(self._make_bar())
        outer.addWidget(self._banner)
        outer.addWidget(self._trouble)
        outer.addWidget(self._stack, 1)

    def _make_bar(self) -> FlowLayout:
        bar = FlowLayout(gap=theme.px(8))
        bar.addWidget(self._box)
        bar.addWidget(self._owing)
        hint = QLabel("输入金额，回车向下、Tab 向右；可从 Excel 粘贴；双击看逐笔。")
        theme.mark(hint, "help")
        bar.addWidget(hint)
        bar.add_spring()
        export = export_button(self.office, lambda: self._sheet_name, self._sheets)
        for widget in (self._month, self._fill, self._demand, self._payers, export):
            bar.addWidget(widget)
        return bar

    @property
    def _sheet_name(self) -> str:
        return f"{self.office.year}年收缴台账"

    def _sheets(self) -> list[Sheet]:
        town, title = self.office.store.town(), self._sheet_name
        under = f"填报单位：{town.union_name}　　{self._state}　　单位：元"
        return [dues_sheet(self._model.rows, (title, under))]

    def _connect(self) -> None:
        self._box.textChanged.connect(lambda _text: self._narrow_anew())
        self._box.returnPressed.connect(self._enter_grid)
        self._owing.toggled.connect(lambda _on: self._narrow_anew())
        self._banner.cleared.connect(self._clear)
        self._fill.clicked.connect(self._fill_month)
        self._demand.clicked.connect(self._start_demand)
        self._payers.clicked.connect(lambda: self.office.start_record("fund_unit"))
        self._grid.months.pasted.connect(self._paste)
        self._grid.months.cleared.connect(self._empty_cells)
        self._grid.month_opened.connect(self._open_month)
        self._grid.payer_opened.connect(self._open_payer)
        keys.bind_everywhere(self, "find", self._box.setFocus)

    def _narrow_anew(self) -> None:
        """Choose anew whom to show; while amounts are typed nobody drops out of the list."""
        self._kept = None
        self._show()

    def _enter_grid(self) -> None:
        """Go on from the box to the first payer that was found."""
        if self._model.rows:
            self._grid.look_at(0, self._usual_month())
            self._grid.months.setFocus()

    def _clear(self) -> None:
        self._box.clear()
        self._owing.setChecked(False)
        self._narrow_anew()

    def _show(self) -> None:
        rows = self._everyone
        if self._kept is None:
            self._kept = frozenset(one.name for one in rows if self._passes(one))
        is_narrowed = bool(self._box.text().strip()) or self._owing.isChecked()
        shown = [one for one in rows if not is_narrowed or one.name in self._kept]
        self._model.show_rows(shown, year=self.office.year, today=clock.today())
        self._totals.show_sums(shown)
        self._grid.fit()
        self._stack.setCurrentIndex(0 if rows else 1)
        self._fill.setEnabled(bool(rows))
        self._say_state(shown)

    def _passes(self, row: PayerYear) -> bool:
        if self._owing.isChecked() and row.arrears <= 0:
            return False
        text = self._box.text().strip()
        return not text or answers_to(row.name, text)

    def _say_state(self, shown: list[PayerYear]) -> None:
        words = [f"“{self._box.text().strip()}”"] if self._box.text().strip() else []
        words += ["只看欠缴"] if self._owing.isChecked() else []
        said = f"已筛选 {len(shown)} / {len(self._everyone)}：{' 且 '.join(words)}" if words else ""
        self._banner.say(said)
        owing = [one for one in shown if one.arrears > 0]
        arrears = show_money(sum(one.arrears for one in owing))
        self._state = f"收缴台账 {len(shown)}户" + (
            f"，欠缴{len(owing)}户{arrears}元" if owing else "，没有欠缴"
        )
        if self.isVisible():
            self.office.filter_changed.emit(self._state)

    def _type_one(self, row: int, column: int, text: str) -> bool:
        place = place_of(column)
        if place is None:
            return False
        try:
            entry = self._entry(self._model.rows[row], place, text)
        except Refused as refusal:
            self._tell(f"{self._model.rows[row].name}{place.month}月：{refusal}，没有登记")
            return False
        return self._enter([entry], f"登记{entry.words}")

    def _entry(self, row: PayerYear, place: Place, text: str) -> Entry:
        kind, name = (FundDue, "due") if place.is_due else (FundIn, "amount")
        found = fields_of(kind)[name].parse(text.strip())
        fen = found.value if isinstance(found.value, int) else None
        return Entry(row, place.month, place.is_due, fen)

    def _paste(self, text: str) -> None:
        """Put a copied block down from the cursor on, all of it or nothing."""
        start = self._grid.months.currentIndex()
        if not start.isValid() or not text.strip():
            return
        entries = []
        for down, line in enumerate(block_of(text)):
            for right, words in enumerate(line):
                row, place = start.row() + down, place_of(start.column() + right)
                if row >= len(self._model.rows) or place is None:
                    self._tell("粘贴的块超出了台账的行或月份，没有登记；请从左上角的格开始粘贴")
                    return
                try:
                    entries.append(self._entry(self._model.rows[row], place, words))
                except Refused as refusal:
                    name = self._model.rows[row].name
                    self._tell(f"{name}{place.month}月：{refusal}，整块没有登记")
                    return
        self._enter(entries, _label("粘贴", entries))

    def _empty_cells(self) -> None:
        entries = [
            Entry(self._model.rows[index.row()], place.month, place.is_due, None)
            for index in self._grid.months.selectionModel().selectedIndexes()
            if (place := place_of(index.column()))
        ]
        self._enter(entries, _label("清除", entries))

    def _enter(self, entries: list[Entry], label: str) -> bool:
        """Write what was typed; whether it could be."""
        self._tell("")
        try:
            changed = enter(self.office.store, entries, self.office.year, label)
        except Problem as problem:
            self._tell(f"{problem.message}。{problem.advice}")
            return False
        if changed:
            self.office.say(f"已{label}，可以用 Ctrl+Z 撤销")
        return True

    def _fill_month(self) -> None:
        month = self._month.currentIndex() + 1
        found = dues_by_base(
            self._model.rows, self.office.store.all(FundRule), self.office.year, month
        )
        without = f"；{len(found.without_base)}户没有月基数，没有登记" if found.without_base else ""
        if not found.entries:
            self._tell(f"{month}月没有可以按基数登记的应缴{without}")
            return
        label = f"登记应缴 {month}月 {len(found.entries)}户"
        if self._enter(list(found.entries), label):
            self.office.say(f"已{label}，合计{show_money(found.total)}元{without}")

    def _open_month(self, row: int, column: int) -> None:
        place = place_of(column)
        if place is None:
            return
        payer = self._model.rows[row]
        open_dialog(MonthDialog(payer, place.month, self.office, self, is_due=place.is_due))

    def _start_demand(self) -> None:
        """Offer the demand for what the payer under the cursor owes, ready to be saved."""
        place = self._grid.months.currentIndex().row()
        row = self._model.rows[place] if 0 <= place < len(self._model.rows) else None
        if row is None or row.arrears <= 0:
            self._tell("请先点中一户欠缴的单位，再点“催缴”")
            return
        self._tell("")
        demand = demand_of(row, self.office.year, clock.today())
        open_dialog(RecordDialog(demand, self.office, self))

    def _open_payer(self, row: int) -> None:
        payer = self._model.rows[row].payer
        if payer is not None and payer.id is not None:
            self.office.open_record("fund_unit", payer.id)

    def _tell(self, words: str) -> None:
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))

    def _usual_month(self) -> int:
        today = clock.today()
        return today.month if today.year == self.office.year else 1


def _label(verb: str, entries: list[Entry]) -> str:
    if len(entries) == 1:
        return f"{verb}{entries[0].words}"
    return f"{verb}收缴台账 {len(entries)}格"
