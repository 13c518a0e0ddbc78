"""How a list is narrowed: words, the year, and the stage of life of its records."""

from array import array
from collections.abc import Collection, Iterator
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPushButton, QWidget

from models.asking.lists import Rows
from models.records.base import Record, State
from ui.forms.options import answers_to
from ui.lists.query_bar import QueryButton
from ui.look import theme
from ui.look.find_line import find_line
from ui.look.flow import FlowLayout
from ui.office import Office
from ui.reading_ahead import is_read

EVERY_STATE = 1_000


class FilterBar(QWidget):
    """What the clerk asks of a list; it says in words what it leaves out."""

    changed = Signal()
    query_chosen = Signal()

    def __init__(self, record_type: type[Record], office: Office) -> None:
        super().__init__()
        self._type = record_type
        self._office = office
        self._states = record_type.about.states
        self._state_buttons = QButtonGroup(self)
        row = FlowLayout(self, gap=theme.px(4))
        self.query = QueryButton(record_type, office)
        row.addWidget(self._make_words())
        row.addWidget(self.query)
        row.addWidget(self._make_year())
        for button in self._make_states():
            row.addWidget(button)
        self.query.chosen.connect(self._follow_query)
        self.box.textChanged.connect(self._follow_words)
        self.year_only.toggled.connect(lambda _on: self.changed.emit())
        self._state_buttons.idClicked.connect(lambda _id: self.changed.emit())

    @property
    def state(self) -> State | None:
        """The stage of life that the list is narrowed to, None for all of them."""
        chosen = self._state_buttons.checkedId()
        return self._states[chosen] if 0 <= chosen < len(self._states) else None

    @property
    def is_yearly(self) -> bool:
        """Whether only the records of the working year are let through."""
        return bool(self._type.about.year) and self.year_only.isChecked()

    @property
    def day(self) -> date:
        """The day for which stages of life are told."""
        return self._office.day

    def clear(self) -> None:
        """Let everything through."""
        self.box.clear()
        self.query.take(None)
        self._open_wide()

    def choose_state(self, name: str) -> None:
        """Narrow the list to a stage of life."""
        names = [one.name for one in self._states]
        self._state_buttons.button(names.index(name)).click()

    @property
    def year(self) -> int | None:
        """The year of the records that are let through, None for every year."""
        self.year_only.setText(f"只看{self._office.year}年度")
        return self._office.year if self.is_yearly else None

    def passing(self, rows: Rows) -> "array[int]":
        """Return the numbers of the rows that are let through; count the stages of life."""
        asked = self.query.ids()
        if asked is not None:
            rows = rows.passing(asked)
        if self.box.text().strip():
            rows = rows.passing(self._mentioning(self.box.text().strip()))
        if self._states:
            self._count_states(rows)
        return rows.ids if self.state is None else rows.in_stage(self._states.index(self.state))

    def words(self, shown: int, total: int) -> list[str]:
        """Return in words what is left out."""
        found = [self.query.words] if self.query.query else []
        if shown < total and self.is_yearly:
            found.append(f"{self._office.year}年度")
        if self.state is not None:
            found.append(self.state.name)
        if self.box.text().strip():
            found.append(f"含“{self.box.text().strip()}”")
        if len(found) > 1 and self.query.is_any:
            found[0] = f"（{found[0]}）"
        return found

    def _follow_query(self) -> None:
        """Look at every year and every stage: a query names itself which of them it means."""
        blocked = self.blockSignals(True)
        self._open_wide()
        self.blockSignals(blocked)
        self.query_chosen.emit()

    def _open_wide(self) -> None:
        self.year_only.setChecked(False)
        if self._states:
            self._state_buttons.button(EVERY_STATE).setChecked(True)

    def _make_words(self) -> QLineEdit:
        self.box = find_line("查找，可输拼音首字母", f"在{self._type.about.label}中查找")
        self.box.setFixedWidth(theme.chars(14))
        return self.box

    def _make_year(self) -> QPushButton:
        self.year_only = QPushButton()
        self.year_only.setCheckable(True)
        self.year_only.setChecked(True)
        theme.mark(self.year_only, "sub")
        if not self._type.about.year:
            self.year_only.hide()
        return self.year_only

    def _make_states(self) -> Iterator[QPushButton]:
        stages = [(EVERY_STATE, "全部")] if self._states else []
        for number, title in (*stages, *enumerate(one.name for one in self._states)):
            button = QPushButton(title)
            button.setCheckable(True)
            button.setChecked(number == EVERY_STATE)
            theme.mark(button, "sub")
            self._state_buttons.addButton(button, number)
            yield button

    def _mentioning(self, text: str) -> Collection[int]:
        store = self._office.store
        if self._type.about.search:
            return store.matching_ids(self._type.about.table, text)
        titled = ((one.id, store.title_of(one)) for one in store.all(self._type))
        return {one for one, title in titled if one is not None and answers_to(title, text)}

    def _follow_words(self) -> None:
        if not self.box.text().strip() or is_read(self._office.store, self, self._follow_words):
            self.changed.emit()

    def _count_states(self, rows: Rows) -> None:
        counts = [rows.stages.count(number) for number in range(len(self._states))]
        self._state_buttons.button(EVERY_STATE).setText(f"全部 {len(rows.ids):,}")
        for number, one in enumerate(self._states):
            self._state_buttons.button(number).setText(f"{one.name} {counts[number]:,}")
