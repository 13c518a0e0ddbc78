"""A list is worked like a sheet: select, copy, paste, change many, export, right-click."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from models.records.members import Member
from models.records.unions import Union
from models.records.units import Unit
from models.sheets.pasting import MOST_ROWS
from models.values.person_id import check_digit
from tests.clerk import Clerk
from tests.door import ReadyDoor
from tests.reports.pdf.reading import texts_of
from ui.dialogs.batch import CLEAR, PASTE, REPLACE, BatchDialog
from ui.dialogs.column_filter import ColumnFilterDialog
from ui.dialogs.export import ExportDialog
from ui.dialogs.paste import PasteDialog
from ui.window.main_window import MainWindow

pytestmark = pytest.mark.journey
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def id_no(number: int) -> str:
    bare = f"37039919800101{number:03}"
    return bare + check_digit(bare)


@pytest.fixture
def clerk(window: MainWindow, door: ReadyDoor) -> Clerk:
    return Clerk(window, door)


def press(clerk: Clerk, key: Qt.Key, modifier: Qt.KeyboardModifier = CONTROL) -> None:
    clerk.page.table.setFocus()
    QTest.keyClick(clerk.page.table, key, modifier)


def clicks_row(clerk: Clerk, row: int, modifier: Qt.KeyboardModifier, column: int = 0) -> None:
    table = clerk.page.table
    place = table.visualRect(table.records.index(row, column)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def selects(clerk: Clerk, first: int, last: int) -> None:
    clicks_row(clerk, first, Qt.KeyboardModifier.NoModifier)
    clicks_row(clerk, last, SHIFT)


def lays_on_clipboard(text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QApplication.clipboard().setMimeData(data)


def dialog_of(clerk: Clerk, kind: type[QDialog]) -> QDialog:
    found = [one for one in clerk.window.findChildren(kind) if one.isVisible()]
    assert found, f"no {kind.__name__} is open"
    return found[-1]


def paste_dialog(clerk: Clerk) -> PasteDialog:
    found = dialog_of(clerk, PasteDialog)
    assert isinstance(found, PasteDialog)
    return found


def batch_dialog(clerk: Clerk) -> BatchDialog:
    found = dialog_of(clerk, BatchDialog)
    assert isinstance(found, BatchDialog)
    return found


def menu_of(clerk: Clerk) -> QMenu:
    (menu,) = [one for one in clerk.window.findChildren(QMenu) if one.isVisible()]
    return menu


def labels_of(menu: QMenu) -> list[str]:
    return [one.text() for one in menu.actions() if not one.isSeparator()]


def chooses_from(menu: QMenu, words: str) -> None:
    action = next(one for one in menu.actions() if one.text().startswith(words))
    assert action.isEnabled(), words
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def opens_menu_at(clerk: Clerk, row: int, column: int) -> QMenu:
    table = clerk.page.table
    place = table.visualRect(table.records.index(row, column)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.RightButton, pos=place)
    table.customContextMenuRequested.emit(place)
    return menu_of(clerk)


def test_selected_rows_tell_how_many_they_are_and_what_they_add_up_to(
    clerk: Clerk, qtbot: QtBot
) -> None:
    clerk.opens_tab("单位与工会", "基层工会")

    selects(clerk, 0, 2)

    unions = [clerk.store.get(Union, one) for one in clerk.page.table.selected_ids]
    total = sum(one.members_total or 0 for one in unions)
    words = f"会员 合计 {total} 平均 {total / 3:,.1f}"
    qtbot.waitUntil(lambda: words in clerk.window.status_words)
    assert "选中 3" in clerk.window.status_words
    clerk.presses("取消选择")
    qtbot.waitUntil(lambda: "选中" not in clerk.window.status_words)
    assert clerk.page.table.selected_count == 1


def test_select_all_names_its_number_also_while_the_list_is_filtered(
    clerk: Clerk, qtbot: QtBot
) -> None:
    clerk.opens_tab("单位与工会", "单位")
    qtbot.waitUntil(lambda: clerk.sees("全选 10"))

    clerk.page.filter_box.setText("云溪")
    shown = len(clerk.lists())
    qtbot.waitUntil(lambda: clerk.sees(f"全选筛出的 {shown}"))
    clerk.presses(f"全选筛出的 {shown}")

    assert clerk.page.table.selected_count == shown < 10
    press(clerk, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: f"选中 {shown}" in clerk.window.status_words)


def test_copied_rows_carry_their_headings_and_keep_codes_as_text(clerk: Clerk) -> None:
    clerk.opens_tab("单位与工会", "单位")
    selects(clerk, 1, 2)

    press(clerk, Qt.Key.Key_C)

    data = QApplication.clipboard().mimeData()
    lines = data.text().splitlines()
    titles = [one.title for one in clerk.page.table.records.columns]
    assert lines[0].split("\t") == titles
    assert [line.split("\t")[0] for line in lines[1:]] == clerk.lists()[1:3]
    assert f'mso-number-format:"\\@"\'>{clerk.lists()[1]}</td>' in data.html()
    assert "已复制 2 行，含标题行" in clerk.window.status_words


def test_one_cell_is_copied_by_the_right_button(clerk: Clerk) -> None:
    clerk.opens_tab("单位与工会", "单位")
    menu = opens_menu_at(clerk, 2, 1)

    chooses_from(menu, "复制这一格")

    table = clerk.page.table
    assert QApplication.clipboard().text() == table.records.cell(2, 1).text


def test_a_block_from_excel_becomes_new_members_in_one_step(clerk: Clerk, qtbot: QtBot) -> None:
    clerk.opens_tab("会员", "会员")
    lays_on_clipboard(
        f"姓名\t证件号码\t移动电话\r\n林青山\t{id_no(1)}\t１３９００００１２３４\r\n"
        f"苏小禾\t37039919800101001\t\r\n"
    )

    QTest.keyClick(clerk.window, Qt.Key.Key_V, CONTROL)
    dialog = paste_dialog(clerk)
    before = clerk.store.count(Member)
    assert "新增 1 行，错误 1 行" in dialog.words

    cells = dialog.table.cells
    assert cells.setData(cells.index(1, 3), id_no(2))
    qtbot.waitUntil(lambda: "新增 2 行" in dialog.words)
    clerk.presses("粘贴 2 人", within=dialog)

    assert before == 0
    assert [one.name for one in clerk.store.all(Member)] == ["林青山", "苏小禾"]
    assert "已粘贴会员 2人" in clerk.window.status_words
    clerk.window.activateWindow()
    qtbot.waitUntil(clerk.window.isActiveWindow)
    clerk.takes_back()
    assert clerk.store.count(Member) == 0


def test_leaving_the_preview_writes_nothing(clerk: Clerk) -> None:
    clerk.opens_tab("会员", "会员")
    lays_on_clipboard(f"姓名\t证件号码\r\n林青山\t{id_no(1)}\r\n")

    QTest.keyClick(clerk.window, Qt.Key.Key_V, CONTROL)
    clerk.closes(paste_dialog(clerk))

    assert clerk.store.count(Member) == 0


def test_an_empty_clipboard_says_what_to_copy(clerk: Clerk) -> None:
    clerk.opens_tab("会员", "会员")
    QApplication.clipboard().clear()

    QTest.keyClick(clerk.window, Qt.Key.Key_V, CONTROL)

    assert "剪贴板里没有表格内容" in clerk.window.status_words


def test_a_block_that_is_too_long_leaves_no_empty_box_behind(clerk: Clerk, door: ReadyDoor) -> None:
    clerk.opens_tab("会员", "会员")
    lays_on_clipboard("姓名\t证件号码\r\n" + "林青山\t1\r\n" * MOST_ROWS)

    QTest.keyClick(clerk.window, Qt.Key.Key_V, CONTROL)

    assert door.said == ["粘贴的内容有20001行，一次最多20000行 请存成 Excel 文件，用“导入”读取。"]
    assert not [one for one in clerk.window.findChildren(PasteDialog) if one.isVisible()]


def test_a_column_that_was_not_understood_is_named_by_the_clerk(clerk: Clerk) -> None:
    clerk.opens_tab("会员", "会员")
    lays_on_clipboard(f"{id_no(1)}\t林青山\r\n{id_no(2)}\t苏小禾\r\n")
    QTest.keyClick(clerk.window, Qt.Key.Key_V, CONTROL)
    dialog = paste_dialog(clerk)

    dialog.read_as(0, "id_no")
    dialog.read_as(1, "name")
    clerk.presses("粘贴 2 人", within=dialog)

    assert [one.name for one in clerk.store.all(Member)] == ["林青山", "苏小禾"]


def test_one_field_of_many_changes_in_one_named_step(clerk: Clerk) -> None:
    clerk.opens_tab("单位与工会", "单位")
    selects(clerk, 0, 3)
    press(clerk, Qt.Key.Key_H)
    dialog = batch_dialog(clerk)

    clerk.fills(改哪一项="szc")
    clerk.fills(新内容="东岭村")
    said = dialog.words
    clerk.presses("修改", within=dialog)

    changed = clerk.store.all(Unit)[:4]
    assert {one.village for one in changed} == {"东岭村"}
    assert "会修改 2 家，2 家已经是这样" in said
    assert clerk.store.undoable() is not None
    assert "批量修改单位 2家的所在村（社区）" in clerk.window.status_words
    clerk.takes_back()
    assert [one.village for one in clerk.store.all(Unit)[:4]].count("云溪社区") == 2


def test_the_names_in_the_preview_of_a_batch_are_read_whole(clerk: Clerk) -> None:
    with clerk.store.change("新增单位"):
        clerk.store.save(Unit(name="云溪镇新环保节能建筑装饰材料研发制造安装有限公司"))
    clerk.opens_tab("单位与工会", "单位")
    press(clerk, Qt.Key.Key_A)
    press(clerk, Qt.Key.Key_H)
    dialog = batch_dialog(clerk)

    clerk.fills(改哪一项="szc")
    clerk.fills(新内容="东岭村")

    preview = dialog.preview
    assert preview.columnWidth(0) >= preview.sizeHintForColumn(0)


def test_what_cannot_change_is_named_before_anything_happens(clerk: Clerk) -> None:
    clerk.opens_tab("单位与工会", "单位")
    selects(clerk, 0, 3)
    press(clerk, Qt.Key.Key_H)
    dialog = batch_dialog(clerk)
    dialog.field.show_value("name")
    dialog.field.changed.emit()
    assert CLEAR not in [dialog.ways.itemText(n) for n in range(dialog.ways.count())]

    dialog.ways.setCurrentText(REPLACE)
    dialog.ways.activated.emit(dialog.ways.currentIndex())
    clerk.fills(查找="云溪鑫恒化工有限公司")

    assert "不能改" in dialog.words
    assert dialog.preview.lines()[0][3] == "不能改：请填写单位名称"


def test_one_cell_on_the_clipboard_fills_the_selected_rows(clerk: Clerk, door: ReadyDoor) -> None:
    clerk.opens_tab("单位与工会", "单位")
    titles = [one.title for one in clerk.page.table.records.columns]
    column = titles.index("所在村（社区）")
    clicks_row(clerk, 0, Qt.KeyboardModifier.NoModifier, column)
    clicks_row(clerk, 2, SHIFT, column)
    lays_on_clipboard("西河村\r\n")
    door.answers = ["填进选中的 3 家"]

    press(clerk, Qt.Key.Key_V)
    clerk.presses("修改 3 家", within=batch_dialog(clerk))

    assert [one.village for one in clerk.store.all(Unit)[:3]] == ["西河村"] * 3


def test_a_column_as_long_as_the_selection_fills_it_row_by_row(
    clerk: Clerk, door: ReadyDoor
) -> None:
    clerk.opens_tab("单位与工会", "单位")
    titles = [one.title for one in clerk.page.table.records.columns]
    column = titles.index("所在村（社区）")
    clicks_row(clerk, 0, Qt.KeyboardModifier.NoModifier, column)
    clicks_row(clerk, 1, SHIFT, column)
    ids = clerk.page.table.selected_ids
    lays_on_clipboard("甲村\r\n乙村\r\n")
    door.answers = ["填进选中的 2 家"]

    press(clerk, Qt.Key.Key_V)
    dialog = batch_dialog(clerk)
    assert dialog.ways.currentText() == PASTE
    clerk.presses("修改 2 家", within=dialog)

    assert [clerk.store.get(Unit, one).village for one in ids] == ["甲村", "乙村"]


def test_the_list_is_exported_as_it_is_seen(clerk: Clerk, door: ReadyDoor, tmp_path: Path) -> None:
    clerk.opens_tab("单位与工会", "单位")
    clerk.page.filter_box.setText("云溪")
    table = clerk.page.table
    table.sort_by("name", descending=True)
    table.show_columns(table.records.columns[:3])
    shown = clerk.lists()
    door.target = tmp_path / "单位.xlsx"

    press(clerk, Qt.Key.Key_E)
    clerk.presses("导出 Excel", within=dialog_of(clerk, ExportDialog))

    sheet = load_workbook(door.target).worksheets[0]
    assert [cell.value for cell in sheet[3]] == [one.title for one in table.records.columns]
    assert [row[0].value for row in sheet.iter_rows(min_row=4)] == shown
    assert "含“云溪”" in str(sheet["A2"].value)
    assert f"已导出 {door.target}" in clerk.window.status_words


def test_posted_lists_show_no_numbers_of_people(
    clerk: Clerk, door: ReadyDoor, tmp_path: Path
) -> None:
    clerk.opens_tab("单位与工会", "单位")
    door.target = tmp_path / "单位.pdf"
    press(clerk, Qt.Key.Key_E)
    dialog = dialog_of(clerk, ExportDialog)
    assert isinstance(dialog, ExportDialog)

    dialog.profile.setCurrentIndex(2)
    clerk.presses("导出 PDF", within=dialog)

    pages = texts_of(door.target.read_bytes())
    assert "云溪鑫恒化工有限公司" in pages[0]
    assert "1390000" not in "".join(pages)
    assert "编制单位：云溪镇总工会" in pages[0]


def test_the_right_button_offers_what_the_buttons_offer(clerk: Clerk) -> None:
    clerk.opens_tab("单位与工会", "单位")

    menu = opens_menu_at(clerk, 0, 0)

    commands = [one.words for one in clerk.page.commands()]
    assert labels_of(menu) == commands
    assert {
        "复制 Ctrl+C",
        "粘贴成新记录… Ctrl+V",
        "批量修改… Ctrl+H",
        "导出看到的内容… Ctrl+E",
    } <= set(commands)
    menu.close()


def test_a_heading_sorts_hides_and_freezes(clerk: Clerk) -> None:
    clerk.opens_tab("单位与工会", "单位")
    table = clerk.page.table
    header = table.horizontalHeader()
    before = [one.title for one in table.records.columns]

    header.customContextMenuRequested.emit(QPoint(header.sectionViewportPosition(1) + 5, 5))
    chooses_from(menu_of(clerk), f"隐藏“{before[1]}”")

    assert [one.title for one in table.records.columns] == [before[0], *before[2:]]
    header.customContextMenuRequested.emit(QPoint(header.sectionViewportPosition(1) + 5, 5))
    chooses_from(menu_of(clerk), f"冻结到“{before[2]}”")
    assert table.frozen_columns == 2
    header.customContextMenuRequested.emit(QPoint(5, 5))
    chooses_from(menu_of(clerk), f"按“{before[0]}”降序")
    assert clerk.lists() != sorted(clerk.lists())


def test_a_column_is_filtered_by_its_values(clerk: Clerk) -> None:
    clerk.opens_tab("单位与工会", "单位")
    titles = [one.title for one in clerk.page.table.records.columns]
    section = titles.index("所在村（社区）")
    header = clerk.page.table.horizontalHeader()
    header.customContextMenuRequested.emit(QPoint(header.sectionViewportPosition(section) + 5, 5))
    chooses_from(menu_of(clerk), "按“所在村（社区）”筛选")
    dialog = dialog_of(clerk, ColumnFilterDialog)
    assert isinstance(dialog, ColumnFilterDialog)

    dialog.tick("东岭村")
    clerk.presses("筛选", within=dialog)

    assert clerk.page.banner.words == "已筛选 5 / 10：所在村（社区）为东岭村"
    assert len(clerk.lists()) == 5
    clerk.presses("清除")
    assert len(clerk.lists()) == 10


def test_what_a_block_lacks_can_be_typed_into_the_preview(clerk: Clerk, qtbot: QtBot) -> None:
    clerk.opens_tab("单位与工会", "基层工会")
    lays_on_clipboard("工会名称\t会员人数\t基层工会类型\r\n云溪惠民超市工会\t12\t单独基层工会\r\n")
    QTest.keyClick(clerk.window, Qt.Key.Key_V, CONTROL)
    dialog = paste_dialog(clerk)
    cells = dialog.table.cells
    titles = [cells.headerData(n, Qt.Orientation.Horizontal) for n in range(cells.columnCount())]

    cells.setData(cells.index(0, titles.index("建会日期")), "2024.6.1")
    qtbot.waitUntil(lambda: "新增 1 行" in dialog.words)
    clerk.presses("粘贴 1", within=dialog)

    (union,) = clerk.store.find(Union, name="云溪惠民超市工会")
    assert union.members_total == 12
