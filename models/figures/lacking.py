"""Figures of what a rate leaves out: union_rate_large_lacking are the large units without a union."""

from collections.abc import Mapping

from models.figures.figure import Count, Definition, Figure, Ledger

_PART = "_lacking"
# The unit of those that a rate leaves out; other rates are not about things one by one.
_UNITS: Mapping[str, str] = {
    "union_rate": "家",
    "union_rate_large": "家",
    "renewal_rate": "家",
    "women_rate": "家",
    "certified_rate": "家",
    "members_verified_rate": "人",
    "maint_rate": "家",
    "cb_rate": "家",
    "dm_rate": "家",
    "cb_performance_rate": "家",
}


def is_lacking(code: str) -> bool:
    """Whether a code is one of these."""
    return code.endswith(_PART) and code.removesuffix(_PART) in _UNITS


def derived(code: str, figures: Mapping[str, Figure], ledger: Ledger) -> Figure:
    """Return how many a rate leaves out, with their records."""
    rate = figures[code.removesuffix(_PART)]
    of = rate.definition
    left = Count(len(rate.others) if rate.value is not None else None, rate.others)
    definition = Definition(
        code=code,
        label=f"{of.label}（没有达到的）",
        unit=_UNITS[of.code],
        kind="stock",
        basis=f"“{of.label}”的分母中不在分子里的：{of.basis}",
        count=lambda _ledger: left,
    )
    return definition.compute(ledger)
