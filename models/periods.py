"""The span of time that a figure is about."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from models.values.dates import PartialDate, say_day

STATISTICS = "S"
# First month and number of months of each code of paper_span; the statistics year begins in October.
_MONTHS: Mapping[str, tuple[int, int]] = {
    "": (1, 12),
    "H1": (1, 6),
    "H2": (7, 6),
    **{f"Q{quarter}": (quarter * 3 - 2, 3) for quarter in (1, 2, 3, 4)},
    **{f"{month:02}": (month, 1) for month in range(1, 13)},
}
_WORDS: Mapping[str, str] = {
    "": "年",
    STATISTICS: "统计年度",
    "H1": "年上半年",
    "H2": "年下半年",
    **{f"Q{number}": f"年第{name}季度" for number, name in enumerate("一二三四", start=1)},
    **{f"{month:02}": f"年{month}月" for month in range(1, 13)},
}


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
    def span(self) -> str | None:
        """The code of paper_span that names this stretch, blank for a year; None when none does."""
        return _SPANS_BY_DAYS.get(_days(self.first, self.last, self.year))

    def words(self) -> str:
        """Return how the period is named in a document."""
        span = self.span
        if span is None:
            return f"{say_day(self.first)}至{say_day(self.last)}"
        return f"{self.year}{_WORDS[span]}"


def year_period(year: int, as_of: date | None = None) -> Period:
    """Return a calendar year, counted on its last day unless told otherwise."""
    return between(date(year, 1, 1), date(year, 12, 31), as_of)


def statistics_year(year: int, as_of: date | None = None) -> Period:
    """Return the union statistics year: 1 October of the year before to 30 September."""
    return between(date(year - 1, 10, 1), date(year, 9, 30), as_of)


def between(first: date, last: date, as_of: date | None = None) -> Period:
    """Return any span of days, counted on its last day unless told otherwise."""
    return Period(first, last, as_of or last)


def span_period(year: int, span: str, as_of: date | None = None) -> Period:
    """Return the stretch of a year that a code of paper_span names, blank for the whole year."""
    if span == STATISTICS:
        return statistics_year(year, as_of)
    month, months = _MONTHS[span]
    return between(date(year, month, 1), _last_day(year, month + months - 1), as_of)


def years_before(period: Period, years: int) -> Period:
    """Return the same days so many years earlier; the end of February stays the end of February."""
    first, last, as_of = (_moved(one, years) for one in (period.first, period.last, period.as_of))
    return Period(first, last, as_of)


def _moved(day: date, years: int) -> date:
    year = day.year - years
    is_end = day == _last_day(day.year, day.month)
    return _last_day(year, day.month) if is_end else day.replace(year=year)


def _last_day(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def _days(first: date, last: date, year: int) -> tuple[int, int, int, int, int]:
    """Return the same for the same stretch of any two years; February ends where it ends."""
    is_to_the_end = _last_day(last.year, last.month) == last
    return (first.year - year, first.month, first.day, last.month, is_to_the_end)


_SPANS_BY_DAYS: Mapping[tuple[int, int, int, int, int], str] = {
    _days(one.first, one.last, 2023): span
    for span in ("", STATISTICS, *_MONTHS)
    for one in (span_period(2023, span),)
}
