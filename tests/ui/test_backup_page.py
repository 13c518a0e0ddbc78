"""The backup page says where the last good copy is, makes one, checks it, and goes back to it."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from models.backup import local_copies
from models.records.units import Unit
from tests.door import ReadyDoor
from ui.dialogs.restore import RestoreDialog
from ui.pages.backup import BackupPage
from ui.window.main_window import MainWindow


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def page(window: MainWindow, stick: Path) -> BackupPage:
    assert window.desk is not None
    window.desk.show_page("backup")
    found = window.desk.page
    assert isinstance(found, BackupPage)
    found.use_folder(stick)
    return found


def _click(qtbot: QtBot, page: BackupPage, words: str) -> None:
    button = next(one for one in page.findChildren(QPushButton) if one.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_before_the_first_backup_the_page_says_so(page: BackupPage) -> None:
    assert page.state_words.startswith("这份台账还没有备份到U盘")
    assert page.copies == ["这里还没有备份"]


def test_one_click_makes_a_backup_that_is_told_in_numbers(
    qtbot: QtBot, page: BackupPage, stick: Path, window: MainWindow
) -> None:
    _click(qtbot, page, "备份到U盘")

    assert len(list(stick.glob("*.ghbak"))) == 1
    assert "✔ 已核对、可恢复：单位10" in page.state_words
    assert "此后没有改动" in page.state_words
    assert len(page.copies) == 1
    assert "上次备份" in window.status_words


def test_a_good_backup_is_found_good(qtbot: QtBot, page: BackupPage, door: ReadyDoor) -> None:
    _click(qtbot, page, "备份到U盘")

    _click(qtbot, page, "核对选中的备份")

    assert door.said[-1].startswith("这份备份完好，可以恢复：单位10")


def test_a_flipped_bit_is_noticed(
    qtbot: QtBot, page: BackupPage, door: ReadyDoor, stick: Path
) -> None:
    _click(qtbot, page, "备份到U盘")
    archive = next(stick.glob("*.ghbak"))
    content = bytearray(archive.read_bytes())
    content[len(content) // 2] ^= 1
    archive.write_bytes(content)

    _click(qtbot, page, "核对选中的备份")

    assert "不可用" in door.said[-1]


def test_restoring_shows_both_counts_and_brings_the_records_back(
    qtbot: QtBot, page: BackupPage, window: MainWindow
) -> None:
    assert window.office is not None
    _click(qtbot, page, "备份到U盘")
    store = window.office.store
    with store.change("新增单位 云溪新星印刷厂"):
        store.save(Unit(name="云溪新星印刷厂"))
    _click(qtbot, page, "用选中的备份恢复…")
    dialog = page.findChild(RestoreDialog)
    table = dialog.findChild(QTableWidget)
    shown = {
        table.item(row, 0).text(): [table.item(row, column).text() for column in (1, 2, 3)]
        for row in range(table.rowCount())
    }
    go = next(one for one in dialog.findChildren(QPushButton) if one.text() == "恢复")

    qtbot.mouseClick(go, Qt.MouseButton.LeftButton)

    assert shown["单位"] == ["11", "10", "少1"]
    qtbot.waitUntil(lambda: window.office is not None and window.office.store is not store)
    assert window.office is not None
    assert window.office.store.count(Unit) == 10


def test_what_was_there_before_a_restore_can_be_brought_back_from_its_local_copy(
    qtbot: QtBot, page: BackupPage, window: MainWindow, stick: Path
) -> None:
    assert window.office is not None
    _click(qtbot, page, "备份到U盘")
    store = window.office.store
    with store.change("新增单位 云溪新星印刷厂"):
        store.save(Unit(name="云溪新星印刷厂"))
    path = store.path
    window.restore_here(next(stick.glob("*.ghbak")))
    qtbot.waitUntil(lambda: window.office is not None and window.office.store is not store)
    assert window.desk is not None
    window.desk.show_page("backup")
    restored = window.desk.page
    assert isinstance(restored, BackupPage)
    (kept,) = [words for words in restored.copies if words.startswith("本机副本　恢复前")]

    window.restore_here(local_copies(path)[0])

    assert re.match(r"本机副本　恢复前　\d{4}-\d\d-\d\d \d\d:\d\d　", kept)
    assert window.office is not None
    assert window.office.store.count(Unit) == 11


def test_a_stick_that_is_gone_is_told_in_one_sentence(
    qtbot: QtBot, page: BackupPage, door: ReadyDoor, stick: Path
) -> None:
    stick.rmdir()

    _click(qtbot, page, "备份到U盘")

    assert len(door.said) == 1
    assert "找不到备份位置" in door.said[0]


def test_without_a_stick_the_clerk_may_choose_a_folder(
    qtbot: QtBot, window: MainWindow, door: ReadyDoor, stick: Path
) -> None:
    assert window.desk is not None
    window.desk.show_page("backup")
    page = window.desk.page
    assert isinstance(page, BackupPage)
    door.folder = stick

    _click(qtbot, page, "备份到别的文件夹…")
    _click(qtbot, page, "备份到U盘")

    assert len(list(stick.glob("*.ghbak"))) == 1
