"""How alike two labels of a form are: never so alike that 女职工 is taken for 职工."""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

SAME = 1.0
# The same but for a unit, a number before it or a remark: 人数 and 人数（人）.
SAME_BUT_UNIT = 0.95
LIKE = 0.7

# Words that make another thing of a label when only one of two has them.
TELLING_WORDS = (
    *("女", "男", "农民工", "少数民族", "青年", "党员", "新", "累计", "上年", "去年", "前年"),
    *("本月", "本季", "本期", "上期", "上月", "同期", "未", "不", "无", "非", "率", "比例", "比重"),
    *("人次", "家次", "场次", "金额", "占比", "其他", "退", "减", "增", "专职", "兼职", "规模以上"),
    *(
        "百人",
        "副",
        "主任",
        "委员",
        "代表",
        "国有",
        "集体",
        "私营",
        "外商",
        "港澳台",
        "本级",
        "下级",
    ),
    *("企业", "事业", "机关", "单独", "联合", "区域", "行业", "收入", "支出", "结余", "计划"),
)
_REMARKS = ("盖章", "公章", "签章", "签字", "签名", "全称", "人数", "可多选", "填写", "大写", "")
_MEASURES = frozenset(
    ("%", "万元", "亿元", "千元", "万人", "人次", "家次", "场次", "平方米")
).union("人家个名户件份元条项次场期篇年月天日岁套台亩村组枚块张所处支册章")
_UNITS = _MEASURES.union(_REMARKS)
_BRACKETED = re.compile(r"\(([^()]*)\)")
_NUMBERING = re.compile(
    r"^(?:\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.．](?!\d))"
)
_AMONG = re.compile(r"^(?:#|其中[：:,，]?|内[：:]|[：:])")
_YEAR = re.compile(r"(20\d\d)(?=年|$|\D)")
_IDLE = re.compile(r"[\s：:。,，、;；*＊_\-—“”\"'‘’]+")
_MONEY_UNIT = re.compile(r"(亿元|万元|千元|(?<=[(:/,、])元)")


@lru_cache(maxsize=20_000)
def plain_label(text: str, year: int | None = None) -> str:
    """Return a label as anchors keep it: one width, no blanks, years told from the form's own."""
    label = "".join(unicodedata.normalize("NFKC", text).split())
    return _YEAR.sub(lambda found: _year_words(int(found[1]), year), label) if year else label


@lru_cache(maxsize=20_000)
def core_of(label: str) -> str:
    """Return a plain label without its number, its units and its punctuation."""
    label = _AMONG.sub("", _NUMBERING.sub("", label))
    label = _BRACKETED.sub(lambda found: "" if _is_unit(found[1]) else f"({found[1]})", label)
    return _IDLE.sub("", label).removesuffix("%")


@lru_cache(maxsize=50_000)
def likeness(one: str, other: str) -> float:
    """Return how alike two plain labels are, from 0 to 1; below LIKE they are two things."""
    if one == other:
        return SAME
    first, second = core_of(one), core_of(other)
    if not first or not second:
        return 0.0
    if first == second:
        return SAME_BUT_UNIT
    if _telling(first) != _telling(second):
        return 0.0
    bare = _BRACKETED.sub("", first), _BRACKETED.sub("", second)
    if bare[0] == bare[1] and bool(_BRACKETED.search(first)) != bool(_BRACKETED.search(second)):
        return 0.9
    ratio = SequenceMatcher(None, first, second, autojunk=False).ratio()
    return ratio * 0.95


def money_unit(label: str) -> str:
    """Return the unit of money that a label names, blank when it names none."""
    found = _MONEY_UNIT.search("".join(unicodedata.normalize("NFKC", label).split()))
    return found[1] if found else ""


def is_measure(text: str) -> bool:
    """Whether a text is nothing but a unit of measure: 个, 人, 万元, %."""
    return plain_label(text) in _MEASURES


def is_words(text: str) -> bool:
    """Whether a text says something: it has a letter that is no digit, mark or blank."""
    return any(unicodedata.category(one)[0] == "L" for one in text)


def _is_unit(text: str) -> bool:
    parts = text.removeprefix("单位").lstrip("：:").removeprefix("按").strip()
    return parts in _UNITS


def _telling(core: str) -> frozenset[str]:
    return frozenset(word for word in TELLING_WORDS if word in core)


def _year_words(named: int, year: int) -> str:
    back = year - named
    if back == 0:
        return "〔本年〕"
    return "〔上年〕" if back == 1 else f"〔{-back:+d}年〕"
