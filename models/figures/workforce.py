"""Figures about the units of the township, which of them have a union, and who works in them."""

from collections.abc import Callable, Collection
from functools import partial

from models import codes
from models.figures import unit_tallies
from models.figures.bargaining import living_companies
from models.figures.defining import rate, stock
from models.figures.elections import LARGE, units_with_union
from models.figures.figure import Count, Definition, Ledger, number_of, rate_of
from models.figures.organisation import above_scale_units, latest_data
from models.records.units import Unit, UnitYear

# Groups of unit_nature as the yearbooks of union statistics have them; blank is told apart.
NATURES: tuple[tuple[str, str, frozenset[str]], ...] = (
    (
        "domestic",
        "内资企业",
        frozenset({"110", "120", "130", "140", "151", "159", "161", "169", "170", "190"}),
    ),
    ("overseas_chinese", "港澳台商投资企业", frozenset({"200"})),
    ("foreign", "外商投资企业", frozenset({"300"})),
    ("institutions", "事业单位", frozenset({"401", "409"})),
    ("offices", "机关", frozenset({"500"})),
    ("self_employed", "个体经济组织", frozenset({"600"})),
    ("social", "社会组织", frozenset({"701", "702", "703"})),
    ("other", "其他组织和没有填单位性质的", frozenset({"900", ""})),
)


def working_units(ledger: Ledger) -> list[Unit]:
    """Return the units that have not ended."""
    ended = codes.table("operating_status").codes_where("ended")
    return [one for one in ledger.all(Unit) if one.operating_status not in ended]


def units_without_union(ledger: Ledger) -> list[Unit]:
    """Return the working units that have no union and are covered by none."""
    covered = {one.id for one in ledger.once(units_with_union)}
    return [one for one in ledger.once(working_units) if one.id not in covered]


def large_units(ledger: Ledger) -> list[Unit]:
    """Return the working units with a hundred workers or more."""
    data = latest_data(ledger)
    return [
        one
        for one in ledger.once(working_units)
        if (year := data.get(one.id or 0)) and (year.workers_total or 0) >= LARGE
    ]


def large_units_with_union(ledger: Ledger) -> list[Unit]:
    """Return those of them that have a union."""
    covered = {one.id for one in ledger.once(units_with_union)}
    return [one for one in large_units(ledger) if one.id in covered]


def with_union_of_nature(ledger: Ledger, natures: Collection[str]) -> Count:
    """Return the units of some natures that have a union."""
    found = ledger.once(units_with_union)
    return number_of([one for one in found if one.unit_nature in natures])


def without_union_because(ledger: Ledger, reason: str) -> Count:
    """Return the units that have no union for one reason."""
    found = ledger.once(units_without_union)
    return number_of([one for one in found if one.no_union_reason == reason])


def rate_among(ledger: Ledger, units: Callable[[Ledger], list[Unit]]) -> Count:
    """Return the share of some units that have a union."""
    covered = {one.id for one in ledger.once(units_with_union)}
    found = ledger.once(units)
    others = [one for one in found if one.id not in covered]
    return rate_of([one for one in found if one.id in covered], others)


def workers(ledger: Ledger, name: str, units: Callable[[Ledger], list[Unit]]) -> Count:
    """Return the sum of one of the headcounts over some units, by their latest data."""
    data = latest_data(ledger)
    rows = [data[one.id] for one in ledger.once(units) if one.id in data]
    found: list[UnitYear] = [one for one in rows if getattr(one, name)]
    return Count(sum(getattr(one, name) for one in found), tuple(found))


def _workers() -> tuple[Definition, ...]:
    return tuple(
        stock(
            f"{code}{end}",
            f"{place}{words}",
            "人",
            partial(workers, name=f"workers{end or '_total'}", units=units),
            basis=f"{which}最近一次年度数据（截止日期以前）的{words}数相加",
            is_approximate=True,
            tally=unit_tallies.workers(ids, f"workers{end or '_total'}"),
        )
        for code, place, which, units, ids in (
            ("workers", "全镇", "在营单位", working_units, unit_tallies.working),
            (
                "workers_union",
                "已建会单位",
                "已建会和涵盖的单位",
                units_with_union,
                unit_tallies.with_union,
            ),
        )
        for end, words in (("", "职工"), ("_female", "女职工"), ("_migrant", "农民工"))
    )


DEFINITIONS: tuple[Definition, ...] = (
    stock(
        "units_working",
        "在营单位",
        "家",
        lambda ledger: number_of(ledger.once(working_units)),
        basis="单位台账中经营状态不是关闭、破产、注销、不存在、迁出、重复的单位",
        tally=unit_tallies.units(unit_tallies.working),
    ),
    stock(
        "units_companies",
        "在营企业",
        "家",
        lambda ledger: number_of(living_companies(ledger)),
        basis="在营单位中填了单位类别、并且不是机关、事业单位、社会组织、村、社区、学校、医院的",
    ),
    stock(
        "units_nonpublic",
        "在营非公单位",
        "家",
        lambda ledger: number_of(
            [one for one in ledger.once(working_units) if one.nonpublic == "1"]
        ),
        basis="在营单位中是否非公为是的",
    ),
    stock(
        "units_large",
        "百人以上在营单位",
        "家",
        lambda ledger: number_of(large_units(ledger)),
        basis="在营单位中最近一次年度数据（截止日期以前）职工100人以上的",
    ),
    stock(
        "units_large_union",
        "百人以上已建会单位",
        "家",
        lambda ledger: number_of(large_units_with_union(ledger)),
        basis="百人以上在营单位中已建会和被联合基层工会涵盖的",
    ),
    *(
        stock(
            f"units_union_{code}",
            f"已建会和涵盖单位中：{name}",
            "家",
            partial(with_union_of_nature, natures=natures),
            basis=f"已建会和涵盖的单位中单位性质属于{name.removesuffix('的')}的",
        )
        for code, name, natures in NATURES
    ),
    stock(
        "units_without_union",
        "未建会单位",
        "家",
        lambda ledger: number_of(ledger.once(units_without_union)),
        basis="在营单位中没有建会、也没有被联合基层工会涵盖的",
    ),
    *(
        stock(
            f"units_without_union_{line.code}",
            f"未建会单位中：{line.name}",
            "家",
            partial(without_union_because, reason=line.code),
            basis=f"未建会单位中未建会原因填“{line.name}”的",
        )
        for line in codes.table("no_union_reason").lines
    ),
    stock(
        "units_planned",
        "有建会计划的未建会单位",
        "家",
        lambda ledger: number_of(
            [one for one in ledger.once(units_without_union) if one.planned_union_on]
        ),
        basis="未建会单位中填了计划建会时间的",
    ),
    rate(
        "union_rate_companies",
        "建会率（企业）",
        partial(rate_among, units=living_companies),
        basis="在营企业中已建会和被联合基层工会涵盖的 ÷ 在营企业",
    ),
    rate(
        "union_rate_above_scale",
        "规模以上企业建会率",
        partial(rate_among, units=above_scale_units),
        basis="规模以上企业中已建会和被联合基层工会涵盖的 ÷ 规模以上企业",
    ),
    *_workers(),
)
