"""The way back: the data of the backup, exactly, and the present data kept."""

import errno
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from models import backup, migrations, office_file
from models.errors import Problem
from models.office_file import OpenOffice

ROOT = Path(__file__).parents[3]
THEN = ["示例市机械厂", "示例镇食品公司", "𪛖记餐馆"]
NOW = [*THEN, "后来的单位"]

Reading = Callable[[Path], list[str]]


@pytest.fixture
def closed(
    office: OpenOffice, copy: backup.Copy, file: Path, add_units: Callable[..., None]
) -> Path:
    """A closed office file that has one unit more than the backup."""
    assert copy.path.exists()
    add_units(office.connection, "后来的单位")
    office.close()
    return file


def test_a_missing_file_is_made_from_the_backup(
    copy: backup.Copy, tmp_path: Path, unit_names: Reading
) -> None:
    target = tmp_path / "新电脑" / "工会案头" / "示例镇.db"

    restored = backup.restore(copy.path, target)

    assert restored.undo_point is None
    assert restored.path == target
    assert restored.verified.sha256 == copy.sha256
    assert unit_names(target) == THEN


def test_a_restored_file_opens_without_a_warning_and_can_be_written(
    copy: backup.Copy, tmp_path: Path, add_units: Callable[..., None]
) -> None:
    target = tmp_path / "另一份.db"
    backup.restore(copy.path, target)

    with office_file.open_office(target) as opened:
        assert opened.notices == ()
        add_units(opened.connection, "新单位")


def test_restoring_keeps_the_present_file_as_an_undo_point(
    closed: Path, copy: backup.Copy, unit_names: Reading
) -> None:
    restored = backup.restore(copy.path, closed)

    assert unit_names(closed) == THEN
    assert restored.undo_point is not None
    assert restored.undo_point.name.startswith("恢复前_")
    assert restored.undo_point in backup.local_copies(closed)
    assert unit_names(restored.undo_point) == NOW


def test_an_undo_point_can_itself_be_restored(
    closed: Path, copy: backup.Copy, unit_names: Reading
) -> None:
    undo_point = backup.restore(copy.path, closed).undo_point
    assert undo_point is not None

    backup.restore(undo_point, closed)

    assert unit_names(closed) == NOW


def test_the_oldest_local_copy_can_be_restored_although_the_undo_point_is_one_more(
    office: OpenOffice, file: Path, add_units: Callable[..., None], unit_names: Reading
) -> None:
    oldest = backup.local_copy(office.connection, file, "导入前")
    before = unit_names(oldest)
    add_units(office.connection, "后来的单位")
    for _ in range(9):
        backup.local_copy(office.connection, file, "导入前")
    office.close()

    backup.restore(oldest, file)

    assert oldest in backup.local_copies(file)
    assert unit_names(file) == before


