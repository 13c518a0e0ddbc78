"""Numbers that no official text may hold (GB/T 15835-2011), and those that were damaged."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from models.proofreading.findings import Finding, at, without_overlaps
from models.proofreading.patterns import HAN, MEASURES, NUMBER, PERCENT

WHOLE = 100
# A task may be done several times over, but no town does it tenfold.
MOST_PERCENT = 1000
LONG = 5

_BROKEN_POINT = re.compile(rf"(?<!\d)\d+[。．·](?=\d)\d+(?!\d*年)(?:{PERCENT})?")
_TWO_POINTS = re.compile(rf"(?<![\d.])\d+(?:\.+(?:\d+\.+)+\d*|\.{{2,}}\d*|\.)(?={PERCENT})")
_PERCENT = re.compile(rf"(?<![\d.])({NUMBER})({PERCENT}+)")
_MAY_EXCEED = re.compile(r"完成|增长|增加|增幅|增收|同比|超额|任务|目标|提高|上升|翻|达标|超")
_TWICE_PERCENT = re.compile(rf"百分之\s*{NUMBER}{PERCENT}")
_SPELT_PERCENT = re.compile(rf"百分之\s*({NUMBER})(?!{PERCENT}|[\d.])")
_GLUED_YEAR = re.compile(
    rf"(?<![\d.])((?:201[5-9]|202\d|203[0-5]))(0{{1,3}})(?=(?:余|多)(?:{MEASURES})|(?:人次|场次|家次|户次))"
)
_UNROUND = re.compile(rf"(?<![\d.])(\d+)(余|多)(?={MEASURES})")
_YEAR_AS_COUNT = re.compile(
    r"(?<![\d.])(201[5-9]|202\d|203[0-5])(?=(?:人次|场次|家次|户次|名|家|户|场|期))"
)
_MISPLACED_REST = re.compile(r"\d(?:人次|家次|场次|家|户|人|名|件|份|元)余(?=[，。；、,;]|$)")
_DOUBLE_UNIT = re.compile(
    r"\d[余多]?((?:家|户|人|名|位|件|份|条|项|期|篇|场|元|次)"
    r"(?:家|户|人|名|位|个|件|份|条|项|期|篇|元|次次))(?=[，。；、,;）]|$)"
)
_ALLOWED_DOUBLE = frozenset({"人份", "人次", "家次", "户次", "场次", "件次", "户人", "期次"})
_HUNDREDS = re.compile(rf"(?<![\d.])({NUMBER})([百千])(?=[余多]?(?:{MEASURES}|万))")
_MIXED_WAN = re.compile(r"(?<![\d.])\d+(?:\.\d+)?万\d+元")
_FINE_WAN = re.compile(r"(?<![\d.])\d+\.\d{3,}(?=[万亿])")
_SMALL_WAN = re.compile(r"(?<![\d.])0\.\d+万(?=元|人|家)")
_BARE_RANGE = re.compile(
    rf"(?<![\d.年月日第〔-])({NUMBER})\s*(?:[-—–~～－至到]|——)\s*({NUMBER})({PERCENT}|[万亿])"
)
_SEPARATOR = re.compile(
    rf"(?<![\d.,])\d{{1,3}}(?:,\d{{3}})+(?=[{HAN}])|(?<=[{HAN}])\d{{1,3}}(?:,\d{{3}})+(?![\d,])"
)
_SPACED = re.compile(rf"\d[ \u3000\xa0]+(?=\d|\.\d|{PERCENT})[\d.]*{PERCENT}?")
_LEADING_ZERO = re.compile(rf"(?<![\d.:：〔〕第-])0\d+(?=年|月|日|{MEASURES})")
_AFTERNOON = re.compile(
    r"(?:上午|早上|早晨|凌晨|下午|晚上|傍晚|中午)(?:1[3-9]|2[0-4])(?=[时点:：])"
)
_LESS_TIMES = re.compile(rf"(?:减少|降低|下降|缩短)了?{NUMBER}倍")
_POINTS = re.compile(
    rf"率[^，。；,;%％\d]{{0,8}}(?:提高|上升|提升|下降|降低|增加)了?({NUMBER}{PERCENT})(?!以上)"
)


def check_numbers(text: str) -> Iterator[Finding]:
    """Yield every number that is written wrong or that cannot be true by itself."""
    yield from without_overlaps(one for check in _CHECKS for one in check(text))


def _check_points(text: str) -> Iterator[Finding]:
    for found in _BROKEN_POINT.finditer(text):
        mended = re.sub(r"[。．·]", ".", found[0])
        yield at(found, "point", "小数点写错了", severity="error", replacement=mended)
    for found in _TWO_POINTS.finditer(text):
        yield at(found, "point", "小数点多了", severity="error", advice="请核对这个数")


def _check_percent(text: str) -> Iterator[Finding]:
    for found in _TWICE_PERCENT.finditer(text):
        mended = found[0].removeprefix("百分之").strip()
        yield at(found, "percent", "“百分之”和“%”重复", severity="error", replacement=mended)
    for found in _SPELT_PERCENT.finditer(text):
        yield at(
            found, "percent", "阿拉伯数字的百分数用“%”", severity="hint", replacement=f"{found[1]}%"
        )
    for found in _PERCENT.finditer(text):
        share = Decimal(found[1])
        if len(found[2]) > 1:
            yield at(found, "percent", "百分号重复", severity="error", replacement=f"{found[1]}%")
        elif share > MOST_PERCENT or (share > WHOLE and not _may_exceed(text, found.start())):
            reason = "，像是年份混进了数字" if _starts_with_year(found[1]) else ""
            words = f"百分数超过100%{reason}"
            yield at(found, "percent", words, severity="error", advice="请核对分子和分母")


def _may_exceed(text: str, place: int) -> bool:
    start = max(text.rfind(mark, 0, place) for mark in "。；;\n")
    return _MAY_EXCEED.search(text, start + 1, place) is not None


def _starts_with_year(digits: str) -> bool:
    return len(digits) >= LONG and digits.startswith(("19", "20"))


def _check_glued_years(text: str) -> Iterator[Finding]:
    for found in _GLUED_YEAR.finditer(text):
        yield at(found, "glued_year", "像是年份混进了数字", severity="error", advice="请核对原数")
    for found in _UNROUND.finditer(text):
        if int(found[1]) % 10 == 0 or _follows_range(text, found.start()):
            continue
        is_year = len(found[1]) == 4 and found[1].startswith(("19", "20"))
        reason = "像是年份混进了数字" if is_year else f"“{found[2]}”前面要是整十、整百的数"
        yield at(found, "rest", reason, severity="error", advice="请核对原数")
    for found in _YEAR_AS_COUNT.finditer(text):
        yield at(found, "glued_year", "像是年份混进了数字", advice="请核对原数")


def _follows_range(text: str, place: int) -> bool:
    return place > 0 and text[place - 1] in "万亿"


def _check_units(text: str) -> Iterator[Finding]:
    for found in _MISPLACED_REST.finditer(text):
        mended = re.sub(r"(\d)(\D+)余", r"\1余\2", found[0])
        yield at(found, "rest", "“余”要写在量词前面", severity="error", replacement=mended)
    for found in _DOUBLE_UNIT.finditer(text):
        if found[1] not in _ALLOWED_DOUBLE:
            yield at(found, "unit", f"量词“{found[1]}”重复", severity="error", advice="请删去一个")
    for found in _HUNDREDS.finditer(text):
        times = 100 if found[2] == "百" else 1000
        mended = f"{Decimal(found[1]) * times:f}"
        mended = mended.rstrip("0").rstrip(".") if "." in mended else mended
        yield at(found, "unit", f"“{found[2]}”不能作单位", replacement=mended)


def _check_wan(text: str) -> Iterator[Finding]:
    for found in _MIXED_WAN.finditer(text):
        yield at(found, "wan", "“万”后面又写了零头", advice="请写成多少万元，或者多少元")
    for found in _FINE_WAN.finditer(text):
        yield at(found, "wan", "以万计的数保留两位小数就够了", severity="hint")
    for found in _SMALL_WAN.finditer(text):
        yield at(found, "wan", "不到一万，不必以万计", severity="hint")


def _check_writing(text: str) -> Iterator[Finding]:
    for found in _BARE_RANGE.finditer(text):
        unit = found[3]
        mended = f"{found[1]}{unit}～{found[2]}{unit}"
        yield at(found, "range", f"范围的前一个数也要写“{unit}”", replacement=mended)
    for found in _SEPARATOR.finditer(text):
        yield at(found, "separator", "正文里的数不用千分位", replacement=found[0].replace(",", ""))
    for found in _SPACED.finditer(text):
        mended = re.sub(r"\s", "", found[0])
        yield at(found, "spaced", "数字中间有空格", replacement=mended)
    for found in _LEADING_ZERO.finditer(text):
        yield at(found, "zero", "数字前面多了0", replacement=found[0].lstrip("0") or "0")


def _check_sayings(text: str) -> Iterator[Finding]:
    for found in _AFTERNOON.finditer(text):
        yield at(found, "hour", "12小时制和24小时制混用", severity="error", advice="请只用一种")
    for found in _LESS_TIMES.finditer(text):
        yield at(found, "times", "减少不能用倍数", severity="error", advice="请写成减少百分之几")
    for found in _POINTS.finditer(text):
        yield at(
            found,
            "points",
            "两个率相差的是百分点",
            severity="hint",
            advice="请核对是不是“个百分点”",
            group=1,
        )


_CHECKS: tuple[Callable[[str], Iterator[Finding]], ...] = (
    _check_points,
    _check_percent,
    _check_glued_years,
    _check_units,
    _check_wan,
    _check_writing,
    _check_sayings,
)
