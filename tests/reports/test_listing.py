"""A list as it stands on the screen, as a workbook and on paper."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from models.fields import Money, Number, PersonId, Phone, Text, fields_of
from models.records.members import Member
from models.values.dates import PartialDate
from reports.listing import Cell, Listing, ListingColumn, listing_document
from reports.listing_columns import cell_for, column_for, is_private, number_in
from reports.listing_sheet import write_listing
from reports.pdf.render import render
from tests.reports.leaving import faults
from tests.reports.showing import page_texts

COLUMNS = (
    ListingColumn(heading="姓名"),
    ListingColumn(heading="身份证号", align="center"),
    ListingColumn(heading="入会日期", kind="day", align="center"),
    ListingColumn(heading="会费（元）", kind="number", places=2, align="right"),
    ListingColumn(heading="人数", kind="number", align="right"),
    ListingColumn(heading="比例", kind="share", align="right"),
    ListingColumn(heading="年度", kind="year", align="right"),
)
ROW: tuple[Cell, ...] = (
    "林青山",
    "370321198001010018",
    date(2020, 3, 1),
    Decimal("1234.5"),
    12_345,
    Decimal("45.2"),
    2024,
)


def listing(*rows: tuple[Cell, ...], columns: tuple[ListingColumn, ...] = COLUMNS) -> Listing:
    return Listing(
        title="职工会员一览表",
        author="云溪镇总工会",
        columns=columns,
        rows=lambda: rows,
        count=len(rows),
        measure="人",
        day=date(2024, 12, 20),
        left_out="已筛选：2024年度 且 在职",
        money_unit="元",
    )


def sheet_of(path: Path) -> Any:
    return load_workbook(path).worksheets[0]


def test_numbers_and_days_are_real_and_codes_stay_text(tmp_path: Path) -> None:
    worksheet = sheet_of(write_listing(tmp_path / "a.xlsx", listing(ROW)))

    cells = {cell.column_letter: cell for cell in worksheet[4]}
    assert (cells["B"].value, cells["B"].data_type, cells["B"].number_format) == (
        "370321198001010018",
        "s",
        "@",
    )
    assert cells["C"].value.date() == date(2020, 3, 1)
    assert cells["C"].number_format == "yyyy-mm-dd"
    assert (cells["D"].value, cells["D"].number_format) == (1234.5, '#,##0.00;-#,##0.00;"-"')
    assert (cells["E"].value, cells["E"].data_type) == (12_345, "n")
    assert cells["F"].value == pytest.approx(0.452)
    assert cells["F"].number_format == "0.##%"
    assert (cells["G"].value, cells["G"].number_format) == (2024, "0")


@pytest.mark.parametrize("words", ["=1+1", "+8613800000000", "-3", "@SUM(A1)", '=HYPERLINK("x")'])
def test_what_begins_like_a_formula_stays_text(words: str, tmp_path: Path) -> None:
    file = write_listing(tmp_path / "a.xlsx", listing((words, *ROW[1:])))

    cell = sheet_of(file)["A4"]
    assert (cell.value, cell.data_type, cell.number_format) == (words, "s", "@")
    rows = CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()
    assert rows[3][0] == words


def test_the_sheet_says_what_it_is_and_prints_on_the_width_of_one_page(tmp_path: Path) -> None:
    file = write_listing(tmp_path / "a.xlsx", listing(ROW, ROW))

    worksheet = sheet_of(file)
    assert faults(file) == []
    assert worksheet["A1"].value == "职工会员一览表"
    for words in ("编制单位：云溪镇总工会", "2024-12-20", "2024年度 且 在职", "共2人", "单位：元"):
        assert words in worksheet["A2"].value
    assert [cell.value for cell in worksheet[3]] == [one.heading for one in COLUMNS]
    assert worksheet.freeze_panes == "B4"
    assert worksheet.auto_filter.ref == "A3:G5"
    assert worksheet.print_title_rows in {"$3:$3", "3:3"}
    assert (worksheet.page_setup.fitToWidth or 1, worksheet.page_setup.fitToHeight) == (1, 0)
    assert worksheet.column_dimensions["B"].width >= len("370321198001010018")


def test_few_columns_print_upright_many_on_their_side_and_very_many_on_two_sheets(
    tmp_path: Path,
) -> None:
    def print_of(times: int) -> tuple[str, int, str | None]:
        wide = listing(ROW * times, columns=COLUMNS * times)
        sheet = sheet_of(write_listing(tmp_path / f"{times}.xlsx", wide))
        return (
            sheet.page_setup.orientation,
            int(sheet.page_setup.fitToWidth or 1),
            sheet.print_title_cols,
        )

    assert print_of(1) == ("portrait", 1, None)
    assert print_of(2) == ("landscape", 1, None)
    assert print_of(5) == ("landscape", 2, "$A:$A")


def test_an_empty_list_and_days_before_excels_calendar_can_be_saved(tmp_path: Path) -> None:
    empty = sheet_of(write_listing(tmp_path / "a.xlsx", listing()))
    early = sheet_of(
        write_listing(tmp_path / "b.xlsx", listing((*ROW[:2], date(1899, 5, 1), *ROW[3:])))
    )

    assert empty.max_row == 3
    assert "共0人" in empty["A2"].value
    assert early["C4"].value == "1899-05-01"


def test_whoever_hears_how_far_it_is_can_stop_it_and_no_file_is_left(tmp_path: Path) -> None:
    heard: list[tuple[str, int, int]] = []

    class StoppedError(Exception):
        pass

    def told(*said: Any) -> None:
        heard.append(said)
        if said[1] >= 1_000:
            raise StoppedError

    with pytest.raises(StoppedError):
        write_listing(tmp_path / "a.xlsx", listing(*(ROW,) * 3_000), told)

    assert heard[0] == ("正在写入表格", 0, 3_000)
    assert list(tmp_path.iterdir()) == []


def test_paper_has_the_head_that_offices_expect_and_signatures_only_at_the_end() -> None:
    pages = page_texts(listing_document(listing(*(ROW,) * 60)))

    assert pages[0].startswith(
        "职工会员一览表已筛选：2024年度且在职共60人"
        "编制单位：云溪镇总工会2024年12月20日单位：元序号姓名身份证号"
    )
    assert all("序号姓名身份证号" in page for page in pages)
    assert [("制表人" in page) for page in pages] == [False] * (len(pages) - 1) + [True]
    assert pages[-1].endswith(f"第{len(pages)}页/共{len(pages)}页")
    assert "12,345" in pages[0]
    assert "1,234.50" in pages[0]
    assert "45.2%" in pages[0]


def test_a_nought_is_a_dash_on_paper_and_a_blank_stays_blank() -> None:
    shown = ListingColumn(heading="人数", kind="number")

    assert [shown.show(0), shown.show(None), shown.show(1_000)] == ["-", "", "1,000"]


def test_few_columns_stand_upright_and_many_lie_on_their_side() -> None:
    def size(times: int) -> tuple[float, float]:
        few = listing(ROW * times, columns=COLUMNS * times)
        document = pypdfium2.PdfDocument(render(listing_document(few)).pdf)
        found: tuple[float, float] = document[0].get_size()
        document.close()
        return found

    upright, lying = size(1), size(2)

    assert upright[0] < upright[1]
    assert lying[0] > lying[1]


def test_the_office_sees_masked_numbers_and_who_it_is_reported_to_sees_them_whole() -> None:
    field = fields_of(Member)["id_no"]

    assert cell_for(field, "370321198001010018", "内部") == "370321********0018"
    assert cell_for(field, "370321198001010018", "上报") == "370321198001010018"


def test_private_are_numbers_of_people_and_their_accounts() -> None:
    private = (PersonId(label="身份证号"), Phone(label="电话"), Text(label="银行账号"))

    assert all(is_private(one) for one in private)
    assert not is_private(Text(label="姓名"))


def test_paper_centres_what_looks_alike_and_leaves_numbers_at_the_right() -> None:
    fields = fields_of(Member)
    aligned = {name: column_for(fields[name], name, "left").align for name in ("sex", "id_no")}

    assert aligned == {"sex": "center", "id_no": "center"}
    assert column_for(Text(label="摘要"), "摘要", "left").align == "left"
    assert column_for(Number(label="人数"), "人数", "right").align == "right"


def test_values_leave_as_what_they_are() -> None:
    money = Money(label="金额", unit="万元")

    assert cell_for(money, 1_234_500_00, "上报") == Decimal("123.45")
    assert column_for(money, "金额", "right").kind == "number"
    assert cell_for(Number(label="人数"), 12, "上报") == 12
    joined = fields_of(Member)["joined_on"]
    assert cell_for(joined, PartialDate(2020, 3, 1), "上报") == date(2020, 3, 1)
    assert cell_for(joined, PartialDate(2020, 3), "上报") == "2020-03"
    assert cell_for(joined, None, "上报") is None
    assert [number_in("1,234"), number_in("12 家"), number_in("")] == [Decimal(1234), "12 家", None]
