"""What comes from records fits into running text."""

from datetime import date

import pytest

from models.periods import year_period
from reports.summary.record_words import (
    enumerated,
    in_quotes,
    in_title_marks,
    on_day,
    running,
    without_year,
)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("先进单位", "“先进单位”"),
        ("“先进单位”", "“先进单位”"),
        ("“安康杯”优胜单位", "“‘安康杯’优胜单位”"),
        ("“甲”和“乙”", "“‘甲’和‘乙’”"),
    ],
)
def test_quotes_stand_once_and_are_nested(text: str, quoted: str) -> None:
    assert in_quotes(text) == quoted


@pytest.mark.parametrize(
    ("text", "marked"),
    [("汇编", "《汇编》"), ("《汇编》", "《汇编》"), ("《办法》读本", "《〈办法〉读本》")],
)
def test_title_marks_stand_once_and_are_nested(text: str, marked: str) -> None:
    assert in_title_marks(text) == marked


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ([], ""),
        (["甲", "乙"], "甲、乙"),
        (["甲", "甲", " ", "乙"], "甲、乙"),
        (["甲", "乙", "丙"], "甲、乙等"),
        (["“甲”", "“乙”"], "“甲”“乙”"),
        (["《甲》", "乙"], "《甲》、乙"),
    ],
)
def test_names_are_enumerated_as_the_standard_has_it(names: list[str], text: str) -> None:
    assert enumerated(names, 2) == text


def test_notes_become_one_stretch_without_an_end() -> None:
    assert running("听取汇报；\n\n 给予肯定。 ") == "听取汇报，给予肯定"


def test_days_and_titles_leave_out_the_papers_own_year() -> None:
    period = year_period(2024)

    assert on_day(date(2024, 3, 5), period) == "3月5日"
    assert on_day(date(2023, 12, 5), period) == "2023年12月5日"
    assert without_year("2024年职工运动会", period) == "职工运动会"
    assert without_year("2023年职工运动会", period) == "2023年职工运动会"
