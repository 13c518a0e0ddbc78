"""What a rate leaves out is a figure with those left out behind it."""

import pytest

from models.figures.catalogue import Figures
from models.periods import year_period
from models.records.unions import Union
from models.values.dates import PartialDate
from tests.models.figures.conftest import Desk, Names


def test_those_left_out_are_counted_with_their_records(desk: Desk, names: Names) -> None:
    with_union = desk.unit("甲厂")
    desk.unit("乙厂")
    desk.add(
        Union(
            name="甲厂工会",
            unit=with_union.id,
            org_type="10",
            status="established",
            founded_on=PartialDate(2020),
        )
    )

    figure = Figures(desk.store, year_period(2024))["union_rate_lacking"]

    assert (figure.text, names(figure)) == ("1家", ["乙厂"])


def test_without_a_rate_nobody_is_left_out(desk: Desk) -> None:
    assert Figures(desk.store, year_period(2024))["cb_rate_lacking"].value is None


def test_rates_of_money_leave_out_nothing_one_by_one(desk: Desk) -> None:
    with pytest.raises(KeyError):
        Figures(desk.store, year_period(2024))["fund_collect_rate_lacking"]
