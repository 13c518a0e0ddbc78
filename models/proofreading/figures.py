"""Figures held against one another: rates, sums, parts, stocks, leaps."""

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from models.figures.catalogue import BY_CODE
from models.figures.figure import Figure, Quantity
from models.proofreading.findings import Finding, Severity
from models.proofreading.identities import (
    AT_MOST,
    BALANCES,
    MAY_EXCEED_ALL,
    RATES,
    SUMS,
    Balance,
    Rate,
    Sum,
)
from models.rules.figures import may_be_negative
from models.values.numbers import percent, say_percent
from models.values.wording import plain

WHOLE = 100
FEN = 100
# Stocks leap by more than half; what is done in a year varies more. Few are never a leap.
HALF = Decimal("0.5")
THREEFOLD = 3
FEWEST = 20

Counted = Mapping[str, Figure]


def check_figures(figures: Counted, codes: Collection[str] | None = None) -> tuple[Finding, ...]:
    """Return what does not hold between the figures of a period; `codes` narrows it to those.

    Only what touches one of the codes is looked at, so that a summary of a few figures counts few.
    """
    return (
        *_check_signs(figures, codes),
        *_check_rates(figures, codes),
        *_check_sums(figures, codes),
        *_check_parts(figures, codes),
    )


def check_balances(
    figures: Counted, opening: Counted, codes: Collection[str] | None = None
) -> tuple[Finding, ...]:
    """Return stocks that do not follow from `opening`, the figures of the day before the period."""
    wanted = [one for one in BALANCES if _is_wanted(codes, one.stock, *one.came, *one.went)]
    return tuple(found for one in wanted for found in _check_balance(figures, opening, one))


def check_leaps(
    figures: Counted, before: Counted, codes: Collection[str] | None = None
) -> tuple[Finding, ...]:
    """Return figures that differ much from the year before."""
    wanted = figures if codes is None else [code for code in codes if code in figures]
    return tuple(
        found
        for code in wanted
        if code in before
        for found in _check_leap(figures[code], before[code])
    )


def _is_wanted(codes: Collection[str] | None, *mentioned: str) -> bool:
    return codes is None or any(code in codes for code in mentioned)


def _check_signs(figures: Counted, codes: Collection[str] | None) -> Iterator[Finding]:
    """Yield figures of which a correction took away more than there was."""
    wanted = figures if codes is None else [code for code in codes if code in figures]
    for figure in (figures[code] for code in wanted):
        definition = figure.definition
        if (figure.value or 0) < 0 and not may_be_negative(definition.label, definition.unit):
            advice = "请核对“不计与另计”里减去的数"
            yield _finding(
                "negative", f"{_named(figure)}，不会是负数", figure, severity="error", advice=advice
            )


def _check_rates(figures: Counted, codes: Collection[str] | None) -> Iterator[Finding]:
    wanted = figures if codes is None else [code for code in codes if code in figures]
    for code in wanted:
        figure = figures[code]
        if figure.definition.kind == "rate" and figure.value is not None:
            yield from _check_rate(figure)
    for one in RATES:
        if _is_wanted(codes, one.rate, one.numerator, one.denominator):
            yield from _check_members_of(figures, one)


def _check_rate(figure: Figure) -> Iterator[Finding]:
    value = Decimal(figure.value or 0)
    if value > WHOLE and figure.code not in MAY_EXCEED_ALL and figure.code in BY_CODE:
        yield _finding("over_all", f"{_named(figure)}，超过100%", figure, severity="error")
    if figure.numerator is None or not figure.denominator:
        return
    if not _is_share(value, figure.numerator, figure.denominator):
        numerator, denominator = plain(figure.numerator), plain(figure.denominator)
        right = say_percent(_share(figure.numerator, figure.denominator, 1))
        words = f"{_named(figure)}，但{numerator}÷{denominator}＝{right}"
        yield _finding("rate", words, figure, severity="error")


def _is_share(value: Decimal, numerator: Quantity, denominator: Quantity) -> bool:
    """Whether a percentage is the share, rounded to as many places as it has."""
    return any(value == _share(numerator, denominator, places) for places in (0, 1, 2, 3))


def _share(numerator: Quantity, denominator: Quantity, places: int) -> Decimal:
    return percent(int(numerator * FEN), int(denominator * FEN), places)


