"""Random changes to the records of a town: days, amounts, choices, links; and rows taken away."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from models import codes
from models.errors import Problem
from models.fields import (
    Choice,
    Day,
    Field,
    Flag,
    Link,
    Money,
    Month,
    Number,
    PartialDay,
    Share,
    Year,
    fields_of,
)
from models.records import (
    BY_TABLE,
    RECORDS,
    attachments,
    drafts,
    local,
    queries,
    reported,
    summary,
    town,
)
from models.records.base import Record
from models.store import Store
from models.values.dates import PartialDate

UNCOUNTED = {
    *(
        one
        for area in (attachments, drafts, local, queries, reported, summary)
        for one in area.RECORDS
    ),
    town.Town,
}
COUNTED: Sequence[type[Record]] = [one for one in RECORDS if one not in UNCOUNTED]
FIRST, DAYS = date(2022, 9, 1), 900
NAMED = ("unit_name", "union_name")


def shake(store: Store, chance: random.Random, times: int) -> None:
    """Change so many records of a town at random, as one operation."""
    with store.change("打乱"):
        for _ in range(times):
            found = store.all(chance.choice(COUNTED))
            if not found:
                continue
            record = chance.choice(found)
            if chance.random() < 0.15:
                _delete(store, record)
            elif chance.random() < 0.1:
                store.insert_all([_changed(replace(record, id=None), chance, store)])
            else:
                store.save_all([_changed(record, chance, store)])


def _delete(store: Store, record: Record) -> None:
    try:
        store.delete(record)
    except Problem:
        return


def _changed(record: Record, chance: random.Random, store: Store) -> Record:
    fields = fields_of(type(record))
    names = chance.sample(list(fields), k=min(2, len(fields)))
    values = {name: _value(fields[name], record, name, chance, store) for name in names}
    return replace(record, **values)


def _value(field: Field, record: Record, name: str, chance: random.Random, store: Store) -> object:
    if isinstance(field, Link) and (field.is_part or field.required):
        return getattr(record, name)
    if name in NAMED:
        return _written(chance.choice(_names(store, name)), chance)
    if not field.required and chance.random() < 0.25:
        return field.empty
    return _filled(field, getattr(record, name), chance, store)


def _names(store: Store, name: str) -> list[str]:
    table = "unit" if name == "unit_name" else "union_org"
    return [str(one.name) for one in store.all(BY_TABLE[table])]


def _written(name: str, chance: random.Random) -> str:
    """Return a name as another clerk might write it."""
    return chance.choice(
        (name, f"{name[:2]}　{name[2:]}", name.replace("（", "(").replace("）", ")"), f"{name}二")
    )


def _filled(field: Field, known: object, chance: random.Random, store: Store) -> object:
    if isinstance(field, (Month, PartialDay, Day, Year)):
        return _time(field, chance)
    match field:
        case Choice():
            return chance.choice(codes.table(field.codes).lines).code
        case Flag():
            return not known
        case Money():
            return chance.choice((0, 1, 12_345, 500_000, -700))
        case Share():
            return Decimal(chance.randrange(10_000)) / 100
        case Number(places=0):
            return chance.choice((0, 1, 2, 7, 120))
        case Number():
            return Decimal(chance.randrange(1_000)) / 10**field.places
        case Link():
            return chance.choice(store.all(BY_TABLE[field.to])).id
    return known


def _time(field: Field, chance: random.Random) -> object:
    day = FIRST + timedelta(days=chance.randrange(DAYS))
    match field:
        case Month():
            return PartialDate(day.year, day.month)
        case PartialDay():
            return PartialDate(*(day.year, day.month, day.day)[: chance.randint(1, 3)])
        case Year():
            return day.year
    return day
