"""Figures of the clerk's own, counted as their definitions say."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial

from models import codes
from models.fields import Field, Money, Year
from models.figures.figure import Count, Definition, Ledger, number_of, yuan
from models.periods import Period
from models.reading import Refused
from models.records.base import Record
from models.records.reported import LocalFigure
from models.rules.local_figures import (
    Filter,
    counted_type,
    day_field,
    filters_of,
    summed_field,
)
from models.store import Store
from models.values.dates import PartialDate

PREFIX = "local_"
_SUMMED_AGAIN = "各条记录的数相加"


def local_definitions(store: Store) -> Mapping[str, Definition]:
    """Return the clerk's own figures by code; one that cannot be counted has no value."""
    found = (definition_of(one) for one in store.all(LocalFigure))
    return {one.code: one for one in found}


def label_of(store: Store, code: str) -> str:
    """Return what a figure is called, the program's or the clerk's own."""
    own = code.removeprefix(PREFIX)
    if own != code and own.isdigit():
        return store.title_of_id(LocalFigure.about.table, int(own)) or f"已删除的自定指标{own}"
    return codes.table("figure").label(code)


def definition_of(local: LocalFigure) -> Definition:
    """Return one of the clerk's own figures as the program's figures are defined."""
    try:
        return _counted(local)
    except Refused as refusal:
        return _definition(local, f"定义有误，没有计数：{refusal}", lambda _ledger: Count(None))


def _counted(local: LocalFigure) -> Definition:
    record_type, filters = counted_type(local), filters_of(local)
    summed, dated = summed_field(local), day_field(local)
    count = partial(
        _count,
        record_type=record_type,
        filters=filters,
        holds=partial(_is_of, name=local.day_field, field=dated),
        add=partial(_add, name=local.field, field=summed),
    )
    basis = local.basis or _basis(local, record_type, filters)
    return _definition(local, basis, count, is_summed=summed is not None)


def _definition(
    local: LocalFigure, basis: str, count: Callable[[Ledger], Count], *, is_summed: bool = False
) -> Definition:
    return Definition(
        code=f"{PREFIX}{local.id}",
        label=local.label,
        unit=local.unit_label,
        kind="flow" if local.day_field else "stock",
        basis=" ".join(basis.split()),
        count=count,
        counted_by=_SUMMED_AGAIN if is_summed else "一条记录算一个",
    )


def _count(
    ledger: Ledger,
    *,
    record_type: type[Record],
    filters: Sequence[Filter],
    holds: Callable[[Record, Period], bool],
    add: Callable[[Sequence[Record]], Count],
) -> Count:
    return add(
        [
            one
            for one in ledger.all(record_type)
            if holds(one, ledger.period) and all(filter_.passes(one) for filter_ in filters)
        ]
    )


def _is_of(record: Record, period: Period, *, name: str, field: Field | None) -> bool:
    if field is None:
        return True
    when = getattr(record, name)
    if isinstance(field, Year):
        return isinstance(when, int) and period.holds(PartialDate(when))
    return period.holds(when if isinstance(when, date | PartialDate) else None)


def _add(records: Sequence[Record], *, name: str, field: Field | None) -> Count:
    if field is None:
        return number_of(records)
    values = [getattr(one, name) for one in records]
    total = sum(value for value in values if isinstance(value, int | Decimal))
    return Count(yuan(int(total)) if isinstance(field, Money) else total, tuple(records))


def _basis(local: LocalFigure, record_type: type[Record], filters: Sequence[Filter]) -> str:
    """Return a sentence for a definition that has none of the clerk's."""
    dated, summed = day_field(local), summed_field(local)
    when = f"{dated.label}在本期内的{record_type.about.label}" if dated else record_type.about.label
    which = "".join(f"，{one.words()}" for one in filters)
    how = f"，{summed.label}相加" if summed else "，一条算一个"
    return f"{when}{which}{how}"
