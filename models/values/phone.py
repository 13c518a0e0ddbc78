"""Telephone numbers: mobiles, landlines with area code and extension, service numbers."""

import re

from models.reading import Reading, Refused
from models.values.characters import narrow, quote

LONGEST = 80

_COMMON = re.compile(r"1[3-9]\d{9}|0(?:10|2\d|[3-9]\d\d)-\d{7,8}", re.ASCII)
_SEVERAL = re.compile(r"[、,;/]+")
_DECORATION = re.compile(r"[\s.·_]+|[()]")
_COUNTRY = re.compile(r"(?:\+86|0086|86(?=1\d{10}$))-?")
_MOBILE = re.compile(r"1[3-9]\d{9}")
_LANDLINE = re.compile(r"(0(?:10|2\d|[3-9]\d\d))-?(\d{7,8})(?:-(\d{1,6}))?")
_LOCAL = re.compile(r"([2-8]\d{6,7})(?:-(\d{1,6}))?")
_SERVICE = re.compile(r"[48]00\d{7}|1\d{4}|9\d{4}")


def is_plain_phone(text: str) -> bool:
    """Whether a text is a mobile or landline number in its usual spelling."""
    return _COMMON.fullmatch(text) is not None


def read_phone(text: str) -> Reading[str]:
    """Return the number as 13900000000 or 0533-7890123; a wrong length is kept with a doubt."""
    if _COMMON.fullmatch(text):
        return Reading(text)
    if len(text) > LONGEST:
        raise Refused(f"{quote(text)}太长，不像电话号码")
    plain = narrow(text).strip("'`\"=")
    numbers = [_read_one(part, text) for part in _SEVERAL.split(plain) if part.strip()]
    if not numbers:
        raise Refused(f"{quote(text)}不是电话号码")
    value = "、".join(number for number, _ in numbers)
    doubts = [doubt for _, doubt in numbers if doubt]
    if len(numbers) > 1:
        doubts.append(f"写了{len(numbers)}个号码，已全部保留")
    return Reading(value, _repairs(text, value), tuple(doubts))


def _read_one(part: str, text: str) -> tuple[str, str]:
    """Return one number in its usual spelling, and a doubt or nothing."""
    spelt = part.strip().removesuffix(".0").replace("转", "-")
    digits = _DECORATION.sub("", spelt.replace(")", "-", 1) if "(" in spelt else spelt)
    digits = _COUNTRY.sub("", digits, count=1) if _COUNTRY.match(digits) else digits
    joined = digits.replace("-", "")
    if not (joined.isascii() and joined.isdigit()):
        raise Refused(f"{quote(text)}里有数字以外的文字，不是电话号码")
    if _MOBILE.fullmatch(joined) or _SERVICE.fullmatch(joined):
        return joined, ""
    if found := _LANDLINE.fullmatch(digits) or _LANDLINE.fullmatch(joined):
        return "-".join(group for group in found.groups() if group), ""
    if _LOCAL.fullmatch(digits):
        return digits, ""
    if _LOCAL.fullmatch(joined):
        return joined, ""
    if found := _LANDLINE.fullmatch(f"0{joined}"):
        with_zero = "-".join(group for group in found.groups() if group)
        return with_zero, f"区号前像是少了0，已记为{with_zero}，请核对"
    return digits.strip("-"), f"{quote(joined)}有{len(joined)}位，不像完整的电话号码，请核对"


def _repairs(text: str, value: str) -> tuple[str, ...]:
    if text == value:
        return ()
    if any(0xFF01 <= ord(one) <= 0xFF5E for one in text):
        return ("全角字符已改为半角",)
    if text.strip().endswith(".0"):
        return ("号码后的“.0”已去掉",)
    return ("分隔符、空格或国别码已整理",)
