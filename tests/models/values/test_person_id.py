"""Identity numbers are checked to the last digit."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.reading import Refused
from models.values.person_id import (
    LOST_DIGITS,
    birth_of,
    check_digit,
    read_document_no,
    read_person_id,
    sex_of,
)

SAMPLE = "11010519491231002X"


@st.composite
def numbers(draw: st.DrawFn) -> str:
    region = draw(st.sampled_from(["110105", "370399", "650100", "830000"]))
    born = draw(st.dates(date(1900, 1, 1), date(2024, 12, 31)))
    first = f"{region}{born:%Y%m%d}{draw(st.integers(0, 999)):03d}"
    return first + check_digit(first)


def test_a_right_number_needs_no_word() -> None:
    reading = read_person_id(SAMPLE)

    assert (reading.value, reading.repairs, reading.doubts) == (SAMPLE, (), ())


def test_birthday_and_sex_are_in_the_number() -> None:
    assert birth_of(SAMPLE) == date(1949, 12, 31)
    assert sex_of(SAMPLE) == "女"
    assert sex_of("370399197005050634") == "男"


@pytest.mark.parametrize(
    "text",
    [
        "11010519491231002x",
        "11010519491231002\u0425",
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105 19491231 002X",
        "\u00a011010519491231002X",
        "'11010519491231002X",
        '="11010519491231002X"',
        "`11010519491231002X",
        "\t11010519491231002X",
    ],
)
def test_spelling_is_mended_with_a_note(text: str) -> None:
    reading = read_person_id(text)

    assert reading.value == SAMPLE
    assert len(reading.repairs) == 1
    assert reading.doubts == ()


@pytest.mark.parametrize(
    ("old", "number"),
    [
        ("110105491231002", SAMPLE),
        ("370399830728258", "370399198307282582"),
        ("370399700505063", "370399197005050634"),
    ],
)
def test_an_old_number_is_lengthened_and_shown(old: str, number: str) -> None:
    reading = read_person_id(old)

    assert reading.value == number
    assert number in reading.repairs[0]


@pytest.mark.parametrize(
    ("text", "number"),
    [("E12345678", "E12345678"), (" h1234567890", "H1234567890"), ("军字第2001988号",) * 2],
)
def test_the_number_of_other_papers_is_taken_as_it_is_written(text: str, number: str) -> None:
    assert read_document_no(text).value == number


def test_a_resident_number_among_other_papers_is_still_checked() -> None:
    with pytest.raises(Refused, match="校验码"):
        read_document_no("370399199310313333")
    with pytest.raises(Refused, match="后3位已丢失"):
        read_document_no("3.70399E+17")


@pytest.mark.parametrize("text", ["370399199001011", "370399200105011"])
def test_eighteen_digits_that_lost_three_are_not_taken_for_an_old_number(text: str) -> None:
    with pytest.raises(Refused, match="少了后3位"):
        read_person_id(text)


@pytest.mark.parametrize("text", ["3.70399E+17", "3.70399198711084e+17", "370399199001011000"])
def test_digits_lost_in_a_number_cell_are_named_as_lost(text: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_person_id(text)

    assert str(refusal.value) == LOST_DIGITS


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("110105194912310021", "末位应为X"),
        ("37039919911117698", "应为18位，现在是17位"),
        ("11010519491231O02X", "数字以外"),
        ("abc", "应为18位，现在是3位"),
    ],
)
def test_a_wrong_number_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        read_person_id(text)


@pytest.mark.parametrize(
    ("first", "reason"),
    [
        ("99910519491231002", None),
        ("10010519491231002", "省份"),
        ("11010519490231002", "出生日期"),
        ("11010517991231002", "出生年份"),
    ],
)
def test_province_and_birthday_are_checked(first: str, reason: str | None) -> None:
    number = first + check_digit(first)

    if reason is None:
        assert "外国人" in read_person_id(number).doubts[0]
    else:
        with pytest.raises(Refused, match=reason):
            read_person_id(number)


@given(numbers())
def test_every_right_number_is_read(number: str) -> None:
    assert read_person_id(number).value == number
    assert sex_of(number) == ("男" if number[16] in "13579" else "女")


@given(numbers(), st.integers(0, 17), st.sampled_from("0123456789X"))
def test_every_single_substitution_is_noticed(number: str, place: int, digit: str) -> None:
    changed = number[:place] + digit + number[place + 1 :]

    if changed != number:
        with pytest.raises(Refused):
            read_person_id(changed)
