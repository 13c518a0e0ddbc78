"""One negotiation with everything that belongs to it: how far it has come, and moving it on."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar, cast

from models.records.bargaining import Contract
from models.records.base import Record
from models.records.negotiation import (
    Delegate,
    Negotiation,
    NegotiationMeeting,
    NegotiationVote,
    Topic,
    TopicSurvey,
)
from models.records.negotiation_care import PerformanceCheck
from models.rules.findings import Lookup
from models.rules.negotiation import ANSWERED, OFFERED, PLANNED, TALKING, reached
from models.rules.negotiation_votes import OF_A_UNIT, Outcome, outcome_of

R = TypeVar("R", bound=Record)
SIGNED, FILED, EFFECTIVE, PUBLISHED, PERFORMED = "7", "8", "9", "10", "11"
EXPIRED, ENDED, FAILED, OBJECTED = "12", "13", "23", "24"
VOTED = "6"
OBJECTION = "2"
# Where the way of a negotiation stops short; it may begin again.
STOPPED = frozenset({ENDED, "21", "22", FAILED})
OWN_DAYS = ("offer_on", "replied_on", "started_on", "suspended_on", "resumed_on", "drafted_on")
CONTRACT_DAYS = ("signed_on", "filed_on", "received_on", "effective_on", "published_on")
NEGOTIATION, CONTRACT, DELEGATE = "cb_nego", "cb_contract", "cb_rep"


class Memory:
    """A lookup that asks the store for the same records only once; made anew for every look."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._known: dict[tuple[object, ...], Sequence[Record]] = {}

    def find(self, record_type: type[R], **equals: object) -> Sequence[R]:
        """Return the records whose fields equal the given values."""
        key = (record_type, *sorted(equals.items()))
        if key not in self._known:
            self._known[key] = self._lookup.find(record_type, **equals)
        return cast("Sequence[R]", self._known[key])


