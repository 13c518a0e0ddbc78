"""Checks on service to workers: drives, visits, questionnaires, issues raised and venues."""

from collections.abc import Iterator
from datetime import date

from models import codes
from models.records.appeals import DISSATISFIED, Appeal, is_final
from models.records.base import with_values
from models.records.service import Questionnaire, ServiceCampaign, Visit, VisitTalk
from models.records.venues import OUT_OF_USE, Venue
from models.rules.findings import Completions, Finding, Lookup, Rules, error, warn
from models.rules.headcounts import workers_of
from models.rules.local import deadline

NAMELESS = "匿名"
USUAL_URGENCY = "1"
_AFTER_RECEIPT = (
    ("assigned_on", "交办日期"),
    ("due_on", "办理期限"),
    ("solved_on", "办结日期"),
    ("replied_on", "答复日期"),
    ("revisited_on", "回访日期"),
    ("closed_on", "销号日期"),
)


def due_day(appeal: Appeal, lookup: Lookup) -> date | None:
    """Return the day by which an issue is to be settled: as written, or by its urgency."""
    if appeal.due_on is not None:
        return appeal.due_on
    line = codes.table("appeal_urgency").by_code[appeal.urgency or USUAL_URGENCY]
    return deadline(lookup, line.extra["rule"], appeal.received_on)


def is_open(appeal: Appeal, day: date) -> bool:
    """Whether an issue still waits for its solution on a day."""
    if appeal.satisfaction == DISSATISFIED:
        return True
    if appeal.closed_on is not None and appeal.closed_on <= day:
        return False
    return not is_final(appeal) or (appeal.solved_on is not None and appeal.solved_on > day)


def is_overdue(appeal: Appeal, lookup: Lookup, day: date) -> bool:
    """Whether an issue gets the red card: still open after its last day."""
    due = due_day(appeal, lookup) if is_open(appeal, day) else None
    return due is not None and due < day


def check_campaign(campaign: ServiceCampaign) -> Iterator[Finding]:
    """Yield an end before the beginning."""
    if campaign.started_on and campaign.ended_on and campaign.ended_on < campaign.started_on:
        yield error("ended_on", "结束日期早于开始日期")


def check_visit(visit: Visit) -> Iterator[Finding]:
    """Yield a visit of which nobody would know who went."""
    if not visit.visitors:
        yield warn("visitors", "没有写走访人，请补上")


def check_visit_talks(visit: Visit, lookup: Lookup) -> Iterator[Finding]:
    """Yield a reported count that the listed people or the unit's headcount do not bear out."""
    workers = workers_of(lookup, visit.unit, visit.visited_on)
    if workers is not None and (visit.talk_count or 0) > workers:
        yield warn("talk_count", f"谈话{visit.talk_count}人多于单位职工{workers}人，请核对")
    talks = len(lookup.find(VisitTalk, visit=visit.id)) if visit.id else 0
    if talks and visit.talk_count is not None and visit.talk_count != talks:
        text = f"报数{visit.talk_count}人，名单{talks}人，统计时以名单为准"
        yield warn("talk_count", text)


def check_talk(talk: VisitTalk, lookup: Lookup) -> Iterator[Finding]:
    """Yield somebody whose worries nobody has taken up."""
    if talk.needs_followup and talk.id and not lookup.find(Appeal, talk=talk.id):
        yield warn("needs_followup", "需要跟进，但还没有登记诉求")


def check_questionnaire(survey: Questionnaire) -> Iterator[Finding]:
    """Yield more sheets coming back than were given out, and more valid ones than came back."""
    issued, returned, valid = survey.issued, survey.returned, survey.valid
    if issued is not None and returned is not None and returned > issued:
        yield error("returned", f"回收{returned}份大于发放{issued}份")
    most = returned if returned is not None else issued
    if most is not None and valid is not None and valid > most:
        yield error(
            "valid", f"有效{valid}份大于{'回收' if returned is not None else '发放'}{most}份"
        )


def check_appeal(appeal: Appeal) -> Iterator[Finding]:
    """Yield days before the registration, and steps that were left out."""
    received = appeal.received_on
    for name, words in _AFTER_RECEIPT:
        day = getattr(appeal, name)
        if received and day and day < received:
            yield error(name, f"{words}{day.isoformat()}早于登记日期{received.isoformat()}")
    if appeal.assigned_on and appeal.due_on and appeal.due_on < appeal.assigned_on:
        yield error("due_on", "办理期限早于交办日期")
    if not (appeal.unit_name or appeal.raiser_name or appeal.is_anonymous):
        yield warn("raiser_name", "没有单位也没有反映人；匿名的请勾选“匿名”")
    if not appeal.category:
        yield warn("category", "没有选问题类别，分类统计时数不到")
    yield from _check_closing(appeal)


def _check_closing(appeal: Appeal) -> Iterator[Finding]:
    """Yield an issue struck off before it was settled (登记→交办→办理→答复→回访→销号)."""
    if appeal.satisfaction == DISSATISFIED:
        yield warn("satisfaction", "反映人不满意，应重新办理，满意后再销号")
    if is_final(appeal) and not (appeal.solved_on or appeal.replied_on or appeal.closed_on):
        yield warn("result", "有结果但没有办结、答复或销号日期")
    if appeal.closed_on and not is_final(appeal):
        yield warn("closed_on", "还没有办理结果就销号，请核对")
    if appeal.replied_on and appeal.solved_on and appeal.replied_on < appeal.solved_on:
        yield warn("replied_on", "答复日期早于办结日期，请核对")
    if appeal.revisited_on and appeal.replied_on and appeal.revisited_on < appeal.replied_on:
        yield warn("revisited_on", "回访日期早于答复日期，请核对")


def check_appeal_people(appeal: Appeal, lookup: Lookup) -> Iterator[Finding]:
    """Yield more people concerned than the unit employs."""
    workers = workers_of(lookup, appeal.unit, appeal.received_on)
    if workers is not None and (appeal.headcount or 0) > workers:
        yield warn("headcount", f"涉及{appeal.headcount}人多于单位职工{workers}人，请核对")


def complete_appeal(appeal: Appeal) -> Appeal:
    """Tick 匿名 where the name says so."""
    if appeal.raiser_name == NAMELESS and not appeal.is_anonymous:
        return with_values(appeal, is_anonymous=True)
    return appeal


def check_venue(venue: Venue) -> Iterator[Finding]:
    """Yield a venue that closed before it opened, or of which only half is said."""
    opened, closed = venue.opened_on, venue.closed_on
    if opened and closed and closed.last() < opened.first():
        yield error("closed_on", "停用时间早于建成时间")
    if closed and venue.status != OUT_OF_USE:
        yield warn("status", "有停用时间，状态应为停用")


CHECKS: Rules = {
    "svc_campaign": check_campaign,
    "visit": check_visit,
    "survey": check_questionnaire,
    "issue": check_appeal,
    "venue": check_venue,
}
CHECKS_ACROSS: Rules = {
    "visit": check_visit_talks,
    "visit_talk": check_talk,
    "issue": check_appeal_people,
}
COMPLETIONS: Completions = {"issue": complete_appeal}
