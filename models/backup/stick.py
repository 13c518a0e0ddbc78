"""A backup on a stick that is only called done when it was restored from there."""

import os
import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from models import clock
from models.backup import archive
from models.backup.checking import rehearse
from models.backup.copy_log import Copy, copy_of, write_down
from models.backup.faults import in_words
from models.backup.sidecar import declared_sha256, sidecar_path, write_sidecar
from models.backup.snapshot import Snapshot, take_snapshot
from models.computer import disk
from models.computer.drives import is_removable
from models.errors import Problem
from models.office_header import Damaged, beside

Progress = Callable[[str, int, int], None]

_OUTCOME = "这次备份没有完成，以前的备份不受影响"
_UNSAFE = re.compile(r"[^0-9A-Za-z一-龥_-]")
_LONGEST_TOWN = 40
_SPARE = 1 << 20
_WHOLE = 100


def back_up(
    connection: sqlite3.Connection,
    folder: Path,
    *,
    progress: Progress | None = None,
    town: str,
) -> Copy:
    """Put a new backup into a folder, prove that it can be restored, and remember it."""
    tell = progress or _tell_nobody
    folder = folder.absolute()
    place = _place(folder)
    with tempfile.TemporaryDirectory(prefix="ghbak-", ignore_cleanup_errors=True) as private:
        tell("检查空间", 0, _WHOLE)
        with _words_for_target(place):
            _preflight(connection, folder)
            final = _free_name(folder, town)
            previous = _previous_sha256(folder, town)
        tell("读取台账", 5, _WHOLE)
        packed = Path(private) / "packed.zip"
        with _words_for_source():
            snapshot = take_snapshot(connection, Path(private) / "snapshot.db")
            archive.pack(packed, _manifest(snapshot, town, previous), snapshot.path)
            sha256 = disk.sha256_of(packed)
        with _words_for_target(place):
            _put(packed, final, sha256, tell)
    copy = copy_of(snapshot, final, kind="stick", sha256=sha256)
    with in_words("电脑磁盘", "备份已经做好并核对过，只是没能记进台账"):
        write_down(connection, copy)
    tell("备份完成", _WHOLE, _WHOLE)
    return copy


def _manifest(snapshot: Snapshot, town: str, previous: str | None) -> archive.Manifest:
    return archive.manifest_of(snapshot, created=clock.now(), town=town, previous=previous)


def _preflight(connection: sqlite3.Connection, folder: Path) -> None:
    """Refuse early what would fail late, and clear away what a pulled stick left behind."""
    if not folder.is_dir():
        raise Problem(f"找不到备份位置“{folder}”", "请插好U盘，或选择别的文件夹。")
    for leftover in folder.glob("工会台账备份_*.part"):
        disk.remove_quietly(leftover)
    needed = 2 * _size(connection) + _SPARE
    free = disk.free_space(folder)
    if free < needed:
        missing = -(-(needed - free) // (1 << 20))
        message = f"{_place(folder)}空间不足，还差 {missing} MB，{_OUTCOME}"
        raise Problem(message, "请删除不用的文件腾出空间，或换一个位置。")
    _probe(folder)


def _probe(folder: Path) -> None:
    """Write a little file and read it back, as a stick may only pretend to be writable."""
    probe, text = folder / "工会台账备份_写入测试.part", os.urandom(4096)
    try:
        disk.create_file(probe, iter([text]))
        disk.drop_cache(probe)
        if probe.read_bytes() != text:
            raise Damaged("写入测试读回的内容不一样")
    finally:
        disk.remove_quietly(probe)


def _put(packed: Path, final: Path, sha256: str, tell: Progress) -> None:
    part = beside(final, ".part")
    try:
        disk.create_file(part, _telling(packed, tell))
        tell("重读核对", 55, _WHOLE)
        _read_back(part, sha256)
        tell("试恢复", 75, _WHOLE)
        disk.drop_cache(part)
        rehearse(part)
        if final.exists():
            raise FileExistsError(final)
        disk.replace(part, final)
    except BaseException:
        disk.remove_quietly(part)
        raise
    tell("收尾", 95, _WHOLE)
    disk.sync_folder(final.parent)
    try:
        _read_back(final, sha256)
    except Damaged:
        disk.remove_quietly(final)
        raise
    write_sidecar(final, sha256)


def _read_back(path: Path, sha256: str) -> None:
    disk.drop_cache(path)
    if disk.sha256_of(path) != sha256:
        raise Damaged("读回的内容与写入的不一样")


def _telling(packed: Path, tell: Progress) -> Iterator[bytes]:
    size, done = packed.stat().st_size, 0
    for piece in disk.read_pieces(packed):
        tell("写入", 20 + 35 * done // size, _WHOLE)
        yield piece
        done += len(piece)


def _free_name(folder: Path, town: str) -> Path:
    stem = f"工会台账备份_{_safe(town)}_{clock.now():%Y%m%d-%H%M%S}"
    path, number = folder / f"{stem}{archive.EXTENSION}", 1
    while path.exists() or sidecar_path(path).exists():
        number += 1
        path = folder / f"{stem}-{number}{archive.EXTENSION}"
    return path


def _previous_sha256(folder: Path, town: str) -> str | None:
    """Return the checksum of this town's newest backup in the folder."""
    pattern = rf"工会台账备份_{re.escape(_safe(town))}_(\d{{8}}-\d{{6}})(?:-(\d+))?\.ghbak"
    found = [(re.fullmatch(pattern, path.name), path) for path in folder.iterdir()]
    # By the time in the name: FAT rounds the file's own time, and copying changes it.
    named = [(match[1], int(match[2] or 1), path) for match, path in found if match]
    if not named:
        return None
    newest = max(named)[2]
    try:
        return declared_sha256(newest) or disk.sha256_of(newest)
    except OSError:
        return None  # an old backup that cannot be read must not prevent a new one


def _safe(town: str) -> str:
    """Return a town's name as every file system takes it."""
    return _UNSAFE.sub("", town)[:_LONGEST_TOWN] or "本镇"


def _size(connection: sqlite3.Connection) -> int:
    pages = int(connection.execute("PRAGMA page_count").fetchone()[0])
    return pages * int(connection.execute("PRAGMA page_size").fetchone()[0])


@contextmanager
def _words_for_target(place: str) -> Iterator[None]:
    try:
        with in_words(place, _OUTCOME):
            yield
    except Damaged as damage:
        message = f"{place}读回的内容与写入的不一致，{_OUTCOME}"
        raise Problem(message, "这个U盘或磁盘可能已坏或容量虚标，请换一个。") from damage


@contextmanager
def _words_for_source() -> Iterator[None]:
    try:
        with in_words("电脑磁盘", _OUTCOME):
            yield
    except Damaged as damage:
        message = f"台账本身没有通过检查（{damage.message}），{_OUTCOME}"
        raise Problem(message, "请关闭程序再打开一次；仍不行就从以前的备份恢复。") from damage


def _place(folder: Path) -> str:
    return "U盘" if is_removable(folder) else "备份位置所在的磁盘"


def _tell_nobody(stage: str, done: int, total: int) -> None:
    """Take the place of a progress display where nobody looks."""
