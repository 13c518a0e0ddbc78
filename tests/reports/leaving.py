"""What is wrong with a workbook that leaves the program; nothing should be."""

import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

CODES = re.compile("身份证|电话|手机|代码|账号|卡号|编号|证号|证书号|邮政编码")
LIKE_FORMULAS = ("=", "+", "-", "@")
A4, MOST_CHARS = 9, 60


def faults(path: Path) -> list[str]:
    """Return everything that a workbook lacks which leaves the program, sheet by sheet."""
    book = load_workbook(path)
    found = [fault for sheet in book.worksheets for fault in _faults_of(sheet)]
    book.close()
    with ZipFile(path) as parts:
        formulas = [one for one in parts.namelist() if b"<f>" in parts.read(one)]
    return [*found, *(f"{one}: has a formula" for one in formulas)]


def _faults_of(sheet: Worksheet) -> Iterator[str]:
    header = _header_row(sheet)
    if not header:
        yield f"{sheet.title}: no header stays in sight"
        return
    if sheet.print_title_rows not in {f"${header}:${header}", f"{header}:{header}"}:
        yield f"{sheet.title}: the header is not repeated in print"
    if sheet.page_setup.paperSize != A4 or not sheet.sheet_properties.pageSetUpPr.fitToPage:
        yield f"{sheet.title}: does not print on the width of A4"
    if "第&P页/共&N页" not in (sheet.oddFooter.center.text or "").replace("&[Page]", "&P").replace(
        "&[Pages]", "&N"
    ):
        yield f"{sheet.title}: pages have no numbers"
    for column in sheet.iter_cols(min_row=header):
        yield from _column_faults(sheet, list(column))


def _header_row(sheet: Worksheet) -> int:
    """Return the row of the header: the last one that stays in sight."""
    frozen = re.fullmatch(r"[A-Z]+(\d+)", sheet.freeze_panes or "")
    return int(frozen[1]) - 1 if frozen else 0


def _column_faults(sheet: Worksheet, cells: list[Cell | MergedCell]) -> Iterator[str]:
    header, *rows = cells
    place = f"{sheet.title} {header.column_letter} {header.value}"
    if not header.value:
        yield f"{place}: has no heading"
    width = _width_of(sheet, header.column)
    if any(_chars(one.value) > width for one in cells if _chars(one.value) <= MOST_CHARS):
        yield f"{place}: is too narrow"
    for cell in rows:
        if cell.data_type == "f":
            yield f"{place}: {cell.coordinate} is a formula"
        if isinstance(cell.value, str) and cell.data_type != "s":
            yield f"{place}: {cell.coordinate} is not a string"
        if isinstance(cell.value, str) and cell.number_format != "@":
            yield f"{place}: {cell.coordinate} would not stay text"
        if CODES.search(str(header.value)) and isinstance(cell.value, int | float):
            yield f"{place}: {cell.coordinate} is a number"


def _width_of(sheet: Worksheet, column: int) -> float:
    """Return how wide a column is; neighbours of one width share an entry."""
    entries = sheet.column_dimensions.values()
    return next((one.width for one in entries if one.min <= column <= one.max), 0.0)


def _chars(value: object) -> float:
    text = "" if value is None or not isinstance(value, str) else value
    return max(len(one) + sum(ord(char) > 0x2E7F for char in one) for one in text.split("\n"))
