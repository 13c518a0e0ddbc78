"""What all rows of a sheet share, and from the values of a row to the records it speaks of."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TypeVar

from models.fields import Day, Link, PartialDay, PersonId, Phone, fields_of
from models.lists.desk import Desk
from models.lists.facts import Facts
from models.lists.kinds import UNIT_CODE, Draft, Given, Others, Ref, Say, SheetType, Slot
from models.lists.namesakes import Found, is_person
from models.lists.offers import NO_WISH, Offer, Wish
from models.records import BY_TABLE
from models.records.base import Record
from models.values.text import name_key

R = TypeVar("R", bound=Record)

_UNIT = UNIT_CODE.record_type.about.table
_SEPARATORS = "、，,；;\n"
_SEPARATOR = re.compile(f"[{_SEPARATORS}]")
_ODD_SEPARATOR = re.compile(f"[{_SEPARATORS.replace('、', '')}]")
_BRACKETED = re.compile(r"[(（【\[][^()（）【】\[\]]*[)）】\]]")
_ROSTER = re.compile(r"(?:基层)?工会|会员|职工|参保|投保|被保")
_AND_OTHERS = re.compile(
    r"\s*等\s*(?:[\d一二三四五六七八九十]+\s*[家个户]?\s*(?:单位|企业|公司)?)?\s*$"
)
# Marks inside brackets are put aside while a cell is split.
_HIDDEN = {mark: chr(0xE000 + place) for place, mark in enumerate(_SEPARATORS)}
_SEEN = {hidden: mark for mark, hidden in _HIDDEN.items()}


@dataclass(slots=True)
class Frame:
    """What all rows of a sheet share.

    `ticked` are the columns that hold yes or nothing: there a blank cell says no. `fills` are names
    of other records for the rows that name none, `unknown` counts the names that were not found.
    `group` is the line above the row that is read now, when it stands over several rows; `wish` is
    what the clerk decided about that row, and `offers` what there is to decide.
    """

    sheet_type: SheetType
    desk: Desk
    facts: Facts
    year: int | None
    as_of: date | None
    sheet: str
    constants: Given
    mapped: frozenset[Slot]
    ticked: frozenset[Slot] = frozenset()
    fills: Given = field(default_factory=dict)
    unknown: Counter[tuple[str, str]] = field(default_factory=Counter)
    group: str = ""
    wish: Wish = NO_WISH
    offers: list[Offer] = field(default_factory=list)
    _pending: dict[tuple[str, Ref], Record] = field(default_factory=dict)

    def has(self, record_type: type[Record]) -> bool:
        """Whether the sheet has columns of another record type."""
        is_other = record_type is not self.sheet_type.record
        return is_other and any(slot.record_type is record_type for slot in self.mapped)

    def needs_year(self) -> bool:
        """Whether the rows cannot be understood without their year."""
        asked = fields_of(self.sheet_type.record).get("year")
        if asked and asked.required and "year" not in self.constants:
            has_column = Slot(self.sheet_type.record, "year") in self.mapped
            return self.year is None and not has_column
        return self.sheet_type.asks_year(self)

    def shared(self, record_type: type[R], **values: object) -> Ref:
        """Return the record that all rows hang on; a new one is kept with the first of its rows."""
        shelf = self.desk.shelf(record_type)
        hits = shelf.find(0, *(values[name] for name in record_type.about.keys[0]))
        if hits:
            return hits[0]
        ref = shelf.next_ref()
        # One that a refused row asked for before was never kept, and its place is free again.
        self._pending[record_type.about.table, ref] = record_type(**values)  # type: ignore[arg-type]
        return ref

    def keep_shared(self, record: Record) -> None:
        """Put the shared records that this one links to on their shelves, once."""
        for name, one in fields_of(type(record)).items() if self._pending else ():
            if isinstance(one, Link):
                found = self._pending.pop((one.to, getattr(record, name) or 0), None)
                if found is not None:
                    self.desk.shelf(type(found)).add(found, "")


def draft(frame: Frame, own: Given, others: Others, say: Say) -> Draft:
    """Return what a row means; what is doubtful is said on the way."""
    for name, value in frame.fills.items():
        own.setdefault(name, value)
    found = Draft(own, first=dict(frame.constants))
    if frame.year and _wants_year(frame.sheet_type.record, own):
        found.given["year"] = frame.year
    for name, one in _links(frame.sheet_type.record.about.table):
        if name not in frame.sheet_type.links_by_maker:
            _link(frame, found.given, others, (name, one), say)
    if frame.sheet_type.maker:
        frame.sheet_type.maker(frame, found, others, say)
    return found


def tell(hit: Found, slot: Slot, say: Say) -> None:
    """Say what there is to say about a name that was looked up."""
    if hit.text:
        say(slot, hit.kind, hit.text)


def find_units(frame: Frame, slot: Slot, text: str, say: Say) -> list[Found]:
    """Return the units that one cell names, each once; what is not found keeps its name.

    A maker gives the slot of the cell, and makes a part of each: Part(CheckedUnit,
    {"unit": one.ref, "unit_name": one.name}, "check").
    """
    desk = frame.desk
    if not text or desk.find_unit(text).ref is not None:
        names = [text] if text else []
    else:
        names = split_names(text)
    if len(names) > 1 and (odd := _ODD_SEPARATOR.search(_without_brackets(text))):
        say(slot, "fix", f"多家单位用“{odd[0].strip() or '换行'}”隔开，已按顿号拆成{len(names)}家")
    found: dict[object, Found] = {}
    for name in names:
        hit = desk.find_unit(name)
        if found.setdefault(hit.ref or name_key(name), hit) is hit:
            tell(hit, slot, say)
            if hit.ref is None and hit.text:
                frame.unknown[_UNIT, name] += 1
    return list(found.values())


def unit_of_list(frame: Frame) -> Found | None:
    """Return the unit that the line over a row, the first lines or the sheet's name names."""
    titled = _ROSTER.split(frame.facts.title)[0]
    for name in (frame.group, frame.facts.reporter, frame.sheet, titled):
        hit = frame.desk.find_unit(name)
        if hit.ref is not None:
            return hit
    return None


