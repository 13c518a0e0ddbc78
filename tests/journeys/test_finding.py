"""A clerk with the telephone at her ear finds people, papers and lists, and picks whom she means."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCompleter

from models.records.members import Member
from models.records.service import Visit
from tests.clerk import Clerk
from tests.door import ReadyDoor
from tests.keyboard import type_text
from ui.dialogs.importing.dialog import ImportDialog
from ui.dialogs.reports import ReportDialog
from ui.window.main_window import MainWindow

pytestmark = pytest.mark.journey
NUMBERS = ("370399197804055810", "370399197804055802")


@pytest.fixture
def clerk(window: MainWindow, door: ReadyDoor) -> Clerk:
    return Clerk(window, door)


def _searches(clerk: Clerk, words: str, *, then: tuple[Qt.Key, ...] = ()) -> list[str]:
    """Press Ctrl+K, type, press further keys; return what was offered."""
    QTest.keyClick(clerk.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box = clerk.desk.top_bar.search
    type_text(box, words)
    offered = box.offered
    popup = box.findChild(QCompleter).popup()
    for key in then:
        QTest.keyClick(popup if popup.isVisible() else box, key)
    return offered


def _members(clerk: Clerk) -> None:
    clerk.opens_tab("会员", "会员")
    clerk.adds(姓名="单某某", 证件号码=NUMBERS[0], 工作单位="云溪宏达铸造厂", 入会日期="2020.3.1")
    clerk.adds(姓名="单某某", 证件号码=NUMBERS[1], 工作单位="云溪瑞丰纺织", 入会日期="2021.3.1")


def test_somebody_is_found_by_sound_unit_and_number_and_opened(clerk: Clerk) -> None:
    _members(clerk)
    clerk.opens_tab("首页")

    offered = _searches(clerk, "shanmoumou", then=(Qt.Key.Key_Down, Qt.Key.Key_Return))
    second = clerk.page.form.record
    by_words = _searches(clerk, "单某某 宏达", then=(Qt.Key.Key_Return,))
    first = clerk.page.form.record
    by_tail = _searches(clerk, NUMBERS[1][-4:])

    assert [one.rpartition("尾号")[2] for one in offered[1:3]] == ["5810", "5802"]
    assert isinstance(first, Member)
    assert isinstance(second, Member)
    assert (first.id_no, second.id_no) == NUMBERS
    assert "宏达" in by_words[1]
    assert by_tail[1].endswith("尾号5802")


def test_a_call_is_answered_and_esc_leads_back_to_the_half_filled_form(clerk: Clerk) -> None:
    _members(clerk)
    clerk.presses("新增")
    clerk.fills(姓名="某某丙")
    before = clerk.window.focusWidget()

    _searches(clerk, "单某某", then=(Qt.Key.Key_Escape,))

    assert clerk.window.focusWidget() is before
    assert clerk.page.form.is_changed


def test_lists_papers_forms_and_imports_are_reached_by_their_initials(clerk: Clerk) -> None:
    _searches(clerk, "zfjl", then=(Qt.Key.Key_Return,))
    listed = clerk.page.form.record
    _searches(clerk, "会员花名册", then=(Qt.Key.Key_Return,))
    dialog = clerk.window.findChildren(ReportDialog)[-1]
    printed = dialog.isVisible()
    dialog.reject()
    _searches(clerk, "hydr", then=(Qt.Key.Key_Return,))

    assert isinstance(listed, Visit)
    assert printed
    assert clerk.desk.findChild(ImportDialog).isVisible()


def test_all_hits_of_a_kind_are_listed_and_the_list_says_so(clerk: Clerk) -> None:
    with clerk.store.change("登记会员"):
        clerk.store.save_all([Member(name="王秀英", unit_name=f"第{n}厂") for n in range(15)])

    offered = _searches(clerk, "wxy", then=(*[Qt.Key.Key_Down] * 10, Qt.Key.Key_Return))

    assert offered[-1] == "还有 5 人，列出会员中的全部"
    assert len(clerk.lists()) == 15
    assert clerk.page.filter_box.text() == "wxy"


def test_a_unit_that_is_not_there_yet_is_made_without_the_mouse(clerk: Clerk) -> None:
    clerk.opens_tab("会员", "会员")
    clerk.presses("新增")
    control = clerk.page.form.cell("unit").editor.control
    control.setFocus()
    type_text(control, "云溪新星印刷厂")
    popup = control.findChild(QCompleter).popup()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    clerk.presses("保存 F6")

    assert clerk.page.form.cell("unit_name").editor.read().value == "云溪新星印刷厂"