@pytest.mark.skipif(sys.platform == "win32", reason="a child that dies on the spot")
def test_a_hot_journal_is_honoured_in_the_undo_point_and_gone_from_the_restored_file(
    closed: Path, copy: backup.Copy, unit_names: Reading
) -> None:
    script = (
        "import os, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA cache_size=2'); c.execute('BEGIN')\n"
        "c.execute(\"INSERT INTO operation (label, made_at, kind) VALUES ('', '', 'change')\")\n"
        "for n in range(3000): c.execute(\"INSERT INTO unit (name) VALUES (?)\", ('半' * 60,))\n"
        "os._exit(1)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(closed)], check=False)
    journal = Path(f"{closed}-journal")
    assert journal.stat().st_size > 0

    restored = backup.restore(copy.path, closed)

    assert not journal.exists()
    assert unit_names(closed) == THEN
    assert restored.undo_point is not None
    assert unit_names(restored.undo_point) == NOW


@pytest.mark.parametrize("suffixes", [("-journal",), ("-wal",), ("-shm",), ("-wal", "-shm")])
def test_stale_companions_of_the_old_file_do_not_reach_the_restored_one(
    suffixes: tuple[str, ...], closed: Path, copy: backup.Copy, unit_names: Reading
) -> None:
    for suffix in suffixes:
        Path(str(closed) + suffix).write_bytes(b"stale" * 2000)

    restored = backup.restore(copy.path, closed)

    assert unit_names(closed) == THEN
    assert restored.undo_point is not None
    for suffix in suffixes:
        companion = Path(str(closed) + suffix)
        assert not companion.exists() or companion.stat().st_size == 0


def test_with_a_stray_log_beside_it_the_present_file_is_kept_byte_for_byte(
    closed: Path, copy: backup.Copy
) -> None:
    present = closed.read_bytes()
    Path(f"{closed}-wal").write_bytes(b"stray")

    undo_point = backup.restore(copy.path, closed).undo_point

    assert undo_point is not None
    assert undo_point.read_bytes() == present
    assert Path(f"{undo_point}-wal").read_bytes() == b"stray"


@pytest.mark.parametrize("spoil", [lambda raw: raw[:5000], lambda raw: b"", lambda raw: raw + b"x"])
def test_a_damaged_file_is_kept_byte_for_byte_and_replaced(
    spoil: Callable[[bytes], bytes], closed: Path, copy: backup.Copy, unit_names: Reading
) -> None:
    spoilt = spoil(closed.read_bytes())
    closed.write_bytes(spoilt)

    restored = backup.restore(copy.path, closed)

    assert unit_names(closed) == THEN
    assert restored.undo_point is not None
    assert restored.undo_point.read_bytes() == spoilt


def test_a_file_that_is_open_is_not_replaced(
    office: OpenOffice, file: Path, copy: backup.Copy
) -> None:
    with pytest.raises(Problem, match="打开着"):
        backup.restore(copy.path, file)

    assert office.connection.execute("SELECT count(*) FROM unit").fetchone() == (3,)


def test_an_open_file_is_not_taken_for_a_backup(
    office: OpenOffice, file: Path, tmp_path: Path
) -> None:
    with pytest.raises(Problem, match="打开着"):
        backup.restore(file, tmp_path / "新.db")

    assert not (tmp_path / "新.db").exists()
    assert office.connection.execute("SELECT count(*) FROM unit").fetchone() == (3,)


def test_a_file_cannot_be_restored_from_itself(closed: Path) -> None:
    with pytest.raises(Problem, match="台账文件本身"):
        backup.restore(closed, closed)


def test_a_file_of_another_program_is_never_replaced(copy: backup.Copy, tmp_path: Path) -> None:
    foreign = tmp_path / "合同.docx"
    foreign.write_bytes(b"PK\x03\x04 somebody's contract")

    with pytest.raises(Problem, match="没有覆盖它"):
        backup.restore(copy.path, foreign)

    assert foreign.read_bytes() == b"PK\x03\x04 somebody's contract"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["优盘", "合同.docx", "电脑"]


def test_a_damaged_backup_changes_nothing(closed: Path, copy: backup.Copy) -> None:
    raw = bytearray(copy.path.read_bytes())
    raw[len(raw) // 2] ^= 4
    copy.path.write_bytes(raw)
    before = closed.read_bytes()

    with pytest.raises(Problem, match="不可用"):
        backup.restore(copy.path, closed)

    assert closed.read_bytes() == before


def test_a_backup_of_a_newer_program_is_refused(
    closed: Path, copy: backup.Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrations, "LATEST", migrations.LATEST - 1)

    with pytest.raises(Problem, match="更新版本的程序"):
        backup.restore(copy.path, closed)


def listing(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("failing_write", range(1, 9))
def test_a_full_disk_during_the_restore_leaves_the_present_file_as_it_was(
    failing_write: int,
    closed: Path,
    copy: backup.Copy,
    monkeypatch: pytest.MonkeyPatch,
    unit_names: Reading,
) -> None:
    real, written = os.write, 0

    def fill_up(descriptor: int, data: Any) -> int:
        nonlocal written
        written += 1
        if written >= failing_write:
            raise OSError(errno.ENOSPC, "full")
        return real(descriptor, data)

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", fill_up)
        try:
            backup.restore(copy.path, closed)
        except Problem as problem:
            told = problem.message
        else:
            told = ""

    assert unit_names(closed) == (NOW if told else THEN)
    assert not [name for name in listing(closed.parent) if name.endswith(".restoring")]


def test_a_file_that_arrives_damaged_is_swapped_back(
    closed: Path, copy: backup.Copy, monkeypatch: pytest.MonkeyPatch, unit_names: Reading
) -> None:
    real, spoilt = os.replace, []

    def spoil_once(source: Any, target: Any, **named: Any) -> None:
        real(source, target, **named)
        if Path(target) == closed and not spoilt:
            spoilt.append(target)
            with closed.open("r+b") as file:
                file.seek(9000)
                file.write(b"spoilt on the way")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", spoil_once)
        with pytest.raises(Problem, match="没有恢复"):
            backup.restore(copy.path, closed)

    assert spoilt
    assert unit_names(closed) == NOW


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a POSIX signal")
def test_killed_anywhere_in_a_restore_the_file_is_the_old_or_the_new_one(
    closed: Path, copy: backup.Copy, tmp_path: Path, unit_names: Reading
) -> None:
    script = (
        "import os, signal, sys\nfrom pathlib import Path\nfrom models import backup\n"
        "left = [int(sys.argv[3])]\n"
        "def dying(real):\n"
        "    def call(*args, **named):\n"
        "        left[0] -= 1\n"
        "        if left[0] < 0: os.kill(os.getpid(), signal.SIGKILL)\n"
        "        return real(*args, **named)\n"
        "    return call\n"
        "for name in ('fsync', 'replace', 'unlink'): setattr(os, name, dying(getattr(os, name)))\n"
        "backup.restore(Path(sys.argv[1]), Path(sys.argv[2]))\n"
    )
    whole = tmp_path / "whole"
    shutil.copytree(closed.parent, whole)
    outcomes = []

    for calls in range(40):
        shutil.rmtree(closed.parent)
        shutil.copytree(whole, closed.parent)
        command = [sys.executable, "-c", script, str(copy.path), str(closed), str(calls)]
        ended = subprocess.run(command, check=False, cwd=ROOT, env={"PYTHONPATH": str(ROOT)})
        outcomes.append(unit_names(closed))
        if ended.returncode == 0:
            break

    assert ended.returncode == 0
    assert len(outcomes) > 8
    assert all(names in (THEN, NOW) for names in outcomes)
    assert outcomes[0] == NOW
    assert outcomes[-1] == THEN


def test_the_restored_rows_are_those_of_the_archive(
    closed: Path, copy: backup.Copy, tmp_path: Path
) -> None:
    backup.restore(copy.path, closed)

    with zipfile.ZipFile(copy.path) as archive:
        (tmp_path / "data.db").write_bytes(archive.read("data.db"))
        manifest = json.loads(archive.read("manifest.json"))
    then, now = sqlite3.connect(tmp_path / "data.db"), sqlite3.connect(closed)
    assert list(then.iterdump()) == list(now.iterdump())
    assert manifest["tables"]["unit"]["rows"] == 3
    then.close()
    now.close()
