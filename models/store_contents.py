"""The bytes of attachments: each content is kept once, by its SHA-256, and never changed."""

import hashlib
import sqlite3


def keep(connection: sqlite3.Connection, data: bytes) -> str:
    """Keep these bytes inside the running transaction; return their SHA-256."""
    digest = hashlib.sha256(data).hexdigest()
    connection.execute(
        "INSERT INTO attachment_content (sha256, size, bytes) VALUES (?, ?, ?)"
        " ON CONFLICT (sha256) DO NOTHING",
        (digest, len(data), data),
    )
    return digest


def read(connection: sqlite3.Connection, sha256: str) -> bytes | None:
    """Return the bytes with this SHA-256, None when they are missing or damaged."""
    row = connection.execute(
        "SELECT bytes FROM attachment_content WHERE sha256 = ?", (sha256,)
    ).fetchone()
    if row is None or hashlib.sha256(row[0]).hexdigest() != sha256:
        return None
    return bytes(row[0])
