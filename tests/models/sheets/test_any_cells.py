"""Whatever stands in the cells of a list: it is taken in or refused, never half of it."""

import csv
from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.records.town import Town
from models.store import Store
from tests.fuzz.sheets import damaged, fault_of

HEADINGS = ["序号", "单位名称", "统一社会信用代码", "法定代表人", "联系电话", "职工人数", "备注"]
STRANGE = (
    "同上",
    "〃",
    "合计",
    "小计：",
    "#N/A",
    "１２",
    "-1",
    "1e9",
    "1990.5",
    "=1+1",
    "\ue863",
    "甲厂",
)
CELLS = st.text(max_size=12) | st.sampled_from(STRANGE) | st.integers(-(10**20), 10**20).map(str)
ROWS = st.lists(st.lists(CELLS, min_size=7, max_size=7), max_size=8)


@pytest.fixture(scope="module")
def kept_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("any") / "office.db"
    town = Town(name="青石镇", union_name="青石镇总工会", parent_union="云台县总工会", year=2024)
    with Store.create(path, town) as store:
        yield store


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows=ROWS, order=st.permutations(range(7)), separator=st.sampled_from(",\t;"))
def test_any_cells_are_taken_in_whole_or_told_about(
    kept_store: Store, rows: list[list[str]], order: list[int], separator: str
) -> None:
    path = kept_store.path.with_name("名单.csv")
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        writer = csv.writer(file, delimiter=separator)
        writer.writerows([row[at] for at in order] for row in [HEADINGS, *rows])

    assert fault_of(kept_store, path) == ""


@pytest.mark.parametrize("seed", range(1, 9))
def test_damaged_lists_get_a_plan_or_a_sentence(kept_store: Store, seed: int) -> None:
    one = damaged(Random(seed))
    path = kept_store.path.with_name(one.name)
    path.write_bytes(one.content)

    assert fault_of(kept_store, path) == ""
