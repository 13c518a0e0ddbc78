"""Checks on suggestions, patents, technical projects and model workers."""

import re
from collections.abc import Iterator
from dataclasses import replace

from models import codes
from models.reading import Refused
from models.records.honoured import ModelPerson
from models.records.innovation import Patent, Suggestion, TechItem
from models.rules import contests
from models.rules.findings import (
    Completions,
    Finding,
    FollowUps,
    Lookup,
    Rules,
    error,
    warn,
)
from models.values.dates import PartialDate
from models.values.patent_no import kind_digit_of, read_patent_no, year_of
from models.values.person_id import birth_of, sex_of

WHOLLY_ADOPTED, NOT_ADOPTED = "1", "4"
FIRST_STAGE = "1"
_GRADES = ((re.compile(r"全国|国家"), "1"), (re.compile(r"省"), "2"), (re.compile(r"镇|乡"), "5"))


def complete_suggestion(one: Suggestion) -> Suggestion:
    """Count a suggestion as one, and as adopted or carried out where the rest says so."""
    quantity = one.quantity or 1
    adopted, done = one.adopted_count, one.done_count
    if done is None and quantity == 1 and one.done_on is not None:
        done = 1
    if adopted is None and one.review == WHOLLY_ADOPTED:
        adopted = quantity
    if adopted is None and one.review == NOT_ADOPTED:
        adopted = 0
    if (quantity, adopted, done) == (one.quantity, one.adopted_count, one.done_count):
        return one
    return replace(one, quantity=quantity, adopted_count=adopted, done_count=done)


def check_suggestion(one: Suggestion) -> Iterator[Finding]:
    """Yield more adopted than made, more carried out than adopted, and days in the wrong order."""
    quantity, adopted, done = one.quantity or 1, one.adopted_count, one.done_count
    if adopted is not None and adopted > quantity:
        yield error("adopted_count", f"采纳{adopted}条，多于提出的{quantity}条")
    if done is not None and done > quantity:
        yield error("done_count", f"实施{done}条，多于提出的{quantity}条")
    elif done is not None and adopted is not None and done > adopted:
        yield error("done_count", f"实施{done}条，多于采纳的{adopted}条")
    if _is_before(one.reviewed_on, one.suggested_on):
        yield error("reviewed_on", "评审日期早于提出日期")
    if _is_before(one.done_on, one.suggested_on):
        yield error("done_on", "实施日期早于提出日期")


def check_sums(one: Suggestion, lookup: Lookup) -> Iterator[Finding]:
    """Yield a sum beside which the same unit's suggestions of the year stand one by one."""
    if (one.quantity or 1) == 1 or one.unit is None or one.suggested_on is None:
        return
    year = one.suggested_on.year
    singles = [
        other
        for other in lookup.find(Suggestion, unit=one.unit, quantity=1)
        if other.suggested_on and other.suggested_on.year == year
    ]
    if singles:
        words = f"本单位{year}年另有逐条登记的建议{len(singles)}条"
        yield warn("quantity", f"{words}，请核对是否与汇总重复")


def complete_patent(one: Patent) -> Patent:
    """Write the number in its one spelling, and take from it what is blank: the kind, the year."""
    number = _spelt(one.apply_no)
    year = year_of(number) if number else None
    kind = one.kind or _kind_of(number)
    status = one.status or ("4" if one.granted_on else "")
    applied_on = one.applied_on or (PartialDate(year) if year else None)
    if (number, kind, status, applied_on) == (
        *(one.apply_no, one.kind, one.status, one.applied_on),
    ):
        return one
    return replace(one, apply_no=number, kind=kind, status=status, applied_on=applied_on)


def check_patent(one: Patent) -> Iterator[Finding]:
    """Yield a wrong number, what contradicts it, and a grant before the application."""
    yield from _check_number(one)
    if one.applied_on is None:
        yield warn("applied_on", "没有申请日期，不能计入申报数")
    if _is_before(one.granted_on, one.applied_on):
        yield error("granted_on", "授权日期早于申请日期")
    is_granted = one.status in codes.table("patent_status").codes_where("is_granted")
    if one.granted_on and one.status in {"1", "2", "3"}:
        yield warn("status", "填了授权日期，状态却还没有授权，请核对")
    if is_granted and one.granted_on is None:
        yield warn("granted_on", "状态是授权，没有授权日期，不能计入授权数")


