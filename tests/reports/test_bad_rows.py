"""Rows that an import kept out: their list's own layout, why in red, and the way back in."""

from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from models.records.members import Member
from models.records.units import Unit
from models.sheets.committing import commit_import
from models.sheets.plan import ImportPlan
from models.sheets.planning import plan_import
from models.store import Store
from reports.bad_rows import RED, write_bad_rows

HEADINGS = ("序号", "姓名", "性别", "证件号码", "移动电话", "工作单位")
GOOD, WRONG_CHECK = "370399198902038242", "370399197804055803"
MENDED = "370399197804055802"


def write_list(path: Path, *rows: tuple[object, ...]) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "花名册"
    for row in (("2024年度会员花名册",), HEADINGS, *rows):
        page.append(row)
    page.merge_cells("A1:F1")
    book.save(path)
    return path


def kept_out(town: Store, path: Path) -> tuple[ImportPlan, Worksheet]:
    plan = commit_import(town, plan_import(town, path, as_type="member", year=2024)).plan
    bad = write_bad_rows(path.with_name("错误行.xlsx"), [plan])
    return plan, load_workbook(bad).worksheets[0]


def test_only_bad_rows_come_back_under_their_own_title_and_header(
    town: Store, tmp_path: Path
) -> None:
    path = write_list(
        tmp_path / "名单.xlsx",
        (1, "李慧敏", "女", GOOD, "13900005547", "甲厂"),
        (2, "傅兰莹", "女", WRONG_CHECK, "13900004497", "甲厂"),
    )

    _, page = kept_out(town, path)

    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    assert rows[0][0] == "2024年度会员花名册"
    assert rows[1] == [*HEADINGS, "原行号", "导入结果", "错误原因"]
    assert rows[2][1:4] == ["傅兰莹", "女", WRONG_CHECK]
    assert rows[2][6:8] == ["4", "错误"]
    assert "校验码" in str(rows[2][8])
    assert len(rows) == 3
    assert "A1:F1" in {str(one) for one in page.merged_cells.ranges}
    assert page.freeze_panes == "A3"


def test_the_wrong_cell_and_the_reason_are_red_and_every_cell_is_text(
    town: Store, tmp_path: Path
) -> None:
    path = write_list(tmp_path / "名单.xlsx", (1, "傅兰莹", "女", WRONG_CHECK, "139", "甲厂"))

    _, page = kept_out(town, path)

    assert page["D3"].font.color.rgb == f"FF{RED[1:]}"
    assert page["I3"].font.color.rgb == f"FF{RED[1:]}"
    assert page["B3"].font.color is None or page["B3"].font.color.rgb != f"FF{RED[1:]}"
    assert {cell.number_format for cell in page[3]} == {"@"}


def test_a_mended_row_is_imported_and_the_others_are_refused_as_before(
    town: Store, tmp_path: Path
) -> None:
    path = write_list(
        tmp_path / "名单.xlsx",
        (1, "傅兰莹", "女", WRONG_CHECK, "13900004497", "甲厂"),
        (2, "", "女", GOOD, "13900004498", "甲厂"),
    )
    plan, _ = kept_out(town, path)
    bad = path.with_name("错误行.xlsx")
    book = load_workbook(bad)
    book.worksheets[0]["D3"] = MENDED
    book.save(bad)

    again = commit_import(town, plan_import(town, bad, year=2024)).plan

    (sheet,) = again.sheets
    assert sheet.record_type == "member"
    assert [row.verdict for row in sheet.rows] == ["new", "error"]
    assert [one.name for one in town.find(Member, id_no=MENDED)] == ["傅兰莹"]
    assert sheet.rows[1].messages[0].text == plan.sheets[0].rows[1].messages[0].text
    assert not any("错误原因" in note for note in sheet.notes)


def test_a_number_that_lost_its_digits_is_refused_again_until_it_is_typed_anew(
    town: Store, tmp_path: Path
) -> None:
    path = write_list(
        tmp_path / "名单.xlsx", (1, "傅兰莹", "女", 370399197804055802, "13900004497", "甲厂")
    )
    kept_out(town, path)

    again = plan_import(town, path.with_name("错误行.xlsx"), year=2024)

    (row,) = again.sheets[0].rows
    assert row.verdict == "error"
    assert any("后3位已丢失" in one.text for one in row.messages)


def test_what_stood_above_a_bad_row_comes_along(town: Store, tmp_path: Path) -> None:
    path = write_list(
        tmp_path / "名单.xlsx",
        (1, "李慧敏", "女", GOOD, "13900005547", "云溪锻压有限公司"),
        (2, "傅兰莹", "女", WRONG_CHECK, "13900004497", "同上"),
    )

    _, page = kept_out(town, path)

    assert page["F3"].value == "云溪锻压有限公司"


def test_every_doubt_is_told_on_a_sheet_that_no_import_reads(town: Store, tmp_path: Path) -> None:
    path = write_list(tmp_path / "名单.xlsx", (1, "傅兰莹", "女", WRONG_CHECK, "1390000", "甲厂"))
    kept_out(town, path)

    book = load_workbook(path.with_name("错误行.xlsx"))
    told = [[cell.value for cell in row] for row in book["导入问题"].iter_rows(min_row=4)]

    assert ["D3", "证件号码"] in [row[3:5] for row in told]
    assert {row[0] for row in told} == {"名单.xlsx"}
    assert len(plan_import(town, path.with_name("错误行.xlsx"), year=2024).sheets) == 1


def test_sheets_of_several_files_are_told_apart(town: Store, tmp_path: Path) -> None:
    plans = []
    for name in ("甲厂.xlsx", "乙厂.xlsx"):
        path = write_list(tmp_path / name, (1, "傅兰莹", "女", WRONG_CHECK, "", "甲厂"))
        plans.append(plan_import(town, path, as_type="member", year=2024))

    book = load_workbook(write_bad_rows(tmp_path / "都.xlsx", plans))

    assert book.sheetnames == ["甲厂 花名册", "乙厂 花名册", "导入问题"]


def test_a_list_without_bad_rows_only_has_its_doubts_told(town: Store, tmp_path: Path) -> None:
    unit = town.all(Unit)[0]
    path = write_list(tmp_path / "名单.xlsx", (1, "李慧敏", "女", GOOD, "13900005547", unit.name))
    plan = plan_import(town, path, as_type="member", year=2024)

    book = load_workbook(write_bad_rows(tmp_path / "都.xlsx", [plan]))

    assert book.sheetnames == ["导入问题"]


def test_a_doubt_about_a_row_that_went_in_tells_what_stood_there(
    town: Store, tmp_path: Path
) -> None:
    path = write_list(tmp_path / "名单.xlsx", (1, "李慧敏", "女", GOOD, "1390000", "甲厂"))

    book = load_workbook(
        write_bad_rows(tmp_path / "都.xlsx", [plan_import(town, path, as_type="member", year=2024)])
    )

    told = [[cell.value for cell in row] for row in book["导入问题"].iter_rows(min_row=4)]
    assert ("E3", "1390000") in [(row[3], row[7]) for row in told]
