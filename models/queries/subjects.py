"""What a condition can look at: fields, fields one link away, and what other records say."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from models.fields import Day, Field, Link, Note, PartialDay, Text, fields_of
from models.reading import Refused
from models.records import BY_TABLE
from models.records.base import Record
from models.rows import Reference, references_to

STAGE, CHANGED, FILES = "@stage", "@changed", "@files"
OWN, OTHERS = "本身", "其他"
DATES = (Day, PartialDay)


class Kind(StrEnum):
    """What sort of thing a condition looks at."""

    FIELD = "field"
    STAGE = "stage"
    CHANGED = "changed"
    FILES = "files"
    RECORDS = "records"


@dataclass(frozen=True, slots=True)
class LinkStep:
    """The record that a link of the record names."""

    name: str


@dataclass(frozen=True, slots=True)
class LatestStep:
    """The latest of the records that link to the record."""

    reference: Reference


@dataclass(frozen=True, slots=True)
class Dated:
    """Where the records of a type keep their day or year: themselves, or what they are part of."""

    field: Field
    name: str
    link: str = ""
    table: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing to look at; `owner` is the type in which it is found, after the step."""

    key: str
    label: str
    group: str
    kind: Kind
    owner: type[Record]
    step: LinkStep | LatestStep | None = None
    name: str = ""
    reference: Reference | None = None

    @property
    def field(self) -> Field | None:
        """The field that is looked at, None for what is no field."""
        return fields_of(self.owner)[self.name] if self.kind is Kind.FIELD else None


def subject_of(record_type: type[Record], key: str) -> Subject:
    """Return what a key names; refused with its reason when the type has no such thing any more."""
    found = _by_key(record_type.about.table).get(key)
    if found is None:
        raise Refused(f"{record_type.about.label}里没有“{key}”这一项")
    return found


def subjects_of(record_type: type[Record]) -> tuple[Subject, ...]:
    """Return everything a condition on these records can look at, the nearest first."""
    return _subjects(record_type.about.table)


def dated_of(record_type: type[Record]) -> Dated | None:
    """Return where records keep their day or year, None when they have none."""
    return _dated(record_type.about.table)


@cache
def _dated(table: str) -> Dated | None:
    record_type = BY_TABLE[table]
    fields, about = fields_of(record_type), record_type.about
    if about.year:
        return Dated(fields[about.year], about.year)
    for name, field in fields.items():
        if isinstance(field, Link) and field.is_part:
            whole = BY_TABLE[field.to]
            if whole.about.year:
                year = whole.about.year
                return Dated(fields_of(whole)[year], year, name, field.to)
    return None


@cache
def _by_key(table: str) -> dict[str, Subject]:
    return {one.key: one for one in _subjects(table)}


@cache
def _subjects(table: str) -> tuple[Subject, ...]:
    record_type = BY_TABLE[table]
    return (
        *_own(record_type),
        *_records(record_type),
        *_linked(record_type),
        *_latest(record_type),
    )


def _own(record_type: type[Record]) -> Iterator[Subject]:
    for name, field in fields_of(record_type).items():
        yield Subject(name, field.label, OWN, Kind.FIELD, record_type, name=name)
    if record_type.about.states:
        yield Subject(STAGE, "所处阶段", OWN, Kind.STAGE, record_type)
    yield Subject(CHANGED, "最后修改", OWN, Kind.CHANGED, record_type)
    yield Subject(FILES, "附件", OWN, Kind.FILES, record_type)


def _records(record_type: type[Record]) -> Iterator[Subject]:
    references = references_to(record_type.about.table)
    for one in references:
        label = _label(one, references)
        yield Subject(_records_key(one), label, OTHERS, Kind.RECORDS, record_type, reference=one)


def _linked(record_type: type[Record]) -> Iterator[Subject]:
    for name, link in fields_of(record_type).items():
        if not isinstance(link, Link):
            continue
        other, step = BY_TABLE[link.to], LinkStep(name)
        group = link.label.removeprefix("对应")
        for inner, field in fields_of(other).items():
            if not isinstance(field, Link):
                label = f"{group}的{field.label}"
                yield Subject(
                    f"{name}/{inner}", label, group, Kind.FIELD, other, step=step, name=inner
                )
        references = references_to(link.to)
        for one in references:
            if one.record_type is record_type:
                continue
            label = f"{group}的{_label(one, references)}"
            key = f"{name}/{_records_key(one)}"
            yield Subject(key, label, group, Kind.RECORDS, other, step=step, reference=one)


def _latest(record_type: type[Record]) -> Iterator[Subject]:
    references = references_to(record_type.about.table)
    for one in references:
        about = one.record_type.about
        group = f"最近一{about.measure}{_label(one, references)}"
        for name, field in fields_of(one.record_type).items():
            is_told = name in about.columns or isinstance(field, DATES)
            if not is_told or isinstance(field, Link | Note):
                continue
            yield Subject(
                f"{about.table}.{one.name}/{name}",
                f"{group}的{field.label}",
                group,
                Kind.FIELD,
                one.record_type,
                step=LatestStep(one),
                name=name,
            )


def _label(reference: Reference, among: tuple[Reference, ...]) -> str:
    """Return what the records are called, with the link where several of theirs lead here."""
    label = reference.record_type.about.label
    target = fields_of(reference.record_type)[reference.name]
    assert isinstance(target, Link)
    if label in {field.label for field in fields_of(BY_TABLE[target.to]).values()}:
        label = f"{label}名单"
    same = [one for one in among if one.record_type is reference.record_type]
    if len(same) == 1:
        return label
    return f"{label}（{fields_of(reference.record_type)[reference.name].label}）"


def _records_key(reference: Reference) -> str:
    return f"@{reference.record_type.about.table}.{reference.name}"


def named_by(reference: Reference) -> str:
    """Return the text that names the linked record where the link is missing, blank for none.

    Only what a name alone identifies is found by it: units and unions are, people are not.
    """
    name = f"{reference.name}_name"
    link = fields_of(reference.record_type)[reference.name]
    assert isinstance(link, Link)
    target = BY_TABLE[link.to].about
    if (
        isinstance(fields_of(reference.record_type).get(name), Text)
        and target.titles in target.keys
    ):
        return name
    return ""
