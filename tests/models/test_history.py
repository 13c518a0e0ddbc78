"""Nothing is lost: every change is in the log, can be told and can be taken back."""

import hashlib
import json
import sqlite3
from dataclasses import replace
from datetime import date

import pytest

from models.errors import Problem
from models.records.bargaining import Contract
from models.records.town import Town
from models.records.units import Unit, UnitYear
from models.store import Store

DAY = date(2024, 5, 6)


def add(store: Store, *names: str) -> list[Unit]:
    with store.change(f"新增单位 {'、'.join(names)}"):
        return [store.save(Unit(name=name)) for name in names]


def rename(store: Store, unit: Unit, name: str) -> Unit:
    with store.change(f"改名 {name}"):
        return store.save(replace(unit, name=name))


def names(store: Store) -> list[str]:
    return [one.name for one in store.all(Unit)]


def test_undoing_takes_changes_back_one_by_one_and_redoing_brings_them_again(store: Store) -> None:
    unit = add(store, "甲")[0]
    rename(store, unit, "乙")
    rename(store, replace(unit, name="乙"), "丙")

    assert [store.undo().label for _ in range(3)] == ["改名 丙", "改名 乙", "新增单位 甲"]
    assert names(store) == []
    assert [store.redo().label for _ in range(3)] == ["新增单位 甲", "改名 乙", "改名 丙"]
    assert names(store) == ["丙"]
    assert store.undo().label == "改名 丙"
    assert names(store) == ["乙"]


def test_what_would_be_undone_and_redone_is_named(store: Store) -> None:
    assert store.undoable() is None
    assert store.redoable() is None

    add(store, "甲")
    undoable = store.undoable()
    assert undoable is not None
    assert undoable.label == "新增单位 甲"

    store.undo()
    redoable = store.redoable()
    assert store.undoable() is None
    assert redoable is not None
    assert redoable.label == "新增单位 甲"


def test_a_new_change_ends_redoing(store: Store) -> None:
    add(store, "甲")
    store.undo()
    add(store, "乙")

    assert store.redoable() is None
    with pytest.raises(Problem, match="没有可以重做的操作"):
        store.redo()


def test_setting_the_file_up_cannot_be_undone(store: Store) -> None:
    with pytest.raises(Problem, match="没有可以撤销的操作"):
        store.undo()
    (created,) = store.operations()
    with pytest.raises(Problem, match="“新建台账”是建账时的内容，不能撤销"):
        store.undo_operation(created.id)

    assert store.count(Town) == 1


def test_an_older_operation_is_undone_when_its_rows_are_still_the_same(store: Store) -> None:
    first = add(store, "甲")[0]
    add(store, "乙")
    wanted = next(one for one in store.operations() if "甲" in one.label)

    store.undo_operation(wanted.id)

    assert names(store) == ["乙"]
    assert store.history_of(first)[0].before == "甲"
    with pytest.raises(Problem, match="已经撤销过了"):
        store.undo_operation(wanted.id)


def test_an_operation_whose_rows_changed_since_is_not_undone(store: Store) -> None:
    unit = add(store, "甲")[0]
    wanted = store.operations()[0]
    rename(store, unit, "乙")

    with pytest.raises(Problem, match="不能撤销“新增单位 甲”：其中有记录后来又改过"):
        store.undo_operation(wanted.id)

    assert names(store) == ["乙"]


def test_an_addition_that_later_records_need_is_not_undone(store: Store) -> None:
    unit = add(store, "甲")[0]
    wanted = store.operations()[0]
    with store.change("新增年度数据"):
        store.save(UnitYear(unit=unit.id, as_of=DAY))

    with pytest.raises(Problem, match="不能撤销“新增单位 甲”：后来增加或删除的记录与它有关联"):
        store.undo_operation(wanted.id)

    assert names(store) == ["甲"]
    assert store.count(UnitYear) == 1


