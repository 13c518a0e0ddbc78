"""Figures about negotiations: offers, stages, votes, checks on performance, renewal."""

from datetime import date
from typing import TypeVar

from models.asking.contracts import Signed
from models.figures.bargaining import is_valid
from models.figures.figure import Count, Definition, Ledger, number_of, share
from models.negotiation_case import PERFORMED, Case, status_of
from models.records.bargaining import Contract
from models.records.negotiation import (
    Delegate,
    Negotiation,
    NegotiationMeeting,
    NegotiationVote,
    Topic,
    TopicSurvey,
)
from models.records.negotiation_care import Guide, PerformanceCheck, has_problems
from models.rules.negotiation_terms import term_before
from models.rules.negotiation_votes import outcome_of
from models.values.dates import add_months
from models.values.text import name_key

P = TypeVar("P", NegotiationMeeting, NegotiationVote, Contract)
AGREED = frozenset({"1", "3"})
SINGLE = frozenset({"", "1"})
KEPT = frozenset({"1", "2"})
RENEWAL_MONTHS = 3
# Code of the figure, what is counted in words, and the statuses that make it.
STAGES = (
    ("nego_offered", "已要约待答复的协商", ("1",)),
    ("nego_talking", "正在协商的", ("2", "3", "4")),
    ("nego_drafted", "形成草案待签字的协商", ("5", "6")),
    ("nego_signed", "已签字、报送待生效的协商", ("7", "8", "24")),
    ("nego_effective", "已生效待履行的协商", ("9", "10")),
    ("nego_performed", "合同正在履行的协商", (PERFORMED,)),
    ("nego_failed", "被拒绝、逾期未答或审议未通过的协商", ("21", "22", "23")),
)


def negotiations(ledger: Ledger) -> list[Negotiation]:
    """Return the negotiations that began in the period: by the offer, else by the first talks."""
    return [
        one
        for one in ledger.all(Negotiation)
        if ledger.period.holds(one.offer_on or one.started_on)
    ]


def negotiations_of_year(ledger: Ledger) -> list[Negotiation]:
    """Return the negotiations of the period's year that had begun by the day of counting."""
    return [
        one
        for one in ledger.all(Negotiation)
        if one.year == ledger.period.year
        and ledger.period.has_reached(one.offer_on or one.started_on)
    ]


def at_stage(ledger: Ledger, statuses: frozenset[str]) -> Count:
    """Return the negotiations of the year that stood at one of these stages on the day of counting."""
    meetings, votes = _by_case(ledger, NegotiationMeeting), _by_case(ledger, NegotiationVote)
    signed = _by_case(ledger, Contract)
    found = []
    for one in negotiations_of_year(ledger):
        held = tuple(votes.get(one.id, ()))
        case = Case(
            one,
            meetings=tuple(meetings.get(one.id, ())),
            votes=held,
            outcomes=tuple(outcome_of(ledger.store, vote) for vote in held),
            contracts=tuple(signed.get(one.id, ())),
        )
        if status_of(case, ledger.period.as_of) in statuses:
            found.append(one)
    return number_of(found)


def _by_case(ledger: Ledger, record_type: type[P]) -> dict[int | None, list[P]]:
    grouped: dict[int | None, list[P]] = {}
    for one in ledger.all(record_type):
        grouped.setdefault(one.negotiation, []).append(one)
    return grouped


def offers(ledger: Ledger) -> list[Negotiation]:
    """Return the offers of the period."""
    return ledger.during(Negotiation, "offer_on")


def answered(ledger: Ledger) -> Count:
    """Return the share of the period's offers to which the other side agreed."""
    made = offers(ledger)
    agreed = [
        one
        for one in made
        if one.reply_result in AGREED and ledger.period.has_reached(one.replied_on)
    ]
    others = [one for one in made if one not in agreed]
    return share(len(agreed), len(made), agreed, others)


def passed_votes(ledger: Ledger) -> Count:
    """Return the votes of the period that passed."""
    return number_of([one for one in _votes(ledger) if outcome_of(ledger.store, one).passed])


def _votes(ledger: Ledger) -> list[NegotiationVote]:
    return ledger.during(NegotiationVote, "held_on")


