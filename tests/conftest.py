"""What every test shares: Qt without a screen, hypothesis profiles and --update-golden."""

import gc
import os

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A shared machine may stall at any moment, so no example has a deadline.
_LENIENT = [HealthCheck.too_slow]
settings.register_profile(
    "default", max_examples=30, deadline=None, derandomize=True, suppress_health_check=_LENIENT
)
settings.register_profile(
    "long", max_examples=1000, deadline=None, suppress_health_check=_LENIENT, print_blob=True
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite the stored files instead of comparing"
    )


def pytest_collection_finish() -> None:
    """Spare the search for cycles all that lives until the last test: the tests themselves."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are rewritten; read the diff before committing it."""
    return bool(request.config.getoption("--update-golden"))
