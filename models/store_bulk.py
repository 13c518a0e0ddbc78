"""Many new rows at once: their images are written by one statement instead of row by row."""

import re
import sqlite3
from collections.abc import Iterable, Sequence

from models.fields import Kept

# Fewer rows than this are written before the trigger is put away and back.
WORTH_IT = 200
# With so many rows SQLite's usual 2 MB would be written and read again and again: indexes are
# filled everywhere at once. This many kB are taken only as far as they are needed.
MANY, ROOM = 5_000, 24 * 1024
_BODY = re.compile(
    r"BEGIN (INSERT INTO image \(operation, .*?\)) "
    r"VALUES \(coalesce\(.*?, RAISE\(ABORT, '[^']*'\)\), (.*)\); END",
    re.DOTALL,
)


def insert_rows(
    connection: sqlite3.Connection,
    operation: int,
    *,
    table: str,
    columns: str,
    rows: Iterable[Sequence[Kept]],
    ids: range,
) -> None:
    """Write new rows that begin with their ids, each with its image in the history."""
    marks = ", ".join("?" for _ in columns.split(","))
    statement = f'INSERT INTO "{table}" ({columns}) VALUES ({marks})'
    name, trigger, images = _trigger(connection, table) if len(ids) >= WORTH_IT else ("", "", "")
    if not images:
        connection.executemany(statement, rows)
        return
    if len(ids) >= MANY:
        connection.execute(f"PRAGMA cache_size = -{ROOM}")
    connection.execute("SAVEPOINT many_rows")
    try:
        connection.execute(f'DROP TRIGGER "{name}"')
        connection.executemany(statement, rows)
        connection.execute(images, (operation, ids[0], ids[-1]))
        connection.execute(trigger)
    except BaseException:
        connection.execute("ROLLBACK TO many_rows")
        raise
    finally:
        connection.execute("RELEASE many_rows")


def _trigger(connection: sqlite3.Connection, table: str) -> tuple[str, str, str]:
    """Return the trigger that writes the images of new rows, and its work as one statement."""
    found = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? AND name = ?",
        (table, f"history_{table}_insert"),
    ).fetchone()
    body = _BODY.search(found[1]) if found else None
    if body is None:
        return "", "", ""
    images = (
        f'{body[1]} SELECT ?, {body[2]} FROM "{table}" AS NEW'
        " WHERE NEW.id BETWEEN ? AND ? ORDER BY NEW.id"
    )
    return found[0], found[1], images
