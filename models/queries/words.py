"""A query in the clerk's words: 从未有走访记录 且 所属行业是制造业."""

from models.fields import Field, Link
from models.queries.conditions import Condition, Moment, Query, Value
from models.queries.relations import Relation, Takes, relation_of, value_field
from models.queries.subjects import Kind, Subject, subject_of
from models.store import Store
from models.values.dates import PartialDate

YEARS = {12: "一年", 24: "两年", 36: "三年"}
MOST_NAMED = 3


def words_of(query: Query, store: Store, moment: Moment) -> str:
    """Return what a query asks, all its conditions joined by 且 or 或."""
    said = [say(query, one, store, moment) for one in query.conditions]
    return (" 或 " if query.is_any else " 且 ").join(said)


def say(query: Query, condition: Condition, store: Store, moment: Moment) -> str:
    """Return one condition of a query in words."""
    subject = subject_of(query.record_type, condition.subject)
    relation = relation_of(subject, condition.relation)
    shown = _shown(subject, relation, condition.value, store)
    measure = subject.reference.record_type.about.measure if subject.reference else ""
    return _whose(subject) + relation.says.format(
        subject=_name(subject),
        value="、".join(shown),
        first=shown[0] if shown else "",
        last=shown[-1] if shown else "",
        measure=measure,
        year=moment.year,
        last_year=moment.year - 1,
        month=f"{moment.day.year}年{moment.day.month}月",
    )


def _whose(subject: Subject) -> str:
    """Return whose other records are asked for, which stands before 今年没有."""
    return subject.group if subject.kind is Kind.RECORDS and subject.step else ""


def _name(subject: Subject) -> str:
    return subject.label.removeprefix(f"{_whose(subject)}的") if subject.step else subject.label


def _shown(subject: Subject, relation: Relation, value: Value, store: Store) -> list[str]:
    if value is None:
        return []
    values = value if isinstance(value, tuple) else (value,)
    field = value_field(subject, relation)
    if relation.takes is Takes.MONTHS:
        return [YEARS.get(int(str(value)), f"{value}个月")]
    if field is None:
        return _shortened([str(one) for one in values])
    if relation.code == "older":
        return [f"{value}天" if value else ""]
    if relation.takes in (Takes.WORDS, Takes.DAYS, Takes.COUNT):
        return [str(one) for one in values]
    if relation.takes is Takes.MANY:
        return _shortened(field.show(values).split("；"))
    return [_show(field, one, store) for one in values]


def _shortened(names: list[str]) -> list[str]:
    if len(names) <= MOST_NAMED + 1:
        return names
    return [*names[: MOST_NAMED - 1], f"{names[MOST_NAMED - 1]}等{len(names)}项"]


def _show(field: Field, kept: str | int, store: Store) -> str:
    if isinstance(field, Link):
        title = store.title_of_id(field.to, int(kept))
        return f"“{title}”" if title else f"已删除的记录（编号{kept}）"
    value = field.load(kept)
    if isinstance(value, PartialDate):
        return value.show()
    # 最低工资标准（元/月） names its unit itself.
    unit = "" if field.label.endswith("）") else getattr(field, "unit", "")
    return f"{field.show(value)}{unit}"
