"""Lists kept as text: csv in the encodings that Chinese offices use, and tables of web pages."""

import codecs
import csv
import io
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from typing_extensions import override

from models.errors import Problem
from models.sheets.container import SAVE_AS_XLSX

_SEPARATORS = ",;\t|"
_SAMPLE = 20
_LARGEST_SPAN = 500
_BLANKS = re.compile(r"[ \t\r\n\f]+")


@dataclass(slots=True)
class Table:
    """The rows of a text table and the spans of its merged cells (top, left, bottom, right).

    Plain text `hides_merges`: a blank cell of it may be one that was merged with the one above.
    """

    rows: list[list[str]] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hides_merges: bool = True


def read_text(path: Path) -> Table:
    """Return the rows of a csv file; row numbers are those that a spreadsheet shows."""
    text = _decoded(path)
    separator, skipped = _separator(text)
    lines = io.StringIO(text, newline="")
    try:
        rows = list(csv.reader(lines, delimiter=separator))
    except csv.Error as error:
        raise Problem(f"“{path.name}”的引号不成对，读不出来", SAVE_AS_XLSX) from error
    if skipped:
        rows[0] = []
    return _squared(rows)


def _squared(rows: list[list[str]]) -> Table:
    width = max((len(row) for row in rows), default=0)
    return Table([[_unprotected(cell) for cell in row] + [""] * (width - len(row)) for row in rows])


def read_web_tables(path: Path) -> list[Table]:
    """Return the tables of a web page that was saved under a spreadsheet's name."""
    tables = tables_in(_decoded(path))
    if not tables:
        raise Problem(f"“{path.name}”其实是网页，里面没有表格", SAVE_AS_XLSX)
    return tables


def tables_in(html: str) -> list[Table]:
    """Return the tables of a web page that hold anything."""
    reader = _WebReader()
    reader.feed(html)
    reader.close()
    return [table for table in reader.tables if any(any(row) for row in table.rows)]


def cells_of(text: str) -> Table:
    """Return the rows of cells between which stand tabs, as spreadsheets copy them."""
    lines = io.StringIO(text, newline="")
    return _squared(list(csv.reader(lines, delimiter="\t")))


def _decoded(path: Path) -> str:
    content = path.read_bytes()
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_text(text):
            return text
    raise Problem(f"“{path.name}”不是表格，认不出里面的内容", "请选择Excel、WPS表格或csv文件。")


def _is_text(text: str) -> bool:
    sample = text[:4096]
    strange = sum(1 for one in sample if ord(one) < 32 and one not in "\t\r\n")
    return strange * 50 <= len(sample)


def _separator(text: str) -> tuple[str, bool]:
    """Return the separator, and whether the first line only names it (sep=;)."""
    lines = text.split("\n", _SAMPLE)[:_SAMPLE]
    first = lines[0].strip().strip('"').lower()
    if first.startswith("sep=") and len(first) == 5:
        return first[4], True
    return max(_SEPARATORS, key=lambda one: sum(line.count(one) for line in lines)), False


def _unprotected(cell: str) -> str:
    """Return a cell without the ="..." that keeps long numbers text."""
    if cell.startswith('="') and cell.endswith('"') and len(cell) > 2:
        return cell[2:-1]
    return cell


class _WebReader(HTMLParser):
    """Collects the cells of every table; a table inside a cell counts as text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[Table] = []
        self._depth = 0
        self._words: list[str] | None = None
        self._span = (1, 1)
        self._taken: set[tuple[int, int]] = set()

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.tables.append(Table(hides_merges=False))
                self._taken = set()
        elif self._depth == 1 and tag == "tr":
            self.tables[-1].rows.append([])
        elif self._depth == 1 and tag in ("td", "th"):
            self._end_cell()
            given = dict(attrs)
            self._span = (_count(given.get("rowspan")), _count(given.get("colspan")))
            self._words = []
        elif tag == "br" and self._words is not None:
            self._words.append("\n")

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            if self._depth == 1:
                self._end_cell()
            self._depth = max(0, self._depth - 1)
        elif self._depth == 1 and tag in ("td", "th", "tr"):
            self._end_cell()

    @override
    def handle_data(self, data: str) -> None:
        # Where the source of a page breaks its lines means no more than a blank.
        if self._words is not None:
            self._words.append(_BLANKS.sub(" ", data))

    def _end_cell(self) -> None:
        if self._words is None or not self.tables[-1].rows:
            self._words = None
            return
        text = "".join(self._words).replace("\xa0", " ").strip()
        self._words = None
        table = self.tables[-1]
        top = len(table.rows) - 1
        row = table.rows[top]
        while (top, len(row)) in self._taken:
            row.append("")
        left = len(row)
        height, width = self._span
        row.extend([text] + [""] * (width - 1))
        if height > 1 or width > 1:
            table.merges.append((top, left, top + height - 1, left + width - 1))
        self._taken.update(
            (top + down, left + right) for down in range(1, height) for right in range(width)
        )


def _count(text: str | None) -> int:
    return min(int(text), _LARGEST_SPAN) if text and text.isdigit() and int(text) > 0 else 1
