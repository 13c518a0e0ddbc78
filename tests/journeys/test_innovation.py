"""A clerk keeps contests, suggestions, patents, projects and model workers through the window."""

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from models.records.contests import Contest, ContestResult
from models.records.innovation import Patent, Suggestion, TechItem
from tests.clerk import Clerk
from tests.door import ReadyDoor
from ui.record_boxes import RelatedDialog
from ui.window.main_window import MainWindow

SAMPLES = Path(__file__).parents[1] / "samples"
TAB = "民主与创新"
pytestmark = pytest.mark.journey


@pytest.fixture
def clerk(window: MainWindow, door: ReadyDoor) -> Clerk:
    return Clerk(window, door)


def test_a_contest_is_entered_its_results_follow_and_rank_themselves(clerk: Clerk) -> None:
    clerk.opens_tab(TAB, "竞赛比武")
    clerk.presses("新增")
    clerk.fills(
        竞赛名称="云溪镇焊工技术比武",
        类型="jsbw",
        级别="z",
        工种="焊工",
        开始日期="2024.5.16",
        结束日期="20240515",
        主办单位="云溪鑫恒化工有限公司",
        场次="3",
        参赛人次="78",
    )
    clerk.presses("保存 F6")
    wrong = clerk.reads_under("结束日期")
    clerk.fills(结束日期="2024-5-18")
    clerk.presses("保存 F6")
    before = clerk.reads_figure("comp_sessions"), clerk.reads_figure("comp_people")

    clerk.presses("竞赛成绩 0", within=clerk.page)
    dialog = clerk.desk.findChild(RelatedDialog)
    for name, theory, practice in (
        ("某甲", "80", "90"),
        ("某乙", "90", "95"),
        ("某丙", "70", "80"),
    ):
        clerk.presses("新增", within=dialog)
        clerk.fills(姓名=name, 理论成绩=theory, 实操成绩=practice)
        clerk.presses("保存 F6", within=dialog)
    clerk.closes(dialog)

    assert "早于开始日期" in wrong
    assert before == ("3场次", "78人次")
    assert {one.person_name: (one.total, one.rank) for one in clerk.store.all(ContestResult)} == {
        "某乙": (Decimal("93.5"), 1),
        "某甲": (Decimal(87), 2),
        "某丙": (Decimal(77), 3),
    }
    assert clerk.reads_figure("comp_people") == "3人次"
    (contest,) = clerk.store.all(Contest)
    assert contest.unit is not None
    clerk.opens_tab(TAB, "竞赛成绩")
    words = clerk.prints_roster()
    assert "某乙" in words
    assert "93.5" in words


def test_suggestions_of_a_unit_come_as_one_row_and_in_detail_later(
    clerk: Clerk, tmp_path: Path
) -> None:
    clerk.opens_tab(TAB, "合理化建议")
    clerk.presses("新增")
    clerk.fills(
        建议名称="节能等5条建议（汇总）",
        单位名称="云溪瑞丰纺织有限公司",
        提出日期="2024-3-7",
        条数="5",
        采纳条数="6",
    )
    clerk.presses("保存 F6")
    wrong = clerk.reads_under("采纳条数")
    clerk.fills(采纳条数="4")
    clerk.presses("保存 F6")
    summed = clerk.reads_figure("sugg_qty"), clerk.reads_figure("sugg_adopted")

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["合理化建议台账"])
    page.append(["日期", "单位", "提出人", "建议内容", "类别", "采纳", "实施", "效益（元）"])
    for number in range(1, 6):
        is_done = "√" if number < 4 else "否"
        row = [f"2024-3-{number}", "云溪瑞丰纺织有限公司", f"某{number}", f"节能建议第{number}条"]
        page.append([*row, "节能降耗", "√", is_done, 1000])
    book.save(tmp_path / "建议.xlsx")
    clerk.chooses("2024-03-07")
    clerk.door.answers = ["删除"]
    clerk.presses("删除")
    clerk.closes(clerk.imports(tmp_path / "建议.xlsx"))

    assert "多于提出的5条" in wrong
    assert summed == ("5条", "4条")
    codes = ("sugg_qty", "sugg_adopted", "sugg_done", "sugg_benefit")
    assert [clerk.reads_figure(code) for code in codes] == ["5条", "5条", "3条", "5,000.00元"]
    assert {one.quantity for one in clerk.store.all(Suggestion)} == {1}
    words = clerk.prints_roster()
    assert words.count("节能建议第") == 5


