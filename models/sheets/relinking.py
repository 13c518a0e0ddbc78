"""Records that came before their unit or union are linked as soon as it is there."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import cast

from models.fields import Link, fields_of
from models.lists.catalogue import SHEET_TYPES
from models.lists.desk import Desk
from models.lists.kinds import Ref, Wait
from models.lists.namesakes import find_person, is_person
from models.lists.shelf import Shelf
from models.records import BY_TABLE, RECORDS
from models.records.base import Record, with_values


def link_waiting(desk: Desk) -> list[str]:
    """Link unlinked records whose whole name one new record bears; return what to say."""
    told: Counter[str] = Counter()
    for target, waiting in _waits().items():
        names = _new_names(desk, target)
        for record_type, wait in waiting if names else ():
            shelf = _shelf_of(desk, record_type)
            found = list(_waiting(shelf, names, wait, _shelf_of(desk, target)))
            for ref, known in found:
                shelf.replace(ref, with_values(shelf.records[ref], **{wait.link: known}))
            if found:
                text = f"{record_type.about.label}对应到了这次新增的{target.about.label}"
                told[text] = len(found)
    return [f"原来没有对应的{count}条{text}" for text, count in told.items()]


@cache
def _waits() -> Mapping[type[Record], tuple[tuple[type[Record], Wait], ...]]:
    """Return for each record type the links to it that a text repeats: unit beside unit_name."""
    found: dict[type[Record], list[tuple[type[Record], Wait]]] = {}
    declared = {(one.record, wait) for one in SHEET_TYPES for wait in one.waits}
    for record_type, wait in (*_repeated(), *declared):
        link = cast("Link", fields_of(record_type)[wait.link])
        target = BY_TABLE[link.to]
        if "name" in fields_of(target):
            found.setdefault(target, []).append((record_type, wait))
    return {target: tuple(links) for target, links in found.items()}


def _repeated() -> Iterator[tuple[type[Record], Wait]]:
    for one in RECORDS:
        fields = fields_of(one)
        for name, field in fields.items():
            if isinstance(field, Link) and f"{name}_name" in fields:
                yield one, Wait(name, f"{name}_name")


def _new_names(desk: Desk, target: type[Record]) -> Mapping[object, Ref]:
    """Return the names that exactly one record bears, when that one is new."""
    if target not in desk.shelves:
        return {}
    shelf = _shelf_of(desk, target)
    if not shelf.sources:
        return {}
    key = fields_of(target)["name"].key
    counted = Counter(key(getattr(one, "name", "")) for one in shelf.records.values())
    new = {key(getattr(one, "name", "")): ref for ref, one in shelf.added()}
    return {name: ref for name, ref in new.items() if counted[name] == 1}


def _waiting(
    shelf: Shelf[Record], names: Mapping[object, Ref], wait: Wait, target: Shelf[Record]
) -> Iterator[tuple[Ref, Ref]]:
    """Yield unlinked records with the new one that they mean; a person's name alone proves nothing."""
    key = fields_of(shelf.record_type)[wait.text].key
    for ref, one in shelf.records.items():
        if getattr(one, wait.link) is None and wait.applies(one):
            name = getattr(one, wait.text)
            known = names.get(key(name))
            if known is not None and is_person(target.record_type.about.table):
                hints = {field: getattr(one, field) for field in fields_of(type(one))}
                known = find_person(target, name, hints).ref
            if known is not None:
                yield ref, known


def _shelf_of(desk: Desk, record_type: type[Record]) -> Shelf[Record]:
    return cast("Shelf[Record]", desk.shelf(record_type))
