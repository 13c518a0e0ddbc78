"""The figures of several years, each counted on the same day of its year, when they are asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from models.figures.catalogue import Figures
from models.figures.figure import Figure
from models.figures.growth import Growth
from models.periods import Period, span_period
from models.store import Store

FEWEST, MOST = 2, 10


@dataclass(frozen=True, slots=True)
class Years:
    """The same stretch of several years, the earliest first."""

    figures: tuple[Figures, ...]

    @property
    def periods(self) -> tuple[Period, ...]:
        """The stretches of time."""
        return tuple(one.ledger.period for one in self.figures)

    @property
    def newest(self) -> Figures:
        """The figures of the last of the years."""
        return self.figures[-1]

    @property
    def is_whole(self) -> bool:
        """Whether the last of the years is over on its day of counting."""
        last = self.periods[-1]
        return last.as_of >= last.last

    def row(self, code: str) -> tuple[Figure, ...]:
        """Return one figure in each year."""
        return tuple(one[code] for one in self.figures)

    def known(self, code: str) -> tuple[Figure | None, ...]:
        """Return one figure in each year, None for the years before there was anything of it."""
        row = self.row(code)
        first = next((place for place, one in enumerate(row) if one.is_there), len(row))
        return tuple(
            one if place >= first and one.value is not None else None
            for place, one in enumerate(row)
        )

    def growth(self, code: str) -> Growth:
        """Return a figure of the last year beside that of the year before it."""
        return Growth(self.newest[code], self.newest.before[code])

    def __iter__(self) -> Iterator[tuple[int, Figures]]:
        """Yield each year with its figures."""
        return ((one.ledger.period.year, one) for one in self.figures)


def years_to(
    store: Store, year: int, *, count: int = 3, span: str = "", as_of: date | None = None
) -> Years:
    """Return `count` years up to one; a day of counting within it is the same day of each year."""
    newest = counted_on(span_period(year, span), as_of)
    figures = [Figures(store, newest)]
    for _ in range(max(count, FEWEST) - 1):
        figures.append(figures[-1].before)
    return Years(tuple(reversed(figures)))


def counted_on(period: Period, as_of: date | None) -> Period:
    """Return a period counted on a day, on its own last day when that day is not within it."""
    if as_of is None or not period.first <= as_of <= period.last:
        return period
    return Period(period.first, period.last, as_of)


def having_data(years: Years, codes: Sequence[str]) -> tuple[str, ...]:
    """Return those figures that have something to report in at least one of the years."""
    return tuple(code for code in codes if any(one.is_there for one in years.row(code)))
