"""What can be restored from: our backups, and plain copies kept on this PC."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from models import office_guard, office_header
from models.backup import archive, soundness
from models.backup.archive import Manifest
from models.backup.snapshot import check_copy, open_copy
from models.computer import disk
from models.office_header import Damaged, Foreign, beside


@contextmanager
def kept_closed(path: Path) -> Iterator[None]:
    """Keep others from opening a local copy while its bytes are read."""
    # A copy that was once opened has a lock; reading the bytes of an open file drops SQLite's locks.
    lock = office_guard.take_lock(path) if beside(path, ".lock").exists() else None
    try:
        yield
    finally:
        if lock is not None:
            lock.release()


def unpack(path: Path, data: Path) -> Manifest:
    """Write the database of a backup or of a local copy to a new file and tell what it is."""
    if is_plain_copy(path):
        return _take_plain(path, data)
    return archive.unpack(path, data)


def is_plain_copy(path: Path) -> bool:
    """Whether this is a bare database, as the copies on this PC are."""
    with path.open("rb") as file:
        return file.read(len(office_header.MAGIC)) == office_header.MAGIC


def _take_plain(path: Path, data: Path) -> Manifest:
    try:
        office_header.read_header(path)
    except Foreign as foreign:
        raise Damaged(foreign.message) from foreign
    if office_header.has_hot_journal(path):
        raise Damaged("这份副本还有没写完的内容")
    disk.create_file(data, disk.read_pieces(path))
    snapshot = check_copy(data)
    with open_copy(data) as copy:
        town = soundness.town_name(copy)
    made = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    return archive.manifest_of(snapshot, created=made, town=town, previous=None)
