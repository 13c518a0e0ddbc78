"""A chosen file as grids of cells, whatever program wrote it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

from models.sheets.apart import read_apart
from models.sheets.container import Format, broken, locked, recognise
from models.sheets.delimited import Table, read_text, read_web_tables
from models.sheets.marks import BookMarks, column_letters, forged, is_forged, read_marks

LARGEST_EXACT_NUMBER = 10**15
DAYS_FROM_1900_TO_1904 = 1462
LOST_DIGITS = "该单元格为数字格式，后3位已丢失，请改为文本后重新录入"

_NUMBERS = frozenset({bool, int, float})
_ESCAPED = re.compile(r"(?:_x[0-9A-Fa-f]{4}_)+")
_ESCAPED_UNIT = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range of cells, counted from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Grid:
    """One list: its raw cells from A1 on, and what is known about them beside their values.

    A list that does not begin at the top of its sheet `start`s at a later row; blank ones precede.
    `places` names cells that stand elsewhere in the file, `elsewhere` the rows of another list.
    """

    name: str
    rows: list[list[object]]
    merges: tuple[Merge, ...] = ()
    troubles: dict[tuple[int, int], str] = field(default_factory=dict)
    is_hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    start: int = 0
    places: Mapping[tuple[int, int], str] = field(default_factory=dict)
    elsewhere: frozenset[int] = frozenset()
    _turned: list[tuple[object, ...]] = field(default_factory=list, init=False, repr=False)

    @property
    def width(self) -> int:
        """Return the number of columns."""
        return len(self.rows[0]) if self.rows else 0

    def text(self, row: int, column: int) -> str:
        """Return one cell as text."""
        return show_cell(self.rows[row][column])

    def texts(self, row: int) -> list[str]:
        """Return a row of cells as text."""
        return [show_cell(cell) for cell in self.rows[row]]

    def column(self, index: int) -> tuple[object, ...]:
        """Return the raw cells of a column; the sheet is turned once and then left as it is."""
        if not self._turned:
            self._turned = list(zip(*self.rows, strict=True))
        return self._turned[index]

    def cells(self, rows: Sequence[int], column: int) -> tuple[object, ...]:
        """Return the raw cells of the given rows in one column."""
        whole = self.column(column) if rows else ()
        if rows and rows[-1] - rows[0] == len(rows) - 1:
            return whole[rows[0] : rows[-1] + 1]
        return tuple([whole[row] for row in rows])

    def place(self, row: int, column: int) -> str:
        """Return a cell's name as the spreadsheet shows it, such as L69."""
        return self.places.get((row, column)) or f"{column_letters(column)}{row + 1}"


@dataclass(slots=True)
class Workbook:
    """A file's sheets in order, and what the clerk should know about reading it."""

    path: Path
    format: Format
    sheets: tuple[Grid, ...]
    counts_from_1904: bool = False
    notices: tuple[str, ...] = ()


def read_workbook(path: Path) -> Workbook:
    """Return all cells of a spreadsheet, or raise Problem with one clear sentence."""
    kind = recognise(path)
    if kind is Format.TEXT:
        return Workbook(path, kind, (_grid_of(path.stem, read_text(path)),), notices=_renamed(path))
    if kind is Format.WEB:
        tables = read_web_tables(path)
        grids = tuple(_grid_of(f"表{n}", table) for n, table in enumerate(tables, 1))
        notice = f"“{path.name}”其实是网页格式，已按其中的表格读取"
        return Workbook(path, kind, grids, notices=(notice,))
    if kind is Format.XLSX:
        return _read_with_calamine(path, kind, read_marks(path))
    # calamine 0.9 aborts over some damaged xls files, and the program with it; it makes room for
    # as many rows as an ods file says there are.
    found = read_apart(_read_xls if kind is Format.XLS else _read_ods, path)
    if found is None:
        raise broken(path)
    return found


def _read_xls(path: Path) -> Workbook:
    return _read_with_calamine(path, Format.XLS, BookMarks())


def _read_ods(path: Path) -> Workbook:
    return _read_with_calamine(path, Format.ODS, BookMarks())


def show_cell(cell: object) -> str:
    """Return a raw cell as the text that the clerk sees, without Excel's escapes."""
    match cell:
        case str():
            return _ESCAPED.sub(_unescaped, cell) if "_x" in cell else cell
        case bool():
            return "TRUE" if cell else "FALSE"
        case int():
            return str(cell)
        case float():
            return _show_whole(cell) if cell.is_integer() and abs(cell) < 1e22 else f"{cell:.15g}"
        case datetime():
            if (cell.hour, cell.minute, cell.second) == (0, 0, 0):
                return cell.date().isoformat()
            return cell.isoformat(sep=" ", timespec="seconds")
        case date() | time():
            return cell.isoformat()
        case timedelta():
            return str(cell)
        case _:
            return ""


def _show_whole(number: float) -> str:
    """Return a whole number as the spreadsheet shows it: fifteen digits, then noughts."""
    if abs(number) < LARGEST_EXACT_NUMBER:
        return str(int(number))
    return f"{Decimal(f'{number:.15g}'):f}"


