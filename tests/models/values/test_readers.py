"""What holds for every reader, whatever somebody types."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.reading import Reading, Refused
from models.values.credit_code import read_credit_code
from models.values.dates import read_day, read_partial
from models.values.money import read_money
from models.values.numbers import read_decimal, read_number
from models.values.person_id import read_person_id
from models.values.phone import read_phone
from models.values.text import clean, clean_name


def read_two_places(text: str) -> Reading[Any]:
    return read_decimal(text, 2)


def read_with_default_year(text: str) -> Reading[Any]:
    return read_partial(text, default_year=2024)


def read_ten_thousands(text: str) -> Reading[Any]:
    return read_money(text, unit="万元")


READERS = [
    clean,
    clean_name,
    read_credit_code,
    read_day,
    read_money,
    read_number,
    read_partial,
    read_person_id,
    read_phone,
    read_ten_thousands,
    read_two_places,
    read_with_default_year,
]
CHINESE = re.compile("[一-鿿]")
NEARLY_VALUES = st.text(
    "0123456789０９.．,，-/年月日一二十〇Xx OIZSE+¥万元人约%()（）:'\u200b\u3000"
)
ANYTHING = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize("read", READERS)
@given(text=ANYTHING | NEARLY_VALUES)
def test_any_text_is_read_or_refused_in_chinese(
    read: Callable[[str], Reading[Any]], text: str
) -> None:
    try:
        reading = read(text)
    except Refused as refusal:
        sentences: tuple[str, ...] = (str(refusal),)
    else:
        sentences = (*reading.repairs, *reading.doubts)

    for sentence in sentences:
        assert CHINESE.search(sentence)
        assert "\n" not in sentence
        sentence.encode("utf-8")


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("text", ["9" * 32_767, "字" * 32_767, "-" * 32_767, "1," * 16_000])
def test_a_whole_page_in_one_cell_is_refused_in_a_short_sentence(
    read: Callable[[str], Reading[Any]], text: str
) -> None:
    with pytest.raises(Refused) as refusal:
        read(text)

    assert len(str(refusal.value)) < 120
