"""What surrounds the rows of a sheet: its head, formats, widths and how it prints."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Final

from models import clock
from reports.blocks import Align
from reports.sheet_rows import Cell, Shown

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

FONT: Final = "宋体"
A4: Final = 9
LEAST_CHARS, MOST_CHARS = 5, 60
# A heading also has room for the arrow of its filter.
ARROW_CHARS, PADDING_CHARS = 3, 2
DAY_CHARS: Final = 10
# So many characters stand side by side on A4; print is not made smaller than half for more.
UPRIGHT_CHARS, LYING_CHARS = 92, 140
SMALLEST_PRINT: Final = 2
TEXT_FORMAT, PLAIN_FORMAT = "@", "General"
PLAIN: Final = {"font_name": FONT, "font_size": 11, "valign": "vcenter"}
FRAMED: Final = {**PLAIN, "border": 1}
BOLD: Final = {"bold": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetColumn:
    """A column of a sheet; what is not a number is written as text, whatever it looks like."""

    label: str
    is_number: bool = False
    number_format: str = ""
    align: Align = "left"

    @property
    def look(self) -> str:
        """The number format of its own kind of cell."""
        return self.number_format or (PLAIN_FORMAT if self.is_number else TEXT_FORMAT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A sheet without its rows: how many come, and a sample of them to take the widths from."""

    name: str
    columns: Sequence[SheetColumn]
    above: Sequence[str]
    total: Sequence[Cell] | None
    count: int
    sample: Sequence[Sequence[Cell]]
    kept_columns: int
    looks: Sequence[str]

    @property
    def top(self) -> int:
        """The row of the header, the first row being 0."""
        return len(self.above)

    @property
    def last(self) -> int:
        """The last row of all, counted from 1."""
        return self.top + 1 + self.count + bool(self.total)


def frames(sheets: Sequence[Frame], properties: Mapping[str, str]) -> bytes:
    """Return a workbook that has everything but the rows; its formats stand where the rows begin."""
    from xlsxwriter.workbook import Workbook

    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(file, options) as workbook:
        workbook.set_properties({**properties, "created": clock.now().replace(tzinfo=None)})
        formats = _Formats(workbook)
        for sheet in sheets:
            worksheet = workbook.add_worksheet(sheet.name)
            widths = [_width(sheet, place) for place in range(len(sheet.columns))]
            _write_head(worksheet, sheet, formats)
            _name_styles(worksheet, sheet, formats, widths)
            for place, width in enumerate(widths):
                worksheet.set_column(place, place, min(width, MOST_CHARS))
            _set_up(worksheet, sheet, sum(min(one, MOST_CHARS) for one in widths))
    return file.getvalue()


class _Formats:
    """The formats of a workbook, each made once."""

    def __init__(self, workbook: "Workbook") -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def get(self, look: Mapping[str, object]) -> "Format":
        """Return the format of that look."""
        key = tuple(sorted(look.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(dict(look))
        return self._made[key]


def _write_head(worksheet: "Worksheet", sheet: Frame, formats: _Formats) -> None:
    title = formats.get({**PLAIN, **BOLD, "font_size": 16})
    for line, text in enumerate(sheet.above):
        worksheet.write_string(line, 0, text, formats.get(PLAIN) if line else title)
    header = formats.get(
        {**FRAMED, **BOLD, "align": "center", "bg_color": "#F2F2F2", "text_wrap": True}
    )
    for place, column in enumerate(sheet.columns):
        worksheet.write_string(sheet.top, place, column.label, header)


def _name_styles(
    worksheet: "Worksheet", sheet: Frame, formats: _Formats, widths: Sequence[float]
) -> None:
    """Write the formats of columns, words and shown numbers side by side, for sums once more."""
    looks: list[dict[str, object]] = [
        {**FRAMED, "align": column.align, "text_wrap": width > MOST_CHARS}
        for column, width in zip(sheet.columns, widths, strict=True)
    ]
    own = [
        {**look, "num_format": column.look}
        for look, column in zip(looks, sheet.columns, strict=True)
    ]
    words = [{**look, "num_format": TEXT_FORMAT} for look in looks]
    shown = [{**FRAMED, "align": "right", "num_format": one} for one in sheet.looks]
    every = (*own, *words, *shown)
    for place, look in enumerate((*every, *({**one, **BOLD} for one in every))):
        worksheet.write_blank(sheet.top + 1, place, None, formats.get(look))


def print_on_a4(worksheet: "Worksheet", header: int, *, across: int = 1) -> None:
    """Let a sheet print on so many sheets of A4 abreast, its header on each, pages numbered."""
    worksheet.set_paper(A4)
    worksheet.fit_to_pages(across, 0)
    worksheet.repeat_rows(header)
    worksheet.set_footer("&C第&P页/共&N页")


def _set_up(worksheet: "Worksheet", sheet: Frame, chars: float) -> None:
    """Keep header and first columns in sight, and print on A4 without becoming too small."""
    header, columns = sheet.top, len(sheet.columns)
    worksheet.freeze_panes(header + 1, sheet.kept_columns)
    worksheet.autofilter(header, 0, header + sheet.count, columns - 1)
    if chars > UPRIGHT_CHARS:
        worksheet.set_landscape()
    across = max(ceil(chars / (LYING_CHARS * SMALLEST_PRINT)), 1)
    print_on_a4(worksheet, header, across=across)
    if across > 1:
        worksheet.repeat_columns(0, max(sheet.kept_columns - 1, 0))


def _width(sheet: Frame, place: int) -> float:
    """Return the characters that a column needs; a Chinese one counts double."""
    column = sheet.columns[place]
    cells = [row[place] for row in sheet.sample]
    if sheet.total:
        cells.append(sheet.total[place])
    longest = max((chars(_seen(one, column)) for one in set(cells)), default=0)
    wanted = max(longest + PADDING_CHARS, chars(column.label) + ARROW_CHARS)
    return max(wanted, LEAST_CHARS)


def _seen(cell: Cell, column: SheetColumn) -> str:
    """Return about what a cell looks like."""
    if cell is None or isinstance(cell, str):
        return cell or ""
    if isinstance(cell, date):
        return "0" * DAY_CHARS
    number, look = (cell.number, cell.number_format) if isinstance(cell, Shown) else (cell, "")
    places = (look or column.look).partition(".")[2].count("0")
    return f"{number:,.{places}f}" if places else f"{number:,}"


def chars(text: str) -> int:
    """Return how wide the longest line of a text is, counted in narrow characters."""
    if "\n" in text:
        return max(map(chars, text.split("\n")))
    # A Chinese character takes three bytes and the room of two narrow ones.
    return (len(text) + len(text.encode(errors="replace"))) // 2
