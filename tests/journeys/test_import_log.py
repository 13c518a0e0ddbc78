"""The clerk looks up what was imported and takes one list back."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QMenu, QPushButton

from models.records.units import Unit
from models.sheets.committing import commit_import
from models.sheets.planning import plan_import
from tests.clerk import Clerk
from tests.door import ReadyDoor
from ui.dialogs.import_log import NONE_YET, ImportLogDialog
from ui.window.main_window import MainWindow

pytestmark = pytest.mark.journey
NAMES = ("甲机械厂", "乙纺织厂")


@pytest.fixture
def clerk(window: MainWindow, door: ReadyDoor) -> Clerk:
    return Clerk(window, door)


def takes_in(clerk: Clerk, folder: Path) -> None:
    book = Workbook()
    assert book.active is not None
    for row in (("单位名称", "职工人数"), *((name, 12) for name in NAMES)):
        book.active.append(row)
    path = folder / "新增企业.xlsx"
    book.save(path)
    commit_import(clerk.store, plan_import(clerk.store, path, as_type="unit", year=2024))


def opens_log(clerk: Clerk) -> ImportLogDialog:
    menus = {one.text(): one.menu() for one in clerk.window.menuBar().actions()}
    file_menu = menus["文件"]
    assert isinstance(file_menu, QMenu)
    next(one for one in file_menu.actions() if one.text().startswith("导入记录")).trigger()
    opened = clerk.window.findChildren(QDialog)[-1]
    assert isinstance(opened, ImportLogDialog)
    return opened


def shown(box: ImportLogDialog) -> list[str]:
    model = box.table.model()
    return [str(model.index(0, column).data()) for column in range(model.columnCount())]


def presses(box: ImportLogDialog, words: str) -> None:
    button = next(one for one in box.findChildren(QPushButton) if one.text().startswith(words))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_import_is_found_with_its_counts_and_taken_back(clerk: Clerk, tmp_path: Path) -> None:
    takes_in(clerk, tmp_path)
    box = opens_log(clerk)

    assert shown(box)[1] == "新增企业.xlsx"
    assert shown(box)[3] == "2"

    presses(box, "撤销这次导入")

    assert shown(box)[-1] == "已撤销"
    assert not clerk.store.find(Unit, name=NAMES[0])
    assert clerk.sees("已撤销：导入 新增企业.xlsx")


def test_the_records_of_an_import_open_in_their_list(clerk: Clerk, tmp_path: Path) -> None:
    takes_in(clerk, tmp_path)

    presses(opens_log(clerk), "打开记录")

    assert set(clerk.lists()) == set(NAMES)


def test_a_file_without_imports_tells_how_to_begin(clerk: Clerk) -> None:
    box = opens_log(clerk)

    assert next(one.text() for one in box.findChildren(QLabel) if one.isVisible()) == NONE_YET
