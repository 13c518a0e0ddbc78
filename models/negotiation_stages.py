"""The stages of a negotiation in their order: what is done, what comes next, what is overdue."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from models import codes
from models.negotiation_case import (
    CONTRACT,
    DELEGATE,
    NEGOTIATION,
    OBJECTION,
    STOPPED,
    Case,
    status_of,
)
from models.records.negotiation_care import has_problems
from models.rules.findings import Lookup
from models.rules.local import limit
from models.rules.negotiation_delegates import EMPLOYER, SIDES, WORKERS, bench_findings
from models.rules.negotiation_terms import (
    Term,
    suspension_term,
    term,
    term_before,
    total_term,
)
from models.values.dates import say_day_within, show_day

StageState = Literal["done", "next", "open", "missed", "stopped"]
AGREED_TO_TALK = frozenset({"1", "3"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A day that a stage records: where it is kept, its name, what was done on it.

    `press` are the words for doing it today where the verb alone would not say what is meant.
    """

    place: tuple[str, str]
    label: str
    verb: str
    days: tuple[date, ...]
    missing: int = 0
    press: str = ""

    @property
    def day(self) -> date | None:
        """The last of its days, None while any is missing."""
        return None if self.missing or not self.days else max(self.days)

    @property
    def words(self) -> str:
        """Return the days as they are shown: one, a span, or how many are there."""
        if not self.days:
            return ""
        first, last = min(self.days), max(self.days)
        span = show_day(first) if first == last else f"{show_day(first)} 至 {show_day(last)}"
        whole = len(self.days) + self.missing
        return f"{span}（{len(self.days)}/{whole}）" if self.missing else span


@dataclass(frozen=True, slots=True)
class Due:
    """A day by which something is to be done, whether it was, and the sentence that says so."""

    words: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class Stage:
    """One of the stages, as it stands on a day."""

    code: str
    title: str
    is_done: bool
    entries: tuple[Entry, ...] = ()
    dues: tuple[Due, ...] = ()
    notes: tuple[str, ...] = ()
    proposal: date | None = None
    result: str = ""
    state: StageState = "open"

    @property
    def is_late(self) -> bool:
        """Whether something of this stage is overdue now."""
        return any(one.is_late for one in self.dues)


@dataclass(frozen=True, slots=True)
class Clock:
    """The office's rules and the day on which one looks."""

    lookup: Lookup
    case: Case
    today: date

    def due(self, found: Term | None, verb: str, done: date | None = None) -> tuple[Due, ...]:
        """Return the sentence about a term: still to come, overdue, or done too late."""
        if found is None:
            return ()
        rule = f"应于{_said(found.day, self.case)}前{verb}（{found.words}）"
        if done is not None:
            late = (done - found.day).days
            return (Due(f"{rule}，晚了{late}天", is_late=False),) if late > 0 else ()
        left = (found.day - self.today).days
        if left < 0:
            return (Due(f"{rule}，已超期{-left}天", is_late=True),)
        return (Due(f"{rule}，{f'还有{left}天' if left else '今天到期'}", is_late=False),)


def stages_of(lookup: Lookup, case: Case, today: date) -> tuple[Stage, ...]:
    """Return all twelve stages; the first that is not done after the last done one is the next."""
    clock = Clock(lookup, case, today)
    found = [one(clock) for one in _STAGES]
    last = max((number for number, one in enumerate(found) if one.is_done), default=-1)
    is_stopped = status_of(case, today) in STOPPED
    return tuple(
        _standing(one, _state(number, last, is_stopped=is_stopped, is_done=one.is_done))
        for number, one in enumerate(found)
    )


def overdue(stages: Sequence[Stage]) -> tuple[str, ...]:
    """Return what is overdue, in words."""
    return tuple(due.words for one in stages for due in one.dues if due.is_late)


def current(stages: Sequence[Stage]) -> Stage | None:
    """Return the stage that comes next, None when none does."""
    return next((one for one in stages if one.state == "next"), None)


def _state(number: int, last: int, *, is_stopped: bool, is_done: bool) -> StageState:
    if is_done:
        return "done"
    if number < last:
        return "missed"
    if is_stopped:
        return "stopped"
    return "next" if number == last + 1 else "open"


def _standing(stage: Stage, state: StageState) -> Stage:
    # What was passed by or stopped is no longer waited for.
    is_over = state in {"missed", "stopped"}
    dues = tuple(one for one in stage.dues if not (is_over and one.is_late))
    return replace(stage, dues=dues, state=state)


def _entry(case: Case, place: tuple[str, str], label: str, verb: str) -> Entry:
    table, name = place
    values = [getattr(one, name) for one in case.rows(table)]
    days = tuple(one for one in values if one is not None)
    missing = len(values) - len(days) if table != NEGOTIATION else 0
    return Entry(place, label, verb, days, missing)


