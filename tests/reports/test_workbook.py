"""Lists as workbooks: codes and phones stay text, numbers are numbers, nothing is a formula."""

from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from models.periods import year_period
from models.records.units import Unit
from models.store import Store
from reports.catalogue import find_report
from reports.sheet_frame import SheetColumn
from reports.sheet_rows import Shown
from reports.workbook import (
    Sheet,
    number_shown,
    sheets_of,
    write_table,
)
from tests.reports.leaving import faults
from tests.reports.showing import sheet_rows

PERIOD = year_period(2024)
NEW_YEAR = datetime.combine(date(2024, 1, 1), time())
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


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("甲&乙<丙>]]>", "甲&乙<丙>]]>"),
        ("  前后有空格 ", "  前后有空格 "),
        ("第一行\r\n第二行", "第一行\n第二行"),
        ("坏\x00\x07\x1b字", "坏字"),
        ("半个\ud842", "半个"),
        ("𠮷野家100%#1", "𠮷野家100%#1"),
        ("_x0041_", "_x0041_"),
        ("长" * 40_000, "长" * 32_767),
    ],
)
def test_words_arrive_in_excel_as_they_are(words: str, read: str, tmp_path: Path) -> None:
    rows = [("甲", "1", 1), (words, "2", 2), ("乙", "3", 3)]

    file = write_table(tmp_path / "a.xlsx", [sheet(*rows)])

    with CalamineWorkbook.from_path(file) as book:
        found = book.get_sheet_by_index(0).to_python()
    assert found[1:] == [["甲", "1", 1], [read, "2", 2], ["乙", "3", 3]]


def test_numbers_keep_the_look_they_have_on_paper(tmp_path: Path) -> None:
    texts = (
        "1,234",
        "2024",
        "312",
        "92.31%",
        "+5",
        "-1,000.50",
        "12.30",
        "48家",
        "+3个百分点",
        "1234567890123456",
        "—",
    )
    columns = [SheetColumn(label="值", is_number=True)]
    rows = [[number_shown(one)] for one in texts]
    looks = sorted({one[0].number_format for one in rows if isinstance(one[0], Shown)})
    shown = Sheet(name="数", columns=columns, rows=rows, looks=looks)

    book = load_workbook(write_table(tmp_path / "a.xlsx", [shown]))

    cells = [row[0] for row in book.worksheets[0].iter_rows(min_row=2)]
    assert [one.value for one in cells] == [
        *(1234, 2024, 312, 0.9231, 5, -1000.5, 12.3, 48, 3),
        *("1234567890123456", "—"),
    ]
    assert [one.number_format for one in cells[:9]] == [
        *("#,##0", "0", "#,##0", "0.00%", "+#,##0;-#,##0;#,##0", "#,##0.00", "#,##0.00"),
        *('#,##0"家"', '+#,##0"个百分点";-#,##0"个百分点";#,##0"个百分点"'),
    ]
    book.close()


def test_a_long_sheet_is_the_same_in_all_its_blocks_and_has_its_total_at_the_end(
    tmp_path: Path,
) -> None:
    columns = (*COLUMNS, SheetColumn(label="日期", number_format="yyyy-mm-dd"))
    rows = [(f"单位{n}", None if n % 7 else f"0{n}", n, date(2024, 1, 1)) for n in range(1_203)]
    long = Sheet(
        name="名单",
        columns=columns,
        rows=rows,
        above=("名单", "共1203家"),
        total=("合计", None, 723_003, None),
    )

    file = write_table(tmp_path / "a.xlsx", [long, sheet(("另一张", "", 1))])

    found = sheet_rows(file)
    assert faults(file) == []
    assert found[3:-1] == [(*row[:3], NEW_YEAR) for row in rows]
    assert found[-1] == ("合计", None, 723_003, None)
    with CalamineWorkbook.from_path(file) as book:
        assert len(book.get_sheet_by_index(0).to_python()) == 1_207


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


def test_a_sheet_says_how_far_its_cells_reach(tmp_path: Path) -> None:
    total = Sheet(name="名单", columns=COLUMNS, rows=[("甲", "1", 1)] * 3, total=("合计", None, 3))

    with ZipFile(write_table(tmp_path / "a.xlsx", [total])) as parts:
        assert b'<dimension ref="A1:C5"' in parts.read("xl/worksheets/sheet1.xml")
