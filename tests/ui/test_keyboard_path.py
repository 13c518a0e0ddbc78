"""Every page and every box can be worked with the keyboard, and be told by a screen reader.

Some of the pages and boxes are walked through here, all of them by `python3 dev.py walks`.
"""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QKeySequence, QShortcutEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

import ui as ui_package
from models.practice import build_practice_town
from tests.every_dialog import MAKERS
from tests.thoroughly import some
from tests.walking import describe, nameless, out_of_order, unreached, walk
from ui import keys
from ui.areas import AREAS
from ui.dialogs.opening import open_dialog
from ui.forms.cell import FieldCell
from ui.lists.table import RecordTable
from ui.window.main_window import MainWindow
from ui.window.subtabs import SubTabs

NUMBERS = range(len(AREAS))
WALKED = some(NUMBERS, every=6)
each_area = pytest.mark.parametrize("number", WALKED, ids=[AREAS[one].name for one in WALKED])
each_box = pytest.mark.parametrize("name", some(list(MAKERS), every=5))
# Keys that fields understand themselves; a list takes them only while it has the focus.
OF_FIELDS = {"copy", "paste", "select_all", "undo", "redo", "delete", "next_field", "pick"}
# Boxes that are made of a page or a lock that have their own tests.
ELSEWHERE = {"LockScreen", "PasteDialog", "MonthDialog"}


class Presses(QObject):
    """Notes which shortcuts answer, without letting them do anything."""

    def __init__(self) -> None:
        super().__init__()
        self.answered: list[tuple[str, bool]] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QShortcutEvent):
            self.answered.append((watched.objectName(), event.isAmbiguous()))
            return True
        return False


@contextmanager
def _noted() -> Iterator[Presses]:
    program, presses = QApplication.instance(), Presses()
    assert program is not None
    program.installEventFilter(presses)
    yield presses
    program.removeEventFilter(presses)


@pytest.fixture(scope="module")
def practice_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("practice") / "青禾镇.db"
    build_practice_town(path).close()
    return path


@pytest.fixture
def practice(qtbot: QtBot, fresh: MainWindow, practice_path: Path, tmp_path: Path) -> MainWindow:
    path = tmp_path / "青禾镇.db"
    shutil.copy(practice_path, path)
    fresh.open_office(path)
    _come_to_front(qtbot, fresh)
    return fresh


def _come_to_front(qtbot: QtBot, window: QWidget) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def _pages(qtbot: QtBot, window: MainWindow, number: int) -> Iterator[str]:
    """Show every list of a tab, one after the other, with the focus on the tabs."""
    desk = window.desk
    assert desk is not None
    desk.show_area(number)
    page = desk.page
    titles = page.titles if isinstance(page, SubTabs) else [""]
    for place, title in enumerate(titles):
        if isinstance(page, SubTabs):
            page.show_list(place)
        _come_to_front(qtbot, window)
        desk.tabs.setFocus()
        yield f"{AREAS[number].title} {title}".strip()


@each_area
def test_tab_reaches_everything_on_a_page_in_the_order_of_the_eye(
    qtbot: QtBot, practice: MainWindow, number: int
) -> None:
    found: list[str] = []
    for title in _pages(qtbot, practice, number):
        visited = walk(practice)
        wrong = [*unreached(practice, visited), *out_of_order(visited)]
        found += [f"{title}: {one}" for one in wrong]

    assert found == []


@each_area
def test_a_screen_reader_has_a_name_for_everything_on_a_page(
    qtbot: QtBot, practice: MainWindow, number: int
) -> None:
    found = [
        f"{title}: {one}" for title in _pages(qtbot, practice, number) for one in nameless(practice)
    ]

    assert found == []


