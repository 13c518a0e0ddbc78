"""Invented blanks of county forms: a table of figures, a list, an application for one person."""

from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Side
from openpyxl.worksheet.worksheet import Worksheet

_LINE = Side(style="thin")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)
FIGURES = ("新建基层工会", "新发展会员", "在册会员数（实名制）", "下乡服务场次")


def blank_form(path: Path, *, year: int = 2024, more_rows: int = 0) -> Path:
    """Write a table of figures; more rows come before the first figure."""
    book = Workbook()
    sheet = _sheet(book, f"{year}年工会工作统计表", "C")
    sheet["A2"] = "填报单位："
    _line(sheet, 3, ("指标", "本年数", "上年数"))
    first = 4 + more_rows
    for number in range(more_rows):
        _line(sheet, 4 + number, (f"新增项目{number + 1}", "", ""))
    for number, label in enumerate(FIGURES):
        _line(sheet, first + number, (label, "", ""))
    last = first + len(FIGURES)
    _line(sheet, last, ("合计", f"=SUM(B{first}:B{last - 1})", ""))
    sheet.cell(last + 1, 1, "填表人：          联系电话：")
    book.save(path)
    return path


def blank_list(path: Path) -> Path:
    """Write a list of unions with three blank rows and a total below."""
    book = Workbook()
    sheet = _sheet(book, "基层工会花名册", "D")
    _line(sheet, 2, ("序号", "工会名称", "联系电话", "备注"))
    for row in (3, 4, 5):
        _line(sheet, row, ("", "", "", ""))
    sheet.cell(6, 1, "说明：本表由各乡镇总工会填报。")
    book.save(path)
    return path


def blank_application(path: Path, *, has_list: bool = False) -> Path:
    """Write an application for one unit, perhaps with a list below."""
    book = Workbook()
    sheet = _sheet(book, "企业情况登记表", "D")
    _line(sheet, 2, ("单位名称", "", "法定代表人", ""))
    _line(sheet, 3, ("联系电话", "", "经营状态", ""))
    _line(sheet, 4, ("统一社会信用代码", "", "所属行业", ""))
    if has_list:
        _line(sheet, 5, ("姓名", "职务", "电话", "备注"))
        for row in (6, 7, 8):
            _line(sheet, row, ("", "", "", ""))
    book.save(path)
    return path


def _sheet(book: Workbook, title: str, last: str) -> Worksheet:
    sheet: Worksheet = book.active
    sheet.merge_cells(f"A1:{last}1")
    sheet["A1"] = title
    for column, width in zip("ABCD", (26, 20, 18, 20), strict=True):
        sheet.column_dimensions[column].width = width
    return sheet


def _line(sheet: Worksheet, row: int, texts: tuple[str, ...]) -> None:
    for column, text in enumerate(texts, start=1):
        cell = sheet.cell(row, column, text or None)
        cell.border, cell.alignment = _BOX, _MIDDLE
