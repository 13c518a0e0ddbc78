"""How a list is narrowed: words, the year, and the stage of life of its records."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QWidget

from models import search
from models.records.base import Record, State
from models.values.dates import PartialDate
from ui import icons, theme
from ui.forms.options import answers_to
from ui.office import Office

EVERY_STATE = 1_000


class FilterBar(QWidget):
    """What the clerk asks of a list; it says in words what it leaves out."""

    changed = Signal()

    def __init__(self, record_type: type[Record], office: Office) -> None:
        super().__init__()
        self._type = record_type
        self._office = office
        self._states = record_type.about.states
        self._state_buttons = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self._make_words())
        row.addWidget(self._make_year())
        row.addLayout(self._make_states())
        row.addStretch()
        self.box.textChanged.connect(lambda _text: self.changed.emit())
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
        self.year_only.setChecked(False)
        if self._states:
            self._state_buttons.button(EVERY_STATE).setChecked(True)

    def choose_state(self, name: str) -> None:
        """Narrow the list to a stage of life."""
        names = [one.name for one in self._states]
        self._state_buttons.button(names.index(name)).click()

    def passing(self, everything: Sequence[Record]) -> list[Record]:
        """Return the records that are let through, and count the stages of life on the way."""
        self.year_only.setText(f"只看{self._office.year}年度")
        found = self._passing_words([one for one in everything if self._is_of_year(one)])
        return self._of_state(found) if self._states else found

    def words(self, shown: int, total: int) -> list[str]:
        """Return in words what is left out."""
        found = []
        if shown < total and self.is_yearly:
            found.append(f"{self._office.year}年度")
        if self.state is not None:
            found.append(self.state.name)
        if self.box.text().strip():
            found.append(f"含“{self.box.text().strip()}”")
        return found

    def _make_words(self) -> QLineEdit:
        self.box = QLineEdit()
        self.box.setPlaceholderText("查找，可输拼音首字母")
        self.box.setAccessibleName(f"在{self._type.about.label}中查找")
        self.box.setClearButtonEnabled(True)
        self.box.setFixedWidth(theme.chars(16))
        self.box.addAction(
            icons.icon("search", theme.now().muted), QLineEdit.ActionPosition.LeadingPosition
        )
        return self.box

    def _make_year(self) -> QPushButton:
        self.year_only = QPushButton()
        self.year_only.setCheckable(True)
        self.year_only.setChecked(True)
        theme.mark(self.year_only, "sub")
        if not self._type.about.year:
            self.year_only.hide()
        return self.year_only

    def _make_states(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        stages = [(EVERY_STATE, "全部")] if self._states else []
        for number, title in (*stages, *enumerate(one.name for one in self._states)):
            button = QPushButton(title)
            button.setCheckable(True)
            button.setChecked(number == EVERY_STATE)
            theme.mark(button, "sub")
            self._state_buttons.addButton(button, number)
            row.addWidget(button)
        return row

    def _is_of_year(self, record: Record) -> bool:
        if not self.is_yearly:
            return True
        value = getattr(record, self._type.about.year)
        year = value.year if isinstance(value, date | PartialDate) else value
        return year is None or year == self._office.year

    def _passing_words(self, records: list[Record]) -> list[Record]:
        text = self.box.text().strip()
        if not text:
            return records
        if self._type.about.search:
            ids = search.matching_ids(self._office.store.connection, self._type.about.table, text)
            return [one for one in records if one.id in ids]
        return [one for one in records if answers_to(self._office.store.title_of(one), text)]

    def _of_state(self, records: list[Record]) -> list[Record]:
        about, day = self._type.about, self.day
        by_state: dict[str, list[Record]] = {one.name: [] for one in self._states}
        for record in records:
            state = about.state_of(record, day)
            if state is not None:
                by_state[state.name].append(record)
        self._state_buttons.button(EVERY_STATE).setText(f"全部 {len(records):,}")
        for number, one in enumerate(self._states):
            self._state_buttons.button(number).setText(f"{one.name} {len(by_state[one.name]):,}")
        return records if self.state is None else by_state[self.state.name]
