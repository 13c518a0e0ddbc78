"""Checks on cases of workers' rights, their steps, and letters of supervision."""

import re
from collections.abc import Iterator

from models import codes
from models.records.base import with_values
from models.records.rights import CaseStep, LawLetter, RightsCase
from models.rules.case_clocks import OPINION, is_settled
from models.rules.findings import Completions, Finding, Lookup, Rules, error, warn
from models.rules.headcounts import workers_of
from models.rules.local import limit
from models.values.dates import add_months

PROPOSAL = "3"
NOT_AGREED = "0"
_HOW_MANY = re.compile(r"等(\d+)(?:人|名)")
_CASE_YEAR = re.compile(r"〔(\d{4})〕")
_AFTER_RECEIPT = (
    ("due_on", "办结期限"),
    ("closed_on", "结案日期"),
    ("agreement_on", "协议日期"),
    ("performed_on", "履行日期"),
)


def heads_named(party_name: str) -> int | None:
    """Return how many people a name such as 丁某等3人 speaks of, None when it does not say."""
    found = _HOW_MANY.search(party_name)
    return int(found[1]) if found else None


def check_case(case: RightsCase) -> Iterator[Finding]:
    """Yield days in an order that cannot be, and facts that contradict each other."""
    if case.applied_on is None and case.received_on is None:
        yield error("received_on", "请填写受理日期；还没有受理的，填写申请日期")
    yield from _check_days(case)
    named = heads_named(case.party_name)
    if named is not None and case.heads is not None and named != case.heads:
        yield warn("heads", f"当事人写的是{named}人，人数填的是{case.heads}人，请核对")
    if not case.case_no:
        yield warn("case_no", "还没有编案号")
    year = _CASE_YEAR.search(case.case_no)
    if year and case.received_on and int(year[1]) != case.received_on.year:
        yield warn("case_no", "案号中的年份与受理日期不一致")
    if case.refusal and case.result:
        yield warn("refusal", "写了不受理理由，又有处理结果，请核对")
    yield from _check_result(case)
    yield from _check_injury(case)


def _check_days(case: RightsCase) -> Iterator[Finding]:
    received, applied = case.received_on, case.applied_on
    if received and applied and received < applied:
        yield error("received_on", "受理日期早于申请日期")
    for name, words in _AFTER_RECEIPT:
        day = getattr(case, name)
        if received and day and day < received:
            yield error(name, f"{words}{day.isoformat()}早于受理日期{received.isoformat()}")
    if case.agreement_on and case.perform_by and case.perform_by < case.agreement_on:
        yield error("perform_by", "履行期限早于协议日期")
    for first, second, words in (
        ("tribunal_on", "tribunal_accepted_on", "仲裁受理日期早于申请仲裁日期"),
        ("tribunal_accepted_on", "award_on", "收到裁决书日期早于仲裁受理日期"),
        ("award_on", "sued_on", "起诉日期早于收到裁决书日期"),
    ):
        before, after = getattr(case, first), getattr(case, second)
        if before and after and after < before:
            yield error(second, words)


def _check_result(case: RightsCase) -> Iterator[Finding]:
    is_judged = case.result in codes.table("case_result").codes_where("is_judged")
    if is_judged and case.closed_on is None:
        yield warn("closed_on", "有处理结果但没有结案日期，不计入本期办结")
    if case.closed_on and not case.result:
        yield warn("result", "已结案但没有处理结果")
    if case.agreed == NOT_AGREED and is_settled(case):
        yield warn("agreed", "对方不同意调解，结果却已了结，请核对")
    if case.paid is not None and case.amount is not None and case.paid > case.amount:
        yield warn("paid", "实付金额大于涉及金额，请核对")


def _check_injury(case: RightsCase) -> Iterator[Finding]:
    """Yield what a case about wages during paid leave lacks (工伤保险条例第三十三条)."""
    start, end = case.leave_from, case.leave_to
    if case.cause in codes.table("case_cause").codes_where("is_injury_leave"):
        if case.injury_on is None:
            yield warn("injury_on", "案由是工伤停工留薪期工资，请填写受伤日期")
        if start is None:
            yield warn("leave_from", "案由是工伤停工留薪期工资，请填写停工留薪起止")
    if start and end and end < start:
        yield error("leave_to", "停工留薪止早于停工留薪起")
    if case.injury_on and start and start < case.injury_on:
        yield error("leave_from", "停工留薪起早于受伤日期")


def check_case_limits(case: RightsCase, lookup: Lookup) -> Iterator[Finding]:
    """Yield what local rules and the statutes limit: paid leave, and many people in one case."""
    start, end = case.leave_from, case.leave_to
    if start and end:
        longest = limit(lookup, "case_leave_months", start)
        if longest and end > add_months(start, longest.whole):
            text = f"停工留薪期超过{longest.says()}个月，延长的要有劳动能力鉴定委员会确认"
            yield warn("leave_to", f"{text}（{longest.source}）")
    workers = workers_of(lookup, case.unit, case.received_on)
    if workers is not None and (case.heads or 0) > workers:
        yield warn("heads", f"涉及{case.heads}人多于单位职工{workers}人，请核对")
    if case.heads and not case.representatives:
        many = limit(lookup, "case_parties_max", case.received_on)
        if many and case.heads >= many.whole:
            text = f"{many.says()}人以上的应推举3至5名代表参加调解（{many.source}）"
            yield warn("heads", text)


def complete_case(case: RightsCase) -> RightsCase:
    """Count the people where the name says how many they are."""
    named = heads_named(case.party_name)
    if case.heads is None and named:
        return with_values(case, heads=named)
    return case


def check_step(step: CaseStep, lookup: Lookup) -> Iterator[Finding]:
    """Yield a step from before its case began."""
    for case in lookup.find(RightsCase, id=step.case):
        began = case.applied_on or case.received_on
        if began and step.acted_on and step.acted_on < began:
            yield warn("acted_on", "日期早于个案的申请或受理日期，请核对")


def check_letter(letter: LawLetter) -> Iterator[Finding]:
    """Yield days before the letter, and letters that are not the township's to sign."""
    for name, words in (
        ("answer_due", "答复期限"),
        ("answered_on", "答复日期"),
        ("escalated_on", "提请日期"),
    ):
        day = getattr(letter, name)
        if letter.issued_on and day and day < letter.issued_on:
            yield error(name, f"{words}早于发出日期")
    if letter.kind == OPINION and not letter.signed_by:
        yield warn("signed_by", "意见书应由工会主席或副主席签署，请填写签署人")
    if letter.kind == PROPOSAL and letter.escalated_on is None:
        yield warn("escalated_on", "建议书由地方总工会发出，请登记提请日期")


CHECKS: Rules = {"rights_case": check_case, "law_letter": check_letter}
CHECKS_ACROSS: Rules = {"rights_case": check_case_limits, "case_step": check_step}
COMPLETIONS: Completions = {"rights_case": complete_case}
