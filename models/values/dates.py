"""Days and partial dates: how they are kept, calculated with and shown."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

EARLIEST_YEAR = 1900
LATEST_YEAR = 2100


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
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def from_iso(cls, text: str) -> PartialDate:
        """Return the date written as 2024, 2024-05 or 2024-05-01."""
        return cls(*(int(part) for part in text.split("-")))

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


def show_day(day: date) -> str:
    """Return the day as 2024-03-13."""
    return day.isoformat()


def say_day(day: date) -> str:
    """Return the day as a document writes it: 2024年3月13日."""
    return f"{day.year}年{day.month}月{day.day}日"


def add_years(day: date, years: int) -> date:
    """Return the same day some years later; 29 February becomes 28 February."""
    year = day.year + years
    if day.month == 2 and day.day == 29 and not calendar.isleap(year):
        return date(year, 2, 28)
    return day.replace(year=year)
