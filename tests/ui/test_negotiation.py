"""The page of negotiations shows what is next and overdue, and moves on by clicks and keys."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from models.records.negotiation import Delegate, Negotiation, NegotiationVote
from models.store import Store
from tests.desk_fixtures import LARGE, SMALL
from tests.door import ReadyDoor
from tests.keyboard import type_text
from tests.ui.negotiating import (
    TODAY,
    Open,
    add,
    add_contract,
    folds,
    now,
    open_page,
    press,
    row,
    shandong,
    spring,
    words_of,
)
from tests.widgets import clipped, texts
from ui.look import theme
from ui.office import Office
from ui.pages.negotiation.day_dialog import DayDialog
from ui.pages.negotiation.page import NegotiationPage
from ui.record_boxes import RecordDialog, RelatedDialog

__all__ = ["open_page", "shandong", "spring"]


def test_an_empty_page_says_what_to_do(open_page: Open) -> None:
    words = " ".join(one.text() for one in open_page().findChildren(QLabel) if one.isVisible())

    assert "本年度还没有协商" in words
    assert "新增协商" in words


@pytest.mark.usefixtures("shandong")
def test_the_list_tells_the_stage_and_what_is_overdue(open_page: Open, store: Store) -> None:
    add(store)

    page = open_page()

    cells = [str(page.table.records.index(0, column).data()) for column in range(3)]
    assert cells == ["云溪鑫恒化工有限公司", "已要约", "答复超期"]
    assert page.state_words == "协商 1次，1次有超期的事项"
    assert "应于3月25日前答复（10日，山东省企业工资集体协商条例），已超期3天" in words_of(
        row(page, "答复")
    )


def test_a_past_year_is_told_as_it_ended(open_page: Open, store: Store, office: Office) -> None:
    add(store, year=2023, offer_on=date(2023, 12, 14), received_on=date(2023, 12, 15))
    office.set_year(2023)

    page = open_page()

    assert "应于2024年1月4日前答复" in words_of(row(page, "答复"))
    assert "还有4天" in words_of(row(page, "答复"))


def test_only_the_next_stage_is_unfolded(open_page: Open, store: Store, qtbot: QtBot) -> None:
    add(store)
    page = open_page()

    unfolded = [one.stage.title for one in page.course.rows if folds(one) == "收起"]
    press(qtbot, row(page, "要约"), "展开")

    assert unfolded == ["答复"]
    assert folds(row(page, "要约")) == "收起"


def test_today_fills_the_next_day_as_one_change(
    open_page: Open, store: Store, qtbot: QtBot
) -> None:
    add(store)
    page = open_page()

    press(qtbot, row(page, "答复"), "今天同意协商")

    after = now(store)
    assert (after.replied_on, after.reply_result, after.status) == (TODAY, "1", "2")
    assert row(page, "答复").stage.state == "done"
    assert row(page, "代表").stage.state == "next"
    store.undo()
    assert (now(store).replied_on, now(store).status) == (None, "1")
    assert row(page, "答复").stage.state == "next"


def test_enter_in_the_list_goes_to_what_is_next_and_the_key_does_it(
    open_page: Open, store: Store, qtbot: QtBot
) -> None:
    add(store, received_on=None)
    page = open_page()
    page.table.setFocus()

    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    first = focused.text()
    qtbot.keyClick(focused, Qt.Key.Key_Space)
    following = QApplication.focusWidget()

    assert first == "今天送达"
    assert now(store).received_on == TODAY
    assert isinstance(following, QPushButton)
    assert following.text() == "今天同意协商"


def test_another_day_is_typed_corrected_and_taken_back(
    open_page: Open, store: Store, qtbot: QtBot
) -> None:
    add(store)
    page = open_page()

    def answer(text: str) -> DayDialog:
        dialog = page.findChildren(DayDialog)[-1]
        line = dialog.findChild(QLineEdit)
        line.selectAll()
        qtbot.keyClick(line, Qt.Key.Key_Delete)
        type_text(line, text)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        return dialog

    press(qtbot, row(page, "答复"), "其他日期")
    wrong = answer("2月30日")
    refused = words_of(wrong)
    answer("3月20日")
    assert "2月" in refused
    assert now(store).replied_on == date(2024, 3, 20)

    press(qtbot, row(page, "答复"), "展开")
    press(qtbot, row(page, "答复"), "2024-03-20")
    answer("")
    assert (now(store).replied_on, now(store).reply_result) == (None, "")


def test_a_refusal_ends_the_way_and_offers_another_round(
    open_page: Open, store: Store, qtbot: QtBot
) -> None:
    add(store)
    page = open_page()

    press(qtbot, row(page, "答复"), "今天对方拒绝")

    assert now(store).status == "21"
    assert [one.stage.title for one in page.course.rows if one.stage.state == "next"] == []
    press(qtbot, row(page, "答复"), "展开")
    press(qtbot, row(page, "答复"), "开始新一轮协商")
    dialog = page.findChild(RecordDialog)
    assert dialog.form.record.employer_party == "云溪鑫恒化工有限公司"  # type: ignore[attr-defined]
    assert dialog.form.record.id is None


def test_a_delegate_is_added_in_place_on_the_side_that_was_pressed(
    open_page: Open, store: Store, qtbot: QtBot
) -> None:
    add(store, replied_on=date(2024, 3, 20), reply_result="1")
    page = open_page()

    press(qtbot, row(page, "代表"), "新增企业方代表")
    dialog = page.findChild(RelatedDialog)
    form = dialog.page.form
    for name, text in (("person_name", "孟明远"), ("post", "总经理"), ("elected_how", "委派")):
        form.cell(name).editor.control.setFocus()
        type_text(form.cell(name).editor.control, text)
    form.cell("elected_how").editor.control.clearFocus()
    assert form.save()
    dialog.close()

    added = store.all(Delegate)[0]
    assert (added.person_name, added.side, added.negotiation) == ("孟明远", "2", now(store).id)
    assert "企业方1人" in words_of(row(page, "代表"))
    assert "职工方还没有首席代表" in words_of(row(page, "代表"))


def test_a_vote_added_behind_its_door_moves_the_status(
    open_page: Open, store: Store, qtbot: QtBot
) -> None:
    case = add(store, replied_on=date(2024, 3, 20), reply_result="1", drafted_on=TODAY)
    page = open_page()
    press(qtbot, row(page, "审议"), "登记审议")
    dialog = page.findChild(RelatedDialog)
    vote = NegotiationVote(
        negotiation=case.id, body="2", held_on=TODAY, should_attend=40, present=30, agree=21
    )
    with store.change("新增审议"):
        store.save(vote)
    shown = dialog.page.table.records
    results = [one.title for one in shown.columns].index("结果")
    assert shown.index(0, results).data() == "通过"

    dialog.close()

    assert now(store).status == "6"
    assert "通过：应到40人，实到30人，同意21票" in words_of(row(page, "审议"))
    assert row(page, "签字").stage.state == "next"


def test_a_failed_vote_says_why(open_page: Open, store: Store) -> None:
    case = add(store, replied_on=date(2024, 3, 20), reply_result="1", drafted_on=TODAY)
    vote = NegotiationVote(
        negotiation=case.id, body="2", held_on=TODAY, should_attend=40, present=30, agree=20
    )
    with store.change("新增审议"):
        store.save(vote)

    page = open_page()

    assert "没有超过应到40人的1/2，不按实到30人算" in words_of(row(page, "审议"))


def test_a_suspension_stops_and_goes_on(open_page: Open, store: Store, qtbot: QtBot) -> None:
    add(store, replied_on=date(2024, 3, 20), reply_result="1")
    page = open_page()
    press(qtbot, row(page, "会议"), "展开")

    press(qtbot, row(page, "会议"), "今天中止协商")
    paused = now(store).status
    press(qtbot, row(page, "会议"), "今天恢复")

    assert paused == "4"
    assert now(store).status == "2"


def test_a_deleted_negotiation_can_be_brought_back(
    open_page: Open, store: Store, qtbot: QtBot, door: ReadyDoor
) -> None:
    add(store)
    page = open_page()
    door.answers = ["删除"]

    press(qtbot, page.course, "删除")

    assert store.count(Negotiation) == 0
    store.undo()
    assert store.count(Negotiation) == 1
    assert page.table.records.rowCount() == 1


def test_a_signed_negotiation_is_not_deleted(
    open_page: Open, store: Store, qtbot: QtBot, door: ReadyDoor
) -> None:
    add_contract(store, add(store))
    page = open_page()
    door.answers = ["删除"]

    press(qtbot, page.course, "删除")

    assert store.count(Negotiation) == 1
    assert "集体合同1份" in door.said[-1]


def test_a_new_negotiation_begins_with_the_year_and_the_union(
    open_page: Open, store: Store, qtbot: QtBot
) -> None:
    page = open_page()

    qtbot.keyClick(page, Qt.Key.Key_F5)

    dialog = page.findChild(RecordDialog)
    record = dialog.form.record
    assert isinstance(record, Negotiation)
    assert (record.year, record.union_name) == (2024, "云溪镇总工会")


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
def test_nothing_is_cut_off_or_foreign(
    qtbot: QtBot, app: QApplication, office: Office, store: Store, size: tuple[int, int, float]
) -> None:
    case = add(store, title="云溪镇2024年区域性行业性工资集体协商（第二轮）")
    add_contract(store, case, published_on=date(2024, 3, 20))
    theme.apply(app, scale=size[2])
    page = NegotiationPage(office)
    qtbot.addWidget(page)
    page.resize(round(1300 * size[2]), round(520 * size[2]))
    page.show()
    qtbot.waitExposed(page)
    for title in ("要约", "代表", "会议", "签字", "报送"):
        if folds(row(page, title)) == "展开":
            press(qtbot, row(page, title), "展开")
    qtbot.wait(1)

    assert clipped(page) == []
    foreign = [one for one in texts(page) if any("a" <= letter <= "z" for letter in one)]
    assert foreign == ["导出 Excel", "导入 Excel"]
