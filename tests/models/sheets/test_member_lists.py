"""Lists of members as townships keep them, of changes, and of transfers."""

import json
from pathlib import Path

import pytest

from models.errors import Problem
from models.figures.catalogue import compute
from models.periods import year_period
from models.records.members import Member, MemberChange, MemberTransfer
from models.records.town import Town
from models.records.unions import Union, UnionUnit
from models.records.units import Unit
from models.sheets.answers import Answers
from models.sheets.committing import commit_import
from models.sheets.plan import ImportResult
from models.sheets.planning import plan_import
from models.store import Store
from models.values.dates import PartialDate
from tests.models.sheets.conftest import Import

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
ROSTER = "会员花名册"
NAMES = ["姓名", "身份证号", "工作单位"]
MAN, WOMAN, OTHER = "370399197804055810", "370399197804055802", "370399198104232817"


def _verdicts(result: ImportResult) -> list[str]:
    return [row.verdict for row in result.plan.sheets[0].rows]


def _said(result: ImportResult, row: int) -> list[tuple[str, str]]:
    found = next(one for one in result.plan.sheets[0].rows if one.row == row)
    return [(one.column, one.kind) for one in found.messages]


def _status(store: Store, number: str) -> str:
    return store.find(Member, id_no=number)[0].status


def _save(store: Store, record: Unit | Union | UnionUnit) -> int:
    with store.change("登记"):
        return store.save(record).id or 0


def test_the_whole_roster_of_the_township_gives_the_reported_figures(tmp_path: Path) -> None:
    expected = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
    answers = Answers.from_json(expected["clerk_answers"])
    town = Town(name="示例镇", union_name="示例镇总工会", parent_union="示例县总工会", year=2024)
    with Store.create(tmp_path / "示例镇.db", town) as store:
        for path in sorted(SAMPLES.glob("0[123]*.xlsx")):
            commit_import(store, plan_import(store, path, answers=answers))
        figures = compute(store, year_period(2024))

    for code in ("members_active", "members_female", "members_migrant"):
        assert figures[code].value == expected["figures"][code]["value"], code
    assert len(figures["members_active"].records) == figures["members_active"].value
    assert figures["members_moved_in"].value == 5


def test_a_plain_roster_makes_members_who_joined_when_it_says(
    store: Store, bring_in: Import
) -> None:
    bring_in([[*NAMES, "入会时间"], ["张三", MAN, "甲厂", "2024.3"], ["李四", WOMAN, "", ""]])

    first, second = store.all(Member)
    (joining,) = store.all(MemberChange)
    assert (first.sex, first.birth, first.status) == ("1", PartialDate(1978, 4, 5), "active")
    assert (joining.member, joining.kind) == (first.id, "1")
    assert joining.changed_on == first.joined_on == first.status_on == PartialDate(2024, 3)
    assert (second.status, second.joined_on) == ("active", None)


def test_the_same_list_again_brings_nothing_new(store: Store, bring_in: Import) -> None:
    rows = [
        [*NAMES, "会籍变化类型", "会籍变化日期"],
        ["张三", MAN, "甲厂", "入会", "2020.3.1"],
        ["李四", WOMAN, "甲厂", "保留", "2024.3.1"],
    ]
    bring_in(rows)

    again = bring_in(rows)

    assert _verdicts(again) == ["duplicate", "duplicate"]
    assert [store.count(Member), store.count(MemberChange)] == [2, 2]


@pytest.mark.parametrize(
    ("column", "text", "kept"),
    [("性别", "女", ("1", PartialDate(1978, 4, 5))), ("出生日期", "1979-1-1", ("1", None))],
)
def test_the_number_wins_over_the_row_and_that_is_said(
    store: Store, bring_in: Import, column: str, text: str, kept: tuple[str, object]
) -> None:
    result = bring_in([[*NAMES, column], ["张三", MAN, "", text]], sheet=ROSTER)

    (member,) = store.all(Member)
    assert member.sex == kept[0]
    assert member.birth == PartialDate(1978, 4, 5)
    assert (column, "warn") in _said(result, 2)


def test_a_passport_is_kept_and_a_wrong_resident_number_is_refused(
    store: Store, bring_in: Import
) -> None:
    rows = [
        ["姓名", "证件类别", "证件号码"],
        ["山姆", "护照", "E12345678"],
        ["张三", "居民身份证", "E12345678"],
        ["李四", "居民身份证", "370399197804055811"],
    ]

    result = bring_in(rows, sheet=ROSTER)

    assert _verdicts(result) == ["new", "error", "error"]
    assert [(one.name, one.id_type, one.id_no) for one in store.all(Member)] == [
        ("山姆", "414", "E12345678")
    ]


