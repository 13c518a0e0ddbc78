"""Checks of what the clerk decides about figures."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from models import codes
from models.records.reported import FigureAdjustment, FigureBase, FigureException, LocalFigure
from models.rules.findings import Completions, Finding, Lookup, Rules, error, warn

LEFT_OUT, ADDED = "1", "2"
OF_THE_YEAR, BEFORE_THE_LEDGER = "1", "2"
STOCK = "stock"
# Own figures are called by this and their number.
OWN = "local_"
# Units of which there may be a part; of all others there is a whole number.
DIVISIBLE = frozenset({"元", "%", "个月", "分"})
# Money can be taken back, and growth can be downwards; nothing else is fewer than none.
SIGNED = frozenset({"元", "%"})
NET = "净增"


def check_adjustment(adjustment: FigureAdjustment) -> Iterator[Finding]:
    """Yield days in the wrong order, a part of what comes only whole, and less than none."""
    yield from _wrong_days(adjustment.first, adjustment.last)
    yield from _broken(adjustment.figure, "value", adjustment.value)
    yield from _negative(adjustment.figure, adjustment.value)


def check_exception(exception: FigureException) -> Iterator[Finding]:
    """Yield an exception that says not what it leaves out or adds, and to what."""
    yield from _wrong_days(exception.first, exception.last)
    if exception.kind == LEFT_OUT:
        if not exception.source_table:
            yield error("source_table", "请选是哪一种记录不计入")
        if exception.source is None:
            yield error("source", "请填是哪一条记录不计入；在总结的数字旁边点“这条不计入”最方便")
        if exception.amount is not None:
            yield error("amount", "不计入是去掉一条记录，不填另计数；要加减数目请选“另计入”")
    if exception.kind == ADDED:
        yield from _broken(exception.figure, "amount", exception.amount)
        if not exception.figure:
            yield error("figure", "另计入要说明计到哪个数字里")
        if not exception.amount:
            yield error("amount", "请填另外计入多少")
        if exception.source_table or exception.source is not None:
            yield error("source_table", "另计入的数不在台账里，不填记录")


def check_base(base: FigureBase) -> Iterator[Finding]:
    """Yield a carried-over amount of a figure that starts anew every year, and less than none."""
    yield from _broken(base.figure, "value", base.value)
    yield from _negative(base.figure, base.value)
    line = codes.table("figure").by_code.get(base.figure)
    if base.kind != BEFORE_THE_LEDGER or line is None:
        return
    if line.extra["kind"] != STOCK:
        yield error("kind", f"“{line.name}”每年从头数起，没有结转；要补上那一年的数，请选“当年数”")
    elif base.value is not None and not base.value:
        yield warn("value", "基数是0，加不加都一样")


def check_base_of_own(base: FigureBase, lookup: Lookup) -> Iterator[Finding]:
    """Yield a carried-over amount of an own figure that counts by its days, so starts anew too."""
    number = base.figure.removeprefix(OWN)
    if base.kind != BEFORE_THE_LEDGER or number == base.figure or not number.isdecimal():
        return
    for own in lookup.find(LocalFigure, id=int(number)):
        if own.day_field:
            yield error("kind", f"“{own.label}”按日期每年从头数起，没有结转；请选“当年数”")


def _broken(figure: str, name: str, amount: Decimal | None) -> Iterator[Finding]:
    line = codes.table("figure").by_code.get(figure)
    if line is None or amount is None or line.extra["unit"] in DIVISIBLE:
        return
    if amount != int(amount):
        yield error(name, f"“{line.name}”的单位是{line.extra['unit']}，请填整数")


def may_be_negative(label: str, unit: str) -> bool:
    """Whether a figure of that name and unit can be less than none."""
    return unit in SIGNED or NET in label


def _negative(figure: str, value: Decimal | None) -> Iterator[Finding]:
    line = codes.table("figure").by_code.get(figure)
    if line is None or value is None or value >= 0:
        return
    if not may_be_negative(line.name, line.extra["unit"]):
        yield error("value", f"“{line.name}”的单位是{line.extra['unit']}，不会是负数")


def _wrong_days(first: date | None, last: date | None) -> Iterator[Finding]:
    if first and last and last < first:
        yield error("last", "统计截止日早于统计起始日")


CHECKS: Rules = {
    "figure_adjustment": check_adjustment,
    "figure_exception": check_exception,
    "figure_base": check_base,
}
CHECKS_ACROSS: Rules = {"figure_base": check_base_of_own}
COMPLETIONS: Completions = {}
