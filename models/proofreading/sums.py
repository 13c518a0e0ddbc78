"""Amounts of one sentence held against one another: 其中, and a rate beside its two numbers."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from models.proofreading.amounts import Amount, amounts_in
from models.proofreading.findings import Finding, Severity
from models.values.numbers import percent
from models.values.wording import plain

_SENTENCE = re.compile(r"[^。；！？\n]+")
_AMONG = re.compile(r"[，,（(]?其中[：:，]?")
_NEXT_WHOLE = re.compile(r"[）)]")
# Parts that miss the whole by so little were meant to fill it.
NEARLY_ALL = Decimal("0.9")
_SHARE = re.compile(r"率|占|比例|比重")
_APART = re.compile(r"不含|不计|不包括|除外|口径|另有|扣除|剔除")


def check_sums(text: str) -> Iterator[Finding]:
    """Yield parts that do not add up to their whole, and rates that are not the share beside them."""
    for found in _SENTENCE.finditer(text):
        if "其中" in found[0]:
            yield from _check_among(found[0], found.start())
        if "%" in found[0] or "％" in found[0]:
            yield from _check_share(found[0], found.start())


def _check_among(sentence: str, start: int) -> Iterator[Finding]:
    for found in _AMONG.finditer(sentence):
        whole = _last_exact(sentence[: found.start()])
        stop = _NEXT_WHOLE.search(sentence, found.end())
        stretch = sentence[found.end() : stop.start() if stop else len(sentence)]
        if whole is None:
            continue
        parts = [one for one in amounts_in(stretch.partition("其中")[0]) if one.unit == whole.unit]
        if parts and all(one.is_exact for one in parts):
            place = start + found.end()
            yield from _compare(whole, parts, stretch, place)


def _last_exact(text: str) -> Amount | None:
    found = list(amounts_in(text))
    return found[-1] if found and found[-1].is_exact and found[-1].unit != "%" else None


def _compare(whole: Amount, parts: Sequence[Amount], stretch: str, place: int) -> Iterator[Finding]:
    largest = max(parts, key=lambda one: one.low)
    added = sum(one.low for one in parts)
    words = stretch[: parts[-1].end]
    if largest.low > whole.low:
        text = f"其中的{largest.words}比{whole.words}还多"
        yield _among(largest.words, text, place + largest.start, "error")
    elif len(parts) > 1 and added > whole.low:
        text = f"其中各项相加是{plain(Decimal(added))}，比{whole.words}多"
        yield _among(words, text, place, "warn")
    elif len(parts) > 1 and NEARLY_ALL * whole.low < added < whole.low:
        text = f"其中各项相加是{plain(Decimal(added))}，比{whole.words}少"
        yield _among(words, text, place, "hint")


def _among(words: str, text: str, start: int, severity: Severity) -> Finding:
    return Finding(
        rule="among", text=text, severity=severity, words=words, start=start, advice="请核对各项"
    )


def _check_share(sentence: str, start: int) -> Iterator[Finding]:
    """Yield a rate that its sentence's two amounts of one kind, 多少中有多少, do not give."""
    found = list(amounts_in(sentence))
    rates = [one for one in found if one.unit == "%"]
    counts = [one for one in found if one.unit != "%"]
    if (
        _APART.search(sentence)
        or len(rates) != 1
        or len(counts) != 2
        or counts[0].unit != counts[1].unit
    ):
        return
    whole, part = counts
    rate = rates[0]
    between = sentence[whole.end : part.start]
    before = sentence[part.end : rate.start]
    if not ("中" in between and _SHARE.search(before) and whole.is_exact and part.is_exact):
        return
    if part.low > whole.low or not whole.low:
        return
    shares = [percent(int(part.low), int(whole.low), places) for places in (0, 1, 2)]
    if rate.low not in shares:
        yield Finding(
            rule="share",
            text=f"{plain(part.low)}÷{plain(whole.low)}＝{plain(shares[1])}%，与写的率不符",
            severity="error",
            words=rate.words,
            start=start + rate.start,
            advice=f"改为“{plain(shares[1])}%”或核对两个数",
        )
