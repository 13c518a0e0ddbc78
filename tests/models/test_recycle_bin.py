"""What was deleted comes back with all that belonged to it, or goes for good when that is wanted."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest

from models import bringing_back, history, purging, store_binned
from models.attachments import attach, attachments_of, content_of
from models.errors import Problem
from models.records.attachments import Attachment
from models.records.bargaining import Contract
from models.records.base import Record
from models.records.members import Member
from models.records.service import Visit, VisitTalk
from models.records.town import Town
from models.records.units import Unit
from models.recycle_bin import Binned, RecycleBin
from models.store import Store

DAY = date(2024, 3, 13)
NUMBER = "37030519900101001X"


def binned(store: Store, table: str = "", words: str = "") -> list[Binned]:
    return RecycleBin(store, table=table, words=words).more()


def titles(store: Store, table: str = "", words: str = "") -> list[str]:
    return [one.words for one in binned(store, table, words)]


R = TypeVar("R", bound=Record)


def add(store: Store, *records: R) -> list[R]:
    with store.change("新增"):
        return [store.save(one) for one in records]


def drop(store: Store, *records: Record, label: str = "") -> None:
    about = records[0].about
    with store.change(label or f"删除{about.label} {store.title_of(records[0])}"):
        store.delete_all(records)


def restore(store: Store, *found: Binned) -> list[Record]:
    rows = [one.row for one in found]
    wanted = bringing_back.plan(store, rows)
    return bringing_back.bring_back(store, wanted, bringing_back.label_for(store, rows))


@pytest.fixture
def visit(store: Store) -> Visit:
    """A visit with two talks and no files."""
    with store.change("新增走访记录"):
        made = store.save(Visit(visited_on=DAY, unit_name="云溪小厂"))
        for name in ("张三", "李四"):
            store.save(VisitTalk(visit=made.id, person_name=name))
    return made


def test_nothing_is_binned_before_anything_was_deleted(store: Store) -> None:
    add(store, Unit(name="甲"))

    assert binned(store) == []


def test_a_deleted_record_is_listed_with_its_parts_and_its_step(store: Store, visit: Visit) -> None:
    drop(store, visit)

    (found,) = binned(store)
    assert found.label == "走访记录"
    assert found.step.label.startswith("删除走访记录")
    assert found.parts == "面谈对象2人"


def test_what_was_added_and_taken_back_is_not_binned(store: Store) -> None:
    add(store, Unit(name="甲"))
    store.undo()

    assert binned(store) == []


def test_a_deletion_that_was_taken_back_is_not_binned_until_it_is_done_again(store: Store) -> None:
    (unit,) = add(store, Unit(name="甲"))
    drop(store, unit)
    store.undo()
    assert binned(store) == []

    store.redo()

    assert titles(store) == ["单位 甲"]


def test_what_one_step_made_and_deleted_is_not_binned(store: Store) -> None:
    with store.change("新增又删除"):
        store.delete(store.save(Unit(name="甲")))
        store.save(Unit(name="乙"))

    assert binned(store) == []


def test_a_record_deleted_twice_is_listed_once(store: Store) -> None:
    (unit,) = add(store, Unit(name="甲"))
    drop(store, unit)
    restore(store, *binned(store))
    drop(store, unit)

    assert titles(store) == ["单位 甲"]


def test_the_restored_record_is_as_it_was_with_parts_and_files(
    store: Store, visit: Visit, tmp_path: Path
) -> None:
    scan = tmp_path / "记录.jpg"
    scan.write_bytes(b"scan")
    attach(store, visit, [scan])
    talks = store.find(VisitTalk, visit=visit.id)
    drop(store, visit)
    assert binned(store)[0].parts == "面谈对象2人、附件1个"

    restore(store, *binned(store))

    assert store.get(Visit, visit.id or 0) == visit
    assert store.find(VisitTalk, visit=visit.id) == talks
    (kept,) = attachments_of(store, visit)
    assert content_of(store, kept) == b"scan"
    assert binned(store) == []
    assert store.operations()[0].label == f"恢复走访记录 {store.title_of(visit)}"


def test_restoring_is_a_step_that_can_be_taken_back(store: Store, visit: Visit) -> None:
    drop(store, visit)
    restore(store, *binned(store))

    store.undo()

    assert store.count(Visit) == 0
    assert [one.parts for one in binned(store)] == ["面谈对象2人"]
    store.redo()
    assert store.count(VisitTalk) == 2


def test_one_record_of_a_step_comes_back_without_the_others(store: Store) -> None:
    units = add(store, *(Unit(name=name) for name in "甲乙丙"))
    drop(store, *units)

    restore(store, *(one for one in binned(store) if one.title == "乙"))

    assert [one.name for one in store.all(Unit)] == ["乙"]
    assert titles(store) == ["单位 丙", "单位 甲"]


def test_a_whole_step_comes_back_at_once(store: Store) -> None:
    units = add(store, *(Unit(name=f"第{n}厂") for n in range(12)))
    drop(store, *units, label="删除单位 第0厂等12家")
    step = binned(store)[0].step
    rows = store_binned.rows_of_step(store.connection, step.id)

    label = bringing_back.label_for_step(step, len(rows))
    bringing_back.bring_back(store, bringing_back.plan(store, rows), label)

    assert store.all(Unit) == units
    assert store.operations()[0].label == "恢复单位 第0厂等12家"


def contract_with(unit: Unit) -> Contract:
    return Contract(
        unit=unit.id, unit_name=unit.name, kind="2", signed_on=DAY, valid_from=DAY, valid_to=DAY
    )


def test_a_link_to_a_binned_record_is_named_and_both_come_back_together(store: Store) -> None:
    (unit,) = add(store, Unit(name="甲"))
    (contract,) = add(store, contract_with(unit))
    drop(store, contract)
    drop(store, unit)
    (found,) = binned(store, "cb_contract")

    wanted = bringing_back.plan(store, [found.row])

    assert [one.table for one in wanted.binned_targets] == ["unit"]
    assert wanted.may_go_alone
    both = bringing_back.plan_with_targets(store, [found.row])
    bringing_back.bring_back(store, both, "恢复")
    assert store.all(Unit) == [unit]
    assert store.all(Contract) == [contract]


def test_a_record_may_come_back_without_a_link_that_it_does_not_need(store: Store) -> None:
    (unit,) = add(store, Unit(name="甲"))
    (contract,) = add(store, contract_with(unit))
    drop(store, contract)
    drop(store, unit)

    restore(store, *binned(store, "cb_contract"))

    assert store.all(Contract) == [replace(contract, unit=None)]


def test_a_part_does_not_come_back_without_what_it_belongs_to(store: Store, visit: Visit) -> None:
    talk = store.find(VisitTalk, visit=visit.id)[0]
    drop(store, talk)
    drop(store, visit)
    found = next(one for one in binned(store) if one.row.table == "visit_talk")

    with pytest.raises(Problem, match="不能单独恢复：它的走访也在回收站里"):
        restore(store, found)

    assert found.title.endswith(talk.person_name)
    both = bringing_back.plan_with_targets(store, [found.row])
    bringing_back.bring_back(store, both, "恢复")
    assert store.count(VisitTalk) == 2


def test_a_record_entered_again_meanwhile_is_named(store: Store) -> None:
    (member,) = add(store, Member(name="张三", id_no=NUMBER))
    drop(store, member)
    add(store, Member(name="张三丰", id_no=NUMBER))

    with pytest.raises(Problem, match="后来又登记了.*相同的“张三丰”"):
        restore(store, *binned(store))

    assert [one.name for one in store.all(Member)] == ["张三丰"]


def test_links_cleared_by_the_deleting_step_are_tied_again(store: Store) -> None:
    (unit,) = add(store, Unit(name="甲"))
    (contract,) = add(store, contract_with(unit))
    with store.change("删除单位 甲"):
        store.save(replace(contract, unit=None))
        store.delete(unit)

    restore(store, *binned(store))

    assert store.all(Contract) == [contract]


def test_the_bin_is_narrowed_by_kind_and_words(store: Store, visit: Visit) -> None:
    units = add(store, Unit(name="云溪纺织"), Unit(name="东岭铸造"))
    drop(store, *units)
    drop(store, visit)

    assert titles(store, "unit", "纺织") == ["单位 云溪纺织"]
    assert len(titles(store, words="云溪")) == 2
    assert titles(store, words="100%_没有") == []
    assert store_binned.kinds(store.connection) == ["unit", "visit", "visit_talk"]


def test_the_twin_of_a_new_record_is_found_by_its_keys(store: Store) -> None:
    (member,) = add(store, Member(name="张三", id_no=NUMBER, mobile="13900001111"))
    drop(store, member)
    typed = Member(name="张三", id_no=NUMBER, mobile="13900002222")

    twin = bringing_back.twin_of(store, typed)
    assert twin is not None
    saved = bringing_back.bring_back_changed(store, twin, typed)

    assert (saved.id, saved.mobile) == (member.id, "13900002222")
    assert store.operations()[0].label == "恢复会员 张三"
    assert bringing_back.twin_of(store, typed) is None
    store.undo()
    assert titles(store) == ["会员 张三"]


def refuses_to_forget(store: Store) -> None:
    for table in ("image", "attachment_content"):
        store.connection.execute(
            "INSERT INTO attachment_content (sha256, size, bytes) VALUES ('x', 1, x'00')"
            " ON CONFLICT DO NOTHING"
        )
        with pytest.raises(sqlite3.IntegrityError):
            store.connection.execute(f"DELETE FROM {table}")


def raw(store: Store) -> bytes:
    return store.path.read_bytes()


def test_what_is_purged_leaves_the_file_and_only_the_log_stays(
    store: Store, tmp_path: Path
) -> None:
    (member, other) = add(
        store, Member(name="张三", id_no=NUMBER), Member(name="李四", id_no="370305199001010028")
    )
    scan = tmp_path / "身份证.jpg"
    scan.write_bytes(b"a scan that nobody may find")
    attach(store, member, [scan])
    drop(store, member, other, label="删除会员2名")
    steps = len(store.operations())
    assert NUMBER.encode() in raw(store)

    gone = next(one for one in binned(store) if one.title == "张三")
    purging.purge(store, [gone.row])

    assert titles(store) == ["会员 李四"]
    assert NUMBER.encode() not in raw(store)
    assert b"a scan that nobody may find" not in raw(store)
    assert len(store.operations()) == steps + 1
    assert store.operations()[0].label == "彻底删除会员1人"
    refuses_to_forget(store)


def test_bytes_that_another_record_shows_too_stay(store: Store, tmp_path: Path) -> None:
    one, two = add(store, Unit(name="甲"), Unit(name="乙"))
    scan = tmp_path / "合影.jpg"
    scan.write_bytes(b"both")
    attach(store, one, [scan])
    attach(store, two, [scan])
    drop(store, one)

    purging.purge(store, [binned(store)[0].row])

    assert content_of(store, attachments_of(store, two)[0]) == b"both"
    assert store.count(Attachment) == 1


def test_steps_that_knew_a_purged_record_are_refused_and_passed_over(store: Store) -> None:
    (other,) = add(store, Unit(name="乙"))
    (unit,) = add(store, Unit(name="甲"))
    with store.change("改名 丙"):
        store.save(replace(other, name="丙"))
    with store.change("改名 丁"):
        unit = store.save(replace(unit, name="丁"))
    renaming = store.operations()[0]
    drop(store, unit)

    purging.purge(store, [binned(store)[0].row])

    with pytest.raises(Problem, match="不能撤销“改名 丁”：其中有记录已经彻底删除"):
        store.undo_operation(renaming.id)
    assert store.undo().label == "改名 丙"
    assert store.redo().label == "改名 丙"
    assert [one.name for one in store.all(Unit)] == ["丙"]


def test_the_hashes_of_the_history_stay_true_after_a_purge(store: Store) -> None:
    units = add(store, Unit(name="甲"), Unit(name="乙"))
    drop(store, *units)
    assert history.altered_operations(store.connection) == []

    for one in binned(store):
        purging.purge(store, [one.row])
        assert history.altered_operations(store.connection) == []

    sealed = store.connection.execute("SELECT operation, images FROM purged").fetchall()
    assert sealed == [(2, 2), (3, 2)]


def test_a_purge_that_fails_leaves_everything(store: Store) -> None:
    (unit,) = add(store, Unit(name="甲"))
    drop(store, unit)

    def stop(_stage: str, _done: int, _total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        purging.purge(store, [binned(store)[0].row], stop)

    assert titles(store) == ["单位 甲"]
    refuses_to_forget(store)


def test_what_was_deleted_before_a_day_is_found(store: Store) -> None:
    (unit,) = add(store, Unit(name="甲"))
    drop(store, unit)
    made = date.fromisoformat(store.operations()[0].made_at[:10])

    assert purging.rows_before(store, made) == []
    assert len(purging.rows_before(store, made.replace(year=made.year + 1))) == 1


@pytest.fixture
def reopened(tmp_path: Path) -> Iterator[Store]:
    """A file that was closed after a record was deleted, open again."""
    path = tmp_path / "重开.db"
    town = Town(name="空谷镇", union_name="空谷镇总工会", parent_union="空谷县总工会", year=2024)
    with Store.create(path, town) as store:
        (unit,) = add(store, Unit(name="甲"))
        drop(store, unit)
    with Store.open(path) as store:
        yield store


def test_the_bin_and_undoing_outlast_closing_the_file(reopened: Store) -> None:
    assert titles(reopened) == ["单位 甲"]

    assert reopened.undo().label == "删除单位 甲"

    assert [one.name for one in reopened.all(Unit)] == ["甲"]
