"""Deleting records with all that belongs to them, many at once."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

from models.errors import Problem
from models.records.base import Record
from models.rows import Reference, plan_for, references_to
from models.rules import checking

R = TypeVar("R", bound=Record)
Progress = Callable[[str, int, int], None]
AT_ONCE = 500


class Deleting(Protocol):
    """What deleting asks of the store."""

    @property
    def connection(self) -> sqlite3.Connection:
        """The open file."""

    def title_of(self, record: Record) -> str:
        """Return the words that name a record."""

    def follow_up(self, record: R) -> R:
        """Write what follows from a record."""


def silent(stage: str, done: int, total: int) -> None:
    """Tell nobody how far the work is."""


def delete_all(store: Deleting, records: Sequence[Record], progress: Progress = silent) -> None:
    """Delete records of one type with their parts; a Problem when anything else hangs on one."""
    if any(one.id is None for one in records):
        raise ValueError("a record that was never saved cannot be deleted")
    if not records:
        return
    _refuse_if_needed(store, records)
    table = records[0].about.table
    references = references_to(table)
    for reference in references:
        if reference.is_part:
            delete_all(store, _parts(store, reference, records))
    connection = store.connection
    sorted_records = _last_first(records, [one for one in references if not one.is_part])
    follows = table in checking.FOLLOW_UPS
    for start in range(0, len(sorted_records), AT_ONCE):
        progress(f"正在删除{records[0].about.label}…", start, len(sorted_records))
        some = sorted_records[start : start + AT_ONCE]
        connection.executemany(
            "DELETE FROM attachment WHERE owner_table = ? AND owner = ?",
            [(table, one.id) for one in some],
        )
        connection.executemany(f'DELETE FROM "{table}" WHERE id = ?', [(one.id,) for one in some])
    if follows:
        for record in sorted_records:
            store.follow_up(record)


def _refuse_if_needed(store: Deleting, records: Sequence[Record]) -> None:
    """Name the first record that others hang on, and how many of which kind."""
    going = {one.id: one for one in records}
    table = records[0].about.table
    found: dict[int, dict[Reference, int]] = {}
    for reference in references_to(table):
        if reference.is_part:
            continue
        is_own = reference.record_type.about.table == table
        for owner, row_id in _pointing(store.connection, reference, list(going)):
            if not (is_own and row_id in going):
                counts = found.setdefault(owner, {})
                counts[reference] = counts.get(reference, 0) + 1
    if found:
        owner, counts = next(iter(found.items()))
        named = "、".join(
            f"{one.record_type.about.label}{count}{one.record_type.about.measure}"
            for one, count in counts.items()
        )
        raise Problem(
            f"不能删除“{store.title_of(going[owner])}”：还有{named}用到它",
            "请先处理这些记录，再删除。",
        )


def _pointing(
    connection: sqlite3.Connection, reference: Reference, ids: Sequence[int | None]
) -> Iterator[tuple[int, int]]:
    """Yield which row hangs on which of these, through one field."""
    table, name = reference.record_type.about.table, reference.name
    for some in _chunks(ids):
        marks = ", ".join("?" for _ in some)
        yield from connection.execute(
            f'SELECT "{name}", id FROM "{table}" WHERE "{name}" IN ({marks})', some
        )


def _parts(store: Deleting, reference: Reference, records: Sequence[Record]) -> list[Record]:
    plan = plan_for(reference.record_type)
    table = reference.record_type.about.table
    found: list[Record] = []
    for some in _chunks([one.id for one in records]):
        marks = ", ".join("?" for _ in some)
        rows = store.connection.execute(
            f'SELECT {plan.columns} FROM "{table}" WHERE "{reference.name}" IN ({marks})'
            " ORDER BY id",
            some,
        )
        found.extend(plan.record(row) for row in rows)
    return found


def _last_first(records: Sequence[Record], references: Sequence[Reference]) -> Sequence[Record]:
    """Return records of one type so that none is deleted before those that point at it."""
    table = records[0].about.table
    own = [one.name for one in references if one.record_type.about.table == table]
    if not own or len(records) == 1:
        return records
    pointers: dict[int | None, list[Record]] = {}
    for one in records:
        for name in own:
            pointers.setdefault(getattr(one, name), []).append(one)
    ordered: dict[int | None, Record] = {}
    for one in records:
        waiting = [one]
        while waiting:
            top = waiting[-1]
            held = {one.id for one in waiting} | ordered.keys()
            first = [one for one in pointers.get(top.id, ()) if one.id not in held]
            if first:
                waiting.extend(first)
            else:
                ordered.setdefault(top.id, waiting.pop())
    return list(ordered.values())


def _chunks(ids: Sequence[int | None]) -> Iterator[list[int | None]]:
    for start in range(0, len(ids), AT_ONCE):
        yield list(ids[start : start + AT_ONCE])
