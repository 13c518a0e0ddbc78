"""The office file as records: read, change as one operation, undo."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from models import (
    history,
    office_file,
    search,
    store_bulk,
    store_closing,
    store_deleting,
    store_purge,
)
from models.errors import Problem
from models.fields import fields_of
from models.history import Operation
from models.office_file import OpenOffice
from models.records import BY_TABLE
from models.records.base import Record
from models.records.town import Town
from models.rows import Reference, plan_for, references_to
from models.rules import checking
from models.search_index import SEARCHABLE, Hit, SearchIndex
from models.storage_problem import problem_from
from models.store_binned import BinnedRow
from models.store_history import HistoryLine, history_lines

R = TypeVar("R", bound=Record)
Listener = Callable[[frozenset[str]], None]


@dataclass(frozen=True, slots=True)
class Dependent:
    """Records that hang on another one through one field."""

    record_type: type[Record]
    field: str
    count: int
    is_part: bool


class Store:
    """One open office file."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._operation: Operation | None = None
        self._listeners: list[Listener] = []
        self._closed_years: frozenset[int] | None = None
        self._index = SearchIndex()

    @classmethod
    def create(cls, path: Path, town: Town) -> "Store":
        """Make a new office file for a township."""
        store = cls(office_file.create(path))
        try:
            with store.change("新建台账", kind=history.SETUP):
                store.save(replace(town, id=None))
        except BaseException:
            store.discard()
            raise
        return store

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> "Store":
        """Open an existing office file."""
        return cls(office_file.open_office(path, read_only=read_only))

    def __enter__(self) -> Self:
        """Return the store; leaving the block closes it."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Seal and release the file."""
        self.close()

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._office.path

    @property
    def connection(self) -> sqlite3.Connection:
        """The one connection, for copies."""
        return self._office.connection

    @property
    def notices(self) -> tuple[str, ...]:
        """What the clerk should know about how the file was found."""
        return self._office.notices

    def close(self) -> None:
        """Seal and release the file."""
        self._office.close()

    def discard(self) -> None:
        """Close a file that was just made and could not be filled, and remove it."""
        self.close()
        office_file.discard(self.path)

    def town(self) -> Town:
        """Return the township whose file this is."""
        return self.all(Town)[0]

    def all(self, record_type: type[R]) -> list[R]:
        """Return all records of a type in their order."""
        return self.find(record_type)

    def first(self, record_type: type[R], limit: int) -> list[R]:
        """Return the first records of a type in their order."""
        return self._select(record_type, {}, limit)

    def find(self, record_type: type[R], **equals: object) -> list[R]:
        """Return the records whose fields equal the given values, in their order."""
        return self._select(record_type, equals)

    def _select(
        self, record_type: type[R], equals: Mapping[str, object], limit: int = -1
    ) -> list[R]:
        plan = plan_for(record_type)
        fields = fields_of(record_type)
        about = record_type.about
        where = " AND ".join(f'"{name}" IS ?' for name in equals)
        values = [
            value if name == "id" else fields[name].keep(value) for name, value in equals.items()
        ]
        order = ", ".join(f'"{name}"' for name in (*about.order, "id"))
        condition = f" WHERE {where}" if where else ""
        found = self.connection.execute(
            f'SELECT {plan.columns} FROM "{about.table}"{condition} ORDER BY {order} LIMIT ?',
            [*values, limit],
        )
        return [plan.record(row) for row in found]

    def get_or_none(self, record_type: type[R], record_id: int | None) -> R | None:
        """Return one record, None when there is none."""
        if record_id is None:
            return None
        found = self.find(record_type, id=record_id)
        return found[0] if found else None

    def get(self, record_type: type[R], record_id: int) -> R:
        """Return one record; it is a Problem when somebody deleted it meanwhile."""
        found = self.get_or_none(record_type, record_id)
        if found is None:
            raise _gone(record_type.about.label)
        return found

    def count(self, record_type: type[Record], **equals: object) -> int:
        """Return how many records have these values."""
        fields = fields_of(record_type)
        where = " AND ".join(f'"{name}" IS ?' for name in equals)
        condition = f" WHERE {where}" if where else ""
        row = self.connection.execute(
            f'SELECT count(*) FROM "{record_type.about.table}"{condition}',
            [fields[name].keep(value) for name, value in equals.items()],
        ).fetchone()
        return int(row[0])

    def title_of(self, record: Record) -> str:
        """Return the words that name a record."""
        fields = fields_of(type(record))
        shown = (fields[name].show(getattr(record, name)) for name in record.about.titles)
        return " ".join(text for text in shown if text) or record.about.label

    def title_of_id(self, table: str, record_id: int | None) -> str:
        """Return the words that name the record a link points at."""
        found = self.get_or_none(BY_TABLE[table], record_id)
        return self.title_of(found) if found else ""

    def search(self, text: str, tables: Iterable[str] | None = None, limit: int = 50) -> list[Hit]:
        """Return the records that mention every word of a text, names before other mentions."""
        return self._index.search(self.connection, text, tables or SEARCHABLE, limit)

    def matching_ids(self, table: str, text: str) -> frozenset[int]:
        """Return the ids of all records of a table that mention every word of a text."""
        return self._index.matching_ids(self.connection, table, text)

    def read_ahead(self, seconds: float) -> bool:
        """Prepare the search for so long; whether it would find everything without a wait now."""
        return self._index.warm(self.connection, seconds)

    @contextmanager
    def change(self, label: str, kind: str = "change") -> Iterator[Operation]:
        """Make everything inside one operation: all of it happens or nothing does."""
        with self._operating(label, kind) as operation:
            yield operation

    def save(self, record: R) -> R:
        """Check a record and write it; the saved one has its id and its blanks filled."""
        self._require_operation()
        record = checking.complete(record)
        for finding in checking.check_entry(record, self):
            if finding.level == "error":
                label = self._label(record, finding.field)
                raise Problem(f"{record.about.label}没有保存：{label}{finding.text}")
        return self.follow_up(self._write(record))

    def save_all(self, records: Sequence[R]) -> list[R]:
        """Write many checked records of one type at once; those returned have their ids."""
        fresh = [one for one in records if one.id is None]
        ids = iter(self.insert_all(fresh))
        saved = []
        for one in records:
            if one.id is None:
                saved.append(replace(one, id=next(ids)))
            else:
                self._update(one)
                saved.append(one)
        return saved

    def insert_all(self, records: Sequence[Record]) -> range:
        """Write many checked new records of one type at once; return their ids."""
        operation = self._require_operation()
        if not records:
            return range(0)
        plan = plan_for(type(records[0]))
        table = records[0].about.table
        ids = range(next_id := self._next_id(table), next_id + len(records))
        store_bulk.insert_rows(
            self.connection,
            operation.id,
            table=table,
            columns=plan.columns,
            rows=plan.rows(ids, records),
            ids=ids,
        )
        return ids

    def delete(self, record: Record) -> None:
        """Delete a record with its parts; it is a Problem when anything else hangs on it."""
        self._require_operation()
        store_deleting.delete_all(self, [record])

    def delete_all(
        self, records: Sequence[Record], progress: store_deleting.Progress = store_deleting.silent
    ) -> None:
        """Delete records of one type with their parts, all of them or none."""
        self._require_operation()
        store_deleting.delete_all(self, records, progress)

    def bring_back(self, records: Sequence[Record]) -> None:
        """Write deleted records of one type again, with the ids that they had."""
        self._require_operation()
        if not records:
            return
        plan = plan_for(type(records[0]))
        marks = ", ".join("?" for _ in range(len(plan.names) + 1))
        self.connection.executemany(
            f'INSERT INTO "{records[0].about.table}" ({plan.columns}) VALUES ({marks})',
            ([one.id, *plan.row(one)] for one in records),
        )

    def purge(
        self, rows: Sequence[BinnedRow], label: str, progress: store_deleting.Progress
    ) -> None:
        """Remove deleted rows from the history; only the log of steps stays."""
        store_purge.purge(self.connection, rows, label, progress)
        for listener in tuple(self._listeners):
            listener(frozenset(row.table for row in rows))

    def dependents(self, record: Record) -> tuple[Dependent, ...]:
        """Return what hangs on a record, parts and others."""
        counted = (
            (one, self.count(one.record_type, **{one.name: record.id}))
            for one in references_to(record.about.table)
        )
        return tuple(_dependent(one, count) for one, count in counted if count)

    def undoable(self) -> Operation | None:
        """Return what 撤销 would take back now."""
        return history.undoable(self.connection)

    def redoable(self) -> Operation | None:
        """Return what 重做 would bring back now."""
        return history.redoable(self.connection)

    def undo(self) -> Operation:
        """Take back the latest operation, as a new one."""
        return self._reverse(self.undoable(), "undo", "没有可以撤销的操作")

    def redo(self) -> Operation:
        """Bring back what was undone last."""
        return self._reverse(self.redoable(), "redo", "没有可以重做的操作")

    def undo_operation(
        self, operation_id: int, progress: history.Progress = lambda _done, _total: None
    ) -> Operation:
        """Take back one operation unless its rows were changed since."""
        target = history.operation_by_id(self.connection, operation_id)
        if target and target.is_undone:
            raise Problem(f"“{target.label}”已经撤销过了")
        if target and target.kind == history.SETUP:
            raise Problem(f"“{target.label}”是建账时的内容，不能撤销")
        if target and target.kind == history.CLOSING:
            raise Problem(f"“{target.label}”不能撤销", "要改已结账的年度，请先反结账并写明理由。")
        if target and history.is_purged(self.connection, target.id):
            raise Problem(f"不能撤销“{target.label}”：其中有记录已经彻底删除，找不回来了")
        return self._reverse(target, "undo", "找不到要撤销的操作", progress)

    @property
    def closed_years(self) -> frozenset[int]:
        """The years of which nothing may be changed now."""
        if self._closed_years is None:
            self._closed_years = store_closing.closed_years(self.connection)
        return self._closed_years

    def operations(self, limit: int = 50) -> list[Operation]:
        """Return what was done last, latest first."""
        return history.operations(self.connection, limit)

    def operation(self, operation_id: int) -> Operation:
        """Return one of the things that were done."""
        found = history.operation_by_id(self.connection, operation_id)
        if found is None:
            raise Problem("操作记录里没有这一步")
        return found

    def history_of(self, record: Record) -> list[HistoryLine]:
        """Return every change of a record in words, latest first."""
        return history_lines(self, record)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call the listener with the tables of every change; return how to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @contextmanager
    def _operating(self, label: str, kind: str, reverses: int | None = None) -> Iterator[Operation]:
        if self._operation is not None:
            raise RuntimeError(f"{label} was started inside {self._operation.label}")
        try:
            self.connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise (problem_from(error) or error) from error
        try:
            self._operation = history.open_operation(self.connection, label, kind, reverses)
            yield self._operation
            closed = self.closed_years
            touched = history.close_operation(self.connection, self._operation.id)
            tables = frozenset(table for table, _ in touched)
            store_closing.refuse_closed(
                self.connection, self._operation.id, tables=tables, closed=closed
            )
            search.refresh(self.connection, touched)
            self.connection.execute("COMMIT" if touched else "ROLLBACK")
            self._index.touch(touched)
        except sqlite3.DatabaseError as error:
            self._roll_back()
            raise (problem_from(error) or error) from error
        except BaseException:
            self._roll_back()
            raise
        finally:
            self._operation = None
        if store_closing.TABLE in tables:
            self._closed_years = None
        for listener in tuple(self._listeners) if touched else ():
            listener(tables)

    def _roll_back(self) -> None:
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")
            # It may have read what is not true any more.
            self._index.forget()

    def _reverse(
        self,
        target: Operation | None,
        kind: str,
        nothing: str,
        progress: history.Progress = lambda _done, _total: None,
    ) -> Operation:
        if target is None:
            raise Problem(nothing)
        with self._operating(target.label, kind, target.id) as inverse:
            history.reverse(self.connection, target, inverse, progress)
        return target

    def _require_operation(self) -> Operation:
        if self._operation is None:
            raise RuntimeError("records change only inside store.change()")
        return self._operation

    def follow_up(self, record: R) -> R:
        """Write what follows from a record, and return the record as that leaves it."""
        for other in checking.follow_ups(record, self):
            written = self._write(other)
            if isinstance(written, type(record)) and written.id == record.id:
                record = written
        return record

    def _write(self, record: R) -> R:
        if record.id is not None:
            self._update(record)
            return record
        return self.save_all([record])[0]

    def _update(self, record: Record) -> None:
        plan = plan_for(type(record))
        changed = self.connection.execute(
            f'UPDATE "{record.about.table}" SET {plan.assignments} WHERE id = ?',
            [*plan.row(record), record.id],
        )
        if changed.rowcount == 0:
            raise _gone(record.about.label)

    def _next_id(self, table: str) -> int:
        row = self.connection.execute(
            "SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)
        ).fetchone()
        return (int(row[0]) if row else 0) + 1

    def _label(self, record: Record, name: str) -> str:
        field = fields_of(type(record)).get(name)
        return f"{field.label}：" if field and not field.required else ""


def _gone(label: str) -> Problem:
    return Problem(f"这条{label}已经不在台账里", "它可能刚被删除，可用“撤销”找回。")


def _dependent(reference: Reference, count: int) -> Dependent:
    return Dependent(reference.record_type, reference.name, count, reference.is_part)
