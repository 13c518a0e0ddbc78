"""What was deleted and can be brought back, read from the before-images of the history."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from models import history, store_binned
from models.fields import Field, Kept, Link, fields_of
from models.history import Operation
from models.records import BY_TABLE
from models.records.base import Record
from models.store import Store
from models.store_binned import AT_ONCE, ATTACHMENT, BinnedRow

# An attachment's title names its owner; its hash says nothing to a clerk.
TOLD_BY_TITLE = frozenset({"owner_table", "owner", "sha256"})


@dataclass(frozen=True, slots=True)
class Binned:
    """A deleted record with what was deleted along with it."""

    row: BinnedRow
    step: Operation
    title: str
    parts: str

    @property
    def label(self) -> str:
        """The kind of the record."""
        return BY_TABLE[self.row.table].about.label

    @property
    def record(self) -> Record:
        """The record as it was."""
        return record_of(self.row)

    @property
    def words(self) -> str:
        """Kind and title."""
        return f"{self.label} {self.title}"


class RecycleBin:
    """The deleted records of a file, latest first, read as far as they are looked at."""

    def __init__(self, store: Store, *, table: str = "", words: str = "") -> None:
        self._store = store
        self._connection = store.connection
        self._table = table
        self._words = words.strip()
        self._found = self._entries()

    def more(self, count: int = AT_ONCE) -> list[Binned]:
        """Return the next records, none when there are no more."""
        return list(islice(self._found, count))

    def _entries(self) -> Iterator[Binned]:
        for step in store_binned.steps(self._connection):
            parts = _Parts(self._connection, step.id)
            for table in store_binned.tables_of_step(self._connection, step.id):
                if self._table not in ("", table):
                    continue
                for row in store_binned.top_rows(self._connection, step.id, table, self._words):
                    yield Binned(row, step, title_of(self._store, row), parts.words(row))


class _Parts:
    """How many parts of which kind were deleted with each record of a step, counted once."""

    def __init__(self, connection: sqlite3.Connection, operation: int) -> None:
        self._connection = connection
        self._operation = operation
        self._counts: dict[tuple[str, str], dict[int, int]] = {}

    def words(self, row: BinnedRow) -> str:
        """Return the parts of a deleted row in words: 面谈对象3条、附件1个."""
        told = []
        for part, name in (*store_binned.part_links(row.table), (ATTACHMENT, row.table)):
            count = self._by_owner(part, name).get(row.row_id, 0)
            if count:
                about = BY_TABLE[part].about
                told.append(f"{about.label}{count}{about.measure}")
        return "、".join(told)

    def _by_owner(self, table: str, name: str) -> dict[int, int]:
        key = (table, name)
        if key not in self._counts:
            place = (self._connection, self._operation)
            self._counts[key] = (
                store_binned.count_attachments(*place, name)
                if table == ATTACHMENT
                else store_binned.count_parts(*place, table, name)
            )
        return self._counts[key]


def record_of(row: BinnedRow) -> Record:
    """Return a deleted row as the record that it was, with the fields that its type has now."""
    record_type = BY_TABLE[row.table]
    values = {
        name: field.load(row.before[name]) if name in row.before else field.empty
        for name, field in fields_of(record_type).items()
    }
    return replace(record_type(id=row.row_id), **values)  # type: ignore[arg-type]


def title_of(store: Store, row: BinnedRow) -> str:
    """Return the words that name a deleted record; a part is named after what it belongs to."""
    own = store.title_of(record_of(row))
    if row.table == ATTACHMENT:
        owner_table, owner = str(row.before["owner_table"]), row.before["owner"]
        owners = [_title_of_id(store, owner_table, owner)] if owner_table in BY_TABLE else []
    else:
        owners = [
            _title_of_id(store, field.to, row.before.get(name))
            for name, field in fields_of(BY_TABLE[row.table]).items()
            if isinstance(field, Link) and field.is_part
        ]
    return " ".join(word for word in (*owners, own) if word)


def values_of(store: Store, row: BinnedRow) -> list[tuple[str, str]]:
    """Return what a deleted record held, label and words, without what was blank."""
    hidden = TOLD_BY_TITLE if row.table == ATTACHMENT else frozenset[str]()
    shown = [
        (field.label, _shown(store, field, row.before.get(name)))
        for name, field in fields_of(BY_TABLE[row.table]).items()
        if name not in hidden
    ]
    return [(label, text) for label, text in shown if text]


def _shown(store: Store, field: Field, kept: Kept) -> str:
    if isinstance(field, Link):
        return _title_of_id(store, field.to, kept)
    value = field.load(kept)
    return "" if field.is_blank(value) else field.show(value)


def _title_of_id(store: Store, table: str, row_id: Kept) -> str:
    if not isinstance(row_id, int):
        return ""
    alive = store.title_of_id(table, row_id)
    if alive:
        return alive
    image = next(history.images_of_row(store.connection, table, row_id), None)
    if image is None or image[1].before is None:
        return ""
    operation, gone = image
    row = BinnedRow(0, operation.id, table, row_id, image[1].before)
    return store.title_of(record_of(row)) if gone.after is None else ""
