"""A year of mutual help insurance: plans, policies that end, rosters, and a claim."""

from pathlib import Path

import pytest

from models.figures.catalogue import compute
from models.periods import year_period
from models.practice.names import REGION
from models.records.mutual import InsuredPerson, MutualClaim, MutualPlan, MutualPolicy
from models.values.person_id import check_digit
from tests.clerk import Clerk
from tests.door import ReadyDoor
from ui.record_boxes import RelatedDialog
from ui.window.main_window import MainWindow

SAMPLES = Path(__file__).parents[1] / "samples"
pytestmark = pytest.mark.journey
UNIT = "云溪宏达铸造厂"
PLAN = "住院医疗互助保障"


@pytest.fixture
def clerk(window: MainWindow, door: ReadyDoor) -> Clerk:
    return Clerk(window, door)


def _cells(clerk: Clerk, title: str) -> list[str]:
    records = clerk.page.table.records
    column = [one.title for one in records.columns].index(title)
    return [str(records.index(row, column).data()) for row in range(records.rowCount())]


def _figure(clerk: Clerk, code: str) -> object:
    return compute(clerk.store, year_period(2024))[code].value


def _text(clerk: Clerk, code: str) -> str:
    return compute(clerk.store, year_period(2024))[code].text


def _id_no(serial: int) -> str:
    first17 = f"{REGION}19850607{serial:03d}"
    return first17 + check_digit(first17)


def _registers_plan(clerk: Clerk) -> None:
    clerk.opens_tab("互助保障", "保障计划")
    clerk.adds(
        计划名称=PLAN,
        保障类别="住院医疗",
        等待天数="30",
        **{"每份费用（元）": "80", "申领时限（天）": "180"},
    )


def _takes_out(clerk: Clerk, **more: str) -> None:
    clerk.opens_tab("互助保障", "参保单位")
    told = {"参保单位": UNIT, "保障计划": PLAN, "保障期起": "3月1日", "参保人数": "60"}
    clerk.adds(**{**told, **more})


def test_the_list_of_units_is_taken_in_and_what_ended_no_longer_counts(clerk: Clerk) -> None:
    lists = [next(SAMPLES.glob(f"{number}_*")) for number in ("01", "15")]

    clerk.closes(clerk.imports(*lists))
    clerk.opens_tab("互助保障", "参保单位")
    everything = len(clerk.lists())
    words = clerk.prints_roster()
    clerk.page.filters.choose_state("到期")

    assert everything == 25
    assert sorted(clerk.lists()) == ["示例市弘裕商贸有限公司", "示例市源兴机械制造有限公司"]
    assert (_text(clerk, "mi_units"), _text(clerk, "mi_people")) == ("15家", "1200余人")
    assert "示例县茂兴园林绿化厂" in words
    clerk.opens_tab("互助保障", "保障计划")
    assert len(clerk.lists()) == clerk.store.count(MutualPlan) == 3


def test_a_policy_is_typed_corrected_and_ended(clerk: Clerk) -> None:
    _registers_plan(clerk)
    clerk.opens_tab("互助保障", "参保单位")
    clerk.presses("新增")
    clerk.fills(参保单位=UNIT, 保障计划=PLAN, 保障期起="3月1日", 保障期止="2023-2-28")
    clerk.fills(参保人数="60", **{"缴费金额（元）": "4801"})
    clerk.presses("保存 F6")
    wrong = clerk.reads_under("保障期止")
    clerk.fills(保障期止="")
    clerk.presses("保存 F6")
    doubtful = clerk.reads_under("缴费金额（元）")
    counted = _figure(clerk, "mi_units"), _figure(clerk, "mi_people")
    clerk.fills(退保日期="9月30日")
    clerk.presses("保存 F6")

    (policy,), (plan,) = clerk.store.all(MutualPolicy), clerk.store.all(MutualPlan)
    assert "早于保障期起" in wrong
    assert "应为4800元" in doubtful
    assert (policy.plan, str(policy.end_on)) == (plan.id, "2025-02-28")
    assert policy.unit is not None
    assert counted == (1, 60)
    assert _figure(clerk, "mi_units") == 0


def test_a_roster_behind_a_policy_takes_over(clerk: Clerk) -> None:
    _takes_out(clerk)
    clerk.presses("被保障人 0", within=clerk.page)
    behind = clerk.window.findChild(RelatedDialog)
    assert behind is not None
    for place, name in enumerate(("某某甲", "某某乙")):
        clerk.presses("新增", within=behind)
        clerk.fills(姓名=name, 身份证号=_id_no(place), 份数="1")
        clerk.presses("保存 F6", within=behind)
    clerk.presses("新增", within=behind)
    clerk.fills(姓名="某某丙", 身份证号=_id_no(1))
    clerk.presses("保存 F6", within=behind)
    twice = clerk.reads_under("身份证号")
    clerk.door.answers = ["放弃"]
    clerk.closes(behind)

    assert "与此相同" in twice
    assert clerk.store.count(InsuredPerson) == 2
    assert _figure(clerk, "mi_people") == 2
    assert _cells(clerk, "人数") == ["2"]
    clerk.opens_tab("互助保障", "被保障人")
    assert clerk.lists() == ["某某甲", "某某乙"]


def test_a_claim_is_asked_for_and_paid(clerk: Clerk) -> None:
    _registers_plan(clerk)
    _takes_out(clerk, 保障期止="2025-2-28")
    clerk.opens_tab("互助保障", "互助金申领")
    clerk.adds(
        参保批次=UNIT,
        姓名="某某甲",
        出险日期="3月20日",
        申领日期="5月6日",
        疾病或事由="阑尾炎",
        **{"医疗总费用（元）": "8624.30", "医保报销（元）": "5174.58"},
    )
    early = clerk.reads_under("出险日期")
    waiting = _cells(clerk, "进展"), _figure(clerk, "mi_claims_open")
    clerk.fills(出险日期="4月20日", 支付日期="6月1日", **{"互助金（元）": "689.90"})
    clerk.presses("保存 F6")

    (claim,) = clerk.store.all(MutualClaim)
    assert "在等待期内出险" in early
    assert waiting == (["申领"], 1)
    assert claim.self_paid == 344_972
    assert _cells(clerk, "进展") == ["已付"]
    assert clerk.reads_under("出险日期") == "住院的填入院日期"
    assert (_figure(clerk, "mi_claims"), str(_figure(clerk, "mi_claims_amount"))) == (1, "689.90")
    assert "某某甲" in clerk.prints_roster()
