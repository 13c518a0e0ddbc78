"""Lists as Excel workbooks: codes and phones stay text, numbers stay numbers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, islice
from pathlib import Path
from typing import Final, Protocol

from reports.blocks import Document, ListHead, Table
from reports.files import write_whole
from reports.sheet_frame import Frame, SheetColumn, frames
from reports.sheet_rows import Cell, Shown, is_too_long
from reports.sheet_stream import Filling, fill

FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
LONGEST_SHEET_NAME = 31
# The widths of the columns are taken from so many rows.
SAMPLE = 1_000
NUMBER: Final = re.compile(r"([+\-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(%|[\u4e00-\u9fff]{1,4})?")
HUNDRED: Final = Decimal(100)
FIRST_GROUPED: Final = 1_000


class Rows(Protocol):
    """Rows that say how many they are; they may be made while they are written."""

    def __iter__(self) -> Iterator[Sequence[Cell]]:
        """Give the rows anew."""
        ...

    def __len__(self) -> int:
        """Say how many rows come."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet: the lines above the table, the table, and its total.

    The first columns may stay in sight; `looks` are the formats of the numbers that name theirs.
    """

    name: str
    columns: Sequence[SheetColumn]
    rows: Rows
    above: Sequence[str] = ()
    total: Sequence[Cell] | None = None
    kept_columns: int = 0
    looks: Sequence[str] = ()


def write_table(path: Path, sheets: Iterable[Sheet], author: str = "") -> Path:
    """Save lists as an Excel workbook, and return where it is."""
    return write_whole(path, workbook_of(sheets, author))


def workbook_of(sheets: Iterable[Sheet], author: str = "") -> bytes:
    """Return lists as an Excel workbook; rows that are made on the way are never all there."""
    taken: set[str] = set()
    framed: list[Frame] = []
    fillings: list[Filling] = []
    title = ""
    for sheet in sheets:
        rows = iter(sheet.rows)
        sample = list(islice(rows, SAMPLE))
        title = title or next(iter(sheet.above), sheet.name)
        framed.append(_frame(sheet, sheet_name(sheet.name, taken), sample))
        fillings.append(_filling(framed[-1], chain(sample, rows)))
    return fill(frames(framed, {"title": title, "author": author}), fillings)


def _frame(sheet: Sheet, name: str, sample: Sequence[Sequence[Cell]]) -> Frame:
    return Frame(
        name=name,
        columns=sheet.columns,
        above=sheet.above,
        total=sheet.total,
        count=len(sheet.rows),
        sample=sample,
        kept_columns=sheet.kept_columns,
        looks=sheet.looks,
    )


def _filling(frame: Frame, rows: Iterable[Sequence[Cell]]) -> Filling:
    return Filling(
        rows=rows,
        total=frame.total,
        columns=len(frame.columns),
        looks=frame.looks,
        first=frame.top + 2,
        last=frame.last,
    )


def sheets_of(document: Document) -> list[Sheet]:
    """Return the tables of a list document; a right-aligned column holds numbers."""
    sheets: list[Sheet] = []
    head = ListHead(document.name)
    for block in document.blocks:
        if isinstance(block, ListHead):
            head = block
        elif isinstance(block, Table):
            sheets.append(_sheet_of(head, block))
    return sheets


def _sheet_of(head: ListHead, table: Table) -> Sheet:
    columns = [
        SheetColumn(
            label=one.label, is_number=one.align == "right" or one.key == "serial", align=one.align
        )
        for one in table.columns
    ]
    under = "　　".join(part for part in (head.left, head.middle, head.note, head.right) if part)
    rows = [_cells(row, columns) for row in table.rows]
    total = _cells(table.total, columns) if table.total else None
    looks = {
        cell.number_format
        for row in (*rows, total or ())
        for cell in row
        if isinstance(cell, Shown)
    }
    return Sheet(
        name=head.title,
        columns=columns,
        rows=rows,
        above=[one for one in (head.title, under) if one],
        total=total,
        looks=sorted(looks),
    )


def _cells(texts: Sequence[str], columns: Sequence[SheetColumn]) -> list[Cell]:
    return [
        number_shown(text) if column.is_number else text
        for text, column in zip(texts, columns, strict=True)
    ]


def number_shown(text: str) -> Cell:
    """Return the number that a text shows, looking alike; the text when Excel would spoil it."""
    found = NUMBER.fullmatch(text)
    if not found:
        return text or None
    sign, whole, places, unit = found.groups(default="")
    number = Decimal(text.removesuffix(unit).replace(",", ""))
    if is_too_long(number):
        return text
    is_share = unit == "%"
    is_grouped = "," in whole or (abs(number) < FIRST_GROUPED and not is_share)
    look = f"{'#,##0' if is_grouped else '0'}{'.' if places else ''}{'0' * len(places)}"
    look += unit if is_share or not unit else f'"{unit}"'
    signed = f"+{look};-{look};{look}" if sign == "+" else look
    return Shown(number / HUNDRED if is_share else number, signed)


def sheet_name(name: str, taken: set[str]) -> str:
    """Return a name that Excel accepts and no other sheet has."""
    plain = name.translate(FORBIDDEN_IN_NAMES).strip(" '")[:LONGEST_SHEET_NAME] or "表"
    found, number = plain, 2
    while found.casefold() in taken:
        ending = f"({number})"
        found = plain[: LONGEST_SHEET_NAME - len(ending)] + ending
        number += 1
    taken.add(found.casefold())
    return found
