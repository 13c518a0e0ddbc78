"""Free text and names as the clerk means them, and the keys that find the same name twice."""

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

from models.reading import Reading, Refused
from models.values.characters import BLANKS, HAN, INVISIBLE, quote
from models.values.old_codes import from_old_codes

LONGEST_TEXT = 2_000
LONGEST_NAME = 200
MIDDLE_DOT = "\u00b7"

_ORDINARY = re.compile(r"[ -~一-鿿、。《》（）\u3014\u3015“”‘’，：；？！·—…\n\t]*")
_ORDINARY_NAME = re.compile(r"[一-鿿·（）()0-9A-Za-z]+|[!-~]+(?: [!-~]+)*")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
# Halves of characters, and what decoders put in place of what they cannot read.
_UNREADABLE = re.compile("[\ud800-\udfff\ufffd]")
_UNSEEN = re.compile(f"[{INVISIBLE}]")
_REVERSING = re.compile("[\u202d\u202e\u2066-\u2069]")
_VARIANTS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")
_WIDE = rf"[{HAN}（）\u3014\u3015【】《》、，·]"
_INNER_BLANK = re.compile(rf"(?<={_WIDE})[{BLANKS}]+(?={_WIDE})")
_BLANK_RUN = re.compile(rf"[{BLANKS}]+")
_LOOSE_DOT = re.compile(rf"(?<=[{HAN}])[{BLANKS}]*([•‧∙・･⋅\u2024●.\uff0e·])[{BLANKS}]*(?=[{HAN}])")
_UPRIGHT = re.compile(rf"[{HAN}](?:[{BLANKS}]*\n[{BLANKS}]*[{HAN}])+")
_NUMBERED_PERSON = re.compile(rf"[{HAN}]{{2,4}}[0-9\uff10-\uff19]{{1,2}}")

# Radicals copied out of PDF files that no normal form turns into the Han.
_RADICALS = str.maketrans(
    "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻤⻥⻦⻨⻩⻬⻰",
    "母民虎西见角贝车长门青韦页风飞食马鬼鱼鸟麦黄齐龙",
)
_KANGXI = re.compile("[\u2f00-\u2fd5]")

_PLAIN_KEY = re.compile(r"[一-鿿0-9a-z()|]*")
_BRACKETS = str.maketrans("（）【】\u3014\u3015[]\uff3b\uff3d", "()()()()()")
_NOT_IN_KEY = re.compile(f"[{BLANKS}{INVISIBLE}]")
_KEY_DOTS = str.maketrans(dict.fromkeys("•‧∙・･⋅\u2024●", MIDDLE_DOT))
_LEGAL_FORMS = ("有限责任公司", "股份有限公司", "有限公司", "公司")
_SHORTEST_CORE = 2


def is_plain_text(text: str) -> bool:
    """Whether cleaning would leave a short text as it is."""
    is_ordinary = _ORDINARY.fullmatch(text) is not None and text == text.strip() != ""
    return is_ordinary and "\n" not in text


def is_plain_name(text: str) -> bool:
    """Whether cleaning would leave a short name as it is, without a doubt."""
    return _ORDINARY_NAME.fullmatch(text) is not None and not text[-1].isdigit()


def _joined_if_upright(kept: str, repairs: list[str]) -> str:
    """Return a word written from top to bottom, one character a line, on one line."""
    if not _UPRIGHT.fullmatch(kept):
        return kept
    repairs.append("竖排的字已并为一行")
    return "".join(kept.split())


def clean(text: str, *, limit: int = LONGEST_TEXT, keeps_lines: bool = False) -> Reading[str]:
    """Return the text without anything that cannot be seen, stored or printed.

    One character a line is a word written upright, except where lines are kept.
    """
    if len(text) <= limit and is_plain_text(text):
        return Reading(text)
    kept, repairs, doubts = _without_the_unseen(text)
    if not keeps_lines:
        kept = _joined_if_upright(kept, repairs)
    if len(kept) > limit:
        raise Refused(f"共{len(kept)}个字，最多{limit}个字，请删短")
    return Reading(kept, tuple(repairs), tuple(doubts))


def clean_name(text: str) -> Reading[str]:
    """Return the name of a person or a unit in its one spelling."""
    if len(text) <= LONGEST_NAME and _ORDINARY_NAME.fullmatch(text):
        return Reading(text, (), _doubts_about_name(text) if text[-1].isdigit() else ())
    kept, repairs, doubts = _without_the_unseen(text)
    kept = _repair_letters(kept, repairs)
    kept = _repair_dots(kept, repairs)
    kept = _repair_blanks(kept, repairs)
    if not kept:
        raise Refused("里面只有空格或看不见的字符，请填写名称")
    if len(kept) > LONGEST_NAME:
        raise Refused(f"名称共{len(kept)}个字，最多{LONGEST_NAME}个字")
    return Reading(kept, tuple(repairs), (*doubts, *_doubts_about_name(kept)))


