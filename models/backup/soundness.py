"""Whether a database is whole, and what identifies its contents."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from models import migrations
from models.office_header import APPLICATION_ID, Damaged


@dataclass(frozen=True, slots=True)
class TableDigest:
    """How many rows a table has, and the hash of them all."""

    rows: int
    digest: str


def check_quickly(connection: sqlite3.Connection) -> None:
    """Raise Damaged unless the pages of the file hang together."""
    _expect_ok(connection, "PRAGMA quick_check(1)")


def check_fully(connection: sqlite3.Connection) -> None:
    """Raise Damaged unless pages, indexes and links between records are all right."""
    _expect_ok(connection, "PRAGMA integrity_check(1)")
    if _rows(connection, "PRAGMA foreign_key_check"):
        raise Damaged("有的记录所指的另一条记录不见了")


def check_identity(connection: sqlite3.Connection) -> None:
    """Raise Damaged unless the database is ours and its tables are those of its version."""
    if application_id(connection) != APPLICATION_ID:
        raise Damaged("不是本软件的台账文件")
    version = schema_version(connection)
    if version == 0 and _tables(connection):
        raise Damaged("数据版本号已损坏")
    expected = migrations.FINGERPRINTS.get(version)
    if expected is not None and fingerprint(connection) != expected:
        raise Damaged("数据表的结构被别的程序改动过")


def fingerprint(connection: sqlite3.Connection) -> str:
    """Return the hash of everything that shapes the database: tables, indexes, triggers."""
    rows = _rows(
        connection,
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
        " AND substr(name, 1, 7) <> 'sqlite_' ORDER BY sql",
    )
    text = "\n".join(str(row[0]) for row in rows)
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def table_digests(connection: sqlite3.Connection) -> dict[str, TableDigest]:
    """Return count and hash of the rows of every table."""
    return {name: _digest(connection, name) for name in _tables(connection)}


def table_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many rows every table has."""
    counting = {name: f"SELECT count(*) FROM {_quoted(name)}" for name in _tables(connection)}
    return {name: _number(connection, question) for name, question in counting.items()}


def application_id(connection: sqlite3.Connection) -> int:
    """Return the number that says whose database this is."""
    return _number(connection, "PRAGMA application_id")


def schema_version(connection: sqlite3.Connection) -> int:
    """Return the version of the tables' shape."""
    return _number(connection, "PRAGMA user_version")


def last_operation(connection: sqlite3.Connection) -> int:
    """Return the number of the newest change, 0 in a file without any."""
    if "operation" not in _tables(connection):
        return 0
    return _number(connection, "SELECT coalesce(max(id), 0) FROM operation")


def town_name(connection: sqlite3.Connection) -> str:
    """Return the name of the township, empty in a file that has none yet."""
    if "town" not in _tables(connection):
        return ""
    rows = _rows(connection, "SELECT name FROM town ORDER BY id LIMIT 1")
    return str(rows[0][0]) if rows else ""


def _expect_ok(connection: sqlite3.Connection, question: str) -> None:
    if _rows(connection, question) != [("ok",)]:
        raise Damaged("数据库内部的检查没有通过")


def _tables(connection: sqlite3.Connection) -> list[str]:
    rows = _rows(
        connection,
        "SELECT name FROM sqlite_master WHERE type = 'table'"
        " AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name",
    )
    return [str(name) for (name,) in rows]


def _digest(connection: sqlite3.Connection, table: str) -> TableDigest:
    digest, rows = hashlib.sha256(), 0
    # Not by an index: the order of the table itself is the same in every copy of it.
    with _reading(connection, f"SELECT * FROM {_quoted(table)} NOT INDEXED") as cursor:
        for row in cursor:
            # ascii() writes the same text under every version of Python, whatever Unicode it knows.
            digest.update(ascii(row).encode("ascii"))
            digest.update(b"\n")
            rows += 1
    return TableDigest(rows, digest.hexdigest())


def _rows(connection: sqlite3.Connection, question: str) -> list[tuple[object, ...]]:
    with _reading(connection, question) as cursor:
        return cursor.fetchall()


def _number(connection: sqlite3.Connection, question: str) -> int:
    return int(str(_rows(connection, question)[0][0]))


@contextmanager
def _reading(connection: sqlite3.Connection, question: str) -> Iterator[sqlite3.Cursor]:
    """Give the plain rows of an answer, also when damaged text cannot be decoded."""
    usual = connection.text_factory
    connection.text_factory = _decode
    cursor = connection.cursor()
    cursor.row_factory = None
    try:
        yield cursor.execute(question)
    finally:
        cursor.close()
        connection.text_factory = usual


def _decode(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
