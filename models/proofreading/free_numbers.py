"""Numbers that the clerk typed, held against the figures of the file and those of last year."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from models.figures.catalogue import BY_CODE
from models.figures.figure import Figure
from models.proofreading.amounts import Amount, kind_of
from models.proofreading.findings import Finding

_STOP = "，。；：、！？\n“”（）"
_ASIDE = re.compile(r"（[^）]*）|其中：|[：，、/（）]")
# So many pairs of characters must a label share with a clause to be what it is about.
FEWEST_PAIRS = 2
LEAST_SHARE = 0.4
PLAIN_SHARE = 0.6
# A number below this is the same as some other by chance.
TELLING = 100
FEWEST = 2
# From here on a number that was last year's, beside words about it, is hardly another by chance.
OLD_TELLING = 20

Counted = Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class Known:
    """The figures of a year by what they count."""

    year: int
    by_kind: Mapping[str, Sequence[Figure]]

    def meant_by(self, amount: Amount) -> list[Figure]:
        """Return the figures that an amount may stand for."""
        return [one for one in self.by_kind.get(amount.unit, ()) if _is_meant(amount, one)]


@dataclass(frozen=True, slots=True)
class Match:
    """A figure, and how much of its label stands around a number."""

    figure: Figure
    likeness: float


def known_figures(figures: Counted, year: int, kinds: Collection[str]) -> Known:
    """Return the figures that count such things; the others need not be counted for it."""
    found: dict[str, list[Figure]] = {}
    for code in figures:
        definition = BY_CODE.get(code)
        if definition is not None and kind_of(definition.unit) not in kinds:
            continue
        figure = figures[code]
        if figure.is_there:
            found.setdefault(kind_of(figure.definition.unit), []).append(figure)
    return Known(year, found)


def check_free_numbers(
    text: str, amounts: Sequence[Amount], now: Known, before: Known
) -> Iterator[Finding]:
    """Yield amounts of a text that are no figure of the year: last year's, another's, nobody's."""
    for one in amounts:
        if one.low >= FEWEST and not _is_right(_clause(text, one), one, now):
            yield _judge(text, one, now, before)


def _is_right(clause: str, amount: Amount, now: Known) -> bool:
    """Whether an amount is a figure of the year, unless its words plainly name another figure."""
    meant = now.meant_by(amount)
    if not meant or _closest(clause, meant):
        return bool(meant)
    named = _closest(clause, now.by_kind.get(amount.unit, ()))
    return named is None or named.likeness < PLAIN_SHARE


def _judge(text: str, amount: Amount, now: Known, before: Known) -> Finding:
    clause = _clause(text, amount)
    meant = _closest(clause, now.by_kind.get(amount.unit, ()))
    old = before.meant_by(amount)
    left_over = _closest(clause, old)
    is_telling = amount.is_exact and amount.low >= OLD_TELLING
    if left_over and (meant is None or is_telling or left_over.likeness >= meant.likeness):
        return _of_last_year(amount, left_over.figure, now, before)
    if meant is not None:
        told = f"与台账不符：{meant.figure.definition.label}是{meant.figure.exact}"
        found = _finding(amount, "other_number", told, meant.figure, advice="请核对")
        return replace(found, figure_instead=meant.figure.code)
    if old and amount.is_exact and amount.low >= TELLING:
        return _of_last_year(amount, old[0], now, before)
    return Finding(
        rule="unknown_number",
        text="台账里没有这个数",
        severity="hint",
        words=amount.words,
        start=amount.start,
        advice="请核对来源，能登记的补登记",
    )


def _of_last_year(amount: Amount, figure: Figure, now: Known, before: Known) -> Finding:
    told = f"是{before.year}年的数：{figure.definition.label}{figure.exact}"
    same = [one for one in now.by_kind.get(amount.unit, ()) if one.code == figure.code]
    advice = f"{now.year}年是{same[0].exact}" if same else f"{now.year}年没有这个数"
    found = _finding(amount, "left_over", told, figure, advice=advice)
    return replace(found, figure_instead=figure.code) if same else found


def _finding(amount: Amount, rule: str, text: str, figure: Figure, *, advice: str) -> Finding:
    return Finding(
        rule=rule,
        text=text,
        words=amount.words,
        start=amount.start,
        advice=advice,
        figures=(figure.code,),
    )


def _is_meant(amount: Amount, figure: Figure) -> bool:
    if figure.value is None:
        return False
    if amount.may_mean(figure.value):
        return True
    text = figure.text.removesuffix("%")
    return figure.definition.kind == "rate" and amount.may_mean(Decimal(text or 0))


def _clause(text: str, amount: Amount) -> str:
    """Return the words around an amount up to the next marks."""
    start = max(text.rfind(mark, 0, amount.start) for mark in _STOP) + 1
    ends = [place for mark in _STOP if (place := text.find(mark, amount.end)) >= 0]
    return text[start : min(ends, default=len(text))]


def _closest(clause: str, figures: Sequence[Figure]) -> Match | None:
    """Return the figure whose label shares most with the words around a number, if any does."""
    scored = (Match(one, _likeness(clause, one.definition.label)) for one in figures)
    best = max(scored, key=lambda one: one.likeness, default=None)
    return best if best is not None and best.likeness > 0 else None


def _likeness(clause: str, label: str) -> float:
    bare = _ASIDE.sub("", label)
    pairs = {bare[place : place + 2] for place in range(len(bare) - 1)}
    shared = sum(pair in clause for pair in pairs)
    share = shared / len(pairs) if pairs else 0.0
    return share if shared >= FEWEST_PAIRS and share >= LEAST_SHARE else 0.0
