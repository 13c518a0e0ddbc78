"""Turns of phrase that several chapters use, each written only as far as its figures bear it."""

from collections.abc import Sequence

from models.figures.figure import WHOLE, Figure
from models.summary.markup import Span
from reports.summary.facts import Facts, Sentence, in_style, join, say

Named = Sequence[tuple[str, str]]


def gained(facts: Facts, code: str) -> Figure | None:
    """Return an amount when it is more than nothing; what was taken back may outweigh the rest."""
    found = facts.figure(code)
    return found if found is not None and (found.value or 0) > 0 else None


def is_whole(rate: Figure | None) -> bool:
    """Whether a share is a share of all and nobody is left out."""
    return (
        rate is not None
        and rate.value == WHOLE
        and bool(rate.denominator)
        and rate.numerator == rate.denominator
        and not rate.others
    )


def all_of(count: Figure) -> str:
    """Return the word for every one of a number, which is no 全部 when there is only one."""
    return "已" if count.value == 1 else "全部"


def is_sound(rate: Figure | None) -> bool:
    """Whether a share can be told: there is one, and it is not more than the whole."""
    return rate is not None and rate.is_there and (rate.value or 0) <= WHOLE


def adds_up(whole: Figure, *parts: Figure) -> bool:
    """Whether parts make a whole; the clerk may have put one of them right by hand."""
    return sum(one.value or 0 for one in parts) == whole.value


def exactly(figure: Figure) -> Span:
    """Return a figure with its exact number, for a whole that is told with its parts."""
    return in_style(figure, "exact" if figure.definition.is_approximate else "")


def counted(facts: Facts, named: Named, between: str = "、") -> Sentence:
    """Return words each with its figure, those that have one: 刻制印章26枚、制作门牌26块."""
    found = [(facts.figure(code), words) for code, words in named]
    return join([say(words, figure) for figure, words in found if figure], between)


def of_which(facts: Facts, whole: Figure, named: Named) -> Sentence:
    """Return ，其中…、…: the parts of a figure that are parts; one that is all of it is told as that."""
    parts = [(facts.figure(code), words) for code, words in named]
    told = [(one, words) for one, words in parts if one and (one.value or 0) <= (whole.value or 0)]
    for one, words in told:
        if one.value == whole.value:
            return say(f"，{'为' if one.value == 1 else '均为'}{words}")
    if not told:
        return ()
    return (*say("，其中"), *join([say(words, exactly(one)) for one, words in told], "、"))


def sentence(*stretches: Sentence) -> Sentence | None:
    """Return stretches as one sentence parted by commas, nothing when none has anything to say."""
    found = [one for one in stretches if one]
    return (*join(found, "，"), *say("。")) if found else None
