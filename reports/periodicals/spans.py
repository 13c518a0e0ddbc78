"""Which stretch of a year a periodical is about."""

from collections.abc import Sequence
from datetime import date

from models import clock, codes
from models.figures.years import counted_on
from models.periods import Period, span_period
from reports.request import Parameter, Request, begun

MONTHS = tuple(f"{month:02}" for month in range(1, 13))
QUARTERS = ("Q1", "Q2", "Q3", "Q4")
HALVES = ("H1", "H2")
_KEY = "span"


def span_parameter(
    spans: Sequence[str], *, label: str = "时段", help_text: str, unset: str
) -> Parameter:
    """Return the parameter that asks for one of these stretches of the year."""
    names = {one.code: one.name for one in codes.table("paper_span").lines}
    choices = {code: names[code] for code in spans}
    return Parameter(key=_KEY, label=label, choices=choices, help=help_text, unset=unset)


ANY = span_parameter(
    tuple(one.code for one in codes.table("paper_span").lines),
    help_text="不填为全年",
    unset="全年",
)
MONTH = span_parameter(MONTHS, label="月份", help_text="不填为最近的一个月", unset="最近一个月")
QUARTER = span_parameter(
    QUARTERS, label="季度", help_text="不填为最近的一个季度", unset="最近一个季度"
)
HALF = span_parameter(HALVES, label="半年", help_text="不填为上半年", unset="上半年")


def asked_period(request: Request, *, usual: str = "") -> Period:
    """Return the stretch that is asked for, counted today while it is not over.

    A Problem when it begins only after the day on which its figures are to be counted.
    """
    period = span_period(request.period.year, request.values.get(_KEY, "") or usual)
    return counted_on(begun(period, request.period.as_of), _day(request.period))


def latest(request: Request, spans: Sequence[str]) -> str:
    """Return the stretch in which the day of counting lies."""
    day = _day(request.period)
    found = [one for one in spans if span_period(request.period.year, one).first <= day]
    return found[-1] if found else spans[0]


def _day(period: Period) -> date:
    return min(period.as_of, clock.today())