def test_two_numbers_for_one_name_and_birthday_are_doubted(store: Store, bring_in: Import) -> None:
    result = bring_in([NAMES, ["张三", MAN, "甲厂"], ["张三", WOMAN, "甲厂"]], sheet=ROSTER)

    assert _verdicts(result) == ["new", "new"]
    assert ("姓名", "warn") in _said(result, 3)
    assert ("姓名", "warn") not in _said(result, 2)


def test_whoever_left_and_comes_again_has_moved_in(store: Store, bring_in: Import) -> None:
    header = [*NAMES, "会籍变化类型", "会籍变化日期"]
    bring_in([header, ["张三", MAN, "甲厂", "转出", "2024.3.1"]])

    result = bring_in([header, ["张三", MAN, "乙厂", "入会", "2024.5.1"]])

    (member,) = store.all(Member)
    assert _verdicts(result) == ["update"]
    assert ("会籍变化类型", "warn") in _said(result, 2)
    assert (member.status, member.unit_name) == ("active", "乙厂")
    assert [one.kind for one in store.all(MemberChange)] == ["4", "2"]


def test_lists_of_both_unions_again_leave_the_transferred_member_where_he_is(
    store: Store, bring_in: Import
) -> None:
    header = [*NAMES, "会籍变化类型", "会籍变化日期"]
    lists = [
        [header, ["张三", MAN, "甲厂", "转出", "2024.3.1"]],
        [header, ["张三", MAN, "乙厂", "入会", "2024.5.1"]],
    ]
    for rows in lists:
        bring_in(rows)

    again = [_verdicts(bring_in(rows)) for rows in lists]

    assert again == [["duplicate"], ["duplicate"]]
    assert store.all(Member)[0].unit_name == "乙厂"


def test_an_older_list_adds_what_was_but_does_not_bring_back_who_has_left(
    store: Store, bring_in: Import
) -> None:
    header = [*NAMES, "会籍变化类型", "会籍变化日期"]
    bring_in([header, ["张三", MAN, "甲厂", "退会", "2024.3.1"]])

    bring_in([header, ["张三", MAN, "甲厂", "入会", "2019.5.1"]])

    (member,) = store.all(Member)
    assert (member.status, member.joined_on) == ("withdrawn", PartialDate(2019, 5, 1))
    assert [one.kind for one in store.all(MemberChange)] == ["1", "6"]


def test_whoever_is_a_member_does_not_join_again(store: Store, bring_in: Import) -> None:
    header = [*NAMES, "会籍变化类型", "会籍变化日期"]
    bring_in([header, ["张三", MAN, "甲厂", "入会", "2019.5.1"]])

    looser = bring_in([header, ["张三", MAN, "甲厂", "入会", "2019.5"]])
    result = bring_in([header, ["张三", MAN, "甲厂", "入会", "2024.5.1"]])

    assert _verdicts(looser) == _verdicts(result) == ["duplicate"]
    assert ("会籍变化日期", "warn") in _said(result, 2)
    assert store.count(MemberChange) == 1


def test_leaving_and_arriving_on_one_day_is_a_transfer(store: Store, bring_in: Import) -> None:
    header = [*NAMES, "会籍变化类型", "会籍变化日期"]
    bring_in([header, ["张三", MAN, "甲厂", "转出", "2024.4.28"]])

    bring_in([header, ["张三", MAN, "乙厂", "转入", "2024.4.28"]])

    assert _status(store, MAN) == "active"


def test_members_stand_under_the_union_of_their_unit(store: Store, bring_in: Import) -> None:
    factory, shop = (_save(store, Unit(name=name)) for name in ("甲厂", "乙店"))
    founded = PartialDate(2020)
    single = Union(name="甲厂工会", org_type="10", unit=factory, founded_on=founded)
    joint = _save(store, Union(name="东片联合工会", org_type="20", founded_on=founded))
    _save(store, single)
    _save(store, UnionUnit(union=joint, unit=shop, unit_name="乙店"))

    rows = [["张三", MAN, "甲厂"], ["李四", WOMAN, "乙店"], ["王五", OTHER, "丙店"]]
    bring_in([NAMES, *rows], sheet=ROSTER)

    assert [one.union_name for one in store.all(Member)] == ["甲厂工会", "东片联合工会", ""]


