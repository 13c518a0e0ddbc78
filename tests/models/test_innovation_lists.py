"""Lists of contests, suggestions, patents, projects and model workers are read as they are."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from models.records.contests import Contest, ContestResult
from models.records.honoured import ModelPerson
from models.records.innovation import Patent, Suggestion, TechItem
from models.records.units import Unit
from models.sheets.answers import Answers
from models.sheets.committing import commit_import
from models.sheets.plan import ImportResult
from models.sheets.planning import plan_import
from models.store import Store
from models.values.dates import PartialDate
from tests.models.inventing import (
    CONTEST,
    keep,
    value,
)

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
Bring = Callable[[Sequence[Sequence[object]]], ImportResult]


@pytest.fixture
def bring(store: Store, tmp_path: Path) -> Bring:
    """Write rows into a workbook and import it."""

    def write(rows: Sequence[Sequence[object]]) -> ImportResult:
        book = openpyxl.Workbook()
        page = book.active
        assert page is not None
        for row in rows:
            page.append(list(row))
        path = tmp_path / "名单.xlsx"
        book.save(path)
        return commit_import(store, plan_import(store, path))

    return write


def test_the_samples_give_the_figures_of_their_key(store: Store) -> None:
    expected = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
    answers = Answers.from_json(expected["clerk_answers"])
    units = next(SAMPLES.glob("01_*.xlsx"))
    commit_import(store, plan_import(store, units, answers=answers))

    result = commit_import(
        store, plan_import(store, next(SAMPLES.glob("07_*.xlsx")), answers=answers)
    )

    counts = {one.sheet: one.counts["new"] for one in result.plan.sheets}
    assert counts == {"技能竞赛比武": 11, "合理化建议": 16, "专利": 12, "技改革新": 16}
    for code in ("comp_sessions", "sugg_qty", "patents_invention", "tech_projects"):
        assert value(store, code) == expected["figures"][code]["value"], code
    assert value(store, "patents_granted") == 1
    assert value(store, "patents_invention", 2023) == 1
    invested = {one.title: one.invested for one in store.all(TechItem)}
    assert invested["夹具改进"] == 1_800_000
    assert all(one.unit for one in store.all(Suggestion))


def test_a_list_without_days_belongs_to_the_year_of_its_title(store: Store, bring: Bring) -> None:
    keep(store, Unit(name="甲厂"))

    bring(
        [
            ["2024年度职工合理化建议汇总表"],
            [
                "序号",
                "企业名称",
                "合理化建议内容",
                "建议人",
                "采纳情况",
                "实施情况",
                "经济效益（万元）",
            ],
            [1, "甲厂", "余热利用", "某甲", "已采纳", "√", 1.2],
            [2, "甲厂", "照明改造", "某乙", "未采纳", "否", None],
        ]
    )

    found = [
        (one.suggested_on, one.quantity, one.adopted_count, one.done_count, one.benefit)
        for one in store.all(Suggestion)
    ]
    assert found == [
        (PartialDate(2024), 1, 1, 1, 1_200_000),
        (PartialDate(2024), 1, 0, 0, None),
    ]


def test_a_sheet_of_results_finds_its_contest_by_the_title(store: Store, bring: Bring) -> None:
    (contest,) = keep(store, replace(CONTEST, title="青山镇焊工技术比武"))

    result = bring(
        [
            ["青山镇焊工技术比武成绩册"],
            ["名次", "姓名", "单位", "理论成绩", "实操成绩", "总分", "奖项"],
            [1, "某甲", "甲厂", 90, 95, 93.5, "一等"],
            [2, "某乙", "乙厂", 80, 90, 86, "二等奖"],
        ]
    )

    rows = store.all(ContestResult)
    assert [(one.contest, one.person_name, one.total, one.award) for one in rows] == [
        (contest.id, "某甲", Decimal("93.5"), "1"),
        (contest.id, "某乙", Decimal(87), "2"),
    ]
    told = [one.text for one in result.plan.sheets[0].rows[1].messages if one.kind == "warn"]
    assert any("计算为87" in text for text in told)


def test_results_of_a_contest_that_nobody_registered_are_refused(bring: Bring) -> None:
    result = bring([["车工技术比武成绩册"], ["姓名", "理论成绩", "实操成绩"], ["某甲", 90, 95]])

    (row,) = result.plan.sheets[0].rows
    assert row.verdict == "error"
    assert any("没有登记这项竞赛" in one.text for one in row.messages)


def test_the_days_of_a_contest_may_stand_in_one_cell(store: Store, bring: Bring) -> None:
    bring(
        [
            ["2024年劳动竞赛和技术比武情况表"],
            ["比武名称", "类别", "级别", "工种", "起止时间", "场次", "参赛人数"],
            ["叉车比武", "技能大赛", "镇级", "叉车", "2024.5.16-2024.5.18", "3场", "78人"],
        ]
    )

    (contest,) = store.all(Contest)
    assert (contest.started_on, contest.ended_on) == (
        PartialDate(2024, 5, 16),
        PartialDate(2024, 5, 18),
    )
    assert (contest.kind, contest.level, contest.sessions, contest.headcount) == ("2", "2", 3, 78)


def test_two_applicants_of_one_number_are_one_patent(store: Store, bring: Bring) -> None:
    header = ["专利名称", "专利权人", "专利类别", "专利号", "申请日"]

    bring(
        [
            ["专利授权情况"],
            header,
            ["一种阀门", "甲厂", "发明专利", "ZL202411410971.3", "2024-04-26"],
            ["一种阀门", "乙厂", "发明专利", "202411410971.3", "2024-04-26"],
        ]
    )

    assert [one.apply_no for one in store.all(Patent)] == ["202411410971.3"]


def test_model_workers_are_read_with_their_grade_told_by_the_title(
    store: Store, bring: Bring
) -> None:
    bring(
        [
            ["全镇劳模先进人物花名册"],
            ["姓名", "性别", "工作单位", "荣誉称号", "授予时间", "授予单位", "目前状况"],
            ["某甲", "男", "甲厂", "全国劳动模范", "2015年4月", "国务院", "退休"],
            ["某乙", "女", "乙厂", "镇技术能手", "2024-05-01", "镇总工会", "在岗"],
        ]
    )

    people = [(one.person_name, one.grade, one.life_state) for one in store.all(ModelPerson)]
    assert sorted(people) == [("某乙", "5", "1"), ("某甲", "1", "2")]


def test_a_list_that_only_counts_each_units_suggestions_is_read_as_sums(
    store: Store, bring: Bring
) -> None:
    bring(
        [
            ["2024年合理化建议活动统计表"],
            ["序号", "企业名称", "提出件数", "采纳件数", "实施件数", "创造效益（万元）"],
            [1, "甲厂", 12, 9, 7, 3.5],
            [2, "乙厂", 8, 6, 6, None],
            ["合计", None, 20, 15, 13, 3.5],
        ]
    )

    codes = ("sugg_qty", "sugg_adopted", "sugg_done", "sugg_benefit")
    assert [value(store, code) for code in codes] == [20, 15, 13, Decimal("35000.00")]
    assert {one.title for one in store.all(Suggestion)} == {"合理化建议（汇总）"}


def test_kinds_and_stages_that_no_column_has_come_from_the_title_and_the_days(
    store: Store, bring: Bring
) -> None:
    bring(
        [
            ["2024年技改项目一览表"],
            ["序号", "单位名称", "项目名称", "开工时间", "竣工时间", "投资额（万元）"],
            [1, "甲厂", "锅炉改造", "2024.3", "2024.9", 120],
            [2, "乙厂", "喷漆线", "2024.10", None, 80],
        ]
    )
    bring(
        [
            ["2024年发明专利申报情况"],
            ["单位名称", "专利名称", "申请日期", "发明人"],
            ["甲厂", "一种阀门", "2024-4-26", "某甲"],
        ]
    )
    bring(
        [
            ["2024年全镇技术比武情况统计"],
            ["比武名称", "主办单位", "工种", "比武时间", "场次", "参赛人数"],
            ["电工比武", "甲厂", "电工", "2024-5-10", 2, 30],
        ]
    )

    assert [(one.kind, one.stage) for one in store.all(TechItem)] == [("1", "3"), ("1", "2")]
    codes = ("tech_projects", "patents_invention", "comp_sessions", "comp_people")
    assert [value(store, code) for code in codes] == [2, 1, 2, 30]