def _offer(clock: Clock) -> Stage:
    case = clock.case
    sent = _entry(case, (NEGOTIATION, "offer_on"), "要约日期", "发出要约")
    received = _entry(case, (NEGOTIATION, "received_on"), "送达日期", "送达")
    notes = ("送达以后才起算答复期限",) if sent.day and not received.day else ()
    return Stage("offer", "要约", received.day is not None, (sent, received), notes=notes)


def _reply(clock: Clock) -> Stage:
    own = clock.case.negotiation
    replied = _entry(clock.case, (NEGOTIATION, "replied_on"), "答复日期", "答复")
    replied = replace(replied, press="今天同意协商")
    due = clock.due(term(clock.lookup, "nego_reply_days", own.received_on), "答复", own.replied_on)
    words = codes.table("reply_result").label(own.reply_result) if own.reply_result else ""
    is_done = own.replied_on is not None and own.reply_result in AGREED_TO_TALK
    return Stage("reply", "答复", is_done, (replied,), due, result=words)


def _delegates(clock: Clock) -> Stage:
    case = clock.case
    sitting = [one for one in case.delegates if one.left_on is None]
    published = _entry(case, (DELEGATE, "published_on"), "公布日期", "公布名单")
    elected = max((one.elected_on for one in sitting if one.elected_on), default=None)
    due = clock.due(
        term(clock.lookup, "nego_reps_publish_days", elected), "公布名单", published.day
    )
    least = limit(clock.lookup, "nego_reps_min", case.negotiation.received_on)
    counts = {side: sum(one.side == side for one in sitting) for side in SIDES}
    chiefs = {one.side for one in sitting if one.is_chief}
    is_done = {WORKERS, EMPLOYER} <= chiefs and all(
        count >= (least.whole if least else 1) for count in counts.values()
    )
    notes = [one.text for one in bench_findings(clock.lookup, case.negotiation, case.delegates)]
    entries = (published,) if sitting else ()
    return Stage("delegates", "代表", is_done, entries, due, tuple(notes) if case.delegates else ())


def _data(clock: Clock) -> Stage:
    case, own = clock.case, clock.case.negotiation
    given = _entry(case, (NEGOTIATION, "data_given_on"), "提供资料日期", "提供资料")
    reported = _entry(case, (NEGOTIATION, "reported_on"), "报告上级工会日期", "报告上级工会")
    must_report = limit(clock.lookup, "nego_report_days", own.received_on) is not None
    entries = (given, reported) if must_report or reported.days else (given,)
    dues: tuple[Due, ...] = ()
    notes: list[str] = []
    for rule, entry in (("nego_data_days", given), ("nego_report_days", reported)):
        found = term_before(clock.lookup, rule, case.first_meeting)
        dues += clock.due(found, entry.verb, entry.day)
        length = limit(clock.lookup, rule, own.received_on)
        if found is None and length and entry.day is None:
            days = length.says() if length.in_workdays else f"{length.says()}日"
            notes.append(f"首次会议前{days}{entry.verb}（{length.source}）")
    is_done = all(one.day for one in entries)
    return Stage("data", "资料", is_done, entries, dues, tuple(notes))


def _meetings(clock: Clock) -> Stage:
    case, own = clock.case, clock.case.negotiation
    entries: tuple[Entry, ...] = ()
    dues: tuple[Due, ...] = ()
    notes: list[str] = []
    if own.suspended_on:
        paused = _entry(case, (NEGOTIATION, "suspended_on"), "中止日期", "中止")
        entries = (paused, _entry(case, (NEGOTIATION, "resumed_on"), "恢复日期", "恢复"))
        dues += clock.due(suspension_term(clock.lookup, own), "恢复协商", own.resumed_on)
    if own.suspended_on and not own.resumed_on:
        notes.append("协商已中止，恢复以后接着算期限")
    held = [one for one in case.meetings if one.held_on and one.held_on <= clock.today]
    if held and not held[-1].signed_all:
        notes.append(f"第{held[-1].sequence}次会议记录还没有全体代表签字，签字后才能形成草案")
    is_done = bool(held) and (own.drafted_on is not None or held[-1].signed_all)
    return Stage("meetings", "会议", is_done, entries, dues, tuple(notes))


def _draft(clock: Clock) -> Stage:
    drafted = _entry(clock.case, (NEGOTIATION, "drafted_on"), "草案形成日期", "形成草案")
    return Stage("draft", "草案", drafted.day is not None, (drafted,))


def _vote(clock: Clock) -> Stage:
    case = clock.case
    first = min((one.held_on for one in case.votes if one.held_on), default=None)
    found = term(clock.lookup, "nego_vote_days", case.negotiation.drafted_on)
    last = case.outcomes[-1].words if case.outcomes else ""
    notes = () if case.has_passed or not last else (last,)
    dues = clock.due(found, "提交审议", first)
    result = last if case.has_passed else ""
    return Stage("vote", "审议", case.has_passed, (), dues, notes, result=result)


