"""Empty lists to be filled in, made from what a kind of list declares."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from models import codes
from models.fields import (
    Choice,
    Choices,
    CreditCode,
    Day,
    Field,
    Flag,
    Link,
    Money,
    Month,
    Note,
    Number,
    PartialDay,
    PersonId,
    Phone,
    Share,
    Text,
    Year,
    fields_of,
)
from models.lists.examples import example_of
from models.lists.kinds import SheetType, Slot
from models.records import BY_TABLE
from models.sheets.examples import MARK
from models.sheets.planning import INSTRUCTIONS
from models.sheets.vocabulary import heading_of
from reports.files import write_whole
from reports.sheet_frame import print_on_a4

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

ROWS = 2_000
NOTE = (
    "灰色的一行是示例，照着填，导入时不会读它。带 * 的列必须填。日期写成 2024-03-05 的样子，只知道年月的写 2024-03；有下拉框的请选；"
    "身份证号、信用代码、电话直接填，格子已设为文本。各列怎么填见“填写说明”。"
)
FONT = "宋体"
_TITLE, _NOTE, _HEADER = 0, 1, 2
_FIRST = 3
SERIAL, OTHER_SERIAL = "序号", "行号"
_SERIAL_WIDTH = 6
# Every list begins with a column that numbers the rows.
_BESIDE_SERIAL = 1
_OPTIONS_FROM = 4
_MOST_SHOWN = 12
_LEAST_CHARS, _MOST_CHARS = 10, 40
_YES_NO = ("是", "否")


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """A column of an empty list: its heading, and what may stand in it."""

    slot: Slot
    heading: str
    is_required: bool

    @property
    def choices(self) -> tuple[str, ...]:
        """Return the words of which one is chosen; none where anything may be written."""
        match self.slot.field:
            case Choice(codes=name):
                return tuple(line.name for line in codes.table(name).lines)
            case Flag():
                return _YES_NO
            case _:
                return ()

    @property
    def is_amount(self) -> bool:
        """Whether cells hold numbers; all else is text, so that nothing is turned into a date."""
        return isinstance(self.slot.field, (Number, Money, Share))


def template_columns(one: SheetType) -> tuple[TemplateColumn, ...]:
    """Return the columns of a kind's empty list: all that an import of it reads."""
    found = []
    for slot in one.slots:
        heading = "" if slot in one.only_read else heading_of(one, slot)
        if heading:
            found.append(TemplateColumn(slot, heading, _is_required(one, slot)))
    return tuple(found)


def serial_heading(columns: Sequence[TemplateColumn]) -> str:
    """Return the heading of the column that numbers the rows; a kind may keep a 序号 of its own."""
    return OTHER_SERIAL if SERIAL in [one.heading for one in columns] else SERIAL


def write_template(one: SheetType, path: Path, year: int, *, rows: int = ROWS) -> Path:
    """Save a kind's empty list for a year as an Excel workbook, and return where it is."""
    from xlsxwriter.workbook import Workbook

    columns = template_columns(one)
    file = BytesIO()
    with Workbook(file, {"in_memory": True}) as workbook:
        formats = _Formats(workbook)
        page = workbook.add_worksheet(one.label[:31])
        help_page = workbook.add_worksheet(INSTRUCTIONS)
        _write_head(page, one, year, formats)
        example = example_of(one)
        _write_columns(page, columns, rows, formats, example)
        _write_example(page, columns, formats, example)
        _write_instructions(help_page, one, columns, formats)
        _set_up(page)
    return write_whole(path, file.getvalue())


def _is_required(one: SheetType, slot: Slot) -> bool:
    if slot.record_type is not one.record or slot.number:
        return False
    asked = slot.field.required or slot.name in one.needs
    return asked and slot.name not in one.optional


class _Formats:
    """The formats of an empty list."""

    def __init__(self, workbook: "Workbook") -> None:
        plain = {"font_name": FONT, "font_size": 11, "valign": "vcenter"}
        framed = {**plain, "border": 1}
        head = {**framed, "bold": True, "align": "center", "text_wrap": True, "bg_color": "#F2F2F2"}
        self.title: Format = workbook.add_format({**plain, "bold": True, "font_size": 16})
        self.note: Format = workbook.add_format({**plain, "font_color": "#C00000"})
        self.header: Format = workbook.add_format(head)
        self.required: Format = workbook.add_format({**head, "font_color": "#C00000"})
        self.text: Format = workbook.add_format({**framed, "num_format": "@"})
        self.amount: Format = workbook.add_format({**framed, "num_format": "General"})
        example = {**framed, "italic": True, "font_color": "#7F7F7F", "bg_color": "#F7F7F7"}
        self.example: Format = workbook.add_format({**example, "num_format": "@"})
        self.amount_example: Format = workbook.add_format({**example, "num_format": "General"})
        self.help: Format = workbook.add_format({**framed, "text_wrap": True, "num_format": "@"})


def _write_head(page: "Worksheet", one: SheetType, year: int, formats: _Formats) -> None:
    page.write_string(_TITLE, 0, f"{year}年度{one.label}", formats.title)
    page.write_string(_NOTE, 0, NOTE, formats.note)


