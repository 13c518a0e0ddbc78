"""A list's rows come in order, with their stage of life, without reading whole records."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from models.asking.lists import NO_STAGE, first_ids, ids_in_order, records_with, rows_of
from models.fields import fields_of
from models.listing import RecordWindow
from models.practice import build_practice_town
from models.records import RECORDS
from models.records.base import Record
from models.records.units import Unit, UnitYear
from models.store import Store
from models.values.dates import PartialDate
from tests.town import build_town

DAY = date(2024, 11, 5)
STAGED = [one for one in RECORDS if one.about.states]
YEARLY = [one for one in RECORDS if one.about.year]


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with build_practice_town(tmp_path_factory.mktemp("town") / "练习镇.db") as store:
        yield store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with build_town(tmp_path / "镇.db") as made:
        yield made


@pytest.mark.parametrize("record_type", RECORDS, ids=lambda one: one.about.table)
def test_the_rows_are_those_of_the_store_in_its_order(
    town: Store, record_type: type[Record]
) -> None:
    rows = rows_of(town, record_type, scope={}, year=None, day=DAY)

    assert list(RecordWindow(town, record_type, rows.ids)) == town.all(record_type)


@pytest.mark.parametrize("record_type", STAGED, ids=lambda one: one.about.table)
def test_the_stage_of_each_row_is_that_of_its_record(
    town: Store, record_type: type[Record]
) -> None:
    about = record_type.about
    for day in (DAY, date(2023, 6, 30), date(2030, 1, 1)):
        rows = rows_of(town, record_type, scope={}, year=None, day=day)
        states = [about.state_of(one, day) for one in town.all(record_type)]

        assert list(rows.stages) == [
            NO_STAGE if one is None else about.states.index(one) for one in states
        ]


@pytest.mark.parametrize("record_type", YEARLY, ids=lambda one: one.about.table)
def test_a_year_lets_through_what_is_of_it_or_of_no_year(
    town: Store, record_type: type[Record]
) -> None:
    name = record_type.about.year

    def year_of(record: Record) -> int | None:
        value = getattr(record, name)
        return value.year if isinstance(value, date | PartialDate) else value

    rows = rows_of(town, record_type, scope={}, year=2024, day=DAY)

    wanted = [one.id for one in town.all(record_type) if year_of(one) in (None, 2024)]
    assert list(rows.ids) == wanted
    first = first_ids(town, record_type, scope={}, year=2024)
    assert list(first) == wanted[: len(first)]
    assert len(first) == min(len(wanted), 64)


def test_words_are_ordered_by_pinyin_and_blanks_come_last_either_way(store: Store) -> None:
    names = ("章丘厂", "安康厂", "北方厂", "Abc厂")
    with store.change("试验"):
        made = [store.save(Unit(name=name, village=name)) for name in names]
        made.append(store.save(Unit(name="无村厂")))
    ids = [one.id or 0 for one in made]

    rising = ids_in_order(store, Unit, ids, "village", descending=False)
    falling = ids_in_order(store, Unit, ids, "village", descending=True)

    villages = [one.village for one in records_with(store, Unit, rising)]
    assert villages == ["Abc厂", "安康厂", "北方厂", "章丘厂", ""]
    assert [one.village for one in records_with(store, Unit, falling)] == [
        *reversed(villages[:-1]),
        "",
    ]


def test_links_are_ordered_by_what_they_point_at(store: Store) -> None:
    with store.change("试验"):
        units = [store.save(Unit(name=name)) for name in ("周村厂", "阿城厂", "丁庄厂")]
        years = [store.save(UnitYear(unit=one.id, as_of=DAY)) for one in units]
    ids = [one.id or 0 for one in years]

    ordered = ids_in_order(store, UnitYear, ids, "unit", descending=False)

    titles = [store.title_of_id("unit", one.unit) for one in records_with(store, UnitYear, ordered)]
    assert titles == ["阿城厂", "丁庄厂", "周村厂"]


def test_every_field_can_be_sorted_by(town: Store) -> None:
    for record_type in RECORDS:
        ids = rows_of(town, record_type, scope={}, year=None, day=DAY).ids
        for name in fields_of(record_type):
            ordered = ids_in_order(town, record_type, ids, name, descending=True)

            assert sorted(ordered) == sorted(ids)


def test_a_window_reads_only_what_is_looked_at(store: Store) -> None:
    with store.change("试验"):
        store.save_all([Unit(name=f"第{number}厂") for number in range(3_000)])
    ids = rows_of(store, Unit, scope={}, year=None, day=DAY).ids
    window = RecordWindow(store, Unit, ids)
    asked: list[str] = []
    store.connection.set_trace_callback(asked.append)

    looked_at = window[2_000]
    again = window[2_001]
    store.connection.set_trace_callback(None)

    assert (looked_at.id, again.id) == (ids[2_000], ids[2_001])
    assert len(asked) == 1
    assert asked[0].count(",") < 100


def test_a_record_deleted_meanwhile_is_blank_until_the_list_is_read_again(store: Store) -> None:
    with store.change("试验"):
        unit = store.save(Unit(name="短命厂"))
    ids = rows_of(store, Unit, scope={}, year=None, day=DAY).ids
    window = RecordWindow(store, Unit, ids)
    with store.change("试验"):
        store.delete(unit)

    found = window[ids.index(unit.id or 0)]

    assert (found.id, found.name) == (unit.id, "")
