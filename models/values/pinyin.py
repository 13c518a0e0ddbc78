"""Pinyin for searching and sorting: whole syllables and their initials."""

import os
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache

# Readings as family names where the first reading of the data is another one.
SURNAMES = {
    "万俟": "mo qi",
    "单于": "chan yu",
    "尉迟": "yu chi",
    "澹台": "tan tai",
    "乐": "yue",
    "么": "yao",
    "仇": "qiu",
    "佴": "nai",
    "冼": "xian",
    "区": "ou",
    "单": "shan",
    "卜": "bu",
    "召": "shao",
    "句": "gou",
    "员": "yun",
    "折": "she",
    "曾": "zeng",
    "朴": "piao",
    "查": "zha",
    "洗": "xian",
    "盖": "ge",
    "祭": "zhai",
    "种": "chong",
    "秘": "bi",
    "繁": "po",
    "缪": "miao",
    "翟": "zhai",
    "能": "nai",
    "藏": "zang",
    "覃": "qin",
    "解": "xie",
    "郇": "xun",
    "都": "du",
    "重": "chong",
    "阚": "kan",
    "隗": "wei",
}
# Keeps the words of a whole row apart, so that they can be spelt in one go.
BETWEEN = "|"
_ROW_END = "\x1e"
_TONES = dict.fromkeys((0x300, 0x301, 0x302, 0x304, 0x30C))


class _Memo(dict[str, str]):
    """What each character contributes, found once and kept."""

    def __init__(self, find: Callable[[str], str]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, character: str) -> str:
        found = self[character] = self._find(character)
        return found


def full_pinyin(text: str, *, surname: bool = False) -> str:
    """Return the syllables without tones in one word: zhangsan."""
    syllables, rest = _split_surname(text) if surname else ([], text)
    return "".join(syllables) + "".join(map(_SYLLABLES.__getitem__, rest))


def initials(text: str, *, surname: bool = False) -> str:
    """Return the first letters of the syllables: zs."""
    syllables, rest = _split_surname(text) if surname else ([], text)
    return "".join(one[0] for one in syllables) + "".join(map(_INITIALS.__getitem__, rest))


def full_pinyin_of_all(texts: Sequence[str]) -> list[str]:
    """Return the syllables of many texts, spelt in one go."""
    return _of_all(texts, full_pinyin)


def initials_of_all(texts: Sequence[str]) -> list[str]:
    """Return the initials of many texts, spelt in one go."""
    return _of_all(texts, initials)


def _of_all(texts: Sequence[str], spell: Callable[[str], str]) -> list[str]:
    spelt = spell(_ROW_END.join(texts)).split(_ROW_END)
    # A text that holds the mark itself must not shift its neighbours.
    return spelt if len(spelt) == len(texts) else [spell(text) for text in texts]


def _split_surname(text: str) -> tuple[list[str], str]:
    for length in (2, 1):
        spelt = SURNAMES.get(text[:length])
        if spelt:
            return spelt.split(), text[length:]
    return [], text


@lru_cache(maxsize=1)
def _readings() -> dict[int, str]:
    # Without its table of phrases pypinyin is imported in a tenth of the time; the table is
    # of no use here, because every character is read by itself.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin.pinyin_dict import pinyin_dict

    return pinyin_dict


def _syllable(character: str) -> str:
    if character in (BETWEEN, _ROW_END):
        return character
    if character.isascii():
        return character.lower() if character.isalnum() else ""
    plain = unicodedata.normalize("NFKC", character).lower()
    if plain.isascii():
        return "".join(one for one in plain if one.isalnum())
    readings = _readings().get(ord(character)) or _readings().get(ord(plain[0]), "")
    parts = unicodedata.normalize("NFD", readings.partition(",")[0])
    return parts.replace("u\u0308", "v").translate(_TONES)


def _initial(character: str) -> str:
    syllable = _SYLLABLES[character]
    # What is already Latin in the text keeps all its letters: a full-width ⅷ is one character.
    return syllable if character.isascii() else syllable[:1]


_SYLLABLES = _Memo(_syllable)
_INITIALS = _Memo(_initial)