@dataclass(frozen=True, slots=True)
class Case:
    """A negotiation and its parts as they are now."""

    negotiation: Negotiation
    delegates: tuple[Delegate, ...] = ()
    topics: tuple[Topic, ...] = ()
    surveys: tuple[TopicSurvey, ...] = ()
    meetings: tuple[NegotiationMeeting, ...] = ()
    votes: tuple[NegotiationVote, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    contracts: tuple[Contract, ...] = ()
    checks: tuple[PerformanceCheck, ...] = ()
    renewals: tuple[Contract, ...] = ()

    @property
    def first_meeting(self) -> date | None:
        """The day of the first meeting, held or planned."""
        return min(_days(self.meetings, "held_on"), default=self.negotiation.started_on)

    @property
    def has_passed(self) -> bool:
        """Whether the draft was approved: by a congress of the area or trade, or in every unit that voted."""
        judged = list(zip(self.votes, self.outcomes, strict=True))
        if any(found.passed for vote, found in judged if vote.body not in OF_A_UNIT):
            return True
        latest = {vote.unit or vote.unit_name: found for vote, found in judged}
        return bool(latest) and all(found.passed for found in latest.values())

    def rows(self, table: str) -> Sequence[Record]:
        """Return the records of this case that a date of a table is kept in."""
        sitting = [one for one in self.delegates if one.left_on is None]
        return {
            NEGOTIATION: (self.negotiation,),
            CONTRACT: self.contracts,
            DELEGATE: sitting,
        }[table]


def read_case(lookup: Lookup, negotiation: Negotiation) -> Case:
    """Return a negotiation with its parts, its contracts and their checks."""
    own = negotiation.id
    votes = tuple(lookup.find(NegotiationVote, negotiation=own))
    contracts = tuple(lookup.find(Contract, negotiation=own))
    return Case(
        negotiation=negotiation,
        delegates=tuple(lookup.find(Delegate, negotiation=own)),
        topics=tuple(lookup.find(Topic, negotiation=own)),
        surveys=tuple(lookup.find(TopicSurvey, negotiation=own)),
        meetings=tuple(lookup.find(NegotiationMeeting, negotiation=own)),
        votes=votes,
        outcomes=tuple(outcome_of(lookup, one) for one in votes),
        contracts=contracts,
        checks=tuple(
            check for one in contracts for check in lookup.find(PerformanceCheck, contract=one.id)
        ),
        renewals=tuple(
            later for one in contracts for later in lookup.find(Contract, previous=one.id)
        ),
    )


def status_of(case: Case, day: date) -> str:
    """Return how far a negotiation had come on a day, told by what is recorded up to it."""
    case = _up_to(case, day)
    own = case.negotiation
    if own.status == ENDED and not case.contracts:
        return ENDED
    if case.contracts:
        return _status_of_contracts(case, day)
    if case.has_passed:
        return VOTED
    last_vote = max(_days(case.votes, "held_on"), default=None)
    last_meeting = max(_days(case.meetings, "held_on"), default=None)
    if last_vote and (last_meeting is None or last_meeting <= last_vote):
        return FAILED
    found = reached(own)
    return TALKING if case.meetings and found in {PLANNED, OFFERED, ANSWERED} else found


def _status_of_contracts(case: Case, day: date) -> str:
    contracts = case.contracts
    if all(one.ended_on and one.ended_on <= day for one in contracts):
        return ENDED
    if all(one.valid_to and one.valid_to < day for one in contracts):
        return EXPIRED
    if all(_is_by(one.published_on, day) for one in contracts):
        has_begun = all((one.valid_from or day) <= day for one in contracts)
        return PERFORMED if has_begun else PUBLISHED
    if any(one.review_result == OBJECTION and one.effective_on is None for one in contracts):
        return OBJECTED
    for status, name in ((EFFECTIVE, "effective_on"), (FILED, "filed_on")):
        if all(_is_by(getattr(one, name), day) for one in contracts):
            return status
    return SIGNED


def _up_to(case: Case, day: date) -> Case:
    """Return what was known of a negotiation on a day."""
    own = case.negotiation
    later = [name for name in OWN_DAYS if not _is_by(getattr(own, name) or day, day)]
    values: dict[str, Any] = dict.fromkeys(later)
    if "replied_on" in values:
        values["reply_result"] = ""
    judged = [
        pair for pair in zip(case.votes, case.outcomes, strict=True) if _is_by(pair[0].held_on, day)
    ]
    return replace(
        case,
        negotiation=replace(own, **values) if values else own,
        meetings=tuple(one for one in case.meetings if _is_by(one.held_on, day)),
        votes=tuple(vote for vote, _ in judged),
        outcomes=tuple(found for _, found in judged),
        contracts=tuple(one for one in case.contracts if _is_by(one.signed_on, day)),
    )


def _is_by(value: date | None, day: date) -> bool:
    return value is not None and value <= day


def seen_on(case: Case, day: date, today: date) -> date:
    """Return the day for which a negotiation is shown: the one asked for, or its latest event after it."""
    known = [
        *(found for name in OWN_DAYS for found in _days([case.negotiation], name)),
        *_days(case.meetings, "held_on"),
        *_days(case.votes, "held_on"),
        *(found for name in CONTRACT_DAYS for found in _days(case.contracts, name)),
    ]
    return max([day, *(one for one in known if one <= today)])


def with_day(
    case: Case,
    place: tuple[str, str],
    day: date | None,
    *,
    today: date,
    also: Mapping[str, object] | None = None,
    among: Callable[[Record], bool] | None = None,
) -> list[Record]:
    """Return what is to be saved when a day of a stage is filled in, the status moved on with it.

    `place` names table and field. A day that contracts or delegates share goes to those that still
    lack it, and only when none does to each of them; `among` narrows whom it is about.
    """
    table, name = place
    values: dict[str, Any] = {name: day, **(also or {})}
    rows = [one for one in case.rows(table) if among is None or among(one)]
    blank = [one for one in rows if getattr(one, name) is None]
    changed = [replace(one, **values) for one in (blank if day and blank else rows)]
    return [*_others(changed), moved_on(_with(case, changed), today)]


def moved_on(case: Case, today: date) -> Negotiation:
    """Return the negotiation with the status and the first day that its parts tell."""
    own = case.negotiation
    if own.started_on is None and case.first_meeting and case.first_meeting <= today:
        own = replace(own, started_on=case.first_meeting)
    return replace(own, status=status_of(replace(case, negotiation=own), today))


def _with(case: Case, changed: Sequence[Record]) -> Case:
    own = next((one for one in changed if isinstance(one, Negotiation)), case.negotiation)
    fresh = {one.id: one for one in changed if isinstance(one, Contract)}
    contracts = tuple(fresh.get(one.id, one) for one in case.contracts)
    return replace(case, negotiation=own, contracts=contracts)


def _others(changed: Iterable[Record]) -> list[Record]:
    return [one for one in changed if not isinstance(one, Negotiation)]


def _days(records: Iterable[Record], name: str) -> list[date]:
    found = (getattr(one, name) for one in records)
    return [one for one in found if isinstance(one, date)]
