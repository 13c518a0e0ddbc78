"""Names and telephone numbers that share their cells."""

import pytest

from models.records.units import Unit
from models.sheets.double_columns import split_phones
from models.sheets.workbook import Grid
from models.store import Store
from tests.models.sheets.conftest import Import


@pytest.mark.parametrize(
    "heading", ["法人代表及电话", "法人代表\n（联系电话）", "法人代表、联系方式"]
)
def test_a_name_and_a_number_in_one_cell_are_told_apart(
    store: Store, bring_in: Import, heading: str
) -> None:
    result = bring_in(
        [
            ["序号", "单位名称", heading, "地址"],
            [1, "甲厂", "张三 13900000001", "东村"],
            [2, "乙厂", "李四（0533-6600001）", "西村"],
            [3, "丙厂", "王五1390000000x", "南村"],
            [4, "丁厂", "周四\n13900000004、13900000005", "北村"],
        ]
    )

    assert [(one.legal_person, one.phone) for one in store.all(Unit)] == [
        ("张三", "13900000001"),
        ("李四", "0533-6600001"),
        ("王五1390000000x", ""),
        ("周四", "13900000004、13900000005"),
    ]
    told = {one.cell for row in result.plan.sheets[0].rows for one in row.messages}
    assert told == {"C5"}


@pytest.mark.parametrize("cell", ["13900000001", "张三"])
def test_a_column_that_holds_only_one_of_both_is_left_alone(cell: str) -> None:
    rows: list[list[object]] = [["单位名称", "负责人（电话）"], ["甲厂", cell], ["乙厂", ""]]

    assert split_phones(Grid("表", rows)).rows == rows
