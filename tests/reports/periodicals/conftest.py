"""The practice town that the golden texts of periodicals are about."""

from collections.abc import Iterator

import pytest

from models.store import Store
from tests.reports.summary.golden import practice_town


@pytest.fixture(scope="session")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The practice town without words of the clerk's own."""
    with practice_town(tmp_path_factory.mktemp("practice")) as store:
        yield store
