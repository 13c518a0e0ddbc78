"""Wrong words: the program's list and the office's own, and what a template left behind."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from models.proofreading.findings import Finding, at, without_overlaps
from models.proofreading.patterns import HAN
from models.records.reported import WordRule
from models.values.wrong_words import WRONG_WORDS, WrongWord

_MASKED = re.compile(
    rf"[xX×＊*\uff38\uff58]{{2,}}(?=[{HAN}、])|(?<=[{HAN}、])[xX×＊*\uff38\uff58]{{2,}}|"
    r"某某|某{2,}|○{2,}|_{2,}|＿{2,}"
)
_TEMPLATE = re.compile(
    r"范文|(?<![培训演示])模板(?=$|[，。（(])|待补充|待核实|此处(?:填写|填入|插入|补充|省略)|"
    r"【[^】]{0,12}(?:填写|填入|待填|待定)[^】]{0,6}】",
    re.MULTILINE,
)
_PAGE = re.compile(r"第\s*\d+\s*页(?:[ 　，,/／]*共\s*\d+\s*页)?|共\s*\d+\s*页$", re.MULTILINE)


def check_words(text: str, rules: Iterable[WordRule] = ()) -> Iterator[Finding]:
    """Yield wrong words; rules of the office come first and can switch off ours."""
    own = tuple(rules)
    known = frozenset(one.wrong for one in own)
    listed = (one for one in WRONG_WORDS if one.wrong not in known)
    yield from without_overlaps(
        (
            *(finding for one in own if not one.is_off for finding in _check_rule(text, one)),
            *(finding for one in listed for finding in _check_word(text, one)),
        )
    )


def check_leftovers(text: str) -> Iterator[Finding]:
    """Yield blanks that were never filled in, words of a template, and page numbers."""
    for found in _MASKED.finditer(text):
        yield at(found, "blank", "这里还没有填", severity="error", advice="请写上实际的名称或数字")
    for found in _TEMPLATE.finditer(text):
        yield at(found, "template", "像是模板留下的字", severity="error", advice="请改成实际内容")
    for found in _PAGE.finditer(text):
        yield at(found, "page", "页码混进了正文", severity="error", replacement="")


def _check_rule(text: str, rule: WordRule) -> Iterator[Finding]:
    for found in re.finditer(re.escape(rule.wrong), text) if rule.wrong else ():
        yield at(
            found,
            "own_word",
            rule.reason or "本单位不用这个词",
            replacement=rule.right or None,
            advice="" if rule.right else "请改用别的说法",
        )


def _check_word(text: str, word: WrongWord) -> Iterator[Finding]:
    pattern = _pattern(word)
    part = "word" if "word" in pattern.groupindex else 0
    for found in pattern.finditer(text):
        right = _mended(word, found[part].replace(" ", ""))
        yield at(found, "word", word.reason, severity=word.severity, replacement=right, group=part)


def _mended(word: WrongWord, written: str) -> str:
    """Return what was found with the exchanged part put right."""
    wrong, right = _difference(word)
    return written.replace(wrong, right) if wrong in written else word.right


def _difference(word: WrongWord) -> tuple[str, str]:
    """Return the parts in which the wrong and the right word differ."""
    wrong, right = word.wrong, word.right
    while wrong and right and wrong[0] == right[0]:
        wrong, right = wrong[1:], right[1:]
    while wrong and right and wrong[-1] == right[-1]:
        wrong, right = wrong[:-1], right[:-1]
    return wrong, right


@cache
def _pattern(word: WrongWord) -> re.Pattern[str]:
    return re.compile(word.pattern or re.escape(word.wrong))