@pytest.mark.parametrize("scheme", keys.SCHEMES)
@each_area
def test_no_key_means_two_things_on_a_page(
    qtbot: QtBot, fresh: MainWindow, town_path: Path, number: int, scheme: str
) -> None:
    keys.use(scheme)
    fresh.open_office(town_path)
    found: list[str] = []
    for title in _pages(qtbot, fresh, number):
        for place in _places(fresh):
            place.setFocus()
            with _noted() as presses:
                _press_all(place)
            found += [f"{title}: {name}" for name, is_two in presses.answered if is_two]

    assert sorted(set(found)) == []


@pytest.mark.parametrize("scheme", keys.SCHEMES)
@each_area
def test_every_key_that_is_printed_on_a_page_works(
    qtbot: QtBot, fresh: MainWindow, town_path: Path, number: int, scheme: str
) -> None:
    keys.use(scheme)
    fresh.open_office(town_path)
    dead: list[str] = []
    for title in _pages(qtbot, fresh, number):
        for button, command in _printed(fresh):
            if _is_useless(fresh, command):
                continue
            place = _place_of(fresh, button, command)
            place.setFocus()
            with _noted() as presses:
                _press(place, keys.keys_of(command)[0])
            if (command, False) not in presses.answered:
                dead.append(f"{title}: {describe(button)}")

    assert dead == []


@each_box
def test_a_box_is_worked_with_the_keyboard_and_told_by_a_screen_reader(
    qtbot: QtBot, practice: MainWindow, tmp_path: Path, name: str
) -> None:
    dialog = MAKERS[name](practice, tmp_path)
    open_dialog(dialog)
    _come_to_front(qtbot, dialog)

    visited = walk(dialog)

    assert [*unreached(dialog, visited), *out_of_order(visited), *nameless(dialog)] == []
    assert _english_buttons(dialog) == []
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


@each_box
def test_no_key_means_two_things_in_a_box_and_printed_ones_work(
    qtbot: QtBot, practice: MainWindow, tmp_path: Path, name: str
) -> None:
    dialog = MAKERS[name](practice, tmp_path)
    open_dialog(dialog)
    _come_to_front(qtbot, dialog)
    dead: list[str] = []
    for button, command in _printed(dialog):
        if command == "give_up":
            continue
        place = _place_of(dialog, button, command)
        place.setFocus()
        with _noted() as presses:
            _press(place, keys.keys_of(command)[0])
        if (command, False) not in presses.answered:
            dead.append(describe(button))
    dialog.reject()

    assert dead == []


def test_the_focus_can_be_seen_on_everything_that_tab_comes_to(
    qtbot: QtBot, practice: MainWindow
) -> None:
    unseen: list[str] = []
    for _title in _one_list(qtbot, practice):
        for widget in walk(practice):
            _scroll_to(widget)
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            with_focus = _picture(practice, widget)
            widget.clearFocus()
            if with_focus == _picture(practice, widget):
                unseen.append(describe(widget))

    assert unseen == []


def test_every_box_of_the_program_is_among_those_walked_through() -> None:
    folder = Path(ui_package.__file__).parent
    text = "".join(one.read_text(encoding="utf-8") for one in folder.rglob("*.py"))
    classes = set(re.findall(r"^class (\w+)\(QDialog\)", text, re.MULTILINE))
    every = Path(__file__).parents[1] / "every_dialog.py"
    made = set(re.findall(r"\b(\w+Dialog|LockScreen)\b", every.read_text(encoding="utf-8")))

    assert classes - made - ELSEWHERE == set()


def test_a_list_answers_the_menu_key(qtbot: QtBot, practice: MainWindow) -> None:
    next(_pages(qtbot, practice, 1))
    table = practice.findChild(RecordTable)
    assert table is not None
    table.setFocus()

    QTest.keyClick(table, Qt.Key.Key_Down)
    asked: list[object] = []
    table.customContextMenuRequested.connect(asked.append)

    assert table.contextMenuPolicy() in {
        Qt.ContextMenuPolicy.CustomContextMenu,
        Qt.ContextMenuPolicy.DefaultContextMenu,
        Qt.ContextMenuPolicy.ActionsContextMenu,
    }


