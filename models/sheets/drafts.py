"""From the values of a row to the records that it speaks of."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from models.fields import fields_of
from models.records.bargaining import Contract, Coverage
from models.records.base import Record
from models.records.papers import Certificate, Document, Target
from models.records.unions import IssuedItem, Union, UnionUnit
from models.records.units import MaintenanceBatch, MaintenanceItem, Unit, UnitYear
from models.sheets.desk import Desk, Found
from models.sheets.preamble import Facts, contract_kind_in
from models.sheets.shelf import Ref
from models.sheets.types import UNIT_CODE, SheetType, Slot
from models.values.documents import kind_in_title

FROM_A_LIST = "5"
PRESET = "1"
NOT_PRESET = "5"
REPLY = "5"
_BODY = re.compile(r"公司|工会|委员会|合作社|[厂店部校院所站局社村队组车间室]$")
_UNION_ENDING = re.compile(r"(?:基层)?工会(?:委员会)?$")

Given = dict[str, object]
Say = Callable[[Slot, str, str], None]


@dataclass(slots=True)
class Part:
    """A record that comes with the row's own; `first` holds only for a new one."""

    record_type: type[Record]
    given: Given
    owner: str = ""
    first: Given = field(default_factory=dict)
    fills: Ref | None = None


@dataclass(slots=True)
class Draft:
    """The values of the row's own record, and what comes with it."""

    given: Given
    first: Given = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)


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
    batch: Ref = 0
    new_batch: MaintenanceBatch | None = None

    def has(self, record_type: type[Record]) -> bool:
        """Whether the sheet has columns of another record type."""
        return any(slot.record_type is record_type for slot in self.mapped)

    def needs_year(self) -> bool:
        """Whether the rows cannot be understood without their year."""
        asked = fields_of(self.sheet_type.record).get("year")
        if asked and asked.required and "year" not in self.constants:
            has_column = Slot(self.sheet_type.record, "year") in self.mapped
            return self.year is None and not has_column
        if self.has(UnitYear) and self.sheet_type.record is Unit and self.as_of is None:
            return True
        return self.has(MaintenanceItem) and self.year is None

    def has_maintenance(self) -> bool:
        """Whether the sheet keeps the results of a check of preset companies."""
        return self.has(MaintenanceItem)

    def lists_presets(self) -> bool:
        """Whether each row is a preset company, checked or not: nothing else marks them."""
        return (
            Slot(MaintenanceItem, "result") in self.mapped
            and Slot(MaintenanceItem, "preset_no") not in self.mapped
        )

    def open_batch(self) -> None:
        """Find the batch of a sheet with maintenance results, or prepare a new one."""
        shelf = self.desk.shelf(MaintenanceBatch)
        title = self.facts.title or self.sheet
        hits = shelf.find(0, title, self.year)
        if hits:
            self.batch = hits[0]
            return
        self.batch = shelf.next_ref()
        self.new_batch = MaintenanceBatch(title=title, year=self.year, source=PRESET)

    def keep_batch(self) -> None:
        """Put the new batch on its shelf, once."""
        if self.new_batch:
            self.desk.shelf(MaintenanceBatch).add(self.new_batch, "")
            self.new_batch = None


def draft(frame: Frame, own: Given, others: Mapping[type[Record], Given], say: Say) -> Draft:
    """Return what a row means; what is doubtful is said on the way."""
    found = Draft(own, first=dict(frame.constants))
    record_type = frame.sheet_type.record
    fields = fields_of(record_type)
    if "year" in fields and "year" not in own and frame.year:
        found.given["year"] = frame.year
    if "unit" in fields and "unit_name" in fields:
        _link_unit(frame, found, others, say)
    maker = _MAKERS.get(record_type)
    if maker:
        maker(frame, found, others, say)
    return found


def _link_unit(frame: Frame, found: Draft, others: Mapping[type[Record], Given], say: Say) -> None:
    own = found.given
    code = others.get(Unit, {}).get(UNIT_CODE.name)
    if frame.sheet_type.record is Coverage:
        code = own.get("credit_code")
    hit = frame.desk.find_unit(str(own.get("unit_name") or ""), str(code or ""))
    if hit.ref is not None:
        own["unit"] = hit.ref
        own["unit_name"] = hit.name
    _tell(hit, Slot(frame.sheet_type.record, "unit_name"), say)


def _tell(hit: Found, slot: Slot, say: Say) -> None:
    if hit.text:
        say(slot, hit.kind, hit.text)


def _with_unit_parts(
    frame: Frame, found: Draft, others: Mapping[type[Record], Given], _say: Say
) -> None:
    counts = others.get(UnitYear, {})
    # A bare 否 under 规上 says nothing that a missing row does not say.
    if any(value is not False for value in counts.values()):
        found.parts.append(
            Part(UnitYear, {**counts, "as_of": frame.as_of}, "unit", {"source": FROM_A_LIST})
        )
    item = others.get(MaintenanceItem, {})
    if not (item or frame.lists_presets()):
        return
    is_preset = item.get("result") != NOT_PRESET and (
        bool(item.get("preset_no")) or Slot(MaintenanceItem, "preset_no") not in frame.mapped
    )
    given = {**item, "batch": frame.batch}
    first = {"preset_name": found.given.get("name", ""), "is_preset": is_preset}
    found.parts.append(Part(MaintenanceItem, given, "unit", first))


