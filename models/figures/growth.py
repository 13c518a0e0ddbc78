"""A figure beside that of the year before: the difference, the percentage, and figures of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from models.figures.figure import Count, Definition, Figure, Ledger, Quantity
from models.values.numbers import percent, say_percent, show_number

POINTS = "个百分点"
NO_BASE, NO_DATA = "上年没有数据", "本年没有数据"
NOTHING, SAME = "—", "持平"
FEN = 100
WHOLE = Decimal(100)
Part = Literal["last", "more", "fewer", "growth", "drop"]


@dataclass(frozen=True, slots=True)
class Growth:
    """A figure and the same of the year before, counted on the same day of its year."""

    now: Figure
    before: Figure

    @property
    def has_base(self) -> bool:
        """Whether there is something in the year before to compare with."""
        return self.before.is_there

    @property
    def difference(self) -> Quantity | None:
        """Return how much more there is now, of two rates in points of percent; None without both."""
        if self.now.value is None or not self.has_base:
            return None
        return _shown(self.now) - _shown(self.before)

    @property
    def share(self) -> Decimal | None:
        """Return the change in percent; None without a base, and for rates, which differ in points."""
        if self.difference is None or self.now.definition.kind == "rate":
            return None
        return _change(self.difference, _shown(self.before))

    @property
    def unit(self) -> str:
        """The unit of the difference."""
        return POINTS if self.now.definition.kind == "rate" else self.now.definition.unit

    @property
    def difference_words(self) -> str:
        """Return the difference as a table shows it: +12, -3, 持平, — when there is none."""
        return NOTHING if self.difference is None else _signed(self.difference)

    @property
    def share_words(self) -> str:
        """Return the change as a table shows it: +25%, -2.3个百分点, or why there is none."""
        if not self.has_base:
            return NO_BASE if self.now.is_there else NOTHING
        if self.difference is None:
            return NO_DATA
        if self.share is None:
            points = _signed(self.difference)
            return points if points == SAME else f"{points}{POINTS}"
        return SAME if not self.difference else f"{_sign(self.share)}{say_percent(abs(self.share))}"


def derived(
    code: str,
    figures: Mapping[str, Figure],
    ledger: Ledger,
    *,
    before: Callable[[], Mapping[str, Figure]],
) -> Figure:
    """Return a figure about the growth of another, such as members_new_growth; KeyError for others.

    `_last` is the year before's, `_more` and `_fewer` the difference, `_growth` and `_drop` the
    percentage; of each pair only the one that is true has a value.
    """
    of, _, part = code.rpartition("_")
    if part not in _COUNTS or origin_of(of) != of:
        raise KeyError(code)
    growth = Growth(figures[of], before()[of])
    return _definition(code, part, growth).compute(ledger)


def code_of(code: str, part: Part) -> str:
    """Return the code of a figure about the growth of another."""
    return f"{code}_{part}"


def origin_of(code: str) -> str:
    """Return the code of the figure that a figure of growth is about, the code itself for others."""
    of, _, part = code.rpartition("_")
    return of if part in _COUNTS else code


def _last(growth: Growth) -> Count:
    one = growth.before
    return Count(one.value, one.records, one.numerator, one.denominator, one.others)


def _difference(growth: Growth, sign: int) -> Count:
    found = growth.difference
    value = _size(found) if found is not None and found * sign > 0 else None
    return Count(value, growth.now.records, others=growth.before.records)


def _change_of(growth: Growth, sign: int) -> Count:
    found, base = growth.difference, _shown(growth.before)
    if growth.share is None or found is None or found * sign <= 0:
        return Count(None, growth.now.records, others=growth.before.records)
    value = abs(growth.share)
    return Count(value, growth.now.records, _size(found), base, growth.before.records)


_COUNTS: Mapping[str, Callable[[Growth], Count]] = {
    "last": _last,
    "more": lambda growth: _difference(growth, 1),
    "fewer": lambda growth: _difference(growth, -1),
    "growth": lambda growth: _change_of(growth, 1),
    "drop": lambda growth: _change_of(growth, -1),
}
_LABELS = {
    "last": "上年",
    "more": "比上年增加",
    "fewer": "比上年减少",
    "growth": "比上年增长",
    "drop": "比上年下降",
}


def _definition(code: str, part: str, growth: Growth) -> Definition:
    of = growth.now.definition
    is_share = part in {"growth", "drop"}
    unit = of.unit if part == "last" else "%" if is_share else growth.unit
    return Definition(
        code=code,
        label=f"{of.label}（{_LABELS[part]}）",
        unit=unit,
        kind=of.kind if part == "last" else "rate" if is_share else "flow",
        basis=_basis(part, growth),
        count=lambda _ledger: _COUNTS[part](growth),
        is_approximate=of.is_approximate and part == "last",
    )


def _basis(part: str, growth: Growth) -> str:
    now, before = growth.now.exact, growth.before.exact
    of = growth.now.definition
    if part == "last":
        return f"上年同一天截止的“{of.label}”：{of.basis}"
    words = f"本年{now}，上年同期{before}"
    if part in {"growth", "drop"}:
        return f"{words}；增减数除以上年数"
    return f"{words}；两个百分比直接相减" if of.kind == "rate" else f"{words}；两数相减"


def _shown(figure: Figure) -> Quantity:
    """Return a number as it is printed, so that a reader who reckons with it finds the same."""
    if figure.value is None:
        return 0
    return Decimal(figure.say().rstrip("%")) if figure.definition.kind == "rate" else figure.value


def _change(difference: Quantity, base: Quantity) -> Decimal:
    """Return a change in percent, with as many decimals as it takes not to say nothing or all."""
    top, bottom = int(difference * FEN), int(base * FEN)
    places = 1
    change = percent(top, bottom, places)
    while top and (not change or (abs(change) == WHOLE and abs(top) < bottom)):
        places += 1
        change = percent(top, bottom, places)
    return change


def _signed(number: Quantity) -> str:
    if not number:
        return SAME
    text = show_number(_size(number))
    return f"{_sign(number)}{text.rstrip('0').rstrip('.') if '.' in text else text}"


def _size(number: Quantity) -> Quantity:
    return number if number >= 0 else -number


def _sign(number: Quantity) -> str:
    return "+" if number > 0 else "-"