def _check_number(one: Patent) -> Iterator[Finding]:
    if not one.apply_no:
        return
    try:
        number = read_patent_no(one.apply_no).value
    except Refused as refusal:
        yield error("apply_no", str(refusal))
        return
    year = year_of(number)
    if year and one.applied_on and one.applied_on.year != year:
        yield warn("applied_on", f"申请号是{year}年的，与申请日期的年份不一致，请核对")
    told = _kind_of(number)
    if told and one.kind and told != one.kind:
        named = codes.table("patent_kind").label(told)
        yield warn("kind", f"按申请号应是{named}，与专利类型不一致，请核对")


def _spelt(number: str) -> str:
    if not number:
        return ""
    try:
        return read_patent_no(number).value
    except Refused:
        return number


def _kind_of(number: str) -> str:
    digit = kind_digit_of(number) if number else ""
    lines = codes.table("patent_kind").lines
    return next((one.code for one in lines if digit in one.extra["digits"].split("|")), "")


def check_tech_item(one: TechItem) -> Iterator[Finding]:
    """Yield days in the wrong order, and stages that the days contradict."""
    stages = codes.table("tech_stage")
    if _is_before(one.done_on, one.started_on):
        yield error("done_on", "完工日期早于开工日期")
    if one.stage in stages.codes_where("is_finished") and one.done_on is None:
        yield warn("done_on", f"阶段是{stages.label(one.stage)}，没有完工日期，请补填")
    if one.stage in stages.codes_where("is_under_way") and one.started_on is None:
        yield warn("started_on", "没有开工日期，请补填")
    if one.stage == FIRST_STAGE and one.done_on is not None:
        yield warn("stage", "填了完工日期，阶段还是立项，请核对")


def complete_model_person(one: ModelPerson) -> ModelPerson:
    """Tell sex and birthday from the identity number, and the grade from the title."""
    birth, sex, grade = one.birth, one.sex, one.grade
    if len(one.id_no) == 18 and not (birth and sex):
        day = birth_of(one.id_no)
        birth = birth or PartialDate(day.year, day.month, day.day)
        sex = sex or codes.table("sex").read(sex_of(one.id_no)).value
    if not grade:
        grade = next((code for words, code in _GRADES if words.search(one.honour)), "")
    if (birth, sex, grade) == (one.birth, one.sex, one.grade):
        return one
    return replace(one, birth=birth, sex=sex, grade=grade)


def check_model_person(one: ModelPerson) -> Iterator[Finding]:
    """Yield a birthday that contradicts the identity number, and a title before birth."""
    if len(one.id_no) == 18 and one.birth:
        day = birth_of(one.id_no)
        if not one.birth.agrees_with(PartialDate(day.year, day.month, day.day)):
            yield warn("birth", f"与身份证号中的出生日期{day.isoformat()}不一致，请核对")
    if one.birth and one.awarded_on and one.awarded_on.last() < one.birth.first():
        yield error("awarded_on", "授予日期早于出生日期")
    told = next((code for words, code in _GRADES[:2] if words.search(one.honour)), "")
    if told and one.grade and told != one.grade:
        yield warn("grade", f"称号“{one.honour}”与级别不一致，请核对")


def _is_before(later: PartialDate | None, earlier: PartialDate | None) -> bool:
    return later is not None and earlier is not None and later.last() < earlier.first()


CHECKS: Rules = {
    "comp_event": contests.check_contest,
    "comp_result": contests.check_result,
    "suggestion": check_suggestion,
    "patent": check_patent,
    "tech_item": check_tech_item,
    "model_person": check_model_person,
}
CHECKS_ACROSS: Rules = {"comp_event": contests.check_headcount, "suggestion": check_sums}
COMPLETIONS: Completions = {
    "comp_event": contests.complete_contest,
    "suggestion": complete_suggestion,
    "patent": complete_patent,
    "model_person": complete_model_person,
}
FOLLOW_UPS: FollowUps = {
    "comp_event": contests.rank_again,
    "comp_result": contests.rank_again,
}