def split_names(text: str) -> list[str]:
    """Return the names in a cell; marks inside brackets and an ending such as 等5家 divide nothing."""
    hidden = _BRACKETED.sub(lambda found: "".join(_HIDDEN.get(c, c) for c in found[0]), text)
    parts = _SEPARATOR.split(_AND_OTHERS.sub("", hidden))
    return [name for part in parts if (name := _shown(part).strip())]


def _shown(text: str) -> str:
    return "".join(_SEEN.get(one, one) for one in text)


def _without_brackets(text: str) -> str:
    return _BRACKETED.sub("", text)


def _wants_year(record_type: type[Record], own: Given) -> bool:
    """Whether a row belongs to the year of its list: a row with a day of its own tells by itself."""
    fields = fields_of(record_type)
    if "year" not in fields or "year" in own:
        return False
    has_day = any(isinstance(fields[name], (Day, PartialDay)) for name in own if name in fields)
    return fields["year"].required or not has_day


@cache
def _links(table: str) -> tuple[tuple[str, Link], ...]:
    """Return the links of a record type, units first: they help to tell people apart."""
    fields = fields_of(BY_TABLE[table])
    found = [(name, one) for name, one in fields.items() if isinstance(one, Link)]
    return tuple(sorted(found, key=lambda pair: (pair[0] != "unit", pair[1].to != _UNIT)))


def _link(frame: Frame, own: Given, others: Others, link: tuple[str, Link], say: Say) -> None:
    """Find the record that a name in the row means, by its companion text or by its own column."""
    name, one = link
    companion = f"{name}_name"
    slot = _slot_of_link(frame.sheet_type.record.about.table, name)
    if slot.name == companion:
        written = own.get(companion)
    else:
        written = own.pop(name) if isinstance(own.get(name), str) else None
    if not isinstance(written, str):
        written = ""
    hit = _find(frame, link, written, own, others)
    if hit.ref is not None:
        own[name] = hit.ref
        if slot.name == companion:
            own[companion] = hit.name
        tell(hit, slot, say)
        return
    if hit.text:
        frame.unknown[one.to, written] += 1
    if one.required and written:
        say(slot, "error", hit.text)
    else:
        tell(hit, slot, say)


@cache
def _slot_of_link(table: str, name: str) -> Slot:
    """Return the text that names what a link means, else the link itself."""
    record_type = BY_TABLE[table]
    companion = f"{name}_name"
    return Slot(record_type, companion if companion in fields_of(record_type) else name)


def _find(frame: Frame, link: tuple[str, Link], written: str, own: Given, others: Others) -> Found:
    name, one = link
    if one.to == _UNIT:
        return frame.desk.find_unit(
            written, _unit_code(frame, own, others) if name == "unit" else ""
        )
    hints = {**_hints(frame.sheet_type.record, one, own), **others.get(BY_TABLE[one.to], {})}
    if one.required or not is_person(one.to):
        return frame.desk.find_named(one.to, written, hints=hints)
    return frame.desk.find_same_person(one.to, written, hints=hints)


def _hints(record_type: type[Record], one: Link, own: Given) -> Given:
    """Return what a row knows of the record it names; a part has a number of its own."""
    if not one.is_part:
        return own
    fields = fields_of(record_type)
    return {name: v for name, v in own.items() if not isinstance(fields[name], (PersonId, Phone))}


def _unit_code(frame: Frame, own: Given, others: Others) -> str:
    """Return the credit code of the row's unit; a code of the record's own may be another's."""
    found = others.get(UNIT_CODE.record_type, {}).get(UNIT_CODE.name)
    own_code = own.get(UNIT_CODE.name)
    if not found and own_code and UNIT_CODE not in frame.sheet_type.slots:
        found = own_code
    return str(found or "")
