"""Checks on disclosure, congresses, proposals and harmonious enterprises."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from models import codes
from models.records.congresses import Congress, CongressVote, Proposal
from models.records.democracy import Disclosure, Harmony
from models.records.units import Unit
from models.rules.findings import Completions, Finding, Lookup, Rules, error, warn
from models.rules.local import deadline, limit
from models.values.dates import PartialDate, add_years

NONPUBLIC = "1"
FILED = "1"
SCORES = (
    *("score_contracts", "score_collective", "score_wages", "score_insurance"),
    *("score_democracy", "score_safety", "score_disputes"),
)


def check_disclosure(one: Disclosure) -> Iterator[Finding]:
    """Yield days in the wrong order."""
    if one.started_on and one.ended_on and one.ended_on < one.started_on:
        yield error("ended_on", "公开止早于公开日期")
    if one.started_on and one.replied_on and one.replied_on < one.started_on:
        yield error("replied_on", "答复日期早于公开日期")


def check_disclosure_across(one: Disclosure, lookup: Lookup) -> Iterator[Finding]:
    """Yield terms shorter than local rules ask for, and a matter that is not asked of the unit."""
    if one.started_on and one.ended_on and one.ended_on >= one.started_on:
        found = limit(lookup, "dm_disclose_days", one.started_on)
        days = (one.ended_on - one.started_on).days
        if found and days < found.whole:
            yield warn("ended_on", f"公开{days}天，不满{found.whole}天（{found.source}）")
    latest = deadline(lookup, "dm_opinion_days", one.ended_on)
    if latest and one.replied_on and one.replied_on > latest:
        yield warn("replied_on", f"答复晚于{latest.isoformat()}的期限")
    yield from _check_beside_congress(one, lookup)
    unit = next(iter(lookup.find(Unit, id=one.unit)), None) if one.unit else None
    is_public = one.item in codes.table("disclose_item").codes_where("is_public")
    if unit and unit.nonpublic == NONPUBLIC and is_public:
        yield warn("item", "这一类是公有制单位的公开事项，本单位登记为非公，请核对")


def _check_beside_congress(one: Disclosure, lookup: Lookup) -> Iterator[Finding]:
    congress = next(iter(lookup.find(Congress, id=one.congress)), None) if one.congress else None
    held = congress.held_on if congress else None
    if held is None or held.day is None:
        return
    day = held.first()
    found = limit(lookup, "dm_before_days", day)
    if one.before_on and found and day - one.before_on < timedelta(days=found.whole):
        yield warn("before_on", f"应在职代会前{found.whole}日公开（{found.source}）")
    latest = deadline(lookup, "dm_result_days", day)
    if latest and one.before_on is None and one.started_on and one.started_on > latest:
        yield warn("started_on", f"职代会结果应在{latest.isoformat()}前公开")


def complete_congress(one: Congress) -> Congress:
    """Name a congress after its unit or region and its session."""
    body = one.unit_name or one.region
    if one.title or not body or not one.session:
        return one
    words = "" if "职代会" in one.session or "职工" in one.session else "职代会"
    return replace(one, title=f"{body}{one.session}{words}")


def check_congress(one: Congress) -> Iterator[Finding]:
    """Yield a congress of nobody, more people than delegates, and days in the wrong order."""
    if not one.unit_name and one.unit is None and not one.region:
        yield error("unit_name", "请填写单位，区域职代会填写区域")
    should = one.should_attend
    for name, label in (
        ("attended", "实到代表"),
        ("frontline", "一线职工代表"),
        ("women", "女职工代表"),
        ("managers", "经营管理者代表"),
    ):
        count = getattr(one, name)
        if should is not None and count is not None and count > should:
            yield error(name, f"{label}{count}人，多于应到代表{should}人")
    if should is None or one.attended is None:
        yield warn("attended", "没有填应到、实到代表，不能核对出席人数")
    votes = sum(v or 0 for v in (one.satisfied, one.fairly_satisfied, one.dissatisfied))
    if one.attended is not None and votes > one.attended:
        yield warn("satisfied", f"评议共{votes}票，多于实到代表{one.attended}人")
    if one.term_from and one.term_to and one.term_to.last() < one.term_from.first():
        yield error("term_to", "本届止早于本届起")
    if one.material_on and one.held_on and one.material_on.first() > one.held_on.last():
        yield error("material_on", "材料送达日期晚于召开日期")


def check_congress_across(one: Congress, lookup: Lookup) -> Iterator[Finding]:
    """Yield what local rules ask of delegates, of the term and of the time before the meeting."""
    day = one.held_on.first() if one.held_on else None
    yield from _check_delegates(one, lookup, day)
    found = limit(lookup, "dm_material_days", day)
    sent = one.material_on
    if found and day and one.held_on and one.held_on.day and sent and sent.day:
        days = (day - sent.first()).days
        if days < found.whole:
            yield warn("material_on", f"会前{days}日送达，应提前{found.whole}日（{found.source}）")
    if one.term_from and one.term_to:
        yield from _check_term(one.term_from, one.term_to, lookup)


def _check_delegates(one: Congress, lookup: Lookup, day: date | None) -> Iterator[Finding]:
    should = one.should_attend
    if not should:
        return
    found = limit(lookup, "dm_attend_share", day)
    if found and one.attended is not None and one.attended < found.number * should:
        text = f"实到{one.attended}人，不足应到{should}人的{found.says()}（{found.source}）"
        yield warn("attended", text)
    found = limit(lookup, "dm_delegates_min", day)
    if found and should < found.whole:
        yield warn("should_attend", f"代表不足{found.whole}人（{found.source}）")
    if not one.region:
        return
    found = limit(lookup, "dm_region_manager_share", day)
    if found and one.managers is not None and one.managers > found.number * should:
        share = _percent(found.number)
        yield warn("managers", f"经营管理者超过代表的{share}（{found.source}）")
    found = limit(lookup, "dm_region_frontline_share", day)
    if found and one.frontline is not None and one.frontline < found.number * should:
        share = _percent(found.number)
        yield warn("frontline", f"一线职工不足代表的{share}（{found.source}）")


def _check_term(start: PartialDate, end: PartialDate, lookup: Lookup) -> Iterator[Finding]:
    first, last = start.first(), end.last() + timedelta(days=1)
    shortest = limit(lookup, "dm_term_min_years", first)
    longest = limit(lookup, "dm_term_max_years", first)
    if shortest and last < add_years(first, shortest.whole) - timedelta(days=31):
        yield warn("term_to", f"每届不少于{shortest.whole}年（{shortest.source}）")
    if longest and last > add_years(first, longest.whole) + timedelta(days=31):
        yield warn("term_to", f"每届不超过{longest.whole}年（{longest.source}）")


def _percent(share: Fraction) -> str:
    return f"{float(share * 100):g}%"


def check_vote(one: CongressVote, lookup: Lookup) -> Iterator[Finding]:
    """Yield more votes than delegates, and a matter that less than half of all delegates agreed to."""
    congress = next(iter(lookup.find(Congress, id=one.congress)), None) if one.congress else None
    if congress is None:
        return
    votes = (one.agreed or 0) + (one.opposed or 0) + (one.abstained or 0)
    if congress.attended is not None and votes > congress.attended:
        yield error("agreed", f"共{votes}票，多于实到代表{congress.attended}人")
    should = congress.should_attend
    if should and one.agreed is not None and 2 * one.agreed <= should:
        yield warn("agreed", f"同意{one.agreed}票，没有超过全体代表{should}人的半数，不能算通过")


def check_proposal(one: Proposal) -> Iterator[Finding]:
    """Yield a filed proposal that nobody handles, and days in the wrong order."""
    if one.verdict == FILED and not one.department:
        yield warn("department", "立案的提案请填写承办部门")
    if one.verdict == FILED and one.due_on is None and one.done_on is None:
        yield warn("due_on", "立案的提案请填写办理期限")
    for name, label in (("due_on", "办理期限"), ("done_on", "办结日期")):
        day = getattr(one, name)
        if day and one.proposed_on and day.last() < one.proposed_on.first():
            yield error(name, f"{label}早于提案日期")
    if one.done_on and one.due_on and one.done_on.first() > one.due_on.last():
        yield warn("done_on", "超过办理期限才办结")


def complete_harmony(one: Harmony) -> Harmony:
    """Add up the scores when all are there, and tell from its day that a unit was named."""
    scores = [getattr(one, name) for name in SCORES]
    if one.self_score is None and None not in scores:
        one = replace(one, self_score=sum(scores, Decimal(0)))
    if not one.status and one.named_on:
        one = replace(one, status="4")
    return one


def check_harmony(one: Harmony) -> Iterator[Finding]:
    """Yield a score beyond a hundred, and days in the wrong order."""
    if one.self_score is not None and one.self_score > 100:
        yield error("self_score", "自评分应在0到100之间")
    pairs = (
        ("reviewed_on", "评审日期", one.applied_on, "申报日期"),
        ("named_on", "命名日期", one.applied_on, "申报日期"),
        ("valid_to", "有效期止", one.named_on, "命名日期"),
    )
    for name, label, earlier, earlier_label in pairs:
        later = getattr(one, name)
        if later and earlier and later.last() < earlier.first():
            yield error(name, f"{label}早于{earlier_label}")


CHECKS: Rules = {
    "dm_disclose": check_disclosure,
    "dm_congress": check_congress,
    "dm_proposal": check_proposal,
    "harmony": check_harmony,
}
CHECKS_ACROSS: Rules = {
    "dm_disclose": check_disclosure_across,
    "dm_congress": check_congress_across,
    "dm_vote": check_vote,
}
COMPLETIONS: Completions = {"dm_congress": complete_congress, "harmony": complete_harmony}
