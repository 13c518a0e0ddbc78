"""Amounts typed into the year's grid of union funds become records, as one step to undo."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from models import codes
from models.errors import Problem
from models.figures.fund_year import MonthCell, PayerYear
from models.records.base import Record, with_values
from models.records.funds import FundDue, FundIn, FundRule, FundUnit
from models.records.remittances import FundDun
from models.rules import checking
from models.rules.funds import FREE, NATIONAL_RATE, YEARLY, round_half_up
from models.store import Store
from models.values.dates import PartialDate

R = TypeVar("R", bound=Record)
QUARTERLY = "2"
MONTHS_IN = {YEARLY: 12, QUARTERLY: 3}


@dataclass(frozen=True, slots=True)
class Entry:
    """What was typed for a payer's month: what was due or what was paid; None clears it."""

    row: PayerYear
    month: int
    is_due: bool
    fen: int | None

    @property
    def words(self) -> str:
        """Name the cell as an operation does."""
        return f"{'应缴' if self.is_due else '实缴'} {self.row.name} {self.month}月"

    @property
    def cell(self) -> MonthCell:
        """Return the month as it is kept."""
        return self.row.months[self.month]


@dataclass(frozen=True, slots=True)
class MonthDues:
    """What a month's dues come to by the payers' bases, and who has none."""

    entries: tuple[Entry, ...]
    without_base: tuple[PayerYear, ...]

    @property
    def total(self) -> int:
        """Return the sum in fen."""
        return sum(one.fen or 0 for one in self.entries)


def enter(store: Store, entries: Sequence[Entry], year: int, label: str) -> int:
    """Write what was typed in one operation; return how many cells changed anything."""
    kept: list[FundDue | FundIn] = []
    gone: list[FundDue | FundIn] = []
    for entry in entries:
        found = list(_records_of(entry))
        if len(found) > 1:
            raise _several(entry, len(found))
        old = found[0] if found else None
        new = _typed(entry, old, year)
        if new is None and old is not None:
            gone.append(old)
        elif new is not None and new != old:
            kept.append(_checked(store, new, entry))
    if not kept and not gone:
        return 0
    with store.change(label):
        for kind in (FundDue, FundIn):
            store.save_all([one for one in kept if isinstance(one, kind)])
        for one in gone:
            store.delete(one)
    return len(kept) + len(gone)


def _records_of(entry: Entry) -> Iterable[FundDue | FundIn]:
    return entry.cell.dues if entry.is_due else entry.cell.payments


def _several(entry: Entry, count: int) -> Problem:
    words = f"{entry.row.name}{entry.month}月的{'应缴' if entry.is_due else '实缴'}有{count}笔"
    return Problem(words, "双击这一格，在里面逐笔修改。")


def _typed(entry: Entry, old: FundDue | FundIn | None, year: int) -> FundDue | FundIn | None:
    """Return the record that a typed amount means, None when nothing is to be kept."""
    if entry.fen is None or (not entry.is_due and entry.fen == 0):
        return None
    if isinstance(old, FundDue):
        return with_values(old, due=entry.fen + (old.relief or 0))
    if isinstance(old, FundIn):
        return with_values(old, amount=entry.fen)
    row = entry.row
    ym = PartialDate(year, entry.month)
    if entry.is_due:
        return FundDue(unit=row.unit, unit_name=row.name, ym=ym, due=entry.fen)
    way = _way_of(row.payer)
    return FundIn(unit=row.unit, unit_name=row.name, ym=ym, amount=entry.fen, way=way)


def _way_of(payer: FundUnit | None) -> str:
    line = codes.table("fund_mode").by_code.get(payer.mode) if payer else None
    return line.extra["way"] if line else ""


def _checked(store: Store, record: R, entry: Entry) -> R:
    """Return the record with its blanks filled, or say why it cannot be true."""
    record = checking.complete(record)
    for finding in checking.check(record, store):
        if finding.level == "error":
            raise Problem(f"没有登记{entry.words}：{finding.text}")
    return record


def dues_by_base(
    rows: Iterable[PayerYear], rules: Sequence[FundRule], year: int, month: int
) -> MonthDues:
    """Return what payers owe for a month by base and rate, where nothing was put down yet."""
    entries, without = [], []
    for row in rows:
        if row.payer is None or row.months[month].dues or not _is_due_in(row.payer, month):
            continue
        if not row.payer.base_month:
            without.append(row)
            continue
        base = row.payer.base_month * MONTHS_IN.get(row.payer.cycle, 1)
        rate = row.payer.collect_rate or _rate_of(rules, PartialDate(year, month))
        fen = round_half_up(Fraction(base) * Fraction(rate) / 100)
        entries.append(Entry(row, month, is_due=True, fen=fen))
    return MonthDues(tuple(entries), tuple(without))


def demand_of(row: PayerYear, year: int, today: date) -> FundDun:
    """Return the written demand for what a payer owes, for the months that make it up."""
    with_due = [month for month, cell in row.months.items() if cell.dues]
    short = [month for month in with_due if (row.months[month].paid or 0) < _due(row, month)]
    first, last = min(short), max(short)
    if _balance(row, first, last) != row.arrears:
        first, last = min(_used(row)), max(_used(row))
    return FundDun(
        unit=row.unit,
        unit_name=row.name,
        period_from=PartialDate(year, first),
        period_to=PartialDate(year, last),
        arrears=row.arrears,
        issued_on=today,
    )


def _due(row: PayerYear, month: int) -> int:
    return row.months[month].due or 0


def _balance(row: PayerYear, first: int, last: int) -> int:
    months = range(first, last + 1)
    return sum(_due(row, month) - (row.months[month].paid or 0) for month in months)


def _used(row: PayerYear) -> list[int]:
    return [month for month, cell in row.months.items() if cell.dues or cell.payments]


def _is_due_in(payer: FundUnit, month: int) -> bool:
    """Whether a payer owes anything in a month by its way and its rhythm."""
    if payer.mode == FREE:
        return False
    if payer.cycle == YEARLY:
        return month == payer.year_month
    return payer.cycle != QUARTERLY or month % 3 == 0


def _rate_of(rules: Iterable[FundRule], month: PartialDate) -> Decimal:
    """Return the rate of the rule that holds, else the national one (工会法第四十三条)."""
    running: Iterator[FundRule] = (
        one for one in rules if one.about.is_alive(one, month.first()) and one.rate
    )
    found = next(running, None)
    return found.rate if found is not None and found.rate is not None else NATIONAL_RATE
