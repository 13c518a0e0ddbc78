"""What is done with an office file that is no longer whole: it is kept, never repaired in place."""

from pathlib import Path

from models import clock
from models.computer import disk
from models.computer.reasons import reason_of
from models.errors import Problem
from models.office_header import JOURNALS, beside


def keep_aside(path: Path) -> Path:
    """Copy an office file as it is, with what lies beside it, and return the copy."""
    known = _copy_kept_before(path)
    if known is not None:
        return known
    aside = _free_name(path)
    for suffix in JOURNALS:
        journal = beside(path, suffix)
        if journal.is_file() and journal.stat().st_size:
            _copy(journal, beside(aside, suffix))
    _copy(path, aside)
    disk.sync_folder(path.parent)
    return aside


def damage_problem(path: Path, reason: str) -> Problem:
    """Keep a damaged file aside and return what the clerk is to know."""
    message = f"台账文件“{path.name}”已损坏，没有打开：{reason}"
    try:
        aside = keep_aside(path)
    except OSError as error:
        return Problem(
            message,
            f"另存一份时也出了错（{reason_of(error).value}）。原文件没有改动，请不要删除它，用最近的备份恢复。",
        )
    return Problem(message, f"已另存为“{aside.name}”，原文件没有改动。请用最近的备份恢复。")


def _copy(source: Path, target: Path) -> None:
    part = beside(target, ".part")
    try:
        disk.create_file(part, disk.read_pieces(source))
        disk.replace(part, target)
    finally:
        disk.remove_quietly(part)


def _copy_kept_before(path: Path) -> Path | None:
    copies = sorted(
        copy
        for copy in path.parent.iterdir()
        if copy.name.startswith(f"{path.stem}.损坏_") and copy.suffix == ".db"
    )
    size = path.stat().st_size
    alike = [copy for copy in copies if copy.stat().st_size == size]
    digest = disk.sha256_of(path) if alike else ""
    return next((copy for copy in alike if disk.sha256_of(copy) == digest), None)


def _free_name(path: Path) -> Path:
    stem = f"{path.stem}.损坏_{clock.now():%Y%m%d-%H%M%S}"
    aside, number = path.with_name(f"{stem}.db"), 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{stem}-{number}.db")
    return aside
