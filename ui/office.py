"""The open office file as the window sees it: the store, the year, and word of what changed."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QObject, Signal

from models import clock
from models.form_journal import FormJournal, LeftOver
from models.queries.conditions import Query
from models.records import BY_TABLE
from models.records.base import Record
from models.store import Store
from models.typed import TypedForm
from reports.blocks import Document


class Office(QObject):
    """One open file; pages listen to it and never to one another."""

    _heard = Signal(object)
    changed = Signal(object)
    year_changed = Signal(int)
    said = Signal(str)
    offered = Signal(str, str, object)
    filter_changed = Signal(str)
    record_asked = Signal(str, int)
    record_box_asked = Signal(str, int, object)
    page_asked = Signal(str)
    import_asked = Signal()
    report_asked = Signal(str, object)
    preview_asked = Signal(object)
    filter_asked = Signal(str, object, str)
    list_asked = Signal(str)
    form_asked = Signal(str)
    restore_asked = Signal(object)
    attachments_asked = Signal(object)
    new_asked = Signal(str, str, object)
    query_asked = Signal(object, object, str)
    queries_asked = Signal(object, object)
    typed_asked = Signal(object)
    left_over_asked = Signal(object)
    left_over_changed = Signal()
    copied = Signal()
    closing = Signal()

    def __init__(self, store: Store, year: int, *, is_practice: bool = False) -> None:
        super().__init__()
        self.store = store
        self.is_practice = is_practice
        self.journal = FormJournal(store.connection)
        self._year = year
        self._may_change_year: Callable[[], bool] = lambda: True
        self._name_place: Callable[[str], str] = lambda table: BY_TABLE[table].about.label
        # A job may write from its own thread; pages hear of it on the window's thread.
        self._heard.connect(self._tell)
        self._stop_listening = store.listen(self._heard.emit)

    @property
    def year(self) -> int:
        """The year that the clerk works on."""
        return self._year

    @property
    def day(self) -> date:
        """The day for which states and deadlines are told: today, or the end of a past year."""
        return min(clock.today(), date(self._year, 12, 31))

    def set_year(self, year: int) -> None:
        """Work on another year, unless something unsaved is to be kept on the screen."""
        if year != self._year and self._may_change_year():
            self._year = year
            self.year_changed.emit(year)

    def guard_year(self, may_change: Callable[[], bool]) -> None:
        """Ask this before another year is worked on."""
        self._may_change_year = may_change

    def say(self, text: str) -> None:
        """Report in the status bar what was done."""
        self.said.emit(text)

    def offer(self, text: str, label: str, run: Callable[[], object]) -> None:
        """Report in the status bar what was done, with a link that does one thing about it."""
        self.offered.emit(text, label, run)

    def open_record(self, table: str, record_id: int) -> None:
        """Ask the window to show one record where it is kept."""
        self.record_asked.emit(table, record_id)

    def open_in_box(self, table: str, record_id: int, then: Callable[[], None]) -> None:
        """Ask the window for one record in a box over what is open now; `then` follows its end."""
        self.record_box_asked.emit(table, record_id, then)

    def show_attachments(self, record: Record) -> None:
        """Ask the window for the files that are kept with a record."""
        self.attachments_asked.emit(record)

    def ask_query(self, query: Query, take: Callable[[Query], None], about: str = "") -> None:
        """Ask the window for the box in which a query is built, with a line about a field."""
        self.query_asked.emit(query, take, about)

    def manage_queries(self, record_type: type[Record], take: Callable[[Query], None]) -> None:
        """Ask the window for the queries that are kept for these records."""
        self.queries_asked.emit(record_type, take)

    def make_new(self, table: str, words: str, take: Callable[[int], None]) -> None:
        """Ask the window for an empty form in a box, and hand over the record that comes of it."""
        self.new_asked.emit(table, words, take)

    def take_up(self, typed: TypedForm) -> None:
        """Ask the window for the form that was typed before, to go on with it."""
        self.typed_asked.emit(typed)

    def reopen_left(self, left: LeftOver) -> None:
        """Ask the window for a form that was left when the program ended."""
        self.left_over_asked.emit(left)

    def forget_left(self, left: LeftOver) -> None:
        """Drop what was left: it was opened again, or nobody wants it."""
        self.journal.forget(left.place)
        self.left_over_changed.emit()

    def open_list(self, table: str, ids: frozenset[int], words: str) -> None:
        """Ask the window to show exactly these records, saying in words which they are."""
        self.filter_asked.emit(table, ids, words)

    def show_list(self, table: str) -> None:
        """Ask the window to show the list of this kind."""
        self.list_asked.emit(table)

    def name_places(self, name: Callable[[str], str]) -> None:
        """Take from the window how it names the place where a kind of record is listed."""
        self._name_place = name

    def place_of(self, table: str) -> str:
        """Return the name of the list of this kind, with its tab."""
        return self._name_place(table)

    def start_record(self, table: str) -> None:
        """Ask the window for an empty form of this kind."""
        self.form_asked.emit(table)

    def print_report(self, name: str, answers: Mapping[str, str]) -> None:
        """Ask the window to show a report as it prints."""
        self.report_asked.emit(name, dict(answers))

    def preview(self, document: Document) -> None:
        """Ask the window to show a finished document as it prints."""
        self.preview_asked.emit(document)

    def open_page(self, name: str) -> None:
        """Ask the window to show a page by its name."""
        self.page_asked.emit(name)

    def undo(self) -> None:
        """Take back what was done last."""
        self.say(f"已撤销：{self.store.undo().label}")

    def redo(self) -> None:
        """Bring back what was undone last."""
        self.say(f"已重做：{self.store.redo().label}")

    def undo_label(self) -> str:
        """Return what 撤销 would take back, blank for nothing."""
        operation = self.store.undoable()
        return operation.label if operation else ""

    def redo_label(self) -> str:
        """Return what 重做 would bring back, blank for nothing."""
        operation = self.store.redoable()
        return operation.label if operation else ""

    def undo_operation(self, operation_id: int) -> None:
        """Take back one operation, even when others came after it."""
        undone = self.store.undo_operation(operation_id)
        self.say(f"已撤销：{undone.label}")

    def _tell(self, tables: frozenset[str]) -> None:
        self.changed.emit(tables)

    def close(self) -> None:
        """Stop listening and let the file go."""
        self.closing.emit()
        self._stop_listening()
        self.store.close()
