"""Helping workers to their rights: from a worker at the door to the money paid."""

from pathlib import Path

import pytest

from models.figures.catalogue import compute
from models.periods import year_period
from models.records.rights import CaseStep, RightsCase
from tests.clerk import Clerk
from tests.door import ReadyDoor
from ui.window.main_window import MainWindow

SAMPLES = Path(__file__).parents[1] / "samples"
pytestmark = pytest.mark.journey
UNIT = "云溪宏达铸造厂"


@pytest.fixture
def clerk(window: MainWindow, door: ReadyDoor) -> Clerk:
    return Clerk(window, door)


def _figure(clerk: Clerk, code: str) -> object:
    return compute(clerk.store, year_period(2024))[code].value


def test_wages_after_an_injury_are_fought_for_until_they_are_paid(clerk: Clerk) -> None:
    clerk.opens_tab("维权调解", "个案")
    clerk.adds(
        案号="云溪镇劳调〔2024〕4号",
        来源="来访",
        申请日期="5月13日",
        受理日期="5月14日",
        当事人="某某甲",
        人数="1",
        用人单位=UNIT,
        案由="工伤停工留薪",
        受伤日期="2024-03-04",
        申请工伤认定日="2024-03-20",
        停工留薪起="2024-03-04",
        停工留薪止="2024-06-03",
        调解员="苏小禾",
        **{"涉及金额（元）": "15600", "应付月工资（元）": "5200"},
    )
    late = clerk.reads_cell("期限")
    counted_before = _figure(clerk, "case_injury_heads")
    clerk.opens_tab("维权调解", "办案过程")
    clerk.adds(个案="云溪镇劳调", 日期="5月20日", 办理类型="协调会", 经办人="苏小禾")

    clerk.opens_tab("维权调解", "个案")
    clerk.chooses("云溪镇劳调〔2024〕4号")
    clerk.fills(处理结果="已支付", 结案日期="5月1日")
    clerk.presses("保存 F6")
    wrong = clerk.reads_under("结案日期")
    clerk.fills(结案日期="5月24日", 履行日期="5月24日", **{"实付金额（元）": "15600"})
    clerk.presses("保存 F6")

    (case,), (step,) = clerk.store.all(RightsCase), clerk.store.all(CaseStep)
    assert case.unit is not None
    assert step.case == case.id
    assert late == "逾期 调解办结 2024-05-29"
    assert counted_before == 0
    assert "早于受理日期" in wrong
    assert clerk.reads_cell("期限") == "—"
    assert _figure(clerk, "case_injury_heads") == 1
    assert str(_figure(clerk, "case_recovered")) == "15600.00"


def test_the_list_of_cases_is_taken_in_filtered_and_printed(clerk: Clerk) -> None:
    lists = [next(SAMPLES.glob(f"{number}_*")) for number in ("01", "11")]

    clerk.closes(clerk.imports(*lists))
    clerk.opens_tab("维权调解", "个案")
    words = clerk.prints_roster()
    everything = len(clerk.lists())
    clerk.page.filters.choose_state("归档")

    assert (_figure(clerk, "cases"), _figure(clerk, "case_injury_heads")) == (12, 2)
    assert everything == 12
    assert len(clerk.lists()) == 12
    assert "示例镇劳调〔2024〕2号" in words


def test_a_letter_waits_for_its_answer(clerk: Clerk) -> None:
    clerk.opens_tab("维权调解", "一函两书")
    clerk.adds(
        文书类型="意见书",
        文号="云溪镇工监〔2024〕1号",
        用人单位=UNIT,
        发出日期="2024-09-10",
        签署人="林青山",
        主要问题="高温津贴没有发",
        答复期限="2024-10-08",
    )
    waiting = clerk.reads_cell("答复期限")

    clerk.fills(答复日期="2024-09-25", 答复结果="已补发")
    clerk.presses("保存 F6")

    assert waiting == "逾期 2024-10-08"
    assert clerk.reads_cell("答复期限") == "2024-10-08"
    assert _figure(clerk, "law_letters") == 1
    assert str(_figure(clerk, "law_letter_rate")) == "100.0"
