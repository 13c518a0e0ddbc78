"""Records of any type with every field filled in, for tests that run over all types."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

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
    Number,
    PartialDay,
    PersonId,
    Phone,
    Share,
    Year,
    fields_of,
)
from models.records import BY_TABLE
from models.records.base import Record
from models.store import Store
from models.values.dates import PartialDate


def filled(store: Store, record_type: type[Record]) -> Record:
    """Return an unsaved record with something in every field; what it links to is saved."""
    table = record_type.about.table
    values = {
        name: _twin(store, record_type) if is_own(field, table) else _value(store, field, name)
        for name, field in fields_of(record_type).items()
    }
    return replace(record_type(), **values)


def kept(store: Store, record_type: type[Record]) -> Record:
    """Save a filled record past the checks, which know more than a generator, and return it."""
    record = filled(store, record_type)
    (record_id,) = store.insert_all([record])
    return replace(record, id=record_id)


def is_own(field: Field, table: str) -> bool:
    """Whether a field links to a record of its own type."""
    return isinstance(field, Link) and field.to == table


def _twin(store: Store, record_type: type[Record]) -> int:
    """Return another record of the type, an empty one: its own links would go on for ever."""
    (record_id,) = store.insert_all([record_type()])
    return record_id


def _value(store: Store, field: Field, name: str) -> object:
    match field:
        case Link(to=table):
            target = BY_TABLE[table]
            known = store.find(target)
            return (known[0] if known else kept(store, target)).id
        case Number(places=places):
            return Decimal("3.5").quantize(Decimal(1).scaleb(-places)) if places else 3
        case Choice(codes=table):
            return codes.table(table).lines[-1].code
        case Choices(codes=table):
            return tuple(one.code for one in codes.table(table).lines[:2])
        case _:
            return _PLAIN.get(type(field), f"文字{name}")


_PLAIN: dict[type[Field], object] = {
    Share: Decimal("12.50"),
    Money: 123_456,
    Year: 2024,
    Day: date(2024, 5, 6),
    Month: PartialDate(2024, 5),
    PartialDay: PartialDate(2024, 5, 6),
    Flag: True,
    PersonId: "37039919800101001X",
    CreditCode: "91370399MA3T1A2B4D",
    Phone: "13900000001",
}
