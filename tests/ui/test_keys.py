import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import keys, preferences

SCHEMES = list(keys.SCHEMES)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_key_means_two_things(scheme: str) -> None:
    keys.use(scheme)

    every = [key for command in keys.COMMANDS for key in keys.keys_of(command)]

    assert len(every) == len(set(every))
    assert all(one.toString() for command in keys.COMMANDS for one in keys.sequences(command))


def test_the_usual_keys_are_those_of_accounting_programs() -> None:
    assert keys.label("保存", "save") == "保存 F6"
    assert keys.label("新增", "new") == "新增 F5"
    assert keys.label("查找", "find") == "查找 F3"
    assert keys.label("打印", "print") == "打印 F8"


def test_the_other_keys_are_those_of_office_programs_and_are_remembered() -> None:
    keys.use(keys.OFFICE)

    assert preferences.key_scheme() == keys.OFFICE
    assert keys.label("保存", "save") == "保存 Ctrl+S"
    assert keys.label("新增", "new") == "新增 Ctrl+N"
    assert keys.label("查找", "find") == "查找 Ctrl+F"
    assert keys.label("打印", "print") == "打印 Ctrl+P"


def test_an_unknown_scheme_in_the_settings_is_the_usual_one() -> None:
    preferences.keep_key_scheme("whatever")

    assert keys.scheme() == keys.ACCOUNTING


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_every_key_of_a_command_runs_it_inside_its_widget_only(
    qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    window, scope = QWidget(), QWidget()
    inside, outside = QLineEdit(), QLineEdit()
    QVBoxLayout(scope).addWidget(inside)
    column = QVBoxLayout(window)
    column.addWidget(scope)
    column.addWidget(outside)
    done: list[str] = []
    keys.bind(scope, "save", lambda: done.append("saved"))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()

    inside.setFocus()
    QTest.keyClick(inside, key, modifier)
    outside.setFocus()
    QTest.keyClick(outside, key, modifier)

    assert done == ["saved"]
