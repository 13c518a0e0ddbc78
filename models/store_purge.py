"""Removing deleted records for good: their images leave the file, the log of steps stays."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from models import history
from models.storage_problem import problem_from
from models.store_binned import ATTACHMENT, BinnedRow

Progress = Callable[[str, int, int], None]
AT_ONCE = 500
_KEEPING = "keep_%_delete"


def purge(
    connection: sqlite3.Connection, rows: Sequence[BinnedRow], label: str, progress: Progress
) -> None:
    """Remove every image of deleted rows from the file, and the files that nothing mentions now."""
    with _purging(connection, label) as purge_id:
        touched: dict[int, int] = {}
        for start in range(0, len(rows), AT_ONCE):
            progress("正在彻底删除…", start, len(rows))
            for row in rows[start : start + AT_ONCE]:
                _count_images(connection, row, touched)
                connection.execute("DELETE FROM image WHERE table_name = ? AND row_id = ?", row.key)
        for operation, images in touched.items():
            _mark(connection, operation, purge_id, images)
        _drop_contents(connection, rows)


@contextmanager
def _purging(connection: sqlite3.Connection, label: str) -> Iterator[int]:
    """Let images be deleted inside one transaction, which is a step of its own."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        step = history.open_operation(connection, label, history.PURGE)
        guards = _guards(connection)
        for name in guards:
            connection.execute(f'DROP TRIGGER "{name}"')
        yield step.id
        for statement in guards.values():
            connection.execute(statement)
        history.close_operation(connection, step.id)
        connection.execute("COMMIT")
    except sqlite3.DatabaseError as error:
        _roll_back(connection)
        raise (problem_from(error) or error) from error
    except BaseException:
        _roll_back(connection)
        raise


def _guards(connection: sqlite3.Connection) -> dict[str, str]:
    """Return what keeps images and the bytes of files from being deleted, by name, as it is made."""
    found = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE ?"
        " AND tbl_name IN ('image', 'attachment_content')",
        (_KEEPING,),
    )
    return dict(found.fetchall())


def _count_images(connection: sqlite3.Connection, row: BinnedRow, touched: dict[int, int]) -> None:
    found = connection.execute(
        "SELECT operation, count(*) FROM image WHERE table_name = ? AND row_id = ?"
        " GROUP BY operation",
        row.key,
    )
    for operation, images in found:
        touched[operation] = touched.get(operation, 0) + images


def _mark(connection: sqlite3.Connection, operation: int, purge_id: int, images: int) -> None:
    """Note that images of an operation are gone, and the hash of those that are left."""
    connection.execute(
        "INSERT INTO purged (operation, purge, images, images_sha256) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (operation) DO UPDATE SET purge = excluded.purge,"
        " images = images + excluded.images, images_sha256 = excluded.images_sha256",
        (operation, purge_id, images, history.hash_of_images(connection, operation)),
    )


def _drop_contents(connection: sqlite3.Connection, rows: Sequence[BinnedRow]) -> None:
    """Remove the bytes of purged attachments unless another record, or an image, mentions them."""
    hashes = {str(row.before["sha256"]) for row in rows if row.table == ATTACHMENT}
    for sha256 in hashes:
        kept = connection.execute(
            "SELECT EXISTS (SELECT 1 FROM attachment WHERE sha256 = :hash) OR EXISTS (SELECT 1"
            " FROM image WHERE table_name = 'attachment'"
            " AND :hash IN (json_extract(before, '$.sha256'), json_extract(after, '$.sha256')))",
            {"hash": sha256},
        ).fetchone()
        if not kept[0]:
            connection.execute("DELETE FROM attachment_content WHERE sha256 = ?", (sha256,))


def _roll_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        connection.execute("ROLLBACK")
