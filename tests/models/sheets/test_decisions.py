"""What the clerk mends, decides and leaves out before a list is taken in."""

from pathlib import Path

import pytest

from models.errors import Problem
from models.lists.offers import Offer
from models.records.members import Member, MemberChange, MemberTransfer
from models.records.unions import Union
from models.records.units import Unit
from models.sheets.answers import Answers
from models.sheets.committing import commit_import
from models.sheets.plan import Change, ImportPlan, RowPlan
from models.sheets.planning import plan_import
from models.store import Store
from models.values.dates import PartialDate
from tests.models.sheets.conftest import Import, WriteList

NAMES = ["姓名", "身份证号", "出生日期", "移动电话", "工作单位"]
MAN, WOMAN, OTHER = "370399197804055810", "370399197804055802", "370399198104232817"
CODE, OTHER_CODE = "91370399MACRT4G555", "91370399MAWMF9DM49"
SHEET = "Sheet1"
Rows = list[list[object]]


@pytest.fixture
def two_unions(store: Store) -> None:
    with store.change("登记"):
        for name in ("甲厂", "乙厂"):
            unit = store.save(Unit(name=name)).id
            founded = PartialDate(2020, 1, 1)
            union = Union(name=f"{name}工会", org_type="10", unit=unit, founded_on=founded)
            store.save(union)


def _plan(store: Store, path: Path, **answers: object) -> ImportPlan:
    return plan_import(store, path, answers=Answers(**answers))  # type: ignore[arg-type]


def _rows(plan: ImportPlan) -> list[RowPlan]:
    return plan.sheets[0].rows


def _verdicts(plan: ImportPlan) -> list[str]:
    return [row.verdict for row in _rows(plan)]


def _taken(offer: Offer, row: int) -> dict[str, object]:
    if offer.cell:
        return {"cells": {SHEET: {offer.cell: offer.text}}}
    return {"decisions": {SHEET: {str(row): offer.decision}}}


def test_a_row_that_adds_to_a_record_says_what_field_by_field(
    store: Store, bring_in: Import, write_list: WriteList
) -> None:
    bring_in([NAMES, ["张三", MAN, None, "13900000001", None]])

    path = write_list([NAMES, ["张三", MAN, None, "13900000002", "甲厂"]], name="二.xlsx")
    (row,) = _rows(_plan(store, path))

    assert set(row.changes) == {
        Change("工作单位", "", "甲厂", "filled"),
        Change("移动电话", "13900000001", "13900000002", "changed"),
    }
    assert row.known == ("member", store.all(Member)[0].id)


def test_a_cell_that_was_mended_is_read_instead_of_the_one_in_the_file(
    store: Store, write_list: WriteList
) -> None:
    path = write_list([NAMES, ["张三", MAN[:-1] + "9", None, None, None]])
    assert _verdicts(_plan(store, path)) == ["error"]

    mended = _plan(store, path, cells={SHEET: {"B2": MAN, "ZZ99": "不存在的格子"}})

    assert _verdicts(mended) == ["new"]
    commit_import(store, mended)
    assert store.all(Member)[0].id_no == MAN


def test_a_blank_cell_never_empties_a_field_unless_ticked(
    store: Store, bring_in: Import, write_list: WriteList
) -> None:
    bring_in([NAMES, ["张三", MAN, None, "13900000001", "甲厂"]])
    path = write_list([NAMES, ["张三", MAN, None, None, None]], name="二.xlsx")

    assert _verdicts(_plan(store, path)) == ["duplicate"]
    plan = _plan(store, path, clears={SHEET: ["移动电话", "证件号码", "姓名"]})
    assert _rows(plan)[0].changes == (Change("移动电话", "13900000001", "", "cleared"),)
    commit_import(store, plan)

    (member,) = store.all(Member)
    assert (member.name, member.id_no, member.mobile) == ("张三", MAN, "")
    assert member.unit_name == "甲厂"


def test_emptying_the_name_of_a_unit_unties_the_unit_too(
    store: Store, bring_in: Import, write_list: WriteList, two_unions: None
) -> None:
    bring_in([NAMES, ["张三", MAN, None, None, "甲厂"]])
    path = write_list([NAMES, ["张三", MAN, None, None, None]], name="二.xlsx")

    commit_import(store, _plan(store, path, clears={SHEET: ["工作单位"]}))

    assert (store.all(Member)[0].unit, store.all(Member)[0].unit_name) == (None, "")


