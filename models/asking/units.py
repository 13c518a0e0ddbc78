"""Unions, the units they cover and how many work there on a day, in the few columns that counts need."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from models.store import Store


class LivingUnion(NamedTuple):
    """What counts need of a union that exists on a day; `founded_on` as it is kept."""

    id: int
    org_type: str
    unit: int | None
    unit_name: str
    founded_on: str
    members_total: int | None


class CoveredUnit(NamedTuple):
    """A unit that a union covers on a day."""

    union: int
    unit: int | None
    unit_name: str


class Headcount(NamedTuple):
    """The latest numbers of a unit."""

    workers_total: int | None
    workers_female: int | None
    workers_migrant: int | None
    above_scale: int


def living_unions(
    store: Store, day: date, *, types: Collection[str], statuses: Collection[str]
) -> list[LivingUnion]:
    """Return the unions of some types that exist on a day; `statuses` are those of living ones."""
    found = store.connection.execute(
        "SELECT id, org_type, unit, unit_name, founded_on, members_total FROM union_org "
        f"WHERE org_type IN ({_marks(types)}) AND founded_on <= ? AND CASE WHEN ended_on IS NULL "
        f"THEN status = '' OR status IN ({_marks(statuses)}) ELSE ended_on > ? END",
        (*types, day.isoformat(), *statuses, day.isoformat()),
    )
    return [LivingUnion(*row) for row in found]


def covered_units(store: Store, day: date) -> list[CoveredUnit]:
    """Return the units that unions cover on a day, once for each union."""
    found = store.connection.execute(
        'SELECT "union", unit, unit_name FROM union_unit WHERE "union" IS NOT NULL '
        "AND (joined_on IS NULL OR joined_on <= ?) AND (left_on IS NULL OR left_on > ?)",
        (day.isoformat(), day.isoformat()),
    )
    return [CoveredUnit(*row) for row in found]


def working_units(store: Store, ended: Collection[str]) -> frozenset[int]:
    """Return the units that have not ended; `ended` are the statuses of those that have."""
    found = store.connection.execute(
        f"SELECT id FROM unit WHERE operating_status NOT IN ({_marks(ended)})", tuple(ended)
    )
    return frozenset(row[0] for row in found)


def headcounts(store: Store, day: date) -> dict[int, Headcount]:
    """Return every unit's latest numbers that are not younger than a day."""
    latest = (
        "SELECT id FROM unit_year WHERE unit = one.id AND as_of <= ? "
        "ORDER BY as_of DESC, id DESC LIMIT 1"
    )
    found = store.connection.execute(
        "SELECT unit, workers_total, workers_female, workers_migrant, above_scale FROM unit_year "
        f"WHERE id IN (SELECT ({latest}) FROM unit AS one)",
        (day.isoformat(),),
    )
    return {row[0]: Headcount(*row[1:]) for row in found}


def _marks(values: Collection[object]) -> str:
    return ", ".join("?" for _ in values)
