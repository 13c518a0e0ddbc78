"""Deleted rows as the images of the history keep them: which ones, of which step, with what."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from models.fields import Kept, Link, fields_of
from models.history import Operation, Row
from models.records import BY_TABLE
from models.records.attachments import Attachment
from models.records.drafts import Draft
from models.rows import references_to

ATTACHMENT = Attachment.about.table
DRAFTS = Draft.about.table
AT_ONCE = 200
# A deleted record is looked for while the clerk waits for a new one to be saved.
MOST_LOOKED_AT = 20_000
# What the program keeps for itself: nobody looks for it among what was deleted.
NOT_LISTED = frozenset({"summary_part", "summary_text"})
# Undone deletions have brought their rows back; what an undoing deletes was never kept.
_STANDS = "o.kind <> 'undo' AND o.reversed_by IS NULL"


@dataclass(frozen=True, slots=True)
class BinnedRow:
    """One deleted row as it was; `image` tells the images of the file apart."""

    image: int
    operation: int
    table: str
    row_id: int
    before: Row

    @property
    def key(self) -> tuple[str, int]:
        """Which row of which table it was."""
        return self.table, self.row_id


def tables_of_step(connection: sqlite3.Connection, operation: int) -> list[str]:
    """Return the tables of which a step deleted rows that are listed, in their usual order.

    A draft that went because its record was saved is not missed: only one thrown away is told.
    """
    found = connection.execute(
        "SELECT table_name, max(after IS NULL) FROM image WHERE operation = ? GROUP BY table_name",
        (operation,),
    )
    touched = dict(found.fetchall())
    tables = {table for table, has_deleted in touched.items() if has_deleted} - NOT_LISTED
    if len(touched) > 1:
        tables.discard(DRAFTS)
    return [one for one in BY_TABLE if one in tables]


def count_parts(
    connection: sqlite3.Connection, operation: int, table: str, name: str
) -> dict[int, int]:
    """Return how many rows of a part's table a step deleted, by the row that they belong to."""
    found = connection.execute(
        "SELECT json_extract(before, ?), count(*) FROM image WHERE after IS NULL"
        " AND operation = ? AND table_name = ? GROUP BY 1",
        (f"$.{name}", operation, table),
    )
    return dict(found.fetchall())


def count_attachments(connection: sqlite3.Connection, operation: int, table: str) -> dict[int, int]:
    """Return how many attachments a step deleted, by the row that they belong to."""
    found = connection.execute(
        "SELECT json_extract(before, '$.owner'), count(*) FROM image WHERE after IS NULL"
        " AND operation = ? AND table_name = ? AND json_extract(before, '$.owner_table') = ?"
        " GROUP BY 1",
        (operation, ATTACHMENT, table),
    )
    return dict(found.fetchall())


def find_row(connection: sqlite3.Connection, table: str, row_id: int) -> BinnedRow | None:
    """Return a deleted row by its key, None when it was never there, lives or was purged."""
    if _lives(connection, table, [row_id]):
        return None
    found = connection.execute(
        "SELECT i.id, i.operation, i.table_name, i.row_id, i.before FROM image i"
        f" JOIN operation o ON o.id = i.operation AND {_STANDS}"
        " WHERE i.table_name = ? AND i.row_id = ? AND i.after IS NULL ORDER BY i.id DESC LIMIT 1",
        (table, row_id),
    ).fetchone()
    return _row(found) if found else None


def find_equal(
    connection: sqlite3.Connection, table: str, values: Mapping[str, Kept]
) -> BinnedRow | None:
    """Return the row with these values that was deleted last, None when there is none."""
    equal = " AND ".join(f"json_extract(before, '$.{name}') = ?" for name in values)
    found = connection.execute(
        "SELECT row_id FROM (SELECT row_id, before FROM image WHERE table_name = ?"
        f" AND after IS NULL ORDER BY id DESC LIMIT {MOST_LOOKED_AT}) WHERE {equal}",
        (table, *values.values()),
    )
    for (row_id,) in found:
        row = find_row(connection, table, row_id)
        # An older image of the row may have other values than those that it had at last.
        if row is not None and all(row.before.get(name) == kept for name, kept in values.items()):
            return row
    return None


def rows_of_step(connection: sqlite3.Connection, operation: int) -> list[BinnedRow]:
    """Return every row of a step that is still deleted, parts and attachments included."""
    tables = tables_of_step(connection, operation)
    rows = [row for one in tables for row in _rows(connection, operation, one, "", limit=-1)]
    return sorted(rows, key=lambda one: one.image)


def with_parts(connection: sqlite3.Connection, rows: Sequence[BinnedRow]) -> list[BinnedRow]:
    """Return deleted rows with the parts and attachments deleted in the same step."""
    found = {one.key: one for one in rows}
    waiting = list(rows)
    while waiting:
        fresh = [one for one in _parts_of(connection, waiting) if one.key not in found]
        found.update((one.key, one) for one in fresh)
        waiting = fresh
    return sorted(found.values(), key=lambda one: one.image)


def cleared_links(
    connection: sqlite3.Connection, rows: Iterable[BinnedRow]
) -> Iterator[tuple[str, int, str, int]]:
    """Yield table, row and field of the links that were cleared in the steps that deleted rows."""
    keys = {row.key for row in rows}
    for operation in {row.operation for row in rows}:
        found = connection.execute(
            "SELECT table_name, row_id, before, after FROM image WHERE operation = ?"
            " AND after IS NOT NULL AND before IS NOT NULL ORDER BY id",
            (operation,),
        )
        for table, row_id, before, after in found:
            if table not in BY_TABLE:
                continue
            was, now = json.loads(before), json.loads(after)
            for name, field in fields_of(BY_TABLE[table]).items():
                target = was.get(name)
                if isinstance(field, Link) and now.get(name) is None and (field.to, target) in keys:
                    yield table, row_id, name, target


