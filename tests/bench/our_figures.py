"""Forty figures of a file of ten years: python -m tests.bench.our_figures OFFICE.db."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

from models.figures.catalogue import Figures
from models.periods import year_period
from models.records import BY_TABLE
from models.store import Store

NEWEST, YEARS = 2024, 10
CODES = (
    *("units_working", "units_with_union", "union_rate", "above_scale_total", "workers"),
    *("unions_total", "unions_new", "unions_new_single", "unions_new_joint", "joint_units"),
    *("union_members", "members_active", "members_female", "members_migrant"),
    *("members_new_form", "members_verified_rate", "members_new", "members_new_migrant"),
    *("members_left", "cb_units_signed", "cb_rate", "cb_workers", "cb_contracts_new"),
    *("comp_sessions", "sugg_qty", "sugg_adopted", "visit_units", "visit_times", "visit_talk"),
    *("issues", "cases", "case_heads", "safety_checks", "train_all_sessions"),
    *("train_all_people", "events", "events_people", "condolence_money", "honors_received"),
    "media_all",
)


def count(store: Store, years: int) -> None:
    """Count the figures of so many years, the newest first."""
    figures = Figures(store, year_period(NEWEST))
    for _ in range(years):
        for code in CODES:
            figures[code].text  # noqa: B018
        figures = figures.before


def read(store: Store) -> None:
    """Read the rows of all tables that the figures are counted from."""
    for table in _tables(store):
        store.all(BY_TABLE[table])


def scan(store: Store) -> None:
    """Let SQLite walk over the same tables, and hand out nothing."""
    for table in _tables(store):
        columns = [one[1] for one in store.connection.execute(f'PRAGMA table_info("{table}")')]
        last = columns[-1]
        store.connection.execute(f'SELECT sum(length("{last}")) FROM "{table}"').fetchone()


def _tables(store: Store) -> tuple[str, ...]:
    figures = Figures(store, year_period(NEWEST))
    for code in CODES:
        figures[code].text  # noqa: B018
    return figures.ledger.tables


def _cost(work: Callable[[], None]) -> float:
    begun = process_time()
    work()
    return process_time() - begun


if __name__ == "__main__":
    with Store.open(Path(sys.argv[1])) as office:
        told = {
            "one": _cost(lambda: count(office, 1)),
            "ten": _cost(lambda: count(office, YEARS)),
        }
    print(json.dumps(told))
