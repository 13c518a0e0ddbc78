"""The unified social credit code of GB 32100-2015."""

import re
from operator import mul

from models.reading import Reading, Refused
from models.values.characters import bare, notes_on_code, quote, refuse_length

LENGTH = 18
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"

_STRANGE = 255
_WEIGHTS = tuple(pow(3, place, 31) for place in range(LENGTH - 1))
# With the check character counted once, the sum of a right code is divisible by 31.
_ALL_WEIGHTS = (*_WEIGHTS, 1)

_INNER_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_INNER_CHECKS = "0X987654321"

_LOOKALIKES = {"O": "0", "I": "1", "Z": "2", "S": "5"}
_TO_DIGITS = str.maketrans({**_LOOKALIKES})
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?[Ee]\+?\d+", re.ASCII)
_INNER_DOUBT = "第9至17位（组织机构代码）的校验不符，请对照证照核对"


def read_credit_code(text: str) -> Reading[str]:
    """Return the code in capitals without blanks when its check character is right."""
    if len(text) == LENGTH and _is_right(text):
        return Reading(text, (), _inner_doubts(text))
    if _SCIENTIFIC.fullmatch(text.strip()):
        raise Refused("该单元格为数字格式，后几位已丢失，请改为文本后重新录入")
    code = bare(text).upper()
    if len(code) != LENGTH:
        raise refuse_length(len(code), LENGTH)
    repairs = notes_on_code(text, code)
    if _is_right(code):
        return Reading(code, repairs, _inner_doubts(code))
    return _read_lookalikes(code, repairs)


def is_plain_code(text: str) -> bool:
    """Whether a text is a right code in its usual spelling."""
    return len(text) == LENGTH and _is_right(text) and not _inner_doubts(text)


def check_character(first17: str) -> str:
    """Return the last character that belongs to the first seventeen."""
    total = sum(map(mul, _values(first17), _WEIGHTS))
    return ALPHABET[-total % 31]


def _table(letters: str) -> bytes:
    """Return what bytes.translate needs to turn letters into their places in the alphabet."""
    values = bytearray([_STRANGE]) * 256
    for value, letter in enumerate(letters):
        values[ord(letter)] = value
    return bytes(values)


_VALUES = _table(ALPHABET)
_INNER_VALUES = _table("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _values(code: str) -> bytes:
    return code.encode("ascii", "replace").translate(_VALUES)


def _is_right(code: str) -> bool:
    values = _values(code)
    return _STRANGE not in values and sum(map(mul, values, _ALL_WEIGHTS)) % 31 == 0


def _inner_doubts(code: str) -> tuple[str, ...]:
    values = code.encode("ascii").translate(_INNER_VALUES)
    total = sum(map(mul, values[8:16], _INNER_WEIGHTS))
    return () if _INNER_CHECKS[total % 11] == code[16] else (_INNER_DOUBT,)


def _read_lookalikes(code: str, repairs: tuple[str, ...]) -> Reading[str]:
    typed = [letter for letter in _LOOKALIKES if letter in code]
    mended = code.translate(_TO_DIGITS)
    if typed and _is_right(mended):
        named = "、".join(f"字母{letter}应为数字{_LOOKALIKES[letter]}" for letter in typed)
        doubt = f"{named}，改正后校验通过：{mended}，请核对"
        return Reading(mended, repairs, (doubt, *_inner_doubts(mended)))
    strange = next((letter for letter in code if letter not in ALPHABET), None)
    if strange:
        raise Refused(
            f"第{code.index(strange) + 1}位的{quote(strange)}不会出现在信用代码里，请核对"
        )
    raise Refused(f"校验码错误，按前17位末位应为{check_character(code[:17])}，请对照证照核对")
