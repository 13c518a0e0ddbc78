"""Editors that let the clerk choose a figure, a field or a record by its words."""

from collections.abc import Mapping

from typing_extensions import override

from models.fields import (
    Choice,
    Choices,
    Day,
    Field,
    Flag,
    Link,
    Month,
    Note,
    PartialDay,
    fields_of,
)
from models.figures.catalogue import AREAS, OWN_AREA
from models.figures.local_figures import local_definitions
from models.pointers import FieldName, FigureCode, RecordNumber
from models.reading import Reading, Refused
from models.records import BY_TABLE
from models.records.base import Record
from models.store import Store
from models.values.text import name_key
from ui.forms.days import DayEditor
from ui.forms.editors import ChoicesEditor, Editor, FlagEditor, LineEditor, NoteEditor
from ui.forms.offers import Offer
from ui.forms.options import Option, answers_to, record_options
from ui.forms.pickers import ChoiceEditor, LinkEditor, PickEditor, left_over_rows


class FigureEditor(PickEditor):
    """A figure, chosen by its label; the clerk's own are offered too."""

    def __init__(self, field: FigureCode, store: Store) -> None:
        self._store = store
        super().__init__(field, self._labelled)

    def _all(self) -> list[Option]:
        own = local_definitions(self._store).values()
        offered = [(one, area.title) for area in AREAS for one in area.definitions]
        offered.extend((one, OWN_AREA) for one in own)
        return [Option(one.code, one.label, f"{one.unit}　{title}") for one, title in offered]

    def _labelled(self, typed: str) -> list[Option]:
        return _answering(self._all(), typed)

    @override
    def _option_of(self, value: object) -> Option | None:
        return _with_value(self._all(), value) or super()._option_of(value)

    @override
    def _read_words(self, text: str) -> Reading[object]:
        return Reading(_exactly(self._all(), text, nothing=f"没有叫“{text}”的数字"))


class _FollowingEditor(PickEditor):
    """A choice that depends on the record type chosen in another field."""

    def __init__(self, field: Field, store: Store) -> None:
        self._store = store
        self._of: Editor | None = None
        super().__init__(field, self._offered_now)

    def follow(self, other: Editor) -> None:
        """Offer what goes with the record type that the other field names."""
        self._of = other

    def _offered_now(self, typed: str) -> list[Option]:
        raise NotImplementedError(self, typed)

    def _record_type(self) -> type[Record] | None:
        if self._of is None:
            return None
        try:
            return BY_TABLE.get(str(self._of.read().value))
        except Refused:
            return None


class FieldNameEditor(_FollowingEditor):
    """A field of a record type, chosen by its label."""

    def _all(self) -> list[Option]:
        record_type = self._record_type()
        if record_type is None:
            return []
        return [Option(name, one.label) for name, one in fields_of(record_type).items()]

    @override
    def _offered_now(self, typed: str) -> list[Option]:
        return _answering(self._all(), typed)

    @override
    def _option_of(self, value: object) -> Option | None:
        return _with_value(self._all(), value) or super()._option_of(value)

    @override
    def _read_words(self, text: str) -> Reading[object]:
        record_type = self._record_type()
        if record_type is None:
            raise Refused("请先选记录种类，再选它的字段")
        label = record_type.about.label
        return Reading(_exactly(self._all(), text, nothing=f"{label}没有“{text}”这个字段"))


class RecordNumberEditor(_FollowingEditor):
    """A record of the chosen type, picked by its words."""

    @override
    def _offered_now(self, typed: str) -> list[Option]:
        record_type = self._record_type()
        return record_options(self._store, record_type.about.table)(typed) if record_type else []

    @override
    def _further_rows(self, options: list[Option]) -> list[Offer]:
        record_type = self._record_type()
        if record_type is None:
            return []
        return left_over_rows(self._store, record_type.about.table, self._asked, len(options))

    @override
    def _option_of(self, value: object) -> Option | None:
        record_type = self._record_type()
        if record_type is None or not isinstance(value, int):
            return super()._option_of(value)
        title = self._store.title_of_id(record_type.about.table, value)
        return Option(value, title or f"已删除的记录（编号{value}）")

    @override
    def _read_words(self, text: str) -> Reading[object]:
        if self._record_type() is None:
            raise Refused("请先选记录种类，再选是哪一条")
        return Reading(_exactly(self._offered_now(text), text, nothing=f"没有“{text}”这条记录"))


def chooser_for(field: Field, store: Store) -> Editor | None:
    """Return the editor of a field that points at something, None for all other kinds."""
    if isinstance(field, FigureCode):
        return FigureEditor(field, store)
    if isinstance(field, FieldName):
        return FieldNameEditor(field, store)
    if isinstance(field, RecordNumber):
        return RecordNumberEditor(field, store)
    return None


def editor_for(field: Field, store: Store) -> Editor:
    """Return the editor of a field."""
    if isinstance(field, Flag):
        return FlagEditor(field)
    if isinstance(field, Note):
        return NoteEditor(field)
    if isinstance(field, Choice):
        return ChoiceEditor(field)
    if isinstance(field, Choices):
        return ChoicesEditor(field)
    if isinstance(field, Link):
        return LinkEditor(field, store)
    if isinstance(field, Day | PartialDay) and not isinstance(field, Month):
        return DayEditor(field)
    return LineEditor(field)


def follow(editors: Mapping[str, Editor]) -> None:
    """Let every choice that depends on a record type follow the field that names it."""
    for editor in editors.values():
        if isinstance(editor, _FollowingEditor) and isinstance(
            editor.field, FieldName | RecordNumber
        ):
            editor.follow(editors[editor.field.of])


def _answering(options: list[Option], typed: str) -> list[Option]:
    """Return the options that answer to what was typed, those that begin with it first."""
    wanted = typed.strip()
    found = [one for one in options if answers_to(one.text, wanted)]
    return sorted(found, key=lambda one: not one.text.startswith(wanted))


def _with_value(options: list[Option], value: object) -> Option | None:
    return next((one for one in options if one.value == value), None)


def _exactly(options: list[Option], text: str, *, nothing: str) -> str | int:
    found = [one for one in options if name_key(one.text) == name_key(text)]
    if len(found) == 1:
        return found[0].value
    if found:
        raise Refused(f"有{len(found)}条叫“{text}”，请从列表中选一条")
    raise Refused(f"{nothing}，请从列表中选，或清空")
