"""Sheets that hold several lists, below or beside each other."""

from models.records.appeals import Appeal
from models.records.service import Visit
from models.records.units import Unit
from models.store import Store
from tests.models.sheets.conftest import Import

VISITS = [
    ["2024年度走访企业登记"],
    ["序号", "走访日期", "走访单位", "走访人", "谈话人数"],
    [1, "2024.3.6", "甲厂", "孙志远", 12],
    [2, "2024.3.9", "乙厂", "刘芳", 8],
    ["合计", "", "", "", 20],
    [],
]
ISSUES = [
    ["2024年度职工诉求登记"],
    ["序号", "受理日期", "反映人", "单位", "诉求内容", "办理结果"],
    [1, "2024.4.1", "李明", "甲厂", "拖欠工资", "已解决"],
]
FIRMS = ["单位名称", "法定代表人", "联系电话"]


def test_two_lists_below_each_other_are_both_read(store: Store, bring_in: Import) -> None:
    result = bring_in([*VISITS, *ISSUES])

    assert [one.unit_name for one in store.all(Visit)] == ["甲厂", "乙厂"]
    assert [one.raiser_name for one in store.all(Appeal)] == ["李明"]
    first, second = result.plan.sheets
    assert (first.sheet, second.sheet) == ("Sheet1", "Sheet1（第6行起）")
    assert second.header_rows == (8,)
    assert [one.row for one in second.rows] == [9]
    assert second.rows[0].messages[0].cell == "D9"


def test_the_second_of_two_lists_may_have_no_row_numbers(store: Store, bring_in: Import) -> None:
    bring_in([*VISITS, ISSUES[0], *(cells[1:] for cells in ISSUES[1:])])

    assert len(store.all(Visit)) == 2
    assert [one.raiser_name for one in store.all(Appeal)] == ["李明"]


def test_two_columns_of_one_list_are_both_read(store: Store, bring_in: Import) -> None:
    result = bring_in(
        [
            ["青石镇企业名录"],
            [*FIRMS, None, *FIRMS],
            ["甲厂", "张三丰", "13900000001", None, "丙厂", "王五", "13900000003"],
            ["乙厂", "李四光", "13900000002", None, "丁厂", "周四", "1390000000"],
        ]
    )

    assert [one.name for one in store.all(Unit)] == ["甲厂", "乙厂", "丙厂", "丁厂"]
    right = result.plan.sheets[1]
    assert (right.sheet, right.rows[1].messages[0].cell) == ("Sheet1（第2栏）", "G4")


def test_a_matrix_with_the_same_headings_again_is_one_list(bring_in: Import) -> None:
    result = bring_in(
        [
            ["2024年工会经费收缴台账"],
            ["单位名称", "1月", None, "2月", None],
            [None, "应缴", "实缴", "应缴", "实缴"],
            ["甲厂", 10, 10, 10, 0],
        ],
        merges=["A2:A3", "B2:C2", "D2:E2"],
    )

    assert len(result.plan.sheets) == 1
