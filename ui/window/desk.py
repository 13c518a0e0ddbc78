"""Everything the window shows while an office file is open: bar, tabs, pages."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from models.errors import Problem
from models.form_journal import LeftOver
from models.queries.conditions import Query
from models.records import BY_TABLE
from models.records.base import Record
from models.records.drafts import Draft
from models.typed import TypedForm
from reports.blocks import Document
from ui import keys, messages
from ui.areas import AREAS, Area, list_spec
from ui.dialogs.attachments import AttachmentsDialog
from ui.dialogs.history import HistoryDialog
from ui.dialogs.importing.dialog import ImportDialog
from ui.dialogs.opening import open_dialog, window_in_front
from ui.dialogs.query import QueryDialog
from ui.dialogs.recycle_bin import RecycleBinDialog
from ui.dialogs.reports import PreviewDialog, ReportDialog
from ui.dialogs.saved_queries import SavedQueriesDialog
from ui.look import icons, theme
from ui.look.fitting import FittingArea
from ui.office import Office
from ui.own_page import OwnPage
from ui.page import RecordPage
from ui.page_spec import PageSpec
from ui.record_boxes import NewRecordDialog, RecordDialog, RelatedDialog
from ui.recovery import Reopener
from ui.related import Relation
from ui.window.filing_watch import FilingWatch
from ui.window.recovery_bar import RecoveryBar
from ui.window.search_places import listed_tables, places_of
from ui.window.subtabs import SubTabs
from ui.window.tab_row import TabRow
from ui.window.top_bar import TopBar

# A window lower than this has no room for icons above the names of the tabs.
ROOMY = 560


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a desk stood: its tab, the list in it, and what was typed and not yet saved."""

    area: int
    sub_tab: int
    typed: tuple[TypedForm, ...]


