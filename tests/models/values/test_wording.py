"""Numbers are worded as officials word them, and never say more or less than is true."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import codes
from models.values.wording import FARTHEST, group, plain, say_quantity

STYLES = [one.code for one in codes.table("figure_style").lines]


@pytest.mark.parametrize(
    ("value", "unit", "style", "said"),
    [
        (4567, "人", "exact", "4567人"),
        (4567, "人", "over", "4500余人"),
        (367, "名", "many", "300多名"),
        (23, "家", "over", "20余家"),
        (19, "家", "over", "19家"),
        (300, "人", "many", "300人"),
        (1990, "人", "nearly", "近2000人"),
        (4567, "人", "nearly", "近4600人"),
        (1200, "人", "nearly", "1200人"),
        (4567, "人", "least", "4500人以上"),
        (256_912, "人", "wan", "25.69万余人"),
        (256_900, "人", "wan", "25.69万人"),
        (20_000, "人", "wan", "2万人"),
        (9_999, "人", "wan", "9999人"),
        (Decimal("256900.00"), "元", "wan", "25.69万元"),
        (Decimal("3536.20"), "元", "exact", "3536.20元"),
        (Decimal("3536.00"), "元", "exact", "3536元"),
        (Decimal("12.50"), "公斤", "exact", "12.5公斤"),
        (0, "家", "over", "0家"),
        (5, "家", "no_such_style", "5家"),
    ],
)
def test_each_style_has_its_words(value: int | Decimal, unit: str, style: str, said: str) -> None:
    assert say_quantity(value, unit, style) == said


@given(st.integers(0, 10_000_000), st.sampled_from(STYLES))
def test_no_style_crosses_the_true_value(value: int, style: str) -> None:
    said = say_quantity(value, "人", style)
    number = Decimal(re.findall(r"\d+(?:\.\d+)?", said)[0]) * (10_000 if "万" in said else 1)

    if "余" in said or "多" in said:
        assert number < value
    elif "近" in said:
        assert value < number
        assert (number - value) / number <= FARTHEST
    elif "以上" in said:
        assert number <= value
    else:
        assert number == value


@given(st.decimals(0, 10**9, places=2))
def test_numbers_lose_idle_zeros_and_nothing_else(value: Decimal) -> None:
    assert Decimal(plain(value)) == value
    assert Decimal(group(value).replace(",", "")) == value
    assert not re.search(r"\.\d*0$", plain(value))
