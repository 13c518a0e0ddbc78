"""A list as it stands on the screen, as an Excel workbook that is written row by row."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reports.files import write_whole
from reports.listing import SAMPLE, Cell, Listing, ListingColumn, Teller, Told, chars_of
from reports.workbook import FONT, LEAST_CHARS, MOST_CHARS, MOST_DIGITS, sheet_name

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

A4: Final = 9
TITLE, UNDER, HEADER = 0, 1, 2
FIRST_ROW: Final = HEADER + 1
HUNDRED: Final = Decimal(100)
# A heading also has room for the arrow of its filter.
ARROW_CHARS: Final = 3
MOST_TEXT: Final = 32_767
# Excel knows no earlier days.
FIRST_YEAR: Final = 1901


def write_listing(path: Path, listing: Listing, told: Told | None = None) -> Path:
    """Save a list as a workbook; codes stay text, counts and days are what they are."""
    from xlsxwriter.workbook import Workbook

    file = BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(file, options) as workbook:
        workbook.set_properties({"title": listing.title, "author": listing.author})
        worksheet = workbook.add_worksheet(sheet_name(listing.title, set()))
        _write(worksheet, listing, _Formats(workbook, listing.columns), told)
    return write_whole(path, file.getvalue())


class _Formats:
    """The formats of one list: its head, and how each column shows its cells."""

    def __init__(self, workbook: "Workbook", columns: Sequence[ListingColumn]) -> None:
        plain = {"font_name": FONT, "font_size": 11, "valign": "vcenter"}
        framed = {**plain, "border": 1}
        bold = {"bold": True}
        self.title: Format = workbook.add_format({**plain, **bold, "font_size": 16})
        self.under: Format = workbook.add_format(plain)
        self.header: Format = workbook.add_format(
            {**framed, **bold, "align": "center", "bg_color": "#F2F2F2", "text_wrap": True}
        )
        self.text: Format = workbook.add_format({**framed, "num_format": "@"})
        self.columns: list[Format] = [
            workbook.add_format({**framed, "num_format": _number_format(one), "align": one.align})
            for one in columns
        ]


def _number_format(column: ListingColumn) -> str:
    if column.kind == "number":
        digits = "#,##0" + (f".{'0' * column.places}" if column.places else "")
        return f'{digits};-{digits};"-"'
    return {"share": "0.##%", "year": "0", "day": "yyyy-mm-dd"}.get(column.kind, "@")


def _write(worksheet: "Worksheet", listing: Listing, formats: _Formats, told: Told | None) -> None:
    rows = iter(Teller("正在写入表格", listing.count, told).tell(listing.rows()))
    sample = list(islice(rows, SAMPLE))
    for place, column in enumerate(listing.columns):
        worksheet.set_column(place, place, _width(column, [row[place] for row in sample]))
    worksheet.write_string(TITLE, 0, listing.title, formats.title)
    unit = f"单位：{listing.money_unit}" if listing.money_unit else ""
    under = (f"编制单位：{listing.author}", listing.day.isoformat(), listing.note, unit)
    worksheet.write_string(UNDER, 0, "　　".join(part for part in under if part), formats.under)
    for place, column in enumerate(listing.columns):
        worksheet.write_string(HEADER, place, column.heading, formats.header)
    last = FIRST_ROW
    for last, row in enumerate(chain(sample, rows), start=FIRST_ROW):
        for place, cell in enumerate(row):
            _write_cell(worksheet, last, place, cell, listing.columns[place], formats)
    _set_up(worksheet, last, len(listing.columns))


def _write_cell(
    worksheet: "Worksheet",
    row: int,
    place: int,
    cell: Cell,
    column: ListingColumn,
    formats: _Formats,
) -> None:
    own = formats.columns[place]
    if cell is None or cell == "":
        worksheet.write_blank(row, place, None, own)
    elif isinstance(cell, str):
        # What begins with = + - @ is a word like any other.
        plain = own if column.kind == "text" else formats.text
        worksheet.write_string(row, place, cell[:MOST_TEXT], plain)
    elif isinstance(cell, date) and cell.year >= FIRST_YEAR:
        worksheet.write_datetime(row, place, cell, own)
    elif isinstance(cell, date) or _is_too_long(cell):
        worksheet.write_string(row, place, column.show(cell), formats.text)
    else:
        worksheet.write_number(row, place, cell / HUNDRED if column.kind == "share" else cell, own)


def _is_too_long(number: int | Decimal) -> bool:
    """Whether Excel would lose digits of a number."""
    return len(Decimal(number).as_tuple().digits) > MOST_DIGITS


def _width(column: ListingColumn, cells: Sequence[Cell]) -> float:
    texts = (column.show(cell) for cell in cells)
    longest = max((2 * chars_of(text) for text in texts), default=0.0)
    wanted = max(longest + 2, 2 * chars_of(column.heading) + ARROW_CHARS)
    return min(max(wanted, LEAST_CHARS), MOST_CHARS)


def _set_up(worksheet: "Worksheet", last: int, columns: int) -> None:
    """Keep header and first column in sight, and print on the width of one sheet."""
    worksheet.freeze_panes(FIRST_ROW, 1)
    worksheet.autofilter(HEADER, 0, last, columns - 1)
    worksheet.set_landscape()
    worksheet.set_paper(A4)
    worksheet.fit_to_pages(1, 0)
    worksheet.repeat_rows(HEADER)
    worksheet.set_footer("&C第&P页/共&N页")
