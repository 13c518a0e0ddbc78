"""Whom a row means whose identity number is lost, by name and birthday, unit and what is left."""

import re
from collections.abc import Iterator
from typing import cast

from models.fields import PersonId, Text, fields_of
from models.lists.desk import Desk
from models.lists.kinds import Given, Ref, Slot
from models.lists.offers import Offer, described
from models.records.base import Record
from models.records.members import Member
from models.values.dates import PartialDate
from models.values.text import name_key

_MOST = 3
_KEPT_DIGITS = 15
_LENGTH = 18
_CUT_OFF = 1000
_PERSON = "姓名"
_BIRTHS = ("birth", "born_on")
_SCIENTIFIC = re.compile(r"(\d)(?:\.(\d+))?[Ee]\+?\d+", re.ASCII)
# How much speaks for a person: the digits that are left, the birthday, the unit.
_DIGITS, _BIRTH, _UNIT = 3, 2, 1
_MISTYPED = 2


def offer_numbers(
    desk: Desk, slot: Slot, own: Given, written: object, address: str
) -> tuple[Offer, ...]:
    """Return whose registered number a row may take for the one that cannot be read."""
    name = own.get(_name_of(slot.record_type))
    if not isinstance(name, str) or not name:
        return ()
    types: dict[type[Record], None] = dict.fromkeys((slot.record_type, Member))
    scored: dict[str, tuple[int, Offer]] = {}
    for record_type in types:
        for ref, record, number in _namesakes(desk, record_type, slot, name):
            if (score := _score(record, number, own, written)) > 0 and number not in scored:
                words = f"就是{described(record)}，用登记的{slot.field.label}"
                known = (record_type.about.table, ref)
                is_sure = score >= _BIRTH
                scored[number] = (
                    score,
                    Offer(words, cell=address, text=number, known=known, is_sure=is_sure),
                )
    best = sorted(scored.values(), key=lambda pair: -pair[0])
    return tuple(offer for _, offer in best[:_MOST])


def _name_of(record_type: type[Record]) -> str:
    """Return the field with the name of the person whose number the record has."""
    names = [name for name, one in fields_of(record_type).items() if isinstance(one, Text)]
    labelled = (name for name in names if fields_of(record_type)[name].label == _PERSON)
    return next(labelled, record_type.about.titles[0])


def _namesakes(
    desk: Desk, record_type: type[Record], slot: Slot, name: str
) -> Iterator[tuple[Ref, Record, str]]:
    """Yield the registered people of that name who have a number."""
    title = _name_of(record_type)
    number_at = slot.name if slot.record_type is record_type else _number_of(record_type)
    shelf = desk.shelf(record_type)
    found = shelf.by(("person", title), lambda one: name_key(str(getattr(one, title))))
    for ref in found.get(name_key(name), ()):
        record = shelf.records[ref]
        if ref > 0 and (number := str(getattr(record, number_at))):
            yield ref, record, number


def _number_of(record_type: type[Record]) -> str:
    fields = fields_of(record_type)
    return next(name for name, one in fields.items() if isinstance(one, PersonId))


def _score(record: Record, number: str, own: Given, written: object) -> int:
    """Return how much speaks for a person, 0 when something speaks against."""
    left = _left_digits(written)
    is_number = isinstance(written, (int, float))
    if not number.startswith(left) or (is_number and not _is_near(number, written)):
        return 0
    score = 0
    if is_number or len(left) >= _KEPT_DIGITS or _is_mistyped(number, written):
        score += _DIGITS
    births = [_birth(record), _birth_given(own)]
    if all(births):
        known, given = cast("list[PartialDate]", births)
        if not known.agrees_with(given):
            return 0
        score += _BIRTH if given.day else 0
    return score + (_UNIT if _is_same_unit(record, own) else 0)


def _left_digits(written: object) -> str:
    """Return the first digits that a text still has of a number."""
    if isinstance(written, (int, float)):
        return ""
    text = "".join(str(written).split())
    if found := _SCIENTIFIC.fullmatch(text):
        # The last digit that is shown may be rounded.
        return f"{found[1]}{found[2] or ''}"[:-1]
    if len(text) == _KEPT_DIGITS or (len(text) == _LENGTH and text.endswith("000")):
        return text[:_KEPT_DIGITS]
    return ""


def _is_near(number: str, written: object) -> bool:
    """Whether a number kept as such may have been this one: some programs cut it off, some round."""
    first = number[: _LENGTH - 1]
    if not (isinstance(written, (int, float)) and len(number) == _LENGTH and first.isdecimal()):
        return False
    return abs(int(first) * 10 - int(written)) < _CUT_OFF


def _is_mistyped(number: str, written: object) -> bool:
    """Whether the number that stands there differs in a digit or two that changed places."""
    text = "".join(str(written).split()).upper()
    if len(text) != len(number):
        return False
    return sum(one != other for one, other in zip(text, number, strict=True)) <= _MISTYPED


def _birth(record: Record) -> PartialDate | None:
    name = next((one for one in _BIRTHS if one in fields_of(type(record))), "")
    return _partial(getattr(record, name, None))


def _birth_given(own: Given) -> PartialDate | None:
    return _partial(next((own[name] for name in _BIRTHS if own.get(name)), None))


def _partial(value: object) -> PartialDate | None:
    if isinstance(value, PartialDate):
        return value
    days = [getattr(value, part, None) for part in ("year", "month", "day")]
    return PartialDate(*cast("list[int]", days)) if all(days) else None


def _is_same_unit(record: Record, own: Given) -> bool:
    unit, given = getattr(record, "unit", None), own.get("unit")
    if unit is not None and given is not None:
        return bool(unit == given)
    names = (getattr(record, "unit_name", ""), own.get("unit_name"))
    return all(names) and name_key(str(names[0])) == name_key(str(names[1]))
