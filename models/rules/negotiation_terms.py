"""Terms of a negotiation: the last day of each, how long it is, and where that is written."""

from dataclasses import dataclass
from datetime import date, timedelta

from models.records.negotiation import Negotiation
from models.rules.findings import Lookup
from models.rules.local import Limit, deadline, is_workday, limit, next_workday
from models.values.dates import add_months

FROM_OFFER, FROM_CONSENT, FROM_MEETING = "1", "2", "3"


@dataclass(frozen=True, slots=True)
class Term:
    """A day by which something is to be done, and the rule that says so."""

    day: date
    length: Limit

    @property
    def words(self) -> str:
        """Return the rule as it is shown beside the day: 10日，山东省企业工资集体协商条例."""
        shown = self.length.says()
        is_plain = not (self.length.in_workdays or self.length.in_months)
        length = f"{shown}日" if is_plain else shown
        return f"{length}，{self.length.source}" if self.length.source else length


def term(lookup: Lookup, rule: str, start: date | None) -> Term | None:
    """Return the term that runs from a day; the first day is not counted."""
    last, length = deadline(lookup, rule, start), limit(lookup, rule, start)
    return Term(last, length) if last and length else None


def term_before(lookup: Lookup, rule: str, event: date | None) -> Term | None:
    """Return the last day on which something is early enough before an event."""
    length = limit(lookup, rule, event) if event else None
    if event is None or length is None:
        return None
    if length.in_months:
        return Term(add_months(event, -length.whole), length)
    if not length.in_workdays:
        return Term(event - timedelta(days=length.whole), length)
    day, left = event, length.whole
    while left > 0:
        day -= timedelta(days=1)
        left -= is_workday(lookup, day)
    return Term(day, length)


def total_term(lookup: Lookup, case: Negotiation, first_meeting: date | None) -> Term | None:
    """Return by when the contract is to be signed; the days of a suspension are not counted.

    From which day it runs differs: the offer's receipt, the consent or the first meeting.
    None while it is suspended, too: it goes on when the negotiation is resumed.
    """
    start = total_start(lookup, case, first_meeting)
    found = term(lookup, "nego_total_days", start)
    if start is None or found is None or case.suspended_on is None:
        return found
    if case.resumed_on is None:
        return None
    if not start <= case.suspended_on <= found.day:
        return found
    return Term(_without_pause(lookup, start, found, case), found.length)


def total_start(lookup: Lookup, case: Negotiation, first_meeting: date | None) -> date | None:
    """Return the day from which the term of the whole negotiation runs."""
    rule = limit(lookup, "nego_total_from", case.received_on)
    starts = {
        FROM_OFFER: case.received_on,
        FROM_CONSENT: case.replied_on if case.reply_result in {"1", "3"} else None,
        FROM_MEETING: first_meeting,
    }
    return starts[str(rule.whole)] if rule and str(rule.whole) in starts else None


def suspension_term(lookup: Lookup, case: Negotiation) -> Term | None:
    """Return by when a suspended negotiation is to be resumed."""
    return term(lookup, "nego_suspend_days", case.suspended_on)


def _without_pause(lookup: Lookup, start: date, found: Term, case: Negotiation) -> date:
    """Count the term again, leaving out the days from the suspension until it was resumed."""
    paused, resumed = case.suspended_on or start, case.resumed_on or start
    if found.length.in_months:
        plain = add_months(start, found.length.whole)
        return next_workday(lookup, plain + (resumed - paused))
    day, left = start, found.length.whole
    while left > 0:
        day += timedelta(days=1)
        is_counted = not found.length.in_workdays or is_workday(lookup, day)
        left -= is_counted and not paused <= day < resumed
    return day if found.length.in_workdays else next_workday(lookup, day)
