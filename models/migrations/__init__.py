"""Frozen steps from an empty file to today's shape."""

import sqlite3
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from models.errors import Problem
from models.migrations.m0001_first import apply as make_first_shape
from models.migrations.m0002_every_record import apply as make_second_shape
from models.migrations.m0003_summaries import apply as make_third_shape
from models.migrations.m0004_the_desk import apply as make_fourth_shape
from models.migrations.m0005_sheets import apply as make_fifth_shape
from models.migrations.triggers import create_triggers, drop_triggers

if TYPE_CHECKING:
    from sqlite_utils import Database

STEPS: tuple[Callable[["Database"], None], ...] = (
    make_first_shape,
    make_second_shape,
    make_third_shape,
    make_fourth_shape,
    make_fifth_shape,
)
LATEST = len(STEPS)
FINGERPRINTS: Mapping[int, str] = {
    1: "62ec6cf3b5451b8b6e6e9dbeda4aa77850e03194b3b692b1c5daaa0487ec58c9",
    2: "e12c840c19493befd71141a521a619dfe59c6ad4848f9f24091872cd47967b16",
    3: "e60901b86f0fe70b2217ed0c99c614e4948f4515f62299e54a7410f009319e47",
    4: "42542bff4dc6f29faf88e15849dfd97c74f8a63f3c66019c6ef1b55fedd3a5df",
    5: "edc24eb4fdc7b44053f951bbf86bd4c2ba177bde86ab3af5099a01a19b379117",
}


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a file of any older version, or an empty one, to today's shape in one transaction."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version >= LATEST:
        return
    # Costs a fifth of a second and is needed once a version, so not before.
    from sqlite_utils import Database

    database = Database(connection, execute_plugins=False)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        _apply_from(database, version)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _apply_from(database: "Database", version: int) -> None:
    drop_triggers(database)
    for step in STEPS[version:]:
        step(database)
    create_triggers(database)
    broken = database.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise Problem(
            f"台账升级没有完成：有{len(broken)}处关联不完整，文件保持原样",
            "请把文件和备份一起交给维护人员。",
        )
    database.execute(f"PRAGMA user_version = {LATEST}")
