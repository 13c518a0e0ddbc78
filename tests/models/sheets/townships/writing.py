"""The lists of two invented townships, and how they are written into workbooks."""

import csv
import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

Book = Mapping[str, str]

_ABOVE_HEADINGS = re.compile(r"#|[^|]*$|[^|]*：")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,11})(?:\.\d+)?")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def write_book(book: Book, path: Path) -> Path:
    """Write the sheets of a book; a title spans the table, ^ and < merge with the cell before."""
    if path.suffix == ".csv":
        (text,) = book.values()
        with path.open("w", encoding="gb18030", newline="") as file:
            csv.writer(file).writerows(_completed(row) for row in rows_of(text))
        return path
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, text in book.items():
        _fill(made.create_sheet(name), rows_of(text))
    made.save(path)
    return path


def rows_of(text: str) -> list[list[str]]:
    """Return the cells of a table; a title keeps its mark."""
    return [line.split("|") for line in text.strip("\n").split("\n")]


def without_titles(book: Book) -> Book:
    """Return the sheets without the lines above their headings, under names that say nothing."""
    found = {}
    for place, text in enumerate(book.values(), start=1):
        lines = text.strip("\n").split("\n")
        while lines and _ABOVE_HEADINGS.match(lines[0]):
            lines.pop(0)
        if lines:
            found[f"Sheet{place}"] = "\n".join(lines)
    return found


def shuffled(book: Book) -> Book:
    """Return the sheets with their columns in the opposite order."""
    found = {}
    for name, text in book.items():
        rows = rows_of(text)
        width = max(map(len, rows))
        found[name] = "\n".join(
            "|".join(row if len(row) < 3 else reversed(row + [""] * (width - len(row))))
            for row in rows
        )
    return found


def _fill(page: Worksheet, rows: list[list[str]]) -> None:
    width = max(map(len, rows))
    for number, row in enumerate(rows, start=1):
        if row[0].startswith("# "):
            page.cell(number, 1, row[0][2:])
            page.merge_cells(start_row=number, end_row=number, start_column=1, end_column=width)
            continue
        for column, text in enumerate(row, start=1):
            if text and text not in "^<":
                page.cell(number, column, _value(text))
    for area in _merges(rows):
        page.merge_cells(area)


def _merges(rows: list[list[str]]) -> list[str]:
    found = []
    for top, row in enumerate(rows):
        for left, text in enumerate(row):
            if text in ("^", "<"):
                continue
            right, bottom = left, top
            while right + 1 < len(row) and row[right + 1] == "<":
                right += 1
            while bottom + 1 < len(rows) and rows[bottom + 1][left : left + 1] == ["^"]:
                bottom += 1
            if (right, bottom) != (left, top):
                corners = (left, top), (right, bottom)
                found.append(":".join(f"{get_column_letter(x + 1)}{y + 1}" for x, y in corners))
    return found


def _completed(row: list[str]) -> list[str]:
    return [completed(text.removeprefix("# ").removeprefix("@")) for text in row]


def _value(text: str) -> object:
    if text.startswith("@"):
        return datetime.fromisoformat(text[1:])
    if _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return completed(text)


def completed(text: str) -> str:
    """Return a code with its check digit in place of the question mark."""
    if not re.fullmatch(r"[0-9A-Z]{17}\?", text):
        return text
    bare = text[:17]
    if bare.isdigit():
        total = sum(int(digit) * weight for digit, weight in zip(bare, _WEIGHTS, strict=True))
        return bare + "10X98765432"[total % 11]
    total = sum(_SIGNS.index(sign) * pow(3, place, 31) for place, sign in enumerate(bare))
    return bare + _SIGNS[-total % 31]
