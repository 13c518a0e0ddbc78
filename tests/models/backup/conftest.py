"""An office file with some records, a folder that plays the stick, and backups on it."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models import backup, clock, office_file
from models.office_file import OpenOffice

Adding = Callable[..., None]


def _add_units(connection: sqlite3.Connection, *names: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(
        "INSERT INTO operation (label, made_at, kind) VALUES ('新增单位', ?, 'change')",
        (clock.stamp(),),
    )
    connection.executemany("INSERT INTO unit (name) VALUES (?)", [(name,) for name in names])
    connection.execute("UPDATE operation SET images_sha256 = '' WHERE images_sha256 IS NULL")
    connection.execute("COMMIT")


@pytest.fixture
def add_units() -> Adding:
    """Add units as one operation, the way every change is written."""
    return _add_units


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the office file lies."""
    (tmp_path / "电脑").mkdir()
    return tmp_path / "电脑" / "示例镇.db"


@pytest.fixture
def office(file: Path) -> Iterator[OpenOffice]:
    """An open office file with three units."""
    with office_file.create(file) as opened:
        _add_units(opened.connection, "示例市机械厂", "示例镇食品公司", "𪛖记餐馆")
        yield opened


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder that plays the stick."""
    folder = tmp_path / "优盘"
    folder.mkdir()
    return folder


@pytest.fixture
def copy(office: OpenOffice, stick: Path) -> backup.Copy:
    """A good backup on the stick."""
    return backup.back_up(office.connection, stick, town="示例镇")


@pytest.fixture
def unit_names() -> Callable[[Path], list[str]]:
    """Read the names of the units in a closed office file."""

    def read(path: Path) -> list[str]:
        with office_file.open_office(path, read_only=True) as opened:
            rows = opened.connection.execute("SELECT name FROM unit ORDER BY id")
            return [row[0] for row in rows]

    return read
