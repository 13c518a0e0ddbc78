"""One field of many records: choose it, say what it becomes, look at it, change it in one step."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.batch_edit import (
    BatchPlan,
    Edit,
    NewValue,
    Replacement,
    Texts,
    can_replace,
    commit_batch,
    editable_names,
    plan_batch,
)
from models.errors import Problem
from models.fields import Field, Flag, fields_of
from models.reading import Refused
from models.records.base import Record
from ui import jobs, keys, messages
from ui.dialogs.batch_preview import BatchPreview
from ui.dialogs.field_picker import FieldPicker
from ui.dialogs.opening import answer_row, take_room
from ui.forms.choosers import chooser_for, editor_for
from ui.forms.editors import Editor
from ui.forms.pickers import LinkEditor
from ui.layouts import LAYOUTS
from ui.lists.commands import ListContext
from ui.look import theme
from ui.look.buttons import icon_button
from ui.look.combo import CalmCombo

SET, CLEAR, REPLACE, PASTE = "改为", "清空", "查找替换", "按粘贴的内容逐条填"
SAME, NOT_FOUND = "已经是这样", "没有要找的字"
# So few records are looked at while one types.
AT_ONCE = 300


class BatchDialog(QDialog):
    """Changes one field of the selected records."""

    def __init__(
        self,
        context: ListContext,
        ids: Sequence[int],
        *,
        name: str = "",
        texts: Sequence[str] = (),
    ) -> None:
        super().__init__(context.table.window())
        self._context = context
        self._type = context.record_type
        self._ids = list(ids)
        self._texts = list(texts)
        self._plan: BatchPlan | None = None
        self._editor: Editor | None = None
        self._shown_name = ""
        about = self._type.about
        self.setWindowTitle(f"批量修改{about.label} {len(self._ids):,}{about.measure}")
        self._names = names_in_form(self._type, tuple(context.scope))
        self._build()
        take_room(self)
        if name in self._names:
            self._field.show_value(name)
        self._take_field()
        self._take_text()

    @property
    def field(self) -> FieldPicker:
        """Which field is changed."""
        return self._field

    @property
    def ways(self) -> CalmCombo:
        """How it is changed."""
        return self._ways

    @property
    def editor(self) -> Editor:
        """Where the new value is typed."""
        if self._editor is None:
            raise LookupError("no field is chosen")
        return self._editor

    @property
    def words(self) -> str:
        """What the change would do, in words."""
        return self._words.text()

    @property
    def preview(self) -> BatchPreview:
        """The records as they are and as they would be."""
        return self._preview

    def look(self) -> None:
        """Work out what the change would do, and show it."""
        name, edit = self._name, self._edit()
        if not name or edit is None:
            return
        store, record_type, ids = self._context.office.store, self._type, self._ids

        def work(progress: jobs.Progress) -> BatchPlan:
            return plan_batch(
                store,
                record_type,
                ids,
                name,
                edit,
                progress=lambda done, whole: progress("正在核对", done, whole),
            )

        if len(ids) <= AT_ONCE:
            self._show_plan(plan_batch(store, record_type, ids, name, edit))
        else:
            jobs.run(self, "正在核对…", work, self._show_plan)

    def change(self) -> None:
        """Do what is shown; without a look at it, look first."""
        plan = self._plan
        if plan is None:
            self.look()
            return
        store = self._context.office.store

        def work(progress: jobs.Progress) -> int:
            return commit_batch(store, plan, lambda done, whole: progress("正在修改", done, whole))

        if plan.count <= AT_ONCE:
            try:
                commit_batch(store, plan)
            except Problem as problem:
                messages.show_problem(self, problem)
                return
            self._tell_done()
        else:
            jobs.run(self, "正在修改…", work, lambda _count: self._tell_done())

    @property
    def _name(self) -> str:
        try:
            return str(self._field.read().value or "")
        except Refused:
            return ""

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(theme.px(16),) * 4)
        outer.setSpacing(theme.px(12))
        outer.addLayout(self._make_question())
        self._words = QLabel()
        self._words.setWordWrap(True)
        theme.mark(self._words, "plain")
        outer.addWidget(self._words)
        self._preview = BatchPreview(self._context)
        outer.addWidget(self._preview, 1)
        outer.addLayout(self._make_answers())
        keys.bind_everywhere(self, "save", self.change)

    def _make_question(self) -> QGridLayout:
        labels = {name: fields_of(self._type)[name].label for name in self._names}
        self._field = FieldPicker(labels)
        self._field.control.setAccessibleName("改哪一项")
        self._ways = CalmCombo()
        self._ways.setAccessibleName("怎样改")
        self._values = QStackedWidget()
        self._find, self._by = QLineEdit(), QLineEdit()
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnStretch(2, 1)
        self._value_label = QLabel()
        rows = (
            (QLabel("改哪一项"), self._field),
            (QLabel("怎样改"), self._ways),
            (self._value_label, self._values),
        )
        for row, (label, control) in enumerate(rows):
            theme.mark(label, "label")
            label.setBuddy(self._field.control if control is self._field else control)
            grid.addWidget(label, row, 0)
            grid.addWidget(control, row, 1, 1, 2)
        self._values.addWidget(QWidget())
        self._values.addWidget(self._make_replacing())
        self._field.changed.connect(self._take_field)
        self._field.left.connect(self._take_field)
        self._field.done.connect(self._go_on)
        self._ways.activated.connect(lambda _row: self._take_way())
        for line in (self._find, self._by):
            line.textEdited.connect(lambda _text: self._look())
        return grid

    def _make_replacing(self) -> QWidget:
        panel = QWidget()
        row = QHBoxLayout(panel)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        for text, line in (("查找", self._find), ("替换为", self._by)):
            label = QLabel(text)
            theme.mark(label, "label")
            label.setBuddy(line)
            line.setAccessibleName(text)
            row.addWidget(label)
            row.addWidget(line, 1)
        return panel

    def _make_answers(self) -> QHBoxLayout:
        self._do = icon_button("", "tick", role="main")
        self._do.clicked.connect(self.change)
        return answer_row(self, self._do)

    def _take_field(self) -> None:
        """Offer the ways and the editor that fit the chosen field."""
        name = self._name
        if name and name == self._shown_name:
            return
        self._shown_name = name
        self._ways.clear()
        self._forget_editor()
        if name:
            field = fields_of(self._type)[name]
            if len(self._texts) > 1:
                self._ways.addItem(PASTE)
            self._ways.addItem(SET)
            if not (field.required or isinstance(field, Flag)):
                self._ways.addItem(CLEAR)
            if can_replace(field):
                self._ways.addItem(REPLACE)
            self._use_editor(field)
        self._take_way()

    def _take_text(self) -> None:
        """Type the one text that was pasted."""
        if len(self._texts) == 1 and self._editor is not None:
            self._editor.take_raw(self._texts[0])
            self._look()

    def _use_editor(self, field: Field) -> None:
        editor = self._editor = self._make_editor(field)
        editor.control.setAccessibleName(f"{field.label}改为")
        self._values.addWidget(editor)
        editor.changed.connect(self._look)
        editor.done.connect(self._look)
        if isinstance(editor, LinkEditor):
            editor.new_asked.connect(
                lambda words: self._context.office.make_new(editor.table, words, editor.take_record)
            )

    def _make_editor(self, field: Field) -> Editor:
        store = self._context.office.store
        return chooser_for(field, store) or editor_for(field, store)

    def _go_on(self) -> None:
        """Put the cursor where the new value is typed."""
        self._take_field()
        if self._editor is not None and self._ways.currentText() == SET:
            self._editor.control.setFocus()
        else:
            self._ways.setFocus()

    def _forget_editor(self) -> None:
        if self._editor is not None:
            self._values.removeWidget(self._editor)
            self._editor.deleteLater()
            self._editor = None

    def _take_way(self) -> None:
        way = self._ways.currentText()
        self._value_label.setText("新内容" if way == SET else "")
        if way == SET and self._editor is not None:
            self._values.setCurrentWidget(self._editor)
            self._value_label.setBuddy(self._editor.control)
        else:
            self._values.setCurrentIndex(1 if way == REPLACE else 0)
        self._look()

    def _look(self) -> None:
        """Show what would happen when that takes no time, else only that it can be looked at."""
        self._plan = None
        self._preview.show_plan(None)
        self._words.setText(self._advice())
        self._do.setText("看看会改什么")
        self._do.setEnabled(self._edit() is not None)
        if len(self._ids) <= AT_ONCE:
            self.look()

    def _advice(self) -> str:
        measure = self._type.about.measure
        if not self._name:
            return f"选中了 {len(self._ids):,} {measure}。先选要改哪一项，可以打拼音首字母。"
        return "再填改成什么。" if self._edit() is None else ""

    def _edit(self) -> Edit | None:
        """Return what is asked for, None while it is not whole."""
        way, name = self._ways.currentText(), self._name
        if not name or self._editor is None:
            return None
        if way == CLEAR:
            return NewValue(fields_of(self._type)[name].empty)
        if way == REPLACE:
            return Replacement(self._find.text(), self._by.text()) if self._find.text() else None
        if way == PASTE:
            return Texts(dict(zip(self._ids, self._texts, strict=False)))
        return self._typed()

    def _typed(self) -> Edit | None:
        editor = self.editor
        try:
            value = editor.read(self._context.office.year).value
        except Refused:
            return None
        is_blank = editor.field.is_blank(value) and value is not False
        return None if is_blank else NewValue(value)

    def _show_plan(self, plan: BatchPlan) -> None:
        self._plan = plan
        self._preview.show_plan(plan)
        same = NOT_FOUND if self._ways.currentText() == REPLACE else SAME
        self._words.setText(in_words(plan, same))
        measure = self._type.about.measure
        self._do.setText(keys.label(f"修改 {plan.count:,} {measure}", "save"))
        self._do.setEnabled(plan.count > 0)

    def _tell_done(self) -> None:
        plan = self._plan
        if plan is not None:
            self._context.office.say(f"已{plan.label}，可以用 {keys.printed('undo')} 撤销")
        self.accept()


def names_in_form(record_type: type[Record], fixed: Sequence[str]) -> list[str]:
    """Return the fields that can be changed of many records, in the order of their form.

    What the form hides has a way of its own: a member's status changes by what happened to her.
    """
    editable = editable_names(record_type, fixed)
    return [name for name in LAYOUTS[record_type].names() if name in editable]


def in_words(plan: BatchPlan, same: str) -> str:
    """Return what a change would do to how many records."""
    measure = plan.record_type.about.measure
    said = [f"会修改 {plan.count:,} {measure}"]
    if plan.same:
        said.append(f"{plan.same:,} {measure}{same}")
    if plan.refused:
        said.append(f"{len(plan.refused):,} {measure}不能改，原因见下")
    return "，".join(said) + "。"
