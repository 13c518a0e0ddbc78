"""All figures, and computing them for a period."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from typing_extensions import override

from models.figures import (
    agreements,
    asked,
    bargaining,
    by_kind,
    covered,
    delegates,
    democracy,
    elections,
    encounters,
    event_kinds,
    events,
    examined,
    fund_sums,
    funds,
    hardship,
    innovation,
    lacking,
    members,
    membership,
    mutual,
    negotiation,
    organisation,
    papers,
    rights,
    safety,
    service,
    skills,
    statistics,
    tasks,
    terms,
    trainings,
    workforce,
)
from models.figures.adjusting import EVERY_FIGURE, decide, read_decisions
from models.figures.figure import Definition, Figure, Hidden, Ledger
from models.figures.growth import derived
from models.figures.local_figures import local_definitions
from models.periods import Period, years_before
from models.records.base import Record
from models.store import Store


@dataclass(frozen=True, slots=True)
class Area:
    """The figures of one field of work."""

    title: str
    definitions: tuple[Definition, ...]


AREAS: tuple[Area, ...] = (
    Area("工会组织", (*organisation.DEFINITIONS, *statistics.DEFINITIONS, *workforce.DEFINITIONS)),
    Area("工会干部与换届", (*elections.DEFINITIONS, *terms.DEFINITIONS)),
    Area("会员", (*members.DEFINITIONS, *membership.DEFINITIONS)),
    Area("集体合同", (*bargaining.DEFINITIONS, *agreements.DEFINITIONS, *covered.DEFINITIONS)),
    Area("集体协商", negotiation.DEFINITIONS),
    Area("民主管理", (*democracy.DEFINITIONS, *delegates.DEFINITIONS)),
    Area("竞赛与创新", (*innovation.DEFINITIONS, *by_kind.INNOVATION, *skills.DEFINITIONS)),
    Area("服务职工", (*service.DEFINITIONS, *by_kind.SERVICE, *encounters.DEFINITIONS)),
    Area("困难帮扶", (*hardship.DEFINITIONS, *by_kind.HARDSHIP)),
    Area("维权", (*rights.DEFINITIONS, *by_kind.RIGHTS)),
    Area("安全与健康", (*safety.DEFINITIONS, *examined.DEFINITIONS, *trainings.DEFINITIONS)),
    Area(
        "活动、荣誉与宣传",
        (*events.DEFINITIONS, *event_kinds.DEFINITIONS, *by_kind.HONOURS, *papers.DEFINITIONS),
    ),
    Area("互助保障", mutual.DEFINITIONS),
    Area("经费", (*funds.DEFINITIONS, *fund_sums.DEFINITIONS)),
    Area("上级任务", tasks.DEFINITIONS),
)
OWN_AREA = "自定指标"
FIGURES: tuple[Definition, ...] = tuple(one for area in AREAS for one in area.definitions)
BY_CODE: Mapping[str, Definition] = {one.code: one for one in FIGURES}


class Figures(Mapping[str, Figure]):
    """Every figure for a period, each counted when it is first asked for."""

    def __init__(self, store: Store, period: Period, *, beside: Ledger | None = None) -> None:
        self._decisions = read_decisions(store, period)
        self._whole = beside.beside(period) if beside else Ledger(store, period)
        hidden = self._decisions.hidden(EVERY_FIGURE)
        self._ledger = self._whole.without(hidden) if hidden else self._whole
        self._own = local_definitions(store)
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
            before = years_before(self._ledger.period, 1)
            self._before = Figures(self._ledger.store, before, beside=self._whole)
        return self._before

    @property
    def areas(self) -> tuple[Area, ...]:
        """All figures by field of work, the clerk's own last."""
        own = (Area(OWN_AREA, tuple(self._own.values())),) if self._own else ()
        return (*AREAS, *own)

    def definition(self, code: str) -> Definition:
        """Return how a figure is counted; a KeyError when there is none of that code."""
        return self._own[code] if code in self._own else BY_CODE[code]

    def decided_at(self, code: str) -> str:
        """Return the figure on which this one is decided: itself, or that which it is made of."""
        known = {*BY_CODE, *self._own}
        of = code.rpartition("_")[0]
        return code if code in known else of if of in known else ""

    def without(self, code: str, records: Iterable[Record]) -> Figure:
        """Return a figure as it would be if some records were not counted either."""
        hidden = {table: set(ids) for table, ids in self._decisions.hidden(code).items()}
        for one in records:
            hidden.setdefault(one.about.table, set()).add(one.id or 0)
        return self._decided(self[code].definition, hidden)

    def tables_read_for(self, code: str) -> tuple[str, ...]:
        """Return the tables that a figure is counted from, those of its records first."""
        figure = self[code]
        shown = [one.about.table for one in (*figure.records, *figure.others)]
        if shown:
            return tuple(dict.fromkeys(shown))
        ledger = self._ledger.without({})
        figure.definition.count(ledger)
        return ledger.tables

    @override
    def __getitem__(self, code: str) -> Figure:
        """Return one figure, or one about its growth, its target or what it leaves out."""
        if code not in self._counted:
            self._counted[code] = self._count(code)
        return self._counted[code]

    @override
    def __iter__(self) -> Iterator[str]:
        """Yield the codes of all figures."""
        return iter((*BY_CODE, *self._own))

    @override
    def __len__(self) -> int:
        """Return how many figures there are."""
        return len(BY_CODE) + len(self._own)

    def _count(self, code: str) -> Figure:
        if code in BY_CODE or code in self._own:
            return self._decided(self.definition(code), self._decisions.hidden(code))
        if lacking.is_lacking(code):
            return lacking.derived(code, self, self._ledger)
        if asked.is_about_targets(code, BY_CODE):
            return asked.derived(code, self, self._ledger)
        return derived(code, self, self._ledger, before=lambda: self.before)

    def _decided(self, definition: Definition, hidden: Hidden) -> Figure:
        """Return a figure as it is counted, and as the clerk decided about it."""
        figure = definition.compute(self._ledger.without(hidden) if hidden else self._ledger)
        if not self._decisions.are_there:
            return figure
        return decide(figure, self._decisions, lambda: definition.compute(self._whole))


def compute(
    store: Store, period: Period, codes: Iterable[str] | None = None
) -> Mapping[str, Figure]:
    """Return every figure for a period, or those asked for, by code."""
    figures = Figures(store, period)
    wanted = figures if codes is None else [code for code in codes if code in figures]
    return {code: figures[code] for code in wanted}
