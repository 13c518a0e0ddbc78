"""What is late and what falls due soon, in the order of urgency, each with its records."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from models.negotiation_case import Memory, read_case
from models.negotiation_stages import overdue, stages_of
from models.records.appeals import Appeal
from models.records.bargaining import Contract
from models.records.base import Record
from models.records.diary import IncomingDocument
from models.records.elections import LegalCertificate
from models.records.hardship import Pairing, Review
from models.records.hardship_file import HardshipFile
from models.records.mutual import MutualPolicy
from models.records.negotiation import Negotiation
from models.records.remittances import FundDun
from models.records.rights import LawLetter, RightsCase
from models.records.safety import Hazard
from models.records.unions import UnionTerm
from models.rules.case_clocks import answer_day, next_clock
from models.rules.local import limit
from models.rules.service import is_overdue
from models.store import Store
from models.values.text import name_key

REVIEW_MONTH = 10


@dataclass(frozen=True, slots=True)
class Reminder:
    """Something to do, in words, with the records that it is about."""

    words: str
    table: str
    ids: frozenset[int]
    is_late: bool


def reminders(store: Store, day: date) -> list[Reminder]:
    """Return what is late on a day, then what falls due soon; nothing that needs no doing."""
    late = [one for find in _LATE for one in find(store, day)]
    return [*late, *(one for find in _SOON for one in find(store, day))]


def _appeals(store: Store, day: date) -> Iterator[Reminder]:
    found = [one for one in store.all(Appeal) if is_overdue(one, store, day)]
    yield from _late(found, "职工诉求：{}件超过办结期限")


def _cases(store: Store, day: date) -> Iterator[Reminder]:
    found = []
    for case in store.all(RightsCase):
        clock = next_clock(case, store, day) if case.about.is_alive(case, day) else None
        if clock is not None and clock.due < day:
            found.append(case)
    yield from _late(found, "维权个案：{}件有超过法定期限的事项")


def _letters(store: Store, day: date) -> Iterator[Reminder]:
    found = []
    for letter in store.find(LawLetter, answered_on=None, escalated_on=None):
        due = answer_day(letter, store)
        if due is not None and due < day:
            found.append(letter)
    yield from _late(found, "一函两书：{}件过了答复期限还没有答复")


def _hazards(store: Store, day: date) -> Iterator[Reminder]:
    found = [
        one
        for one in store.find(Hazard, fixed_on=None)
        if one.due_on is not None and one.due_on < day and one.about.is_alive(one, day)
    ]
    yield from _late(found, "隐患：{}处超过整改期限")


def _negotiations(store: Store, day: date) -> Iterator[Reminder]:
    memory = Memory(store)
    found = [
        one
        for one in store.all(Negotiation)
        if one.about.is_alive(one, day) and overdue(stages_of(memory, read_case(memory, one), day))
    ]
    yield from _late(found, "集体协商：{}次有超期的事项")


def _papers(store: Store, day: date) -> Iterator[Reminder]:
    found = [
        one
        for one in store.find(IncomingDocument, done_on=None)
        if one.due_on is not None and one.due_on < day
    ]
    yield from _late(found, "收文：{}件过了办理时限")


def _dunned(store: Store, day: date) -> Iterator[Reminder]:
    found = [
        one
        for one in store.find(FundDun, paid_on=None, order_on=None)
        if one.deadline is not None and one.deadline < day
    ]
    yield from _late(found, "经费催缴：{}件过了限期还没有补缴")


def _pairings(store: Store, day: date) -> Iterator[Reminder]:
    files = {one.id: one for one in store.all(HardshipFile)}
    live = {key for key, one in files.items() if one.about.is_alive(one, day)}
    everyone = store.all(Pairing)
    paired = {one.household for one in everyone if one.about.is_alive(one, day)}
    over = [
        one
        for one in everyone
        if one.household in live
        and one.household not in paired
        and one.to_on
        and one.to_on.last() < day
    ]
    yield from _late(over, "结对帮扶：{}户在档的结对已经到期")


def _reviews(store: Store, day: date) -> Iterator[Reminder]:
    """Yield the files on file that nobody reviewed this year, from autumn on."""
    if day.month < REVIEW_MONTH:
        return
    done = {
        one.household
        for one in store.all(Review)
        if one.reviewed_on is not None and one.reviewed_on.year == day.year
    }
    found = [
        one
        for one in store.all(HardshipFile)
        if one.about.is_alive(one, day) and one.id not in done and _filed_before(one, day.year)
    ]
    yield from _soon(found, f"困难职工：{{}}户{day.year}年还没有复核")


def _filed_before(file: HardshipFile, year: int) -> bool:
    return file.filed_on is None or file.filed_on.year < year


def _terms(store: Store, day: date) -> Iterator[Reminder]:
    latest: dict[int | None, UnionTerm] = {}
    for one in store.all(UnionTerm):
        latest[one.union] = one
    ends = {one: one.extended_to or one.expires_on for one in latest.values()}
    over = [one for one, end in ends.items() if end is not None and end < day]
    yield from _late(over, "届次：{}家工会已经届满，还没有换届")
    until = day + timedelta(days=_days(store, "renewal_remind_days", day))
    coming = [one for one, end in ends.items() if end is not None and day <= end <= until]
    yield from _soon(coming, f"届次：{{}}家工会将在{until.isoformat()}前届满")


def _certificates(store: Store, day: date) -> Iterator[Reminder]:
    until = day + timedelta(days=_days(store, "legal_cert_renew_days", day))
    found = [
        one
        for one in store.all(LegalCertificate)
        if one.about.is_alive(one, day) and one.valid_to is not None and one.valid_to <= until
    ]
    yield from _soon(found, f"法人证书：{{}}份将在{until.isoformat()}前到期，要换领")


def _contracts(store: Store, day: date) -> Iterator[Reminder]:
    """Yield the contracts that end soon and that no later one of the unit and kind follows."""
    everyone = store.all(Contract)
    until = day + timedelta(days=_days(store, "nego_renew_days", day))
    latest: dict[object, date] = {}
    for one in everyone:
        key = _contract_key(one)
        latest[key] = max(latest.get(key, date.min), one.valid_to or date.min)
    found = [
        one
        for one in everyone
        if one.about.is_alive(one, day)
        and one.valid_to is not None
        and one.valid_to <= until
        and latest[_contract_key(one)] == one.valid_to
    ]
    yield from _soon(found, f"集体合同：{{}}份将在{until.isoformat()}前到期，要续签")


def _contract_key(contract: Contract) -> object:
    return contract.kind, contract.unit or name_key(contract.unit_name)


def _policies(store: Store, day: date) -> Iterator[Reminder]:
    everyone = store.all(MutualPolicy)
    renewed = {one.previous for one in everyone if one.previous is not None}
    until = day + timedelta(days=_days(store, "mutual_renew_days", day))
    found = [
        one
        for one in everyone
        if one.id not in renewed
        and one.about.is_alive(one, day)
        and one.end_on is not None
        and one.end_on <= until
    ]
    yield from _soon(found, f"互助保障：{{}}份将在{until.isoformat()}前到期，要续保")


def _days(store: Store, rule: str, day: date) -> int:
    found = limit(store, rule, day)
    return found.whole if found else 0


def _late(records: Sequence[Record], words: str) -> Iterator[Reminder]:
    yield from _reminder(records, words, is_late=True)


def _soon(records: Sequence[Record], words: str) -> Iterator[Reminder]:
    yield from _reminder(records, words, is_late=False)


def _reminder(records: Sequence[Record], words: str, *, is_late: bool) -> Iterator[Reminder]:
    if records:
        ids = frozenset(cast("int", one.id) for one in records)
        yield Reminder(words.format(len(records)), records[0].about.table, ids, is_late)


Find = Callable[[Store, date], Iterator[Reminder]]
_LATE: tuple[Find, ...] = (
    _appeals,
    _cases,
    _letters,
    _hazards,
    _negotiations,
    _papers,
    _dunned,
    _pairings,
)
_SOON: tuple[Find, ...] = (_terms, _certificates, _contracts, _policies, _reviews)
