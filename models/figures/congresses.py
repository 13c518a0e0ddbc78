"""Figures about disclosed matters, congresses, proposals and harmonious enterprises."""

from models.figures.figure import Count, Definition, Ledger, number_of, rate_of
from models.records.congresses import Congress, Proposal
from models.records.democracy import Disclosure, Harmony

FILED, SATISFIED = "1", frozenset("12")


def disclosures(ledger: Ledger) -> list[Disclosure]:
    """Return the matters disclosed in the period."""
    return ledger.during(Disclosure, "started_on")


def disclosing_units(ledger: Ledger) -> Count:
    """Return the units that disclosed anything in the period."""
    found: dict[object, Disclosure] = {}
    for one in disclosures(ledger):
        found.setdefault(ledger.unit_of(one), one)
    return number_of(list(found.values()))


def congresses(ledger: Ledger) -> list[Congress]:
    """Return the congresses held in the period."""
    return ledger.during(Congress, "held_on")


def units_with_congress(ledger: Ledger) -> Count:
    """Return the units that held a congress of their own in the period."""
    found: dict[object, Congress] = {}
    for one in congresses(ledger):
        if one.unit is not None or one.unit_name:
            found.setdefault(ledger.unit_of(one), one)
    return number_of(list(found.values()))


def reviews(ledger: Ledger) -> Count:
    """Return the congresses of the period whose delegates judged those who lead the enterprise."""
    return number_of(
        [
            one
            for one in congresses(ledger)
            if None not in (one.satisfied, one.fairly_satisfied, one.dissatisfied)
            and (one.satisfied or 0) + (one.fairly_satisfied or 0) + (one.dissatisfied or 0)
        ]
    )


def proposals(ledger: Ledger) -> list[Proposal]:
    """Return the proposals made in the period."""
    return ledger.during(Proposal, "proposed_on")


def filed(ledger: Ledger) -> list[Proposal]:
    """Return the proposals of the period that were filed."""
    return [one for one in proposals(ledger) if one.verdict == FILED]


def handled(ledger: Ledger) -> list[Proposal]:
    """Return the filed proposals of the period that were done by the day of counting."""
    return [one for one in filed(ledger) if ledger.period.has_reached(one.done_on)]


def handling_rate(ledger: Ledger) -> Count:
    """Return the share of filed proposals that are done."""
    done = {one.id for one in handled(ledger)}
    return rate_of(handled(ledger), [one for one in filed(ledger) if one.id not in done])


def satisfaction_rate(ledger: Ledger) -> Count:
    """Return the share of judged proposals whose makers are satisfied."""
    judged = [one for one in handled(ledger) if one.satisfaction]
    content = [one for one in judged if one.satisfaction in SATISFIED]
    return rate_of(content, [one for one in judged if one not in content])


def applied(ledger: Ledger) -> list[Harmony]:
    """Return the applications of the period; those without a day belong to their year."""
    return [
        one
        for one in ledger.all(Harmony)
        if (
            ledger.period.holds(one.applied_on)
            if one.applied_on
            else one.year == ledger.period.year
        )
    ]


def named_units(ledger: Ledger) -> Count:
    """Return the units that hold the title of a harmonious enterprise, each once."""
    found: dict[object, Harmony] = {}
    for one in ledger.all(Harmony):
        day = one.named_on
        has_come = ledger.period.has_reached(day) if day else (one.year or 0) <= ledger.period.year
        if has_come and one.about.is_alive(one, ledger.period.as_of):
            found[ledger.unit_of(one)] = one
    return number_of(list(found.values()))


DEFINITIONS = (
    Definition(
        code="dm_disclosures",
        label="公开厂务事项",
        unit="项",
        kind="flow",
        basis="厂务公开事项中公开日期在本期内的",
        count=lambda ledger: number_of(disclosures(ledger)),
    ),
    Definition(
        code="dm_disclosing_units",
        label="有公开记录的单位",
        unit="家",
        kind="flow",
        basis="本期有厂务公开事项记录的单位，一家算一家",
        count=disclosing_units,
    ),
    Definition(
        code="dm_congresses_held",
        label="召开职代会",
        unit="次",
        kind="flow",
        basis="职代会中召开日期在本期内的，含区域、行业职代会",
        count=lambda ledger: number_of(congresses(ledger)),
    ),
    Definition(
        code="dm_congress_units",
        label="召开职代会的单位",
        unit="家",
        kind="flow",
        basis="本期召开过职代会的单位，一家算一家；区域、行业职代会不算在内",
        count=units_with_congress,
    ),
    Definition(
        code="dm_reviews",
        label="职代会民主评议",
        unit="次",
        kind="flow",
        basis="本期召开的职代会中评满意、评基本满意、评不满意票数都填了、至少有一票的",
        count=reviews,
    ),
    Definition(
        code="dm_proposals",
        label="征集职代会提案",
        unit="件",
        kind="flow",
        basis="职代会提案中提案日期在本期内的",
        count=lambda ledger: number_of(proposals(ledger)),
    ),
    Definition(
        code="dm_proposals_filed",
        label="立案职代会提案",
        unit="件",
        kind="flow",
        basis="本期提案中审查结果为立案的",
        count=lambda ledger: number_of(filed(ledger)),
    ),
    Definition(
        code="dm_proposals_done",
        label="办结职代会提案",
        unit="件",
        kind="flow",
        basis="本期立案的提案中，办结日期不晚于统计日的",
        count=lambda ledger: number_of(handled(ledger)),
    ),
    Definition(
        code="dm_proposal_rate",
        label="职代会提案办结率",
        unit="%",
        kind="rate",
        basis="本期立案的提案中已办结的 ÷ 本期立案的提案",
        count=handling_rate,
    ),
    Definition(
        code="dm_proposal_satisfaction",
        label="职代会提案满意率",
        unit="%",
        kind="rate",
        basis="已办结的提案中满意、基本满意的 ÷ 已办结并填了满意度的提案",
        count=satisfaction_rate,
    ),
    Definition(
        code="harmony_named",
        label="劳动关系和谐企业",
        unit="家",
        kind="stock",
        basis="和谐企业创建中已命名（含复查）、截至统计日没有到期和摘牌的，一家算一家",
        count=named_units,
    ),
    Definition(
        code="harmony_applied",
        label="申报劳动关系和谐企业",
        unit="家",
        kind="flow",
        basis="和谐企业创建中申报日期在本期内的；没有申报日期的看年度是不是本年度",
        count=lambda ledger: number_of(applied(ledger)),
    ),
)