def test_a_deletion_whose_other_end_was_deleted_later_is_not_undone(store: Store) -> None:
    unit = add(store, "甲")[0]
    contract = Contract(
        unit=unit.id, unit_name="甲", kind="2", signed_on=DAY, valid_from=DAY, valid_to=DAY
    )
    with store.change("新增合同"):
        contract = store.save(contract)
    with store.change("删除合同"):
        store.delete(contract)
    deletion = store.operations()[0]
    with store.change("删除单位"):
        store.delete(unit)

    with pytest.raises(Problem, match="后来增加或删除的记录与它有关联"):
        store.undo_operation(deletion.id)

    store.undo()
    store.undo()
    assert store.all(Contract) == [contract]


def test_a_row_that_an_operation_touched_twice_goes_back_to_the_beginning(store: Store) -> None:
    unit = add(store, "甲")[0]
    with store.change("改两次再删"):
        store.save(replace(unit, name="乙"))
        store.save(replace(unit, name="丙"))
        store.delete(unit)

    store.undo()
    assert store.all(Unit) == [unit]

    store.redo()
    assert names(store) == []


def test_records_that_point_at_each_other_come_back_together(store: Store) -> None:
    with store.change("新增"):
        unit = store.save(Unit(name="甲"))
        row = Contract(
            unit=unit.id, unit_name="甲", kind="2", signed_on=DAY, valid_from=DAY, valid_to=DAY
        )
        first = store.save(row)
        second = store.save(replace(row, previous=first.id))
    with store.change("全部删除"):
        store.delete(second)
        store.delete(first)
        store.delete(unit)

    store.undo()

    assert store.all(Contract) == [first, second]
    assert store.connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_an_import_is_one_operation(store: Store) -> None:
    with store.change("导入单位 300家", kind="import"):
        store.save_all([Unit(name=f"第{n}厂") for n in range(300)])

    assert [one.kind for one in store.operations()] == ["import", "setup"]
    store.undo()
    assert store.count(Unit) == 0
    store.redo()
    assert store.count(Unit) == 300


def test_history_tells_each_change_in_the_clerks_words(store: Store) -> None:
    unit, other = add(store, "甲", "乙")
    with store.change("新增合同"):
        contract = store.save(
            Contract(
                unit=unit.id,
                unit_name="甲",
                kind="2",
                signed_on=DAY,
                valid_from=DAY,
                valid_to=date(2025, 5, 5),
            )
        )
    with store.change("改合同"):
        store.save(replace(contract, unit=other.id, kind="1", min_wage=201_050))
    with store.change("删合同"):
        store.delete(contract)

    lines = [(one.label, one.field, one.before, one.after) for one in store.history_of(contract)]

    assert ("改合同", "对应单位", "甲", "乙") in lines
    assert ("改合同", "合同种类", "工资专项集体合同", "综合集体合同") in lines
    assert ("改合同", "最低工资标准（元/月）", "", "2,010.50") in lines
    assert ("新增合同", "签订日期", "", "2024-05-06") in lines
    assert ("删合同", "签订日期", "2024-05-06", "") in lines
    assert {line[0] for line in lines} == {"新增合同", "改合同", "删合同"}
    assert next(line[0] for line in lines) == "删合同"


def test_history_does_not_tell_of_fields_that_were_never_filled_in(store: Store) -> None:
    unit = add(store, "甲")[0]
    with store.change("新增年度数据"):
        year = store.save(UnitYear(unit=unit.id, as_of=DAY))
    with store.change("改年度数据"):
        store.save(replace(year, above_scale=True))
    with store.change("改年度数据"):
        store.save(year)

    told = [(one.field, one.before, one.after) for one in store.history_of(year)]

    assert told == [
        ("规模以上", "是", "否"),
        ("规模以上", "否", "是"),
        ("单位", "", "甲"),
        ("截止日期", "", "2024-05-06"),
    ]


def test_the_seal_of_an_operation_is_the_hash_of_its_images(store: Store) -> None:
    unit = add(store, "甲", "乙")[0]
    rename(store, unit, "丙")
    store.undo()
    connection = store.connection

    sealed = connection.execute("SELECT id, images_sha256 FROM operation").fetchall()
    assert len(sealed) == 4
    for number, seal in sealed:
        rows = connection.execute(
            "SELECT table_name, row_id, before, after FROM image WHERE operation = ? ORDER BY id",
            (number,),
        )
        told = "".join(f"{one or ''}\n" for row in rows for one in row)
        assert seal == hashlib.sha256(told.encode()).hexdigest()


