"""Records to rows and back, one prepared plan a record type."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Any, Generic, TypeVar, cast

from models.fields import Field, Flag, Kept, Number, fields_of
from models.records import RECORDS
from models.records.base import Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Plan(Generic[R]):
    """How one record type meets its table; only kinds that need it convert their values."""

    record_type: type[R]
    names: tuple[str, ...]
    loaders: tuple[tuple[int, Callable[[Kept], object], object], ...]
    setters: tuple[Callable[[R, object], None], ...]
    keepers: tuple[tuple[int, Callable[[object], Kept]], ...]
    values: Callable[[R], tuple[Any, ...]]
    assignments: str

    @property
    def columns(self) -> str:
        """Return the quoted columns, `id` first."""
        return ", ".join(['"id"', *(f'"{name}"' for name in self.names)])

    def record(self, row: Sequence[Kept]) -> R:
        """Return the record for a row that begins with its id."""
        values: list[Any] = list(row)
        for position, load, blank in self.loaders:
            value = values[position]
            values[position] = blank if value is None else load(value)
        # Records are frozen and have no __post_init__: filling their slots takes half the time.
        record = object.__new__(self.record_type)
        for set_value, value in zip(self.setters, values, strict=True):
            set_value(record, value)
        return record

    def row(self, record: R) -> list[Kept]:
        """Return what the table holds for a record, without its id."""
        kept = list(self.values(record))
        for position, keep in self.keepers:
            value = kept[position]
            kept[position] = None if value is None else keep(value)
        return kept

    def rows(self, ids: Sequence[int], records: Sequence[R]) -> Iterable[Sequence[Kept]]:
        """Return what the table holds for many records, each row with its id before it."""
        columns: list[Iterable[Kept]] = list(zip(*map(self.values, records), strict=True))
        for position, keep in self.keepers:
            column = cast("Sequence[object]", columns[position])
            kept = {value: None if value is None else keep(value) for value in set(column)}
            columns[position] = map(kept.__getitem__, column)
        return zip(ids, *columns, strict=True)


_PLANS: dict[str, Plan[Any]] = {}


@dataclass(frozen=True, slots=True)
class Reference:
    """A field through which records of one type point at another."""

    record_type: type[Record]
    name: str
    is_part: bool


def plan_for(record_type: type[R]) -> Plan[R]:
    """Return the plan of a record type."""
    plan = _PLANS.get(record_type.about.table)
    if plan is None:
        plan = _PLANS[record_type.about.table] = _make_plan(record_type)
    return cast("Plan[R]", plan)


def _make_plan(record_type: type[R]) -> Plan[R]:
    fields = fields_of(record_type)
    loaders = []
    for position, field in enumerate(fields.values(), start=1):
        if _overrides(field, "load"):
            loaders.append((position, field.load, field.load(None)))
    keepers = tuple(
        (position, field.keep)
        for position, field in enumerate(fields.values())
        if _overrides(field, "keep")
    )
    return Plan(
        record_type=record_type,
        names=tuple(fields),
        loaders=tuple(loaders),
        setters=tuple(getattr(record_type, name).__set__ for name in ("id", *fields)),
        keepers=keepers,
        values=attrgetter(*fields),
        assignments=", ".join(f'"{name}" = ?' for name in fields),
    )


@cache
def references_to(table: str) -> tuple[Reference, ...]:
    """Return every field of every record type that links to a table."""
    return tuple(
        Reference(one, name, field.is_part)
        for one in RECORDS
        for name, field in fields_of(one).items()
        if getattr(field, "to", None) == table and hasattr(field, "is_part")
    )


def _overrides(field: Field, method: str) -> bool:
    if isinstance(field, Number):
        return field.places > 0
    if isinstance(field, Flag):
        return True
    return getattr(type(field), method) is not getattr(Field, method)
