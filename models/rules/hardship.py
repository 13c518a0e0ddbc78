"""Checks on households in hardship: files, members, reviews, pairing and aid."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from models import codes
from models.fields import fields_of
from models.records.base import with_values
from models.records.hardship import HardshipMember, Pairing, Review
from models.records.hardship_file import ENDED, ON_FILE, HardshipFile
from models.records.members import Member
from models.rules import aid
from models.rules.findings import Completions, Finding, Lookup, Rules, error, warn
from models.rules.hardship_category import (
    category_words,
    income_per_head,
    lines_of,
    suggest_category,
)
from models.rules.local import add_workdays, limit
from models.values.money import show_money
from models.values.person_id import birth_of, sex_of

SEX_CODES = {"男": "1", "女": "2"}
DISABLED, STUDENT = "14", "4"
MOST_OTHER_CAUSES = 3
ROUNDING = 100
STEPS = ("applied_on", "visited_on", "posted_from", "posted_to", "approved_on")
# What the national form marks as mandatory; half of it is never on a township's own list.
MANDATORY = (
    *("file_no", "file_level", "category", "nation", "sex", "politics", "born_on", "health"),
    *("work_state", "model", "housing", "phone", "work_since", "industry", "marriage", "hukou"),
    *("address", "unit_name", "region", "medical_insurance", "own_income", "total_income"),
    *("household_size", "income_per_head", "cause", "applied_on", "visited_on", "posted_from"),
    *("posted_to", "approved_on", "filed_on", "filer", "auditor", "keyer", "papers"),
)


def missing_of(file: HardshipFile) -> tuple[str, ...]:
    """Return the labels of the mandatory fields of the national form that are still blank."""
    fields = fields_of(HardshipFile)
    blank = (name for name in MANDATORY if fields[name].is_blank(getattr(file, name)))
    return tuple(fields[name].label for name in blank)


def complete_file(file: HardshipFile) -> HardshipFile:
    """Fill in what follows: birth and sex from the ID, the scheme, and the income a head."""
    found: dict[str, object] = {}
    if file.id_no and file.born_on is None:
        found["born_on"] = birth_of(file.id_no)
    if file.id_no and not file.sex:
        found["sex"] = SEX_CODES[sex_of(file.id_no)]
    if file.category and not file.category_scheme:
        found["category_scheme"] = (
            codes.table("hard_category").by_code[file.category].extra["scheme"]
        )
    if file.total_income is None and file.household_size == 1 and file.own_income is not None:
        found["total_income"] = file.own_income * 12 + (file.other_income or 0)
    file = with_values(file, **found) if found else file
    if file.income_per_head is None and (income := income_per_head(file)) is not None:
        return with_values(file, income_per_head=income)
    return file


def check_file(file: HardshipFile) -> Iterator[Finding]:
    """Yield what is wrong or odd about a file by itself."""
    yield from _check_person(file)
    yield from _check_category(file)
    yield from _check_steps(file)
    yield from _check_money(file)
    if file.card_no and not passes_luhn(file.card_no):
        yield warn("card_no", "银行卡号的校验位不对，请对照卡片核对")
    if file.card_holder and file.card_holder != file.person_name:
        yield warn("card_holder", "户名不是本人，应是监护人，请核对")


def passes_luhn(number: str) -> bool:
    """Whether a bank card number of 15 to 19 digits ends with the right check digit."""
    digits = number.replace(" ", "")
    if not (digits.isascii() and digits.isdigit() and 15 <= len(digits) <= 19):
        return False
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _check_person(file: HardshipFile) -> Iterator[Finding]:
    if file.id_no and file.born_on and file.born_on != birth_of(file.id_no):
        yield error("born_on", f"与身份证号中的{birth_of(file.id_no).isoformat()}不一致")
    if file.id_no and file.sex in SEX_CODES.values() and file.sex != SEX_CODES[sex_of(file.id_no)]:
        yield warn("sex", f"身份证号是{sex_of(file.id_no)}性的号码，请核对")
    if file.health == DISABLED and not (file.disability and file.disability_grade):
        yield warn("disability", "健康状况是残疾，请填残疾类别和等级")
    if file.work_since and file.born_on and file.work_since.last() <= file.born_on:
        yield error("work_since", "参加工作时间早于出生日期")


def _check_category(file: HardshipFile) -> Iterator[Finding]:
    if file.category and file.category_scheme:
        scheme = codes.table("hard_category").by_code[file.category].extra["scheme"]
        if scheme != file.category_scheme:
            yield warn("category_scheme", "困难类别不属于这个口径，请核对")
    if file.cause and file.cause in file.other_causes:
        yield warn("other_causes", "次要原因里不要再选主要原因")
    if len(file.other_causes) > MOST_OTHER_CAUSES:
        yield error("other_causes", f"次要致困原因最多选{MOST_OTHER_CAUSES}项")
    if file.exclusions:
        yield warn("exclusions", "有不宜建档的情形，请核实清楚再建档")


def _check_steps(file: HardshipFile) -> Iterator[Finding]:
    fields = fields_of(HardshipFile)
    days = [(name, getattr(file, name)) for name in STEPS if getattr(file, name)]
    for (before, early), (name, late) in pairwise(days):
        if late < early:
            yield error(name, f"{fields[name].label}早于{fields[before].label}{early.isoformat()}")
    if file.filed_on and file.approved_on and file.filed_on.last() < file.approved_on:
        yield warn("filed_on", "建档日期早于审批日期，请核对")
    if file.status in ENDED and file.left_on is None:
        yield warn("left_on", "没有脱困（销档）日期，统计时不知道是哪年的")
    if file.left_on and file.filed_on and file.left_on.last() < file.filed_on.first():
        yield error("left_on", "脱困（销档）日期早于建档日期")
    if file.left_on and file.status not in ENDED:
        yield warn("left_on", "写了脱困（销档）日期，但档案状态不是脱困或销档")
    if file.status == ON_FILE and file.filed_on is None:
        yield warn("filed_on", "在档的要有建档日期")


def _check_money(file: HardshipFile) -> Iterator[Finding]:
    for name in ("own_income", "other_income", "total_income", "rigid_expense", "income_per_head"):
        value = getattr(file, name)
        if value is not None and value < 0:
            yield error(name, "不能是负数")
    worked_out = income_per_head(file)
    kept = file.income_per_head
    if worked_out is not None and kept is not None and abs(worked_out - kept) > ROUNDING:
        yield warn(
            "income_per_head", f"按总收入、刚性支出和人口算是{show_money(worked_out)}元，请核对"
        )


def check_file_across(file: HardshipFile, lookup: Lookup) -> Iterator[Finding]:
    """Yield a second file for the same people, and what the rest of the office says otherwise."""
    if file.id_no and file.status not in ENDED:
        other = _holder_of(file.id_no, lookup, file.id)
        if other is not None:
            yield error("id_no", _taken_words(other))
    yield from _check_posting(file, lookup)
    yield from _check_members(file, lookup)
    for member in lookup.find(Member, id=file.person) if file.person else ():
        if member.id_no and file.id_no and member.id_no != file.id_no:
            yield warn("person", f"会员“{member.name}”的证件号码与这里的身份证号不同，请核对")
    suggested = suggest_category(
        file, lines_of(lookup, file.filed_on.first() if file.filed_on else None)
    )
    if suggested and file.category and suggested != file.category:
        words = category_words(suggested)
        yield warn("category", f"按收入和本地标准建议为“{words}”，请核实，不会自动改")


def _holder_of(id_no: str, lookup: Lookup, household: int | None) -> HardshipFile | None:
    """Return another live file in which this ID number is the worker's or a member's."""
    holders = list(lookup.find(HardshipFile, id_no=id_no))
    for member in lookup.find(HardshipMember, id_no=id_no):
        holders.extend(lookup.find(HardshipFile, id=member.household))
    return next((one for one in holders if one.id != household and one.status not in ENDED), None)


def _taken_words(other: HardshipFile) -> str:
    where = f"（{other.unit_name}）" if other.unit_name else ""
    return f"一户一档：这个身份证号已在“{other.person_name}”{where}的档案里"


def _check_posting(file: HardshipFile, lookup: Lookup) -> Iterator[Finding]:
    if not (file.posted_from and file.posted_to) or file.posted_to < file.posted_from:
        return
    rule = limit(lookup, "hard_post_days", file.posted_from)
    if rule is None:
        return
    until = add_workdays(lookup, file.posted_from, rule.whole)
    if file.posted_to < until:
        yield warn("posted_to", f"公示不足{rule.says()}，应到{until.isoformat()}（{rule.source}）")


def _check_members(file: HardshipFile, lookup: Lookup) -> Iterator[Finding]:
    members = lookup.find(HardshipMember, household=file.id) if file.id is not None else ()
    if not members:
        return
    size = 1 + len(members)
    if file.household_size is not None and file.household_size != size:
        yield warn("household_size", f"家庭成员登记了{len(members)}人，加本人是{size}人，请核对")
    total = total_income(file, members)
    if file.total_income is not None and abs(file.total_income - total) > ROUNDING:
        yield warn("total_income", f"按本人和成员的月收入算是{show_money(total)}元，请核对")


def total_income(file: HardshipFile, members: Sequence[HardshipMember]) -> int:
    """Return the household's income of a year: all months of all people and what else comes in."""
    monthly = (file.own_income or 0) + sum(one.monthly_income or 0 for one in members)
    return monthly * 12 + (file.other_income or 0)


