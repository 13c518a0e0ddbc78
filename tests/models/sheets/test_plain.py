"""What is taken over without reading is exactly what reading would have left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.fields import CreditCode, Day, Field, Money, Note, Phone, Text
from models.reading import Reading
from models.sheets.plain import plain_values
from models.values.money import read_money

KINDS: dict[str, Field] = {
    "name": Text(label="名称", is_name=True),
    "text": Text(label="地址"),
    "short": Text(label="称号", limit=3),
    "note": Note(label="备注"),
    "phone": Phone(label="电话"),
    "code": CreditCode(label="信用代码"),
    "day": Day(label="日期"),
}
CHARACTERS = "甲乙（）() ·•.A9１\t\n\u200b𬱖|“，-"
CELLS = st.text(st.sampled_from(CHARACTERS), min_size=1, max_size=8) | st.sampled_from(
    ["13900000000", "0533-7890123", "913703991234567890", "91370399MAQH00018Y", "张三2", "2024"]
)


@pytest.mark.parametrize("kind", KINDS)
@given(text=CELLS)
def test_a_plain_cell_reads_as_itself(kind: str, text: str) -> None:
    found = plain_values(KINDS[kind], [text])

    if found:
        assert KINDS[kind].read(text) == Reading(text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("name", "甲乙（示例）有限公司"),
        ("text", "示例村工业路1号"),
        ("note", "已核对"),
        ("phone", "13900000000"),
        ("code", "91370399MAQH00018Y"),
    ],
)
def test_most_cells_are_plain(kind: str, text: str) -> None:
    assert plain_values(KINDS[kind], [text]) == {text: text}


@given(st.integers(0, 10**9 - 1), st.integers(0, 6), st.integers(0, 10**6 - 1))
def test_ten_thousands_read_alike_on_both_ways(whole: int, places: int, rest: int) -> None:
    text = f"{whole}.{rest:06d}"[: len(str(whole)) + 1 + places].rstrip(".")

    assert read_money(text, unit="万元") == read_money(f" {text}", unit="万元")


def test_money_is_never_taken_over_as_text() -> None:
    assert plain_values(Money(label="金额"), ["12"]) == {}
