"""The chapter on the plan holds targets against figures and follows the chapters that speak."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from models.periods import Period, span_period, year_period
from models.records.papers import Target
from models.records.unions import Union
from models.records.units import Unit
from models.store import Store
from models.values.dates import PartialDate
from tests.reports.summary.golden import chapter_text, draft_at
from tests.reports.summary.speaking import lay

WHOLE = year_period(2024)


def union(name: str, month: int = 5) -> Union:
    return Union(
        name=f"{name}工会",
        org_type="10",
        status="established",
        founded_on=PartialDate(2024, month),
    )


def target(number: int | str, *, year: int = 2024, **more: object) -> Target:
    values = {"indicator": "新建基层工会数", "unit_label": "家", "figure": "unions_new", **more}
    return Target(year=year, target=Decimal(number), **values)  # type: ignore[arg-type]


def plan(store: Store, period: Period = WHOLE, *, level: int = 3) -> str:
    return chapter_text(draft_at(store, level, period), "plan")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ([2], "对照上级下达的年度任务，台账核定的1项已完成。"),
        ([3], "对照上级下达的年度任务，台账核定的1项还没有达到目标。"),
    ],
)
def test_the_years_targets_are_told_by_how_they_ended(
    store: Store, asked: list[int], said: str
) -> None:
    lay(store, [union("甲"), union("乙"), *(target(one) for one in asked)])

    assert said in plan(store)


def test_some_met_and_some_missed_are_told_one_by_one(store: Store) -> None:
    lay(store, [union("甲"), target(1)])
    lay(store, [target(5, indicator="联合建会", figure="unions_new_joint")])

    text = plan(store)

    assert "台账核定的2项中，已完成1项。" in text
    assert "具体是：新建基层工会1家（目标1家）；联合建会尚无完成数（目标5家）。" in text
    assert "具体是" not in plan(store, level=2)


def test_a_target_that_no_figure_counts_is_not_judged(store: Store) -> None:
    lay(store, [union("甲"), target(2, indicator="宣传", figure="")])

    assert "对照" not in plan(store)


def test_an_indicator_with_a_number_in_it_goes_by_the_figures_name(store: Store) -> None:
    lay(store, [union("甲"), target(1, indicator="新建工会50人以上的")])

    assert "具体是：新建基层工会1家（目标1家）。" in plan(store)


def test_money_is_asked_for_in_the_figures_unit(store: Store) -> None:
    asked = target("35.5", indicator="经费收缴", unit_label="万元", figure="fund_in", year=2025)
    lay(store, [union("甲"), asked])

    assert "2025年的主要目标是：经费收缴35.5万元。" in plan(store)


def test_the_year_ahead_has_the_targets_of_that_year(store: Store) -> None:
    lay(store, [union("甲"), target(1), target(12, year=2025)])
    lay(store, [target(94, year=2025, indicator="协商覆盖率", figure="cb_rate", unit_label="%")])

    assert "2025年的主要目标是：新建基层工会12家，协商覆盖率达到94%。" in plan(store, level=1)


def test_half_a_year_looks_at_what_is_left_of_it(store: Store) -> None:
    lay(store, [union("甲", 3), target(2), target(12, year=2025)])
    lay(store, [target(1, indicator="单独建会", figure="unions_new_single")])

    text = plan(store, span_period(2024, "H1"))

    assert "台账核定的2项中，已完成1项。" in text
    assert "还没有达到的年度目标有：新建基层工会2家，力争年底前完成。" in text
    assert "下半年，重点做好以下工作：" in text
    assert "2025年" not in text


def test_a_later_stretch_is_not_held_against_the_year(store: Store) -> None:
    lay(store, [union("甲", 8), target(2)])

    text = plan(store, span_period(2024, "Q3"))

    assert "目标" not in text
    assert "下一步，重点做好以下工作：" in text


def test_a_paper_of_november_plans_the_next_year(store: Store) -> None:
    lay(store, [union("甲")])

    assert "2025年，重点" in plan(store, year_period(2024, date(2024, 11, 20)))
    assert "下一步，重点" in plan(store, year_period(2024, date(2024, 5, 20)))


def test_points_follow_the_chapters_that_speak(store: Store) -> None:
    lay(store, [union("甲")])

    text = plan(store)

    assert "做好以下工作：扩大组织覆盖，" in text
    assert "协商" not in text


@pytest.mark.parametrize(
    ("are_all_in", "said"),
    [(True, "巩固建会成果，做好农民工"), (False, "扩大组织覆盖，分类指导未建会单位建会，")],
)
def test_no_unit_without_a_union_is_planned_for_when_there_is_none(
    store: Store, are_all_in: bool, said: str
) -> None:
    first, *_ = lay(store, [Unit(name="甲公司"), *([] if are_all_in else [Unit(name="乙公司")])])
    lay(store, [replace(union("甲公司"), unit=first.id)])

    text = plan(store)

    assert said in text
    assert ("未建会" in text) is not are_all_in


def test_a_single_task_is_done_and_not_all_of_them(store: Store) -> None:
    lay(store, [union("甲"), target(1)])

    assert "台账核定的1项已完成。" in plan(store)
