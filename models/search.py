"""One box over everything: 汉字, 全拼, 首字母, digits."""

import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache

from models.fields import Choice, fields_of
from models.records import BY_TABLE
from models.values.pinyin import BETWEEN, full_pinyin, initials
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
            _refresh_table(connection, table, ids)


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
    entries: list[tuple[str, int, str, str, str]] = []
    gone: set[int] = set()
    for start in range(0, len(ids), ROWS_AT_ONCE):
        part = ids[start : start + ROWS_AT_ONCE]
        marks = ", ".join("?" for _ in part)
        found = connection.execute(
            f'SELECT id, {names} FROM "{table}" WHERE id IN ({marks})',
            part,
        ).fetchall()
        entries.extend((table, row[0], *_words(table, row[1:])) for row in found)
        if len(found) < len(part):
            gone.update(set(part) - {row[0] for row in found})
    connection.executemany("INSERT OR REPLACE INTO search_entry VALUES (?, ?, ?, ?, ?)", entries)
    connection.executemany(
        "DELETE FROM search_entry WHERE table_name = ? AND row_id = ?",
        ((table, row_id) for row_id in gone),
    )


def _words(table: str, values: tuple[str, ...]) -> tuple[str, str, str]:
    choices = _choices(table)
    if choices:
        shown = list(values)
        for position, field in choices:
            shown[position] = field.show(shown[position])
        values = tuple(shown)
    words = name_key(BETWEEN.join(filter(None, values)).lower())
    named = BETWEEN.join(value for value in values if not value.isascii())
    return words, full_pinyin(named), initials(named)


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
