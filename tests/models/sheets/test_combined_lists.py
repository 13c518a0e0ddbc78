"""One list that tells of units, of their unions and of those who chair them."""

from models.records.elections import Post
from models.records.unions import Union, UnionUnit
from models.records.units import Unit
from models.sheets.answers import Answers
from models.sheets.layout import SheetLayout
from models.sheets.planning import plan_import
from models.store import Store
from tests.models.sheets.conftest import Import, WriteList

CODES = ["91370399MACRT4G555", "91370399MAWMF9DM49"]
GROUPED: list[list[object]] = [
    ["青石镇企业建会情况一览表（截止2024年12月31日）"],
    ["序号", "企业情况", None, None, None, "工会情况", None, None, None, "工会主席", None, None],
    [
        *(None, "企业名称", "统一社会信用代码", "法定代表人", "职工人数"),
        *("工会名称", "建会时间", "工会类型", "会员数", "姓名", "性别", "联系电话"),
    ],
    [
        *(1, "甲纺织有限公司", CODES[0], "张三丰", 120),
        *("甲纺织有限公司工会委员会", "2015.6.18", "单独", 110, "李明", "男", "13900000001"),
    ],
    [
        *(2, "乙机械有限公司", CODES[1], "王大力", 80),
        *("乙机械有限公司工会委员会", "2018.3.5", "单独", 75, "赵红", "女", "13900000002"),
    ],
]
MERGES = ["A2:A3", "B2:E2", "F2:I2", "J2:L2"]


def test_units_unions_and_chairs_come_from_one_sheet(store: Store, bring_in: Import) -> None:
    bring_in(GROUPED, merges=MERGES)

    units = {one.id: (one.name, one.credit_code, one.legal_person) for one in store.all(Unit)}
    unions = store.all(Union)
    assert list(units.values()) == [
        ("甲纺织有限公司", CODES[0], "张三丰"),
        ("乙机械有限公司", CODES[1], "王大力"),
    ]
    assert [(one.unit in units, one.workers_total, one.chair) for one in unions] == [
        (True, 120, "李明"),
        (True, 80, "赵红"),
    ]
    assert {(one.union, one.person_name, one.position, one.sex) for one in store.all(Post)} == {
        (unions[0].id, "李明", "1", "1"),
        (unions[1].id, "赵红", "1", "2"),
    }


def test_such_a_list_again_brings_nothing_and_one_undo_takes_it_back(
    store: Store, bring_in: Import
) -> None:
    first = bring_in(GROUPED, merges=MERGES)
    again = bring_in(GROUPED, merges=MERGES)

    assert again.batch is None
    assert again.plan.counts["duplicate"] == 2
    store.undo_operation(first.batch or 0)
    assert [store.count(one) for one in (Unit, Union, Post)] == [0, 0, 0]


def test_a_unit_that_a_union_list_merely_names_is_not_made(store: Store, bring_in: Import) -> None:
    bring_in(
        [
            ["工会名称", "单位名称", "建会日期", "工会类型"],
            ["甲厂工会委员会", "甲厂", "2020-05-06", "独立"],
        ]
    )

    assert store.all(Unit) == []
    assert store.all(Union)[0].unit_name == "甲厂"


def test_a_refused_row_leaves_no_unit_behind(store: Store, bring_in: Import) -> None:
    wrong = [*GROUPED[3][:6], "不详年", *GROUPED[3][7:]]
    bring_in([*GROUPED[:3], wrong, GROUPED[4]], merges=MERGES)

    assert [one.name for one in store.all(Unit)] == ["乙机械有限公司"]
    assert [one.unit for one in store.all(Union)] == [store.all(Unit)[0].id]


def test_the_legal_person_in_a_list_of_unions_only_is_their_chair(
    store: Store, bring_in: Import
) -> None:
    bring_in(
        [
            ["工会名称", "建会日期", "工会类型", "法定代表人", "会员人数"],
            ["甲厂工会委员会", "2020-05-06", "独立", "李明", 12],
        ]
    )

    assert store.all(Union)[0].chair == "李明"


def test_units_without_a_union_become_units_only(store: Store, bring_in: Import) -> None:
    bare = [3, "丙厂", "", "周四", 9, *[""] * 7]
    result = bring_in([*GROUPED, bare, ["合计", "3家", "", "", 209]], merges=MERGES)

    assert sorted(one.name for one in store.all(Unit)) == [
        "丙厂",
        "乙机械有限公司",
        "甲纺织有限公司",
    ]
    assert len(store.all(Union)) == 2
    unions, units = result.plan.sheets
    assert (unions.counts["new"], units.counts["new"]) == (2, 1)
    assert units.sheet == "Sheet1（未建会单位）"
    assert [one.row for one in units.rows] == [6]


def test_a_joint_union_s_units_may_stand_in_one_cell(store: Store, bring_in: Import) -> None:
    rows = [
        ["工会全称", "建会形式", "成立时间", "工会主席", "覆盖单位"],
        ["东片联合工会", "联合", "2018.9.1", "王强", "甲厂、乙厂、丙厂"],
        ["丁厂工会委员会", "独立", "2019.9.1", "赵红", ""],
    ]
    bring_in(rows)

    joint = store.all(Union)[0]
    assert {(one.union, one.unit_name) for one in store.all(UnionUnit)} == {
        (joint.id, name) for name in ("甲厂", "乙厂", "丙厂")
    }
    assert bring_in(rows).batch is None


def test_units_without_a_union_may_be_left_out(store: Store, write_list: WriteList) -> None:
    path = write_list([*GROUPED, [3, "丙厂", "", "周四", 9, *[""] * 7]], merges=MERGES)
    left_out = {"Sheet1（未建会单位）": SheetLayout(is_left_out=True)}

    plan = plan_import(store, path, answers=Answers(layouts=left_out))

    assert [(one.counts["new"], one.counts["error"]) for one in plan.sheets] == [(2, 0), (0, 0)]
