"""Figures as machine-readable answers."""

from collections.abc import Mapping
from decimal import Decimal

from models import codes
from models.figures.figure import Figure, Value
from models.periods import Period
from models.records.reported import FigureException


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
