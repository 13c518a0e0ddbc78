"""What the office file remembers of the copies made of it."""

import json
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from models import clock
from models.backup import soundness
from models.backup.snapshot import Snapshot

Kind = Literal["stick", "local"]


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that was made and checked."""

    made_at: datetime
    kind: Kind
    place: Path
    file_name: str
    sha256: str
    operation: int
    counts: dict[str, int]

    @property
    def path(self) -> Path:
        """Where the copy was put."""
        return self.place / self.file_name


def copy_of(snapshot: Snapshot, final: Path, *, kind: Kind, sha256: str) -> Copy:
    """Describe a copy of this snapshot that has just been made."""
    counts = {name: table.rows for name, table in snapshot.tables.items()}
    return Copy(clock.now(), kind, final.parent, final.name, sha256, snapshot.operation, counts)


def write_down(connection: sqlite3.Connection, copy: Copy) -> None:
    """Remember a copy in the office file itself."""
    connection.execute(
        "INSERT INTO copy_log (made_at, kind, place, file_name, sha256, operation, counts)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            copy.made_at.isoformat(timespec="seconds"),
            copy.kind,
            str(copy.place),
            copy.file_name,
            copy.sha256,
            copy.operation,
            json.dumps(copy.counts, ensure_ascii=False),
        ),
    )


def last_copy(connection: sqlite3.Connection) -> Copy | None:
    """Return the newest copy that was put on a stick or another drive."""
    cursor = connection.cursor()
    cursor.row_factory = None
    row = cursor.execute(
        "SELECT made_at, kind, place, file_name, sha256, operation, counts FROM copy_log"
        " WHERE kind = 'stick' ORDER BY id DESC LIMIT 1"
    ).fetchone()
    if row is None:
        return None
    made_at, kind, place, file_name, sha256, operation, counts = row
    made = datetime.fromisoformat(made_at)
    return Copy(made, kind, Path(place), file_name, sha256, operation, json.loads(counts))


def changes_since_copy(connection: sqlite3.Connection) -> int:
    """Return how many changes would be lost with this PC."""
    copy = last_copy(connection)
    return soundness.last_operation(connection) - (copy.operation if copy else 0)
