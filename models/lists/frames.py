"""What all rows of a sheet share, and from the values of a row to the records it speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar, cast

from models.fields import Field, Link, fields_of
from models.lists.desk import Desk, Found
from models.lists.facts import Facts
from models.lists.kinds import UNIT_CODE, Draft, Given, Others, Ref, Say, SheetType, Slot
from models.records.base import Record

R = TypeVar("R", bound=Record)


@dataclass(slots=True)
class Frame:
    """What all rows of a sheet share."""

    sheet_type: SheetType
    desk: Desk
    facts: Facts
    year: int | None
    as_of: date | None
    sheet: str
    constants: Given
    mapped: frozenset[Slot]
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
        self._pending.setdefault((record_type.about.table, ref), record_type(**values))  # type: ignore[arg-type]
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
    found = Draft(own, first=dict(frame.constants))
    record_type = frame.sheet_type.record
    if "year" in fields_of(record_type) and "year" not in own and frame.year:
        found.given["year"] = frame.year
    for name, one in _links(record_type):
        _link(frame, found.given, others, (name, one), say)
    if frame.sheet_type.maker:
        frame.sheet_type.maker(frame, found, others, say)
    return found


def tell(hit: Found, slot: Slot, say: Say) -> None:
    """Say what there is to say about a name that was looked up."""
    if hit.text:
        say(slot, hit.kind, hit.text)


def _links(record_type: type[Record]) -> Iterator[tuple[str, Link]]:
    """Yield the links of a record type, units first: they help to tell people apart."""
    found = [(n, one) for n, one in fields_of(record_type).items() if isinstance(one, Link)]
    yield from sorted(found, key=lambda pair: pair[0] != "unit")


def _link(frame: Frame, own: Given, others: Others, link: tuple[str, Link], say: Say) -> None:
    """Find the record that a name in the row means, by its companion text or by its own column."""
    name, one = link
    companion = f"{name}_name"
    record_type = frame.sheet_type.record
    fields = fields_of(record_type)
    if companion in fields:
        hit = _find(frame, one, str(own.get(companion) or ""), own, others)
        if hit.ref is not None:
            own.update({name: hit.ref, companion: hit.name})
        tell(hit, Slot(record_type, companion), say)
        return
    written = own.get(name)
    if not isinstance(written, str):
        return
    del own[name]
    hit = _find(frame, one, written, own, others)
    slot = Slot(record_type, name)
    if hit.ref is not None:
        own[name] = hit.ref
        tell(hit, slot, say)
    elif one.required:
        say(slot, "error", hit.text or f"台账里没有{_label(one)}“{written}”，请先登记或导入")
    else:
        tell(hit, slot, say)


def _find(frame: Frame, one: Link, name: str, own: Given, others: Others) -> Found:
    code = others.get(UNIT_CODE.record_type, {}).get(UNIT_CODE.name) or own.get("credit_code")
    return frame.desk.find(one.to, name, code=str(code or ""), hints=own)


def _label(one: Field) -> str:
    return cast("Link", one).label
