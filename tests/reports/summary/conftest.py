"""A file without records for the tests of chapters."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.store import Store
from tests.reports.summary.golden import EMPTY


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """The open office file of a township without any records yet."""
    with Store.create(tmp_path / "empty.db", EMPTY) as made:
        yield made
