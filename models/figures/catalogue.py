"""All figures, and computing them for a period."""

from collections.abc import Iterable, Iterator, Mapping

from typing_extensions import override

from models.figures import (
    asked,
    bargaining,
    democracy,
    elections,
    event_kinds,
    events,
    examined,
    funds,
    hardship,
    innovation,
    lacking,
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
from models.figures.growth import derived
from models.periods import Period, years_before
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
    *examined.DEFINITIONS,
    *events.DEFINITIONS,
    *event_kinds.DEFINITIONS,
    *mutual.DEFINITIONS,
    *funds.DEFINITIONS,
    *tasks.DEFINITIONS,
)


BY_CODE: Mapping[str, Definition] = {one.code: one for one in FIGURES}


class Figures(Mapping[str, Figure]):
    """Every figure for a period, each counted when it is first asked for."""

    def __init__(self, store: Store, period: Period) -> None:
        self._ledger = Ledger(store, period)
        self._counted: dict[str, Figure] = {}
        self._before: Figures | None = None

    @property
    def ledger(self) -> Ledger:
        """The records that these figures were counted from."""
        return self._ledger

    @property
    def before(self) -> "Figures":
        """The figures of the same days of the year before."""
        if self._before is None:
            self._before = Figures(self._ledger.store, years_before(self._ledger.period, 1))
        return self._before

    @override
    def __getitem__(self, code: str) -> Figure:
        """Return one figure, or one about its growth, its target or what it leaves out."""
        if code not in self._counted:
            self._counted[code] = self._count(code)
        return self._counted[code]

    def _count(self, code: str) -> Figure:
        if code in BY_CODE:
            return BY_CODE[code].compute(self._ledger)
        if lacking.is_lacking(code):
            return lacking.derived(code, self, self._ledger)
        if asked.is_about_targets(code, BY_CODE):
            return asked.derived(code, BY_CODE, self, self._ledger)
        return derived(code, self, self._ledger, before=lambda: self.before)

    @override
    def __iter__(self) -> Iterator[str]:
        """Yield the codes of all figures."""
        return iter(BY_CODE)

    @override
    def __len__(self) -> int:
        """Return how many figures there are."""
        return len(BY_CODE)


def compute(
    store: Store, period: Period, codes: Iterable[str] | None = None
) -> Mapping[str, Figure]:
    """Return every figure for a period, or those asked for, by code."""
    ledger = Ledger(store, period)
    wanted = FIGURES if codes is None else [BY_CODE[code] for code in codes if code in BY_CODE]
    return {one.code: one.compute(ledger) for one in wanted}
