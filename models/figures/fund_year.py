"""A year of union funds by payer and month: what was due, what was paid, what is missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Protocol

from models.records.funds import FundDue, FundIn, FundUnit
from models.values.text import name_key

MONTHS = range(1, 13)
Key = int | str


@dataclass
class MonthCell:
    """What a payer owed and paid for one month; sums are made once, when all is there."""

    dues: list[FundDue] = field(default_factory=list)
    payments: list[FundIn] = field(default_factory=list)

    @cached_property
    def due(self) -> int | None:
        """What was owed less what was waived, None when nothing was put down."""
        return sum(map(owed, self.dues)) if self.dues else None

    @cached_property
    def paid(self) -> int | None:
        """What came in, None when nothing did."""
        return sum(one.amount or 0 for one in self.payments) if self.payments else None


@dataclass
class PayerYear:
    """One payer's twelve months; sums are made once, when all is there."""

    unit: int | None
    name: str
    payer: FundUnit | None = None
    months: dict[int, MonthCell] = field(
        default_factory=lambda: {month: MonthCell() for month in MONTHS}
    )

    @cached_property
    def due(self) -> int:
        """What was owed in the year."""
        return sum(cell.due or 0 for cell in self.months.values())

    @cached_property
    def paid(self) -> int:
        """What was paid for the year."""
        return sum(cell.paid or 0 for cell in self.months.values())

    @cached_property
    def arrears(self) -> int:
        """What is missing; what was paid late or in advance is set off."""
        return self.due - self.paid


def owed(due: FundDue) -> int:
    """Return what is owed less what was waived."""
    return (due.due or 0) - (due.relief or 0)


def payers_of(
    payers: Iterable[FundUnit],
    dues: Iterable[FundDue],
    payments: Iterable[FundIn],
    year: int,
) -> list[PayerYear]:
    """Return every payer with its months of a year; who pays no more is left out unless it did."""
    found: dict[Key, PayerYear] = {}
    for payer in sorted(payers, key=lambda one: one.valid_from or date.min):
        row = found.setdefault(key_of(payer), PayerYear(payer.unit, payer.unit_name))
        if _runs(payer, year):
            row.payer = payer
    for due in dues:
        if due.ym and due.ym.year == year and due.ym.month:
            row = found.setdefault(key_of(due), PayerYear(due.unit, due.unit_name))
            row.months[due.ym.month].dues.append(due)
    for paid in payments:
        if paid.ym and paid.ym.year == year and paid.ym.month:
            row = found.setdefault(key_of(paid), PayerYear(paid.unit, paid.unit_name))
            row.months[paid.ym.month].payments.append(paid)
    return [row for row in found.values() if row.payer or _has_money(row)]


class NamesPayer(Protocol):
    """A row that speaks of a payer, by a link or only by its name."""

    @property
    def unit(self) -> int | None:
        """Return the number of the unit."""

    @property
    def unit_name(self) -> str:
        """Return the name as the row has it."""


def key_of(row: NamesPayer) -> Key:
    """Return the same for rows about the same payer."""
    return row.unit if row.unit is not None else name_key(row.unit_name)


def arrears_of(rows: Sequence[PayerYear]) -> list[PayerYear]:
    """Return the payers that owe something."""
    return [row for row in rows if row.arrears > 0]


def _runs(payer: FundUnit, year: int) -> bool:
    first, last = date(year, 1, 1), date(year, 12, 31)
    return (payer.valid_from or first) <= last and (payer.valid_to or last) >= first


def _has_money(row: PayerYear) -> bool:
    return any(cell.dues or cell.payments for cell in row.months.values())
