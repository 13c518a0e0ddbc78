"""A clerk's negotiation for the whole area, from the offer to the publication, by clicking."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from models import clock
from models.figures.catalogue import compute
from models.figures.figure import Figure
from models.periods import year_period
from models.records.bargaining import Contract
from models.records.negotiation import Negotiation
from tests.clerk import Clerk
from tests.door import ReadyDoor
from ui.pages.negotiation.page import NegotiationPage
from ui.pages.negotiation.signing import SigningDialog
from ui.pages.negotiation.stage_row import StageRow
from ui.record_boxes import RelatedDialog
from ui.window.main_window import MainWindow
from ui.window.subtabs import SubTabs

pytestmark = pytest.mark.journey


@pytest.fixture
def clerk(window: MainWindow, door: ReadyDoor) -> Clerk:
    return Clerk(window, door)


class Calendar:
    """The day on the wall; the journey turns its leaves."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.day = date(2024, 3, 14)
        monkeypatch.setattr(clock, "today", lambda: self.day)


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> Calendar:
    return Calendar(monkeypatch)


def _page(clerk: Clerk) -> NegotiationPage:
    lists = clerk.desk.page
    assert isinstance(lists, SubTabs)
    assert isinstance(lists.own_page, NegotiationPage)
    return lists.own_page


def _row(clerk: Clerk, title: str) -> StageRow:
    return next(one for one in _page(clerk).course.rows if one.stage.title == title)


def _press(clerk: Clerk, title: str, words: str) -> None:
    clerk.presses(words, within=_row(clerk, title))


@contextmanager
def _box(place: QWidget, kind: type[QDialog]) -> Iterator[QDialog]:
    """Work in the box that is open, then close it with Esc if it is still there."""
    dialog = place.findChildren(kind)[-1]
    yield dialog
    if dialog.isVisible():
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def _figure(clerk: Clerk, code: str) -> Figure:
    return compute(clerk.store, year_period(2024))[code]


def _now(clerk: Clerk) -> Negotiation:
    return clerk.store.find(Negotiation, title="云溪镇2024年区域性工资集体协商（二）")[0]


def _offer(clerk: Clerk) -> None:
    clerk.opens_tab("集体协商", "协商")
    clerk.presses("新增协商")
    clerk.fills(
        协商名称="云溪镇2024年区域性工资集体协商（二）",
        层级="区域",
        企业方="云溪镇商会",
        提出方="职工方",
        要约书编号="云溪镇协要〔2024〕1号",
    )
    clerk.presses("保存 F6")
    _press(clerk, "要约", "今天发出要约")
    _press(clerk, "要约", "今天送达")


def _add_delegates(clerk: Clerk) -> None:
    for side, chief, origin in (
        ("职工方", "孟明远", "工会主席当然"),
        ("企业方", "秦晓禾", "法定代表人本人"),
    ):
        _press(clerk, "代表", f"新增{side}代表")
        with _box(_page(clerk), RelatedDialog) as box:
            for place, name in enumerate((chief, f"{side}代表二", f"{side}代表三")):
                clerk.fills(
                    姓名=name,
                    单位="云溪镇商会",
                    职务或岗位="代表",
                    产生方式=origin if place == 0 else "民主推举",
                    产生日期="今天",
                    首席代表="是" if place == 0 else "否",
                )
                clerk.presses("保存并新增", within=box)


def _meet(clerk: Clerk) -> None:
    _press(clerk, "会议", "登记会议")
    with _box(_page(clerk), RelatedDialog) as box:
        clerk.fills(
            会议日期="今天",
            地点="镇会议室",
            主持人="孟明远",
            记录员="苏小禾",
            一致意见="工资增长百分之六",
            全体代表已签字="是",
        )
        clerk.presses("保存 F6", within=box)