def complete_member(member: HardshipMember) -> HardshipMember:
    """Fill in birth and sex from the ID."""
    found: dict[str, object] = {}
    if member.id_no and member.born_on is None:
        found["born_on"] = birth_of(member.id_no)
    if member.id_no and not member.sex:
        found["sex"] = SEX_CODES[sex_of(member.id_no)]
    return with_values(member, **found) if found else member


def check_member(member: HardshipMember) -> Iterator[Finding]:
    """Yield what is wrong or odd about a member of a household."""
    if member.id_no and member.born_on and member.born_on != birth_of(member.id_no):
        yield error("born_on", f"与身份证号中的{birth_of(member.id_no).isoformat()}不一致")
    if not member.id_no:
        yield warn("id_no", "没有身份证号，查不出是不是已在别的户里")
    if member.identity == STUDENT and not (member.school_or_unit and member.study_stage):
        yield warn("school_or_unit", "是学生的要填学校和学段")
    if member.monthly_income is not None and member.monthly_income < 0:
        yield error("monthly_income", "不能是负数")


def check_member_across(member: HardshipMember, lookup: Lookup) -> Iterator[Finding]:
    """Yield a person who belongs to another household already, or to this one as its worker."""
    own = next(iter(lookup.find(HardshipFile, id=member.household)), None)
    if not member.id_no or own is None:
        return
    if own.id_no == member.id_no:
        yield error("id_no", "与职工本人的身份证号相同，本人不用再登记为成员")
    other = None if own.status in ENDED else _holder_of(member.id_no, lookup, member.household)
    if other is not None:
        yield error("id_no", _taken_words(other))


