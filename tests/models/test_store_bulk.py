"""Many new rows at once leave the same history as the same rows one after the other."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from models.history import Image, images_of
from models.records.base import Record, with_values
from models.records.members import Member
from models.records.units import Unit
from models.store import Store
from models.store_bulk import WORTH_IT
from models.values.dates import PartialDate
from tests.town import build_town

MEMBERS = [
    Member(
        name=f"示例{number}",
        id_no=f"示例证件{number}",
        birth=PartialDate(1970 + number % 30, 1 + number % 12) if number % 3 else None,
        applied_on=date(2024, 3, 1 + number % 28) if number % 5 else None,
        verified=number % 2 == 0,
    )
    for number in range(WORTH_IT)
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with build_town(tmp_path / "镇.db") as made:
        yield made


def schema(store: Store) -> list[tuple[str, str]]:
    return sorted(store.connection.execute("SELECT name, coalesce(sql, '') FROM sqlite_master"))


def written(store: Store, records: list[Record]) -> list[Image]:
    with store.change("登记会员") as operation:
        for start in range(0, len(records), WORTH_IT - 1):
            store.insert_all(records[start : start + WORTH_IT - 1])
    return images_of(store.connection, operation.id)


def test_the_images_are_those_of_the_trigger(store: Store) -> None:
    one_by_one = written(store, list(MEMBERS))
    store.undo()
    with store.change("登记会员") as operation:
        ids = store.insert_all(MEMBERS)

    at_once = images_of(store.connection, operation.id)
    shift = at_once[0].row_id - one_by_one[0].row_id
    assert [one.row_id for one in at_once] == list(ids)
    assert at_once == [
        Image(one.table, one.row_id + shift, None, {**(one.after or {}), "id": one.row_id + shift})
        for one in one_by_one
    ]
    kept = {one.id: one for one in store.all(Member)}
    assert [kept[row_id] for row_id in ids] == [
        with_values(one, id=row_id) for row_id, one in zip(ids, MEMBERS, strict=True)
    ]


def test_the_shape_of_the_file_stays_and_later_rows_get_their_images(store: Store) -> None:
    before = schema(store)
    with store.change("登记会员"):
        store.insert_all(MEMBERS)

    assert schema(store) == before
    assert len(written(store, [Member(name="示例", id_no="示例证件")])) == 1


def test_many_rows_are_taken_back_as_one_step(store: Store) -> None:
    there = store.count(Member)
    with store.change("登记会员"):
        store.insert_all(MEMBERS)

    store.undo()

    assert store.count(Member) == there


def test_rows_that_cannot_be_written_leave_nothing_behind(store: Store) -> None:
    before, there = schema(store), store.count(Unit)
    units = [Unit(name=f"示例{number}厂") for number in range(WORTH_IT)]
    units[-1] = with_values(units[-1], name=None)

    with store.change("登记单位"):
        with pytest.raises(sqlite3.IntegrityError):
            store.insert_all(units)
        assert schema(store) == before
        store.insert_all([Unit(name="示例厂")])

    assert store.count(Unit) == there + 1
    assert store.undo().label == "登记单位"
    assert store.count(Unit) == there


def test_a_list_that_is_being_read_is_read_on(store: Store) -> None:
    cursor = store.connection.execute("SELECT id FROM unit ORDER BY id")
    first = cursor.fetchone()
    with store.change("登记会员"):
        store.insert_all(MEMBERS)

        assert [first, *cursor] == [
            (one.id,) for one in sorted(store.all(Unit), key=lambda u: u.id or 0)
        ]
