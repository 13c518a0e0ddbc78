"""Checks on campaigns, contracts and the enterprises in scope."""

from collections.abc import Iterator
from dataclasses import replace

from models.records.bargaining import Campaign, CampaignStep, Contract, Coverage
from models.records.negotiation import NegotiationVote
from models.rules.findings import Completions, Finding, Lookup, Rules, error, warn
from models.rules.local import limit
from models.rules.negotiation_terms import term, term_before
from models.values.dates import add_years

MANUAL = "5"
LONGEST_YEARS = 3
AGREED, OBJECTED = "1", "2"


def check_campaign(campaign: Campaign) -> Iterator[Finding]:
    """Yield dates in the wrong order and a manual denominator without its number."""
    if campaign.started_on and campaign.ended_on and campaign.ended_on < campaign.started_on:
        yield error("ended_on", "结束日期早于开始日期")
    if campaign.denominator_basis == MANUAL:
        if not campaign.denominator_manual:
            yield error("denominator_manual", "口径是手工填写，请填写分母家数")
        if not campaign.denominator_note:
            yield warn("denominator_note", "手工分母要写明理由，上级可能会问")


def check_step(step: CampaignStep, lookup: Lookup) -> Iterator[Finding]:
    """Yield a step that lies outside its campaign."""
    for campaign in lookup.find(Campaign, id=step.campaign):
        if not (step.acted_on and campaign.started_on and campaign.ended_on):
            continue
        if not campaign.started_on <= step.acted_on <= campaign.ended_on:
            yield warn("acted_on", "日期不在协商行动的起止日期之内")


def check_contract(contract: Contract) -> Iterator[Finding]:
    """Yield a term that cannot be, and days that come before the signing."""
    start, end = contract.valid_from, contract.valid_to
    if start and end and end < start:
        yield error("valid_to", f"有效期止{end.isoformat()}早于有效期起{start.isoformat()}")
    if start and end and end > add_years(start, LONGEST_YEARS):
        yield warn("valid_to", "集体合同期限一般为1至3年，请核对")
    signed = contract.signed_on
    for name, words in (
        ("filed_on", "报送"),
        ("effective_on", "生效"),
        ("published_on", "公布"),
        ("ended_on", "终止"),
    ):
        day = getattr(contract, name)
        if signed and day and day < signed:
            yield warn(name, f"{words}日期早于签订日期，请核对")


def check_contract_terms(contract: Contract, lookup: Lookup) -> Iterator[Finding]:
    """Yield days that came too late by the rules of the place, and a wage below the lowest one."""
    for name, rule, start, words in (
        ("filed_on", "nego_filing_days", contract.signed_on, "报送"),
        ("published_on", "nego_publish_days", contract.effective_on, "公布"),
        ("union_filed_on", "nego_union_filing_days", contract.effective_on, "报上级工会备案"),
    ):
        day = getattr(contract, name)
        due = term(lookup, rule, start) if day else None
        if due and day > due.day:
            yield warn(name, f"应于{due.day.isoformat()}前{words}（{due.words}）")
    if contract.effective_on and contract.review_result == OBJECTED:
        yield warn("effective_on", "审查有异议，修改重报以前不生效（劳动合同法第五十四条）")
    elif contract.effective_on and contract.received_on and contract.review_result != AGREED:
        due = term(lookup, "nego_effective_days", contract.received_on)
        if due and contract.effective_on < due.day:
            yield warn("effective_on", f"未提异议的，到{due.day.isoformat()}才生效（{due.words}）")
    yield from _check_before(contract, lookup)
    lowest = limit(lookup, "nego_min_wage", contract.signed_on) if contract.min_wage else None
    if lowest and contract.min_wage is not None and contract.min_wage < lowest.number * 100:
        yield error("min_wage", f"低于当地最低工资标准{lowest.says()}元（{lowest.source}）")


def _check_before(contract: Contract, lookup: Lookup) -> Iterator[Finding]:
    """Yield a signature before the vote on the draft, and a gap after the contract before."""
    signed = contract.signed_on
    if signed is None:
        return
    own = contract.negotiation
    votes = lookup.find(NegotiationVote, negotiation=own) if own else ()
    voted = max((one.held_on for one in votes if one.held_on), default=None)
    if voted and signed < voted:
        yield warn("signed_on", f"签订日期早于职代会审议{voted.isoformat()}，请核对")
    for earlier in lookup.find(Contract, id=contract.previous) if contract.previous else ():
        due = term_before(lookup, "nego_renew_days", earlier.valid_to)
        if due and earlier.valid_to and signed > earlier.valid_to:
            yield warn(
                "signed_on",
                f"上一份合同{earlier.valid_to.isoformat()}已期满，"
                f"应从{due.day.isoformat()}起着手续签（期满前{due.words}）",
            )


def complete_contract(contract: Contract) -> Contract:
    """Let a contract run from its signing when no first day is given."""
    if contract.valid_from is None and (contract.effective_on or contract.signed_on):
        return replace(contract, valid_from=contract.effective_on or contract.signed_on)
    return contract


def check_coverage(coverage: Coverage) -> Iterator[Finding]:
    """Yield more covered workers than there are."""
    total, covered = coverage.workers_total, coverage.workers_covered
    if total is not None and covered is not None and covered > total:
        yield error("workers_covered", f"覆盖职工{covered}人大于职工数{total}人")
    female = coverage.workers_female
    if total is not None and female is not None and female > total:
        yield error("workers_female", f"女职工{female}人大于职工数{total}人")
    if coverage.sealed_on and coverage.left_on and coverage.left_on < coverage.sealed_on:
        yield error("left_on", "退出日期早于确认日期")


CHECKS: Rules = {
    "cb_campaign": check_campaign,
    "cb_contract": check_contract,
    "cb_cover": check_coverage,
}
CHECKS_ACROSS: Rules = {"cb_step": check_step, "cb_contract": check_contract_terms}
COMPLETIONS: Completions = {"cb_contract": complete_contract}
