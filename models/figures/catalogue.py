"""All figures, and computing them for a period."""

from collections.abc import Iterable, Mapping

from models.figures import (
    bargaining,
    democracy,
    elections,
    events,
    funds,
    hardship,
    innovation,
    members,
    mutual,
    negotiation,
    organisation,
    rights,
    safety,
    service,
    tasks,
)
from models.figures.figure import Definition, Figure, Ledger
from models.periods import Period
from models.store import Store

FIGURES: tuple[Definition, ...] = (
    *organisation.DEFINITIONS,
    *elections.DEFINITIONS,
    *members.DEFINITIONS,
    *bargaining.DEFINITIONS,
    *negotiation.DEFINITIONS,
    *democracy.DEFINITIONS,
    *innovation.DEFINITIONS,
    *service.DEFINITIONS,
    *hardship.DEFINITIONS,
    *rights.DEFINITIONS,
    *safety.DEFINITIONS,
    *events.DEFINITIONS,
    *mutual.DEFINITIONS,
    *funds.DEFINITIONS,
    *tasks.DEFINITIONS,
)


BY_CODE: Mapping[str, Definition] = {one.code: one for one in FIGURES}


def compute(
    store: Store, period: Period, codes: Iterable[str] | None = None
) -> Mapping[str, Figure]:
    """Return every figure for a period, or those asked for, by code."""
    ledger = Ledger(store, period)
    wanted = FIGURES if codes is None else [BY_CODE[code] for code in codes if code in BY_CODE]
    return {one.code: one.compute(ledger) for one in wanted}
