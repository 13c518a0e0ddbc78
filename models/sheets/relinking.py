"""Records that came before their unit or union are linked as soon as it is there."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import cast

from models.fields import fields_of
from models.records.bargaining import Contract, Coverage
from models.records.base import Record, with_values
from models.records.democracy import DemocracyYear
from models.records.papers import Certificate, Document
from models.records.unions import IssuedItem, Union, UnionUnit
from models.records.units import Unit
from models.sheets.desk import Desk
from models.sheets.drafts import REPLY
from models.sheets.shelf import Ref, Shelf

_NAMED: Mapping[type[Record], tuple[tuple[type[Record], str], ...]] = {
    Unit: (
        (Union, "unit_name"),
        (UnionUnit, "unit_name"),
        (Contract, "unit_name"),
        (Coverage, "unit_name"),
        (DemocracyYear, "unit_name"),
        (Certificate, "unit_name"),
    ),
    Union: ((IssuedItem, "union_name"), (Document, "recipients")),
}
_LINKS: Mapping[type[Record], str] = {Unit: "unit", Union: "union"}


def link_waiting(desk: Desk) -> list[str]:
    """Link unlinked records whose whole name one new unit or union bears; return what to say."""
    told: Counter[str] = Counter()
    for target, waiting in _NAMED.items():
        names = _new_names(desk, target)
        for record_type, name in waiting if names else ():
            shelf = cast("Shelf[Record]", desk.shelf(record_type))
            found = list(_waiting(shelf, names, _LINKS[target], name))
            for ref, known in found:
                linked = with_values(shelf.records[ref], **{_LINKS[target]: known})
                shelf.replace(ref, linked)
            if found:
                told[f"{record_type.about.label}对应到了这次新增的{target.about.label}"] = len(
                    found
                )
    return [f"原来没有对应的{count}条{text}" for text, count in told.items()]


def _new_names(desk: Desk, target: type[Record]) -> Mapping[object, Ref]:
    """Return the names that exactly one record bears, when that one is new."""
    if target not in desk.shelves:
        return {}
    shelf = cast("Shelf[Record]", desk.shelf(target))
    if not shelf.sources:
        return {}
    key = fields_of(target)["name"].key
    counted = Counter(key(getattr(one, "name", "")) for one in shelf.records.values())
    new = {key(getattr(one, "name", "")): ref for ref, one in shelf.added()}
    return {name: ref for name, ref in new.items() if counted[name] == 1}


def _waiting(
    shelf: Shelf[Record], names: Mapping[object, Ref], link: str, name: str
) -> Iterator[tuple[Ref, Ref]]:
    key = fields_of(Unit)["name"].key
    for ref, one in shelf.records.items():
        if getattr(one, link) is None and not (isinstance(one, Document) and one.kind != REPLY):
            known = names.get(key(getattr(one, name)))
            if known is not None:
                yield ref, known
