"""The chapter on founding unions says of each figure only what its records bear."""

from datetime import date
from decimal import Decimal

import pytest

from models.periods import span_period, year_period
from models.records.base import Record
from models.records.elections import LegalCertificate
from models.records.papers import Target
from models.records.unions import Union, UnionTerm, UnionUnit
from models.records.units import Unit, UnitYear
from models.store import Store
from models.values.dates import PartialDate
from reports.summary.organising import SECTION
from reports.summary.parts import SHORT, STANDARD
from tests.reports.summary.speaking import adjust, lay, told

MAY = PartialDate(2024, 5)


def union(name: str, founded: PartialDate = MAY, **more: object) -> Union:
    values = {"org_type": "10", "status": "established", "founded_on": founded, **more}
    return Union(name=f"{name}工会", **values)  # type: ignore[arg-type]


def covered(number: int | None) -> list[Record]:
    return [UnionUnit(union=number, unit_name=f"小店{place}") for place in range(3)]


def certificate(number: int | None) -> LegalCertificate:
    return LegalCertificate(
        union=number, union_name="某工会", valid_to=date(2030, 1, 1), status="valid"
    )


def large_unit(store: Store, name: str) -> Unit:
    (unit,) = lay(store, [Unit(name=name, operating_status="1", carrier_type="01")])
    lay(store, [UnitYear(unit=unit.id, as_of=date(2024, 1, 1), workers_total=150)])
    assert isinstance(unit, Unit)
    return unit


def test_a_union_of_each_kind_is_told_apart(store: Store) -> None:
    lay(store, [union("甲"), union("乙"), union("丙", org_type="20")])

    assert "全年新建基层工会3家，其中单独建会2家、联合建会1家。" in told(store, SECTION)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (3, "全年新建基层工会3家。超额完成上级下达的2家建会任务。"),
        (2, "全年新建基层工会2家，其中单独建会1家、联合建会1家。圆满完成上级下达的2家建会任务。"),
        (1, "全年新建基层工会1家。上级下达的建会任务是2家。"),
    ],
)
def test_what_the_clerk_put_right_is_not_mixed_with_what_was_counted(
    store: Store, value: int, said: str
) -> None:
    lay(store, [union("甲"), union("乙", org_type="20")])
    lay(store, [Target(indicator="建会", year=2024, target=Decimal(2), figure="unions_new")])
    adjust(store, "unions_new", value)

    assert told(store, SECTION).startswith(said)


def test_new_fields_are_told_by_what_the_unions_were_built_on(store: Store) -> None:
    lay(store, [union("甲", carrier_type="16"), union("乙", carrier_type="01")])
    lay(store, [union("丙", carrier_type="07"), union("丁", carrier_type="16")])

    assert "拓宽建会领域，新建农民专业合作社工会1家、快递网点工会2家。" in told(store, SECTION)


def test_the_years_task_is_not_held_against_a_later_stretch(store: Store) -> None:
    lay(store, [union("甲", PartialDate(2024, 8))])
    lay(store, [Target(indicator="建会", year=2024, target=Decimal(1), figure="unions_new")])

    assert "圆满完成上级下达的1家建会任务。" in told(store, SECTION)
    assert "任务" not in told(store, SECTION, period=span_period(2024, "Q3"))


def test_the_total_is_compared_only_with_a_year_before(store: Store) -> None:
    lay(store, [union("甲")])
    alone = told(store, SECTION)
    lay(store, [union("乙", PartialDate(2020))])

    assert "基层工会总数" not in alone
    assert "基层工会总数为2家，比上年末增加1家。" in told(store, SECTION)


def test_units_without_a_union_keep_the_rate_below_all(store: Store) -> None:
    first, second = large_unit(store, "甲厂"), large_unit(store, "乙厂")
    lay(store, [union("甲", unit=first.id)])
    partly = told(store, SECTION)
    lay(store, [union("乙", unit=second.id)])

    assert "全镇已建会和涵盖单位1家，建会率50%，百人以上单位建会率50%。" in partly
    assert "全镇2家在营单位全部建立工会或由联合基层工会涵盖。" in told(store, SECTION)


def test_a_closed_unit_with_a_union_stands_beside_no_rate(store: Store) -> None:
    open_unit, closed = large_unit(store, "甲厂"), Unit(name="关了的厂", operating_status="4")
    (gone,) = lay(store, [closed])
    lay(store, [union("甲", unit=open_unit.id), union("乙", unit=gone.id)])
    lay(store, [Unit(name="没有工会的店", operating_status="1")])

    text = told(store, SECTION)

    assert "全镇在营单位建会率50%，百人以上单位已全部建会。" in text
    assert "涵盖单位" not in text


@pytest.mark.parametrize(
    ("unions", "said"),
    [
        ([union("甲", has_audit=True)], "健全工会内设组织，基层工会全部建立经审组织。"),
        (
            [union("甲", has_women=True), union("乙")],
            "健全工会内设组织，建立女职工组织的基层工会1家，组建率50%。",
        ),
    ],
)
def test_committees_are_called_complete_only_where_no_union_is_without(
    store: Store, unions: list[Union], said: str
) -> None:
    lay(store, list(unions))

    assert said in told(store, SECTION)
    assert said not in told(store, SECTION, level=STANDARD)


def test_legal_personality_of_all_is_told_as_all(store: Store) -> None:
    first, second = lay(store, [union("甲"), union("乙")])
    lay(store, [certificate(first.id)])
    partly = told(store, SECTION)
    lay(store, [certificate(second.id)])

    assert "已有1家基层工会取得法人资格，登记率50%。" in partly
    assert "2家基层工会全部取得法人资格。" in told(store, SECTION)


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        (
            [
                UnionTerm(session_no=1, elected_on=date(2021, 6, 1), expires_on=date(2024, 6, 1)),
                UnionTerm(session_no=2, elected_on=date(2024, 6, 1), expires_on=date(2027, 6, 1)),
            ],
            "全年完成换届1家，届满的工会全部按期换届。",
        ),
        (
            [UnionTerm(session_no=2, elected_on=date(2024, 6, 1), expires_on=date(2027, 6, 1))],
            "全年完成换届1家。",
        ),
    ],
)
def test_elections_are_called_timely_only_where_terms_ended(
    store: Store, terms: list[UnionTerm], said: str
) -> None:
    (first,) = lay(store, [union("甲", PartialDate(2015))])
    lay(
        store,
        [
            UnionTerm(
                union=first.id,
                session_no=one.session_no,
                elected_on=one.elected_on,
                expires_on=one.expires_on,
                years="3",
            )
            for one in terms
        ],
    )

    assert said in told(store, SECTION)


def test_unions_that_ended_are_told_in_the_long_text(store: Store) -> None:
    lay(store, [union("甲", PartialDate(2015), ended_on=date(2024, 3, 1), status="revoked")])

    assert "按程序撤销、合并基层工会1家。" in told(store, SECTION)


def test_joint_unions_tell_what_they_cover(store: Store) -> None:
    (joint,) = lay(store, [union("村联合", PartialDate(2019), org_type="20")])
    lay(store, covered(joint.id))

    text = told(store, SECTION, period=year_period(2024))

    assert text == "规模小、职工少的单位就近加入联合基层工会，现已涵盖3家单位。"
    assert told(store, SECTION, level=SHORT) == ""
