"""A finished workbook whose sheets still lack their rows, and the rows put into it one by one."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

from reports.sheet_rows import Cell, ColumnStyle, row_lines

# The last row that a sheet can have; there the workbook names its formats.
STYLES_ROW: Final = 1_048_576
# Rows repeat so much that packing them harder takes longer and hardly saves anything.
QUICKLY: Final = 1
ROW: Final = re.compile(rb'<row r="(\d+)".*?</row>', re.DOTALL)
STYLE: Final = re.compile(rb' s="(\d+)"')
DIMENSION: Final = re.compile(rb'(<dimension ref="A1:[A-Z]+)\d+"')
END: Final = b"</sheetData>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """The rows that one sheet lacks: from which row on, and up to which it reaches in the end.

    Its styles row has the format of each column, then the same for words, then those of `looks`.
    """

    rows: Iterable[Sequence[Cell]]
    columns: int
    looks: Sequence[str]
    first: int
    last: int


def fill(skeleton: bytes, fillings: Sequence[Filling]) -> bytes:
    """Return the workbook with all rows in it, the first filling in its first sheet."""
    target = BytesIO()
    lacking = {
        f"xl/worksheets/sheet{number}.xml": one for number, one in enumerate(fillings, start=1)
    }
    with (
        ZipFile(BytesIO(skeleton)) as given,
        ZipFile(target, "w", ZIP_DEFLATED, compresslevel=QUICKLY) as made,
    ):
        for part in given.infolist():
            if part.filename in lacking:
                _fill_sheet(made, part.filename, given.read(part), lacking[part.filename])
            else:
                made.writestr(part, given.read(part))
    return target.getvalue()


def _fill_sheet(made: ZipFile, name: str, given: bytes, filling: Filling) -> None:
    rows = {int(one[1]): one for one in ROW.finditer(given)}
    styles = [int(one) for one in STYLE.findall(rows[STYLES_ROW][0])]
    below = b"".join(one[0] for number, one in rows.items() if filling.first <= number < STYLES_ROW)
    start = min(one.start() for number, one in rows.items() if number >= filling.first)
    with made.open(name, "w") as sheet:
        sheet.write(DIMENSION.sub(rb'\g<1>%d"' % filling.last, given[:start]))
        columns = _column_styles(styles, filling.columns)
        for lines in row_lines(filling.rows, columns, _looks(styles, filling), filling.first):
            sheet.write(lines)
        sheet.write(below + given[given.index(END) :])


def _column_styles(styles: Sequence[int], columns: int) -> list[ColumnStyle]:
    own, words = styles[:columns], styles[columns : 2 * columns]
    return [ColumnStyle(*both) for both in zip(own, words, strict=True)]


def _looks(styles: Sequence[int], filling: Filling) -> Mapping[str, int]:
    return dict(zip(filling.looks, styles[2 * filling.columns :], strict=True))
