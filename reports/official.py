"""The official forms as workbooks: empty to be handed out, or filled from the office file."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from models.fields import Number
from models.lists.official import WORD_LISTS, FormColumn, OfficialForm
from models.official_rows import Cell, form_rows, offered_by_office
from models.records.base import Record
from models.store import Store
from models.values.dates import say_day
from reports.files import write_whole

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Told = Callable[[str, int, int], None]

BLANK_ROWS: Final = 50
# Whoever goes on below the last blank row finds the same drop-downs there.
LAST_CHECKED_ROW: Final = 5_000
ANNEX, TITLE, SIGNED, HEADER = 0, 1, 2, 3
A4: Final = 9
# A character is this wide in a file; with it the widths come out as the forms have them.
CHAR_PIXELS: Final = 7
MOST_INLINE: Final = 255
EVERY: Final = 500
BODY_FONT, TITLE_FONT = "宋体", "方正小标宋简体"
# How a chosen word may differ is the clerk's affair: other papers than identity cards exist.
ERROR_TITLE, ERROR_WORDS = "不在可选项里", "官方表只认下拉框里的写法。仍要这样填吗？"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPaper:
    """What one copy of a form holds; `words` are drop-downs that the office file offers."""

    form: OfficialForm
    rows: Iterable[Sequence[Cell]] = ()
    count: int = 0
    filler: str = ""
    day: str = ""
    words: Mapping[FormColumn, Sequence[str]] = field(default_factory=dict)

    def with_rows(self, rows: Iterable[Sequence[Cell]]) -> "FormPaper":
        """Return the copy with other rows for the same records."""
        return replace(self, rows=rows)


def paper_for(
    store: Store, form: OfficialForm, day: date, *, records: Sequence[Record] = (), filler: str = ""
) -> FormPaper:
    """Return a copy of a form for an office, filled with records; without any it is empty."""
    return FormPaper(
        form=form,
        rows=form_rows(store, form, records),
        count=len(records),
        filler=filler or store.town().union_name,
        day=say_day(day) if records else "",
        words={one: offered_by_office(store, one) for one in form.columns if one.is_from_office},
    )


def write_official(path: Path, paper: FormPaper, told: Told | None = None) -> Path:
    """Save a form as a workbook, and return where it is."""
    return write_whole(path, official_workbook(paper, told))


def official_workbook(paper: FormPaper, told: Told | None = None) -> bytes:
    """Return a form as the content of a workbook; without rows it has blank ones to fill in."""
    from xlsxwriter.workbook import Workbook

    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(file, options) as workbook:
        formats = _Formats(workbook)
        page = workbook.add_worksheet(paper.form.title)
        lists = workbook.add_worksheet(WORD_LISTS)
        _write_head(page, paper, formats)
        last = _write_rows(page, paper, formats, told)
        _write_note(page, paper.form, last + 1, formats)
        _write_choices(page, lists, paper, formats)
        _set_up(page, paper.form)
    return file.getvalue()


class _Formats:
    """The formats of a form."""

    def __init__(self, workbook: "Workbook") -> None:
        plain = {"font_name": BODY_FONT, "font_size": 10, "valign": "vcenter", "num_format": "@"}
        framed = {**plain, "border": 1, "align": "center", "text_wrap": True}
        self.annex: Format = workbook.add_format({**plain, "font_size": 11})
        self.title: Format = workbook.add_format(
            {**plain, "font_name": TITLE_FONT, "font_size": 20, "align": "center"}
        )
        self.signed: Format = workbook.add_format({**plain, "bold": True, "align": "left"})
        self.header: Format = workbook.add_format(framed)
        self.text: Format = workbook.add_format(framed)
        self.number: Format = workbook.add_format({**framed, "num_format": "General"})
        self.note: Format = workbook.add_format({**plain, "text_wrap": True, "align": "left"})
        self.column: Format = workbook.add_format({**plain, "align": "center"})

    def of(self, column: FormColumn) -> "Format":
        """Return how the cells of a column look: counts are numbers, all else is text."""
        counts = column.slot is None or isinstance(column.slot.field, Number)
        return self.number if counts else self.text


def _write_head(page: "Worksheet", paper: FormPaper, formats: _Formats) -> None:
    form = paper.form
    last = len(form.columns) - 1
    for place, column in enumerate(form.columns):
        page.set_column_pixels(place, place, column.width * CHAR_PIXELS, formats.column)
    page.merge_range(ANNEX, 0, ANNEX, 1, form.annex, formats.annex)
    page.merge_range(TITLE, 0, TITLE, last, form.title, formats.title)
    for one in form.signatures:
        text = one.text.format(filler=paper.filler, day=paper.day)
        page.merge_range(SIGNED, one.first, SIGNED, one.last, text, formats.signed)
    if form.header_rows == 1:
        for place, column in enumerate(form.columns):
            page.write_string(HEADER, place, column.heading, formats.header)
        return
    _write_groups(page, form, formats)


def _write_groups(page: "Worksheet", form: OfficialForm, formats: _Formats) -> None:
    for place, column in enumerate(form.columns):
        if not column.group:
            page.merge_range(HEADER, place, HEADER + 1, place, column.heading, formats.header)
        else:
            page.write_string(HEADER + 1, place, column.heading, formats.header)
    for group in dict.fromkeys(one.group for one in form.columns if one.group):
        places = [place for place, one in enumerate(form.columns) if one.group == group]
        page.merge_range(HEADER, places[0], HEADER, places[-1], group, formats.header)


def _write_rows(page: "Worksheet", paper: FormPaper, formats: _Formats, told: Told | None) -> int:
    """Write the rows, or blank ones when there is none, and return the last one's place."""
    form = paper.form
    cells = [formats.of(column) for column in form.columns]
    row = first = HEADER + form.header_rows - 1
    for row, texts in enumerate(paper.rows, start=first + 1):
        if told and row % EVERY == 0:
            told("正在写入官方表", row - first, paper.count)
        for place, (cell, look) in enumerate(zip(texts, cells, strict=True)):
            _write_cell(page, row, place, cell, look)
    if row > first:
        return row
    for row in range(first + 1, first + 1 + BLANK_ROWS):
        for place, look in enumerate(cells):
            page.write_blank(row, place, None, look)
    return row


