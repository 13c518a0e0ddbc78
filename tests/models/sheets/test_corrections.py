"""What the clerk says of a list goes for it, and for the next one with the same headings."""

from collections.abc import Callable
from pathlib import Path

import pytest

from models.errors import Problem
from models.records.layouts import ListLayout, WordAlias
from models.records.members import Member
from models.records.town import UnitAlias
from models.records.unions import Union, UnionTerm
from models.records.units import Unit
from models.sheets.answers import Answers
from models.sheets.asking import UNION_NAME
from models.sheets.committing import commit_import
from models.sheets.layout import SPAN, SheetLayout
from models.sheets.plan import SheetPlan
from models.sheets.planning import examine_import, plan_import
from models.sheets.questions import Question
from models.sheets.remembering import forget_layout
from models.store import Store
from models.values.dates import PartialDate
from models.values.person_id import check_digit

WriteList = Callable[..., Path]
ID, MOBILE = "member.id_no", "member.mobile"
NATION, SEX = "member.nation", "member.sex"


def id_no(number: int) -> str:
    bare = f"37039919800101{number:03}"
    return bare + check_digit(bare)


@pytest.fixture
def town(store: Store) -> Store:
    """The file with two units and the union of one of them."""
    with store.change("登记"):
        unit = store.save(Unit(name="云溪东方木业有限公司"))
        store.save(Unit(name="云溪新星印刷厂"))
        store.save(
            Union(
                name="云溪东方木业有限公司工会委员会",
                org_type="1",
                unit=unit.id,
                founded_on=PartialDate(2020, 1, 1),
            )
        )
    return store


def _sheet(store: Store, path: Path, **layout: object) -> SheetPlan:
    answers = Answers(layouts={"Sheet1": SheetLayout(**layout)}) if layout else Answers()  # type: ignore[arg-type]
    return examine_import(store, path, answers=answers).sheets[0]


def _asked(sheet: SheetPlan, subject: str) -> list[Question]:
    return [one for one in sheet.questions if one.subject == subject]


def test_a_column_is_read_as_the_clerk_says_and_the_other_one_is_left_out(
    store: Store, write_list: WriteList
) -> None:
    path = write_list(
        [("姓名", "证件号码", "联系电话", "手机号"), ("李一", id_no(1), "无", "13900001111")]
    )
    used = {one.letters: one.code for one in _sheet(store, path, kind="member").columns}
    wrong = next(letters for letters, code in used.items() if code == MOBILE)
    other = "D" if wrong == "C" else "C"

    after = _sheet(store, path, kind="member", columns={other: MOBILE})

    assert {one.letters: one.code for one in after.columns} == {**used, other: MOBILE, wrong: ""}


def test_a_column_without_a_heading_can_be_read(store: Store, write_list: WriteList) -> None:
    path = write_list([("姓名", "性别", None), ("李一", "男", id_no(1))])

    shown = _sheet(store, path, kind="member")
    read = _sheet(store, path, kind="member", columns={"C": ID})

    assert shown.columns[2].samples == (id_no(1),)
    assert "证件号码" in shown.refusal
    assert [one.code for one in read.columns] == ["member.name", SEX, ID]
    assert [row.verdict for row in read.rows] == ["new"]


def test_the_kind_and_the_header_row_are_those_that_the_clerk_chose(
    store: Store, write_list: WriteList
) -> None:
    path = write_list([("花名", "人"), ("谁", "哪个号"), ("李一", id_no(1))])
    assert _sheet(store, path).refusal

    sheet = _sheet(store, path, kind="member", rows=(2, 2), columns={"A": "member.name", "B": ID})

    assert sheet.header_rows == (2,)
    assert [(row.row, row.title) for row in sheet.rows] == [(3, "李一")]


def test_a_sheet_can_stay_out(store: Store, write_list: WriteList) -> None:
    path = write_list([("姓名", "性别", "手机号码"), ("李一", "男", "13900001111")])

    with pytest.raises(Problem, match="已选择不导入"):
        plan_import(store, path, answers=Answers(layouts={"Sheet1": SheetLayout(is_left_out=True)}))


