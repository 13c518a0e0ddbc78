"""Nothing that is said is cut off, at both sizes of screen, with long names, full and empty.

Each size looks at every other list of a tab, so that together they look at all; all lists at all
sizes, those in between too, are tried by `python3 dev.py walks`, which takes minutes.
"""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.practice import build_practice_town
from models.store import Store
from tests import thoroughly
from tests.desk_fixtures import LARGE, SMALL
from tests.every_dialog import MAKERS
from tests.town import TOWN
from tests.widgets import clipped
from ui.dialogs.opening import open_dialog
from ui.look import theme
from ui.window.main_window import MainWindow
from ui.window.subtabs import SubTabs

Size = tuple[int, int, float]
IN_BETWEEN = [*((*SMALL[:2], zoom) for zoom in theme.ZOOMS[1:]), (*LARGE[:2], theme.ZOOMS[-1])]
SIZES = [
    SMALL,
    LARGE,
    *(IN_BETWEEN if thoroughly.is_asked() else ()),
]
TURNS = 4
sizes = pytest.mark.parametrize(
    "size", SIZES, ids=[f"{width}x{height}@{zoom:.0%}" for width, height, zoom in SIZES]
)


def _open(fresh: MainWindow, app: QApplication, path: Path, size: Size) -> MainWindow:
    width, height, scale = size
    del app
    fresh.choose_zoom(scale)
    fresh.resize(width, height)
    fresh.open_office(path)
    return fresh


def _settled(qtbot: QtBot, window: MainWindow) -> list[str]:
    # A label that wraps asks its parents again for room, one turn of the loop after the other.
    for _turn in range(TURNS):
        qtbot.wait(1)
    return clipped(window)


def test_a_squeezed_label_and_button_are_noticed(qtbot: QtBot) -> None:
    root = QWidget()
    label, button = QLabel("基层工会会员数", root), QPushButton("保存并新增", root)
    qtbot.addWidget(root)
    root.show()
    label.resize(20, 20)
    button.resize(20, 20)

    assert clipped(root) == ["label 基层工会会员数", "button 保存并新增"]


@sizes
def test_the_filled_town_fits(
    qtbot: QtBot, fresh: MainWindow, app: QApplication, town_path: Path, size: Size
) -> None:
    window = _open(fresh, app, town_path, size)
    assert window.desk is not None
    found = {}

    for number in range(window.desk.tabs.count()):
        window.desk.show_area(number)
        page = window.desk.page
        if isinstance(page, SubTabs):
            for place, title in enumerate(page.titles):
                if not thoroughly.is_asked() and place % 2 != SIZES.index(size) % 2:
                    continue
                page.show_list(place)
                found[title] = _settled(qtbot, window)
        else:
            found[str(number)] = _settled(qtbot, window)

    assert {title: cut for title, cut in found.items() if cut} == {}
    assert (window.width(), window.height()) == size[:2]


@sizes
def test_an_empty_town_fits(
    qtbot: QtBot, fresh: MainWindow, app: QApplication, tmp_path: Path, size: Size
) -> None:
    path = tmp_path / "空.db"
    Store.create(path, TOWN).close()
    window = _open(fresh, app, path, size)
    assert window.desk is not None
    found = {}

    for number in range(window.desk.tabs.count()):
        window.desk.show_area(number)
        found[number] = _settled(qtbot, window)

    assert {number: cut for number, cut in found.items() if cut} == {}


@sizes
def test_the_first_page_fits(
    qtbot: QtBot, fresh: MainWindow, app: QApplication, size: Size
) -> None:
    theme.apply(app, scale=size[2])
    fresh.resize(*size[:2])

    fresh.show_first_run()

    assert _settled(qtbot, fresh) == []


@sizes
def test_the_boxes_fit(
    qtbot: QtBot, fresh: MainWindow, app: QApplication, tmp_path: Path, size: Size
) -> None:
    path = tmp_path / "练习镇.db"
    build_practice_town(path).close()
    window = _open(fresh, app, path, size)
    room = app.primaryScreen().availableSize().expandedTo(window.size())
    found: dict[str, list[str]] = {}

    for name, make in MAKERS.items():
        dialog = make(window, tmp_path)
        open_dialog(dialog)
        qtbot.wait(1)
        found[name] = clipped(dialog)
        if dialog.width() > room.width() or dialog.height() > room.height():
            found[name].append(f"larger than the screen: {dialog.size()}")
        dialog.close()

    assert {name: cut for name, cut in found.items() if cut} == {}


@sizes
def test_what_is_wrong_in_a_form_fits(
    qtbot: QtBot, fresh: MainWindow, app: QApplication, town_path: Path, size: Size
) -> None:
    window = _open(fresh, app, town_path, size)
    assert window.desk is not None
    window.desk.show_area(1)
    page = window.desk.page.page  # type: ignore[attr-defined]
    page.start_new()

    page.form.save()

    assert _settled(qtbot, window) == []
