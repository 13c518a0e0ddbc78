"""Members and unions as the rows of their official forms."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from models.fields import Choice, Number
from models.lists.official import MEMBERS, FormColumn, OfficialForm
from models.records.base import Record
from models.records.members import Member, MemberChange
from models.records.unions import Union
from models.records.units import Unit
from models.rules.members import JOINED
from models.store import Store
from models.values.dates import PartialDate

Cell = str | int | None
Sources = Mapping[type[Record], Record | None]
_FIRST_DAY = PartialDate(1900)


def record_type_of(form: OfficialForm) -> type[Record]:
    """Return the records that a form lists."""
    return Member if form is MEMBERS else Union


def records_for(
    store: Store,
    form: OfficialForm,
    day: date,
    *,
    union: int | None = None,
    ids: Iterable[int] | None = None,
) -> list[Record]:
    """Return the records that a form is filled with, in the order in which they were entered.

    `ids` names them; else all that count on a day are meant, or those of one union.
    """
    record_type = record_type_of(form)
    if ids is not None:
        wanted = list(ids)
        known = {one.id: one for one in store.all(record_type)}
        return [known[one] for one in wanted if one in known]
    if union is None:
        found: Sequence[Record] = store.all(record_type)
    elif record_type is Union:
        found = store.find(Union, id=union)
    else:
        found = store.find(Member, union=union)
    alive = (one for one in found if one.about.is_alive(one, day))
    return sorted(alive, key=lambda one: one.id or 0)


def form_rows(store: Store, form: OfficialForm, records: Iterable[Record]) -> Iterator[list[Cell]]:
    """Yield a row of the form for each record, numbered from 1."""
    sources = _member_sources(store) if form is MEMBERS else _union_sources(store)
    for number, record in enumerate(records, start=1):
        held = sources(record)
        yield [_cell(column, held, number) for column in form.columns]


def offered_by_office(store: Store, column: FormColumn) -> tuple[str, ...]:
    """Return the words of a drop-down that the office file itself offers, each once."""
    if column.slot is None or not column.is_from_office:
        return column.offered
    kept = {str(getattr(one, column.slot.name)) for one in store.all(column.slot.record_type)}
    town = store.town()
    return tuple(sorted(kept - {""})) or (f"{town.city}{town.county}{town.name}",)


def _member_sources(store: Store) -> Callable[[Any], Sources]:
    units = {one.id: one for one in store.all(Unit)}
    changes: dict[int, list[MemberChange]] = defaultdict(list)
    for one in store.all(MemberChange):
        if one.member is not None:
            changes[one.member].append(one)

    def sources(member: Member) -> Sources:
        known = changes.get(member.id or 0, [])
        return {
            Member: member,
            MemberChange: _shown_change(member, known),
            Unit: units.get(member.unit),
        }

    return sources


def _union_sources(store: Store) -> Callable[[Any], Sources]:
    units = {one.id: one for one in store.all(Unit)}
    return lambda union: {Union: union, Unit: units.get(union.unit)}


def _shown_change(member: Member, changes: Sequence[MemberChange]) -> MemberChange:
    """Return the latest change for which the form has a word; without one the joining."""
    kind = next(one for one in MEMBERS.columns if _names(one, MemberChange, "kind"))
    said = [one for one in changes if kind.has_word_for(one.kind)]
    if said:
        return max(said, key=lambda one: (_day(one.changed_on), one.id or 0))
    return MemberChange(kind=JOINED, changed_on=member.joined_on)


def _day(on: PartialDate | None) -> date:
    return (on or _FIRST_DAY).last()


def _cell(column: FormColumn, sources: Sources, number: int) -> Cell:
    slot = column.slot
    if slot is None:
        return number
    record = sources[slot.record_type]
    value = getattr(record, slot.name) if record is not None else None
    if slot.name == "unit_name" and not value:
        unit = sources[Unit]
        value = unit.name if isinstance(unit, Unit) else ""
    match slot.field:
        case Choice():
            return column.word_for(value) if value else None
        case Number():
            return int(value) if value is not None else None
    if isinstance(value, PartialDate):
        return value.iso.replace("-", "/")
    return str(value) if value else None


def _names(column: FormColumn, record_type: type[Record], name: str) -> bool:
    slot = column.slot
    return slot is not None and slot.record_type is record_type and slot.name == name
