"""One box over everything: 汉字, 全拼, 首字母, digits."""

import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from models.fields import Choice, fields_of
from models.records import BY_TABLE
from models.values.pinyin import BETWEEN, full_pinyin_of_all, initials_of_all
from models.values.text import name_key

LONGEST = 100
ROWS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found."""

    table: str
    id: int
    words: str


def refresh(connection: sqlite3.Connection, rows: Collection[tuple[str, int]]) -> None:
    """Bring the search words of the touched rows up to date, inside the running transaction."""
    by_table: dict[str, list[int]] = {}
    for table, row_id in rows:
        by_table.setdefault(table, []).append(row_id)
    for table, ids in by_table.items():
        if table in BY_TABLE and BY_TABLE[table].about.search:
            _refresh_table(connection, table, sorted(ids))


def search(
    connection: sqlite3.Connection, text: str, tables: Iterable[str] | None = None, limit: int = 50
) -> list[Hit]:
    """Return the records that mention the text, names before other mentions."""
    wanted = _normal(text)
    if not wanted:
        return []
    chosen = tuple(tables if tables is not None else BY_TABLE)
    marks = ", ".join("?" for _ in chosen)
    pattern = _pattern(wanted)
    found = connection.execute(
        f"SELECT table_name, row_id, words FROM search_entry WHERE table_name IN ({marks})"
        " AND (words LIKE ? ESCAPE '\\' OR pinyin LIKE ? ESCAPE '\\' OR initials LIKE ? ESCAPE '\\')"
        " ORDER BY (words LIKE ? ESCAPE '\\') DESC, table_name, row_id LIMIT ?",
        (*chosen, pattern, pattern, pattern, pattern[1:], limit),
    )
    return [Hit(*row) for row in found]


def matching_ids(connection: sqlite3.Connection, table: str, text: str) -> set[int]:
    """Return the ids of all records of a table that mention the text."""
    return {hit.id for hit in search(connection, text, (table,), limit=1_000_000)}


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
            f"INSERT INTO search_entry VALUES ('{table}', ?, ?, ?, ?) ON CONFLICT DO UPDATE"
            " SET words = excluded.words, pinyin = excluded.pinyin, initials = excluded.initials"
            " WHERE (words, pinyin) <> (excluded.words, excluded.pinyin)",
            _entries(table, found),
        )
        if len(found) < len(part):
            connection.executemany(
                "DELETE FROM search_entry WHERE table_name = ? AND row_id = ?",
                ((table, row_id) for row_id in set(part) - {row[0] for row in found}),
            )


def _entries(table: str, rows: list[tuple[Any, ...]]) -> Iterable[tuple[int, str, str, str]]:
    """Return the ids of rows with their words, their pinyin and their initials."""
    texts = [row[1:] for row in rows]
    if choices := _choices(table):
        texts = [_shown(choices, values) for values in texts]
    words = [name_key(BETWEEN.join(filter(None, values)).lower()) for values in texts]
    named = [BETWEEN.join([one for one in values if not one.isascii()]) for values in texts]
    ids = [row[0] for row in rows]
    return zip(ids, words, full_pinyin_of_all(named), initials_of_all(named), strict=True)


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


def _normal(text: str) -> str:
    return name_key(text[:LONGEST])


def _pattern(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
