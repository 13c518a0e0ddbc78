"""Numbers as clerks type them, as lists show them and as officials word them."""

import re
from decimal import ROUND_HALF_UP, Decimal

from models.reading import Reading, Refused
from models.values.characters import narrow, quote

MOST_DIGITS = 15

_WRITTEN = re.compile(
    r"([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?(?:\(?("
    r"人次|家次|场次|个月|万元|平方米|"
    r"[人家名户个件份元条项次场期篇年月天岁套台亩村组枚块张方副幅把面本册只处例起%㎡]"
    r")\)?)?",
    re.ASCII,
)
_ROUGH = re.compile(r"[约多余近几来]|左右|以上|大概|不到|至少")
_TINY = Decimal("1E-9")
_CHINESE_DIGITS = "零一二三四五六七八九"
_IN_CHINESE = re.compile(r"([一二两三四五六七八九]?)(十?)([一二三四五六七八九]?)(?=$|[一-鿿])")


def read_number(text: str) -> Reading[int]:
    """Return the whole number that the text says, with what stood around it mended."""
    if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS:
        return Reading(int(text))
    value, repairs, doubts = _read(text)
    whole = int(value)
    if whole != value:
        raise Refused(f"{quote(text)}不是整数")
    if "." in narrow(text):
        repairs.append("小数点后的0已去掉")
    return Reading(whole, tuple(repairs), tuple(doubts))


def read_decimal(text: str, places: int) -> Reading[Decimal]:
    """Return the number with at most so many places; what is beyond them is rounded half up."""
    if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS:
        return Reading(Decimal(text))
    value, repairs, doubts = _read(text)
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    if rounded == value:
        return Reading(value, tuple(repairs), tuple(doubts))
    note = f"最多{places}位小数，已四舍五入为{rounded}"
    (repairs if abs(rounded - value) <= _TINY * (1 + abs(value)) else doubts).append(note)
    return Reading(rounded, tuple(repairs), tuple(doubts))


def percent(numerator: int, denominator: int, places: int = 1) -> Decimal:
    """Return the share in percent, rounded half up."""
    if denominator == 0:
        raise ZeroDivisionError("a share of nothing")
    scaled = abs(numerator) * 100 * 10**places
    rounded = (2 * scaled + abs(denominator)) // (2 * abs(denominator))
    is_negative = (numerator < 0) != (denominator < 0)
    return Decimal(-rounded if is_negative else rounded).scaleb(-places)


def show_number(number: int | Decimal) -> str:
    """Return the number with thousands separators, as lists show it."""
    return f"{number:,}"


def approximate(number: int) -> tuple[int, bool]:
    """Return the round number that prose may use, and whether something remains above it."""
    if number < 20:
        return number, False
    if number < 100:
        step = 10
    elif number < 10_000:
        step = 100
    else:
        step = 1_000
    return number - number % step, number % step != 0


def say_approximately(number: int, unit: str) -> str:
    """Return the count as officials word it: 4500余人, 20多家, 300多名, 4500人."""
    round_number, has_remainder = approximate(number)
    if not has_remainder:
        return f"{round_number}{unit}"
    return f"{round_number}{'余' if round_number >= 1_000 else '多'}{unit}"


def say_percent(share: Decimal) -> str:
    """Return the share as prose writes it: 92.3%, 98%."""
    text = f"{share:f}"
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text}%"


def chinese_numeral(number: int) -> str:
    """Return 一 to 九十九 for headings and lists of points."""
    if not 1 <= number <= 99:
        raise ValueError(f"no heading has the number {number}")
    tens, ones = divmod(number, 10)
    last = _CHINESE_DIGITS[ones] if ones else ""
    if tens == 0:
        return last
    return f"{_CHINESE_DIGITS[tens] if tens > 1 else ''}十{last}"


def _read(text: str) -> tuple[Decimal, list[str], list[str]]:
    plain, in_chinese = _in_digits("".join(narrow(text).split()).lstrip("'"))
    found = _WRITTEN.fullmatch(plain)
    if not found:
        raise _refusal(text, plain)
    if len(found[2].replace(",", "")) > MOST_DIGITS:
        raise Refused(f"{quote(text)}太大，请核对")
    value = Decimal(found[1] + found[2].replace(",", "") + (found[3] or ""))
    repairs, doubts = _notes(text, plain, found)
    return value or abs(value), [*in_chinese, *repairs], doubts


def _in_digits(plain: str) -> tuple[str, tuple[str, ...]]:
    """Return a number below a hundred that was written in words, such as 二十三人, in digits."""
    found = _IN_CHINESE.match(plain)
    if not found or not found[0] or (found[1] and found[3] and not found[2]):
        return plain, ()
    first, ten, last = (found[1].replace("两", "二"), found[2], found[3])
    tens = (_CHINESE_DIGITS.index(first) if first else 1) if ten else 0
    ones = _CHINESE_DIGITS.index(last or ("" if ten else first) or "零")
    return f"{10 * tens + ones}{plain[found.end() :]}", ("汉字数字已换成数字",)


def _notes(text: str, plain: str, found: re.Match[str]) -> tuple[list[str], list[str]]:
    repairs: list[str] = []
    doubts: list[str] = []
    if not text.isascii() and any(0xFF10 <= ord(one) <= 0xFF19 for one in text):
        repairs.append("全角数字已改为半角")
    elif "".join(text.split()) != text.strip():
        repairs.append("数字中的空格已去掉")
    if "," in plain:
        repairs.append("千分位逗号已去掉")
    if found[4] == "万元":
        doubts.append(f"单位“万元”已去掉，只记{found[1]}{found[2]}{found[3] or ''}，请核对单位")
    elif found[4]:
        repairs.append(f"“{found[4]}”字已去掉")
    return repairs, doubts


def _refusal(text: str, plain: str) -> Refused:
    if _ROUGH.search(plain) and any(one.isdigit() for one in plain):
        return Refused(f"{quote(text)}是大概的数，请填准确的数字")
    return Refused(f"{quote(text)}不是数字")
