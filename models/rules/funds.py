"""Checks on union funds: rules of sharing, payers, what was due and paid, arrears in writing."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from models import clock
from models.records.base import with_values
from models.records.funds import FundDue, FundIn, FundRule, FundTask, FundUnit
from models.rules import receipts, remittances
from models.rules.findings import Completions, Finding, Lookup, Rules, error, warn
from models.rules.local import limit
from models.rules.remittances import out_of_order
from models.values.dates import PartialDate
from models.values.money import show_money

SHARES = (
    ("grass_share", "基层"),
    ("town_share", "镇"),
    ("county_share", "县"),
    ("city_share", "市"),
    ("province_share", "省"),
    ("national_share", "全总"),
)
PART_BY_TAX = "2"
FREE = "6"
YEARLY = "3"
WHOLE = Decimal(100)
NATIONAL_RATE = Decimal(2)


def round_half_up(exact: Fraction) -> int:
    """Return whole fen."""
    return int(exact + Fraction(1, 2)) if exact >= 0 else -int(-exact + Fraction(1, 2))


def due_of(payroll: int, rate: Decimal) -> int:
    """Return what is owed on a payroll: payroll times rate, rounded half up to fen."""
    return round_half_up(Fraction(payroll) * Fraction(rate) / 100)


def check_rule(rule: FundRule) -> Iterator[Finding]:
    """Yield shares that do not make a whole, and days in the wrong order."""
    shares = [(name, getattr(rule, name) or Decimal(0)) for name, _ in SHARES]
    total = sum((share for _, share in shares), Decimal(0))
    if rule.grass_share is not None and total != WHOLE:
        shown = f"{total.normalize():f}"
        yield error("grass_share", f"各级留成合计{shown}%，应当正好是100%")
    yield from out_of_order(rule, "valid_from", "valid_to")


def check_rule_across(rule: FundRule, lookup: Lookup) -> Iterator[Finding]:
    """Yield rules that hold at the same time, and a grassroots share below the least."""
    for other in lookup.find(FundRule):
        if other.id != rule.id and _overlap(rule, other):
            yield error("valid_from", f"与{other.doc_no}的有效期重叠，请先给前一条填停止日期")
            break
    least = limit(lookup, "fund_grass_min", rule.valid_from)
    if least and rule.grass_share is not None and Fraction(rule.grass_share) / 100 < least.number:
        percent = f"{float(least.number * 100):g}"
        yield warn("grass_share", f"低于基层留成最低比例{percent}%（{least.source}），请核对")


def _overlap(rule: FundRule, other: FundRule) -> bool:
    if rule.valid_from is None or other.valid_from is None:
        return False
    ends_first = rule.valid_to is not None and rule.valid_to < other.valid_from
    begins_last = other.valid_to is not None and other.valid_to < rule.valid_from
    return not (ends_first or begins_last)


def check_payer(payer: FundUnit) -> Iterator[Finding]:
    """Yield what does not fit the way in which a unit pays."""
    if not payer.mode:
        yield warn("mode", "没有填缴纳方式，税务代收的经费不会计入代征任务")
    if payer.mode == PART_BY_TAX and payer.collect_rate == NATIONAL_RATE:
        yield warn("collect_rate", "税务只代收上缴部分时，征收率一般是0.8%，请核对")
    if payer.year_month is not None and not 1 <= payer.year_month <= 12:
        yield error("year_month", "年征月份应为1到12")
    if payer.cycle == YEARLY and payer.year_month is None:
        yield warn("year_month", "按年缴纳的，请填几月征收")
    if payer.mode == FREE and payer.is_prep:
        yield warn("is_prep", "免缴的单位不缴建会筹备金，请核对")
    yield from out_of_order(payer, "valid_from", "valid_to")


def check_due(due: FundDue) -> Iterator[Finding]:
    """Yield a due that does not follow from payroll and rate (工会法第四十三条)."""
    if due.due is not None and due.due < 0:
        yield error("due", "应缴不能是负数，退款请登记在实缴")
    if due.payroll is not None and due.rate is not None and due.due is not None:
        exact = due_of(due.payroll, due.rate)
        if exact != due.due:
            yield warn("due", f"工资总额×比例是{show_money(exact)}元，请核对")
    if due.payroll == 0 and not due.remark:
        yield warn("payroll", "工资总额为0，请在备注写明理由")
    if due.relief and due.due is not None and due.relief > due.due:
        yield error("relief", "减免大于应缴")
    if due.relief and not due.relief_why:
        yield warn("relief_why", "有减免，请写明理由")


def complete_due(due: FundDue) -> FundDue:
    """Reckon what is owed from the payroll; the rate is 2% unless given (工会法第四十三条)."""
    if due.due is not None or due.payroll is None:
        return due
    rate = due.rate if due.rate is not None else NATIONAL_RATE
    return with_values(due, rate=rate, due=due_of(due.payroll, rate))


def check_payment(paid: FundIn) -> Iterator[Finding]:
    """Yield a payment of nothing or from the future."""
    if paid.amount == 0:
        yield error("amount", "实缴不能是0，没有缴就不登记")
    if paid.in_on and paid.in_on.first() > clock.today():
        yield error("in_on", "入账日期晚于今天")
    if paid.in_on and paid.ym and paid.in_on.last() < paid.ym.first():
        yield warn("in_on", "入账日期早于所属月份，预缴的请在备注说明")


def complete_payment(paid: FundIn) -> FundIn:
    """Take the month from the day, and mark what has neither day nor voucher as the month's total."""
    if paid.ym is None and paid.in_on is not None and paid.in_on.month is not None:
        paid = with_values(paid, ym=PartialDate(paid.in_on.year, paid.in_on.month))
    is_total = paid.in_on is None and not paid.voucher
    return paid if paid.is_month_total == is_total else with_values(paid, is_month_total=is_total)


def check_payment_across(paid: FundIn, lookup: Lookup) -> Iterator[Finding]:
    """Yield a month that holds a total and single payments, which would be counted twice."""
    if paid.ym is None or paid.unit is None:
        return
    same = lookup.find(FundIn, unit=paid.unit, ym=paid.ym)
    others = [one for one in same if one.id != paid.id]
    if any(one.is_month_total != paid.is_month_total for one in others):
        yield warn("amount", "这个月既有按月合计又有逐笔实缴，会加在一起，请核对有没有重复")
    if paid.voucher and any(_is_same_slip(one, paid) for one in others):
        yield warn("voucher", "这个月已有同一凭证号的实缴，请核对有没有重复")


def _is_same_slip(one: FundIn, paid: FundIn) -> bool:
    return one.voucher == paid.voucher and one.amount == paid.amount


def check_task(task: FundTask) -> Iterator[Finding]:
    """Yield a task without an amount."""
    if task.target is not None and task.target <= 0:
        yield error("target", "任务额应大于0")


CHECKS: Rules = {
    "fund_rule": check_rule,
    "fund_unit": check_payer,
    "fund_due": check_due,
    "fund_in": check_payment,
    "fund_task": check_task,
    **remittances.CHECKS,
    **receipts.CHECKS,
}
CHECKS_ACROSS: Rules = {
    "fund_rule": check_rule_across,
    "fund_in": check_payment_across,
    **remittances.CHECKS_ACROSS,
    **receipts.CHECKS_ACROSS,
}
COMPLETIONS: Completions = {"fund_due": complete_due, "fund_in": complete_payment}
