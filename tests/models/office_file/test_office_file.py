"""The office file: made, opened, refused, closed and found again."""

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from models import migrations, office_file
from models.backup import local_copies
from models.errors import Problem


def listing(folder: Path) -> dict[str, bytes]:
    """Everything that lies in a folder, byte for byte."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_what_was_written_is_there_after_closing_and_opening(
    file: Path, names_in: Callable[[sqlite3.Connection], list[str]]
) -> None:
    with office_file.open_office(file) as office:
        assert names_in(office.connection) == ["示例市机械厂", "示例镇食品公司", "𪛖记餐馆"]
        assert office.notices == ()
        assert office.path == file


def test_the_connection_keeps_the_measured_settings(file: Path) -> None:
    expected = {
        "foreign_keys": 1,
        "journal_mode": "truncate",
        "synchronous": 3,
        "secure_delete": 1,
        "cell_size_check": 1,
        "recursive_triggers": 1,
        "temp_store": 2,
    }

    with office_file.open_office(file) as office:
        found = {
            name: office.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in expected
        }

    assert found == expected


def test_creating_over_an_existing_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "已有.db"
    path.write_bytes(b"something")

    with pytest.raises(Problem, match="已经存在"):
        office_file.create(path)

    assert listing(tmp_path) == {"已有.db": b"something"}


def test_creating_in_a_missing_folder_names_the_folder(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="不能在文件夹"):
        office_file.create(tmp_path / "没有" / "台账.db")


def test_a_missing_file_is_not_created(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="找不到文件"):
        office_file.open_office(tmp_path / "没有.db")

    assert listing(tmp_path) == {}


FOREIGN = {
    "空.db": (b"", "空文件"),
    "一字节.db": (b"S", "不是本软件的台账文件"),
    "文本.db": ("困难职工花名册".encode() * 1000, "不是本软件的台账文件"),
    "表格.db": (b"PK\x03\x04" + bytes(5000), "Excel"),
    "旧表格.db": (b"\xd0\xcf\x11\xe0" + bytes(5000), "旧版 Excel"),
    "打印件.db": (b"%PDF-1.7" + bytes(5000), "PDF"),
    "备份.ghbak": (b"PK\x03\x04" + bytes(5000), "从备份恢复"),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_foreign_file_is_named_and_nothing_is_left_beside_it(name: str, tmp_path: Path) -> None:
    content, words = FOREIGN[name]
    (tmp_path / name).write_bytes(content)

    with pytest.raises(Problem, match=words):
        office_file.open_office(tmp_path / name)

    assert listing(tmp_path) == {name: content}


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "places.db"
    foreign = sqlite3.connect(path)
    foreign.execute("CREATE TABLE bookmarks (id INTEGER)")
    foreign.commit()
    foreign.close()
    before = listing(tmp_path)

    with pytest.raises(Problem, match="别的软件的数据库"):
        office_file.open_office(path)

    assert listing(tmp_path) == before


def test_a_folder_and_a_link_are_refused(file: Path) -> None:
    link = file.with_name("链接.db")
    link.symlink_to(file)

    with pytest.raises(Problem, match="是一个文件夹"):
        office_file.open_office(file.parent)
    with pytest.raises(Problem, match="不是普通文件"):
        office_file.open_office(link)


def test_a_file_of_a_newer_program_is_refused_and_unchanged(file: Path) -> None:
    raw = bytearray(file.read_bytes())
    raw[60:64] = (migrations.LATEST + 1).to_bytes(4, "big")
    file.write_bytes(raw)

    with pytest.raises(Problem, match="更新版本的程序"):
        office_file.open_office(file)

    assert file.read_bytes() == raw


def test_an_older_file_is_copied_and_then_brought_up_to_date(
    tmp_path: Path, names_in: Callable[[sqlite3.Connection], list[str]]
) -> None:
    path = tmp_path / "旧.db"
    old = sqlite3.connect(path)
    old.execute(f"PRAGMA application_id={office_file.APPLICATION_ID}")
    old.close()

    with office_file.open_office(path) as office:
        assert office.connection.execute("PRAGMA user_version").fetchone() == (migrations.LATEST,)
        assert names_in(office.connection) == []

    (copy,) = local_copies(path)
    assert copy.name.startswith("升级前_")
    kept = sqlite3.connect(copy)
    assert kept.execute("PRAGMA user_version").fetchone() == (0,)
    kept.close()


def test_a_change_left_open_is_taken_back_by_closing(
    file: Path, names_in: Callable[[sqlite3.Connection], list[str]]
) -> None:
    office = office_file.open_office(file)
    office.connection.execute("BEGIN")
    office.connection.execute("DELETE FROM unit_year")
    office.connection.execute("UPDATE town SET name = 'x'")
    office.close()
    office.close()

    with office_file.open_office(file) as again:
        assert again.notices == ()
        assert len(names_in(again.connection)) == 3


def test_the_same_process_cannot_open_it_twice(file: Path) -> None:
    with (
        office_file.open_office(file) as office,
        pytest.raises(Problem, match="打开着"),
    ):
        office_file.open_office(file, read_only=True)
    assert office.path == file
    office_file.open_office(file).close()


def test_a_second_program_is_told_who_has_the_file(
    file: Path, other_process: Callable[[Path, str], subprocess.Popen[str]]
) -> None:
    child = other_process(file, "print('open', flush=True); sys.stdin.readline(); office.close()")
    assert child.stdout is not None
    assert child.stdin is not None
    assert child.stdout.readline() == "open\n"

    with pytest.raises(Problem, match=r"正由用户 .+ 在电脑 .+ 上打开着"):
        office_file.open_office(file)
    child.communicate("\n")

    with office_file.open_office(file) as office:
        assert office.notices == ()


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a POSIX signal")
def test_killed_in_the_middle_of_writing_only_the_unfinished_change_is_gone(
    file: Path,
    other_process: Callable[[Path, str], subprocess.Popen[str]],
    names_in: Callable[[sqlite3.Connection], list[str]],
) -> None:
    work = (
        "connection.execute('PRAGMA cache_size=2'); connection.execute('BEGIN')\n"
        "connection.execute(\"INSERT INTO operation (label, made_at, kind) VALUES ('a','b','c')\")\n"
        "for number in range(3000):\n"
        "    connection.execute('INSERT INTO unit (name) VALUES (?)', (f'写到一半{number}' * 9,))\n"
        "print('writing', flush=True); sys.stdin.readline()"
    )
    child = other_process(file, work)
    assert child.stdout is not None
    assert child.stdout.readline() == "writing\n"
    child.send_signal(signal.SIGKILL)
    child.communicate()
    assert Path(f"{file}-journal").stat().st_size > 0

    with office_file.open_office(file) as office:
        assert names_in(office.connection) == ["示例市机械厂", "示例镇食品公司", "𪛖记餐馆"]
        assert any("上次没有正常关闭" in notice for notice in office.notices)
    with office_file.open_office(file) as office:
        assert office.notices == ()


@pytest.mark.skipif(sys.platform == "win32", reason="a child that dies on the spot")
def test_after_a_crash_the_file_can_be_read_without_opening_it_for_writing(
    file: Path,
    other_process: Callable[[Path, str], subprocess.Popen[str]],
    names_in: Callable[[sqlite3.Connection], list[str]],
) -> None:
    work = (
        "connection.execute('PRAGMA cache_size=2'); connection.execute('BEGIN')\n"
        "connection.execute(\"INSERT INTO operation (label, made_at, kind) VALUES ('a','b','c')\")\n"
        "for number in range(3000):\n"
        "    connection.execute('INSERT INTO unit (name) VALUES (?)', (f'写到一半{number}' * 9,))\n"
        "import os; os._exit(1)"
    )
    other_process(file, work).communicate()
    assert Path(f"{file}-journal").stat().st_size > 0

    with office_file.open_office(file, read_only=True) as office:
        assert names_in(office.connection) == ["示例市机械厂", "示例镇食品公司", "𪛖记餐馆"]


def test_an_empty_lock_file_locks_nobody_out(
    file: Path, names_in: Callable[[sqlite3.Connection], list[str]]
) -> None:
    Path(f"{file}.lock").write_bytes(b"")

    with office_file.open_office(file) as office:
        assert len(names_in(office.connection)) == 3


def test_a_program_that_holds_the_file_is_a_problem_not_a_crash(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = sqlite3.connect(file, isolation_level=None)
    outside.execute("BEGIN IMMEDIATE")
    real_connect = sqlite3.connect
    # Only the patience is shortened, so that the test need not wait for it.
    monkeypatch.setattr(
        sqlite3, "connect", lambda *args, **named: real_connect(*args, **{**named, "timeout": 0})
    )

    with pytest.raises(Problem, match="正被别的软件使用"):
        office_file.open_office(file)
    outside.close()


def test_a_log_of_another_program_beside_the_file_is_refused(file: Path) -> None:
    Path(f"{file}-wal").write_bytes(b"stray")

    with pytest.raises(Problem, match="别的软件留下的"):
        office_file.open_office(file)

    assert Path(f"{file}-wal").read_bytes() == b"stray"


def test_a_file_turned_to_wal_is_refused(file: Path) -> None:
    outside = sqlite3.connect(file)
    outside.execute("PRAGMA journal_mode=WAL")
    outside.close()

    with pytest.raises(Problem, match="另一种保存方式"):
        office_file.open_office(file)


def test_reading_only_leaves_file_and_seal_as_they_are(
    file: Path, names_in: Callable[[sqlite3.Connection], list[str]]
) -> None:
    seal = Path(f"{file}.seal").read_bytes()
    before = file.read_bytes()

    with office_file.open_office(file, read_only=True) as office:
        assert len(names_in(office.connection)) == 3
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            office.connection.execute("DELETE FROM unit")

    assert file.read_bytes() == before
    assert Path(f"{file}.seal").read_bytes() == seal


def test_a_file_in_a_sync_folder_opens_with_a_warning(tmp_path: Path) -> None:
    folder = tmp_path / "坚果云"
    folder.mkdir()

    with office_file.create(folder / "台账.db") as office:
        assert any("坚果云" in notice for notice in office.notices)


@pytest.mark.parametrize("place", ["is_network", "is_removable"])
def test_a_file_on_a_stick_or_network_drive_is_refused(
    place: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"models.office_guard.{place}", lambda path: True)

    with pytest.raises(Problem, match="复制到本机"):
        office_file.open_office(file)
    with pytest.raises(Problem, match="复制到本机"):
        office_file.create(file.with_name("新.db"))
    assert not file.with_name("新.db").exists()
