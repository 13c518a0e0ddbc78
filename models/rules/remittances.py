"""Checks on what goes up and comes back, on demands in writing, and on preparation funds."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from models import clock, codes
from models.records.funds import FundDue, FundIn, FundRule
from models.records.remittances import FundDun, FundReturn, PreparationFund, Remittance
from models.rules.findings import Finding, Lookup, Rules, error, warn
from models.rules.local import limit
from models.values.dates import PartialDate
from models.values.money import show_money

SMALL_RETURN = "2"
TO_COURT = "3"
PAID_UP = "1"
MONTHS = 12


def check_remittance(sent: Remittance) -> Iterator[Finding]:
    """Yield a remittance that falls short or came before its month."""
    if sent.amount is not None and sent.amount < 0:
        yield error("amount", "实际上解不能是负数")
    if sent.amount is not None and sent.due is not None and sent.amount < sent.due:
        missing = show_money(sent.due - sent.amount)
        yield warn("amount", f"比应上解少{missing}元，这个月不算足额上划")
    if sent.remit_on and sent.ym and sent.remit_on < sent.ym.first():
        yield error("remit_on", "上解日期早于所属月份")
    if sent.remit_on and sent.remit_on > clock.today():
        yield error("remit_on", "上解日期晚于今天")


def check_remittance_across(sent: Remittance, lookup: Lookup) -> Iterator[Finding]:
    """Yield an income or a share that the ledger and the rule of sharing tell otherwise."""
    if sent.ym is None:
        return
    paid = [one.amount or 0 for one in lookup.find(FundIn, ym=sent.ym)]
    if paid and sent.income is not None and sum(paid) != sent.income:
        yield warn("income", f"收缴台账里这个月实缴{show_money(sum(paid))}元，请核对")
    share = share_above(lookup.find(FundRule), sent.ym.first())
    if share is not None and sent.income is not None and sent.due is not None:
        exact = int(sent.income * share + Fraction(1, 2))
        if exact != sent.due:
            yield warn("due", f"按分成规则应上解{show_money(exact)}元，请核对")
    months = limit(lookup, "fund_remit_months", sent.ym.first())
    if months and sent.remit_on and sent.remit_on > end_of_month(sent.ym, months.whole):
        yield warn("remit_on", f"所属月份过后超过{months.whole}个月才上解，请核对")


def share_above(rules: Iterable[FundRule], day: date) -> Fraction | None:
    """Return the part of the funds that goes above the town on a day; None without a rule."""
    for rule in rules:
        if rule.about.is_alive(rule, day) and rule.grass_share is not None:
            kept = rule.grass_share + (rule.town_share or Decimal(0))
            return 1 - Fraction(kept) / 100
    return None


def end_of_month(month: PartialDate, later: int) -> date:
    """Return the last day of the month so many months after this one."""
    years, rest = divmod((month.month or 1) - 1 + later, MONTHS)
    year = month.year + years
    return date(year, rest + 1, monthrange(year, rest + 1)[1])


def check_return(back: FundReturn) -> Iterator[Finding]:
    """Yield what cannot be of money that came back."""
    if back.amount is not None and back.amount <= 0:
        yield error("amount", "返还金额应大于0")
    if back.paid_on and back.in_on and back.paid_on < back.in_on.first():
        yield error("paid_on", "拨付日期早于到账日期")
    if back.kind == SMALL_RETURN and not back.unit_name:
        yield warn("unit_name", "小微企业返还请填受益单位")


def check_dun(dun: FundDun) -> Iterator[Finding]:
    """Yield steps of a demand that do not follow one another (工会法第四十四条)."""
    if dun.arrears is not None and dun.arrears <= 0:
        yield error("arrears", "欠缴金额应大于0")
    if dun.issued_on and dun.deadline and dun.deadline < dun.issued_on:
        yield error("deadline", "补缴期限早于发出日期")
    if dun.period_from and dun.period_to and dun.period_to < dun.period_from:
        yield error("period_to", "欠缴期止早于欠缴期起")
    if dun.signed_on and dun.issued_on and dun.signed_on < dun.issued_on:
        yield error("signed_on", "签收日期早于发出日期")
    if dun.result == PAID_UP and dun.paid_on is None:
        yield warn("paid_on", "已补缴的请填补缴日期")
    if dun.result == TO_COURT and dun.order_on is None:
        yield warn("order_on", "拒不补缴的可向法院申请支付令（工会法第四十四条），申请后填日期")


def check_dun_across(dun: FundDun, lookup: Lookup) -> Iterator[Finding]:
    """Yield arrears that are not what the ledger says for those months."""
    if dun.unit is None or dun.period_from is None or dun.period_to is None:
        return
    first, last = dun.period_from, dun.period_to
    dues = [one for one in lookup.find(FundDue, unit=dun.unit) if one.ym]
    owed = sum((d.due or 0) - (d.relief or 0) for d in dues if d.ym and first <= d.ym <= last)
    paid = sum(
        one.amount or 0
        for one in lookup.find(FundIn, unit=dun.unit)
        if one.ym and first <= one.ym <= last
    )
    is_open = dun.result not in codes.table("fund_dun_result").codes_where("settles")
    if dues and is_open and dun.arrears is not None and owed - paid != dun.arrears:
        yield warn("arrears", f"收缴台账里这几个月欠缴{show_money(owed - paid)}元，请核对")


def check_preparation(fund: PreparationFund) -> Iterator[Finding]:
    """Yield a preparation fund that is returned before it ends."""
    yield from out_of_order(fund, "from_on", "to_on")
    if fund.returned and fund.returned_on is None:
        yield warn("returned_on", "已返还的请填返还日期")
    if fund.returned_on and fund.to_on is None:
        yield warn("to_on", "已返还的请填停征（建会）日期")


def out_of_order(record: object, first: str, last: str) -> Iterator[Finding]:
    """Yield an end that comes before its beginning."""
    start, end = getattr(record, first), getattr(record, last)
    if start and end and end < start:
        yield error(last, "早于开始的日期")


CHECKS: Rules = {
    "remit": check_remittance,
    "fund_back": check_return,
    "fund_dun": check_dun,
    "prep_fund": check_preparation,
}
CHECKS_ACROSS: Rules = {"remit": check_remittance_across, "fund_dun": check_dun_across}
