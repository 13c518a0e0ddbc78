"""Lists on their side, and cards of labels with values beside them."""

import pytest

from models.errors import Problem
from models.records.members import Member
from models.records.units import Unit
from models.sheets.answers import Answers
from models.sheets.committing import commit_import
from models.sheets.layout import SheetLayout
from models.sheets.planning import plan_import
from models.store import Store
from tests.models.sheets.conftest import Import, WriteList

CODES = ["91370399MACRT4G555", "91370399MAWMF9DM49"]
ID_NUMBERS = ["370399197709211627", "370399198008160059"]


def _card(name: str, number: str) -> list[list[object]]:
    return [
        ["工会会员登记表"],
        ["姓名", name, "性别", "女", "民族", "汉"],
        ["身份证号码", number, None, None, "联系电话", "13900000001"],
        ["工作单位", "甲厂", None, None, "入会时间：2019.5", None],
        ["本人签名：", "", "年   月   日"],
        [],
    ]


def test_a_list_on_its_side_is_read_column_by_column(store: Store, bring_in: Import) -> None:
    result = bring_in(
        [
            ["单位基本情况"],
            ["单位名称", "甲厂", "乙厂"],
            ["统一社会信用代码", CODES[0], "9137"],
            ["法定代表人", "张三丰", "李四光"],
            ["联系电话", "13900000001", "13900000002"],
        ]
    )

    assert [(one.name, one.phone) for one in store.all(Unit)] == [("甲厂", "13900000001")]
    refused = result.plan.sheets[0].rows[1]
    assert (refused.verdict, refused.messages[0].cell) == ("error", "C3")
    assert any("横着排" in note for note in result.plan.sheets[0].notes)


def test_cards_become_a_row_each(store: Store, bring_in: Import) -> None:
    result = bring_in([*_card("王芳", ID_NUMBERS[0]), *_card("赵红", "37039919")])

    (member,) = store.all(Member)
    assert (member.name, member.sex, member.unit_name) == ("王芳", "2", "甲厂")
    assert member.joined_on is not None
    assert member.joined_on.iso == "2019-05"
    refused = result.plan.sheets[0].rows[1]
    assert [one.cell for one in refused.messages if one.kind == "error"] == ["B9"]


def test_a_letter_is_no_card(store: Store, write_list: WriteList) -> None:
    path = write_list(
        [
            ["关于召开会议的通知"],
            ["各单位：", None, None],
            ["时间：3月6日", "地点：会议室", None],
            ["联系人：王芳", "电话：13900000001", None],
            ["内容", "学习", None],
        ]
    )

    with pytest.raises(Problem, match="没有导入"):
        plan_import(store, path)


def test_what_the_clerk_says_of_a_turned_list_is_about_its_turned_columns(
    store: Store, write_list: WriteList
) -> None:
    rows = [
        ["单位名称", "甲厂"],
        ["法定代表人", "张三"],
        ["联系电话", "13900000001"],
        ["地址", "东村"],
    ]
    answers = Answers(layouts={"Sheet1": SheetLayout(columns={"D": ""})})

    commit_import(store, plan_import(store, write_list(rows), answers=answers))

    (unit,) = store.all(Unit)
    assert (unit.name, unit.legal_person, unit.address) == ("甲厂", "张三", "")
