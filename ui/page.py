"""A page of records: the list at the left, the form of the chosen one at the right."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.errors import Problem
from models.fields import Year, fields_of
from models.records.base import Record
from ui import messages, theme
from ui.buttons import icon_button
from ui.forms.form import RecordForm
from ui.lists.columns import Column, columns_of
from ui.lists.filter_bar import FilterBar
from ui.lists.state import Banner, EmptyState
from ui.lists.table import RecordTable
from ui.office import Office
from ui.related import RelatedStrip, Relation

IMPORT_LIST = "有现成的 Excel 名单就点“导入”；也可以在右边填写。"


@dataclass(frozen=True, slots=True)
class Action:
    """A further button of a page; it gets the selected records."""

    label: str
    icon: str
    run: Callable[[list[Record]], None]


@dataclass(frozen=True, slots=True)
class PageSpec:
    """What makes one page of records differ from another."""

    record_type: type[Record]
    advice: str = ""
    can_import: bool = False
    leave_out: tuple[str, ...] = ()
    more_columns: Callable[[Office], Sequence[Column]] = lambda _office: ()
    presets: Callable[[Office], Mapping[str, object]] = lambda _office: {}
    actions: tuple[Action, ...] = ()
    scope: Mapping[str, object] = field(default_factory=dict)


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
        self._state = ""
        self._everything: list[Record] = []
        self._shown_columns: list[Column] = []
        self._build()
        self._connect()
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
    def filters(self) -> FilterBar:
        """How the list is narrowed."""
        return self._filters

    @property
    def filter_box(self) -> QLineEdit:
        """Where the clerk types what the list is to be narrowed to."""
        return self._filters.box

    @property
    def state_words(self) -> str:
        """How many records are shown, and why not all of them."""
        return self._state

    def refresh(self) -> None:
        """Read the records again and show those that the filters let through."""
        self._is_stale = False
        self._everything = list(self._office.store.find(self._type, **self._spec.scope))
        self._shown_columns = self._columns()
        self._narrow()

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
        records = self._table.selected
        if not records:
            self._office.say("请先在列表中选中要删除的记录")
            return
        store = self._office.store
        about = self._type.about
        named = f"“{store.title_of(records[0])}”"
        if len(records) > 1:
            named += f"等{len(records)}{about.measure}"
        if not messages.confirm(
            self, f"删除{about.label}{named}？", detail=self._what_goes(records), yes="删除"
        ):
            return
        try:
            with store.change(f"删除{about.label} {named.strip('“”')}"):
                for record in records:
                    store.delete(record)
        except Problem as problem:
            messages.show_problem(self, problem)
            return
        self._office.say(f"已删除{about.label}{named}，可以用 Ctrl+Z 撤销")
        self._show_first()

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.px(8))
        outer.addLayout(self._make_bar())
        self._banner = Banner()
        outer.addWidget(self._banner)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(theme.px(12))
        splitter.addWidget(self._make_list())
        splitter.addWidget(self._make_form())
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([theme.chars(54), theme.chars(48)])
        outer.addWidget(splitter, 1)

    def _make_bar(self) -> QHBoxLayout:
        self._filters = FilterBar(self._type, self._office)
        bar = QHBoxLayout()
        bar.setSpacing(theme.px(8))
        bar.addWidget(self._filters)
        bar.addStretch()
        self._buttons = self._make_buttons()
        for button in self._buttons:
            bar.addWidget(button)
        return bar

    def _make_buttons(self) -> list[QPushButton]:
        buttons = []
        for action in self._spec.actions:
            buttons.append(icon_button(action.label, action.icon))
            run = action.run
            buttons[-1].clicked.connect(lambda _=False, run=run: run(self._table.selected))
        delete = icon_button("删除", "delete")
        delete.clicked.connect(self.delete_selected)
        add = icon_button("新增 F5", "add")
        add.clicked.connect(self.start_new)
        # Behind a door only a part of the type is listed, which the roster would not know.
        if not self._spec.scope:
            buttons.append(icon_button("打印名册", "print"))
            buttons[-1].clicked.connect(self._print_roster)
        return [*buttons, delete, add]

    def _make_list(self) -> QWidget:
        self._table = RecordTable(())
        self._nothing = QLabel("没有符合条件的记录。点“清除”可看到全部。")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.mark(self._nothing, "muted")
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._table, 1)
        column.addWidget(self._nothing)
        self._list = QStackedWidget()
        self._list.addWidget(filled)
        about = self._type.about
        advice = self._spec.advice or f"在右边填好后点“保存”，就登记了第一{about.measure}。"
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
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("F5"), self, self.start_new, context=within)
        QShortcut(QKeySequence("F3"), self, self._filters.box.setFocus, context=within)
        QShortcut(QKeySequence("Del"), self._table, self.delete_selected, context=within)
        self._filters.changed.connect(self._narrow)
        self._banner.cleared.connect(self.clear_filters)
        self._table.row_chosen.connect(self._show)
        self._table.opened.connect(lambda _record: self._form.focus_first())
        self._form.saved.connect(self._follow_saved)
        self._form.left.connect(self._follow_left)
        self._form.history_asked.connect(self.history_asked)
        self._strip.asked.connect(self._ask_related)
        self._office.changed.connect(self._note_change)
        self._office.year_changed.connect(lambda _year: self.refresh())

    def _narrow(self) -> None:
        """Show those of the records read last that the filters let through."""
        everything = self._everything
        shown = self._filters.passing(everything)
        if self._only is not None:
            ids = self._only[0]
            shown = [one for one in everything if one.id in ids]
        self._table.show_records(shown, self._shown_columns)
        self._say_filter(len(shown), len(everything))
        is_empty = not everything
        self._list.setCurrentIndex(1 if is_empty else 0)
        self._nothing.setVisible(bool(everything) and not shown)
        self.counted.emit(len(everything))

    def _print_roster(self) -> None:
        within = "period" if self._filters.is_yearly else "all"
        answers = {"type": self._type.about.table, "within": within}
        self._office.print_report("roster", answers)

    def _columns(self) -> list[Column]:
        leave_out = (*self._spec.leave_out, *self._spec.scope)
        declared = columns_of(self._type, self._office.store, leave_out)
        return [*declared, *self._spec.more_columns(self._office)]

    def _presets(self) -> Mapping[str, object]:
        year_name = self._type.about.year
        is_year = year_name and isinstance(fields_of(self._type)[year_name], Year)
        year = {year_name: self._office.year} if is_year else {}
        return {**year, **self._spec.presets(self._office), **self._spec.scope}

    def _say_filter(self, shown: int, total: int) -> None:
        words = self._filters.words(shown, total) if self._only is None else [self._only[1]]
        said = f"已筛选 {shown} / {total}：{' 且 '.join(words)}" if words else ""
        self._banner.say(said)
        measure = self._type.about.measure
        self._state = said or f"{self._type.about.label} {total}{measure}"
        if self.isVisible():
            self._office.filter_changed.emit(self._state)

    def _what_goes(self, records: list[Record]) -> str:
        store = self._office.store
        counts: dict[str, int] = {}
        for record in records:
            for one in store.dependents(record):
                if one.is_part:
                    name = f"{one.record_type.about.label}{{}}{one.record_type.about.measure}"
                    counts[name] = counts.get(name, 0) + one.count
        named = "、".join(name.format(count) for name, count in counts.items())
        return f"同时删除：{named}。删除后可以撤销。" if named else "删除后可以撤销。"

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
        if self._table.choose(record.id):
            return
        self._office.say("已保存；这条记录不在当前筛选范围内，点“清除”可看到它")

    def _follow_left(self, _was_changed: object) -> None:
        self._table.setFocus()
        if self._form.record.id is None:
            self._show_first()

    def _ask_related(self, relation: Relation) -> None:
        if self._form.may_leave():
            self.related_asked.emit(relation, self._form.record)

    def _note_change(self, tables: frozenset[str]) -> None:
        del tables
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
