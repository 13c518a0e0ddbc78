"""A unit's overview puts together what the other lists know of it as of a day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from models.overview import UnionState, UnitOverview, unit_overview
from models.periods import year_period
from models.records.unions import Union, UnionUnit
from models.records.units import MaintenanceItem, Unit
from models.store import Store
from models.values.dates import PartialDate
from tests.town import build_town


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = build_town(tmp_path / "town.db")
    yield made
    made.close()


def of(store: Store, name: str, year: int = 2024) -> UnitOverview:
    unit = store.find(Unit, name=name)[0]
    return unit_overview(store, year_period(year))[unit.id or 0]


def test_headcount_and_scale_are_those_of_the_latest_day_before_the_cut_off(store: Store) -> None:
    assert of(store, "云溪鑫恒化工有限公司", 2023).workers == 309
    assert of(store, "云溪鑫恒化工有限公司").workers == 312
    assert of(store, "云溪鑫恒化工有限公司").above_scale
    assert of(store, "云溪鑫恒化工有限公司", 2022) == UnitOverview(
        union_state=UnionState.SINGLE, union_name="云溪鑫恒化工有限公司工会委员会"
    )


def test_a_unit_has_its_own_union_shares_one_or_has_none(store: Store) -> None:
    states = {
        name: of(store, name).union_state
        for name in ("云溪悦来大酒店", "云溪宏达铸造厂", "永兴五金制品厂")
    }

    assert list(states.values()) == [UnionState.SINGLE, UnionState.JOINT, UnionState.NONE]
    assert of(store, "云溪宏达铸造厂").union_name == "云溪镇东岭村联合工会委员会"


def test_a_union_counts_from_its_founding_on(store: Store) -> None:
    assert of(store, "云溪悦来大酒店", 2023).union_state == UnionState.NONE


def test_rows_that_only_name_a_unit_are_about_it(store: Store) -> None:
    with store.change("取消对应"):
        for union in store.all(Union):
            store.save(replace(union, unit=None))
        for covered in store.all(UnionUnit):
            store.save(replace(covered, unit=None))

    assert of(store, "云溪悦来大酒店").union_state == UnionState.SINGLE
    assert of(store, "云溪宏达铸造厂").union_state == UnionState.JOINT


def test_an_own_union_counts_before_a_shared_one(store: Store) -> None:
    unit = store.find(Unit, name="云溪宏达铸造厂")[0]
    with store.change("单独建会"):
        own = Union(
            name="云溪宏达铸造厂工会委员会",
            org_type="10",
            unit=unit.id,
            founded_on=PartialDate(2024, 9),
        )
        store.save(own)

    assert of(store, unit.name).union_state == UnionState.SINGLE
    assert of(store, unit.name).union_name == own.name


def test_a_unit_that_left_a_joint_union_has_none(store: Store) -> None:
    covered = store.find(UnionUnit, unit_name="云溪宏达铸造厂")[0]
    with store.change("退出联合工会"):
        store.save(replace(covered, left_on=date(2024, 10, 1)))

    assert of(store, "云溪宏达铸造厂").union_state == UnionState.NONE


def test_a_union_in_preparation_is_said_to_be_one(store: Store) -> None:
    unit = store.find(Unit, name="永兴五金制品厂")[0]
    with store.change("筹备工会"):
        planned = Union(
            name="永兴五金制品厂工会委员会",
            org_type="10",
            unit=unit.id,
            status="preparing",
            prepared_on=date(2024, 11, 1),
            founded_on=PartialDate(2025),
        )
        store.save(planned)

    assert of(store, unit.name).union_state == UnionState.PREPARING
    assert of(store, unit.name, 2023).union_state == UnionState.NONE


def test_the_upkeep_is_the_result_of_the_years_round(store: Store) -> None:
    assert of(store, "云溪悦来大酒店").maintenance == "核实无变化"
    assert of(store, "永兴五金制品厂").maintenance == "未维护"
    assert of(store, "云溪悦来大酒店", 2023).maintenance == ""


def test_upkeep_after_the_cut_off_is_not_yet_done(store: Store) -> None:
    item = store.find(MaintenanceItem, preset_name="云溪悦来大酒店")[0]
    with store.change("推迟维护"):
        store.save(replace(item, done_on=PartialDate(2025, 1, 8)))

    assert of(store, "云溪悦来大酒店").maintenance == "未维护"
