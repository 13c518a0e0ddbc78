"""Characters that look like others or cannot be seen, and how they become plain ones."""

from models.reading import Refused

BLANKS = " \t\n\r\x0b\x0c\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
INVISIBLE = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"

_QUOTES = "'`\"‘’“”\uff07"
_LONGEST_QUOTATION = 20


def _span(first: int, last: int, shift: int) -> dict[int, int]:
    return {code: code + shift for code in range(first, last + 1)}


_PLAIN: dict[int, int | None] = {
    **_span(0xFF01, 0xFF5E, 0x21 - 0xFF01),
    **dict.fromkeys((0xA0, 0x3000, 0x202F, 0x205F, *range(0x2000, 0x200B)), 0x20),
    **dict.fromkeys((*range(0x2010, 0x2016), 0x2212, 0xFE63), 0x2D),
    **dict.fromkeys((0xAD, 0x180E, 0xFEFF, *range(0x200B, 0x2010)), None),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2060, 0x206A)), None),
    0xFFE5: 0xA5,
}


def narrow(text: str) -> str:
    """Return the text with full-width characters halved, invisible ones gone and ends stripped."""
    return (text if text.isascii() else text.translate(_PLAIN)).strip()


def bare(text: str) -> str:
    """Return a code without its blanks and without the marks that keep it text in Excel."""
    unmarked = narrow(text).removeprefix("=").strip(_QUOTES)
    return "".join(unmarked.split())


def quote(text: str) -> str:
    """Return the start of the text in brackets, fit for a sentence to the clerk."""
    shown = "".join(one if one.isprintable() else "?" for one in " ".join(text.split()))
    if len(shown) > _LONGEST_QUOTATION:
        shown = shown[:_LONGEST_QUOTATION] + "…"
    return f"「{shown}」"


def notes_on_code(typed: str, kept: str) -> tuple[str, ...]:
    """Say how a code of letters and digits was mended on its way from the cell."""
    notes = []
    plain = narrow(typed)
    if not typed.isascii() and any(0xFF01 <= ord(one) <= 0xFF5E for one in typed):
        notes.append("全角字符已改为半角")
    if plain.strip(_QUOTES + "=") != plain:
        notes.append("号码外的引号已去掉")
    if len(plain.split()) > 1 or typed != typed.strip():
        notes.append("空格已去掉")
    if any(one.islower() for one in plain) and not any(one.islower() for one in kept):
        notes.append("小写字母已改为大写")
    return tuple(notes) or (("看不见的字符已去掉",) if typed != kept else ())


def refuse_length(found: int, wanted: int) -> Refused:
    """Return the refusal of a code that is too short or too long."""
    return Refused(f"应为{wanted}位，现在是{found}位")
