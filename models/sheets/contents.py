"""Columns whose heading says little, told by what stands in them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from models import codes
from models.fields import Choice
from models.lists.kinds import UNIT_CODE, Slot
from models.reading import Refused
from models.sheets.headers import SOME_TWO_DAYS, Column, Header
from models.sheets.spans import read_days
from models.sheets.vocabulary import is_neutral
from models.sheets.workbook import Grid, show_cell
from models.values.credit_code import read_credit_code
from models.values.numbers import read_number
from models.values.phone import read_phone

BY_CONTENT = "按内容判断"
_AMOUNT = re.compile(r"\d{3,}(?:\.\d+)?|\d+\.\d+")
UNION_CODES = "81"
_NONE = ("无", "—", "-", "/")

_SAMPLE = 30
_FEWEST = 3
_CODE_LENGTH = 18
_MOBILE_LENGTH = 11


def read_contents(grid: Grid, header: Header) -> Header:
    """Return the header with codes and telephone numbers found under unknown headings."""
    columns = [_corrected(grid, header, column) for column in header.columns]
    columns += _second_days(grid, header)
    taken = {column.slot for column in columns}
    for place, column in enumerate(columns):
        if column.slot or is_neutral(column.heading):
            continue
        slot = _slot_for(header, _samples(grid, header, column))
        if slot and slot not in taken:
            taken.add(slot)
            columns[place] = replace(column, slot=slot, how=BY_CONTENT)
    return replace(header, columns=tuple(sorted(columns, key=lambda one: one.index)))


def _corrected(grid: Grid, header: Header, column: Column) -> Column:
    """Return a union's own code as such when its heading does not say whose it is."""
    own = Slot(header.type.record, "credit_code")
    if column.slot and isinstance(column.slot.field, Choice):
        return _without_amounts(grid, header, column, column.slot.field.codes)
    if column.slot and column.slot in header.type.in_words:
        return _in_words(grid, header, column, column.slot)
    if not header.type.has_two_codes or column.slot != UNIT_CODE or own in header.by_slot:
        return column
    texts = _samples(grid, header, column)
    if texts and all(text.strip().startswith(UNION_CODES) for text in texts):
        return replace(column, slot=own, how=BY_CONTENT)
    return column


def _without_amounts(grid: Grid, header: Header, column: Column, table: str) -> Column:
    """Leave out a column of numbers where words of a code table are expected."""
    known = codes.table(table)
    if _mostly(_samples(grid, header, column), _is_amount, fewest=1) and not any(
        known.knows(text) for text in _samples(grid, header, column)
    ):
        return replace(column, slot=None, how="")
    return column


def _in_words(grid: Grid, header: Header, column: Column, slot: Slot) -> Column:
    """Read a column that tells in words what should be counted as the field for such words."""
    texts = [text for text in _samples(grid, header, column) if text not in _NONE]
    if not texts or sum(map(_is_count, texts)) * 2 > len(texts):
        return column
    told = header.type.in_words[slot]
    return replace(column, slot=None if told in header.by_slot else told, how=BY_CONTENT)


def _second_days(grid: Grid, header: Header) -> Iterator[Column]:
    """Yield a column for the last day where the cells of the first one hold two days."""
    span = header.type.span
    first = header.by_slot.get(span.first) if span else None
    if span is None or first is None or span.last in header.by_slot:
        return
    if any(len(read_days(text)) == 2 for text in _samples(grid, header, first)):
        yield replace(first, slot=span.last, how=SOME_TWO_DAYS)


def _slot_for(header: Header, texts: Sequence[str]) -> Slot | None:
    known = header.type.slots
    own_code, phone = Slot(header.type.record, "credit_code"), Slot(header.type.record, "phone")
    if _mostly(texts, _is_code):
        is_union = all(text.strip().startswith(UNION_CODES) for text in texts)
        if header.type.has_two_codes and not is_union:
            return UNIT_CODE
        return own_code if own_code in known else UNIT_CODE if UNIT_CODE in known else None
    if _mostly(texts, _is_mobile) and phone in known:
        return phone
    return None


def _samples(grid: Grid, header: Header, column: Column) -> list[str]:
    """Return the first filled cells under a heading."""
    found = []
    for row in grid.rows[header.bottom + 1 :]:
        if text := show_cell(row[column.index]).strip():
            found.append(text)
            if len(found) == _SAMPLE:
                break
    return found


def _mostly(texts: Sequence[str], is_one: Callable[[str], bool], *, fewest: int = _FEWEST) -> bool:
    return len(texts) >= fewest and sum(map(is_one, texts)) * 5 >= len(texts) * 4


def _is_amount(text: str) -> bool:
    return _AMOUNT.fullmatch(text) is not None


def _is_count(text: str) -> bool:
    try:
        read_number(text)
    except Refused:
        return False
    return True


def _is_code(text: str) -> bool:
    if len(text) != _CODE_LENGTH:
        return False
    try:
        return not read_credit_code(text).repairs
    except Refused:
        return False


def _is_mobile(text: str) -> bool:
    if len(text) != _MOBILE_LENGTH or not text.startswith("1"):
        return False
    try:
        return not read_phone(text).doubts
    except Refused:
        return False
