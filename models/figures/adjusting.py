"""What the clerk decides about figures: what not to count, what to count besides, what to report.

An exception holds for a figure whose period lies inside the exception's days (first to last, both
included); one that only overlaps them is counted as if there were no exception. An adjustment
holds for exactly its own days. A rate keeps its numerator and denominator when it is adjusted, so
that the checks can show that they no longer fit.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TypeVar

from models.figures.figure import Definition, Figure, Hidden, Quantity, Value
from models.periods import Period
from models.records.reported import FigureAdjustment, FigureBase, FigureException
from models.rules.figures import ADDED, BEFORE_THE_LEDGER, LEFT_OUT, OF_THE_YEAR
from models.store import Store
from models.values.numbers import percent

D = TypeVar("D", FigureException, FigureBase)
EVERY_FIGURE = ""
MONEY = "元"


@dataclass(frozen=True, slots=True)
class Decisions:
    """What holds for the figures of one period, by their codes."""

    adjustments: Mapping[str, FigureAdjustment] = field(default_factory=dict)
    exceptions: Mapping[str, tuple[FigureException, ...]] = field(default_factory=dict)
    bases: Mapping[str, tuple[FigureBase, ...]] = field(default_factory=dict)

    @property
    def are_there(self) -> bool:
        """Whether anything was decided."""
        return bool(self.adjustments or self.exceptions or self.bases)

    def hidden(self, code: str) -> Hidden:
        """Return the records that one figure, or with EVERY_FIGURE every figure, leaves out."""
        found: dict[str, set[int]] = {}
        for one in self.exceptions.get(code, ()):
            if one.kind == LEFT_OUT and one.source is not None:
                found.setdefault(one.source_table, set()).add(one.source)
        return found


def read_decisions(store: Store, period: Period) -> Decisions:
    """Return what the clerk decided about the figures of a period."""
    adjustments = store.find(FigureAdjustment, first=period.first, last=period.last)
    bases = [one for one in store.all(FigureBase) if _reaches(one, period)]
    exceptions = [one for one in store.all(FigureException) if _holds(one, period)]
    return Decisions(
        {one.figure: one for one in adjustments if one.value is not None},
        _by_figure(exceptions),
        _by_figure(bases),
    )


def decide(figure: Figure, decisions: Decisions, uncounted: Callable[[], Figure]) -> Figure:
    """Return a counted figure as the clerk wants it; `uncounted` is it with nothing left out."""
    code = figure.code
    exceptions = (
        *decisions.exceptions.get(code, ()),
        *_touching(decisions.exceptions.get(EVERY_FIGURE, ()), uncounted),
    )
    for one in exceptions:
        if one.kind == ADDED and one.amount:
            figure = _with_more(figure, one.amount)
    figure = _with_bases(replace(figure, exceptions=exceptions), decisions.bases.get(code, ()))
    figure = replace(figure, counted=figure.value)
    adjustment = decisions.adjustments.get(code)
    if adjustment is None or adjustment.value is None:
        return figure
    value = as_counted(figure.definition, adjustment.value)
    return replace(figure, value=value, adjustment=adjustment)


def as_counted(definition: Definition, amount: Quantity) -> int | Decimal:
    """Return an amount as a figure of that unit has it: whole, unless it is money or broken."""
    is_whole = amount == int(amount) and definition.kind != "rate" and definition.unit != MONEY
    return int(amount) if is_whole else Decimal(amount)


def _with_more(figure: Figure, amount: Decimal) -> Figure:
    """Return a figure that counts an amount besides its records; of a rate, in the numerator."""
    definition = figure.definition
    if definition.kind != "rate":
        return replace(figure, value=_sum(definition, figure.value, amount))
    if figure.numerator is None or not figure.denominator:
        return figure
    more = int(amount) if isinstance(figure.numerator, int) else amount
    numerator = figure.numerator + more
    value = percent(int(numerator * 100), int(figure.denominator * 100), definition.places)
    return replace(figure, value=value, numerator=numerator)


def _with_bases(figure: Figure, bases: Iterable[FigureBase]) -> Figure:
    """Return a figure with what was before the ledger began."""
    for one in bases:
        value = one.value or Decimal(0)
        if one.kind == BEFORE_THE_LEDGER and figure.definition.kind == "stock":
            total = _sum(figure.definition, figure.value, value)
            figure = replace(figure, value=total, bases=(*figure.bases, one))
        elif one.kind == OF_THE_YEAR and not figure.is_there:
            # What the ledger divided does not belong to a rate of the time before it.
            figure = replace(
                figure,
                value=as_counted(figure.definition, value),
                numerator=None,
                denominator=None,
                bases=(*figure.bases, one),
            )
    return figure


def _sum(definition: Definition, value: Value, amount: Decimal) -> int | Decimal:
    return as_counted(definition, (value or 0) + amount)


def _touching(
    exceptions: Iterable[FigureException], uncounted: Callable[[], Figure]
) -> tuple[FigureException, ...]:
    """Return the exceptions from every figure whose record this figure would have counted."""
    found = tuple(exceptions)
    if not found:
        return ()
    figure = uncounted()
    known = {(one.about.table, one.id) for one in (*figure.records, *figure.others)}
    return tuple(one for one in found if (one.source_table, one.source) in known)


def _holds(exception: FigureException, period: Period) -> bool:
    first, last = exception.first, exception.last
    return bool(first and last and first <= period.first and period.last <= last)


def _reaches(base: FigureBase, period: Period) -> bool:
    """Whether a base speaks of a period: its own whole year, or that year and all later ones."""
    if base.year is None or base.value is None:
        return False
    if base.kind == OF_THE_YEAR:
        is_whole_year = period.span == "" and period.as_of >= period.last
        return is_whole_year and base.year == period.year
    return base.year <= period.year


def _by_figure(found: Iterable[D]) -> Mapping[str, tuple[D, ...]]:
    lists: dict[str, list[D]] = {}
    for one in found:
        lists.setdefault(one.figure, []).append(one)
    return {code: tuple(ones) for code, ones in lists.items()}