def _surveys(ledger: Ledger) -> list[TopicSurvey]:
    return [
        one
        for one in ledger.during(TopicSurvey, "held_on")
        if one.issued and one.returned is not None
    ]


def return_rate(ledger: Ledger) -> Count:
    """Return how many of the questionnaires handed out came back."""
    found = _surveys(ledger)
    issued = sum(one.issued or 0 for one in found)
    return share(sum(one.returned or 0 for one in found), issued, found)


def valid_rate(ledger: Ledger) -> Count:
    """Return how many of the questionnaires that came back could be used."""
    found = [one for one in _surveys(ledger) if one.valid is not None]
    returned = sum(one.returned or 0 for one in found)
    return share(sum(one.valid or 0 for one in found), returned, found)


def checks(ledger: Ledger) -> list[PerformanceCheck]:
    """Return the latest check of the period in each enterprise."""
    found: dict[object, PerformanceCheck] = {}
    for one in ledger.during(PerformanceCheck, "checked_on"):
        unit = ledger.unit_of(one)
        known = found.get(unit)
        if known is None or (known.checked_on or date.min) <= (one.checked_on or date.min):
            found[unit] = one
    return list(found.values())


def performance_rate(ledger: Ledger) -> Count:
    """Return the share of the checked enterprises that keep their contract well or mostly."""
    found = checks(ledger)
    kept = [one for one in found if one.result in KEPT]
    return share(len(kept), len(found), kept, [one for one in found if one not in kept])


def open_problems(ledger: Ledger) -> Count:
    """Return the checks by the day of counting whose problems were not put right by then."""
    day = ledger.period.as_of
    return number_of(
        [
            one
            for one in ledger.all(PerformanceCheck)
            if ledger.period.has_reached(one.checked_on)
            and has_problems(one)
            and (one.rectified_on is None or one.rectified_on > day)
        ]
    )


def contracts(ledger: Ledger) -> Count:
    """Return how many contracts are in force: one for an area or trade, however many it covers."""
    found: dict[object, Contract] = {}
    for one in ledger.all(Contract):
        if is_valid(one, ledger.period):
            found.setdefault(document_of(one), one)
    return number_of(list(found.values()))


def document_of(contract: Contract | Signed) -> object:
    """Return the same for rows that are one and the same contract."""
    if contract.scope not in SINGLE:
        if contract.negotiation is not None:
            return (contract.negotiation, contract.kind)
        if contract.title:
            return (name_key(contract.title), contract.kind)
    return contract.id


def renewal_rate(ledger: Ledger) -> Count:
    """Return the share of the contracts that ended in the period and were followed in time."""
    ended = [one for one in ledger.during(Contract, "valid_to") if one.ended_on is None]
    renewed = [one for one in ended if _is_renewed(ledger, one)]
    return share(len(renewed), len(ended), renewed, [one for one in ended if one not in renewed])


def _is_renewed(ledger: Ledger, contract: Contract) -> bool:
    return any(
        later.id != contract.id
        and ledger.period.has_reached(later.signed_on)
        and (later.previous == contract.id or _follows(ledger, later, contract))
        for later in ledger.all(Contract)
    )


def _follows(ledger: Ledger, later: Contract, contract: Contract) -> bool:
    end, signed = contract.valid_to, later.signed_on
    if later.kind != contract.kind or end is None or signed is None:
        return False
    if ledger.unit_of(later) != ledger.unit_of(contract):
        return False
    window = term_before(ledger.store, "nego_renew_days", end)
    first = window.day if window else add_months(end, -RENEWAL_MONTHS)
    return first <= signed <= add_months(end, RENEWAL_MONTHS)


def guides(ledger: Ledger) -> Count:
    """Return the guides in office on the day of counting."""
    day = ledger.period.as_of
    return number_of([one for one in ledger.all(Guide) if one.about.is_alive(one, day)])


def _of_these(ledger: Ledger, record_type: type[Topic] | type[Delegate]) -> Count:
    ids = {one.id for one in negotiations(ledger)}
    return number_of([one for one in ledger.all(record_type) if one.negotiation in ids])


