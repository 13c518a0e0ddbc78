"""The page of batches: households are added by ticks, amounts typed down, signatures by space."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.records.aid import AidBatch, AidItem
from models.records.hardship_file import HardshipFile
from models.store import Store
from models.values.dates import PartialDate
from tests.door import ReadyDoor
from tests.households import YUAN, id_number
from tests.keyboard import type_text
from ui.dialogs.history import HistoryDialog
from ui.dialogs.reports import PreviewDialog
from ui.pages.aid.choosing import ChooseFilesDialog
from ui.pages.aid.grid import COLUMNS
from ui.pages.aid.page import AidPage
from ui.window.main_window import MainWindow
from ui.window.subtabs import SubTabs

NAMES = ("柳青", "方舟", "田野", "秦川", "于飞")


@pytest.fixture
def store(window: MainWindow) -> Store:
    assert window.office is not None
    return window.office.store


@pytest.fixture
def files(store: Store) -> list[HardshipFile]:
    """Five households on file, every second one of another category."""
    with store.change("登记困难档案"):
        store.save(replace(store.town(), rule_region="shandong"))
        return [
            store.save(
                HardshipFile(
                    person_name=name,
                    id_no=id_number(11 + place * 13),
                    unit_name="云溪宏达铸造厂",
                    status="3",
                    category="12"[place % 2],
                    filed_on=PartialDate(2023, 3, 1 + place),
                )
            )
            for place, name in enumerate(NAMES)
        ]


@pytest.fixture
def page(window: MainWindow, files: list[HardshipFile]) -> AidPage:
    assert window.desk is not None
    window.desk.show_page("hardship")
    lists = window.desk.page
    assert isinstance(lists, SubTabs)
    lists.show_list(lists.titles.index("发放批次"))
    assert isinstance(lists.own_page, AidPage)
    return lists.own_page


def press(words: str, within: QWidget) -> None:
    found = [
        one
        for one in within.findChildren(QPushButton)
        if one.text().startswith(words) and one.isVisible()
    ]
    assert found[0].isEnabled(), words
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def fill(page: QWidget, label: str, text: str) -> None:
    line = next(
        one
        for one in page.findChildren(QLineEdit)
        if one.accessibleName() == label and one.isVisible()
    )
    line.setFocus()
    line.selectAll()
    type_text(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def start(page: AidPage, title: str = "春节送温暖") -> None:
    press("新建批次", page)
    fill(page.panel.head, "批次名称", title)
    fill(page.panel.head, "发放类别", "1")
    fill(page.panel.head, "资金来源", "5")
    fill(page.panel.head, "发放日期", "2024-2-2")


def add(page: AidPage, *names: str, amount: str = "1000") -> None:
    press("加入在档户", page)
    dialog = page.findChild(ChooseFilesDialog)
    for name in names or NAMES:
        dialog.tick(name)
    fill(dialog, "每户金额", amount)
    press("加入", dialog)


def type_cell(page: AidPage, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Type over the cell with the cursor, as a clerk does, and leave it by a key."""
    grid = page.panel.grid
    first = text[:1] if text.isascii() else text
    if not text.isascii():
        QApplication.sendEvent(grid, QInputMethodEvent("mi", []))
    type_text(grid, first)
    (editor,) = (one for one in grid.viewport().findChildren(QLineEdit) if one.isVisible())
    type_text(editor, text.removeprefix(first))
    QTest.keyClick(editor, key)


def cell(page: AidPage, row: int, title: str) -> str:
    column = [one.title for one in COLUMNS].index(title)
    return str(page.panel.grid.lines.index(row, column).data())


def cursor(page: AidPage) -> tuple[int, str]:
    index = page.panel.grid.currentIndex()
    return index.row(), COLUMNS[index.column()].title


def column_of(page: AidPage, title: str) -> list[str]:
    return [cell(page, row, title) for row in range(page.panel.grid.lines.rowCount())]


def test_the_page_says_what_to_do_first(page: AidPage) -> None:
    assert page.state_words == "2024年发放 0批，0人次，0.00元"
    assert "先填好批次名称" in _labels(page)


def _labels(widget: QWidget) -> str:
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def test_ticked_households_come_in_with_one_amount_for_all(page: AidPage, store: Store) -> None:
    start(page)
    add(page, "柳青", "田野", "于飞")

    assert column_of(page, "姓名") == ["柳青", "田野", "于飞"]
    assert column_of(page, "金额") == ["1,000.00"] * 3
    assert cell(page, 0, "身份证号") == f"370399********{id_number(11)[-4:]}"
    assert "3,000.00元" in page.panel.totals
    assert "人民币叁仟元整" in page.panel.totals
    assert store.count(AidItem) == 0


def test_amounts_by_category_go_before_the_one_for_all(page: AidPage) -> None:
    start(page)
    press("加入在档户", page)
    dialog = page.findChild(ChooseFilesDialog)
    press("全选", dialog)
    fill(dialog, "每户金额", "500")
    fill(dialog, "深度困难", "800")

    assert "已选 5 / 5 户，合计 3,400.00元" in dialog.words
    press("加入", dialog)
    assert column_of(page, "金额") == ["800.00", "500.00", "800.00", "500.00", "800.00"]