def check_review(review: Review) -> Iterator[Finding]:
    """Yield a decision without what belongs to it."""
    if status_after(review) in ENDED and not review.reason:
        yield error("reason", "结论是脱困或销档，请选原因")
    if review.decision == "2" and not review.category:
        yield error("category", "结论是调整类别，请选调整后的类别")
    if review.approved_on and review.reviewed_on and review.approved_on < review.reviewed_on:
        yield error("approved_on", "审批日期早于复核日期")


def status_after(review: Review) -> str:
    """Return the status that a file has by the decision of a review; blank without a decision."""
    line = codes.table("hard_decision").by_code.get(review.decision)
    return line.extra["status"] if line else ""


def check_review_across(review: Review, lookup: Lookup) -> Iterator[Finding]:
    """Yield a file whose status is not what its latest review decided."""
    file = next(iter(lookup.find(HardshipFile, id=review.household)), None)
    wanted = status_after(review)
    if file is None or not wanted or not review.reviewed_on or file.status == wanted:
        return
    later = lookup.find(Review, household=review.household)
    if any(one.reviewed_on and one.reviewed_on > review.reviewed_on for one in later):
        return
    is_, will = (codes.table("hard_status").label(one) for one in (file.status, wanted))
    yield warn("decision", f"档案还是“{is_ or '空白'}”，点“落实结论”改为“{will}”")


def check_pairing(pairing: Pairing) -> Iterator[Finding]:
    """Yield a pairing that ends before it begins."""
    if pairing.from_on and pairing.to_on and pairing.to_on.last() < pairing.from_on.first():
        yield error("to_on", f"到期日期早于结对日期{pairing.from_on.iso}")


def check_pairing_across(pairing: Pairing, lookup: Lookup) -> Iterator[Finding]:
    """Yield a pairing with a household that was not on file when it ran."""
    file = next(iter(lookup.find(HardshipFile, id=pairing.household)), None)
    if file is None:
        return
    state = codes.table("hard_status").label(file.status) or "拟建档"
    if file.status not in {ON_FILE, *ENDED}:
        yield error("household", f"“{file.person_name}”的档案是{state}，在档以后才能结对")
    elif file.status in ENDED:
        yield from _check_ended(pairing, file, state)
    if pairing.unit and file.unit and pairing.unit != file.unit:
        yield warn("unit_name", f"档案里的工作单位是“{file.unit_name}”，请核对是不是同一个人")


def _check_ended(pairing: Pairing, file: HardshipFile, state: str) -> Iterator[Finding]:
    left, start, end = file.left_on, pairing.from_on, pairing.to_on
    if left and start and start.first() > left.last():
        yield error("household", f"“{file.person_name}”{left.iso}已经{state}，不能再结对")
    elif end is None or (left is not None and end.last() > left.last()):
        yield warn("to_on", f"“{file.person_name}”已经{state}，这一对不再计数，请核对到期日期")


CHECKS: Rules = {
    "hard_file": check_file,
    "hard_member": check_member,
    "hard_review": check_review,
    "pairing": check_pairing,
    **aid.CHECKS,
}
CHECKS_ACROSS: Rules = {
    "hard_file": check_file_across,
    "hard_member": check_member_across,
    "hard_review": check_review_across,
    "pairing": check_pairing_across,
    **aid.CHECKS_ACROSS,
}
COMPLETIONS: Completions = {
    "hard_file": complete_file,
    "hard_member": complete_member,
    **aid.COMPLETIONS,
}
