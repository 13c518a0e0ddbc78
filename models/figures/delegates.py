"""Figures about the delegates of congresses and what else the year's rows of democracy tick."""

from collections.abc import Callable
from functools import partial

from models.figures.congresses import congresses
from models.figures.defining import flow, stock
from models.figures.democracy import ticked
from models.figures.figure import Count, Definition, Ledger


def delegates(name: str) -> Callable[[Ledger], Count]:
    """Return what counts some of the delegates at the period's congresses."""

    def count(ledger: Ledger) -> Count:
        found = [one for one in congresses(ledger) if getattr(one, name)]
        return Count(sum(getattr(one, name) for one in found), tuple(found))

    return count


DEFINITIONS: tuple[Definition, ...] = (
    flow(
        "dm_delegates",
        "职代会代表（实到）",
        "人次",
        delegates("attended"),
        basis="召开日期在本期内的职代会的实到代表相加",
    ),
    flow(
        "dm_delegates_women",
        "职代会女职工代表",
        "人次",
        delegates("women"),
        basis="召开日期在本期内的职代会的女职工代表相加",
    ),
    stock(
        "dm_columns",
        "设立厂务公开栏的单位",
        "家",
        partial(ticked, name="has_column"),
        basis="本年度民主管理情况勾选“公开栏”的单位",
    ),
    stock(
        "dm_safety_delegates",
        "有劳动保护监督员的单位",
        "家",
        partial(ticked, name="has_safety_delegate"),
        basis="本年度民主管理情况勾选“劳动保护监督员”的单位",
    ),
)
