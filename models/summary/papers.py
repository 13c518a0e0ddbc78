"""The settings of a summary, whether the clerk has saved any or not."""

from datetime import date

from models.periods import Period, span_period
from models.records.summary import SummaryPaper
from models.store import Store


def paper_of(store: Store, year: int, span: str = "") -> SummaryPaper:
    """Return the settings of one summary, those that hold by themselves when none are saved."""
    found = store.find(SummaryPaper, year=year, span=span)
    return found[0] if found else SummaryPaper(year=year, span=span)


def period_of(paper: SummaryPaper) -> Period:
    """Return the days that a summary is about, counted on its cut-off day."""
    whole = span_period(paper.year or 0, paper.span)
    as_of = paper.as_of
    if as_of is None or as_of < whole.first:
        return whole
    return Period(whole.first, whole.last, as_of)


def paper_for(store: Store, period: Period) -> SummaryPaper:
    """Return the settings of the summary of a period; a stretch without a name has none saved."""
    if period.span is None:
        return SummaryPaper(year=period.year, as_of=period.as_of)
    return paper_of(store, period.year, period.span)


def cut_off(paper: SummaryPaper, period: Period) -> Period:
    """Return a period as the settings cut it off, unless another day was asked for."""
    is_asked = period.span is None or period.as_of != period.last
    return period if is_asked else period_of(paper)


def signed_on(paper: SummaryPaper, period: Period) -> date:
    """Return the day under the signature."""
    return paper.signed_on or period.as_of
