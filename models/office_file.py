"""Making, opening and closing the one file that is the whole office."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from models import clock, migrations, office_guard, office_header, office_seal
from models.backup import soundness
from models.backup.local import local_copy
from models.computer.lock import FileLock
from models.errors import Problem
from models.office_damage import damage_problem
from models.office_header import Damaged, Foreign, beside
from models.office_seal import Finding

APPLICATION_ID = office_header.APPLICATION_ID

# Measured against kill -9, power cuts and full disks; every one is read back after it was set.
# trusted_schema stays on: SQLite 3.40 calls json_object() unsafe in the history triggers without it.
# A planted trigger is found by the fingerprint of the schema instead.
_PRAGMAS: tuple[tuple[str, str, object], ...] = (
    ("foreign_keys", "ON", 1),
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "EXTRA", 3),
    ("secure_delete", "ON", 1),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),
    ("recursive_triggers", "ON", 1),
    ("temp_store", "MEMORY", 2),
)
_NOTICES = {
    Finding.MISSING: "上次没有正常关闭，或文件是从别处拷来的；已做全面检查，没有发现问题。",
    Finding.OTHER_COPY: "此文件不是上次关闭的那一份；已做全面检查，没有发现问题。",
    Finding.CHANGED_OUTSIDE: (
        "此文件不是上次关闭的那一份：它在程序之外被改动过，或者磁盘出了错；"
        "全面检查没有发现结构损坏，请核对最近的记录，并尽快备份。"
    ),
}


@dataclass(frozen=True, slots=True)
class _Arrival:
    """What was found before SQLite touched the file."""

    finding: Finding
    is_unclean: bool
    checked_at: str | None

    @property
    def needs_full_check(self) -> bool:
        return self.checked_at is None or self.is_unclean


class OpenOffice:
    """The open office file; one connection, one lock, sealed again by close()."""

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        *,
        lock: FileLock | None,
        notices: tuple[str, ...],
        checked_at: str,
    ) -> None:
        self.path = path
        self.connection = connection
        self.notices = notices
        self._lock = lock
        self._checked_at = checked_at
        self._is_open = True

    def close(self) -> None:
        """Close the file, seal it and let others open it."""
        if not self._is_open:
            return
        self._is_open = False
        if self.connection.in_transaction:
            self.connection.rollback()
        self.connection.close()
        if self._lock is None:
            return
        try:
            office_seal.seal(self.path, checked_at=self._checked_at)
        finally:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def create(path: Path) -> OpenOffice:
    """Make a new, empty office file and open it; an existing file is never touched."""
    path = path.absolute()
    office_guard.refuse_place(path)
    _refuse_stray_wal(path)
    try:
        path.touch(mode=0o600, exist_ok=False)
    except FileExistsError:
        raise Problem(
            f"“{path.name}”已经存在，没有动它", "请换一个文件名，或直接打开它。"
        ) from None
    except OSError as error:
        raise office_guard.write_problem(path, error) from error
    try:
        return _fill_new(path)
    except BaseException:
        discard(path)
        raise


def discard(path: Path) -> None:
    """Remove an office file that was just made and could not be filled."""
    for suffix in ("", "-journal", ".seal"):
        beside(path, suffix).unlink(missing_ok=True)


def open_office(path: Path, *, read_only: bool = False) -> OpenOffice:
    """Open an office file after checking that it is ours, whole and nobody else's just now."""
    path = path.absolute()
    if not read_only:
        office_guard.refuse_place(path)
    take_lock = office_guard.take_lock_for_reading if read_only else office_guard.take_lock
    # Whoever has it open may be this very process: reading the bytes would drop SQLite's locks.
    lock = take_lock(path) if beside(path, ".lock").exists() else None
    try:
        arrival = _arrive(path)
        lock = lock or take_lock(path)
        return _open_checked(path, lock, arrival, read_only=read_only)
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def _fill_new(path: Path) -> OpenOffice:
    lock = office_guard.take_lock(path)
    connection: sqlite3.Connection | None = None
    try:
        office_seal.break_seal(path)
        with _clear_words(path):
            connection = _connect(path, mode="rw")
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            migrations.migrate(connection)
    except BaseException:
        if connection is not None:
            connection.close()
        if lock is not None:
            lock.release()
        raise
    notices = office_guard.place_notices(path)
    return OpenOffice(path, connection, lock=lock, notices=notices, checked_at=clock.stamp())


def _arrive(path: Path) -> _Arrival:
    """Look at the bytes of a file that nobody has open."""
    _refuse_stray_wal(path)
    seal = office_seal.read_seal(path)
    try:
        header = office_header.read_header(path)
    except Foreign:
        # A file without our mark that we sealed once has lost its first bytes.
        if seal is None or not path.is_file():
            raise
        raise damage_problem(path, "文件头已不见") from None
    except Damaged as damage:
        raise damage_problem(path, damage.message) from damage
    if header.schema_version > migrations.LATEST:
        raise _newer_problem(path, header.schema_version)
    is_unclean = office_header.has_hot_journal(path)
    finding = office_seal.compare_with_seal(path, header, seal)
    is_known = seal is not None and finding is Finding.INTACT and not office_seal.is_check_due(seal)
    return _Arrival(finding, is_unclean, seal.checked_at if is_known and seal else None)


