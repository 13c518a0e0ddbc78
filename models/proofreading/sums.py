"""Amounts of one sentence held against one another: 其中, and a rate beside its two numbers."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from models.proofreading.amounts import Amount, amounts_in
from models.proofreading.findings import Finding, Severity
from models.values.numbers import percent
from models.values.wording import plain

_SENTENCE = re.compile(r"[^。；！？\n]+")
_AMONG = re.compile(r"[，,（(]?其中[：:，]?")
_END = re.compile(r"[）)]")
# One person can be several of these at once.
_OVERLAPPING = re.compile(r"女|农民工|新就业|党员|派遣|青年|少数民族")
# Parts that miss the whole by so little were meant to fill it.
NEARLY_ALL = Decimal("0.9")
# 100家企业中，有120家
_OUT_OF = re.compile(r"[^，,]{0,12}中[，,]?(?:已|共|只)?有$")
_SHARE = re.compile(r"率|占|比例|比重")
_APART = re.compile(r"不含|不计|不包括|除外|口径|另有|扣除|剔除")


def check_sums(text: str) -> Iterator[Finding]:
    """Yield parts that do not add up to their whole, and rates that are not the share beside them."""
    for found in _SENTENCE.finditer(text):
        if "其中" in found[0]:
            yield from _check_among(found[0], found.start())
        if "%" in found[0] or "％" in found[0]:
            yield from _check_share(found[0], found.start())
        yield from _check_out_of(found[0], found.start())


def _check_out_of(sentence: str, start: int) -> Iterator[Finding]:
    """Yield an amount that is more than the amount that it is out of."""
    for whole, part in pairwise(amounts_in(sentence)):
        is_out_of = whole.unit == part.unit and _OUT_OF.fullmatch(sentence[whole.end : part.start])
        if is_out_of and whole.unit != "%" and part.low > whole.high:
            text = f"{part.words}比{whole.words}还多"
            yield _among(part.words, text, start + part.start, "error")


def _check_among(sentence: str, start: int) -> Iterator[Finding]:
    amounts = list(amounts_in(sentence))
    starts = [one.start for one in amounts]
    marks = list(_AMONG.finditer(sentence))
    ends = [*(one.start() for one in marks[1:]), len(sentence)]
    for found, end in zip(marks, ends, strict=True):
        first = bisect_left(starts, found.start())
        whole = amounts[first - 1] if first else None
        if whole is None or not whole.is_exact or whole.unit == "%":
            continue
        stop = _END.search(sentence, found.end(), end)
        last = bisect_left(starts, stop.start() if stop else end)
        parts = [one for one in amounts[first:last] if one.unit == whole.unit]
        if parts and all(one.is_exact for one in parts):
            yield from _compare(whole, parts, sentence[: parts[-1].end], (start, found.end()))


def _compare(
    whole: Amount, parts: Sequence[Amount], sentence: str, places: tuple[int, int]
) -> Iterator[Finding]:
    """Yield what is wrong with the parts; `places` are those of the sentence and of its parts."""
    start, first = places
    largest = max(parts, key=lambda one: one.low)
    added = sum((one.low for one in parts), Decimal(0))
    words = sentence[first:]
    if largest.low > whole.low:
        text = f"其中的{largest.words}比{whole.words}还多"
        yield _among(largest.words, text, start + largest.start, "error")
    elif len(parts) == 1 or _OVERLAPPING.search(words):
        return
    elif added > whole.low:
        text = f"其中各项相加是{plain(added)}，比{whole.words}多"
        yield _among(words, text, start + first, "warn")
    elif NEARLY_ALL * whole.low < added < whole.low:
        text = f"其中各项相加是{plain(added)}，比{whole.words}少"
        yield _among(words, text, start + first, "hint")


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
