"""The records of one type as they would be after the import, found by their keys."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from models.fields import Flag, fields_of
from models.records.base import Record
from models.values.dates import PartialDate

R = TypeVar("R", bound=Record)
Ref = int


@dataclass(frozen=True, slots=True)
class Merged(Generic[R]):
    """A record with what a row adds to it, and the fields that the row filled or changed."""

    record: R
    filled: tuple[str, ...]
    changed: tuple[str, ...]


@dataclass(slots=True)
class Shelf(Generic[R]):
    """Records by reference: their id, or a negative number for one that is still to be saved."""

    record_type: type[R]
    records: dict[Ref, R] = field(default_factory=dict)
    originals: dict[Ref, R] = field(default_factory=dict)
    sources: dict[Ref, str] = field(default_factory=dict)
    _indexes: list[dict[tuple[object, ...], list[Ref]]] = field(default_factory=list)

    @classmethod
    def of(cls, record_type: type[R], kept: list[R]) -> "Shelf[R]":
        """Return a shelf with the records that the store holds."""
        shelf = cls(record_type)
        shelf._indexes = [{} for _ in record_type.about.keys]
        for record in kept:
            shelf._put(record.id or 0, record)
        shelf.originals = dict(shelf.records)
        return shelf

    def add(self, record: R, source: str) -> Ref:
        """Put a new record on the shelf and return how others refer to it."""
        ref = self.next_ref()
        self.sources[ref] = source
        self._put(ref, record)
        return ref

    def next_ref(self) -> Ref:
        """Return the reference that the next new record will get."""
        return -(len(self.sources) + 1)

    def replace(self, ref: Ref, record: R) -> None:
        """Put another version of a record in its place."""
        old = self.records[ref]
        if old is record:
            return
        for index, key in zip(self._indexes, self._keys(old), strict=True):
            if key is not None:
                index[key].remove(ref)
        self._put(ref, record)

    def matches(self, record: R) -> list[list[Ref]]:
        """Return for each complete key of a record what it finds, the best key first."""
        keys = zip(self._indexes, self._keys(record), strict=True)
        return [found for index, key in keys if key is not None and (found := index.get(key, []))]

    def find(self, place: int, *values: object) -> list[Ref]:
        """Return what one of the record type's keys finds."""
        names = self.record_type.about.keys[place]
        fields = fields_of(self.record_type)
        key = tuple(fields[name].key(value) for name, value in zip(names, values, strict=True))
        return self._indexes[place].get(key, [])

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

    def _put(self, ref: Ref, record: R) -> None:
        self.records[ref] = record
        for index, key in zip(self._indexes, self._keys(record), strict=True):
            if key is not None:
                index.setdefault(key, []).append(ref)

    def _keys(self, record: R) -> Iterator[tuple[object, ...] | None]:
        fields = fields_of(self.record_type)
        for names in self.record_type.about.keys:
            values = [getattr(record, name) for name in names]
            if any(fields[n].is_blank(v) for n, v in zip(names, values, strict=True)):
                yield None
            else:
                yield tuple(fields[n].key(v) for n, v in zip(names, values, strict=True))


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
    return Merged(replace(record, **values), tuple(filled), tuple(changed))  # type: ignore[arg-type]


def _says_the_same(old: object, new: object) -> bool:
    if isinstance(old, PartialDate) and isinstance(new, PartialDate):
        return old.agrees_with(new)
    return old == new
