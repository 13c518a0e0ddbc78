"""Whatever is deleted, restored, undone, redone and purged in whatever order, nothing else is lost."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from typing_extensions import override

from models import bringing_back, history, purging, store_binned
from models.errors import Problem
from models.records.base import Record
from models.records.service import Visit, VisitTalk
from models.records.units import Unit
from models.recycle_bin import Binned, RecycleBin
from models.store import Store
from tests.models.conftest import TOWN

KEPT: tuple[type[Record], ...] = (Unit, Visit, VisitTalk)
Rows = dict[tuple[str, int], Record]
numbers = st.integers(0, 100)


class BinMachine(RuleBasedStateMachine):
    """The file beside a plain memory of every record that ever was."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.store = Store.create(Path(self._folder.name) / "空谷镇.db", TOWN)
        self.known: Rows = {}
        self.purged: set[tuple[str, int]] = set()
        self.count = 0

    @override
    def teardown(self) -> None:
        self.store.close()
        self._folder.cleanup()

    @rule(number=numbers)
    def add(self, number: int) -> None:
        self.count += 1
        units = self.store.all(Unit)
        with self.store.change(f"新增{self.count}"):
            if number % 2:
                self.store.save_all([Unit(name=f"第{self.count}厂")])
            else:
                unit = units[number % len(units)] if units else None
                name = unit.name if unit else "某厂"
                visit = Visit(unit=unit.id if unit else None, unit_name=name)
                (made,) = self.store.save_all([visit])
                talks = [VisitTalk(visit=made.id, person_name=f"某{n}") for n in range(number % 3)]
                self.store.save_all(talks)
        self.known |= self.living()

    @rule(number=numbers, several=st.booleans())
    def delete(self, number: int, several: bool) -> None:
        record_type = KEPT[number % len(KEPT)]
        found = self.store.all(record_type)
        chosen = found[number % 5 :][: 3 if several else 1]
        if not chosen:
            return
        before = self.living()
        try:
            with self.store.change(f"删除{record_type.about.label}{number}"):
                self.store.delete_all(chosen)
        except Problem:
            assert self.living() == before
            return
        assert not {(one.about.table, one.id) for one in chosen} & self.living().keys()

    @precondition(lambda self: self.binned())
    @rule(number=numbers)
    def restore(self, number: int) -> None:
        found = self.binned()
        one = found[number % len(found)]
        before = self.living()
        wanted = bringing_back.plan_with_targets(self.store, [one.row])
        try:
            bringing_back.bring_back(self.store, wanted, f"恢复{one.words}")
        except Problem:
            assert self.living() == before
            assert any(key in self.purged for key in self.targets(one))
            return
        now = self.living()
        assert one.row.key in now
        assert before.items() <= now.items()

    @precondition(lambda self: self.store.undoable() is not None)
    @rule()
    def undo(self) -> None:
        self.attempt(self.store.undo)

    @precondition(lambda self: self.store.redoable() is not None)
    @rule()
    def redo(self) -> None:
        self.attempt(self.store.redo)

    @precondition(lambda self: len(self.binned()) > 2)
    @rule(number=numbers)
    def purge(self, number: int) -> None:
        found = self.binned()
        one = found[number % len(found)]
        gone = store_binned.with_parts(self.store.connection, [one.row])
        before = self.living()
        purging.purge(self.store, [one.row])
        self.purged |= {row.key for row in gone}
        assert self.living() == before
        assert one.row.key not in {other.row.key for other in self.binned()}

    @rule()
    def reopen(self) -> None:
        path = self.store.path
        self.store.close()
        self.store = Store.open(path)

    @invariant()
    def every_hash_is_true(self) -> None:
        assert history.altered_operations(self.store.connection) == []

    @invariant()
    def every_link_leads_somewhere(self) -> None:
        assert self.store.connection.execute("PRAGMA foreign_key_check").fetchall() == []

    @invariant()
    def what_lives_is_as_it_was_when_it_was_made(self) -> None:
        for key, record in self.living().items():
            assert self.without_links(record) == self.without_links(self.known[key])

    @invariant()
    def what_is_binned_is_told_as_it_was(self) -> None:
        living = self.living()
        for one in self.binned():
            assert one.row.key not in living
            assert self.without_links(one.record) == self.without_links(self.known[one.row.key])

    def attempt(self, act: Any) -> None:
        before = self.living()
        try:
            act()
        except Problem:
            assert self.living() == before

    def living(self) -> Rows:
        found: Rows = {}
        for record_type in KEPT:
            for one in self.store.all(record_type):
                found[one.about.table, one.id or 0] = one
        return found

    def binned(self) -> list[Binned]:
        return RecycleBin(self.store).more()

    def targets(self, one: Binned) -> list[tuple[str, int]]:
        links = (("unit", one.row.before.get("unit")), ("visit", one.row.before.get("visit")))
        return [(table, number) for table, number in links if isinstance(number, int)]

    def without_links(self, record: Record) -> tuple[Any, ...]:
        """Return what cannot change when a record comes back without what it pointed at."""
        if isinstance(record, Visit):
            return (record.id, record.unit_name)
        if isinstance(record, VisitTalk):
            return (record.id, record.visit, record.person_name)
        return (record.id, getattr(record, "name", ""))


TestBin = BinMachine.TestCase
TestBin.settings = settings(max_examples=12, stateful_step_count=25)
