"""Contracts in the few columns that counts need: those in force on a day, those signed in a span."""

from datetime import date
from typing import NamedTuple

from models.asking.ranges import lower_bound
from models.store import Store


class InForce(NamedTuple):
    """A unit with a contract in force, and the most workers that one of them covers."""

    unit: int | None
    unit_name: str
    workers_covered: int


class Signed(NamedTuple):
    """What tells whether two contracts are the same."""

    id: int
    scope: str
    negotiation: int | None
    kind: str
    title: str


def in_force(store: Store, kind: str, day: date) -> list[InForce]:
    """Return the units with a signed contract of a kind that is in force on a day."""
    text = day.isoformat()
    found = store.connection.execute(
        "SELECT unit, unit_name, max(coalesce(workers_covered, 0)) FROM cb_contract "
        "WHERE kind = ? AND signed_on <= ? AND coalesce(valid_from, signed_on) <= ? "
        "AND (ended_on IS NULL OR ended_on > ?) AND (valid_to IS NULL OR valid_to >= ?) "
        "GROUP BY unit, unit_name",
        (kind, text, text, text, text),
    )
    return [InForce(*row) for row in found]


def signed(store: Store, *, first: date, last: date) -> list[Signed]:
    """Return the contracts that were signed in a span."""
    found = store.connection.execute(
        "SELECT id, scope, negotiation, kind, title FROM cb_contract "
        "WHERE signed_on BETWEEN ? AND ?",
        (lower_bound(first), last.isoformat()),
    )
    return [Signed(*row) for row in found]
