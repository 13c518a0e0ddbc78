"""Numbers of Chinese patent applications (专利申请号标准 ZC 0006-2003)."""

import re
from operator import mul

from models.reading import Reading, Refused
from models.values.characters import bare, narrow, notes_on_code
from models.values.dates import LATEST_YEAR

# Year, kind and serial number: 4+1+7 digits since October 2003, 2+1+5 before.
LENGTH, OLD_LENGTH = 12, 8
FIRST_LONG_YEAR = 2003
FIRST_SHORT_YEAR = 85

_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
_CHECKS = "0123456789X"
_KINDS = frozenset("12389")
_SHAPE = re.compile(r"(\d+?)(?:\.([\dX])?)?(X?)", re.ASCII)
_PREFIX = re.compile(r"(?:专利号|申请号|ZL|CN|[:：])+")
_OTHER_LETTERS = re.compile(r"[A-WYZ]")


def read_patent_no(text: str) -> Reading[str]:
    """Return the number as 202410000001.0, without ZL and with its check digit checked or added."""
    plain = bare(text).upper()
    number = _PREFIX.sub("", plain)
    if _OTHER_LETTERS.search(number):
        return Reading(narrow(text), (), ("不像国家专利申请号，没有核对",))
    digits, given = _split(number)
    _check_inside(digits)
    right = check_digit(digits)
    if given and given != right:
        raise Refused(f"专利申请号的校验码应为{right}，现在是{given}，请逐位核对")
    kept = f"{digits}.{right}"
    doubts = () if given else (f"专利申请号没有校验码，已补为{kept}，请核对",)
    return Reading(kept, _repairs(text, plain, number), doubts)


def check_digit(digits: str) -> str:
    """Return what belongs behind the dot: the weighted sum modulo 11, ten is written X."""
    return _CHECKS[sum(map(mul, map(int, digits), _WEIGHTS)) % 11]


def year_of(number: str) -> int | None:
    """Return the year of a number that was read; None for one of another kind."""
    digits = number.partition(".")[0]
    if not digits.isdecimal():
        return None
    if len(digits) == LENGTH:
        return int(digits[:4])
    short = int(digits[:2])
    return short + (1900 if short >= FIRST_SHORT_YEAR else 2000)


def kind_digit_of(number: str) -> str:
    """Return the digit for invention, utility model or design; blank for one of another kind."""
    digits = number.partition(".")[0]
    if not digits.isdecimal():
        return ""
    return digits[4] if len(digits) == LENGTH else digits[2]


def _split(number: str) -> tuple[str, str]:
    """Return the digits and the check digit, blank when there is none."""
    found = _SHAPE.fullmatch(number)
    if found is None:
        raise Refused("专利申请号应是13位：年份4位、类型1位、流水号7位、小数点后校验码1位")
    digits, given = found[1], found[2] or found[3]
    if not given and len(digits) in (LENGTH + 1, OLD_LENGTH + 1):
        digits, given = digits[:-1], digits[-1]
    if len(digits) not in (LENGTH, OLD_LENGTH):
        raise Refused(f"专利申请号应为{LENGTH + 1}位，现在是{len(digits) + len(given)}位")
    return digits, given


def _check_inside(digits: str) -> None:
    is_long = len(digits) == LENGTH
    kind = digits[4] if is_long else digits[2]
    if kind not in _KINDS:
        raise Refused(f"专利申请号第{5 if is_long else 3}位表示类型，没有{kind}这一类")
    if is_long and not FIRST_LONG_YEAR <= int(digits[:4]) <= LATEST_YEAR:
        raise Refused(f"专利申请号开头的年份{digits[:4]}不合理")


def _repairs(text: str, plain: str, number: str) -> tuple[str, ...]:
    notes = list(notes_on_code(text, plain))
    if number != plain:
        notes.append(f"号码前的“{plain[: len(plain) - len(number)]}”已去掉")
    if "." not in number and len(number) in (LENGTH + 1, OLD_LENGTH + 1):
        notes.append("校验码前的小数点已补上")
    return tuple(notes)
