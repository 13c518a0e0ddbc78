"""Figures about collective bargaining."""

from collections.abc import Callable, Collection

from models import codes
from models.asking.contracts import in_force
from models.figures.figure import Count, Definition, Ledger, number_of, share
from models.figures.organisation import covered_units, each_once, living_unions
from models.periods import Period
from models.records.bargaining import Campaign, CampaignStep, Contract, Coverage
from models.records.base import Record
from models.records.units import Unit

GENERAL, WAGES, WOMEN = "1", "2", "3"
ALL_WITH_UNION, IN_SCOPE, ALL_COMPANIES, MANUAL = "1", "2", "4", "5"
NOT_COMPANIES = frozenset({"02", "03", "04", "05", "06", "19", "20"})
SURVEY, TRAINING = "1", "3"


def is_valid(contract: Contract, period: Period) -> bool:
    """Whether a contract is signed and in force on the cut-off day."""
    if contract.signed_on is None or contract.signed_on > period.as_of:
        return False
    if contract.ended_on is not None and contract.ended_on <= period.as_of:
        return False
    start, end = contract.valid_from or contract.signed_on, contract.valid_to
    return start <= period.as_of and (end is None or end >= period.as_of)


def signed_contracts(ledger: Ledger, kind: str = WAGES) -> list[Contract]:
    """Return one valid contract of a kind a unit, the one that covers most workers."""
    best: dict[object, Contract] = {}
    for one in ledger.running(Contract, "signed_on", "valid_to"):
        if one.kind != kind or not is_valid(one, ledger.period):
            continue
        unit = ledger.unit_of(one)
        known = best.get(unit)
        if known is None or (one.workers_covered or 0) > (known.workers_covered or 0):
            best[unit] = one
    return list(best.values())


def workers_of_signed(ledger: Ledger, kind: str = WAGES) -> dict[int | str, int]:
    """Return how many workers the contract of each unit covers, as signed_contracts picks it."""
    found: dict[int | str, int] = {}
    for one in in_force(ledger.store, kind, ledger.period.as_of):
        unit = ledger.unit_of(one)
        found[unit] = max(found.get(unit, 0), one.workers_covered)
    return found


def _units_tally(kind: str) -> Callable[[Ledger], Count]:
    return lambda ledger: Count(len(workers_of_signed(ledger, kind)))


def _rate_tally(ledger: Ledger) -> Count:
    whole = scope(ledger).value
    return share(len(ledger.once(workers_of_signed)), whole if isinstance(whole, int) else None, ())


def scope(ledger: Ledger) -> Count:
    """Return the enterprises that the coverage rate is measured against."""
    campaign = campaign_of(ledger)
    basis = campaign.denominator_basis if campaign else ""
    if campaign and basis == MANUAL:
        return Count(campaign.denominator_manual, (campaign,))
    if campaign and basis == ALL_WITH_UNION:
        return number_of(_companies_with_union(ledger))
    if basis == ALL_COMPANIES:
        return number_of(living_companies(ledger))
    return number_of(confirmed_scope(ledger))


def confirmed_scope(ledger: Ledger) -> list[Coverage]:
    """Return the enterprises on the year's confirmation list, each once."""
    return each_once(ledger, confirmed_rows(ledger))


def confirmed_rows(ledger: Ledger) -> list[Coverage]:
    """Return the rows of the year's confirmation list that still hold on the cut-off day."""
    return [
        one
        for one in ledger.all(Coverage)
        if one.year == ledger.period.year
        and not (one.left_on and one.left_on <= ledger.period.as_of)
    ]


def campaign_of(ledger: Ledger) -> Campaign | None:
    """Return the year's bargaining campaign, the latest when there are several."""
    found = [one for one in ledger.all(Campaign) if one.year == ledger.period.year]
    return found[-1] if found else None


def living_companies(ledger: Ledger) -> list[Unit]:
    """Return the units that are companies of any kind and have not ended."""
    ended = codes.table("operating_status").codes_where("ended")
    return [
        one
        for one in ledger.all(Unit)
        if one.operating_status not in ended
        and one.carrier_type
        and one.carrier_type not in NOT_COMPANIES
    ]


def _companies_with_union(ledger: Ledger) -> list[Unit]:
    unions = living_unions(ledger)
    ids = {ledger.unit_of(one) for one in unions}
    ids |= {ledger.unit_of(one) for one in covered_units(ledger)}
    return [one for one in living_companies(ledger) if one.id in ids]


def coverage_rate(ledger: Ledger) -> Count:
    """Return the share of enterprises in scope that signed."""
    signed = signed_contracts(ledger)
    whole = scope(ledger)
    denominator = whole.value if isinstance(whole.value, int) else None
    units = {ledger.unit_of(one) for one in signed}
    others = [one for one in whole.records if _is_without(ledger, one, units)]
    return share(len(signed), denominator, signed, others)