def test_a_refused_cell_empties_nothing(
    store: Store, bring_in: Import, write_list: WriteList
) -> None:
    bring_in([NAMES, ["张三", MAN, None, "13900000001", None]])
    path = write_list([NAMES, ["张三", MAN, "1978-13-45", "", None]], name="二.xlsx")

    plan = _plan(store, path, clears={SHEET: ["出生日期"]})

    assert _verdicts(plan) == ["error"]
    assert _rows(plan)[0].changes == ()


def test_a_row_that_was_left_out_stays_out(store: Store, write_list: WriteList) -> None:
    path = write_list([NAMES, ["张三", MAN], ["李四", WOMAN]])

    plan = _plan(store, path, left_out={SHEET: [2]})

    assert _verdicts(plan) == ["left_out", "new"]
    assert (_rows(plan)[0].title, plan.sheets[0].left_out, plan.counts["new"]) == ("张三", 1, 1)
    commit_import(store, plan)
    assert [one.name for one in store.all(Member)] == ["李四"]


LOST: list[tuple[object, object, object]] = [
    (int(MAN[:15] + "000"), None, None),
    (int(MAN), None, None),
    ("3.70399E+17", "1978.4.5", None),
    (int(MAN[:15] + "000"), "1978-04-05", "甲厂"),
    (MAN[:-1] + "9", None, None),
    (None, "1978-04-05", None),
]


@pytest.mark.parametrize(("number", "birth", "unit"), LOST)
def test_whoever_name_and_birthday_point_to_gives_a_lost_number(
    store: Store,
    bring_in: Import,
    write_list: WriteList,
    number: object,
    birth: object,
    unit: object,
) -> None:
    bring_in([NAMES, ["张三", MAN, None, None, "甲厂"], ["张三", OTHER, None, None, "甲厂"]])
    path = write_list([NAMES, ["张三", number, birth, "13900000001", unit]], name="二.xlsx")

    plan = _plan(store, path)
    assert _verdicts(plan) == ["error"]
    (offer,) = _rows(plan)[0].offers
    assert (offer.cell, offer.text) == ("B2", MAN)
    assert "“张三”（甲厂，1978-04-05" in offer.words
    commit_import(store, _plan(store, path, **_taken(offer, 2)))

    assert [one.mobile for one in store.all(Member)] == ["13900000001", ""]


@pytest.mark.parametrize(
    ("name", "number", "birth"),
    [
        ("李四", int(MAN[:15] + "000"), None),
        ("张三", int(OTHER[:15] + "000"), None),
        ("张三", int(MAN[:15] + "000"), "1980-01-01"),
        ("张三", None, None),
    ],
)
def test_nobody_is_offered_against_what_the_row_says(
    store: Store, bring_in: Import, write_list: WriteList, name: str, number: object, birth: object
) -> None:
    bring_in([NAMES, ["张三", MAN, None, None, "甲厂"]])
    path = write_list([NAMES, [name, number, birth, None, None]], name="二.xlsx")

    plan = _plan(store, path)

    assert _verdicts(plan) == ["error"]
    assert _rows(plan)[0].offers == ()


def test_a_number_beside_another_name_is_kept_out_until_it_is_decided(
    store: Store, bring_in: Import, write_list: WriteList
) -> None:
    bring_in([NAMES, ["张三", MAN, None, None, None]])
    path = write_list([NAMES, ["李四", MAN, None, "13900000001", None]], name="二.xlsx")

    plan = _plan(store, path)
    assert _verdicts(plan) == ["conflict"]
    assert "证件号码与“张三”相同，但姓名不同" in _rows(plan)[0].messages[-1].text
    (offer,) = _rows(plan)[0].offers
    assert offer.known == ("member", store.all(Member)[0].id)
    commit_import(store, _plan(store, path, **_taken(offer, 2)))

    (member,) = store.all(Member)
    assert (member.name, member.mobile) == ("李四", "13900000001")


def test_two_names_with_one_number_in_a_list_do_not_become_one_person(
    store: Store, bring_in: Import
) -> None:
    plan = bring_in([NAMES, ["张三", MAN], ["李四", MAN]]).plan

    assert _verdicts(plan) == ["new", "conflict"]
    assert _rows(plan)[1].offers == ()
    assert [one.name for one in store.all(Member)] == ["张三"]


