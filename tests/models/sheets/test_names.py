"""Names in lists find the records they mean; where two may be meant, nothing is guessed."""

import pytest

from models.lists.frames import split_names
from models.records.hardship import Pairing
from models.records.hardship_file import HardshipFile
from models.records.innovation import Suggestion, TechItem
from models.records.members import Member
from models.records.safety import CheckedUnit
from models.records.units import Unit
from models.sheets.plan import ImportResult
from models.store import Store
from tests.models.sheets.conftest import Import

FILES = ["姓名", "身份证号", "工作单位", "困难类别", "建档日期", "档案状态"]
PAIRS = ["帮扶对象", "对象单位", "帮扶人", "结对日期"]
SUGGESTIONS = ["日期", "单位", "提出人", "建议内容", "条数"]
FIRST_ID, SECOND_ID, THIRD_ID = "370399198202030020", "37039919900101001X", "370399198806150090"


@pytest.fixture(autouse=True)
def town(store: Store) -> None:
    with store.change("登记"):
        store.save_all([Unit(name="青石镇甲厂"), Unit(name="青石镇乙厂")])


def _bring_files(bring_in: Import, *rows: list[str]) -> None:
    full = [[*row, "深度困难", "2024-1-5", "在档"] for row in rows]
    bring_in([["困难职工花名册"], FILES, *full], name="花名册.xlsx")


def _add_members(store: Store, *people: tuple[str, str, str]) -> None:
    units = {one.name: one.id for one in store.all(Unit)}
    with store.change("登记会员"):
        for name, number, unit in people:
            store.save(
                Member(name=name, id_type="111", id_no=number, unit=units[unit], unit_name=unit)
            )


def _verdicts(result: ImportResult) -> list[str]:
    return [row.verdict for row in result.plan.sheets[0].rows]


def _texts(result: ImportResult, kind: str) -> list[str]:
    rows = result.plan.sheets[0].rows
    return [one.text for row in rows for one in row.messages if one.kind == kind]


def test_the_unit_tells_which_of_two_namesakes_is_meant(store: Store, bring_in: Import) -> None:
    _bring_files(bring_in, ["王俊", FIRST_ID, "青石镇甲厂"], ["王俊", SECOND_ID, "青石镇乙厂"])

    bring_in([PAIRS, ["王俊", "乙厂", "李明", "2024-3-5"]], name="结对.xlsx")

    (pair,) = store.all(Pairing)
    meant = store.get(HardshipFile, pair.household or 0)
    assert (meant.id_no, meant.unit_name) == (SECOND_ID, "青石镇乙厂")


def test_two_namesakes_in_one_unit_are_not_guessed_between(store: Store, bring_in: Import) -> None:
    _bring_files(bring_in, ["王俊", FIRST_ID, "青石镇甲厂"], ["王俊", SECOND_ID, "青石镇甲厂"])

    result = bring_in([PAIRS, ["王俊", "青石镇甲厂", "李明", "2024-3-5"]], name="结对.xlsx")

    assert _verdicts(result) == ["error"]
    assert _texts(result, "error") == ["困难职工档案里有2个“王俊”，没有对应到哪一个"]


def test_who_is_not_on_the_register_must_be_entered_first(store: Store, bring_in: Import) -> None:
    result = bring_in([PAIRS, ["赵六", "青石镇甲厂", "李明", "2024-3-5"]], name="结对.xlsx")

    assert _texts(result, "error") == ["困难职工档案里没有“赵六”，请先登记或导入"]
    assert store.all(Pairing) == []


def test_another_unit_than_the_register_s_is_said(store: Store, bring_in: Import) -> None:
    _bring_files(bring_in, ["王俊", FIRST_ID, "青石镇甲厂"])

    result = bring_in([PAIRS, ["王俊", "青石镇乙厂", "李明", "2024-3-5"]], name="结对.xlsx")

    assert _verdicts(result) == ["new"]
    assert "“王俊”登记的单位是“青石镇甲厂”，与这一行不同，请核对" in _texts(result, "warn")


def test_a_name_may_carry_the_sign_that_tells_it_apart(store: Store, bring_in: Import) -> None:
    _bring_files(bring_in, ["王俊", FIRST_ID, "青石镇甲厂"], ["王俊", SECOND_ID, "青石镇乙厂"])

    bring_in([PAIRS, ["王俊（青石镇甲厂）", "", "李明", "2024-3-5"]], name="结对.xlsx")

    assert store.get(HardshipFile, store.all(Pairing)[0].household or 0).id_no == FIRST_ID


def test_a_member_of_the_same_unit_is_meant(store: Store, bring_in: Import) -> None:
    _add_members(store, ("黄宁", FIRST_ID, "青石镇甲厂"), ("黄宁", SECOND_ID, "青石镇乙厂"))

    result = bring_in(
        [SUGGESTIONS, ["2024-3-7", "青石镇甲厂", "黄宁", "改灯", 1]], name="建议.xlsx"
    )

    (one,) = store.all(Suggestion)
    assert store.get(Member, one.person or 0).id_no == FIRST_ID
    assert _texts(result, "warn") == []


def test_a_namesake_elsewhere_is_somebody_else(store: Store, bring_in: Import) -> None:
    _add_members(store, ("黄宁", FIRST_ID, "青石镇甲厂"))

    result = bring_in(
        [SUGGESTIONS, ["2024-3-7", "青石镇乙厂", "黄宁", "改灯", 1]], name="建议.xlsx"
    )

    assert store.all(Suggestion)[0].person is None
    assert _texts(result, "warn") == []


