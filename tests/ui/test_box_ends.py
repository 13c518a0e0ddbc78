"""All boxes end in the same way: 取消 before what the box is for; low windows still show rows."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton, QTableView
from pytestqt.qtbot import QtBot

from models.practice import build_practice_town
from tests.desk_fixtures import SMALL
from tests.every_dialog import MAKERS
from ui.dialogs.opening import open_dialog
from ui.look import theme
from ui.pages.aid.grid import AidGrid
from ui.pages.dues.view import AmountTable
from ui.window.main_window import MainWindow
from ui.window.subtabs import SubTabs

ROWS = 3


@pytest.fixture
def practice(fresh: MainWindow, tmp_path: Path) -> MainWindow:
    path = tmp_path / "练习镇.db"
    build_practice_town(path).close()
    fresh.open_office(path)
    return fresh


def test_what_a_box_is_for_stands_behind_the_way_out(
    qtbot: QtBot, practice: MainWindow, tmp_path: Path
) -> None:
    wrong = []
    seen = 0

    for name, make in MAKERS.items():
        dialog = make(practice, tmp_path)
        open_dialog(dialog)
        qtbot.wait(1)
        buttons = [one for one in dialog.findChildren(QPushButton) if one.isVisible()]
        leaving = [one for one in buttons if one.text().startswith("取消 ")]
        doing = [one for one in buttons if one.property("role") == "main"]
        for cancel in leaving:
            for main in doing:
                seen += 1
                if main.mapToGlobal(QPoint()).x() < cancel.mapToGlobal(QPoint()).x():
                    wrong.append(name)
        dialog.close()

    assert seen
    assert wrong == []


@pytest.mark.parametrize(
    ("area", "sub_tab", "kind"), [(9, "收缴台账", AmountTable), (6, "发放批次", AidGrid)]
)
def test_the_largest_letters_leave_rows_to_type_into(
    qtbot: QtBot,
    practice: MainWindow,
    area: int,
    sub_tab: str,
    kind: type[QTableView],
) -> None:
    practice.resize(*SMALL[:2])
    practice.choose_zoom(theme.ZOOMS[-1])
    assert practice.desk is not None
    practice.desk.show_area(area)
    lists = practice.desk.page
    assert isinstance(lists, SubTabs)
    lists.show_list(lists.titles.index(sub_tab))
    for _turn in range(ROWS):
        qtbot.wait(1)

    table = practice.findChild(kind)

    assert table is not None
    assert table.viewport().height() >= ROWS * table.verticalHeader().defaultSectionSize()
