"""The towns that the reports' tests print."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.store import Store
from tests.town import TOWN, build_town


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Store]:
    """The small invented town."""
    store = build_town(tmp_path / "town.db")
    yield store
    store.close()


@pytest.fixture
def empty_town(tmp_path: Path) -> Iterator[Store]:
    """A town with nothing in its lists."""
    store = Store.create(tmp_path / "empty.db", TOWN)
    yield store
    store.close()