def _stage(code: str, label: str, statuses: tuple[str, ...]) -> Definition:
    return Definition(
        code=code,
        label=label,
        unit="次",
        kind="stock",
        basis="归属本年度、截止日期前已发出要约或开始的协商，按截止日期所到的阶段数，阶段由各步登记的日期推出",
        count=lambda ledger: at_stage(ledger, frozenset(statuses)),
    )


DEFINITIONS: tuple[Definition, ...] = (
    Definition(
        code="nego_total",
        label="开展集体协商",
        unit="次",
        kind="flow",
        basis="要约日期（没有要约的看协商开始日期）在本期内的协商，企业、行业、区域各算一次",
        count=lambda ledger: number_of(negotiations(ledger)),
    ),
    Definition(
        code="nego_offers",
        label="发出集体协商要约",
        unit="份",
        kind="flow",
        basis="要约日期在本期内的协商，一份要约书算一份",
        count=lambda ledger: number_of(offers(ledger)),
    ),
    Definition(
        code="nego_reply_rate",
        label="要约应约率",
        unit="%",
        kind="rate",
        basis="本期要约中对方同意协商的（含要求变更时间的）÷ 本期要约",
        count=answered,
    ),
    *(_stage(code, label, statuses) for code, label, statuses in STAGES),
    Definition(
        code="nego_delegates",
        label="产生协商代表",
        unit="人",
        kind="flow",
        basis="本期开展的各次协商双方的代表相加，一人参加两次协商算两人",
        count=lambda ledger: _of_these(ledger, Delegate),
        is_approximate=True,
    ),
    Definition(
        code="nego_topics",
        label="协商议题",
        unit="项",
        kind="flow",
        basis="本期开展的各次协商的议题相加",
        count=lambda ledger: _of_these(ledger, Topic),
    ),
    Definition(
        code="nego_meetings",
        label="召开协商会议",
        unit="次",
        kind="flow",
        basis="会议日期在本期内的协商会议",
        count=lambda ledger: number_of(ledger.during(NegotiationMeeting, "held_on")),
    ),
    Definition(
        code="nego_votes_passed",
        label="职代会审议通过",
        unit="次",
        kind="flow",
        basis="本期审议中，实到不少于应到的三分之二、同意超过应到半数的；比例按本地规定",
        count=passed_votes,
    ),
    Definition(
        code="nego_return_rate",
        label="议题问卷回收率",
        unit="%",
        kind="rate",
        basis="本期议题征集的回收份数 ÷ 发放份数",
        count=return_rate,
    ),
    Definition(
        code="nego_valid_rate",
        label="议题问卷有效率",
        unit="%",
        kind="rate",
        basis="本期议题征集的有效份数 ÷ 回收份数",
        count=valid_rate,
    ),
    Definition(
        code="cb_contracts",
        label="有效集体合同",
        unit="份",
        kind="stock",
        basis="截止日期有效的各种集体合同；同一次区域、行业协商或合同全称相同的区域、行业合同算一份",
        count=contracts,
    ),
    Definition(
        code="cb_checked",
        label="集体合同履约检查企业",
        unit="家",
        kind="flow",
        basis="本期检查过的企业，一家检查几次算一家",
        count=lambda ledger: number_of(checks(ledger)),
    ),
    Definition(
        code="cb_performance_rate",
        label="集体合同履约率",
        unit="%",
        kind="rate",
        basis="最近一次检查结论为履行良好、基本履行的企业 ÷ 本期受检企业",
        count=performance_rate,
    ),
    Definition(
        code="cb_problems_open",
        label="履约检查待整改企业",
        unit="家次",
        kind="stock",
        basis="截止日期前检查发现问题、到截止日期还没有整改完成的",
        count=open_problems,
    ),
    Definition(
        code="cb_renewal_rate",
        label="集体合同续签率",
        unit="%",
        kind="rate",
        basis="本期期满的合同中按期续签的 ÷ 本期期满的合同；续签指登记了上一份合同，"
        "或同一企业在续签提前期起、期满后三个月内又签了同种合同",
        count=renewal_rate,
    ),
    Definition(
        code="cb_guides",
        label="集体协商指导员",
        unit="人",
        kind="stock",
        basis="截止日期在任的指导员",
        count=guides,
    ),
)
