"""Checks on negotiations, their topics, surveys and meetings, and on what follows a contract."""

from collections.abc import Iterator
from dataclasses import replace

from models.records.bargaining import Contract
from models.records.negotiation import (
    Delegate,
    Negotiation,
    NegotiationMeeting,
    Topic,
    TopicSurvey,
)
from models.records.negotiation_care import CHECKED_ITEMS, NO, Guide, PerformanceCheck
from models.rules.findings import Completions, Finding, Lookup, Rules, error, warn
from models.rules.negotiation_delegates import (
    EMPLOYER,
    SIDES,
    SINGLE,
    WORKERS,
    bench_findings,
    check_delegate,
)
from models.rules.negotiation_terms import term, term_before
from models.rules.negotiation_votes import check_vote
from models.values.text import name_key

CONSENT, REFUSAL, LATER, NO_ANSWER = "1", "2", "3", "4"
PLANNED, OFFERED, ANSWERED, TALKING, SUSPENDED, DRAFTED, PASSED = "0", "1", "2", "3", "4", "5", "6"
REFUSED, UNANSWERED = "21", "22"
# What the dates of the negotiation itself cannot tell: only these may be chosen by hand.
KEPT = frozenset({"6", "7", "8", "9", "10", "11", "12", "13", "23", "24"})
QUESTIONNAIRE = "1"
GOOD = "1"
HOSTING = "山东省企业工资集体协商条例第二十五条"


def check_negotiation(case: Negotiation, lookup: Lookup) -> Iterator[Finding]:
    """Yield days in the wrong order, late answers, and what is wrong at the table."""
    yield from _check_order(case)
    if case.scope == SINGLE and not case.unit_name:
        yield warn("unit_name", "企业级协商请填写企业名称")
    if case.replied_on and not case.reply_result:
        yield warn("reply_result", "请选择答复结果")
    due = term(lookup, "nego_reply_days", case.received_on)
    if due and case.replied_on and case.replied_on > due.day:
        yield warn("replied_on", f"应于{due.day.isoformat()}前答复（{due.words}）")
    if case.id is not None:
        delegates = lookup.find(Delegate, negotiation=case.id)
        if delegates:
            yield from bench_findings(lookup, case, delegates)


def _check_order(case: Negotiation) -> Iterator[Finding]:
    pairs = (
        ("offer_on", "received_on", "送达日期早于要约日期"),
        ("received_on", "replied_on", "答复日期早于送达日期"),
        ("started_on", "ended_on", "协商结束日期早于协商开始日期"),
        ("suspended_on", "resumed_on", "恢复日期早于中止日期"),
    )
    for first, then, words in pairs:
        start, end = getattr(case, first), getattr(case, then)
        if start and end and end < start:
            yield error(then, words)
    if case.resumed_on and not case.suspended_on:
        yield warn("suspended_on", "填了恢复日期，请补上中止日期")
    if case.suspended_on and not case.suspend_reason:
        yield warn("suspend_reason", "请写明中止事由")


def complete_negotiation(case: Negotiation) -> Negotiation:
    """Fill in the name, the enterprise of a negotiation within one, and how far it has come."""
    if case.scope == SINGLE and not case.unit_name and case.employer_party:
        case = replace(case, unit_name=case.employer_party)
    if case.scope == SINGLE and not case.employer_party and case.unit_name:
        case = replace(case, employer_party=case.unit_name)
    if not case.title and case.year and case.employer_party:
        case = replace(case, title=f"{case.employer_party}{case.year}年工资集体协商")
    if case.status in KEPT:
        return case
    return replace(case, status=reached(case))


def reached(case: Negotiation) -> str:
    """Return the status that the days of a negotiation tell, up to the draft."""
    if case.reply_result == REFUSAL:
        return REFUSED
    if case.reply_result == NO_ANSWER:
        return UNANSWERED
    if case.suspended_on and not case.resumed_on:
        return SUSPENDED
    if case.drafted_on:
        return DRAFTED
    if case.started_on:
        return TALKING
    if case.replied_on:
        return ANSWERED
    return OFFERED if case.offer_on else PLANNED


def check_topic(topic: Topic, lookup: Lookup) -> Iterator[Finding]:
    """Yield values without their unit, and more supporters than questionnaires."""
    has_value = topic.value_before is not None or topic.value_after is not None
    if has_value and not topic.unit_label:
        yield warn("unit_label", "填了协商前、商定值，请写明计量单位，如元/月、%")
    case = next(iter(lookup.find(Negotiation, id=topic.negotiation)), None)
    if case and case.result == "1" and not topic.agreed:
        yield warn("agreed", "协商已达成一致，请填写商定结果")
    surveys = lookup.find(TopicSurvey, negotiation=topic.negotiation)
    valid = sum(one.valid or 0 for one in surveys)
    if topic.support_count is not None and valid and topic.support_count > valid:
        yield warn("support_count", f"支持{topic.support_count}人多于有效问卷{valid}份")


def check_survey(survey: TopicSurvey) -> Iterator[Finding]:
    """Yield more questionnaires back than were handed out."""
    issued, returned, valid = survey.issued, survey.returned, survey.valid
    if issued is not None and returned is not None and returned > issued:
        yield error("returned", f"回收{returned}份大于发放{issued}份")
    if returned is not None and valid is not None and valid > returned:
        yield error("valid", f"有效{valid}份大于回收{returned}份")
    if survey.method == QUESTIONNAIRE and (issued is None or returned is None):
        yield warn("issued", "问卷请填写发放、回收份数，才能算出回收率")
    if survey.negotiation is None and survey.campaign is None:
        yield warn("campaign", "请选择所属协商或协商行动")
    if survey.headcount is not None and not survey.headcount_basis:
        yield warn("headcount_basis", "人数请注明依据：名册、单位报数或估计")


