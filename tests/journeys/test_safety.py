"""A year of safety and health: the contest, checks with their hazards, training, examinations."""

from pathlib import Path

import pytest

from models.figures.catalogue import compute
from models.periods import year_period
from models.records.health import HealthExam
from models.records.safety import CheckedUnit, Hazard, SafetyCheck, Training
from models.records.safety_contest import AnkangEntry
from tests.clerk import Clerk
from tests.door import ReadyDoor
from ui.record_boxes import RelatedDialog
from ui.window.main_window import MainWindow

SAMPLES = Path(__file__).parents[1] / "samples"
pytestmark = pytest.mark.journey
UNIT = "云溪宏达铸造厂"


@pytest.fixture
def clerk(window: MainWindow, door: ReadyDoor) -> Clerk:
    return Clerk(window, door)


def _sample(number: str) -> Path:
    return next(SAMPLES.glob(f"{number}_*"))


def _cells(clerk: Clerk, title: str) -> list[str]:
    records = clerk.page.table.records
    column = [one.title for one in records.columns].index(title)
    return [str(records.index(row, column).data()) for row in range(records.rowCount())]


def _figure(clerk: Clerk, code: str) -> object:
    return compute(clerk.store, year_period(2024))[code].value


def _text(clerk: Clerk, code: str) -> str:
    return compute(clerk.store, year_period(2024))[code].text


def test_entries_for_the_contest_are_typed_corrected_taken_in_and_printed(clerk: Clerk) -> None:
    clerk.opens_tab("安全健康", "安康杯")
    clerk.presses("新增")
    clerk.fills(企业名称=UNIT, 报名日期="3月20日", 职工总数="64", 参赛职工="65")
    clerk.presses("保存 F6")
    wrong = clerk.reads_under("参赛职工")
    clerk.fills(参赛职工="60")
    clerk.presses("保存 F6")
    (entry,) = clerk.store.all(AnkangEntry)

    clerk.closes(clerk.imports(_sample("01"), _sample("12")))
    words = clerk.prints_roster()

    assert "参赛职工65人多于职工总数64人" in wrong
    assert (entry.year, entry.unit is not None) == (2024, True)
    assert _figure(clerk, "ankang_people") == 1736 + 60
    assert (_text(clerk, "ankang_units"), _text(clerk, "ankang_people")) == ("22家", "1700余人")
    assert UNIT in words
    assert "示例市弘德机械制造有限公司" in words


def test_a_unit_that_leaves_the_contest_moves_to_a_list_of_its_own(clerk: Clerk) -> None:
    clerk.opens_tab("安全健康", "安康杯")
    clerk.adds(企业名称=UNIT, 参赛职工="60")
    counted = _figure(clerk, "ankang_units")

    clerk.fills(进展="退赛")
    clerk.presses("保存 F6")
    clerk.page.filters.choose_state("退赛")

    assert counted == 1
    assert _figure(clerk, "ankang_units") == 0
    assert clerk.lists() == [UNIT]


