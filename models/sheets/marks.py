"""What the reader of workbooks leaves out: error cells, formulas without results, hidden rows."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from xml.parsers import expat

from models.errors import Problem
from models.sheets.container import broken

MOST_CELLS = 10_000_000
WIDEST_SHEET, USUAL_WIDTH = 16_384, 26

# Everything that zipfile, zlib, expat and our own reading of numbers say about damaged content.
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    LookupError,
    ValueError,
    OSError,
    EOFError,
    NotImplementedError,
)
_CHUNK = 1 << 20
_OVERLAP = 64
# Searching for plain bytes is ten times faster than one pattern for all spellings; a sheet that
# does not use the usual spelling gets the slow pass anyway.
_WORTH_A_PASS = (b't="e"', b"<f", b' hidden="1"', b' hidden="true"')
_USUAL_ROOT = b"<worksheet"
_ROW_NUMBER = re.compile(rb"<(?:\w+:)?row [^>]*?\br=[\"'](\d+)")
_FAR_COLUMN = re.compile(rb"r=[\"'][A-Z]{2,3}\d")
# Rows after 1,048,576 do not exist; the reader of workbooks would make room for all of them.
_BEYOND_LAST_ROW = re.compile(
    rb"r=[\"'][A-Z]{0,3}(?:104857[7-9]|10485[89]\d|1048[6-9]\d\d|1049\d{3}|10[5-9]\d{4}"
    rb"|1[1-9]\d{5}|[2-9]\d{6}|\d{8,})[\"']"
)
# Looking for seven digits first takes half the time; few sheets have them.
_FAR_ROW = re.compile(rb"r=[\"'][A-Z]{0,3}\d{7}")
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d+)")
_TEXTS, _DECLARATION = "sharedStrings.xml", b"<!DOCTYPE"


class _DeclarationError(Exception):
    """A part declares what only forged workbooks do."""


@dataclass(slots=True)
class Marks:
    """The cells of one sheet that must not be taken as blank, by row and column from 0."""

    troubles: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: list[int] = field(default_factory=list)
    last_row: int = 0
    last_column: int = 0


@dataclass(slots=True)
class BookMarks:
    """What the parts of an xlsx file say about its sheets."""

    marks: dict[str, Marks] = field(default_factory=dict)
    counts_from_1904: bool = False


def read_marks(path: Path) -> BookMarks:
    """Return the marks of every sheet of an xlsx file, or raise Problem for a hostile one."""
    found = BookMarks()
    try:
        with zipfile.ZipFile(path) as archive:
            names = {one.replace("\\", "/"): one for one in archive.namelist()}
            if "xl/workbook.xml" not in names:
                return found
            sheets = _Outline()
            _parse(archive.open(names["xl/workbook.xml"]), sheets.start)
            _parse(archive.open(names["xl/_rels/workbook.xml.rels"]), sheets.start)
            found.counts_from_1904 = sheets.counts_from_1904
            for title, part in sheets.parts():
                if part in names:
                    found.marks[title] = _marks_of(archive, names[part], path)
    except _DeclarationError as error:
        raise forged(path) from error
    except _UNREADABLE as error:
        raise broken(path, error) from error
    return found


def forged(path: Path) -> Problem:
    """Return the problem of a workbook that wants something from outside it."""
    advice = "这样的文件可能是伪造的，请向发文件的人核实；确实要用，请在WPS里另存为.xlsx后再导入。"
    return Problem(f"“{path.name}”里带有不该有的外部引用，为安全起见没有打开", advice)


def is_forged(path: Path) -> bool:
    """Whether the texts of a workbook that cannot be read declare entities."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = [one for one in archive.namelist() if one.endswith(_TEXTS)]
            return any(_DECLARATION in archive.open(one).read(_CHUNK) for one in parts)
    except _UNREADABLE:
        return False


def _marks_of(archive: zipfile.ZipFile, part: str, path: Path) -> Marks:
    with archive.open(part) as stream:
        if not _deserves_a_pass(stream, path):
            return Marks()
    reader = _SheetReader()
    with archive.open(part) as stream:
        _parse(stream, reader.start, reader.end, reader.text)
    marks = reader.marks
    if (marks.last_row + 1) * (marks.last_column + 1) > MOST_CELLS:
        raise _too_large(path)
    return marks


