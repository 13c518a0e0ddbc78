"""The rows that an import kept out, in their list's own layout, to be mended and imported again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from models.sheets.plan import SAID, ImportPlan, RowPlan, SheetPlan
from models.sheets.returned import MARKS, REMARKS
from models.sheets.workbook import LOST_DIGITS
from reports.files import write_whole
from reports.import_errors import ImportRemark, remarks_of
from reports.sheet_frame import print_on_a4
from reports.workbook import sheet_name

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

FONT = "宋体"
RED, PINK = "#C00000", "#FFE1E1"
LEAST_CHARS, MOST_CHARS, REASON_CHARS = 6, 36, 60
# A line over a group of rows is known by its width.
_GROUP_WIDTH = 4
REMARK_COLUMNS = (
    ("文件", 24),
    ("工作表", 18),
    ("行号", 6),
    ("单元格", 8),
    ("列", 14),
    ("处理", 6),
    ("名称", 24),
    ("原内容", 24),
    ("原因", 60),
)
REMARKS_TITLE = "导入时有{count}处需要核对"
REMARKS_HELP = (
    "没有导入的行在前面各表里，原因标红；在那里改好，保存后再导入这个文件即可。"
    "已导入的行不会重复，其余提示请在台账里核对。"
)


def write_bad_rows(path: Path, plans: Sequence[ImportPlan]) -> Path:
    """Save what imports kept out and doubted as one workbook, and return where it is."""
    from xlsxwriter.workbook import Workbook

    file = BytesIO()
    names = {REMARKS}
    with Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as workbook:
        formats = _Formats(workbook)
        for plan in plans:
            for sheet in plan.sheets:
                if rows := [row for row in sheet.rows if row.cells]:
                    name = sheet_name(_title(plan, sheet, len(plans)), names)
                    _write_sheet(workbook.add_worksheet(name), sheet, rows, formats)
        remarks = [one for plan in plans for one in remarks_of(plan)]
        _write_remarks(workbook.add_worksheet(REMARKS), remarks, formats)
    return write_whole(path, file.getvalue())


def _title(plan: ImportPlan, sheet: SheetPlan, count: int) -> str:
    """Return what the rows' sheet is called: as in their file, which is named when it is not alone."""
    return sheet.sheet if count == 1 else f"{plan.path.stem} {sheet.sheet}"


