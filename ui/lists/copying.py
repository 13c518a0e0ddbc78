"""Rows and cells of a list on the clipboard, so that Excel and WPS take them as they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from PySide6.QtWidgets import QApplication

from reports.listing import Cell, Listing, ListingColumn, Teller, Told
from ui.lists.commands import ListContext

QUOTED = frozenset('\t\n\r"')
AS_TEXT = "\\@"
FORMATS = {"day": "yyyy\\-mm\\-dd", "year": "0", "share": "0\\.##%"}


@dataclass(frozen=True, slots=True)
class Clip:
    """The same rows as text between tabs and as a table."""

    text: str
    html: str


def clip_of(listing: Listing, told: Told | None = None) -> Clip:
    """Return a list with its headings as the clipboard takes it."""
    teller = Teller("正在复制", listing.count, told)
    rows = [list(row) for row in teller.tell(listing.rows())]
    lines = _lines(listing.columns, rows)
    return Clip("".join(lines), "".join(_table(listing.columns, rows)))


def copy_cell(context: ListContext) -> bool:
    """Copy the text of the cell on which the cursor stands; whether there is one."""
    index = context.table.currentIndex()
    if not index.isValid():
        return False
    column = context.table.records.columns[index.column()]
    text = context.table.records.cell(index.row(), index.column()).text
    QApplication.clipboard().setText(text)
    context.office.say(f"已复制“{column.title}”：{text}")
    return True


def _lines(columns: Sequence[ListingColumn], rows: Sequence[Sequence[Cell]]) -> Iterator[str]:
    yield "\t".join(_quoted(one.heading) for one in columns) + "\r\n"
    for row in rows:
        cells = (_quoted(_plain(one, cell)) for one, cell in zip(columns, row, strict=True))
        yield "\t".join(cells) + "\r\n"


def _table(columns: Sequence[ListingColumn], rows: Sequence[Sequence[Cell]]) -> Iterator[str]:
    yield '<html><head><meta charset="utf-8"></head><body><table>\n<tr>'
    yield from (f"<th>{escape(one.heading)}</th>" for one in columns)
    yield "</tr>\n"
    for row in rows:
        yield "<tr>"
        for column, cell in zip(columns, row, strict=True):
            shown = escape(_plain(column, cell)).replace("\n", "<br>")
            yield f"<td style='mso-number-format:\"{_format(column, cell)}\"'>{shown}</td>"
        yield "</tr>\n"
    yield "</table></body></html>"


def _plain(column: ListingColumn, cell: Cell) -> str:
    """Return a cell without what only dresses it: a nought is a nought in a spreadsheet."""
    if cell is None or isinstance(cell, str):
        return cell or ""
    return "0" if not isinstance(cell, date) and not cell else column.show(cell)


def _format(column: ListingColumn, cell: Cell) -> str:
    if cell is None or isinstance(cell, str):
        return AS_TEXT
    if column.kind == "number":
        return "\\#\\,\\#\\#0" + (f"\\.{'0' * column.places}" if column.places else "")
    return FORMATS.get(column.kind, AS_TEXT)


def _quoted(text: str) -> str:
    if QUOTED.isdisjoint(text):
        return text
    return '"' + text.replace('"', '""') + '"'
