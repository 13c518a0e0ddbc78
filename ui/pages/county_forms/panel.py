"""What is known of the chosen cell, and what it may be filled from."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.county_forms.sources import Source, query_choices
from models.county_forms.wants import Way
from ui import keys
from ui.look import theme
from ui.look.buttons import icon_button, link_button
from ui.look.combo import CalmCombo
from ui.pages.county_forms.choices import (
    Option,
    listed_types,
    options_for_cell,
    options_for_column,
)
from ui.pages.county_forms.figure_options import FigureOptions
from ui.pages.county_forms.marking import short_words, words_of
from ui.pages.county_forms.marks import WORDS
from ui.pages.county_forms.option_list import PROPOSED, OptionList
from ui.pages.county_forms.session import Session, Spot

NO_CELL = "点表上的一格，在这里选它填什么。"
ONE_CELL, DOWNWARD = "只填这一格", "往下填一列名单"
MOST_SHOWN = 3
PAUSE_MILLISECONDS = 120


class CellPanel(QFrame):
    """Speaks of one place; what is decided here is told, not done."""

    taken = Signal(object, object)
    forgotten = Signal(object)
    left_blank = Signal(object)
    column_left_blank = Signal(object)
    way_asked = Signal(str)
    slot_asked = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        theme.mark(self, "card")
        self._session: Session | None = None
        self._is_suggested = False
        self._spot: Spot | None = None
        self._cell_options: tuple[str, Sequence[Option]] = ("-", ())
        self._column_options: tuple[tuple[str, str], Sequence[Option]] = (("", ""), ())
        # Who walks through the list with the arrow keys waits for no number on the way.
        self._counting = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._build()
        self._connect()
        self.show_nothing()

    @property
    def spot(self) -> Spot | None:
        """The place that is spoken of."""
        return self._spot

    @property
    def words(self) -> str:
        """What is said of the place."""
        return f"{self._title.text()} {self._state.text()} {self._preview.text()}".strip()

    @property
    def chosen_source(self) -> Source | None:
        """What is marked in the list, with what is said about its year and writing."""
        source = self.options.source
        return self._figures.apply(source) if source is not None else None

    def work_on(self, session: Session) -> None:
        """Speak of the places of another form."""
        self._session = session
        self._cell_options = ("-", ())
        self._column_options = (("", ""), ())
        self.show_nothing()

    def show_nothing(self, words: str = NO_CELL) -> None:
        """Say that no place is chosen, or why nothing can be done with it."""
        self._spot = None
        self._title.setText("对应")
        self._state.setText(words)
        theme.mark(self._state, "muted")
        self._inner.hide()
        self._blank_hint.show()

    def show_spot(self, spot: Spot, beside: Sequence[Spot]) -> None:
        """Speak of a place; `beside` are the blanks in the same text."""
        session = self._session
        if session is None:
            return
        self._spot = spot
        self._is_suggested = False
        self._blank_hint.hide()
        self._inner.show()
        named = spot.label if spot.label != spot.place.address else ""
        self._title.setText(f"{spot.place.address}　{named}".strip())
        self._show_state(session, spot)
        self._show_ways(spot)
        self._show_slots(spot, beside)
        self._show_list_choice(session, spot)
        self._show_options(session, spot)

    def start_typing(self, typed: str = "") -> None:
        """Put the cursor where the clerk types what goes into the place."""
        if self._spot is None:
            return
        self.options.box.setFocus(Qt.FocusReason.OtherFocusReason)
        if typed:
            self.options.box.setText(typed)
            self.options.box.textEdited.emit(typed)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(12))
        outer.setSpacing(theme.px(8))
        self._title, self._state = QLabel(), QLabel()
        theme.mark(self._title, "title")
        for label in (self._title, self._state):
            label.setWordWrap(True)
            outer.addWidget(label)
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(self._make_links())
        column.addWidget(self._make_slots())
        column.addWidget(self._make_ways())
        column.addWidget(self._make_list_choice())
        self.options = OptionList()
        column.addWidget(self.options, 1)
        self._figures = FigureOptions()
        column.addWidget(self._figures)
        self._preview = QLabel()
        self._preview.setWordWrap(True)
        column.addWidget(self._preview)
        column.addLayout(self._make_answers())
        outer.addWidget(self._inner, 1)
        self._blank_hint = QWidget()
        outer.addWidget(self._blank_hint, 1)

    def _make_links(self) -> QHBoxLayout:
        self._forget = link_button("取消对应")
        row = QHBoxLayout()
        row.addWidget(self._forget)
        row.addStretch()
        return row

    def _make_slots(self) -> QWidget:
        self._slots = QWidget()
        self._slot_row = QHBoxLayout(self._slots)
        self._slot_row.setContentsMargins(0, 0, 0, 0)
        self._slot_row.setSpacing(theme.px(4))
        return self._slots

    def _make_ways(self) -> QWidget:
        self._ways = QWidget()
        row = QHBoxLayout(self._ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        self._way_group = QButtonGroup(self)
        for number, words in enumerate((ONE_CELL, DOWNWARD)):
            button = QPushButton(words)
            button.setCheckable(True)
            theme.mark(button, "sub")
            self._way_group.addButton(button, number)
            row.addWidget(button)
        row.addStretch()
        return self._ways

    def _make_list_choice(self) -> QWidget:
        self._list_choice = QWidget()
        grid = QGridLayout(self._list_choice)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(1, 1)
        self._tables, self._queries = CalmCombo(), CalmCombo()
        self._tables.addItem("请选哪一种名单", "")
        for table, name in listed_types():
            self._tables.addItem(name, table)
        for row, (words, combo) in enumerate((("名单", self._tables), ("哪些", self._queries))):
            label = QLabel(words)
            label.setBuddy(combo)
            combo.setAccessibleName(words)
            theme.mark(label, "label")
            grid.addWidget(label, row, 0)
            grid.addWidget(combo, row, 1)
        return self._list_choice

    def _make_answers(self) -> QHBoxLayout:
        self._take = icon_button("对应", "tick", role="main")
        self._leave_blank = QPushButton("这一格不用填")
        self._leave_column = link_button("整列不用填")
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._leave_blank)
        row.addWidget(self._leave_column)
        row.addStretch()
        row.addWidget(self._take)
        return row

    def _connect(self) -> None:
        self.options.chosen.connect(self._follow_choice)
        self.options.taken.connect(self._tell_taken)
        self.options.left.connect(self.left)
        self._figures.changed.connect(self._show_preview)
        self._counting.timeout.connect(self._follow_pause)
        self._take.clicked.connect(self._tell_taken)
        self._leave_blank.clicked.connect(lambda: self.left_blank.emit(self._spot))
        self._leave_column.clicked.connect(lambda: self.column_left_blank.emit(self._spot))
        self._forget.clicked.connect(lambda: self.forgotten.emit(self._spot))
        self._way_group.idClicked.connect(self._ask_way)
        self._tables.activated.connect(lambda _row: self._follow_table())
        self._queries.activated.connect(lambda _row: self._follow_query())
        keys.bind(self, "give_up", self.left.emit)

    def _show_state(self, session: Session, spot: Spot) -> None:
        said = {
            "given": f"已对应：{words_of(session, spot.source)}" if spot.source else "",
            "left": "已定：这一格不用填",
            "stuck": spot.trouble,
            "offered": f"建议：{words_of(session, spot.offer)}" if spot.offer else "",
        }.get(spot.kind, f"{WORDS[spot.kind]}，在下面选它填什么")
        self._state.setText(said)
        tone = {"given": "ok", "stuck": "error", "offered": "", "wanted": "warn"}
        theme.mark(self._state, tone.get(spot.kind, "muted"))
        self._forget.setVisible(spot.mapped is not None)
        is_plain = spot.way == "cell" and spot.mapped is None
        self._leave_column.setVisible(is_plain and len(session.column_of(spot)) > 1)
        self._leave_blank.setVisible(spot.kind != "left")
        words = "这一列不用填" if spot.way == "column" else "这一格不用填"
        self._leave_blank.setText(words)

    def _show_ways(self, spot: Spot) -> None:
        self._ways.setVisible(spot.way != "slot")
        self._way_group.button(1 if spot.way == "column" else 0).setChecked(True)

    def _show_slots(self, spot: Spot, beside: Sequence[Spot]) -> None:
        while self._slot_row.count():
            item = self._slot_row.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self._slots.setVisible(len(beside) > 1)
        if len(beside) < 2:
            return
        for one in beside:
            button = QPushButton(one.label)
            button.setCheckable(True)
            button.setChecked(one.place == spot.place)
            theme.mark(button, "sub")
            button.clicked.connect(lambda _on=False, place=one.place: self.slot_asked.emit(place))
            self._slot_row.addWidget(button)
        self._slot_row.addStretch()

    def _show_list_choice(self, session: Session, spot: Spot) -> None:
        self._list_choice.setVisible(spot.way == "column")
        if spot.way != "column":
            return
        source = spot.source
        table, query = (
            (source.table_name, source.query)
            if source is not None and source.table_name
            else session.list_beside(spot)
        )
        self._tables.setCurrentIndex(max(self._tables.findData(table), 0))
        self._offer_queries(query)

    def _offer_queries(self, query: str) -> None:
        self._queries.clear()
        self._queries.addItem("全部", "")
        table = self._tables.currentData()
        if self._session is not None and table:
            for one in query_choices(self._session.store, table):
                self._queries.addItem(one.label, one.code)
        self._queries.setEnabled(bool(table))
        self._queries.setCurrentIndex(max(self._queries.findData(query), 0))

    def _show_options(self, session: Session, spot: Spot) -> None:
        proposed = self._proposed(session, spot, [])
        options = self._options_for(session, spot)
        can_be_text = spot.way != "column"
        self.options.offer(options, proposed, can_be_text=can_be_text)
        self.options.choose(spot.source or spot.offer)
        usual = Source(kind="figure", years_back=session.years_back(spot))
        self._figures.show_source(spot.source or spot.offer or usual)
        self._follow_choice()

    def _options_for(self, session: Session, spot: Spot) -> Sequence[Option]:
        if spot.way == "column":
            key = (str(self._tables.currentData() or ""), str(self._queries.currentData() or ""))
            if self._column_options[0] != key:
                found = options_for_column(*key) if key[0] else []
                self._column_options = (key, found)
            return self._column_options[1]
        table = session.form.table_name
        if self._cell_options[0] != table:
            self._cell_options = (table, options_for_cell(session.store, table))
        return self._cell_options[1]

    def _proposed(self, session: Session, spot: Spot, more: Sequence[Source]) -> list[Option]:
        if spot.way == "column" and not self._tables.currentData():
            return []
        found = [spot.offer] if spot.offer is not None else []
        found += [one for one in more if one not in found]
        return [Option(one, short_words(session, one), PROPOSED) for one in found[:MOST_SHOWN]]

    def _follow_pause(self) -> None:
        """Look for what the place's name is like, and count what is marked."""
        session, spot = self._session, self._spot
        if session is None or spot is None:
            return
        if not self._is_suggested:
            self._is_suggested = True
            self.options.propose(self._proposed(session, spot, session.suggest(spot)))
        self._show_preview()

    def _follow_table(self) -> None:
        self._offer_queries("")
        self._follow_query()

    def _follow_query(self) -> None:
        if self._session is not None and self._spot is not None:
            self._show_options(self._session, self._spot)

    def _follow_choice(self) -> None:
        self._figures.follow(self.options.source)
        self._take.setEnabled(self.options.source is not None)
        self._preview.setText("")
        self._counting.start()

    def _show_preview(self) -> None:
        source, session, spot = self.chosen_source, self._session, self._spot
        if source is None or session is None or spot is None:
            self._preview.setText("")
            return
        values = session.preview(spot, source)
        shown = "、".join(one.shown or "（空）" for one in values[:MOST_SHOWN])
        more = f"……共{len(values)}行" if len(values) > MOST_SHOWN else ""
        said = [one.note for one in values[:1] if one.note]
        if spot.way == "column" and len(values) > spot.rows:
            said.append(f"表上只有{spot.rows}行空行，填的时候会自动加行")
        notes = "；".join(said)
        self._preview.setText(
            f"填进去是：{shown or '（空）'}{more}" + (f"\n{notes}" if notes else "")
        )

    def _tell_taken(self) -> None:
        source = self.chosen_source
        if source is not None and self._spot is not None:
            self.taken.emit(self._spot, source)

    def _ask_way(self, number: int) -> None:
        way: Way = "column" if number else "cell"
        self.way_asked.emit(way)
