"""A query as text that a file keeps for years, and back; what cannot be read any more says why."""

import json
from collections.abc import Mapping

from models.fields import LARGEST, Field, Number, PartialDay
from models.queries.conditions import Condition, Query, Value
from models.queries.relations import Relation, Takes, relation_of, value_field
from models.queries.subjects import Kind, Subject, subject_of
from models.reading import Refused
from models.records.base import Record
from models.values.dates import EARLIEST_YEAR, LATEST_YEAR, PartialDate

VERSION = 1
MATCHES = {"all": False, "any": True}


def write_query(query: Query) -> str:
    """Return the text that stands for a query, without its name."""
    return json.dumps(
        {
            "version": VERSION,
            "match": "any" if query.is_any else "all",
            "conditions": [_written(one) for one in query.conditions],
        },
        ensure_ascii=False,
    )


def read_query(record_type: type[Record], text: str, *, name: str = "") -> Query:
    """Return the query that a text stands for; refused with its reason when it cannot be read."""
    try:
        found = json.loads(text)
    except ValueError:
        raise Refused("条件不是这个程序保存的样子") from None
    if not isinstance(found, dict):
        raise Refused("条件不是这个程序保存的样子")
    if found.get("version") != VERSION:
        raise Refused(f"条件是另一个版本的程序保存的（{found.get('version')}）")
    conditions, match = found.get("conditions"), found.get("match")
    if not isinstance(conditions, list) or not conditions or match not in MATCHES:
        raise Refused("条件不完整")
    read = tuple(_read(record_type, one) for one in conditions)
    return Query(record_type, read, MATCHES[match], name)


def check_condition(record_type: type[Record], condition: Condition) -> None:
    """Refuse what this type cannot be asked, with its reason."""
    subject = subject_of(record_type, condition.subject)
    relation = relation_of(subject, condition.relation)
    if not _is_fitting(subject, relation, condition.value):
        raise Refused(f"“{subject.label}{relation.label}”后面的内容不对")


def _written(condition: Condition) -> dict[str, object]:
    value = condition.value
    found: dict[str, object] = {"subject": condition.subject, "relation": condition.relation}
    if value is not None:
        found["value"] = list(value) if isinstance(value, tuple) else value
    return found


def _read(record_type: type[Record], found: object) -> Condition:
    if not isinstance(found, Mapping):
        raise Refused("条件不完整")
    condition = Condition(
        str(found.get("subject")), str(found.get("relation")), _value(found.get("value"))
    )
    check_condition(record_type, condition)
    return condition


def _value(found: object) -> Value:
    if isinstance(found, list):
        return tuple(one if isinstance(one, int) else str(one) for one in found)
    return found if found is None or isinstance(found, str | int) else str(found)


def _is_fitting(subject: Subject, relation: Relation, value: Value) -> bool:
    if relation.takes is Takes.NOTHING:
        return value is None
    if subject.kind is Kind.STAGE:
        names = {one.name for one in subject.owner.about.states}
        stages = value if isinstance(value, tuple) else (value,)
        is_many = relation.takes is Takes.MANY
        return bool(stages) and isinstance(value, tuple) is is_many and set(stages) <= names
    field = value_field(subject, relation)
    assert field is not None
    match relation.takes:
        case Takes.TWO:
            both = value if isinstance(value, tuple) else ()
            return len(both) == 2 and all(_is_kept(field, one) for one in both)
        case Takes.MANY:
            several = value if isinstance(value, tuple) else ()
            return bool(several) and all(isinstance(one, str) and one for one in several)
    return _is_kept(field, value)


def _is_kept(field: Field, value: object) -> bool:
    """Whether a value is what the file would hold for the field."""
    if field.keeps_as == "INTEGER":
        least = field.minimum if isinstance(field, Number) and not field.places else None
        if not isinstance(value, int) or isinstance(value, bool):
            return False
        return abs(value) <= LARGEST and (least is None or value >= least)
    if not isinstance(value, str) or not value:
        return False
    if not isinstance(field, PartialDay):
        return True
    try:
        given = PartialDate.from_iso(value)
    except (TypeError, ValueError):
        return False
    return given.iso == value and EARLIEST_YEAR <= given.year <= LATEST_YEAR
