"""What the county asks of the year and of the next is told beside what the records show."""

from datetime import date
from decimal import Decimal

import pytest

from models.figures.catalogue import Figures
from models.figures.figure import Figure
from models.periods import year_period
from models.records.bargaining import Campaign, Contract
from models.records.base import Record
from models.records.papers import Target
from models.records.unions import Union
from models.values.dates import PartialDate
from tests.models.figures.conftest import Desk

MARCH = date(2024, 3, 1)


def figure(desk: Desk, code: str, year: int = 2024) -> Figure:
    return Figures(desk.store, year_period(year))[code]


def target(number: str, year: int = 2024, **more: object) -> Target:
    values = {"indicator": "建会", "figure": "unions_new", "unit_label": "家", **more}
    return Target(year=year, target=Decimal(number), **values)  # type: ignore[arg-type]


def found(desk: Desk, count: int) -> None:
    for number in range(count):
        desk.add(
            Union(
                name=f"第{number}工会",
                org_type="10",
                status="established",
                founded_on=PartialDate(2024, 3),
            )
        )


def test_a_target_its_share_and_next_years(desk: Desk) -> None:
    found(desk, 3)
    desk.add(target("4"))
    desk.add(target("9", 2025))

    asked, reached = figure(desk, "unions_new_asked"), figure(desk, "unions_new_reached")

    assert (asked.text, figure(desk, "unions_new_planned").text) == ("4家", "9家")
    assert (reached.text, reached.numerator, reached.denominator) == ("75%", 3, 4)
    assert [type(one) for one in asked.records] == [Target]
    assert len(reached.records) == 3


@pytest.mark.parametrize(("unit", "said"), [("万元", "355000元"), ("元", "35.50元")])
def test_money_is_told_in_yuan(desk: Desk, unit: str, said: str) -> None:
    desk.add(target("35.5", figure="fund_in", unit_label=unit))

    assert figure(desk, "fund_in_asked").text == said


def test_the_first_of_two_targets_counts(desk: Desk) -> None:
    desk.add(target("4"))
    desk.add(target("6", indicator="市里的建会任务"))

    assert figure(desk, "unions_new_asked").value == 4


def test_without_a_target_there_is_no_number(desk: Desk) -> None:
    found(desk, 1)

    for part in ("asked", "reached", "planned"):
        assert figure(desk, f"unions_new_{part}").value is None


@pytest.mark.parametrize(
    ("records", "tally"),
    [
        ([], (0, 0, 0)),
        ([target("2")], (1, 1, 0)),
        ([target("3")], (1, 0, 1)),
        ([target("2"), target("1", indicator="联合", figure="unions_new_joint")], (2, 1, 1)),
        # Nobody bargained, so there is no rate to hold against the target.
        ([target("90", indicator="协商", figure="cb_rate")], (0, 0, 0)),
        ([target("5", indicator="宣传", figure="")], (0, 0, 0)),
    ],
)
def test_targets_are_counted_by_how_they_ended(
    desk: Desk, records: list[Record], tally: tuple[int, int, int]
) -> None:
    found(desk, 2)
    for one in records:
        desk.add(one)

    codes = ("targets_counted", "targets_met", "targets_missed")

    assert tuple(figure(desk, code).value for code in codes) == tally


def test_a_share_of_more_than_all_is_not_held_against_a_target(desk: Desk) -> None:
    desk.add(
        Campaign(
            title="行动",
            year=2024,
            scope="3",
            denominator_basis="5",
            denominator_manual=1,
            started_on=MARCH,
            ended_on=MARCH,
        )
    )
    for unit in ("甲厂", "乙厂"):
        desk.add(
            Contract(
                unit_name=unit,
                kind="2",
                scope="1",
                signed_on=MARCH,
                valid_from=MARCH,
                valid_to=date(2025, 2, 28),
            )
        )
    desk.add(target("90", figure="cb_rate", unit_label="%"))

    assert figure(desk, "cb_rate").value == Decimal(200)
    assert figure(desk, "targets_counted").value == 0


def test_other_codes_are_unknown(desk: Desk) -> None:
    with pytest.raises(KeyError):
        figure(desk, "no_such_figure_asked")
