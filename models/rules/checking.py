"""All checks of a record, and what follows from the rest of it."""

from collections import ChainMap
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TypeVar, cast

from models.fields import Field, fields_of
from models.records import BY_TABLE
from models.records.base import Record
from models.rules import (
    bargaining,
    democracy,
    elections,
    events,
    figures,
    filing,
    funds,
    hardship,
    innovation,
    local,
    local_figures,
    members,
    mutual,
    negotiation,
    papers,
    rights,
    safety,
    service,
    unions,
    units,
    words,
)
from models.rules.findings import (
    Completions,
    Finding,
    FollowUps,
    Lookup,
    Rules,
    error,
    warn,
)

R = TypeVar("R", bound=Record)

_AREAS = (
    units,
    unions,
    bargaining,
    papers,
    members,
    elections,
    negotiation,
    democracy,
    innovation,
    hardship,
    rights,
    service,
    safety,
    events,
    mutual,
    funds,
    local,
    words,
    filing,
    figures,
    local_figures,
)
CHECKS: Rules = dict(ChainMap(*(dict(one.CHECKS) for one in _AREAS)))
CHECKS_ACROSS: Rules = dict(ChainMap(*(dict(one.CHECKS_ACROSS) for one in _AREAS)))
COMPLETIONS: Completions = dict(ChainMap(*(dict(one.COMPLETIONS) for one in _AREAS)))
FOLLOW_UPS: FollowUps = dict(
    ChainMap(*(dict(one.FOLLOW_UPS) for one in (members, elections, innovation)))
)


def check(record: Record, lookup: Lookup) -> tuple[Finding, ...]:
    """Return everything that is wrong or doubtful about a record, missing fields first."""
    table = record.about.table
    found = list(missing(record))
    if table in CHECKS:
        found.extend(CHECKS[table](record))
    if table in CHECKS_ACROSS:
        found.extend(CHECKS_ACROSS[table](record, lookup))
    return tuple(found)


def check_entry(record: Record, lookup: Lookup) -> tuple[Finding, ...]:
    """Return the same, and whether a record typed by hand is there already; lists match by keys."""
    return (*check(record, lookup), *_taken(record, lookup))


def complete(record: R) -> R:
    """Return the record with the blanks filled that follow from its other fields."""
    fill = COMPLETIONS.get(record.about.table)
    return cast("R", fill(record)) if fill else record


def follow_ups(record: Record, lookup: Lookup) -> Iterator[Record]:
    """Yield what else has to be written, one after the other, once a record is saved or deleted."""
    follow = FOLLOW_UPS.get(record.about.table)
    yield from follow(record, lookup) if follow else ()


def _taken(record: Record, lookup: Lookup) -> Iterable[Finding]:
    fields = fields_of(type(record))
    for key in record.about.keys:
        values = {name: getattr(record, name) for name in key}
        if any(fields[name].is_blank(value) for name, value in values.items()):
            continue
        if any(other.id != record.id for other in lookup.find(type(record), **values)):
            finding = error if set(key) & set(record.about.unique) else warn
            labels = "、".join(fields[name].label for name in key)
            yield finding(key[-1], f"已有一条{record.about.label}的{labels}与此相同，请核对")
            return


def missing(record: Record) -> Iterable[Finding]:
    """Yield an error for every blank field that must be filled in."""
    for name, field in required_fields(record.about.table):
        if field.is_blank(getattr(record, name)):
            yield error(name, f"请填写{field.label}")


@cache
def required_fields(table: str) -> tuple[tuple[str, Field], ...]:
    """Return the fields of a record type that must be filled in, by name."""
    fields = fields_of(BY_TABLE[table])
    return tuple((name, field) for name, field in fields.items() if field.required)
