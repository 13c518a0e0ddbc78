"""Copies on this PC, made before something that is hard to take back."""

import re
import sqlite3
from datetime import datetime
from pathlib import Path

from models import clock
from models.backup.copy_log import copy_of, write_down
from models.backup.faults import in_words
from models.backup.snapshot import Snapshot, take_snapshot
from models.computer import disk
from models.office_header import Damaged, beside

KEPT = 10

_NAME = re.compile(r"(?P<reason>.+)_(?P<time>\d{8}-\d{6})(-(?P<number>\d+))?\.db")


def local_copy(
    connection: sqlite3.Connection, path: Path, reason: str, *, spared: Path | None = None
) -> Path:
    """Keep a checked copy of the office file, named after the reason; the oldest go, not `spared`."""
    try:
        with in_words("电脑磁盘", f"{reason}的本机副本没有做成"):
            final, snapshot = _copy(connection, local_folder(path), reason)
    except Damaged as damage:
        message = f"台账没有通过检查，{reason}的本机副本没有做成：{damage.message}"
        raise Damaged(message, "请关闭程序再打开一次；仍不行就从最近的备份恢复。") from damage
    _log(connection, final, snapshot)
    _keep_the_newest(path, spared)
    return final


def local_folder(path: Path) -> Path:
    """Return the folder that holds the local copies of an office file."""
    return path.with_name(f"{path.stem}_本机副本")


def local_copies(path: Path) -> tuple[Path, ...]:
    """Return the local copies of an office file, the newest first."""
    folder = local_folder(path)
    if not folder.is_dir():
        return ()
    named = [(found, copy) for copy in folder.iterdir() if (found := _NAME.fullmatch(copy.name))]
    named.sort(key=lambda item: (item[0]["time"], int(item[0]["number"] or 1)), reverse=True)
    return tuple(copy for _, copy in named)


def words_for(copy: Path) -> str:
    """Return why and when a local copy was made, as the clerk reads it; its name if it has none."""
    found = _NAME.fullmatch(copy.name)
    if not found:
        return copy.name
    made = datetime.strptime(found["time"], "%Y%m%d-%H%M%S")  # noqa: DTZ007 - local, as named
    return f"{found['reason']}　{made:%Y-%m-%d %H:%M}"


def _copy(connection: sqlite3.Connection, folder: Path, reason: str) -> tuple[Path, Snapshot]:
    folder.mkdir(exist_ok=True)
    for leftover in folder.glob("*.db.part"):
        disk.remove_quietly(leftover)
    final = _free_name(folder, reason)
    part = beside(final, ".part")
    try:
        snapshot = take_snapshot(connection, part)
        disk.replace(part, final)
    finally:
        disk.remove_quietly(part)
    disk.sync_folder(folder)
    return final, snapshot


def _free_name(folder: Path, reason: str) -> Path:
    stem = f"{reason}_{clock.now():%Y%m%d-%H%M%S}"
    path, number = folder / f"{stem}.db", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.db"
    return path


def _log(connection: sqlite3.Connection, final: Path, snapshot: Snapshot) -> None:
    # A file of the first days has no log yet; that is why it is copied before it is upgraded.
    if "copy_log" in snapshot.tables:
        copy = copy_of(snapshot, final, kind="local", sha256=snapshot.sha256)
        write_down(connection, copy)


def _keep_the_newest(path: Path, spared: Path | None) -> None:
    for outdated in local_copies(path)[KEPT:]:
        if spared is None or not outdated.samefile(spared):
            disk.remove_quietly(outdated)
