"""The section on workers' health: examinations, women's screening, minds and rest."""

from models.records.health import HealthExam
from reports.summary.facts import Facts, Sentence, say
from reports.summary.parts import DETAILED, Clause, Passage, Section
from reports.summary.record_words import counted_by

WHOLE = 100


def _exams(facts: Facts) -> Sentence | None:
    units, people = facts.figure("exam_units"), facts.figure("exam_people")
    if people is None:
        return None
    if units is None:
        return say(f"{facts.span}组织", people, "职工进行免费健康查体。")
    return say(f"{facts.span}组织", units, "单位开展免费健康查体，受检职工", people, "。")


def _rate(facts: Facts) -> Sentence | None:
    rate = facts.figure("exam_rate")
    if rate is None or (rate.value or 0) > WHOLE:
        return None
    all_are_due = all(one.due_count for one in counted_by(facts, "exam_people", HealthExam))
    if rate.text == f"{WHOLE}%" and all_are_due:
        return say("应检职工全部受检。")
    return say("应检职工受检率", rate, "。")


def _occupational(facts: Facts) -> Sentence | None:
    people = facts.figure("exam_occupational")
    if people is None:
        return None
    return say("督促存在职业危害的企业落实职业健康检查，检查职工", people, "。")


def _women(facts: Facts) -> Sentence | None:
    people = facts.figure("exam_women")
    return say("组织女职工“两癌”筛查，受检女职工", people, "。") if people else None


def _told(facts: Facts) -> Sentence | None:
    """Say that results were told, if they were for every examination that found something."""
    abnormal = facts.figure("exam_abnormal")
    found = counted_by(facts, "exam_abnormal", HealthExam)
    if abnormal is None or not all(one.is_told for one in found):
        return None
    return say("对检出异常的", abnormal, "，已全部告知检查结果。")


def _mind(facts: Facts) -> Sentence | None:
    times, people = facts.figure("events_mind"), facts.figure("events_mind_people")
    if times is None:
        return None
    came = say("，参加职工", people) if people else ()
    return (*say("举办心理健康讲座、咨询等活动", times), *came, *say("。"))


def _rest(facts: Facts) -> Sentence | None:
    times, people = facts.figure("events_rest"), facts.figure("events_rest_people")
    if times is None:
        return None
    came = say("，参加职工", people) if people else ()
    return (*say("组织职工疗休养", times), *came, *say("。"))


SECTION = Section(
    "health",
    "职工健康",
    "职工健康服务持续推进",
    (
        Passage(
            "exams",
            "健康查体",
            (
                Clause("exams", "免费查体", _exams),
                Clause("rate", "受检率", _rate),
                Clause("occupational", "职业健康检查", _occupational, DETAILED),
                Clause("women", "两癌筛查", _women),
                Clause("told", "结果告知", _told, DETAILED),
            ),
        ),
        Passage(
            "mind",
            "心理健康和疗休养",
            (
                Clause("mind", "心理健康", _mind),
                Clause("rest", "疗休养", _rest, DETAILED),
            ),
        ),
    ),
)
