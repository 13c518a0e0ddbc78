"""How many people a unit employs, for checks that compare other counts with it."""

from datetime import date

from models.records.units import UnitYear
from models.rules.findings import Lookup
from models.values.dates import PartialDate


def workers_of(lookup: Lookup, unit: int | None, day: date | PartialDate | None) -> int | None:
    """Return the unit's headcount of that year, else the latest before it; None when unknown."""
    if unit is None or day is None:
        return None
    counted = [
        one
        for one in lookup.find(UnitYear, unit=unit)
        if one.workers_total is not None and one.as_of is not None and one.as_of.year <= day.year
    ]
    return max(counted, key=lambda one: one.as_of or date.min).workers_total if counted else None
