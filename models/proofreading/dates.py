"""Days and hours that do not exist."""

import calendar
import re
from collections.abc import Iterator
from datetime import date

from models.proofreading.findings import Finding, at

MONTHS, HOURS, MINUTES = 12, 24, 59
LEAP_YEAR = 2024
_DAY = re.compile(r"(?:(?<!\d)(\d{4})年)?(?<![\d.个])(\d{1,2})月(\d{1,2})(?=[日号]|[-—–~～至到]\d)")
_MONTH = re.compile(r"(?<![\d.个])(\d{1,2})月(?=份|底|初|中旬|上旬|下旬|[，。；、])")
_HOUR = re.compile(r"(?<![\d:：])(\d{1,2})[:：](\d{2})(?![\d:：])|(?<![\d.])(\d{1,2})时(\d{1,2})分")
_TWELVE = re.compile(r"(?:下午|晚上|傍晚)(?:[1-9]|1[0-2])[时点:：]")
_TWENTY_FOUR = re.compile(
    r"(?<![\d:：午上晚])(?:1[3-9]|2[0-3])(?:[:：][0-5]\d(?![\d:：])|时(?!间))"
)
_STRETCH = re.compile(
    r"(?<![\d年])(\d{1,2})月(\d{1,2})日?(?:[-—–~～至到]|——)(\d{1,2})月(\d{1,2})日"
)
_NUMERIC = re.compile(r"(?<![\d./-])(?:19|20)\d\d([./-])\d{1,2}\1\d{1,2}(?![\d./-])")


def check_dates(text: str, year: int | None = None) -> Iterator[Finding]:
    """Yield days that no calendar has, hours that no clock shows, and stretches that run back."""
    for found in _DAY.finditer(text):
        told = int(found[1]) if found[1] else year or LEAP_YEAR
        if not _is_day(told, int(found[2]), int(found[3])):
            words = f"没有{found[2]}月{found[3]}日这一天"
            yield at(found, "date", words, severity="error", advice="请核对日期")
    for found in _MONTH.finditer(text):
        if not 1 <= int(found[1]) <= MONTHS:
            words = f"没有{found[1]}月"
            yield at(found, "date", words, severity="error", advice="请核对月份")
    for found in _STRETCH.finditer(text):
        if (int(found[1]), int(found[2])) > (int(found[3]), int(found[4])):
            yield at(found, "date", "结束的日子早于开始的日子", advice="请核对，跨年要写年份")
    for found in _NUMERIC.finditer(text):
        yield at(found, "date", "正文里的日期写成几年几月几日", severity="hint")
    yield from _check_hours(text)


def _check_hours(text: str) -> Iterator[Finding]:
    for found in _HOUR.finditer(text):
        hours, minutes = int(found[1] or found[3]), int(found[2] or found[4])
        if hours > HOURS or minutes > MINUTES:
            yield at(found, "hour", "没有这个钟点", severity="error", advice="请核对时间")
    twenty_four = _TWENTY_FOUR.search(text) if _TWELVE.search(text) else None
    if twenty_four is not None:
        words = "12小时制和24小时制混用"
        yield at(twenty_four, "hour", words, severity="hint", advice="全文只用一种")


def _is_day(year: int, month: int, day: int) -> bool:
    if not (date.min.year <= year <= date.max.year and 1 <= month <= MONTHS):
        return False
    return 1 <= day <= calendar.monthrange(year, month)[1]
