"""Words and sentences that stand twice."""

import re
from collections.abc import Iterator

from models.proofreading.findings import Finding, at, shorten
from models.proofreading.patterns import HAN

_WORD_TWICE = re.compile(rf"([{HAN}]{{2,12}}?)\1")
_SIGN_TWICE = re.compile(
    r"([的在是与为被及并将由]|达(?=达到)|季(?=季度)|(?<![一双成])对(?=对(?![联碰子着口方应策象接比照])))\1"
)
_ALLOWED_SIGNS = ("的的确确", "是是非非", "的的士", "在在")
# 一步一步 and 总工会工会经费 are no slips.
_ALLOWED_START = re.compile(r"[一逐每各两三]|工会$")
_LISTED_TWICE = re.compile(
    rf"(?<=[、，：；。“（了及和在对为向与到是把将])([{HAN}]{{2,8}})、(?:[{HAN}]{{2,8}}、){{0,4}}\1(?=[、，。；等和])"
)
_SENTENCE = re.compile(r"[^。！？；\n]+")
SHORTEST = 14


def check_repeats(text: str) -> Iterator[Finding]:
    """Yield words that stand twice in a row or in one enumeration, and sentences that come again."""
    for found in _WORD_TWICE.finditer(text):
        if not _ALLOWED_START.match(found[1]):
            yield at(found, "twice", "词语重复", severity="error", replacement=found[1])
    for found in _SIGN_TWICE.finditer(text):
        if not text.startswith(_ALLOWED_SIGNS, found.start()):
            yield at(found, "twice", "字重复", severity="error", replacement=found[1])
    for found in _LISTED_TWICE.finditer(text):
        yield at(found, "twice", f"并列的词里“{found[1]}”写了两次", advice="请删去一个")
    yield from _check_sentences(text)


def _check_sentences(text: str) -> Iterator[Finding]:
    known: set[str] = set()
    for found in _SENTENCE.finditer(text):
        words = re.sub(r"\s", "", found[0])
        if len(words) < SHORTEST:
            continue
        if words in known:
            yield Finding(
                rule="sentence_twice",
                text="这句话前面已经写过",
                words=found[0].strip(),
                start=found.start() + len(found[0]) - len(found[0].lstrip()),
                advice=f"请删去一处：{shorten(words, 12)}",
            )
        known.add(words)
