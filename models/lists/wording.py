"""Sentences where a list should hold a word of a code table, and titles that stand for a column."""

import re
from collections.abc import Sequence
from typing import cast

from models.fields import Month, fields_of
from models.lists.frames import Frame
from models.lists.kinds import DatedReader, Draft, Reader, Say, Slot
from models.reading import Reading, Refused
from models.records.base import Record
from models.values.date_writings import last_month_in
from models.values.dates import read_day, read_partial
from models.values.numbers import read_number

Words = Sequence[tuple[str, str]]

_ABOUT = re.compile(r"[约近]?(\d+)[余多]?[人名个]?[次]?[余多]?(?:左右|以上)?")
_PART_OF_MONTH = re.compile(r"(?:月份|月)?(?:底|末|初|上旬|中旬|下旬)$|份$")
_UNTIL = re.compile(r".*[-—–~～至到]+")


def worded(table: type[Record], name: str, words: Words) -> Reader:
    """Return a reader of a choice that understands a sentence by the first pattern in it."""
    field = fields_of(table)[name]

    def read(text: str) -> Reading[str]:
        try:
            found = field.read(text)
        except Refused:
            meant = named_in(text, words)
            if not meant:
                raise
            value = str(field.read(meant).value)
            return Reading(value, doubts=(f"“{text}”按“{meant}”登记，请核对",))
        return Reading(str(found.value), found.repairs, found.doubts)

    return read


def worded_several(table: type[Record], name: str, words: Words) -> Reader:
    """Return a reader of several choices that understands a sentence by all patterns in it."""
    field = fields_of(table)[name]

    def read(text: str) -> Reading[object]:
        try:
            return field.read(text)
        except Refused:
            meant = [one for pattern, one in words if re.search(pattern, text)]
            if not meant:
                raise
            shown = "、".join(dict.fromkeys(meant))
            value = field.read(shown).value
            return Reading(value, doubts=(f"“{text}”按“{shown}”登记，请核对",))

    return cast("Reader", read)


def named_in(text: str, words: Words) -> str:
    """Return what the first pattern found in a text stands for; blank when none is found."""
    return next((meant for pattern, meant in words if re.search(pattern, text)), "")


def take_from_title(frame: Frame, found: Draft, slot: Slot, words: str, say: Say) -> None:
    """Fill a choice for which the list has no column with what its title says."""
    if not words or slot in frame.mapped or slot.name in found.first:
        return
    found.given[slot.name] = slot.field.read(words).value
    say(slot, "fix", f"没有{slot.field.label}列，按表名登记为“{words}”")


def _read_about(text: str) -> Reading[int]:
    try:
        return read_number(text)
    except Refused:
        found = _ABOUT.fullmatch("".join(text.split()))
        if not found:
            raise
        doubt = f"“{text}”是大概的数，按{found[1]}登记，人数依据请选“估计”"
        return Reading(int(found[1]), doubts=(doubt,))


# A reader may give any value; the type names the commonest.
ABOUT = cast("Reader", _read_about)


def _read_last_day(text: str, year: int | None) -> Reading[object]:
    """Return the day by which something is due; a month means its last day."""
    try:
        return Reading(*read_day(text, default_year=year))
    except Refused:
        end = _UNTIL.sub("", "".join(text.split()))
        bare = _PART_OF_MONTH.sub("", end)
        try:
            found = read_partial(f"{bare}月" if bare != end else end, default_year=year).value
        except Refused:
            return Reading(None, doubts=(f"“{text}”不是日期，没有登记",))
        day = found.last()
        return Reading(day, doubts=(f"“{text}”按{day.isoformat()}登记，请核对",))


def _read_first_day(text: str, year: int | None) -> Reading[object]:
    """Return a day of which some lists only know the month: its first."""
    try:
        return Reading(*read_day(text, default_year=year))
    except Refused:
        found = read_partial(text, default_year=year).value
        if found.month is None:
            raise
        day = found.first()
        return Reading(day, doubts=(f"“{text}”只写到月，按{day.isoformat()}登记，请核对",))


def _read_last_month(text: str, year: int | None) -> Reading[object]:
    """Return a month; a quarter or several months mean the last of them."""
    last = last_month_in(text)
    found = _MONTH.read(last or text, default_year=year)
    if not last:
        return found
    return Reading(
        found.value, doubts=(f"“{text}”登记在最后一个月{_MONTH.show(found.value)}，请核对",)
    )


_MONTH = Month(label="月份")
LAST_DAY, FIRST_DAY = DatedReader(_read_last_day), DatedReader(_read_first_day)
LAST_MONTH = DatedReader(_read_last_month)
