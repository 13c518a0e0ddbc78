"""The section on what the township asked for, meetings, visits from above and showcases."""

from models import codes
from models.records.activities import Event
from models.records.diary import Reception
from reports.summary.facts import Facts, Sentence, money, say
from reports.summary.parts import DETAILED, Clause, Passage, Section
from reports.summary.record_words import (
    counted_by,
    enumerated,
    has_number,
    in_quotes,
    on_day,
    running,
    without_year,
)

FROM_ELSEWHERE = "8"
MOST_TITLES, MOST_VISITS = 3, 3
LEAST_TAIL = 3


def _meetings(facts: Facts) -> Sentence | None:
    held = facts.figure("meetings")
    return say(f"{facts.span}召开工会会议", held, "，研究部署重点工作。") if held else None


def _centre(facts: Facts) -> Sentence | None:
    times, people = facts.figure("events_centre"), facts.figure("events_centre_people")
    if times is None:
        return None
    came = say("，参加", people) if people else ()
    amount = facts.figure("events_centre_money")
    spent = say("，投入款物", money(amount)) if amount else ()
    when = "" if facts.figure("meetings") else facts.span
    start = say(f"{when}组织工会干部和职工参与中心工作", times)
    return (*start, *came, *spent, *say("。"))


def _centre_titles(facts: Facts) -> Sentence | None:
    titles = [one.title for one in counted_by(facts, "events_centre", Event)]
    named = enumerated((in_quotes(without_year(one, facts.period)) for one in titles), MOST_TITLES)
    return say(f"主要开展了{named}。") if named else None


def _showcases(facts: Facts) -> Sentence | None:
    held = facts.figure("events_key")
    if held is None:
        return None
    kinds = {one.kind for one in counted_by(facts, "events_key", Event)}
    names = [line.name for line in codes.table("event_kind").lines if line.code in kinds]
    return say(f"举办、参加{'、'.join(names)}", held, "，交流推广工作经验。")


def _receptions(facts: Facts) -> Sentence | None:
    came = facts.figure("receptions")
    if came is None:
        return None
    visits = _visits(facts)
    purposes = {one.purpose for one in visits}
    names = [line.name for line in codes.table("visit_purpose").lines if line.code in purposes]
    above = "" if any(one.rank == FROM_ELSEWHERE for one in visits) else "上级"
    return say(f"{facts.span}接待{above}{'、'.join(names) or '调研'}", came, "。")


def _visit_stories(facts: Facts) -> Sentence | None:
    """Tell what leaders came for and what they said, of a few visits, in the order of their days."""
    told = [_story(one, facts) for one in _visits(facts)[:MOST_VISITS]]
    return say("".join(told)) if told else None


def _story(visit: Reception, facts: Facts) -> str:
    day = on_day(visit.received_on, facts.period) if visit.received_on else ""
    purpose = codes.table("visit_purpose").label(visit.purpose) if visit.purpose else "调研"
    comment = running(visit.comment)
    said = f"，{comment}" if comment and not has_number(comment) else ""
    return f"{day}，{_visitors(visit)}来{facts.place.ours}{purpose}{said}。"


def _visitors(visit: Reception) -> str:
    """Return who came: the leaders with their posts, behind the name of their house if it lacks."""
    leaders = "".join(visit.leaders.split())
    if has_number(leaders):
        return visit.visitor_unit
    is_told = visit.visitor_unit[-LEAST_TAIL:] in leaders
    return leaders if is_told else f"{visit.visitor_unit}{leaders}"


def _visits(facts: Facts) -> list[Reception]:
    found = counted_by(facts, "receptions", Reception)
    return sorted(found, key=lambda one: (one.received_on is None, one.received_on))


SECTION = Section(
    "work",
    "中心工作",
    "围绕中心工作服务大局",
    (
        Passage(
            "centre",
            "会议和中心工作",
            (
                Clause("meetings", "工会会议", _meetings, DETAILED),
                Clause("centre", "参与中心工作", _centre),
                Clause("centre_titles", "中心工作活动名称", _centre_titles, DETAILED),
                Clause("showcases", "推广会和观摩会", _showcases),
            ),
        ),
        Passage(
            "visitors",
            "上级调研视察",
            (
                Clause("receptions", "调研视察次数", _receptions),
                Clause("visit_stories", "调研视察和评价", _visit_stories, DETAILED),
            ),
        ),
    ),
)
