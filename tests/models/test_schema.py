"""What the record types say and what the migrations make are the same tables."""

import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from models import migrations, schema
from models.backup import soundness
from models.migrations.triggers import UNTRACKED
from models.records import RECORDS
from models.store import Store

TABLES = [one.about.table for one in RECORDS]


class Column(NamedTuple):
    name: str
    type: str
    is_required: int
    default: str | None
    key: int


@pytest.fixture
def declared() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    for statement in schema.create_statements():
        connection.execute(statement)
    yield connection
    connection.close()


@pytest.fixture
def migrated() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrations.migrate(connection)
    yield connection
    connection.close()


def tables(connection: sqlite3.Connection) -> set[str]:
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {name for (name,) in found if not name.startswith("sqlite_")}


def columns(connection: sqlite3.Connection, table: str) -> list[Column]:
    return [Column(*row[1:]) for row in connection.execute(f'PRAGMA table_info("{table}")')]


def links(connection: sqlite3.Connection, table: str) -> set[tuple[str, ...]]:
    found = connection.execute(f'PRAGMA foreign_key_list("{table}")')
    return {row[2:] for row in found}


def indexes(connection: sqlite3.Connection, table: str) -> dict[str, list[str]]:
    found = connection.execute(f'PRAGMA index_list("{table}")').fetchall()
    return {
        row[1]: [part[2] for part in connection.execute(f'PRAGMA index_info("{row[1]}")')]
        for row in found
    }


def strictness(connection: sqlite3.Connection, table: str) -> int:
    row = connection.execute(f'PRAGMA table_list("{table}")').fetchone()
    return int(row[5])


def test_migrating_makes_the_declared_tables_and_those_of_the_history(
    declared: sqlite3.Connection, migrated: sqlite3.Connection
) -> None:
    assert tables(declared) == set(TABLES)
    assert tables(migrated) == set(TABLES) | (UNTRACKED - {"sqlite_sequence"})


@pytest.mark.parametrize("table", TABLES)
def test_a_migrated_table_has_the_declared_shape(
    table: str, declared: sqlite3.Connection, migrated: sqlite3.Connection
) -> None:
    for look in (columns, links, indexes, strictness):
        assert look(migrated, table) == look(declared, table)


@pytest.mark.parametrize("table", TABLES)
def test_every_table_writes_its_history(table: str, migrated: sqlite3.Connection) -> None:
    found = migrated.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)
    )

    assert {name for (name,) in found} == {
        f"history_{table}_{event}" for event in ("insert", "update", "delete")
    }


def test_migrating_twice_changes_nothing(migrated: sqlite3.Connection) -> None:
    shape = "SELECT type, name, sql FROM sqlite_master ORDER BY name"
    before = migrated.execute(shape).fetchall()

    migrations.migrate(migrated)

    assert migrated.execute(shape).fetchall() == before
    assert migrated.execute("PRAGMA user_version").fetchone() == (migrations.LATEST,)


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    monkeypatch: pytest.MonkeyPatch, migrated: sqlite3.Connection
) -> None:
    def add_and_fail(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE half_done (id INTEGER)")
        raise sqlite3.OperationalError("disk gone")

    shape = "SELECT type, name, sql FROM sqlite_master ORDER BY name"
    before = migrated.execute(shape).fetchall()
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, add_and_fail))
    monkeypatch.setattr(migrations, "LATEST", migrations.LATEST + 1)

    with pytest.raises(sqlite3.OperationalError, match="disk gone"):
        migrations.migrate(migrated)

    assert migrated.execute(shape).fetchall() == before
    assert migrated.execute("PRAGMA user_version").fetchone() == (migrations.LATEST - 1,)
    assert migrated.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_the_fingerprint_covers_tables_indexes_and_triggers(store: Store) -> None:
    rows = store.connection.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%'"
        " ESCAPE '\\' ORDER BY sql"
    ).fetchall()
    expected = hashlib.sha256("\n".join(sql for (sql,) in rows).encode()).hexdigest()

    assert soundness.fingerprint(store.connection) == expected
    store.connection.execute("DROP TRIGGER history_unit_insert")
    assert soundness.fingerprint(store.connection) != expected


def test_the_shape_of_a_released_schema_never_changes(store: Store) -> None:
    known = migrations.FINGERPRINTS[migrations.LATEST]

    assert soundness.fingerprint(store.connection) == known, "a released step was changed"


def test_two_new_files_have_the_same_shape(tmp_path: Path, store: Store) -> None:
    with Store.create(tmp_path / "另一个.db", store.town()) as other:
        first, second = (soundness.fingerprint(one.connection) for one in (store, other))

    assert first == second
