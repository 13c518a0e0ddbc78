"""Contests, suggestions, patents, projects and model workers: rules, life, figures and lists."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from models.figures.catalogue import compute
from models.periods import year_period
from models.records.base import Record
from models.records.contests import Contest, ContestResult
from models.records.honoured import ModelPerson
from models.records.innovation import Patent, Suggestion, TechItem
from models.records.units import Unit
from models.rules import checking
from models.sheets.plan import ImportResult
from models.store import Store
from models.values.dates import PartialDate
from tests.models.inventing import (
    BEFORE,
    CONTEST,
    DAY,
    ITEM,
    LATER,
    MODEL,
    PATENT,
    RESULT,
    SUGGESTION,
    keep,
    value,
)

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
Bring = Callable[[Sequence[Sequence[object]]], ImportResult]


def told(record: Record, store: Store) -> list[tuple[str, str, str]]:
    return [(one.level, one.field, one.text) for one in checking.check(record, store)]


@pytest.mark.parametrize(
    "record", [CONTEST, SUGGESTION, PATENT, ITEM], ids=lambda one: one.about.table
)
def test_records_in_order_have_no_findings(store: Store, record: Record) -> None:
    assert told(record, store) == []


@pytest.mark.parametrize(
    ("record", "changed", "level", "field", "words"),
    [
        (CONTEST, {"theory_weight": Decimal(40), "practice_weight": Decimal(70)}, "error",
         "practice_weight", "100%"),
        (CONTEST, {"ended_on": BEFORE}, "error", "ended_on", "早于开始日期"),
        (CONTEST, {"trade": ""}, "warn", "trade", "工种"),
        (RESULT, {"theory": Decimal(101)}, "error", "theory", "0到100"),
        (RESULT, {"award": "1"}, "warn", "certificate_no", "证书编号"),
        (SUGGESTION, {"adopted_count": 4}, "error", "adopted_count", "多于提出的3条"),
        (SUGGESTION, {"done_count": 3}, "error", "done_count", "多于采纳的2条"),
        (SUGGESTION, {"adopted_count": None, "done_count": 4}, "error", "done_count", "提出的3条"),
        (SUGGESTION, {"reviewed_on": BEFORE}, "error", "reviewed_on", "早于提出日期"),
        (SUGGESTION, {"done_on": BEFORE}, "error", "done_on", "早于提出日期"),
        (PATENT, {"apply_no": "202411410971.4"}, "error", "apply_no", "校验码应为3"),
        (PATENT, {"applied_on": BEFORE}, "warn", "applied_on", "2024年的"),
        (PATENT, {"kind": "2"}, "warn", "kind", "应是发明"),
        (PATENT, {"granted_on": BEFORE}, "error", "granted_on", "早于申请日期"),
        (PATENT, {"granted_on": LATER}, "warn", "status", "还没有授权"),
        (PATENT, {"status": "4"}, "warn", "granted_on", "没有授权日期"),
        (PATENT, {"apply_no": "", "applied_on": None}, "warn", "applied_on", "不能计入"),
        (ITEM, {"done_on": BEFORE}, "error", "done_on", "早于开工日期"),
        (ITEM, {"done_on": None}, "warn", "done_on", "没有完工日期"),
        (ITEM, {"started_on": None}, "warn", "started_on", "没有开工日期"),
        (ITEM, {"stage": "1"}, "warn", "stage", "还是立项"),
        (MODEL, {"birth": PartialDate(1981)}, "warn", "birth", "1980-01-01"),
        (MODEL, {"awarded_on": PartialDate(1979), "birth": PartialDate(1980)}, "error",
         "awarded_on", "早于出生日期"),
        (MODEL, {"honour": "全国劳动模范"}, "warn", "grade", "级别不一致"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_field(
    store: Store, record: Record, changed: dict[str, object], level: str, field: str, words: str
) -> None:
    found = told(replace(record, **changed), store)  # type: ignore[arg-type]

    assert [one for one in found if one[:2] == (level, field) and words in one[2]]


@pytest.mark.parametrize(
    ("record", "name", "expected"),
    [
        (Contest(), "sessions", 1),
        (Contest(theory_weight=Decimal(40)), "practice_weight", Decimal(60)),
        (Suggestion(), "quantity", 1),
        (Suggestion(quantity=5, review="1"), "adopted_count", 5),
        (Suggestion(quantity=5, review="1", adopted_count=3), "adopted_count", 3),
        (Suggestion(quantity=5, review="2"), "adopted_count", None),
        (Suggestion(review="4"), "adopted_count", 0),
        (Suggestion(done_on=DAY), "done_count", 1),
        (Patent(apply_no="ZL 2024 1 1410971.3"), "apply_no", "202411410971.3"),
        (Patent(apply_no="202421588819.X"), "kind", "2"),
        (Patent(apply_no="202421588819.X"), "applied_on", PartialDate(2024)),
        (Patent(apply_no="202421588819.X", applied_on=DAY), "applied_on", DAY),
        (Patent(granted_on=DAY), "status", "4"),
        (ModelPerson(id_no="370399198001010015"), "birth", PartialDate(1980, 1, 1)),
        (ModelPerson(id_no="370399198001010015"), "sex", "1"),
        (ModelPerson(honour="省劳动模范"), "grade", "2"),
        (ModelPerson(honour="先进工作者"), "grade", ""),
    ],
)
def test_blanks_that_follow_from_the_rest_are_filled(
    record: Record, name: str, expected: object
) -> None:
    assert getattr(checking.complete(record), name) == expected


def test_results_get_their_totals_and_ranks_and_practice_decides_between_equals(
    store: Store,
) -> None:
    (contest,) = keep(store, replace(CONTEST, theory_weight=Decimal(50)))
    scores = {"甲": (80, 90), "乙": (90, 80), "丙": (90, 90), "丁": (80, 90), "戊": (60, None)}
    for name, (theory, practice) in scores.items():
        result = replace(
            RESULT,
            contest=contest.id,
            person_name=name,
            theory=Decimal(theory),
            practice=None if practice is None else Decimal(practice),
        )
        keep(store, result)

    found = {one.person_name: (one.total, one.rank) for one in store.all(ContestResult)}

    assert found == {
        "丙": (Decimal(90), 1),
        "甲": (Decimal(85), 2),
        "丁": (Decimal(85), 2),
        "乙": (Decimal(85), 4),
        "戊": (None, None),
    }
    keep(store, replace(contest, theory_weight=Decimal(100), practice_weight=Decimal(0)))
    again = {one.person_name: one.rank for one in store.all(ContestResult)}
    assert again == {"乙": 2, "丙": 1, "甲": 3, "丁": 3, "戊": 5}


def test_usual_weights_are_thirty_and_seventy_and_half_a_cent_goes_up(store: Store) -> None:
    (contest,) = keep(store, CONTEST)
    result = replace(RESULT, contest=contest.id, theory=Decimal("80.25"), practice=Decimal(90))

    (kept,) = keep(store, result)

    assert kept.total == Decimal("87.08")
    assert kept.rank == 1


def test_registered_results_take_over_from_the_count_and_say_so(store: Store) -> None:
    (contest,) = keep(store, replace(CONTEST, headcount=40, headcount_basis="2"))
    assert value(store, "comp_people") == 40
    keep(store, *(replace(RESULT, contest=contest.id, person_name=name) for name in "甲乙丙"))

    assert value(store, "comp_people") == 3
    assert told(store.get(Contest, contest.id), store) == [
        ("warn", "headcount", "已登记成绩3人，参赛人次以成绩册为准")
    ]


def test_sessions_are_counted_for_matches_of_skill_that_began_in_the_year(store: Store) -> None:
    keep(
        store,
        CONTEST,
        replace(CONTEST, title="电工比武", kind="2", sessions=3),
        replace(CONTEST, title="安全竞赛", kind="1", trade="", sessions=5, headcount=90),
        replace(CONTEST, title="上年比武", started_on=BEFORE, ended_on=None, sessions=7),
    )

    found = compute(store, year_period(2024))

    assert found["comp_sessions"].value == 5
    assert [one.title for one in found["comp_sessions"].records if isinstance(one, Contest)] == [
        "焊工技术比武",
        "电工比武",
    ]
    assert (value(store, "comp_events"), value(store, "labour_contests")) == (3, 1)
    assert value(store, "comp_participants") == 90
    assert value(store, "comp_sessions", as_of=date(2024, 5, 1)) == 0


def test_suggestions_are_counted_by_their_quantity(store: Store) -> None:
    keep(
        store,
        replace(SUGGESTION, benefit=1_250_000),
        replace(SUGGESTION, title="单条", quantity=None, adopted_count=None, done_count=None,
                reviewed_on=None, done_on=None, benefit=50),
        replace(SUGGESTION, title="上年", suggested_on=BEFORE),
    )  # fmt: skip

    codes = ("sugg_qty", "sugg_adopted", "sugg_done", "sugg_benefit")
    assert [value(store, code) for code in codes] == [4, 2, 1, Decimal("12500.50")]


def test_suggestions_stand_in_the_list_of_their_stage() -> None:
    def stage(**changed: Any) -> str:
        found = Suggestion.about.state_of(Suggestion(**changed), date(2024, 12, 31))
        return found.name if found else ""

    assert stage() == "待评审"
    assert stage(review="1") == "已采纳"
    assert stage(adopted_count=2, done_count=1) == "已实施"
    assert stage(adopted_count=0) == stage(review="3") == "未采纳"


def test_applied_for_and_granted_are_two_figures(store: Store) -> None:
    keep(
        store,
        PATENT,
        replace(PATENT, title="乙", apply_no="", status="5"),
        replace(PATENT, title="丙", kind="2", apply_no="202421588819.X"),
        replace(PATENT, title="丁", apply_no="", applied_on=BEFORE, granted_on=LATER, status="4"),
    )

    assert value(store, "patents_invention") == 2
    assert value(store, "patents_applied") == 3
    assert value(store, "patents_granted") == value(store, "patents_invention_granted") == 1
    assert value(store, "patents_invention", 2023) == 1


def test_projects_count_where_they_ran_and_not_where_they_were_only_planned(store: Store) -> None:
    first, over = PartialDate(2023, 12, 5), PartialDate(2024, 2, 20)
    keep(
        store,
        replace(ITEM, title="跨年", started_on=first, done_on=over, invested=214_000_000),
        replace(ITEM, title="在建", stage="2", done_on=None),
        replace(ITEM, title="上年在建", stage="2", started_on=first, done_on=None),
        replace(ITEM, title="立项", stage="1", done_on=None),
        replace(ITEM, title="上年完工", started_on=BEFORE, done_on=first),
        replace(ITEM, title="完工日不详", started_on=BEFORE, done_on=None),
        replace(ITEM, title="明年", started_on=PartialDate(2025, 1), done_on=None, stage="2"),
        replace(ITEM, title="革新", kind="2", benefit=4_000_000),
    )

    figures = compute(store, year_period(2024))

    titles = {one.title for one in figures["tech_projects"].records if isinstance(one, TechItem)}
    assert titles == {"跨年", "在建", "上年在建"}
    assert figures["tech_projects"].value == 3
    assert figures["tech_invested"].value == Decimal("2140000.00")
    assert figures["tech_benefit"].value == Decimal("40000.00")
    assert value(store, "tech_innovations") == 1


def test_a_person_with_several_titles_counts_once_by_the_best_while_alive(store: Store) -> None:
    keep(
        store,
        MODEL,
        replace(MODEL, honour="镇标兵", grade="5"),
        replace(MODEL, person_name="某乙", id_no="", grade="4", life_state="3"),
        replace(MODEL, person_name="某丙", id_no="", grade="3", life_state="2"),
        replace(MODEL, person_name="某丁", id_no="", awarded_on=PartialDate(2025, 1)),
    )

    grades = [value(store, f"model_people_{grade}") for grade in "12345"]

    assert value(store, "model_people") == 2
    assert grades == [0, 0, 1, 1, 0]
    assert value(store, "model_people_new") == 4


def test_details_beside_the_sum_of_their_unit_are_doubted(store: Store) -> None:
    (unit,) = keep(store, Unit(name="甲厂"))
    (summed,) = keep(store, replace(SUGGESTION, unit=unit.id))
    single = replace(SUGGESTION, unit=unit.id, quantity=1, adopted_count=1, title="照明改造")
    keep(store, replace(single, suggested_on=BEFORE, reviewed_on=None, done_on=None))
    assert told(summed, store) == []

    keep(store, single)

    assert told(summed, store) == [
        ("warn", "quantity", "本单位2024年另有逐条登记的建议1条，请核对是否与汇总重复")
    ]
    assert told(single, store) == []
