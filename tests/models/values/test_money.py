"""Money is fen, read in either unit, shown with separators, written in capitals."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.reading import Refused
from models.values.money import capital_money, read_money, show_money, split_money

FEN = st.integers(-(10**14), 10**14)


@pytest.mark.parametrize(
    ("text", "fen"),
    [("12", 1200), ("12.5", 1250), ("12.50", 1250), ("0.05", 5), ("-3", -300), (" 12 ", 1200)],
)
def test_plain_amounts_need_no_word(text: str, fen: int) -> None:
    reading = read_money(text)

    assert (reading.value, reading.repairs, reading.doubts) == (fen, (), ())


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("¥25,700", 2_570_000),
        ("￥17,531.81元", 1_753_181),
        ("14,674.83", 1_467_483),
        ("人民币100元整", 10_000),
        ("１２．５", 1250),
        ("7.1万元", 7_100_000),
        ("3万", 3_000_000),
        ("1.5亿元", 15_000_000_000),
        ("17531.809999999998", 1_753_181),
    ],
)
def test_signs_separators_and_units_are_mended_with_a_note(text: str, fen: int) -> None:
    reading = read_money(text)

    assert reading.value == fen
    assert reading.repairs
    assert reading.doubts == ()


@pytest.mark.parametrize(
    ("text", "fen"),
    [("7.1", 7_100_000), ("7.1万元", 7_100_000), ("71000元", 7_100_000), ("0.000001", 1)],
)
def test_a_column_of_ten_thousands_is_read_in_its_unit(text: str, fen: int) -> None:
    assert read_money(text, unit="万元").value == fen


def test_the_amount_meant_is_named_when_the_unit_differs() -> None:
    assert any("71,000.00元" in note for note in read_money("7.1万元").repairs)


def test_less_than_a_fen_is_rounded_half_up_with_a_doubt() -> None:
    reading = read_money("12.345")

    assert reading.value == 1235
    assert "12.35元" in reading.doubts[0]


@pytest.mark.parametrize(
    "text", ["约100", "100多元", "壹仟元", "12,34", "1e5", "--5", "-¥-5", "9" * 16, "未定", "元"]
)
def test_what_is_no_exact_amount_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        read_money(text)


def test_amounts_are_shown_with_separators_and_two_decimals() -> None:
    assert show_money(140_950) == "1,409.50"
    assert show_money(-5) == "-0.05"
    assert show_money(7_100_000, "万元") == "7.10"
    assert show_money(123_456_500_000, "万元") == "123,456.50"


@pytest.mark.parametrize(
    ("yuan", "capitals"),
    [
        ("0.05", "伍分"),
        ("0.50", "伍角"),
        ("10", "壹拾元整"),
        ("10.01", "壹拾元零壹分"),
        ("105", "壹佰零伍元整"),
        ("1409.50", "壹仟肆佰零玖元伍角"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("107000.53", "壹拾万柒仟元伍角叁分"),
        ("100005", "壹拾万零伍元整"),
        ("1010000", "壹佰零壹万元整"),
        ("20230", "贰万零贰佰叁拾元整"),
        ("100001000", "壹亿零壹仟元整"),
        ("10500000", "壹仟零伍拾万元整"),
        ("1000200.30", "壹佰万零贰佰元叁角"),
        ("100000000000", "壹仟亿元整"),
        ("1000000000005", "壹万亿零伍元整"),
        ("1000100000000", "壹万零壹亿元整"),
        ("0", "零元整"),
        ("-10.01", "负壹拾元零壹分"),
    ],
)
def test_capitals_follow_the_rules_of_receipts(yuan: str, capitals: str) -> None:
    assert capital_money(int(Decimal(yuan) * 100)) == capitals


def test_shares_are_rounded_and_the_last_takes_the_rest() -> None:
    assert split_money(123_457, [Fraction(2, 5), Fraction(3, 5)]) == [49_383, 74_074]
    assert split_money(100, [Fraction(1, 3)] * 3) == [33, 33, 34]
    assert split_money(1, [Fraction(1, 2), Fraction(1, 2), Fraction(0)]) == [1, 0, 0]


@pytest.mark.parametrize("shares", [[], [Fraction(1, 2)], [Fraction(3, 2), Fraction(-1, 2)]])
def test_shares_must_be_parts_of_one_whole(shares: list[Fraction]) -> None:
    with pytest.raises(ValueError):
        split_money(100, shares)


@given(FEN)
def test_a_shown_amount_reads_as_itself(fen: int) -> None:
    assert read_money(show_money(fen)).value == fen


@given(FEN)
def test_an_amount_of_ten_thousands_reads_back_exactly(fen: int) -> None:
    assert read_money(show_money(fen, "万元"), unit="万元").value == fen


def amount_of(capitals: str) -> int:
    """Read capitals by their grammar, the other way round than they are written."""
    digits = {one: value for value, one in enumerate("零壹贰叁肆伍陆柒捌玖")}
    fen = group = total = digit = 0
    for one in capitals.removesuffix("整"):
        if one in digits:
            digit = digits[one]
        elif one in "拾佰仟":
            group += digit * {"拾": 10, "佰": 100, "仟": 1000}[one]
            digit = 0
        elif one == "万":
            group = (group + digit) * 10_000
            digit = 0
            total, group = total + group, 0
        elif one == "亿":
            total, group, digit = (total + group + digit) * 10**8, 0, 0
        elif one == "元":
            fen, total, group, digit = (total + group + digit) * 100, 0, 0, 0
        else:
            fen, digit = fen + digit * {"角": 10, "分": 1}[one], 0
    return fen


@given(st.integers(1, 10**16 - 1))
def test_capitals_say_the_amount_and_nothing_twice(fen: int) -> None:
    capitals = capital_money(fen)

    assert amount_of(capitals) == fen
    assert "零零" not in capitals
    assert not set(capitals) - set("零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整")


@given(FEN, st.lists(st.integers(0, 20), min_size=1, max_size=8).filter(any))
def test_no_fen_is_lost_in_a_split(total: int, weights: list[int]) -> None:
    shares = [Fraction(weight, sum(weights)) for weight in weights]

    parts = split_money(total, shares)

    assert sum(parts) == total
    assert all(part * total >= 0 for part in parts)
