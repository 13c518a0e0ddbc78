"""A field or a whole record can be put back as it was before any change."""

from dataclasses import replace

import pytest

from models.errors import Problem
from models.records.units import Unit
from models.store import Store
from models.versions import restore_field, restore_record, version_before


@pytest.fixture
def unit(store: Store) -> Unit:
    with store.change("新增"):
        unit = store.save(Unit(name="甲厂", village="东村", legal_person="张三"))
    with store.change("改名"):
        unit = store.save(replace(unit, name="乙厂", village="西村"))
    with store.change("换人"):
        return store.save(replace(unit, legal_person="李四"))


def _operation(store: Store, label: str) -> int:
    return next(one.id for one in store.operations() if one.label == label)


def test_one_field_goes_back_and_the_others_stay(store: Store, unit: Unit) -> None:
    back = restore_field(store, unit, "village", _operation(store, "改名"))

    assert (back.name, back.village, back.legal_person) == ("乙厂", "东村", "李四")
    assert store.get(Unit, unit.id or 0) == back
    store.undo()
    assert store.get(Unit, unit.id or 0) == unit


def test_the_whole_record_goes_back(store: Store, unit: Unit) -> None:
    back = restore_record(store, unit, _operation(store, "改名"))

    assert (back.name, back.village, back.legal_person) == ("甲厂", "东村", "张三")


def test_before_it_was_made_there_is_nothing_to_put_back(store: Store, unit: Unit) -> None:
    made = _operation(store, "新增")

    assert version_before(store, unit, made) is None
    with pytest.raises(Problem, match="还没有这条记录"):
        restore_record(store, unit, made)


def test_a_field_goes_back_although_the_record_changed_since(store: Store, unit: Unit) -> None:
    with store.change("再改"):
        store.save(replace(unit, phone="05330000001"))

    back = restore_field(store, unit, "legal_person", _operation(store, "换人"))

    assert (back.legal_person, back.phone) == ("张三", "05330000001")
