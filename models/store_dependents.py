"""What belongs to many records, counted by the file."""

import sqlite3
from collections.abc import Iterator, Sequence

from models.records.attachments import Attachment
from models.records.base import Record
from models.rows import references_to

AT_ONCE = 500


def parts_of_all(
    connection: sqlite3.Connection, records: Sequence[Record]
) -> Iterator[tuple[type[Record], int]]:
    """Yield each kind of part that records of one type have together, and how many; files too."""
    table = records[0].about.table
    ids = [one.id for one in records]
    for reference in references_to(table):
        if reference.is_part:
            part = reference.record_type.about.table
            count = _count(
                connection, f'SELECT count(*) FROM "{part}" WHERE "{reference.name}"', ids
            )
            if count:
                yield reference.record_type, count
    files = f"SELECT count(*) FROM attachment WHERE owner_table = '{table}' AND owner"
    count = _count(connection, files, ids)
    if count:
        yield Attachment, count


def _count(connection: sqlite3.Connection, question: str, ids: Sequence[int | None]) -> int:
    total = 0
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        marks = ", ".join("?" for _ in some)
        total += int(connection.execute(f"{question} IN ({marks})", some).fetchone()[0])
    return total
