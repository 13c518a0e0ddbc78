"""Numbers are read, rounded and worded as officials do."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.reading import Refused
from models.values.numbers import (
    approximate,
    chinese_numeral,
    percent,
    read_decimal,
    read_number,
    say_approximately,
    say_percent,
    show_number,
)


@pytest.mark.parametrize(("text", "value"), [("0", 0), ("16", 16), (" 16 ", 16), ("-12", -12)])
def test_a_plain_number_needs_no_word(text: str, value: int) -> None:
    reading = read_number(text)

    assert (reading.value, reading.repairs, reading.doubts) == (value, (), ())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("２６", 26),
        ("二十三", 23),
        ("十", 10),
        ("两", 2),
        ("16人", 16),
        ("16 人", 16),
        ("12(人)", 12),
        ("3家次", 3),
        ("120人次", 120),
        ("1,234", 1234),
        ("1，234", 1234),
        ("1 234", 1234),
        ("12.0", 12),
        ("\u221212人", -12),
    ],
)
def test_what_stands_around_a_number_is_mended_with_a_note(text: str, value: int) -> None:
    reading = read_number(text)

    assert reading.value == value
    assert reading.repairs
    assert reading.doubts == ()


def test_a_number_of_ten_thousands_is_doubted() -> None:
    reading = read_number("3万元")

    assert reading.value == 3
    assert "万元" in reading.doubts[0]


@pytest.mark.parametrize("text", ["约20", "20多", "4500余人", "近百", "20左右", "20人以上"])
def test_a_rough_number_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        read_number(text)


@pytest.mark.parametrize(
    "text",
    ["百二", "abc", "12.5", "12,34", "1e5", "--3", "１.２.３", "9" * 16, "①", "²", "1.2万", "NaN"],
)
def test_what_is_no_whole_number_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        read_number(text)


@pytest.mark.parametrize(
    ("text", "places", "value"),
    [("92.3%", 1, "92.3"), ("１２．５", 2, "12.5"), ("7", 2, "7"), ("1,234.56", 2, "1234.56")],
)
def test_decimals_are_read_exactly(text: str, places: int, value: str) -> None:
    reading = read_decimal(text, places)

    assert reading.value == Decimal(value)
    assert reading.doubts == ()


def test_the_noise_of_a_spreadsheet_is_rounded_away() -> None:
    reading = read_decimal("92.30000000000001", 2)

    assert reading.value == Decimal("92.30")
    assert (len(reading.repairs), reading.doubts) == (1, ())


def test_real_digits_beyond_the_places_are_rounded_half_up_with_a_doubt() -> None:
    reading = read_decimal("7.125", 2)

    assert reading.value == Decimal("7.13")
    assert len(reading.doubts) == 1


@pytest.mark.parametrize(
    ("numerator", "denominator", "places", "share"),
    [
        (281, 287, 1, "97.9"),
        (48, 52, 1, "92.3"),
        (47, 52, 1, "90.4"),
        (23, 23, 1, "100.0"),
        (1, 8, 1, "12.5"),
        (1, 16, 1, "6.3"),
        (281, 287, 0, "98"),
        (0, 5, 1, "0.0"),
    ],
)
def test_shares_are_rounded_half_up(
    numerator: int, denominator: int, places: int, share: str
) -> None:
    assert str(percent(numerator, denominator, places)) == share


def test_a_share_of_nothing_is_a_bug() -> None:
    with pytest.raises(ZeroDivisionError):
        percent(1, 0)


@pytest.mark.parametrize(
    ("number", "rounded"),
    [
        (0, (0, False)),
        (19, (19, False)),
        (20, (20, False)),
        (23, (20, True)),
        (99, (90, True)),
        (312, (300, True)),
        (1204, (1200, True)),
        (1736, (1700, True)),
        (3641, (3600, True)),
        (4500, (4500, False)),
        (4512, (4500, True)),
        (10_000, (10_000, False)),
        (12_345, (12_000, True)),
    ],
)
def test_prose_rounds_down(number: int, rounded: tuple[int, bool]) -> None:
    assert approximate(number) == rounded


@pytest.mark.parametrize(
    ("number", "unit", "wording"),
    [
        (4512, "人", "4500余人"),
        (23, "家", "20多家"),
        (312, "名", "300多名"),
        (1736, "名", "1700余名"),
        (4500, "人", "4500人"),
        (12, "场次", "12场次"),
        (1032, "人次", "1000余人次"),
    ],
)
def test_counts_are_worded_as_officials_do(number: int, unit: str, wording: str) -> None:
    assert say_approximately(number, unit) == wording


@pytest.mark.parametrize(
    ("share", "wording"),
    [("92.3", "92.3%"), ("100.0", "100%"), ("98", "98%"), ("50", "50%"), ("0.0", "0%")],
)
def test_shares_are_said_without_an_empty_decimal(share: str, wording: str) -> None:
    assert say_percent(Decimal(share)) == wording


def test_lists_show_thousands() -> None:
    assert show_number(1_234_567) == "1,234,567"


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九")],
)
def test_headings_count_in_chinese(number: int, numeral: str) -> None:
    assert chinese_numeral(number) == numeral


@pytest.mark.parametrize("number", [0, 100, -1])
def test_no_heading_counts_beyond_ninety_nine(number: int) -> None:
    with pytest.raises(ValueError):
        chinese_numeral(number)


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_a_shown_number_reads_as_itself(number: int) -> None:
    assert read_number(show_number(number)).value == number


@given(st.decimals(-(10**9), 10**9, places=2))
def test_a_shown_decimal_reads_as_itself(number: Decimal) -> None:
    assert read_decimal(f"{number:f}", 2).value == number


@given(st.integers(0, 10**9), st.integers(1, 10**9), st.integers(0, 3))
def test_a_share_is_nearest_to_the_truth(numerator: int, denominator: int, places: int) -> None:
    share = percent(numerator, denominator, places)

    error = Fraction(share) - Fraction(100 * numerator, denominator)
    assert -Fraction(1, 2 * 10**places) < error <= Fraction(1, 2 * 10**places)


@given(st.integers(0, 10**7))
def test_prose_never_says_more_than_there_is(number: int) -> None:
    rounded, has_remainder = approximate(number)

    assert rounded <= number
    assert has_remainder == (rounded != number)
