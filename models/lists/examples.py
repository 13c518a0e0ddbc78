"""The invented row that every empty list shows: what belongs where, and nobody who exists."""

import re
from collections.abc import Callable, Mapping
from functools import cache

from models import codes
from models.fields import (
    Choice,
    Choices,
    CreditCode,
    Day,
    Field,
    Flag,
    Link,
    Money,
    Month,
    Note,
    Number,
    PartialDay,
    PersonId,
    Phone,
    Share,
    Text,
    Year,
    fields_of,
)
from models.lists.catalogue import BY_NAME
from models.lists.example_words import BLANK, OVERRIDES
from models.lists.kinds import SheetType, Slot
from models.records import BY_TABLE
from models.values.person_id import check_digit

# A region that was never used, so that the numbers are nobody's.
REGION = "370399"
PERSON, UNIT, UNION = "示例甲", "示例有限公司", "示例有限公司工会委员会"
YEAR = 2024
BORN, _SERIAL = "1990-03-07", "011"
_UNIT_CODE, _UNION_CODE = "91370399MA9EXAMP81", "81370399MC9EXAMP5W"
_IS_UNION, _IS_BODY = re.compile("工会"), re.compile("单位|企业|公司|户$|参保|机关")
_IS_PERSON = re.compile("(?:人|人员|代表|主席)$")
_IS_NUMBER = re.compile("文号|字号|(?<!称)号$|编号|代码|编码")
_IS_PLACE = re.compile("地址|住址|所在地|地点|籍贯|政区|区县")
_IS_PART = re.compile("女|农民工|其中|反对|弃权|无效|未|缺席|少|新")
_IS_FIRST = re.compile("起|开始|成立|入会|加入|登记|申请|筹备|批准|施行|生效")
_IS_LAST = re.compile("止|届满|结束|到期|截止|有效期|完成|报送|反馈|办结|归档")
# What is filled in only when something has come to its end, which the example has not.
_IS_END = re.compile(
    "撤销|注销|退出|缴销|作废|延期|离任|免职|终止|解除|遗失|不通过|未通过|未建|脱困|销档|退回|中止|"
    "旧注册|计划建会|驳回|暂停|停保|返还日|核销|停缴|停征|退保|停办|停止"
)
_WORDS = {"邮政编码": "000000", "电子邮箱": "shili@example.com", "届次": "第一届第一次"}
_COUNT, _PART, _AMOUNT = "10", "2", "1000"


def example_of(one: SheetType) -> Mapping[Slot, str]:
    """Return what the example of a kind's empty list holds; what is left out stays blank."""
    return _example_named(one.name)


@cache
def _example_named(name: str) -> Mapping[Slot, str]:
    one = BY_NAME[name]
    found: dict[Slot, str] = {}
    for slot in one.slots:
        if slot in one.only_read:
            continue
        text = _text(one, slot)
        if text:
            found[slot] = text
    return found


def example_number() -> str:
    """Return the number of the invented person."""
    first = f"{REGION}{BORN.replace('-', '')}{_SERIAL}"
    return first + check_digit(first)


def _text(one: SheetType, slot: Slot) -> str:
    label = slot.field.label
    own = OVERRIDES.get(one.name, {})
    if slot.name in own:
        return own[slot.name]
    if slot.name in BLANK.get(one.name, ()) or (_IS_END.search(label) and not _is_asked(one, slot)):
        return ""
    if slot.number:
        return "100"
    return _by_kind(slot)


def _is_asked(one: SheetType, slot: Slot) -> bool:
    return slot.record_type is one.record and (slot.field.required or slot.name in one.needs)


def _by_kind(slot: Slot) -> str:
    companion = fields_of(slot.record_type).get(slot.name.removesuffix("_name"))
    if slot.name.endswith("_name") and isinstance(companion, Link):
        return _titled(companion.to)
    match slot.field:
        case Link(to=table):
            return _titled(table)
        case Choices(codes=name):
            return codes.table(name).lines[0].name
        case Choice(codes=name):
            return codes.table(name).lines[0].name
        case CreditCode(label=label):
            return _UNION_CODE if _IS_UNION.search(label) else _UNIT_CODE
        case PersonId():
            return example_number()
        case Text(label=label, is_name=is_name):
            return _name(label) if is_name else _word(label)
        case field:
            return next((make(field) for kind, make in _MAKERS if isinstance(field, kind)), "")


def _titled(table: str) -> str:
    """Return the words by which an example names a record of another list."""
    match table:
        case "unit":
            return UNIT
        case "union_org":
            return UNION
        case "member":
            return PERSON
    kind = BY_NAME.get(table)
    if kind is None:
        return ""
    record_type = BY_TABLE[table]
    slots = (Slot(record_type, name) for name in record_type.about.titles)
    return " ".join(text for slot in slots if (text := _text(kind, slot)))


def _name(label: str) -> str:
    if label == "上级工会":
        return "示例镇总工会"
    if label.endswith(("名称", "计划")) and not _IS_BODY.search(label.removesuffix("名称")):
        return UNION if _IS_UNION.search(label) else f"示例{label.removesuffix('名称')}"
    if _IS_UNION.search(label) and not _IS_PERSON.search(label):
        return UNION
    return UNIT if _IS_BODY.search(label) and not _IS_PERSON.search(label) else PERSON


def _word(label: str) -> str:
    bare = re.sub(r"[（(].*", "", label)
    if bare in _WORDS:
        return _WORDS[bare]
    if _IS_NUMBER.search(bare):
        return "示例〔2024〕1号" if "文号" in bare or "字号" in bare else "SL-2024-001"
    if _IS_PLACE.search(bare):
        return "示例省示例市示例县示例镇"
    if bare.endswith("人"):
        return PERSON
    return f"示例{bare}"


def _day(label: str) -> str:
    if label.startswith("出生"):
        return BORN
    if label.startswith("参加工作"):
        return "2012-07-01"
    if _IS_LAST.search(label) and not label.endswith("起"):
        return f"{YEAR}-12-31"
    return f"{YEAR}-01-02" if _IS_FIRST.search(label) else f"{YEAR}-03-05"


def _count(one: Field) -> str:
    if one.label.startswith(("第几", "计几")):
        return "1"
    return _PART if _IS_PART.search(one.label) else _COUNT


_MAKERS: tuple[tuple[type[Field], Callable[[Field], str]], ...] = (
    (Flag, lambda _one: "是"),
    (Month, lambda _one: f"{YEAR}-03"),
    (PartialDay, lambda one: _day(one.label)),
    (Day, lambda one: _day(one.label)),
    (Year, lambda _one: str(YEAR)),
    (Share, lambda one: "2%" if one.label.endswith(("率", "比例")) else "50%"),
    (Money, lambda _one: _AMOUNT),
    (Number, _count),
    (Phone, lambda _one: "13900000000"),
    (Note, lambda one: f"示例{one.label}"),
)
