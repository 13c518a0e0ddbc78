"""Where a number of the summary comes from: all numbers as a list, or the card of one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from models.errors import Problem
from models.figures.catalogue import Figures
from models.figures.figure import Figure
from models.records.base import Record
from reports.figure_tables import figure_document, figures_document
from reports.request import Request
from reports.workbook import sheets_of
from ui import messages
from ui.dialogs.figure_decisions import (
    DecisionDialog,
    Question,
    add_question,
    adjust_question,
    leave_out_question,
)
from ui.dialogs.opening import open_dialog
from ui.lists.table import RecordTable
from ui.office import Office
from ui.pages.summary.figure_card import FigureCard
from ui.pages.summary.figure_list import FigureList
from ui.sheet_saving import Sheets, save_made_sheets, save_sheets


class FigurePanel(QWidget):
    """All numbers as a list, or one of them with everything that proves it."""

    figure_chosen = Signal(str)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._figures: Figures | None = None
        self._figure: Figure | None = None
        self.list = FigureList()
        self.card = FigureCard(office)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self.card)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack.addWidget(self._scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()

    @property
    def table(self) -> RecordTable:
        """The records behind the chosen number."""
        return self.card.table

    @property
    def code(self) -> str:
        """The code of the number that is open, blank when none is."""
        return self._figure.code if self._figure is not None else ""

    @property
    def words(self) -> str:
        """The chosen number as it is shown."""
        return self.card.words

    def show_figures(self, figures: Mapping[str, Figure]) -> None:
        """Take newly counted figures; the one that is open stays open."""
        if not isinstance(figures, Figures):
            raise TypeError(figures)
        self._figures = figures
        self.list.show_figures(figures)
        if self._figure is not None:
            found = figures.get(self._figure.code)
            if found is None:
                self.show_all()
            else:
                self.show_figure(found)

    def show_figure(self, figure: Figure) -> None:
        """Show one of the figures."""
        if self._figures is None:
            return
        self._figure = figure
        period = self._figures.ledger.period
        tables = self._figures.tables_read_for(figure.code)
        origin = self._figures.decided_at(figure.code)
        is_decidable = origin == figure.code
        self.card.show_figure(figure, period, tables, is_decidable=is_decidable)
        if not is_decidable:
            self.card.decide_at(self._figures.definition(origin) if origin else None)
        self._stack.setCurrentWidget(self._scroll)

    def show_all(self) -> None:
        """Show the list of all numbers."""
        self._figure = None
        self._stack.setCurrentWidget(self.list)

    def _connect(self) -> None:
        self.list.chosen.connect(self.figure_chosen)
        self.list.export_asked.connect(self._export_all)
        self.card.left.connect(self.show_all)
        self.card.records.export_asked.connect(self._export_one)
        self.card.origin_asked.connect(self.figure_chosen)
        self.card.leaving_out_asked.connect(self._leave_out)
        self.card.adding_asked.connect(self._add)
        self.card.adjusting_asked.connect(self._adjust)
        self.card.taking_back_asked.connect(self._take_back)

    def _export_all(self) -> None:
        """Save the numbers that are listed as a table."""
        if self._figures is not None:
            codes = frozenset(self.list.shown_codes)
            document = figures_document(self._office.store, self._figures, codes=codes)
            save_sheets(self.window(), self._office, document.name, sheets_of(document))

    def _export_one(self) -> None:
        """Save the chosen number with its records."""
        figure, figures = self._figure, self._figures
        if figure is None or figures is None:
            return
        store, request = self._office.store, Request(period=figures.ledger.period, profile="内部")

        def make() -> Sheets:
            return sheets_of(figure_document(store, figure, request))

        name = f"{figure.definition.label}名单"
        save_made_sheets(self.window(), self._office, name, make)

    def _leave_out(self, records: Sequence[Record]) -> None:
        if self._figure is not None and self._figures is not None:
            after = self._figures.without(self._figure.code, records)
            period = self._figures.ledger.period
            question = leave_out_question(self._figure, records, period, after, self._office.store)
            self._ask(question, offer=self._figure)

    def _add(self) -> None:
        if self._figure is not None and self._figures is not None:
            self._ask(add_question(self._figure, self._figures.ledger.period))

    def _adjust(self) -> None:
        if self._figure is not None and self._figures is not None:
            self._ask(adjust_question(self._figure, self._figures.ledger.period))

    def _ask(self, question: Question, offer: Figure | None = None) -> None:
        dialog = DecisionDialog(question, self._office, self.window())
        if offer is not None:
            dialog.offer_every_figure(offer)
        open_dialog(dialog)

    def _take_back(self, decision: Record) -> None:
        if self._figure is None:
            return
        label = self._figure.definition.label
        try:
            with self._office.store.change(f"撤回{label}的{decision.about.label}"):
                self._office.store.delete(decision)
        except Problem as problem:
            messages.show_problem(self, problem)
            return
        self._office.say(f"已撤回{label}的{decision.about.label}，可以用 Ctrl+Z 撤销")
