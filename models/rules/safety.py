"""Checks on safety contests, checks, hazards, training and health."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from models import codes
from models.records.health import HealthExam, OccupationalDisease
from models.records.safety import (
    CLOSED,
    NOT_DONE,
    REPORTED,
    CheckedUnit,
    Hazard,
    SafetyCheck,
    Training,
    names_in,
)
from models.records.safety_contest import AnkangEntry
from models.rules.findings import Completions, Finding, Lookup, Rules, error, warn
from models.rules.headcounts import workers_of
from models.rules.local import limit

FULL_SCORE = 100
MAJOR = "2"
BY_ROSTER = "1"
OTHER_TRAINING = "8"
ORDINARY_EXAM = "1"
TOLD = "职业健康检查结果应书面告知劳动者本人（职业病防治法第三十五条），告知后请勾选"
LAW = "安全生产法第四十一条"
# The five things that a ledger of hazards must say: when, where, what and how grave, who, done.
MUST_HAVES = (
    ("place", "没有写隐患部位"),
    ("grade", "没有选隐患级别"),
    ("owner", "没有写整改责任人"),
    ("due_on", "没有写整改期限"),
)


def check_entry(entry: AnkangEntry) -> Iterator[Finding]:
    """Yield more people or teams in the contest than the entry form says there are."""
    workers, people = entry.workers_total, entry.participants
    if workers is not None and people is not None and people > workers:
        yield error("participants", f"参赛职工{people}人多于职工总数{workers}人")
    if (
        entry.teams_total is not None
        and entry.teams is not None
        and entry.teams > entry.teams_total
    ):
        yield error("teams", f"参赛班组{entry.teams}个多于班组数{entry.teams_total}个")
    if entry.score is not None and entry.score > FULL_SCORE:
        yield warn("score", "考核得分超过100分，请核对")
    if entry.entered_on and entry.year and entry.entered_on.year != entry.year:
        yield warn("entered_on", f"报名日期不在{entry.year}年，请核对年度")


def check_entry_across(entry: AnkangEntry, lookup: Lookup) -> Iterator[Finding]:
    """Yield more people than the unit employs, and an award for which the score does not do."""
    day = entry.entered_on or (date(entry.year, 12, 31) if entry.year else None)
    known = workers_of(lookup, entry.unit, day)
    if known is not None and entry.participants is not None and entry.participants > known:
        yield warn("participants", f"参赛职工{entry.participants}人多于单位台账的{known}人，请核对")
    if not entry.applied_award or entry.score is None:
        return
    least = limit(lookup, "ankang_apply_score", day)
    if least is not None and entry.score < least.number:
        yield warn(
            "applied_award",
            f"考核得分不到{least.says()}分，一般不能申报优胜（{least.source}）",
        )


def check_safety_check(one: SafetyCheck) -> Iterator[Finding]:
    """Yield more hazards put right than found, and a check that saw nobody."""
    found, closed = one.hazards_found, one.hazards_closed
    if found is not None and closed is not None and closed > found:
        yield error("hazards_closed", f"已整改{closed}处多于发现隐患{found}处")
    if closed and found is None:
        yield warn("hazards_found", "填了已整改，没有填发现隐患，请核对")
    if not one.units_text and one.units_count is None:
        yield warn("units_text", "没有写受检企业，也没有填家数，家次算作0")
    if not one.kind:
        yield warn("kind", "没有选检查类型")


def check_listed(one: SafetyCheck, lookup: Lookup) -> Iterator[Finding]:
    """Yield numbers other than those of the units and hazards listed one by one, which then count."""
    if one.id is None:
        return
    units = len(lookup.find(CheckedUnit, safety_check=one.id))
    told = len(names_in(one.units_text)) or one.units_count
    if units and told and units != told:
        yield warn("units_text", f"“受检企业”里已逐家登记{units}家，家次按登记的算，请核对")
    hazards = len(lookup.find(Hazard, safety_check=one.id))
    if hazards and one.hazards_found is not None and hazards != one.hazards_found:
        yield warn("hazards_found", f"已逐条登记隐患{hazards}处，按登记的条数算")


def check_hazard(hazard: Hazard) -> Iterator[Finding]:
    """Yield steps of the closed loop that are missing or in the wrong order."""
    yield from _order(hazard)
    for name, words in MUST_HAVES:
        if not getattr(hazard, name):
            yield warn(name, f"{words}，台账要写明时间、地点、情况和级别、责任人、复查结果")
    result = hazard.recheck_result
    if result and hazard.recheck_on is None:
        yield warn("recheck_on", f"有复查结果，没有复查日期（{LAW}要求闭环管理）")
    if result == CLOSED and hazard.fixed_on is None:
        yield warn("fixed_on", f"已销号的应有整改完成日期（{LAW}要求闭环管理）")
    if result == REPORTED and hazard.reported_on is None:
        yield warn("reported_on", "已上报的请填上报日期")
    if hazard.grade == MAJOR and hazard.reported_on is None and result != CLOSED:
        yield warn(
            "reported_on", "重大隐患应及时向安监部门报告，实行挂牌督办（安全生产法第四十一条）"
        )
    if hazard.grade == MAJOR and not hazard.measure:
        yield warn("measure", "重大隐患应写明整改措施，措施、责任、资金、时限、预案都要落实")


def _order(hazard: Hazard) -> Iterator[Finding]:
    """Yield days that come before the one they must follow."""
    for name, words, earlier, earlier_words in (
        ("due_on", "整改期限", hazard.found_on, "发现日期"),
        ("notified_on", "通知整改日期", hazard.found_on, "发现日期"),
        ("fixed_on", "整改完成日期", hazard.found_on, "发现日期"),
        ("recheck_on", "复查日期", hazard.found_on, "发现日期"),
        ("reported_on", "上报日期", hazard.found_on, "发现日期"),
    ):
        day = getattr(hazard, name)
        if day and earlier and day < earlier:
            yield error(name, f"{words}{day.isoformat()}早于{earlier_words}{earlier.isoformat()}")
    is_done = hazard.recheck_result not in ("", NOT_DONE)
    if is_done and hazard.fixed_on and hazard.recheck_on and hazard.recheck_on < hazard.fixed_on:
        yield warn("recheck_on", "复查日期早于整改完成日期，请核对")


def check_training(training: Training) -> Iterator[Finding]:
    """Yield more people who passed or came than there can have been."""
    came, passed, expected = training.headcount, training.pass_count, training.expected
    if came is not None and passed is not None and passed > came:
        yield error("pass_count", f"考核合格{passed}人多于参训{came}人次")
    if came is not None and expected is not None and came > expected:
        yield warn("headcount", f"参训{came}人次多于应到{expected}人次，请核对")
    if training.start_on and training.end_on and training.end_on < training.start_on:
        yield error("end_on", "结束日期早于培训日期")
    if training.headcount_basis == BY_ROSTER and not training.has_signatures:
        yield warn("has_signatures", "人次依据是名册，请勾选有签到表；没有签到表的按估计登记")


def complete_training(training: Training) -> Training:
    """Tell the kind from the title, and count by the roster where there are signatures."""
    if not training.kind and training.title:
        training = replace(training, kind=_kind_in(training.title))
    if training.has_signatures and not training.headcount_basis and training.headcount is not None:
        return replace(training, headcount_basis=BY_ROSTER)
    return training


def _kind_in(title: str) -> str:
    """Return the kind of training whose longest word the title holds."""
    words = codes.table("training_kind").by_spelling
    inside = [word for word in words if len(word) > 1 and word in title]
    return words[max(inside, key=len)].code if inside else OTHER_TRAINING


def complete_exam(exam: HealthExam) -> HealthExam:
    """Take an examination for an ordinary one where nothing else is said."""
    return exam if exam.kind else replace(exam, kind=ORDINARY_EXAM)


def check_exam(exam: HealthExam) -> Iterator[Finding]:
    """Yield more people examined or ill than there were, and results that nobody was told."""
    seen, due = exam.headcount, exam.due_count
    if seen is not None and due is not None and seen > due:
        yield error("headcount", f"实检{seen}人多于应检{due}人")
    for name, words in (
        ("abnormal", "检出异常"),
        ("unfit", "职业禁忌"),
        ("suspected", "疑似职业病"),
    ):
        count = getattr(exam, name)
        if seen is not None and count is not None and count > seen:
            yield error(name, f"{words}{count}人多于实检{seen}人")
    if exam.kind in codes.table("exam_kind").codes_where("occupational") and not exam.is_told:
        yield warn("is_told", TOLD)


def check_exam_across(exam: HealthExam, lookup: Lookup) -> Iterator[Finding]:
    """Yield more people examined than the unit employs."""
    known = workers_of(lookup, exam.unit, exam.on_date)
    if known is not None and exam.headcount is not None and exam.headcount > known:
        yield warn("headcount", f"实检{exam.headcount}人多于单位台账的{known}人，请核对")


def check_disease(disease: OccupationalDisease) -> Iterator[Finding]:
    """Yield a disease for which no work injury was recognised."""
    if not disease.injury_no:
        yield warn(
            "injury_no",
            "确诊职业病应认定为工伤（工伤保险条例第十四条），认定后请填编号",
        )


CHECKS: Rules = {
    "ankang_entry": check_entry,
    "safety_check": check_safety_check,
    "hazard": check_hazard,
    "training": check_training,
    "health_exam": check_exam,
    "occ_disease": check_disease,
}
CHECKS_ACROSS: Rules = {
    "safety_check": check_listed,
    "ankang_entry": check_entry_across,
    "health_exam": check_exam_across,
}
COMPLETIONS: Completions = {"training": complete_training, "health_exam": complete_exam}
