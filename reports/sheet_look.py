"""How a sheet of a workbook looks: its widths and heights, what is hidden, how cells are dressed."""

import re
import zipfile
import zlib
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Final

from lxml import etree

from models.errors import Problem
from models.sheets.marks import column_number
from reports.sheet_colours import theme_colours
from reports.sheet_styles import MAIN, PLAIN, CellLook, looks_of, number_of

USUAL_WIDTH: Final = 9.14
USUAL_HEIGHT: Final = 15.0
# What reaches over the whole width or height of a sheet is not looked at beyond these.
MOST_COLUMNS: Final = 400
MOST_ROWS: Final = 4_000
_LARGEST_PART: Final = 40_000_000
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ADDRESS: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


@dataclass(frozen=True, slots=True)
class SheetLook:
    """The dress of one sheet, counted from 0; what is not named has the usual measure and look.

    Widths are in digits of the usual letters, heights in points.
    """

    widths: dict[int, float] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    usual_width: float = USUAL_WIDTH
    usual_height: float = USUAL_HEIGHT
    hidden_columns: frozenset[int] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    cells: dict[tuple[int, int], CellLook] = field(default_factory=dict)

    def width(self, column: int) -> float:
        """Return how wide a column is, 0 for a hidden one."""
        return 0 if column in self.hidden_columns else self.widths.get(column, self.usual_width)

    def height(self, row: int) -> float:
        """Return how high a row is, 0 for a hidden one."""
        return 0 if row in self.hidden_rows else self.heights.get(row, self.usual_height)

    def look(self, row: int, column: int) -> CellLook:
        """Return how a cell is dressed."""
        return self.cells.get((row, column), PLAIN)


def read_look(content: bytes, sheet: str) -> SheetLook:
    """Return how the sheet of that name looks; a Problem when the file cannot be read."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return _read(archive, sheet)
    except (zipfile.BadZipFile, zlib.error, LookupError, ValueError, EOFError) as error:
        raise _unreadable() from error
    except (etree.XMLSyntaxError, RuntimeError, NotImplementedError) as error:
        raise _unreadable() from error


def _unreadable() -> Problem:
    return Problem(
        "这张空表读不出来，可能不完整或加了密码", "请用WPS或Excel打开它，另存为“.xlsx”后再试。"
    )


def _read(archive: zipfile.ZipFile, sheet: str) -> SheetLook:
    names = {one.replace("\\", "/").lstrip("/"): one for one in archive.namelist()}
    root = _part(archive, names[_place_of(archive, names, sheet)])
    theme = theme_colours(_optional(archive, names, "xl/theme/theme1.xml"))
    looks = looks_of(_optional(archive, names, "xl/styles.xml"), theme)
    measures = root.find(f"{MAIN}sheetFormatPr")
    said = measures.attrib if measures is not None else {}
    found = SheetLook(
        usual_width=number_of(said.get("defaultColWidth"), USUAL_WIDTH),
        usual_height=number_of(said.get("defaultRowHeight"), USUAL_HEIGHT),
    )
    hidden_columns = _read_columns(root, found)
    hidden_rows = _read_rows(root, found, looks)
    return replace(
        found, hidden_columns=frozenset(hidden_columns), hidden_rows=frozenset(hidden_rows)
    )


def _place_of(archive: zipfile.ZipFile, names: dict[str, str], sheet: str) -> str:
    """Return the part that holds the sheet of that name."""
    book = _part(archive, names["xl/workbook.xml"])
    links = _part(archive, names["xl/_rels/workbook.xml.rels"])
    targets = {one.get("Id", ""): one.get("Target", "") for one in links}
    found = (one for one in book.iter(f"{MAIN}sheet") if one.get("name") == sheet)
    link = next((one.get(_RELATION, "") for one in found), "")
    target = targets[link].replace("\\", "/")
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _read_columns(root: etree._Element, found: SheetLook) -> set[int]:
    hidden: set[int] = set()
    for one in root.iter(f"{MAIN}col"):
        first, last = int(one.get("min", "1")) - 1, int(one.get("max", "1"))
        for column in range(first, min(last, MOST_COLUMNS)):
            if one.get("hidden") in ("1", "true"):
                hidden.add(column)
            if one.get("width"):
                found.widths[column] = number_of(one.get("width"), USUAL_WIDTH)
    return hidden


def _read_rows(root: etree._Element, found: SheetLook, looks: tuple[CellLook, ...]) -> set[int]:
    hidden: set[int] = set()
    row = -1
    for one in root.iter(f"{MAIN}row"):
        row = int(one.get("r", row + 2)) - 1
        if row >= MOST_ROWS:
            break
        if one.get("hidden") in ("1", "true"):
            hidden.add(row)
        if one.get("ht"):
            found.heights[row] = number_of(one.get("ht"), found.usual_height)
        _read_cells(one, row, found, looks)
    return hidden


def _read_cells(
    said: etree._Element, row: int, found: SheetLook, looks: tuple[CellLook, ...]
) -> None:
    column = -1
    for cell in said.iter(f"{MAIN}c"):
        address = _ADDRESS.fullmatch(cell.get("r", ""))
        column = column_number(address[1]) if address else column + 1
        style = cell.get("s", "")
        if style.isdecimal() and int(style) < len(looks):
            found.cells[row, column] = looks[int(style)]


def _optional(archive: zipfile.ZipFile, names: dict[str, str], name: str) -> etree._Element | None:
    return _part(archive, names[name]) if name in names else None


def _part(archive: zipfile.ZipFile, name: str) -> etree._Element:
    with archive.open(name) as part:
        content = part.read(_LARGEST_PART + 1)
    if len(content) > _LARGEST_PART:
        raise ValueError("a part of the workbook is larger than any form")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    return etree.fromstring(content, parser)
