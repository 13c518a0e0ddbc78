"""A clerk types all day: Enter and Tab, the input method, runs of records, mending, leaving."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCompleter,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from models.records.service import Visit
from models.records.units import Unit
from tests.clerk import Clerk
from tests.door import ReadyDoor
from tests.keyboard import type_text
from tests.town import build_town
from ui import preferences
from ui.forms.carrying import CarryButton
from ui.forms.form import RecordForm
from ui.look.combo import CalmCombo
from ui.related import RelatedStrip
from ui.window.main_window import MainWindow

pytestmark = pytest.mark.journey
ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ID_NUMBER, BORN, FEMALE = "370322198503124828", date(1985, 3, 12), "女"


@pytest.fixture
def clerk(window: MainWindow, door: ReadyDoor) -> Clerk:
    return Clerk(window, door)


@pytest.fixture
def visits(clerk: Clerk) -> RecordForm:
    clerk.opens_tab("服务职工", "走访")
    clerk.presses("新增")
    return clerk.page.form


def _focus() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def _field(form: RecordForm) -> str:
    """Return the label of the field with the cursor, or the words of the button."""
    focused = _focus()
    name = form.body.name_of(focused)
    if name is not None:
        return form.cell(name).editor.field.label
    assert isinstance(focused, QPushButton), focused
    return focused.text()


def _line(form: RecordForm, name: str) -> QLineEdit:
    control = form.cell(name).editor.control
    assert isinstance(control, QLineEdit)
    return control


def _press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(_focus(), key, modifier)


def _walk(form: RecordForm, step: Callable[[], None], *, until: str) -> list[str]:
    passed = [_field(form)]
    while passed[-1] != until and len(passed) < 60:
        step()
        passed.append(_field(form))
    return passed


def _enter() -> None:
    focused = _focus()
    is_note = isinstance(focused, QPlainTextEdit)
    QTest.keyClick(focused, ENTER, CONTROL if is_note else Qt.KeyboardModifier.NoModifier)


def test_enter_and_tab_walk_the_same_way_to_the_button_and_back(visits: RecordForm) -> None:
    labels = [cell.editor.field.label for cell in visits.body.cells.values()]
    last = "保存并新增 F7"

    by_enter = _walk(visits, _enter, until=last)
    _line(visits, "visited_on").setFocus()
    by_tab = _walk(visits, lambda: _press(TAB), until=last)
    back = _walk(visits, lambda: _press(Qt.Key.Key_Backtab, SHIFT), until=labels[0])

    assert by_enter == [*labels, last]
    assert by_tab == by_enter
    assert back == by_enter[::-1]


def test_keypad_enter_goes_on_and_shift_enter_goes_back(visits: RecordForm) -> None:
    _press(Qt.Key.Key_Enter)
    forward = _field(visits)

    _press(ENTER, SHIFT)

    assert forward == "方式"
    assert _field(visits) == "走访日期"


def test_fields_that_cannot_be_typed_into_are_passed_over(visits: RecordForm) -> None:
    visits.cell("way").setEnabled(False)
    visits.cell("unit").hide()

    passed = _walk(visits, _enter, until="走访人")

    assert passed == ["走访日期", "走访企业", "走访人"]


def test_enter_ends_a_composition_and_does_not_leave_the_field(visits: RecordForm) -> None:
    line = _line(visits, "visitors")
    line.setFocus()
    QApplication.sendEvent(line, QInputMethodEvent("su xiao he", []))
    _press(ENTER)
    while_composing = _field(visits)
    committing = QInputMethodEvent()
    committing.setCommitString("苏小禾")
    QApplication.sendEvent(line, committing)

    _press(ENTER)

    assert while_composing == "走访人"
    assert line.text() == "苏小禾"
    assert _field(visits) == "带队级别"


def test_ctrl_enter_leaves_a_note_but_not_while_composing(visits: RecordForm) -> None:
    note = visits.cell("content").editor.control
    note.setFocus()
    type_text(note, "第一行")
    _press(ENTER)
    QApplication.sendEvent(note, QInputMethodEvent("di er", []))
    _press(ENTER, CONTROL)
    while_composing = _field(visits)
    type_text(note, "第二行")

    _press(ENTER, CONTROL)

    assert while_composing == "纪要"
    assert visits.cell("content").editor.read().value == "第一行\n第二行"
    assert _field(visits) == "收集的问题"


def test_enter_in_an_open_list_picks_and_goes_on(visits: RecordForm, clerk: Clerk) -> None:
    line = _line(visits, "unit")
    line.setFocus()
    type_text(line, "hdzz")
    popup = line.findChild(QCompleter).popup()
    assert popup.isVisible()

    QTest.keyClick(popup, ENTER)

    unit = clerk.store.find(Unit, name="云溪宏达铸造厂")[0]
    assert visits.cell("unit").editor.read().value == unit.id
    assert _field(visits) == "走访人"


def test_enter_stays_when_the_clerk_does_not_want_it_to_move(visits: RecordForm) -> None:
    preferences.keep_enter_moves(is_on=False)

    _press(ENTER)
    after_enter = _field(visits)
    _press(TAB)

    assert after_enter == "走访日期"
    assert _field(visits) == "方式"


def test_a_wrong_field_says_so_and_lets_the_clerk_go_on(visits: RecordForm) -> None:
    line = _line(visits, "visited_on")
    type_text(line, "2024-13-45")

    _press(ENTER)

    assert _field(visits) == "方式"
    assert "13月" in visits.cell("visited_on").note


def test_a_run_of_visits_is_typed_with_enter_alone_and_the_day_once(
    visits: RecordForm, clerk: Clerk
) -> None:
    before = clerk.store.count(Visit)
    type_text(_focus(), "3-5")
    names = ("云溪宏达铸造厂", "云溪惠民超市", "永兴五金制品厂")

    for name in names:
        _line(visits, "unit_name").setFocus()
        type_text(_focus(), name)
        _walk(visits, _enter, until="保存并新增 F7")
        _press(ENTER)
        assert clerk.sees(f"已保存 {name}"), name

    kept = clerk.store.all(Visit)[-3:]
    assert clerk.store.count(Visit) == before + 3
    assert [one.unit_name for one in kept] == list(names)
    assert {one.visited_on for one in kept} == {date(2024, 3, 5)}
    assert _line(visits, "visited_on").text() == "2024-03-05"
    assert visits.cell("visited_on").note == "与上一条相同"
    assert _field(visits) == "方式"
    assert clerk.window.office is not None
    clerk.window.office.undo()
    assert clerk.store.count(Visit) == before + 2


def test_the_clerk_chooses_what_the_next_record_keeps(visits: RecordForm, clerk: Clerk) -> None:
    button = visits.findChild(CarryButton)
    menu = button.menu()
    menu.aboutToShow.emit()
    actions = {one.text(): one for one in menu.actions()}
    assert actions["走访日期"].isChecked()

    actions["走访日期"].trigger()
    actions["对应单位"].trigger()
    clerk.fills(走访日期="3-5", 走访企业="云溪惠民超市")
    clerk.presses("保存并新增")

    assert _line(visits, "visited_on").text() == ""
    assert _line(visits, "unit").text() == "云溪惠民超市"
    assert _line(visits, "unit_name").text() == "云溪惠民超市"
    assert "对应单位" in button.accessibleName()


def test_what_is_to_be_mended_is_counted_named_and_reached(clerk: Clerk) -> None:
    clerk.opens_tab("会员", "会员")
    clerk.presses("新增")
    form = clerk.page.form
    clerk.fills(出生日期="没有", 会费交至="没有")

    clerk.presses("保存 F6")

    assert form.sections.words == ["会员 · 3处", "会籍 · 1处", "就业和户籍"]
    assert "有4处要改" in form.footer.words
    assert _field(form) == "姓名"
    assert form.cell("name").visibleRegion().boundingRect().height() > 0
    form.footer.problem_chosen.emit("dues_paid_to")
    assert _field(form) == "会费交至"
    assert form.sections.current == 1

    clerk.fills(会费交至="2024-6", 姓名="某某甲")
    _press(TAB)

    assert form.sections.words[:2] == ["会员 · 2处", "会籍"]
    assert "有2处要改" in form.footer.words


def test_the_links_of_the_foot_lead_to_their_fields(clerk: Clerk) -> None:
    clerk.opens_tab("会员", "会员")
    clerk.presses("新增")
    form = clerk.page.form
    clerk.presses("保存 F6")
    said = next(one for one in form.footer.findChildren(QLabel) if "要改" in one.text())

    said.linkActivated.emit("id_no")

    assert "证件号码</a>" in said.text()
    assert _field(form) == "证件号码"


def test_sections_are_reached_by_click_and_by_keys(clerk: Clerk) -> None:
    clerk.opens_tab("会员", "会员")
    clerk.presses("新增")
    form = clerk.page.form

    QTest.keyClick(_focus(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    by_key = (_field(form), form.sections.current)
    clerk.presses("就业和户籍", within=form)

    assert by_key == ("申请日期", 1)
    assert _field(form) == "就业状况"
    assert form.sections.current == 2
    assert form.cell("work_status").visibleRegion().boundingRect().height() > 0


def test_sex_and_birth_appear_as_soon_as_the_number_is_left(clerk: Clerk) -> None:
    clerk.opens_tab("会员", "会员")
    clerk.presses("新增")
    form = clerk.page.form

    clerk.fills(姓名="某某甲", 证件号码=ID_NUMBER)
    _press(ENTER)

    assert _line(form, "sex").text() == FEMALE
    assert _line(form, "birth").text() == BORN.isoformat()
    assert form.cell("birth").note == "按证件号码填写"


def test_switching_tabs_keeps_what_was_typed_and_marks_the_tab(
    visits: RecordForm, clerk: Clerk
) -> None:
    clerk.fills(走访企业="写了一半")
    tabs = clerk.desk.tabs
    place = tabs.currentIndex()

    clerk.opens_tab("单位与工会", "单位")
    marked = tabs.accessibleTabName(place), tabs.tabToolTip(place)
    clerk.opens_tab("服务职工")

    assert marked == ("服务职工，有内容还没有保存", "有内容还没有保存")
    assert clerk.door.said == []
    assert _line(visits, "unit_name").text() == "写了一半"
    assert clerk.sees("走访记录 0 · 未保存") or clerk.sees("· 未保存")
    visits.leave()
    assert not clerk.sees("· 未保存")
    assert tabs.tabToolTip(place) == ""


def test_another_record_is_shown_only_after_save_discard_or_cancel(clerk: Clerk) -> None:
    clerk.opens_tab("单位与工会", "单位")
    first = clerk.lists()[0]
    clerk.fills(联系人="某某")
    clerk.door.answers = ["取消", "放弃"]

    clerk.chooses("永兴五金制品厂")
    QTest.qWait(1)
    kept = (clerk.page.form.record, clerk.page.form.is_changed)
    clerk.chooses("永兴五金制品厂")

    assert clerk.store.title_of(kept[0]) == first
    assert kept[1]
    assert clerk.store.title_of(clerk.page.form.record) == "永兴五金制品厂"
    assert not clerk.store.find(Unit, contact="某某")
    assert f"“{first}”改过还没有保存" in clerk.door.said[0]


def test_closing_the_window_with_unsaved_text_asks_and_can_save(
    visits: RecordForm, clerk: Clerk
) -> None:
    clerk.fills(走访日期="3-5", 走访企业="云溪惠民超市")
    clerk.opens_tab("单位与工会", "单位")
    clerk.door.answers = ["取消", "保存", "不备份，直接退出"]

    first_try = clerk.window.close()
    shown = clerk.desk.tabs.tabText(clerk.desk.tabs.currentIndex())
    store = clerk.store
    path = store.path
    clerk.window.close()

    assert not first_try
    assert shown == "服务职工"
    assert clerk.window.office is None
    assert "走访记录" in clerk.door.said[0]
    assert _visits_in(path) == ["云溪惠民超市"]


def _visits_in(path: Path) -> list[str]:
    from models.store import Store

    store = Store.open(path)
    found = [one.unit_name for one in store.all(Visit)]
    store.close()
    return found


def test_another_year_keeps_what_stands_in_the_form_as_it_was_meant(
    visits: RecordForm, clerk: Clerk
) -> None:
    clerk.fills(走访日期="3-5", 走访企业="写了一半")
    years = clerk.desk.top_bar.findChild(CalmCombo)
    years.setFocus()

    years.activated.emit(years.findData(2023))

    assert clerk.door.said == []
    assert _line(visits, "unit_name").text() == "写了一半"
    assert _line(visits, "visited_on").text() == "2024-03-05"
    assert visits.is_changed


def test_another_file_asks_first(visits: RecordForm, clerk: Clerk, tmp_path: Path) -> None:
    other = tmp_path / "别的镇.db"
    build_town(other).close()
    here = clerk.store.path
    clerk.fills(走访企业="写了一半")
    clerk.door.answers = ["取消"]

    clerk.window.open_office(other)

    assert clerk.store.path == here
    assert _line(visits, "unit_name").text() == "写了一半"


def test_what_hangs_on_the_record_before_is_not_offered_for_the_next(
    visits: RecordForm, clerk: Clerk
) -> None:
    clerk.fills(走访日期="3-5", 走访企业="云溪惠民超市")
    clerk.presses("保存 F6")
    offered = clerk.sees("面谈对象 0")

    clerk.presses("保存并新增")

    strip = visits.findChild(RelatedStrip)
    assert offered
    assert not strip.isVisible()
    assert visits.record.id is None


def test_a_record_that_the_filter_hides_is_offered_and_shown(clerk: Clerk) -> None:
    clerk.opens_tab("服务职工", "走访")
    clerk.presses("新增")
    clerk.fills(走访日期="2023-3-5", 走访企业="云溪惠民超市")
    clerk.presses("保存 F6")
    assert clerk.sees("已保存，但不在当前筛选范围内")

    clerk.presses("显示它")

    assert "2023-03-05" in clerk.lists()
    assert clerk.store.title_of(clerk.page.form.record) == "云溪惠民超市 2023-03-05"


def test_what_was_given_up_by_mistake_is_found_again(visits: RecordForm, clerk: Clerk) -> None:
    clerk.fills(走访日期="3-5", 走访企业="云溪惠民超市", 纪要="谈了很久")

    _press(Qt.Key.Key_Escape)
    after_escape = (_line(visits, "unit_name").text(), visits.is_changed)
    clerk.presses("找回来")

    assert after_escape == ("", False)
    assert _line(visits, "unit_name").text() == "云溪惠民超市"
    assert visits.cell("content").editor.read().value == "谈了很久"
    assert visits.is_changed
    assert visits.record.id is None
