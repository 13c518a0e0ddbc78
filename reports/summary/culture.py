"""The section on culture and sport, quizzes and what is done for women."""

from models import codes
from models.records.activities import Event
from reports.summary.facts import Facts, Sentence, say
from reports.summary.parts import DETAILED, Clause, Passage, Section
from reports.summary.record_words import counted_by, enumerated, in_quotes, without_year

MOST_TITLES = 3


def _sport(facts: Facts) -> Sentence | None:
    return _held(facts, "sport_events", "sport_people", f"{facts.span}举办文体活动")


def _sport_titles(facts: Facts) -> Sentence | None:
    named = _titles(facts, [one.title for one in counted_by(facts, "sport_events", Event)])
    return say(f"先后组织{named}，丰富职工业余文化生活。") if named else None


def _quizzes(facts: Facts) -> Sentence | None:
    kinds = {one.kind for one in counted_by(facts, "contests", Event)}
    names = [line.name for line in codes.table("event_kind").lines if line.code in kinds]
    return _held(facts, "contests", "contest_people", f"组织{'、'.join(names)}")


def _women(facts: Facts) -> Sentence | None:
    return _held(facts, "events_women", "events_women_people", "开展女职工活动")


def _all(facts: Facts) -> Sentence | None:
    return _held(facts, "events", "events_people", f"{facts.span}各类职工活动合计")


def _held(facts: Facts, times: str, people: str, words: str) -> Sentence | None:
    held, came = facts.figure(times), facts.figure(people)
    if held is None:
        return None
    return (*say(words, held), *(say("，参加职工", came) if came else ()), *say("。"))


def _titles(facts: Facts, titles: list[str]) -> str:
    return enumerated((in_quotes(without_year(one, facts.period)) for one in titles), MOST_TITLES)


SECTION = Section(
    "culture",
    "文体活动",
    "职工文化体育活动有序开展",
    (
        Passage(
            "activities",
            "文体和知识竞赛",
            (
                Clause("sport", "文体活动", _sport),
                Clause("sport_titles", "文体活动名称", _sport_titles, DETAILED),
                Clause("quizzes", "知识竞赛和答卷", _quizzes),
                Clause("women", "女职工活动", _women, DETAILED),
                Clause("all", "各类活动合计", _all, DETAILED),
            ),
        ),
    ),
)
