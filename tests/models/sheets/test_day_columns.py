"""Days that stand in columns of their own for their year, their month and their day."""

import pytest

from models.sheets.day_columns import join_days
from models.sheets.workbook import Grid, Merge

Rows = list[list[object]]
GROUPED: Rows = [
    ["姓名", "出生日期", "", "", "备注"],
    ["", "年", "月", "日", ""],
    ["张三", 1980, 8, 16, "甲"],
]
NAMED: Rows = [
    ["姓名", "出生年", "出生月", "出生日", "备注"],
    ["张三", "1980年", "8月", "16", "甲"],
]
BARE: Rows = [["姓名", "年", "月", "日", "备注"], ["张三", 1980.0, 8.0, 16.0, "甲"]]


@pytest.mark.parametrize(
    ("rows", "merges", "heading"),
    [
        (GROUPED, (Merge(0, 1, 0, 3),), "出生日期"),
        (NAMED, (), "出生日期"),
        (BARE, (), "日期"),
    ],
)
def test_a_day_in_three_columns_becomes_one(
    rows: Rows, merges: tuple[Merge, ...], heading: str
) -> None:
    found = join_days(Grid("表", rows, merges))

    assert found.texts(len(rows) - 2)[1:4] == [heading, "", ""]
    assert found.texts(len(rows) - 1) == ["张三", "1980年8月16日", "", "", "甲"]
    assert found.merges == ()


def test_every_day_of_a_row_is_joined_and_keeps_its_name() -> None:
    rows: Rows = [
        ["姓名", "出生日期", "", "", "入会时间", ""],
        ["", "年", "月", "日", "年", "月"],
        ["张三", 1980, 8, 16, 2019, 5],
        ["李四", 1981, 9, 17, "", 6],
    ]

    found = join_days(Grid("表", rows, (Merge(0, 1, 0, 3), Merge(0, 4, 0, 5))))

    assert found.texts(1) == ["", "出生日期", "", "", "入会时间", ""]
    assert found.texts(2)[4] == "2019年5月"
    assert found.texts(3) == ["李四", "1981年9月17日", "", "", "2019年6月", ""]


def test_months_of_a_matrix_are_no_days() -> None:
    rows: Rows = [["单位", "1月", "2月", "3月"], ["甲厂", 1, 2, 3]]

    assert join_days(Grid("表", rows)).rows == rows


def test_a_title_over_the_year_is_left_alone() -> None:
    rows: Rows = [["走访记录", "", ""], ["月", "日", "走访单位"], [3, 6, "甲厂"], ["", 9, "乙厂"]]

    found = join_days(Grid("表", rows))

    assert found.texts(0)[0] == "走访记录"
    assert [found.text(row, 0) for row in (1, 2, 3)] == ["日期", "3月6日", "3月9日"]


def test_a_year_over_months_and_days_is_theirs() -> None:
    rows: Rows = [["2024年", "", "摘要"], ["月", "日", ""], [2, 6, "收经费"]]

    found = join_days(Grid("表", rows, (Merge(0, 0, 0, 1),)))

    assert [found.text(row, 0) for row in range(3)] == ["", "日期", "2024年2月6日"]
