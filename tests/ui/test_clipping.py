"""Nothing that is said is cut off, at both sizes of screen, with long names, full and empty."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.records.units import Unit
from models.store import Store
from tests.desk_fixtures import LARGE, SMALL
from tests.town import TOWN
from tests.widgets import clipped
from ui import theme
from ui.dialogs.about import AboutDialog
from ui.dialogs.reports import ReportDialog
from ui.dialogs.sheets import ImportDialog
from ui.main_window import MainWindow
from ui.record_boxes import RecordDialog, RelatedDialog
from ui.related import relations_of
from ui.subtabs import SubTabs

Size = tuple[int, int, float]
sizes = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])


def _open(fresh: MainWindow, app: QApplication, path: Path, size: Size) -> MainWindow:
    width, height, scale = size
    theme.apply(app, scale=scale)
    fresh.resize(width, height)
    fresh.open_office(path)
    return fresh


def _settled(qtbot: QtBot, window: MainWindow) -> list[str]:
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
def test_the_dialogs_fit(
    qtbot: QtBot, fresh: MainWindow, app: QApplication, town_path: Path, size: Size
) -> None:
    window = _open(fresh, app, town_path, size)
    office = window.office
    assert office is not None
    unit = office.store.all(Unit)[-1]
    dialogs: list[QDialog] = [
        ImportDialog(office, window),
        ReportDialog(office, window, name="unit-roster"),
        AboutDialog(window),
        RecordDialog(office.store.town(), office, window),
        *(RelatedDialog(one, unit, office, window) for one in relations_of(Unit)),
    ]
    found = {}

    for dialog in dialogs:
        dialog.show()
        qtbot.wait(1)
        found[dialog.windowTitle()] = clipped(dialog)
        dialog.close()
        dialog.deleteLater()

    assert {title: cut for title, cut in found.items() if cut} == {}


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
