"""Spans of time and what belongs to them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import codes
from models.periods import between, span_period, statistics_year, year_period
from models.values.dates import PartialDate

YEAR = year_period(2024)
FIRST, LAST = date(2024, 1, 1), date(2024, 12, 31)
days = st.dates(date(1990, 1, 1), date(2060, 12, 31))


def test_a_year_is_counted_on_its_last_day_unless_told_otherwise() -> None:
    assert (YEAR.first, YEAR.last, YEAR.as_of) == (FIRST, LAST, LAST)
    assert year_period(2024, date(2024, 6, 30)).as_of == date(2024, 6, 30)


def test_the_statistics_year_begins_in_october_of_the_year_before() -> None:
    period = statistics_year(2024)

    assert (period.first, period.last, period.as_of) == (
        date(2023, 10, 1),
        date(2024, 9, 30),
        date(2024, 9, 30),
    )
    assert period.year == 2024


def test_periods_are_named_as_documents_name_them() -> None:
    assert YEAR.words() == "2024年"
    assert statistics_year(2024).words() == "2024统计年度"
    assert span_period(2024, "H1").words() == "2024年上半年"
    assert span_period(2024, "Q3").words() == "2024年第三季度"
    assert span_period(2024, "02").words() == "2024年2月"
    assert between(date(2024, 2, 1), date(2024, 2, 28)).words() == "2024年2月1日至2024年2月28日"
    assert year_period(2024, date(2024, 6, 30)).words() == "2024年"


@pytest.mark.parametrize(
    ("day", "is_held", "is_reached"),
    [
        (None, False, False),
        (FIRST, True, True),
        (LAST, True, True),
        (date(2023, 12, 31), False, True),
        (date(2025, 1, 1), False, False),
        (PartialDate(2024), True, True),
        (PartialDate(2024, 12), True, True),
        (PartialDate(2024, 12, 31), True, True),
        (PartialDate(2023), False, True),
        (PartialDate(2025), False, False),
    ],
)
def test_a_month_or_a_year_counts_by_its_first_day(
    day: date | PartialDate | None, is_held: bool, is_reached: bool
) -> None:
    assert YEAR.holds(day) is is_held
    assert YEAR.has_reached(day) is is_reached


def test_nothing_after_the_cut_off_day_belongs_to_the_period() -> None:
    half = year_period(2024, date(2024, 6, 30))

    assert half.holds(date(2024, 6, 30))
    assert not half.holds(date(2024, 7, 1))
    assert not half.has_reached(PartialDate(2024, 7))


def test_counting_later_than_the_end_takes_no_more_into_the_period() -> None:
    late = year_period(2024, date(2025, 3, 1))

    assert not late.holds(date(2025, 1, 1))
    assert late.has_reached(date(2025, 1, 1))


@given(days, days, days)
def test_what_a_period_holds_has_been_reached(first: date, last: date, day: date) -> None:
    period = between(min(first, last), max(first, last))

    assert period.holds(day) == (period.first <= day <= period.last)
    assert period.has_reached(day) or not period.holds(day)


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        ("", FIRST, LAST),
        ("S", date(2023, 10, 1), date(2024, 9, 30)),
        ("H2", date(2024, 7, 1), LAST),
        ("Q1", FIRST, date(2024, 3, 31)),
        ("02", date(2024, 2, 1), date(2024, 2, 29)),
        ("12", date(2024, 12, 1), LAST),
    ],
)
def test_a_span_of_a_year_has_its_days_and_is_known_by_them(
    span: str, first: date, last: date
) -> None:
    period = span_period(2024, span)

    assert (period.first, period.last, period.as_of) == (first, last, last)
    assert period.span == span


def test_every_span_that_a_paper_may_have_has_a_period() -> None:
    for line in codes.table("paper_span").lines:
        assert span_period(2023, line.code).span == line.code
