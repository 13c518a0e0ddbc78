"""A page of records: the list at the left, the form of the chosen one at the right."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.fields import Year, fields_of
from models.records.base import Record
from models.typed import TypedForm
from ui import keys
from ui.deleting import ask_and_delete
from ui.forms.form import RecordForm
from ui.lists.command_bar import CommandBar
from ui.lists.commands import Command, ListContext
from ui.lists.draft_strip import DraftStrip
from ui.lists.filter_bar import FilterBar
from ui.lists.list_columns import ColumnSpec, ListColumns
from ui.lists.rows import ListRows
from ui.lists.selection import SelectionStrip
from ui.lists.state import Banner, EmptyState
from ui.lists.table import RecordTable
from ui.look import theme
from ui.office import Office
from ui.operations import attach, operations
from ui.page_spec import Action, PageSpec
from ui.pasting import paste_advice
from ui.related import RelatedStrip, Relation

# Reading the numbers of more rows than these is felt.
MANY = 5_000


class RecordPage(QWidget):
    """List and form of one record type."""

    related_asked = Signal(object, object)
    history_asked = Signal(object)
    counted = Signal(int)

    def __init__(self, spec: PageSpec, office: Office) -> None:
        super().__init__()
        theme.mark(self, "canvas")
        self._spec = spec
        self._office = office
        self._type = spec.record_type
        self._only: tuple[frozenset[int], str] | None = None
        self._is_stale = True
        self._is_new = True
        self._state = ""
        self._total = 0
        self._rows = ListRows(self._type, office, spec.scope)
        self._columns = self._make_columns()
        self._build()
        self._context = self._make_context()
        self._selection.follow(self._context)
        attach(self._context, self, self.commands)
        self._bar.offer(self.commands, lambda: self._table.selected_count)
        self._connect()
        self._columns.arrange(self._table)
        self.refresh()
        self._show_first()

    @property
    def table(self) -> RecordTable:
        """The list."""
        return self._table

    @property
    def form(self) -> RecordForm:
        """The form."""
        return self._form

    @property
    def banner(self) -> Banner:
        """What is filtered, in words."""
        return self._banner

    @property
    def context(self) -> ListContext:
        """What the operations on the list know of it."""
        return self._context

    def commands(self) -> list[Command]:
        """Return what can be done with the list: its buttons, 更多 and the right-click menu."""
        own = [
            Command(
                label=one.label,
                icon=one.icon,
                run=partial(self._run, one),
                is_on_bar=True,
            )
            for one in self._spec.actions
        ]
        return [*own, *operations(self._context), *self._usual_commands()]

    @property
    def filters(self) -> FilterBar:
        """How the list is narrowed."""
        return self._filters

    @property
    def filter_box(self) -> QLineEdit:
        """Where the clerk types what the list is to be narrowed to."""
        return self._filters.box

    @property
    def state_words(self) -> str:
        """How many records are selected, else how many are shown and why not all of them."""
        return self._selection.words or self._state

    def refresh(self) -> None:
        """Read the records again and show those that the filters let through."""
        self._is_stale = False
        self._total = self._rows.count()
        self._columns.read()
        if self._is_new and self._total > MANY and not self._columns.is_sorted:
            self._look_first()
        else:
            self._narrow()
        self._is_new = False

    def show_only(self, ids: frozenset[int], words: str) -> None:
        """Show exactly these records; the words say which they are."""
        self._only = (ids, words)
        self._narrow()
        self._show_first()

    def show_record(self, record_id: int) -> bool:
        """Show one record, ending the filters if they hide it; whether it exists."""
        if not self._form.may_leave():
            return False
        if not self._table.choose(record_id):
            self.clear_filters()
        return self._table.choose(record_id)

    def clear_filters(self) -> None:
        """Show every record again."""
        self._only = None
        self._filters.clear()
        self._narrow()

    def typed(self) -> list[TypedForm]:
        """Return what the form is in the middle of, nothing when that is a saved record."""
        return [self._form.typed()] if self._form.is_begun else []

    def forget_typed(self) -> None:
        """Take what was typed out of the journal: another page goes on with it."""
        self._form.forget_typed()

    def may_leave(self) -> bool:
        """Whether nothing unsaved would be lost."""
        return self._form.may_leave()

    def start_new(self) -> None:
        """Offer an empty form."""
        if not self._form.may_leave():
            return
        self._table.choose_nothing()
        self._form.start_new(self._presets())
        self._strip.show_record(self._form.record)
        self._form.focus_first()

    def delete_selected(self) -> None:
        """Delete what is selected after naming it and what goes with it."""
        ask_and_delete(self, self._office, self._table.selected, self._show_first)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.px(8))
        self._filters = FilterBar(self._type, self._office)
        self._bar = CommandBar(self._filters)
        outer.addLayout(self._bar)
        self._banner = Banner()
        outer.addWidget(self._banner)
        if not self._spec.scope:
            outer.addWidget(DraftStrip(self._type, self._office, self))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(theme.px(12))
        splitter.addWidget(self._make_list())
        splitter.addWidget(self._make_form())
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([theme.chars(54), theme.chars(48)])
        outer.addWidget(splitter, 1)

    def _run(self, action: Action) -> None:
        action.run(self._table.selected)

    def _usual_commands(self) -> list[Command]:
        last = 9
        commands = [
            Command(
                label="删除",
                icon="delete",
                run=self.delete_selected,
                key="delete",
                needs="some",
                group=last,
                is_on_bar=True,
            ),
            Command(
                label="新增", icon="add", run=self.start_new, key="new", group=last, is_on_bar=True
            ),
        ]
        # Behind a door only a part of the type is listed, which the roster would not know.
        if not self._spec.scope:
            commands.insert(
                0,
                Command(
                    label="打印名册",
                    icon="print",
                    run=self._print_roster,
                    group=last - 1,
                    is_on_bar=True,
                ),
            )
        return commands

    def _make_context(self) -> ListContext:
        return ListContext(
            office=self._office,
            record_type=self._type,
            table=self._table,
            scope=self._spec.scope,
            presets=self._presets,
            filter_words=lambda: self._banner.words,
            ask_about=self._filters.query.ask_about,
            usual_columns=lambda: self._columns.usual,
            further_columns=lambda: self._columns.further,
            show_only=self.show_only,
        )

    def _make_list(self) -> QWidget:
        self._table = RecordTable(())
        self._table.setAccessibleName(f"{self._type.about.label}列表")
        self._nothing = QLabel("没有符合条件的记录。点“清除”可看到全部。")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.mark(self._nothing, "muted")
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._table, 1)
        column.addWidget(self._nothing)
        self._selection = SelectionStrip()
        column.addWidget(self._selection)
        self._list = QStackedWidget()
        self._list.addWidget(filled)
        about = self._type.about
        advice = self._spec.advice or f"在右边填好后点“保存”，就登记了第一{about.measure}。"
        advice += paste_advice(self._type)
        empty = EmptyState(f"还没有{about.label}", advice, can_import=self._spec.can_import)
        empty.import_asked.connect(self._office.import_asked)
        self._list.addWidget(empty)
        return self._list

    def _make_form(self) -> RecordForm:
        self._form = RecordForm(self._type, self._office, fixed=tuple(self._spec.scope))
        self._strip = RelatedStrip(self._type, self._office)
        self._form.add_below(self._strip)
        self._form.add_shortcuts(self)
        return self._form

    def _connect(self) -> None:
        keys.bind_everywhere(self, "new", self.start_new)
        keys.bind_everywhere(self, "find", self._filters.box.setFocus)
        # Behind a door questions would count records that are not in the list.
        self._filters.query.setVisible(not self._spec.scope)
        if not self._spec.scope:
            keys.bind_everywhere(self, "query", self._filters.query.edit)
        keys.bind(self._table, "delete", self.delete_selected)
        self._filters.query_chosen.connect(self._follow_query)
        self._filters.changed.connect(self._narrow)
        self._banner.edited.connect(self._filters.query.edit)
        self._banner.cleared.connect(self.clear_filters)
        self._table.arranged.connect(self._follow_arranged)
        self._selection.changed.connect(self._tell_state)
        self._table.row_chosen.connect(self._show)
        self._table.opened.connect(lambda _record: self._form.focus_first())
        self._form.saved.connect(self._follow_saved)
        self._form.begun.connect(self._strip.show_record)
        self._form.left.connect(self._follow_left)
        self._form.history_asked.connect(self.history_asked)
        self._strip.asked.connect(self._ask_related)
        self._office.changed.connect(self._note_change)
        self._office.year_changed.connect(self.refresh)

    def _look_first(self) -> None:
        """Show the beginning of a long list at once, and the whole of it right afterwards."""
        self._table.show_records(self._rows.first(self._filters.year), self._columns.shown)
        QTimer.singleShot(0, self, self._narrow)

    def _follow_arranged(self) -> None:
        was_sorted = self._columns.is_sorted
        self._columns.remember(self._table)
        if was_sorted and not self._columns.is_sorted:
            self._narrow()

    def _follow_query(self) -> None:
        self._only = None
        self._narrow()
        self._show_first()

    def _narrow(self) -> None:
        """Show those of the rows that the filters let through."""
        self._rows.sort_by(self._columns.sorted_field)
        if self._only is None:
            shown = self._filters.passing(self._rows.of_year(self._filters.year))
        else:
            shown = self._rows.of_year(None).passing(self._only[0]).ids
        self._table.show_records(self._rows.window(shown), self._columns.shown)
        self._say_filter(len(shown), self._total)
        self._selection.tell()
        self._list.setCurrentIndex(0 if self._total else 1)
        self._nothing.setVisible(bool(self._total) and not shown)
        self.counted.emit(self._total)

    def _print_roster(self) -> None:
        within = "period" if self._filters.is_yearly else "all"
        answers = {"type": self._type.about.table, "within": within}
        self._office.print_report("roster", answers)

    def _make_columns(self) -> ListColumns:
        spec, office = self._spec, self._office
        more = partial(spec.more_columns, office)
        scope = tuple(spec.scope)
        return ListColumns(ColumnSpec(self._type, scope, spec.leave_out, more), office.store)

    def _presets(self) -> Mapping[str, object]:
        year_name = self._type.about.year
        is_year = year_name and isinstance(fields_of(self._type)[year_name], Year)
        year = {year_name: self._office.year} if is_year else {}
        return {**year, **self._spec.presets(self._office), **self._spec.scope}

    def _say_filter(self, shown: int, total: int) -> None:
        words = self._filters.words(shown, total) if self._only is None else [self._only[1]]
        said = f"已筛选 {shown:,} / {total:,}：{' 且 '.join(words)}" if words else ""
        is_asked = self._only is None and self._filters.query.query is not None
        self._banner.say(said, can_edit=is_asked)
        measure = self._type.about.measure
        self._state = said or f"{self._type.about.label} {total}{measure}"
        self._tell_state()

    def _tell_state(self) -> None:
        if self.isVisible():
            self._office.filter_changed.emit(self.state_words)

    def _show_first(self) -> None:
        records = self._table.records.records
        if records:
            self._table.choose(records[0].id)
            self._show(records[0])
        else:
            self._form.start_new(self._presets())
            self._strip.show_record(self._form.record)

    def _show(self, record: Record) -> None:
        if record.id == self._form.record.id and (
            self._form.is_changed or record == self._form.record
        ):
            return
        if not self._form.may_leave():
            # The list is still moving its cursor here; it is put back once that is done.
            QTimer.singleShot(0, lambda: self._table.go_back_to(self._form.record.id))
            return
        self._form.show_record(record)
        self._strip.show_record(record)

    def _follow_saved(self, record: Record) -> None:
        self._strip.show_record(record)
        record_id = record.id
        if record_id is None or self._table.choose(record_id):
            return
        words = "已保存，但不在当前筛选范围内"
        self._office.offer(words, "显示它", lambda: self.show_record(record_id))

    def _follow_left(self, _was_changed: object) -> None:
        self._table.setFocus()
        if self._form.record.id is None:
            self._show_first()

    def _ask_related(self, relation: Relation) -> None:
        if self._form.may_leave():
            self.related_asked.emit(relation, self._form.record)

    def _note_change(self, tables: frozenset[str]) -> None:
        if self._type.about.table in tables:
            self._rows.forget()
        if not self.isVisible():
            self._is_stale = True
            return
        self._refresh_all()

    def _refresh_all(self) -> None:
        """Show what is true now, in the list and, unless it is being edited, in the form."""
        self.refresh()
        shown = self._form.record
        if self._form.is_changed:
            return
        now = self._office.store.get_or_none(self._type, shown.id)
        if now is None and shown.id is not None:
            self._show_first()
        elif now is not None and now != shown:
            self._form.show_record(now)
        self._strip.show_record(self._form.record)

    def refresh_if_stale(self) -> None:
        """Catch up with what changed while the page was hidden."""
        if self._is_stale:
            self._refresh_all()