def test_who_is_registered_later_is_linked_by_name_and_unit(store: Store, bring_in: Import) -> None:
    rows = [
        ["2024-3-7", "青石镇甲厂", "黄宁", "改灯", 1],
        ["2024-3-8", "青石镇乙厂", "黄宁", "改门", 1],
    ]
    bring_in([SUGGESTIONS, *rows], name="建议.xlsx")

    bring_in(
        [
            ["会员信息采集表"],
            ["姓名", "证件号码", "工作单位", "会籍变化类型", "会籍变化日期"],
            ["黄宁", FIRST_ID, "青石镇甲厂", "入会", "2024-01-05"],
        ],
        name="会员.xlsx",
    )

    (member,) = store.all(Member)
    linked = {one.unit_name: one.person for one in store.all(Suggestion)}
    assert linked == {"青石镇甲厂": member.id, "青石镇乙厂": None}


def test_two_members_of_one_name_in_the_unit_are_said(store: Store, bring_in: Import) -> None:
    _add_members(store, ("黄宁", FIRST_ID, "青石镇甲厂"), ("黄宁", SECOND_ID, "青石镇甲厂"))

    result = bring_in(
        [SUGGESTIONS, ["2024-3-7", "青石镇甲厂", "黄宁", "改灯", 1]], name="建议.xlsx"
    )

    assert store.all(Suggestion)[0].person is None
    assert _texts(result, "warn") == [
        "会员里有2个“黄宁”，没有对应到哪一个，请补身份证号或在台账里选定"
    ]


def test_what_a_sheet_brings_is_found_by_the_next_sheet(store: Store, bring_in: Import) -> None:
    _bring_files(bring_in, ["王俊", FIRST_ID, "青石镇甲厂"], ["李四", THIRD_ID, "青石镇甲厂"])

    first, second = store.all(HardshipFile)

    assert {first.person_name, second.person_name} == {"王俊", "李四"}
    assert first.unit == second.unit == store.find(Unit, name="青石镇甲厂")[0].id


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("甲厂、乙厂", ["甲厂", "乙厂"]),
        ("甲厂；乙厂;丙厂", ["甲厂", "乙厂", "丙厂"]),
        ("甲厂，乙厂\n丙厂", ["甲厂", "乙厂", "丙厂"]),
        ("凯德（东区、西区）机械厂、乙厂", ["凯德（东区、西区）机械厂", "乙厂"]),
        ("甲厂、乙厂等5家企业", ["甲厂", "乙厂"]),
        ("甲厂、、乙厂、", ["甲厂", "乙厂"]),
        ("", []),
    ],
)
def test_names_in_one_cell_are_split(cell: str, names: list[str]) -> None:
    assert split_names(cell) == names


def test_each_unit_in_a_cell_is_found_and_the_odd_mark_is_said(
    store: Store, bring_in: Import
) -> None:
    result = bring_in(
        [
            ["安全生产检查登记台账"],
            ["检查日期", "检查类型", "受检企业", "发现隐患"],
            ["2024-3-5", "节前检查", "青石镇甲厂；乙厂；没有登记的厂", 2],
        ]
    )

    ids = {one.name: one.id for one in store.all(Unit)}
    checked = {one.unit_name: one.unit for one in store.all(CheckedUnit)}
    assert checked == {
        "青石镇甲厂": ids["青石镇甲厂"],
        "青石镇乙厂": ids["青石镇乙厂"],
        "没有登记的厂": None,
    }
    assert any("；" in text for text in _texts(result, "fix"))
    assert any("没有登记的厂" in text for text in _texts(result, "warn"))


@pytest.mark.parametrize(
    ("line", "fen"), [("金额单位：万元", 214_000_0000_00), ("金额单位：元", 214_000_00)]
)
def test_the_line_above_tells_the_unit_of_money(
    store: Store, bring_in: Import, line: str, fen: int
) -> None:
    amount = 214_000
    bring_in(
        [
            ["技术改造、技术革新项目表"],
            [line],
            ["单位", "类别", "项目名称", "开工日期", "阶段", "投资"],
            ["青石镇甲厂", "技改工程", "锅炉改造", "2024-8-6", "实施", amount],
        ]
    )

    assert store.all(TechItem)[0].invested == fen


def test_a_word_about_many_rows_is_summed_up(store: Store, bring_in: Import) -> None:
    rows = [["2024-3-7", "外镇的厂", "李明", f"建议{number}", 1] for number in range(120)]

    result = bring_in([SUGGESTIONS, *rows], name="建议.xlsx")

    text = "单位台账里没有“外镇的厂”，暂未对应到单位"
    assert _texts(result, "warn").count(text) == 20
    assert f"“单位”列：{text}（共120行）" in result.plan.sheets[0].notes


def test_more_words_than_can_be_read_are_counted(store: Store, bring_in: Import) -> None:
    rows = [["2024-3-7", f"外镇{n % 10}厂", "李明", f"建议{n}", 1] for n in range(210)]

    notes = bring_in([SUGGESTIONS, *rows], name="建议.xlsx").plan.sheets[0].notes

    assert sum("外镇" in note for note in notes) == 8
    assert "还有2种提示各出现在20行以上，只在前面的行里标出" in notes
