"""The form of one record: its sections of fields, what is wrong in words, and saving."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from models import clock
from models.attachments import attachments_of
from models.errors import Problem
from models.fields import Choice, Choices, CreditCode, Field, Link, Note, PersonId, Text, fields_of
from models.pointers import RecordNumber
from models.reading import Refused
from models.records.base import Record
from models.rules import checking
from models.rules.findings import Finding
from ui import messages, theme
from ui.buttons import icon_button
from ui.forms.choosers import chooser_for, editor_for, follow
from ui.forms.companions import bring, tie
from ui.forms.editors import Editor
from ui.forms.pickers import LinkEditor
from ui.layouts import LAYOUTS, Section
from ui.office import Office

LABEL_CHARS = 8.5


class FieldCell(QWidget):
    """An editor with its help, or what is wrong, directly under it."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self.editor = editor
        self._note = QLabel(editor.field.help)
        self._note.setWordWrap(True)
        theme.mark(self._note, "help")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(2))
        layout.addWidget(editor)
        layout.addWidget(self._note)
        layout.addStretch()
        self.say("", "")

    @property
    def note(self) -> str:
        """What stands under the editor now."""
        return self._note.text()

    def say(self, state: str, text: str) -> None:
        """Show an error, a warning or a remark; without text the field's own help."""
        self._note.setText(text or self.editor.field.help)
        self._note.setVisible(bool(self._note.text()))
        theme.mark(self._note, state or "help")
        theme.show_state(self.editor.control, state)


