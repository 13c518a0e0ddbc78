"""The section on courses for officers and workers; those on safety stand with safety."""

from reports.summary.facts import Facts, Sentence, join, say
from reports.summary.parts import DETAILED, Clause, Passage, Section

KINDS = (
    ("officers", "工会业务"),
    ("bargaining", "集体协商"),
    ("finance", "工会财务"),
    ("women", "女职工权益"),
    ("law", "劳动法律"),
    ("skills", "职业技能"),
)


def _sessions(facts: Facts) -> Sentence | None:
    sessions, people = facts.figure("train_union_sessions"), facts.figure("train_union_people")
    if sessions is None:
        return None
    start = say(f"{facts.span}面向工会干部和职工举办培训班", sessions)
    return (*start, *(say("，参训", people) if people else ()), *say("。"))


def _kinds(facts: Facts) -> Sentence | None:
    parts = []
    for kind, words in KINDS:
        sessions, people = (facts.figure(f"train_{kind}_{part}") for part in ("sessions", "people"))
        if sessions:
            parts.append(say(f"{words}培训", sessions, *(("、", people) if people else ())))
    return (*say("其中"), *join(parts, "，"), *say("。")) if len(parts) > 1 else _only(facts)


def _only(facts: Facts) -> Sentence | None:
    """Tell what all the courses were about when they were of one kind."""
    whole = facts.figure("train_union_sessions")
    for kind, words in KINDS:
        sessions = facts.figure(f"train_{kind}_sessions")
        if whole and sessions and sessions.value == whole.value:
            return say(f"培训内容以{words}知识为主。")
    return None


SECTION = Section(
    "training",
    "培训教育",
    "教育培训有序开展",
    (
        Passage(
            "courses",
            "培训班",
            (
                Clause("sessions", "期数和人次", _sessions),
                Clause("kinds", "各类培训", _kinds, DETAILED),
            ),
        ),
    ),
)