class _Formats:
    """The formats of a list that comes back."""

    def __init__(self, workbook: "Workbook") -> None:
        plain = {"font_name": FONT, "font_size": 11, "valign": "vcenter"}
        framed = {**plain, "border": 1}
        head = {**framed, "bold": True, "align": "center", "text_wrap": True}
        self.over: Format = workbook.add_format({**plain, "num_format": "@"})
        self.header: Format = workbook.add_format(
            {**head, "bg_color": "#F2F2F2", "num_format": "@"}
        )
        self.text: Format = workbook.add_format({**framed, "num_format": "@"})
        self.bad: Format = workbook.add_format(
            {**framed, "num_format": "@", "bg_color": PINK, "font_color": RED}
        )
        self.reason: Format = workbook.add_format(
            {**framed, "num_format": "@", "font_color": RED, "text_wrap": True}
        )


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the workbook: a kept-out row, or the line that stood over some."""

    cells: Sequence[str]
    plan: RowPlan | None = None


def _lines(rows: Sequence[RowPlan]) -> Iterator[_Line]:
    group = ""
    for row in rows:
        if row.group and row.group != group:
            yield _Line((row.group,))
        group = row.group
        yield _Line(row.cells, row)


def _write_sheet(
    page: "Worksheet", sheet: SheetPlan, rows: Sequence[RowPlan], formats: _Formats
) -> None:
    width = _width([*sheet.head, *(row.cells for row in rows)])
    first = len(sheet.head)
    header_top = sheet.header_rows[0] - 1 if sheet.header_rows else first - 1
    _write_head(page, sheet, width, header_top, formats)
    for place, mark in enumerate(MARKS, start=width):
        if first - header_top > 1:
            page.merge_range(header_top, place, first - 1, place, mark, formats.header)
        else:
            page.write_string(header_top, place, mark, formats.header)
    for number, line in enumerate(_lines(rows), start=first):
        if line.plan is None:
            last = max(min(width, _GROUP_WIDTH) - 1, 1)
            page.merge_range(number, 0, number, last, line.cells[0], formats.over)
        else:
            _write_row(page, number, line.plan, width, formats)
    _set_up(page, [*sheet.head[header_top:], *(row.cells for row in rows)], width, first)


def _write_head(
    page: "Worksheet", sheet: SheetPlan, width: int, header_top: int, formats: _Formats
) -> None:
    merged = {}
    for one in sheet.head_merges:
        if one.right < width:
            words = sheet.head[one.top][one.left]
            look = formats.header if one.top >= header_top else formats.over
            page.merge_range(one.top, one.left, one.bottom, one.right, words, look)
            cells = (
                (row, column)
                for row in range(one.top, one.bottom + 1)
                for column in range(one.left, one.right + 1)
            )
            merged.update(dict.fromkeys(cells))
    for number, texts in enumerate(sheet.head):
        for place, text in enumerate(texts[:width]):
            if text and (number, place) not in merged:
                look = formats.header if number >= header_top else formats.over
                page.write_string(number, place, text, look)


def _write_row(page: "Worksheet", number: int, row: RowPlan, width: int, formats: _Formats) -> None:
    from xlsxwriter.utility import xl_cell_to_rowcol

    errors = [one for one in row.messages if one.kind == "error"]
    bad = {xl_cell_to_rowcol(one.cell)[1]: one.text for one in errors if one.cell}
    for place in range(width):
        text = row.cells[place] if place < len(row.cells) else ""
        look = formats.bad if place in bad else formats.text
        if bad.get(place) == LOST_DIGITS and text.replace(".", "").isdigit():
            # As a number it is refused again until somebody types the whole one.
            page.write_number(number, place, float(text), look)
        else:
            page.write_string(number, place, text, look)
    reasons = "；".join(f"{one.column}：{one.text}" if one.column else one.text for one in errors)
    for place, text in enumerate((str(row.row), SAID[row.verdict], reasons), start=width):
        page.write_string(number, place, text, formats.reason)


def _width(rows: Sequence[Sequence[str]]) -> int:
    """Return how many columns are used."""
    used = (at for row in rows for at, text in enumerate(row) if text)
    return max(used, default=0) + 1


def _set_up(page: "Worksheet", rows: Sequence[Sequence[str]], width: int, first: int) -> None:
    for place in range(width):
        texts = (line for row in rows if place < len(row) for line in row[place].split("\n"))
        longest = max((_chars(text) for text in texts), default=0)
        page.set_column(place, place, min(max(longest + 2, LEAST_CHARS), MOST_CHARS))
    page.set_column(width, width + 1, 10)
    page.set_column(width + 2, width + 2, REASON_CHARS)
    page.freeze_panes(first, 0)
    page.set_landscape()
    print_on_a4(page, first - 1)


def _chars(text: str) -> int:
    return sum(2 if ord(char) > 0x2E7F else 1 for char in text)


def _write_remarks(page: "Worksheet", remarks: Sequence[ImportRemark], formats: _Formats) -> None:
    page.write_string(0, 0, REMARKS_TITLE.format(count=len(remarks)), formats.over)
    page.write_string(1, 0, REMARKS_HELP, formats.over)
    for place, (words, chars) in enumerate(REMARK_COLUMNS):
        page.write_string(2, place, words, formats.header)
        page.set_column(place, place, chars)
    for number, one in enumerate(remarks, start=3):
        texts = (
            *(one.file, one.sheet, str(one.row), one.cell, one.column),
            *(one.verdict, one.title, one.original, one.text),
        )
        for place, text in enumerate(texts):
            page.write_string(number, place, text, formats.text)
    page.freeze_panes(3, 0)
    page.set_landscape()
    print_on_a4(page, 2)