def test_arrows_lead_from_tab_to_tab(qtbot: QtBot, practice: MainWindow) -> None:
    assert practice.desk is not None
    tabs = practice.desk.tabs
    tabs.setFocus()

    QTest.keyClick(tabs, Qt.Key.Key_Right)
    QTest.keyClick(tabs, Qt.Key.Key_Right)
    QTest.keyClick(tabs, Qt.Key.Key_Left)

    assert tabs.currentIndex() == 1
    assert isinstance(practice.desk.page, SubTabs)
    assert tabs.hasFocus()


def test_digits_lead_to_tabs_and_pages_to_lists(qtbot: QtBot, practice: MainWindow) -> None:
    assert practice.desk is not None
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier

    QTest.keyClick(practice, Qt.Key.Key_2, alt)
    lists = practice.desk.page
    assert isinstance(lists, SubTabs)
    QTest.keyClick(practice, Qt.Key.Key_PageDown, control)
    second = lists.number
    QTest.keyClick(practice, Qt.Key.Key_PageUp, control)
    QTest.keyClick(practice, Qt.Key.Key_PageUp, control)

    assert second == 1
    assert lists.number == len(lists.titles) - 1
    assert QApplication.focusWidget() is not None


def _one_list(qtbot: QtBot, window: MainWindow) -> Iterator[str]:
    yield next(_pages(qtbot, window, 1))


def _scroll_to(widget: QWidget) -> None:
    place = widget.parentWidget()
    while place is not None:
        if isinstance(place, QScrollArea):
            place.ensureWidgetVisible(widget)
        place = place.parentWidget()


def _picture(window: MainWindow, widget: QWidget) -> QImage:
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return window.grab(place.adjusted(-4, -4, 4, 4)).toImage()


def _places(window: MainWindow) -> list[QWidget]:
    """Return where the cursor may stand: tabs, list, first field, foot of the form."""
    assert window.desk is not None
    places: list[QWidget] = [window.desk.tabs]
    page = window.desk.page
    if isinstance(page, SubTabs) and page.page is not None:
        form = page.page.form
        cells = form.findChildren(FieldCell)
        first = next(one for one in cells if one.is_reachable)
        places += [page.page.table, first.editor.control, page.page.filter_box]
    return places


def _press_all(place: QWidget) -> None:
    for command in keys.COMMANDS:
        if command in OF_FIELDS and not isinstance(place, RecordTable):
            continue
        for key in keys.keys_of(command):
            _press(place, key)


def _press(place: QWidget, key: str) -> None:
    combination = QKeySequence(key)[0]
    QTest.keyClick(place, combination.key(), combination.keyboardModifiers())


def _printed(root: QWidget) -> list[tuple[QPushButton, str]]:
    """Return the visible buttons that print a key, with the command that the key is for."""
    commands = {keys.printed(one): one for one in keys.COMMANDS}
    found = []
    for button in root.findChildren(QPushButton):
        if button.isVisible() and button.isEnabled():
            key = next((one for one in commands if button.text().endswith(f" {one}")), "")
            if key:
                found.append((button, commands[key]))
    return found


def _place_of(root: QWidget, button: QPushButton, command: str) -> QWidget:
    """Return where the cursor stands when a clerk means this button's key."""
    if command in OF_FIELDS:
        table = next((one for one in root.findChildren(RecordTable) if one.isVisible()), None)
        return table or button
    return button


def _is_useless(root: QWidget, command: str) -> bool:
    """Whether a key works in a list, and there is nothing listed."""
    lists = (one for one in root.findChildren(RecordTable) if one.isVisible())
    return command in OF_FIELDS and not any(one.records.rowCount() for one in lists)


def _english_buttons(dialog: QDialog) -> list[str]:
    words = (one.text() for one in dialog.findChildren(QPushButton) if one.isVisibleTo(dialog))
    return [one for one in words if re.search(r"[A-Za-z]{2}", one) and one.isascii()]
