"""What the lines above a header say about all rows."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Facts:
    """Constants of a sheet; None and blank where its lines do not say."""

    title: str = ""
    year: int | None = None
    cut_off: date | None = None
    filled_on: date | None = None
    base_date: date | None = None
    contract_title: str = ""
    money_unit: str = ""
    reporter: str = ""
    given_on: date | None = None

    def as_of(self, given_year: int | None) -> date | None:
        """Return the day for which headcounts hold."""
        if self.cut_off:
            return self.cut_off
        if self.year:
            return date(self.year, 12, 31)
        if self.filled_on:
            return self.filled_on
        return date(given_year, 12, 31) if given_year else None

    def the_year(self, given_year: int | None) -> int | None:
        """Return the year to which the rows belong."""
        return self.year or given_year or (self.filled_on.year if self.filled_on else None)
