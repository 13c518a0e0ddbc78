"""Writing contents into the cells of a sheet's XML: a cell keeps its style and its place."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date
from decimal import Decimal
from typing import Final

from lxml import etree

from models.county_forms.places import address_of, cell_at, column_of
from models.county_forms.settings import Content
from models.county_forms.slots import rest_of, slots_in
from models.county_forms.styles import FIRST_DAY
from models.errors import Problem
from models.sheets.workbook import DAYS_FROM_1900_TO_1904

MOST_CHARACTERS: Final = 32_767
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_LETTERS = re.compile(r"[A-Z]+")
# Characters that XML cannot hold at all.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class SheetCells:
    """The rows and cells of one sheet by their numbers from 0."""

    def __init__(self, root: etree._Element, *, counts_from_1904: bool) -> None:
        self.root = root
        self.main = root.tag.rpartition("}")[0] + "}" if "}" in root.tag else ""
        self._counts_from_1904 = counts_from_1904
        found = root.find(f"{self.main}sheetData")
        if found is None:
            raise Problem("工作表里没有表格数据，填不进去", "请用WPS或Excel打开，另存一次后再选。")
        self.data: etree._Element = found
        self._lines: dict[int, etree._Element] = {}
        self._number()
        self.find_rows()

    def find_rows(self) -> None:
        """Look again which rows there are, after some were put in."""
        self._lines = dict(self.rows())

    def rows(self) -> Iterator[tuple[int, etree._Element]]:
        """Yield the rows that are written, with their numbers."""
        for row in self.data.iterchildren(f"{self.main}row"):
            yield int(row.get("r", "1")) - 1, row

    def cells_of(self, row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
        """Yield the cells that are written in a row, with the numbers of their columns."""
        for cell in row.iterchildren(f"{self.main}c"):
            letters = _LETTERS.match(cell.get("r", ""))
            yield column_of(letters[0]) if letters else 0, cell

    def formulas(self) -> Iterator[tuple[tuple[int, int], etree._Element]]:
        """Yield the cells that hold a formula, with their places."""
        for row, line in self.rows():
            for column, cell in self.cells_of(line):
                if cell.find(f"{self.main}f") is not None:
                    yield (row, column), cell

    def cell(self, row: int, column: int) -> etree._Element:
        """Return a cell, made with the style of its row or column where there is none yet."""
        line = self._row(row)
        place = 0
        for at, cell in self.cells_of(line):
            if at == column:
                return cell
            if at > column:
                break
            place = line.index(cell) + 1
        made = etree.Element(f"{self.main}c", r=address_of(row, column))
        style = self._usual_style(line, column)
        if style:
            made.set("s", style)
        line.insert(place, made)
        # The hint may be too narrow now; it is only a hint.
        line.attrib.pop("spans", None)
        return made

    def has_formula(self, row: int, column: int) -> bool:
        """Whether a cell holds a formula."""
        line = self._lines.get(row)
        cells = () if line is None else self.cells_of(line)
        return any(at == column and cell.find(f"{self.main}f") is not None for at, cell in cells)

    def write(self, row: int, column: int, content: Content) -> None:
        """Put a content into a cell, nothing when there is none; a formula is never put in."""
        cell = self.cell(row, column)
        _empty(cell)
        match content:
            case None:
                return
            case Decimal():
                self._add_value(cell, _number(content))
            case date():
                self._add_value(cell, str(self._serial(content)))
            case str():
                cell.set("t", "inlineStr")
                inline = etree.SubElement(cell, f"{self.main}is")
                self._set_text(etree.SubElement(inline, f"{self.main}t"), content)

    def write_slots(
        self, place: tuple[int, int], item: etree._Element | None, values: Mapping[int, str]
    ) -> None:
        """Fill blanks within the text of a cell; `item` is its shared string when it has one."""
        cell = self.cell(*place)
        own = cell.find(f"{self.main}is")
        stored = cell.findtext(f"{self.main}v") or ""
        source = own if own is not None else item
        inline = etree.Element(f"{self.main}is")
        if source is None:
            etree.SubElement(inline, f"{self.main}t").text = stored
        for one in source if source is not None else ():
            if isinstance(one.tag, str) and etree.QName(one).localname in ("t", "r"):
                inline.append(deepcopy(one))
        self._fill_pieces(list(inline.iter(f"{self.main}t")), values)
        _empty(cell)
        cell.set("t", "inlineStr")
        cell.append(inline)

    def _fill_pieces(self, pieces: list[etree._Element], values: Mapping[int, str]) -> None:
        texts = [_unescaped(one.text or "") for one in pieces]
        slots = slots_in("".join(texts))
        whole = "".join(texts)
        for number in sorted(values, reverse=True):
            if number >= len(slots):
                start = end = len(whole)
                words = values[number]
            else:
                slot = slots[number]
                start, end = slot.start, slot.end
                words = values[number] + rest_of(whole, slot)
            _replace(texts, start, end, words)
        for piece, text in zip(pieces, texts, strict=True):
            self._set_text(piece, text)

    def _set_text(self, piece: etree._Element, text: str) -> None:
        if len(text) > MOST_CHARACTERS:
            raise Problem(
                f"“{text[:12]}…”有{len(text)}个字，一格最多{MOST_CHARACTERS}个字", "请改短后再填。"
            )
        piece.text = _ESCAPE.sub("_x005F_", _FORBIDDEN.sub("", text))
        if text != text.strip() or "\n" in text:
            piece.set(_SPACE, "preserve")

    def _add_value(self, cell: etree._Element, text: str) -> None:
        value = etree.Element(f"{self.main}v")
        value.text = text
        cell.insert(0, value)

    def _serial(self, day: date) -> int:
        days = (day - FIRST_DAY).days
        return days - DAYS_FROM_1900_TO_1904 if self._counts_from_1904 else days

    def _row(self, row: int) -> etree._Element:
        known = self._lines.get(row)
        if known is not None:
            return known
        above = max((one for one in self._lines if one < row), default=None)
        place = 0 if above is None else self.data.index(self._lines[above]) + 1
        made = etree.Element(f"{self.main}row", r=str(row + 1))
        self.data.insert(place, made)
        self._lines[row] = made
        return made

    def _usual_style(self, line: etree._Element, column: int) -> str:
        if line.get("customFormat") in ("1", "true") and line.get("s"):
            return str(line.get("s", ""))
        for one in self.root.iterfind(f"{self.main}cols/{self.main}col"):
            if int(one.get("min", "1")) <= column + 1 <= int(one.get("max", "1")):
                return str(one.get("style", ""))
        return ""

    def _number(self) -> None:
        """Write out the numbers of rows and cells, which files may leave out."""
        row = 0
        for line in self.data.iterchildren(f"{self.main}row"):
            row = int(line.get("r", row + 1))
            if line.get("r") is None:
                line.set("r", str(row))
            column = -1
            for cell in line.iterchildren(f"{self.main}c"):
                said = cell.get("r")
                column = cell_at(said)[1] if said else column + 1
                if said is None:
                    cell.set("r", address_of(row - 1, column))


def _empty(cell: etree._Element) -> None:
    cell.attrib.pop("t", None)
    for child in list(cell):
        if isinstance(child.tag, str) and etree.QName(child).localname in ("v", "is", "f"):
            cell.remove(child)


def _number(content: Decimal) -> str:
    text = f"{content:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _replace(texts: list[str], start: int, end: int, words: str) -> None:
    """Put words in place of a stretch that may reach over several pieces of a text."""
    offset = 0
    is_put = False
    for number, text in enumerate(texts):
        first, last = offset, offset + len(text)
        offset = last
        is_last = number == len(texts) - 1
        if not is_put and (start < last or (start == last and is_last)):
            texts[number] = text[: start - first] + words + text[max(end - first, start - first) :]
            is_put = True
        elif is_put and first < end:
            texts[number] = text[min(end, last) - first :]
