"""Which record a name in a list means, when several may bear it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from models.fields import CreditCode, Link, PersonId, Phone, Text, Year, fields_of
from models.lists.kinds import Given, Ref
from models.lists.shelf import Shelf
from models.reading import Refused
from models.records import BY_TABLE
from models.records.base import Record
from models.values.text import name_key

_BREAK = re.compile(r"[\s（()）]+")
# How much it says that a row and a record know the same: a number of one's own, the unit, the year.
_PROOF, _SIGN, _HINT = 100, 10, 1


@dataclass(frozen=True, slots=True)
class Found:
    """The record that a name means, its proper name, and what is to be said about it.

    With `is_nobody` nothing known bears a name like it; else several may be meant.
    """

    ref: Ref | None
    name: str
    kind: str = ""
    text: str = ""
    is_nobody: bool = False


def find_titled(shelf: Shelf[Record], name: str, hints: Given) -> Found:
    """Return the record with that title; what both it and the row know tells namesakes apart."""
    label = shelf.record_type.about.label
    known = _titled(shelf, name)
    if not known:
        return Found(None, name, "warn", f"{label}里没有“{name}”，请先登记或导入")
    scores = _scores(shelf, known, hints)
    if not scores:
        return Found(None, name, "warn", f"{label}里的“{name}”证件号码与这一行不同，没有对应")
    best = _best(scores)
    if len(best) > 1:
        text = f"{label}里有{len(best)}个“{name}”，没有对应到哪一个"
        return Found(None, name, "warn", text)
    if differing := _differing_unit(shelf.records[best[0]], hints):
        text = f"“{name}”登记的单位是“{differing}”，与这一行不同，请核对"
        return Found(best[0], name, "warn", text)
    return Found(best[0], name)


def find_person(shelf: Shelf[Record], name: str, hints: Given) -> Found:
    """Return the person of that name whose number or unit the row knows too; most are nobody's."""
    scores = _scores(shelf, _titled(shelf, name), hints)
    best = [ref for ref in _best(scores) if scores[ref] >= _SIGN]
    if len(best) > 1:
        where = f"{shelf.record_type.about.label}里有{len(best)}个“{name}”"
        return Found(None, name, "warn", f"{where}，没有对应到哪一个，请补身份证号或在台账里选定")
    return Found(best[0] if best else None, name)


@cache
def is_person(table: str) -> bool:
    """Whether the records of a table are people: they have an identity number."""
    return any(isinstance(one, PersonId) for one in fields_of(BY_TABLE[table]).values())


def _titled(shelf: Shelf[Record], name: str) -> Mapping[Ref, None]:
    """Return the records that bear a title: the first of theirs, all of them, or one with a sign."""
    first = shelf.by("title", _first_title)
    key = _as_shown(shelf.record_type, name)
    if found := first.get(key) or shelf.by("titles", _whole_title).get(key):
        return found
    for place in range(len(name) - 1, 0, -1):
        refs = first.get(_as_shown(shelf.record_type, name[:place]), {})
        said = _without_breaks(name_key(name[place:]))
        if fitting := {ref: None for ref in refs if _is_said_of(shelf.records[ref], said)}:
            return fitting
    return {}


def _is_said_of(record: Record, said: str) -> bool:
    """Whether what stands behind a title is all true of a record, as in 张三（甲厂 1980-02-03）."""
    signs = {_shown(record, name) for name in (*record.about.titles, *record.about.tells)}
    for sign in sorted(map(_without_breaks, signs), key=len, reverse=True):
        said = said.replace(sign, "", 1)
    return not said


def _without_breaks(text: str) -> str:
    return _BREAK.sub("", text)


def _as_shown(record_type: type[Record], name: str) -> str:
    """Return the key of a title as it stands in a list: a day may be written in many ways."""
    title = fields_of(record_type)[record_type.about.titles[0]]
    try:
        return name_key(title.show(title.read(name).value))
    except Refused:
        return name_key(name)


def _first_title(record: Record) -> str:
    return _shown(record, record.about.titles[0])


def _whole_title(record: Record) -> str:
    return "".join(_shown(record, name) for name in record.about.titles)


def _shown(record: Record, name: str) -> str:
    return name_key(fields_of(type(record))[name].show(getattr(record, name)))


def _scores(shelf: Shelf[Record], refs: Mapping[Ref, None], hints: Given) -> dict[Ref, int]:
    """Return how well each record fits the row; those whose number differs are left out."""
    if not refs:
        return {}
    asked = _asked(shelf.record_type.about.table, frozenset(hints))
    found = {ref: _score(shelf.records[ref], asked, hints) for ref in refs}
    return {ref: score for ref, score in found.items() if score is not None}


def _best(scores: Mapping[Ref, int]) -> list[Ref]:
    highest = max(scores.values(), default=0)
    return [ref for ref, score in scores.items() if score == highest]


@cache
def _asked(table: str, known: frozenset[str]) -> tuple[tuple[str, int], ...]:
    """Return the fields that tell records of a type apart and that the row knows, with weights."""
    return tuple(
        (name, weight)
        for name, weight in _telling(BY_TABLE[table])
        if name in known or f"{name}_name" in known
    )


def _telling(record_type: type[Record]) -> Iterator[tuple[str, int]]:
    fields = fields_of(record_type)
    for name, one in fields.items():
        match one:
            case PersonId() | CreditCode():
                yield name, _PROOF
            case Link() | Phone():
                yield name, _SIGN
            case Year():
                yield name, _HINT
            case Text(is_name=True) if (
                name.endswith("_name") and name.removesuffix("_name") not in fields
            ):
                yield name, _SIGN
            case _:
                pass


def _score(record: Record, asked: tuple[tuple[str, int], ...], hints: Given) -> int | None:
    total = 0
    for name, weight in asked:
        same = _is_same(record, name, hints)
        if same is False and weight == _PROOF:
            return None
        total += weight if same else 0
    return total


def _is_same(record: Record, name: str, hints: Given) -> bool | None:
    """Whether both know a field and mean the same; None when one of them does not know it."""
    fields = fields_of(type(record))
    both = (getattr(record, name), hints.get(name))
    if not any(fields[name].is_blank(value) for value in both):
        return bool(fields[name].key(both[0]) == fields[name].key(both[1]))
    texts = (getattr(record, f"{name}_name", ""), hints.get(f"{name}_name"))
    if all(isinstance(text, str) and text for text in texts):
        # Another spelling of the same unit is no proof of another unit.
        return name_key(cast("str", texts[0])) == name_key(cast("str", texts[1])) or None
    return None


def _differing_unit(record: Record, hints: Given) -> str:
    if "unit" in fields_of(type(record)) and _is_same(record, "unit", hints) is False:
        return str(getattr(record, "unit_name", "") or "")
    return ""
