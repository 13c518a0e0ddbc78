"""The records of one type as they would be after the import, found by their keys."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Generic, TypeVar, cast

from models.fields import Field, Flag, fields_of
from models.lists.kinds import Ref
from models.records.base import Record, with_values
from models.values.dates import PartialDate

R = TypeVar("R", bound=Record)
Keys = list[tuple[object, ...] | None]
_KeyReader = Callable[[Record], tuple[object, ...] | None]


@dataclass(frozen=True, slots=True)
class Merged(Generic[R]):
    """A record with what a row adds to it, and the fields that the row filled or changed."""

    record: R
    filled: tuple[str, ...]
    changed: tuple[str, ...]
    cleared: tuple[str, ...] = ()

    @property
    def alters(self) -> bool:
        """Whether the row says anything new."""
        return bool(self.filled or self.changed or self.cleared)


@dataclass(slots=True)
class _Index(Generic[R]):
    """Records by what a function says of them."""

    of: Callable[[R], object]
    refs: dict[object, dict[Ref, None]]

    def add(self, ref: Ref, record: R) -> None:
        self.refs.setdefault(self.of(record), {})[ref] = None

    def remove(self, ref: Ref, record: R) -> None:
        self.refs[self.of(record)].pop(ref)


@dataclass(slots=True)
class Shelf(Generic[R]):
    """Records by reference: their id, or a negative number for one that is still to be saved."""

    record_type: type[R]
    records: dict[Ref, R] = field(default_factory=dict)
    originals: dict[Ref, R] = field(default_factory=dict)
    sources: dict[Ref, str] = field(default_factory=dict)
    _indexes: list[dict[object, list[Ref]]] = field(default_factory=list)
    _parts: list[list[tuple[str, Field]]] = field(default_factory=list)
    _readers: list[_KeyReader] = field(default_factory=list)
    _asked: dict[object, _Index[R]] = field(default_factory=dict)

    @classmethod
    def of(cls, record_type: type[R], kept: list[R]) -> "Shelf[R]":
        """Return a shelf with the records that the store holds."""
        shelf = cls(record_type)
        fields = fields_of(record_type)
        shelf._indexes = [{} for _ in record_type.about.keys]
        shelf._parts = [[(name, fields[name]) for name in one] for one in record_type.about.keys]
        shelf._readers = [_key_reader(parts) for parts in shelf._parts]
        for record in kept:
            shelf._put(record.id or 0, record, shelf.keys_of(record))
        shelf.originals = dict(shelf.records)
        return shelf

    def keys_of(self, record: R) -> Keys:
        """Return the record's keys in the order of its type; None where one is not complete."""
        return [read(record) for read in self._readers]

    def add(self, record: R, source: str, keys: Keys | None = None) -> Ref:
        """Put a new record on the shelf and return how others refer to it."""
        ref = self.next_ref()
        self.sources[ref] = source
        self._put(ref, record, keys or self.keys_of(record))
        return ref

    def next_ref(self) -> Ref:
        """Return the reference that the next new record will get."""
        return -(len(self.sources) + 1)

    def replace(self, ref: Ref, record: R) -> None:
        """Put another version of a record in its place."""
        old = self.records[ref]
        if old is record:
            return
        for index, key in zip(self._indexes, self.keys_of(old), strict=True):
            if key is not None:
                index[key].remove(ref)
        for asked in self._asked.values():
            asked.remove(ref, old)
        self._put(ref, record, self.keys_of(record))

    def matches(self, keys: Keys) -> list[list[Ref]]:
        """Return what each complete key finds, the best key first."""
        pairs = zip(self._indexes, keys, strict=True)
        return [found for index, key in pairs if key is not None and (found := index.get(key))]

    def find(self, place: int, *values: object) -> list[Ref]:
        """Return what one of the record type's keys finds."""
        parts = zip(self._parts[place], values, strict=True)
        key = tuple(one.key(value) for (_, one), value in parts)
        return self._indexes[place].get(key, [])

    def by(self, name: object, of: Callable[[R], object]) -> Mapping[object, Mapping[Ref, None]]:
        """Return the records by what a function says of them, made once and kept right after."""
        if name not in self._asked:
            index = self._asked[name] = _Index(of, {})
            for ref, record in self.records.items():
                index.add(ref, record)
        return self._asked[name].refs

    def where(self, equals: Mapping[str, object]) -> list[R]:
        """Return the records whose fields equal the given values."""
        names = tuple(equals)
        if names == ("id",):
            found = self.records.get(cast("int", equals["id"]))
            return [found] if found is not None else []
        index = self.by(names, lambda one: tuple(getattr(one, name) for name in names))
        return [self.records[ref] for ref in index.get(tuple(equals.values()), ())]

    def added(self) -> Iterator[tuple[Ref, R]]:
        """Yield the new records in the order of their rows."""
        for ref in self.sources:
            yield ref, self.records[ref]

    def altered(self) -> Iterator[R]:
        """Yield the kept records that differ from what the store holds."""
        for ref, record in self.originals.items():
            if self.records[ref] is not record and self.records[ref] != record:
                yield self.records[ref]

    def is_as_before(self, ref: Ref) -> bool:
        """Whether the store already holds exactly this."""
        return ref in self.originals and self.records[ref] == self.originals[ref]

    def _put(self, ref: Ref, record: R, keys: Keys) -> None:
        self.records[ref] = record
        for index, key in zip(self._indexes, keys, strict=True):
            if key is not None:
                index.setdefault(key, []).append(ref)
        for asked in self._asked.values():
            asked.add(ref, record)