def kinds(connection: sqlite3.Connection) -> list[str]:
    """Return the tables of which rows were deleted, in their usual order."""
    found = connection.execute("SELECT DISTINCT table_name FROM image WHERE after IS NULL")
    present = {row[0] for row in found} - NOT_LISTED - {DRAFTS}
    return [one for one in BY_TABLE if one in present]


@cache
def part_links(table: str) -> tuple[tuple[str, str], ...]:
    """Return the tables and fields of the parts of a record type."""
    return tuple(
        (one.record_type.about.table, one.name) for one in references_to(table) if one.is_part
    )


@cache
def owner_links(table: str) -> tuple[tuple[str, str], ...]:
    """Return the fields through which a part belongs to something, and to which table."""
    return tuple(
        (name, field.to)
        for name, field in fields_of(BY_TABLE[table]).items()
        if isinstance(field, Link) and field.is_part
    )


def steps(connection: sqlite3.Connection) -> Iterator[Operation]:
    """Yield the operations that deleted something and stand, latest first."""
    found = connection.execute(
        "SELECT o.id, o.label, o.made_at, o.kind, 0 FROM operation o"
        f" WHERE {_STANDS} AND EXISTS (SELECT 1 FROM image i WHERE i.operation = o.id"
        " AND i.after IS NULL) ORDER BY o.id DESC"
    ).fetchall()
    for row in found:
        yield Operation(row[0], row[1], row[2], row[3], bool(row[4]))


def top_rows(
    connection: sqlite3.Connection, operation: int, table: str, words: str
) -> Iterator[BinnedRow]:
    """Yield the deleted rows of a step that are nobody's parts, page by page."""
    below = None
    while rows := list(_rows(connection, operation, table, words, below=below, top=True)):
        yield from rows
        if len(rows) < AT_ONCE:
            return
        below = rows[-1].image


def _rows(
    connection: sqlite3.Connection,
    operation: int,
    table: str,
    words: str,
    *,
    below: int | None = None,
    limit: int = AT_ONCE,
    top: bool = False,
) -> Iterator[BinnedRow]:
    conditions = [_belongs_to_nobody(table)] if top else []
    if words:
        conditions.append(_mentions(table))
    if below is not None:
        conditions.append("i.id < :below")
    narrowed = "".join(f" AND {one}" for one in conditions)
    escaped = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    found = connection.execute(
        "SELECT i.id, i.operation, i.table_name, i.row_id, i.before FROM image i"
        " WHERE i.operation = :operation AND i.after IS NULL AND i.table_name = :table"
        f' AND NOT EXISTS (SELECT 1 FROM "{table}" WHERE id = i.row_id)'
        " AND NOT EXISTS (SELECT 1 FROM image c WHERE c.operation = i.operation"
        " AND c.table_name = i.table_name AND c.row_id = i.row_id AND c.before IS NULL)"
        " AND NOT EXISTS (SELECT 1 FROM image l JOIN operation o ON o.id = l.operation"
        " WHERE l.table_name = i.table_name AND l.row_id = i.row_id AND l.id > i.id"
        f" AND l.after IS NULL AND {_STANDS}){narrowed} ORDER BY i.id DESC LIMIT :limit",
        {
            "operation": operation,
            "table": table,
            "words": f"%{escaped}%",
            "below": below,
            "limit": limit,
        },
    ).fetchall()
    return map(_row, found)


def _belongs_to_nobody(table: str) -> str:
    """Return the SQL that says that nothing was deleted in the step of which a row is a part."""
    owners = [(f"'{to}'", name) for name, to in owner_links(table)]
    if table == ATTACHMENT:
        owners = [("json_extract(i.before, '$.owner_table')", "owner")]
    refused = [
        "NOT EXISTS (SELECT 1 FROM image p WHERE p.operation = i.operation AND p.after IS NULL"
        f" AND p.table_name = {owner} AND p.row_id = json_extract(i.before, '$.{name}'))"
        for owner, name in owners
    ]
    return " AND ".join(refused) or "1"


def _mentions(table: str) -> str:
    """Return the SQL that says that a row or a record it points at mentions the words."""
    found = ["i.before LIKE :words ESCAPE '\\'"]
    found += [
        f"EXISTS (SELECT 1 FROM search_entry s WHERE s.table_name = '{field.to}'"
        f" AND s.row_id = json_extract(i.before, '$.{name}') AND s.words LIKE :words ESCAPE '\\')"
        for name, field in fields_of(BY_TABLE[table]).items()
        if isinstance(field, Link)
    ]
    return f"({' OR '.join(found)})"


def _parts_of(connection: sqlite3.Connection, rows: Iterable[BinnedRow]) -> Iterator[BinnedRow]:
    by_step: dict[tuple[int, str], set[int]] = {}
    for row in rows:
        by_step.setdefault((row.operation, row.table), set()).add(row.row_id)
    for (operation, table), ids in by_step.items():
        for part, name in part_links(table):
            for row in _rows(connection, operation, part, "", limit=-1):
                if row.before.get(name) in ids:
                    yield row
        for row in _rows(connection, operation, ATTACHMENT, "", limit=-1):
            if row.before["owner_table"] == table and row.before["owner"] in ids:
                yield row


def _lives(connection: sqlite3.Connection, table: str, ids: Sequence[int]) -> bool:
    marks = ", ".join("?" for _ in ids)
    found = connection.execute(f'SELECT 1 FROM "{table}" WHERE id IN ({marks})', ids)
    return found.fetchone() is not None


def _row(row: tuple[int, int, str, int, str]) -> BinnedRow:
    return BinnedRow(row[0], row[1], row[2], row[3], json.loads(row[4]))
