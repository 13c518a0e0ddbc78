"""The section on mutual help insurance: who is covered, what was paid in and out."""

from reports.summary.facts import Facts, Sentence, money, say
from reports.summary.growth import than_last_year
from reports.summary.met import task_met
from reports.summary.parts import DETAILED, SHORT, Clause, Passage, Section


def _covered(facts: Facts) -> Sentence | None:
    units, people = facts.figure("mi_units"), facts.figure("mi_people")
    if units is None:
        return None
    covered = say("，覆盖职工", people) if people else ()
    start = say(f"{facts.until}，{facts.place.whole}参加职工互助保障的单位有", units)
    return (*start, *covered, *say("。"))


def _task(facts: Facts) -> Sentence | None:
    people = task_met(facts, "mi_people", "互助保障参保")
    return people or task_met(facts, "mi_units", "互助保障参保单位")


def _growth(facts: Facts) -> Sentence | None:
    """Say how many more are covered than the year before; fewer is for the comparison."""
    growth = than_last_year(facts, "mi_people") if facts.figure("mi_people_more") else None
    return (*say("保障范围继续扩大，覆盖职工"), *growth, *say("。")) if growth else None


def _places(facts: Facts) -> Sentence | None:
    places, people = facts.figure("mi_places"), facts.figure("mi_people")
    if places is None or people is None or places.value == people.value:
        return None
    return say("按保障计划计算，参保共", places, "。")


def _fees(facts: Facts) -> Sentence | None:
    fees, rate = facts.figure("mi_fees"), facts.figure("mi_renewal_rate")
    if fees is None and rate is None:
        return None
    paid = say(f"{facts.span}缴纳互助保障费", money(fees)) if fees else say(facts.span)
    renewed = say("，" if fees else "", "到期续保率", rate) if rate else ()
    return (*paid, *renewed, *say("。"))


def _claims(facts: Facts) -> Sentence | None:
    claims, amount = facts.figure("mi_claims"), facts.figure("mi_claims_amount")
    if claims is None:
        return None
    paid = say("、", money(amount)) if amount else ()
    return (*say("给付互助金", claims), *paid, *say("。"))


SECTION = Section(
    "mutual",
    "互助保障",
    "职工互助保障稳步推进",
    (
        Passage(
            "covered",
            "参保和给付",
            (
                Clause("covered", "参保单位和覆盖职工", _covered, SHORT),
                Clause("task", "参保任务", _task),
                Clause("growth", "与上年比较", _growth, DETAILED),
                Clause("places", "参保人次", _places, DETAILED),
                Clause("fees", "缴费和续保", _fees, DETAILED),
                Clause("claims", "互助金给付", _claims),
            ),
        ),
    ),
)