def _with_unit_particulars(
    frame: Frame, found: Draft, others: Mapping[type[Record], Given], say: Say
) -> None:
    if not found.given.get("unit_name") and not found.given.get("unit"):
        _link_by_own_name(frame, found.given, say)
    unit = found.given.get("unit")
    if isinstance(unit, int) and others.get(Unit):
        found.parts.append(Part(Unit, dict(others[Unit]), fills=unit))


def _link_by_own_name(frame: Frame, own: Given, say: Say) -> None:
    """Link a union without a unit to the one whose whole name it bears."""
    name = _UNION_ENDING.sub("", str(own.get("name") or ""))
    hits = frame.desk.shelf(Unit).find(1, name) if name else []
    if len(hits) == 1:
        proper = frame.desk.shelf(Unit).records[hits[0]].name
        own.update(unit=hits[0], unit_name=proper)
        say(Slot(Union, "name"), "fix", f"按工会名称对应到单位“{proper}”")


def _with_union(
    frame: Frame, found: Draft, _others: Mapping[type[Record], Given], say: Say
) -> None:
    name = str(found.given.pop("union", "") or "")
    if not name:
        return
    hit = frame.desk.find_union(name)
    slot = Slot(UnionUnit, "union")
    if hit.ref is None:
        say(slot, "error", f"台账里没有工会“{name}”，请先导入或登记这家联合工会")
        return
    found.given["union"] = hit.ref
    _tell(hit, slot, say)


def _with_issued_to(
    frame: Frame, found: Draft, _others: Mapping[type[Record], Given], say: Say
) -> None:
    name = str(found.given.get("union_name") or "")
    if not name:
        return
    hit = frame.desk.find_union(name)
    if hit.ref is not None:
        found.given.update(union=hit.ref, union_name=hit.name)
    _tell(hit, Slot(IssuedItem, "union_name"), say)


def _with_kind_and_union(
    frame: Frame, found: Draft, _others: Mapping[type[Record], Given], say: Say
) -> None:
    own = found.given
    if not own.get("kind") and (kind := kind_in_title(str(own.get("title") or ""))):
        own["kind"] = fields_of(Document)["kind"].read(kind).value
        say(Slot(Document, "kind"), "fix", f"文种空白，按标题登记为“{kind}”")
    if own.get("kind") == REPLY and own.get("recipients"):
        hits = frame.desk.shelf(Union).find(0, own["recipients"])
        if len(hits) == 1:
            found.given["union"] = hits[0]


def _with_whole_percent(
    _frame: Frame, found: Draft, _others: Mapping[type[Record], Given], say: Say
) -> None:
    """Undo what the percent format of a cell does: it shows 90% and holds 0.9."""
    target = found.given.get("target")
    if found.given.get("unit_label") != "%" or not isinstance(target, Decimal):
        return
    if 0 < target <= 1:
        found.given["target"] = target * 100
        say(Slot(Target, "target"), "warn", f"{target}按百分比登记为{target * 100:.0f}%，请核对")


def _with_kinds(
    frame: Frame, found: Draft, _others: Mapping[type[Record], Given], say: Say
) -> None:
    """Tell a certificate's kind from the title, and whom it honours from the register."""
    own = found.given
    fields = fields_of(Certificate)
    if not own.get("kind") and "kind" not in found.first:
        named = f"{frame.facts.title}{frame.sheet}"
        word = next((one for one in ("聘书", "奖状") if one in named), "荣誉证书")
        own["kind"] = fields["kind"].read(word).value
        say(Slot(Certificate, "kind"), "fix", f"没有写证书种类，按“{word}”登记")
    holder = str(own.get("holder") or "")
    if not holder or own.get("holder_kind") or "holder_kind" in found.first:
        return
    is_body = bool(_BODY.search(holder) or frame.desk.shelf(Unit).find(1, holder))
    word = "单位" if is_body else "个人"
    own["holder_kind"] = fields["holder_kind"].read(word).value
    say(Slot(Certificate, "holder"), "fix", f"没有写授予对象，按“{word}”登记")


def _with_titled_kind(
    frame: Frame, found: Draft, _others: Mapping[type[Record], Given], say: Say
) -> None:
    slot = Slot(Contract, "kind")
    kind = contract_kind_in(f"{frame.facts.title} {frame.sheet}")
    if kind and slot not in frame.mapped and "kind" not in found.first:
        found.given["kind"] = slot.field.read(kind).value
        say(slot, "fix", f"没有合同种类列，按表名登记为“{kind}”")


def _with_contract_facts(
    frame: Frame, found: Draft, _others: Mapping[type[Record], Given], _say: Say
) -> None:
    if frame.facts.contract_title:
        found.first.setdefault("contract_title", frame.facts.contract_title)
    if frame.facts.base_date:
        found.first.setdefault("base_date", frame.facts.base_date)


_MAKERS: Mapping[
    type[Record], Callable[[Frame, Draft, Mapping[type[Record], Given], Say], None]
] = {
    Unit: _with_unit_parts,
    Union: _with_unit_particulars,
    UnionUnit: _with_union,
    IssuedItem: _with_issued_to,
    Document: _with_kind_and_union,
    Contract: _with_titled_kind,
    Coverage: _with_contract_facts,
    Target: _with_whole_percent,
    Certificate: _with_kinds,
}
