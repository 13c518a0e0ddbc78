"""Which lists were taken in: when, from which file, by whom, and what became of its rows."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.history import COLUMNS, Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportBatch:
    """One file as one operation took it in; `counts` are its rows by verdict."""

    operation: Operation
    file_name: str
    sha256: str
    size: int
    imported_by: str
    counts: Mapping[str, int]


def keep_batch(connection: sqlite3.Connection, batch: ImportBatch) -> None:
    """Note a file inside the operation that takes it in."""
    connection.execute(
        "INSERT INTO import_batch (operation, file_name, sha256, size, imported_by, counts)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            batch.operation.id,
            batch.file_name,
            batch.sha256,
            batch.size,
            batch.imported_by,
            json.dumps(dict(batch.counts)),
        ),
    )


def import_batches(connection: sqlite3.Connection, sha256: str = "") -> list[ImportBatch]:
    """Return the files that were taken in, the latest first; only those with a hash if given."""
    columns = ", ".join(f"o.{one}" for one in COLUMNS.split(", "))
    found = connection.execute(
        f"SELECT {columns}, b.file_name, b.sha256, b.size, b.imported_by, b.counts"
        " FROM import_batch b JOIN operation o ON o.id = b.operation"
        " WHERE :sha256 = '' OR b.sha256 = :sha256 ORDER BY o.id DESC",
        {"sha256": sha256},
    )
    return [_batch(row) for row in found]


def _batch(row: Sequence[object]) -> ImportBatch:
    number, label, made_at, kind, is_undone, name, sha256, size, by, counts = row
    operation = Operation(
        int(str(number)), str(label), str(made_at), str(kind), is_undone=bool(is_undone)
    )
    return ImportBatch(
        operation=operation,
        file_name=str(name),
        sha256=str(sha256),
        size=int(str(size)),
        imported_by=str(by),
        counts=json.loads(str(counts)),
    )
