"""Figures about sums of the funds: from whom, planned, left over, asked for, given back."""

from collections.abc import Callable

from models.figures import receipts
from models.figures.defining import flow, stock
from models.figures.figure import Count, Definition, Ledger, money_of, number_of, yuan
from models.figures.fund_year import key_of
from models.figures.funds import demands, payments
from models.records.budget import CashItem
from models.records.funds import FundIn, FundUnit
from models.records.receipts import Dues
from models.records.remittances import PreparationFund

TREASURY_WAY, TREASURY_MODE = "2", "3"


def by_treasury(ledger: Ledger) -> list[FundIn]:
    """Return what the treasury transferred; where no way is given, the payer's mode tells it."""
    payers = {key_of(one) for one in ledger.all(FundUnit) if one.mode == TREASURY_MODE}
    return [
        one
        for one in payments(ledger)
        if (one.way == TREASURY_WAY if one.way else key_of(one) in payers)
    ]


def paying_units(ledger: Ledger) -> Count:
    """Return the units from which something came in during the period, each once."""
    found: dict[object, FundIn] = {}
    for one in payments(ledger):
        if (one.amount or 0) > 0 and not one.is_month_total:
            found.setdefault(key_of(one), one)
    return number_of(list(found.values()))


def balance(ledger: Ledger) -> Count:
    """Return what came in by the cash book less what went out, in yuan."""
    rows: list[CashItem] = receipts.cash_items(ledger)
    signs = {receipts.INCOME: 1, receipts.SPENDING: -1}
    found = [one for one in rows if one.direction in signs]
    fen = sum(signs[one.direction] * (one.amount or 0) for one in found)
    return Count(yuan(fen), tuple(found))


def planned(direction: str) -> Callable[[Ledger], Count]:
    """Return what adds up the year's budget of one side."""
    return lambda ledger: money_of(receipts.budget_of(ledger, direction), "planned")


def unions_paying_dues(ledger: Ledger) -> Count:
    """Return the unions that handed in membership fees for the period, each once."""
    found: dict[object, Dues] = {}
    for one in receipts.dues(ledger):
        if one.amount:
            found.setdefault(one.union or one.union_name, one)
    return number_of(list(found.values()))


def returned_preparation(ledger: Ledger) -> Count:
    """Return the preparation funds that were given back in the period."""
    rows = ledger.all(PreparationFund)
    return money_of([one for one in rows if ledger.period.holds(one.returned_on)], "returned")


DEFINITIONS: tuple[Definition, ...] = (
    flow(
        "fund_treasury_in",
        "财政划拨经费",
        "元",
        lambda ledger: money_of(by_treasury(ledger), "amount"),
        basis="实缴中途径为财政划拨的合计（没填途径的看缴费户的缴纳方式），按入账日期，没有的按所属月份",
    ),
    flow(
        "fund_units_paid",
        "缴纳工会经费的单位",
        "家",
        paying_units,
        basis="本期有实缴（退款和按月合计不算）的单位，一家单位算一家；按入账日期，没有的按所属月份",
    ),
    flow(
        "fund_duns_amount",
        "催缴工会经费",
        "元",
        lambda ledger: money_of(demands(ledger), "arrears"),
        basis="发出日期在本期内的经费催缴的欠缴金额相加",
    ),
    flow(
        "fund_prep_returned",
        "返还建会筹备金",
        "元",
        returned_preparation,
        basis="建会筹备金中返还日期在本期内的已返还金额合计",
    ),
    flow(
        "dues_unions",
        "上缴会费的基层工会",
        "家",
        unions_paying_dues,
        basis="所属月份在本期内有会费额的基层工会，一家工会算一家",
    ),
    flow(
        "cash_net",
        "经费收支相抵（流水）",
        "元",
        balance,
        basis="收支流水中日期在本期内的收入合计减去支出合计",
    ),
    stock(
        "budget_income",
        "本年度收入预算",
        "元",
        planned(receipts.INCOME),
        basis="本年度预算中收入科目的预算数合计；有明细科目时不计上级科目",
    ),
    stock(
        "budget_spend",
        "本年度支出预算",
        "元",
        planned(receipts.SPENDING),
        basis="本年度预算中支出科目的预算数合计；有明细科目时不计上级科目",
    ),
)
