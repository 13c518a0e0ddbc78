"""The ways in which people and spreadsheets write a day, taken apart into numbers."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from models import clock
from models.reading import Refused
from models.values.characters import narrow, quote

FIRST_SERIAL = 20_000
LAST_SERIAL = 60_000
EXCEL_EPOCH = date(1899, 12, 30)
MOST_YEARS_AHEAD = 10
WITHOUT_YEAR = "没有写年份"

_CLOCK_TIME = re.compile(r"[T ]?(\d{1,2}):\d{2}(?::\d{2}(?:\.\d+)?)?$", re.ASCII)
_MIDNIGHT = re.compile(r"(?:[T ]|(?<![\d:]))0{1,2}:00(?::00(?:\.0+)?)?$", re.ASCII)
# A deadline's 前, and a remark in brackets, stand after the date and are no part of it.
_BESIDE = re.compile(r"(?:[之以]?前|\([^()\d]*\))$")
_LISTED = re.compile(r"(?<=\d)[、。，](?=\d)")
MONTH_NAMES = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")

_FULL = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_MONTH = re.compile(r"(\d{4})(?:[-/年](\d{1,2})月?|(\d{2}))", re.ASCII)
_DOTTED_MONTH = re.compile(r"(\d{2}|\d{4})\.(\d{1,2})月?", re.ASCII)
_YEAR = re.compile(r"(\d{4})年?", re.ASCII)
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?", re.ASCII)
_SHORT_YEAR = (
    re.compile(r"(\d{1,2})[-.年](\d{1,2})[-.月](\d{1,2})[日号]?", re.ASCII),
    # With slashes the first part may be a month; above 12 it can only be a year.
    re.compile(r"(1[3-9]|[2-9]\d)/(\d{1,2})/(\d{1,2})", re.ASCII),
    re.compile(r"(\d{2})[-./年](\d{1,2})月?()", re.ASCII),
)
_NO_YEAR = re.compile(r"(\d{1,2})(?:[-/.](\d{1,2})|月(?:(\d{1,2})[日号]?)?)", re.ASCII)
_CHINESE = re.compile(
    r"([〇零○一二三四五六七八九]{4})年(?:([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十廿卅]{1,3})[日号])?)?"
)
_CHINESE_DIGITS = {one: str(value) for value, one in enumerate("零一二三四五六七八九")}
_CHINESE_DIGITS.update({"〇": "0", "○": "0"})
_QUARTER = re.compile(r"(?:(\d{4})年?度?)?第?([1-4一二三四])季度?", re.ASCII)
_SEVERAL_MONTHS = re.compile(r"(?:(\d{4})[-/.年])?\d{1,2}月?[-—–~～至到](\d{1,2})月份?", re.ASCII)
_DAYS_FROM_TODAY = {"今天": 0, "今日": 0, "昨天": -1, "昨日": -1, "前天": -2, "明天": 1}


@dataclass(frozen=True, slots=True)
class Writing:
    """The numbers of a written date; they need not be in the calendar."""

    year: int
    month: int | None = None
    day: int | None = None
    repairs: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def take_apart(text: str, default_year: int | None) -> Writing:
    """Return the numbers of a date however it is written, or refuse it."""
    plain = narrow(text)
    widened = not text.isascii() and plain != text.strip()
    plain, dropped = _without_time(plain)
    repairs = ("全角字符已改为半角", *dropped) if widened else dropped
    plain = _LISTED.sub(".", "".join(plain.split()).strip("'`").rstrip(".,;。，、"))
    plain, doubts = _without_remark(plain)
    writing = _chinese(plain) or _with_year(plain) or _without_year(plain, default_year)
    if writing is None:
        raise Refused(f"{quote(text)}不是日期，请写成2024-03-05的样子")
    repairs, doubts = repairs + writing.repairs, doubts + writing.doubts
    return Writing(writing.year, writing.month, writing.day, repairs, doubts)


def _without_remark(plain: str) -> tuple[str, tuple[str, ...]]:
    found = _BESIDE.search(plain)
    if not found or not any(one.isdigit() for one in plain):
        return plain, ()
    return plain[: found.start()], (f"“{found[0]}”不是日期的一部分，已去掉，请核对",)


def _without_time(plain: str) -> tuple[str, tuple[str, ...]]:
    if ":" not in plain:
        return plain, ()
    if _MIDNIGHT.search(plain):
        return _MIDNIGHT.sub("", plain), ()
    kept = _CLOCK_TIME.sub("", plain)
    return kept, ("时刻已去掉，只保留日期",) if kept != plain else ()


def _with_year(plain: str) -> Writing | None:
    if found := _FULL.fullmatch(plain) or _COMPACT.fullmatch(plain.removesuffix(".0")):
        return Writing(int(found[1]), int(found[2]), int(found[3]))
    if found := _MONTH.fullmatch(plain):
        return _month_only(int(found[1]), found[2] or found[3])
    if found := _YEAR.fullmatch(plain):
        return Writing(int(found[1]), repairs=("只写到年，没有月、日",))
    if (found := _DOTTED_MONTH.fullmatch(plain)) and len(found[1]) == 4:
        return _dotted_month(int(found[1]), found[2])
    if found := _SERIAL.fullmatch(plain):
        return _serial(int(found[1]))
    return None


def _month_only(year: int, month: str) -> Writing:
    return Writing(year, int(month), repairs=(f"只写到月，已记为{year}年{int(month)}月",))


def _dotted_month(year: int, month: str) -> Writing:
    writing = _month_only(year, month)
    if month != "1":
        return writing
    doubt = f"「{year}.1」已读作{year}年1月；原意如果是{year}年10月，请改正"
    return Writing(year, 1, repairs=writing.repairs, doubts=(doubt,))


def _serial(number: int) -> Writing | None:
    if not FIRST_SERIAL <= number <= LAST_SERIAL:
        return None
    day = EXCEL_EPOCH + timedelta(days=number)
    note = f"日期序号{number}已换算为{day.isoformat()}"
    return Writing(day.year, day.month, day.day, repairs=(note,))


def _without_year(plain: str, default_year: int | None) -> Writing | None:
    if plain in _DAYS_FROM_TODAY:
        day = clock.today() + timedelta(days=_DAYS_FROM_TODAY[plain])
        note = f"“{plain}”已换成{day.isoformat()}"
        return Writing(day.year, day.month, day.day, repairs=(note,))
    found = _NO_YEAR.fullmatch(plain)
    if found and int(found[1]) <= 12:
        return _in_default_year(found, default_year)
    for pattern in _SHORT_YEAR:
        if short := pattern.fullmatch(plain):
            return _in_guessed_century(short)
    return None


def _in_default_year(found: re.Match[str], default_year: int | None) -> Writing:
    if default_year is None:
        raise Refused(f"{quote(found[0])}{WITHOUT_YEAR}，请写成2024-03-05的样子")
    day = found[2] or found[3]
    note = f"{WITHOUT_YEAR}，已按{default_year}年"
    return Writing(default_year, int(found[1]), int(day) if day else None, repairs=(note,))


def _in_guessed_century(found: re.Match[str]) -> Writing:
    year = 2000 + int(found[1])
    if year > clock.today().year + MOST_YEARS_AHEAD:
        year -= 100
    day = int(found[3]) if found[3] else None
    doubt = f"年份只写了「{found[1]}」，已按{year}年，请核对"
    return Writing(year, int(found[2]), day, doubts=(doubt,))


def _chinese(plain: str) -> Writing | None:
    found = _CHINESE.fullmatch(plain)
    if not found:
        return None
    year = int("".join(_CHINESE_DIGITS[one] for one in found[1]))
    month = _small_number(found[2]) if found[2] else None
    day = _small_number(found[3]) if found[3] else None
    return Writing(year, month, day, repairs=("汉字日期已换成数字",))


def _small_number(text: str) -> int:
    spelt = text.replace("廿", "二十").replace("卅", "三十")
    if "十" not in spelt:
        return int("".join(_CHINESE_DIGITS[one] for one in spelt))
    tens, _, ones = spelt.partition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        raise Refused(f"{quote(text)}不是日期里的数字")
    return int(_CHINESE_DIGITS.get(tens, "1") + _CHINESE_DIGITS.get(ones, "0"))


def last_month_in(text: str) -> str:
    """Return the last month of a quarter or of several months; blank when the text names none."""
    plain = "".join(narrow(text).split())
    if found := _QUARTER.fullmatch(plain):
        quarter = MONTH_NAMES.index(found[2]) + 1 if found[2] in MONTH_NAMES else int(found[2])
        last = quarter * 3
    elif found := _SEVERAL_MONTHS.fullmatch(plain):
        last = int(found[2])
    else:
        return ""
    return f"{found[1]}年{last}月" if found[1] else f"{last}月"


def write_month(text: str) -> str:
    """Return a month as dates write it: 3, 3月份 and 三月 are 3月; anything else stays."""
    plain = "".join(narrow(text).split()).removesuffix("份")
    name = plain.removeprefix("第").removesuffix("月")
    if name in MONTH_NAMES:
        return f"{MONTH_NAMES.index(name) + 1}月"
    if name.isdecimal() and len(name) <= 2:
        return f"{int(name)}月"
    return plain if plain.endswith("月") else text
