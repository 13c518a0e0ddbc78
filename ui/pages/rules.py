"""Every local rule at a glance: what holds today, where it comes from, and changing it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)
from typing_extensions import override

from models import clock, codes
from models.codes import Code
from models.records.local import LocalRule
from models.rules.local import NATIONAL, limit, own_rule, region_of
from reports.workbook import Sheet
from ui.forms.options import answers_to
from ui.lists.painting import dress
from ui.lists.view_sheets import sheet_of_view
from ui.look import theme
from ui.look.buttons import icon_button
from ui.look.find_line import find_line
from ui.office import Office
from ui.own_page import OwnPage
from ui.sheet_saving import export_button

NAME = "规定一览"
COLUMNS = ("项目", "现行", "单位", "来自", "依据")
WIDTHS = (24.0, 7.0, 3.0, 8.0, 30.0)


class RulesPage(OwnPage):
    """The presets of the region and the office's own rows as one table."""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        theme.mark(self, "canvas")
        self._lines: list[Code] = []
        self._table = QTableWidget(0, len(COLUMNS))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addLayout(self._make_bar())
        layout.addWidget(self._make_advice())
        layout.addWidget(self._table, 1)
        self._dress()
        self.refresh()

    @property
    def table(self) -> QTableWidget:
        """The rules, one a row."""
        return self._table

    @property
    @override
    def state_words(self) -> str:
        return f"规定 {self._table.rowCount()}项"

    @override
    def refresh(self) -> None:
        wanted = self._filter.text().strip()
        lines = codes.table("local_rule").lines
        self._lines = [one for one in lines if not wanted or answers_to(one.name, wanted)]
        self._table.setRowCount(len(self._lines))
        for row, line in enumerate(self._lines):
            for column, text in enumerate(self._texts(line)):
                item = QTableWidgetItem(text or "—")
                item.setToolTip(text)
                if column == 1:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self._table.setItem(row, column, item)

    def change_chosen(self) -> None:
        """Offer a form for the office's own value of the chosen rule."""
        rows = self._table.selectionModel().selectedRows()
        if not rows:
            self.office.say("请先在表中选中一项规定")
            return
        line = self._lines[rows[0].row()]
        own = own_rule(self.office.store, line.code, clock.today())
        table = LocalRule.about.table
        if own is not None and own.id is not None:
            self.office.open_record(table, own.id)
        else:
            self.office.make_new(table, line.name, lambda _id: None)

    def _texts(self, line: Code) -> tuple[str, ...]:
        store = self.office.store
        today = clock.today()
        found = limit(store, line.code, today)
        own = own_rule(store, line.code, today)
        if own is not None:
            origin = "本镇登记"
        else:
            region = region_of(store)
            has_own = bool(line.extra.get(region, ""))
            origin = codes.table("rule_region").label(region if has_own else NATIONAL)
        shown = own.value if own is not None else (found.says() if found else "")
        source = found.source if found else "当地没有规定，需要时登记一条"
        return line.name, shown, line.extra.get("unit", ""), origin if found else "", source

    def _make_bar(self) -> QHBoxLayout:
        self._filter = find_line("查找，可输拼音首字母", "在规定中查找")
        self._filter.setFixedWidth(theme.chars(16))
        self._filter.textChanged.connect(lambda _text: self.refresh())
        change = icon_button("登记本地标准", "add", role="main")
        change.clicked.connect(self.change_chosen)
        bar = QHBoxLayout()
        bar.addWidget(self._filter)
        bar.addStretch()
        bar.addWidget(export_button(self.office, lambda: NAME, self._sheets))
        bar.addWidget(change)
        return bar

    def _sheets(self) -> list[Sheet]:
        day = clock.today().isoformat()
        return [sheet_of_view(self._table, NAME, (self.office.store.town().union_name, day))]

    def _make_advice(self) -> QLabel:
        advice = QLabel(
            "期限和标准先按“文件 → 本镇情况”里选的地方规定。与当地文件不同的，选中那一项，"
            "点“登记本地标准”；程序的提醒和检查马上按新的算，旧年度仍按当年的。"
        )
        advice.setWordWrap(True)
        theme.mark(advice, "muted")
        return advice

    def _dress(self) -> None:
        self._table.setHorizontalHeaderLabels(COLUMNS)
        dress(self._table)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.setAccessibleName(NAME)
        for column, width in enumerate(WIDTHS):
            self._table.setColumnWidth(column, theme.chars(width) + theme.px(16))
        self._table.horizontalHeader().setStretchLastSection(True)
        self._table.itemDoubleClicked.connect(lambda _item: self.change_chosen())
