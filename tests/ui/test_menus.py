"""The menus are plain: two levels at most, Chinese words, icons, and the keys beside them."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from models import access
from models.store import Store
from ui import keys
from ui.areas import AREAS
from ui.dialogs.manual import ManualDialog
from ui.window.main_window import MainWindow


def _menus(window: MainWindow) -> list[QMenu]:
    found = [one.menu() for one in window.menuBar().actions()]
    return [one for one in found if isinstance(one, QMenu)]


def _entries(window: MainWindow) -> list[QAction]:
    return [one for menu in _menus(window) for one in menu.actions() if not one.isSeparator()]


def _entry(window: MainWindow, label: str) -> QAction:
    return next(one for one in _entries(window) if one.text().startswith(label))


def test_every_entry_is_chinese(window: MainWindow) -> None:
    words = [one.text().partition("\t")[0].replace("Excel", "") for one in _entries(window)]

    assert words
    assert [one for one in words if re.search("[A-Za-z]", one)] == []


def test_every_entry_has_an_icon_once_the_window_was_seen(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not _entry(window, "打印").icon().isNull())

    assert [one.text() for one in _entries(window) if one.icon().isNull() and not one.menu()] == []


def test_menus_are_at_most_two_levels_deep(window: MainWindow) -> None:
    below = [one.menu() for one in _entries(window) if one.menu()]

    deeper = [
        inner.text()
        for menu in below
        if isinstance(menu, QMenu)
        for inner in menu.actions()
        if inner.menu()
    ]

    assert deeper == []


def test_keys_stand_beside_the_entries(window: MainWindow) -> None:
    shown = {
        one.text().partition("\t")[0]: one.shortcut().toString() or one.text().partition("\t")[2]
        for one in _entries(window)
    }

    assert shown["打印…"] == "F8"
    assert _entry(window, "撤销").shortcut().toString() == "Ctrl+Z"
    assert shown["手册"] == "F1"
    assert shown["首页"] == "Alt+1"


def test_every_tab_stands_in_a_menu(window: MainWindow) -> None:
    labels = [one.text() for one in _entries(window)]

    assert [one.title for one in AREAS if one.title not in labels] == []


def test_choosing_a_place_goes_there(window: MainWindow) -> None:
    assert window.desk is not None

    _entry(window, "工会经费").trigger()

    assert window.desk.place[0] == "funds"
    assert window.desk.tabs.hasFocus()


def test_other_keys_are_printed_in_the_menus_at_once(window: MainWindow) -> None:
    window.choose_keys(keys.OFFICE)

    assert _entry(window, "打印").text() == "打印…\tCtrl+P"


def test_the_keys_at_a_glance_open_the_manual_there(qtbot: QtBot, window: MainWindow) -> None:
    _entry(window, "按键一览").trigger()
    found = window.findChild(ManualDialog)

    assert found is not None
    assert found.heading == "十、按键"
    found.reject()


@pytest.mark.parametrize("label", ["本镇情况", "导入", "打印", "备份", "启动密码", "首页"])
def test_what_needs_a_file_is_not_offered_without_one(window: MainWindow, label: str) -> None:
    window.show_first_run()

    assert not _entry(window, label).isEnabled()


def test_steps_are_not_told_before_the_password(fresh: MainWindow, town_path: Path) -> None:
    with Store.open(town_path) as store:
        access.set_password(store, "yunxi2024", idle=None)
    fresh.open_office(town_path)
    steps = _entry(fresh, "撤销哪一步").menu()
    assert isinstance(steps, QMenu)

    steps.aboutToShow.emit()

    assert [one.text() for one in steps.actions()] == ["没有可以撤销的操作"]
