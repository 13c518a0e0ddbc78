"""What a figure is: a definition, and the answer it gives for a period."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache, cached_property, partial
from typing import Literal, Protocol, TypeVar, cast, overload

from typing_extensions import override

from models.asking.ranges import between, latest_of_each, running
from models.periods import Period
from models.records.base import Record
from models.records.reported import FigureAdjustment, FigureBase, FigureException
from models.records.units import Unit
from models.store import Store
from models.values.numbers import percent, say_approximately, say_percent
from models.values.text import name_key
from models.values.wording import say_quantity

R = TypeVar("R", bound=Record)
T = TypeVar("T")
Value = int | Decimal | None
Quantity = int | Decimal
Kind = Literal["stock", "flow", "rate"]
WHOLE = Decimal(100)
FEN = 100
# Clauses of a basis that say how often the same one counts.
_OFTENNESS = re.compile(r"[算计]一|[算计]两|[算计]几|只[算计]|去重|相加|合计|之和|相抵")
_AGAIN: Mapping[str, str] = {
    "人次": "同一人几次算几人次",
    "家次": "同一家几次算几家次",
    "场次": "一场算一场次",
}
Hidden = Mapping[str, Collection[int]]


class NamesUnit(Protocol):
    """A row that speaks of a unit, by a link or only by its name."""

    @property
    def unit(self) -> int | None:
        """Return the number of the unit."""

    @property
    def unit_name(self) -> str:
        """Return the name of the unit as the row has it."""


@dataclass(slots=True)
class Ledger:
    """The records of one file, read once for all figures of a period.

    `hidden` are the ids, by table, of records that the clerk does not want counted; `whole` is the
    ledger that knows them.
    """

    store: Store
    period: Period
    hidden: Hidden = field(default_factory=dict)
    whole: "Ledger | None" = None
    _read: dict[str, Sequence[Record]] = field(default_factory=dict)
    _parts: dict[tuple[str, str], Sequence[Record]] = field(default_factory=dict)
    _by_id: dict[str, dict[int | None, Record]] = field(default_factory=dict)
    _by_name: dict[str, int | None] = field(default_factory=dict)
    _made: dict[object, object] = field(default_factory=dict)

    def all(self, record_type: type[R]) -> list[R]:
        """Return all records of a type."""
        table = record_type.about.table
        if table not in self._read:
            self._read[table] = self._select(record_type)
        return list(cast("Sequence[R]", self._read[table]))

    def during(self, record_type: type[R], name: str) -> list[R]:
        """Return the records whose day lies in the period; a month or year lies where it begins."""
        last = min(self.period.last, self.period.as_of)
        return self.between(record_type, name, self.period.first, last)

    def between(self, record_type: type[R], name: str, first: date, last: date) -> list[R]:
        """Return the records whose day lies within two others; a month or year where it begins."""
        key = (record_type.about.table, f"{name} {first} {last}")
        if key not in self._parts:
            self._parts[key] = (
                self._shown(self.whole.between(record_type, name, first, last))
                if self.whole
                else between(self.store, record_type, name, first=first, last=last)
            )
        return list(cast("Sequence[R]", self._parts[key]))

    def latest(self, record_type: type[R], owner: str, name: str) -> list[R]:
        """Return the last record of each owner by the day of counting."""
        key = (record_type.about.table, f"{owner} {name}")
        if key not in self._parts:
            self._parts[key] = self._select_latest(record_type, owner, name)
        return list(cast("Sequence[R]", self._parts[key]))

    def running(self, record_type: type[R], start: str, stop: str) -> list[R]:
        """Return the records that had begun by the day of counting and had not ended before it."""
        key = (record_type.about.table, f"{start} {stop}")
        if key not in self._parts:
            day = self.period.as_of
            self._parts[key] = (
                self._shown(self.whole.running(record_type, start, stop))
                if self.whole
                else running(self.store, record_type, start, stop, on=day)
            )
        return list(cast("Sequence[R]", self._parts[key]))

    def beside(self, period: Period) -> "Ledger":
        """Return the ledger of another period; what this one read whole is not read again."""
        return Ledger(
            self.store, period, _read=self._read, _by_id=self._by_id, _by_name=self._by_name
        )

    def without(self, hidden: Hidden) -> "Ledger":
        """Return this ledger without some records; what it has read is not read again."""
        return Ledger(self.store, self.period, hidden=hidden, whole=self)

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables that were asked for, in their order."""
        return tuple(dict.fromkeys((*self._read, *(table for table, _ in self._parts))))

    def _select(self, record_type: type[R]) -> list[R]:
        found = self.whole.all(record_type) if self.whole else self.store.all(record_type)
        return self._shown(found)

    def _select_latest(self, record_type: type[R], owner: str, name: str) -> list[R]:
        if self.is_whole:
            return latest_of_each(self.store, record_type, owner, name, until=self.period.as_of)
        rows = (one for one in self.all(record_type) if self.period.has_reached(getattr(one, name)))
        return list({getattr(one, owner): one for one in rows}.values())

    @property
    def is_whole(self) -> bool:
        """Whether no record is hidden."""
        return not self.hidden and (self.whole is None or self.whole.is_whole)

    def _shown(self, found: list[R]) -> list[R]:
        hidden = self.hidden.get(found[0].about.table) if found else None
        return [one for one in found if one.id not in hidden] if hidden else found

    def once(self, make: Callable[["Ledger"], T]) -> T:
        """Return what a function makes of this ledger, made only the first time."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("T", self._made[make])

    def get(self, record_type: type[R], record_id: int | None) -> R | None:
        """Return one record by its id."""
        table = record_type.about.table
        if table not in self._by_id:
            self._by_id[table] = {one.id: one for one in self.all(record_type)}
        found = self._by_id[table].get(record_id)
        return found if isinstance(found, record_type) else None

    def unit_of(self, row: NamesUnit) -> int | str:
        """Return the same for rows about the same unit: its number, or a name that no unit has."""
        return row.unit if row.unit is not None else self.unit_named(row.unit_name)

    def unit_named(self, name: str) -> int | str:
        """Return the number of the only unit of that name, else the name that makes it the same."""
        if not self._by_name:
            for one in self.all(Unit):
                key = name_key(one.name)
                self._by_name[key] = None if key in self._by_name else one.id
        key = name_key(name)
        return self._by_name.get(key) or key


class Later(Sequence[Record]):
    """Records that are read when somebody looks at them."""

    def __init__(self, read: Callable[[], Sequence[Record]]) -> None:
        self._read = read

    @cached_property
    def _records(self) -> tuple[Record, ...]:
        return tuple(self._read())

    @overload
    def __getitem__(self, place: int) -> Record: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Record]: ...

    @override
    def __getitem__(self, place: int | slice) -> Record | Sequence[Record]:
        """Return one record, or some."""
        return self._records[place]

    @override
    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._records)

    @override
    def __eq__(self, other: object) -> bool:
        """Whether others are the same records in the same order."""
        return isinstance(other, Sequence) and self._records == tuple(other)

    @override
    def __hash__(self) -> int:
        """Return the same for the same records."""
        return hash(self._records)


@dataclass(frozen=True, slots=True)
class Count:
    """A number with the records that make it, and those of its denominator that do not."""

    value: Value
    records: Sequence[Record] = ()
    numerator: Quantity | None = None
    denominator: Quantity | None = None
    others: Sequence[Record] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """One number that the township reports, and how it is counted.

    `counted_by` says how often the same person or unit counts, where the basis does not. `tally`
    tells the same number without its records, where there are very many of them.
    """

    code: str
    label: str
    unit: str
    kind: Kind
    basis: str
    count: Callable[[Ledger], Count]
    is_approximate: bool = False
    places: int = 1
    counted_by: str = ""
    tally: Callable[[Ledger], Count] | None = None

    @property
    def dedupe(self) -> str:
        """Whether the same one counts once or each time; blank where nothing is said of it."""
        if self.counted_by or self.kind == "rate":
            return self.counted_by
        clauses = re.split("[，；]", self.basis)
        said = [one for one in clauses if _OFTENNESS.search(one)]
        return "；".join(said) or _AGAIN.get(self.unit, "")

    def compute(self, ledger: Ledger) -> "Figure":
        """Return the figure for the ledger's period."""
        counted = self._count(ledger)
        return Figure(
            definition=self,
            value=counted.value,
            numerator=counted.numerator,
            denominator=counted.denominator,
            records=counted.records,
            others=counted.others,
            counted=counted.value,
        )

    def _count(self, ledger: Ledger) -> Count:
        if self.tally is None or not ledger.is_whole:
            return self.count(ledger)
        told = self.tally(ledger)
        full = cache(partial(self.count, ledger))
        return Count(
            told.value,
            Later(lambda: full().records),
            told.numerator,
            told.denominator,
            Later(lambda: full().others),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with everything that proves it.

    `value` is what is reported. `counted` is the ledger's number, which differs only where the
    clerk adjusted it; `exceptions` and `bases` are taken into both.
    """

    definition: Definition
    value: Value
    numerator: Quantity | None
    denominator: Quantity | None
    records: Sequence[Record]
    others: Sequence[Record]
    counted: Value = None
    adjustment: FigureAdjustment | None = None
    exceptions: tuple[FigureException, ...] = ()
    bases: tuple[FigureBase, ...] = ()

    @property
    def code(self) -> str:
        """The figure's code."""
        return self.definition.code

    @property
    def is_there(self) -> bool:
        """Whether there is anything to report."""
        return self.value is not None and self.value != 0

    @property
    def text(self) -> str:
        """Return the number with its unit as officials word it in prose; blank when there is none."""
        return self.say()

    def say(self, style: str = "") -> str:
        """Return the number with its unit in a style of figure_style, blank in its own wording."""
        if self.value is None:
            return ""
        if self.definition.kind == "rate":
            return say_percent(self._rate())
        if style:
            return say_quantity(self.value, self.definition.unit, style)
        if self.definition.is_approximate and isinstance(self.value, int):
            return say_approximately(self.value, self.definition.unit)
        return say_quantity(self.value, self.definition.unit)

    @property
    def exact(self) -> str:
        """Return the number with its unit, never rounded beyond its definition."""
        return self._exactly(self.value)

    @property
    def counted_exact(self) -> str:
        """Return the ledger's number with its unit."""
        return self._exactly(self.counted)

    @property
    def is_decided(self) -> bool:
        """Whether the clerk had a hand in it."""
        return bool(self.adjustment or self.exceptions or self.bases)

    def _exactly(self, value: Value) -> str:
        if value is None:
            return "—"
        if self.definition.unit == "%":
            return say_percent(Decimal(value))
        return f"{value:,}{self.definition.unit}"

    def _rate(self) -> Decimal:
        if self.adjustment or self.numerator is None or not self.denominator:
            return Decimal(self.value or 0)
        numerator, denominator = _whole(self.numerator), _whole(self.denominator)
        places = self.definition.places
        rate = percent(numerator, denominator, places)
        while _misleads(rate, numerator, denominator):
            places += 1
            rate = percent(numerator, denominator, places)
        return rate


def _whole(quantity: Quantity) -> int:
    """Return yuan as fen and a count a hundredfold, so that shares can be reckoned exactly."""
    return int(quantity * FEN)


def _misleads(rate: Decimal, numerator: int, denominator: int) -> bool:
    """Whether rounding says all or nothing of what is only nearly so; more than all is all."""
    says_all, says_nothing = rate == WHOLE, rate == 0
    return (says_all and numerator < denominator) or says_nothing != (numerator == 0)


def number_of(records: Sequence[Record]) -> Count:
    """Return how many records there are, with the records."""
    return Count(len(records), tuple(records))


def rate_of(records: Sequence[Record], others: Sequence[Record]) -> Count:
    """Return the share of records in records and others together."""
    return share(len(records), len(records) + len(others), records, others)


def share(
    numerator: int,
    denominator: int | None,
    records: Sequence[Record],
    others: Sequence[Record] = (),
) -> Count:
    """Return a percentage with one decimal; none when there is nothing to divide by."""
    value = percent(numerator, denominator) if denominator else None
    return Count(value, tuple(records), numerator, denominator or None, tuple(others))


def yuan(fen: int) -> Decimal:
    """Return an amount as figures of money show it: in 元 with two decimals."""
    return Decimal(fen).scaleb(-2)


def money_of(records: Sequence[Record], name: str) -> Count:
    """Return the sum of a money field in 元, with the records."""
    return Count(yuan(sum(getattr(one, name) or 0 for one in records)), tuple(records))


def share_of_money(
    fen: int, whole: int | None, records: Sequence[Record], others: Sequence[Record] = ()
) -> Count:
    """Return an amount as a share of another; both are told in 元."""
    if not whole:
        return Count(None, tuple(records), yuan(fen), None, tuple(others))
    return Count(percent(fen, whole), tuple(records), yuan(fen), yuan(whole), tuple(others))
