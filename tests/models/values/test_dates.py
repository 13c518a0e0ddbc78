"""Days are read as people write them, and nothing is invented."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import clock
from models.reading import Refused
from models.values.dates import (
    PartialDate,
    add_years,
    read_day,
    read_partial,
    say_day,
    show_day,
)

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.fixture(autouse=True)
def _a_day_in_2024(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2024, 11, 22))


def partial_dates() -> st.SearchStrategy[PartialDate]:
    def shorten(day: date, parts: int) -> PartialDate:
        return PartialDate(*(day.year, day.month, day.day)[:parts])

    return st.builds(shorten, DAYS, st.integers(1, 3))


@pytest.mark.parametrize(
    "text",
    [
        "20240305",
        "20240305.0",
        "2024.3.5",
        "2024/3/5",
        "2024-03-05",
        "2024-3-5",
        "2024年3月5日",
        "2024年03月05号",
        "2024 年 3 月 5 日",
        " 2024-03-05 ",
        "2024-03-05 00:00:00",
        "2024-03-05T00:00:00",
    ],
)
def test_usual_writings_of_a_day_need_no_word(text: str) -> None:
    reading = read_day(text)

    assert reading.value == date(2024, 3, 5)
    assert (reading.repairs, reading.doubts) == ((), ())
    assert read_partial(text).value == PartialDate(2024, 3, 5)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("２０２４．８．１６", date(2024, 8, 16)),
        ("45476", date(2024, 7, 3)),
        ("45404.0", date(2024, 4, 22)),
        ("20000", date(1954, 10, 3)),
        ("一九九〇年五月一日", date(1990, 5, 1)),
        ("二〇二四年十二月三十一日", date(2024, 12, 31)),
        ("二○二四年十月二十日", date(2024, 10, 20)),
        ("2024-03-05 14:30", date(2024, 3, 5)),
        ("今天", date(2024, 11, 22)),
    ],
)
def test_unusual_writings_of_a_day_are_named(text: str, day: date) -> None:
    reading = read_day(text)

    assert reading.value == day
    assert len(reading.repairs) == 1
    assert reading.doubts == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1990.5", PartialDate(1990, 5)),
        ("2024.10", PartialDate(2024, 10)),
        ("199005", PartialDate(1990, 5)),
        ("2024年5月", PartialDate(2024, 5)),
        ("2024/5", PartialDate(2024, 5)),
        ("一九九〇年五月", PartialDate(1990, 5)),
        ("2024年", PartialDate(2024)),
    ],
)
def test_a_month_stays_a_month(text: str, value: PartialDate) -> None:
    reading = read_partial(text)

    assert reading.value == value
    assert len(reading.repairs) == 1
    assert reading.doubts == ()


@pytest.mark.parametrize("text", ["2024", "2024-05"])
def test_the_form_of_the_file_needs_no_word(text: str) -> None:
    reading = read_partial(text)

    assert reading.value.iso == text
    assert reading.repairs == ()


@pytest.mark.parametrize("text", ["2024", "2024.5", "2024-05", "2024年5月", "199005"])
def test_a_day_is_never_invented(text: str) -> None:
    with pytest.raises(Refused, match="只写到"):
        read_day(text)


def test_the_lost_zero_of_october_is_doubted() -> None:
    reading = read_partial("2024.1")

    assert reading.value == PartialDate(2024, 1)
    assert "2024年10月" in reading.doubts[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("90.5", PartialDate(1990, 5)),
        ("96.8.27", PartialDate(1996, 8, 27)),
        ("3.8.21", PartialDate(2003, 8, 21)),
        ("24-3-5", PartialDate(2024, 3, 5)),
        ("34/3/5", PartialDate(2034, 3, 5)),
        ("49年12月", PartialDate(1949, 12)),
    ],
)
def test_a_short_year_is_doubted(text: str, value: PartialDate) -> None:
    reading = read_partial(text)

    assert reading.value == value
    assert str(value.year) in reading.doubts[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3-5", PartialDate(2023, 3, 5)),
        ("12.5", PartialDate(2023, 12, 5)),
        ("3月5日", PartialDate(2023, 3, 5)),
        ("3月", PartialDate(2023, 3)),
    ],
)
def test_a_date_without_year_takes_the_default_year(text: str, value: PartialDate) -> None:
    reading = read_partial(text, default_year=2023)

    assert reading.value == value
    assert "2023年" in reading.repairs[0]


@pytest.mark.parametrize("text", ["3-5", "12.5", "3月5日", "3月"])
def test_a_date_without_year_is_refused_when_none_is_given(text: str) -> None:
    with pytest.raises(Refused, match="没有写年份"):
        read_partial(text)


@pytest.mark.parametrize(
    "text", ["2024-02-30", "2023/2/29", "2024年11月31日", "20240230", "2024.04.31", "2024-05-00"]
)
def test_a_day_that_never_was_is_refused(text: str) -> None:
    for read in (read_day, read_partial):
        with pytest.raises(Refused, match="不存在"):
            read(text)


@pytest.mark.parametrize("text", ["2024年13月5日", "2024.13", "202413", "2024-00-05"])
def test_a_month_that_never_was_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="月这个月份"):
        read_partial(text)


@pytest.mark.parametrize(
    "text",
    ["长期", "不详", "截至2024年12月31日", "3/5/2024", "5/3/24", "61000", "1800-1-1", "2024年春"],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    for read in (read_day, read_partial):
        with pytest.raises(Refused):
            read(text)


def test_days_are_shown_for_lists_and_said_for_documents() -> None:
    assert show_day(date(2024, 3, 13)) == "2024-03-13"
    assert say_day(date(2024, 3, 13)) == "2024年3月13日"


@pytest.mark.parametrize(
    ("day", "years", "later"),
    [
        (date(2024, 3, 13), 3, date(2027, 3, 13)),
        (date(2024, 2, 29), 1, date(2025, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2024, 2, 29), -1, date(2023, 2, 28)),
    ],
)
def test_years_are_added_within_the_calendar(day: date, years: int, later: date) -> None:
    assert add_years(day, years) == later


def test_a_partial_date_spans_from_its_first_to_its_last_day() -> None:
    month = PartialDate(2024, 2)

    assert (month.first(), month.last()) == (date(2024, 2, 1), date(2024, 2, 29))
    assert PartialDate(2024).last() == date(2024, 12, 31)
    assert PartialDate(2024, 2, 3).last() == date(2024, 2, 3)


@pytest.mark.parametrize("parts", [(2024, 13), (2024, 2, 30), (0,), (2024, None, 5)])
def test_an_impossible_partial_date_cannot_be_made(parts: tuple[int, ...]) -> None:
    with pytest.raises(ValueError):
        PartialDate(*parts)


def test_partial_dates_sort_by_their_beginning() -> None:
    year, month, day = PartialDate(2024), PartialDate(2024, 1), PartialDate(2024, 1, 1)

    assert sorted([day, PartialDate(2023, 12), month, year]) == [
        PartialDate(2023, 12),
        year,
        month,
        day,
    ]


def test_only_contradicting_dates_disagree() -> None:
    assert PartialDate(2024, 5).agrees_with(PartialDate(2024, 5, 17))
    assert PartialDate(2024, 5, 17).agrees_with(PartialDate(2024))
    assert not PartialDate(2024, 5).agrees_with(PartialDate(2024, 6, 17))
    assert not PartialDate(2024, 5, 17).agrees_with(PartialDate(2024, 5, 18))
    assert not PartialDate(2024).agrees_with(PartialDate(2023))


@given(partial_dates())
def test_what_is_shown_reads_as_the_same(value: PartialDate) -> None:
    assert read_partial(value.show()).value == value
    assert read_partial(value.iso).value == PartialDate.from_iso(value.iso) == value


@given(DAYS)
def test_every_usual_writing_means_the_same_day(day: date) -> None:
    compact = f"{day.year}{day.month:02d}{day.day:02d}"

    assert {read_day(text).value for text in (show_day(day), say_day(day), compact)} == {day}


@given(partial_dates(), partial_dates())
def test_agreeing_dates_overlap(one: PartialDate, other: PartialDate) -> None:
    overlap = one.first() <= other.last() and other.first() <= one.last()

    assert one.agrees_with(other) == overlap


@given(partial_dates(), partial_dates())
def test_order_follows_the_first_day(one: PartialDate, other: PartialDate) -> None:
    if one.first() < other.first():
        assert one < other
        assert other > one
        assert one <= other
    assert (one <= other) == (not one > other)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023/3/1 8:30:00", date(2023, 3, 1)),
        ("2023-03-01 10:00", date(2023, 3, 1)),
        ("2023、3、1", date(2023, 3, 1)),
        ("2023.3.1（补签）", date(2023, 3, 1)),
        ("2024年12月20日前", date(2024, 12, 20)),
        ("9月20日之前", date(2023, 9, 20)),
    ],
)
def test_what_stands_beside_a_date_is_left_out_and_said(text: str, day: date) -> None:
    found = read_day(text, default_year=2023)

    assert found.value == day
    assert found.repairs or found.doubts or "、" in text


@pytest.mark.parametrize("text", ["前", "（补签）", "2023年9月底"])
def test_a_remark_alone_is_no_date(text: str) -> None:
    with pytest.raises(Refused):
        read_day(text, default_year=2023)