def _write_cell(page: "Worksheet", row: int, place: int, cell: Cell, look: "Format") -> None:
    if cell is None:
        page.write_blank(row, place, None, look)
    elif isinstance(cell, str):
        page.write_string(row, place, cell, look)
    else:
        page.write_number(row, place, cell, look)


def _write_note(page: "Worksheet", form: OfficialForm, row: int, formats: _Formats) -> None:
    page.merge_range(row, 0, row, len(form.columns) - 1, form.note, formats.note)
    page.set_row(row, 30)


def _write_choices(
    page: "Worksheet", lists: "Worksheet", paper: FormPaper, formats: _Formats
) -> None:
    """Give the columns their drop-downs; what is too long for a cell's own stands on a sheet."""
    from xlsxwriter.utility import xl_col_to_name

    used = 0
    first = HEADER + paper.form.header_rows
    for place, column in enumerate(paper.form.columns):
        words = list(paper.words.get(column, column.offered))
        if not words:
            continue
        source: list[str] | str = words
        if len(",".join(words)) > MOST_INLINE or column.ending or column.is_from_office:
            lists.write_column(0, used, [column.heading, *words], formats.column)
            lists.set_column(used, used, max(2 * len(word) for word in words) + 2)
            letters = xl_col_to_name(used)
            source = f"={WORD_LISTS}!${letters}$2:${letters}${len(words) + 1}"
            used += 1
        asked = {"validate": "list", "source": source, "error_type": "warning"}
        told = {"error_title": ERROR_TITLE, "error_message": ERROR_WORDS}
        page.data_validation(first, place, LAST_CHECKED_ROW, place, {**asked, **told})


def _set_up(page: "Worksheet", form: OfficialForm) -> None:
    left, right, top, bottom = form.margins
    page.set_row(TITLE, 32)
    page.set_row(SIGNED, 28)
    if form.header_rows == 1:
        page.set_row(HEADER, 41)
    else:
        page.set_row(HEADER, 24)
        page.set_row(HEADER + 1, 66)
    page.freeze_panes(HEADER + form.header_rows, 0)
    page.repeat_rows(HEADER, HEADER + form.header_rows - 1)
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    page.set_margins(left, right, top, bottom)
    page.center_horizontally()
    page.set_footer("&C第&P页/共&N页")