class Desk(QWidget):
    """The tabs over one open file."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        theme.mark(self, "canvas")
        self._office = office
        self.top_bar = TopBar(office)
        self._tabs = TabRow()
        self._stack = QStackedWidget()
        self._made: dict[int, QWidget] = {}
        self._reopener = Reopener(
            self,
            office,
            show_list=self.show_list,
            show_own=self.show_own_page,
            spec_of=self._spec_of,
        )
        for area in AREAS:
            self._tabs.addTab(icons.tab_icon(area.icon), area.title)
        self._build()
        self._connect()
        self.filing_watch = FilingWatch(office)
        self.show_area(0)

    @property
    def tabs(self) -> QTabBar:
        """The row of tabs."""
        return self._tabs

    @property
    def page(self) -> QWidget:
        """What the chosen tab shows."""
        return self._stack.currentWidget()

    @property
    def place(self) -> tuple[str, str]:
        """The name of the chosen tab, and the title of its list, blank where it has none."""
        page = self.page
        listed = page.titles[page.number] if isinstance(page, SubTabs) else ""
        return AREAS[self._tabs.currentIndex()].name, listed

    def show_area(self, number: int) -> None:
        """Show a tab; its page is made when it is first looked at."""
        if number not in self._made:
            page = self._made[number] = self._make(AREAS[number])
            self._stack.addWidget(page)
        self._tabs.setCurrentIndex(number)
        page = self._made[number]
        self._stack.setCurrentWidget(page)
        if isinstance(page, SubTabs):
            page.open()
        else:
            self._office.filter_changed.emit("")

    def show_page(self, name: str) -> None:
        """Show the tab of that name."""
        self.show_area(next(n for n, area in enumerate(AREAS) if area.name == name))

    def show_list(self, record_type: type[Record]) -> RecordPage | None:
        """Show the list of a record type, None when no tab has one."""
        for number, area in enumerate(AREAS):
            specs = [one.spec(self._office) for one in area.lists if one.spec]
            if any(spec.record_type is record_type for spec in specs):
                self.show_area(number)
                page = self._made[number]
                return page.page_of(record_type) if isinstance(page, SubTabs) else None
        return None

    def show_own_page(self, table: str) -> OwnPage | None:
        """Show the page on which records of a table are typed, None when a form is for that."""
        for number, area in enumerate(AREAS):
            if any(one.takes == table for one in area.lists):
                self.show_area(number)
                page = self._made[number]
                return page.own_page_of(table) if isinstance(page, SubTabs) else None
        return None

    def place_of(self, table: str) -> str:
        """Return the tab and the list of a record type in words, its own name when it has none."""
        record_type = BY_TABLE[table]
        for area in AREAS:
            for one in area.lists:
                if one.spec and one.spec(self._office).record_type is record_type:
                    return f"{area.title} · {one.title}"
        return record_type.about.label

    def show_record(self, table: str, record_id: int) -> None:
        """Show one record in its list, or in a box of its own when it has none."""
        record_type = BY_TABLE[table]
        if record_type is Draft:
            self._reopener.reopen_draft(record_id)
            return
        page = self.show_list(record_type)
        if page is not None:
            page.show_record(record_id)
            return
        self._show_in_box(table, record_id)

    def show_records(self, table: str, ids: frozenset[int], words: str) -> None:
        """Show exactly these records in their list."""
        page = self.show_list(BY_TABLE[table])
        if page is not None:
            page.show_only(ids, words)

    def start_record(self, table: str) -> None:
        """Show an empty form in the list of this kind."""
        page = self.show_list(BY_TABLE[table])
        if page is not None:
            page.start_new()

    def import_sheets(self) -> None:
        """Take Excel lists in."""
        open_dialog(ImportDialog(self._office, self))

    def print_something(self) -> None:
        """Choose a document and print it."""
        open_dialog(ReportDialog(self._office, self))

    def print_report(self, name: str, answers: dict[str, str]) -> None:
        """Show one document of the catalogue as it prints."""
        open_dialog(ReportDialog(self._office, self, name=name, answers=answers))

    def preview(self, document: Document) -> None:
        """Show a finished document as it prints."""
        try:
            dialog = PreviewDialog(document, self._office, self)
        except Problem as problem:
            messages.show_problem(self, problem)
            return
        open_dialog(dialog)

    def may_leave(self) -> bool:
        """Whether nothing unsaved would be lost; what is asked about is shown."""
        for number, page in list(self._made.items()):
            if isinstance(page, SubTabs):
                if page.is_unsaved:
                    self.show_area(number)
                if not page.may_leave():
                    return False
        return True

    def may_rebuild(self) -> bool:
        """Whether nothing would be lost but what stands in forms, which can be carried over."""
        return all(page.may_rebuild() for page in self._tab_pages())

    def typed(self) -> list[TypedForm]:
        """Return what stands unsaved in forms, that of the shown list last."""
        pages = sorted(self._tab_pages(), key=lambda page: page is self.page)
        return [typed for page in pages for typed in page.typed()]

    def forget_typed(self) -> None:
        """Take what stands in the forms out of the journal: another desk goes on with it."""
        for page in self._tab_pages():
            page.forget_typed()

    def standing(self) -> Standing:
        """Return what is shown and typed, so that another desk can carry on with it."""
        page = self.page
        number = page.number if isinstance(page, SubTabs) else 0
        return Standing(self.tabs.currentIndex(), number, tuple(self.typed()))

    def carry_on(self, standing: Standing) -> None:
        """Show the place that another desk showed, with what was typed there."""
        for typed in standing.typed:
            form = self._reopener.reopen(typed)
            if form is not None:
                form.keep_now()
        self.show_area(standing.area)
        if isinstance(self.page, SubTabs):
            self.page.show_list(standing.sub_tab)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tabs.show_icons(are_shown=self.height() >= theme.px(ROOMY))

    def _tab_pages(self) -> list[SubTabs]:
        return [page for page in self._made.values() if isinstance(page, SubTabs)]

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(RecoveryBar(self._office, self))
        outer.addWidget(self.top_bar)
        outer.addWidget(self._tabs)
        outer.addWidget(FittingArea(self._stack), 1)

    def _connect(self) -> None:
        office = self._office
        office.name_places(self.place_of)
        office.guard_year(self.may_rebuild)
        self._tabs.tabBarClicked.connect(self._follow_click)
        self._tabs.currentChanged.connect(self._follow_key)
        self.top_bar.search.hit_chosen.connect(self.show_record)
        self.top_bar.search.list_chosen.connect(self._list_all)
        self.top_bar.search.bin_asked.connect(self._search_bin)
        self.top_bar.search.offer_places(
            places_of(
                office,
                show_area=self.show_area,
                show_sub_tab=self._show_sub_tab,
                import_sheets=self.import_sheets,
            ),
            listed_tables(office),
        )
        self.top_bar.import_asked.connect(self.import_sheets)
        self.top_bar.print_asked.connect(self.print_something)
        self.top_bar.backup_asked.connect(lambda: self.show_page("backup"))
        office.record_asked.connect(self.show_record)
        office.record_box_asked.connect(self._show_in_box)
        office.filter_asked.connect(self.show_records)
        office.list_asked.connect(self._show_list_of)
        office.form_asked.connect(self.start_record)
        office.page_asked.connect(self.show_page)
        office.import_asked.connect(self.import_sheets)
        office.report_asked.connect(self.print_report)
        office.preview_asked.connect(self.preview)
        office.attachments_asked.connect(self._show_attachments)
        office.new_asked.connect(self._make_new)
        office.query_asked.connect(self._ask_query)
        office.queries_asked.connect(self._manage_queries)
        office.typed_asked.connect(self._reopen)
        office.left_over_asked.connect(self._reopen_left)
        keys.bind_everywhere(self, "print", self.print_something)
        keys.bind_everywhere(self, "next_list", lambda: self._step_list(1))
        keys.bind_everywhere(self, "previous_list", lambda: self._step_list(-1))

    def _show_sub_tab(self, number: int, place: int) -> None:
        self.show_area(number)
        page = self.page
        if isinstance(page, SubTabs):
            page.show_list(place)

    def _list_all(self, table: str, words: str) -> None:
        page = self.show_list(BY_TABLE[table])
        if page is not None:
            page.clear_filters()
            page.filter_box.setText(words)

    def _search_bin(self, words: str) -> None:
        open_dialog(RecycleBinDialog(self._office, self, words=words))

    def _step_list(self, by: int) -> None:
        page = self.page
        if isinstance(page, SubTabs):
            page.step(by)

    def _show_list_of(self, table: str) -> None:
        self.show_list(BY_TABLE[table])

    def _reopen(self, typed: TypedForm) -> None:
        self._reopener.reopen(typed)

    def _reopen_left(self, left: LeftOver) -> None:
        self._reopener.reopen_left(left)

    def _follow_click(self, number: int) -> None:
        if number >= 0:
            self.show_area(number)

    def _follow_key(self, number: int) -> None:
        if self._stack.count() and self._made.get(number) is not self._stack.currentWidget():
            self.show_area(number)

    def _make(self, area: Area) -> QWidget:
        if area.page is not None:
            return area.page(self._office)
        lists = SubTabs(area, self._office)
        number = AREAS.index(area)
        lists.unsaved_changed.connect(lambda is_on: self._tabs.mark_unsaved(number, is_on=is_on))
        lists.related_asked.connect(self._show_related)
        lists.history_asked.connect(self._show_history)
        return lists

    def _show_related(self, relation: Relation, record: Record) -> None:
        open_dialog(RelatedDialog(relation, record, self._office, self, spec_of=self._spec_of))

    def _spec_of(self, record_type: type[Record]) -> PageSpec:
        return list_spec(record_type, self._office)

    def _ask_query(self, query: Query, take: Callable[[Query], None], about: str) -> None:
        dialog = QueryDialog(query, self._office, self.window(), take)
        if about:
            dialog.ask_about(about)
        open_dialog(dialog)

    def _manage_queries(self, record_type: type[Record], take: Callable[[Query], None]) -> None:
        open_dialog(SavedQueriesDialog(record_type, self._office, self.window(), take))

    def _show_in_box(
        self, table: str, record_id: int, then: Callable[[], None] | None = None
    ) -> None:
        """Show one record over what is open; `then` follows when its box is closed."""
        window = window_in_front()
        try:
            record = self._office.store.get(BY_TABLE[table], record_id)
        except Problem as problem:
            messages.show_problem(window, problem)
            return
        dialog = RecordDialog(record, self._office, window)
        if then is not None:
            dialog.finished.connect(lambda _result: then())
        open_dialog(dialog)

    def _make_new(self, table: str, words: str, take: Callable[[int], None]) -> None:
        open_dialog(NewRecordDialog(BY_TABLE[table], words, self._office, self.window(), take))

    def _show_attachments(self, record: Record) -> None:
        open_dialog(AttachmentsDialog(record, self._office, self.window()))

    def _show_history(self, record: Record) -> None:
        open_dialog(HistoryDialog(record, self._office, self))
