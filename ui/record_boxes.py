"""Records in a box of their own: what hangs on a record, or one record without a list."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from models.fields import Link, Text, fields_of
from models.reading import Refused
from models.records.base import Record
from ui.dialogs.history import HistoryDialog
from ui.dialogs.opening import open_dialog, take_room
from ui.forms.form import RecordForm
from ui.look import theme
from ui.office import Office
from ui.page import RecordPage
from ui.page_spec import PageSpec
from ui.related import Relation

SpecOf = Callable[[type[Record]], PageSpec]


class RelatedDialog(QDialog):
    """The records that hang on one record: a list and a form, the link already made."""

    def __init__(
        self,
        relation: Relation,
        owner: Record,
        office: Office,
        parent: QWidget,
        *,
        spec_of: SpecOf = PageSpec,
    ) -> None:
        super().__init__(parent)
        self._office = office
        title = office.store.title_of(owner)
        self.setWindowTitle(f"{title} · {relation.record_type.about.label}")
        self._spec_of = spec_of
        spec = spec_of(relation.record_type)
        presets = spec.presets
        spec = replace(
            spec,
            leave_out=(*spec.leave_out, *_named_by(relation)),
            presets=lambda office: {**presets(office), **_presets(relation, title)},
            scope={relation.field: owner.id},
        )
        self._page = RecordPage(spec, office)
        self._page.clear_filters()
        self._page.form.left.connect(self._follow_left)
        self._page.related_asked.connect(self._open_related)
        self._page.history_asked.connect(self._open_history)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(16),) * 4)
        layout.addWidget(self._page)
        take_room(self)

    @property
    def page(self) -> RecordPage:
        """The list and the form."""
        return self._page

    @override
    def reject(self) -> None:
        if self._page.form.may_leave():
            super().reject()

    def _follow_left(self, was_changed: object) -> None:
        # The first Esc puts back what was typed, the next one closes.
        if not was_changed:
            self.reject()

    def _open_related(self, relation: Relation, record: Record) -> None:
        open_dialog(RelatedDialog(relation, record, self._office, self, spec_of=self._spec_of))

    def _open_history(self, record: Record) -> None:
        open_dialog(HistoryDialog(record, self._office, self))


class RecordDialog(QDialog):
    """The form of one record."""

    def __init__(self, record: Record, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self._office = office
        self.setWindowTitle(record.about.label)
        self._form = RecordForm(type(record), office)
        self._form.show_record(record)
        self._form.work_alone()
        self._form.left.connect(lambda _was_changed: self.reject())
        self._form.history_asked.connect(self._open_history)
        self._form.add_shortcuts(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(16),) * 4)
        layout.addWidget(self._form)
        take_room(self)

    @property
    def form(self) -> RecordForm:
        """The form."""
        return self._form

    @override
    def reject(self) -> None:
        if self._form.may_leave():
            super().reject()

    def _open_history(self, record: Record) -> None:
        open_dialog(HistoryDialog(record, self._office, self))


class NewRecordDialog(QDialog):
    """An empty form for a record that another form asks for; it closes when the record is saved."""

    def __init__(
        self,
        record_type: type[Record],
        words: str,
        office: Office,
        parent: QWidget,
        take: Callable[[int], None],
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"新增{record_type.about.label}")
        self._take = take
        self._form = RecordForm(record_type, office)
        self._form.start_new(_titled(record_type, words))
        self._form.work_alone()
        self._form.saved.connect(self._follow_saved)
        self._form.left.connect(lambda _was_changed: self.reject())
        self._form.add_shortcuts(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(16),) * 4)
        layout.addWidget(self._form)
        take_room(self)
        self._form.focus_first()

    @property
    def form(self) -> RecordForm:
        """The form."""
        return self._form

    def _follow_saved(self, record: Record) -> None:
        self.accept()
        if record.id is not None:
            self._take(record.id)

    @override
    def reject(self) -> None:
        if self._form.may_leave():
            super().reject()


def _titled(record_type: type[Record], words: str) -> dict[str, object]:
    """Return the first title of a record filled with what the clerk typed, where that can be read."""
    name = record_type.about.titles[0]
    field = fields_of(record_type)[name]
    if not words or isinstance(field, Link):
        return {}
    try:
        return {name: field.parse(words).value}
    except Refused:
        return {}


def _presets(relation: Relation, title: str) -> dict[str, object]:
    names = _named_by(relation)
    return dict.fromkeys(names, title)


def _named_by(relation: Relation) -> tuple[str, ...]:
    """Return the text field that repeats the linked record's name, if the type has one."""
    name = f"{relation.field}_name"
    found = fields_of(relation.record_type).get(name)
    return (name,) if isinstance(found, Text) else ()