def _sign(clock: Clock) -> Stage:
    case = clock.case
    signed = _entry(case, (CONTRACT, "signed_on"), "签订日期", "签字")
    found = total_term(clock.lookup, case.negotiation, case.first_meeting)
    is_extended = found is not None and case.negotiation.resumed_on is not None
    notes = ("协商总期限已扣除中止的天数",) if is_extended else ()
    dues = clock.due(found, "签字", signed.day)
    is_done = bool(case.contracts) and signed.day is not None
    return Stage("sign", "签字", is_done, (signed,) if case.contracts else (), dues, notes)


def _file(clock: Clock) -> Stage:
    case = clock.case
    filed = _entry(case, (CONTRACT, "filed_on"), "报送日期", "报送")
    received = _entry(case, (CONTRACT, "received_on"), "人社部门收到日期", "收到")
    signed = _entry(case, (CONTRACT, "signed_on"), "签订日期", "签字").day
    due = clock.due(term(clock.lookup, "nego_filing_days", signed), "报送", filed.day)
    notes = ("人社部门收到以后才起算审查期限",) if filed.day and not received.day else ()
    is_done = filed.day is not None and received.day is not None
    entries = (filed, received) if case.contracts else ()
    return Stage("file", "报送", is_done, entries, due, notes)


def _effect(clock: Clock) -> Stage:
    case = clock.case
    effective = _entry(case, (CONTRACT, "effective_on"), "生效日期", "生效")
    entries = (effective,) if case.contracts else ()
    if effective.day:
        return Stage("effect", "生效", True, entries)
    if any(one.review_result == OBJECTION for one in case.contracts):
        return Stage("effect", "生效", False, entries, notes=("人社部门有异议，修改后重新报送",))
    received = _entry(case, (CONTRACT, "received_on"), "收到日期", "收到").day
    found = term(clock.lookup, "nego_effective_days", received)
    if found is None:
        return Stage("effect", "生效", False, entries)
    rule = f"{_said(found.day, case)}前未提出异议即生效（{found.words}）"
    has_passed = clock.today > found.day
    note = f"{rule}，期限已过，请确认" if has_passed else f"{rule}，还有{_left(found, clock)}天"
    proposal = found.day if has_passed else None
    return Stage("effect", "生效", False, entries, notes=(note,), proposal=proposal)


def _publish(clock: Clock) -> Stage:
    case = clock.case
    published = _entry(case, (CONTRACT, "published_on"), "公布日期", "公布")
    filed = _entry(case, (CONTRACT, "union_filed_on"), "报上级工会日期", "报上级工会备案")
    effective = _entry(case, (CONTRACT, "effective_on"), "生效日期", "生效").day
    must_file = limit(clock.lookup, "nego_union_filing_days", effective) is not None
    entries = (published, filed) if must_file or filed.days else (published,)
    dues: tuple[Due, ...] = ()
    for rule, entry in (("nego_publish_days", published), ("nego_union_filing_days", filed)):
        dues += clock.due(term(clock.lookup, rule, effective), entry.verb, entry.day)
    is_done = all(one.day for one in entries)
    return Stage("publish", "公布", is_done, entries if case.contracts else (), dues)


def _perform(clock: Clock) -> Stage:
    case = clock.case
    start = max((one.valid_from for one in case.contracts if one.valid_from), default=None)
    end = max((one.valid_to for one in case.contracts if one.valid_to), default=None)
    if start is None or end is None:
        return Stage("perform", "履行", False)
    span = f"合同期限{show_day(start)}至{show_day(end)}"
    if all(one.ended_on and one.ended_on <= clock.today for one in case.contracts):
        return Stage("perform", "履行", True, notes=_after_the_end(clock), result=f"{span}，已终止")
    if end < clock.today:
        ended = "已续签" if case.renewals else "已期满，还没有续签"
        return Stage("perform", "履行", True, result=f"{span}，{ended}")
    notes = []
    unsolved = [one for one in case.checks if has_problems(one) and one.rectified_on is None]
    if unsolved:
        notes.append(f"还有{len(unsolved)}家的问题没有整改")
    checked = max((one.checked_on for one in case.checks if one.checked_on), default=start)
    dues = clock.due(term(clock.lookup, "nego_check_term", checked), "检查履约")
    renewal = term_before(clock.lookup, "nego_renew_days", end)
    if renewal and clock.today >= renewal.day and not case.renewals:
        notes.append(f"期满前{renewal.words}，应着手续签")
    return Stage("perform", "履行", False, (), dues, tuple(notes), result=span)


def _after_the_end(clock: Clock) -> tuple[str, ...]:
    ended = max((one.ended_on for one in clock.case.contracts if one.ended_on), default=None)
    found = term(clock.lookup, "nego_end_report_days", ended)
    return (f"解除后应于{_said(found.day, clock.case)}前报备（{found.words}）",) if found else ()


def _left(found: Term, clock: Clock) -> int:
    return (found.day - clock.today).days


def _said(day: date, case: Case) -> str:
    return say_day_within(day, case.negotiation.year)


_STAGES = (
    _offer,
    _reply,
    _delegates,
    _data,
    _meetings,
    _draft,
    _vote,
    _sign,
    _file,
    _effect,
    _publish,
    _perform,
)
