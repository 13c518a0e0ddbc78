"""显示与键盘: what is chosen there holds at once and after the next start."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from models.records.units import Unit
from tests.door import ReadyDoor
from tests.keyboard import type_text
from ui import keys, preferences
from ui.dialogs.password import PasswordDialog
from ui.dialogs.settings import SettingsDialog
from ui.look import theme
from ui.look.themes import THEMES
from ui.window.main_window import MainWindow


def _settings(window: MainWindow) -> SettingsDialog:
    action = next(
        one for one in window.findChildren(QAction) if one.text().startswith("显示与键盘")
    )
    action.trigger()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    return dialog


def _choose(dialog: SettingsDialog, words: str) -> None:
    next(one for one in dialog.findChildren(QRadioButton) if one.text() == words).click()


def _buttons(window: MainWindow) -> set[str]:
    assert window.desk is not None
    return {one.text() for one in window.desk.findChildren(QPushButton)}


def test_other_keys_are_printed_on_every_button_and_kept(qtbot: QtBot, window: MainWindow) -> None:
    assert window.desk is not None
    window.desk.show_area(1)
    before = _buttons(window)
    dialog = _settings(window)

    _choose(dialog, "办公软件式")
    dialog.reject()

    assert window.desk is not None
    window.desk.show_area(1)
    after = _buttons(window)
    assert {"保存 F6", "新增 F5", "打印 F8"} <= before
    assert {"保存 Ctrl+S", "新增 Ctrl+N", "打印 Ctrl+P"} <= after
    assert not any(one.endswith((" F5", " F6", " F8")) for one in after)
    assert preferences.key_scheme() == keys.OFFICE


def test_changing_the_keys_loses_nothing_typed(
    qtbot: QtBot, window: MainWindow, door: ReadyDoor
) -> None:
    assert window.desk is not None
    page = window.desk.show_list(Unit)
    assert page is not None
    page.start_new()
    type_text(page.form.cell("name").editor.control, "云溪新星印刷厂")

    _choose(_settings(window), "办公软件式")

    assert window.desk is not None
    page = window.desk.show_list(Unit)
    assert page is not None
    assert page.form.cell("name").editor.raw() == "云溪新星印刷厂"
    assert door.said == []
    page.form.leave()


def test_colours_and_size_change_at_once_and_are_kept(qtbot: QtBot, window: MainWindow) -> None:
    dialog = _settings(window)
    usual, other = list(THEMES)[:2]

    _choose(dialog, other)
    _choose(dialog, "125%")

    assert theme.now().name == other
    assert theme.zoom() == 1.25
    assert preferences.theme() == other
    assert preferences.zoom() == 1.25
    assert window.zoom_control.words == "125%"
    _choose(dialog, usual)
    _choose(dialog, "100%")
    dialog.reject()


def test_enter_can_be_told_to_stay(qtbot: QtBot, window: MainWindow) -> None:
    dialog = _settings(window)
    moves = dialog.findChild(QCheckBox)
    assert moves is not None
    assert moves.isChecked()

    moves.click()

    assert not preferences.enter_moves()
    dialog.reject()


def test_the_start_password_is_set_from_here_too(qtbot: QtBot, window: MainWindow) -> None:
    dialog = _settings(window)
    button = next(
        one for one in dialog.findChildren(QPushButton) if one.text().startswith("设置启动密码")
    )

    button.click()

    opened = window.findChild(PasswordDialog)
    assert opened is not None
    opened.reject()
    dialog.reject()
