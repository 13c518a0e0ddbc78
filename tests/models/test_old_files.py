"""Files of every schema that was ever released open with all that was in them."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from models import migrations
from models.backup import soundness
from models.figures.catalogue import compute
from models.periods import year_period
from models.records.bargaining import Contract
from models.records.base import Record
from models.records.units import Unit
from models.store import Store
from tests.freeze import FOLDER, freeze, key_of, told, unpack

FILES = sorted(FOLDER.glob("schema_*.db*"))
each_file = pytest.mark.parametrize("sample", FILES, ids=lambda path: path.name)


@pytest.fixture
def path(sample: Path, tmp_path: Path) -> Path:
    """A copy of an old file, in a folder of its own."""
    return unpack(sample, tmp_path / "老台账.db")


def test_every_schema_has_its_sample() -> None:
    assert [file.name.partition(".")[0] for file in FILES] == [
        f"schema_{version}" for version in range(1, migrations.LATEST + 1)
    ]


@each_file
def test_an_old_file_keeps_its_records_and_figures(sample: Path, path: Path) -> None:
    expected = json.loads(key_of(sample).read_text(encoding="utf-8"))

    with Store.open(path) as store:
        found = told(store)

    assert _of(found, "counts").items() >= expected["counts"].items()
    for year, known in expected["figures"].items():
        numbers = _of(found, "figures")[year]
        assert {code: numbers[code] for code in known} == known
    assert found["operations"] == expected["operations"]


def _of(contents: dict[str, object], part: str) -> dict[str, Any]:
    found = contents[part]
    assert isinstance(found, dict)
    return found


@each_file
def test_an_old_file_has_todays_shape_after_opening(path: Path) -> None:
    with Store.open(path) as store:
        version = soundness.schema_version(store.connection)
        shape = soundness.fingerprint(store.connection)

    assert version == migrations.LATEST
    assert shape == migrations.FINGERPRINTS[migrations.LATEST]


@each_file
def test_an_old_file_can_be_worked_on(path: Path) -> None:
    with Store.open(path) as store:
        contract = store.find(Contract, kind="2")[0]
        before = compute(store, year_period(2023))["cb_units_signed"].value
        unit = store.all(Unit)[0]
        with store.change("改名"):
            store.save(replace(unit, name="改了名的厂"))
        assert store.matching_ids("unit", "gailem") == {unit.id}
        with store.change("删除合同"):
            _delete_with_what_hangs_on_it(store, contract)
        assert compute(store, year_period(2023))["cb_units_signed"].value != before
        store.undo()
        store.undo()
        assert compute(store, year_period(2023))["cb_units_signed"].value == before
        assert store.get(Unit, unit.id or 0) == unit


def _delete_with_what_hangs_on_it(store: Store, record: Record) -> None:
    for one in store.dependents(record):
        for other in store.find(one.record_type, **{one.field: record.id}):
            _delete_with_what_hangs_on_it(store, other)
    store.delete(record)


def test_freezing_gives_the_sample_again(tmp_path: Path) -> None:
    sample = freeze(tmp_path)

    with Store.open(unpack(sample, tmp_path / "青禾镇.db")) as store:
        again = told(store)
    kept = FOLDER / sample.name
    assert again == json.loads(key_of(kept).read_text(encoding="utf-8"))
    assert kept.stat().st_size < 1_500_000
