"""Copies on this PC, before something that is hard to take back."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from models import backup, clock
from models.errors import Problem
from models.office_file import OpenOffice


def test_a_local_copy_is_a_whole_file_beside_the_office_file(
    office: OpenOffice, file: Path, unit_names: Callable[[Path], list[str]]
) -> None:
    made = backup.local_copy(office.connection, file, "导入前")

    assert made.parent == file.with_name("示例镇_本机副本")
    assert made.name.startswith("导入前_")
    assert unit_names(made) == ["示例市机械厂", "示例镇食品公司", "𪛖记餐馆"]


def test_a_local_copy_is_written_down(office: OpenOffice, file: Path) -> None:
    made = backup.local_copy(office.connection, file, "导入前")

    rows = office.connection.execute("SELECT kind, place, file_name, operation FROM copy_log")

    assert rows.fetchall() == [("local", str(made.parent), made.name, 1)]


def test_the_ten_newest_copies_are_kept(
    office: OpenOffice, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = datetime(2024, 3, 1, 8, 0, 0, tzinfo=UTC)
    made = []
    for minute in range(12):
        monkeypatch.setattr(clock, "now", lambda: start + timedelta(minutes=minute))  # noqa: B023
        made.append(
            backup.local_copy(office.connection, file, "恢复前" if minute % 2 else "导入前")
        )

    assert backup.local_copies(file) == tuple(reversed(made[2:]))
    assert set(made[0].parent.iterdir()) == set(made[2:])


def test_two_copies_within_a_second_do_not_touch_each_other(
    office: OpenOffice, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime(2024, 3, 1, 8, tzinfo=UTC))

    made = [backup.local_copy(office.connection, file, "导入前") for _ in range(11)]

    assert len(set(made)) == 11
    assert backup.local_copies(file) == tuple(reversed(made[1:]))


def test_a_clerks_own_file_in_the_folder_is_left_alone(office: OpenOffice, file: Path) -> None:
    folder = file.with_name("示例镇_本机副本")
    folder.mkdir()
    (folder / "说明.txt").write_text("不要删")

    for _ in range(11):
        backup.local_copy(office.connection, file, "导入前")

    assert (folder / "说明.txt").read_text() == "不要删"


def test_a_full_disk_is_one_sentence_and_leaves_no_half_copy(
    office: OpenOffice, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: Any) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(Problem, match="电脑磁盘空间不足，导入前的本机副本没有做成"):
            backup.local_copy(office.connection, file, "导入前")

    assert list(file.with_name("示例镇_本机副本").iterdir()) == []
    assert backup.local_copies(file) == ()


def test_a_local_copy_verifies_as_one_without_a_manifest(office: OpenOffice, file: Path) -> None:
    office.connection.execute("BEGIN")
    office.connection.execute("INSERT INTO operation (label, made_at, kind) VALUES ('', '', '')")
    office.connection.execute("INSERT INTO town (name) VALUES ('示例镇')")
    office.connection.execute("COMMIT")
    made = backup.local_copy(office.connection, file, "导入前")

    verified = backup.verify(made)

    assert verified.counts["unit"] == 3
    assert verified.town == "示例镇"
    assert "本机副本" in verified.notices[0]


def test_a_damaged_local_copy_is_refused(office: OpenOffice, file: Path) -> None:
    made = backup.local_copy(office.connection, file, "导入前")
    raw = made.read_bytes()
    made.write_bytes(raw[:8192] + bytes(4096) + raw[12288:])

    with pytest.raises(Problem, match="不可用"):
        backup.verify(made)


def test_the_copy_holds_what_the_file_held_although_it_goes_on_changing(
    office: OpenOffice,
    file: Path,
    add_units: Callable[..., None],
    unit_names: Callable[[Path], list[str]],
    tmp_path: Path,
) -> None:
    made = backup.local_copy(office.connection, file, "导入前")
    add_units(office.connection, "后来的单位")

    assert "后来的单位" not in unit_names(made)
    plain = tmp_path / "照样拷贝.db"
    office.close()
    shutil.copyfile(file, plain)
    whole = sqlite3.connect(plain)
    assert whole.execute("SELECT count(*) FROM unit").fetchone() == (4,)
    whole.close()
