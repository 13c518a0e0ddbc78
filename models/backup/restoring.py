"""The way back from a backup, with the present file kept as an undo point."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from models import clock, migrations, office_guard, office_header, office_seal
from models.backup import archive, source
from models.backup.checking import Verified, check_against, verify
from models.backup.faults import in_words
from models.backup.local import local_copy
from models.computer import disk
from models.errors import Problem
from models.office_damage import keep_aside
from models.office_header import JOURNALS, Damaged, Foreign, beside

_OUTCOME = "没有恢复，原来的台账没有改动"


@dataclass(frozen=True, slots=True)
class Restored:
    """An office file that is now what the backup was."""

    path: Path
    verified: Verified
    undo_point: Path | None


def restore(archive_path: Path, target: Path) -> Restored:
    """Put a backup in the place of an office file that nobody has open, or make a new one."""
    target = target.absolute()
    if target.exists() and archive_path.exists() and target.samefile(archive_path):
        raise Problem("要恢复的备份就是台账文件本身", "请选择别的备份。")
    verified = verify(archive_path)
    _refuse_newer(verified)
    office_guard.refuse_place(target)
    exists = _is_replaceable(target)
    with _words():
        target.parent.mkdir(parents=True, exist_ok=True)
    lock = office_guard.take_lock(target)
    try:
        with _words():
            undo_point = _keep_present(target, archive_path) if exists else None
            _put_in_place(archive_path, target, undo_point)
    finally:
        lock.release()
    return Restored(target, verified, undo_point)


def _put_in_place(archive_path: Path, target: Path, undo_point: Path | None) -> None:
    # In the same folder, as only there the swap is a single step.
    staged = beside(target, ".restoring")
    staged.unlink(missing_ok=True)
    try:
        with source.kept_closed(archive_path):
            manifest = source.unpack(archive_path, staged)
        check_against(manifest, staged)
        _swap(staged, target)
        _check_arrival(manifest, target, undo_point)
    finally:
        disk.remove_quietly(staged)
    office_seal.seal(target, checked_at=clock.stamp())


def _swap(staged: Path, target: Path) -> None:
    for suffix in JOURNALS:
        # SQLite would play a journal of the old file into the new one.
        beside(target, suffix).unlink(missing_ok=True)
    office_seal.break_seal(target)
    disk.sync_folder(target.parent)
    disk.replace(staged, target)
    disk.sync_folder(target.parent)


def _check_arrival(manifest: archive.Manifest, target: Path, undo_point: Path | None) -> None:
    try:
        disk.drop_cache(target)
        if disk.sha256_of(target) != manifest.sha256:
            raise Damaged("写入的台账读回时不一样")
        check_against(manifest, target)
    except (Damaged, OSError):
        _swap_back(target, undo_point)
        raise


def _swap_back(target: Path, undo_point: Path | None) -> None:
    if undo_point is None:
        target.unlink()
        return
    staged = beside(target, ".restoring")
    staged.unlink(missing_ok=True)
    disk.create_file(staged, disk.read_pieces(undo_point))
    for suffix in JOURNALS:
        kept = beside(undo_point, suffix)
        if kept.exists():
            disk.create_file(beside(target, suffix), disk.read_pieces(kept))
    disk.replace(staged, target)
    disk.sync_folder(target.parent)


def _is_replaceable(target: Path) -> bool:
    """Whether there is an office file to replace; anything else there is refused."""
    if not target.exists() and not target.is_symlink():
        return False
    was_ours = any(beside(target, suffix).exists() for suffix in (".lock", ".seal"))
    if was_ours and target.is_file() and not target.is_symlink():
        return True  # its bytes may be damaged, or open elsewhere: the lock will tell
    try:
        office_header.read_header(target)
    except Foreign as foreign:
        raise Problem(f"{foreign.message}，没有覆盖它", "请换一个文件名。") from foreign
    except Damaged:
        return True
    return True


def _keep_present(target: Path, needed: Path) -> Path:
    """Keep the present file: through SQLite if it is whole, byte for byte if it is not."""
    has_stray_log = beside(target, "-wal").exists()
    try:
        office_header.read_header(target)
    except (Damaged, Foreign):
        return keep_aside(target)
    if has_stray_log:
        return keep_aside(target)
    try:
        with closing(_open_present(target)) as connection:
            return local_copy(connection, target, "恢复前", spared=needed)
    except (Damaged, sqlite3.DatabaseError):
        return keep_aside(target)


def _open_present(target: Path) -> sqlite3.Connection:
    # Opening for writing rolls an unfinished change back before the copy is taken.
    return sqlite3.connect(f"{target.as_uri()}?mode=rw", uri=True, isolation_level=None)


def _refuse_newer(verified: Verified) -> None:
    if verified.schema_version > migrations.LATEST:
        raise Problem(
            f"备份“{verified.path.name}”是更新版本的程序（{verified.application_version}）做的",
            "请安装新版程序再恢复。",
        )


@contextmanager
def _words() -> Iterator[None]:
    try:
        with in_words("电脑磁盘", _OUTCOME):
            yield
    except Damaged as damage:
        message = f"恢复时核对没有通过（{damage.message}），{_OUTCOME}"
        raise Problem(message, "请换另一份备份再试。") from damage