def _too_large(path: Path) -> Problem:
    advice = "多半是很远的角落里有一个误填的字，请删去后面的空行空列，保存后再导入。"
    return Problem(f"“{path.name}”的表格大得不正常", advice)


def _deserves_a_pass(stream: IO[bytes], path: Path) -> bool:
    """Whether a sheet holds anything that only the slow pass can tell."""
    last_row = 0
    is_wide = False
    is_first = True
    for chunk in _overlapping(stream):
        if _FAR_ROW.search(chunk) and _BEYOND_LAST_ROW.search(chunk):
            raise _too_large(path)
        if is_first and (_USUAL_ROOT not in chunk or b"='" in chunk):
            return True
        is_first = False
        if any(mark in chunk for mark in _WORTH_A_PASS):
            return True
        filled = max(chunk.rfind(b"</v>"), chunk.rfind(b"</t>"))
        start = chunk.rfind(b"row ", 0, max(filled, 0))
        if start > 0 and (number := _ROW_NUMBER.search(chunk, start - 1)):
            last_row = max(last_row, int(number[1]))
        is_wide = is_wide or _FAR_COLUMN.search(chunk) is not None
    return last_row * (WIDEST_SHEET if is_wide else USUAL_WIDTH) > MOST_CELLS


def _overlapping(stream: IO[bytes]) -> Iterator[bytes]:
    tail = b""
    while block := stream.read(_CHUNK):
        yield tail + block
        tail = block[-_OVERLAP:]


def _parse(stream: IO[bytes], start: object, end: object = None, text: object = None) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start  # type: ignore[assignment]
    parser.EndElementHandler = end  # type: ignore[assignment]
    parser.CharacterDataHandler = text  # type: ignore[assignment]
    parser.StartDoctypeDeclHandler = _refuse_declarations
    parser.ParseFile(stream)


def _refuse_declarations(*_: object) -> None:
    raise _DeclarationError


class _Outline:
    """The names of the sheets and the parts that hold them."""

    def __init__(self) -> None:
        self.counts_from_1904 = False
        self._titles: list[tuple[str, str]] = []
        self._targets: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "sheet":
            link = next((v for k, v in attributes.items() if k.rpartition(":")[2] == "id"), "")
            self._titles.append((attributes.get("name", ""), link))
        elif name == "Relationship":
            self._targets[attributes.get("Id", "")] = attributes.get("Target", "")
        elif name == "workbookPr":
            self.counts_from_1904 = attributes.get("date1904") in ("1", "true")

    def parts(self) -> Iterator[tuple[str, str]]:
        for title, link in self._titles:
            target = self._targets.get(link, "").replace("\\", "/")
            yield title, target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


class _SheetReader:
    """The slow pass over one sheet: it only keeps what is out of the ordinary."""

    def __init__(self) -> None:
        self.marks = Marks()
        self._row = -1
        self._column = -1
        self._type = ""
        self._content = ""
        self._is_formula = False
        self._is_in_value = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "row":
            self._row = int(attributes["r"]) - 1 if "r" in attributes else self._row + 1
            self._column = -1
            if attributes.get("hidden") in ("1", "true"):
                self.marks.hidden_rows.append(self._row)
        elif name == "c":
            self._start_cell(attributes)
        elif name == "f":
            self._is_formula = True
        elif name in ("v", "t"):
            self._is_in_value = True

    def text(self, content: str) -> None:
        if self._is_in_value:
            self._content += content

    def end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if name in ("v", "t"):
            self._is_in_value = False
        elif name == "c":
            self._end_cell()

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._type = attributes.get("t", "")
        self._content = ""
        self._is_formula = False
        place = _REFERENCE.fullmatch(attributes.get("r", ""))
        self._column = column_number(place[1]) if place else self._column + 1

    def _end_cell(self) -> None:
        place = (self._row, self._column)
        if self._type == "e":
            self.marks.troubles[place] = f"单元格里是错误值{self._content}，不是内容"
        elif self._is_formula and not self._content and self._type != "str":
            self.marks.troubles[place] = "公式没有算出结果，请用WPS打开、保存一次后再导入"
        if self._content:
            self.marks.last_row = max(self.marks.last_row, self._row)
            self.marks.last_column = max(self.marks.last_column, self._column)


def column_number(letters: str) -> int:
    """Return the column of its letters, counted from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def column_letters(number: int) -> str:
    """Return the letters of a column counted from 0."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
