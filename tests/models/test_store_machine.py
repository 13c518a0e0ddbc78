"""Whatever a clerk does in whatever order, the store holds what a plain dictionary would."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
)

from models.errors import Problem
from models.fields import Link, fields_of
from models.records.town import Town
from models.records.unions import Union, UnionUnit
from models.records.units import Unit, UnitYear
from models.store import Store
from models.values.dates import PartialDate

KEPT = (Unit, UnitYear, Union, UnionUnit)
TOWN = Town(name="空谷镇", union_name="空谷镇总工会", parent_union="空谷县总工会", year=2024)
names = st.text(st.sampled_from("山河石桥林𬭎·（）A1%_"), min_size=1, max_size=6).map(
    lambda n: f"厂{n}"
)
years = st.integers(2015, 2025)
Key = tuple[str, int | None]
Rows = dict[Key, Any]


class Failed(Exception):
    """What goes wrong in the middle of a change."""


@dataclass(frozen=True)
class Done:
    """An operation that can be taken back: the rows it touched before and after it."""

    id: int
    before: Rows
    after: Rows

    @property
    def keys(self) -> set[Key]:
        return self.before.keys() | self.after.keys()

    def inverse(self, operation_id: int) -> "Done":
        return Done(operation_id, self.after, self.before)


def links_hold(rows: Rows) -> bool:
    """Whether every link of the rows points at one of them."""
    return all(
        getattr(one, name) is None or (field.to, getattr(one, name)) in rows
        for one in rows.values()
        for name, field in fields_of(type(one)).items()
        if isinstance(field, Link)
    )


class Clerk(RuleBasedStateMachine):
    """Adds, edits, deletes, undoes, redoes, fails and reopens."""

    units = Bundle("units")
    unions = Bundle("unions")

    @initialize()
    def open_file(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.store = Store.create(self.folder / "空谷镇.db", TOWN)
        self.rows: Rows = {}
        self.past: list[Done] = []
        self.future: list[Done] = []

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)

    def _done(self, rows: Rows) -> None:
        touched = {
            key for key in rows.keys() | self.rows.keys() if rows.get(key) != self.rows.get(key)
        }
        if not touched:
            return
        before = {key: self.rows[key] for key in touched & self.rows.keys()}
        after = {key: rows[key] for key in touched & rows.keys()}
        self.past.append(Done(self.store.operations(1)[0].id, before, after))
        self.future.clear()
        self.rows = rows

    def _take_back(self, done: Done, work: Callable[[], object]) -> Done | None:
        """Reverse an operation; it may be refused only for what happened since."""
        rows = {key: one for key, one in self.rows.items() if key not in done.keys} | done.before
        is_as_left = all(self.rows.get(key) == done.after.get(key) for key in done.keys)
        may_succeed = is_as_left and links_hold(rows)
        try:
            work()
        except Problem:
            assert not may_succeed
            return None
        assert may_succeed
        self.rows = rows
        return done.inverse(self.store.operations(1)[0].id)

    @rule(target=units, new=st.lists(names, min_size=1, max_size=3))
    def add_units(self, new: list[str]) -> Any:
        with self.store.change("新增单位", kind="import"):
            saved = self.store.save_all([Unit(name=name) for name in new])
        self._done(self.rows | {("unit", one.id): one for one in saved})
        return multiple(*(one.id for one in saved))

    @rule(unit=units, year=years, workers=st.integers(0, 999) | st.none())
    def add_headcount(self, unit: int, year: int, workers: int | None) -> None:
        data = UnitYear(unit=unit, as_of=PartialDate(year).last(), workers_total=workers)
        if ("unit", unit) not in self.rows:
            self._refused(lambda: self.store.save(data))
            return
        with self.store.change("新增年度数据"):
            saved = self.store.save(data)
        self._done(self.rows | {("unit_year", saved.id): saved})

    @rule(target=unions, name=names, covered=st.lists(names, max_size=3), year=years)
    def add_union(self, name: str, covered: list[str], year: int) -> Any:
        new = Union(name=name, org_type="20", founded_on=PartialDate(year))
        if any(key[0] == "union_org" and one.name == name for key, one in self.rows.items()):
            self._refused(lambda: self.store.save(new))
            return multiple()
        with self.store.change("新增工会"):
            union = self.store.save(new)
            parts = [self.store.save(UnionUnit(union=union.id, unit_name=one)) for one in covered]
        self._done(
            self.rows
            | {("union_org", union.id): union}
            | {("union_unit", one.id): one for one in parts}
        )
        return union.id

    @rule(union=unions, unit=units)
    def build_union_on(self, union: int, unit: int) -> None:
        known = self.rows.get(("union_org", union))
        if known is None or ("unit", unit) not in self.rows:
            return
        with self.store.change("改工会所在单位"):
            changed = self.store.save(replace(known, unit=unit))
        self._done(self.rows | {("union_org", union): changed})

    @rule(unit=units, name=names)
    def rename(self, unit: int, name: str) -> None:
        known = self.rows.get(("unit", unit))
        if known is None:
            self._refused(lambda: self.store.save(Unit(id=unit, name=name)))
            return
        with self.store.change("改名"):
            changed = self.store.save(replace(known, name=name))
        self._done(self.rows | {("unit", unit): changed})

    @rule(unit=units)
    def delete_unit(self, unit: int) -> None:
        known = self.rows.get(("unit", unit))
        if known is None:
            return
        if any(key[0] == "union_org" and one.unit == unit for key, one in self.rows.items()):
            self._refused(lambda: self.store.delete(known))
            return
        with self.store.change("删除单位"):
            self.store.delete(known)
        self._done(self._without("unit", unit, part="unit_year", link="unit"))

    @rule(union=consumes(unions))
    def delete_union(self, union: int) -> None:
        known = self.rows.get(("union_org", union))
        if known is None:
            return
        with self.store.change("删除工会"):
            self.store.delete(known)
        self._done(self._without("union_org", union, part="union_unit", link="union"))

    def _without(self, table: str, row_id: int, *, part: str, link: str) -> Rows:
        return {
            key: one
            for key, one in self.rows.items()
            if key != (table, row_id) and not (key[0] == part and getattr(one, link) == row_id)
        }

    def _refused(self, work: Any) -> None:
        try:
            with self.store.change("不会成功"):
                work()
        except Problem:
            return
        raise AssertionError("the store took what it should refuse")

    @rule(new=names)
    def fail_in_the_middle(self, new: str) -> None:
        try:
            with self.store.change("失败"):
                for row in list(self.rows.values()):
                    if isinstance(row, UnionUnit | UnitYear):
                        self.store.delete(row)
                self.store.save(Unit(name=new))
                raise Failed
        except Failed:
            return

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        undone = self._take_back(self.past[-1], self.store.undo)
        if undone:
            self.past.pop()
            self.future.append(undone)

    @precondition(lambda self: self.past)
    @rule(data=st.data())
    def undo_an_older_operation(self, data: st.DataObject) -> None:
        place = data.draw(st.integers(0, len(self.past) - 1))
        wanted = self.past[place]
        undone = self._take_back(wanted, lambda: self.store.undo_operation(wanted.id))
        if undone:
            del self.past[place]
            self.future.append(undone)

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        again = self._take_back(self.future[-1], self.store.redo)
        if again:
            self.future.pop()
            self.past.append(again)

    @rule()
    def close_and_open(self) -> None:
        path = self.store.path
        self.store.close()
        self.store = Store.open(path)
        assert self.store.notices == ()

    @invariant()
    def the_store_holds_what_the_dictionary_holds(self) -> None:
        found = {(one.about.table, one.id): one for kind in KEPT for one in self.store.all(kind)}
        assert found == self.rows

    @invariant()
    def links_hang_together(self) -> None:
        assert self.store.connection.execute("PRAGMA foreign_key_check").fetchall() == []

    @invariant()
    def what_can_be_undone_is_offered(self) -> None:
        assert (self.store.undoable() is not None) == bool(self.past)
        assert (self.store.redoable() is not None) == bool(self.future)

    @invariant()
    def the_search_box_finds_what_is_there_and_nothing_else(self) -> None:
        units = {row_id for table, row_id in self.rows if table == "unit"}
        assert self.store.matching_ids("unit", "厂") == units


TestStore = Clerk.TestCase
TestStore.settings = settings(stateful_step_count=25)