def test_a_list_without_its_main_column_is_read_with_a_constant(
    town: Store, write_list: WriteList
) -> None:
    path = write_list(
        [
            ("序号", "签订日期", "有效期起", "有效期止"),
            (1, "2024-03-01", "2024-03-01", "2025-02-28"),
        ]
    )
    lacking = _sheet(town, path, kind="cb_contract")

    sheet = _sheet(
        town,
        path,
        kind="cb_contract",
        constants={"cb_contract.unit_name": "云溪新星印刷厂", "cb_contract.kind": "工资"},
    )

    assert "缺少" in lacking.refusal
    assert [one.code for one in _asked(lacking, "value")] == [
        "cb_contract.unit_name",
        "cb_contract.kind",
    ]
    assert [row.verdict for row in sheet.rows] == ["new"], sheet.rows


def test_an_unknown_word_is_asked_once_for_the_whole_file_and_for_the_next(
    town: Store, write_list: WriteList
) -> None:
    rows = [("姓名", "证件号码", "民族"), ("李一", id_no(1), "回汉")]
    first = write_list(rows, name="一.xlsx")
    (asked,) = _asked(_sheet(town, first, kind="member"), "word")
    assert (asked.code, asked.word, asked.rows) == (NATION, "回汉", 1)
    assert "回族" in asked.likely

    answers = Answers(
        words={NATION: {"回汉": "回族"}}, layouts={"Sheet1": SheetLayout(kind="member")}
    )
    commit_import(town, plan_import(town, first, answers=answers))
    rows[1] = ("李二", id_no(2), "回汉")
    sheet = _sheet(town, write_list(rows, name="二.xlsx"))

    assert [one.answer for one in _asked(sheet, "word")] == ["回族"]
    assert [row.verdict for row in sheet.rows] == ["new"]
    assert [one.meaning for one in town.all(WordAlias)] == ["回族"]


def test_a_short_name_of_a_unit_is_asked_with_those_that_resemble_it(
    town: Store, write_list: WriteList
) -> None:
    rows = [("姓名", "证件号码", "工作单位"), ("李一", id_no(1), "东木公司")]
    path = write_list(rows)
    (asked,) = _asked(_sheet(town, path, kind="member"), "name")
    assert asked.word == "东木公司"
    assert asked.likely[0] == "云溪东方木业有限公司"

    answers = Answers(unit_aliases={"东木公司": "云溪东方木业有限公司"})
    commit_import(town, plan_import(town, path, as_type="member", answers=answers))

    assert [one.alias for one in town.all(UnitAlias)] == ["东木公司"]
    assert _asked(_sheet(town, path, kind="member"), "name") == []


def test_the_same_headings_in_another_order_are_read_as_the_last_time(
    store: Store, write_list: WriteList
) -> None:
    first = write_list(
        [("2024年花名册",), ("谁", "男女", "哪个号"), ("李一", "男", id_no(1))],
        name="甲厂.xlsx",
    )
    layout = SheetLayout(
        kind="member",
        rows=(2, 2),
        columns={"A": "member.name", "B": SEX, "C": ID},
    )
    commit_import(store, plan_import(store, first, answers=Answers(layouts={"Sheet1": layout})))

    again = _sheet(
        store, write_list([("哪个号", "谁", "男女"), (id_no(2), "李二", "女")], name="乙.xlsx")
    )

    assert again.remembered.startswith("按上次的对应（")
    assert "甲厂.xlsx" in again.remembered
    assert [(row.verdict, row.title) for row in again.rows] == [("new", "李二")]
    (kept,) = store.all(ListLayout)
    assert kept.headings == "谁、男女、哪个号"


def test_what_was_remembered_can_be_forgotten_and_goes_with_the_import(
    store: Store, write_list: WriteList
) -> None:
    path = write_list([("谁", "性别", "证件号码"), ("李一", "男", id_no(1))])
    layout = SheetLayout(kind="member", columns={"A": "member.name"})
    plan = plan_import(store, path, answers=Answers(layouts={"Sheet1": layout}))
    commit_import(store, plan)
    number = _sheet(store, path).remembered_id
    assert number is not None

    forget_layout(store, number)
    assert _sheet(store, path).remembered == ""
    store.undo()
    assert _sheet(store, path).remembered
    store.undo()

    assert store.all(ListLayout) == []
    assert store.all(Member) == []