def _vote(clerk: Clerk) -> None:
    _press(clerk, "审议", "登记审议")
    with _box(_page(clerk), RelatedDialog) as box:
        clerk.fills(审议机构="区域职代会", 审议日期="今天", 应到人数="90", 实到人数="80", 同意="78")
        clerk.presses("保存 F6", within=box)


def _sign(clerk: Clerk) -> None:
    _press(clerk, "签字", "登记签字")
    with _box(_page(clerk), SigningDialog) as box:
        clerk.fills(合同种类="女职工权益保护专项集体合同")
        clerk.presses("登记合同", within=box)


def test_a_negotiation_goes_from_the_offer_to_the_publication(
    clerk: Clerk, calendar: Calendar
) -> None:
    before = _figure(clerk, "cb_units_women").value

    _offer(clerk)
    calendar.day = date(2024, 3, 20)
    _press(clerk, "答复", "今天同意协商")
    calendar.day = date(2024, 3, 25)
    _add_delegates(clerk)
    _press(clerk, "资料", "今天提供资料")
    calendar.day = date(2024, 4, 12)
    _meet(clerk)
    _press(clerk, "草案", "今天形成草案")
    calendar.day = date(2024, 5, 8)
    _vote(clerk)
    calendar.day = date(2024, 5, 20)
    _sign(clerk)
    calendar.day = date(2024, 5, 22)
    _press(clerk, "报送", "今天报送")
    _press(clerk, "报送", "今天收到")
    calendar.day = date(2024, 6, 12)
    _page(clerk).refresh()
    _press(clerk, "生效", "确认2024-06-06生效")
    _press(clerk, "公布", "今天公布")

    case = _now(clerk)
    contracts = clerk.store.find(Contract, negotiation=case.id)
    assert case.status == "11"
    assert (case.started_on, case.drafted_on) == (date(2024, 4, 12), date(2024, 4, 12))
    assert len(contracts) == 8
    assert {one.effective_on for one in contracts} == {date(2024, 6, 6)}
    assert {one.published_on for one in contracts} == {date(2024, 6, 12)}
    assert {(one.chief_workers, one.chief_employer) for one in contracts} == {("孟明远", "秦晓禾")}
    assert before == 0
    assert _figure(clerk, "cb_units_women").value == 8
    assert _figure(clerk, "nego_performed").value == 1
    assert _figure(clerk, "nego_votes_passed").value == 1


def test_a_check_on_performance_is_entered_corrected_counted_and_printed(clerk: Clerk) -> None:
    clerk.opens_tab("集体协商", "履约检查")
    clerk.presses("新增")
    clerk.fills(
        企业名称="云溪鑫恒化工有限公司",
        检查日期="2024.11.5",
        检查方式="镇抽查",
        检查人="苏小禾",
        支付加班工资="否",
        检查结论="基本履行",
    )
    clerk.presses("保存 F6")
    wrong = clerk.reads_under("存在问题")
    clerk.fills(存在问题="未足额支付加班工资", 整改期限="11月20日")
    clerk.presses("保存 F6")

    assert "请写明存在的问题" in wrong
    assert clerk.sees("已保存")
    assert _figure(clerk, "cb_checked").value == 1
    assert _figure(clerk, "cb_problems_open").value == 1

    clerk.fills(整改完成日期="11月18日")
    clerk.presses("保存 F6")
    assert _figure(clerk, "cb_problems_open").value == 0

    assert "云溪鑫恒化工有限公司" in clerk.prints_roster()


def test_a_figure_of_negotiations_leads_to_their_list(clerk: Clerk, calendar: Calendar) -> None:
    _offer(clerk)
    found = _figure(clerk, "nego_offers")
    ids = frozenset(one.id for one in found.records if one.id is not None)
    assert clerk.window.office is not None

    clerk.window.office.open_list("cb_nego", ids, "发出集体协商要约")

    assert clerk.lists() == ["云溪镇2024年区域性工资集体协商（二）"]
    assert clerk.page.banner.words.startswith("已筛选")
