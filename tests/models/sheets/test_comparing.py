"""A row of a list stands beside what the register holds and what would come of both."""

import pytest

from models.records.members import Member
from models.records.unions import Union
from models.records.units import Unit
from models.sheets.answers import Answers
from models.sheets.comparing import Line, compare, could_clear
from models.sheets.plan import ImportPlan
from models.sheets.planning import plan_import
from models.sheets.settling import rows_alike, with_settled
from models.store import Store
from models.values.dates import PartialDate
from tests.models.sheets.conftest import Import, WriteList

NAMES = ["姓名", "身份证号", "学历", "移动电话", "工作单位"]
MAN, WOMAN, OTHER = "370399197804055810", "370399197804055802", "370399198104232817"


@pytest.fixture(autouse=True)
def known(store: Store, bring_in: Import) -> None:
    with store.change("登记"):
        for name in ("甲厂", "乙厂"):
            unit = store.save(Unit(name=name)).id
            founded = PartialDate(2020, 1, 1)
            store.save(Union(name=f"{name}工会", org_type="10", unit=unit, founded_on=founded))
    bring_in([NAMES, ["张三", MAN, "大专", "13900000001", "甲厂"], ["李四", WOMAN, "", "", "甲厂"]])


def _lines(plan: ImportPlan, place: int = 0) -> dict[str, Line]:
    sheet = plan.sheets[0]
    row = sheet.rows[place]
    known = next((one.known for one in row.offers if one.known), None)
    return {one.label: one for one in compare(plan, sheet, row, known)}


def test_each_field_says_what_was_what_the_list_has_and_what_will_be(
    store: Store, write_list: WriteList
) -> None:
    path = write_list([NAMES, ["张三", MAN, "本科", "", "乙厂"]], name="二.xlsx")

    lines = _lines(plan_import(store, path))

    assert lines["学历"] == Line(
        "学历", "大专", "本科", "本科", "changed", "C2", lines["学历"].said, lines["学历"].words
    )
    assert "博士" in lines["学历"].words
    assert (lines["移动电话"].after, lines["移动电话"].how) == ("13900000001", "")
    assert (lines["所属工会"].before, lines["所属工会"].after) == ("甲厂工会", "乙厂工会")


def test_a_new_row_has_nothing_before_and_tells_what_follows_last(
    store: Store, write_list: WriteList
) -> None:
    path = write_list([NAMES, ["王五", OTHER, "本科", "", "乙厂"]], name="二.xlsx")

    lines = _lines(plan_import(store, path))

    assert {one.before for one in lines.values()} == {""}
    assert (lines["性别"].listed, lines["性别"].after, lines["性别"].how) == ("", "男", "")
    assert list(lines)[:2] == ["姓名", "证件号码"]


def test_a_row_that_is_kept_out_changes_nothing_beside_the_record_it_may_mean(
    store: Store, write_list: WriteList
) -> None:
    path = write_list([NAMES, ["王五", MAN, "本科", "", "乙厂"]], name="二.xlsx")

    lines = _lines(plan_import(store, path))

    assert (lines["姓名"].before, lines["姓名"].listed, lines["姓名"].after) == (
        "张三",
        "王五",
        "张三",
    )
    assert lines["姓名"].how == "refused"
    assert lines["学历"].after == "大专"


def test_a_transfer_that_comes_with_a_row_stands_in_a_line_of_its_own(
    store: Store, write_list: WriteList
) -> None:
    path = write_list([NAMES, ["张三", MAN, "", "", "乙厂"]], name="二.xlsx")
    answers = Answers(decisions={"Sheet1": {"2": "move:2024-05-06"}})

    lines = _lines(plan_import(store, path, answers=answers))

    assert lines["会员转接"].after.startswith("新增 张三 镇内转接 甲厂工会 乙厂工会")


def test_only_filled_fields_beside_blank_cells_could_be_cleared(
    store: Store, write_list: WriteList
) -> None:
    rows = [["张三", MAN, "", "", "甲厂"], ["李四", WOMAN, "", "", "甲厂"], ["王五", OTHER]]
    path = write_list([NAMES, *rows], name="二.xlsx")

    found = could_clear(plan_import(store, path).sheets[0])

    assert found == {"学历": 1, "移动电话": 1, "工作单位": 0}


def test_what_is_surely_alike_is_settled_for_all_rows_at_once(
    store: Store, write_list: WriteList
) -> None:
    rows = [
        ["张三", int(MAN[:15] + "000"), "", "13911110001", ""],
        ["李四", int(WOMAN[:15] + "000"), "", "13911110002", ""],
        ["李四", None, "", "", "甲厂"],
    ]
    path = write_list([NAMES, *rows], name="二.xlsx")
    plan = plan_import(store, path)
    sheet = plan.sheets[0]

    alike = rows_alike(sheet, sheet.rows[0])
    assert [one.row for one in alike] == [2, 3]
    assert rows_alike(sheet, sheet.rows[2]) == []
    pairs = [(one, one.offers[0]) for one in alike]
    changes = with_settled(plan.answers, "Sheet1", pairs, "")
    again = plan_import(store, path, answers=Answers(**changes))  # type: ignore[arg-type]

    assert [one.verdict for one in again.sheets[0].rows] == ["update", "update", "error"]
    assert store.count(Member) == 2
