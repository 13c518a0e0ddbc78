"""Sentences that set a figure beside that of the year before: 比上年增加12家、增长25%.

The numbers in them are figures themselves (models.figures.growth), so each opens its records.
Wording: a decrease is never told as a multiple, two rates differ by 个百分点.
"""

from decimal import Decimal

from models.figures.figure import Figure
from models.figures.growth import code_of
from models.periods import STATISTICS
from models.summary.markup import Span
from reports.summary.facts import Facts, Sentence, say

# A percentage of fewer than these says more than it knows, and beyond that nobody can picture it.
LEAST_BASE = 10
LARGEST_SHARE = Decimal(500)
WAN = 10_000


def than_last_year(facts: Facts, code: str) -> Sentence | None:
    """Return 比上年增加12家、增长25%; None when the year before has nothing to compare with."""
    last = facts.figures.get(code_of(code, "last"))
    now = facts.figures.get(code)
    if last is None or now is None or now.value is None or not last.is_there:
        return None
    change = _change(facts, code, now)
    if change is None:
        return say(f"与{_base(facts, now)}持平")
    return (*say(f"比{_base(facts, now)}"), *change, *_share(facts, code, last))


def _change(facts: Facts, code: str, now: Figure) -> Sentence | None:
    is_rate = now.definition.kind == "rate"
    if more := _part(facts, code_of(code, "more")):
        return (*say("提高" if is_rate else "增加"), _span(more))
    if fewer := _part(facts, code_of(code, "fewer")):
        return (*say("下降" if is_rate else "减少"), _span(fewer))
    return None


def _share(facts: Facts, code: str, last: Figure) -> Sentence:
    """Return 、增长25%, nothing where a percentage would mislead."""
    for part, verb in (("growth", "增长"), ("drop", "下降")):
        found = _part(facts, f"{code}_{part}")
        if found and (last.value or 0) >= LEAST_BASE and (found.value or 0) <= LARGEST_SHARE:
            return say(f"、{verb}", found)
    return ()


def _base(facts: Facts, figure: Figure) -> str:
    """Return the words for what is compared with."""
    if facts.period.span == STATISTICS:
        return "上个统计年度"
    if facts.period.span != "" or not facts.is_whole:
        return "上年同期"
    return "上年末" if figure.definition.kind == "stock" else "上年"


def _part(facts: Facts, code: str) -> Figure | None:
    found = facts.figures.get(code)
    return found if found is not None and found.is_there else None


def _span(figure: Figure) -> Span:
    """Return a figure as a sentence shows it, large amounts of money in 万元."""
    is_large = figure.definition.unit == "元" and (figure.value or 0) >= WAN
    style = "wan" if is_large else ""
    return Span(figure.say(style), figure.code, style)
