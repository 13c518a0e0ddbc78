"""Figures about union funds: what was due and paid, handed up and sent back."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from models import codes
from models.figures import receipts
from models.figures.figure import (
    Count,
    Definition,
    Ledger,
    money_of,
    number_of,
    share_of_money,
    yuan,
)
from models.figures.fund_year import PayerYear, arrears_of, key_of, owed, payers_of
from models.records.funds import FundDue, FundIn, FundRule, FundTask, FundUnit
from models.records.papers import Target
from models.records.remittances import FundDun, FundReturn, Remittance
from models.rules.funds import round_half_up
from models.rules.remittances import share_above
from models.values.dates import PartialDate
from models.values.money import FEN_OF

BY_TAX = "1"
ALL_FUNDS = "2"


def payments(ledger: Ledger) -> list[FundIn]:
    """Return what came in during the period: by the day, or by the month it is for."""
    by_month = (one for one in ledger.during(FundIn, "ym") if one.in_on is None)
    return [*ledger.during(FundIn, "in_on"), *by_month]


def payments_by_tax(ledger: Ledger) -> list[FundIn]:
    """Return what the tax office collected; where no way is given, the payer's mode tells it."""
    ways = codes.table("fund_way").codes_where("by_tax")
    modes = codes.table("fund_mode").codes_where("by_tax")
    by_tax = {key_of(one) for one in ledger.all(FundUnit) if one.mode in modes}
    return [
        one for one in payments(ledger) if (one.way in ways if one.way else key_of(one) in by_tax)
    ]


def task_of(ledger: Ledger, scope: str, figure: str) -> tuple[int, FundTask | Target] | None:
    """Return the year's task in fen: from the funds' own tasks, else from the county's targets."""
    year = ledger.period.year
    for task in ledger.all(FundTask):
        if task.year == year and task.scope == scope and task.target:
            return task.target, task
    for target in ledger.all(Target):
        unit = FEN_OF.get(target.unit_label)
        if target.year == year and target.figure == figure and target.target and unit:
            return int(target.target * unit), target
    return None


def task(ledger: Ledger, scope: str, figure: str) -> Count:
    """Return a task in 元."""
    found = task_of(ledger, scope, figure)
    return Count(yuan(found[0]), (found[1],)) if found else Count(None)


def task_rate(
    ledger: Ledger, scope: str, figure: str, done: Callable[[Ledger], list[FundIn]]
) -> Count:
    """Return what came in as a share of the task."""
    found = task_of(ledger, scope, figure)
    paid = done(ledger)
    fen = sum(one.amount or 0 for one in paid)
    return share_of_money(fen, found[0] if found else None, paid)


def months_of(ledger: Ledger) -> list[PartialDate]:
    """Return the months that begin in the period."""
    period = ledger.period
    years = range(period.first.year, period.last.year + 1)
    months = (PartialDate(year, month) for year in years for month in range(1, 13))
    return [one for one in months if period.holds(one)]


def months_full(ledger: Ledger) -> Count:
    """Return for how many months no less was handed up than was due."""
    months = months_of(ledger)
    sent = [one for one in ledger.all(Remittance) if one.ym in months]
    full = [one for one in sent if _is_full(ledger, one)]
    others = [one for one in sent if one not in full]
    return Count(len(full), tuple(full), len(full), len(months), tuple(others))


def _is_full(ledger: Ledger, sent: Remittance) -> bool:
    due = sent.due if sent.due is not None else due_above(ledger, sent)
    return due is not None and sent.amount is not None and sent.amount >= due


def due_above(ledger: Ledger, sent: Remittance) -> int | None:
    """Return what should go up for a month by the rule of sharing, None without a rule."""
    if sent.ym is None:
        return None
    share = share_above(ledger.all(FundRule), sent.ym.first())
    income = sent.income
    if income is None:
        day = sent.ym.first()
        paid = ledger.between(FundIn, "ym", day, day)
        income = sum(one.amount or 0 for one in paid if one.ym == sent.ym)
    return None if share is None else round_half_up(income * share)


def dues(ledger: Ledger) -> list[FundDue]:
    """Return what was due for the months of the period."""
    return ledger.during(FundDue, "ym")


def due_total(ledger: Ledger) -> Count:
    """Return what was due less what was waived."""
    found = dues(ledger)
    return Count(yuan(sum(map(owed, found))), tuple(found))


def collect_rate(ledger: Ledger) -> Count:
    """Return what was paid for the months of the period as a share of what was due."""
    paid = ledger.during(FundIn, "ym")
    whole = sum(map(owed, dues(ledger)))
    return share_of_money(sum(one.amount or 0 for one in paid), whole, paid)


def payer_years(ledger: Ledger) -> list[PayerYear]:
    """Return the payers with what was due and paid for months that have come."""
    year = ledger.period.year
    first, last = date(year, 1, 1), min(date(year, 12, 31), ledger.period.as_of)
    return payers_of(
        ledger.all(FundUnit),
        ledger.between(FundDue, "ym", first, last),
        ledger.between(FundIn, "ym", first, last),
        year,
    )


def arrears(ledger: Ledger) -> Count:
    """Return what payers still owe for the year."""
    rows = arrears_of(payer_years(ledger))
    fen = sum(row.arrears for row in rows)
    return Count(yuan(fen), _short_months(rows))


def arrears_payers(ledger: Ledger) -> Count:
    """Return how many payers owe something."""
    rows = arrears_of(payer_years(ledger))
    return Count(len(rows), _short_months(rows))


