"""Every record type is kept, told, changed, deleted and brought back whole."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from models.attachments import attach, attachments_of
from models.fields import Flag, Link, fields_of
from models.records import RECORDS
from models.records.base import Record
from models.records.town import Town
from models.store import Store
from models.versions import version_before
from tests.models.filled import kept

KEPT = tuple(one for one in RECORDS if one is not Town)
each_record = pytest.mark.parametrize("record_type", KEPT, ids=lambda one: one.about.table)


@pytest.fixture
def record(store: Store, record_type: type[Record]) -> Record:
    with store.change("新增"):
        return kept(store, record_type)


@each_record
def test_what_is_kept_comes_back_the_same(
    store: Store, record: Record, record_type: type[Record]
) -> None:
    assert store.get(record_type, record.id or 0) == record
    for name, field in fields_of(record_type).items():
        assert not field.is_blank(getattr(record, name)), name
        assert isinstance(field, Link) or field.show(getattr(record, name)), name


@each_record
def test_a_deleted_record_comes_back_whole(
    store: Store, record: Record, record_type: type[Record]
) -> None:
    with store.change("删除"):
        store.delete(record)
    gone = store.get_or_none(record_type, record.id)

    store.undo()

    assert gone is None
    assert store.get(record_type, record.id or 0) == record


@each_record
def test_every_change_is_told_and_can_be_looked_back_at(
    store: Store, record: Record, record_type: type[Record]
) -> None:
    fields = fields_of(record_type)
    name = next(n for n, one in fields.items() if not isinstance(one, Link | Flag))
    emptied = replace(record, **{name: fields[name].empty})
    with store.change("清空"):
        store.save_all([emptied])
    made = store.operations(limit=1)[0].id

    line = store.history_of(record)[0]

    assert (line.label, line.name, line.operation) == ("清空", name, made)
    assert line.before == fields[name].show(getattr(record, name))
    assert version_before(store, record, made) == record


@each_record
def test_every_record_can_have_attachments(
    store: Store, record: Record, record_type: type[Record], tmp_path: Path
) -> None:
    path = tmp_path / "扫描.pdf"
    path.write_bytes(b"pdf")

    attach(store, record, [path])
    found = attachments_of(store, store.get(record_type, record.id or 0))

    assert [one.file_name for one in found] == ["扫描.pdf"]


@each_record
def test_a_stage_of_life_is_told_for_every_record(
    store: Store, record: Record, record_type: type[Record]
) -> None:
    about = record_type.about
    for day in (date(2000, 1, 1), date(2024, 5, 6), date(2090, 1, 1)):
        for one in (record, record_type()):
            state = about.state_of(one, day)
            assert state is None or state in about.states
            assert about.is_alive(one, day) == (not about.states or bool(state and state.is_alive))
