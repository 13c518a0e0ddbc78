"""Figures about collective bargaining."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from models.figures.catalogue import compute
from models.periods import between
from models.records.bargaining import Campaign, CampaignStep, Contract, Coverage
from models.records.unions import Union, UnionUnit
from models.records.units import Unit
from models.values.dates import PartialDate

CONTRACT = Contract(
    unit_name="甲厂",
    kind="2",
    signed_on=date(2024, 5, 6),
    valid_from=date(2024, 6, 1),
    valid_to=date(2025, 5, 31),
    workers_covered=100,
)
CAMPAIGN = Campaign(
    title="协商",
    year=2024,
    scope="3",
    started_on=date(2024, 3, 1),
    ended_on=date(2024, 6, 28),
)


def cover(desk: Any, *names: str, year: int = 2024) -> None:
    for name in names:
        desk.add(Coverage(unit_name=name, year=year))


@pytest.mark.parametrize(
    ("changed", "counted"),
    [
        ({}, 1),
        ({"kind": "1"}, 0),
        ({"kind": "3"}, 0),
        ({"valid_to": date(2024, 12, 30)}, 0),
        ({"valid_to": date(2024, 12, 31)}, 1),
        ({"valid_from": date(2025, 1, 1)}, 0),
        ({"valid_from": date(2024, 12, 31)}, 1),
        ({"signed_on": date(2025, 1, 1)}, 0),
        ({"ended_on": date(2024, 12, 31)}, 0),
        ({"ended_on": date(2025, 1, 1)}, 1),
        ({"workers_covered": None}, 1),
    ],
)
def test_contracts_count_while_they_are_in_force(
    desk: Any, changed: dict[str, Any], counted: int
) -> None:
    desk.add(replace(CONTRACT, **changed))

    assert desk.value("cb_units_signed") == counted


def test_the_cut_off_day_decides_what_is_in_force(desk: Any) -> None:
    desk.add(CONTRACT)

    assert desk.value("cb_units_signed", as_of=date(2024, 5, 31)) == 0
    assert desk.value("cb_units_signed", as_of=date(2024, 6, 1)) == 1
    assert desk.value("cb_units_signed", year=2025, as_of=date(2025, 5, 31)) == 1
    assert desk.value("cb_units_signed", year=2025) == 0


def test_a_unit_with_several_contracts_counts_once_with_the_most_workers(desk: Any) -> None:
    unit = desk.unit("甲厂")
    desk.add(replace(CONTRACT, unit=unit.id, workers_covered=None))
    desk.add(replace(CONTRACT, unit=unit.id, unit_name="从前的名字", workers_covered=120))
    desk.add(replace(CONTRACT, unit_name="甲 厂", workers_covered=80))
    desk.add(replace(CONTRACT, unit_name="没登记的厂", workers_covered=7))
    desk.add(replace(CONTRACT, unit_name="没登记的 厂", workers_covered=9))

    assert desk.value("cb_units_signed") == 2
    assert desk.value("cb_workers") == 129
    assert {one.workers_covered for one in desk.figure("cb_workers").records} == {120, 9}


def test_a_name_that_two_units_share_belongs_to_neither(desk: Any) -> None:
    for unit in (desk.unit("甲厂"), desk.unit("甲厂")):
        desk.add(replace(CONTRACT, unit=unit.id))
    desk.add(CONTRACT)

    assert desk.value("cb_units_signed") == 3


def test_the_rate_is_signed_over_confirmed_scope(desk: Any) -> None:
    cover(desk, "甲厂", "乙厂", "丙厂", "甲 厂")
    cover(desk, "丁厂", year=2023)
    desk.add(CONTRACT)

    rate = desk.figure("cb_rate")

    assert (rate.numerator, rate.denominator, rate.value) == (1, 3, Decimal("33.3"))
    assert [one.unit_name for one in rate.records] == ["甲厂"]
    assert [one.unit_name for one in rate.others] == ["乙厂", "丙厂"]
    assert desk.value("cb_units_scope") == 3


def test_taking_one_contract_away_changes_number_rate_and_list_together(desk: Any) -> None:
    cover(desk, "甲厂", "乙厂")
    desk.add(CONTRACT)
    gone = desk.add(replace(CONTRACT, unit_name="乙厂"))
    assert desk.figure("cb_rate").text == "100%"

    with desk.store.change("删除合同"):
        desk.store.delete(gone)

    rate = desk.figure("cb_rate")
    assert (rate.text, len(rate.records), len(rate.others)) == ("50%", 1, 1)
    desk.store.undo()
    assert desk.figure("cb_rate").text == "100%"


def test_who_left_the_scope_is_not_in_the_denominator(desk: Any) -> None:
    cover(desk, "甲厂")
    desk.add(Coverage(unit_name="乙厂", year=2024, left_on=date(2024, 9, 30)))

    assert desk.value("cb_units_scope") == 1
    assert desk.value("cb_units_scope", as_of=date(2024, 9, 29)) == 2


def test_without_scope_there_is_no_rate(desk: Any) -> None:
    desk.add(CONTRACT)

    rate = desk.figure("cb_rate")

    assert (rate.value, rate.text, rate.is_there) == (None, "", False)


def test_the_campaign_may_set_another_denominator(desk: Any) -> None:
    with_union, covered, without, village = (
        desk.unit("甲厂"),
        desk.unit("乙店"),
        desk.unit("丙厂"),
        desk.unit("柳树村", carrier="05"),
    )
    desk.add(Unit(name="丁厂", carrier_type="01", operating_status="6"))
    union = Union(name="甲工会", org_type="10", founded_on=PartialDate(2020))
    desk.add(replace(union, unit=with_union.id))
    joint = desk.add(replace(union, name="联合", org_type="20", unit=village.id))
    desk.add(UnionUnit(union=joint.id, unit=covered.id, unit_name="乙店"))
    left = UnionUnit(union=joint.id, unit=without.id, unit_name="丙厂", left_on=date(2024, 1, 1))
    desk.add(left)
    cover(desk, "甲厂")
    desk.add(replace(CONTRACT, unit=with_union.id))
    campaign = desk.add(CAMPAIGN)
    found = {}
    for basis in ("", "2", "1", "4", "5"):
        with desk.store.change("改口径"):
            desk.store.save(
                replace(
                    campaign,
                    denominator_basis=basis,
                    denominator_manual=40 if basis == "5" else None,
                    denominator_note="县里核定",
                )
            )
        rate = desk.figure("cb_rate")
        found[basis] = (rate.numerator, rate.denominator, len(rate.others))
        assert desk.value("cb_units_scope") == rate.denominator

    assert found == {
        "": (1, 1, 0),
        "2": (1, 1, 0),
        "1": (1, 2, 1),
        "4": (1, 3, 2),
        "5": (1, 40, 0),
    }


def test_a_denominator_filled_in_by_hand_names_nobody_who_did_not_sign(desk: Any) -> None:
    desk.add(CONTRACT)
    campaign = replace(CAMPAIGN, denominator_basis="5", denominator_note="县里核定")
    desk.add(replace(campaign, denominator_manual=4))

    rate = desk.figure("cb_rate")

    assert (rate.value, rate.others) == (Decimal(25), ())


def test_a_unit_that_leaves_its_joint_union_later_still_has_one(desk: Any) -> None:
    unit = desk.unit("乙店")
    joint = desk.add(Union(name="联合", org_type="20", founded_on=PartialDate(2020)))
    leaving = UnionUnit(union=joint.id, unit=unit.id, unit_name="乙店", left_on=date(2025, 2, 1))
    desk.add(leaving)
    desk.add(replace(CAMPAIGN, denominator_basis="1"))

    assert desk.value("cb_units_scope") == 1


def test_other_contracts_are_counted_apart(desk: Any) -> None:
    for kind in ("1", "2", "2", "3", "3", "3", "4"):
        desk.add(replace(CONTRACT, kind=kind, unit_name=f"{kind}-{desk.store.count(Contract)}"))

    found = [desk.value(f"cb_units_{one}") for one in ("general", "signed", "women")]

    assert found == [1, 2, 3]


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2024, 3, 1), date(2024, 6, 28), 4),
        (date(2024, 3, 1), date(2024, 6, 30), 4),
        (date(2024, 2, 26), date(2024, 6, 25), 4),
        (date(2024, 2, 26), date(2024, 6, 26), 5),
        (date(2024, 3, 1), date(2024, 3, 1), 1),
        (date(2023, 11, 15), date(2024, 2, 10), 3),
    ],
)
def test_begun_months_count_whole(desk: Any, start: date, end: date, months: int) -> None:
    desk.add(replace(CAMPAIGN, started_on=start, ended_on=end))

    assert desk.figure("cb_months").text == f"{months}个月"


def test_steps_of_the_period_are_summed_by_their_day(desk: Any) -> None:
    other = desk.add(replace(CAMPAIGN, title="去年", year=2023))
    campaign = desk.add(CAMPAIGN)
    for owner, step, day, units, people in (
        (campaign, "1", date(2024, 3, 5), 14, 126),
        (campaign, "1", date(2024, 3, 6), 21, None),
        (campaign, "1", date(2025, 3, 6), 99, 99),
        (campaign, "3", date(2024, 4, 1), None, 46),
        (campaign, "3", date(2024, 4, 8), 3, 101),
        (campaign, "3", date(2024, 4, 9), 3, None),
        (other, "3", date(2023, 4, 2), 5, 500),
        (other, "1", date(2023, 12, 20), 7, None),
    ):
        desk.add(
            CampaignStep(
                campaign=owner.id,
                step=step,
                acted_on=day,
                content="做了",
                unit_count=units,
                headcount=people,
            )
        )

    found = {one: desk.figure(f"cb_{one}") for one in ("surveyed", "training_sessions", "trained")}

    assert {one: figure.value for one, figure in found.items()} == {
        "surveyed": 35,
        "training_sessions": 3,
        "trained": 147,
    }
    assert found["trained"].text == "100多人次"
    assert len(found["trained"].records) == 2
    winter = compute(desk.store, between(date(2023, 10, 1), date(2024, 3, 31)))
    assert winter["cb_surveyed"].value == 42
    assert winter["cb_training_sessions"].value == 0


def test_of_two_campaigns_in_a_year_the_one_entered_last_speaks(desk: Any) -> None:
    desk.add(CAMPAIGN)
    desk.add(replace(CAMPAIGN, title="第二次", started_on=date(2024, 6, 1)))

    assert desk.value("cb_months") == 1


def test_without_campaign_its_figures_are_absent_or_nothing(desk: Any) -> None:
    assert desk.value("cb_months") is None
    for code in ("cb_surveyed", "cb_training_sessions", "cb_trained"):
        assert not desk.figure(code).is_there


def test_covered_workers_are_worded_as_officials_do(desk: Any) -> None:
    desk.add(replace(CONTRACT, workers_covered=4512))

    figure = desk.figure("cb_workers")

    assert (figure.text, figure.exact) == ("4500余人", "4,512人")
