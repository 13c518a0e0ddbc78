"""The store keeps records, all of a change or nothing of it."""

import sqlite3
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from models.errors import Problem
from models.records.bargaining import Contract
from models.records.papers import Document, Target
from models.records.town import Town, UnitAlias
from models.records.unions import Union, UnionTerm, UnionUnit
from models.records.units import MaintenanceBatch, MaintenanceItem, Unit, UnitYear
from models.store import Store
from models.values.dates import PartialDate

DAY = date(2024, 5, 6)


def add(store: Store, *names: str) -> list[Unit]:
    with store.change("新增单位"):
        return [store.save(Unit(name=name)) for name in names]


def add_and_fail(store: Store) -> None:
    with store.change("新增单位"):
        store.save(Unit(name="远山机械厂"))
        raise ZeroDivisionError


def change_inside_a_change(store: Store) -> None:
    with store.change("外"), store.change("内"):
        store.save(Unit(name="远山机械厂"))


def wages(unit: Unit | None = None, name: str = "远山机械厂") -> Contract:
    return Contract(
        unit=unit.id if unit else None,
        unit_name=unit.name if unit else name,
        kind="2",
        signed_on=DAY,
        valid_from=DAY,
        valid_to=date(2025, 5, 5),
    )


def test_every_kind_of_value_comes_back_as_it_was_saved(store: Store) -> None:
    unit = Unit(
        name="𬭎盛有限公司",
        founded_on=PartialDate(2009, 4),
        annual_output=1_234_567_800,
        nonpublic="1",
        operating_status="1",
        remark="第一行\n第二行",
    )
    year = UnitYear(as_of=DAY, workers_total=0, above_scale=True)
    target = Target(indicator="覆盖率", year=2024, target=Decimal("92.35"), weight=Decimal("2.5"))

    with store.change("新增"):
        unit = store.save(unit)
        year = store.save(replace(year, unit=unit.id))
        target = store.save(target)

    assert store.get(Unit, unit.id or 0) == unit
    assert store.all(UnitYear) == [year]
    assert store.all(Target) == [target]
    assert year.workers_female is None


def test_records_survive_closing_and_opening(tmp_path: Path, store: Store) -> None:
    add(store, "远山机械厂")
    path = store.path
    store.close()

    with Store.open(path) as again:
        assert [one.name for one in again.all(Unit)] == ["远山机械厂"]
        assert again.notices == ()


def test_the_town_is_there_from_the_beginning(store: Store) -> None:
    assert store.town().union_name == "空谷镇总工会"
    assert store.count(Town) == 1


def test_finding_compares_with_what_is_not_filled_in(store: Store) -> None:
    with store.change("新增合同"):
        store.save(wages())
    unit = add(store, "石桥纸箱厂")[0]
    with store.change("新增合同"):
        store.save(wages(unit))

    assert [one.unit_name for one in store.find(Contract, unit=None)] == ["远山机械厂"]
    assert [one.unit_name for one in store.find(Contract, unit=unit.id)] == ["石桥纸箱厂"]
    assert store.find(Contract, signed_on=DAY, kind="1") == []
    assert store.count(Contract, kind="2") == 2


def test_records_come_in_the_order_that_their_type_declares(store: Store) -> None:
    with store.change("新增工会"):
        for name, year in (("丙", 2020), ("乙", 2012), ("甲", 2020)):
            founded = PartialDate(year)
            store.save(Union(name=f"{name}厂工会", org_type="10", founded_on=founded))

    assert [one.name for one in store.all(Union)] == ["乙厂工会", "丙厂工会", "甲厂工会"]


def test_getting_what_is_gone_is_a_problem_in_words(store: Store) -> None:
    with pytest.raises(Problem, match="这条单位已经不在台账里"):
        store.get(Unit, 99)

    assert store.get_or_none(Unit, 99) is None
    assert store.get_or_none(Unit, None) is None


def test_saving_outside_a_change_is_our_own_mistake(store: Store) -> None:
    with pytest.raises(RuntimeError, match=r"inside store\.change"):
        store.save(Unit(name="远山机械厂"))
    with pytest.raises(RuntimeError, match=r"inside store\.change"):
        store.save_all([Unit(name="远山机械厂")])

    assert store.count(Unit) == 0


def test_a_change_inside_a_change_is_our_own_mistake(store: Store) -> None:
    with pytest.raises(RuntimeError, match="started inside"):
        change_inside_a_change(store)

    add(store, "远山机械厂")
    assert store.count(Unit) == 1


def test_a_change_that_fails_leaves_nothing(store: Store) -> None:
    before = store.operations()

    with pytest.raises(ZeroDivisionError):
        add_and_fail(store)

    assert store.count(Unit) == 0
    assert store.operations() == before
    assert not store.connection.in_transaction


def test_a_change_that_alters_nothing_leaves_no_operation(store: Store) -> None:
    unit = add(store, "远山机械厂")[0]
    before = store.operations()

    with store.change("修改单位"):
        store.save(unit)
    with store.change("什么也没做"):
        pass

    assert store.operations() == before