def _key_reader(parts: list[tuple[str, Field]]) -> _KeyReader:
    """Return what reads a key off a record; only kinds that need it are asked about a value."""
    steps = [
        (attrgetter(name), one.empty, one.key if _has_own(one, "key") else None)
        for name, one in parts
    ]
    has_plain_blanks = not any(_has_own(one, "is_blank") for _, one in parts)

    def read(record: Record) -> tuple[object, ...] | None:
        key = []
        for value_of, empty, key_of in steps:
            value = value_of(record)
            if value is None or value == empty:
                return None
            key.append(value if key_of is None else key_of(value))
        return tuple(key)

    def ask(record: Record) -> tuple[object, ...] | None:
        values = [(one, getattr(record, name)) for name, one in parts]
        if any(one.is_blank(value) for one, value in values):
            return None
        return tuple(one.key(value) for one, value in values)

    return read if has_plain_blanks else ask


def _has_own(one: Field, method: str) -> bool:
    return getattr(type(one), method) is not getattr(Field, method)


def merge(record: R, given: Mapping[str, object], *, only_blanks: bool = False) -> Merged[R]:
    """Return the record with the given values; equal spellings and looser dates change nothing."""
    fields = fields_of(type(record))
    filled = []
    changed = []
    for name, value in given.items():
        one = fields[name]
        old = getattr(record, name)
        if old == value or (one.is_blank(value) and not isinstance(one, Flag)):
            continue
        if one.is_blank(old) and not isinstance(one, Flag):
            filled.append(name)
        elif isinstance(one, Flag) and only_blanks:
            continue
        elif not only_blanks and not _says_the_same(one.key(old), one.key(value)):
            changed.append(name)
    if not filled and not changed:
        return Merged(record, (), ())
    values: dict[str, object] = {name: given[name] for name in (*filled, *changed)}
    return Merged(with_values(record, **values), tuple(filled), tuple(changed))


def emptied(merged: Merged[R], names: Sequence[str]) -> Merged[R]:
    """Return the same with those of the named fields emptied that hold something."""
    fields = fields_of(type(merged.record))
    cleared = tuple(
        name for name in names if not fields[name].is_blank(getattr(merged.record, name))
    )
    if not cleared:
        return merged
    record = with_values(merged.record, **{name: fields[name].empty for name in cleared})
    return replace(merged, record=record, cleared=cleared)


def _says_the_same(old: object, new: object) -> bool:
    if isinstance(old, PartialDate) and isinstance(new, PartialDate):
        return old.agrees_with(new)
    return old == new
