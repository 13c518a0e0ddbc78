"""One field of many records changed in one step: seen first, checked one by one."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import pytest

from models.batch_edit import (
    NewValue,
    Replacement,
    Texts,
    can_replace,
    commit_batch,
    editable_names,
    plan_batch,
)
from models.closing import close_year
from models.errors import Problem
from models.fields import fields_of
from models.records.members import Member, MemberChange
from models.records.unions import Union
from models.records.units import Unit, UnitYear
from models.store import Store
from tests.town import TOWN, build_town


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with build_town(tmp_path / "town.db") as opened:
        yield opened


def ids(store: Store, record_type: type[Unit] | type[Union] = Unit) -> list[int]:
    return [one.id or 0 for one in store.all(record_type)]


def test_a_batch_says_how_many_change_and_how_many_are_so_already(store: Store) -> None:
    plan = plan_batch(store, Unit, ids(store), "village", NewValue("东岭村"))

    already = sum(one.village == "东岭村" for one in store.all(Unit))
    assert (plan.count, plan.same, plan.refused) == (10 - already, already, [])
    assert plan.label == f"批量修改单位 {10 - already}家的所在村（社区）"


def test_it_is_one_step_and_one_undo_brings_everything_back(store: Store) -> None:
    before = store.all(Unit)
    plan = plan_batch(store, Unit, ids(store), "village", NewValue("东岭村"))
    steps = len(store.operations())

    commit_batch(store, plan)

    assert {one.village for one in store.all(Unit)} == {"东岭村"}
    assert len(store.operations()) == steps + 1
    assert store.undo().label == plan.label
    assert store.all(Unit) == before


def test_planning_writes_nothing(store: Store) -> None:
    before = store.all(Unit)

    plan_batch(store, Unit, ids(store), "village", NewValue(""))

    assert store.all(Unit) == before


def test_what_a_rule_forbids_is_left_out_with_its_reason(store: Store) -> None:
    crowded = store.all(Union)[0]
    with store.change("女会员"):
        store.save(replace(crowded, members_female=100))

    plan = plan_batch(store, Union, ids(store, Union), "members_total", NewValue(5))

    assert [one.title for one in plan.refused] == [crowded.name]
    assert "女" in plan.refused[0].why
    assert plan.count == len(ids(store, Union)) - 1


def test_a_required_field_is_never_emptied(store: Store) -> None:
    plan = plan_batch(store, Unit, ids(store), "name", NewValue(""))

    assert plan.count == 0
    assert {one.why for one in plan.refused} == {"请填写单位名称"}
    with pytest.raises(Problem, match="没有要修改的记录"):
        commit_batch(store, plan)


def test_a_value_that_only_one_may_have_is_given_to_one(store: Store) -> None:
    plan = plan_batch(store, Unit, ids(store), "credit_code", NewValue("91370300MA3C0A1B2T"))

    reasons = [one.why for one in plan.refused]
    assert plan.count + len(reasons) == 10
    assert plan.count <= 1
    assert all(reasons)


def test_words_are_found_and_replaced_only_where_they_stand(store: Store) -> None:
    plan = plan_batch(store, Unit, ids(store), "name", Replacement("云溪", "云山"))

    commit_batch(store, plan)

    names = [one.name for one in store.all(Unit)]
    assert "云山鑫恒化工有限公司" in names
    assert "西河村" in names
    assert not any("云溪" in name for name in names)
    assert plan.same == sum("云山" not in name for name in names)


def test_a_column_of_texts_gives_each_record_its_own(store: Store) -> None:
    few = ids(store)[:3]
    texts = {few[0]: "东岭村", few[1]: "", few[2]: "西河村"}

    commit_batch(store, plan_batch(store, Unit, few, "village", Texts(texts)))

    assert [one.village for one in store.all(Unit)[:3]] == ["东岭村", "", "西河村"]


def test_a_text_that_cannot_be_read_leaves_its_record_as_it_is(store: Store) -> None:
    few = ids(store)[:2]

    plan = plan_batch(store, Unit, few, "phone", Texts({few[0]: "一二三", few[1]: "13900001234"}))

    assert plan.count == 1
    assert [one.record.id for one in plan.refused] == [few[0]]


def test_a_picked_unit_names_itself_in_the_text_beside_it(store: Store) -> None:
    unit = store.all(Unit)[3]

    commit_batch(store, plan_batch(store, Union, ids(store, Union), "unit", NewValue(unit.id)))

    assert {(one.unit, one.unit_name) for one in store.all(Union)} == {(unit.id, unit.name)}


def test_what_follows_from_other_fields_cannot_be_emptied(store: Store) -> None:
    with store.change("登记会员"):
        member = store.save(Member(name="林青山", id_no="370399198001010015"))

    plan = plan_batch(store, Member, [member.id or 0], "sex", NewValue(""))

    assert plan.count == 0
    assert "自动填" in plan.refused[0].why


def test_records_of_a_closed_year_are_left_as_they_are(store: Store) -> None:
    close_year(store, 2023)
    data = store.all(UnitYear)
    numbers = [one.id or 0 for one in data]

    plan = plan_batch(store, UnitYear, numbers, "workers_female", NewValue(1))

    closed = [one for one in data if one.as_of and one.as_of.year == 2023]
    assert len(plan.refused) == len(closed) > 0
    assert {one.why for one in plan.refused} == {"2023年度已经结账，要改先反结账"}
    assert commit_batch(store, plan) == len(data) - len(closed)


def test_fields_that_follow_others_are_not_offered() -> None:
    offered = editable_names(Union, fixed=("org_type",))

    assert "unit" in offered
    assert "unit_name" not in offered
    assert "org_type" not in offered
    assert "member" not in editable_names(MemberChange)
    assert can_replace(fields_of(Union)["name"])
    assert not can_replace(fields_of(Union)["unit"])


def test_thousands_of_records_tell_how_far_it_is(tmp_path: Path) -> None:
    with Store.create(tmp_path / "many.db", TOWN) as store:
        with store.change("登记单位"):
            numbers = store.insert_all([Unit(name=f"单位{n}有限公司") for n in range(2_000)])
        heard: list[int] = []
        started = perf_counter()

        plan = plan_batch(
            store,
            Unit,
            list(numbers),
            "village",
            NewValue("东岭村"),
            progress=lambda done, _total: heard.append(done),
        )
        commit_batch(store, plan)

        assert store.count(Unit, village="东岭村") == 2_000
        assert len(heard) == 10
        assert perf_counter() - started < 30
