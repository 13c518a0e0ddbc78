"""Ids of records by plain conditions, without reading the records."""

import sqlite3


def unlinked(connection: sqlite3.Connection, table: str, link: str, name: str) -> frozenset[int]:
    """Return the rows that name another record without being tied to it."""
    found = connection.execute(
        f'SELECT id FROM "{table}" WHERE "{link}" IS NULL AND "{name}" <> \'\''
    )
    return frozenset(row[0] for row in found)
