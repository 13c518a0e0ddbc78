"""The statutory clocks of a case: what is due by when, and by which article.

The lengths are local rules (resources/codes/local_rule.csv); each names its law.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from models import codes
from models.records.rights import LawLetter, RightsCase
from models.rules.findings import Lookup
from models.rules.local import deadline, limit, next_workday
from models.values.dates import add_months

OPINION = "2"
NOT_SETTLED = "3"
ORDER_LAW = "劳动争议调解仲裁法第十六条：期满不履行，可以申请支付令"
TRIBUNAL_LAW = "劳动争议调解仲裁法第十五条：期满不履行，可以申请仲裁"
AGREED_LEAVE = "工伤保险条例第三十三条：停工留薪期内原工资福利不变，由单位按月支付"


@dataclass(frozen=True, slots=True)
class Clock:
    """One thing that is due in a case, its last day, its law, and whether it is done.

    A clock that is no duty only tells when something ends; once past it says nothing more.
    """

    what: str
    due: date
    law: str
    is_met: bool
    is_duty: bool = True


@dataclass(frozen=True, slots=True)
class _Term:
    """A clock of fixed length: the field that starts it and those that stop it."""

    what: str
    rule: str
    start: str
    met: tuple[str, ...]
    in_months: bool = False
    applies: Callable[[RightsCase], bool] = lambda _case: True


def clocks(case: RightsCase, lookup: Lookup) -> tuple[Clock, ...]:
    """Return every clock that has begun to run in a case, the earliest first."""
    found = [
        *_fixed(case, lookup),
        *_mediation(case, lookup),
        *_limitation(case, lookup),
        *_paid_leave(case, lookup),
        *_award(case, lookup),
        *_performance(case),
    ]
    return tuple(sorted(found, key=lambda one: one.due))


def next_clock(case: RightsCase, lookup: Lookup, day: date) -> Clock | None:
    """Return what is due next in a case as seen on a day, None when nothing is."""
    waiting = (one for one in clocks(case, lookup) if not one.is_met)
    return next((one for one in waiting if one.is_duty or one.due >= day), None)


def answer_day(letter: LawLetter, lookup: Lookup) -> date | None:
    """Return the day by which a unit has to answer; local rules set it for opinions only."""
    if letter.answer_due is not None:
        return letter.answer_due
    if letter.kind != OPINION:
        return None
    return deadline(lookup, "law_letter_answer_days", letter.issued_on)


def is_settled(case: RightsCase) -> bool:
    """Whether the worker got what the case was about."""
    return case.result in codes.table("case_result").codes_where("is_settled")


def _is_left_alone(case: RightsCase) -> bool:
    """Whether the township no longer follows the quarrel itself, whatever is still to be paid."""
    return bool(case.refusal) or case.result not in {"", NOT_SETTLED}


def _has_injury(case: RightsCase) -> bool:
    return case.injury_on is not None and not _is_left_alone(case)


_TERMS = (
    _Term("受理决定", "case_accept_days", "applied_on", ("received_on", "refusal")),
    _Term(
        "单位申报工伤认定",
        "case_unit_injury_days",
        "injury_on",
        ("recognition_on",),
        applies=_has_injury,
    ),
    _Term(
        "职工申请工伤认定",
        "case_worker_injury_months",
        "injury_on",
        ("recognition_on",),
        in_months=True,
        applies=_has_injury,
    ),
    _Term(
        "共同申请仲裁审查",
        "case_review_days",
        "agreement_on",
        ("review_on", "performed_on", "order_on"),
    ),
    _Term(
        "仲裁委决定受理",
        "case_tribunal_accept_days",
        "tribunal_on",
        ("tribunal_accepted_on", "award_on"),
    ),
    _Term("仲裁裁决", "case_award_days", "tribunal_accepted_on", ("award_on",)),
    _Term("不服裁决起诉", "case_sue_days", "award_on", ("sued_on", "performed_on")),
)


def _fixed(case: RightsCase, lookup: Lookup) -> Iterator[Clock]:
    for term in _TERMS:
        start = getattr(case, term.start)
        if start is None or not term.applies(case):
            continue
        reckon = _after_months if term.in_months else deadline
        due = reckon(lookup, term.rule, start)
        if due is not None:
            is_met = any(getattr(case, name) for name in term.met)
            yield Clock(term.what, due, _law(lookup, term.rule, start), is_met)


def _mediation(case: RightsCase, lookup: Lookup) -> Iterator[Clock]:
    """Yield the fifteen days of mediation, or the day that the clerk set instead."""
    if case.received_on is None or case.refusal:
        return
    rule = "case_mediate_days"
    due = case.due_on or deadline(lookup, rule, case.received_on)
    if due is not None:
        is_met = bool(case.result) or case.closed_on is not None
        yield Clock("调解办结", due, _law(lookup, rule, case.received_on), is_met)


def _limitation(case: RightsCase, lookup: Lookup) -> Iterator[Clock]:
    """Yield the year to sue for; unpaid wages know no limit while the work goes on."""
    is_arrears = case.cause in codes.table("case_cause").codes_where("is_arrears")
    start = case.left_on if is_arrears else case.disputed_on
    if start is None or _is_left_alone(case):
        return
    due = _after_months(lookup, "case_claim_months", start)
    if due is not None:
        law = _law(lookup, "case_claim_months", start)
        yield Clock("仲裁时效", due, law, case.tribunal_on is not None)


def _paid_leave(case: RightsCase, lookup: Lookup) -> Iterator[Clock]:
    """Yield the end of paid leave after an injury: as agreed, or the longest there may be."""
    if not _has_injury(case):
        return
    if case.leave_to is not None:
        yield Clock("停工留薪期满", case.leave_to, AGREED_LEAVE, is_met=False, is_duty=False)
        return
    start, rule = case.leave_from or case.injury_on, "case_leave_months"
    found = limit(lookup, rule, start)
    if start is not None and found is not None:
        due = add_months(start, found.whole)
        yield Clock("停工留薪期上限", due, found.source, is_met=False, is_duty=False)


def _award(case: RightsCase, lookup: Lookup) -> Iterator[Clock]:
    """Yield the last day of a delayed award: both terms run on from the acceptance."""
    start = case.tribunal_accepted_on
    usual = limit(lookup, "case_award_days", start)
    more = limit(lookup, "case_award_more_days", start)
    if start is None or usual is None or more is None:
        return
    last = date.fromordinal(start.toordinal() + usual.whole + more.whole)
    due = next_workday(lookup, last)
    yield Clock("仲裁延期裁决", due, more.source, case.award_on is not None)


def _performance(case: RightsCase) -> Iterator[Clock]:
    """Yield the day by which an agreement is to be carried out, and what helps if it is not."""
    if case.perform_by is None:
        return
    can_order = case.cause in codes.table("case_cause").codes_where("is_order")
    is_met = any((case.performed_on, case.order_on, case.tribunal_on))
    yield Clock("履行协议", case.perform_by, ORDER_LAW if can_order else TRIBUNAL_LAW, is_met)


def _after_months(lookup: Lookup, rule: str, start: date) -> date | None:
    found = limit(lookup, rule, start)
    if found is None:
        return None
    return next_workday(lookup, add_months(start, found.whole))


def _law(lookup: Lookup, rule: str, start: date) -> str:
    found = limit(lookup, rule, start)
    return found.source if found else ""
