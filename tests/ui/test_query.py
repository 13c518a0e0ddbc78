"""The box in which a query is built, line by line."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from models.queries.conditions import Condition, Query
from models.queries.relations import Takes, relations_of
from models.queries.subjects import subjects_of
from models.records.base import Record
from models.records.hardship_file import HardshipFile
from models.records.members import Member
from models.records.queries import SavedQuery
from models.records.service import Visit
from models.records.units import Unit
from models.saved_queries import save_query, saved_queries
from models.store import Store
from models.values.dates import PartialDate
from tests.desk_fixtures import LARGE, SMALL
from tests.door import ReadyDoor
from tests.keyboard import type_text
from tests.query_box import look_at, pick, press, value_line
from tests.widgets import clipped
from ui.dialogs.query import QueryDialog
from ui.dialogs.query_values import ValueBox
from ui.dialogs.saved_queries import SavedQueriesDialog
from ui.look import theme
from ui.office import Office

Opened = Callable[[Query], QueryDialog]
LADIES = Query(Member, (Condition("sex", "is", "2"),))


@pytest.fixture(autouse=True)
def members(store: Store) -> None:
    with store.change("登记"):
        store.insert_all(
            [
                Member(name="张三", sex="1", joined_on=PartialDate(2020, 3)),
                Member(name="李四", sex="2", joined_on=PartialDate(2022)),
                Member(name="王五", sex="2", joined_on=PartialDate(2024, 5, 1), mobile="1"),
                Member(name="赵六"),
            ]
        )


@pytest.fixture
def taken() -> list[Query]:
    return []


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(SMALL[0], SMALL[1])
    qtbot.addWidget(made)
    return made


@pytest.fixture
def opened(qtbot: QtBot, office: Office, parent: QWidget, taken: list[Query]) -> Iterator[Opened]:
    made: list[QueryDialog] = []

    def make(query: Query) -> QueryDialog:
        dialog = QueryDialog(query, office, parent, taken.append)
        dialog.show()
        qtbot.waitExposed(dialog)
        dialog.activateWindow()
        made.append(dialog)
        return dialog

    yield make
    for dialog in made:
        dialog.reject()


def _problems(dialog: QueryDialog) -> list[str]:
    labels = dialog.findChildren(QLabel)
    return [one.text() for one in labels if one.property("role") == "error" and one.isVisible()]


def test_a_line_is_built_with_the_keyboard_alone(
    opened: Opened, taken: list[Query], qtbot: QtBot
) -> None:
    dialog = opened(Query(Member, ()))
    (row,) = dialog.rows
    look_at(row, "xb")
    focused = dialog.focusWidget()
    QTest.keyClick(row.relation, Qt.Key.Key_Down)
    QTest.keyClick(row.relation, Qt.Key.Key_Tab)
    pick(value_line(row), "nv")
    qtbot.waitUntil(lambda: dialog.count_words == "符合 2 / 4")
    QTest.keyClick(dialog, Qt.Key.Key_F6)

    assert focused is row.relation
    assert [one.conditions for one in taken] == [(Condition("sex", "is_not", "2"),)]
    assert not dialog.isVisible()


def test_the_count_follows_what_is_typed(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(Query(Member, (Condition("joined_on", "below", "2023"),)))
    before = dialog.count_words
    line = value_line(dialog.rows[0])
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "2022")

    qtbot.waitUntil(lambda: dialog.count_words == "符合 1 / 4")
    assert before == "符合 2 / 4"


def test_any_of_the_lines_is_enough_when_the_clerk_says_so(
    opened: Opened, taken: list[Query], qtbot: QtBot
) -> None:
    dialog = opened(Query(Member, (*LADIES.conditions, Condition("name", "begins", "张"))))
    both = dialog.count_words
    press(dialog, "满足任一")
    qtbot.waitUntil(lambda: dialog.count_words == "符合 3 / 4")
    dialog.apply()

    assert both == "符合 0 / 4"
    assert taken[0].is_any


def test_what_is_missing_is_said_at_its_line_and_gets_the_cursor(
    opened: Opened, taken: list[Query]
) -> None:
    dialog = opened(Query(Member, ()))
    dialog.apply()
    nothing = _problems(dialog)
    look_at(dialog.rows[0], "姓名")
    dialog.apply()
    no_value = _problems(dialog)
    focused = dialog.focusWidget()
    press(dialog, "加一条")
    type_text(dialog.rows[1].subject.control, "没有这一项")
    type_text(value_line(dialog.rows[0]), "张")
    dialog.apply()

    assert nothing == ["请先选看什么"]
    assert no_value == ["还没有填"]
    assert focused is value_line(dialog.rows[0])
    assert _problems(dialog) == ["没有“没有这一项”这一项，请从列表中选"]
    assert (taken, dialog.isVisible()) == ([], True)


def test_what_was_typed_stands_when_only_the_relation_changes(opened: Opened) -> None:
    dialog = opened(Query(Member, (Condition("joined_on", "below", "2023-05"),)))
    row = dialog.rows[0]
    row.relation.setCurrentText("不早于 ≥")

    assert row.read() == Condition("joined_on", "least", "2023-05")


def test_lines_are_added_and_taken_away(opened: Opened, taken: list[Query]) -> None:
    dialog = opened(LADIES)
    press(dialog, "加一条")
    look_at(dialog.rows[1], "工作单位")
    dialog.rows[1].relation.setCurrentText("为空")
    press(dialog.rows[0], "去掉")
    dialog.apply()

    assert taken[0].conditions == (Condition("unit_name", "blank"),)


def test_questions_about_other_records_are_offered_by_their_words(opened: Opened) -> None:
    dialog = opened(Query(Unit, ()))
    row = dialog.rows[0]
    look_at(row, "zfjl")

    labels = [row.relation.itemText(place) for place in range(row.relation.count())]

    assert labels[:4] == ["从未有", "有过", "今年没有", "今年有"]
    assert row.read() == Condition("@visit.unit", "none")


def test_a_query_is_kept_by_name_and_the_box_says_so(
    opened: Opened, store: Store, door: ReadyDoor, taken: list[Query]
) -> None:
    dialog = opened(LADIES)
    press(dialog, "保存查询")
    name = next(one for one in dialog.findChildren(QLineEdit) if "名字" in one.placeholderText())
    type_text(name, "女会员")
    press(dialog, "保存查询")
    dialog.apply()

    assert [one.name for one in taken] == ["女会员"]
    assert door.said == ["查询还没有名称 请写一个以后认得出的名称，如：今年未走访的企业。"]
    assert [one.name for one in saved_queries(store, Member)] == ["女会员"]
    assert any(one.text() == "✔ 已保存“女会员”" for one in dialog.findChildren(QLabel))


@pytest.fixture
def manager(
    qtbot: QtBot, office: Office, store: Store, parent: QWidget, taken: list[Query]
) -> SavedQueriesDialog:
    save_query(store, LADIES, "女会员")
    save_query(store, Query(Member, (Condition("mobile", "blank"),)), "没电话的")
    dialog = SavedQueriesDialog(Member, office, parent, taken.append)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_kept_queries_are_told_used_moved_renamed_and_deleted(
    manager: SavedQueriesDialog, store: Store, taken: list[Query], qtbot: QtBot
) -> None:
    said = manager.words
    press(manager, "下移")
    moved = [one.name for one in saved_queries(store, Member)]
    press(manager, "改名")
    editor = manager.list.findChild(QLineEdit)
    editor.selectAll()
    type_text(editor, "女同志")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: manager.list.findChild(QLineEdit) is None)
    renamed = [one.name for one in saved_queries(store, Member)]
    manager.list.setCurrentRow(0)
    press(manager, "删除")
    press(manager, "用它筛选")

    assert said == "性别是女"
    assert moved == ["没电话的", "女会员"]
    assert renamed == ["没电话的", "女同志"]
    assert [one.name for one in taken] == ["女同志"]
    assert [one.name for one in saved_queries(store, Member)] == ["女同志"]


def test_a_name_that_another_query_has_is_refused(
    manager: SavedQueriesDialog, store: Store, door: ReadyDoor
) -> None:
    manager.list.item(0).setText("没电话的")

    assert door.said == ["已经有一个叫“没电话的”的查询 请换一个名称，或先删除那一个。"]
    assert [one.name for one in saved_queries(store, Member)] == ["女会员", "没电话的"]
    assert manager.list.item(0).text() == "女会员"


def test_a_query_that_cannot_be_read_any_more_says_why(
    qtbot: QtBot, office: Office, store: Store, parent: QWidget, door: ReadyDoor
) -> None:
    with store.change("旧"):
        store.save(SavedQuery(table_name="member", name="旧的", conditions='{"version": 8}'))
    dialog = SavedQueriesDialog(Member, office, parent, lambda _query: None)
    qtbot.addWidget(dialog)
    dialog.show()
    press(dialog, "用它筛选")

    assert dialog.words == "读不出来：条件是另一个版本的程序保存的（8）"
    assert door.said[0].startswith("查询“旧的”读不出来")


@pytest.mark.parametrize("record_type", [Member, Unit, HardshipFile, Visit])
def test_whatever_is_asked_has_editors_that_can_be_read(
    qtbot: QtBot, store: Store, record_type: type[Record]
) -> None:
    own = [one for one in subjects_of(record_type) if one.step is None]
    for subject in own:
        for relation in relations_of(subject):
            box = ValueBox(subject, relation, store)
            qtbot.addWidget(box)
            wanted = {Takes.NOTHING: 0, Takes.TWO: 2}.get(relation.takes, 1)
            assert len(box.editors) == wanted, (subject.key, relation.code)


MANY = Query(
    HardshipFile,
    (
        Condition("@aid_item.household", "year_at_least", 3),
        Condition("filed_on", "between", ("2021-03", "2024-06-30")),
        Condition("@stage", "one_of", ("在档", "脱困")),
        Condition("nation", "one_of", ("01",)),
        Condition("total_income", "between", (100, 5_000_000)),
        Condition("unit/industry", "is", "C"),
    ),
)


@pytest.mark.parametrize(("width", "height", "scale"), [SMALL, LARGE])
def test_nothing_of_the_box_is_cut(
    opened: Opened, parent: QWidget, qtbot: QtBot, width: int, height: int, scale: float
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, scale=scale)
    parent.resize(width, height)

    dialog = opened(MANY)

    qtbot.waitUntil(lambda: clipped(dialog) == [])
