"""The official forms come back from a round trip as they were: columns, widths, words, cells."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from models import codes
from models.errors import Problem
from models.fields import Choice
from models.lists.official import FORMS, MEMBERS, UNIONS, WORD_LISTS, OfficialForm, official_form
from models.official_rows import form_rows, offered_by_office, record_type_of, records_for
from models.records.base import R, with_values
from models.records.members import Member, MemberChange
from models.records.town import Town
from models.records.unions import Union
from models.records.units import Unit
from models.sheets.answers import Answers
from models.sheets.committing import commit_import
from models.sheets.planning import plan_import
from models.store import Store
from models.values.dates import PartialDate
from models.values.person_id import check_digit
from reports.official import BLANK_ROWS, FormPaper, write_official

SAMPLES = Path(__file__).parents[1] / "samples"
EXPECTED = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
EVERY_CODE = 60
DAY = date(2024, 12, 31)
HEADINGS = {
    "official-members": (
        "序号 姓名 性别 出生日期 民族 就业状况 有效证件类别 证件号码 学历 技术等级 移动电话 户籍类型 "
        "户籍所在地 会籍变化类型 会籍变化日期 会籍变化原因 政治面貌 工作单位 籍贯 是否农民工会员"
    ),
    "official-unions": (
        "序号 单位名称 单位法人和其他组织统一社会信用代码 单位地址 单位所在政区 单位性质类别 经济类型 "
        "单位所属行业 职工人数 工会名称 工会法人统一社会信用代码 上级工会名称 建会日期（格式：yyyy/MM/dd） "
        "基层工会类型 会员人数 工会负责人（法定代表人） 联系电话"
    ),
}
WIDTHS = {
    "official-members": (
        "4.1 5.4 4.8 12 12.8 5 6.8 10.4 5.1 5.1 8.8 4.7 5.8 6.8 13.4 8 5.3 7.4 4 11.1"
    ),
    "official-unions": ("4.4 7.8 17.4 9.1 15.3 7.1 7.4 10.3 8.3 7.1 23.1 7.8 15.7 8.1 8.1 6.8 8.1"),
}
SAMPLE_OF = {
    "official-members": "03d_会员信息采集表_东片联合工会.xlsx",
    "official-unions": "02_工会组织信息采集表.xlsx",
}
UNITS = "01_企业台账（非公企业法人数据库维护）.xlsx"
# Two people and a company with numbers of a region that was never used.
NUMBER, OTHER_NUMBER = "370399197804055810", "370399197804055802"
CODE = "91370399MA9NXLXG2H"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Store]:
    with _office(tmp_path / "a.db") as store:
        yield store


def _office(path: Path) -> Store:
    town = Town(name="示例镇", union_name="示例镇总工会", parent_union="示例县总工会", year=2024)
    return Store.create(path, town)


def _export(store: Store, form: OfficialForm, path: Path) -> Worksheet:
    everything = [one.id for one in store.all(record_type_of(form)) if one.id]
    records = records_for(store, form, DAY, ids=everything)
    words = {one: offered_by_office(store, one) for one in form.columns}
    rows = form_rows(store, form, records)
    write_official(path, FormPaper(form=form, rows=rows, filler="示例镇总工会", words=words))
    return openpyxl.load_workbook(path).worksheets[0]


def _take_in(store: Store, path: Path) -> dict[str, int]:
    answers = Answers.from_json(EXPECTED["clerk_answers"])
    counts = commit_import(store, plan_import(store, path, answers=answers)).plan.counts
    return {verdict: count for verdict, count in counts.items() if count}


def _cells(page: Worksheet) -> list[tuple[str, object, str, bool]]:
    return [
        (cell.coordinate, cell.value, cell.number_format, bool(cell.alignment.wrap_text))
        for row in page.iter_rows()
        for cell in row
    ]


def _headings(page: Worksheet, form: OfficialForm) -> list[str]:
    last = 3 + form.header_rows
    return [
        str(page.cell(last, place).value or page.cell(4, place).value).replace("\n", "")
        for place in range(1, len(form.columns) + 1)
    ]


def _widths(page: Worksheet) -> list[float]:
    """Return the widths of all columns; those alike side by side stand as one in the file."""
    return [
        round(one.width, 1)
        for one in page.column_dimensions.values()
        for _ in range(one.min, one.max + 1)
    ]


def _words(page: Worksheet) -> dict[str, list[str]]:
    found = {}
    lists = page.parent[WORD_LISTS]
    for one in page.data_validations.dataValidation:
        source = str(one.formula1)
        if source.startswith('"'):
            words = source.strip('"').split(",")
        else:
            area = source.rpartition("!")[2].replace("$", "")
            words = [str(row[0].value) for row in lists[area]]
        found[str(one.sqref).partition(":")[0]] = words
    return found


@pytest.mark.parametrize("form", FORMS, ids=lambda one: one.name)
def test_columns_stand_in_their_order_and_as_wide_as_in_the_form(
    form: OfficialForm, office: Store, tmp_path: Path
) -> None:
    page = _export(office, form, tmp_path / "空.xlsx")

    assert _headings(page, form) == HEADINGS[form.name].split()
    assert _widths(page) == [float(one) for one in WIDTHS[form.name].split()]
    assert page.cell(2, 1).value == form.title
    assert page.print_title_rows == ("$4:$4" if form is MEMBERS else "$4:$5")
    assert page.freeze_panes == ("A5" if form is MEMBERS else "A6")


def test_drop_downs_offer_the_forms_words_without_its_mistakes(
    office: Store, tmp_path: Path
) -> None:
    with office.change("新增单位"):
        office.save(Unit(name="示例甲厂", region="示例市示例县示例镇"))

    members = _words(_export(office, MEMBERS, tmp_path / "会员.xlsx"))
    unions = _words(_export(office, UNIONS, tmp_path / "工会.xlsx"))

    assert members["C5"] == ["男", "女"]
    assert members["L5"] == ["农业户口", "非农业户口"]
    assert members["N5"] == ["入会", "转入", "保留", "转出", "除名", "退会"]
    assert "离休" in members["F5"]
    assert len(members["E5"]) == 56
    assert {"傈僳族", "僳僳族"} & set(members["E5"]) == {"傈僳族"}
    assert unions["N6"] == [
        "独立基层工会",
        "联合基层工会",
        "工会联合会",
        "产业（系统）工会",
        "总工会",
    ]
    assert [one for one in unions["H6"] if "环境" in one] == ["水利、环境和公共设施管理业"]
    assert unions["E6"] == ["示例市示例县示例镇"]
    assert all(one == one.strip() for words in unions.values() for one in words)


@pytest.mark.parametrize("form", FORMS, ids=lambda one: one.name)
def test_a_round_trip_gives_the_same_workbook(
    form: OfficialForm, office: Store, tmp_path: Path
) -> None:
    _take_in(office, SAMPLES / UNITS)
    _take_in(office, SAMPLES / SAMPLE_OF[form.name])
    first = _export(office, form, tmp_path / "一.xlsx")

    with _office(tmp_path / "b.db") as other:
        _take_in(other, SAMPLES / UNITS)
        taken = _take_in(other, tmp_path / "一.xlsx")
        second = _export(other, form, tmp_path / "二.xlsx")

    assert taken == {"new": office.count(record_type_of(form))}
    assert _cells(first) == _cells(second)
    assert _words(first) == _words(second)
    assert first.merged_cells.ranges == second.merged_cells.ranges


def test_a_list_of_unions_comes_out_as_it_came_in(office: Store, tmp_path: Path) -> None:
    name = SAMPLE_OF["official-unions"]
    facts = EXPECTED["files"][name]
    left_out = {row for rows in facts["rows"].values() for row in rows}
    mended = {one["cell"] for one in facts["defects"]}
    sample = openpyxl.load_workbook(SAMPLES / name).worksheets[0]
    _take_in(office, SAMPLES / UNITS)
    _take_in(office, SAMPLES / name)

    page = _export(office, UNIONS, tmp_path / "工会.xlsx")

    shown = {row[9].value: row for row in page.iter_rows(min_row=6)}
    altered = {one.coordinate for row in left_out for one in sample[row]}
    updated = {sample.cell(row, 10).value for row in facts["rows"]["update"]}
    compared = 0
    for row in sample.iter_rows(min_row=6, max_row=facts["last_data_row"]):
        if row[0].row in left_out or row[9].value in updated or row[9].coordinate in mended:
            continue
        for cell, other in list(zip(row, shown[row[9].value], strict=True))[1:]:
            if cell.coordinate not in mended | altered:
                assert (cell.value if cell.value != "" else None) == other.value, cell.coordinate
                compared += 1
    assert compared > 1900


@pytest.mark.parametrize(
    ("form", "headings"),
    [
        (
            MEMBERS,
            {
                "是否农民工会员": "是否农民工会员\n填写“是”或“否”",
                "证件号码": "证件号码\n(填写18位身份证)",
            },
        ),
        (UNIONS, {"工会法人统一社会信用代码": "工会法人和其他组织统一社会信用代码"}),
    ],
    ids=["members", "unions"],
)
def test_another_provinces_copy_of_a_form_loses_no_column(
    form: OfficialForm, headings: dict[str, str], office: Store, tmp_path: Path
) -> None:
    path = tmp_path / "外省.xlsx"
    page = _export(office, form, path)
    for cell in page[3 + form.header_rows]:
        if cell.value in headings:
            cell.value = headings[str(cell.value)]
    page["B6"].value = page["J6"].value = "示例"
    page.parent.save(path)

    (sheet,) = plan_import(office, path).sheets

    assert [one.heading for one in sheet.columns if not one.read_as] == ["序号"]


def test_what_the_form_cannot_say_is_kept_when_it_comes_back(office: Store, tmp_path: Path) -> None:
    with office.change("新增"):
        unit = office.save(Unit(name="示例甲厂", credit_code=CODE, industry="S"))
        office.save(
            Union(
                name="示例甲厂工会委员会",
                org_type="10",
                founded_on=PartialDate(2020, 5),
                unit=unit.id,
                unit_name=unit.name,
            )
        )
        member = office.save(
            Member(
                name="示例甲",
                id_type="111",
                id_no=NUMBER,
                sex="1",
                birth=PartialDate(1978, 4, 5),
                household="3",
                is_migrant="0",
                status="deceased",
                joined_on=PartialDate(2019),
                status_on=PartialDate(2024, 3, 1),
            )
        )
        office.save(MemberChange(member=member.id, kind="8", changed_on=PartialDate(2024, 3, 1)))
    members, unions = tmp_path / "会员.xlsx", tmp_path / "工会.xlsx"
    shown = [cell.value for cell in _export(office, MEMBERS, members)[5]]
    industry = _export(office, UNIONS, unions).cell(6, 8).value

    taken = [_take_in(office, members), _take_in(office, unions)]

    assert (shown[11], shown[13], shown[14]) == ("非农业户口", "入会", "2019")
    assert industry == "其它"
    assert taken == [{"duplicate": 1}, {"duplicate": 1}]
    assert (office.all(Member)[0].household, office.all(Unit)[0].industry) == ("3", "S")
    assert office.all(Member)[0].status == "deceased"


def test_every_word_that_we_know_comes_back_as_it_was(office: Store, tmp_path: Path) -> None:
    _enrol_every_code(office)
    before = [*office.all(Member), *office.all(Union), *office.all(Unit)]
    members, unions = tmp_path / "会员.xlsx", tmp_path / "工会.xlsx"
    _export(office, MEMBERS, members)
    _export(office, UNIONS, unions)

    taken = [_take_in(office, members), _take_in(office, unions)]

    assert taken == [{"duplicate": EVERY_CODE}, {"duplicate": EVERY_CODE}]
    assert [*office.all(Member), *office.all(Union), *office.all(Unit)] == before


def _enrol_every_code(office: Store) -> None:
    """Enter people, unions and units so that each code of each column of the forms is there."""
    with office.change("登记"):
        for number in range(EVERY_CODE):
            unit = office.save(_coded(UNIONS, Unit(name=f"示例{number}厂"), number))
            union = Union(
                name=f"示例{number}厂工会委员会",
                unit=unit.id,
                unit_name=unit.name,
                founded_on=PartialDate(2020, 5),
            )
            union = office.save(_coded(UNIONS, union, number))
            member = Member(
                name=f"示例{number}",
                birth=PartialDate(1990, 3, 7),
                joined_on=PartialDate(2020),
                unit=unit.id,
                unit_name=unit.name,
                union=union.id,
                union_name=union.name,
            )
            office.save(_numbered(_coded(MEMBERS, member, number), number))


def _numbered(member: Member, number: int) -> Member:
    """Return a man with a number of the kind that his papers have."""
    bare = f"37039919900307{number:02}1"
    is_resident = codes.table("id_type").by_code[member.id_type].says("is_resident_number")
    id_no = bare + check_digit(bare) if is_resident else f"SL{number:06}"
    return with_values(member, id_no=id_no, sex="1")


def _coded(form: OfficialForm, record: R, number: int) -> R:
    """Return the record with the n-th code of each column of choices, anew where they end."""
    found: dict[str, object] = {}
    for column in form.columns:
        slot = column.slot
        if slot is None or slot.record_type is not type(record):
            continue
        if isinstance(slot.field, Choice):
            lines = codes.table(slot.field.codes).lines
            found[slot.name] = lines[number % len(lines)].code
    return with_values(record, **found)


def test_the_form_of_a_union_holds_its_living_members(office: Store) -> None:
    with office.change("新增"):
        union = office.save(Union(name="示例甲厂工会", org_type="10", founded_on=PartialDate(2020)))
        for name, status in (("示例甲", "active"), ("示例乙", "transferred_out")):
            office.save(Member(name=name, id_type="990", id_no=name, union=union.id, status=status))
        office.save(Member(name="示例丙", id_type="990", id_no="丙", status="active"))

    mine = records_for(office, MEMBERS, DAY, union=union.id)
    everybody = records_for(office, MEMBERS, DAY)

    assert [office.title_of(one) for one in mine] == ["示例甲"]
    assert [office.title_of(one) for one in everybody] == ["示例甲", "示例丙"]
    assert records_for(office, UNIONS, DAY, union=union.id) == [union]


def test_an_empty_form_keeps_codes_as_text_on_every_row(tmp_path: Path) -> None:
    write_official(tmp_path / "空.xlsx", FormPaper(form=MEMBERS))

    page = openpyxl.load_workbook(tmp_path / "空.xlsx").worksheets[0]
    assert page.max_row == 4 + BLANK_ROWS + 1
    assert str(page.cell(page.max_row, 1).value).startswith("填表说明")
    assert {page.cell(row, 8).number_format for row in (5, 4 + BLANK_ROWS)} == {"@"}


def test_a_name_that_looks_like_a_formula_stays_a_name(tmp_path: Path) -> None:
    row = [1, '=HYPERLINK("a")', *[None] * 18]

    write_official(tmp_path / "一.xlsx", FormPaper(form=MEMBERS, rows=[row]))

    cell = openpyxl.load_workbook(tmp_path / "一.xlsx").worksheets[0]["B5"]
    assert (cell.value, cell.data_type) == ('=HYPERLINK("a")', "s")


def test_an_unknown_form_is_told_with_those_that_exist() -> None:
    with pytest.raises(Problem, match="official-unions（工会组织信息采集表（官方17列））"):
        official_form("nothing")