class RecordForm(QFrame):
    """Shows one record for correction, or an empty one to be filled."""

    saved = Signal(object)
    left = Signal(bool)
    history_asked = Signal(object)
    edited = Signal()

    def __init__(
        self, record_type: type[Record], office: Office, *, fixed: tuple[str, ...] = ()
    ) -> None:
        super().__init__()
        theme.mark(self, "card")
        self._type = record_type
        self._office = office
        self._fixed = fixed
        self._record = record_type()
        self._is_changed = False
        self._presets: Mapping[str, object] = {}
        self._cells: dict[str, FieldCell] = {}
        self._layout = LAYOUTS[record_type]
        self._build()
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

    def cell(self, name: str) -> FieldCell:
        """Return the cell of a field."""
        return self._cells[name]

    def add_below(self, widget: QWidget) -> None:
        """Put something between the fields and the buttons."""
        self._below.addWidget(widget)

    def work_alone(self) -> None:
        """Offer no further record: this one is the only one of its kind here."""
        self._next_button.hide()

    def add_shortcuts(self, scope: QWidget) -> None:
        """Let the keys that stand on the buttons work wherever the focus is inside the scope."""
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, action in (("F6", self.save), ("Ctrl+S", self.save), ("Esc", self.leave)):
            QShortcut(QKeySequence(keys), scope, action, context=within)

    def show_record(self, record: Record) -> None:
        """Show a saved record."""
        self._record = record
        self._fill()
        self._state.setText("")

    def start_new(self, presets: Mapping[str, object]) -> None:
        """Show an empty form with a few values filled in already."""
        self._presets = presets
        self._record = replace(self._type(), **dict(presets))  # type: ignore[arg-type]
        self._fill()
        self._state.setText("")

    def focus_first(self) -> None:
        """Put the cursor into the first field that is still blank, else the first."""
        names = [name for name in self._cells if self._cells[name].isEnabled()]
        fields = fields_of(self._type)
        blank = (n for n in names if fields[n].is_blank(getattr(self._record, n)))
        self._focus(next(blank, names[0]))

    def save(self) -> bool:
        """Save what was typed; whether it could be."""
        record = self._read()
        if record is None:
            self._state.setText("还没有保存，请改正标红的地方")
            return False
        findings = self._check(record)
        if any(one.level == "error" for one in findings):
            self._state.setText("还没有保存，请改正标红的地方")
            return False
        return self._commit(record, findings)

    def save_and_go_on(self) -> None:
        """Save, then start the next record."""
        if self.save():
            self.start_new(self._presets)
            self.focus_first()

    def leave(self) -> None:
        """Put back what is saved and give the form up; tell whether anything was lost."""
        was_changed = self._is_changed
        if self._record.id is None:
            self.start_new(self._presets)
        else:
            self.show_record(self._record)
        self.left.emit(was_changed)

    def may_leave(self) -> bool:
        """Ask what to do with what is not saved; whether the form may show something else."""
        if not self._is_changed:
            return True
        answer = messages.choose(
            self,
            f"“{self._title.text()}”改过还没有保存",
            detail="不保存的话，刚才输入的内容会丢失。",
            answers=("保存", "不保存", "继续修改"),
        )
        if answer == 0:
            return self.save()
        if answer == 1:
            self._is_changed = False
        return answer == 1

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        gap = theme.px(16)
        outer.setContentsMargins(gap, theme.px(12), gap, theme.px(12))
        outer.setSpacing(theme.px(8))
        outer.addLayout(self._make_header())
        outer.addWidget(self._make_body(), 1)
        self._below = QVBoxLayout()
        outer.addLayout(self._below)
        outer.addLayout(self._make_footer())

    def _make_header(self) -> QHBoxLayout:
        self._title = QLabel()
        self._title.setWordWrap(True)
        theme.mark(self._title, "title")
        self._attachments = icon_button("附件", "attach", role="link")
        self._history = icon_button("修改记录", "history", role="link")
        header = QHBoxLayout()
        header.addWidget(self._title, 1)
        header.addWidget(self._attachments, 0, Qt.AlignmentFlag.AlignTop)
        header.addWidget(self._history, 0, Qt.AlignmentFlag.AlignTop)
        return header

    def _make_body(self) -> QScrollArea:
        body = QWidget()
        theme.mark(body, "clear")
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, theme.px(8), 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        for section in self._layout.sections:
            self._add_section(grid, section)
        grid.setRowStretch(grid.rowCount(), 1)
        scroll = QScrollArea()
        scroll.setWidget(body)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumWidth(body.minimumSizeHint().width() + theme.px(16))
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll = scroll
        return scroll

    def _add_section(self, grid: QGridLayout, section: Section) -> None:
        title = QLabel(section.title)
        theme.mark(title, "section")
        grid.addWidget(title, grid.rowCount(), 0, 1, 4)
        fields = fields_of(self._type)
        for names in section.rows:
            row = grid.rowCount()
            for place, name in enumerate(names):
                is_wide = len(names) == 1 and _is_wide(fields[name])
                grid.addWidget(self._make_label(name), row, place * 2)
                grid.addWidget(self._cells[name], row, place * 2 + 1, 1, 3 if is_wide else 1)

    def _make_label(self, name: str) -> QLabel:
        field = fields_of(self._type)[name]
        store = self._office.store
        cell = self._cells[name] = FieldCell(chooser_for(field, store) or editor_for(field, store))
        cell.setEnabled(name not in self._fixed)
        star = required_star(field)
        is_long = len(field.label) > LABEL_CHARS
        words = field.label.replace("（", "<br>（") if is_long else field.label
        label = QLabel(star + words)
        theme.mark(label, "label")
        label.setWordWrap(is_long)
        if label.wordWrap():
            label.setFixedWidth(theme.chars(LABEL_CHARS))
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        label.setContentsMargins(0, theme.px(7), 0, 0)
        label.setBuddy(cell.editor.control)
        cell.editor.control.setAccessibleName(field.label)
        return label

    def _make_footer(self) -> QHBoxLayout:
        self._state = QLabel()
        self._state.setWordWrap(True)
        theme.mark(self._state, "muted")
        self._leave_button = QPushButton("放弃 Esc")
        self._next_button = QPushButton("保存并新增")
        self._save_button = QPushButton("保存 F6")
        theme.mark(self._save_button, "main")
        footer = QHBoxLayout()
        footer.setSpacing(theme.px(8))
        footer.addWidget(self._state, 1)
        for button in (self._leave_button, self._next_button, self._save_button):
            footer.addWidget(button)
        return footer

    def _connect(self) -> None:
        self._save_button.clicked.connect(self.save)
        self._next_button.clicked.connect(self.save_and_go_on)
        self._leave_button.clicked.connect(self.leave)
        self._history.clicked.connect(lambda: self.history_asked.emit(self._record))
        self._attachments.clicked.connect(lambda: self._office.show_attachments(self._record))
        self._office.changed.connect(self._follow_office)
        follow({name: cell.editor for name, cell in self._cells.items()})
        for name, cell in self._cells.items():
            cell.editor.changed.connect(self._note_change)
            cell.editor.left.connect(lambda name=name: self._look_at(name))
            cell.editor.done.connect(lambda name=name: self._go_on_from(name))
            if isinstance(cell.editor, LinkEditor):
                self._offer_new(cell.editor)
            repeated = self._cells.get(f"{name}_name")
            if repeated is not None and isinstance(cell.editor.field, Link):
                tie(cell.editor, repeated.editor, self._office.store)
            if isinstance(cell.editor.field, Link) and cell.editor.field.brings:
                editors = {one: other.editor for one, other in self._cells.items()}
                bring(cell.editor, editors, self._office.store)

    def _offer_new(self, editor: LinkEditor) -> None:
        table = editor.table
        editor.new_asked.connect(
            lambda words: self._office.make_new(table, words, editor.take_record)
        )

    def _fill(self) -> None:
        for name, cell in self._cells.items():
            cell.editor.show_value(getattr(self._record, name))
            cell.say("", "")
        is_new = self._record.id is None
        label = self._type.about.label
        self._title.setText(f"新增{label}" if is_new else self._words_for(self._record))
        self._history.setVisible(not is_new)
        self._count_attachments()
        self._is_changed = False

    def _follow_office(self, _tables: object) -> None:
        self._count_attachments()

    def _count_attachments(self) -> None:
        count = len(attachments_of(self._office.store, self._record))
        self._attachments.setText(f"附件 {count}" if count else "附件")
        self._attachments.setVisible(self._record.id is not None)

    def _note_change(self) -> None:
        self._is_changed = True
        self._state.setText("改过，还没有保存")
        self.edited.emit()

    def _look_at(self, name: str) -> None:
        """Say at once what is wrong with a field that was just left; never hold the clerk there."""
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

    def _go_on_from(self, name: str) -> None:
        names = [one for one in self._cells if self._cells[one].isEnabled()]
        after = names[names.index(name) + 1 :]
        if after:
            self._focus(after[0])
        else:
            self._save_button.setFocus()

    def _focus(self, name: str) -> None:
        control = self._cells[name].editor.control
        control.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(self._cells[name])

    def _read(self) -> Record | None:
        """Return what was typed as a record, None when a field cannot be read."""
        values: dict[str, object] = {}
        wrong = []
        for name, cell in self._cells.items():
            try:
                values[name] = cell.editor.read(self._office.year).value
                cell.say("", "")
            except Refused as refusal:
                cell.say("error", str(refusal))
                wrong.append(name)
        if wrong:
            self._focus(wrong[0])
            return None
        return checking.complete(replace(self._record, **values))  # type: ignore[arg-type]

    def _check(self, record: Record) -> tuple[Finding, ...]:
        findings = checking.check_entry(record, self._office.store)
        errors = [one for one in findings if one.level == "error"]
        for finding in (*(one for one in findings if one.level == "warn"), *errors):
            if finding.field in self._cells:
                self._cells[finding.field].say(finding.level, finding.text)
        first = {one.field for one in errors}
        for name in self._cells:
            if name in first:
                self._focus(name)
                break
        return findings

    def _words_for(self, record: Record) -> str:
        """Return what names a record; a part is named after what it belongs to."""
        store = self._office.store
        owners = [
            store.title_of_id(kind.to, getattr(record, name))
            for name, kind in fields_of(self._type).items()
            if isinstance(kind, Link) and kind.is_part
        ]
        return " ".join(word for word in (*owners, store.title_of(record)) if word)

    def _commit(self, record: Record, findings: tuple[Finding, ...]) -> bool:
        store = self._office.store
        verb = "新增" if record.id is None else "修改"
        try:
            with store.change(f"{verb}{record.about.label} {self._words_for(record)}"):
                saved = store.save(record)
        except Problem as problem:
            messages.show_problem(self, problem)
            return False
        self._record = saved
        self._fill()
        for finding in findings:
            if finding.field in self._cells:
                self._cells[finding.field].say("warn", finding.text)
        self._state.setText(f"已保存 {clock.now():%H:%M}")
        self.saved.emit(saved)
        return True


def required_star(field: Field) -> str:
    """Return the mark before the label of a field that must be filled in, blank for others."""
    return f'<span style="color:{theme.now().accent}">* </span>' if field.required else ""


def _is_wide(field: Field) -> bool:
    wide = Note | Text | Link | Choice | Choices | CreditCode | PersonId | RecordNumber
    return isinstance(field, wide)
