"""Amounts as a text words them: 48家, 4500余人, 近100万元, 92.3%, and what each may mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from math import inf

from models.proofreading.patterns import MEASURES, PERCENT
from models.values.wording import FARTHEST

_AMOUNT = re.compile(
    rf"(?<![\d.〔（(第/年\-])(?<!\d[。．·，,])(?P<near>近|将近)?(?P<number>\d+(?:\.\d+)?)(?P<wan>[万亿])?"
    rf"(?P<rest>余|多)?(?P<unit>{MEASURES}|{PERCENT})(?P<least>以上)?"
)
_SAME: dict[str, str] = {
    "名": "人", "位": "人", "户": "家", "个": "家", "间": "家", "起": "件", "宗": "件",
    "场": "次", "场次": "次", "期": "次", "％": "%", "万元": "元", "亿元": "元",
}  # fmt: skip
_TIMES = {"万": 10_000, "亿": 100_000_000}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit in a text, and the values for which one may write it so."""

    words: str
    start: int
    unit: str
    low: Decimal
    high: Decimal

    @property
    def end(self) -> int:
        """The place behind the words."""
        return self.start + len(self.words)

    @property
    def is_exact(self) -> bool:
        """Whether it can mean one value only."""
        return self.low == self.high

    def may_mean(self, value: int | Decimal) -> bool:
        """Whether a value may be worded so."""
        return self.low <= value <= self.high


def amounts_in(text: str) -> Iterator[Amount]:
    """Yield the amounts of a text; days, years and numbers of documents are none."""
    for found in _AMOUNT.finditer(text):
        yield _read(found)


def kind_of(unit: str) -> str:
    """Return one unit for all that count the same kind of thing."""
    return _SAME.get(unit, unit)


def _read(found: re.Match[str]) -> Amount:
    times = _TIMES.get(found["wan"] or "", 1) * _TIMES.get(found["unit"][0], 1)
    value = Decimal(found["number"]) * times
    low, high = _range(found, value, times)
    return Amount(found[0], found.start(), kind_of(found["unit"]), low, high)


def _range(found: re.Match[str], value: Decimal, times: int) -> tuple[Decimal, Decimal]:
    """Return the values that may be meant; two decimals of 万 are rounded."""
    if found["least"]:
        return value, Decimal(inf)
    step = _step(found["number"]) * times
    if found["rest"]:
        return value, value + step
    if found["near"]:
        return value * (1 - FARTHEST), value
    if times > 1:
        return value - step / 2, value + step / 2
    return value, value


def _step(written: str) -> Decimal:
    """Return one unit of the last digit that is kept."""
    if "." in written:
        return Decimal(1).scaleb(-len(written.partition(".")[2]))
    idle = len(written) - len(written.rstrip("0"))
    return Decimal(10) ** idle
