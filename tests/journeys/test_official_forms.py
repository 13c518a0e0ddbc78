"""The county wants its own form: it leaves filled or empty, and what comes back goes in."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu

from models.records.members import Member
from models.records.unions import Union
from models.values.dates import PartialDate
from tests.clerk import Clerk
from tests.door import ReadyDoor
from ui.dialogs.empty_list import EmptyListDialog
from ui.dialogs.importing.dialog import ImportDialog
from ui.dialogs.official_form import OfficialFormDialog
from ui.window.main_window import MainWindow

pytestmark = pytest.mark.journey
NUMBERS = {"示例甲": "370399197804055810", "示例乙": "370399197804055802"}


@pytest.fixture
def clerk(window: MainWindow, door: ReadyDoor) -> Clerk:
    return Clerk(window, door)


def _enrol(clerk: Clerk) -> str:
    """Enter a member of the first union and one of none, and return the union's name."""
    union = clerk.store.all(Union)[0]
    with clerk.store.change("登记会员"):
        for name, number in NUMBERS.items():
            clerk.store.save(
                Member(
                    name=name,
                    id_no=number,
                    mobile="13900000000",
                    union=union.id if name == "示例甲" else None,
                    union_name=union.name if name == "示例甲" else "",
                    joined_on=PartialDate(2020, 3, 1),
                )
            )
    return union.name


def _asks_for_form(clerk: Clerk, words: str) -> OfficialFormDialog:
    table = clerk.page.table
    place = table.visualRect(table.records.index(0, 0)).center()
    table.customContextMenuRequested.emit(place)
    (menu,) = [one for one in clerk.window.findChildren(QMenu) if one.isVisible()]
    action = next(one for one in menu.actions() if one.text() == words)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    (found,) = [one for one in clerk.window.findChildren(OfficialFormDialog) if one.isVisible()]
    return found


def _names(path: Path) -> list[object]:
    page = load_workbook(path).worksheets[0]
    return [page.cell(row, 2).value for row in range(5, page.max_row) if page.cell(row, 2).value]


def test_members_leave_as_the_form_and_come_back_as_nothing_new(
    clerk: Clerk, door: ReadyDoor, tmp_path: Path
) -> None:
    union = _enrol(clerk)
    door.target = tmp_path / "会员.xlsx"
    clerk.opens_tab("会员", "会员")

    asked = _asks_for_form(clerk, "导出会员信息采集表…")
    clerk.presses("保存 Excel", within=asked)

    assert _names(door.target) == ["示例甲", "示例乙"]
    assert clerk.sees("已导出")
    asked = _asks_for_form(clerk, "导出会员信息采集表…")
    asked.which.setCurrentIndex(asked.which.findText("一个工会的在册会员"))
    asked.union.setCurrentIndex(asked.union.findText(union))
    clerk.presses("保存 Excel", within=asked)
    page = load_workbook(door.target).worksheets[0]
    assert _names(door.target) == ["示例甲"]
    assert page["A3"].value == f"填表单位（盖章）：{union}"
    door.files = [door.target]
    clerk.presses("导入 Excel")
    clerk.presses("选择文件", within=clerk.desk.findChild(ImportDialog))
    assert clerk.sees("重复 1")


def test_an_empty_form_is_sent_out_filled_in_and_taken_in(
    clerk: Clerk, door: ReadyDoor, tmp_path: Path
) -> None:
    door.target = tmp_path / "空表.xlsx"
    clerk.presses("导入 Excel")
    dialog = clerk.desk.findChild(ImportDialog)
    assert dialog is not None
    clerk.presses("下载空表", within=dialog)
    empty = dialog.findChild(EmptyListDialog)
    assert empty is not None
    empty.choose("会员信息采集表（官方20列）")
    clerk.presses("保存空表", within=empty)
    clerk.closes(empty)
    clerk.closes(dialog)

    book = load_workbook(door.target)
    for column, text in {2: "示例丙", 8: NUMBERS["示例甲"], 14: "入会", 15: "2024/03/05"}.items():
        book.worksheets[0].cell(5, column).value = text
    book.save(door.target)
    clerk.imports(door.target)

    (member,) = clerk.store.all(Member)
    assert (member.name, member.sex, member.joined_on) == ("示例丙", "1", PartialDate(2024, 3, 5))


def test_unions_that_are_selected_leave_as_the_form(
    clerk: Clerk, door: ReadyDoor, tmp_path: Path
) -> None:
    door.target = tmp_path / "工会.xlsx"
    clerk.opens_tab("单位与工会", "基层工会")
    table = clerk.page.table
    for row, modifier in (
        (0, Qt.KeyboardModifier.NoModifier),
        (1, Qt.KeyboardModifier.ShiftModifier),
    ):
        place = table.visualRect(table.records.index(row, 0)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, modifier, place)

    asked: QDialog = _asks_for_form(clerk, "导出工会组织信息采集表…")
    clerk.presses("保存 Excel", within=asked)

    page = load_workbook(door.target).worksheets[0]
    assert [page.cell(row, 10).value for row in (6, 7, 8)] == [*clerk.lists()[:2], None]
