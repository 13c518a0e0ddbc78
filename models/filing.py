"""Papers that left the house: what they said is frozen and held against the records of today."""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from models.fields import fields_of
from models.figures.catalogue import Figures
from models.figures.figure import Figure, Quantity
from models.periods import Period
from models.record_ranges import holds, ids_in, ranges_of
from models.records.base import Record
from models.records.reported import FiledFigure, FiledPaper
from models.store import Store
from models.values.wording import group

Change = Literal["value", "records", "contents", "basis", "gone"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that a paper reported otherwise than the records say today.

    `changes` says in what: the value, which records are counted, what stands in them, how it is
    counted; a figure that is not counted any more is gone.
    """

    filed: FiledFigure
    figure: Figure | None
    changes: tuple[Change, ...]
    came: int = 0
    went: int = 0

    @property
    def words(self) -> str:
        """What is different, in the clerk's words."""
        said = {
            "value": f"台账数现在是{self.figure.exact if self.figure else '—'}",
            "records": f"名单变了：多{self.came}条，少{self.went}条",
            "contents": "背后的记录改过",
            "basis": "口径变了",
            "gone": "现在不再统计这一项",
        }
        return "；".join(said[one] for one in self.changes)


def file_paper(
    store: Store, paper: FiledPaper, figures: Iterable[Figure], shown: Mapping[str, str]
) -> FiledPaper:
    """Freeze a paper with its figures, inside a change; `shown` is how the paper words them."""
    saved = store.save(paper)
    for figure in figures:
        store.save(replace(frozen(figure, shown.get(figure.code, "")), paper=saved.id))
    return saved


def frozen(figure: Figure, shown: str = "") -> FiledFigure:
    """Return a figure as a paper keeps it."""
    definition = figure.definition
    return FiledFigure(
        figure=figure.code,
        label=definition.label,
        unit_label=definition.unit,
        value=_decimal(figure.value),
        numerator=_decimal(figure.numerator),
        denominator=_decimal(figure.denominator),
        shown=shown or figure.text,
        basis=definition.basis,
        sources=ranges_of((one.about.table, one.id) for one in figure.records),
        sources_hash=hash_of(figure.records),
    )


def hash_of(records: Iterable[Record]) -> str:
    """Return the SHA-256 of what stands in records, in whatever order they come."""
    digests = sorted(_digest(one) for one in records)
    return hashlib.sha256(b"".join(digests)).hexdigest() if digests else ""


def period_of_paper(paper: FiledPaper) -> Period:
    """Return the days that a paper reported on."""
    if paper.first is None or paper.last is None:
        raise ValueError("a paper that was filed has its days")
    return Period(paper.first, paper.last, paper.as_of or paper.last)


def differences(
    store: Store, paper: FiledPaper, codes: Collection[str] | None = None
) -> list[Difference]:
    """Return what a paper reported otherwise than its records say today, in the paper's order."""
    figures = Figures(store, period_of_paper(paper))
    filed = store.find(FiledFigure, paper=paper.id)
    found = (
        difference(one, figures.get(one.figure))
        for one in filed
        if codes is None or one.figure in codes
    )
    return [one for one in found if one is not None]


def difference(filed: FiledFigure, figure: Figure | None) -> Difference | None:
    """Return how a figure differs from what was reported, None when it does not."""
    if figure is None:
        return Difference(filed, None, ("gone",))
    changes: list[Change] = []
    if _decimal(figure.value) != filed.value:
        changes.append("value")
    then = ids_in(filed.sources)
    now = {(one.about.table, one.id) for one in figure.records}
    if then != now:
        changes.append("records")
    elif hash_of(figure.records) != filed.sources_hash:
        changes.append("contents")
    if figure.definition.basis != filed.basis:
        changes.append("basis")
    if not changes:
        return None
    return Difference(filed, figure, tuple(changes), len(now - then), len(then - now))


def papers_with(store: Store, record: Record) -> list[FiledPaper]:
    """Return the papers that counted a record."""
    table, number = record.about.table, record.id or 0
    numbers = dict.fromkeys(
        one.paper for one in store.all(FiledFigure) if holds(one.sources, table, number)
    )
    found = (store.get_or_none(FiledPaper, number) for number in numbers)
    return [one for one in found if one is not None]


def codes_touched(filed: Sequence[FiledFigure], tables: Collection[str]) -> frozenset[str]:
    """Return the figures of a paper that a change of these tables may have changed.

    What a figure counted tells its tables; a rate has others in its denominator, and a figure
    that counted nothing may have begun to.
    """
    if not tables:
        return frozenset()
    return frozenset(
        one.figure
        for one in filed
        if not one.sources
        or one.denominator is not None
        or any(table in tables for table, _ in ids_in(one.sources))
    )


def exact_of(filed: FiledFigure) -> str:
    """Return the number that was reported with its unit, as lists show it."""
    return "" if filed.value is None else f"{group(filed.value)}{filed.unit_label}"


def _decimal(value: Quantity | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _digest(record: Record) -> bytes:
    kept = {
        name: field.keep(getattr(record, name)) for name, field in fields_of(type(record)).items()
    }
    text = f"{record.about.table}\x1f{record.id}\x1f{kept}"
    return hashlib.sha256(text.encode()).digest()
