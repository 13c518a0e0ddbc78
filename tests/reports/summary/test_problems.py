"""The chapter on shortcomings names what the records show, and the weightiest only."""

from datetime import date
from decimal import Decimal

import pytest

from models.periods import year_period
from models.records.appeals import Appeal
from models.records.bargaining import Contract, Coverage
from models.records.base import Record
from models.records.democracy import DemocracyYear
from models.records.members import Member
from models.records.papers import Target
from models.records.unions import Union, UnionTerm
from models.records.units import Unit, UnitYear
from models.store import Store
from models.values.dates import PartialDate
from reports.summary.problems import MOST_POINTS, SECTION
from tests.reports.summary.speaking import lay, told

LONG_AGO = PartialDate(2015)
UNION = Union(name="老厂工会", org_type="10", status="established", founded_on=LONG_AGO)
CONTRACT = Contract(
    unit_name="甲厂",
    kind="2",
    scope="1",
    signed_on=date(2024, 5, 6),
    valid_from=date(2024, 5, 6),
    valid_to=date(2025, 5, 5),
)


def scope(name: str) -> Coverage:
    return Coverage(unit_name=name, year=2024, base_date=date(2024, 1, 1))


def test_nothing_wanting_is_nothing_told(store: Store) -> None:
    assert told(store, SECTION) == ""


def test_a_large_unit_without_a_union_is_named_before_the_small_ones(store: Store) -> None:
    lay(store, [UNION])
    large, _ = lay(store, [Unit(name=name, operating_status="1") for name in ("大厂", "小店")])
    small_only = told(store, SECTION)
    lay(store, [UnitYear(unit=large.id, as_of=date(2024, 1, 1), workers_total=150)])

    assert "组织覆盖还有空白，2家单位没有建立工会，规模较小的单位建会仍是薄弱环节。" in small_only
    assert "组织覆盖还有空白，1家百人以上单位没有建立工会。" in told(store, SECTION)


def test_units_alone_are_no_shortcoming_of_a_file_without_unions(store: Store) -> None:
    lay(store, [Unit(name="小店", operating_status="1")])

    assert told(store, SECTION) == ""


@pytest.mark.parametrize(
    ("records", "said"),
    [
        (
            [CONTRACT, scope("甲厂"), scope("乙厂")],
            "集体协商进展不平衡，纳入协商范围的企业还有1家没有签订工资专项集体合同。",
        ),
        ([scope("甲厂"), scope("乙厂")], ""),
        (
            [
                Contract(
                    unit_name="丙厂",
                    kind="2",
                    scope="1",
                    signed_on=date(2022, 5, 6),
                    valid_from=date(2022, 5, 6),
                    valid_to=date(2023, 5, 5),
                )
            ],
            "集体协商进展不平衡，1家企业的工资专项集体合同到期后没有续签。",
        ),
        (
            [
                Appeal(
                    content="食堂",
                    category="1",
                    received_on=date(2024, 1, 5),
                    due_on=date(2024, 2, 5),
                )
            ],
            "服务和保障还有短板，1件职工诉求超过期限没有办结。",
        ),
    ],
)
def test_each_shortcoming_has_its_records(store: Store, records: list[Record], said: str) -> None:
    lay(store, records)

    assert told(store, SECTION).partition("：")[2] == said


def test_members_are_unverified_only_where_some_are_verified(store: Store) -> None:
    people = [
        Member(name=name, id_type="414", id_no=f"P{name}", status="active", joined_on=day)
        for name, day in (("张三", date(2020, 1, 1)), ("李四", date(2020, 1, 1)))
    ]
    first, _ = lay(store, people)
    blank = told(store, SECTION)
    assert isinstance(first, Member)
    with store.change("认证"):
        store.delete(first)
        store.save(Member(name="王五", id_type="414", id_no="P5", status="active", verified=True))

    assert blank == ""
    assert "登记入册的会员中1人没有完成实名认证。" in told(store, SECTION)


def test_a_missed_target_is_a_shortcoming_at_the_end_of_the_year_only(store: Store) -> None:
    lay(store, [UNION])
    lay(store, [Target(indicator="建会", year=2024, target=Decimal(2), figure="unions_new")])

    assert "上级下达的任务中还有1项没有达到目标。" in told(store, SECTION)
    assert told(store, SECTION, period=year_period(2024, date(2024, 5, 1))) == ""


def test_a_paper_names_a_few_shortcomings_only(store: Store) -> None:
    (union,) = lay(store, [UNION])
    term = UnionTerm(
        union=union.id,
        session_no=1,
        elected_on=date(2015, 1, 5),
        years="5",
        expires_on=date(2020, 1, 5),
    )
    lay(store, [term, Unit(name="小店", operating_status="1"), CONTRACT])
    lay(store, [scope("甲厂"), scope("乙厂")])
    lay(store, [Target(indicator="建会", year=2024, target=Decimal(2), figure="unions_new")])
    (unit,) = lay(store, [Unit(name="大厂", operating_status="1")])
    lay(store, [UnitYear(unit=unit.id, as_of=date(2024, 1, 1), above_scale=True)])
    lay(store, [DemocracyYear(unit=unit.id, unit_name="大厂", year=2024, has_disclosure=False)])

    text = told(store, SECTION)

    assert [text.count(f"{number}是") for number in "一二三四"] == [1, 1, 1, 0]
    assert text.count("。") == MOST_POINTS
    assert "三是基层工会自身建设有差距，1家基层工会任期届满没有换届。" in text
