"""Credit codes are right, mended visibly, or refused with the reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.reading import Refused
from models.values.credit_code import ALPHABET, check_character, read_credit_code

RIGHT = [
    "91370321MA3T1A2B4D",
    "81370321087234562G",
    "93370321MA9K7Q2R4C",
    "N2370321MF4G6H7J6N",
    "91350100M000100Y43",
    "91370399MARU63TH87",
]
FIRST17 = st.text(ALPHABET, min_size=17, max_size=17)


@pytest.mark.parametrize("code", RIGHT)
def test_a_right_code_needs_no_word(code: str) -> None:
    reading = read_credit_code(code)

    assert (reading.value, reading.repairs, reading.doubts) == (code, (), ())


@pytest.mark.parametrize(
    "text",
    [
        "91370399maru63th87",
        "91370399 MARU63TH87",
        "\u00a091370399MARU63TH87",
        " 91370399MARU63TH87",
        "9137039９MARU63TH87",
        "'91370399MARU63TH87",
        '="91370399MARU63TH87"',
        "91370399MARU63TH87\u200b",
    ],
)
def test_case_blanks_and_width_are_mended_with_a_note(text: str) -> None:
    reading = read_credit_code(text)

    assert reading.value == "91370399MARU63TH87"
    assert len(reading.repairs) == 1
    assert reading.doubts == ()


def test_a_letter_typed_for_a_digit_is_corrected_with_a_doubt() -> None:
    reading = read_credit_code("91370399MAJU8C4MOT")

    assert reading.value == "91370399MAJU8C4M0T"
    assert "91370399MAJU8C4M0T" in reading.doubts[0]


def test_a_letter_that_no_digit_explains_is_refused() -> None:
    with pytest.raises(Refused, match="第12位的「O」"):
        read_credit_code("91370321MA3O1A2B4D")


@pytest.mark.parametrize(
    ("code", "last"),
    [
        ("91370321MA3T1A2B4E", "D"),
        ("81370321082734562G", "E"),
        ("91370399MAN1B1BE71", "E"),
    ],
)
def test_a_wrong_check_character_is_refused_naming_the_right_one(code: str, last: str) -> None:
    with pytest.raises(Refused, match=f"末位应为{last}"):
        read_credit_code(code)


def test_a_wrong_length_is_refused_with_the_count() -> None:
    with pytest.raises(Refused, match="应为18位，现在是17位"):
        read_credit_code("91370321MA3T1A2B4")


def test_a_code_lost_in_a_number_cell_is_refused_as_lost() -> None:
    with pytest.raises(Refused, match="已丢失"):
        read_credit_code("9.13703E+17")


def test_a_wrong_inner_check_is_only_doubted() -> None:
    first17 = "81370321087234563"
    code = first17 + check_character(first17)

    reading = read_credit_code(code)

    assert reading.value == code
    assert "组织机构代码" in reading.doubts[0]


@given(FIRST17)
def test_the_check_character_makes_a_code_right(first17: str) -> None:
    code = first17 + check_character(first17)

    assert read_credit_code(code).value == code


@given(FIRST17, st.integers(0, 17), st.sampled_from(ALPHABET))
def test_every_single_substitution_is_noticed(first17: str, place: int, letter: str) -> None:
    code = first17 + check_character(first17)
    changed = code[:place] + letter + code[place + 1 :]

    if changed != code:
        with pytest.raises(Refused):
            read_credit_code(changed)


@given(FIRST17, st.integers(0, 16))
def test_every_swap_of_neighbours_is_noticed(first17: str, place: int) -> None:
    code = first17 + check_character(first17)
    changed = code[:place] + code[place + 1] + code[place] + code[place + 2 :]

    if changed != code:
        with pytest.raises(Refused):
            read_credit_code(changed)