def _unescaped(found: re.Match[str]) -> str:
    """Return what escapes stand for; half a character becomes the sign of an unreadable one."""
    units = b"".join(int(one, 16).to_bytes(2, "little") for one in _ESCAPED_UNIT.findall(found[0]))
    text = units.decode("utf-16-le", errors="replace")
    return "".join(one for one in text if one >= " " or one in "\t\n")


def show_cells(cells: Sequence[object]) -> list[str]:
    """Return many raw cells as text."""
    kinds = set(map(type, cells))
    if kinds <= {str} and "_x" not in "\n".join(cast("Sequence[str]", cells)):
        return list(cast("Sequence[str]", cells))
    if len(kinds & _NUMBERS) > 1:
        # True, 1 and 1.0 are the same key, and shown differently.
        return [show_cell(cell) for cell in cells]
    shown = {cell: show_cell(cell) for cell in set(cells)}
    return [shown[cell] for cell in cells]


def is_lossy(cell: object) -> bool:
    """Whether a number has more digits than a spreadsheet keeps."""
    return isinstance(cell, (int, float)) and abs(cell) >= LARGEST_EXACT_NUMBER


def _read_with_calamine(path: Path, kind: Format, marks: BookMarks) -> Workbook:
    import python_calamine as calamine

    try:
        # The open file, not its path: calamine believes the extension of a path.
        with path.open("rb") as file, calamine.CalamineWorkbook.from_filelike(file) as book:
            grids = tuple(
                _read_sheet(
                    book,
                    meta.name,
                    marks,
                    is_hidden=meta.visible != calamine.SheetVisibleEnum.Visible,
                )
                for meta in book.sheets_metadata
                if meta.typ == calamine.SheetTypeEnum.WorkSheet
            )
    except calamine.PasswordError as error:
        raise locked(path) from error
    except (calamine.CalamineError, OSError) as error:
        raise (forged(path) if is_forged(path) else broken(path, error)) from error
    except BaseException as error:
        # calamine 0.9 panics over some damaged xls files, and PanicException cannot be imported.
        if type(error).__name__ == "PanicException":
            raise broken(path) from error
        raise
    notices = [
        f"“{one.name}”是隐藏的工作表，也已读取" for one in grids if one.is_hidden and one.rows
    ]
    notices += [note for one in grids for note in _about_hidden_rows(one)]
    return Workbook(path, kind, grids, marks.counts_from_1904, (*_renamed(path, kind), *notices))


def _read_sheet(book: Any, name: str, marks: BookMarks, *, is_hidden: bool) -> Grid:
    sheet = book.get_sheet_by_name(name)
    rows = sheet.to_python(skip_empty_area=False)
    ranges = sheet.merged_cell_ranges or ()
    merges = tuple(_clipped((Merge(*top, *bottom) for top, bottom in sorted(ranges)), rows))
    found = marks.marks.get(name)
    troubles = found.troubles if found else {}
    hidden = tuple(row for row in found.hidden_rows if row < len(rows)) if found else ()
    return Grid(name, rows, merges, _inside(troubles, rows), is_hidden, hidden)


def _clipped(merges: Iterable[Merge], rows: Sequence[Sequence[object]]) -> Iterable[Merge]:
    """Yield the merged cells as far as the rows reach; some are merged to the end of the sheet."""
    last_row, last_column = len(rows) - 1, len(rows[0]) - 1 if rows else -1
    for one in merges:
        if one.top <= last_row and one.left <= last_column:
            bottom, right = min(one.bottom, last_row), min(one.right, last_column)
            yield Merge(one.top, one.left, bottom, right)


def _inside(
    troubles: dict[tuple[int, int], str], rows: Sequence[Sequence[object]]
) -> dict[tuple[int, int], str]:
    """Return the troubles whose cells the rows reach; an error cell may lie beyond all values."""
    width = len(rows[0]) if rows else 0
    return {at: why for at, why in troubles.items() if at[0] < len(rows) and at[1] < width}


def _about_hidden_rows(grid: Grid) -> Iterable[str]:
    if grid.hidden_rows:
        shown = "、".join(str(row + 1) for row in grid.hidden_rows[:5])
        etc = "等" if len(grid.hidden_rows) > 5 else ""
        yield f"“{grid.name}”第{shown}{etc}行是隐藏的行，也已读取"


def _grid_of(name: str, table: Table) -> Grid:
    width = max((len(row) for row in table.rows), default=0)
    rows: list[list[object]] = [[*row, *[""] * (width - len(row))] for row in table.rows]
    merges = tuple(Merge(*one) for one in table.merges)
    return Grid(name, rows, merges)


def _renamed(path: Path, kind: Format = Format.TEXT) -> tuple[str, ...]:
    """Say so when the name of the file promises another format than its content."""
    usual = {
        Format.XLSX: {".xlsx", ".xlsm", ".xlsb", ".xltx", ".et"},
        Format.XLS: {".xls", ".et", ".xlt"},
        Format.ODS: {".ods"},
        Format.TEXT: {".csv", ".txt", ".tsv"},
    }
    if path.suffix.lower() in usual[kind]:
        return ()
    return (f"“{path.name}”的内容其实是{kind.value}格式，已按内容读取",)
