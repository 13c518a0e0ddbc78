"""The clerk asks her lists: ready questions, her own ones, kept by name, negative and stale ones."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from models import clock
from models.records.base import Record
from models.records.members import Member
from models.records.queries import SavedQuery
from models.records.service import Visit
from models.records.units import Unit
from tests.clerk import Clerk
from tests.door import ReadyDoor
from tests.keyboard import type_text
from tests.query_box import look_at, pick, press, value_line
from tests.town import YEAR
from ui.dialogs.query import QueryDialog
from ui.dialogs.saved_queries import SavedQueriesDialog
from ui.lists.state import Banner
from ui.window.main_window import MainWindow

pytestmark = pytest.mark.journey
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def clerk(window: MainWindow, door: ReadyDoor) -> Clerk:
    return Clerk(window, door)


def _keeps(clerk: Clerk, *records: Record) -> None:
    with clerk.store.change("登记"):
        clerk.store.insert_all(records)


def _menu(clerk: Clerk) -> QMenu:
    menu = clerk.page.filters.query.menu()
    assert isinstance(menu, QMenu)
    return menu


def _reads_menu(clerk: Clerk, qtbot: QtBot, *, kept: str) -> dict[str, str]:
    """Open 查询 and return what it offers with its counts, once the last of it is counted."""
    clerk.presses("查询")
    menu = _menu(clerk)
    last = next(one for one in menu.actions() if one.text() == kept)
    qtbot.waitUntil(lambda: "\t" in last.text())
    found = dict(one.text().split("\t") for one in menu.actions() if "\t" in one.text())
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    return found


def _asks(clerk: Clerk, words: str) -> None:
    """Open 查询 and click on one of its lines."""
    clerk.presses("查询")
    menu = _menu(clerk)
    action = next(one for one in menu.actions() if one.text().startswith(words))
    place = menu.actionGeometry(action).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)


def _box(clerk: Clerk) -> QueryDialog:
    return clerk.window.findChildren(QueryDialog)[-1]


def test_units_that_nobody_visited_are_found_and_cleared_again(clerk: Clerk) -> None:
    visited = clerk.store.all(Unit)[0]
    on = date(YEAR, 3, 1)
    _keeps(clerk, Visit(unit=visited.id, unit_name=visited.name, visited_on=on))
    clerk.opens_tab("单位与工会", "单位")
    everything = clerk.lists()

    _asks(clerk, "今年未走访")
    narrowed = clerk.lists()
    said = clerk.page.banner.words
    clerk.presses("清除")

    assert set(everything) - set(narrowed) == {visited.name}
    assert f"已筛选 {len(narrowed)} / {len(everything)}：{YEAR}年没有走访记录 且" in said
    assert clerk.lists() == everything


def test_an_own_question_is_built_kept_by_name_offered_with_its_count_and_undone(
    clerk: Clerk, qtbot: QtBot
) -> None:
    _keeps(clerk, Member(name="张三", sex="1"), Member(name="李四", sex="2"), Member(name="王五"))
    clerk.opens_tab("会员", "会员")
    clerk.page.table.setFocus()
    QTest.keyClick(clerk.page.table, Qt.Key.Key_F3, SHIFT)
    box = _box(clerk)
    look_at(box.rows[0], "xb")
    pick(value_line(box.rows[0]), "nv")
    type_text(box.findChild(QLabel, "name").buddy(), "女会员")
    press(box, "保存查询")
    press(box, "用它筛选 F6")
    asked = clerk.lists()
    qtbot.waitUntil(lambda: not clerk.window.findChildren(QueryDialog))
    offered = _reads_menu(clerk, qtbot, kept="女会员")
    clerk.page.clear_filters()
    _asks(clerk, "女会员")
    again = clerk.lists()
    clerk.window.activateWindow()
    qtbot.waitUntil(clerk.window.isActiveWindow)
    clerk.takes_back()

    assert asked == again == ["李四"]
    assert offered["女会员"] == "1"
    assert offered["移动电话为空"] == "0"
    assert clerk.store.all(SavedQuery) == []
    assert clerk.sees("已撤销：保存查询 女会员")


def test_the_words_of_the_banner_open_what_is_asked(clerk: Clerk) -> None:
    _keeps(clerk, Member(name="张三"), Member(name="李四", mobile="13900000001"))
    clerk.opens_tab("会员", "会员")
    _asks(clerk, "没有对应到工会")
    banner = clerk.page.findChild(Banner)
    words = next(one for one in banner.findChildren(QLabel) if "未关联" in one.text())
    QTest.mouseClick(words, Qt.MouseButton.LeftButton)
    box = _box(clerk)
    conditions = [one.read() for one in box.rows]
    press(box, "加一条")
    look_at(box.rows[-1], "yddh")
    box.rows[-1].relation.setCurrentText("不为空")
    press(box, "用它筛选")

    assert [(one.subject, one.relation) for one in conditions] == [("union", "blank")]
    assert clerk.lists() == ["李四"]
    assert "对应工会未关联 且 移动电话不为空" in clerk.page.banner.words


def test_what_was_not_changed_for_a_year_is_found(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk.opens_tab("单位与工会", "单位")
    everything = clerk.lists()
    _asks(clerk, "一年未改")
    none = clerk.lists()
    clerk.presses("清除")

    in_two_years = datetime(clock.today().year + 2, 6, 1, tzinfo=UTC)
    monkeypatch.setattr(clock, "now", lambda: in_two_years)
    clerk.chooses(everything[1])
    clerk.corrects(联系人="某某")
    _asks(clerk, "一年未改")

    assert none == []
    assert set(everything) - set(clerk.lists()) == {everything[1]}


def test_a_question_looks_at_every_year(clerk: Clerk) -> None:
    _keeps(
        clerk,
        Visit(unit_name="甲厂", visited_on=date(YEAR - 1, 5, 6)),
        Visit(unit_name="乙厂", visited_on=date(YEAR, 5, 6), content="谈话"),
    )
    clerk.opens_tab("服务职工", "走访")
    of_the_year = len(clerk.lists())
    _asks(clerk, "没有走访纪要")

    assert of_the_year == 1
    assert clerk.lists() == [f"{YEAR - 1}-05-06"]
    assert clerk.page.banner.words == "已筛选 1 / 2：纪要为空"


def test_a_heading_offers_to_ask_about_its_column(clerk: Clerk) -> None:
    _keeps(clerk, Member(name="张三", sex="1"), Member(name="李四", sex="2"))
    clerk.opens_tab("会员", "会员")
    header = clerk.page.table.horizontalHeader()
    titles = [one.title for one in clerk.page.table.records.columns]
    place = header.rect().center()
    place.setX(header.sectionViewportPosition(titles.index("性别")) + 5)
    header.customContextMenuRequested.emit(place)
    menu = header.findChild(QMenu)
    action = next(one for one in menu.actions() if one.text() == "用“性别”定条件…")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    box = _box(clerk)
    pick(value_line(box.rows[0]), "nan")
    press(box, "用它筛选")

    assert clerk.lists() == ["张三"]
    assert "性别是男" in clerk.page.banner.words


def test_kept_questions_are_looked_after_from_the_menu(clerk: Clerk) -> None:
    _keeps(clerk, Member(name="张三", sex="1"))
    kept = '{"version": 99}'
    _keeps(clerk, SavedQuery(table_name="member", name="旧的", conditions=kept, position=1))
    clerk.opens_tab("会员", "会员")
    _asks(clerk, "旧的（读不出来）")
    said = clerk.door.said[-1]
    _asks(clerk, "管理…")
    manager = clerk.window.findChildren(SavedQueriesDialog)[-1]
    press(manager, "删除")

    assert said.startswith("查询“旧的”读不出来：条件是另一个版本的程序保存的（99）")
    assert manager.list.count() == 0
    assert clerk.store.all(SavedQuery) == []
