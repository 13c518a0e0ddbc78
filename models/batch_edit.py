"""One field of many records changed in one step: looked at first, checked record by record."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from models.asking.lists import records_with
from models.errors import Problem
from models.fields import Field, Link, Note, Text, fields_of
from models.pointers import FieldName, RecordNumber
from models.reading import Refused
from models.records import BY_TABLE
from models.records.base import Record, with_values
from models.rows import plan_for
from models.rules import checking
from models.rules.after_closing import has_year
from models.store import Store
from models.store_closing import refusing_year

Progress: TypeAlias = Callable[[int, int], None]
STEP: Final = 200
FILLED_AGAIN: Final = "会按其他内容自动填成原来的值"


@dataclass(frozen=True, slots=True)
class NewValue:
    """The same value for every record; the field's own blank empties it."""

    value: object


@dataclass(frozen=True, slots=True)
class Replacement:
    """Words within a text and what stands there instead."""

    find: str
    by: str


@dataclass(frozen=True, slots=True)
class Texts:
    """For each record its own text, by the records' numbers, as a column of a sheet has them."""

    by_id: Mapping[int, str]


Edit: TypeAlias = NewValue | Replacement | Texts


@dataclass(frozen=True, slots=True)
class Edited:
    """A record as it is and as it would be."""

    before: Record
    after: Record


@dataclass(frozen=True, slots=True)
class Left:
    """A record that stays as it is, and why."""

    record: Record
    title: str
    why: str


@dataclass(slots=True)
class BatchPlan:
    """What changing a field of many records would do."""

    record_type: type[Record]
    name: str
    edited: list[Edited] = field(default_factory=list)
    same: int = 0
    refused: list[Left] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many records would change."""
        return len(self.edited)

    @property
    def label(self) -> str:
        """What the step is called."""
        about = self.record_type.about
        what = fields_of(self.record_type)[self.name].label
        return f"批量修改{about.label} {self.count}{about.measure}的{what}"


def editable_names(record_type: type[Record], fixed: Sequence[str] = ()) -> list[str]:
    """Return the fields that make sense for many records at once, in their order.

    The text that repeats a link's name follows the link; whose part a record is stays as it is.
    """
    fields = fields_of(record_type)
    return [
        name
        for name, one in fields.items()
        if name not in fixed
        and not _repeats_link(name, fields)
        and not (isinstance(one, Link) and one.is_part)
        and not isinstance(one, FieldName | RecordNumber)
    ]


def can_replace(one: Field) -> bool:
    """Whether words within a field's values can be replaced."""
    return isinstance(one, Text | Note)


def plan_batch(
    store: Store,
    record_type: type[Record],
    ids: Sequence[int],
    name: str,
    edit: Edit,
    *,
    progress: Progress | None = None,
) -> BatchPlan:
    """Return what the change would do to these records; nothing is written."""
    plan = BatchPlan(record_type, name)
    values = _values(store, record_type, name, edit)
    taken = _Taken(record_type, name)
    for number, record in enumerate(_read(store, record_type, ids)):
        if progress and number % STEP == 0:
            progress(number, len(ids))
        try:
            changed = values(record)
        except Refused as refusal:
            plan.refused.append(_left(store, record, str(refusal)))
            continue
        if getattr(record, name) == changed[name]:
            plan.same += 1
            continue
        after = checking.complete(with_values(record, **changed))
        why = _why_not(store, record, after, name) or taken.why_not(after)
        if why:
            plan.refused.append(_left(store, record, why))
        else:
            plan.edited.append(Edited(record, after))
    return plan


def commit_batch(store: Store, plan: BatchPlan, progress: Progress | None = None) -> int:
    """Write the change as one step and return how many records changed."""
    if not plan.edited:
        raise Problem("没有要修改的记录", "请换一个值，或另选记录。")
    with store.change(plan.label):
        for number, one in enumerate(plan.edited):
            if progress and number % STEP == 0:
                progress(number, plan.count)
            store.save(one.after)
    return plan.count


def _read(store: Store, record_type: type[Record], ids: Sequence[int]) -> Iterator[Record]:
    for start in range(0, len(ids), STEP):
        yield from records_with(store, record_type, ids[start : start + STEP])


def _values(
    store: Store, record_type: type[Record], name: str, edit: Edit
) -> Callable[[Record], dict[str, Any]]:
    """Return what a record's fields become."""
    fields = fields_of(record_type)
    one = fields[name]
    if isinstance(edit, Replacement):
        return lambda record: {name: _replaced(one, str(getattr(record, name)), edit)}
    if isinstance(edit, Texts):
        return lambda record: {name: one.parse(edit.by_id[record.id or 0]).value}
    value = edit.value
    if not isinstance(one, Link):
        return lambda _record: {name: value}
    told = {name: value}
    if f"{name}_name" in fields:
        told[f"{name}_name"] = store.title_of_id(one.to, _number(value))
    picked = store.get_or_none(BY_TABLE[one.to], _number(value))
    brings = one.brings if picked is not None else ()

    def linked(record: Record) -> dict[str, Any]:
        blank = (key for key in brings if fields[key].is_blank(getattr(record, key)))
        return {**{key: getattr(picked, key) for key in blank}, **told}

    return linked


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _replaced(one: Field, text: str, edit: Replacement) -> object:
    if edit.find not in text:
        return text
    return one.parse(text.replace(edit.find, edit.by)).value


def _why_not(store: Store, before: Record, after: Record, name: str) -> str:
    """Return why a record cannot be saved with the new value, blank when it can."""
    if getattr(after, name) == getattr(before, name):
        return FILLED_AGAIN
    fields = fields_of(type(after))
    for finding in checking.check_entry(after, store):
        if finding.level == "error":
            label = fields[finding.field].label if finding.field in fields else ""
            is_named = not label or finding.field == name or label in finding.text
            return finding.text if is_named else f"{label}：{finding.text}"
    return _closed(store, before, after)


def _closed(store: Store, before: Record, after: Record) -> str:
    table = before.about.table
    if not (store.closed_years and has_year(table)):
        return ""
    plan = plan_for(type(before))
    images = (dict(zip(plan.names, plan.row(one), strict=True)) for one in (before, after))
    year = refusing_year(store.connection, table, (next(images), next(images)), store.closed_years)
    return f"{year}年度已经结账，要改先反结账" if year else ""


class _Taken:
    """Which keys the records of the same step take, since none of them is in the file yet."""

    def __init__(self, record_type: type[Record], name: str) -> None:
        about = record_type.about
        self._label = fields_of(record_type)[name].label
        self._keys = [key for key in about.keys if name in key and set(key) & set(about.unique)]
        self._seen: set[tuple[object, ...]] = set()

    def why_not(self, after: Record) -> str:
        fields = fields_of(type(after))
        for key in self._keys:
            values = tuple(getattr(after, name) for name in key)
            if any(fields[n].is_blank(value) for n, value in zip(key, values, strict=True)):
                continue
            if (key, *values) in self._seen:
                return f"{self._label}不能相同，这次修改中已有一条是这个值"
            self._seen.add((key, *values))
        return ""


def _left(store: Store, record: Record, why: str) -> Left:
    return Left(record, store.title_of(record), why)


def _repeats_link(name: str, fields: Mapping[str, Field]) -> bool:
    return name.endswith("_name") and isinstance(fields.get(name.removesuffix("_name")), Link)
