"""Lists of mutual help insurance."""

from collections.abc import Iterator
from datetime import date
from typing import cast

from models import codes
from models.lists.frames import Frame, tell, unit_of_list
from models.lists.kinds import (
    UNIT_CODE,
    Draft,
    Given,
    Others,
    Ref,
    Repeat,
    Say,
    SheetType,
    Slot,
    Span,
)
from models.lists.safety import words_of
from models.records.mutual import InsuredPerson, MutualClaim, MutualPlan, MutualPolicy
from models.values.text import name_key

OTHER = "7"
UNNAMED = "职工互助保障"
UNIT, PLAN, START = (Slot(MutualPolicy, name) for name in ("unit_name", "plan_name", "start_on"))


def _with_plan(frame: Frame, found: Draft, _others: Others, say: Say) -> None:
    """Link a policy to its plan; one that is not registered yet is registered by its name."""
    name = str(found.given.get("plan_name") or "")
    if not name and PLAN not in frame.mapped and "plan_name" not in found.first:
        name = found.given["plan_name"] = UNNAMED
        say(PLAN, "warn", f"没有保障计划列，按“{UNNAMED}”登记，请核对")
    if not name:
        return
    hits = frame.desk.shelf(MutualPlan).find(0, name)
    found.given["plan"] = hits[0] if hits else frame.shared(MutualPlan, name=name, kind=_kind(name))


def _kind(name: str) -> str:
    """Return the kind of cover whose longest word the plan's name holds."""
    words = codes.table("mutual_plan_kind").by_spelling
    inside = [word for word in words if len(word) > 1 and word in name]
    return words[max(inside, key=len)].code if inside else OTHER


def _with_policy(frame: Frame, found: Draft, others: Others, say: Say) -> None:
    """Find the policy that a person or a claim is about, by unit, plan and day."""
    told = others.get(MutualPolicy, {})
    listed = unit_of_list(frame)
    written = str(told.get("unit_name") or "") or (listed.name if listed else "")
    written = written or frame.facts.reporter or _named_in_title(frame)
    if not written:
        say(UNIT, "error", "没有写参保单位，不知道是哪一批；请加上参保单位和保障计划两列")
        return
    hit = frame.desk.find_unit(written)
    if hit.ref is not None:
        tell(hit, UNIT, say)
    found_here = list(_policies(frame, hit.ref, hit.name, told))
    own = found.given
    day = told.get("start_on") or own.get("event_on") or own.get("paid_on")
    if len(found_here) > 1 and isinstance(day, date):
        running = [ref for ref in found_here if _runs(frame, ref, day)]
        found_here = running or found_here
    if len(found_here) == 1:
        found.given["policy"] = found_here[0]
    elif found_here:
        say(UNIT, "error", f"“{hit.name}”有{len(found_here)}批参保，请写明保障计划和保障期起")
    else:
        say(UNIT, "error", f"没有找到“{hit.name}”的参保批次，请先登记或导入")


def _named_in_title(frame: Frame) -> str:
    """Return the longest name of an insured unit that stands in the list's title."""
    names = {one.unit_name for one in frame.desk.shelf(MutualPolicy).records.values()}
    return max((name for name in names if name in frame.facts.title), key=len, default="")


def _policies(frame: Frame, unit: Ref | None, name: str, told: Given) -> Iterator[Ref]:
    plan = name_key(str(told.get("plan_name") or ""))
    for ref, one in frame.desk.shelf(MutualPolicy).records.items():
        is_same = (
            one.unit == unit if unit is not None else name_key(one.unit_name) == name_key(name)
        )
        if is_same and (not plan or plan == name_key(one.plan_name)):
            yield ref


def _runs(frame: Frame, ref: Ref, day: date) -> bool:
    one = frame.desk.shelf(MutualPolicy).records[ref]
    return cast("date", one.start_on) <= day <= cast("date", one.end_on)


LISTS: tuple[SheetType, ...] = (
    SheetType(
        record=MutualPlan,
        label="互助保障计划",
        titles=("保障计划",),
        needs=("name",),
        speaks=("insurer", "fee", "wait_days", "term_months", "benefit"),
        readers={"kind": words_of("mutual_plan_kind", OTHER)},
    ),
    SheetType(
        record=MutualPolicy,
        label="互助保障参保汇总表",
        titles=("互助保障", "互助参保", "参保单位", "医疗互助"),
        needs=("unit_name", "headcount"),
        speaks=("plan_name", "end_on", "renewal", "policy_no", "shares"),
        others=(UNIT_CODE,),
        headings={
            Slot(MutualPolicy, "unit_name"): ("企业", "单位全称", "参保单位名称", "参保企业"),
            Slot(MutualPolicy, "headcount"): ("参保职工人数", "参保人员数", "投保职工数"),
            Slot(MutualPolicy, "fee_total"): ("缴费总金额", "缴费", "合计金额", "参保费用"),
            Slot(MutualPolicy, "start_on"): ("保障起始日", "开始日期", "生效时间", "保障期限起"),
            Slot(MutualPolicy, "end_on"): ("保障终止日", "截止日期", "到期时间", "保障期限止"),
            Slot(MutualPolicy, "renewal"): ("是否为续保", "新保续保"),
        },
        repeats=(Repeat(Slot(MutualPolicy, "unit_name"), Slot(MutualPolicy, "plan_name")),),
        readers={
            "payer": words_of("mutual_payer", "1"),
        },
        span=Span(
            Slot(MutualPolicy, "start_on"),
            Slot(MutualPolicy, "end_on"),
            (
                "保障期间",
                "保障期限",
                "保障期",
                "保险期间",
                "起止日期",
                "有效期",
                "参保期限",
                "保障起止日期",
            ),
        ),
        maker=_with_plan,
        links_by_maker=("plan", "previous"),
    ),
    SheetType(
        record=InsuredPerson,
        label="被保障人名单",
        titles=(
            *("被保障人", "参保人员", "参保职工", "投保人员", "投保职工", "被保险人"),
            *("参保名单", "投保名单"),
        ),
        needs=("person_name", "id_no"),
        speaks=("shares", "fee", "member_fee"),
        others=(UNIT, PLAN, START),
        headings={
            PLAN: ("计划", "参保项目", "投保项目", "保险计划"),
            START: ("起保日期", "投保日期"),
            Slot(InsuredPerson, "person_name"): ("被保险人", "被保险人姓名", "投保人", "参保职工"),
        },
        links_by_maker=("policy",),
        maker=_with_policy,
    ),
    SheetType(
        record=MutualClaim,
        label="互助金申领台账",
        titles=("申领", "理赔", "互助金"),
        needs=("person_name", "amount"),
        speaks=("event_on", "claimed_on", "hospital", "disease", "self_paid", "insurance_paid"),
        headings={
            PLAN: ("计划",),
            Slot(MutualClaim, "paid_on"): ("日期", "发放日期", "领款日期", "赔付时间", "理赔时间"),
            Slot(MutualClaim, "event_on"): ("住院时间", "患病时间", "发病日期"),
        },
        others=(UNIT, PLAN, START),
        links_by_maker=("policy",),
        maker=_with_policy,
    ),
)
