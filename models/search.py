"""The words under which records are found: kept in the file, one entry for each record."""

import sqlite3
from collections.abc import Collection, Iterable
from functools import cache
from typing import Any

from models.fields import Choice, fields_of
from models.records import BY_TABLE
from models.values.pinyin import BETWEEN
from models.values.text import name_key

ROWS_AT_ONCE = 500


def refresh(connection: sqlite3.Connection, rows: Collection[tuple[str, int]]) -> None:
    """Bring the search words of the touched rows up to date, inside the running transaction."""
    by_table: dict[str, list[int]] = {}
    for table, row_id in rows:
        by_table.setdefault(table, []).append(row_id)
    for table, ids in by_table.items():
        if table in BY_TABLE and BY_TABLE[table].about.search:
            _refresh_table(connection, table, sorted(ids))


def _refresh_table(connection: sqlite3.Connection, table: str, ids: list[int]) -> None:
    names = ", ".join(f'"{name}"' for name in BY_TABLE[table].about.search)
    for start in range(0, len(ids), ROWS_AT_ONCE):
        part = ids[start : start + ROWS_AT_ONCE]
        marks = ", ".join("?" for _ in part)
        found = connection.execute(
            f'SELECT id, {names} FROM "{table}" WHERE id IN ({marks}) ORDER BY id',
            part,
        ).fetchall()
        connection.executemany(
            # A page of the file that says the same as before is not written again.
            f"INSERT INTO search_entry (table_name, row_id, words) VALUES ('{table}', ?, ?)"
            " ON CONFLICT DO UPDATE SET words = excluded.words WHERE words <> excluded.words",
            _entries(table, found),
        )
        if len(found) < len(part):
            connection.executemany(
                "DELETE FROM search_entry WHERE table_name = ? AND row_id = ?",
                ((table, row_id) for row_id in set(part) - {row[0] for row in found}),
            )


def _entries(table: str, rows: list[tuple[Any, ...]]) -> Iterable[tuple[int, str]]:
    """Return the ids of rows with their words."""
    texts = [row[1:] for row in rows]
    if choices := _choices(table):
        texts = [_shown(choices, values) for values in texts]
    words = [name_key(BETWEEN.join(filter(None, values)).lower()) for values in texts]
    return zip((row[0] for row in rows), words, strict=True)


def _shown(choices: Iterable[tuple[int, Choice]], values: tuple[str, ...]) -> tuple[str, ...]:
    shown = list(values)
    for position, field in choices:
        shown[position] = field.show(shown[position])
    return tuple(shown)


@cache
def _choices(table: str) -> tuple[tuple[int, Choice], ...]:
    fields = fields_of(BY_TABLE[table])
    found = enumerate(fields[name] for name in BY_TABLE[table].about.search)
    return tuple((position, field) for position, field in found if isinstance(field, Choice))
