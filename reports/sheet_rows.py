"""The cells of a long sheet as the XML of a workbook, made a block of rows at a time."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Final, NamedTuple, TypeAlias


class Shown(NamedTuple):
    """A number that has a look of its own, whatever its column says."""

    number: int | Decimal
    number_format: str


Cell: TypeAlias = str | int | Decimal | date | Shown | None

AT_ONCE: Final = 500
LETTERS: Final = 26
MOST_DIGITS: Final = 15
BEYOND_DIGITS: Final = 10**MOST_DIGITS
MOST_TEXT: Final = 32_767
# Excel knows no earlier days, and counts the rest from this one.
FIRST_YEAR: Final = 1901
DAY_NOUGHT: Final = date(1899, 12, 30).toordinal()
FIRST_DAY: Final = date(FIRST_YEAR, 1, 1).toordinal()
NOTHING: Final = type(None)
TEXTS: Final = frozenset({str, NOTHING})
NUMBERS: Final = frozenset({int, Decimal, NOTHING})
DAYS: Final = frozenset({date, NOTHING})
CELL: Final = '<c r="{}#"%s'
# What Excel would take for a character's number: written so that it stays as it is.
CODED: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
UNWRITABLE: Final = re.compile("[\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
UNUSUAL: Final = re.compile(r"[&<>\0-\x1f\ud800-\udfff\ufffe\uffff]|_x|\A | \Z")
# Where none of these stands among printable characters, nothing has to be written otherwise.
SUSPECT: Final = ("&", "<", ">", "_x", " ")


@dataclass(frozen=True, slots=True)
class ColumnStyle:
    """The numbers of the formats with which a column shows its own kind of cell, and words."""

    own: int
    text: int


def row_lines(
    rows: Iterable[Sequence[Cell]],
    styles: Sequence[ColumnStyle],
    looks: Mapping[str, int],
    first: int,
) -> Iterator[bytes]:
    """Yield the rows as XML from a row's number on; `looks` are the formats of shown numbers."""
    waiting = iter(rows)
    letters = [column_letters(place) for place in range(len(styles))]
    template = f'<row r="#">{"".join(CELL.format(one) for one in letters)}</row>'
    while block := list(islice(waiting, AT_ONCE)):
        columns = [
            _column(cells, style, looks)
            for cells, style in zip(zip(*block, strict=True), styles, strict=True)
        ]
        lines = [
            template.replace("#", str(number)) % pieces
            for number, pieces in enumerate(zip(*columns, strict=True), first)
        ]
        yield "".join(lines).encode()
        first += len(block)


def column_letters(place: int) -> str:
    """Return what Excel calls a column, the first one being 0."""
    name = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, LETTERS)
        name = chr(ord("A") + letter) + name
    return name


def _column(cells: Sequence[Cell], style: ColumnStyle, looks: Mapping[str, int]) -> list[str]:
    """Return the cells of a column; those of one kind are made all at once."""
    kinds = set(map(type, cells))
    if kinds <= TEXTS:
        return _texts([one if isinstance(one, str) else "" for one in cells], style)
    if kinds <= DAYS:
        days = [one.toordinal() if isinstance(one, date) else 0 for one in cells]
        if min(one for one in days if one) >= FIRST_DAY:
            return _values([str(one - DAY_NOUGHT) if one else "" for one in days], style)
    elif kinds <= NUMBERS:
        numbers = ["" if one is None else str(one) for one in cells]
        if len(max(numbers, key=len)) <= MOST_DIGITS:
            return _values(numbers, style)
    return [_cell(one, style, looks) for one in cells]


def _values(values: list[str], style: ColumnStyle) -> list[str]:
    blank, opening = f' s="{style.own}"/>', f' s="{style.own}"><v>'
    return [f"{opening}{one}</v></c>" if one else blank for one in values]


def _texts(texts: list[str], style: ColumnStyle) -> list[str]:
    """Return plain words quickly: whether any of them is unusual is asked once for all."""
    joined = "".join(texts)
    blank, opening = f' s="{style.own}"/>', f' s="{style.text}" t="inlineStr"><is><t>'
    is_usual = joined.isprintable() and not any(one in joined for one in SUSPECT)
    if is_usual and len(joined) <= MOST_TEXT:
        return [f"{opening}{one}</t></is></c>" if one else blank for one in texts]
    return [
        _text(one, style.text)
        if len(one) > MOST_TEXT or UNUSUAL.search(one)
        else f"{opening}{one}</t></is></c>"
        if one
        else blank
        for one in texts
    ]


def _cell(cell: Cell, style: ColumnStyle, looks: Mapping[str, int]) -> str:
    if cell is None or cell == "":
        return f' s="{style.own}"/>'
    if isinstance(cell, str):
        return _text(cell, style.text)
    if isinstance(cell, Shown):
        return _number(cell.number, looks[cell.number_format], style.text)
    if isinstance(cell, date):
        if cell.year < FIRST_YEAR:
            return _text(cell.isoformat(), style.text)
        return f' s="{style.own}"><v>{cell.toordinal() - DAY_NOUGHT}</v></c>'
    return _number(cell, style.own, style.text)


def _number(number: int | Decimal, own: int, text: int) -> str:
    if is_too_long(number):
        return _text(str(number) if isinstance(number, int) else f"{number:f}", text)
    return f' s="{own}"><v>{number}</v></c>'


def is_too_long(number: int | Decimal) -> bool:
    """Whether Excel would lose digits of a number."""
    if isinstance(number, int):
        return abs(number) >= BEYOND_DIGITS
    return len(number.as_tuple().digits) > MOST_DIGITS


def _text(words: str, style: int) -> str:
    words = words.replace("\r\n", "\n").replace("\r", "\n")[:MOST_TEXT]
    words = CODED.sub("_x005F_", UNWRITABLE.sub("", words))
    words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    kept = ' xml:space="preserve"' if words != words.strip() else ""
    return f' s="{style}" t="inlineStr"><is><t{kept}>{words}</t></is></c>'
