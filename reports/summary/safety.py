"""The section on safety: the 安康杯 contest, checks and hazards, training and drills."""

from collections import Counter

from models.figures.figure import Figure
from models.records.safety import SafetyCheck, names_in
from models.values.text import name_key
from reports.summary.facts import Facts, Sentence, say
from reports.summary.met import task_met
from reports.summary.parts import DETAILED, SHORT, Clause, Passage, Section
from reports.summary.record_words import by_short_name, counted_by, enumerated

MOST_PARTNERS, MOST_TITLES = 2, 2


def _contest(facts: Facts) -> Sentence | None:
    units, people = facts.figure("ankang_units"), facts.figure("ankang_people")
    if units is None or not facts.is_from_january:
        return None
    workers = say("、", people) if people else ()
    return (*say("组织", units, "企业"), *workers, *say("参加“安康杯”竞赛。"))


def _contest_task(facts: Facts) -> Sentence | None:
    return task_met(facts, "ankang_units", "参赛")


def _teams(facts: Facts) -> Sentence | None:
    teams, score = _of_year(facts, "ankang_teams"), _of_year(facts, "ankang_score")
    parts = []
    if teams:
        parts.append(say("参赛班组", teams))
    if score:
        parts.append(say("参赛企业平均考核得分", score))
    if not parts:
        return None
    both = (*parts[0], *say("，"), *parts[1]) if len(parts) > 1 else parts[0]
    return (*both, *say("。"))


def _of_year(facts: Facts, code: str) -> Figure | None:
    """Return what the contest told of a year, none in papers about less."""
    return facts.figure(code) if facts.period.span == "" else None


def _awards(facts: Facts) -> Sentence | None:
    awards, units = _of_year(facts, "ankang_awards"), _of_year(facts, "ankang_units")
    if awards is None or units is None:
        return None
    if awards.value == units.value:
        return say("参赛企业全部获奖。")
    return say("参赛企业中，有", awards, "获奖。")


def _activities(facts: Facts) -> Sentence | None:
    times, people = facts.figure("ankang_activities"), facts.figure("ankang_activity_people")
    if times is None:
        return None
    came = say("，参加职工", people) if people else ()
    return (*say(f"{facts.span}指导企业围绕竞赛开展安全活动", times), *came, *say("。"))


def _checks(facts: Facts) -> Sentence | None:
    times, visits = facts.figure("safety_checks"), facts.figure("safety_check_units")
    if times is None:
        return None
    partners = _partners(facts)
    together = f"与{partners}联合" if partners else ""
    seen = say("，检查企业", visits) if visits else ()
    start = say(f"{facts.span}{together}开展安全生产检查", times)
    return (*start, *seen, *say("。"))


def _partners(facts: Facts) -> str:
    """Return who took part besides the union in most checks, each told in one name."""
    found = counted_by(facts, "safety_checks", SafetyCheck)
    own = name_key(facts.town.union_name)
    seen = Counter(
        name
        for one in found
        for name in {*names_in(one.team), *names_in(one.partners)}
        if name_key(name) != own
    )
    usual = (name for name, times in seen.most_common() if times * 2 > len(found))
    return enumerated((by_short_name(name, facts) for name in usual), MOST_PARTNERS)


def _hazards(facts: Facts) -> Sentence | None:
    found, closed = facts.figure("hazards_found"), facts.figure("hazards_closed")
    if found is None:
        return None
    start = say("排查发现隐患", found)
    if closed is None:
        return (*start, *say("，已逐项登记，督促整改。"))
    if (closed.value or 0) >= (found.value or 0):
        return (*start, *say("，已整改销号。" if found.value == 1 else "，全部整改销号。"))
    rate = facts.figure("hazards_rate")
    tail = say("，整改率", rate) if rate else ()
    return (*start, *say("，已整改销号", closed), *tail, *say("。"))


def _training(facts: Facts) -> Sentence | None:
    sessions, people = facts.figure("train_sessions"), facts.figure("train_people")
    if sessions is None:
        return None
    trained = say("，培训职工", people) if people else ()
    return (*say("举办安全生产培训班", sessions), *trained, *say("。"))


def _training_task(facts: Facts) -> Sentence | None:
    return task_met(facts, "train_people", "安全培训")


def _drills(facts: Facts) -> Sentence | None:
    times, people = facts.figure("events_drills"), facts.figure("events_drills_people")
    if times is None:
        return None
    came = say("，参加", people) if people else ()
    return (*say("开展应急演练", times), *came, *say("。"))


SECTION = Section(
    "safety",
    "安全生产和安康杯",
    "“安康杯”竞赛和安全生产监督扎实开展",
    (
        Passage(
            "contest",
            "安康杯竞赛",
            (
                Clause("contest", "参赛企业和职工", _contest, SHORT),
                Clause("contest_task", "参赛任务", _contest_task, DETAILED),
                Clause("teams", "班组和考核得分", _teams, DETAILED),
                Clause("awards", "竞赛获奖", _awards),
                Clause("activities", "竞赛活动", _activities, DETAILED),
            ),
        ),
        Passage(
            "checks",
            "检查和培训",
            (
                Clause("checks", "安全检查", _checks, SHORT),
                Clause("hazards", "隐患和整改", _hazards),
                Clause("training", "安全培训", _training),
                Clause("training_task", "培训任务", _training_task, DETAILED),
                Clause("drills", "应急演练", _drills, DETAILED),
            ),
        ),
    ),
)
