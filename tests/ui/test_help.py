"""F1 opens the manual where it tells of what has the focus, and says how a field is filled in."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

import ui.dialogs
from models import codes
from models.fields import fields_of
from models.records import BY_TABLE
from models.rules.governed import RULES_OF, rules_in_words
from models.store import Store
from ui.areas import AREAS
from ui.dialogs.manual import ManualDialog, manual
from ui.dialogs.password import PasswordDialog
from ui.help_topics import AREA_HEADINGS, DIALOG_HEADINGS, LIST_HEADINGS, heading_for
from ui.window.main_window import MainWindow
from ui.window.subtabs import SubTabs

HEADINGS = {line.lstrip("# ").strip() for line in manual().splitlines() if line.startswith("#")}


def _help(qtbot: QtBot, window: MainWindow, asking: QDialog | None = None) -> ManualDialog:
    place = asking or window
    QTest.keyClick(place, Qt.Key.Key_F1)
    found = place.findChild(ManualDialog)
    assert found is not None
    qtbot.waitUntil(found.isActiveWindow)
    return found


@pytest.mark.parametrize("area", [one.name for one in AREAS])
def test_every_tab_has_its_heading_in_the_manual(area: str) -> None:
    assert AREA_HEADINGS[area] in HEADINGS


def test_every_heading_that_help_turns_to_stands_in_the_manual() -> None:
    assert {*LIST_HEADINGS.values(), *DIALOG_HEADINGS.values()} <= HEADINGS


def test_lists_and_boxes_named_for_help_exist() -> None:
    titles = {one.title for area in AREAS for one in area.lists}
    folder = Path(ui.dialogs.__file__).parent.parent
    sources = "".join(one.read_text(encoding="utf-8") for one in folder.rglob("*.py"))

    assert set(LIST_HEADINGS) <= titles
    assert [name for name in DIALOG_HEADINGS if f"class {name}(QDialog)" not in sources] == []


def test_a_list_with_a_chapter_of_its_own_comes_before_its_tab() -> None:
    assert heading_for("summary", "已上报") == "已上报的材料"
    assert heading_for("summary", "总结") == "六、年度总结"


@pytest.mark.parametrize(("number", "heading"), [(0, "五、首页"), (2, "会员"), (9, "工会经费")])
def test_the_manual_opens_at_the_tab(
    qtbot: QtBot, window: MainWindow, number: int, heading: str
) -> None:
    assert window.desk is not None
    window.desk.show_area(number)
    window.desk.tabs.setFocus()

    found = _help(qtbot, window)

    assert found.heading == heading
    assert _shown_at_the_top(found) == heading
    QTest.keyClick(found, Qt.Key.Key_Escape)


def test_help_in_a_field_says_how_it_is_filled_in(qtbot: QtBot, window: MainWindow) -> None:
    assert window.desk is not None
    window.desk.show_area(1)
    lists = window.desk.page
    assert isinstance(lists, SubTabs)
    assert lists.page is not None
    control = lists.page.form.cell("credit_code").editor.control
    control.setFocus()

    found = _help(qtbot, window)

    words = " ".join(one.text() for one in found.findChildren(QLabel))
    assert "统一社会信用代码" in words
    assert "核对校验位" in words
    found.reject()
    assert window.focusWidget() is control


def test_help_in_a_field_names_the_rule_and_its_source(store: Store) -> None:
    lines = rules_in_words(store, "rights_case", "leave_to", date(2024, 5, 1))

    assert len(lines) == 1
    assert lines[0].startswith("停工留薪期上限（未经鉴定确认）：12个月（")
    assert "条例" in lines[0]


@pytest.mark.parametrize(("table", "field"), RULES_OF)
def test_rules_are_told_at_fields_that_exist(table: str, field: str) -> None:
    known = codes.table("local_rule").by_code

    assert field in fields_of(BY_TABLE[table])
    assert [code for code in RULES_OF[table, field] if code not in known] == []


def test_a_box_opens_the_manual_over_itself(qtbot: QtBot, window: MainWindow) -> None:
    window._actions.ask_password()
    dialog = window.findChild(PasswordDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)

    found = _help(qtbot, window, dialog)

    assert found.heading == "启动密码和锁定"
    found.reject()
    dialog.reject()


def test_words_are_found_in_the_manual_one_place_after_the_other(
    qtbot: QtBot, window: MainWindow
) -> None:
    found = _help(qtbot, window)
    box = found.search_box
    box.setFocus()

    QTest.keyClicks(box, "Excel")
    first = found.found_words
    QTest.keyClick(box, Qt.Key.Key_Return)
    second = found.found_words
    box.setText("没有这样的词")
    nothing = found.found_words

    assert first.startswith("第1处，共")
    assert second.startswith("第2处，共")
    assert nothing == "没有找到"
    found.reject()


def test_help_before_a_file_is_open_tells_how_to_begin(qtbot: QtBot, fresh: MainWindow) -> None:
    fresh.show_first_run()

    found = _help(qtbot, fresh)

    assert found.heading == "一、第一次打开"
    found.reject()


def _shown_at_the_top(dialog: ManualDialog) -> str:
    browser = dialog._text
    cursor = browser.cursorForPosition(browser.viewport().rect().topLeft())
    return cursor.block().text()
