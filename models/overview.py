"""What the year's lists say about every unit: headcount, its union, and the upkeep of its entry."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from models import codes
from models.figures.figure import Ledger
from models.figures.organisation import (
    JOINT,
    covered_units,
    latest_data,
    latest_items,
    living_unions,
)
from models.periods import Period
from models.records.unions import Union
from models.records.units import MaintenanceItem, Unit
from models.store import Store

PREPARING = frozenset({"preparing", "reported", "approved_prep", "elected"})
NOT_MAINTAINED = "未维护"


class UnionState(StrEnum):
    """Whether a unit has a union, as the lists word it."""

    SINGLE = "已建单独"
    JOINT = "已建联合涵盖"
    PREPARING = "筹备中"
    NONE = "未建"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitOverview:
    """A unit as of the end of a period."""

    workers: int | None = None
    women: int | None = None
    migrants: int | None = None
    above_scale: bool = False
    union_state: UnionState = UnionState.NONE
    union_name: str = ""
    maintenance: str = ""


def unit_overview(store: Store, period: Period) -> Mapping[int, UnitOverview]:
    """Return what the other lists say about every unit, by the unit's id."""
    ledger = Ledger(store, period)
    data = latest_data(ledger)
    unions = _unions_of_units(ledger)
    upkeep = {one.unit: _result(one, period) for one in latest_items(ledger)}
    found: dict[int, UnitOverview] = {}
    for unit in ledger.all(Unit):
        if unit.id is None:
            continue
        year = data.get(unit.id)
        state, name = unions.get(unit.id, (UnionState.NONE, ""))
        found[unit.id] = UnitOverview(
            workers=year.workers_total if year else None,
            women=year.workers_female if year else None,
            migrants=year.workers_migrant if year else None,
            above_scale=bool(year and year.above_scale),
            union_state=state,
            union_name=name,
            maintenance=upkeep.get(unit.id, ""),
        )
    return found


def _unions_of_units(ledger: Ledger) -> dict[int, tuple[UnionState, str]]:
    """Return each unit's state; its own union counts before a joint one, that before plans."""
    living = living_unions(ledger)
    found: dict[int, tuple[UnionState, str]] = {}
    names = {one.id: one.name for one in living}
    covered = [(one, names.get(one.union, "")) for one in covered_units(ledger)]
    for rows, state in (
        ([(one, one.name) for one in living if one.org_type != JOINT], UnionState.SINGLE),
        (covered, UnionState.JOINT),
        ([(one, one.name) for one in living if one.org_type == JOINT], UnionState.JOINT),
        ([(one, one.name) for one in _planned_unions(ledger)], UnionState.PREPARING),
    ):
        for row, name in rows:
            unit = ledger.unit_of(row)
            if isinstance(unit, int):
                found.setdefault(unit, (state, name))
    return found


def _planned_unions(ledger: Ledger) -> list[Union]:
    return [
        one
        for one in ledger.all(Union)
        if one.status in PREPARING
        and (one.prepared_on is None or ledger.period.has_reached(one.prepared_on))
    ]


def _result(item: MaintenanceItem, period: Period) -> str:
    is_done = item.result and (item.done_on is None or period.has_reached(item.done_on))
    return codes.table("maintenance_result").label(item.result) if is_done else NOT_MAINTAINED
