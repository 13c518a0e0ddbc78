"""The page of negotiations shows what is next and overdue, and moves on by clicks and keys."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models import clock
from models.records.bargaining import Contract
from models.records.negotiation import Delegate, Negotiation, NegotiationVote
from models.store import Store
from tests.desk_fixtures import LARGE, SMALL
from tests.door import ReadyDoor
from tests.keyboard import type_text
from tests.widgets import clipped, texts
from ui import theme
from ui.dialogs.records import RecordDialog, RelatedDialog
from ui.office import Office
from ui.pages.negotiation.day_dialog import DayDialog
from ui.pages.negotiation.page import NegotiationPage
from ui.pages.negotiation.signing import SigningDialog
from ui.pages.negotiation.stage_row import StageRow

TODAY = date(2024, 3, 28)
Open = Callable[[], NegotiationPage]


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def open_page(qtbot: QtBot, office: Office) -> Open:
    def build() -> NegotiationPage:
        page = NegotiationPage(office)
        qtbot.addWidget(page)
        page.resize(1300, 520)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return build


@pytest.fixture
def shandong(store: Store) -> None:
    with store.change("地区"):
        store.save(replace(store.town(), rule_region="shandong"))


def _add(store: Store, **values: object) -> Negotiation:
    given: dict[str, object] = {
        "year": 2024,
        "scope": "1",
        "unit_name": "云溪鑫恒化工有限公司",
        "union_name": "云溪鑫恒化工有限公司工会委员会",
        "employer_party": "云溪鑫恒化工有限公司",
        "offer_side": "1",
        "offer_on": date(2024, 3, 14),
        "received_on": date(2024, 3, 15),
    }
    with store.change("新增协商"):
        return store.save(Negotiation(**{**given, **values}))  # type: ignore[arg-type]


def _row(page: NegotiationPage, title: str) -> StageRow:
    return next(one for one in page.course.rows if one.stage.title == title)


def _words(widget: QWidget) -> str:
    return " ".join(one.text() for one in widget.findChildren(QLabel))


def _press(qtbot: QtBot, place: QWidget, words: str) -> None:
    buttons = [one for one in place.findChildren(QPushButton) if one.text().startswith(words)]
    assert buttons, f"no button {words}"
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


def _now(store: Store) -> Negotiation:
    return store.all(Negotiation)[0]


def test_an_empty_page_says_what_to_do(open_page: Open) -> None:
    words = " ".join(one.text() for one in open_page().findChildren(QLabel) if one.isVisible())

    assert "本年度还没有协商" in words
    assert "新增协商" in words


@pytest.mark.usefixtures("shandong")
def test_the_list_tells_the_stage_and_what_is_overdue(open_page: Open, store: Store) -> None:
    _add(store)

    page = open_page()

    cells = [str(page.table.records.index(0, column).data()) for column in range(3)]
    assert cells == ["云溪鑫恒化工有限公司", "已要约", "答复超期"]
    assert page.state_words == "协商 1次，1次有超期的事项"
    assert "应于3月25日前答复（10日，山东省企业工资集体协商条例），已超期3天" in _words(
        _row(page, "答复")
    )


def test_only_the_next_stage_is_unfolded(open_page: Open, store: Store, qtbot: QtBot) -> None:
    _add(store)
    page = open_page()

    unfolded = [one.stage.title for one in page.course.rows if _folds(one) == "收起"]
    _press(qtbot, _row(page, "要约"), "展开")

    assert unfolded == ["答复"]
    assert _folds(_row(page, "要约")) == "收起"


def _folds(row: StageRow) -> str:
    words = [one.text() for one in row.findChildren(QPushButton)]
    return next(one for one in words if one in {"展开", "收起"})


def test_today_fills_the_next_day_as_one_change(
    open_page: Open, store: Store, qtbot: QtBot
) -> None:
    _add(store)
    page = open_page()

    _press(qtbot, _row(page, "答复"), "今天同意协商")

    after = _now(store)
    assert (after.replied_on, after.reply_result, after.status) == (TODAY, "1", "2")
    assert _row(page, "答复").stage.state == "done"
    assert _row(page, "代表").stage.state == "next"
    store.undo()
    assert (_now(store).replied_on, _now(store).status) == (None, "1")
    assert _row(page, "答复").stage.state == "next"


def test_enter_in_the_list_goes_to_what_is_next_and_the_key_does_it(
    open_page: Open, store: Store, qtbot: QtBot
) -> None:
    _add(store, received_on=None)
    page = open_page()
    page.table.setFocus()

    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    first = focused.text()
    qtbot.keyClick(focused, Qt.Key.Key_Space)
    following = QApplication.focusWidget()

    assert first == "今天送达"
    assert _now(store).received_on == TODAY
    assert isinstance(following, QPushButton)
    assert following.text() == "今天同意协商"


def test_another_day_is_typed_corrected_and_taken_back(
    open_page: Open, store: Store, qtbot: QtBot
) -> None:
    _add(store)
    page = open_page()

    def answer(text: str) -> DayDialog:
        dialog = page.findChildren(DayDialog)[-1]
        line = dialog.findChild(QLineEdit)
        line.selectAll()
        qtbot.keyClick(line, Qt.Key.Key_Delete)
        type_text(line, text)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        return dialog

    _press(qtbot, _row(page, "答复"), "其他日期")
    wrong = answer("2月30日")
    refused = _words(wrong)
    answer("3月20日")
    assert "2月" in refused
    assert _now(store).replied_on == date(2024, 3, 20)

    _press(qtbot, _row(page, "答复"), "展开")
    _press(qtbot, _row(page, "答复"), "2024-03-20")
    answer("")
    assert (_now(store).replied_on, _now(store).reply_result) == (None, "")


def test_a_refusal_ends_the_way_and_offers_another_round(
    open_page: Open, store: Store, qtbot: QtBot
) -> None:
    _add(store)
    page = open_page()

    _press(qtbot, _row(page, "答复"), "今天对方拒绝")

    assert _now(store).status == "21"
    assert [one.stage.title for one in page.course.rows if one.stage.state == "next"] == []
    _press(qtbot, _row(page, "答复"), "展开")
    _press(qtbot, _row(page, "答复"), "开始新一轮协商")
    dialog = page.findChild(RecordDialog)
    assert dialog.form.record.employer_party == "云溪鑫恒化工有限公司"  # type: ignore[attr-defined]
    assert dialog.form.record.id is None


def test_a_delegate_is_added_in_place_on_the_side_that_was_pressed(
    open_page: Open, store: Store, qtbot: QtBot
) -> None:
    _add(store, replied_on=date(2024, 3, 20), reply_result="1")
    page = open_page()

    _press(qtbot, _row(page, "代表"), "新增企业方代表")
    dialog = page.findChild(RelatedDialog)
    form = dialog.page.form
    for name, text in (("person_name", "孟明远"), ("post", "总经理"), ("elected_how", "委派")):
        form.cell(name).editor.control.setFocus()
        type_text(form.cell(name).editor.control, text)
    form.cell("elected_how").editor.control.clearFocus()
    assert form.save()
    dialog.close()

    added = store.all(Delegate)[0]
    assert (added.person_name, added.side, added.negotiation) == ("孟明远", "2", _now(store).id)
    assert "企业方1人" in _words(_row(page, "代表"))
    assert "职工方还没有首席代表" in _words(_row(page, "代表"))


def test_a_vote_added_behind_its_door_moves_the_status(
    open_page: Open, store: Store, qtbot: QtBot
) -> None:
    case = _add(store, replied_on=date(2024, 3, 20), reply_result="1", drafted_on=TODAY)
    page = open_page()
    _press(qtbot, _row(page, "审议"), "登记审议")
    dialog = page.findChild(RelatedDialog)
    vote = NegotiationVote(
        negotiation=case.id, body="2", held_on=TODAY, should_attend=40, present=30, agree=21
    )
    with store.change("新增审议"):
        store.save(vote)

    dialog.close()

    assert _now(store).status == "6"
    assert "通过：应到40人，实到30人，同意21票" in _words(_row(page, "审议"))
    assert _row(page, "签字").stage.state == "next"


def test_a_failed_vote_says_why(open_page: Open, store: Store) -> None:
    case = _add(store, replied_on=date(2024, 3, 20), reply_result="1", drafted_on=TODAY)
    vote = NegotiationVote(
        negotiation=case.id, body="2", held_on=TODAY, should_attend=40, present=30, agree=20
    )
    with store.change("新增审议"):
        store.save(vote)

    page = open_page()

    assert "没有超过应到40人的1/2，不按实到30人算" in _words(_row(page, "审议"))


def test_signing_registers_a_contract_and_undo_takes_it_back(
    open_page: Open, store: Store, qtbot: QtBot
) -> None:
    _add(
        store,
        unit=1,
        replied_on=date(2024, 3, 20),
        reply_result="1",
        drafted_on=date(2024, 3, 27),
    )
    before = store.count(Contract)
    page = open_page()
    _press(qtbot, _row(page, "签字"), "展开")

    _press(qtbot, _row(page, "签字"), "登记签字")
    dialog = page.findChild(SigningDialog)
    kind = next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == "合同种类")
    kind.setFocus()
    kind.selectAll()
    type_text(kind, "综合集体合同")
    _press(qtbot, dialog, "登记合同")

    made = store.find(Contract, negotiation=_now(store).id)
    assert [(one.kind, one.signed_on, one.valid_to) for one in made] == [
        ("1", TODAY, date(2025, 3, 27))
    ]
    assert made[0].workers_covered == 312
    assert _now(store).status == "7"
    store.undo()
    assert store.count(Contract) == before
    assert _now(store).status == "5"


def test_a_contract_that_a_list_brought_is_joined(
    open_page: Open, store: Store, qtbot: QtBot
) -> None:
    _add(store, unit=1, replied_on=date(2024, 3, 20), reply_result="1", drafted_on=TODAY)
    before = store.count(Contract)
    with store.change("企业级合同"):
        store.save(replace(store.find(Contract, unit=1)[0], scope="1"))
    page = open_page()
    _press(qtbot, _row(page, "签字"), "展开")
    _press(qtbot, _row(page, "签字"), "登记签字")

    _press(qtbot, page.findChild(SigningDialog), "登记合同")

    assert store.count(Contract) == before
    assert [one.unit for one in store.find(Contract, negotiation=_now(store).id)] == [1]


def test_a_signing_without_enterprises_says_where_to_register_them(
    open_page: Open, store: Store, qtbot: QtBot
) -> None:
    _add(store, scope="3", unit_name="", year=2022, drafted_on=date(2022, 3, 27))
    page = open_page()
    _press(qtbot, page, "只看2024年度")
    _press(qtbot, _row(page, "签字"), "展开")

    _press(qtbot, _row(page, "签字"), "登记签字")

    dialog = page.findChild(SigningDialog)
    save = next(one for one in dialog.findChildren(QPushButton) if one.text() == "登记合同")
    assert "先在“合同覆盖企业”里登记参加的企业" in _words(dialog)
    assert not save.isEnabled()


def _add_contract(store: Store, case: Negotiation, **values: object) -> None:
    given: dict[str, object] = {
        "negotiation": case.id,
        "unit_name": "云溪鑫恒化工有限公司",
        "kind": "2",
        "scope": "1",
        "signed_on": date(2024, 3, 1),
        "valid_from": date(2024, 3, 1),
        "valid_to": date(2025, 2, 28),
        "filed_on": date(2024, 3, 4),
        "received_on": date(2024, 3, 5),
    }
    with store.change("新增合同"):
        store.save(Contract(**{**given, **values}))  # type: ignore[arg-type]


def test_after_fifteen_days_without_objection_the_clerk_confirms(
    open_page: Open, store: Store, qtbot: QtBot
) -> None:
    case = _add(store, replied_on=date(2024, 2, 1), received_on=date(2024, 2, 1), offer_on=None)
    _add_contract(store, case)
    page = open_page()

    _press(qtbot, _row(page, "生效"), "确认2024-03-20生效")

    contract = store.find(Contract, negotiation=case.id)[0]
    assert (contract.effective_on, contract.review_result) == (date(2024, 3, 20), "3")
    assert _now(store).status == "9"
    assert _row(page, "公布").stage.state == "next"


def test_an_objection_asks_to_file_again(open_page: Open, store: Store, qtbot: QtBot) -> None:
    case = _add(store)
    _add_contract(store, case, received_on=date(2024, 3, 20))
    page = open_page()

    _press(qtbot, _row(page, "生效"), "今天提出异议")
    objected = _now(store).status
    _press(qtbot, _row(page, "生效"), "今天重新报送")

    contract = store.find(Contract, negotiation=case.id)[0]
    assert objected == "24"
    assert (contract.filed_on, contract.received_on, contract.review_result) == (TODAY, None, "")
    assert _row(page, "报送").stage.state == "next"


def test_a_suspension_stops_and_goes_on(open_page: Open, store: Store, qtbot: QtBot) -> None:
    _add(store, replied_on=date(2024, 3, 20), reply_result="1")
    page = open_page()
    _press(qtbot, _row(page, "会议"), "展开")

    _press(qtbot, _row(page, "会议"), "今天中止协商")
    paused = _now(store).status
    _press(qtbot, _row(page, "会议"), "今天恢复")

    assert paused == "4"
    assert _now(store).status == "2"


def test_a_deleted_negotiation_can_be_brought_back(
    open_page: Open, store: Store, qtbot: QtBot, door: ReadyDoor
) -> None:
    _add(store)
    page = open_page()
    door.answers = ["删除"]

    _press(qtbot, page.course, "删除")

    assert store.count(Negotiation) == 0
    store.undo()
    assert store.count(Negotiation) == 1
    assert page.table.records.rowCount() == 1


def test_a_signed_negotiation_is_not_deleted(
    open_page: Open, store: Store, qtbot: QtBot, door: ReadyDoor
) -> None:
    _add_contract(store, _add(store))
    page = open_page()
    door.answers = ["删除"]

    _press(qtbot, page.course, "删除")

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
    case = _add(store, title="云溪镇2024年区域性行业性工资集体协商（第二轮）")
    _add_contract(store, case, published_on=date(2024, 3, 20))
    theme.apply(app, scale=size[2])
    page = NegotiationPage(office)
    qtbot.addWidget(page)
    page.resize(round(1300 * size[2]), round(520 * size[2]))
    page.show()
    qtbot.waitExposed(page)
    for title in ("要约", "代表", "会议", "签字", "报送"):
        if _folds(_row(page, title)) == "展开":
            _press(qtbot, _row(page, title), "展开")
    qtbot.wait(1)

    assert clipped(page) == []
    foreign = [one for one in texts(page) if any("a" <= letter <= "z" for letter in one)]
    assert foreign == ["导入 Excel"]
