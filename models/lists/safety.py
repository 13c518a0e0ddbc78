"""Lists of safety contests, checks, hazards, training and health."""

from collections.abc import Callable

from models import codes
from models.lists.frames import Frame, find_units
from models.lists.kinds import UNIT_CODE, Draft, Given, Others, Part, Say, SheetType, Slot, Span
from models.lists.wording import ABOUT
from models.reading import Reading
from models.records.health import HealthExam, OccupationalDisease
from models.records.safety import CheckedUnit, Hazard, SafetyCheck, Training, names_in
from models.records.safety_contest import AnkangActivity, AnkangEntry
from models.values.text import name_key

SELF_CHECK = "9"
ORDINARY = "1"
TITLED_EXAMS = {"岗前": "上岗前", "离岗": "离岗", "职业": "在岗", "两癌": "女职工两癌"}


def words_of(table: str, other: str) -> Callable[[str], Reading[str]]:
    """Return a reader that knows a table's words inside longer ones; what is unknown is `other`."""

    def read(text: str) -> Reading[str]:
        known = codes.table(table)
        if known.knows(text):
            return known.read(text)
        inside = [word for word in known.by_spelling if len(word) > 1 and word in text]
        code = known.by_spelling[max(inside, key=len)].code if inside else other
        return Reading(code, (), (f"“{text}”按“{known.label(code)}”登记，请核对",))

    return read


def _with_checked_units(frame: Frame, found: Draft, _others: Others, say: Say) -> None:
    text = str(found.given.get("units_text") or "")
    units = find_units(frame, Slot(SafetyCheck, "units_text"), text, say)
    if not units:
        return
    found.given["units_text"] = "、".join(one.name for one in units)
    for one in units:
        known: Given = {"unit": one.ref} if one.ref is not None else {}
        found.parts.append(Part(CheckedUnit, {**known, "unit_name": one.name}, "safety_check"))


def _with_check(frame: Frame, found: Draft, _others: Others, say: Say) -> None:
    """Hang a hazard on the check of its day that saw its unit; without one it is found anew."""
    own = found.given
    day, name = own.get("found_on"), str(own.get("unit_name") or "")
    if day is None or not name:
        return
    checks = frame.desk.shelf(SafetyCheck)
    that_day = checks.by("on_date", lambda one: one.on_date).get(day, {})
    for ref in that_day:
        if name_key(name) in map(name_key, names_in(checks.records[ref].units_text)):
            own["safety_check"] = ref
            return
    own["safety_check"] = frame.shared(SafetyCheck, on_date=day, kind=SELF_CHECK, units_text=name)
    say(Slot(Hazard, "found_on"), "fix", "这一天没有登记检查该企业，另记一条企业自查，不计检查次数")


def _with_titled_kind(frame: Frame, found: Draft, _others: Others, say: Say) -> None:
    """Take the kind of examination from the list's title when no column tells it."""
    if found.given.get("kind") or "kind" in found.first:
        return
    title = f"{frame.facts.title} {frame.sheet}"
    word = next((word for word in TITLED_EXAMS if word in title), "")
    if word:
        slot = Slot(HealthExam, "kind")
        found.given["kind"] = codes.table("exam_kind").read(TITLED_EXAMS[word]).value
        say(slot, "fix", f"没有体检类型列，按表名登记为“{TITLED_EXAMS[word]}”")


