"""Nothing is ever lost: what was deleted, undone or closed comes back through the window."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QMenu
from pytestqt.qtbot import QtBot

from models.attachments import attach, attachments_of
from models.records.bargaining import Contract
from models.records.papers import Document
from models.records.units import Unit, UnitYear
from tests.clerk import Clerk
from tests.door import ReadyDoor
from tests.keyboard import type_text
from ui.dialogs.closing import ClosingDialog
from ui.dialogs.operations import OperationsDialog
from ui.dialogs.recycle_bin import RecycleBinDialog
from ui.window.main_window import MainWindow

pytestmark = pytest.mark.journey
VILLAGE = "西河村"


@pytest.fixture
def clerk(window: MainWindow, door: ReadyDoor) -> Clerk:
    return Clerk(window, door)


def entries(clerk: Clerk, menu: str) -> list[QAction]:
    found = next(one for one in clerk.window.menuBar().actions() if one.text() == menu)
    inner = found.menu()
    assert isinstance(inner, QMenu)
    return list(inner.actions())


def opens(clerk: Clerk, entry: str) -> QDialog:
    """Choose an entry of the menu 编辑 and return the box that comes up."""
    action = next(one for one in entries(clerk, "编辑") if one.text().startswith(entry))
    assert action.isEnabled()
    action.trigger()
    return clerk.window.findChildren(QDialog)[-1]


def bin_of(clerk: Clerk) -> RecycleBinDialog:
    opened = opens(clerk, "回收站")
    assert isinstance(opened, RecycleBinDialog)
    return opened


def log_of(clerk: Clerk) -> OperationsDialog:
    opened = opens(clerk, "操作记录")
    assert isinstance(opened, OperationsDialog)
    return opened


def lines(box: RecycleBinDialog | OperationsDialog, column: int) -> list[str]:
    model = box.table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def narrows(clerk: Clerk, box: RecycleBinDialog, kind: str, words: str) -> None:
    """Choose a kind in the box and type what to look for."""
    kinds = box.findChildren(QComboBox)[0]
    kinds.setFocus()
    kinds.setCurrentIndex(kinds.findText(kind))
    kinds.activated.emit(kinds.currentIndex())
    type_text(box.words_box, words)


def village(clerk: Clerk) -> Unit:
    return clerk.store.find(Unit, name=VILLAGE)[0]


def deletes(clerk: Clerk, name: str) -> None:
    clerk.chooses(name)
    clerk.door.answers = ["删除"]
    clerk.presses("删除")


def clears_way(clerk: Clerk) -> None:
    """Take away what would keep the village from being deleted."""
    owner = village(clerk)
    others = [one for one in clerk.store.dependents(owner) if not one.is_part]
    with clerk.store.change("清理"):
        for one in others:
            clerk.store.delete_all(clerk.store.find(one.record_type, **{one.field: owner.id}))


def test_deleting_names_what_goes_and_the_status_bar_takes_it_back(clerk: Clerk) -> None:
    clears_way(clerk)
    clerk.opens_tab("单位与工会", "单位")
    deletes(clerk, VILLAGE)

    asked = clerk.door.said[-1]
    assert asked.startswith(f"删除单位“{VILLAGE}”？")
    assert "删除后可在回收站找回" in asked
    assert clerk.sees(f"已删除单位“{VILLAGE}”")
    assert VILLAGE not in clerk.lists()

    clerk.presses("撤销")

    assert VILLAGE in clerk.lists()


def test_a_deleted_unit_is_found_in_the_bin_looked_at_and_restored(
    clerk: Clerk, tmp_path: Path
) -> None:
    clears_way(clerk)
    unit = village(clerk)
    scan = tmp_path / "执照.jpg"
    scan.write_bytes(b"scan")
    attach(clerk.store, unit, [scan])
    years = clerk.store.find(UnitYear, unit=unit.id)
    clerk.opens_tab("单位与工会", "单位")
    deletes(clerk, VILLAGE)

    box = bin_of(clerk)
    narrows(clerk, box, "单位", VILLAGE)
    assert lines(box, 1) == [VILLAGE]
    assert "附件1个" in lines(box, 4)[0]
    held = [
        (box.values.item(row, 0).text(), box.values.item(row, 1).text())
        for row in range(box.values.rowCount())
    ]
    assert ("单位名称", VILLAGE) in held
    clerk.presses("恢复", within=box)

    assert lines(box, 1) == []
    assert clerk.store.find(Unit, name=VILLAGE) == [unit]
    assert clerk.store.find(UnitYear, unit=unit.id) == years
    assert len(attachments_of(clerk.store, unit)) == 1
    assert clerk.sees(f"已恢复单位 {VILLAGE}")
    clerk.closes(box)
    assert VILLAGE in clerk.lists()


def test_a_whole_step_comes_back_and_the_next_undo_takes_that_back(clerk: Clerk) -> None:
    papers = clerk.store.all(Document)
    with clerk.store.change(f"删除发文登记 {len(papers)}件"):
        clerk.store.delete_all(papers)

    box = bin_of(clerk)
    clerk.presses("恢复整步", within=box)
    assert clerk.store.all(Document) == papers
    clerk.closes(box)

    clerk.opens_tab("文书", "发文登记")
    clerk.takes_back()
    assert clerk.store.count(Document) == 0
    assert len(lines(bin_of(clerk), 1)) == len(papers)


def test_a_contract_whose_unit_is_binned_too_comes_back_with_it(clerk: Clerk) -> None:
    with clerk.store.change("新增"):
        unit = clerk.store.save(Unit(name="某新厂"))
        clerk.store.save(
            Contract(
                unit=unit.id,
                unit_name=unit.name,
                kind="2",
                signed_on=date(2024, 3, 1),
                valid_from=date(2024, 3, 1),
                valid_to=date(2025, 2, 28),
            )
        )
    for kind in (Contract, Unit):
        found = [one for one in clerk.store.all(kind) if "某新厂" in clerk.store.title_of(one)]
        with clerk.store.change(f"删除{kind.about.label}"):
            clerk.store.delete_all(found)

    box = bin_of(clerk)
    box.table.clearSelection()
    box.table.selectRow(lines(box, 0).index(Contract.about.label))
    clerk.door.answers = ["一起恢复"]
    clerk.presses("恢复", within=box)

    assert "单位“某新厂”也在回收站里" in clerk.door.said[-1]
    assert clerk.store.find(Contract, unit=unit.id)
    assert clerk.store.find(Unit, name="某新厂") == [unit]


def test_a_unit_entered_again_is_opened_instead_of_restored(clerk: Clerk) -> None:
    code = "91370305MA3C000001"
    with clerk.store.change("新增"):
        (old,) = clerk.store.save_all([Unit(name="旧厂", credit_code=code)])
    with clerk.store.change("删除单位 旧厂"):
        clerk.store.delete(old)
    with clerk.store.change("新增"):
        clerk.store.save_all([Unit(name="新厂", credit_code=code)])

    box = bin_of(clerk)
    clerk.door.answers = ["打开现有的"]
    clerk.presses("恢复", within=box)

    assert "后来又登记了统一社会信用代码相同的“新厂”" in clerk.door.said[-1]
    assert clerk.page.form.record.about is Unit.about
    assert clerk.store.find(Unit, name="旧厂") == []


def test_the_same_unit_entered_again_is_offered_from_the_bin(clerk: Clerk) -> None:
    clears_way(clerk)
    old = village(clerk)
    clerk.opens_tab("单位与工会", "单位")
    deletes(clerk, VILLAGE)

    clerk.presses("新增")
    clerk.fills(单位名称=VILLAGE, 法定代表人="新村长")
    clerk.presses("保存 F6")
    assert clerk.sees(f"回收站里有同样的单位：{VILLAGE}")
    assert clerk.store.find(Unit, name=VILLAGE) == []
    clerk.presses("恢复它")
    assert clerk.window.status.message == f"已恢复单位“{VILLAGE}”，刚才填的内容已改到它上面"

    (back,) = clerk.store.find(Unit, name=VILLAGE)
    assert (back.id, back.legal_person, back.phone) == (old.id, "新村长", old.phone)
    assert clerk.store.operations(1)[0].label == f"恢复单位 {VILLAGE}"
    assert not clerk.sees("回收站里有")


def test_the_clerk_may_add_it_all_the_same(clerk: Clerk) -> None:
    clears_way(clerk)
    old = village(clerk)
    clerk.opens_tab("单位与工会", "单位")
    deletes(clerk, VILLAGE)

    clerk.presses("新增")
    clerk.fills(单位名称=VILLAGE)
    clerk.presses("保存 F6")
    clerk.presses("仍然新增")

    (fresh,) = clerk.store.find(Unit, name=VILLAGE)
    assert fresh.id != old.id
    assert clerk.sees("已保存")


def test_purging_names_what_goes_and_asks_first(clerk: Clerk) -> None:
    clears_way(clerk)
    clerk.opens_tab("单位与工会", "单位")
    deletes(clerk, VILLAGE)
    box = bin_of(clerk)
    narrows(clerk, box, "单位", VILLAGE)

    clerk.door.answers = ["取消"]
    clerk.presses("彻底删除", within=box)
    assert lines(box, 1) == [VILLAGE]
    clerk.door.answers = ["彻底删除"]
    clerk.presses("彻底删除", within=box)

    assert f"彻底删除单位“{VILLAGE}”？" in clerk.door.said[-1]
    assert "谁也找不回来" in clerk.door.said[-1]
    assert lines(box, 1) == []
    clerk.closes(box)
    steps = log_of(clerk)
    assert lines(steps, 1)[0].startswith("彻底删除单位1家")
    assert "有记录已彻底删除" in lines(steps, 4)


def test_an_older_step_is_taken_back_from_the_log(clerk: Clerk) -> None:
    clerk.opens_tab("单位与工会", "单位")
    clerk.adds(单位名称="一号厂")
    clerk.adds(单位名称="二号厂")

    steps = log_of(clerk)
    type_text(steps.words_box, "一号厂")
    assert lines(steps, 1) == ["新增单位 一号厂"]
    clerk.presses("撤销这一步", within=steps)

    assert lines(steps, 4)[-1] == "已撤销"
    clerk.closes(steps)
    assert clerk.store.find(Unit, name="一号厂") == []
    assert len(clerk.store.find(Unit, name="二号厂")) == 1


def test_a_step_whose_record_was_changed_since_is_refused_in_words(clerk: Clerk) -> None:
    clerk.opens_tab("单位与工会", "单位")
    clerk.adds(单位名称="一号厂")
    clerk.corrects(法定代表人="王厂长")

    steps = log_of(clerk)
    type_text(steps.words_box, "新增单位 一号厂")
    clerk.presses("撤销这一步", within=steps)

    assert "不能撤销“新增单位 一号厂”：其中有记录后来又改过" in clerk.door.said[-1]
    assert len(clerk.store.find(Unit, name="一号厂")) == 1


def test_the_record_of_a_step_is_opened_from_the_log(clerk: Clerk) -> None:
    clerk.opens_tab("单位与工会", "单位")
    clerk.adds(单位名称="一号厂")
    clerk.opens_tab("文书", "发文登记")

    steps = log_of(clerk)
    clerk.presses("打开记录", within=steps)

    assert clerk.page.form.record == clerk.store.find(Unit, name="一号厂")[0]


def test_the_menu_takes_back_any_of_the_last_steps(clerk: Clerk) -> None:
    clerk.opens_tab("单位与工会", "单位")
    clerk.adds(单位名称="一号厂")
    clerk.adds(单位名称="二号厂")
    submenu = next(one for one in entries(clerk, "编辑") if one.text() == "撤销哪一步").menu()
    assert isinstance(submenu, QMenu)
    submenu.aboutToShow.emit()

    names = [one.text().partition("\t")[0] for one in submenu.actions()]
    assert names[:2] == ["新增单位 二号厂", "新增单位 一号厂"]
    submenu.actions()[1].trigger()

    assert clerk.store.find(Unit, name="一号厂") == []
    assert len(clerk.store.find(Unit, name="二号厂")) == 1


def test_a_step_is_taken_back_after_the_program_was_closed(clerk: Clerk, town_path: Path) -> None:
    clears_way(clerk)
    clerk.opens_tab("单位与工会", "单位")
    deletes(clerk, VILLAGE)
    clerk.window.show_first_run()

    clerk.window.open_office(town_path)
    undo = next(one for one in entries(clerk, "编辑") if one.text().startswith("撤销 "))
    assert undo.text().startswith(f"撤销 删除单位 {VILLAGE}")
    undo.trigger()

    assert len(clerk.store.find(Unit, name=VILLAGE)) == 1


def test_the_bin_and_the_log_are_found_by_the_search_box(clerk: Clerk) -> None:
    search = clerk.desk.top_bar.search
    search.setFocus()
    type_text(search, "回收站")

    assert any("回收站" in one for one in search.offered)


def test_a_closed_year_refuses_changes_until_it_is_opened_with_a_reason(clerk: Clerk) -> None:
    closing = opens(clerk, "年度结账")
    assert isinstance(closing, ClosingDialog)
    clerk.presses("结账 2024年度", within=closing)
    assert clerk.sees("2024年度已结账")
    combos = clerk.desk.top_bar.findChildren(QComboBox)
    (years,) = [one for one in combos if one.accessibleName() == "年度"]
    assert years.currentText() == "2024年度 已结账"

    clerk.opens_tab("文书", "发文登记")
    clerk.chooses(clerk.lists()[0])
    deleted = clerk.store.count(Document)
    clerk.door.answers = ["删除"]
    clerk.presses("删除")
    assert "2024年度已经结账，不能改；要改先反结账" in clerk.door.said[-1]
    assert clerk.store.count(Document) == deleted

    opening = opens(clerk, "年度结账")
    assert isinstance(opening, ClosingDialog)
    clerk.presses("反结账", within=opening)
    assert "请写明反结账的原因" in clerk.door.said[-1]
    type_text(opening.reason_box, "漏登一份发文")
    clerk.presses("反结账", within=opening)

    clerk.door.answers = ["删除"]
    clerk.presses("删除")
    assert clerk.store.count(Document) == deleted - 1
    labels = [one.label for one in clerk.store.operations(3)]
    assert "2024年度反结账：漏登一份发文" in labels


def test_deleting_a_thousand_units_is_one_step(clerk: Clerk, qtbot: QtBot) -> None:
    with clerk.store.change("批量登记"):
        clerk.store.insert_all([Unit(name=f"第{n:04}号作坊") for n in range(1000)])
    clerk.opens_tab("单位与工会", "单位")
    clerk.page.filter_box.setText("号作坊")
    table = clerk.page.table
    qtbot.waitUntil(lambda: table.records.rowCount() == 1000)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    clerk.door.answers = ["删除"]
    clerk.presses("删除")

    assert "等1000家" in clerk.door.said[-1]
    assert clerk.store.operations(1)[0].label.endswith("等1000家")
    assert not [one for one in clerk.store.all(Unit) if "号作坊" in one.name]
    clerk.presses("撤销")
    assert len([one for one in clerk.store.all(Unit) if "号作坊" in one.name]) == 1000
