"""Checks on activities, honours, publicity, receptions, the chronicle, meetings and plans."""

import re
from collections.abc import Iterator
from dataclasses import replace

from models.records.activities import Event, EventMoney, EventUnit
from models.records.diary import IncomingDocument, Meeting, NextPlan
from models.records.honours import Honour
from models.rules.findings import Completions, Finding, Lookup, Rules, error, warn

REPORTED = "2"
TOWN, UNIT, PERSON = "1", "2", "4"
LONGEST_NAME = 6
_TOWN_UNION = re.compile(r"[镇乡]总工会$|街道总工会$")
_BODY = re.compile(r"公司|工会|委员会|合作社|学校|医院|[厂店部校院所站局社村队组车间室班]$")


def check_event(event: Event) -> Iterator[Finding]:
    """Yield papers that do not add up, and counts without their basis."""
    if event.held_on and event.ended_on and event.ended_on < event.held_on:
        yield error("ended_on", "结束日期早于开始日期")
    issued, returned, passed = event.papers_issued, event.papers_returned, event.papers_passed
    if issued is not None and returned is not None and returned > issued:
        yield error("papers_returned", f"收回{returned}份多于发放{issued}份")
    if returned is not None and passed is not None and passed > returned:
        yield error("papers_passed", f"合格{passed}份多于收回{returned}份")
    if event.goods_value and not event.goods:
        yield warn("goods", "填了物资折款，请写明是什么物资")
    if (
        event.headcount is not None
        and event.winners is not None
        and event.winners > event.headcount
    ):
        yield warn("winners", f"获奖{event.winners}人多于参加{event.headcount}人次，请核对")


def complete_event(event: Event) -> Event:
    """Take a count without a basis for what the units reported."""
    if event.headcount is not None and not event.headcount_basis:
        return replace(event, headcount_basis=REPORTED)
    return event


def check_part(part: EventUnit, lookup: Lookup) -> Iterator[Finding]:
    """Yield a unit that is listed twice for one activity."""
    same = lookup.find(EventUnit, event=part.event, unit=part.unit) if part.unit else ()
    if any(one.id != part.id for one in same):
        yield error("unit_name", "这个单位已经登记在这次活动里了")


def check_money(money: EventMoney) -> Iterator[Finding]:
    """Yield a source that paid nothing."""
    if money.amount is not None and money.amount <= 0:
        yield error("amount", "金额应大于0")


def complete_honour(honour: Honour) -> Honour:
    """Tell from the name whether the township's union, another body or a person was honoured."""
    if honour.owner_kind or not honour.owner:
        return honour
    if _TOWN_UNION.search(honour.owner):
        return replace(honour, owner_kind=TOWN)
    is_body = bool(_BODY.search(honour.owner)) or len(honour.owner) > LONGEST_NAME
    return replace(honour, owner_kind=UNIT if is_body else PERSON)


def check_honour(honour: Honour) -> Iterator[Finding]:
    """Yield a person's honour without the unit of that day."""
    if honour.owner_kind == PERSON and not honour.unit_name and honour.is_given:
        yield warn("unit_name", "个人荣誉请写明所在单位，打印名册时要用")


def complete_meeting(meeting: Meeting) -> Meeting:
    """Take a count without a basis for what was reported."""
    if meeting.headcount is not None and not meeting.headcount_basis:
        return replace(meeting, headcount_basis=REPORTED)
    return meeting


def check_incoming(paper: IncomingDocument) -> Iterator[Finding]:
    """Yield days before the paper had come."""
    for name, words in (("due_on", "办理时限"), ("done_on", "办结日期")):
        day = getattr(paper, name)
        if day and paper.received_on and day < paper.received_on:
            yield error(name, f"{words}早于收文日期")


def check_plan(plan: NextPlan) -> Iterator[Finding]:
    """Yield a target without its unit of measure."""
    if plan.target is not None and not plan.unit_label:
        yield warn("unit_label", "有目标值，请写上计量单位（家、人、%）")
    if plan.figure and plan.target is None:
        yield warn("target", "选了对应数字，请填目标值")


CHECKS: Rules = {
    "event": check_event,
    "event_money": check_money,
    "honor": check_honour,
    "incoming": check_incoming,
    "next_plan": check_plan,
}
CHECKS_ACROSS: Rules = {"event_unit": check_part}
COMPLETIONS: Completions = {
    "event": complete_event,
    "honor": complete_honour,
    "meeting": complete_meeting,
}
