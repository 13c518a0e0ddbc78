"""Reading and writing files so that what is said to be on the disk is on the disk."""

import errno
import hashlib
import os
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from models.computer import windows

_PIECE = 1 << 20
_BINARY = getattr(os, "O_BINARY", 0)


def free_space(path: Path) -> int:
    """Return how many bytes still fit beside this path."""
    return shutil.disk_usage(path).free


def drop_cache(path: Path) -> None:
    """Make the system forget a written file, so that the next read comes from the disk."""
    if sys.platform == "win32":
        windows.purge_cache(path)
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(descriptor)


def read_pieces(path: Path) -> Iterator[bytes]:
    """Yield the bytes of a file, a piece at a time."""
    descriptor = os.open(path, os.O_RDONLY | _BINARY)
    try:
        while piece := os.read(descriptor, _PIECE):
            yield piece
    finally:
        os.close(descriptor)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file as hexadecimal text."""
    digest = hashlib.sha256()
    for piece in read_pieces(path):
        digest.update(piece)
    return digest.hexdigest()


def create_file(path: Path, pieces: Iterator[bytes]) -> None:
    """Write a new file through to the disk; an existing one is never touched."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    try:
        for piece in pieces:
            _write_all(descriptor, piece)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_file(path: Path) -> None:
    """Wait until a file written by somebody else's code is on the disk."""
    descriptor = os.open(path, os.O_RDWR | _BINARY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    if sys.platform == "win32":
        return  # Windows has no such call; NTFS journals the names itself
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some drivers cannot sync a folder at all
            raise
    finally:
        os.close(descriptor)


def replace(source: Path, target: Path) -> None:
    """Give a file the name of another, which it replaces at once."""
    # Virus scanners on Windows hold a fresh file open for a moment; SQLite waits the same way.
    for attempt in range(10 if sys.platform == "win32" else 0):
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(0.025 * (attempt + 1))
        else:
            return
    source.replace(target)


def remove_quietly(path: Path) -> None:
    """Remove a leftover; one that cannot be removed does no harm."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def _write_all(descriptor: int, piece: bytes) -> None:
    rest = memoryview(piece)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
