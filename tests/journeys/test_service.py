"""Serving workers where they are: a visit, what was said there, and what became of it."""

from datetime import date
from pathlib import Path

import pytest

from models.figures.catalogue import compute
from models.periods import year_period
from models.records.appeals import Appeal
from models.records.service import Visit
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


def _is_visited(clerk: Clerk) -> None:
    clerk.opens_tab("服务职工", "走访")
    clerk.adds(
        走访日期="3月13日",
        走访企业=UNIT,
        走访人="苏小禾、林青山",
        方式="座谈",
        带队级别="镇领导",
        谈话职工="9",
        纪要="同一线职工座谈。",
    )


def _is_registered(clerk: Clerk) -> None:
    clerk.opens_tab("服务职工", "职工诉求")
    clerk.adds(
        登记日期="3月14日",
        来源="面谈",
        反映问题="车间通风不好",
        单位=UNIT,
        反映人="某某甲",
        问题类别="安全卫生",
        由哪次走访收集=UNIT,
        紧急程度="紧急",
    )


def test_a_visit_with_people_leads_to_an_issue_that_is_settled_and_struck_off(
    clerk: Clerk,
) -> None:
    _is_visited(clerk)
    clerk.opens_tab("服务职工", "面谈对象")
    for name in ("某某甲", "某某乙"):
        clerk.adds(走访=UNIT, 姓名=name, 心声="车间通风不好", 情绪="焦虑")
    _is_registered(clerk)
    registered = clerk.store.all(Appeal)[0]
    overdue = clerk.reads_cell("期限")
    stages = []
    for step in (
        {"责任人": "苏小禾", "交办日期": "3月14日"},
        {"办理进展": "3月18日装了六台风机", "结果": "已解决", "办结日期": "3月18日"},
        {"答复日期": "3月19日", "满意度": "不满意"},
        {"满意度": "基本满意"},
        {"回访日期": "3月29日"},
        {"销号日期": "3月29日"},
    ):
        clerk.chooses("2024-03-14")
        clerk.corrects(**step)
        state = Appeal.about.state_of(clerk.store.all(Appeal)[0], date(2024, 12, 31))
        stages.append(state.name if state else "")
    settled = clerk.reads_cell("期限")

    visit = clerk.store.all(Visit)[0]
    clerk.opens_tab("服务职工", "走访")
    assert visit.unit is not None
    assert (registered.visit, registered.unit) == (visit.id, visit.unit)
    assert stages == ["交办", "办理", "重办", "答复", "回访", "销号"]
    assert overdue.startswith("红牌")
    assert settled == "已办结"
    assert (clerk.reads_cell("谈话职工"), clerk.reads_cell("问题数")) == ("2 名单", "1")
    assert _figure(clerk, "visit_talk") == 2
    assert _figure(clerk, "visit_led") == 1
    assert (_figure(clerk, "issues"), _figure(clerk, "issues_solved")) == (1, 1)


def test_the_lists_of_visits_and_issues_are_taken_in_and_printed(clerk: Clerk) -> None:
    lists = [next(SAMPLES.glob(f"{number}_*")) for number in ("01", "08", "09")]

    clerk.closes(clerk.imports(*lists))
    clerk.opens_tab("服务职工", "走访")
    visits = clerk.prints_roster()
    clerk.opens_tab("服务职工", "职工诉求")
    issues = clerk.prints_roster()

    assert _figure(clerk, "visit_units") == 23
    assert _figure(clerk, "visit_talk") == 312
    assert _figure(clerk, "issues_solved") == 41
    assert "示例市丰兴建材有限公司" in visits
    assert "咨询解除劳动合同补偿" in issues


def test_a_questionnaire_that_cannot_be_is_mended(clerk: Clerk) -> None:
    clerk.opens_tab("服务职工", "问卷")
    clerk.presses("新增")
    clerk.fills(问卷标题="职工需求问卷", 调查日期="4.12", 发放="300", 回收="310", 有效="285")
    clerk.presses("保存 F6")
    wrong = clerk.reads_under("回收")

    clerk.corrects(回收="288")

    assert "大于发放300份" in wrong
    assert (clerk.reads_cell("回收率"), clerk.reads_cell("有效率")) == ("96%", "99%")
    assert str(_figure(clerk, "survey_return_rate")) == "96.0"


def test_a_rest_stop_is_entered_used_and_closed(clerk: Clerk) -> None:
    clerk.opens_tab("服务职工", "职工阵地")
    clerk.adds(阵地名称="府前街驿站", 阵地类型="驿站", 建成时间="2023年6月", 设施设备="饮水机")
    clerk.opens_tab("服务职工", "阵地年度情况")
    clerk.adds(
        **{"阵地": "府前街驿站", "年度": "2024", "服务人次": "1200", "投入经费（元）": "8600"},
    )
    served, spent, used = (
        _figure(clerk, code) for code in ("venue_served", "venue_spent", "venues_station")
    )

    clerk.opens_tab("服务职工", "职工阵地")
    clerk.chooses("府前街驿站")
    clerk.corrects(状态="停用", 停用时间="2024年11月")
    clerk.page.filters.choose_state("停用")

    assert (served, str(spent), used) == (1200, "8600.00", 1)
    assert _figure(clerk, "venues_station") == 0
    assert clerk.lists() == ["府前街驿站"]
