"""What lists ask of the file: the numbers of their rows in order, and few records at a time."""

from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from models.fields import Field, Kept, Link, Year, fields_of
from models.records import BY_TABLE
from models.records.base import Record
from models.rows import plan_for
from models.sorting import keys_of, words_keys
from models.store import Store

R = TypeVar("R", bound=Record)
MARKS_AT_ONCE = 500
NO_STAGE = 255
FIRST_ROWS = 64


@dataclass(frozen=True, slots=True)
class Rows:
    """The numbers of all rows of a list in its own order, and the stage of life of each."""

    ids: "array[int]"
    stages: bytes = b""

    def passing(self, allowed: Collection[int]) -> "Rows":
        """Return those of the rows whose number is allowed."""
        wanted = allowed if isinstance(allowed, set | frozenset) else set(allowed)
        kept = [place for place, one in enumerate(self.ids) if one in wanted]
        stages = bytes(self.stages[place] for place in kept) if self.stages else b""
        return Rows(array("q", (self.ids[place] for place in kept)), stages)

    def ordered(self, ids: "array[int]") -> "Rows":
        """Return the same rows in the order of these numbers."""
        stages = dict(zip(self.ids, self.stages, strict=True)) if self.stages else {}
        return Rows(ids, bytes(stages[one] for one in ids) if stages else b"")

    def in_stage(self, stage: int) -> "array[int]":
        """Return the numbers of the rows in one stage of life."""
        own = zip(self.ids, self.stages, strict=True)
        return array("q", (one for one, found in own if found == stage))


def rows_of(
    store: Store,
    record_type: type[Record],
    *,
    scope: Mapping[str, object],
    year: int | None,
    day: date,
) -> Rows:
    """Return the rows of a list in its own order, each with its stage of life on a day.

    With a year only what belongs to it, or to no year at all, is returned.
    """
    if not record_type.about.states:
        found = _select(store, record_type, (), scope, year)
        return Rows(array("q", (row[0] for row in found)))
    while True:
        names = tuple(_NEEDED.setdefault(record_type, []))
        found = _select(store, record_type, names, scope, year)
        try:
            stages = _stages(record_type, names, found, day)
        except _Lacking as lacking:
            _NEEDED[record_type].append(lacking.name)
        else:
            return Rows(array("q", (row[0] for row in found)), stages)


def stages_by_values(
    store: Store, record_type: type[Record], day: date
) -> tuple[tuple[str, ...], dict[tuple[Any, ...], int]]:
    """Return the columns that tell stages of life, and the stage for all values that they hold."""
    while True:
        names = tuple(_NEEDED.setdefault(record_type, []))
        columns = ", ".join(f'"{name}"' for name in names) or "0"
        found = store.connection.execute(
            f'SELECT DISTINCT {columns} FROM "{record_type.about.table}"'
        ).fetchall()
        values = [row if names else () for row in found]
        try:
            return names, {one: _stage(record_type, names, one, day) for one in values}
        except _Lacking as lacking:
            _NEEDED[record_type].append(lacking.name)


def first_ids(
    store: Store, record_type: type[Record], *, scope: Mapping[str, object], year: int | None
) -> "array[int]":
    """Return the numbers of as many rows as are seen at first, in the list's own order."""
    found = _select(store, record_type, (), scope, year, limit=FIRST_ROWS)
    return array("q", (row[0] for row in found))


def records_with(store: Store, record_type: type[R], ids: Sequence[int]) -> list[R]:
    """Return the records with these numbers, in this order; one that is gone is blank."""
    plan = plan_for(record_type)
    found: dict[int, R] = {}
    for start in range(0, len(ids), MARKS_AT_ONCE):
        part = list(ids[start : start + MARKS_AT_ONCE])
        marks = ", ".join("?" for _ in part)
        rows = store.connection.execute(
            f'SELECT {plan.columns} FROM "{record_type.about.table}" WHERE id IN ({marks})', part
        )
        found.update((row[0], plan.record(row)) for row in rows)
    return [found[one] if one in found else record_type(id=one) for one in ids]


