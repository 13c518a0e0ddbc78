"""The annual summary: the paper as it prints, and behind each number its records."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
)
from typing_extensions import override

from models.errors import Problem
from models.figures.catalogue import Figures
from models.figures.figure import Figure
from models.periods import year_period
from reports.summary.annual import annual_summary
from ui import messages, theme
from ui.buttons import icon_button
from ui.office import Office
from ui.own_page import OwnPage
from ui.pages.summary.figure import FigurePanel
from ui.pages.summary.words import WordsPanel
from ui.paper import PaperView
from ui.printing import open_in_reader
from ui.saving import save_pdf


class SummaryPage(OwnPage):
    """Paper at the left; at the right the clicked number, or the clerk's own paragraphs."""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        theme.mark(self, "canvas")
        self._is_stale = True
        self._pdf = b""
        self._name = ""
        self._figures: Mapping[str, Figure] = {}
        self.paper = PaperView()
        self.figure_panel = FigurePanel(office)
        self.words_panel = WordsPanel(office)
        self._build()
        self._connect()

    @override
    def refresh(self) -> None:
        """Write the summary again and show it as it prints."""
        # reportlab takes a while to load, and is only needed once a paper is looked at.
        from reports.pdf.render import render

        self._is_stale = False
        period = year_period(self._office.year)
        self._figures = Figures(self._office.store, period)
        self.figure_panel.show_figures(self._figures)
        self.words_panel.refresh()
        document = annual_summary(self._office.store, period, self._figures)
        self._name = document.name
        try:
            rendered = render(document)
        except Problem as problem:
            self._state.setText(str(problem))
            self._set_ready(ready=False)
            return
        self._pdf = rendered.pdf
        self.paper.show_pdf(rendered.pdf, rendered.boxes)
        self._state.setText(f"共{rendered.pages}页。带蓝线的数字可以点开，看它是怎么来的。")
        self._set_ready(ready=True)

    def show_figure(self, code: str) -> None:
        """Show where a number comes from."""
        self.paper.mark(code)
        self._show_panel(0)
        self.figure_panel.show_figure(self._figures[code])

    @override
    def may_leave(self) -> bool:
        """Keep the clerk's own paragraphs; nothing is asked, as they can be taken back."""
        self.words_panel.keep()
        return True

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.px(8))
        outer.addLayout(self._make_bar())
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(theme.px(12))
        splitter.addWidget(self.paper)
        splitter.addWidget(self._make_panels())
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([600, 400])
        outer.addWidget(splitter, 1)

    def _make_bar(self) -> QHBoxLayout:
        self._state = QLabel()
        self._state.setWordWrap(True)
        theme.mark(self._state, "muted")
        bar = QHBoxLayout()
        bar.setSpacing(theme.px(8))
        bar.addWidget(self._state, 1)
        self._open = icon_button("用阅读器打开", "reader")
        self._save = icon_button("导出 PDF", "export")
        self._print = icon_button("打印", "print")
        for button in (self._open, self._save, self._print):
            bar.addWidget(button)
        return bar

    def _make_panels(self) -> QFrame:
        frame = QFrame()
        theme.mark(frame, "card")
        self._group = QButtonGroup(self)
        names = QHBoxLayout()
        names.setSpacing(theme.px(4))
        self._panels = QStackedWidget()
        for number, (title, panel) in enumerate(
            (("数字和名单", self.figure_panel), ("补充文字", self.words_panel))
        ):
            button = QPushButton(title)
            button.setCheckable(True)
            theme.mark(button, "sub")
            self._group.addButton(button, number)
            names.addWidget(button)
            self._panels.addWidget(panel)
        names.addStretch()
        column = QVBoxLayout(frame)
        column.setContentsMargins(*(theme.px(12),) * 4)
        column.setSpacing(theme.px(8))
        column.addLayout(names)
        column.addWidget(self._panels, 1)
        self._group.button(0).setChecked(True)
        return frame

    def _connect(self) -> None:
        self._group.idClicked.connect(self._panels.setCurrentIndex)
        self.paper.figure_chosen.connect(self.show_figure)
        self.figure_panel.figure_chosen.connect(self._follow_list)
        self._print.clicked.connect(self._ask_print)
        self._save.clicked.connect(self._save_pdf)
        self._open.clicked.connect(self._open_reader)

    def _show_panel(self, number: int) -> None:
        self._group.button(number).setChecked(True)
        self._panels.setCurrentIndex(number)

    def _follow_list(self, code: str) -> None:
        self.paper.show_figure(code)
        self.figure_panel.show_figure(self._figures[code])

    def _set_ready(self, *, ready: bool) -> None:
        for button in (self._open, self._save, self._print):
            button.setEnabled(ready)

    def _ask_print(self) -> None:
        self._office.print_report("annual-summary", {})

    def _save_pdf(self) -> None:
        save_pdf(self, self._office, self._pdf, name=self._name)

    def _open_reader(self) -> None:
        try:
            open_in_reader(self._pdf, self._name)
        except Problem as problem:
            messages.show_problem(self, problem)