def test_the_first_of_two_rows_about_one_record_knows_the_second(
    store: Store, write_list: WriteList
) -> None:
    rows: Rows = [["张三", MAN], ["李四", WOMAN], ["张三", MAN, None, "13900000001"]]
    path = write_list([NAMES, *rows])

    plan = _plan(store, path)

    assert _verdicts(plan) == ["new", "new", "update"]
    assert [row.again for row in _rows(plan)] == [(4,), (), ()]
    assert any("与第2行是同一条记录" in one.text for one in _rows(plan)[2].messages)


UNITS: Rows = [["单位名称", "统一社会信用代码", "联系电话"]]


def test_a_row_that_may_be_two_units_becomes_the_one_that_is_chosen(
    store: Store, bring_in: Import, write_list: WriteList
) -> None:
    bring_in([*UNITS, ["甲厂", CODE, None], ["乙厂", OTHER_CODE, None]])
    path = write_list([*UNITS, ["乙厂", CODE, "13900000001"]], name="二.xlsx")

    plan = _plan(store, path)
    assert _verdicts(plan) == ["conflict"]
    first, second = _rows(plan)[0].offers
    assert (first.words.startswith("就是“甲厂”"), second.words.startswith("就是“乙厂”")) == (
        True,
        True,
    )
    commit_import(store, _plan(store, path, **_taken(first, 2)))

    assert [one.phone for one in store.all(Unit)] == ["13900000001", ""]


def test_a_namesake_with_another_code_may_be_a_unit_of_its_own(
    store: Store, bring_in: Import, write_list: WriteList
) -> None:
    bring_in([*UNITS, ["甲厂", CODE, None]])
    path = write_list([*UNITS, ["甲厂", OTHER_CODE, None]], name="二.xlsx")

    offers = _rows(_plan(store, path))[0].offers
    commit_import(store, _plan(store, path, **_taken(offers[-1], 2)))

    assert [one.credit_code for one in store.all(Unit)] == [CODE, OTHER_CODE]


def test_a_member_of_another_union_may_come_by_transfer(
    store: Store, bring_in: Import, write_list: WriteList, two_unions: None
) -> None:
    bring_in([NAMES, ["张三", MAN, None, None, "甲厂"]])
    path = write_list([NAMES, ["张三", MAN, None, None, "乙厂"]], name="二.xlsx")

    plan = _plan(store, path)
    assert any("现在属于“甲厂工会”" in one.text for one in _rows(plan)[0].messages)
    (offer,) = _rows(plan)[0].offers
    assert offer.asks_day
    moved = _plan(store, path, decisions={SHEET: {"2": f"{offer.decision}:2024-05-06"}})
    assert _verdicts(moved) == ["update"]
    commit_import(store, moved)

    (member,), (transfer,) = store.all(Member), store.all(MemberTransfer)
    assert (member.union_name, member.status) == ("乙厂工会", "active")
    assert (transfer.from_name, transfer.to_name, transfer.person) == (
        "甲厂工会",
        "乙厂工会",
        member.id,
    )
    assert sorted(one.kind for one in store.all(MemberChange)) == ["2", "4"]
    assert member.status_on == PartialDate(2024, 5, 6)


def test_one_who_left_may_come_back(store: Store, bring_in: Import, write_list: WriteList) -> None:
    left = [*NAMES, "会籍变化类型", "会籍变化日期"]
    bring_in([left, ["张三", MAN, None, None, "甲厂", "保留", "2023-03-01"]])
    path = write_list([NAMES, ["张三", MAN, None, None, "甲厂"]], name="二.xlsx")

    plan = _plan(store, path)
    (offer,) = _rows(plan)[0].offers
    assert offer.words.startswith("恢复会籍")
    commit_import(
        store, _plan(store, path, decisions={SHEET: {"2": f"{offer.decision}:2024-05-06"}})
    )

    assert store.all(Member)[0].status == "active"
    assert "7" in [one.kind for one in store.all(MemberChange)]


@pytest.mark.parametrize("decision", ["", "record:甲", "move:", "return:2024", "new:1", "?"])
def test_a_decision_that_means_nothing_is_refused_in_words(
    store: Store, write_list: WriteList, decision: str
) -> None:
    path = write_list([NAMES, ["张三", MAN]])
    if not decision:
        assert _verdicts(_plan(store, path, decisions={SHEET: {"2": decision}})) == ["new"]
        return

    with pytest.raises(Problem, match="看不懂"):
        _plan(store, path, decisions={SHEET: {"2": decision}})
