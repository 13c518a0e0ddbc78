"""The section on workers' rights: labour disputes, letters of supervision, knowledge of the law."""

from models import codes
from models.figures.figure import Figure
from models.records.rights import LawLetter
from reports.summary.facts import Facts, Sentence, join, money, say
from reports.summary.parts import DETAILED, SHORT, Clause, Passage, Section
from reports.summary.record_words import counted_by

WHOLE = "100%"
SUPERVISION = "劳动法律监督"
MOST_TITLES = 2


def _cases(facts: Facts) -> Sentence | None:
    cases, heads = facts.figure("cases"), facts.figure("case_heads")
    if cases is None:
        return None
    amount = facts.figure("case_amount")
    about = say("，涉及职工", heads) if heads else ()
    worth = say("、金额", money(amount)) if heads and amount else ()
    return (*say(f"{facts.span}受理劳动争议", cases), *about, *worth, *say("。"))


def _closed(facts: Facts) -> Sentence | None:
    closed, settled = facts.figure("cases_closed"), facts.figure("cases_settled")
    if closed is None:
        return None
    start = say(f"{'' if facts.figure('cases') else facts.span}办结劳动争议", closed)
    if settled is None:
        return (*start, *say("。"))
    if settled.value == closed.value:
        return (*start, *say("，调解成功。" if closed.value == 1 else "，全部调解成功。"))
    return (*start, *say("，其中调解成功", settled), *_success(facts, closed), *say("。"))


def _success(facts: Facts, closed: Figure) -> Sentence:
    """Return the rate; where it leaves cases out, say so, that nobody reckons another one."""
    rate = facts.figure("case_success_rate")
    if rate is None:
        return ()
    left_out = "" if rate.denominator in (None, closed.value) else "（不含撤回和移交的案件）"
    return say("，调解成功率", rate, left_out)


def _recovered(facts: Facts) -> Sentence | None:
    amount = facts.figure("case_recovered")
    return say("为职工挽回经济损失", money(amount), "。") if amount else None


def _helped(facts: Facts) -> Sentence | None:
    injured, unpaid = facts.figure("case_injury_heads"), facts.figure("case_wage_heads")
    parts = []
    if injured:
        parts.append(say("为", injured, "协调解决了工伤停工留薪期工资"))
    if unpaid:
        parts.append(say("帮助", unpaid, "追回被拖欠的工资"))
    return (*join(parts, "，"), *say("。")) if parts else None


def _letters(facts: Facts) -> Sentence | None:
    sent, rate = facts.figure("law_letters"), facts.figure("law_letter_rate")
    if sent is None:
        return None
    kinds = {one.kind for one in counted_by(facts, "law_letters", LawLetter)}
    lines = [line for line in codes.table("law_letter_kind").lines if line.code in kinds]
    names = "、".join(line.name.removeprefix(SUPERVISION) for line in lines) or "文书"
    start = say(f"向用人单位发出{SUPERVISION}{names}", sent)
    if rate is None:
        return (*start, *say("。"))
    if rate.text == WHOLE:
        return (*start, *say("，已得到答复。" if sent.value == 1 else "，均已得到答复。"))
    return (*start, *say("，答复率", rate, "。"))


def _law(facts: Facts) -> Sentence | None:
    times, people = facts.figure("law_events"), facts.figure("law_people")
    if times is None:
        return None
    reached = say("，受教育职工", people) if people else ()
    return (*say(f"{facts.span}开展普法宣传活动", times), *reached, *say("。"))


SECTION = Section(
    "rights",
    "维权调解",
    "职工维权和劳动争议调解稳妥推进",
    (
        Passage(
            "cases",
            "劳动争议",
            (
                Clause("cases", "受理", _cases, SHORT),
                Clause("closed", "办结和调解", _closed, SHORT),
                Clause("recovered", "挽回损失", _recovered),
                Clause("helped", "工伤和欠薪", _helped),
                Clause("letters", "劳动法律监督", _letters, DETAILED),
            ),
        ),
        Passage(
            "law",
            "普法宣传",
            (Clause("law", "普法场次和人次", _law),),
        ),
    ),
)
