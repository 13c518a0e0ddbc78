"""The clerk keeps activities, honours, visits and the chronicle of the year."""

from pathlib import Path

import pytest

from models.figures.catalogue import compute
from models.periods import year_period
from models.records.activities import Event, EventUnit
from models.records.diary import ChronicleEntry, NextPlan, Reception
from models.records.honours import Honour
from tests.clerk import Clerk
from tests.door import ReadyDoor
from ui.dialogs.chronicle import ChronicleDialog
from ui.dialogs.reports import ReportDialog
from ui.record_boxes import RelatedDialog
from ui.window.main_window import MainWindow

SAMPLES = Path(__file__).parents[1] / "samples"
pytestmark = pytest.mark.journey


@pytest.fixture
def clerk(window: MainWindow, door: ReadyDoor) -> Clerk:
    return Clerk(window, door)


def _figure(clerk: Clerk, code: str) -> object:
    return compute(clerk.store, year_period(2024))[code].value


def test_a_quiz_is_entered_with_a_total_and_its_units_take_over_later(clerk: Clerk) -> None:
    clerk.opens_tab("活动荣誉", "活动")
    clerk.presses("新增")
    clerk.fills(
        活动名称="工会财务规范化知识竞赛",
        类型="zsjs",
        日期="5.23",
        地点="镇文化站",
        参加单位="26",
        参加人次="274人次",
    )
    clerk.presses("保存 F6")
    total = _figure(clerk, "contest_people")

    clerk.presses("参加单位 0", within=clerk.page.form)
    dialog = clerk.desk.findChildren(RelatedDialog)[-1]
    for name, people in (("云溪宏达铸造厂", "31"), ("永兴五金制品厂", "12")):
        clerk.presses("新增", within=dialog)
        form = dialog.page.form
        form.cell("unit_name").editor.show_value(name)
        form.cell("unit_name").editor.left.emit()
        form.cell("headcount").editor.show_value(int(people))
        assert form.save()
    clerk.closes(dialog)

    event = clerk.store.find(Event, title="工会财务规范化知识竞赛")[0]
    assert event.held_on is not None
    assert (event.held_on.isoformat(), event.headcount_basis) == ("2024-05-23", "2")
    assert total == 274
    assert clerk.store.count(EventUnit, event=event.id) == 2
    assert _figure(clerk, "contest_people") == 43


def test_a_visit_from_above_and_an_honour_are_entered_and_collected_for_the_chronicle(
    clerk: Clerk,
) -> None:
    clerk.opens_tab("活动荣誉", "调研视察")
    clerk.presses("新增")
    clerk.fills(
        日期="2024年6月8日",
        事由="sc",
        来访单位="某市人大常委会",
        带队领导="市人大常委会副主任 某某",
        评价="听取汇报，充分肯定",
    )
    clerk.presses("保存 F6")
    clerk.opens_tab("活动荣誉", "荣誉")
    clerk.presses("新增")
    clerk.fills(
        荣誉名称="“安康杯”竞赛优秀组织单位",
        级别="市级",
        获得者="云溪镇总工会",
        授予日期="12.18",
        授予单位="某市总工会",
    )
    clerk.presses("保存 F6")

    clerk.opens_tab("活动荣誉", "大事记")
    clerk.presses("从台账汇集")
    dialog = clerk.window.findChildren(ChronicleDialog)[-1]
    offered = [dialog.table.item(row, 2) for row in range(dialog.table.rowCount())]
    words = [one.text() for one in offered if one is not None]
    clerk.presses("全选", within=dialog)
    clerk.presses("记入大事记", within=dialog)

    assert clerk.store.count(Reception) == 1
    assert clerk.store.all(Honour)[0].owner_kind == "1"
    assert _figure(clerk, "honors_town") == 1
    assert _figure(clerk, "inspections") == 1
    assert "市人大常委会副主任某某到云溪镇视察，听取汇报，充分肯定。" in words
    assert clerk.store.count(ChronicleEntry) == len(words)
    clerk.takes_back()
    assert clerk.store.count(ChronicleEntry) == 0


def test_the_register_is_imported_corrected_and_printed(clerk: Clerk) -> None:
    clerk.opens_tab("活动荣誉", "活动")
    dialog = clerk.imports(next(SAMPLES.glob("16_*.xlsx")))
    clerk.closes(dialog)
    imported = _figure(clerk, "contest_people")
    clerk.opens_tab("活动荣誉", "活动")
    rows = clerk.page.table.records.records
    quiz = next(one for one in rows if isinstance(one, Event) and one.kind == "1")
    clerk.page.show_record(quiz.id or 0)
    clerk.fills(参加人次="270")
    clerk.presses("保存 F6")
    clerk.presses("打印名册")
    report = clerk.desk.findChildren(ReportDialog)[-1]

    assert imported == 612
    assert _figure(clerk, "contest_people") == 608
    assert report.isVisible()


def test_next_years_plan_shows_what_was_reached(clerk: Clerk) -> None:
    clerk.opens_tab("活动荣誉", "年度计划")
    clerk.presses("新增")
    clerk.fills(
        计划年度="2024",
        工作方面="集体协商",
        工作内容="工资专项集体合同企业覆盖率",
        目标值="80",
        计量单位="%",
        对应数字="cb_rate",
    )
    clerk.presses("保存 F6")
    table = clerk.page.table.records
    titles = [column.title for column in table.columns]

    assert clerk.store.count(NextPlan) == 1
    assert table.cell(0, titles.index("完成")).text == "87.5"
    assert table.cell(0, titles.index("完成")).tone == "ok"
