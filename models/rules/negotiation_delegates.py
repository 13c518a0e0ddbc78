"""Checks on delegates: one by one, and both sides as they sit at the table."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from models.records.bargaining import Coverage
from models.records.negotiation import Delegate, Negotiation, NegotiationMeeting
from models.records.units import UnitYear
from models.rules.findings import Finding, Lookup, error, warn
from models.rules.local import Limit, limit
from models.rules.negotiation_terms import term
from models.values.text import name_key

WORKERS, EMPLOYER = "1", "2"
SIDES = {WORKERS: "职工方", EMPLOYER: "企业方"}
WOMAN = "2"
CHAIR, ELECTED, LEGAL_PERSON = "1", "2", "7"
SINGLE, DISTRICT = "1", "3"
EQUAL, AT_LEAST = 1, 2
REGULATION = "集体合同规定（劳动部22号令）"
SHANDONG = "山东省企业工资集体协商条例第十条"


def check_delegate(delegate: Delegate, lookup: Lookup) -> Iterator[Finding]:
    """Yield what a delegate cannot be, alone and beside the other delegates."""
    yield from _check_role(delegate)
    yield from _check_election(delegate, lookup)
    others = [
        one
        for one in lookup.find(Delegate, negotiation=delegate.negotiation)
        if one.id != delegate.id
    ]
    yield from _check_beside(delegate, others)
    for meeting in lookup.find(NegotiationMeeting, negotiation=delegate.negotiation):
        if meeting.recorder and name_key(meeting.recorder) == name_key(delegate.person_name):
            yield error(
                "person_name",
                f"{delegate.person_name}是第{meeting.sequence}次会议的记录员，"
                f"记录员不能是协商代表（{REGULATION}第二十九条）",
            )
    case = next(iter(lookup.find(Negotiation, id=delegate.negotiation)), None)
    if case and case.scope != SINGLE and not delegate.unit_name:
        yield warn("unit_name", "行业、区域协商的代表请填写所在单位")


def _check_role(delegate: Delegate) -> Iterator[Finding]:
    if delegate.side == WORKERS and delegate.is_management:
        yield error(
            "is_management",
            f"企业负责人、出资人及其近亲属不能担任职工方代表（{SHANDONG}）",
        )
    if delegate.side == EMPLOYER and delegate.is_officer:
        yield error("is_officer", f"工会干部不能担任企业方代表（{REGULATION}：双方代表不得兼任）")
    needs_proxy = delegate.is_chief and not delegate.proxy_no
    if delegate.side == WORKERS and needs_proxy and delegate.elected_how != CHAIR:
        yield warn("proxy_no", "首席代表不是工会主席的，要有工会主席的书面委托书")
    if delegate.side == EMPLOYER and needs_proxy and delegate.elected_how != LEGAL_PERSON:
        yield warn("proxy_no", "首席代表不是法定代表人的，要有法定代表人的书面委托书")


def _check_election(delegate: Delegate, lookup: Lookup) -> Iterator[Finding]:
    agree, total = delegate.vote_agree, delegate.vote_total
    if agree is not None and total is not None and agree > total:
        yield error("vote_agree", f"同意{agree}票多于应到{total}人")
    elif agree is not None and total and agree * 2 <= total:
        yield warn("vote_agree", f"同意{agree}票没有超过应到{total}人的半数")
    elif delegate.elected_how == ELECTED and (agree is None or not total):
        yield warn("vote_agree", "选举产生的代表请填写同意票和应到人数")
    if delegate.elected_on is None:
        yield warn("elected_on", "请填写产生日期，名单公布期限从这天算起")
        return
    if delegate.left_on and delegate.left_on < delegate.elected_on:
        yield error("left_on", "离任日期早于产生日期")
    if delegate.published_on and delegate.published_on < delegate.elected_on:
        yield warn("published_on", "公布日期早于产生日期，请核对")
    due = term(lookup, "nego_reps_publish_days", delegate.elected_on)
    if due and delegate.published_on and delegate.published_on > due.day:
        yield warn("published_on", f"应于{due.day.isoformat()}前公布（{due.words}）")


def _check_beside(delegate: Delegate, others: Sequence[Delegate]) -> Iterator[Finding]:
    for other in others:
        if other.side != delegate.side and _is_same_person(delegate, other):
            yield error(
                "person_name",
                f"{delegate.person_name}已是{SIDES[other.side]}代表，"
                f"不能同时代表双方（{REGULATION}：双方代表不得兼任）",
            )
        elif other.side != delegate.side and _has_same_name(delegate, other):
            yield warn(
                "person_name",
                f"{SIDES[other.side]}也有一名{delegate.person_name}，请核对是否同一人",
            )
    chiefs = [one for one in others if one.side == delegate.side and one.is_chief and _sits(one)]
    if delegate.is_chief and _sits(delegate) and chiefs:
        yield error(
            "is_chief",
            f"{SIDES.get(delegate.side, '这一方')}首席代表已是{chiefs[0].person_name}，"
            f"每方只有一名首席代表（{REGULATION}第十九条）",
        )


def _has_same_name(one: Delegate, other: Delegate) -> bool:
    if one.id_number and other.id_number and one.id_number != other.id_number:
        return False
    return name_key(one.person_name) == name_key(other.person_name)


def _is_same_person(one: Delegate, other: Delegate) -> bool:
    if one.person is not None and one.person == other.person:
        return True
    if one.id_number and one.id_number == other.id_number:
        return True
    same_unit = bool(one.unit_name) and name_key(one.unit_name) == name_key(other.unit_name)
    return _has_same_name(one, other) and same_unit


def _sits(delegate: Delegate) -> bool:
    return delegate.left_on is None


def bench_findings(
    lookup: Lookup, case: Negotiation, delegates: Sequence[Delegate]
) -> Iterator[Finding]:
    """Yield what is missing or too much at the table, by the rules of the place."""
    sitting = [one for one in delegates if _sits(one)]
    workers = [one for one in sitting if one.side == WORKERS]
    employer = [one for one in sitting if one.side == EMPLOYER]
    day = case.received_on or case.offer_on
    for side, bench in ((WORKERS, workers), (EMPLOYER, employer)):
        yield from _check_bench(lookup, case, SIDES[side], bench)
    yield from _check_parity(limit(lookup, "nego_reps_parity", day), len(workers), len(employer))
    yield from _check_frontline(limit(lookup, "nego_frontline_share", day), workers)
    yield from _check_women(lookup, case, workers)
    yield from _check_vacancies(lookup, delegates)


def _check_bench(
    lookup: Lookup, case: Negotiation, side: str, bench: Sequence[Delegate]
) -> Iterator[Finding]:
    day = case.received_on or case.offer_on
    if sum(one.is_chief for one in bench) != 1:
        yield warn("", f"{side}还没有首席代表（{REGULATION}第十九条：每方一名）")
    least = limit(lookup, "nego_reps_min", day)
    large = limit(lookup, "nego_reps_large_min", day)
    if large and _is_large(lookup, case):
        least = large
    if least and len(bench) < least.whole:
        yield warn("", f"{side}代表{len(bench)}人，应不少于{least.whole}人（{least.source}）")
    most = limit(lookup, "nego_reps_max", day)
    if most and len(bench) > most.whole:
        yield warn("", f"{side}代表{len(bench)}人，应不超过{most.whole}人（{most.source}）")
    share = limit(lookup, "nego_external_share", day)
    external = sum(one.is_external for one in bench)
    if share and bench and external > share.number * len(bench):
        yield warn(
            "",
            f"{side}外聘代表{external}人，超过本方{len(bench)}人的{share.says()}（{share.source}）",
        )


def _check_parity(rule: Limit | None, workers: int, employer: int) -> Iterator[Finding]:
    if rule is None or not (workers and employer):
        return
    if rule.whole == EQUAL and workers != employer:
        yield warn(
            "", f"双方代表人数应当对等：职工方{workers}人，企业方{employer}人（{rule.source}）"
        )
    if rule.whole == AT_LEAST and workers < employer:
        yield warn("", f"企业方代表{employer}人，不得多于职工方{workers}人（{rule.source}）")


def _check_frontline(rule: Limit | None, workers: Sequence[Delegate]) -> Iterator[Finding]:
    frontline = sum(one.is_frontline for one in workers)
    if rule and workers and frontline < rule.number * len(workers):
        yield warn(
            "",
            f"职工方一线职工代表{frontline}人，应不少于{len(workers)}人的{rule.says()}（{rule.source}）",
        )


def _check_women(
    lookup: Lookup, case: Negotiation, workers: Sequence[Delegate]
) -> Iterator[Finding]:
    rule = limit(lookup, "nego_female_share", case.received_on or case.offer_on)
    if rule is None or not workers or any(one.sex == WOMAN for one in workers):
        return
    share = female_share(lookup, case)
    if share is not None and share >= rule.number:
        percent = f"{float(share):.0%}"
        yield warn("", f"女职工占{percent}，职工方应有女代表（{rule.source}）")


def female_share(lookup: Lookup, case: Negotiation) -> Fraction | None:
    """Return which part of the workers concerned are women, None where nobody knows."""
    if case.scope == SINGLE:
        rows: Sequence[UnitYear | Coverage] = _latest(lookup.find(UnitYear, unit=case.unit))
    else:
        rows = lookup.find(Coverage, year=case.year)
    known = [one for one in rows if one.workers_total and one.workers_female is not None]
    total = sum(one.workers_total or 0 for one in known)
    return Fraction(sum(one.workers_female or 0 for one in known), total) if total else None


def _latest(rows: Sequence[UnitYear]) -> list[UnitYear]:
    return sorted(rows, key=lambda one: one.as_of or date.min)[-1:]


def _is_large(lookup: Lookup, case: Negotiation) -> bool:
    if case.scope != SINGLE or case.unit is None:
        return False
    return any(one.above_scale for one in _latest(lookup.find(UnitYear, unit=case.unit)))


def _check_vacancies(lookup: Lookup, delegates: Sequence[Delegate]) -> Iterator[Finding]:
    for side, words in SIDES.items():
        seats = [one for one in delegates if one.side == side]
        for place, gone in enumerate(sorted(_left(seats), key=lambda one: one.left_on or date.min)):
            came = [one for one in seats if _came_after(one, gone.left_on)]
            due = term(lookup, "nego_vacancy_days", gone.left_on)
            if due and len(came) <= place:
                yield warn(
                    "",
                    f"{words}代表{gone.person_name}离任后缺额，"
                    f"应于{due.day.isoformat()}前补足（{due.words}）",
                )


def _left(seats: Sequence[Delegate]) -> list[Delegate]:
    return [one for one in seats if one.left_on is not None]


def _came_after(delegate: Delegate, left_on: date | None) -> bool:
    return bool(left_on and delegate.elected_on and delegate.elected_on >= left_on)