def _short_months(rows: Sequence[PayerYear]) -> tuple[FundDue, ...]:
    """Return what was due in the months that were not paid in full."""
    cells = (cell for row in rows for cell in row.months.values())
    return tuple(due for cell in cells if (cell.paid or 0) < (cell.due or 0) for due in cell.dues)


def sent_up(ledger: Ledger) -> list[Remittance]:
    """Return what was handed up for the months of the period."""
    return ledger.during(Remittance, "ym")


def sent_back(ledger: Ledger) -> list[FundReturn]:
    """Return what came back in the period."""
    return ledger.during(FundReturn, "in_on")


def payers(ledger: Ledger) -> list[FundUnit]:
    """Return those who pay at the cut-off day."""
    day = ledger.period.as_of
    return [one for one in ledger.all(FundUnit) if one.about.is_alive(one, day)]


def preparation(ledger: Ledger) -> Count:
    """Return what came in as preparation funds."""
    return money_of([one for one in payments(ledger) if one.is_prep], "amount")


def demands(ledger: Ledger) -> list[FundDun]:
    """Return the written demands of the period."""
    return ledger.during(FundDun, "issued_on")


def _by_tax_payers(ledger: Ledger) -> Count:
    modes = codes.table("fund_mode").codes_where("by_tax")
    return number_of([one for one in payers(ledger) if one.mode in modes])


DEFINITIONS: tuple[Definition, ...] = (
    Definition(
        code="fund_months_full",
        label="经费足额上划月数",
        unit="个月",
        kind="flow",
        basis="本期各月的经费上解中，实际上解不少于应上解的月数；应上解空着时按分成规则算",
        count=months_full,
    ),
    Definition(
        code="fund_tax_in",
        label="税务代收经费",
        unit="元",
        kind="flow",
        basis="实缴中途径为税务代收的合计（没填途径的看缴费户的缴纳方式），按入账日期，没有的按所属月份",
        count=lambda ledger: money_of(payments_by_tax(ledger), "amount"),
    ),
    Definition(
        code="fund_tax_task",
        label="税务代征任务",
        unit="元",
        kind="stock",
        basis="本年度经费收缴任务中的税务代征；没有登记时取上级任务中对应数字为税务代收经费的",
        count=partial(task, scope=BY_TAX, figure="fund_tax_in"),
    ),
    Definition(
        code="fund_tax_rate",
        label="代征任务完成率",
        unit="%",
        kind="rate",
        basis="税务代收经费 ÷ 税务代征任务",
        count=partial(task_rate, scope=BY_TAX, figure="fund_tax_in", done=payments_by_tax),
    ),
    Definition(
        code="fund_in",
        label="收缴工会经费",
        unit="元",
        kind="flow",
        basis="全部实缴合计，按入账日期，没有的按所属月份；退款是负数",
        count=lambda ledger: money_of(payments(ledger), "amount"),
    ),
    Definition(
        code="fund_task_rate",
        label="收缴任务完成率",
        unit="%",
        kind="rate",
        basis="收缴工会经费 ÷ 本年度经费收缴任务中的全部收缴",
        count=partial(task_rate, scope=ALL_FUNDS, figure="fund_in", done=payments),
    ),
    Definition(
        code="fund_due",
        label="应缴工会经费",
        unit="元",
        kind="flow",
        basis="所属月份在本期内的应缴，减去减免",
        count=due_total,
    ),
    Definition(
        code="fund_collect_rate",
        label="工会经费收缴率",
        unit="%",
        kind="rate",
        basis="所属月份在本期内的实缴 ÷ 应缴",
        count=collect_rate,
    ),
    Definition(
        code="fund_arrears",
        label="欠缴工会经费",
        unit="元",
        kind="stock",
        basis="本年度到截止日期的应缴减实缴，逐户相抵后只计欠缴的户；名单是没有缴足的月份",
        count=arrears,
    ),
    Definition(
        code="fund_arrears_units",
        label="欠缴单位",
        unit="家",
        kind="stock",
        basis="本年度到截止日期应缴大于实缴的缴费户数；名单是没有缴足的月份",
        count=arrears_payers,
    ),
    Definition(
        code="fund_payers",
        label="缴费户",
        unit="户",
        kind="stock",
        basis="截止日期在缴的缴费户",
        count=lambda ledger: number_of(payers(ledger)),
    ),
    Definition(
        code="fund_tax_payers",
        label="税务代收的缴费户",
        unit="户",
        kind="stock",
        basis="截止日期在缴、缴纳方式为税务代收的缴费户",
        count=_by_tax_payers,
    ),
    Definition(
        code="fund_remitted",
        label="上解经费",
        unit="元",
        kind="flow",
        basis="所属月份在本期内的实际上解合计",
        count=lambda ledger: money_of(sent_up(ledger), "amount"),
    ),
    Definition(
        code="fund_returned",
        label="返还经费",
        unit="元",
        kind="flow",
        basis="到账日期在本期内的返还、补助合计",
        count=lambda ledger: money_of(sent_back(ledger), "amount"),
    ),
    Definition(
        code="fund_prep_in",
        label="收缴建会筹备金",
        unit="元",
        kind="flow",
        basis="实缴中勾选“建会筹备金”的合计",
        count=preparation,
    ),
    Definition(
        code="fund_duns",
        label="发出催缴通知书",
        unit="份",
        kind="flow",
        basis="发出日期在本期内的经费催缴",
        count=lambda ledger: number_of(demands(ledger)),
    ),
    *receipts.DEFINITIONS,
)
