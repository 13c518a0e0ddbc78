"""Which summary is meant: that of a year, or of a part of it."""

from dataclasses import dataclass

from models import codes
from models.periods import Period, span_period


@dataclass(frozen=True, slots=True)
class SummaryKey:
    """The year and the span of one summary; a blank span is the whole year."""

    year: int
    span: str = ""

    @property
    def words(self) -> str:
        """How the clerk calls it: 2024年总结, 2024年上半年总结."""
        if not self.span:
            return f"{self.year}年总结"
        return f"{self.year}年{codes.table('paper_span').label(self.span)}总结"

    @property
    def equals(self) -> dict[str, object]:
        """What tells its records from those of other summaries."""
        return {"year": self.year, "span": self.span}

    @property
    def period(self) -> Period:
        """The days that it is about."""
        return span_period(self.year, self.span)

    @property
    def year_before(self) -> "SummaryKey":
        """The same span one year earlier."""
        return SummaryKey(self.year - 1, self.span)