def test_a_hazard_is_followed_until_it_is_closed(clerk: Clerk) -> None:
    clerk.opens_tab("安全健康", "安全检查")
    clerk.adds(
        检查日期="3月5日",
        检查类型="综合大检查",
        检查组="云溪镇总工会、镇安监办",
        受检企业=f"{UNIT}、永兴五金制品厂",
        发现隐患="5",
        已整改="5",
    )
    by_number = _figure(clerk, "hazards_rate")
    clerk.presses("隐患 0", within=clerk.page)
    behind = clerk.window.findChild(RelatedDialog)
    assert behind is not None
    for description, due in (("线路裸露", "3月20日"), ("通道堵塞", "3月8日")):
        clerk.presses("新增", within=behind)
        clerk.fills(
            企业名称=UNIT,
            发现日期="3月5日",
            部位="车间",
            隐患情况=description,
            级别="一般",
            整改责任人="某某甲",
            整改期限=due,
        )
        clerk.presses("保存 F6", within=behind)
    clerk.closes(behind)

    clerk.opens_tab("安全健康", "隐患")
    late = _cells(clerk, "进展")
    clerk.page.filters.choose_state("未整改")
    clerk.fills(整改完成日期="3月7日", 复查日期="3月8日", 复查结果="已销号")
    clerk.presses("保存 F6")

    (check,) = clerk.store.all(SafetyCheck)
    hazards = clerk.store.all(Hazard)
    assert by_number == 100
    assert all(one.startswith("逾期") for one in late)
    assert [one.recheck_result for one in hazards] == ["1", ""]
    assert {one.safety_check for one in hazards} == {check.id}
    assert _figure(clerk, "safety_check_units") == 2
    assert (_figure(clerk, "hazards_found"), _figure(clerk, "hazards_rate")) == (2, 50)
    clerk.opens_tab("安全健康", "安全检查")
    assert _cells(clerk, "整改/隐患") == ["1/2"]
    assert "云溪镇总工会、镇安监办" in clerk.prints_roster()


def test_the_ledger_of_checks_and_training_is_taken_in_and_taken_back(clerk: Clerk) -> None:
    dialog = clerk.imports(_sample("01"), _sample("13"))
    counted = [_text(clerk, code) for code in ("safety_checks", "train_sessions", "train_people")]
    visits = _figure(clerk, "safety_check_units")
    clerk.presses("撤销这次导入", within=dialog)
    clerk.closes(dialog)

    assert counted == ["20多次", "4期", "1000余人次"]
    assert visits == 58
    assert clerk.store.count(SafetyCheck) == clerk.store.count(CheckedUnit) == 0


def test_a_course_is_entered_corrected_and_counted(clerk: Clerk) -> None:
    clerk.opens_tab("安全健康", "培训班")
    clerk.presses("新增")
    clerk.fills(培训班名称="安全生产知识培训班", 期次="第1期", 类别="安全", 培训日期="6月12日")
    clerk.fills(参训人次="230", 考核合格="231")
    clerk.presses("保存 F6")
    wrong = clerk.reads_under("考核合格")
    clerk.fills(考核合格="226", 有签到表="是")
    clerk.presses("保存 F6")

    (course,) = clerk.store.all(Training)
    assert "考核合格231人多于参训230人次" in wrong
    assert course.headcount_basis == "1"
    assert (_text(clerk, "train_sessions"), _text(clerk, "train_people")) == ("1期", "200多人次")
    assert "安全生产知识培训班" in clerk.prints_roster()


def test_the_hospitals_list_is_taken_in_and_a_result_is_told(clerk: Clerk) -> None:
    dialog = clerk.imports(_sample("01"), _sample("13b"))
    counted = clerk.store.count(HealthExam)
    clerk.closes(dialog)

    clerk.opens_tab("安全健康", "健康查体")
    clerk.chooses("示例市弘德机械制造有限公司")
    clerk.fills(实检人数="219")
    clerk.presses("保存 F6")
    wrong = clerk.reads_under("实检人数")
    before = clerk.reads_under("结果已告知")
    clerk.fills(实检人数="197", 结果已告知="是")
    clerk.presses("保存 F6")

    assert counted == 46
    assert "实检219人多于应检218人" in wrong
    assert "第三十五条" in before
    assert _figure(clerk, "exam_people") == 3642
    assert _text(clerk, "exam_people") == "3600余人"
    assert "示例县人民医院" in clerk.prints_roster()


def test_an_occupational_disease_is_registered(clerk: Clerk) -> None:
    clerk.opens_tab("安全健康", "职业病")
    clerk.adds(姓名="某某乙", 所在单位=UNIT, 职业病名称="矽肺", 分期="壹期", 诊断日期="2024-05")

    assert "工伤保险条例" in clerk.reads_under("工伤认定书编号")
    assert _text(clerk, "occ_diseases") == "1例"
