"""Lists as Excel workbooks: codes and phones stay text, numbers stay numbers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from reports.blocks import Document, ListHead, Table
from reports.files import write_whole

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | Decimal | None
FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
LONGEST_SHEET_NAME = 31
MOST_DIGITS = 15
LEAST_CHARS, MOST_CHARS = 5, 60
FONT = "宋体"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetColumn:
    """A column of a sheet; what is not a number is written as text, whatever it looks like."""

    label: str
    is_number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet: the lines above the table, the table, and its total."""

    name: str
    columns: Sequence[SheetColumn]
    rows: Sequence[Sequence[Cell]]
    above: Sequence[str] = ()
    total: Sequence[Cell] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRemark:
    """What an import says about one cell of a list, or about a row when the cell is blank."""

    file: str
    sheet: str
    row: int
    cell: str
    column: str
    verdict: str
    title: str
    original: str
    text: str


def write_table(path: Path, sheets: Iterable[Sheet]) -> Path:
    """Save lists as an Excel workbook, and return where it is."""
    from xlsxwriter.workbook import Workbook

    file = BytesIO()
    with Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as workbook:
        formats = _Formats(workbook)
        names: set[str] = set()
        for sheet in sheets:
            name = sheet_name(sheet.name, names)
            _write_sheet(workbook.add_worksheet(name), sheet, formats)
    return write_whole(path, file.getvalue())


def write_import_errors(path: Path, remarks: Sequence[ImportRemark]) -> Path:
    """Save the workbook that tells the clerk which cells of a list to look at, and why."""
    columns = tuple(
        SheetColumn(label=label, is_number=label == "行号")
        for label in (
            "文件",
            "工作表",
            "行号",
            "单元格",
            "列",
            "处理",
            "名称",
            "原内容",
            "原因",
        )
    )
    rows = [
        (
            one.file,
            one.sheet,
            one.row,
            one.cell,
            one.column,
            one.verdict,
            one.title,
            one.original,
            one.text,
        )
        for one in remarks
    ]
    above = (
        f"导入时有{len(rows)}处需要核对",
        "请在原表中改好后重新导入（已导入的行不会重复），或在台账中直接修改。",
    )
    return write_table(path, [Sheet(name="导入问题", columns=columns, rows=rows, above=above)])


def sheets_of(document: Document) -> list[Sheet]:
    """Return the tables of a list document; a right-aligned column holds numbers."""
    sheets: list[Sheet] = []
    head = ListHead(document.name)
    for block in document.blocks:
        if isinstance(block, ListHead):
            head = block
        elif isinstance(block, Table):
            sheets.append(_sheet_of(head, block))
    return sheets


def _sheet_of(head: ListHead, table: Table) -> Sheet:
    columns = [
        SheetColumn(label=one.label, is_number=one.align == "right" or one.key == "serial")
        for one in table.columns
    ]
    under = "　　".join(part for part in (head.left, head.right) if part)
    return Sheet(
        name=head.title,
        columns=columns,
        rows=[_cells(row, columns) for row in table.rows],
        above=[one for one in (head.title, under) if one],
        total=_cells(table.total, columns) if table.total else None,
    )


def _cells(texts: Sequence[str], columns: Sequence[SheetColumn]) -> list[Cell]:
    return [
        _number(text) if column.is_number else text
        for text, column in zip(texts, columns, strict=True)
    ]


def _number(text: str) -> Cell:
    """Return the number that a text shows; the text itself when Excel would lose digits of it."""
    if not text:
        return None
    try:
        number = Decimal(text.replace(",", ""))
    except InvalidOperation:
        return text
    return number if len(number.as_tuple().digits) <= MOST_DIGITS else text


class _Formats:
    """The few formats that all sheets use."""

    def __init__(self, workbook: "Workbook") -> None:
        plain = {"font_name": FONT, "font_size": 11, "valign": "vcenter"}
        framed = {**plain, "border": 1, "text_wrap": True}
        bold = {"bold": True}
        self.title: Format = workbook.add_format({**plain, **bold, "font_size": 16})
        self.above: Format = workbook.add_format(plain)
        self.header: Format = workbook.add_format(
            {**framed, **bold, "align": "center", "bg_color": "#F2F2F2"}
        )
        self.text: Format = workbook.add_format({**framed, "num_format": "@"})
        self.number: Format = workbook.add_format({**framed, "num_format": "General"})
        self.total_text: Format = workbook.add_format({**framed, **bold, "num_format": "@"})
        self.total_number: Format = workbook.add_format({**framed, **bold})


def _write_sheet(worksheet: "Worksheet", sheet: Sheet, formats: _Formats) -> None:
    for line, text in enumerate(sheet.above):
        worksheet.write_string(line, 0, text, formats.above if line else formats.title)
    top = len(sheet.above)
    for place, column in enumerate(sheet.columns):
        worksheet.write_string(top, place, column.label, formats.header)
        worksheet.set_column(place, place, _width(sheet, place))
    for line, row in enumerate(sheet.rows, start=top + 1):
        _write_row(worksheet, line, row, (formats.text, formats.number))
    bottom = top + len(sheet.rows)
    if sheet.total:
        total = (formats.total_text, formats.total_number)
        _write_row(worksheet, bottom + 1, sheet.total, total)
    worksheet.freeze_panes(top + 1, 0)
    worksheet.autofilter(top, 0, bottom, len(sheet.columns) - 1)
    worksheet.set_landscape()
    worksheet.set_paper(9)
    worksheet.fit_to_pages(1, 0)
    worksheet.repeat_rows(top)


def _write_row(
    worksheet: "Worksheet", line: int, row: Sequence[Cell], formats: tuple["Format", "Format"]
) -> None:
    text_format, number_format = formats
    for place, cell in enumerate(row):
        if cell is None or cell == "":
            worksheet.write_blank(line, place, None, text_format)
        elif isinstance(cell, str):
            worksheet.write_string(line, place, cell, text_format)
        else:
            worksheet.write_number(line, place, cell, number_format)


def _width(sheet: Sheet, place: int) -> int:
    """Return a width for a column's longest text; a Chinese character counts double."""
    texts: Iterator[Cell] = iter((sheet.columns[place].label, *(row[place] for row in sheet.rows)))
    longest = max(sum(2 if ord(char) > 0x2E7F else 1 for char in str(text or "")) for text in texts)
    return min(max(longest + 2, LEAST_CHARS), MOST_CHARS)


def sheet_name(name: str, taken: set[str]) -> str:
    """Return a name that Excel accepts and no other sheet has."""
    plain = name.translate(FORBIDDEN_IN_NAMES).strip(" '")[:LONGEST_SHEET_NAME] or "表"
    found, number = plain, 2
    while found.casefold() in taken:
        ending = f"({number})"
        found = plain[: LONGEST_SHEET_NAME - len(ending)] + ending
        number += 1
    taken.add(found.casefold())
    return found
