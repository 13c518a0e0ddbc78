"""A lock that the kernel holds for as long as the program lives, and that says who has it."""

import getpass
import os
import platform
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from models import clock

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# Far behind the text, so that others can read who holds the lock while Windows locks the byte.
_LOCKED_BYTE = 2**30


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open, as the lock file tells; empty texts when it does not."""

    user: str = ""
    host: str = ""
    pid: str = ""
    since: str = ""


class LockHeld(Exception):
    """Somebody else has the lock."""

    def __init__(self, holder: Holder) -> None:
        super().__init__(holder)
        self.holder = holder


class FileLock:
    """A held lock; it is let go by release() or by the end of the program, however it ends."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self.path = path
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        """Let the lock go; the file stays, so that nobody can lock a deleted one."""
        if self._descriptor is None:
            return
        _unlock(self._descriptor)
        os.close(self._descriptor)
        self._descriptor = None


def lock_file(path: Path) -> FileLock:
    """Take the lock kept in this file, or raise LockHeld."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    try:
        _lock(descriptor)
    except BlockingIOError:
        os.close(descriptor)
        raise LockHeld(_read_holder(path)) from None
    except OSError:
        os.close(descriptor)
        raise
    _write_holder(descriptor)
    return FileLock(path, descriptor)


if sys.platform == "win32":

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError from error

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


def _write_holder(descriptor: int) -> None:
    lines = (f"user={user_name()}", f"host={platform.node()}", f"pid={os.getpid()}")
    text = "\n".join((*lines, f"since={clock.stamp()}", ""))
    # The lock holds without its text, too, which a full disk may refuse.
    with suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, text.encode("utf-8"))


def _read_holder(path: Path) -> Holder:
    try:
        text = path.read_bytes()[:4096].decode("utf-8", "replace")
    except OSError:
        return Holder()
    told = dict(line.split("=", 1) for line in text.splitlines() if "=" in line)
    fields = ("user", "host", "pid", "since")
    return Holder(*(told.get(field, "") for field in fields))


def user_name() -> str:
    """Return the name under which somebody works on this PC; blank when it has none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""
