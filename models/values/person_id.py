"""The citizen's identity number of GB 11643."""

import re
from datetime import date
from operator import mul

from models.reading import Reading, Refused
from models.values.characters import bare, notes_on_code, quote, refuse_length

LENGTH = 18
OLD_LENGTH = 15
LOST_DIGITS = "该单元格为数字格式，后3位已丢失，请改为文本后重新录入"

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
# The sum runs over ASCII codes, which are 48 above their digits.
_OFFSET = 48 * sum(_WEIGHTS)
_PROVINCES = frozenset(
    str(area + place)
    for area, places in ((10, 5), (20, 3), (30, 7), (40, 6), (50, 4), (60, 5))
    for place in range(1, places + 1)
) | {"50", "71", "81", "82", "83"}
_FOREIGNERS_CARD = "9"
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?[Ee]\+?\d+", re.ASCII)
_CYRILLIC = str.maketrans("\u0425\u0445", "XX")
_EARLIEST_BIRTH = date(1900, 1, 1)
_LONGEST_OTHER = 30
# Passports and permits have fewer digits; fewer than these are no mistyped resident number.
_FEWEST_DIGITS = 13


def read_person_id(text: str) -> Reading[str]:
    """Return the eighteen characters when province, birthday and check digit are right."""
    if len(text) == LENGTH and _is_digits(text[:17]) and check_digit(text[:17]) == text[17]:
        return Reading(text, (), _check_inside(text))
    if _SCIENTIFIC.fullmatch(text.strip()):
        raise Refused(LOST_DIGITS)
    latin = text.translate(_CYRILLIC)
    number = bare(latin).upper()
    repairs = notes_on_code(latin, number)
    if latin != text:
        repairs = (*repairs, "俄文字母已改为X")
    if len(number) == OLD_LENGTH and _is_digits(number):
        return _lengthen(number, repairs)
    if len(number) != LENGTH:
        raise refuse_length(len(number), LENGTH)
    _check_last(number)
    return Reading(number, repairs, _check_inside(number))


def read_document_no(text: str) -> Reading[str]:
    """Return a resident identity number, or the number of a passport or permit as it is written."""
    number = bare(text).upper()
    digits = sum(map(str.isdigit, number))
    if digits >= _FEWEST_DIGITS or _SCIENTIFIC.fullmatch(text.strip()):
        return read_person_id(text)
    if len(number) > _LONGEST_OTHER or not number.isprintable():
        raise Refused(f"{quote(number)}不像证件号码，请核对")
    return Reading(number, notes_on_code(text, number))


def is_resident_number(number: str) -> bool:
    """Whether a number that was read is one of GB 11643."""
    return (
        len(number) == LENGTH and _is_digits(number[:17]) and check_digit(number[:17]) == number[17]
    )


def check_digit(first17: str) -> str:
    """Return the last character that belongs to the first seventeen digits."""
    return _CHECKS[(sum(map(mul, first17.encode(), _WEIGHTS)) - _OFFSET) % 11]


def birth_of(number: str) -> date:
    """Return the birthday that a checked number contains."""
    return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))


def sex_of(number: str) -> str:
    """Return 男 or 女 as a checked number says."""
    return "男" if int(number[16]) % 2 else "女"


def masked(number: str) -> str:
    """Return a number of a person with only its first six and last four characters readable."""
    hidden = len(number) - 10
    return f"{number[:6]}{'*' * hidden}{number[-4:]}" if hidden > 0 else number


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _check_last(number: str) -> None:
    first, last = number[:17], number[17]
    if not _is_digits(first) or not (_is_digits(last) or last == "X"):
        raise Refused(f"{quote(number)}里有数字以外的字符，只有末位可以是X")
    if last == check_digit(first):
        return
    if number.endswith("000"):
        raise Refused(LOST_DIGITS)
    raise Refused(f"校验码错误，末位应为{check_digit(first)}，请对照证件核对")


def _check_inside(number: str) -> tuple[str, ...]:
    """Refuse a wrong province or birthday; return what remains doubtful."""
    is_foreign = number[0] == _FOREIGNERS_CARD
    if not is_foreign and number[:2] not in _PROVINCES:
        raise Refused(f"前2位{number[:2]}不是任何省份的代码")
    try:
        born = birth_of(number)
    except ValueError:
        raise Refused(f"第7至14位{number[6:14]}不是出生日期") from None
    if born < _EARLIEST_BIRTH:
        raise Refused(f"第7至14位的出生年份{born.year}不合理")
    return ("以9开头，像是外国人永久居留证号码，请核对",) if is_foreign else ()


def _lengthen(old: str, repairs: tuple[str, ...]) -> Reading[str]:
    first = f"{old[:6]}19{old[6:]}"
    number = first + check_digit(first)
    try:
        doubts = _check_inside(number)
    except Refused as refusal:
        raise Refused(f"只有15位，按旧号也不对（{refusal}），像是18位号码少了后3位") from None
    if old[6:8] in ("19", "20"):
        raise Refused(f"只有15位，按旧号出生于19{old[6:8]}年，像是18位号码少了后3位，请核对")
    return Reading(number, (*repairs, f"15位旧号已升为18位：{number}，请核对"), doubts)
