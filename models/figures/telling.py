"""What a figure says beside its value: as plain data, and in the clerk's words."""

from collections.abc import Mapping
from decimal import Decimal

from models import codes
from models.figures.figure import Definition, Figure, Value
from models.periods import Period
from models.records import BY_TABLE
from models.records.reported import FigureAdjustment, FigureBase, FigureException
from models.store import Store
from models.values.dates import say_day
from models.values.wording import plain

# Lists that hold one record of each thing.
_REGISTERS: Mapping[str, str] = {
    "unit": "家单位",
    "union_org": "家工会",
    "member": "名会员",
    "fund_unit": "个缴费户",
}
# Stands behind a number that is not only what its records say.
DECIDED = "*"
Decision = FigureAdjustment | FigureException | FigureBase


def as_json(figures: Mapping[str, Figure], period: Period) -> dict[str, object]:
    """Return the figures of a period as plain data; codes are contract."""
    return {
        "period": {
            "from": period.first.isoformat(),
            "to": period.last.isoformat(),
            "as_of": period.as_of.isoformat(),
        },
        "figures": {code: _figure(one) for code, one in figures.items()},
    }


def period_words(definition: Definition, period: Period) -> str:
    """Return the days that a figure is about: a stock's day, otherwise the first and the last."""
    if definition.kind == "stock":
        return f"截至{say_day(period.as_of)}"
    if definition.kind == "rate":
        return f"{period.words()}，截至{say_day(period.as_of)}"
    last = min(period.last, period.as_of)
    return f"{say_day(period.first)}至{say_day(last)}"


def reckoning(figure: Figure) -> str:
    """Return how a rate is reckoned, such as 48 ÷ 52; blank for other figures."""
    if figure.numerator is None or not figure.denominator:
        return ""
    return f"{plain(figure.numerator)} ÷ {plain(figure.denominator)} = {figure.counted_exact}"


def dedupe_words(figure: Figure) -> str:
    """Return whether the same one counts once or each time; blank where nothing is known of it."""
    said = figure.definition.dedupe
    if said or figure.definition.kind == "rate" or not figure.records:
        return said
    registers = {_REGISTERS.get(one.about.table) for one in figure.records}
    is_number_of_records = figure.counted == len(figure.records)
    (one, *more) = registers
    return f"一{one}只有一份档案，只算一次" if one and not more and is_number_of_records else ""


def decisions_in_words(figure: Figure, store: Store) -> tuple[tuple[Decision, str], ...]:
    """Return each thing that the clerk decided about a figure, and what it says."""
    told: list[tuple[Decision, str]] = [
        (one, _exception_words(figure, one, store)) for one in figure.exceptions
    ]
    for base in figure.bases:
        kind = codes.table("figure_base").label(base.kind)
        told.append((base, f"{base.year}年{kind}{_amount(figure, base.value)}（{base.source}）"))
    if figure.adjustment:
        change = f"台账数{figure.counted_exact}，改定{figure.exact}"
        told.append((figure.adjustment, f"{change}（{figure.adjustment.reason}）"))
    return tuple(told)


def _exception_words(figure: Figure, exception: FigureException, store: Store) -> str:
    kind = codes.table("figure_exception").label(exception.kind)
    if exception.amount is not None:
        return f"{kind}{_amount(figure, exception.amount)}（{exception.reason}）"
    record_type = BY_TABLE.get(exception.source_table)
    found = store.get_or_none(record_type, exception.source) if record_type else None
    title = store.title_of(found) if found else "一条已删除的记录"
    scope = "" if exception.figure else "；所有数字都不计"
    return f"{kind}{title}（{exception.reason}{scope}）"


def _amount(figure: Figure, amount: Decimal | None) -> str:
    is_rate = figure.definition.kind == "rate"
    return f"{plain(amount or 0)}{'' if is_rate else figure.definition.unit}"


def _figure(figure: Figure) -> dict[str, object]:
    return {
        "label": figure.definition.label,
        "value": _plain(figure.value),
        "unit": figure.definition.unit,
        "numerator": _plain(figure.numerator),
        "denominator": _plain(figure.denominator),
        "basis": figure.definition.basis,
        "records": len(figure.records),
        "text": figure.text,
        **_decisions(figure),
    }


def _decisions(figure: Figure) -> dict[str, object]:
    """Return what the clerk decided about a figure; nothing where she decided nothing."""
    told: dict[str, object] = {}
    if figure.adjustment:
        told["counted"] = _plain(figure.counted)
        told["adjusted"] = {
            "value": _plain(figure.adjustment.value),
            "reason": figure.adjustment.reason,
        }
    if figure.exceptions:
        told["exceptions"] = [_exception(one) for one in figure.exceptions]
    if figure.bases:
        told["base"] = [
            {
                "year": one.year,
                "kind": codes.table("figure_base").label(one.kind),
                "value": _plain(one.value),
                "source": one.source,
            }
            for one in figure.bases
        ]
    return told


def _exception(exception: FigureException) -> dict[str, object]:
    return {
        "kind": codes.table("figure_exception").label(exception.kind),
        "every_figure": not exception.figure,
        "record_type": exception.source_table or None,
        "record": exception.source,
        "amount": _plain(exception.amount),
        "reason": exception.reason,
    }


def _plain(value: Value) -> int | float | None:
    return float(value) if isinstance(value, Decimal) else value
