"""What was done to the file: operations, their images, and their inverse."""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from models import clock
from models.errors import Problem

Row = dict[str, str | int | None]


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that a person did; the label fits after 撤销."""

    id: int
    label: str
    made_at: str
    kind: str
    is_undone: bool


@dataclass(frozen=True, slots=True)
class Image:
    """A row before and after an operation; None where it did not exist."""

    table: str
    row_id: int
    before: Row | None
    after: Row | None


# What made the file what it was when the clerk first saw it; it is never taken back.
SETUP = "setup"
# A year was closed or opened again: that has a way of its own, with a reason.
CLOSING = "closing"
PURGE = "purge"
Progress = Callable[[int, int], None]
# What a fresh row of each table holds.
_Columns = dict[str, Row]
PROGRESS_STEP = 500
_NOT_PURGED = "NOT EXISTS (SELECT 1 FROM purged WHERE purged.operation = operation.id)"
# What columns without a value hold, by their SQL default; any other one holds NULL.
_DEFAULTS: dict[str | None, str | int] = {"''": "", "0": 0}
COLUMNS = "id, label, made_at, kind, reversed_by IS NOT NULL"
_NAMED = "o.id, o.label, o.made_at, o.kind, o.reversed_by IS NOT NULL"


def open_operation(
    connection: sqlite3.Connection, label: str, kind: str, reverses: int | None = None
) -> Operation:
    """Start an operation inside the running transaction."""
    made_at = clock.stamp()
    cursor = connection.execute(
        "INSERT INTO operation (label, made_at, kind, reverses) VALUES (?, ?, ?, ?)",
        (label, made_at, kind, reverses),
    )
    return Operation(int(cursor.lastrowid or 0), label, made_at, kind, is_undone=False)


def close_operation(
    connection: sqlite3.Connection, operation_id: int
) -> frozenset[tuple[str, int]]:
    """Seal an operation with the hash of its images; return the rows it touched."""
    touched: list[tuple[str, int]] = []
    digest = _hash_images(connection, operation_id, touched)
    connection.execute(
        "UPDATE operation SET images_sha256 = ? WHERE id = ?", (digest, operation_id)
    )
    return frozenset(touched)


def hash_of_images(connection: sqlite3.Connection, operation_id: int) -> str:
    """Return the hash of the images that an operation has now."""
    return _hash_images(connection, operation_id, [])


def altered_operations(connection: sqlite3.Connection) -> list[Operation]:
    """Return the operations whose images are not those that it was sealed or purged with."""
    found = connection.execute(
        f"SELECT {_NAMED}, coalesce(p.images_sha256, o.images_sha256) FROM operation o"
        " LEFT JOIN purged p ON p.operation = o.id ORDER BY o.id"
    ).fetchall()
    return [_operation(row[:5]) for row in found if row[5] != hash_of_images(connection, row[0])]


def _hash_images(
    connection: sqlite3.Connection, operation_id: int, touched: list[tuple[str, int]]
) -> str:
    digest = hashlib.sha256()
    # Bytes straight from the file; JSON holds no bare line feed, so every image ends only once.
    found = connection.execute(
        "SELECT table_name, row_id, CAST(table_name || char(10) || row_id || char(10)"
        " || coalesce(before, '') || char(10) || coalesce(after, '') || char(10) AS BLOB)"
        " FROM image WHERE operation = ? ORDER BY id",
        (operation_id,),
    )
    for table, row_id, image in found:
        digest.update(image)
        touched.append((table, row_id))
    return digest.hexdigest()


def images_of(connection: sqlite3.Connection, operation_id: int) -> list[Image]:
    """Return what an operation changed, in order."""
    found = connection.execute(
        "SELECT table_name, row_id, before, after FROM image WHERE operation = ? ORDER BY id",
        (operation_id,),
    )
    return [_image(row) for row in found]


def images_of_row(
    connection: sqlite3.Connection, table: str, row_id: int
) -> Iterator[tuple[Operation, Image]]:
    """Yield everything that happened to one row, latest first."""
    found = connection.execute(
        f"SELECT {_NAMED},"
        " i.table_name, i.row_id, i.before, i.after"
        " FROM image i JOIN operation o ON o.id = i.operation"
        " WHERE i.table_name = ? AND i.row_id = ? ORDER BY i.id DESC",
        (table, row_id),
    )
    for row in found:
        yield _operation(row[:5]), _image(row[5:])


def operations(connection: sqlite3.Connection, limit: int) -> list[Operation]:
    """Return the latest operations, latest first."""
    found = connection.execute(
        f"SELECT {COLUMNS} FROM operation ORDER BY id DESC LIMIT ?", (limit,)
    )
    return [_operation(row) for row in found]


def operation_by_id(connection: sqlite3.Connection, operation_id: int) -> Operation | None:
    """Return an operation, None when there is no such one."""
    row = connection.execute(
        f"SELECT {COLUMNS} FROM operation WHERE id = ?", (operation_id,)
    ).fetchone()
    return _operation(row) if row else None


def undoable(connection: sqlite3.Connection) -> Operation | None:
    """Return what 撤销 would take back now."""
    row = connection.execute(
        f"SELECT {COLUMNS} FROM operation WHERE kind IN ('change', 'import', 'redo')"
        f" AND reversed_by IS NULL AND {_NOT_PURGED} ORDER BY id DESC LIMIT 1"
    ).fetchone()
    return _operation(row) if row else None


def redoable(connection: sqlite3.Connection) -> Operation | None:
    """Return the undoing that 重做 would take back now; a new change ends redoing."""
    row = connection.execute(
        f"SELECT {COLUMNS} FROM operation WHERE kind = 'undo' AND reversed_by IS NULL"
        f" AND {_NOT_PURGED}"
        " AND id > (SELECT coalesce(max(id), 0) FROM operation WHERE kind IN ('change', 'import'))"
        " ORDER BY id DESC LIMIT 1"
    ).fetchone()
    return _operation(row) if row else None


def is_purged(connection: sqlite3.Connection, operation_id: int) -> bool:
    """Whether rows that an operation touched were purged, so that it cannot be taken back."""
    found = connection.execute("SELECT 1 FROM purged WHERE operation = ?", (operation_id,))
    return found.fetchone() is not None


def count_images(connection: sqlite3.Connection, operation_id: int) -> int:
    """Return how many changes of rows an operation is made of."""
    found = connection.execute("SELECT count(*) FROM image WHERE operation = ?", (operation_id,))
    return int(found.fetchone()[0])


def reverse(
    connection: sqlite3.Connection,
    target: Operation,
    inverse: Operation,
    progress: Progress = lambda _done, _total: None,
) -> None:
    """Put every row that an operation touched back as it was, inside the running transaction."""
    images = images_of(connection, target.id)
    columns: _Columns = {}
    try:
        for done, image in enumerate(reversed(images)):
            if done % PROGRESS_STEP == 0:
                progress(done, len(images))
            _refuse_if_changed_since(connection, image, target.label, columns)
            _restore(connection, image)
    except sqlite3.IntegrityError as error:
        raise Problem(
            f"不能撤销“{target.label}”：后来增加或删除的记录与它有关联",
            "请先撤销后来的操作。",
        ) from error
    connection.execute("UPDATE operation SET reversed_by = ? WHERE id = ?", (inverse.id, target.id))


def _refuse_if_changed_since(
    connection: sqlite3.Connection, image: Image, label: str, columns: _Columns
) -> None:
    if image.table not in columns:
        found = connection.execute(
            "SELECT name, dflt_value FROM pragma_table_info(?)", (image.table,)
        )
        columns[image.table] = {name: _DEFAULTS.get(default) for name, default in found}
    current = _current(connection, image.table, image.row_id)
    if current != _completed(image.after, columns[image.table]):
        raise Problem(
            f"不能撤销“{label}”：其中有记录后来又改过",
            "请先撤销后来的修改，或直接在表单里改回来。",
        )


def _completed(row: Row | None, columns: Row) -> Row | None:
    """Return an image with the columns that its table got later, as they were filled then."""
    return None if row is None else {**columns, **row}


def _current(connection: sqlite3.Connection, table: str, row_id: int) -> Row | None:
    cursor = connection.execute(f'SELECT * FROM "{table}" WHERE id = ?', (row_id,))
    row = cursor.fetchone()
    return dict(zip((one[0] for one in cursor.description), row, strict=True)) if row else None


def _restore(connection: sqlite3.Connection, image: Image) -> None:
    if image.before is None:
        connection.execute(f'DELETE FROM "{image.table}" WHERE id = ?', (image.row_id,))
        return
    names = list(image.before)
    if image.after is None:
        columns = ", ".join(f'"{name}"' for name in names)
        marks = ", ".join("?" for _ in names)
        statement = f'INSERT INTO "{image.table}" ({columns}) VALUES ({marks})'
        connection.execute(statement, [image.before[name] for name in names])
        return
    assignments = ", ".join(f'"{name}" = ?' for name in names)
    values = [image.before[name] for name in names]
    connection.execute(
        f'UPDATE "{image.table}" SET {assignments} WHERE id = ?', [*values, image.row_id]
    )


def _operation(row: tuple[int, str, str, str, int]) -> Operation:
    return Operation(row[0], row[1], row[2], row[3], bool(row[4]))


def _image(row: tuple[str, int, str | None, str | None]) -> Image:
    before, after = row[2], row[3]
    return Image(
        row[0],
        row[1],
        json.loads(before) if before else None,
        json.loads(after) if after else None,
    )
