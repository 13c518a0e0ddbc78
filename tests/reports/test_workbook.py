"""Lists as workbooks: codes and phones stay text, numbers are numbers, nothing is a formula."""

from decimal import Decimal
from pathlib import Path

from openpyxl import load_workbook

from models.periods import year_period
from models.records.units import Unit
from models.store import Store
from reports.catalogue import find_report
from reports.workbook import (
    ImportRemark,
    Sheet,
    SheetColumn,
    sheets_of,
    write_import_errors,
    write_table,
)
from tests.reports.showing import sheet_rows

PERIOD = year_period(2024)
COLUMNS = (
    SheetColumn(label="名称"),
    SheetColumn(label="电话"),
    SheetColumn(label="人数", is_number=True),
)


def sheet(*rows: tuple[str | int | Decimal | None, ...], name: str = "名单") -> Sheet:
    return Sheet(name=name, columns=COLUMNS, rows=rows)


def test_long_codes_and_leading_zeros_are_text_and_counts_are_numbers(tmp_path: Path) -> None:
    file = write_table(tmp_path / "a.xlsx", [sheet(("甲", "053378901230001234", 1234))])

    workbook = load_workbook(file)
    phone, number = workbook.worksheets[0]["B2"], workbook.worksheets[0]["C2"]
    assert (phone.value, phone.data_type, phone.number_format) == ("053378901230001234", "s", "@")
    assert (number.value, number.data_type) == (1234, "n")
    workbook.close()


def test_a_name_that_looks_like_a_formula_stays_a_name(tmp_path: Path) -> None:
    hostile = '=HYPERLINK("x","y")'

    file = write_table(tmp_path / "a.xlsx", [sheet((hostile, "+86", None))])

    workbook = load_workbook(file)
    cell = workbook.worksheets[0]["A2"]
    assert (cell.value, cell.data_type) == (hostile, "s")
    workbook.close()


def test_the_header_stays_in_sight_and_columns_fit_their_words(tmp_path: Path) -> None:
    file = write_table(tmp_path / "a.xlsx", [sheet(("云溪镇东岭村联合工会委员会", "", 1))])

    workbook = load_workbook(file)
    worksheet = workbook.worksheets[0]
    assert worksheet.freeze_panes == "A2"
    assert worksheet.column_dimensions["A"].width >= 2 * len("云溪镇东岭村联合工会委员会")
    workbook.close()


def test_sheets_have_names_that_excel_accepts(tmp_path: Path) -> None:
    long = "云溪镇2024年区域性工资专项集体合同覆盖企业确认表（含附件）"
    sheets = [sheet(name="甲/乙:[丙]"), sheet(name=long), sheet(name=long), sheet(name="''")]

    workbook = load_workbook(write_table(tmp_path / "a.xlsx", sheets))

    names = workbook.sheetnames
    assert names[0] == "甲 乙  丙"
    assert len(set(names)) == len(names) == 4
    assert all(len(name) <= 31 for name in names)
    workbook.close()


def test_a_roster_becomes_a_sheet_with_title_numbers_and_total(town: Store, tmp_path: Path) -> None:
    report = find_report("unit-roster")
    document = report.document(town, report.request(PERIOD))

    rows = sheet_rows(write_table(tmp_path / "a.xlsx", sheets_of(document)))

    assert rows[0][0] == "企业台账"
    assert rows[1][0] == "填报单位：云溪镇总工会　　截止日期：2024年12月31日"
    header = rows[2]
    first = dict(zip(header, rows[3], strict=True))
    assert (first["序号"], first["职工人数"]) == (1, 312)
    assert first["联系电话"] == "13900000000"
    assert dict(zip(header, rows[-1], strict=True))["职工人数"] == 962


def test_numbers_with_thousands_separators_are_read_back_as_numbers(
    town: Store, tmp_path: Path
) -> None:
    with town.change("新增单位"):
        town.save_all([Unit(name=f"新单位{n}", carrier_type="01") for n in range(3)])
    report = find_report("roster")
    document = report.document(town, report.request(PERIOD, values={"type": "cb_contract"}))

    rows = sheet_rows(write_table(tmp_path / "a.xlsx", sheets_of(document)))

    covered = rows[2].index("覆盖职工数")
    assert [row[covered] for row in rows[3:5]] == [312, 46]


def test_import_errors_name_sheet_row_column_and_reason(tmp_path: Path) -> None:
    remarks = [
        ImportRemark(
            sheet="企业",
            row=9,
            verdict="未导入",
            column="职工人数",
            text="“约50”是大概的数，请填准确的数字",
            cell="约50",
        ),
        ImportRemark(sheet="企业", row=4, verdict="请核对", column="", text="没有单位名称"),
    ]

    rows = sheet_rows(write_import_errors(tmp_path / "errors.xlsx", remarks))

    assert rows[1] == ("工作表", "行号", "结果", "列", "原内容", "原因")
    assert [row[1] for row in rows[2:]] == [4, 9]
    assert rows[3] == (
        "企业",
        9,
        "未导入",
        "职工人数",
        "约50",
        "“约50”是大概的数，请填准确的数字",
    )
