"""Every list and every table of figures that is seen can be saved as a workbook, or says why not."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.practice import build_practice_town
from models.records.diary import ChronicleEntry
from tests.door import ReadyDoor
from tests.every_dialog import MAKERS
from tests.reports.leaving import faults
from ui.areas import AREAS
from ui.office import Office
from ui.page import RecordPage
from ui.pages.home import HomePage
from ui.window.main_window import MainWindow

W = TypeVar("W", bound=QWidget)
OWN_PAGES = [(one.title, one.page) for area in AREAS for one in area.lists if one.page is not None]
# What is chosen from, typed into or asked about has its own list elsewhere, or leaves by other ways.
WITHOUT = {
    "上级表格": "forms leave as the filled form itself, 填好另存",
    "attachments": "files are saved themselves, 另存为",
    "batch": "shows what a question is about; the records are in their list",
    "chronicle": "proposals to tick; the chronicle has its own list",
    "choose_files": "files to tick; they stand in the list of files",
    "closing": "shows what a question is about",
    "column_filter": "values to tick",
    "columns": "columns to tick",
    "decision": "shows what a question is about",
    "empty_list": "kinds of lists to choose from, each saved as a workbook",
    "filing": "shows what a question is about; the filed figures have their own box",
    "import": "a list that comes in; its errors leave as a workbook of their own",
    "new_blank": "shows what becomes of the mapped cells of one form",
    "manual": "headings of the manual",
    "paste": "rows that come in",
    "query": "conditions to choose from",
    "read_back": "nothing was found in the file; with findings it has the button",
    "restore": "shows what a question is about",
    "saved_queries": "names of queries to choose from",
    "signing": "units to tick; they stand in the list of units",
    "typed": "what was typed into one form",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("practice") / "练习镇.db"
    build_practice_town(path).close()
    return path


@pytest.fixture
def practice(fresh: MainWindow, built: Path, tmp_path: Path, door: ReadyDoor) -> MainWindow:
    fresh.open_office(Path(shutil.copy(built, tmp_path / built.name)))
    # A file that was copied is looked over, which is told.
    door.said.clear()
    return fresh


@pytest.fixture
def desk(practice: MainWindow) -> Office:
    assert practice.office is not None
    return practice.office


def inside(place: QWidget, kind: type[W]) -> Iterator[W]:
    """Yield the widgets of a kind in a place, also those that are hidden now."""
    # The stubs do not know what findChildren finds.
    every: list[Any] = list(place.findChildren(QWidget))
    yield from (one for one in every if isinstance(one, kind) and one.window() is place.window())


def tables_in(place: QWidget) -> list[QAbstractItemView]:
    """The views in a place that are no header of another one."""
    return [one for one in inside(place, QAbstractItemView) if not isinstance(one, QHeaderView)]


def export_buttons(place: QWidget) -> list[QPushButton]:
    """The buttons that save something as a workbook."""
    return [one for one in inside(place, QPushButton) if one.text().startswith("导出 Excel")]


def can_leave(place: QWidget) -> bool:
    """Whether a place saves what it shows; a list of records has its own box for that."""
    return bool(export_buttons(place)) or place.findChild(RecordPage) is not None


def test_every_box_with_a_table_can_save_it_or_has_a_reason(
    practice: MainWindow, tmp_path: Path
) -> None:
    silent = []

    for name, make in MAKERS.items():
        dialog = make(practice, tmp_path)
        if tables_in(dialog) and name not in WITHOUT and not can_leave(dialog):
            silent.append(name)
        dialog.done(0)
        dialog.deleteLater()

    assert silent == []


def test_every_page_with_a_table_can_save_it(qtbot: QtBot, desk: Office) -> None:
    silent = []

    for title, make in (*OWN_PAGES, ("首页", HomePage)):
        page = make(desk)
        qtbot.addWidget(page)
        page.show()
        if title not in WITHOUT and not can_leave(page):
            silent.append(title)
        page.close()

    assert silent == []


@pytest.mark.parametrize("title", [title for title, _ in OWN_PAGES] + ["首页"])
def test_what_the_pages_save_is_whole_and_opens(
    title: str, qtbot: QtBot, desk: Office, door: ReadyDoor, tmp_path: Path
) -> None:
    page = {**dict(OWN_PAGES), "首页": HomePage}[title](desk)
    qtbot.addWidget(page)
    page.resize(1300, 700)
    page.show()
    qtbot.waitExposed(page)

    for number, button in enumerate(export_buttons(page)):
        if not button.isVisible():
            continue
        qtbot.waitUntil(button.isEnabled)
        door.target = tmp_path / f"{number}.xlsx"
        button.click()
        assert door.target.exists()
        assert faults(door.target) == []

    assert door.said == []


@pytest.mark.parametrize("name", ["history", "operations", "recycle_bin"])
def test_what_the_boxes_save_is_whole_and_opens(
    name: str, practice: MainWindow, desk: Office, door: ReadyDoor, tmp_path: Path
) -> None:
    with desk.store.change("删除大事记"):
        desk.store.delete(desk.store.all(ChronicleEntry)[0])
    dialog = MAKERS[name](practice, tmp_path)
    dialog.show()
    door.target = tmp_path / "a.xlsx"

    for button in export_buttons(dialog):
        if button.isEnabled():
            button.click()
            assert faults(door.target) == []
            sheet = load_workbook(door.target).worksheets[0]
            assert sheet.max_row >= 3

    dialog.close()
