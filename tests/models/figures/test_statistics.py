"""Figures of the union statistics, counted by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from models.figures.catalogue import compute
from models.periods import between, statistics_year, year_period
from models.records.elections import LegalCertificate, Post
from models.records.members import Member, MemberChange
from models.records.unions import Union, UnionTerm, UnionUnit
from models.records.units import MaintenanceBatch, MaintenanceItem, Unit, UnitYear
from models.values.dates import PartialDate

SINGLE = Union(
    name="甲厂工会", org_type="10", founded_on=PartialDate(2020, 5, 6), status="established"
)
JOINT = replace(SINGLE, name="东村联合工会", org_type="20", carrier_type="05")


def values(desk: Any, *codes: str, **options: Any) -> dict[str, object]:
    return {code: desk.value(code, **options) for code in codes}


def unit(desk: Any, name: str, workers: int | None = None, **others: Any) -> Unit:
    made: Unit = desk.add(Unit(name=name, operating_status="1", carrier_type="01"))
    if others:
        made = desk.add(replace(made, **others))
    if workers is not None:
        desk.add(
            UnitYear(
                unit=made.id,
                as_of=date(2024, 6, 30),
                workers_total=workers,
                workers_female=workers // 2,
                workers_migrant=workers // 10,
            )
        )
    return made


def test_units_are_told_apart_by_their_union_and_nature(desk: Any) -> None:
    large = unit(desk, "甲厂", 120, unit_nature="170")
    covered = unit(desk, "乙厂", 40, unit_nature="300")
    unit(desk, "丙店", 100, unit_nature="600", no_union_reason="02")
    unit(desk, "丁村", 8, carrier_type="05", planned_union_on=PartialDate(2025, 3))
    unit(desk, "戊厂", 500, operating_status="6")
    desk.add(replace(SINGLE, unit=large.id))
    joint = desk.add(JOINT)
    desk.add(UnionUnit(union=joint.id, unit=covered.id, unit_name="乙厂"))

    assert values(
        desk,
        *("units_working", "units_companies", "units_nonpublic", "units_large"),
        *("units_large_union", "units_union_domestic", "units_union_foreign"),
        *("units_union_self_employed", "units_without_union", "units_without_union_02"),
        *("units_without_union_07", "units_planned"),
    ) == {
        "units_working": 4,
        "units_companies": 3,
        "units_nonpublic": 3,
        "units_large": 2,
        "units_large_union": 1,
        "units_union_domestic": 1,
        "units_union_foreign": 1,
        "units_union_self_employed": 0,
        "units_without_union": 2,
        "units_without_union_02": 1,
        "units_without_union_07": 0,
        "units_planned": 1,
    }
    rate = desk.figure("union_rate_companies")
    assert (rate.numerator, rate.denominator, rate.value) == (2, 3, Decimal("66.7"))
    assert [one.name for one in rate.others] == ["丙店"]


def test_workers_are_those_of_the_latest_data_before_the_cut_off(desk: Any) -> None:
    own = unit(desk, "甲厂", 120)
    desk.add(UnitYear(unit=own.id, as_of=date(2024, 11, 1), workers_total=150))
    unit(desk, "乙厂", 40)
    unit(desk, "丙厂")
    desk.add(replace(SINGLE, unit=own.id))

    assert values(desk, "workers", "workers_female", "workers_union", "workers_union_migrant") == {
        "workers": 190,
        "workers_female": 20,
        "workers_union": 150,
        "workers_union_migrant": 0,
    }
    autumn = values(desk, "workers", "workers_union_female", as_of=date(2024, 9, 30))
    assert autumn == {"workers": 160, "workers_union_female": 60}
    assert [one.workers_total for one in desk.figure("workers_union").records] == [150]


def test_what_ended_is_taken_from_what_was_founded(desk: Any) -> None:
    desk.add(SINGLE)
    desk.add(replace(SINGLE, name="新一", founded_on=PartialDate(2024, 2)))
    desk.add(replace(SINGLE, name="新二", founded_on=PartialDate(2024)))
    desk.add(
        replace(
            SINGLE,
            name="短",
            founded_on=PartialDate(2024, 3, 1),
            status="revoked",
            ended_on=date(2024, 8, 1),
        )
    )
    desk.add(replace(SINGLE, name="旧", status="revoked", ended_on=date(2024, 5, 1)))

    assert values(desk, "unions_new", "unions_revoked", "unions_net", "unions_single") == {
        "unions_new": 2,
        "unions_revoked": 2,
        "unions_net": 1,
        "unions_single": 3,
    }
    assert {one.name for one in desk.figure("unions_net").records} == {"新一", "新二", "旧"}


def test_federations_are_no_grassroots_unions(desk: Any) -> None:
    desk.add(replace(SINGLE, name="片区联合会", org_type="30"))
    desk.add(replace(SINGLE, name="物流业联合会", org_type="40"))

    assert values(desk, "unions_total", "unions_area", "unions_trade") == {
        "unions_total": 0,
        "unions_area": 1,
        "unions_trade": 1,
    }


def test_joint_unions_are_told_by_what_they_are_built_on(desk: Any) -> None:
    founded = PartialDate(2024, 4)
    desk.add(replace(JOINT, founded_on=founded))
    desk.add(replace(JOINT, name="园区联合工会", carrier_type="13", founded_on=founded))
    desk.add(replace(SINGLE, name="医院工会", carrier_type="20", founded_on=founded))

    assert values(
        desk, "unions_new_joint_village", "unions_new_joint_park", "unions_new_carrier_20"
    ) == {
        "unions_new_joint_village": 1,
        "unions_new_joint_park": 1,
        "unions_new_carrier_20": 1,
    }


def test_a_unit_is_newly_covered_by_the_day_on_which_it_joined(desk: Any) -> None:
    joint = desk.add(JOINT)
    for name, joined, left in (
        ("甲", PartialDate(2024, 5), None),
        ("甲", PartialDate(2024, 6), None),
        ("乙", PartialDate(2023, 12, 31), None),
        ("丙", PartialDate(2024, 2, 1), date(2024, 9, 1)),
        ("丁", None, None),
    ):
        desk.add(UnionUnit(union=joint.id, unit_name=name, joined_on=joined, left_on=left))

    assert desk.value("joint_units_new") == 1
    assert desk.value("joint_units_new", as_of=date(2024, 8, 1)) == 2
    assert desk.value("joint_units") == 3


def test_terms_that_end_are_due_once_a_union(desk: Any) -> None:
    union = desk.add(SINGLE)
    for number, elected, ends, extended in (
        (1, date(2019, 3, 1), date(2022, 3, 1), date(2022, 6, 1)),
        (2, date(2022, 5, 20), date(2025, 5, 20), None),
    ):
        desk.add(
            UnionTerm(
                union=union.id,
                session_no=number,
                years="3",
                elected_on=elected,
                expires_on=ends,
                extended_to=extended,
            )
        )

    assert [desk.value("terms_due", year=year) for year in (2022, 2024, 2025)] == [1, 0, 1]
    assert desk.figure("renewal_rate", year=2022).value == Decimal(100)


def test_people_in_office_count_once_however_many_offices_they_hold(desk: Any) -> None:
    chair = Post(
        union_name="甲厂工会",
        position="1",
        committee="01",
        person_name="张三",
        fulltime="1",
        trained_in=2024,
        from_on=date(2022, 1, 1),
    )
    desk.add(chair)
    desk.add(replace(chair, position="8", committee="03"))
    desk.add(replace(chair, position="7", committee="02", person_name="李四", fulltime="3"))
    desk.add(replace(chair, person_name="王五", from_on=date(2025, 1, 1)))

    assert values(
        desk,
        *("officers", "chairs", "chairs_fulltime", "officers_seconded"),
        *("officers_audit", "officers_women", "officers_trained"),
    ) == {
        "officers": 2,
        "chairs": 1,
        "chairs_fulltime": 1,
        "officers_seconded": 1,
        "officers_audit": 1,
        "officers_women": 1,
        "officers_trained": 2,
    }


def test_a_chair_of_next_year_does_not_fill_this_years_vacancy(desk: Any) -> None:
    chair = Post(union_name="甲厂工会", position="1", person_name="张三", fulltime="1")
    desk.add(replace(chair, from_on=date(2020, 1, 1), to_on=date(2023, 1, 31)))
    desk.add(replace(chair, person_name="李四", from_on=date(2024, 3, 1)))

    assert desk.value("chairs_vacant", year=2023) == 1
    assert desk.value("chairs_vacant", year=2024) == 0


def test_the_round_of_upkeep_tells_what_was_handed_up_found_and_gone(desk: Any) -> None:
    batch = desk.add(MaintenanceBatch(title="维护", year=2024))
    for number, (result, uploaded) in enumerate(
        (("1", date(2024, 7, 20)), ("2", None), ("31", date(2024, 12, 1)), ("4", None), ("5", None))
    ):
        desk.add(
            MaintenanceItem(
                batch=batch.id,
                preset_name=f"第{number}家",
                is_preset=result != "5",
                result=result,
                done_on=PartialDate(2024, 7),
                uploaded_on=uploaded,
            )
        )

    rate = desk.figure("upload_rate", as_of=date(2024, 10, 1))
    assert (rate.numerator, rate.denominator) == (1, 3)
    assert values(desk, "unit_uploaded", "unit_gone", "unit_found") == {
        "unit_uploaded": 2,
        "unit_gone": 1,
        "unit_found": 1,
    }


def test_certificates_are_issued_on_their_day(desk: Any) -> None:
    one = LegalCertificate(
        union_name="甲厂工会", legal_person="张三", valid_to=date(2027, 1, 1), authority="县总工会"
    )
    desk.add(replace(one, issued_on=date(2023, 10, 1)))
    desk.add(replace(one, union_name="乙厂工会", issued_on=date(2024, 9, 30)))

    def issued(period: Any) -> object:
        return compute(desk.store, period)["certificates_issued"].value

    assert issued(year_period(2024)) == 1
    assert issued(statistics_year(2024)) == 2
    assert issued(between(date(2023, 10, 2), date(2024, 9, 29))) == 0


MEMBER = Member(
    name="甲",
    sex="2",
    status="active",
    joined_on=PartialDate(2022, 3),
    status_on=PartialDate(2022, 3),
)


def lay(desk: Any, record: Any) -> Any:
    """Write a record without asking for what does not matter here."""
    with desk.store.change("新增"):
        return desk.store.save_all([record])[0]


def test_parts_of_the_membership(desk: Any) -> None:
    lay(desk, replace(MEMBER, new_group="02", verified=True))
    lay(desk, replace(MEMBER, name="乙", sex="1", new_group="09"))
    lay(desk, replace(MEMBER, name="丙", new_group="00", verified=True))
    lay(desk, replace(MEMBER, name="丁", status="retained"))

    assert values(
        desk,
        *("members_active", "members_female", "members_new_form", "members_eight_groups"),
        *("members_verified", "members_retained"),
    ) == {
        "members_active": 3,
        "members_female": 2,
        "members_new_form": 2,
        "members_eight_groups": 1,
        "members_verified": 2,
        "members_retained": 1,
    }
    share = desk.figure("members_female_share")
    assert (share.numerator, share.denominator, share.value) == (2, 3, Decimal("66.7"))
    assert [one.name for one in share.others] == ["乙"]


def test_who_left_later_was_a_member_before(desk: Any) -> None:
    gone = lay(
        desk,
        replace(MEMBER, name="走", status="transferred_out", status_on=PartialDate(2024, 6, 5)),
    )
    back = lay(desk, replace(MEMBER, name="回", status_on=PartialDate(2024, 9, 1)))
    for who, kind, day in (
        (gone, "1", PartialDate(2022, 3)),
        (gone, "4", PartialDate(2024, 6, 5)),
        (back, "1", PartialDate(2022, 3)),
        (back, "3", PartialDate(2023, 2)),
        (back, "7", PartialDate(2024, 9, 1)),
    ):
        lay(desk, MemberChange(member=who.id, kind=kind, changed_on=day, reason="1"))

    assert [
        desk.value("members_active", as_of=day)
        for day in (date(2024, 5, 31), date(2024, 6, 30), date(2024, 9, 1))
    ] == [1, 0, 1]
    assert [one.name for one in desk.figure("members_active").records] == ["回"]
    assert desk.value("members_net") == 0
    assert desk.value("members_net", as_of=date(2024, 7, 1)) == -1


@pytest.mark.parametrize("part", ["", "_female", "_migrant", "_new_form"])
def test_as_many_members_stand_behind_the_number(desk: Any, part: str) -> None:
    code = f"members{part or '_active'}"
    for number in range(6):
        lay(
            desk,
            replace(
                MEMBER,
                name=f"会员{number}",
                sex="12"[number % 2],
                is_migrant="01"[number % 3 == 0],
                new_group=("", "02", "00")[number % 3],
            ),
        )

    figure = desk.figure(code)

    assert figure.value == len(figure.records) > 0
    assert figure.records[0].name.startswith("会员")
    assert figure.records == tuple(figure.records)
