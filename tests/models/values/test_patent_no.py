"""Patent application numbers are checked by the published weights and kept in one spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.reading import Refused
from models.values.patent_no import check_digit, kind_digit_of, read_patent_no, year_of

DIGITS = st.builds(
    "{}{}{:07d}".format, st.integers(2003, 2099), st.sampled_from("12389"), st.integers(0, 9999999)
)


@pytest.mark.parametrize("number", ["202411410971.3", "202421588819.X", "98112345.7"])
def test_right_numbers_need_no_word(number: str) -> None:
    reading = read_patent_no(number)

    assert (reading.value, reading.repairs, reading.doubts) == (number, (), ())


@pytest.mark.parametrize(
    ("text", "value", "note"),
    [
        ("ZL202411932545.6", "202411932545.6", "“ZL”"),
        ("zl 2024 1 1932545.6", "202411932545.6", "“ZL”"),
        ("CN202411932545.6", "202411932545.6", "“CN”"),
        ("申请号：202411932545.6", "202411932545.6", "申请号"),
        ("202421588819.x", "202421588819.X", "大写"),
        ("２０２４１１４１０９７１．３", "202411410971.3", "半角"),
        ("2024114109713", "202411410971.3", "小数点"),
        ("20242158881 9X", "202421588819.X", "空格"),
        ("981123457", "98112345.7", "小数点"),
    ],
)
def test_other_spellings_are_mended_and_said(text: str, value: str, note: str) -> None:
    reading = read_patent_no(text)

    assert reading.value == value
    assert note in "；".join(reading.repairs)
    assert reading.doubts == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("202411410971.4", "校验码应为3"),
        ("202411410917.3", "校验码"),
        ("20241141097.3", "应为13位，现在是12位"),
        ("2024114109711.33", "13位"),
        ("202471410971.3", "没有7这一类"),
        ("199911410971.3", "年份1999"),
        ("待补", "13位"),
        ("", "13位"),
    ],
)
def test_impossible_numbers_are_refused_with_the_reason(text: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        read_patent_no(text)


def test_a_number_without_its_check_digit_gets_it_and_a_doubt() -> None:
    reading = read_patent_no("202411410971")

    assert reading.value == "202411410971.3"
    assert "没有校验码" in reading.doubts[0]


@pytest.mark.parametrize("text", ["PCT/CN2024/123456", "CN114567890A", "US2024123456"])
def test_numbers_of_another_kind_are_kept_with_a_doubt(text: str) -> None:
    reading = read_patent_no(text)

    assert reading.value == text
    assert reading.doubts
    assert (year_of(text), kind_digit_of(text)) == (None, "")


@pytest.mark.parametrize(
    ("number", "year", "kind"),
    [("202421588819.X", 2024, "2"), ("98112345.7", 1998, "1"), ("02312345.6", 2002, "3")],
)
def test_a_number_tells_its_year_and_its_kind(number: str, year: int, kind: str) -> None:
    assert (year_of(number), kind_digit_of(number)) == (year, kind)


@given(DIGITS)
def test_every_number_with_its_own_check_digit_is_right_and_with_no_other(digits: str) -> None:
    right = check_digit(digits)

    assert read_patent_no(f"{digits}.{right}").value == f"{digits}.{right}"
    for wrong in set("0123456789X") - {right}:
        with pytest.raises(Refused):
            read_patent_no(f"{digits}.{wrong}")
