"""One form on the desk: its sheet at the left, at the right what goes into the chosen cell."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from models.county_forms.places import Place
from models.county_forms.sources import Source
from models.county_forms.wants import Way
from models.errors import Problem
from models.records.county_forms import CountyForm, CountyFormCell
from ui import jobs, keys, messages
from ui.look import theme
from ui.look.buttons import icon_button
from ui.look.flow import FlowLayout
from ui.office import Office
from ui.pages.county_forms.form_head import FormHead
from ui.pages.county_forms.grid import FormGrid
from ui.pages.county_forms.marking import marks_of
from ui.pages.county_forms.marks import Cell
from ui.pages.county_forms.panel import CellPanel
from ui.pages.county_forms.proposing import LEFT_BLANK
from ui.pages.county_forms.session import OPEN, Session, Spot
from ui.pages.county_forms.strips import GuessStrip, LostStrip, YearStrip

FORMULA = "这一格由表里的公式自己算，不用填。"
PRINTED = "这一格印着“{}”。要改写它，也可以在下面选填什么。"
ALL_SAID = "每一格都有着落了，可以“填好另存”。"


class FormView(QWidget):
    """Where a form is mapped, looked at with its values, saved and handed up."""

    left = Signal()
    saving_asked = Signal(object)
    filing_asked = Signal(object)
    renewing_asked = Signal(object)
    facts_asked = Signal(object)

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._session: Session | None = None
        self._sheet = 0
        self._is_own_change = False
        self.head = FormHead(office)
        self.grid = FormGrid()
        self.panel = CellPanel()
        self._build()
        self._connect()

    @property
    def session(self) -> Session | None:
        """The form that is open."""
        return self._session

    @property
    def is_own_change(self) -> bool:
        """Whether the change of the file that is told just now was made here."""
        return self._is_own_change

    @property
    def words(self) -> str:
        """How far the mapping is, in words."""
        return self._state.text()

    def open_form(self, form: CountyForm) -> None:
        """Show a form from its beginning."""
        session = Session(self._office.store, form, self._office.year)
        self.head.show_form(session)
        self.panel.work_on(session)
        self._read(session, self._show_first)

    def refresh(self) -> None:
        """Show what is true now; the cursor stays where it is."""
        session = self._session
        if session is None:
            return
        kept = self._office.store.get_or_none(CountyForm, session.form.id)
        if kept is None:
            self.close_form()
            self.left.emit()
            return
        session.form, session.year = kept, self._office.year
        self.head.show_form(session)
        self._read(session, self._show_again)

    def close_form(self) -> None:
        """Let the form go."""
        self._session = None

    def go_on(self, *, back: bool = False) -> None:
        """Put the cursor on the next place that nothing was said about."""
        session = self._session
        if session is None:
            return
        spot = self.panel.spot
        place = session.next_open(spot.place if spot else None, back=back)
        if place is None:
            self._office.say(ALL_SAID)
            return
        self._look_at(place)

    def take_offers(self) -> None:
        """Take everything that is proposed."""
        session = self._session
        if session is not None and session.count("offered"):
            count = session.count("offered")
            if not self._do(session.take_offers):
                return
            self._show_marks(session)
            self._office.say(f"已采用建议 {count}格，可以用 Ctrl+Z 撤销")
            self._look_further(session)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.px(8))
        outer.addWidget(self.head)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(theme.px(12))
        split.addWidget(self._make_left())
        split.addWidget(self.panel)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 0)
        split.setSizes([theme.chars(70), theme.chars(26)])
        outer.addWidget(split, 1)

    def _make_left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(self._make_bar())
        self.lost, self.guess, self.years = LostStrip(), GuessStrip(), YearStrip()
        column.addWidget(self.years)
        column.addWidget(self.lost)
        column.addWidget(self.guess)
        column.addWidget(self.grid, 1)
        self._tabs = QWidget()
        self._tab_row = FlowLayout(self._tabs, gap=theme.px(4))
        self._tab_group = QButtonGroup(self)
        column.addWidget(self._tabs)
        return left

    def _make_bar(self) -> FlowLayout:
        self._state = QLabel()
        self._offers = icon_button("全部采用建议", "good")
        self._next = QPushButton(keys.label("下一个没对应的格子", "next_field"))
        bar = FlowLayout(gap=theme.px(8))
        bar.addWidget(self._state)
        bar.add_spring()
        bar.addWidget(self._offers)
        bar.addWidget(self._next)
        return bar

    def _connect(self) -> None:
        self.head.left.connect(self._leave)
        self.head.changed.connect(self.refresh)
        self.head.facts_asked.connect(lambda: self.facts_asked.emit(self._session))
        self.head.saving_asked.connect(lambda: self.saving_asked.emit(self._session))
        self.head.filing_asked.connect(lambda: self.filing_asked.emit(self._session))
        self.head.renewing_asked.connect(lambda: self.renewing_asked.emit(self._session))
        self._offers.clicked.connect(self.take_offers)
        self._next.clicked.connect(lambda _on: self.go_on())
        self._tab_group.idClicked.connect(self._show_sheet)
        self.grid.cell_chosen.connect(self._show_cell)
        self.grid.opened.connect(lambda _cell: self.panel.start_typing())
        self.grid.typed.connect(self.panel.start_typing)
        self.grid.cleared.connect(lambda _cell: self._forget(self.panel.spot))
        self.panel.taken.connect(self._take)
        self.panel.forgotten.connect(self._forget)
        self.panel.left_blank.connect(lambda spot: self._take(spot, LEFT_BLANK))
        self.panel.column_left_blank.connect(self._leave_column)
        self.panel.way_asked.connect(self._change_way)
        self.panel.slot_asked.connect(self._look_at)
        self.panel.left.connect(self.grid.setFocus)
        self.guess.agreed.connect(self.head.fill_for_each)
        self.years.agreed.connect(self._office.set_year)
        self.lost.moved.connect(self._move_lost)
        self.lost.dropped.connect(self._drop_lost)
        keys.bind(self, "next_field", self.go_on)
        keys.bind(self, "save", lambda: self.saving_asked.emit(self._session))

    def _leave(self) -> None:
        self.close_form()
        self.left.emit()

    def _read(self, session: Session, then: Callable[[], None]) -> None:
        def work(progress: jobs.Progress) -> None:
            session.read(lambda done, total: progress("正在算表里的数", done, total))

        def show(_nothing: None) -> None:
            self._session = session
            then()

        jobs.run(self, "正在读表…", work, show)

    def _show_first(self) -> None:
        session = self._session
        if session is None:
            return
        self._make_tabs(session)
        self._show_sheet(min(session.papers, default=0))
        first = session.next_open(None) or next((one.place for one in session.spots), None)
        if first is not None:
            self._look_at(first)
        self.grid.setFocus()

    def _show_again(self) -> None:
        session = self._session
        if session is None:
            return
        if self._sheet not in session.papers or len(self._tab_group.buttons()) != len(
            session.papers
        ):
            self._show_first()
            return
        self._show_marks(session)
        if self.grid.place is not None:
            self._show_cell(self.grid.place)

    def _make_tabs(self, session: Session) -> None:
        for button in self._tab_group.buttons():
            self._tab_group.removeButton(button)
            button.setParent(None)
            button.deleteLater()
        for number, paper in session.papers.items():
            button = QPushButton(paper.sheet.name)
            button.setCheckable(True)
            theme.mark(button, "sub")
            self._tab_group.addButton(button, number)
            self._tab_row.addWidget(button)
        self._tabs.setVisible(len(session.papers) > 1)

    def _show_sheet(self, number: int) -> None:
        session = self._session
        if session is None or number not in session.papers:
            return
        self._sheet = number
        self._tab_group.button(number).setChecked(True)
        self.grid.show_paper(session.papers[number], marks_of(session, number))
        self.panel.show_nothing()
        self._tell_state(session)

    def _show_marks(self, session: Session) -> None:
        self.grid.show_marks(marks_of(session, self._sheet))
        self._tell_state(session)

    def _tell_state(self, session: Session) -> None:
        given, left = session.count("given"), session.count("left")
        offered, wanted = session.count("offered"), session.count("wanted")
        stuck = session.count("stuck")
        said = [f"要填的{len(session.spots)}处：已对应{given}"]
        said += [f"不用填{left}"] if left else []
        said += [f"填不了{stuck}"] if stuck else []
        said += [f"有建议{offered}（虚线蓝框）"] if offered else []
        said += [f"没对应{wanted}（黄底）"] if wanted else []
        self._state.setText("，".join(said))
        self._offers.setText(f"全部采用建议 {offered}格")
        self._offers.setVisible(bool(offered))
        self._next.setEnabled(bool(offered or wanted))
        self.years.show_years(session.printed_year, session.year)
        self.lost.show_lost(session.lost)
        self.guess.show_guess(session.looks_for if not session.form.table_name else "")

    def _look_at(self, place: Place) -> None:
        if place.sheet != self._sheet:
            self._show_sheet(place.sheet)
        self.grid.look_at(place.cell)
        session = self._session
        spot = session.spot_at(place) if session is not None else None
        if session is not None and spot is not None:
            self.panel.show_spot(spot, session.spots_at(place.sheet, place.cell))

    def _show_cell(self, cell: Cell) -> None:
        session = self._session
        if session is None:
            return
        found = session.spots_at(self._sheet, cell)
        if found:
            best = next((one for one in found if one.kind in OPEN), found[0])
            self.panel.show_spot(best, found)
            return
        content = session.papers[self._sheet].sheet.cell(*cell)
        if content.kind == "formula":
            self.panel.show_nothing(FORMULA)
        else:
            spot = session.spot_of_choice(self._sheet, cell, "cell")
            self.panel.show_spot(spot, [])

    def _take(self, spot: Spot, source: Source) -> None:
        session = self._session
        if session is None or not self._do(lambda: session.take([spot], source)):
            return
        self._office.say(f"已对应 {spot.place.address} {spot.label}")
        self._show_marks(session)
        self._look_further(session)

    def _look_further(self, session: Session) -> None:
        """Go to the next open place; where there is none, look at what was just done."""
        self.grid.setFocus()
        if session.count(*OPEN):
            self.go_on()
            return
        if self.grid.place is not None:
            self._show_cell(self.grid.place)
        self._office.say(ALL_SAID)

    def _forget(self, spot: Spot | None) -> None:
        session = self._session
        if session is None or spot is None or spot.mapped is None:
            return
        if self._do(lambda: session.forget(spot)):
            self._office.say(f"已取消对应 {spot.place.address} {spot.label}")
            self._show_again()

    def _leave_column(self, spot: Spot) -> None:
        session = self._session
        if session is None:
            return
        spots = session.column_of(spot)
        if self._do(lambda: session.take(spots, LEFT_BLANK)):
            self._office.say(f"这一列{len(spots)}格都记成不用填，可以用 Ctrl+Z 撤销")
            self._show_again()
            self.go_on()

    def _move_lost(self, mapped: CountyFormCell) -> None:
        session, spot = self._session, self.panel.spot
        if session is None or spot is None:
            self._office.say("请先在表上点一下它现在的格子")
        elif self._do(lambda: session.move(mapped, spot)):
            self._office.say(f"“{mapped.label}”改到{spot.place.address}")
            self._read(session, self._show_again)

    def _drop_lost(self, mapped: CountyFormCell) -> None:
        session = self._session
        if session is not None and self._do(lambda: session.drop(mapped)):
            self._read(session, self._show_again)

    def _change_way(self, way: Way) -> None:
        session, spot = self._session, self.panel.spot
        if session is None or spot is None or spot.way == way:
            return
        chosen = session.spot_of_choice(spot.place.sheet, spot.place.cell, way)
        self.panel.show_spot(chosen, [])

    def _do(self, change: Callable[[], object]) -> bool:
        """Make a change that this page itself shows; whether it could be made."""
        self._is_own_change = True
        try:
            change()
        except Problem as problem:
            messages.show_problem(self, problem)
            return False
        finally:
            self._is_own_change = False
        return True