def kept_with(
    store: Store, record_type: type[Record], names: Sequence[str], ids: Sequence[int]
) -> list[tuple[Kept, ...]]:
    """Return what the file holds in some fields of these records, in this order.

    It takes less than the records themselves; one that is gone holds nothing.
    """
    columns = ", ".join(f'"{name}"' for name in ("id", *names))
    found: dict[int, tuple[Kept, ...]] = {}
    for start in range(0, len(ids), MARKS_AT_ONCE):
        part = list(ids[start : start + MARKS_AT_ONCE])
        marks = ", ".join("?" for _ in part)
        rows = store.connection.execute(
            f'SELECT {columns} FROM "{record_type.about.table}" WHERE id IN ({marks})', part
        )
        found.update((row[0], row[1:]) for row in rows)
    nothing = (None,) * len(names)
    return [found.get(one, nothing) for one in ids]


def ids_in_order(
    store: Store, record_type: type[Record], ids: Iterable[int], name: str, *, descending: bool
) -> "array[int]":
    """Return row numbers in the order of a field; blank ones come last either way."""
    field = fields_of(record_type)[name]
    found = store.connection.execute(f'SELECT id, "{name}" FROM "{record_type.about.table}"')
    kept = dict(found.fetchall())
    # Rows of one value stay as they stand; only the different values have to be sorted.
    by_value: dict[Kept, list[int]] = {}
    for one in ids:
        by_value.setdefault(kept.get(one), []).append(one)
    blank = [*by_value.pop(None, ()), *by_value.pop("", ())]
    keys = _keys(store, field, by_value.keys())
    values = sorted(by_value, key=keys.__getitem__, reverse=descending)
    return array("q", (*(one for value in values for one in by_value[value]), *blank))


def _keys(store: Store, field: Field, values: Collection[Kept]) -> dict[Kept, Any]:
    if isinstance(field, Link):
        record_type = BY_TABLE[field.to]
        linked = records_with(store, record_type, [int(one) for one in values if one is not None])
        titles = words_keys([store.title_of(one) for one in linked])
        return {one.id: key for one, key in zip(linked, titles, strict=True)}
    return keys_of(field, values)


def _select(
    store: Store,
    record_type: type[Record],
    names: Sequence[str],
    scope: Mapping[str, object],
    year: int | None,
    limit: int = -1,
) -> list[tuple[Any, ...]]:
    about, fields = record_type.about, fields_of(record_type)
    conditions = [f'"{name}" IS ?' for name in scope]
    values = [fields[name].keep(value) for name, value in scope.items()]
    if year is not None and about.year:
        conditions.append(_year_condition(about.year, fields[about.year]))
        values.append(year if isinstance(fields[about.year], Year) else str(year))
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    columns = ", ".join(("id", *(f'"{name}"' for name in names)))
    order = ", ".join(f'"{name}"' for name in (*about.order, "id"))
    return store.connection.execute(
        f'SELECT {columns} FROM "{about.table}"{where} ORDER BY {order} LIMIT ?',
        [*values, limit],
    ).fetchall()


def _year_condition(name: str, field: Field) -> str:
    own = f'"{name}"' if isinstance(field, Year) else f'substr("{name}", 1, 4)'
    return f'("{name}" IS NULL OR {own} = ?)'


class _Lacking(Exception):
    """Telling a stage of life needs a field that was not read."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


# Which fields tell the stages of each type; found by asking, so that nobody has to list them.
_NEEDED: dict[type[Record], list[str]] = {}


def _stages(
    record_type: type[Record],
    names: tuple[str, ...],
    found: Sequence[tuple[Any, ...]],
    day: date,
) -> bytes:
    known: dict[tuple[Any, ...], int] = {}
    stages = bytearray()
    for row in found:
        values = row[1:]
        stage = known.get(values)
        if stage is None:
            stage = known[values] = _stage(record_type, names, values, day)
        stages.append(stage)
    return bytes(stages)


def _stage(
    record_type: type[Record], names: tuple[str, ...], values: tuple[Any, ...], day: date
) -> int:
    fields = fields_of(record_type)
    # A record of which only some fields were read; it says itself when another one is needed.
    record = object.__new__(record_type)
    for name, kept in zip(names, values, strict=True):
        object.__setattr__(record, name, fields[name].load(kept))
    try:
        state = record_type.about.state_of(record, day)
    except AttributeError as error:
        lacking = error.name or str(error)
        if lacking not in fields or lacking in names:
            raise
        raise _Lacking(lacking) from error
    states = record_type.about.states
    return NO_STAGE if state is None else states.index(state)
