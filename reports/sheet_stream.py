"""A finished workbook whose sheets still lack their rows, and the rows put into it one by one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

from reports.sheet_rows import Cell, ColumnStyle, column_letters, row_lines

# Rows repeat so much that packing them harder takes longer and hardly saves anything.
QUICKLY: Final = 1
ROW: Final = re.compile(rb'<row r="(\d+)".*?</row>', re.DOTALL)
STYLE: Final = re.compile(rb' s="(\d+)"')
DIMENSION: Final = re.compile(rb'<dimension ref="[^"]*"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """The rows that one sheet lacks from a row on, and the line of sums below them.

    In place of the first row stand the formats: those of the columns, of words in them and of
    `looks`, then the same three for the line of sums. The sheet reaches up to the row `last`.
    """

    rows: Iterable[Sequence[Cell]]
    total: Sequence[Cell] | None
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
    formats = next(one for one in ROW.finditer(given) if int(one[1]) == filling.first)
    styles = [int(one) for one in STYLE.findall(formats[0])]
    plain, bold = styles[: len(styles) // 2], styles[len(styles) // 2 :]
    totals = [filling.total] if filling.total else []
    with made.open(name, "w") as sheet:
        corner = f"{column_letters(filling.columns - 1)}{filling.last}"
        reach = f'<dimension ref="A1:{corner}"'.encode()
        sheet.write(DIMENSION.sub(reach, given[: formats.start()]))
        for lines in _lines(filling.rows, plain, filling, filling.first):
            sheet.write(lines)
        for lines in _lines(totals, bold, filling, filling.last):
            sheet.write(lines)
        sheet.write(given[formats.end() :])


def _lines(
    rows: Iterable[Sequence[Cell]], styles: Sequence[int], filling: Filling, first: int
) -> Iterator[bytes]:
    count = filling.columns
    columns = [
        ColumnStyle(*both) for both in zip(styles[:count], styles[count : 2 * count], strict=True)
    ]
    looks = dict(zip(filling.looks, styles[2 * count :], strict=True))
    return row_lines(rows, columns, looks, first)