LISTS: tuple[SheetType, ...] = (
    SheetType(
        record=AnkangEntry,
        label="安康杯参赛汇总表",
        titles=("安康杯", "参赛企业", "参赛单位"),
        needs=("unit_name", "participants"),
        speaks=("teams", "entered_on", "score", "award"),
        others=(UNIT_CODE,),
        headings={
            Slot(AnkangEntry, "unit_name"): ("企业全称", "单位全称", "单位", "企业"),
            Slot(AnkangEntry, "workers_total"): ("职工总人数", "企业职工数", "员工总数"),
            Slot(AnkangEntry, "participants"): ("参加人数", "参赛职工总数", "参加竞赛人数"),
            Slot(AnkangEntry, "teams"): ("参赛班组数量", "参赛班组个数", "班组", "班组个数"),
            Slot(AnkangEntry, "year"): ("参赛年度", "竞赛年度"),
            Slot(AnkangEntry, "entered_on"): ("报名表日期", "填报日期"),
            Slot(AnkangEntry, "contact"): ("负责人", "安全负责人", "单位负责人", "企业负责人"),
        },
        readers={"applied_award": words_of("ankang_award", "1")},
    ),
    SheetType(
        record=AnkangActivity,
        label="安康杯活动登记",
        titles=("安康杯活动", "竞赛活动"),
        needs=("unit_name", "on_date", "title"),
        speaks=("headcount", "result"),
        headings={
            Slot(AnkangActivity, "unit_name"): ("单位", "企业", "开展单位"),
            Slot(AnkangActivity, "on_date"): ("开展日期", "开展时间", "时间"),
        },
    ),
    SheetType(
        record=SafetyCheck,
        label="安全检查台账",
        titles=("安全检查", "安全生产检查", "安全大检查", "安全生产大检查", "检查台账", "检查记录"),
        needs=("on_date",),
        speaks=("units_text", "units_count", "hazards_found"),
        headings={
            Slot(SafetyCheck, "units_text"): (
                "受检企业名称",
                "受检单位名称",
                "被检查单位名称",
                "企业名称",
                "检查对象",
            ),
            Slot(SafetyCheck, "team"): ("检查组成员", "参加检查人员", "检查组人员"),
            Slot(SafetyCheck, "hazards_found"): (
                "发现隐患处数",
                "隐患处数",
                "隐患数量",
                "发现问题数",
                "问题数量",
            ),
            Slot(SafetyCheck, "hazards_closed"): (
                "整改处数",
                "已整改处数",
                "整改数量",
                "已完成整改",
                "已销号",
            ),
        },
        in_words={Slot(SafetyCheck, "hazards_found"): Slot(SafetyCheck, "result")},
        readers={"kind": words_of("safety_check_kind", "8")},
        maker=_with_checked_units,
    ),
    SheetType(
        record=CheckedUnit,
        label="受检企业明细",
        titles=("受检企业",),
        needs=("safety_check", "unit_name"),
        speaks=("companion", "result"),
        headings={Slot(CheckedUnit, "safety_check"): ("所属检查",)},
    ),
    SheetType(
        record=Hazard,
        label="隐患排查治理台账",
        titles=("隐患",),
        needs=("found_on", "unit_name", "description"),
        speaks=("measure", "owner", "due_on", "recheck_on", "recheck_result", "grade"),
        headings={
            Slot(Hazard, "unit_name"): ("单位", "企业", "被检单位", "隐患单位"),
            Slot(Hazard, "description"): ("隐患名称", "问题隐患", "主要隐患", "问题描述"),
            Slot(Hazard, "due_on"): ("整改期限至", "整改完成时限", "完成时限"),
            Slot(Hazard, "recheck_result"): ("是否整改", "是否已整改", "整改状态", "完成情况"),
            Slot(Hazard, "fixed_on"): ("整改完成时间", "实际完成日期", "销号日期"),
            Slot(Hazard, "recheck_by"): ("验收人", "验收人员"),
        },
        readers={
            "grade": words_of("hazard_grade", ORDINARY),
            "category": words_of("hazard_category", "9"),
            "recheck_result": words_of("hazard_recheck", "2"),
        },
        links_by_maker=("safety_check",),
        maker=_with_check,
    ),
    SheetType(
        record=Training,
        label="培训班登记表",
        titles=("培训班", "培训登记", "培训台账", "培训情况", "培训"),
        needs=("title", "start_on", "headcount"),
        speaks=("period_no", "hours", "lecturer", "pass_count"),
        headings={
            Slot(Training, "kind"): ("培训种类", "班别"),
            Slot(Training, "headcount"): ("参加人次", "参训职工", "参加培训人数", "到课人数"),
            Slot(Training, "lecturer"): ("培训老师", "培训教师", "授课人员", "主讲", "师资"),
            Slot(Training, "start_on"): ("举办时间", "举办日期", "开班时间", "开展时间"),
            Slot(Training, "hours"): ("培训课时", "培训学时"),
        },
        readers={"kind": words_of("training_kind", "8"), "headcount": ABOUT},
        span=Span(
            Slot(Training, "start_on"),
            Slot(Training, "end_on"),
            ("起止日期", "起止时间", "培训起止时间", "培训起止日期"),
        ),
    ),
    SheetType(
        record=HealthExam,
        label="健康查体汇总表",
        titles=("查体", "体检", "健康检查"),
        needs=("unit_name", "on_date", "headcount"),
        speaks=("hospital", "due_count", "abnormal", "suspected"),
        others=(UNIT_CODE,),
        headings={
            Slot(HealthExam, "unit_name"): ("企业", "单位", "企业全称", "参检单位"),
            Slot(HealthExam, "headcount"): ("实际检查人数", "实检数", "已检人数", "参加体检人数"),
            Slot(HealthExam, "due_count"): ("应检数", "计划人数", "应参检人数"),
            Slot(HealthExam, "payer"): ("费用", "费用承担方", "付费方式", "经费来源"),
            Slot(HealthExam, "fee"): ("单价", "人均标准", "体检单价", "每人费用"),
            Slot(HealthExam, "kind"): ("查体项目", "查体种类"),
        },
        readers={
            "kind": words_of("exam_kind", "1"),
            "payer": words_of("exam_payer", "1"),
        },
        maker=_with_titled_kind,
    ),
    SheetType(
        record=OccupationalDisease,
        label="职业病台账",
        titles=("职业病",),
        needs=("person_name", "disease", "diagnosed_on"),
        speaks=("stage", "hazard_factor", "injury_no", "unit_name"),
        headings={Slot(OccupationalDisease, "person_name"): ("患者姓名", "劳动者姓名")},
    ),
)
