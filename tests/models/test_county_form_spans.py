"""Of which stretch of the year a place of a form speaks."""

import pytest

from models import codes
from models.county_forms.spans import SUMMED, span_told


@pytest.mark.parametrize(
    ("label", "around", "form_span", "span"),
    [
        ("新建工会 · 第一季度", (), "", "Q1"),
        ("三季度 · 走访户数", (), "", "Q3"),
        ("上半年 · 培训人次", (), "", "H1"),
        ("新建工会", ("2季度", "统计表"), "", "Q2"),
        ("新建工会", ("第 二 季度工会工作统计表",), "Q2", ""),
        ("新建工会 · 本季度", ("第四季度",), "", "Q4"),
        ("新建工会 · 本季度", (), "Q3", ""),
        ("新建工会 · 本年累计", (), "", SUMMED),
        ("新建工会 · 本年累计", (), "Q2", SUMMED),
        ("新建工会 · 本年累计", ("第二季度",), "", "H1"),
        ("第一季度 · 走访", ("第二季度",), "", "Q1"),
        ("新建工会", ("一季度、二季度统计表",), "", ""),
        ("新建工会", ("工会工作统计表",), "", ""),
    ],
)
def test_a_place_tells_its_stretch_before_its_sheet_does(
    label: str, around: tuple[str, ...], form_span: str, span: str
) -> None:
    assert span_told(label, around, form_span) == span


@pytest.mark.parametrize(
    ("label", "around"),
    [("走访 · 本月", ()), ("走访 · 本季度", ()), ("走访 · 本年累计", ("第三季度",))],
)
def test_what_no_stretch_of_ours_is_stays_unclear(label: str, around: tuple[str, ...]) -> None:
    assert span_told(label, around, "") is None


def test_every_stretch_is_one_that_a_figure_may_be_of() -> None:
    told = {span_told(f"第{one}季度", (), "") for one in "一二三四"}
    told |= {span_told(f"{one}半年", (), "") for one in "上下"} | {SUMMED}
    assert told <= {one.code for one in codes.table("county_form_span").lines}
