"""An office file with a few units, and other programs that open it."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from models import clock, office_file

ROOT = Path(__file__).parents[3]


def _add_units(connection: sqlite3.Connection, *names: str) -> None:
    """Add units as one operation, the way every change is written."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(
        "INSERT INTO operation (label, made_at, kind) VALUES ('新增单位', ?, 'change')",
        (clock.stamp(),),
    )
    connection.executemany("INSERT INTO unit (name) VALUES (?)", [(name,) for name in names])
    connection.execute("UPDATE operation SET images_sha256 = ''")
    connection.execute("COMMIT")


def _names_in(connection: sqlite3.Connection) -> list[str]:
    return [row[0] for row in connection.execute("SELECT name FROM unit ORDER BY id")]


@pytest.fixture
def add_units() -> Callable[..., None]:
    """Add units as one operation, the way every change is written."""
    return _add_units


@pytest.fixture
def names_in() -> Callable[[sqlite3.Connection], list[str]]:
    """Read the names of the units."""
    return _names_in


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A closed office file with three units."""
    path = tmp_path / "示例镇 台账#1.db"
    with office_file.create(path) as office:
        _add_units(office.connection, "示例市机械厂", "示例镇食品公司", "𪛖记餐馆")
    return path


@pytest.fixture
def other_process() -> Callable[[Path, str], subprocess.Popen[str]]:
    """Start a Python of its own that has opened the file and then does something."""

    def start(path: Path, work: str) -> subprocess.Popen[str]:
        script = (
            "import sys; from pathlib import Path; from models import office_file\n"
            "office = office_file.open_office(Path(sys.argv[1])); connection = office.connection\n"
            f"{work}\n"
        )
        return subprocess.Popen(
            [sys.executable, "-c", script, str(path)],
            stdout=subprocess.PIPE,
            stdin=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        )

    return start
