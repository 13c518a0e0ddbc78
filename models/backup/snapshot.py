"""A checked copy of the open database in a file of its own."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from models import form_journal
from models.backup import soundness
from models.backup.soundness import TableDigest
from models.computer import disk
from models.office_header import Damaged


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A copy that was opened again and found whole."""

    path: Path
    sha256: str
    size: int
    schema_version: int
    operation: int
    tables: dict[str, TableDigest]


def take_snapshot(connection: sqlite3.Connection, path: Path) -> Snapshot:
    """Copy the open database into a new file and check what arrived there."""
    if connection.in_transaction:
        raise ValueError("a copy must not hold half of a change")
    # Created by us, so that an existing file is never written into.
    disk.create_file(path, iter(()))
    with closing(sqlite3.connect(path.absolute().as_uri() + "?mode=rw", uri=True)) as target:
        connection.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")
        form_journal.empty(target)
    disk.sync_file(path)
    return check_copy(path)


def check_copy(path: Path) -> Snapshot:
    """Return what a copy holds, or raise Damaged if it is not whole."""
    try:
        with open_copy(path) as copy:
            return _describe(path, copy)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise Damaged("数据库打不开") from error


def _describe(path: Path, copy: sqlite3.Connection) -> Snapshot:
    soundness.check_identity(copy)
    soundness.check_fully(copy)
    return Snapshot(
        path=path,
        sha256=disk.sha256_of(path),
        size=path.stat().st_size,
        schema_version=soundness.schema_version(copy),
        operation=soundness.last_operation(copy),
        tables=soundness.table_digests(copy),
    )


@contextmanager
def open_copy(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a file that nobody writes, without making any file beside it."""
    address = path.absolute().as_uri() + "?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True, isolation_level=None)) as connection:
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA cell_size_check=ON")
        yield connection
