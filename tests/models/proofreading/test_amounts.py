"""An amount in a text is understood as everything that may be worded so."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.proofreading.amounts import amounts_in, kind_of
from models.values.wording import say_quantity

STYLES = ("exact", "over", "many", "nearly", "least", "wan")


@given(
    st.integers(1, 9_999_999), st.sampled_from(("家", "人", "人次", "元")), st.sampled_from(STYLES)
)
def test_every_wording_of_a_count_may_mean_that_count(value: int, unit: str, style: str) -> None:
    said = say_quantity(value, unit, style)

    found = list(amounts_in(f"全镇共有{said}，其余不计。"))

    assert [one.words for one in found] == [said]
    assert found[0].unit == kind_of(unit)
    assert found[0].may_mean(value)


@given(st.integers(1, 10**9), st.sampled_from(STYLES))
def test_every_wording_of_money_may_mean_that_money(fen: int, style: str) -> None:
    value = Decimal(fen).scaleb(-2)

    found = list(amounts_in(f"投入{say_quantity(value, '元', style)}。"))

    assert len(found) == 1
    assert found[0].may_mean(value)


@pytest.mark.parametrize(
    ("text", "value", "is_meant"),
    [
        ("48家", 48, True),
        ("48家", 49, False),
        ("4500余人", 4512, True),
        ("4500余人", 4612, False),
        ("4500余人", 4499, False),
        ("近300名", 295, True),
        ("近300名", 240, False),
        ("25.69万元", 256_912, True),
        ("25.69万元", 257_512, False),
        ("300人以上", 300, True),
        ("92.3%", Decimal("92.3"), True),
        ("92.3%", Decimal("92.4"), False),
    ],
)
def test_an_amount_means_some_values_and_not_others(
    text: str, value: int | Decimal, is_meant: bool
) -> None:
    (found,) = amounts_in(text)

    assert found.may_mean(value) is is_meant


@pytest.mark.parametrize("text", ["2024年5月3日", "〔2024〕4号", "第3期", "12351热线", "92。3%"])
def test_days_document_numbers_and_damaged_numbers_are_no_amounts(text: str) -> None:
    assert not list(amounts_in(text))
