"""Several years side by side: choose figures and years, see table and chart, print, export."""

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from models import codes
from models.computer import documents_folder
from models.computer.favourites import compared_figures, remember_compared
from models.errors import Problem
from models.figures.figure import Figure
from models.figures.years import FEWEST, MOST, Years, years_to
from reports.blocks import Document
from reports.comparison import (
    DEFAULTS,
    USUAL_COUNT,
    Comparison,
    chart_of,
    comparison_of,
    cut_off_words,
)
from reports.workbook import sheets_of, write_table
from ui import messages
from ui.chart_view import ChartView
from ui.look import theme
from ui.look.buttons import icon_button
from ui.look.combo import CalmCombo
from ui.look.flow import FlowLayout
from ui.office import Office
from ui.own_page import OwnPage
from ui.pages.comparison.choice import FigureChoice
from ui.pages.comparison.table import ComparisonTable
from ui.printing import file_name
from ui.saving import save_pdf

WHOLE_YEAR = "全年"
# Counting goes on for this long before the window may do something else.
TURN_MILLISECONDS = 60
NOTHING_CHOSEN = "在左边勾选要比较的指标，这里就按年份列出来。"


class ComparisonPage(OwnPage):
    """The figures that the clerk likes to compare, over two to ten years."""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        theme.mark(self, "canvas")
        self._years: Years | None = None
        self._next = 0
        self._is_offered = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._count_on)
        self.choice, self.table, self.chart = FigureChoice(), ComparisonTable(), ChartView()
        self._build()
        self._connect()
        self.refresh()

    @property
    @override
    def state_words(self) -> str:
        return f"历年对比 {len(self.table.codes)}项指标 {self._count.currentData()}年"

    @property
    def is_counted(self) -> bool:
        """Whether every number is filled in."""
        return self._next >= len(self.table.codes)

    @override
    def refresh(self) -> None:
        self._years = years_to(
            self.office.store,
            self.office.year,
            count=int(self._count.currentData()),
            span=str(self._span.currentData()),
            as_of=self.office.day,
        )
        areas = self._years.newest.areas
        self.choice.offer(areas, self.choice.codes if self._is_offered else _kept())
        self._is_offered = True
        self._show()

    def document(self) -> Document:
        """Return what is shown, as it prints."""
        if self._years is None or not self.table.codes:
            raise Problem("还没有选要比较的指标", "请先在左边勾选几项。")
        compared = Comparison(self._years, tuple(self.table.codes))
        return comparison_of(self.office.store, compared)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.px(8))
        outer.addLayout(self._make_bar())
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setChildrenCollapsible(False)
        across.setHandleWidth(theme.px(12))
        across.addWidget(self.choice)
        across.addWidget(self._make_results())
        across.setStretchFactor(0, 0)
        across.setStretchFactor(1, 1)
        across.setSizes([theme.chars(20), theme.chars(60)])
        outer.addWidget(across, 1)

    def _make_bar(self) -> FlowLayout:
        self._count, self._span = CalmCombo(), CalmCombo()
        for number in range(FEWEST, MOST + 1):
            self._count.addItem(f"{number}年", number)
        self._count.setCurrentIndex(self._count.findData(USUAL_COUNT))
        self._span.addItem(WHOLE_YEAR, "")
        for line in codes.table("paper_span").lines:
            self._span.addItem(line.name, line.code)
        bar = FlowLayout(gap=theme.px(8))
        for words, combo in (("比较几年", self._count), ("时段", self._span)):
            label = QLabel(words)
            label.setBuddy(combo)
            combo.setAccessibleName(words)
            theme.mark(label, "label")
            bar.addWidget(label)
            bar.addWidget(combo)
        self._state = QLabel()
        theme.mark(self._state, "muted")
        bar.addWidget(self._state)
        bar.add_spring()
        self._excel = icon_button("导出 Excel", "export")
        self._pdf = icon_button("导出 PDF", "export")
        self._print = icon_button("打印", "print")
        for button in (self._excel, self._pdf, self._print):
            bar.addWidget(button)
        return bar

    def _make_results(self) -> QWidget:
        card = QFrame()
        theme.mark(card, "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(8))
        hint = QLabel("点图中的年份或表中的蓝色数字，看那一年的名单。")
        theme.mark(hint, "help")
        column.addWidget(self.chart, 1)
        column.addWidget(hint)
        down = QSplitter(Qt.Orientation.Vertical)
        down.setChildrenCollapsible(False)
        down.setHandleWidth(theme.px(12))
        down.addWidget(self.table)
        down.addWidget(card)
        down.setStretchFactor(0, 3)
        down.setStretchFactor(1, 2)
        down.setSizes([theme.px(310), theme.px(190)])
        return down

    def _connect(self) -> None:
        self._count.activated.connect(lambda _row: self.refresh())
        self._span.activated.connect(lambda _row: self.refresh())
        self.choice.changed.connect(self._take_choice)
        self.choice.usual_asked.connect(lambda: self.choice.choose(DEFAULTS))
        self.table.row_chosen.connect(self._show_chart)
        self.table.opened.connect(self._open)
        self.chart.year_chosen.connect(self._open_bar)
        self._print.clicked.connect(self._ask_print)
        self._pdf.clicked.connect(self._save_pdf)
        self._excel.clicked.connect(self._save_workbook)

    def _take_choice(self) -> None:
        remember_compared(self.choice.codes)
        self._show()

    def _show(self) -> None:
        if self._years is None:
            return
        self.table.show_figures(self._years, self.choice.codes)
        has_rows = bool(self.table.codes)
        self._state.setText(cut_off_words(self._years) if has_rows else NOTHING_CHOSEN)
        for button in (self._excel, self._pdf, self._print):
            button.setEnabled(has_rows)
        self._next = 0
        self._count_on()
        self.office.filter_changed.emit(self.state_words)

    def _count_on(self) -> None:
        """Fill in rows for a moment, then let the window breathe."""
        clock = QElapsedTimer()
        clock.start()
        while not self.is_counted and clock.elapsed() < TURN_MILLISECONDS:
            self.table.fill(self._next)
            if self._next == self.table.currentRow():
                self._show_chart(self.table.code_at(self._next))
            self._next += 1
        if not self.is_counted:
            self._timer.start(0)
        elif not self.table.codes:
            self._show_chart("")

    def _show_chart(self, code: str) -> None:
        if self._years is None or not code:
            self.chart.show_chart(None)
            return
        self.chart.show_chart(chart_of(self._years, self._years.newest.definition(code)))

    def _open_bar(self, place: int) -> None:
        self._open(self.table.code_at(self.table.currentRow()), place)

    def _open(self, code: str, place: int) -> None:
        if self._years is None or not code:
            return
        period = self._years.periods[place]
        figure = self._years.figures[place][code]
        if not figure.records:
            self.office.say(f"{period.words()}“{figure.definition.label}”没有记录")
            return
        self._open_records(figure, period.words())

    def _open_records(self, figure: Figure, when: str) -> None:
        table = figure.records[0].about.table
        ids = frozenset(
            one.id for one in figure.records if one.id is not None and one.about.table == table
        )
        self.office.open_list(table, ids, f"{when}{figure.definition.label} {figure.exact}")

    def _ask_print(self) -> None:
        self.office.preview(self.document())

    def _save_pdf(self) -> None:
        # reportlab takes a while to load, and is only needed once something is printed.
        from reports.pdf.render import render

        document = self.document()
        save_pdf(self, self.office, render(document).pdf, name=document.name)

    def _save_workbook(self) -> None:
        document = self.document()
        path = messages.door.save_file(
            self,
            "导出 Excel",
            proposal=documents_folder() / f"{file_name(document.name)}.xlsx",
            kinds="Excel 工作簿 (*.xlsx)",
        )
        if path is None:
            return
        try:
            write_table(path, sheets_of(document))
        except Problem as problem:
            messages.show_problem(self, problem)
            return
        self.office.say(f"已导出 {path}")


def _kept() -> tuple[str, ...]:
    """Return the figures compared last time, the usual ones before there is such a time."""
    return compared_figures() or DEFAULTS
