"""A county's form as it is sent out, and as it comes the year after: moved, reworded, renamed."""

from copy import copy
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

LINE = Side(style="thin")
BOX = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
LIST_ROWS = 4
ROWS = (
    ("职工", "职工人数"),
    ("", "　其中：农民工"),
    ("工会", "基层工会个数"),
    ("", "会员人数"),
    ("", "　其中：农民工"),
)


@dataclass(frozen=True, slots=True)
class Shape:
    """How the form of one year is laid out; the defaults are those of the first year."""

    year: int = 2024
    sheet: str = "基本情况"
    rows_above: int = 0
    new_row_after: int = -1
    has_new_column: bool = False
    people: str = "职工人数"
    unit: str = "填报单位（盖章）"


def write_form(path: Path, shape: Shape | None = None) -> Path:
    """Save the form with its two sheets: a table of figures and a list."""
    shape = shape or Shape()
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    _write_table(sheet, shape)
    _write_list(workbook.create_sheet("困难职工名单"), shape)
    workbook.save(path)
    workbook.close()
    return path


def insert(path: Path, *, row: int, column: int, title: str) -> Path:
    """Put two rows and a column into every sheet as Excel does, and give the first another name."""
    workbook = load_workbook(path)
    for sheet in workbook.worksheets:
        _put_in(sheet, row=row, rows=2)
        _put_in(sheet, column=column, columns=1)
    workbook.worksheets[0].title = title
    workbook.save(path)
    workbook.close()
    return path


def _put_in(
    sheet: Worksheet, *, row: int = 10_000, rows: int = 0, column: int = 10_000, columns: int = 0
) -> None:
    def moved(at: tuple[int, int]) -> tuple[int, int]:
        down = rows if at[0] >= row else 0
        right = columns if at[1] >= column else 0
        return at[0] + down, at[1] + right

    merges = [one.bounds for one in sheet.merged_cells.ranges]
    for one in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(one))
    known = {(c.row, c.column): (c.value, copy(c.border)) for line in sheet for c in line}
    for at in known:
        sheet.cell(*at).value = None
    for at, (value, border) in known.items():
        cell = sheet.cell(*moved(at))
        cell.value, cell.border = value, border
        if at[0] in range(row - 1, row) or at[1] in range(column - 1, column):
            for step in range(1, rows + 1):
                sheet.cell(at[0] + step, at[1]).border = border
            for step in range(1, columns + 1):
                sheet.cell(at[0], at[1] + step).border = border
    for left, top, right, bottom in merges:
        (first_row, first_column), (last_row, last_column) = (
            moved((top, left)),
            moved((bottom, right)),
        )
        sheet.merge_cells(
            start_row=first_row,
            start_column=first_column,
            end_row=last_row,
            end_column=last_column,
        )


def _write_table(sheet: Worksheet, shape: Shape) -> None:
    top = 1 + shape.rows_above
    more = 1 if shape.has_new_column else 0
    last = 7 + more
    sheet.title = shape.sheet
    if shape.rows_above:
        sheet["A1"] = "附件2"
    _merge(sheet, top, 1, top, last, f"示例县{shape.year}年度基层工会统计表")
    sheet.cell(top, 1).font = Font(size=18, bold=True)
    sheet.cell(top, 1).alignment = Alignment(horizontal="center")
    _merge(sheet, top + 1, 1, top + 1, 3, f"{shape.unit}：　　　　　　")
    sheet.cell(top + 1, 4 + more, "填表人：      联系电话：        ")
    sheet.cell(top + 1, 6 + more, "填报日期：    年  月  日")
    sheet.cell(top + 1, 7 + more, "单位：人")
    head = top + 2
    _merge(sheet, head, 1, head + 1, 2, "指标名称")
    _merge(sheet, head, 3, head + 1, 3, "行次")
    if more:
        _merge(sheet, head, 4, head + 1, 4, "计量单位")
    _merge(sheet, head, 4 + more, head, 5 + more, f"{shape.year}年末")
    _merge(sheet, head, 6 + more, head + 1, 6 + more, f"{shape.year - 1}年末")
    _merge(sheet, head, 7 + more, head + 1, 7 + more, "增长率")
    sheet.cell(head + 1, 4 + more, "合计")
    sheet.cell(head + 1, 5 + more, "其中：女")
    _write_rows(sheet, shape, head + 2, more)
    sheet.freeze_panes = sheet.cell(head + 2, 4 + more).coordinate


