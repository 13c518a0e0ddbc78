"""A clerk who leaves the mouse where it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.records.units import Unit
from tests.clerk import Clerk
from tests.door import ReadyDoor
from tests.keyboard import type_text
from ui import keys
from ui.dialogs.manual import ManualDialog
from ui.window.main_window import MainWindow

pytestmark = pytest.mark.journey
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def clerk(qtbot: QtBot, window: MainWindow, door: ReadyDoor) -> Clerk:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return Clerk(window, door)


def _here() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None, "the focus is lost"
    return found


def _press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(_here(), key, modifier)


def test_a_unit_is_entered_found_deleted_and_brought_back_without_the_mouse(clerk: Clerk) -> None:
    _press(Qt.Key.Key_2, ALT)
    _press(Qt.Key.Key_F5)
    type_text(_here(), "云溪新星印刷厂")
    _press(Qt.Key.Key_F6)
    saved = clerk.store.count(Unit)
    _press(Qt.Key.Key_F3)
    type_text(_here(), "xxys")
    listed = clerk.lists()
    while _here() is not clerk.page.table:
        _press(Qt.Key.Key_Tab)
    _press(Qt.Key.Key_Home)
    clerk.door.answers = ["删除"]
    _press(Qt.Key.Key_Delete)
    deleted = clerk.store.count(Unit)
    offered = clerk.window.status.offered
    _press(Qt.Key.Key_F4)

    assert saved == 11
    assert listed == ["云溪新星印刷厂"]
    assert deleted == 10
    assert offered == "撤销 F4"
    assert clerk.store.count(Unit) == 11


def test_a_clerk_used_to_office_programs_enters_a_unit_with_their_keys(clerk: Clerk) -> None:
    clerk.window.choose_keys(keys.OFFICE)
    _press(Qt.Key.Key_2, ALT)
    _press(Qt.Key.Key_N, CONTROL)
    type_text(_here(), "云溪新星印刷厂")
    _press(Qt.Key.Key_S, CONTROL)

    assert clerk.store.count(Unit) == 11
    assert clerk.sees("保存 Ctrl+S")
    assert not clerk.sees("保存 F6")


def test_help_is_read_and_left_without_the_mouse(qtbot: QtBot, clerk: Clerk) -> None:
    _press(Qt.Key.Key_3, ALT)

    _press(Qt.Key.Key_F1)
    manual = clerk.window.findChild(ManualDialog)
    assert manual is not None
    qtbot.waitUntil(manual.isActiveWindow)
    heading = manual.heading
    _press(Qt.Key.Key_F3)
    type_text(_here(), "二维码")
    _press(Qt.Key.Key_Escape)

    assert heading == "会员"
    assert not manual.isVisible()
    assert clerk.window.focusWidget() is clerk.desk.tabs
