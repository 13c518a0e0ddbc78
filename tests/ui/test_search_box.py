"""Ctrl+K: one box over records of every kind, lists, papers and commands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCompleter
from pytestqt.qtbot import QtBot

from models.records.members import Member
from models.records.safety import SafetyCheck
from models.store import Store
from models.values.dates import PartialDate
from tests.keyboard import type_text
from ui.dialogs.recycle_bin import RecycleBinDialog
from ui.dialogs.reports import ReportDialog
from ui.window.desk import Desk
from ui.window.main_window import MainWindow
from ui.window.search_box import SearchBox
from ui.window.subtabs import SubTabs

CONTROL = Qt.KeyboardModifier.ControlModifier
MANY = 30


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


@pytest.fixture
def members(window: MainWindow) -> list[Member]:
    assert window.office is not None
    store = window.office.store
    with store.change("登记会员"):
        return store.save_all(
            [
                *(
                    Member(name="王秀英", unit_name=f"云溪第{number:02}厂", birth=PartialDate(1985))
                    for number in range(MANY)
                ),
                Member(name="单雨喆", unit_name="云溪惠民超市", id_no="370399199007020043"),
            ]
        )


def press(box: SearchBox, *keys: Qt.Key) -> None:
    """Press keys where they arrive: at the open list, or in the box."""
    popup = box.findChild(QCompleter).popup()
    for key in keys:
        QTest.keyClick(popup if popup.isVisible() else box, key)


def search_for(desk: Desk, text: str) -> SearchBox:
    QTest.keyClick(desk.window(), Qt.Key.Key_K, CONTROL)
    box = desk.top_bar.search
    assert box.hasFocus()
    type_text(box, text)
    return box


def shown_list(desk: Desk) -> SubTabs:
    assert isinstance(desk.page, SubTabs)
    return desk.page


def test_hits_stand_under_the_name_of_their_kind_and_are_told_apart(
    desk: Desk, members: list[Member]
) -> None:
    box = search_for(desk, "shanyu")

    assert box.offered == ["会员　1 人", "单雨喆　云溪惠民超市　尾号0043"]


def test_a_kind_with_very_many_says_how_many_more_and_lists_them(
    desk: Desk, members: list[Member]
) -> None:
    box = search_for(desk, "wangxiuying")
    offered = box.offered

    press(box, *[Qt.Key.Key_Down] * 10, Qt.Key.Key_Return)

    assert offered[0] == f"会员　{MANY} 人"
    assert offered[-1] == f"还有 {MANY - 10} 人，列出会员中的全部"
    page = shown_list(desk).page
    assert page is not None
    assert page.filter_box.text() == "wangxiuying"
    assert page.table.records.rowCount() == MANY


def test_arrows_pass_over_headings_and_enter_opens_the_record(
    desk: Desk, members: list[Member]
) -> None:
    box = search_for(desk, "wangxiuying")

    press(box, Qt.Key.Key_Down, Qt.Key.Key_Return)

    page = shown_list(desk).page
    assert page is not None
    assert page.form.record == members[1]
    assert box.text() == ""


def test_esc_goes_back_to_where_the_cursor_was(desk: Desk) -> None:
    desk.show_list(Member)
    page = shown_list(desk).page
    assert page is not None
    page.filter_box.setFocus()
    box = search_for(desk, "rffz")

    press(box, Qt.Key.Key_Escape)

    assert page.filter_box.hasFocus()
    assert box.text() == ""
    assert not box.findChild(QCompleter).popup().isVisible()


def test_several_words_narrow_down(desk: Desk, members: list[Member]) -> None:
    box = search_for(desk, "王秀英 07厂")

    assert box.offered == ["会员　1 人", "王秀英　云溪第07厂　1985年生"]


@pytest.mark.parametrize("typed", ["安全检查", "aqjc", "anquanjiancha"])
def test_a_list_is_found_by_its_name(desk: Desk, typed: str) -> None:
    box = search_for(desk, typed)

    assert box.offered[:2] == ["功能", "去：安全检查"]
    press(box, Qt.Key.Key_Return)
    page = shown_list(desk).page
    assert page is not None
    assert isinstance(page.form.record, SafetyCheck)


def test_a_form_a_list_to_bring_in_and_a_roster_are_found(desk: Desk) -> None:
    found = {typed: search_for(desk, typed).offered for typed in ("hydr", "会员花名册", "xzzfjl")}

    assert "会员导入…" in found["hydr"]
    assert "打印：会员花名册" in found["会员花名册"]
    assert "新增走访记录" in found["xzzfjl"]


def test_a_roster_opens_as_it_prints(desk: Desk) -> None:
    box = search_for(desk, "会员花名册")

    press(box, Qt.Key.Key_Return)

    (dialog,) = desk.findChildren(ReportDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_entries_of_the_menus_are_found_and_done(desk: Desk, window: MainWindow) -> None:
    box = search_for(desk, "使用手册")
    rows = box.offered

    assert any("手册" in one for one in rows)


def test_the_list_waits_while_the_input_method_composes(desk: Desk, members: list[Member]) -> None:
    box = search_for(desk, "王")
    popup = box.findChild(QCompleter).popup()
    was_open = popup.isVisible()

    QApplication.sendEvent(box, QInputMethodEvent("xiu", []))
    QTest.keyClick(box, Qt.Key.Key_Return)

    assert was_open
    assert not popup.isVisible()
    assert box.text() == "王"
    done = QInputMethodEvent()
    done.setCommitString("秀")
    QApplication.sendEvent(box, done)
    assert popup.isVisible()
    assert box.offered[0] == f"会员　{MANY} 人"


def test_what_was_just_changed_is_found(desk: Desk, window: MainWindow) -> None:
    assert window.office is not None
    store = window.office.store
    search_for(desk, "新名字")
    with store.change("登记会员"):
        store.save_all([Member(name="新名字")])

    found = search_for(desk, "新名字").offered
    store.undo()
    gone = search_for(desk, "新名字").offered

    assert found == ["会员　1 人", "新名字"]
    assert gone == ["没有找到“新名字”", "到回收站里找“新名字”"]


def test_whoever_was_deleted_is_looked_for_in_the_recycle_bin(
    desk: Desk, window: MainWindow, members: list[Member]
) -> None:
    assert window.office is not None
    with window.office.store.change("删除会员"):
        window.office.store.delete(members[-1])
    box = search_for(desk, "单雨喆")

    press(box, Qt.Key.Key_Down, Qt.Key.Key_Return)

    (dialog,) = desk.findChildren(RecycleBinDialog)
    titles = [one.title for one in dialog.table.lines.lines]
    dialog.reject()
    assert titles == ["单雨喆"]


def test_a_long_file_is_read_ahead_while_the_clerk_types(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    assert window.office is not None
    store: Store = window.office.store
    with store.change("导入", kind="import"):
        store.save_all([Member(name=f"张{number}") for number in range(40_000)])

    box = search_for(desk, "zh")

    qtbot.waitUntil(lambda: box.offered[0] == "会员　40,000 人", timeout=30_000)
