"""How many units and unions there are and who works there, told without their records."""

from collections.abc import Callable

from models import codes
from models.asking import units as asked_units
from models.asking.ranges import lower_bound
from models.asking.units import CoveredUnit, Headcount, LivingUnion
from models.figures.figure import Count, Ledger, share
from models.rules.unions import JOINT, SINGLE

Tally = Callable[[Ledger], Count]
Units = Callable[[Ledger], frozenset[int]]


def living(ledger: Ledger) -> list[LivingUnion]:
    """Return the grassroots unions that exist at the cut-off day."""
    return ledger.once(_living)


def _living(ledger: Ledger) -> list[LivingUnion]:
    return asked_units.living_unions(
        ledger.store,
        ledger.period.as_of,
        types=codes.table("union_type").codes_where("is_grassroots"),
        statuses=codes.table("union_status").codes_where("counted"),
    )


def working(ledger: Ledger) -> frozenset[int]:
    """Return the units that have not ended."""
    return ledger.once(_working)


def _working(ledger: Ledger) -> frozenset[int]:
    ended = codes.table("operating_status").codes_where("ended")
    return asked_units.working_units(ledger.store, ended)


def latest(ledger: Ledger) -> dict[int, Headcount]:
    """Return every unit's latest numbers by the cut-off day."""
    return ledger.once(_latest)


def _latest(ledger: Ledger) -> dict[int, Headcount]:
    return asked_units.headcounts(ledger.store, ledger.period.as_of)


def with_union(ledger: Ledger) -> frozenset[int]:
    """Return the units that have a union of their own or are covered by a joint one."""
    return ledger.once(_with_union)


def _with_union(ledger: Ledger) -> frozenset[int]:
    singles = {ledger.unit_of(one) for one in living(ledger) if one.org_type == SINGLE}
    return frozenset(one for one in singles | _covered(ledger) if isinstance(one, int))


def _covered(ledger: Ledger) -> set[int | str]:
    joint = {one.id for one in living(ledger) if one.org_type == JOINT}
    rows: list[CoveredUnit] = asked_units.covered_units(ledger.store, ledger.period.as_of)
    return {ledger.unit_of(one) for one in rows if one.union in joint}


def unions(ledger: Ledger) -> Count:
    """Return how many unions exist."""
    return Count(len(living(ledger)))


def founded(*types: str) -> Tally:
    """Return what tells how many of them were founded in the period, of some types."""

    def tally(ledger: Ledger) -> Count:
        period = ledger.period
        first, last = lower_bound(period.first), min(period.last, period.as_of).isoformat()
        found = [one for one in living(ledger) if one.org_type in types or not types]
        return Count(sum(first <= one.founded_on <= last for one in found))

    return tally


def covered(ledger: Ledger) -> Count:
    """Return how many units living joint unions cover."""
    return Count(len(_covered(ledger)))


def units(which: Units) -> Tally:
    """Return what tells how many units there are of some."""
    return lambda ledger: Count(len(which(ledger)))


def union_rate(ledger: Ledger) -> Count:
    """Return the share of working units that have a union."""
    units = working(ledger)
    return share(len(units & with_union(ledger)), len(units), ())


def workers_in(ledger: Ledger, which: Units, name: str = "workers_total") -> int:
    """Return how many work in some units."""
    data, units = latest(ledger), which(ledger)
    return sum(getattr(one, name) or 0 for unit, one in data.items() if unit in units)


def workers(which: Units, name: str) -> Tally:
    """Return what tells how many work in some units, of one kind."""
    return lambda ledger: Count(workers_in(ledger, which, name))


def above_scale(ledger: Ledger) -> int:
    """Return how many units the latest numbers call above scale."""
    return sum(one.above_scale for one in latest(ledger).values())