def check_meeting(meeting: NegotiationMeeting, lookup: Lookup) -> Iterator[Finding]:
    """Yield a recorder who is a delegate, a host out of turn, and data that came too late."""
    delegates = lookup.find(Delegate, negotiation=meeting.negotiation)
    for one in delegates:
        if meeting.recorder and name_key(one.person_name) == name_key(meeting.recorder):
            yield error(
                "recorder",
                f"{meeting.recorder}是{SIDES[one.side]}代表，记录员不能是协商代表"
                "（集体合同规定第二十九条）",
            )
    for side, name in ((WORKERS, "attended_workers"), (EMPLOYER, "attended_employer")):
        bench = sum(one.side == side for one in delegates)
        came = getattr(meeting, name)
        if bench and came is not None and came > bench:
            yield warn(name, f"实到{came}人多于{SIDES[side]}代表{bench}人")
    if meeting.next_on and meeting.held_on and meeting.next_on < meeting.held_on:
        yield error("next_on", "下次会议日期早于本次会议日期")
    case = next(iter(lookup.find(Negotiation, id=meeting.negotiation)), None)
    if case:
        yield from _check_turn(meeting, case, lookup)
        yield from _check_data(meeting, case, lookup)


def _check_turn(
    meeting: NegotiationMeeting, case: Negotiation, lookup: Lookup
) -> Iterator[Finding]:
    others = lookup.find(NegotiationMeeting, negotiation=meeting.negotiation)
    number = meeting.sequence or 0
    before = [one for one in others if one.sequence == number - 1 and one.id != meeting.id]
    if number == 1 and case.offer_side and meeting.host_side != case.offer_side:
        side = SIDES[case.offer_side]
        yield warn("host_side", f"首次会议由提出要约的{side}主持，以后轮流（{HOSTING}）")
    if number > 1 and not before:
        yield warn("sequence", f"还没有第{number - 1}次会议的记录，会次要从1连续")
    if before and before[0].host_side == meeting.host_side:
        side = SIDES[meeting.host_side]
        yield warn("host_side", f"上次会议也由{side}主持，应双方轮流（{HOSTING}）")


def _check_data(
    meeting: NegotiationMeeting, case: Negotiation, lookup: Lookup
) -> Iterator[Finding]:
    if meeting.held_on and case.replied_on and meeting.held_on < case.replied_on:
        yield warn("held_on", f"会议日期早于答复日期{case.replied_on.isoformat()}，请核对")
    if meeting.sequence != 1:
        return
    due = term_before(lookup, "nego_data_days", meeting.held_on)
    if due and case.data_given_on and case.data_given_on > due.day:
        yield warn("held_on", f"资料应在{due.day.isoformat()}前提供（会前{due.words}）")
    due = term_before(lookup, "nego_report_days", meeting.held_on)
    if due and case.reported_on and case.reported_on > due.day:
        yield warn("held_on", f"应在{due.day.isoformat()}前报告上级工会（会前{due.words}）")


def check_performance(check: PerformanceCheck, lookup: Lookup) -> Iterator[Finding]:
    """Yield a problem that is not written down, and a check outside the contract's term."""
    failed = [name for name in CHECKED_ITEMS if getattr(check, name) == NO]
    blank = sum(not getattr(check, name) for name in CHECKED_ITEMS)
    if failed and not check.problems:
        yield error("problems", "有检查项为“否”，请写明存在的问题")
    if blank:
        yield warn("women_protected", f"还有{blank}个检查项没有填是、否或不适用")
    if check.problems and not (check.rectify_by or check.rectified_on):
        yield warn("rectify_by", "有问题的请填写整改期限")
    if failed and check.result == GOOD:
        yield warn("result", "有检查项为“否”，结论却是履行良好，请核对")
    for name, words in (("rectify_by", "整改期限"), ("rectified_on", "整改完成日期")):
        day = getattr(check, name)
        if day and check.checked_on and day < check.checked_on:
            yield error(name, f"{words}早于检查日期")
    for contract in lookup.find(Contract, id=check.contract) if check.contract else ():
        yield from _check_against(check, contract)


def _check_against(check: PerformanceCheck, contract: Contract) -> Iterator[Finding]:
    day = check.checked_on
    start, end = contract.valid_from, contract.valid_to
    if day and start and end and not start <= day <= end:
        yield warn(
            "checked_on",
            f"检查日期不在合同期限{start.isoformat()}至{end.isoformat()}之内",
        )
    if check.unit and contract.unit and check.unit != contract.unit:
        yield warn("contract", f"所选合同是{contract.unit_name}的，不是{check.unit_name}的")


def check_guide(guide: Guide) -> Iterator[Finding]:
    """Yield a term of office that ends before it begins."""
    if guide.from_on and guide.to_on and guide.to_on < guide.from_on:
        yield error("to_on", "任期止早于任期起")


CHECKS: Rules = {"cb_survey": check_survey, "cb_guide": check_guide}
CHECKS_ACROSS: Rules = {
    "cb_nego": check_negotiation,
    "cb_rep": check_delegate,
    "cb_topic": check_topic,
    "cb_meeting": check_meeting,
    "cb_vote": check_vote,
    "cb_check": check_performance,
}
COMPLETIONS: Completions = {"cb_nego": complete_negotiation}
