"""Numbers that lost a part or caught a letter when a text was copied or scanned."""

import re
from collections.abc import Callable, Iterator

from models.proofreading.findings import Finding, at, without_overlaps
from models.proofreading.patterns import HAN, MEASURES, PERCENT

_COUNTED = rf"(?=[余多]?(?:万|亿|{MEASURES}|{PERCENT}))"
_LETTERS = re.compile(rf"(?<![A-Za-z\d.])(?=[OoIl.]*\d)(?=[\d.]*[OoIl])[\dOoIl.]*[\dOoI]{_COUNTED}")
_DIGITS = str.maketrans("OoIl", "0011")
_MANY_POINTS = re.compile(
    r"(?<![\d.])\d+(?:\.\d+){2,}(?=[余多]?(?:[万亿]|人|家|户|名|件|元|份|次))"
)
_NO_WHOLE = re.compile(rf"(?<![\d.A-Za-z])\.\d+{_COUNTED}")
_BARE_PERCENT = re.compile(rf"(?<=[{HAN}，、：])(?<![余多几百]){PERCENT}")
_BARE_MEASURE = re.compile(
    r"(?:(?:会员|职工|农民工|干部)人次?|工会家|(?:经费|资金|善款|慰问金|救助金)万?元)(?=[，。；、])"
)
_BAD_GROUPS = re.compile(
    rf"(?<![\d.,])(?!\d{{1,3}}(?:,\d{{3}})+(?![\d,]))\d+(?:,\d+)+(?=[余多]?(?:万|{MEASURES}))"
)
_WIDE_GROUPS = re.compile(rf"(?<![\d.，])[1-9]\d{{0,2}}(?:，\d{{3}})+(?=[余多]?(?:{MEASURES}))")
_MINUS = re.compile(rf"(?:增长|提高|上升|增加|下降|减少|降低)了?[-－−]\d+(?:\.\d+)?{PERCENT}?")
_REST_TWICE = re.compile(r"(?<![\d.])\d+\s?[余多]{2,}")


def check_damage(text: str) -> Iterator[Finding]:
    """Yield numbers that cannot have been written so."""
    yield from without_overlaps(one for check in _CHECKS for one in check(text))


def _check_digits(text: str) -> Iterator[Finding]:
    for found in _LETTERS.finditer(text):
        mended = found[0].translate(_DIGITS)
        yield at(found, "letter", "数字里混进了字母", severity="error", replacement=mended)
    for pattern in (_MANY_POINTS, _NO_WHOLE):
        for found in pattern.finditer(text):
            yield at(found, "point", "小数点不对", severity="error", advice="请核对这个数")
    for found in _REST_TWICE.finditer(text):
        yield at(found, "rest", "“余”“多”重复", severity="error", advice="请只留一个")


def _check_missing(text: str) -> Iterator[Finding]:
    for pattern in (_BARE_PERCENT, _BARE_MEASURE):
        for found in pattern.finditer(text):
            yield at(found, "missing", "前面缺一个数", severity="error", advice="请补上这个数")


def _check_marks(text: str) -> Iterator[Finding]:
    for found in _BAD_GROUPS.finditer(text):
        yield at(found, "separator", "数字里的逗号不对", severity="error", advice="请核对这个数")
    for found in _WIDE_GROUPS.finditer(text):
        mended = found[0].replace("，", "")
        yield at(found, "separator", "数字中间有逗号", replacement=mended)
    for found in _MINUS.finditer(text):
        words = "文字已经说明增减，数字前不写负号"
        yield at(found, "minus", words, severity="error", advice="请核对是增是减")


_CHECKS: tuple[Callable[[str], Iterator[Finding]], ...] = (
    _check_digits,
    _check_missing,
    _check_marks,
)
