"""A tab with several lists: a row of names with counts, and the chosen list below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.records.base import Record
from models.typed import TypedForm
from ui.areas.base import Area, SubTab
from ui.look import theme
from ui.look.flow import FlowLayout
from ui.office import Office
from ui.own_page import OwnPage
from ui.page import RecordPage
from ui.page_spec import PageSpec


class SubTabs(QWidget):
    """The lists of one tab; each page is made when it is first looked at."""

    related_asked = Signal(object, object)
    history_asked = Signal(object)
    unsaved_changed = Signal(bool)

    def __init__(self, area: Area, office: Office) -> None:
        super().__init__()
        theme.mark(self, "canvas")
        self._office = office
        self._lists: tuple[SubTab, ...] = area.lists
        self._specs: list[PageSpec | None] = [
            one.spec(office) if one.spec else None for one in area.lists
        ]
        self._titles = [one.title for one in area.lists]
        self._pages: dict[int, RecordPage | OwnPage] = {}
        self._unsaved: set[int] = set()
        self._stack = QStackedWidget()
        self._group = QButtonGroup(self)
        outer = QVBoxLayout(self)
        gap = theme.px(16)
        outer.setContentsMargins(gap, theme.px(8), gap, theme.px(12))
        outer.setSpacing(theme.px(8))
        outer.addLayout(self._make_names())
        outer.addWidget(self._stack, 1)
        self._group.idClicked.connect(self.show_list)
        office.changed.connect(self._count)
        office.year_changed.connect(self._count)
        self._count()

    @property
    def page(self) -> RecordPage | None:
        """The list that is shown now."""
        found = self._stack.currentWidget()
        return found if isinstance(found, RecordPage) else None

    @property
    def own_page(self) -> OwnPage | None:
        """The page written for its work that is shown now."""
        found = self._stack.currentWidget()
        return found if isinstance(found, OwnPage) else None

    @property
    def number(self) -> int:
        """Which of the lists is shown now."""
        return max(self._group.checkedId(), 0)

    @property
    def is_unsaved(self) -> bool:
        """Whether a form of one of the lists holds something that is not saved."""
        return bool(self._unsaved)

    @property
    def titles(self) -> list[str]:
        """The names of the lists."""
        return self._titles

    def open(self) -> None:
        """Show the list that was shown last, or the first."""
        self.show_list(self.number)

    def step(self, by: int) -> None:
        """Show the list so many further on; after the last comes the first."""
        self.show_list((self.number + by) % len(self._titles))
        self._group.button(self.number).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_list(self, number: int) -> None:
        """Show one of the lists."""
        if number not in self._pages:
            self._stack.addWidget(self._make_page(number))
        self._group.button(number).setChecked(True)
        self._stack.setCurrentWidget(self._pages[number])
        self._pages[number].refresh_if_stale()
        self._office.filter_changed.emit(self._pages[number].state_words)

    def _make_page(self, number: int) -> QWidget:
        spec, make = self._specs[number], self._lists[number].page
        if spec is None:
            assert make is not None
            own = self._pages[number] = make(self._office)
            return own
        page = self._pages[number] = RecordPage(spec, self._office)
        page.related_asked.connect(self.related_asked)
        page.history_asked.connect(self.history_asked)
        page.form.unsaved_changed.connect(lambda is_on: self._note_unsaved(number, is_on=is_on))
        return page

    def page_of(self, record_type: type[Record]) -> RecordPage | None:
        """Show and return the list of a record type, None when it is not here."""
        for number, spec in enumerate(self._specs):
            if spec is not None and spec.record_type is record_type:
                self.show_list(number)
                return self.page
        return None

    def own_page_of(self, table: str) -> OwnPage | None:
        """Show and return the page on which records of a table are typed, None when it is not here."""
        for number, one in enumerate(self._lists):
            if one.takes == table:
                self.show_list(number)
                return self.own_page
        return None

    def may_rebuild(self) -> bool:
        """Whether nothing would be lost but what stands in forms, which can be carried over."""
        own = (page for page in self._pages.values() if isinstance(page, OwnPage))
        return all(page.may_leave() for page in own if not page.takes)

    def typed(self) -> list[TypedForm]:
        """Return what the forms of the lists are in the middle of, that of the shown list last."""
        shown = self._stack.currentWidget()
        pages = sorted(self._pages.values(), key=lambda page: page is shown)
        return [typed for page in pages for typed in page.typed()]

    def forget_typed(self) -> None:
        """Take what stands in the forms out of the journal: other forms went on with it."""
        for page in self._pages.values():
            page.forget_typed()

    def may_leave(self) -> bool:
        """Whether no form holds something unsaved that the clerk wants to keep."""
        return all(self._may_leave_list(number) for number in list(self._pages))

    def _may_leave_list(self, number: int) -> bool:
        # What is asked about is to be seen behind the question.
        if number in self._unsaved:
            self.show_list(number)
        return self._pages[number].may_leave()

    def _note_unsaved(self, number: int, *, is_on: bool) -> None:
        if is_on:
            self._unsaved.add(number)
        else:
            self._unsaved.discard(number)
        self._count()
        self.unsaved_changed.emit(bool(self._unsaved))

    def _make_names(self) -> FlowLayout:
        row = FlowLayout(gap=theme.px(4))
        for number, title in enumerate(self._titles):
            button = QPushButton(title)
            button.setCheckable(True)
            theme.mark(button, "sub")
            self._group.addButton(button, number)
            row.addWidget(button)
        return row

    def _count(self) -> None:
        for number, spec in enumerate(self._specs):
            if spec is None:
                continue
            count = self._office.store.count(spec.record_type)
            mark = " · 未保存" if number in self._unsaved else ""
            self._group.button(number).setText(f"{self._titles[number]} {count:,}{mark}")