def _is_without(ledger: Ledger, record: Record, signed: Collection[int | str]) -> bool:
    if isinstance(record, Coverage):
        return ledger.unit_of(record) not in signed
    # A denominator that was filled in by hand rests on the campaign, which is no enterprise.
    return isinstance(record, Unit) and record.id not in signed


def covered_workers(ledger: Ledger) -> Count:
    """Return the workers whom the signed contracts cover, the most of each unit."""
    found = signed_contracts(ledger)
    return Count(sum(one.workers_covered or 0 for one in found), tuple(found))


def months_of_campaign(ledger: Ledger) -> Count:
    """Return how many months the year's campaign took, begun months counting whole."""
    campaign = campaign_of(ledger)
    if campaign is None or campaign.started_on is None or campaign.ended_on is None:
        return Count(None)
    start, end = campaign.started_on, campaign.ended_on
    months = (end.year - start.year) * 12 + end.month - start.month
    return Count(months + (end.day >= start.day), (campaign,))


def steps(ledger: Ledger, step: str) -> list[CampaignStep]:
    """Return what was done in the period in one of the campaign's five steps."""
    return [one for one in ledger.during(CampaignStep, "acted_on") if one.step == step]


def surveyed_units(ledger: Ledger) -> Count:
    """Return the enterprise visits of the survey step."""
    found = [one for one in steps(ledger, SURVEY) if one.unit_count]
    return Count(sum(one.unit_count or 0 for one in found), tuple(found))


def trained_people(ledger: Ledger) -> Count:
    """Return the attendances of the training step."""
    found = [one for one in steps(ledger, TRAINING) if one.headcount]
    return Count(sum(one.headcount or 0 for one in found), tuple(found))


DEFINITIONS = (
    Definition(
        code="cb_units_signed",
        label="签订工资专项集体合同企业",
        unit="家",
        kind="stock",
        basis="截止日期有效的工资专项集体合同，一家企业算一家；已到期、已终止和其他种类的合同不算",
        count=lambda ledger: number_of(signed_contracts(ledger)),
        tally=lambda ledger: Count(len(ledger.once(workers_of_signed))),
    ),
    Definition(
        code="cb_units_scope",
        label="已建会且纳入协商范围企业",
        unit="家",
        kind="stock",
        basis="本年度合同覆盖企业确认表中的企业，一家企业算一家；协商行动另定口径的按其口径",
        count=scope,
    ),
    Definition(
        code="cb_rate",
        label="企业覆盖率",
        unit="%",
        kind="rate",
        basis="签订工资专项集体合同企业 ÷ 已建会且纳入协商范围企业",
        count=coverage_rate,
        tally=_rate_tally,
    ),
    Definition(
        code="cb_workers",
        label="受益职工",
        unit="人",
        kind="stock",
        basis="签订企业的覆盖职工数，一家企业取最大的一份合同相加",
        count=covered_workers,
        is_approximate=True,
        tally=lambda ledger: Count(sum(ledger.once(workers_of_signed).values())),
    ),
    Definition(
        code="cb_units_women",
        label="签订女职工权益保护专项集体合同企业",
        unit="家",
        kind="stock",
        basis="截止日期有效的女职工权益保护专项集体合同，一家企业算一家",
        count=lambda ledger: number_of(signed_contracts(ledger, WOMEN)),
        tally=_units_tally(WOMEN),
    ),
    Definition(
        code="cb_units_general",
        label="签订综合集体合同企业",
        unit="家",
        kind="stock",
        basis="截止日期有效的综合集体合同，一家企业算一家",
        count=lambda ledger: number_of(signed_contracts(ledger, GENERAL)),
        tally=_units_tally(GENERAL),
    ),
    Definition(
        code="cb_months",
        label="协商行动历时",
        unit="个月",
        kind="flow",
        basis="本年度协商行动的开始日期到结束日期",
        count=months_of_campaign,
    ),
    Definition(
        code="cb_surveyed",
        label="协商调研企业",
        unit="家次",
        kind="flow",
        basis="五步台账“抓调研”中日期在本期内的，各次涉及企业数相加",
        count=surveyed_units,
        is_approximate=True,
    ),
    Definition(
        code="cb_training_sessions",
        label="协商代表培训",
        unit="期",
        kind="flow",
        basis="五步台账“抓培训”中日期在本期内的次数",
        count=lambda ledger: number_of(steps(ledger, TRAINING)),
    ),
    Definition(
        code="cb_trained",
        label="协商培训人次",
        unit="人次",
        kind="flow",
        basis="五步台账“抓培训”中日期在本期内的，各次参加人次相加",
        count=trained_people,
        is_approximate=True,
    ),
)
