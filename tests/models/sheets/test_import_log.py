"""Which lists were taken in: the file tells when, by whom, from which file, and what became of it."""

import hashlib
from dataclasses import replace
from pathlib import Path

from models.records.units import Unit
from models.sheets.committing import commit_import
from models.sheets.planning import plan_import
from models.store import Store
from models.store_imports import import_batches
from tests.models.sheets.conftest import WriteList

HEADINGS = ("单位名称", "联系电话", "职工人数")


def take_in(store: Store, path: Path) -> int:
    batch = commit_import(store, plan_import(store, path, as_type="unit", year=2024)).batch
    assert batch is not None
    return batch


def test_a_batch_tells_its_file_its_hash_who_and_what_became_of_the_rows(
    store: Store, write_list: WriteList
) -> None:
    with store.change("修改本镇情况"):
        store.save(replace(store.town(), clerk="王小芳"))
    path = write_list([HEADINGS, ("甲厂", "13900000001", 5), ("乙厂", "13900000002", "约50")])

    operation = take_in(store, path)

    (batch,) = import_batches(store.connection)
    assert batch.operation.id == operation
    assert (batch.file_name, batch.imported_by) == (path.name, "王小芳")
    assert batch.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert batch.size == path.stat().st_size
    assert (batch.counts["new"], batch.counts["error"]) == (1, 1)
    assert not batch.operation.is_undone


def test_a_batch_that_was_taken_back_is_still_listed(store: Store, write_list: WriteList) -> None:
    path = write_list([HEADINGS, ("甲厂", "13900000001", 5)])
    operation = take_in(store, path)

    store.undo_operation(operation)

    (batch,) = import_batches(store.connection)
    assert batch.operation.is_undone
    assert store.count(Unit) == 0


def test_the_same_file_again_is_told_until_it_was_taken_back(
    store: Store, write_list: WriteList
) -> None:
    path = write_list([HEADINGS, ("甲厂", "13900000001", 5)])
    operation = take_in(store, path)

    again = plan_import(store, path, as_type="unit", year=2024)
    store.undo_operation(operation)
    after = plan_import(store, path, as_type="unit", year=2024)

    assert any("导入过" in one for one in again.notices)
    assert not any("导入过" in one for one in after.notices)


def test_another_file_of_the_same_name_is_not_the_same_file(
    store: Store, write_list: WriteList
) -> None:
    take_in(store, write_list([HEADINGS, ("甲厂", "13900000001", 5)]))

    other = plan_import(
        store, write_list([HEADINGS, ("乙厂", "13900000002", 6)]), as_type="unit", year=2024
    )

    assert not any("导入过" in one for one in other.notices)


def test_the_latest_import_stands_first(store: Store, write_list: WriteList) -> None:
    for name in ("甲厂", "乙厂"):
        take_in(store, write_list([HEADINGS, (name, "13900000001", 5)], name=f"{name}.xlsx"))

    assert [one.file_name for one in import_batches(store.connection)] == ["乙厂.xlsx", "甲厂.xlsx"]