def test_farm_hands_are_no_migrant_workers(store: Store, bring_in: Import) -> None:
    _save(store, Unit(name="甲合作社", industry="A"))
    header = [*NAMES, "户籍类型"]

    bring_in([header, ["张三", MAN, "甲合作社", "农业"], ["李四", WOMAN, "乙厂", "农业"]])

    assert [one.is_migrant for one in store.all(Member)] == ["0", "1"]


def test_a_list_of_changes_leads_to_the_status_and_is_taken_back_with_it(
    store: Store, bring_in: Import
) -> None:
    bring_in([[*NAMES, "入会日期"], ["张三", MAN, "", "2020.1.1"], ["张三", WOMAN, "", "2020.1.1"]])

    changes = [["会籍变动登记表"], ["姓名", "身份证号", "变动类型", "变动日期", "变动原因"]]
    bring_in([*changes, ["张三", WOMAN, "转出", "2024.5.1", "工作调动"]], name="会籍变动.xlsx")
    after = _status(store, MAN), _status(store, WOMAN)
    store.undo()

    assert after == ("active", "transferred_out")
    assert _status(store, WOMAN) == "active"


def test_an_older_change_in_a_list_does_not_undo_a_later_one(
    store: Store, bring_in: Import
) -> None:
    header = [*NAMES, "会籍变化类型", "会籍变化日期"]
    bring_in([header, ["张三", MAN, "甲厂", "退会", "2024.9.1"]])

    changes = [["会籍变动登记表"], ["姓名", "身份证号", "变动类型", "变动日期", "变动原因"]]
    bring_in([*changes, ["张三", MAN, "保留", "2023.5.1", "失业"]], name="会籍变动.xlsx")

    assert store.count(MemberChange) == 2
    assert _status(store, MAN) == "withdrawn"


def test_a_book_of_transfers_moves_the_memberships_that_were_received(
    store: Store, bring_in: Import
) -> None:
    rows = [["张三", MAN, "甲厂", "2020.1.1"], ["李四", WOMAN, "甲厂", "2020.1.1"]]
    bring_in([[*NAMES, "入会日期"], *rows])
    header = [
        "编号",
        "姓名",
        "身份证号",
        "转接类型",
        "转出工会",
        "转入工会",
        "申请日期",
        "接收日期",
    ]

    bring_in(
        [
            ["会员转接登记簿"],
            header,
            ["1", "张三", MAN, "转出", "甲厂工会", "外地工会", "2024.5.1", "2024.5.20"],
            ["2", "李四", WOMAN, "转出", "甲厂工会", "外地工会", "2024.6.1", None],
        ],
        name="转接登记簿.xlsx",
    )

    assert [one.status for one in store.all(MemberTransfer)] == ["received", "draft"]
    assert (_status(store, MAN), _status(store, WOMAN)) == ("transferred_out", "active")
    assert [one.other_union for one in store.find(MemberChange, kind="4")] == ["外地工会"]


def test_blanks_among_ticks_say_no_and_blanks_among_words_say_nothing(
    store: Store, bring_in: Import
) -> None:
    header = [*NAMES, "是否农民工", "户籍类型"]
    bring_in([header, ["张三", MAN, "", "√", "农业"], ["李四", WOMAN, "", "", "农业"]])
    bring_in(
        [header, ["王五", OTHER, "", "", "农业"], ["赵六", "370399199101284296", "", "否", "农业"]],
        name="另一张.xlsx",
    )

    assert [one.is_migrant for one in store.all(Member)] == ["1", "0", "1", "0"]


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("填表单位（盖章）：甲机械厂", "甲机械厂"),
        ("单位名称:甲机械厂    填表日期：2024年5月", "甲机械厂"),
        ("填表单位：青石镇总工会", ""),
        ("单位：万元", ""),
    ],
)
def test_a_list_without_units_is_of_the_unit_that_hands_it_in(
    store: Store, bring_in: Import, line: str, unit: str
) -> None:
    _save(store, Unit(name="甲机械厂"))

    bring_in([["会员花名册"], [line], ["姓名", "身份证号", "入会日期"], ["张三", MAN, "2020.1.1"]])

    (member,) = store.all(Member)
    assert (member.unit_name, member.unit is not None) == (unit, bool(unit))


def test_a_list_of_leavers_is_not_taken_for_a_roster(store: Store, bring_in: Import) -> None:
    rows = [
        ["会员减少情况表"],
        ["姓名", "身份证号", "减少原因", "减少日期"],
        ["张三", MAN, "退休", "2024.5.1"],
    ]

    with pytest.raises(Problem):
        bring_in(rows)

    assert store.count(Member) == 0