def test_images_hold_every_column_of_the_row(store: Store) -> None:
    add(store, "甲")

    (after,) = store.connection.execute(
        "SELECT after FROM image WHERE table_name = 'unit'"
    ).fetchone()
    columns = [row[1] for row in store.connection.execute("PRAGMA table_info(unit)")]

    assert list(json.loads(after)) == columns


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO unit (name) VALUES ('偷加')",
        "INSERT OR IGNORE INTO unit (name) VALUES ('偷加')",
        "REPLACE INTO unit (id, name) VALUES (1, '偷换')",
        "UPDATE unit SET name = '偷改'",
        "UPDATE OR IGNORE unit SET name = '偷改'",
        "UPDATE OR REPLACE unit SET name = '偷改'",
        "DELETE FROM unit",
    ],
)
def test_rows_change_only_inside_an_operation(store: Store, statement: str) -> None:
    add(store, "甲")

    with pytest.raises(sqlite3.IntegrityError, match="no operation is open"):
        store.connection.execute(statement)

    assert names(store) == ["甲"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE image SET after = NULL",
        "UPDATE OR IGNORE image SET after = NULL",
        "DELETE FROM image",
        "REPLACE INTO image (id, operation, table_name, row_id) VALUES (1, 1, 'unit', 1)",
        "UPDATE operation SET label = '别的'",
        "UPDATE operation SET images_sha256 = NULL",
        "UPDATE operation SET images_sha256 = 'x'",
        "UPDATE operation SET reversed_by = NULL",
        "DELETE FROM operation",
        "REPLACE INTO operation (id, label, made_at, kind) VALUES (1, 'x', 'y', 'z')",
    ],
)
def test_the_log_can_only_grow(store: Store, statement: str) -> None:
    add(store, "甲")
    store.undo()
    before = [
        store.connection.execute(f"SELECT * FROM {table}").fetchall()
        for table in ("operation", "image")
    ]

    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        store.connection.execute(statement)

    after = [
        store.connection.execute(f"SELECT * FROM {table}").fetchall()
        for table in ("operation", "image")
    ]
    assert after == before


def test_operations_are_listed_latest_first_up_to_a_limit(store: Store) -> None:
    for name in "甲乙丙丁":
        add(store, name)
    store.undo()

    listed = store.operations(limit=3)

    assert [(one.label, one.kind, one.is_undone) for one in listed] == [
        ("新增单位 丁", "undo", False),
        ("新增单位 丁", "change", True),
        ("新增单位 丙", "change", False),
    ]


@pytest.mark.parametrize(
    "column",
    ["\"later\" TEXT NOT NULL DEFAULT ''", '"later" INTEGER NOT NULL DEFAULT 0', '"later" TEXT'],
)
def test_what_was_done_before_a_table_grew_can_still_be_undone(store: Store, column: str) -> None:
    unit, other = add(store, "甲", "丙")
    rename(store, unit, "乙")
    with store.change("删除单位"):
        store.delete(other)
    store.connection.execute(f"ALTER TABLE unit ADD COLUMN {column}")

    assert [store.undo().label for _ in range(2)] == ["删除单位", "改名 乙"]
    assert sorted(names(store)) == ["丙", "甲"]
    assert store.history_of(unit)[0].after == "甲"


def test_a_value_in_a_later_column_stands_in_the_way_of_undoing(store: Store) -> None:
    unit = add(store, "甲")[0]
    rename(store, unit, "乙")
    store.connection.execute("ALTER TABLE unit ADD COLUMN later TEXT")
    store.connection.execute("DROP TRIGGER history_unit_update")
    store.connection.execute("UPDATE unit SET later = '新填的'")

    with pytest.raises(Problem, match="后来又改过"):
        store.undo()
