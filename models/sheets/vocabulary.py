"""The words by which columns are known: each kind's own headings, and what is meant by others."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from models.lists.catalogue import BY_NAME
from models.lists.kinds import SheetType, Slot

# How surely a label is known: our own, one that is declared, one like it, one that ends like it.
OWN_LABEL, DECLARED, ALIKE, BY_ENDING = -1, 0, 1, 2

_MARKS = re.compile(r"[\s*★☆※●:：.。、,，·_]+")
_BRACKETED = re.compile(r"\([^()]*\)")
_NUMBERING = re.compile(r"序号?|编号|行号|no|编次|顺序号?|号")
# What most cells look like: figures, and Han characters but 号, 序, 编, 行 and 顺.
_NUMBERS_NOTHING = re.compile(
    "[0-9\\-\u4e00-\u53f6\u53f8-\u5e8e\u5e90-\u7f15\u7f17-\u884b\u884d-\u9879\u987b-\u9fff]*"
)
_FOR_INK = re.compile(r".*(?:签字|签名|盖章|签章|公章)")
_SAME_WORDS = (
    ("企业", "单位"),
    ("公司", "单位"),
    ("时间", "日期"),
    ("总人数", "数"),
    ("总数", "数"),
    ("人数", "数"),
    ("手机号码", "电话"),
    ("手机号", "电话"),
    ("手机", "电话"),
    ("姓名", ""),
    ("电话号码", "电话"),
    ("联系方式", "电话"),
    ("联系电话", "电话"),
    ("所属", "所在"),
    ("其中", ""),
    ("是否", ""),
    ("有无", ""),
    ("签名", "签字"),
    ("情况", ""),
)
# Headings that any list may have; they tell no kind of list from another.
_GENERAL = frozenset(
    label
    for line in (
        "日期 时间 年度 年份 月份 单位 单位名称 企业 企业名称 公司 名称 姓名 性别 年龄 职务 人数 数量",
        "电话 联系电话 手机 手机号 手机号码 电话号码 联系方式 联系人 负责人 责任人 经办人 地点 地址",
        "金额 费用 合计 小计 次数 内容 主要内容 标题 题目 类型 类别 种类 级别 等级 状态 结果 情况 原因",
        "措施 方式 说明 备注 来源 文号 签字 签名",
    )
    for label in line.split()
)
# Rosters that other offices of a township keep of people; the columns are like ours.
_OF_OTHERS = re.compile(
    r"党员|党费|入党|团员|低保|五保|特困|育龄|计划生育|计生|优抚|退役|兵役|贫困户|残疾|选民|学生|"
    r"村民|居民|户籍|养老|医保"
)
_OF_UNIONS = re.compile(r"工会|会员|职工|劳动|工人|帮扶|互助")
_SHORTEST_ENDING = 4


@lru_cache(maxsize=4096)
def label_key(text: str) -> str:
    """Return a heading without blanks and marks, in one width and case."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", text)).casefold()


def without_brackets(label: str) -> str:
    """Return a label without what stands in brackets."""
    return _BRACKETED.sub("", label)


def is_neutral(heading: str) -> bool:
    """Whether a column only numbers the rows or waits for ink."""
    bare = without_brackets(label_key(heading))
    return numbers_rows(heading) or _FOR_INK.fullmatch(bare) is not None


def numbers_rows(heading: str) -> bool:
    """Whether a column only numbers the rows."""
    if _NUMBERS_NOTHING.fullmatch(heading):
        return False
    return _NUMBERING.fullmatch(without_brackets(label_key(heading))) is not None


def label_keys(labels: list[list[str]]) -> set[str]:
    """Return the labels of a candidate in the spelling of the vocabularies."""
    keys = {label_key(name) for names in labels for name in names}
    return keys | {without_brackets(key) for key in keys}


def may_fit(one: SheetType, keys: set[str]) -> bool:
    """Whether at least one label is a known one; most rows of data have none."""
    return not keys.isdisjoint(_exact(one)) or any(_same(key) in _canonical(one) for key in keys)


def is_heading(label: str) -> bool:
    """Whether any kind of list has a column of that name; so many words are no values."""
    return label in _all_headings() or without_brackets(label) in _all_headings()


