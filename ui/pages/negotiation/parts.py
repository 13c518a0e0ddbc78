"""The tables inside a stage: which parts they list, their columns, and how one is added."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from models.fields import fields_of
from models.negotiation_case import Case
from models.records.bargaining import Contract
from models.records.base import Record
from models.records.negotiation import (
    Delegate,
    NegotiationMeeting,
    NegotiationVote,
    Topic,
    TopicSurvey,
)
from models.records.negotiation_care import PerformanceCheck, has_problems
from models.rules.negotiation_delegates import EMPLOYER, SIDES, WORKERS
from models.rules.negotiation_votes import Outcome, outcome_of
from models.values.numbers import percent, say_percent
from ui.lists.columns import NOTHING, CellText, Column
from ui.office import Office


@dataclass(frozen=True, slots=True)
class Parts:
    """One table of parts: what stands over it, its rows, and what a new one begins with."""

    record_type: type[Record]
    title: str
    add: str
    rows: Sequence[Record]
    columns: Sequence[Column]
    presets: Mapping[str, object] = field(default_factory=dict)
    link: str = "negotiation"


def parts_of(code: str, case: Case) -> tuple[Parts, ...]:
    """Return the tables of a stage; those of delegates stand side by side."""
    make = _PARTS.get(code)
    return make(case) if make else ()


def summary_of(code: str, case: Case) -> str:
    """Return what the tables of a stage hold, for one line."""
    return "　".join(one.title for one in parts_of(code, case) if one.rows)


def _offer(case: Case) -> tuple[Parts, ...]:
    return (_surveys(case), _topics(case))


def _delegates(case: Case) -> tuple[Parts, ...]:
    return tuple(_side(case, side) for side in (WORKERS, EMPLOYER))


def _side(case: Case, side: str) -> Parts:
    rows = [one for one in case.delegates if one.side == side]
    sitting = sum(one.left_on is None for one in rows)
    columns = (
        Column("姓名", _name_cell, width=5),
        _plain(Delegate, "post", 7),
        _plain(Delegate, "elected_how", 6),
    )
    words = SIDES[side]
    return Parts(Delegate, f"{words}{sitting}人", f"新增{words}代表", rows, columns, {"side": side})


def _meetings(case: Case) -> tuple[Parts, ...]:
    columns = (
        _plain(NegotiationMeeting, "sequence", 3),
        _plain(NegotiationMeeting, "held_on", 6),
        _plain(NegotiationMeeting, "host_side", 4),
        _plain(NegotiationMeeting, "consensus", 12),
        Column("签字", lambda one: _yes(one.signed_all, "未签字"), width=4),
    )
    number = max((one.sequence or 0 for one in case.meetings), default=0) + 1
    presets: dict[str, object] = {"sequence": number}
    if turn := _turn(case):
        presets["host_side"] = turn
    title = f"会议{len(case.meetings)}次"
    meetings = Parts(NegotiationMeeting, title, "登记会议", case.meetings, columns, presets)
    return (_topics(case), meetings)


def _turn(case: Case) -> str:
    """Return whose turn it is to host: the side that made the offer first, then the other one."""
    if not case.meetings:
        return case.negotiation.offer_side
    return EMPLOYER if case.meetings[-1].host_side == WORKERS else WORKERS


def _topics(case: Case) -> Parts:
    names = ("kind", "demand", "counter", "agreed")
    columns = [_plain(Topic, name, 9) for name in names]
    return Parts(Topic, f"议题{len(case.topics)}项", "新增议题", case.topics, columns)


def _surveys(case: Case) -> Parts:
    columns = (
        _plain(TopicSurvey, "method", 4),
        _plain(TopicSurvey, "held_on", 6),
        _plain(TopicSurvey, "issued", 4),
        _plain(TopicSurvey, "returned", 4),
        Column("回收率", _return_cell, align="right", width=4),
        _plain(TopicSurvey, "top_items", 10),
    )
    title = f"议题征集{len(case.surveys)}次"
    return Parts(TopicSurvey, title, "登记征集", case.surveys, columns)


def _votes(case: Case) -> tuple[Parts, ...]:
    passed = {id(v): found for v, found in zip(case.votes, case.outcomes, strict=True)}
    columns = (
        _plain(NegotiationVote, "body", 6),
        _plain(NegotiationVote, "held_on", 6),
        _plain(NegotiationVote, "should_attend", 4),
        _plain(NegotiationVote, "present", 4),
        _plain(NegotiationVote, "agree", 4),
        Column("结果", lambda vote: _outcome_cell(passed[id(vote)]), width=4),
    )
    title = f"审议{len(case.votes)}次"
    return (Parts(NegotiationVote, title, "登记审议", case.votes, columns),)


def vote_columns(office: Office) -> Sequence[Column]:
    """Return whether a vote passed, for the list of votes."""
    return (Column("结果", lambda vote: _outcome_cell(outcome_of(office.store, vote)), width=4),)


def _outcome_cell(found: Outcome) -> CellText:
    return CellText("通过", "ok") if found.passed else CellText("未通过", "error")


def _contracts(case: Case) -> tuple[Parts, ...]:
    columns = (
        _plain(Contract, "unit_name", 10),
        _plain(Contract, "kind", 8),
        _plain(Contract, "valid_to", 6),
        _plain(Contract, "workers_covered", 5),
    )
    workers = sum(one.workers_covered or 0 for one in case.contracts)
    covered = f"，覆盖职工{workers:,}人" if workers else ""
    title = f"合同{len(case.contracts)}家{covered}"
    return (Parts(Contract, title, "新增一份合同", case.contracts, columns),)


def _checks(case: Case) -> tuple[Parts, ...]:
    columns = (
        _plain(PerformanceCheck, "unit_name", 10),
        _plain(PerformanceCheck, "checked_on", 6),
        _plain(PerformanceCheck, "result", 5),
        Column("整改", _mended_cell, width=4),
    )
    title = f"履约检查{len(case.checks)}家次"
    return (Parts(PerformanceCheck, title, "登记履约检查", case.checks, columns, link="contract"),)


def _plain(record_type: type[Record], name: str, width: float) -> Column:
    kind = fields_of(record_type)[name]

    def cell(record: Record) -> CellText:
        value: Any = getattr(record, name)
        if kind.is_blank(value):
            return CellText(NOTHING, "muted")
        return CellText(" ".join(kind.show(value).split()))

    align = "right" if kind.align == "right" else "left"
    return Column(kind.label, cell, align, width)  # type: ignore[arg-type]


def _name_cell(delegate: Delegate) -> CellText:
    if delegate.left_on is not None:
        return CellText(f"{delegate.person_name}（已离任）", "muted")
    return CellText(
        f"{delegate.person_name}（首席）" if delegate.is_chief else delegate.person_name
    )


def _return_cell(survey: TopicSurvey) -> CellText:
    if not survey.issued or survey.returned is None:
        return CellText(NOTHING, "muted")
    return CellText(say_percent(percent(survey.returned, survey.issued)))


def _mended_cell(check: PerformanceCheck) -> CellText:
    if not has_problems(check):
        return CellText("无问题", "muted")
    return CellText("已整改", "ok") if check.rectified_on else CellText("未整改", "error")


def _yes(is_true: bool, otherwise: str) -> CellText:
    return CellText("已签字", "ok") if is_true else CellText(otherwise, "error")


_PARTS: Mapping[str, Callable[[Case], tuple[Parts, ...]]] = {
    "offer": _offer,
    "delegates": _delegates,
    "meetings": _meetings,
    "vote": _votes,
    "sign": _contracts,
    "perform": _checks,
}