def _open_checked(
    path: Path, lock: FileLock | None, arrival: _Arrival, *, read_only: bool
) -> OpenOffice:
    connection: sqlite3.Connection | None = None
    try:
        with _clear_words(path):
            with _nothing_odd():
                if read_only and arrival.is_unclean:
                    _roll_back(path)
                connection = _connect(path, mode="ro" if read_only else "rw")
                _check(connection, arrival)
            _bring_up_to_date(connection, path, read_only=read_only)
            if not read_only:
                office_seal.break_seal(path)
    except Damaged as damage:
        if connection is not None:
            connection.close()
        raise damage_problem(path, damage.message) from damage
    except BaseException:
        if connection is not None:
            connection.close()
        raise
    checked_at = clock.stamp() if arrival.needs_full_check else str(arrival.checked_at)
    notices = (*_finding_notices(arrival), *office_guard.place_notices(path))
    return OpenOffice(path, connection, lock=lock, notices=notices, checked_at=checked_at)


def _roll_back(path: Path) -> None:
    """Take back an unfinished change, which SQLite does not do when it may only read."""
    with closing(_connect(path, mode="rw")) as connection:
        soundness.check_quickly(connection)


def _connect(path: Path, *, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.as_uri()}?mode={mode}",
        uri=True,
        timeout=5,
        isolation_level=None,
        # Long work runs in a job's thread while the window waits; SQLite itself is serialised.
        check_same_thread=False,
    )
    try:
        for name, wanted, expected in _PRAGMAS:
            connection.execute(f"PRAGMA {name}={wanted}")
            row = connection.execute(f"PRAGMA {name}").fetchone()
            if row is not None and row[0] != expected:
                raise RuntimeError(f"SQLite keeps {name} at {row[0]!r} instead of {expected!r}")
        if mode == "rw":
            # SQLite opens what it may not write without a word, and only fails at the first save.
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
    except BaseException:
        connection.close()
        raise
    return connection


def _check(connection: sqlite3.Connection, arrival: _Arrival) -> None:
    if arrival.needs_full_check:
        soundness.check_fully(connection)
    else:
        soundness.check_quickly(connection)
    soundness.check_identity(connection)


def _bring_up_to_date(connection: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
    if soundness.schema_version(connection) == migrations.LATEST:
        return
    if read_only:
        raise Problem(
            f"“{path.name}”是旧版程序保存的，要先升级才能查看", "请用本程序正常打开一次。"
        )
    local_copy(connection, path, "升级前")
    migrations.migrate(connection)


def _refuse_stray_wal(path: Path) -> None:
    """A log of another program beside our file would be mixed into it by SQLite."""
    log = beside(path, "-wal")
    if log.is_file() and log.stat().st_size:
        raise Problem(
            f"“{path.name}”旁边有别的软件留下的“{log.name}”，不能安全打开",
            f"请先关闭别的软件；若仍然存在，把“{log.name}”移到别处再打开。",
        )


def _finding_notices(arrival: _Arrival) -> tuple[str, ...]:
    if arrival.is_unclean:
        return ("上次没有正常关闭，没写完的那一步已撤回；已做全面检查，没有发现问题。",)
    notice = _NOTICES.get(arrival.finding)
    return (notice,) if notice else ()


def _newer_problem(path: Path, version: int) -> Problem:
    return Problem(
        f"“{path.name}”是更新版本的程序保存的（数据版本 {version}，本程序只认得到"
        f" {migrations.LATEST}）",
        "请安装新版程序再打开；文件没有改动。",
    )


@contextmanager
def _clear_words(path: Path) -> Iterator[None]:
    """Tell damage from a disk that refuses, and both from our own mistakes."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
            raise Damaged("数据库的结构已损坏") from error
        problem = _sqlite_problem(path, code)
        if problem is None:
            raise
        raise problem from error


@contextmanager
def _nothing_odd() -> Iterator[None]:
    """Take for damage what SQLite cannot even read the schema of, as all these questions are plain."""
    try:
        yield
    except UnicodeDecodeError as error:  # its own message quotes the damaged text
        raise Damaged("数据库的结构已损坏") from error
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_ERROR:
            raise
        raise Damaged("数据库的结构已损坏") from error


def _sqlite_problem(path: Path, code: int) -> Problem | None:
    if code == sqlite3.SQLITE_BUSY:
        return Problem(f"“{path.name}”正被别的软件使用", "请关闭正在使用它的软件再打开。")
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}:
        advice = "请检查文件和文件夹的“只读”属性，或把它复制到 文档/工会案头 再打开。"
        return Problem(f"“{path.name}”不允许写入", advice)
    if code == sqlite3.SQLITE_FULL:
        return Problem("电脑磁盘已满，不能打开台账", "请删除不用的文件，腾出空间再打开。")
    if code == sqlite3.SQLITE_IOERR:
        return Problem(
            f"读写“{path.name}”时磁盘出错", "请重试；反复出现请用最近的备份恢复到别的磁盘。"
        )
    return None
