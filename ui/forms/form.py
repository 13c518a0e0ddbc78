"""The form of one record: it shows, checks and saves what is typed into its fields."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from models import clock
from models.attachments import attachments_of
from models.errors import Problem
from models.fields import Link, fields_of
from models.naming import name_of, step_of
from models.reading import Refused
from models.records.base import Record
from models.typed import TypedForm
from ui import keys, messages
from ui.forms import guard
from ui.forms.body import FormBody
from ui.forms.carrying import Carrier, CarryButton
from ui.forms.cell import FieldCell
from ui.forms.choosers import follow
from ui.forms.companions import bring, tie
from ui.forms.days import DayEditor
from ui.forms.entry import Entry, read_entry
from ui.forms.footer import FormFooter
from ui.forms.header import FormHeader
from ui.forms.identity import Identity
from ui.forms.keeping import Keeping
from ui.forms.pickers import LinkEditor
from ui.forms.sections import SectionRow
from ui.forms.twins import TwinStrip
from ui.layouts import LAYOUTS
from ui.look import theme
from ui.office import Office


class RecordForm(QFrame):
    """Shows one record for correction, or an empty one to be filled."""

    saved = Signal(object)
    left = Signal(bool)
    history_asked = Signal(object)
    edited = Signal()
    unsaved_changed = Signal(bool)
    begun = Signal(object)

    def __init__(
        self, record_type: type[Record], office: Office, *, fixed: tuple[str, ...] = ()
    ) -> None:
        super().__init__()
        theme.mark(self, "card")
        self._type = record_type
        self._office = office
        self._record = record_type()
        self._is_changed = False
        self._is_refused = False
        self._typed_into: set[str] = set()
        self._presets: Mapping[str, object] = {}
        self._carried: Mapping[str, object] = {}
        self._layout = LAYOUTS[record_type]
        self._carrier = Carrier(record_type)
        self._build()
        for name in fixed:
            self._cells[name].setEnabled(False)
        self._identity = Identity(self._cells)
        self._connect()
        self.start_new({})

    @property
    def record(self) -> Record:
        """The record as it was last shown or saved."""
        return self._record

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not saved yet."""
        return self._is_changed

    @property
    def is_kept(self) -> bool:
        """Whether the journal holds all that was typed."""
        return self._keeping.journaling.is_kept

    @property
    def is_begun(self) -> bool:
        """Whether it holds something that is no saved record: typed just now, or a draft."""
        return self._is_changed or self._keeping.drafting.draft_id is not None

    @property
    def footer(self) -> FormFooter:
        """The state of the form and its buttons."""
        return self._footer

    @property
    def sections(self) -> SectionRow:
        """The names of the sections with what is to be mended in each."""
        return self._sections

    @property
    def body(self) -> FormBody:
        """The fields."""
        return self._body

    def cell(self, name: str) -> FieldCell:
        """Return the cell of a field."""
        return self._cells[name]

    def add_below(self, widget: QWidget) -> None:
        """Put something between the fields and the buttons."""
        self._below.addWidget(widget)

    def work_alone(self) -> None:
        """Offer no further record: this one is the only one of its kind here."""
        self._footer.work_alone()
        self._carry_button.hide()

    def add_shortcuts(self, scope: QWidget) -> None:
        """Let the keys on the buttons work in the scope's window; giving up only inside the scope."""
        keys.bind_everywhere(scope, "save", self.save)
        keys.bind(scope, "give_up", self.give_up)
        keys.bind_everywhere(scope, "draft", self.put_aside)
        if self._footer.first_button is self._footer.next_button:
            keys.bind_everywhere(scope, "save_and_new", self.save_and_go_on)

    def show_record(self, record: Record) -> None:
        """Show a saved record."""
        self._record = record
        self._fill()
        self._footer.say("")

    def start_new(self, presets: Mapping[str, object]) -> None:
        """Show an empty form with a few values filled in already."""
        self._start(presets, {})

    def focus_first(self) -> None:
        """Put the cursor into the first field that is still blank, else the first."""
        names = self._body.names
        fields = fields_of(self._type)
        blank = (n for n in names if fields[n].is_blank(getattr(self._record, n)))
        self._body.go_to(next(blank, names[0]))

    def save(self) -> bool:
        """Save what was typed; whether it could be."""
        entry = self._read()
        self._show_findings(entry)
        self._is_refused = bool(entry.errors)
        if not self._is_refused:
            return not self._twins.stops(entry.record) and self._commit(entry)
        wrong = {one.field for one in entry.errors}
        first = next((name for name in self._cells if name in wrong), None)
        if first is not None:
            self._body.go_to(first)
        return False

    def save_and_go_on(self) -> None:
        """Save, then start the next record with what a run of records has in common."""
        if not self.save():
            return
        saved = name_of(self._office.store, self._record)
        self._start(self._presets, self._carrier.values_for_next(self._record))
        self._footer.say(f"已保存 {saved}，请接着填下一条")
        self.focus_first()

    def leave(self) -> None:
        """Put back what is saved and give the form up; tell whether anything was lost."""
        was_changed = self._is_changed
        self._put_back()
        self.left.emit(was_changed)

    def give_up(self) -> None:
        """Leave the form as the clerk wishes, and offer what was typed once more."""
        typed = self.typed() if self._is_changed else None
        self.leave()
        if typed is not None:
            take_up = partial(self._office.take_up, typed)
            self._office.offer("已放弃刚才填的内容", "找回来", take_up)

    def typed(self) -> TypedForm:
        """Return what stands in the form letter for letter, and what stood there before."""
        return self._keeping.typed()

    def take_up(self, typed: TypedForm) -> None:
        """Put back what was typed before, unsaved; into a new record when the old one is gone."""
        record = self._office.store.get_or_none(self._type, typed.record)
        if record is None:
            self._start(self._presets, {})
        else:
            self.show_record(record)
        if self._keeping.take(typed):
            self._note_change(self._body.names[0])
        if self._keeping.drafting.draft_id is not None:
            self._is_refused = True
            self._show_findings(self._read())

    def keep_now(self) -> bool:
        """Write what was typed into the journal at once; whether that could be done."""
        return self._keeping.journaling.write()

    def forget_typed(self) -> None:
        """Take what was typed out of the journal: another form goes on with it."""
        self._keeping.journaling.forget()

    def put_aside(self) -> None:
        """Keep the form as a draft, complete or not, and give the form up."""
        if not self.is_begun:
            self._office.say("还没有填写，没有要暂存的内容")
        elif self._keeping.put_aside(self._read()):
            self.leave()

    def may_leave(self) -> bool:
        """Ask what to do with what is not saved; whether the form may show something else."""
        if not self._is_changed:
            return True
        answer = guard.ask(self, self._header.title)
        if answer == "save":
            return self.save()
        if answer == "discard":
            self._put_back()
        return answer == "discard"

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Walk with Tab as with Enter: field by field in the order of the eye, then the buttons."""
        now = QApplication.focusWidget()
        if now is self._footer.first_button and not forward:
            self._body.go_to(self._body.names[-1])
            return True
        name = self._body.name_of(now)
        if name is None:
            return super().focusNextPrevChild(forward)
        return self._step(name, step=1 if forward else -1) or super().focusNextPrevChild(forward)

    def _step(self, name: str, *, step: int) -> bool:
        """Go to the field beside a field, from the last one to the buttons; whether there is one."""
        beside = self._body.beside(name, step=step)
        if beside is not None:
            self._body.go_to(beside)
        elif step > 0:
            self._footer.first_button.setFocus(Qt.FocusReason.TabFocusReason)
        return beside is not None or step > 0

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        gap = theme.px(16)
        outer.setContentsMargins(gap, theme.px(12), gap, theme.px(12))
        outer.setSpacing(theme.px(8))
        self._header = FormHeader()
        outer.addWidget(self._header)
        self._sections = SectionRow([one.title for one in self._layout.sections])
        outer.addWidget(self._sections)
        self._body = FormBody(self._type, self._layout, self._office.store)
        self._cells = self._body.cells
        self._keeping = Keeping(self, self._office, self._record, self._cells)
        self._header.add_mark(self._keeping.drafting.mark)
        outer.addWidget(self._body, 1)
        self._below = QVBoxLayout()
        outer.addLayout(self._below)
        self._twins = TwinStrip(self._office, self._keeping.finish)
        outer.addWidget(self._twins)
        outer.addWidget(self._make_footer())

    def _make_footer(self) -> FormFooter:
        footer = self._footer = FormFooter()
        labels = {name: cell.editor.field.label for name, cell in self._cells.items()}
        self._carry_button = CarryButton(self._carrier, self._layout, labels)
        footer.add_button(self._carry_button, before=footer.save_button)
        return footer

    def _connect(self) -> None:
        self._footer.save_asked.connect(self.save)
        self._footer.next_asked.connect(self.save_and_go_on)
        self._footer.leave_asked.connect(self.give_up)
        self._footer.draft_asked.connect(self.put_aside)
        self._footer.problem_chosen.connect(self._body.go_to)
        self._twins.added.connect(self.save)
        self._twins.restored.connect(self._follow_saved)
        self._sections.chosen.connect(self._body.go_to_section)
        self._body.section_seen.connect(self._sections.mark)
        self._header.history_asked.connect(lambda: self.history_asked.emit(self._record))
        self._header.attachments_asked.connect(lambda: self._office.show_attachments(self._record))
        self._office.changed.connect(self._count_attachments)
        keys.bind(self, "next_section", lambda: self._turn_section(1))
        keys.bind(self, "previous_section", lambda: self._turn_section(-1))
        editors = {name: cell.editor for name, cell in self._cells.items()}
        follow(editors)
        for name in self._cells:
            self._connect_field(name)

    def _connect_field(self, name: str) -> None:
        editor = self._cells[name].editor
        editor.changed.connect(partial(self._note_change, name))
        editor.left.connect(partial(self._look_at, name))
        editor.done.connect(lambda: self._step(name, step=1))
        if isinstance(editor, LinkEditor):
            self._offer_new(editor)
        if isinstance(editor, DayEditor):
            editor.start_at(lambda: self._office.day)
        if not isinstance(editor.field, Link):
            return
        store = self._office.store
        if f"{name}_name" in self._cells:
            tie(editor, self._cells[f"{name}_name"].editor, store)
        if editor.field.brings:
            bring(editor, {one: cell.editor for one, cell in self._cells.items()}, store)

    def _offer_new(self, editor: LinkEditor) -> None:
        table = editor.table
        editor.new_asked.connect(
            lambda words: self._office.make_new(table, words, editor.take_record)
        )

    def _turn_section(self, step: int) -> None:
        self._body.go_to_section(self._sections.current + step)

    def _start(self, presets: Mapping[str, object], carried: Mapping[str, object]) -> None:
        self._presets, self._carried = presets, carried
        values = {**carried, **presets}
        self._record = replace(self._type(), **values)  # type: ignore[arg-type]
        self._fill()
        for name in carried:
            if name in self._cells and name not in presets and self._cells[name].isEnabled():
                self._cells[name].say("", "与上一条相同")
        self._footer.say("")
        self.begun.emit(self._record)

    def _put_back(self) -> None:
        if self._record.id is None:
            self._start(self._presets, self._carried)
        else:
            self.show_record(self._record)

    def _fill(self) -> None:
        for name, cell in self._cells.items():
            cell.editor.show_value(getattr(self._record, name))
            cell.say("", "")
        is_new = self._record.id is None
        label = self._type.about.label
        words = f"新增{label}" if is_new else name_of(self._office.store, self._record)
        self._header.show_title(words, is_saved=not is_new)
        self._count_attachments()
        self._is_refused = False
        self._twins.forget()
        self._typed_into.clear()
        self._count_problems(())
        self._keeping.settle(self._record)
        self._set_changed(is_changed=False)

    def _count_attachments(self) -> None:
        count = len(attachments_of(self._office.store, self._record))
        self._header.count_attachments(count)

    def _note_change(self, name: str) -> None:
        self._typed_into.add(name)
        self._set_changed(is_changed=True)
        self._keeping.journaling.note_change()
        if not self._is_refused:
            self._footer.say("改过，还没有保存")
        self.edited.emit()

    def _set_changed(self, *, is_changed: bool) -> None:
        if is_changed != self._is_changed:
            self._is_changed = is_changed
            self.unsaved_changed.emit(is_changed)

    def _look_at(self, name: str) -> None:
        """Say at once what is wrong with a field that was just left; never hold the clerk there."""
        if name not in self._typed_into:
            return
        self._typed_into.discard(name)
        self._say_reading(name)
        if name in self._identity.names:
            for filled in list(self._identity.fill()):
                self._note_change(filled)
        if self._is_refused:
            self._show_findings(self._read())
        if name in self._identity.names:
            self._identity.warn()

    def _say_reading(self, name: str) -> None:
        cell = self._cells[name]
        try:
            found = cell.editor.read(self._office.year)
        except Refused as refusal:
            cell.say("error", str(refusal))
            return
        cell.editor.tidy(self._office.year)
        if found.doubts:
            cell.say("warn", "；".join(found.doubts))
        else:
            cell.say("", "；".join(found.repairs))

    def _read(self) -> Entry:
        return read_entry(self._record, self._cells, self._office.store, year=self._office.year)

    def _show_findings(self, entry: Entry) -> None:
        """Say at every field what was found about it, and count what is to be mended."""
        said = entry.at_fields()
        for name, cell in self._cells.items():
            found = said.get(name)
            if found is not None:
                cell.say(found.level, found.text)
            else:
                cell.say("", "")
        self._count_problems((name, said[name].text) for name in said if said[name] in entry.errors)

    def _count_problems(self, problems: Iterable[tuple[str, str]]) -> None:
        texts = dict(problems)
        at_fields = [name for name in self._cells if name in texts]
        self._sections.count(self._body.count_sections(at_fields))
        labels = [(name, self._cells[name].editor.field.label) for name in at_fields]
        elsewhere = [("", text) for name, text in texts.items() if name not in self._cells]
        self._footer.name_problems([*labels, *elsewhere])

    def _commit(self, entry: Entry) -> bool:
        store, record = self._office.store, entry.record
        verb = "新增" if record.id is None else "修改"
        try:
            with store.change(step_of(verb, store, record)):
                saved = store.save(record)
                self._keeping.finish()
        except Problem as problem:
            messages.show_problem(self, problem)
            return False
        self._follow_saved(saved, entry)
        return True

    def _follow_saved(self, saved: Record, entry: Entry | None = None) -> None:
        self._record = saved
        self._fill()
        if entry is not None:
            self._show_findings(entry)
            self._identity.warn()
        self._footer.say(f"已保存 {clock.now():%H:%M}")
        self.saved.emit(saved)
