"""The span of time that a figure is about."""

from dataclasses import dataclass
from datetime import date

from models.values.dates import PartialDate, say_day


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days and the day on which its stocks are counted."""

    first: date
    last: date
    as_of: date

    def holds(self, day: date | PartialDate | None) -> bool:
        """Whether something of that day belongs to the period; a month or year counts by its first day."""
        if day is None:
            return False
        start = day.first() if isinstance(day, PartialDate) else day
        return self.first <= start <= min(self.last, self.as_of)

    def has_reached(self, day: date | PartialDate | None) -> bool:
        """Whether that day has come by the day of counting."""
        if day is None:
            return False
        start = day.first() if isinstance(day, PartialDate) else day
        return start <= self.as_of

    @property
    def year(self) -> int:
        """The calendar year in which the period ends."""
        return self.last.year

    @property
    def is_calendar_year(self) -> bool:
        """Whether the period is one whole calendar year."""
        return (self.first, self.last) == (date(self.year, 1, 1), date(self.year, 12, 31))

    def words(self) -> str:
        """Return how the period is named in a document."""
        if self.is_calendar_year:
            return f"{self.year}年"
        return f"{say_day(self.first)}至{say_day(self.last)}"


def year_period(year: int, as_of: date | None = None) -> Period:
    """Return a calendar year, counted on its last day unless told otherwise."""
    return between(date(year, 1, 1), date(year, 12, 31), as_of)


def statistics_year(year: int, as_of: date | None = None) -> Period:
    """Return the union statistics year: 1 October of the year before to 30 September."""
    return between(date(year - 1, 10, 1), date(year, 9, 30), as_of)


def between(first: date, last: date, as_of: date | None = None) -> Period:
    """Return any span of days, counted on its last day unless told otherwise."""
    return Period(first, last, as_of or last)
