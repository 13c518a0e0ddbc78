"""A backup on the stick: what it holds, and what it is called."""

import hashlib
import json
import os
import sqlite3
import sys
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from models import backup, clock, migrations, office_file
from models.errors import Problem
from models.office_file import APPLICATION_ID, OpenOffice


@pytest.fixture
def at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop the clock."""
    noon = datetime(2024, 12, 31, 12, 0, 5, tzinfo=UTC)
    monkeypatch.setattr(clock, "now", lambda: noon)


def test_the_container_has_exactly_three_stored_members(copy: backup.Copy) -> None:
    with zipfile.ZipFile(copy.path) as archive:
        members = archive.infolist()

    assert [member.filename for member in members] == ["manifest.json", "data.db", "明文说明.txt"]
    assert {member.compress_type for member in members} == {zipfile.ZIP_STORED}


def test_the_database_inside_opens_with_sqlite_alone(copy: backup.Copy, tmp_path: Path) -> None:
    with zipfile.ZipFile(copy.path) as archive:
        (tmp_path / "data.db").write_bytes(archive.read("data.db"))

    found = sqlite3.connect(tmp_path / "data.db")
    names = [row[0] for row in found.execute("SELECT name FROM unit ORDER BY id")]
    found.close()

    assert names == ["示例市机械厂", "示例镇食品公司", "𪛖记餐馆"]


def test_the_manifest_tells_what_is_inside(copy: backup.Copy) -> None:
    with zipfile.ZipFile(copy.path) as archive:
        told = json.loads(archive.read("manifest.json"))
        data = archive.read("data.db")

    assert told["format"] == 1
    assert told["application_id"] == APPLICATION_ID
    assert told["schema_version"] == migrations.LATEST
    assert told["town"] == "示例镇"
    assert told["operation"] == copy.operation == 1
    assert told["tables"]["unit"]["rows"] == 3
    assert len(told["tables"]["unit"]["digest"]) == 64
    assert told["db_sha256"] == hashlib.sha256(data).hexdigest()
    assert told["db_bytes"] == len(data)
    assert told["previous_sha256"] is None
    local = datetime.fromisoformat(told["created_local"])
    assert datetime.fromisoformat(told["created_utc"]) == local


def test_the_readme_says_how_to_open_it_without_us(copy: backup.Copy) -> None:
    with zipfile.ZipFile(copy.path) as archive:
        text = archive.read("明文说明.txt").decode("utf-8-sig")

    assert "示例镇" in text
    assert "ZIP" in text
    assert "SQLite" in text


def test_the_sidecar_is_what_sha256sum_writes(copy: backup.Copy) -> None:
    sidecar = copy.path.with_name(copy.file_name + ".sha256")

    digest = hashlib.sha256(copy.path.read_bytes()).hexdigest()

    assert sidecar.read_bytes() == f"{digest}  {copy.file_name}\n".encode()
    assert copy.sha256 == digest


@pytest.mark.usefixtures("at_noon")
def test_the_name_tells_town_and_time_and_nothing_is_overwritten(
    office: OpenOffice, stick: Path
) -> None:
    first = backup.back_up(office.connection, stick, town="示例镇")
    content = first.path.read_bytes()
    second = backup.back_up(office.connection, stick, town="示例镇")

    assert first.file_name == "工会台账备份_示例镇_20241231-120005.ghbak"
    assert second.file_name == "工会台账备份_示例镇_20241231-120005-2.ghbak"
    assert first.path.read_bytes() == content


@pytest.mark.usefixtures("at_noon")
def test_a_name_no_stick_would_take_is_made_safe(office: OpenOffice, stick: Path) -> None:
    made = backup.back_up(office.connection, stick, town='示例/镇:*?"<>|. ' + "长" * 100)
    nameless = backup.back_up(office.connection, stick, town="?")

    assert made.file_name == f"工会台账备份_示例镇{'长' * 37}_20241231-120005.ghbak"
    assert nameless.file_name == "工会台账备份_本镇_20241231-120005.ghbak"


def test_each_backup_names_the_one_before(
    office: OpenOffice, copy: backup.Copy, stick: Path
) -> None:
    later = backup.back_up(office.connection, stick, town="示例镇")

    with zipfile.ZipFile(later.path) as archive:
        assert json.loads(archive.read("manifest.json"))["previous_sha256"] == copy.sha256


def test_only_finished_files_stay_on_the_stick(copy: backup.Copy, stick: Path) -> None:
    assert sorted(path.name for path in stick.iterdir()) == [
        copy.file_name,
        copy.file_name + ".sha256",
    ]


def test_a_part_left_by_a_pulled_stick_is_cleared_and_other_files_are_not(
    office: OpenOffice, stick: Path
) -> None:
    (stick / "工会台账备份_示例镇_20240101-080000.ghbak.part").write_bytes(b"half")
    (stick / "照片.part").write_bytes(b"mine")

    backup.back_up(office.connection, stick, town="示例镇")

    assert [path.name for path in stick.glob("*.part")] == ["照片.part"]


def test_the_file_remembers_its_last_copy_and_counts_what_came_after(
    office: OpenOffice, stick: Path, add_units: Callable[..., None]
) -> None:
    assert backup.last_copy(office.connection) is None
    assert backup.changes_since_copy(office.connection) == 1

    made = backup.back_up(office.connection, stick, town="示例镇")
    found = backup.last_copy(office.connection)
    assert found is not None
    assert (found.path, found.sha256, found.counts) == (made.path, made.sha256, made.counts)
    assert found.made_at == made.made_at.replace(microsecond=0)
    assert backup.changes_since_copy(office.connection) == 0

    add_units(office.connection, "新单位")
    add_units(office.connection, "又一个", "再一个")
    assert backup.changes_since_copy(office.connection) == 2


def test_a_copy_on_this_pc_does_not_count_as_a_backup(office: OpenOffice, file: Path) -> None:
    backup.local_copy(office.connection, file, "导入前")

    assert backup.last_copy(office.connection) is None
    assert backup.changes_since_copy(office.connection) == 1


def test_progress_goes_forward_to_the_end(office: OpenOffice, stick: Path) -> None:
    told: list[tuple[str, int, int]] = []

    backup.back_up(
        office.connection, stick, town="示例镇", progress=lambda *step: told.append(step)
    )

    stages = [stage for stage, _, _ in told]
    done = [part / whole for _, part, whole in told]
    assert done == sorted(done)
    assert done[-1] == 1
    assert stages.index("写入") < stages.index("重读核对") < stages.index("试恢复")


def test_cancelling_in_the_middle_leaves_nothing_behind(office: OpenOffice, stick: Path) -> None:
    class Cancelled(Exception):
        pass

    def cancel(stage: str, done: int, total: int) -> None:
        if stage == "试恢复":
            raise Cancelled

    with pytest.raises(Cancelled):
        backup.back_up(office.connection, stick, town="示例镇", progress=cancel)

    assert list(stick.iterdir()) == []
    assert backup.last_copy(office.connection) is None


def test_a_missing_folder_is_one_sentence(office: OpenOffice, stick: Path) -> None:
    with pytest.raises(Problem, match="找不到备份位置"):
        backup.back_up(office.connection, stick / "没有", town="示例镇")


def test_the_open_file_is_never_read_past_sqlite(
    office: OpenOffice, file: Path, stick: Path
) -> None:
    opened: list[str] = []
    watching = True

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if watching and event == "open":
            opened.append(str(arguments[0]))

    sys.addaudithook(watch)  # there is no way to take it away again

    copy = backup.back_up(office.connection, stick, town="示例镇")
    backup.local_copy(office.connection, file, "导入前")
    backup.compare(office.connection, backup.verify(copy.path))
    for door in (office_file.open_office, backup.verify):
        with pytest.raises(Problem, match="打开着"):
            door(file)
    watching = False

    assert str(copy.path) in opened
    assert str(file) not in opened


def test_half_a_change_is_never_backed_up(office: OpenOffice, stick: Path) -> None:
    office.connection.execute("BEGIN")
    office.connection.execute("INSERT INTO operation (label, made_at, kind) VALUES ('', '', '')")

    with pytest.raises(ValueError, match="half of a change"):
        backup.back_up(office.connection, stick, town="示例镇")

    assert list(stick.iterdir()) == []


def test_data_that_changes_on_its_way_into_the_container_is_found_by_the_rehearsal(
    office: OpenOffice, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readings: list[str] = []
    reading: dict[int, str] = {}
    real_open, real_read = os.open, os.read

    def watch(path: Any, *args: Any, **named: Any) -> int:
        descriptor = real_open(path, *args, **named)
        reading[descriptor] = Path(path).name
        if Path(path).name == "snapshot.db" and not args[0] & (os.O_CREAT | os.O_RDWR):
            readings.append(str(path))
        return descriptor

    def rot(descriptor: int, length: int) -> bytes:
        piece = real_read(descriptor, length)
        # The first reading is for the hash, the second for the container.
        is_packing = len(readings) == 2 and reading[descriptor] == "snapshot.db"
        return piece[:-1] + b"!" if is_packing and piece else piece

    monkeypatch.setattr(os, "open", watch)
    monkeypatch.setattr(os, "read", rot)

    with pytest.raises(Problem, match="读回的内容与写入的不一致"):
        backup.back_up(office.connection, stick, town="示例镇")

    assert len(readings) == 2
    assert list(stick.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="looks at Linux' page cache")
def test_what_is_read_back_comes_from_the_stick_and_not_from_memory(
    office: OpenOffice, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forgotten: list[str] = []
    real_advise, real_open = os.posix_fadvise, os.open
    paths: dict[int, str] = {}

    def remember_path(path: Any, *args: Any, **named: Any) -> int:
        descriptor = real_open(path, *args, **named)
        paths[descriptor] = str(path)
        return descriptor

    def note(descriptor: int, *args: int) -> None:
        forgotten.append(Path(paths[descriptor]).suffix)
        real_advise(descriptor, *args)

    monkeypatch.setattr(os, "open", remember_path)
    monkeypatch.setattr(os, "posix_fadvise", note)

    backup.back_up(office.connection, stick, town="示例镇")

    # The probe and the .part twice (hash, rehearsal), the final name, the sidecar.
    assert forgotten == [".part", ".part", ".part", ".ghbak", ".sha256"]
