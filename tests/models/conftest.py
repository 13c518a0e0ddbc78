"""An empty office file for the tests of the core."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.records.town import Town
from models.store import Store

TOWN = Town(
    name="空谷镇",
    union_name="空谷镇总工会",
    parent_union="空谷县总工会",
    doc_prefix="空谷镇工发",
    year=2024,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """The open office file of a township without any records yet."""
    with Store.create(tmp_path / "空谷镇.db", TOWN) as made:
        yield made