def _check_members_of(figures: Counted, one: Rate) -> Iterator[Finding]:
    """Yield a rate that was not reckoned from the figures beside which it will stand."""
    rate = figures[one.rate]
    if rate.value is None:
        return
    for code, used, name in (
        (one.numerator, rate.numerator, "分子"),
        (one.denominator, rate.denominator, "分母"),
    ):
        figure = figures[code]
        if figure.value is not None and used is not None and figure.value != used:
            words = f"{rate.definition.label}的{name}是{plain(used)}，{_named(figure)}"
            yield _finding("rate_basis", words, rate, figure, advice="口径不同，写在一起时请说明")


def _check_sums(figures: Counted, codes: Collection[str] | None) -> Iterator[Finding]:
    for one in SUMS:
        if _is_wanted(codes, one.whole, *one.parts):
            yield from _check_sum(figures, one)


def _check_sum(figures: Counted, one: Sum) -> Iterator[Finding]:
    whole = figures[one.whole]
    parts = [figures[code] for code in one.parts]
    if whole.value is None or not any(part.is_there for part in parts):
        return
    added = sum(part.value or 0 for part in parts)
    unit = whole.definition.unit
    if added > whole.value or (added < whole.value and not one.lack):
        told = "＋".join(plain(part.value or 0) for part in parts if part.is_there)
        words = f"{_named(whole)}，各部分相加是{told}＝{plain(added)}{unit}"
        yield _finding("sum", words, whole, *parts, severity="error")
    elif added < whole.value and one.tells:
        words = f"{_named(whole)}，其中{plain(whole.value - added)}{unit}没有登记{one.lack}"
        yield _finding("sum", words, whole, *parts, severity="hint")


def _check_parts(figures: Counted, codes: Collection[str] | None) -> Iterator[Finding]:
    for one in AT_MOST:
        for code in one.parts:
            if not _is_wanted(codes, one.whole, code):
                continue
            whole, part = figures[one.whole], figures[code]
            if whole.value is None or part.value is None or (one.likely and not whole.is_there):
                continue
            if part.value > whole.value:
                severity: Severity = "warn" if one.likely else "error"
                words = f"{_named(part)}，比{whole.definition.label}的{whole.exact}还多"
                yield _finding("part", words, part, whole, severity=severity)


def _check_balance(figures: Counted, opening: Counted, one: Balance) -> Iterator[Finding]:
    now, last = figures[one.stock], opening[one.stock]
    if now.value is None or not last.is_there:
        return
    came = sum(figures[code].value or 0 for code in one.came)
    went = sum(figures[code].value or 0 for code in one.went)
    expected = (last.value or 0) + came - went
    if now.value not in (expected, expected - _set_aside(figures, opening, one)):
        change = f"＋{plain(came)}" if came >= 0 else f"－{plain(-came)}"
        change += f"－{plain(went)}" if went else ""
        words = (
            f"{now.definition.label}期初{plain(last.value or 0)}{change}＝{plain(expected)}，"
            f"期末却是{plain(now.value)}{now.definition.unit}"
        )
        codes = [figures[code] for code in (*one.came, *one.went)]
        yield _finding("balance", words, now, *codes, advice=f"请核对{one.check}")


def _set_aside(figures: Counted, opening: Counted, one: Balance) -> Quantity:
    """Return how many more are counted apart than at the beginning."""
    if not one.aside:
        return 0
    return (figures[one.aside].value or 0) - (opening[one.aside].value or 0)


def _check_leap(now: Figure, last: Figure) -> Iterator[Finding]:
    if (
        now.definition.kind == "rate"
        or _is_asked(now.code)
        or not last.is_there
        or now.value is None
    ):
        return
    value, before = Decimal(now.value), Decimal(last.value or 0)
    if max(value, before) >= FEWEST and _has_leapt(value, before, kind=now.definition.kind):
        words = f"{_named(now)}，上年是{last.exact}，变化很大"
        yield _finding("leap", words, now, severity="hint")


def _is_asked(code: str) -> bool:
    """Whether a figure is a task or about another figure; neither is counted from records."""
    return code.startswith("task_") or code not in BY_CODE


def _has_leapt(value: Decimal, before: Decimal, *, kind: str) -> bool:
    if kind == "stock":
        return abs(value - before) > HALF * before
    return value > THREEFOLD * before or THREEFOLD * value < before


def _named(figure: Figure) -> str:
    return f"{figure.definition.label}是{figure.exact}"


def _finding(
    rule: str, text: str, *figures: Figure, severity: Severity = "warn", advice: str = ""
) -> Finding:
    codes = tuple(dict.fromkeys(one.code for one in figures))
    return Finding(rule=rule, text=text, severity=severity, figures=codes, advice=advice)