def _write_columns(
    page: "Worksheet",
    columns: Sequence[TemplateColumn],
    rows: int,
    formats: _Formats,
    example: Mapping[Slot, str],
) -> None:
    options = _option_places(columns)
    last = _FIRST + rows
    page.write_string(_HEADER, 0, serial_heading(columns), formats.header)
    page.set_column(0, 0, _SERIAL_WIDTH)
    for row in range(_FIRST, last + 1):
        page.write_blank(row, 0, None, formats.amount)
    for place, column in enumerate(columns, start=_BESIDE_SERIAL):
        heading = f"*{column.heading}" if column.is_required else column.heading
        page.write_string(
            _HEADER, place, heading, formats.required if column.is_required else formats.header
        )
        cell = formats.amount if column.is_amount else formats.text
        page.set_column(place, place, _width(column, example.get(column.slot, "")))
        for row in range(_FIRST, last + 1):
            page.write_blank(row, place, None, cell)
        if column.choices:
            source = _source(options[place], len(column.choices))
            asked = {"validate": "list", "source": source, "error_type": "warning"}
            words = {"error_title": "不在可选项里", "error_message": "请从下拉框里选。"}
            page.data_validation(_FIRST, place, last, place, {**asked, **words})


def _write_example(
    page: "Worksheet",
    columns: Sequence[TemplateColumn],
    formats: _Formats,
    example: Mapping[Slot, str],
) -> None:
    """Write the row that shows what belongs where; its mark tells the import to pass it over."""
    page.write_string(_FIRST, 0, MARK, formats.example)
    for place, column in enumerate(columns, start=_BESIDE_SERIAL):
        text = example.get(column.slot, "")
        if not text:
            page.write_blank(_FIRST, place, None, formats.example)
        elif column.is_amount and text.isdigit():
            page.write_number(_FIRST, place, int(text), formats.amount_example)
        else:
            page.write_string(_FIRST, place, text, formats.example)


def _option_places(columns: Sequence[TemplateColumn]) -> dict[int, int]:
    """Return for each column with choices the column of the instructions that lists them."""
    chosen = [place for place, one in enumerate(columns, start=_BESIDE_SERIAL) if one.choices]
    return {place: _OPTIONS_FROM + number for number, place in enumerate(chosen)}


def _source(place: int, count: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    letters = xl_col_to_name(place)
    return f"='{INSTRUCTIONS}'!${letters}${_FIRST + 1}:${letters}${_FIRST + count}"


def _write_instructions(
    page: "Worksheet", one: SheetType, columns: Sequence[TemplateColumn], formats: _Formats
) -> None:
    page.write_string(_TITLE, 0, f"{one.label}怎么填", formats.title)
    page.write_string(_NOTE, 0, "右边各列是下拉框里的可选项，请不要改动。", formats.note)
    for place, words in enumerate(("列名", "必填", "怎么填")):
        page.write_string(_HEADER, place, words, formats.header)
    for row, column in enumerate(columns, start=_FIRST):
        asked = "必填" if column.is_required else ""
        for place, words in enumerate((column.heading, asked, how_to_fill(column.slot))):
            page.write_string(row, place, words, formats.help)
    for place, at in _option_places(columns).items():
        column = columns[place - _BESIDE_SERIAL]
        page.write_string(_HEADER, at, column.heading, formats.header)
        for row, words in enumerate(column.choices, start=_FIRST):
            page.write_string(row, at, words, formats.help)
        page.set_column(at, at, _width(column))
    page.set_column(0, 0, 24)
    page.set_column(1, 1, 8)
    page.set_column(2, 2, 60)
    page.freeze_panes(_FIRST, 0)
    print_on_a4(page, _HEADER)


def _set_up(page: "Worksheet") -> None:
    page.freeze_panes(_FIRST, _BESIDE_SERIAL)
    page.set_row(_TITLE, 28)
    page.set_row(_HEADER, 32)
    page.set_landscape()
    print_on_a4(page, _HEADER)


def _width(column: TemplateColumn, example: str = "") -> int:
    """Return a width for a heading, its choices and what is usual; a Chinese character is wide."""
    texts = (
        f"*{column.heading}",
        example,
        *column.choices[:_MOST_SHOWN],
        "字" * (column.slot.field.width // 2),
    )
    longest = max(sum(2 if ord(char) > 0x2E7F else 1 for char in text) for text in texts)
    return min(max(longest + 3, _LEAST_CHARS), _MOST_CHARS)


def how_to_fill(slot: Slot) -> str:
    """Return in one line what belongs into a column."""
    return "。".join(part.rstrip("。") for part in _hints(slot) if part)


def _hints(slot: Slot) -> Iterator[str]:
    yield slot.field.help
    companion = fields_of(slot.record_type).get(slot.name.removesuffix("_name"))
    if slot.name.endswith("_name") and isinstance(companion, Link):
        yield f"写台账里{BY_TABLE[companion.to].about.label}的名称，会自动对应"
    else:
        yield _kind_hint(slot.field)


def _kind_hint(one: Field) -> str:
    match one:
        case Choices(codes=name):
            words = [line.name for line in codes.table(name).lines]
            etc = "等" if len(words) > _MOST_SHOWN else ""
            return f"可填几项，用；隔开：{'、'.join(words[:_MOST_SHOWN])}{etc}"
        case Link(to=table):
            return f"写台账里{BY_TABLE[table].about.label}的名称，要先登记；同名的在后面写上单位"
        case Number(unit=unit):
            return f"数字，单位{unit}" if unit else "数字"
        case Money(unit=unit):
            return f"金额，单位{unit}，如 1200.50"
        case Text() | Note():
            return ""
        case _:
            return next(words for kind, words in _HINTS if isinstance(one, kind))


# The narrower kinds first: a month is a partial day too.
_HINTS: tuple[tuple[type[Field], str], ...] = (
    (Choice, "从下拉框里选"),
    (Flag, "填“是”或“否”"),
    (Month, "月份，如 2024-03"),
    (PartialDay, "日期，如 2024-03-05，只知道年月的写 2024-03"),
    (Day, "日期，如 2024-03-05"),
    (Year, "四位年份，如 2024"),
    (Share, "百分比，如 93.5%"),
    (PersonId, "18位身份证号码"),
    (CreditCode, "18位统一社会信用代码"),
    (Phone, "手机号，或带区号的座机号"),
)
