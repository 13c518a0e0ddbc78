"""Forty figures of a file of ten years: python -m tests.bench.our_figures one|ten|read|scan FILE."""

import json
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from models.figures.catalogue import Figures
from models.periods import year_period
from models.records import BY_TABLE
from models.store import Store
from tests.bench.warm import measure_warm

NEWEST, YEARS = 2024, 10
CODES = (
    *("units_working", "units_with_union", "union_rate", "above_scale_total", "workers"),
    *("unions_total", "unions_new", "unions_new_single", "unions_new_joint", "joint_units"),
    *("members_active", "members_female", "members_migrant", "members_new_form"),
    *("members_verified_rate", "members_new", "members_new_migrant", "members_left"),
    *("joining_rate", "cb_units_signed", "cb_rate", "cb_workers", "cb_contracts_new"),
    *("comp_sessions", "sugg_qty", "sugg_adopted", "visit_units", "visit_times", "visit_talk"),
    *("issues", "cases", "case_heads", "safety_checks", "train_all_sessions"),
    *("train_all_people", "events", "events_people", "condolence_money", "honors_received"),
    "media_all",
)
Work = Callable[[Store], None]


def count(store: Store, years: int) -> None:
    """Word the figures of so many years, the newest first."""
    figures = Figures(store, year_period(NEWEST))
    for place in range(years):
        figures = figures.before if place else figures
        for code in CODES:
            figures[code].say()


def read(store: Store) -> None:
    """Read the rows of all tables that the figures are counted from."""
    for table in TABLES:
        store.all(BY_TABLE[table])


def scan(store: Store) -> None:
    """Let SQLite walk over the same tables to the last column, and hand out nothing."""
    for table in TABLES:
        last = [one[1] for one in store.connection.execute(f'PRAGMA table_info("{table}")')][-1]
        store.connection.execute(f'SELECT sum(length("{last}")) FROM "{table}"').fetchone()


TABLES = (
    *("unit", "unit_year", "union_org", "union_unit", "member", "member_change"),
    *("cb_contract", "comp_event", "suggestion", "visit", "visit_talk", "issue", "rights_case"),
    *("safety_check", "training", "event", "event_unit", "event_money", "honor", "media"),
)
WORKS: Mapping[str, Work] = {
    "one": partial(count, years=1),
    "ten": partial(count, years=YEARS),
    "read": read,
    "scan": scan,
}


def tell(name: str, office: Path, times: int) -> None:
    """Print what one of the works costs."""
    with Store.open(office, read_only=True) as store:
        print(json.dumps(measure_warm(lambda: WORKS[name](store), times=times)))


if __name__ == "__main__":
    tell(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
