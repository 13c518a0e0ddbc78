"""The start password stands before the desk: on opening, by hand and after idle minutes."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models import access
from models.store import Store
from tests.keyboard import type_text
from ui import lock
from ui.dialogs.password import PasswordDialog
from ui.lock import LockScreen
from ui.window.main_window import MainWindow
from ui.window.subtabs import SubTabs
from ui.window.window_actions import STEPS

PASSWORD = "yunxi2024"


@pytest.fixture
def locked_path(town_path: Path) -> Path:
    with Store.open(town_path) as store:
        access.set_password(store, PASSWORD, idle=5)
    return town_path


@pytest.fixture
def locked(fresh: MainWindow, locked_path: Path) -> MainWindow:
    fresh.open_office(locked_path)
    return fresh


def _entry(place: QWidget) -> QLineEdit:
    return next(one for one in place.findChildren(QLineEdit) if one.accessibleName() == "启动密码")


def _tries(place: QWidget, password: str) -> None:
    entry = _entry(place)
    entry.setFocus()
    type_text(entry, password)
    QTest.keyClick(entry, Qt.Key.Key_Return)


def _opens(window: MainWindow) -> MainWindow:
    assert window.lock_page is not None
    _tries(window.lock_page, PASSWORD)
    assert window.desk is not None
    return window


def _screen(window: MainWindow) -> LockScreen:
    assert window.guard is not None
    assert window.guard.screen is not None
    return window.guard.screen


def _menu(window: MainWindow, label: str) -> QAction:
    actions = (one for one in window.findChildren(QAction) if one.text() != STEPS)
    return next(one for one in actions if one.text().startswith(label))


def test_a_file_without_a_password_opens_at_once(window: MainWindow) -> None:
    assert window.lock_page is None
    assert window.desk is not None
    assert not _menu(window, "锁定").isEnabled()


def test_a_file_with_a_password_shows_nothing_before_it_was_typed(locked: MainWindow) -> None:
    assert locked.desk is None
    assert locked.lock_page is not None
    words = " ".join(one.text() for one in locked.lock_page.findChildren(QLabel))
    assert "文件本身没有加密" in words
    assert "forget-password" in words
    assert _entry(locked.lock_page).echoMode() == QLineEdit.EchoMode.Password
    assert not _menu(locked, "撤销").isEnabled()
    assert not _menu(locked, "本镇情况").isEnabled()

    _tries(locked.lock_page, PASSWORD)

    assert locked.desk is not None
    assert locked.lock_page is None
    assert _menu(locked, "锁定").isEnabled()


def test_a_wrong_password_says_one_sentence_and_the_wait_grows(
    qtbot: QtBot, locked: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "SECOND", 60_000)
    page = locked.lock_page
    assert page is not None

    said = []
    for _ in range(3):
        _tries(page, "wrong")
        said.append(page.card.words)

    assert said == ["密码不对，请再输一次。", "密码不对，请再输一次。", "密码不对，请等2秒再试。"]
    assert _entry(page).isReadOnly()
    assert _entry(page).hasFocus()
    assert locked.desk is None


def test_after_the_wait_the_right_password_opens(
    qtbot: QtBot, locked: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "SECOND", 1)
    page = locked.lock_page
    assert page is not None
    for _ in range(4):
        qtbot.waitUntil(lambda: not _entry(page).isReadOnly())
        _tries(page, "wrong")

    qtbot.waitUntil(lambda: not _entry(page).isReadOnly())
    _tries(page, PASSWORD)

    assert locked.desk is not None


def test_zooming_before_the_password_keeps_asking(locked: MainWindow) -> None:
    locked.choose_zoom(1.25)

    assert locked.lock_page is not None
    assert locked.desk is None
    locked.choose_zoom(1.0)
    _opens(locked)


def test_locking_by_hand_covers_everything_and_loses_nothing_typed(
    qtbot: QtBot, locked: MainWindow
) -> None:
    window = _opens(locked)
    assert window.desk is not None
    window.desk.show_area(1)
    lists = window.desk.page
    assert isinstance(lists, SubTabs)
    assert lists.page is not None
    lists.page.start_new()
    name = lists.page.form.cell("name").editor.control
    type_text(name, "云溪新星印刷厂")

    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    screen = _screen(window)
    qtbot.waitUntil(screen.isActiveWindow)
    covered = screen.geometry().contains(window.frameGeometry())
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    screen.close()
    still_there = screen.isVisible()
    _tries(screen, "wrong")
    _tries(screen, PASSWORD)

    assert covered
    assert still_there
    assert screen.windowModality() == Qt.WindowModality.ApplicationModal
    assert window.guard is not None
    assert window.guard.screen is None
    assert isinstance(name, QLineEdit)
    assert name.text() == "云溪新星印刷厂"


def test_a_box_that_closes_by_itself_does_not_take_the_lock_away(
    qtbot: QtBot, locked: MainWindow
) -> None:
    window = _opens(locked)
    assert window.guard is not None
    box = _password_dialog(qtbot, window)
    window.guard.lock()
    screen = _screen(window)

    with qtbot.waitSignal(box.destroyed):
        box.accept()

    assert screen.isVisible()
    qtbot.waitUntil(screen.isActiveWindow)
    _tries(screen, PASSWORD)
    assert window.guard.screen is None


def test_the_window_locks_when_nobody_touches_it(
    qtbot: QtBot, locked: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "MINUTE", 10)
    window = _opens(locked)

    qtbot.waitUntil(lambda: window.guard is not None and window.guard.screen is not None)

    _tries(_screen(window), PASSWORD)
    assert window.guard is not None
    assert window.guard.screen is None


def test_every_key_puts_the_lock_off(
    qtbot: QtBot, locked: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "MINUTE", 60_000)
    window = _opens(locked)
    assert window.guard is not None
    watch = window.findChild(lock.IdleWatch)
    assert watch is not None
    started: list[int] = []
    monkeypatch.setattr(watch._timer, "start", lambda *given: started.append(len(given)))

    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Down)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton)

    assert started


def test_a_password_is_set_in_the_window_and_asked_next_time(
    qtbot: QtBot, window: MainWindow, town_path: Path
) -> None:
    dialog = _password_dialog(qtbot, window)
    _fill(dialog, "新密码", PASSWORD)
    _fill(dialog, "再输一次", PASSWORD)
    QTest.keyClick(dialog, Qt.Key.Key_F6)
    said = window.status.message
    undo = _menu(window, "撤销").text()

    window.show_first_run()
    window.open_office(town_path)

    assert "启动密码已保存" in said
    assert undo.startswith("撤销 设置启动密码")
    assert window.desk is None
    _opens(window)


def test_the_practice_town_does_not_promise_to_ask(qtbot: QtBot, fresh: MainWindow) -> None:
    fresh.open_practice()
    dialog = _password_dialog(qtbot, fresh)
    _fill(dialog, "新密码", PASSWORD)
    _fill(dialog, "再输一次", PASSWORD)

    QTest.keyClick(dialog, Qt.Key.Key_F6)

    assert fresh.status.message == "启动密码已保存；练习镇不问密码，您自己的台账打开时才问"


def test_two_different_passwords_are_not_kept(qtbot: QtBot, window: MainWindow) -> None:
    assert window.office is not None
    dialog = _password_dialog(qtbot, window)
    _fill(dialog, "新密码", PASSWORD)
    _fill(dialog, "再输一次", "another")

    QTest.keyClick(dialog, Qt.Key.Key_F6)

    assert dialog.words == "两次输入的新密码不一样，请重新输入。"
    assert not access.is_protected(window.office.store)
    dialog.reject()


def test_taking_the_password_away_asks_for_it(qtbot: QtBot, locked: MainWindow) -> None:
    window = _opens(locked)
    assert window.office is not None
    dialog = _password_dialog(qtbot, window)
    remove = next(one for one in dialog.findChildren(QPushButton) if one.text() == "去掉密码")

    remove.click()
    refused = dialog.words
    _fill(dialog, "现在的密码", PASSWORD)
    remove.click()

    assert refused == "现在的密码不对，请重新输入。"
    assert not access.is_protected(window.office.store)
    assert not _menu(window, "锁定").isEnabled()


def _password_dialog(qtbot: QtBot, window: MainWindow) -> PasswordDialog:
    _menu(window, "启动密码").trigger()
    dialog = window.findChild(PasswordDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def _fill(dialog: QWidget, label: str, text: str) -> None:
    entry = next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == label)
    entry.setFocus()
    type_text(entry, text)
