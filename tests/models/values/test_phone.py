"""Telephone numbers are kept in one spelling, odd ones with a doubt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.reading import Refused
from models.values.phone import read_phone

MOBILES = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)


@pytest.mark.parametrize(
    "text",
    [
        "13900008256",
        "0533-7890123",
        "010-62345678",
        "0533-7890123-801",
        "7890123",
        "4001234567",
        "12351",
    ],
)
def test_usual_numbers_need_no_word(text: str) -> None:
    reading = read_phone(text)

    assert (reading.value, reading.repairs, reading.doubts) == (text, (), ())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("13900000000.0", "13900000000"),
        ("139-0000-8256", "13900008256"),
        ("139 0000 8256", "13900008256"),
        ("+8613900008256", "13900008256"),
        ("0086-13900008256", "13900008256"),
        ("8613900008256", "13900008256"),
        ("１３９００００８２５６", "13900008256"),
        ("05337890123", "0533-7890123"),
        ("(0533)7890123", "0533-7890123"),
        ("（0533）7890123", "0533-7890123"),
        ("01062345678", "010-62345678"),
        ("0533-7890123转801", "0533-7890123-801"),
    ],
)
def test_spelling_is_mended_with_a_note(text: str, value: str) -> None:
    reading = read_phone(text)

    assert reading.value == value
    assert len(reading.repairs) == 1
    assert reading.doubts == ()


@pytest.mark.parametrize("text", ["1390000752", "139000082567", "12900008256", "110"])
def test_a_wrong_length_is_kept_with_a_doubt(text: str) -> None:
    reading = read_phone(text)

    assert reading.value == text
    assert f"{len(text)}位" in reading.doubts[0]


def test_a_lost_zero_of_the_area_code_is_put_back_with_a_doubt() -> None:
    reading = read_phone("5337890123")

    assert reading.value == "0533-7890123"
    assert len(reading.doubts) == 1


def test_two_numbers_in_one_cell_are_both_kept() -> None:
    reading = read_phone("13900000000/05337890123")

    assert reading.value == "13900000000、0533-7890123"
    assert "2个号码" in reading.doubts[0]


@pytest.mark.parametrize("text", ["张三", "139O0008256", "无", "--", "13900008256张三"])
def test_letters_are_refused(text: str) -> None:
    with pytest.raises(Refused):
        read_phone(text)


@given(MOBILES, st.integers(1, 10), st.sampled_from([" ", "-", "\u3000", "\u2014", "."]))
def test_a_mobile_survives_any_grouping(mobile: str, place: int, mark: str) -> None:
    assert read_phone(mobile[:place] + mark + mobile[place:]).value == mobile
