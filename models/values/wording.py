"""How prose words a number: exact, 余, 多, 近, 以上, 万; never across the true value."""

from collections.abc import Callable, Mapping
from decimal import ROUND_DOWN, Decimal
from math import ceil

from models.values.numbers import approximate

Quantity = int | Decimal
WAN = Decimal(10_000)
CENT = Decimal("0.01")
# (r - n) / r, beyond which 近 would mislead.
FARTHEST = Decimal("0.03")


def say_quantity(value: Quantity, unit: str, style: str = "exact") -> str:
    """Return a number with its unit in a style (codes of figure_style).

    A style that would say something untrue of this number gives the exact number.
    """
    worded = _STYLES[style](value, unit) if style in _STYLES and value > 0 else None
    return worded or f"{_exact(value, unit)}{unit}"


def plain(value: Quantity) -> str:
    """Return a number without separators and without idle zeros after the point."""
    return _trimmed(f"{value:f}")


def group(value: Quantity) -> str:
    """Return a number with thousands separators and without idle zeros after the point."""
    return _trimmed(f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}")


def _exact(value: Quantity, unit: str) -> str:
    """Return yuan with no places or with two, anything else without idle zeros."""
    if unit == "元" and isinstance(value, Decimal) and value != int(value):
        return f"{value.quantize(CENT):f}"
    return plain(value)


def _trimmed(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


def _over(value: Quantity, unit: str) -> str | None:
    return _above(value, unit, "余")


def _many(value: Quantity, unit: str) -> str | None:
    return _above(value, unit, "多")


def _above(value: Quantity, unit: str, mark: str) -> str | None:
    below, _ = approximate(int(value))
    return f"{below}{mark}{unit}" if 0 < below < value else None


def _least(value: Quantity, unit: str) -> str | None:
    below, _ = approximate(int(value))
    return f"{below}{unit}以上" if 0 < below < value else None


def _nearly(value: Quantity, unit: str) -> str | None:
    for step in (100_000, 10_000, 1_000, 100, 10):
        above = ceil(Decimal(value) / step) * step
        if value < above and above - value <= FARTHEST * above:
            return f"近{above}{unit}"
    return None


def _wan(value: Quantity, unit: str) -> str | None:
    if value < WAN:
        return None
    whole = (Decimal(value) / WAN).quantize(CENT, ROUND_DOWN)
    rest = "余" if whole * WAN < value else ""
    return f"{plain(whole)}万{rest}{unit}"


_STYLES: Mapping[str, Callable[[Quantity, str], str | None]] = {
    "over": _over,
    "many": _many,
    "nearly": _nearly,
    "least": _least,
    "wan": _wan,
}