@cache
def _all_headings() -> frozenset[str]:
    return frozenset(key for one in BY_NAME.values() for key in _exact(one)) | _GENERAL


def is_general(heading: str) -> bool:
    """Whether any list may have a column of this name, so that it tells none from another."""
    return without_brackets(label_key(heading)) in _GENERAL


def is_of_others(title: str) -> bool:
    """Whether a title tells of people whom another office looks after."""
    return _OF_OTHERS.search(title) is not None and _OF_UNIONS.search(title) is None


def slot_named(one: SheetType, name: str) -> Slot | None:
    """Return the slot that a field's name or one of its headings means."""
    bare = name.rpartition(".")[2]
    found = next((slot for slot in one.slots if slot.name == bare and not slot.number), None)
    return found or look_up(one, name, DECLARED) or look_up(one, name, ALIKE)


def heading_of(one: SheetType, slot: Slot) -> str:
    """Return a heading under which lists of a kind show a slot; blank when each means another."""
    words = one.words(slot) if slot.number else (slot.field.label, *one.words(slot))
    return next((word for word in words if _meant(one, word) == slot), "")


def _meant(one: SheetType, word: str) -> Slot | None:
    tiers = range(OWN_LABEL, BY_ENDING + 1)
    return next((slot for tier in tiers if (slot := look_up(one, word, tier))), None)


def look_up(one: SheetType, label: str, tier: int) -> Slot | None:
    """Return the slot that a label means, the surest reading first."""
    return _look_up_named(one.name, label, tier)


@lru_cache(maxsize=65536)
def _look_up_named(name: str, label: str, tier: int) -> Slot | None:
    one = BY_NAME[name]
    key = label_key(label)
    bare = without_brackets(key)
    if tier == BY_ENDING:
        return _by_ending(_exact(one), bare)
    if tier == OWN_LABEL:
        return _own_labels(name).get(key)
    vocabulary = _exact(one) if tier == DECLARED else _canonical(one)
    for text in (key, bare):
        slot = vocabulary.get(text if tier == DECLARED else _same(text))
        if slot and text:
            return slot
    return None


@cache
def _own_labels(name: str) -> Mapping[str, Slot]:
    """Return the slots by the labels that our own forms show; the first of a label counts."""
    found: dict[str, Slot] = {}
    for slot in BY_NAME[name].slots:
        if not slot.number:
            found.setdefault(label_key(slot.field.label), slot)
    return found


def further_slots(one: SheetType, label: str) -> tuple[Slot, ...]:
    """Return what a label may fill for want of a better column, the likeliest first."""
    key = without_brackets(label_key(label))
    return tuple(
        slot for slot, words in one.further.items() if key in {label_key(word) for word in words}
    )


@cache
def _vocabularies(name: str) -> tuple[Mapping[str, Slot], Mapping[str, Slot]]:
    one = BY_NAME[name]
    exact: dict[str, Slot] = {}
    same: dict[str, set[Slot]] = {}
    for slot in one.slots:
        for word in one.words(slot):
            key = label_key(word)
            for text in (key, without_brackets(key)):
                exact.setdefault(text, slot)
    for text, slot in exact.items():
        same.setdefault(_same(text), set()).add(slot)
    canonical = {text: slots.pop() for text, slots in same.items() if len(slots) == 1 and text}
    return exact, canonical


def _exact(one: SheetType) -> Mapping[str, Slot]:
    return _vocabularies(one.name)[0]


def _canonical(one: SheetType) -> Mapping[str, Slot]:
    return _vocabularies(one.name)[1]


@lru_cache(maxsize=4096)
def _same(text: str) -> str:
    for word, usual in _SAME_WORDS:
        text = text.replace(word, usual)
    return text


def _by_ending(vocabulary: Mapping[str, Slot], label: str) -> Slot | None:
    """Return the slot of the longest known heading with which a label ends."""
    starts = range(1, len(label) - _SHORTEST_ENDING + 1)
    endings = (label[start:] for start in starts if not _is_inside_number(label, start))
    return next((vocabulary[ending] for ending in endings if ending in vocabulary), None)


def _is_inside_number(label: str, start: int) -> bool:
    """Whether a place cuts a number in two: 2月应缴 is no ending of 12月应缴."""
    return label[start].isdigit() and label[start - 1].isdigit()
