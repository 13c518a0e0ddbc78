"""Figures about disclosure and other democratic management."""

from collections.abc import Callable
from functools import partial

from models.figures import congresses
from models.figures.figure import Count, Definition, Ledger, number_of, rate_of
from models.figures.organisation import above_scale_units, each_once, latest_data
from models.records.democracy import DemocracyYear

NO_CONGRESS = frozenset({"", "0"})


def rows_of_year(ledger: Ledger, holds: Callable[[DemocracyYear], object]) -> list[DemocracyYear]:
    """Return the year's rows of which something is true, each unit once."""
    year = ledger.period.year
    rows = (one for one in ledger.all(DemocracyYear) if one.year == year and holds(one))
    return each_once(ledger, rows)


def ticking_rows(ledger: Ledger, name: str) -> list[DemocracyYear]:
    """Return the year's rows that tick something, each unit once."""
    return rows_of_year(ledger, lambda one: getattr(one, name))


def disclosing(ledger: Ledger) -> list[DemocracyYear]:
    """Return the above-scale units' rows that tick disclosure."""
    large = {one.id for one in above_scale_units(ledger)}
    known = latest_data(ledger)

    def counts(one: DemocracyYear) -> bool:
        unit = ledger.unit_of(one)
        # Where the file has no yearly data of the unit the row is taken at its word.
        return one.has_disclosure and (unit in large or (one.is_above_scale and unit not in known))

    return rows_of_year(ledger, counts)


def disclosure(ledger: Ledger) -> Count:
    """Return the above-scale units that disclose, out of all above scale."""
    found = disclosing(ledger)
    disclosed = {ledger.unit_of(one) for one in found}
    others = [one for one in above_scale_units(ledger) if one.id not in disclosed]
    return Count(len(found), tuple(found), len(found), len(found) + len(others), tuple(others))


def disclosure_rate(ledger: Ledger) -> Count:
    """Return the share of above-scale units that disclose."""
    counted = disclosure(ledger)
    return rate_of(counted.records, counted.others)


def ticked(ledger: Ledger, name: str) -> Count:
    """Return the units of the year whose row ticks something."""
    return number_of(ticking_rows(ledger, name))


DEFINITIONS = (
    Definition(
        code="dm_disclosed",
        label="规上企业推行厂务公开",
        unit="家",
        kind="stock",
        basis="规模以上企业中，本年度民主管理情况勾选“厂务公开”的；没有年度数据的单位，看民主管理情况中是否勾选“规上企业”",
        count=disclosure,
    ),
    Definition(
        code="dm_rate",
        label="规上企业厂务公开推行率",
        unit="%",
        kind="rate",
        basis="推行厂务公开的规模以上企业 ÷ 规模以上企业",
        count=disclosure_rate,
    ),
    Definition(
        code="dm_units",
        label="推行厂务公开的单位",
        unit="家",
        kind="stock",
        basis="本年度民主管理情况勾选“厂务公开”的全部单位",
        count=partial(ticked, name="has_disclosure"),
    ),
    Definition(
        code="dm_congress",
        label="建立职代会制度的单位",
        unit="家",
        kind="stock",
        basis="本年度民主管理情况中职代会形式为职代会、职工大会或区域职代会覆盖的单位",
        count=lambda ledger: number_of(
            rows_of_year(ledger, lambda one: one.congress_kind not in NO_CONGRESS)
        ),
    ),
    *(
        Definition(
            code=code,
            label=f"{words}的单位",
            unit="家",
            kind="stock",
            basis=f"本年度民主管理情况勾选“{label}”的单位",
            count=partial(ticked, name=name),
        )
        for code, words, label, name in (
            ("dm_directors", "有职工董事", "职工董事", "has_director"),
            ("dm_supervisors", "有职工监事", "职工监事", "has_supervisor"),
            ("dm_mediation", "设立劳动争议调解组织", "劳动争议调解组织", "has_mediation"),
        )
    ),
    *congresses.DEFINITIONS,
)