def test_both_ends_of_a_span_can_be_read_from_one_column(
    town: Store, write_list: WriteList
) -> None:
    path = write_list(
        [
            ("企业名称", "合同种类", "签订日期", "管多久"),
            ("云溪新星印刷厂", "工资", "2024-03-01", "2024.3.1-2025.2.28"),
        ]
    )

    sheet = _sheet(town, path, kind="cb_contract", columns={"D": SPAN})

    assert [one.read_as for one in sheet.columns[-2:]] == ["有效期起", "有效期止"]
    assert [row.verdict for row in sheet.rows] == ["new"]


def test_a_short_name_of_a_union_is_asked_once(town: Store, write_list: WriteList) -> None:
    rows = [
        ("工会", "第几届", "选举日期", "任期"),
        ("东方木业工会", 1, "2024-03-01", "5年"),
    ]
    path = write_list(rows, name="工会届次.xlsx")
    (asked,) = _asked(_sheet(town, path, kind="union_term"), "name")
    assert asked.likely[0] == "云溪东方木业有限公司工会委员会"

    words = {UNION_NAME: {"东方木业工会": asked.likely[0]}}
    plan = plan_import(town, path, as_type="union_term", answers=Answers(words=words))
    commit_import(town, plan)

    (term,) = town.all(UnionTerm)
    assert town.title_of_id("union_org", term.union) == asked.likely[0]
    assert _asked(_sheet(town, path, kind="union_term"), "name") == []


def test_a_word_that_is_answered_with_nothing_is_forgotten(
    town: Store, write_list: WriteList
) -> None:
    path = write_list([("姓名", "证件号码", "民族"), ("李一", id_no(1), "回汉")])
    told = Answers(words={NATION: {"回汉": "回族"}})
    commit_import(town, plan_import(town, path, as_type="member", answers=told))
    other = write_list([("姓名", "证件号码", "民族"), ("李二", id_no(2), "汉族")], name="二.xlsx")

    blank = Answers(words={NATION: {"回汉": ""}})
    commit_import(town, plan_import(town, other, as_type="member", answers=blank))

    assert town.all(WordAlias) == []
    (asked,) = _asked(_sheet(town, path, kind="member"), "word")
    assert asked.is_open


def test_an_unknown_list_is_shown_with_the_kinds_that_it_may_be(
    store: Store, write_list: WriteList
) -> None:
    sheet = _sheet(
        store, write_list([("谁", "号", "电话"), ("李一", id_no(1), "13900001111")], name="甲.xlsx")
    )

    assert sheet.refusal
    assert sheet.likely_kinds[0] == "member"


def test_whose_list_it_was_is_not_taken_for_the_next_one(
    town: Store, write_list: WriteList
) -> None:
    unit, kind = "cb_contract.unit_name", "cb_contract.kind"
    rows = [("签订日期", "有效期起", "有效期止"), ("2024-03-01", "2024-03-01", "2025-02-28")]
    layout = SheetLayout(
        kind="cb_contract", constants={unit: "云溪新星印刷厂", kind: "工资专项集体合同"}
    )
    path = write_list(rows, name="甲.xlsx")
    commit_import(town, plan_import(town, path, answers=Answers(layouts={"Sheet1": layout})))

    sheet = _sheet(town, write_list(rows, name="乙.xlsx"))

    answers = {one.code: one.answer for one in _asked(sheet, "value")}
    assert answers == {unit: "", kind: "工资专项集体合同"}


def test_the_unit_of_a_list_is_told_from_its_title(town: Store, write_list: WriteList) -> None:
    path = write_list(
        [("东木职工花名册",), ("姓名", "证件号码"), ("李一", id_no(1))], name="1.xlsx"
    )

    (asked,) = _asked(_sheet(town, path, kind="member"), "value")

    assert asked.likely == ("云溪东方木业有限公司",)
    assert not asked.is_open
