"""Money in fen: read, shown, written in capitals and shared out."""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from models.reading import Reading, Refused
from models.values.characters import narrow, quote

FEN_OF = {"元": 100, "万元": 1_000_000, "亿元": 10_000_000_000}
MOST_FEN = 10**17

_COMMON = re.compile(r"(\d{1,12})\.(\d\d?)", re.ASCII)
_COMMON_TEN_THOUSANDS = re.compile(r"(\d{1,9})(?:\.(\d{1,6}))?", re.ASCII)
_WRITTEN = re.compile(
    r"(?:人民币|RMB|CNY)?([+-]?)¥?([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?"
    r"(亿元|万元|亿|万|元|圆)?[整正]?",
    re.ASCII | re.IGNORECASE,
)
_ROUGH = re.compile(r"[约多余近几来]|左右|以上|大概|不到|至少")
_NOISE = Decimal("0.0001")
_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ((1000, "仟"), (100, "佰"), (10, "拾"), (1, ""))


def read_money(text: str, *, unit: str = "元") -> Reading[int]:
    """Return the fen that the text means, in the column's unit unless it names its own."""
    if unit == "元":
        if text.isascii() and text.isdigit() and len(text) <= 12:
            return Reading(int(text) * 100)
        if found := _COMMON.fullmatch(text):
            return Reading(int(found[1] + found[2].ljust(2, "0")))
    elif unit == "万元" and (found := _COMMON_TEN_THOUSANDS.fullmatch(text)):
        return Reading(int(found[1] + (found[2] or "").ljust(6, "0")))
    plain = "".join(narrow(text).split()).strip("'")
    written = _WRITTEN.fullmatch(plain)
    if not written or (written[1] and written[2]):
        raise _refusal(text, plain)
    return _reading(written, text, unit)


def show_money(fen: int, unit: str = "元") -> str:
    """Return the amount with thousands separators and two decimals, more only if it needs them."""
    if unit == "元":
        yuan, rest = divmod(abs(fen), 100)
        return f"{'-' if fen < 0 else ''}{yuan:,}.{rest:02d}"
    exact = Decimal(fen) / FEN_OF[unit]
    short = exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{short if short == exact else exact:,f}"


def capital_money(fen: int) -> str:
    """Return the amount in the capitals of receipts, without the prefix 人民币."""
    if fen < 0:
        return "负" + capital_money(-fen)
    if fen >= 10**18:
        raise ValueError("capitals end below one hundred million times one hundred million")
    if fen == 0:
        return "零元整"
    yuan, rest = divmod(fen, 100)
    tenths, hundredths = divmod(rest, 10)
    text = f"{_capital_integer(yuan)}元" if yuan else ""
    if tenths:
        text += f"{_DIGITS[tenths]}角"
    elif hundredths and yuan:
        text += "零"
    if hundredths:
        return f"{text}{_DIGITS[hundredths]}分"
    return text if tenths else f"{text}整"


def split_money(total: int, shares: Sequence[Fraction]) -> list[int]:
    """Return the parts of a sum; each is rounded half up, the last takes what remains."""
    if not shares or sum(shares) != 1 or min(shares) < 0:
        raise ValueError("shares must be the parts of one whole")
    sign = -1 if total < 0 else 1
    rest = abs(total)
    parts = []
    for share in shares[:-1]:
        part = min(rest, int(abs(total) * share + Fraction(1, 2)))
        parts.append(sign * part)
        rest -= part
    return [*parts, sign * rest]


def _reading(written: re.Match[str], text: str, unit: str) -> Reading[int]:
    digits = written[3].replace(",", "") + (written[4] or "")
    named = {"圆": "元", "万": "万元", "亿": "亿元"}.get(written[5] or "", written[5] or "")
    if len(written[3].replace(",", "")) > 15:
        raise Refused(f"{quote(text)}太大，请核对")
    exact = Decimal((written[1] or written[2]) + digits) * FEN_OF[named or unit]
    fen = int(exact.quantize(Decimal(1), ROUND_HALF_UP))
    if abs(fen) > MOST_FEN:
        raise Refused(f"{quote(text)}太大，请核对")
    repairs = _repairs(text, written, named)
    if named and named != unit:
        repairs.append(f"按“{named}”计，为{show_money(fen)}元")
    if fen == exact:
        return Reading(fen, tuple(repairs))
    note = f"分以下已四舍五入，为{show_money(fen)}元"
    if abs(exact - fen) <= _NOISE:
        return Reading(fen, (*repairs, note))
    return Reading(fen, tuple(repairs), (note,))


def _repairs(text: str, written: re.Match[str], named: str) -> list[str]:
    repairs = []
    if not text.isascii() and any(0xFF00 <= ord(one) <= 0xFF5E for one in text):
        repairs.append("全角字符已改为半角")
    if written.start(3) > len(written[1] + written[2]):
        repairs.append("货币符号已去掉")
    if "," in written[3]:
        repairs.append("千分位逗号已去掉")
    if named:
        repairs.append(f"“{written[5]}”字已去掉")
    return repairs


def _refusal(text: str, plain: str) -> Refused:
    if _ROUGH.search(plain) and any(one.isdigit() for one in plain):
        return Refused(f"{quote(text)}是大概的数，请填准确的金额")
    return Refused(f"{quote(text)}不是金额")


def _capital_integer(yuan: int) -> str:
    for size, name in ((10**8, "亿"), (10**4, "万")):
        high, low = divmod(yuan, size)
        if not high:
            continue
        text = _capital_integer(high) + name
        if not low:
            return text
        return f"{text}{'零' if low < size // 10 else ''}{_capital_integer(low)}"
    return _capital_group(yuan)


def _capital_group(group: int) -> str:
    text = ""
    has_gap = False
    for place, name in _PLACES:
        digit = group // place % 10
        if digit == 0:
            has_gap = bool(text)
            continue
        text += ("零" if has_gap else "") + _DIGITS[digit] + name
        has_gap = False
    return text
