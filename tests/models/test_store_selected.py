"""Sums over selected rows, which the status bar shows at once."""

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pytest

from models.asking.selected import Summed, sums_of
from models.records.unions import Union
from models.store import Store
from tests.town import TOWN, build_town

NAMES = ("members_total", "workers_female")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with build_town(tmp_path / "town.db") as opened:
        yield opened


@pytest.mark.parametrize("count", [0, 1, 3, 4])
def test_sums_are_those_of_the_selected_rows_and_blanks_do_not_count(
    store: Store, count: int
) -> None:
    unions = store.all(Union)[:count]

    found = sums_of(store, Union, [one.id or 0 for one in unions], NAMES)

    assert found["members_total"] == Summed(count, sum(one.members_total or 0 for one in unions))
    assert found["workers_female"] == Summed(0, 0)


def test_a_hundred_thousand_rows_are_summed_before_anybody_waits(tmp_path: Path) -> None:
    with Store.create(tmp_path / "many.db", TOWN) as store:
        with store.change("登记工会"):
            unions = [Union(name=f"工会{n}", members_total=2) for n in range(100_001)]
            ids = list(store.insert_all(unions))
        started = perf_counter()

        found = sums_of(store, Union, ids[1:], ("members_total",))

        assert found["members_total"] == Summed(100_000, 200_000)
        assert perf_counter() - started < 0.5