def test_only_one_category_can_be_shown_and_ticked(page: AidPage) -> None:
    start(page)
    press("加入在档户", page)
    dialog = page.findChild(ChooseFilesDialog)
    dialog.show_category("2")

    press("全选", dialog)
    press("加入", dialog)

    assert column_of(page, "姓名") == ["方舟", "秦川"]


def test_who_is_in_the_batch_is_not_offered_again(page: AidPage) -> None:
    start(page)
    add(page, "柳青")
    press("加入在档户", page)

    dialog = page.findChildren(ChooseFilesDialog)[-1]

    assert "/ 4 户" in dialog.words


def test_enter_goes_down_tab_right_and_the_sum_follows(page: AidPage) -> None:
    start(page)
    add(page, "柳青", "方舟")

    assert cursor(page) == (0, "金额")
    type_cell(page, "600")
    assert cursor(page) == (1, "金额")
    type_cell(page, "700", Qt.Key.Key_Tab)

    assert cursor(page) == (1, "物品")
    assert column_of(page, "金额") == ["600.00", "700.00"]
    assert "1,300.00元" in page.panel.totals
    type_cell(page, "米10斤")
    assert cursor(page) == (0, "领取日")
    assert cell(page, 1, "物品") == "米10斤"


def test_what_cannot_be_read_stays_out_and_is_said(page: AidPage) -> None:
    start(page)
    add(page, "柳青")

    type_cell(page, "5a")

    assert cell(page, 0, "金额") == "1,000.00"
    assert "第1行金额：「5a」不是金额" in _labels(page.panel)


def test_space_signs_and_takes_the_day_of_the_batch(page: AidPage) -> None:
    start(page)
    add(page, "柳青", "方舟")
    grid = page.panel.grid

    QTest.keyClick(grid, Qt.Key.Key_Space)

    assert column_of(page, "已签") == ["✔ 已签", "未签"]
    assert column_of(page, "领取日") == ["2024-02-02", "—"]
    assert column_of(page, "方式") == ["本人", "—"]
    assert "已签 1/2" in page.panel.totals
    QTest.keyClick(grid, Qt.Key.Key_Space)
    assert column_of(page, "已签") == ["未签", "未签"]


def test_everybody_can_be_signed_at_once(page: AidPage) -> None:
    start(page)
    add(page, "柳青", "方舟")

    press("全部签字", page)

    assert column_of(page, "已签") == ["✔ 已签"] * 2
    assert column_of(page, "领取日") == ["2024-02-02"] * 2


def test_too_much_stands_in_the_row_before_saving_and_saving_asks_for_the_reason(
    page: AidPage, store: Store, door: ReadyDoor
) -> None:
    start(page)
    add(page, "柳青", "方舟")

    type_cell(page, "3500")

    assert cell(page, 0, "提示").startswith("超过每人次最高3000元")
    assert cell(page, 1, "提示") == ""
    assert "1行要改" in page.panel.totals
    press("保存 F6", page)
    assert "第1行（柳青）没有保存" in door.said[-1]
    assert store.count(AidItem) == 0

    page.panel.grid.go_to(0)
    fill(page.panel, "超标准原因", "主席办公会批准")
    press("保存 F6", page)

    assert store.count(AidItem) == 2
    assert store.find(AidItem, household_name="柳青")[0].cap_reason == "主席办公会批准"


def test_saving_is_one_step_that_undo_takes_back(
    page: AidPage, store: Store, window: MainWindow
) -> None:
    start(page)
    add(page)
    press("保存 F6", page)
    rows = page.batches.records.rowCount()
    assert window.office is not None

    label = window.office.undo_label()
    window.office.undo()

    assert rows == 1
    assert label == "新增发放批次 春节送温暖"
    assert (store.count(AidBatch), store.count(AidItem)) == (0, 0)
    assert page.batches.records.rowCount() == 0
    assert page.panel.grid.lines.rowCount() == 0


def test_a_head_that_is_not_complete_is_not_saved(page: AidPage, store: Store) -> None:
    press("新建批次", page)
    add(page, "柳青")

    press("保存 F6", page)

    assert store.count(AidBatch) == 0
    assert "请填写批次名称" in _labels(page.panel)


def test_goods_by_proxy_ask_for_the_proxy(page: AidPage, store: Store) -> None:
    start(page)
    add(page, "柳青")
    grid = page.panel.grid
    grid.go_to(0, [one.title for one in COLUMNS].index("方式"))

    type_cell(page, "dl")

    assert cell(page, 0, "方式") == "代领"
    assert "代领的要填代领人" in cell(page, 0, "提示")
    grid.go_to(0)
    fill(page.panel, "代领人", "柳絮")
    fill(page.panel, "与本人关系", "女儿")
    press("保存 F6", page)
    (item,) = store.all(AidItem)
    assert (item.proxy_name, item.proxy_relation) == ("柳絮", "女儿")


