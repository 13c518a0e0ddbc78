"""What the dated records of a year offer for the chronicle."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models import codes
from models.fields import fields_of
from models.figures.figure import Ledger
from models.periods import Period
from models.records.activities import Event
from models.records.bargaining import Contract
from models.records.base import Record
from models.records.diary import ChronicleEntry, Meeting, Reception
from models.records.honours import Honour, MediaReport
from models.records.papers import Document
from models.records.safety import Training
from models.store import Store

MEETING, FOUNDING, CONTEST, PRAISE, VISIT, PAPER, ACTIVITY, BARGAINING = "12345678"
# Opinions, plans and decisions are the papers that a chronicle names; notices and replies are not.
WEIGHTY = frozenset({"2", "3", "4"})
REGIONAL = "3"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A day and the words for it, with the record that says so."""

    day: date
    words: str
    kind: str
    source: Record

    def entry(self) -> ChronicleEntry:
        """Return the entry of the chronicle that this would be."""
        return ChronicleEntry(
            held_on=self.day,
            content=self.words,
            kind=self.kind,
            source_table=self.source.about.table,
            source=self.source.id,
        )


def proposals(store: Store, period: Period) -> list[Proposal]:
    """Return what happened in a period and is not in the chronicle yet, in the order of days."""
    ledger = Ledger(store, period)
    known = {(one.source_table, one.source) for one in ledger.all(ChronicleEntry)}
    said = {(one.held_on, one.content) for one in ledger.all(ChronicleEntry)}
    found = [
        one
        for one in _all(ledger)
        if period.holds(one.day)
        and (one.source.about.table, one.source.id) not in known
        and (one.day, one.words) not in said
    ]
    return sorted(found, key=lambda one: (one.day, one.words))


def _all(ledger: Ledger) -> Iterator[Proposal]:
    union = ledger.store.town().union_name
    yield from _receptions(ledger)
    for event in ledger.all(Event):
        if event.held_on:
            words = f"{event.host or union}{held(event)}{_people(event.headcount)}。"
            yield Proposal(event.held_on, words, ACTIVITY, event)
    for meeting in ledger.all(Meeting):
        if meeting.held_on:
            title = meeting.title.removeprefix(union)
            words = f"{union}召开{title}{_people(meeting.headcount)}。"
            yield Proposal(meeting.held_on, words, MEETING, meeting)
    yield from _honours(ledger)
    yield from _papers(ledger)
    yield from _contracts(ledger)
    for training in ledger.all(Training):
        if training.start_on:
            words = f"{union}举办{training.title.removeprefix(union)}。"
            yield Proposal(training.start_on, words, MEETING, training)


def held(event: Event) -> str:
    """Return what was done, 举办职工篮球赛 or 开展两节送温暖活动, as gifts and advice are not held."""
    kinds = codes.table("event_kind")
    if event.kind in kinds.codes_where("is_condolence") | kinds.codes_where("is_law"):
        return f"开展{event.title.removesuffix('活动')}活动"
    return f"举办{event.title}"


def _people(count: int | None) -> str:
    return f"，{count}人参加" if count else ""


def _receptions(ledger: Ledger) -> Iterator[Proposal]:
    town = ledger.store.town().name
    for one in ledger.all(Reception):
        if one.received_on:
            purpose = fields_of(Reception)["purpose"].show(one.purpose)
            comment = f"，{one.comment}" if one.comment else ""
            came = "".join(one.leaders.split())
            words = f"{came}到{town}{purpose}{comment}".rstrip("。")
            yield Proposal(one.received_on, f"{words}。", VISIT, one)


def _honours(ledger: Ledger) -> Iterator[Proposal]:
    for honour in ledger.all(Honour):
        if honour.awarded_on:
            words = f"{honour.owner}获{honour.title}，{honour.issuer}授予。"
            yield Proposal(honour.awarded_on, words, PRAISE, honour)
    for report in ledger.all(MediaReport):
        if report.published_on:
            words = f"{_quoted(report.media)}刊发{_quoted(report.title)}。"
            yield Proposal(report.published_on, words, PRAISE, report)


def _papers(ledger: Ledger) -> Iterator[Proposal]:
    for paper in ledger.all(Document):
        if paper.issued_on and paper.kind in WEIGHTY:
            words = f"印发{_quoted(paper.title)}（{paper.doc_no}）。"
            yield Proposal(paper.issued_on, words, PAPER, paper)


def _contracts(ledger: Ledger) -> Iterator[Proposal]:
    """Yield each day on which several enterprises signed regional contracts, once."""
    by_day: dict[date, list[Contract]] = {}
    for one in ledger.all(Contract):
        if one.scope == REGIONAL and one.signed_on:
            by_day.setdefault(one.signed_on, []).append(one)
    for day, signed in by_day.items():
        if len(signed) > 1:
            words = f"区域性集体合同签订，{len(signed)}家企业参加。"
            yield Proposal(day, words, BARGAINING, signed[0])


def _quoted(text: str) -> str:
    return text if text.startswith("《") else f"《{text}》"
