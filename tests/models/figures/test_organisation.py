"""Figures about units, unions and the upkeep of the company database."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from models.figures.catalogue import compute
from models.periods import between
from models.records.papers import Document
from models.records.unions import IssuedItem, Union, UnionTerm, UnionUnit
from models.records.units import MaintenanceBatch, MaintenanceItem, Unit, UnitYear
from models.values.dates import PartialDate

UNION = Union(name="甲工会", org_type="10", founded_on=PartialDate(2024, 5, 6))
OLD = replace(UNION, founded_on=PartialDate(2019))
SPRING = date(2024, 3, 31)


def items(desk: Any, year: int, *results: str, is_preset: bool = True) -> MaintenanceBatch:
    batch: MaintenanceBatch = desk.add(MaintenanceBatch(title=f"{year}维护", year=year))
    for number, result in enumerate(results):
        desk.add(
            MaintenanceItem(
                batch=batch.id,
                preset_name=f"{year}第{number}家",
                is_preset=is_preset,
                result=result,
                done_on=PartialDate(year, 7) if result else None,
            )
        )
    return batch


def test_only_real_results_count_as_maintained(desk: Any) -> None:
    items(desk, 2024, "1", "2", "31", "32", "33", "4", "")

    rate = desk.figure("maint_rate")

    assert desk.value("unit_total") == 7
    assert desk.value("unit_maintained") == 5
    assert (rate.numerator, rate.denominator, rate.value) == (5, 7, Decimal("71.4"))
    assert rate.text == "71%"
    assert len(rate.records) == 5
    assert {one.result for one in rate.others} == {"4", ""}


def test_units_found_during_the_round_are_not_counted(desk: Any) -> None:
    items(desk, 2024, "1")
    items(desk, 2024, "5", "1", is_preset=False)

    assert desk.value("unit_total") == 1
    assert desk.value("maint_rate") == Decimal(100)


def test_each_year_has_its_own_round(desk: Any) -> None:
    items(desk, 2023, "1", "4")
    items(desk, 2024, "1", "1", "4")

    assert desk.value("unit_total", year=2023) == 2
    assert desk.value("unit_total", year=2024) == 3
    assert desk.value("unit_total", year=2022) == 0
    assert desk.value("maint_rate", year=2022) is None


def test_over_several_years_the_latest_round_counts(desk: Any) -> None:
    items(desk, 2024, "1", "1", "4")
    items(desk, 2023, "1", "4")

    found = compute(desk.store, between(date(2022, 1, 1), date(2024, 12, 31)))

    assert found["unit_total"].value == 3


def test_what_was_checked_after_the_cut_off_day_is_not_yet_maintained(desk: Any) -> None:
    items(desk, 2024, "1")

    assert desk.value("unit_maintained", as_of=date(2024, 6, 30)) == 0
    assert desk.value("unit_maintained", as_of=date(2024, 7, 1)) == 1


def test_the_latest_headcount_says_who_is_above_scale(desk: Any) -> None:
    unit = desk.unit("甲厂", is_large=True)
    desk.unit("乙厂", is_large=False)
    desk.add(UnitYear(unit=unit.id, as_of=date(2024, 11, 30), above_scale=False))
    desk.add(UnitYear(unit=unit.id, as_of=date(2025, 3, 1), above_scale=True))

    assert desk.value("above_scale_total", as_of=date(2024, 10, 31)) == 1
    assert desk.value("above_scale_total") == 0
    assert desk.value("above_scale_total", year=2025) == 1


@pytest.mark.parametrize(
    ("changed", "counted"),
    [
        ({}, 1),
        ({"org_type": "20"}, 1),
        *(({"org_type": one}, 0) for one in ("30", "40", "50", "70", "80")),
        ({"founded_on": PartialDate(2025)}, 0),
        ({"founded_on": PartialDate(2024, 12, 31)}, 1),
        ({"status": "preparing"}, 0),
        ({"status": "overdue"}, 1),
        ({"status": "revoked"}, 0),
        ({"status": "revoked", "ended_on": date(2024, 12, 31)}, 0),
        ({"status": "revoked", "ended_on": date(2025, 1, 1)}, 1),
        ({"status": "merged", "ended_on": date(2024, 2, 1)}, 0),
    ],
)
def test_unions_count_while_they_live(desk: Any, changed: dict[str, Any], counted: int) -> None:
    desk.add(replace(OLD, **changed))

    assert desk.value("unions_total") == counted


def test_a_revoked_union_still_counts_for_the_years_before(desk: Any) -> None:
    desk.add(replace(OLD, status="revoked", ended_on=date(2024, 2, 1)))

    assert desk.value("unions_total", year=2023) == 1
    assert desk.value("unions_total", year=2024) == 0


@pytest.mark.parametrize(
    ("founded", "counted"),
    [
        (PartialDate(2024, 1, 1), 1),
        (PartialDate(2024, 12, 31), 1),
        (PartialDate(2024, 6), 1),
        (PartialDate(2024), 1),
        (PartialDate(2023, 12, 31), 0),
        (PartialDate(2025), 0),
    ],
)
def test_new_unions_are_those_founded_in_the_year(
    desk: Any, founded: PartialDate, counted: int
) -> None:
    desk.add(replace(UNION, founded_on=founded))

    assert desk.value("unions_new") == counted


def test_a_union_founded_and_revoked_in_one_year_is_not_new(desk: Any) -> None:
    desk.add(replace(UNION, status="revoked", ended_on=date(2024, 9, 1)))

    assert desk.value("unions_new") == 0
    assert desk.value("unions_new", as_of=date(2024, 8, 31)) == 1


def test_new_unions_are_split_into_single_and_joint(desk: Any) -> None:
    desk.add(UNION)
    desk.add(replace(UNION, name="乙工会", org_type="20"))
    desk.add(replace(UNION, name="联合会", org_type="30"))

    found = [desk.value(one) for one in ("unions_new", "unions_new_single", "unions_new_joint")]

    assert found == [2, 1, 1]


def test_the_carrier_of_a_union_is_its_own_or_else_its_units(desk: Any) -> None:
    hotel, market = desk.unit("大酒店", carrier="08"), desk.unit("商场", carrier="10")
    desk.add(replace(UNION, unit=hotel.id))
    desk.add(replace(UNION, name="戊", unit_name=market.name))
    desk.add(replace(UNION, name="乙", unit=market.id, carrier_type="09"))
    desk.add(replace(UNION, name="丙", org_type="20", carrier_type="07"))
    desk.add(replace(OLD, name="丁", carrier_type="10"))

    found = {
        code: desk.value(f"unions_new_{code}") for code in ("coop", "hotel", "restaurant", "market")
    }

    assert found == {"coop": 0, "hotel": 1, "restaurant": 1, "market": 1}


def test_covered_units_count_once_while_their_joint_union_lives(desk: Any) -> None:
    unit = desk.unit("甲店")
    joint = desk.add(replace(OLD, name="联合工会", org_type="20"))
    second = desk.add(replace(OLD, name="第二联合工会", org_type="20"))
    revoked = replace(OLD, name="撤销的", org_type="20", status="revoked", ended_on=SPRING)
    revoked = desk.add(revoked)
    single = desk.add(replace(OLD, name="单独工会"))
    for union, covered in (
        (joint, UnionUnit(unit=unit.id, unit_name="甲店")),
        (second, UnionUnit(unit_name="甲店", joined_on=PartialDate(2022))),
        (joint, UnionUnit(unit_name="小卖部")),
        (second, UnionUnit(unit_name="小 卖 部")),
        (joint, UnionUnit(unit_name="走了的", left_on=SPRING)),
        (joint, UnionUnit(unit_name="还没走的", left_on=date(2025, 1, 1))),
        (joint, UnionUnit(unit_name="还没来的", joined_on=PartialDate(2025))),
        (revoked, UnionUnit(unit_name="撤销工会的")),
        (single, UnionUnit(unit_name="单独工会的")),
    ):
        desk.add(replace(covered, union=union.id))

    figure = desk.figure("joint_units")

    assert [one.unit_name for one in figure.records] == ["甲店", "小卖部", "还没走的"]
    assert figure.value == 3


def test_members_are_those_of_living_unions(desk: Any) -> None:
    desk.add(replace(OLD, members_total=1234))
    desk.add(replace(OLD, name="乙", members_total=None))
    desk.add(replace(OLD, name="丙", members_total=99, status="revoked", ended_on=SPRING))

    figure = desk.figure("union_members")

    assert (figure.value, figure.text, figure.exact) == (1234, "1200余人", "1,234人")
    assert len(figure.records) == 1


def test_a_company_in_two_rounds_of_a_year_counts_once_and_as_checked(desk: Any) -> None:
    unit = desk.unit("甲厂")
    for title, result in (("上半年", "4"), ("年中", "1"), ("下半年", "")):
        batch = desk.add(MaintenanceBatch(title=title, year=2024))
        for name, link in (("甲厂", unit.id), ("没登记的 厂", None)):
            item = MaintenanceItem(batch=batch.id, preset_name=name, unit=link, is_preset=True)
            desk.add(replace(item, result=result))

    assert desk.value("unit_total") == 2
    assert [one.result for one in desk.figure("unit_maintained").records] == ["1", "1"]


@pytest.mark.parametrize(("done", "said"), [(300, "100%"), (299, "99.7%"), (1, "0.3%")])
def test_a_rate_never_says_all_or_nothing_of_what_is_only_nearly_so(
    desk: Any, done: int, said: str
) -> None:
    batch = desk.add(MaintenanceBatch(title="维护", year=2024))
    with desk.store.change("新增"):
        desk.store.insert_all(
            [
                MaintenanceItem(
                    batch=batch.id,
                    preset_name=f"第{number}家",
                    is_preset=True,
                    result="1" if number < done else "",
                )
                for number in range(300)
            ]
        )

    assert desk.figure("maint_rate").text == said


def test_only_replies_that_agree_to_a_founding_count(desk: Any) -> None:
    reply = Document(doc_no="空谷镇工发〔2024〕1号", issued_on=SPRING, kind="5", title="批复")
    for number, changed in enumerate(
        (
            {"matter": "1"},
            {"matter": "2"},
            {"kind": "1", "matter": "1"},
            {"matter": "1", "issued_on": date(2023, 12, 31)},
        )
    ):
        desk.add(replace(reply, doc_no=f"空谷镇工发〔2024〕{number + 1}号", **changed))

    assert [one.doc_no for one in desk.figure("union_replies").records] == ["空谷镇工发〔2024〕1号"]


def test_issued_pieces_are_summed_by_kind_and_day(desk: Any) -> None:
    item = IssuedItem(union_name="甲工会", item="1", quantity=1, issued_on=SPRING)
    for changed in (
        {},
        {"item": "2", "quantity": 2},
        {"item": "3", "quantity": 4},
        {"item": "4", "quantity": 8},
        {"quantity": 16, "issued_on": date(2023, 5, 1)},
        {"quantity": 32, "issued_on": None},
    ):
        desk.add(replace(item, **changed))

    found = [desk.value(f"issued_{one}") for one in ("seals", "plates", "boards")]

    assert found == [3, 4, 8]
    assert len(desk.figure("issued_seals").records) == 2


def test_renewals_are_later_terms_that_began_in_the_year(desk: Any) -> None:
    union = desk.add(OLD)
    for number, year in ((1, 2019), (2, 2021), (3, 2024)):
        desk.add(
            UnionTerm(union=union.id, session_no=number, elected_on=date(year, 3, 1), years="3")
        )
    other = desk.add(replace(UNION, name="新工会"))
    desk.add(UnionTerm(union=other.id, session_no=1, elected_on=date(2024, 5, 6), years="3"))

    assert [one.session_no for one in desk.figure("terms_renewed").records] == [3]
    assert desk.value("terms_renewed", year=2021) == 1


def test_only_living_grassroots_unions_renew_and_each_once(desk: Any) -> None:
    for changed in (
        {"name": "甲"},
        {"name": "乙", "org_type": "30"},
        {"name": "丙", "status": "revoked", "ended_on": SPRING},
    ):
        union = desk.add(replace(OLD, **changed))
        for number, month in ((2, 2), (3, 11)):
            day = date(2024, month, 1)
            desk.add(UnionTerm(union=union.id, session_no=number, elected_on=day, years="3"))

    assert [one.session_no for one in desk.figure("terms_renewed").records] == [3]


def test_an_empty_file_has_nothing_to_report(desk: Any) -> None:
    for code in ("unit_total", "unions_total", "union_members", "joint_units", "issued_seals"):
        figure = desk.figure(code)
        assert figure.value == 0
        assert not figure.is_there
        assert figure.records == ()
    assert desk.figure("maint_rate").text == ""
    assert desk.figure("maint_rate").exact == "—"


def test_a_unit_without_headcount_is_not_above_scale(desk: Any) -> None:
    desk.add(Unit(name="甲厂"))

    assert desk.value("above_scale_total") == 0
