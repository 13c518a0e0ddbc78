"""Figures as machine-readable answers."""

from collections.abc import Mapping
from decimal import Decimal

from models.figures.figure import Figure, Value
from models.periods import Period


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
    }


def _plain(value: Value) -> int | float | None:
    return float(value) if isinstance(value, Decimal) else value