def test_a_patent_with_a_mistyped_number_is_kept_out_until_it_is_right(clerk: Clerk) -> None:
    clerk.opens_tab(TAB, "专利")
    clerk.presses("新增")
    clerk.fills(
        专利名称="一种节能窑炉",
        单位名称="云溪宏达铸造厂",
        专利类型="发明",
        申请号="ZL202411932545.5",
        申请日期="2024.11.14",
    )
    clerk.presses("保存 F6")
    wrong = clerk.reads_under("申请号")
    kept_too_early = clerk.store.count(Patent)
    clerk.fills(申请号="ZL 2024 1 1932545.6")
    clerk.presses("保存 F6")

    assert "校验码应为6" in wrong
    assert kept_too_early == 0
    assert [one.apply_no for one in clerk.store.all(Patent)] == ["202411932545.6"]
    assert clerk.reads_figure("patents_invention") == "1项"
    assert clerk.reads_figure("patents_granted") == "0项"

    clerk.fills(授权日期="2024-12-20", 状态="授权")
    clerk.presses("保存 F6")

    assert clerk.reads_figure("patents_granted") == "1项"
    assert "202411932545.6" in clerk.prints_roster()


def test_a_project_counts_once_work_has_begun_and_can_be_taken_back(clerk: Clerk) -> None:
    clerk.opens_tab(TAB, "技改革新")
    clerk.presses("新增")
    clerk.fills(
        项目名称="喷涂线自动化",
        单位名称="云溪鑫恒化工有限公司",
        类别="技改工程",
        阶段="立项",
        开工日期="2024年8月",
    )
    clerk.fills(**{"投资（万元）": "219.5"})
    clerk.presses("保存 F6")
    planned = clerk.reads_figure("tech_projects")

    clerk.fills(阶段="ss")
    clerk.presses("保存 F6")
    begun = clerk.reads_figure("tech_projects"), clerk.reads_figure("tech_invested")
    words = clerk.prints_roster()
    clerk.takes_back()

    assert planned == "0项"
    assert begun == ("1项", "2,195,000.00元")
    assert "喷涂线自动化" in words
    assert "219.5" in words
    assert [one.stage for one in clerk.store.all(TechItem)] == ["1"]


def test_the_workbook_of_innovation_is_taken_in_and_taken_back(clerk: Clerk) -> None:
    units, innovation = next(SAMPLES.glob("01_*.xlsx")), next(SAMPLES.glob("07_*.xlsx"))
    dialog = clerk.imports(units, innovation)
    codes = ("comp_sessions", "sugg_qty", "patents_invention", "tech_projects")
    taken = [clerk.reads_figure(code) for code in codes]
    clerk.presses("撤销这次导入", within=dialog)
    clerk.closes(dialog)

    assert taken == ["12场次", "20条", "6项", "12项"]
    assert clerk.store.count(Contest) == clerk.store.count(TechItem) == 0


def test_a_model_worker_who_retires_still_counts_and_one_who_died_does_not(clerk: Clerk) -> None:
    clerk.opens_tab(TAB, "劳模先进")
    clerk.presses("新增")
    clerk.fills(
        姓名="某某甲",
        身份证号="370399198001010015",
        单位名称="云溪鑫恒化工有限公司",
        荣誉称号="县劳动模范",
        级别="县级",
        授予日期="2019年4月",
    )
    clerk.presses("保存 F6")
    on_duty = clerk.reads_figure("model_people")
    clerk.fills(现状="退休")
    clerk.presses("保存 F6")
    retired = clerk.reads_figure("model_people")
    words = clerk.prints_roster()
    clerk.fills(现状="去世")
    clerk.presses("保存 F6")

    assert (on_duty, retired, clerk.reads_figure("model_people")) == ("1人", "1人", "0人")
    assert "县劳动模范" in words
    assert clerk.sees("去世 1")