def _write_rows(sheet: Worksheet, shape: Shape, first: int, more: int) -> None:
    rows = [(group, shape.people if words == "职工人数" else words) for group, words in ROWS]
    if shape.new_row_after >= 0:
        rows.insert(shape.new_row_after + 1, ("", "其中：新就业形态劳动者"))
    starts = [place for place, (group, _) in enumerate(rows) if group]
    for place, (group, words) in enumerate(rows):
        row = first + place
        sheet.cell(row, 2, words)
        sheet.cell(row, 3, place + 1)
        now, before = (sheet.cell(row, column + more).coordinate for column in (4, 6))
        rate = sheet.cell(row, 7 + more, f'=IF({before}=0,"",{now}/{before}-1)')
        rate.number_format = "0.0%"
        if group:
            ends = [one for one in starts if one > place] or [len(rows)]
            _merge(sheet, row, 1, first + ends[0] - 1, 1, group)
    total = first + len(rows)
    _merge(sheet, total, 1, total, 2, "合计")
    for column in (4, 5, 6):
        letter = get_column_letter(column + more)
        sheet.cell(total, column + more, f"=SUM({letter}{first}:{letter}{total - 1})")
    for line in sheet.iter_rows(first - 2, total, 1, 7 + more):
        for one in line:
            one.border = BOX
    _merge(sheet, total + 1, 1, total + 1, 7 + more, "填表说明：本表由乡镇总工会填报，报县总工会。")
    figures = f"{get_column_letter(4 + more)}{first}:{get_column_letter(6 + more)}{total - 1}"
    _dress(sheet, figures)
    sheet.print_area = f"A1:{get_column_letter(7 + more)}{total + 1}"
    sheet.print_title_rows = f"{first - 2}:{first - 1}"
    _draw(sheet, first, total, 4 + more)


def _dress(sheet: Worksheet, figures: str) -> None:
    red = PatternFill("solid", bgColor="FF0000")
    sheet.conditional_formatting.add(
        figures, CellIsRule(operator="lessThan", formula=["0"], fill=red)
    )
    whole = DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0")
    whole.add(figures)
    sheet.add_data_validation(whole)


def _draw(sheet: Worksheet, first: int, total: int, column: int) -> None:
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=column, min_row=first, max_row=total - 1))
    sheet.add_chart(chart, f"J{total + 4}")


def _write_list(sheet: Worksheet, shape: Shape) -> None:
    _merge(sheet, 1, 1, 1, 7, f"{shape.year}年困难职工花名册")
    headings = ("序号", "姓名", "性别", "身份证号", "出生日期", "工作单位", "月收入（元）")
    for column, words in enumerate(headings, start=1):
        sheet.cell(2, column, words)
    for number in range(1, LIST_ROWS + 1):
        sheet.cell(2 + number, 1, number)
        sheet.cell(2 + number, 4).number_format = "@"
        sheet.cell(2 + number, 5).number_format = "yyyy-mm-dd"
        sheet.cell(2 + number, 6).font = Font(name="楷体", size=10)
    total = 3 + LIST_ROWS
    sheet.cell(total, 1, "合计")
    sheet.cell(total, 7, f"=SUM(G3:G{total - 1})")
    for line in sheet.iter_rows(2, total, 1, 7):
        for one in line:
            one.border = BOX
    _merge(sheet, total + 1, 1, total + 1, 7, "审核人：　　　　　　制表人：　　　　　　")
    sheet.cell(total + 2, 1, "印发日期")
    sheet.cell(total + 2, 2, date(shape.year, 1, 5))
    _dress(sheet, f"G3:G{total - 1}")
    sheet.print_area = f"A1:G{total + 1}"


def _merge(sheet: Worksheet, top: int, left: int, bottom: int, right: int, words: str) -> None:
    sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    sheet.cell(top, left, words)
