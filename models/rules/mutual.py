"""Checks on mutual help insurance."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from models.records.mutual import InsuredPerson, MutualClaim, MutualPlan, MutualPolicy
from models.rules.findings import Completions, Finding, Lookup, Rules, error, warn
from models.rules.headcounts import workers_of
from models.values.dates import add_years

RENEWED = "1"
PLAN_TERMS = "按保障计划的规定"


def check_plan(plan: MutualPlan) -> Iterator[Finding]:
    """Yield a plan under which no term or price is given."""
    if plan.fee is not None and plan.fee <= 0:
        yield error("fee", "每份费用应大于0")
    if plan.wait_days is None:
        yield warn("wait_days", "没有填等待天数，申领时不能核对等待期")


def check_policy(policy: MutualPolicy) -> Iterator[Finding]:
    """Yield a term that cannot be, and money without people."""
    start, end = policy.start_on, policy.end_on
    if start and end and end < start:
        yield error("end_on", f"保障期止{end.isoformat()}早于保障期起{start.isoformat()}")
    elif start and end and end > add_years(start, 3):
        yield warn("end_on", "保障期超过3年，请核对")
    if policy.headcount == 0:
        yield error("headcount", "参保人数应大于0")
    if policy.shares is not None and policy.headcount and policy.shares < policy.headcount:
        yield warn("shares", f"份数{policy.shares}少于参保人数{policy.headcount}，请核对")
    if policy.fee_total is not None and policy.fee_total <= 0:
        yield error("fee_total", "缴费金额应大于0")
    if policy.cancelled_on and start and policy.cancelled_on < start:
        yield error("cancelled_on", "退保日期早于保障期起")


def check_policy_across(policy: MutualPolicy, lookup: Lookup) -> Iterator[Finding]:
    """Yield a headcount above the unit's, and money that is not the plan's price."""
    known = workers_of(lookup, policy.unit, policy.start_on)
    if known is not None and policy.headcount is not None and policy.headcount > known:
        yield warn("headcount", f"参保{policy.headcount}人多于单位台账的{known}人，请核对")
    plan = plan_of(policy, lookup)
    if plan is None:
        return
    shares = policy.shares or policy.headcount
    if plan.fee and policy.fee_total is not None and shares:
        due = plan.fee * shares
        if due != policy.fee_total:
            yield warn(
                "fee_total",
                f"{shares}份、每份{plan.fee / 100:g}元应为{due / 100:g}元，请核对（{PLAN_TERMS}）",
            )
    most = (plan.max_shares or 0) * (policy.headcount or 0)
    if most and policy.shares is not None and policy.shares > most:
        yield warn("shares", f"每人最多{plan.max_shares}份（{PLAN_TERMS}），请核对")


def complete_policy(policy: MutualPolicy) -> MutualPolicy:
    """Let a policy run for a year when no last day is given, as the plans do."""
    if policy.end_on is None and policy.start_on is not None:
        return replace(policy, end_on=add_years(policy.start_on, 1) - timedelta(days=1))
    return policy


def plan_of(policy: MutualPolicy, lookup: Lookup) -> MutualPlan | None:
    """Return the plan of a policy, by its link or by the name that the policy gives."""
    if policy.plan is not None:
        return next(iter(lookup.find(MutualPlan, id=policy.plan)), None)
    return next(iter(lookup.find(MutualPlan, name=policy.plan_name)), None)


def check_insured(person: InsuredPerson) -> Iterator[Finding]:
    """Yield a person who holds nothing."""
    if person.shares == 0:
        yield error("shares", "份数应大于0")


def check_claim(claim: MutualClaim) -> Iterator[Finding]:
    """Yield sums that do not fit and days in the wrong order."""
    yield from _sums(claim)
    if claim.event_on is None:
        yield warn("event_on", "没有写出险日期，不能核对是不是在保障期内")
    if claim.claimed_on is None:
        yield warn("claimed_on", "没有写申领日期，不能核对申领时限")
    event = claim.event_on
    for name, words in (
        ("discharged_on", "出院日期"),
        ("claimed_on", "申领日期"),
        ("paid_on", "支付日期"),
    ):
        day = getattr(claim, name)
        if event and day and day < event:
            yield error(name, f"{words}{day.isoformat()}早于出险日期{event.isoformat()}")
    if claim.claimed_on and claim.paid_on and claim.paid_on < claim.claimed_on:
        yield warn("paid_on", "支付日期早于申领日期，请核对")
    if claim.paid_on and not claim.amount:
        yield error("amount", "已支付的请填互助金金额")
    if claim.paid_on and claim.rejected_reason:
        yield error("rejected_reason", "已支付的不应有未通过原因")
    if claim.rejected_on and not claim.rejected_reason:
        yield error("rejected_reason", "退回的请填未通过原因")


def _sums(claim: MutualClaim) -> Iterator[Finding]:
    """Yield a share of the insurance or of the worker that is not what the bill says."""
    total, insured, own = claim.medical_total, claim.insurance_paid, claim.self_paid
    if total is None or insured is None:
        return
    if insured > total:
        yield error("insurance_paid", "医保报销多于医疗总费用")
    elif own is not None and own != total - insured:
        yield warn("self_paid", f"个人自付应为总费用减报销：{(total - insured) / 100:g}元，请核对")


def complete_claim(claim: MutualClaim) -> MutualClaim:
    """Work out what the worker paid: the whole less what the insurance paid."""
    total, insured = claim.medical_total, claim.insurance_paid
    if claim.self_paid is None and total is not None and insured is not None and insured <= total:
        return replace(claim, self_paid=total - insured)
    return claim


def check_claim_across(claim: MutualClaim, lookup: Lookup) -> Iterator[Finding]:
    """Yield an event outside the cover or its waiting time, and a claim that came too late."""
    policy = next(iter(lookup.find(MutualPolicy, id=claim.policy)), None)
    if policy is None or claim.event_on is None:
        return
    if not _is_covered(policy, claim):
        yield warn("event_on", "出险日期不在保障期内，一般不能申领，请核对")
    plan = plan_of(policy, lookup)
    if plan is not None:
        yield from _plan_days(claim, policy, plan)
    roster = lookup.find(InsuredPerson, policy=claim.policy)
    if roster and not any(_is_same(one, claim) for one in roster):
        yield warn("person_name", "这一批的被保障人名单里没有此人，请核对")


def _is_covered(policy: MutualPolicy, claim: MutualClaim) -> bool:
    day = claim.event_on
    if day is None or policy.start_on is None or policy.end_on is None:
        return True
    last = min(policy.end_on, policy.cancelled_on or policy.end_on)
    return policy.start_on <= day <= last


def _plan_days(claim: MutualClaim, policy: MutualPolicy, plan: MutualPlan) -> Iterator[Finding]:
    """Yield an event in the waiting time, and a claim after the time for claiming."""
    event, start = claim.event_on, policy.start_on
    is_renewed = policy.renewal == RENEWED or policy.previous is not None
    if event and start and plan.wait_days and not is_renewed:
        first = start + timedelta(days=plan.wait_days)
        if start <= event < first:
            yield warn(
                "event_on",
                f"在等待期内出险（{first.isoformat()}起才能申领，{PLAN_TERMS}），请核对",
            )
    since = claim.discharged_on or event
    if plan.claim_days and since and claim.claimed_on:
        last = since + timedelta(days=plan.claim_days)
        if claim.claimed_on > last:
            yield warn(
                "claimed_on", f"超过申领时限（应在{last.isoformat()}前，{PLAN_TERMS}），请核对"
            )


def _is_same(person: InsuredPerson, claim: MutualClaim) -> bool:
    if claim.id_no:
        return person.id_no == claim.id_no
    return person.person_name == claim.person_name


CHECKS: Rules = {
    "mi_plan": check_plan,
    "mi_policy": check_policy,
    "mi_insured": check_insured,
    "mi_claim": check_claim,
}
CHECKS_ACROSS: Rules = {"mi_policy": check_policy_across, "mi_claim": check_claim_across}
COMPLETIONS: Completions = {"mi_policy": complete_policy, "mi_claim": complete_claim}
