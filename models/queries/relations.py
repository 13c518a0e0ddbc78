"""How a condition compares: the relations of each kind of field, and what each is the opposite of."""

from dataclasses import dataclass
from enum import StrEnum

from models.fields import (
    Choice,
    Choices,
    Field,
    Flag,
    Link,
    Money,
    Month,
    Number,
    PartialDay,
    Share,
    Text,
    Year,
)
from models.queries.subjects import DATES, Kind, Subject, dated_of
from models.reading import Refused


class Takes(StrEnum):
    """What the clerk gives a relation to compare with."""

    NOTHING = ""
    VALUE = "value"
    TWO = "two"
    MANY = "many"
    WORDS = "words"
    DAYS = "days"
    MONTHS = "months"
    COUNT = "count"
    AGE = "age"


@dataclass(frozen=True, slots=True)
class Relation:
    """One way to compare; `says` puts it into words, `opposite_of` names what it denies.

    What denies also holds where nothing is filled in: 不是男 finds those without a sex, too.
    """

    code: str
    label: str
    takes: Takes = Takes.NOTHING
    says: str = ""
    opposite_of: str = ""


BLANK = (
    Relation("blank", "为空", says="{subject}为空", opposite_of="filled"),
    Relation("filled", "不为空", says="{subject}不为空"),
)
TEXT = (
    Relation("contains", "包含", Takes.WORDS, "{subject}包含“{value}”"),
    Relation("lacks", "不包含", Takes.WORDS, "{subject}不包含“{value}”", "contains"),
    Relation("equals", "等于", Takes.WORDS, "{subject}等于“{value}”"),
    Relation("begins", "开头是", Takes.WORDS, "{subject}开头是“{value}”"),
    *BLANK,
)
NUMBER = (
    Relation("equals", "等于 =", Takes.VALUE, "{subject}={value}"),
    Relation("differs", "不等于 ≠", Takes.VALUE, "{subject}≠{value}", "equals"),
    Relation("above", "大于 >", Takes.VALUE, "{subject}>{value}"),
    Relation("least", "不小于 ≥", Takes.VALUE, "{subject}≥{value}"),
    Relation("below", "小于 <", Takes.VALUE, "{subject}<{value}"),
    Relation("most", "不大于 ≤", Takes.VALUE, "{subject}≤{value}"),
    Relation("between", "介于", Takes.TWO, "{subject}从{first}到{last}"),
    *BLANK,
)
THIS_YEAR = Relation("this_year", "今年", says="{subject}在{year}年")
LAST_YEAR = Relation("last_year", "去年", says="{subject}在{last_year}年")
NOT_THIS_YEAR = Relation(
    "not_this_year", "不在今年", says="{subject}不在{year}年", opposite_of="this_year"
)
YEAR = (THIS_YEAR, LAST_YEAR, *NUMBER)
DATE = (
    Relation("equals", "在", Takes.VALUE, "{subject}在{value}"),
    Relation("differs", "不在", Takes.VALUE, "{subject}不在{value}", "equals"),
    Relation("above", "晚于 >", Takes.VALUE, "{subject}晚于{value}"),
    Relation("least", "不早于 ≥", Takes.VALUE, "{subject}不早于{value}"),
    Relation("below", "早于 <", Takes.VALUE, "{subject}早于{value}"),
    Relation("most", "不晚于 ≤", Takes.VALUE, "{subject}不晚于{value}"),
    Relation("between", "介于", Takes.TWO, "{subject}从{first}到{last}"),
    THIS_YEAR,
    NOT_THIS_YEAR,
    Relation("this_month", "本月", says="{subject}在{month}"),
    LAST_YEAR,
    Relation("recent", "最近N天", Takes.DAYS, "{subject}在最近{value}天"),
    Relation("older", "早于今天N天", Takes.DAYS, "{subject}早于今天{value}"),
    Relation("due", "将在N天内到期", Takes.DAYS, "{subject}将在{value}天内到期"),
    *BLANK,
)
AGE = (
    Relation("aged", "满N岁", Takes.AGE, "{subject}满{value}"),
    Relation("younger", "不满N岁", Takes.AGE, "{subject}不满{value}"),
)
CHOICE = (
    Relation("is", "是", Takes.VALUE, "{subject}是{value}"),
    Relation("is_not", "不是", Takes.VALUE, "{subject}不是{value}", "is"),
    Relation("one_of", "其中之一", Takes.MANY, "{subject}是{value}"),
    Relation("none_of", "都不是", Takes.MANY, "{subject}不是{value}", "one_of"),
)
CODED = (*CHOICE, *BLANK)
FLAG = (
    Relation("yes", "是", says="{subject}为“是”"),
    Relation("no", "否", says="{subject}为“否”", opposite_of="yes"),
)
LINK = (
    Relation("is", "是某条", Takes.VALUE, "{subject}是{value}"),
    Relation("contains", "名称包含", Takes.WORDS, "{subject}名称包含“{value}”"),
    Relation("blank", "未关联", says="{subject}未关联", opposite_of="filled"),
    Relation("filled", "已关联", says="{subject}已关联"),
)
CHANGED = (
    Relation("stale", "N个月未改", Takes.MONTHS, "{value}未改", "changed"),
    Relation("changed", "N个月内改过", Takes.MONTHS, "{value}内改过"),
)
FILES = (
    Relation("some", "有", says="有{subject}"),
    Relation("none", "没有", says="没有{subject}", opposite_of="some"),
)
EVER = (
    Relation("none", "从未有", says="从未有{subject}", opposite_of="some"),
    Relation("some", "有过", says="有过{subject}"),
)
COUNTED = (
    Relation("at_least", "有N条以上", Takes.COUNT, "有{value}{measure}以上{subject}"),
    Relation("fewer", "少于N条", Takes.COUNT, "{subject}少于{value}{measure}", "at_least"),
)
LIVING = (
    Relation("alive_none", "现在没有", says="现在没有{subject}", opposite_of="alive_some"),
    Relation("alive_some", "现在有", says="现在有{subject}"),
)
YEARLY = (
    Relation("year_none", "今年没有", says="{year}年没有{subject}", opposite_of="year_some"),
    Relation("year_some", "今年有", says="{year}年有{subject}"),
    Relation(
        "year_at_least", "今年有N条以上", Takes.COUNT, "{year}年有{value}{measure}以上{subject}"
    ),
    Relation(
        "last_year_none",
        "去年没有",
        says="{last_year}年没有{subject}",
        opposite_of="last_year_some",
    ),
    Relation("last_year_some", "去年有", says="{last_year}年有{subject}"),
)
DAILY = (
    Relation("days_none", "N天内没有", Takes.DAYS, "{value}天内没有{subject}", "days_some"),
    Relation("days_some", "N天内有", Takes.DAYS, "{value}天内有{subject}"),
)
_COMPUTED = {Kind.STAGE: CHOICE, Kind.CHANGED: CHANGED, Kind.FILES: FILES}
_DAYS = Number(label="天数", unit="天")
_AGE = Number(label="年龄", unit="岁", minimum=1)
BIRTHS = frozenset({"birth", "born_on"})
_MONTHS = Number(label="月数", unit="个月", minimum=1)


