"""Definitions of the usual kinds: what happened in a period, what stands on a day, a share."""

from collections.abc import Callable

from models.figures.figure import Count, Definition, Ledger

Counting = Callable[[Ledger], Count]


def flow(
    code: str,
    label: str,
    unit: str,
    count: Counting,
    *,
    basis: str,
    is_approximate: bool = False,
    tally: Counting | None = None,
) -> Definition:
    """Return the definition of a figure about what happened in the period."""
    return Definition(
        code=code,
        label=label,
        unit=unit,
        kind="flow",
        basis=basis,
        count=count,
        is_approximate=is_approximate,
        tally=tally,
    )


def stock(
    code: str,
    label: str,
    unit: str,
    count: Counting,
    *,
    basis: str,
    is_approximate: bool = False,
    tally: Counting | None = None,
) -> Definition:
    """Return the definition of a figure about what stands on the day of counting."""
    return Definition(
        code=code,
        label=label,
        unit=unit,
        kind="stock",
        basis=basis,
        count=count,
        is_approximate=is_approximate,
        tally=tally,
    )


def rate(
    code: str, label: str, count: Counting, *, basis: str, tally: Counting | None = None
) -> Definition:
    """Return the definition of a share in percent."""
    return Definition(
        code=code, label=label, unit="%", kind="rate", basis=basis, count=count, tally=tally
    )
