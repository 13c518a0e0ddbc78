"""Days and partial dates: how they are read, kept, calculated with and shown."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from models.reading import Reading, Refused
from models.values.characters import quote
from models.values.date_writings import take_apart

EARLIEST_YEAR = 1900
LATEST_YEAR = 2100

# What nearly every cell of a date column looks like; the rest goes through date_writings.
_COMMON = re.compile(r"((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})(?:日| 00:00:00)?", re.ASCII)
_ISO_MONTH_OR_YEAR = re.compile(r"((?:19|20)\d\d)(?:-(\d\d))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month or a year, as precisely as somebody knew it."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what is not in the calendar."""
        if self.month is None and self.day is not None:
            raise ValueError("a day needs its month")
        month = 1 if self.month is None else self.month
        date(self.year, month, 1 if self.day is None else self.day)

    @classmethod
    def from_iso(cls, text: str) -> PartialDate:
        """Return the date written as 2024, 2024-05 or 2024-05-01."""
        return _from_iso(text)

    @property
    def iso(self) -> str:
        """Return 2024, 2024-05 or 2024-05-01."""
        if self.month is None:
            return f"{self.year:04d}"
        if self.day is None:
            return f"{self.year:04d}-{self.month:02d}"
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    def first(self) -> date:
        """Return the first day that may be meant."""
        return date(self.year, self.month or 1, self.day or 1)

    def last(self) -> date:
        """Return the last day that may be meant."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def agrees_with(self, other: PartialDate) -> bool:
        """Whether both may mean the same day."""
        if self.year != other.year:
            return False
        if self.month is None or other.month is None:
            return True
        if self.month != other.month:
            return False
        return self.day is None or other.day is None or self.day == other.day

    def show(self) -> str:
        """Return 2024年, 2024-05 or 2024-05-01."""
        return self.iso if self.month is not None else f"{self.year:04d}年"

    def _order(self) -> tuple[int, int, int]:
        return self.year, self.month or 0, self.day or 0

    def __lt__(self, other: PartialDate) -> bool:
        """Whether this one begins earlier, or as early and is less precise."""
        return self._order() < other._order()

    def __le__(self, other: PartialDate) -> bool:
        """Whether this one is earlier or the same."""
        return self._order() <= other._order()

    def __gt__(self, other: PartialDate) -> bool:
        """Whether this one is later."""
        return self._order() > other._order()

    def __ge__(self, other: PartialDate) -> bool:
        """Whether this one is later or the same."""
        return self._order() >= other._order()


@lru_cache(maxsize=20_000)
def _from_iso(text: str) -> PartialDate:
    # The same few thousand days stand in all records of an office.
    return PartialDate(*(int(part) for part in text.split("-")))


def show_day(day: date) -> str:
    """Return the day as 2024-03-13."""
    return day.isoformat()


def say_day(day: date) -> str:
    """Return the day as a document writes it: 2024年3月13日."""
    return f"{day.year}年{day.month}月{day.day}日"


def say_day_of_month(day: date) -> str:
    """Return a day as prose has it where the year is known: 3月5日."""
    return f"{day.month}月{day.day}日"


def say_day_within(day: date, year: int | None) -> str:
    """Return a day as prose about one year has it, with its own year when it is another."""
    return say_day_of_month(day) if day.year == year else say_day(day)


def add_years(day: date, years: int) -> date:
    """Return the same day some years later; 29 February becomes 28 February."""
    year = day.year + years
    if day.month == 2 and day.day == 29 and not calendar.isleap(year):
        return date(year, 2, 28)
    return day.replace(year=year)


def add_months(day: date, months: int) -> date:
    """Return the same day some months later; the month's last day where there is no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def read_day(text: str, *, default_year: int | None = None) -> Reading[date]:
    """Return the day that the text names; a month or a year alone is refused."""
    if found := _COMMON.fullmatch(text):
        return Reading(_day_of(text, int(found[1]), int(found[2]), int(found[3])))
    writing = take_apart(text, default_year)
    if writing.month is None:
        raise Refused(f"{quote(text)}只写到年，请写明几月几日")
    if writing.day is None:
        _check_month(writing.year, writing.month)
        raise Refused(f"{quote(text)}只写到月，请写明是几日")
    day = _day_of(text, writing.year, writing.month, writing.day)
    return Reading(day, writing.repairs, writing.doubts)


def read_partial(text: str, *, default_year: int | None = None) -> Reading[PartialDate]:
    """Return the day, the month or the year that the text names, no more than it says."""
    if found := _COMMON.fullmatch(text):
        return Reading(_full(text, int(found[1]), int(found[2]), int(found[3])))
    if found := _ISO_MONTH_OR_YEAR.fullmatch(text):
        month_only = int(found[2]) if found[2] else None
        _check_month(int(found[1]), month_only)
        return Reading(PartialDate(int(found[1]), month_only))
    writing = take_apart(text, default_year)
    _check_month(writing.year, writing.month)
    if writing.month is None or writing.day is None:
        value = PartialDate(writing.year, writing.month)
    else:
        value = _full(text, writing.year, writing.month, writing.day)
    return Reading(value, writing.repairs, writing.doubts)


def _full(text: str, year: int, month: int, day: int) -> PartialDate:
    try:
        return PartialDate(year, month, day)
    except ValueError:
        _check_month(year, month)
        raise _no_such_day(text, year, month, day) from None


def _day_of(text: str, year: int, month: int, day: int) -> date:
    try:
        found = date(year, month, day)
    except ValueError:
        _check_month(year, month)
        raise _no_such_day(text, year, month, day) from None
    _check_year(year)
    return found


def _no_such_day(text: str, year: int, month: int, day: int) -> Refused:
    return Refused(f"{quote(text)}不存在：{year}年{month}月没有{day}日")


def _check_month(year: int, month: int | None) -> None:
    _check_year(year)
    if month is not None and not 1 <= month <= 12:
        raise Refused(f"没有{month}月这个月份，请核对")


def _check_year(year: int) -> None:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise Refused(f"年份{year}不合理，应在{EARLIEST_YEAR}至{LATEST_YEAR}年之间")