def test_somebody_without_a_file_is_typed_in_with_the_reason(page: AidPage, store: Store) -> None:
    start(page)
    press("加入其他人", page)

    type_cell(page, "wang", Qt.Key.Key_Tab)
    assert cursor(page) == (0, "单位")
    page.panel.grid.go_to(0)
    type_cell(page, "300")
    fill(page.panel, "未建档原因", "突发火灾")
    press("保存 F6", page)

    (item,) = store.all(AidItem)
    assert (item.household_name, item.amount, item.no_file_reason) == (
        "wang",
        300 * YUAN,
        "突发火灾",
    )


def test_a_batch_that_all_signed_is_closed_and_corrected_by_a_reversing_line(
    page: AidPage, store: Store, door: ReadyDoor
) -> None:
    start(page)
    add(page, "柳青", "方舟")
    for row in range(2):
        page.panel.grid.go_to(row)
        QTest.keyClick(page.panel.grid, Qt.Key.Key_Space)
    press("保存 F6", page)
    grid = page.panel.grid

    grid.go_to(1)
    QTest.keyClicks(grid.viewport(), "5")
    QTest.keyClick(grid, Qt.Key.Key_Space)
    QTest.keyClick(grid, Qt.Key.Key_Delete)

    assert grid.viewport().findChild(QLineEdit) is None
    assert column_of(page, "已签") == ["✔ 已签"] * 2
    assert "已全部签领，不能再改" in _labels(page.panel)
    door.answers = ["冲正"]
    grid.go_to(1)
    press("冲正本行", page)
    assert column_of(page, "金额") == ["1,000.00", "1,000.00", "-1,000.00"]
    assert sum(one.amount or 0 for one in store.all(AidItem)) == 1_000 * YUAN


def test_leaving_a_changed_batch_asks_first(page: AidPage, store: Store, door: ReadyDoor) -> None:
    start(page)
    add(page, "柳青")

    door.answers = ["取消"]
    assert not page.may_leave()
    assert page.panel.grid.lines.rowCount() == 1
    door.answers = ["放弃"]
    assert page.may_leave()
    assert page.panel.grid.lines.rowCount() == 0
    start(page)
    door.answers = ["保存"]
    assert page.may_leave()
    assert [one.title for one in store.all(AidBatch)] == ["春节送温暖"]


def test_the_list_at_the_left_tells_sums_and_signatures(page: AidPage) -> None:
    start(page)
    add(page, "柳青", "方舟")
    QTest.keyClick(page.panel.grid, Qt.Key.Key_Space)
    press("保存 F6", page)

    records = page.batches.records

    assert [records.index(0, n).data() for n in range(3)] == ["春节送温暖", "2,000.00", "1/2"]
    assert page.state_words == "2024年发放 1批，2人次，2,000.00元"


def test_another_year_shows_its_own_batches(page: AidPage, window: MainWindow) -> None:
    start(page)
    add(page, "柳青")
    press("保存 F6", page)
    assert window.office is not None

    window.office.set_year(2023)

    assert page.batches.records.rowCount() == 0
    assert page.panel.grid.lines.rowCount() == 0
    window.office.set_year(2024)
    assert column_of(page, "姓名") == ["柳青"]


def test_a_batch_is_deleted_with_its_lines_and_comes_back(
    page: AidPage, store: Store, door: ReadyDoor, window: MainWindow
) -> None:
    start(page)
    add(page, "柳青")
    press("保存 F6", page)
    door.answers = ["删除"]

    press("删除批次", page)

    assert (store.count(AidBatch), store.count(AidItem)) == (0, 0)
    assert window.office is not None
    window.office.undo()
    assert column_of(page, "姓名") == ["柳青"]


def test_the_signing_list_is_shown_as_it_prints(
    qtbot: QtBot, page: AidPage, window: MainWindow
) -> None:
    start(page)
    add(page, "柳青")

    press("打印签领表", page)

    preview = window.findChild(PreviewDialog)
    assert preview.windowTitle() == "打印预览 · 云溪镇春节送温暖签领表"


def test_esc_puts_back_what_is_saved(page: AidPage) -> None:
    start(page)
    add(page, "柳青")
    press("保存 F6", page)
    type_cell(page, "250")

    press("放弃 Esc", page)

    assert column_of(page, "金额") == ["1,000.00"]
    assert not page.panel.is_changed


def test_what_was_changed_in_a_batch_is_one_click_away(page: AidPage) -> None:
    start(page)
    add(page, "柳青")
    press("保存 F6", page)

    press("修改记录", page)

    table = page.findChild(HistoryDialog).table
    assert table.findItems("新增发放批次 春节送温暖", Qt.MatchFlag.MatchExactly)
    assert table.findItems("元旦春节送温暖", Qt.MatchFlag.MatchExactly)