def relations_of(subject: Subject) -> tuple[Relation, ...]:
    """Return how a subject can be compared, the most usual first."""
    if subject.kind is Kind.RECORDS:
        return _relations_of_records(subject)
    field = subject.field
    if subject.name in BIRTHS:
        return (*AGE, *DATE)
    return _relations_of_field(field) if field is not None else _COMPUTED[subject.kind]


def relation_of(subject: Subject, code: str) -> Relation:
    """Return the relation of that code; refused when the subject is not compared like that."""
    for one in relations_of(subject):
        if one.code == code:
            return one
    raise Refused(f"“{subject.label}”不能这样比较（{code}）")


def value_field(subject: Subject, relation: Relation) -> Field | None:
    """Return the field that reads and shows what a relation compares with, None for nothing."""
    own = subject.field
    match relation.takes:
        case Takes.DAYS:
            return _DAYS
        case Takes.MONTHS:
            return _MONTHS
        case Takes.AGE:
            return _AGE
        case Takes.COUNT:
            measure = subject.reference.record_type.about.measure if subject.reference else ""
            return Number(label="条数", minimum=1, unit=measure)
        case Takes.WORDS:
            return Text(label=subject.label, is_name=isinstance(own, Text) and own.is_name)
        case Takes.MANY if isinstance(own, Choice | Choices):
            return Choices(label=own.label, codes=own.codes)
        case Takes.VALUE if isinstance(own, Choices):
            return Choice(label=own.label, codes=own.codes)
        case Takes.VALUE | Takes.TWO if isinstance(own, DATES) and not isinstance(own, Month):
            return PartialDay(label=subject.label)
        case Takes.VALUE | Takes.TWO:
            return own
    return None


def _relations_of_field(field: Field) -> tuple[Relation, ...]:
    match field:
        case Flag():
            return FLAG
        case Choice() | Choices():
            return CODED
        case Link():
            return LINK
        case Year():
            return YEAR
        case Number() | Money() | Share():
            return NUMBER
        case _:
            return DATE if isinstance(field, DATES) else TEXT


def _relations_of_records(subject: Subject) -> tuple[Relation, ...]:
    assert subject.reference is not None
    other = subject.reference.record_type
    dated = dated_of(other)
    return (
        *EVER,
        *(YEARLY if dated else ()),
        *(LIVING if other.about.states else ()),
        *(DAILY if dated and isinstance(dated.field, DATES) else ()),
        *COUNTED,
    )
