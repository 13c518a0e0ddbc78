"""Everything an import works on: the shelves of records, and the names that find units."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from models.lists.kinds import Given, Ref, Say, Slot
from models.lists.namesakes import Found, find_person, find_titled
from models.lists.shelf import Shelf
from models.records import BY_TABLE
from models.records.base import Record
from models.records.town import UnitAlias
from models.records.unions import Union
from models.records.units import Unit
from models.store import Store
from models.values.text import name_key, unit_core

R = TypeVar("R", bound=Record)

_PLACE = re.compile(r"[一-鿿]{2,4}?(?:省|市|县|区|镇|乡|街道)(?=[一-鿿]{3})")
_SHARED_BY = 5
_UNION_ENDING = re.compile(r"(?:工会)?(?:委员会)?$")


@dataclass(slots=True)
class Desk:
    """The store as the import sees it, with the import's own records already on the shelves."""

    store: Store
    answered_aliases: Mapping[str, str]
    union_aliases: Mapping[str, str] = field(default_factory=dict)
    shelves: dict[type[Record], Shelf[Record]] = field(default_factory=dict)
    _aliases: dict[str, Ref] | None = None
    _cores: dict[str, set[Ref]] | None = None
    _places: frozenset[str] = frozenset()
    _counted: int = 0
    _own: str | None = None
    _found_units: dict[tuple[str, str], Found] = field(default_factory=dict)

    def shelf(self, record_type: type[R]) -> Shelf[R]:
        """Return the shelf of a record type, filled from the store the first time."""
        if record_type not in self.shelves:
            kept = Shelf.of(record_type, self.store.all(record_type))
            self.shelves[record_type] = cast("Shelf[Record]", kept)
        return cast("Shelf[R]", self.shelves[record_type])

    def has_changed(self, record: Record, ref: Ref) -> None:
        """Learn the name of a record that the import adds or changes."""
        if not isinstance(record, Unit):
            return
        self._found_units.clear()
        self._aliases = None
        if self._cores is not None:
            core = unit_core(record.name, self._places)
            self._cores.setdefault(core, set()).add(ref)

    def find(self, record_type: type[R], **equals: object) -> list[R]:
        """Return the records whose fields equal the given values, for rules across records."""
        return self.shelf(record_type).where(equals)

    def find_named(self, table: str, name: str, *, code: str = "", hints: Given) -> Found:
        """Return the record of a table that a list means by a name; `hints` is the rest of the row."""
        if table == Unit.about.table:
            return self.find_unit(name, code)
        if not name:
            return Found(None, "")
        if table == Union.about.table:
            return self.find_union(name)
        return find_titled(self._shelf_of(table), name, hints)

    def find_same_person(self, table: str, name: str, *, hints: Given) -> Found:
        """Return the person whom a name may mean besides being just a name."""
        return find_person(self._shelf_of(table), name, hints)

    def _shelf_of(self, table: str) -> Shelf[Record]:
        return cast("Shelf[Record]", self.shelf(BY_TABLE[table]))

    def find_unit(self, name: str, code: str = "") -> Found:
        """Return the unit that a list means by a name and perhaps a credit code."""
        found = self._found_units.get((name, code))
        if found is None:
            found = self._found_units[name, code] = self._look_for_unit(name, code)
        return found

    def _look_for_unit(self, name: str, code: str) -> Found:
        units = self.shelf(Unit)
        if code and (hits := units.find(0, code)):
            return self._by_code(hits[0], name)
        if not name:
            return Found(None, "")
        hits = units.find(1, name)
        if len(hits) == 1:
            return _by_name(hits[0], units.records[hits[0]], code)
        if hits:
            return Found(None, name, "warn", f"台账里有{len(hits)}家“{name}”，没有对应到哪一家")
        return self._by_alias(name) or self._by_core(name)

    def is_same_core(self, name: str, other: str) -> bool:
        """Whether two names differ only in place and legal form."""
        self._core_index()
        return unit_core(name, self._places) == unit_core(other, self._places)

    def with_proper_name(self, kept: Record, given: Given, say: Say) -> Given:
        """Return the values without a name that only shortens the registered one."""
        name = str(given.get("name") or "")
        if not isinstance(kept, Unit) or not name or name_key(name) == name_key(kept.name):
            return given
        if not self.is_same_core(name, kept.name):
            return given
        say(Slot(Unit, "name"), "warn", f"“{name}”按“{kept.name}”登记，请核对")
        return {key: value for key, value in given.items() if key != "name"}

    def find_union(self, name: str) -> Found:
        """Return the union of that name, or the one whose name only ends differently."""
        unions = self.shelf(Union)
        if meant := self.union_aliases.get(name):
            hits = unions.find(0, meant)
            if len(hits) == 1:
                return Found(hits[0], meant, "warn", f"“{name}”按“{meant}”登记（已确认的别名）")
        hits = unions.find(0, name)
        if len(hits) == 1:
            return Found(hits[0], unions.records[hits[0]].name)
        near = list(unions.by("core", lambda one: _union_core(one.name)).get(_union_core(name), ()))
        if not hits and len(near) == 1:
            proper = unions.records[near[0]].name
            return Found(near[0], proper, "warn", f"“{name}”按“{proper}”登记，请核对")
        return Found(None, name, "warn", f"工会台账里没有“{name}”，请先登记或导入")

    def remember_aliases(self) -> None:
        """Keep the answered aliases whose units are known by now."""
        known = self.shelf(UnitAlias)
        units = self.shelf(Unit)
        for alias, name in self.answered_aliases.items():
            hits = units.find(1, name)
            if len(hits) == 1 and not known.find(0, alias) and not units.find(1, alias):
                known.add(UnitAlias(alias=alias, unit=hits[0]), "")

    def _by_code(self, ref: Ref, name: str) -> Found:
        proper = self.shelf(Unit).records[ref].name
        if not name or name_key(name) == name_key(proper):
            return Found(ref, proper)
        return Found(ref, proper, "warn", f"“{name}”按“{proper}”登记（信用代码相同），请核对")

    def _by_alias(self, name: str) -> Found | None:
        ref = self._alias_index().get(name_key(name))
        if ref is None:
            return None
        proper = self.shelf(Unit).records[ref].name
        return Found(ref, proper, "warn", f"“{name}”按“{proper}”登记（已确认的别名）")

    def _alias_index(self) -> dict[str, Ref]:
        if self._aliases is None:
            units = self.shelf(Unit)
            index = {
                name_key(alias): hits[0]
                for alias, name in self.answered_aliases.items()
                if len(hits := units.find(1, name)) == 1
            }
            for one in self.shelf(UnitAlias).records.values():
                if one.unit is not None:
                    index.setdefault(name_key(one.alias), one.unit)
            self._aliases = index
        return self._aliases

    def _by_core(self, name: str) -> Found:
        units = self.shelf(Unit)
        index = self._core_index()
        core = unit_core(name, self._places)
        refs = sorted(
            ref
            for ref in index.get(core, ())
            if unit_core(units.records[ref].name, self._places) == core
        )
        if len(refs) == 1:
            proper = units.records[refs[0]].name
            return Found(refs[0], proper, "warn", f"“{name}”按“{proper}”登记，请核对")
        if refs:
            named = "、".join(units.records[ref].name for ref in refs[:3])
            return Found(
                None, name, "warn", f"“{name}”可能是{named}，请确认是哪一家，暂未对应到单位"
            )
        if name_key(name) == self._own_name():
            return Found(None, name)
        text = f"单位台账里没有“{name}”，暂未对应到单位"
        return Found(None, name, "warn", text, is_nobody=True)

    def _own_name(self) -> str:
        """Return the key of the township federation's own name, which is no unit's."""
        if self._own is None:
            self._own = name_key(self.store.town().union_name)
        return self._own

    def _core_index(self) -> dict[str, set[Ref]]:
        """Return units by the core of their names; places are learnt anew as units grow."""
        units = self.shelf(Unit).records
        if self._cores is None or len(units) > 2 * self._counted + _SHARED_BY:
            self._counted = len(units)
            self._places = self._known_places()
            self._cores = {}
            for ref, unit in units.items():
                self._cores.setdefault(unit_core(unit.name, self._places), set()).add(ref)
        return self._cores

    def _known_places(self) -> frozenset[str]:
        """Return the township's places and those with which many units' names begin."""
        town = self.store.town()
        starts: Counter[str] = Counter()
        for unit in self.shelf(Unit).records.values():
            if found := _PLACE.match(unit.name):
                starts[found[0]] += 1
        shared = {place for place, count in starts.items() if count >= _SHARED_BY}
        return frozenset(shared | ({town.name, town.county, town.city} - {""}))


def _by_name(ref: Ref, unit: Unit, code: str) -> Found:
    if code and unit.credit_code and code != unit.credit_code:
        text = f"信用代码与单位台账中“{unit.name}”的{unit.credit_code}不一致，请核对"
        return Found(ref, unit.name, "warn", text)
    return Found(ref, unit.name)


def _union_core(name: str) -> str:
    return _UNION_ENDING.sub("", name_key(name))