def name_key(text: str) -> str:
    """Return the key under which two spellings of one name are the same."""
    if _PLAIN_KEY.fullmatch(text):
        return text
    key = text.translate(_BRACKETS)
    if _PLAIN_KEY.fullmatch(key):
        return key
    key = unicodedata.normalize("NFKC", key).translate(_KEY_DOTS).translate(_BRACKETS)
    folded = unicodedata.normalize("NFKC", _NOT_IN_KEY.sub("", key).casefold())
    return _NOT_IN_KEY.sub("", folded)


def unit_core(name: str, places: Collection[str]) -> str:
    """Return the part of a unit's name that is left without place and legal form."""
    prefixes, bracketed = _place_forms(frozenset(places))
    core = name_key(name)
    for part in bracketed:
        core = core.replace(part, "")
    core = _without_prefixes(core, prefixes)
    for form in _LEGAL_FORMS:
        if core.endswith(form):
            core = core.removesuffix(form)
            break
    return core if len(core) >= _SHORTEST_CORE else name_key(name)


@lru_cache(maxsize=16)
def _place_forms(places: frozenset[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return places as prefixes, longest first, and as they stand in brackets."""
    keys = {name_key(place) for place in places} - {""}
    stems = {key.removesuffix("街道")[:-1] or key for key in keys if len(key) > _SHORTEST_CORE}
    bracketed = tuple(f"({inside})" for inside in sorted(keys | stems))
    return tuple(sorted(keys, key=len, reverse=True)), bracketed


def _without_prefixes(core: str, prefixes: tuple[str, ...]) -> str:
    found = True
    while found:
        found = False
        for prefix in prefixes:
            if core.startswith(prefix) and len(core) >= len(prefix) + _SHORTEST_CORE:
                core = core.removeprefix(prefix)
                found = True
    return core


def _without_the_unseen(text: str) -> tuple[str, list[str], list[str]]:
    repairs: list[str] = []
    doubts: list[str] = []
    kept = _LINE_ENDS.sub("\n", text)
    if _REVERSING.search(kept):
        doubts.append("含有使文字倒排的控制符，已去掉，请核对文字顺序")
    for pattern, note in (
        (_CONTROLS, "看不见的控制字符已去掉"),
        (_UNSEEN, "看不见的零宽字符已去掉"),
    ):
        kept, count = pattern.subn("", kept)
        if count:
            repairs.append(note)
    kept, count = _UNREADABLE.subn("", kept)
    if count:
        doubts.append(f"有{count}个无法识别的字符已去掉，请核对")
    kept, todays = from_old_codes(kept)
    if todays:
        doubts.append(f"旧系统的造字已换成“{todays}”，请核对")
    if not unicodedata.is_normalized("NFC", kept):
        kept = unicodedata.normalize("NFC", kept)
        repairs.append("拆开书写的字符已合并")
    stripped = kept.strip()
    if stripped != kept:
        repairs.append("首尾空格已去掉")
    return stripped, repairs, doubts


def _repair_letters(text: str, repairs: list[str]) -> str:
    kept = _VARIANTS.sub("", text).translate(_RADICALS)
    kept = _KANGXI.sub(lambda found: unicodedata.normalize("NFKC", found[0]), kept)
    if kept != text:
        repairs.append("部首已换成通用汉字")
    return kept


def _repair_dots(text: str, repairs: list[str]) -> str:
    kept = _LOOSE_DOT.sub(MIDDLE_DOT, text)
    if kept != text:
        repairs.append(f"姓名间隔号已统一为“{MIDDLE_DOT}”")
    return kept


def _repair_blanks(text: str, repairs: list[str]) -> str:
    joined = _INNER_BLANK.sub("", text)
    if joined != text:
        repairs.append("名称中的空格已去掉")
    single = _BLANK_RUN.sub(" ", joined).strip()
    if single != joined:
        repairs.append("名称中的换行和多余空格已并为一个空格")
    return single


def _doubts_about_name(name: str) -> tuple[str, ...]:
    doubts = []
    if _NUMBERED_PERSON.fullmatch(name):
        doubts.append("名称末尾带有数字，请确认是否只为区分同名")
    if not _ORDINARY_NAME.fullmatch(name):
        strange = [one for one in name if unicodedata.category(one) in ("Co", "Cn", "So", "Sk")]
        if strange:
            code = f"U+{ord(strange[0]):04X}"
            doubts.append(f"{quote(strange[0])}（{code}）不是通用汉字，打印时可能缺字")
    return tuple(doubts)
