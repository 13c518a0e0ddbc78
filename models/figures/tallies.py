"""What tells the number of a figure by a sum over rows, without their records."""

from collections.abc import Callable

from models.asking.sums import Among, Span, Summed, count_rows, sum_rows, units_of_rows
from models.figures.figure import Count, Ledger, yuan
from models.records.base import Record

Tally = Callable[[Ledger], Count]


def _span(ledger: Ledger, record_type: type[Record], day: str, among: Among) -> Span:
    period = ledger.period
    last = min(period.last, period.as_of)
    return Span(record_type=record_type, day=day, first=period.first, last=last, among=among)


def times(record_type: type[Record], day: str, among: Among | None = None) -> Tally:
    """Return what tells how many rows of a type the period has, with some values or any."""
    return lambda ledger: Count(
        count_rows(ledger.store, _span(ledger, record_type, day, among or {}))
    )


def total(record_type: type[Record], day: str, *parts: Summed, among: Among | None = None) -> Tally:
    """Return what tells what the period's rows of a type add up to."""
    return lambda ledger: Count(
        sum_rows(ledger.store, _span(ledger, record_type, day, among or {}), *parts) or 0
    )


def money(record_type: type[Record], day: str, *parts: Summed, among: Among | None = None) -> Tally:
    """Return what tells in yuan what the period's rows of a type add up to; no rows, no amount."""

    def tally(ledger: Ledger) -> Count:
        fen = sum_rows(ledger.store, _span(ledger, record_type, day, among or {}), *parts)
        return Count(None if fen is None else yuan(fen))

    return tally


def units(record_type: type[Record], day: str) -> Tally:
    """Return what tells how many different units the period's rows of a type speak of."""

    def tally(ledger: Ledger) -> Count:
        found = units_of_rows(ledger.store, _span(ledger, record_type, day, {}))
        return Count(len({ledger.unit_named(name) if one is None else one for one, name in found}))

    return tally