def test_what_cannot_be_true_is_not_saved(store: Store) -> None:
    unit = add(store, "远山机械厂")[0]

    too_many = UnitYear(unit=unit.id, as_of=DAY, workers_total=8, workers_female=9)
    words = "单位年度数据没有保存.*女职工9人大于职工人数8人"

    with pytest.raises(Problem, match=words), store.change("新增年度数据"):
        store.save(too_many)

    assert store.count(UnitYear) == 0


def test_a_missing_name_is_named(store: Store) -> None:
    with pytest.raises(Problem, match="单位没有保存.*请填写单位名称"), store.change("新增"):
        store.save(Unit(phone="13900000001"))


def test_saving_fills_in_what_follows_from_the_rest(store: Store) -> None:
    with store.change("新增单位"):
        unit = store.save(Unit(name="远山机械厂", unit_nature="170", industry_division="34"))

    assert (unit.nonpublic, unit.industry) == ("1", "C")
    assert store.get(Unit, unit.id or 0) == unit


def test_many_records_old_and_new_are_saved_in_their_places(store: Store) -> None:
    first, second = add(store, "甲", "乙")

    with store.change("导入单位", kind="import"):
        saved = store.save_all(
            [
                Unit(name="丙"),
                replace(second, village="石桥村"),
                Unit(name="丁"),
                replace(first, name="甲厂"),
            ]
        )

    assert [one.name for one in saved] == ["丙", "乙", "丁", "甲厂"]
    assert [one.id for one in saved] == [3, 2, 4, 1]
    assert sorted(store.all(Unit), key=lambda one: one.id or 0) == [
        saved[3],
        saved[1],
        saved[0],
        saved[2],
    ]
    store.undo()
    assert store.all(Unit) == [first, second]


def test_saving_no_records_is_nothing(store: Store) -> None:
    with store.change("导入"):
        assert store.save_all([]) == []
        assert list(store.insert_all([])) == []


def test_a_number_once_given_is_never_given_again(store: Store) -> None:
    unit = add(store, "甲")[0]
    with store.change("删除单位"):
        store.delete(unit)

    assert add(store, "乙")[0].id == (unit.id or 0) + 1


def test_saving_a_record_that_was_deleted_meanwhile_is_a_problem(store: Store) -> None:
    unit = add(store, "远山机械厂")[0]
    with store.change("删除单位"):
        store.delete(unit)

    with pytest.raises(Problem, match="已经不在台账里"), store.change("修改单位"):
        store.save(replace(unit, village="石桥村"))


def test_a_link_to_a_record_that_was_deleted_meanwhile_is_a_problem(store: Store) -> None:
    unit = add(store, "远山机械厂")[0]
    with store.change("删除单位"):
        store.delete(unit)

    with pytest.raises(Problem, match="所选的对应记录已经不在台账里"), store.change("新增合同"):
        store.save(wages(unit))

    assert store.count(Contract) == 0


def test_a_record_that_was_never_saved_cannot_be_deleted(store: Store) -> None:
    with store.change("新增合同"):
        store.save(wages())

    with pytest.raises(ValueError, match="never saved"), store.change("删除单位"):
        store.delete(Unit(name="远山机械厂"))


def test_deleting_names_what_else_hangs_on_the_record(store: Store) -> None:
    unit = add(store, "远山机械厂")[0]
    with store.change("新增合同"):
        store.save(wages(unit))
        store.save(
            Union(name="远山工会", org_type="10", unit=unit.id, founded_on=PartialDate(2020))
        )

    words = "不能删除“远山机械厂”.*基层工会1家.*集体合同1份"
    with pytest.raises(Problem, match=words), store.change("删除单位"):
        store.delete(unit)

    assert store.count(Unit) == 1


def test_deleting_takes_the_parts_along_and_undoing_brings_them_back(store: Store) -> None:
    with store.change("新增工会"):
        unit = store.save(Unit(name="石桥村"))
        union = store.save(Union(name="石桥联合工会", org_type="20", founded_on=PartialDate(2024)))
        for name in ("甲店", "乙店"):
            store.save(UnionUnit(union=union.id, unit=unit.id, unit_name=name))
        store.save(UnionTerm(union=union.id, session_no=1, elected_on=DAY, years="3"))
    before = [store.all(one) for one in (Union, UnionUnit, UnionTerm)]

    assert {(one.field, one.count, one.is_part) for one in store.dependents(union)} == {
        ("union", 2, True),
        ("union", 1, True),
    }
    with store.change("删除工会"):
        store.delete(union)
    assert [store.count(one) for one in (Union, UnionUnit, UnionTerm)] == [0, 0, 0]

    store.undo()

    assert [store.all(one) for one in (Union, UnionUnit, UnionTerm)] == before


def test_a_unit_goes_with_its_years_and_other_names(store: Store) -> None:
    unit = add(store, "远山机械厂")[0]
    with store.change("新增"):
        store.save(UnitYear(unit=unit.id, as_of=DAY, workers_total=3))
        store.save(UnitAlias(unit=unit.id, alias="远山厂"))
    with store.change("删除单位"):
        store.delete(unit)

    assert (store.count(UnitYear), store.count(UnitAlias)) == (0, 0)

    store.undo()
    store.redo()
    store.undo()

    assert (store.count(Unit), store.count(UnitYear), store.count(UnitAlias)) == (1, 1, 1)


