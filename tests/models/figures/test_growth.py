"""A figure beside the year before: differences, percentages, and figures that prove them."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.figures.catalogue import Figures
from models.figures.figure import Count, Definition, Figure, Kind, Ledger
from models.figures.growth import Growth, code_of, origin_of
from models.figures.years import having_data, years_to
from models.periods import Period, span_period, statistics_year, year_period, years_before
from models.store import Store
from tests.town import build_town

MEMBERS = "union_members"


def figure(value: int | Decimal | None, kind: Kind = "flow", unit: str = "家") -> Figure:
    definition = Definition(
        code="example",
        label="例子",
        unit=unit,
        kind=kind,
        basis="试验用",
        count=lambda _ledger: Count(value),
    )
    return definition.compute(Ledger(None, year_period(2024)))  # type: ignore[arg-type]


def growth(now: int | Decimal | None, before: int | Decimal | None, kind: Kind = "flow") -> Growth:
    unit = "%" if kind == "rate" else "家"
    return Growth(figure(now, kind, unit), figure(before, kind, unit))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with build_town(tmp_path / "town.db") as made:
        yield made


@pytest.mark.parametrize(
    ("now", "before", "difference", "share"),
    [
        (60, 48, "+12", "+25%"),
        (45, 48, "-3", "-6.3%"),
        (48, 48, "持平", "持平"),
        (12, 0, "—", "上年没有数据"),
        (12, None, "—", "上年没有数据"),
        (0, 0, "—", "—"),
        (None, 0, "—", "—"),
        (None, 12, "—", "本年没有数据"),
        (0, 12, "-12", "-100%"),
        (100_001, 100_000, "+1", "+0.001%"),
        (1, 100_000, "-99,999", "-99.999%"),
        (1_234_567, 234_567, "+1,000,000", "+426.3%"),
    ],
)
def test_a_table_tells_the_difference_and_the_percentage_or_why_there_is_none(
    now: int | None, before: int | None, difference: str, share: str
) -> None:
    found = growth(now, before)

    assert (found.difference_words, found.share_words) == (difference, share)


def test_two_rates_differ_by_points_and_never_by_percent() -> None:
    found = growth(Decimal("92.3"), Decimal(80), "rate")

    assert found.share is None
    assert found.share_words == "+12.3个百分点"
    assert growth(Decimal(80), Decimal(80), "rate").share_words == "持平"


@given(st.integers(0, 10**7), st.integers(1, 10**7))
def test_a_change_is_never_told_as_none_or_as_all_when_it_is_not(now: int, before: int) -> None:
    share = growth(now, before).share

    assert share is not None
    assert (share == 0) == (now == before)
    assert (share == -100) == (now == 0)
    assert (share > 0) == (now > before)
    shown = Decimal(now - before) * 100 / before
    assert abs(share - shown) <= Decimal("0.05")


def test_a_growth_figure_has_both_numbers_and_the_records_of_both_years(store: Store) -> None:
    figures = Figures(store, year_period(2024))
    before = Figures(store, year_period(2023))

    grown, last = figures["unions_total_growth"], figures["unions_total_last"]

    assert last.value == before["unions_total"].value == 1
    assert figures["unions_total_more"].value == 4
    assert (grown.numerator, grown.denominator, grown.text) == (4, 1, "400%")
    assert grown.records == figures["unions_total"].records
    assert grown.others == before["unions_total"].records
    assert "本年5家，上年同期1家" in grown.definition.basis


def test_only_the_direction_that_is_true_has_a_value(store: Store) -> None:
    figures = Figures(store, year_period(2024))
    backwards = Figures(store, year_period(2023))

    assert figures["unions_total_fewer"].value is None
    assert figures["unions_total_drop"].value is None
    # Nobody had a union before 2016 founded the first, and 2022 has as many as 2023.
    assert [backwards[f"unions_total_{one}"].value for one in ("more", "fewer", "growth")] == [
        None
    ] * 3


def test_codes_of_growth_name_the_figure_they_are_about() -> None:
    assert code_of("cb_rate", "more") == "cb_rate_more"
    assert origin_of("cb_rate_more") == "cb_rate"
    assert origin_of("cb_rate") == "cb_rate"


@pytest.mark.parametrize("code", ["nothing_more", "unions_total_more_more", "unions_total_other"])
def test_codes_that_are_about_no_figure_are_refused(store: Store, code: str) -> None:
    figures = Figures(store, year_period(2024))

    assert code not in figures
    with pytest.raises(KeyError):
        figures[code]


@pytest.mark.parametrize(
    ("period", "earlier"),
    [
        (year_period(2024), year_period(2023)),
        (year_period(2024, date(2024, 2, 29)), year_period(2023, date(2023, 2, 28))),
        (span_period(2025, "02"), span_period(2024, "02")),
        (statistics_year(2024), statistics_year(2023)),
        (span_period(2024, "Q3", date(2024, 8, 5)), span_period(2023, "Q3", date(2023, 8, 5))),
    ],
)
def test_the_year_before_has_the_same_days(period: Period, earlier: Period) -> None:
    assert years_before(period, 1) == earlier


def as_of(periods: Sequence[Period]) -> list[str]:
    return [one.as_of.isoformat() for one in periods]


def test_each_year_is_counted_on_the_same_day_while_the_last_is_not_over(store: Store) -> None:
    years = years_to(store, 2024, count=3, as_of=date(2024, 11, 22))

    assert as_of(years.periods) == ["2022-11-22", "2023-11-22", "2024-11-22"]
    assert not years.is_whole


def test_a_day_of_counting_of_another_year_means_whole_years(store: Store) -> None:
    years = years_to(store, 2023, count=2, as_of=date(2024, 11, 22))

    assert as_of(years.periods) == ["2022-12-31", "2023-12-31"]
    assert years.is_whole


def test_figures_of_each_year_are_those_of_that_year_alone(store: Store) -> None:
    years = years_to(store, 2024, count=4)

    values = [one.value for one in years.row("unions_total")]

    assert values == [
        Figures(store, year_period(one))["unions_total"].value for one in range(2021, 2025)
    ]
    assert [year for year, _ in years] == [2021, 2022, 2023, 2024]


def test_years_before_the_first_record_have_no_number_but_later_ones_have_their_zero(
    store: Store,
) -> None:
    years = years_to(store, 2025, count=4)

    found = years.known("unions_new")

    # Founded in 2016 and in 2024; of 2022 and 2023 the file says nothing, of 2025 that none was.
    assert [one and one.value for one in found] == [None, None, 4, 0]


def test_figures_without_anything_in_all_years_are_left_out(store: Store) -> None:
    years = years_to(store, 2024, count=2)

    assert having_data(years, ("unions_total", "aid_amount", "cb_rate")) == (
        "unions_total",
        "cb_rate",
    )


def test_no_figure_of_a_year_is_counted_before_it_is_asked_for(store: Store) -> None:
    years = years_to(store, 2024, count=10)
    counted: list[str] = []
    store.connection.set_trace_callback(counted.append)

    years.newest[MEMBERS]

    asked = [one for one in counted if "union_org" in one]
    assert len(asked) <= 1
