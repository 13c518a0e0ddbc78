"""The order of 一是二是, of headings, and where a paragraph begins and ends."""

import re
from collections.abc import Iterator

from models.proofreading.findings import Finding, at
from models.proofreading.patterns import HAN
from models.values.numbers import chinese_numeral

_DIGITS = "一二三四五六七八九十"
_POINT = re.compile(
    rf"(?:^|(?<=[。；，：、！？,;:!?.“])|(?<=[。；，：,;:.] ))([{_DIGITS}]{{1,3}})([是要])",
    re.MULTILINE,
)
_LEVELS = (
    re.compile(rf"^[ \u3000]*([{_DIGITS}]{{1,3}})、", re.MULTILINE),
    re.compile(rf"^[ \u3000]*（([{_DIGITS}]{{1,3}})）", re.MULTILINE),
    re.compile(r"^[ \u3000]*(\d{1,2})[.．](?!\d)", re.MULTILINE),
)
_INLINE_HEADING = re.compile(
    rf"(?<=[。！.]) *([{_DIGITS}]{{1,2}}、)(?=[{HAN}])(?!四月|四季度|四五)"
)
_MARKS = (
    (
        re.compile(rf"^[ \u3000]*（(?:[{_DIGITS}]{{1,3}}|\d{{1,2}})）[、，.]", re.MULTILINE),
        "序号的括号后面不加标点",
    ),
    (re.compile(rf"^[ \u3000]*\d{{1,2}}、(?=[{HAN}“《])", re.MULTILINE), "这一层序号写作“1.”"),
    (
        re.compile(rf"^[ \u3000]*[{_DIGITS}]{{1,3}}[.．，,](?=[{HAN}])", re.MULTILINE),
        "这一层序号写作“一、”",
    ),
)
_SPLIT_NUMBER = re.compile(r"^[ \u3000]*\d{1,2}、\d", re.MULTILINE)
_LINE_START = re.compile(r"^[ \u3000]*[，。；：、？！）》”〕]+", re.MULTILINE)
_UNFINISHED = re.compile(
    r"[^\n]{0,9}[^\s。！？：；…”）》〕.!?:;)\n]$|[^\n]{0,9}[，、,]$", re.MULTILINE
)
LONG_LINE = 40
NUMERALS = {chinese_numeral(number): number for number in range(1, 100)}


def check_ordering(text: str) -> Iterator[Finding]:
    """Yield points and headings whose numbers do not follow one another."""
    yield from _check_points(text)
    yield from _check_headings(text)
    for pattern, words in _MARKS:
        for found in pattern.finditer(text):
            yield at(found, "level", words, severity="hint")


def check_lines(text: str) -> Iterator[Finding]:
    """Yield paragraphs that were torn apart: a start with a mark, an end without one."""
    for found in _SPLIT_NUMBER.finditer(text):
        yield at(found, "torn", "段首的序号后面接着数字，像是段落被拆开了", advice="请与上一段核对")
    for found in _LINE_START.finditer(text):
        yield at(found, "torn", "段首是标点", severity="error", advice="请与上一段核对")
    for found in _UNFINISHED.finditer(text):
        start = text.rfind("\n", 0, found.start()) + 1
        if found.end() - start > LONG_LINE:
            yield at(found, "torn", "段末没有句号", advice="请补上标点，或与下一段接上")
    for found in _INLINE_HEADING.finditer(text):
        yield at(found, "torn", "标题没有另起一段", advice="请在这里换行", group=1)


def _check_points(text: str) -> Iterator[Finding]:
    """Yield 四是 that follows 二是; the count begins again with each 一是."""
    last: dict[str, int] = {}
    for found in _POINT.finditer(text):
        number, kind = NUMERALS.get(found[1], 0), found[2]
        before = last.get(kind, 0)
        if number not in (1, before + 1):
            words = f"前面没有“{chinese_numeral(max(number - 1, 1))}{kind}”"
            yield at(found, "order", words, severity="error", advice="请核对序号")
        last[kind] = number


def _check_headings(text: str) -> Iterator[Finding]:
    """Yield headings out of their order; a heading above starts those below anew."""
    found = sorted(
        (
            (one.start(), level, one)
            for level, each in enumerate(_LEVELS)
            for one in each.finditer(text)
        ),
        key=lambda item: item[0],
    )
    last = [0] * len(_LEVELS)
    for _, level, heading in found:
        number = _number(heading[1])
        if number not in (last[level] + 1, 1 if level else 0):
            words = f"上一个同级序号是第{last[level]}个" if last[level] else "序号不是从头开始"
            yield at(heading, "order", words, severity="error", advice="请核对序号")
        last[level] = number
        last[level + 1 :] = [0] * (len(_LEVELS) - level - 1)


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else NUMERALS.get(written, 0)