def test_a_part_that_somebody_else_needs_keeps_the_whole(store: Store) -> None:
    with store.change("新增"):
        batch = store.save(MaintenanceBatch(title="2024年维护", year=2024))
        store.save(MaintenanceItem(batch=batch.id, preset_name="甲", is_preset=True))
        union = store.save(Union(name="甲工会", org_type="10", founded_on=PartialDate(2024)))
        reply = store.save(
            Document(
                doc_no="空谷镇工发〔2024〕1号",
                issued_on=DAY,
                kind="5",
                title="批复",
                union=union.id,
            )
        )
    with pytest.raises(Problem, match="发文登记1件"), store.change("删除工会"):
        store.delete(union)
    with store.change("删除发文和工会"):
        store.delete(reply)
        store.delete(union)

    assert store.count(Union) == 0


def test_titles_name_a_record_and_what_a_link_points_at(store: Store) -> None:
    unit = add(store, "远山机械厂")[0]
    with store.change("新增合同"):
        contract = store.save(wages(unit))

    assert store.title_of(contract) == "远山机械厂 工资专项集体合同"
    assert store.title_of_id("unit", unit.id) == "远山机械厂"
    assert store.title_of_id("unit", 99) == ""
    assert store.title_of(Unit()) == "单位"


def test_listeners_hear_which_tables_changed_after_it_is_done(store: Store) -> None:
    heard: list[tuple[frozenset[str], int]] = []
    stop = store.listen(lambda tables: heard.append((tables, store.count(Unit))))

    unit = add(store, "远山机械厂")[0]
    with store.change("新增"):
        store.save(UnitYear(unit=unit.id, as_of=DAY))
        store.save(wages(unit))
    store.undo()
    stop()
    add(store, "石桥纸箱厂")

    assert heard == [
        (frozenset({"unit"}), 1),
        (frozenset({"unit_year", "cb_contract"}), 1),
        (frozenset({"unit_year", "cb_contract"}), 1),
    ]


def test_listeners_hear_nothing_of_a_change_that_alters_nothing(store: Store) -> None:
    heard: list[frozenset[str]] = []
    store.listen(heard.append)

    with store.change("什么也没做"):
        pass
    with pytest.raises(ZeroDivisionError):
        add_and_fail(store)

    assert heard == []


def test_a_file_opened_for_reading_cannot_be_changed(store: Store) -> None:
    path = store.path
    store.close()

    with Store.open(path, read_only=True) as reading:
        with pytest.raises(Problem, match="只读"):
            add(reading, "远山机械厂")
        assert reading.town().name == "空谷镇"


def test_another_program_that_writes_is_named_and_nothing_is_lost(store: Store) -> None:
    store.connection.execute("PRAGMA busy_timeout = 1")
    other = sqlite3.connect(store.path)
    other.execute("BEGIN EXCLUSIVE")

    with pytest.raises(Problem, match="正被别的程序占用"):
        add(store, "远山机械厂")
    other.close()

    add(store, "石桥纸箱厂")
    assert [one.name for one in store.all(Unit)] == ["石桥纸箱厂"]


def test_a_full_disk_is_told_and_leaves_the_file_as_it_was(store: Store) -> None:
    add(store, "远山机械厂")
    pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
    store.connection.execute(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(Problem, match="磁盘空间不足，没有保存"), store.change("导入单位"):
        store.save_all([Unit(name=f"第{n}厂", remark="长" * 500) for n in range(100)])

    assert [one.name for one in store.all(Unit)] == ["远山机械厂"]
    store.connection.execute("PRAGMA max_page_count = 1073741823")
    add(store, "石桥纸箱厂")
    assert store.count(Unit) == 2


def test_an_import_of_thousands_with_parts_is_undone_and_redone_whole(store: Store) -> None:
    with store.change("导入单位", kind="import"):
        units = store.save_all([Unit(name=f"第{n}厂") for n in range(3_000)])
        store.save_all([UnitYear(unit=one.id, as_of=DAY, workers_total=1) for one in units])
    with store.change("新增合同"):
        store.save(wages())

    imported = next(one for one in store.operations() if one.kind == "import")
    store.undo_operation(imported.id)
    assert (store.count(Unit), store.count(UnitYear), store.count(Contract)) == (0, 0, 1)

    store.redo()
    assert store.all(Unit)[:2] == units[:2]
    assert (store.count(Unit), store.count(UnitYear)) == (3_000, 3_000)


def test_a_file_that_cannot_be_set_up_is_not_left_behind(tmp_path: Path, store: Store) -> None:
    path = tmp_path / "新镇.db"

    with pytest.raises(Problem, match="本镇情况没有保存.*请填写工会名称"):
        Store.create(path, Town(name="新镇"))

    with Store.create(path, store.town()) as made:
        assert made.town() == store.town()
