"""Figures about the terms of contracts: for areas and trades, raises, which run out soon."""

from functools import partial

from models.figures.bargaining import WAGES, is_valid, signed_contracts
from models.figures.defining import rate, stock
from models.figures.figure import Count, Definition, Ledger, number_of, share_of_money, yuan
from models.figures.negotiation import contracts
from models.records.bargaining import Contract
from models.values.dates import add_months

TRADE, AREA = "2", "3"
SOON_MONTHS = 6


def contracts_for(ledger: Ledger, scope: str) -> Count:
    """Return the contracts in force for an area or a trade, one however many enterprises it covers."""
    found = [one for one in contracts(ledger).records if isinstance(one, Contract)]
    return number_of([one for one in found if one.scope == scope])


def wages_raised(ledger: Ledger) -> list[Contract]:
    """Return the wage contracts in force that name the wage before and a higher one after."""
    return [
        one
        for one in signed_contracts(ledger, WAGES)
        if one.wage_before and one.wage_after and one.wage_after > one.wage_before
    ]


def average_raise(ledger: Ledger) -> Count:
    """Return by how much the agreed wages are above those before, of all who tell both."""
    told = [one for one in signed_contracts(ledger, WAGES) if one.wage_before and one.wage_after]
    before = sum((one.wage_before or 0) * (one.workers_covered or 1) for one in told)
    after = sum((one.wage_after or 0) * (one.workers_covered or 1) for one in told)
    return share_of_money(after - before, before, told)


def lowest_wage(ledger: Ledger) -> Count:
    """Return the lowest wage that a wage contract in force names."""
    told = [one for one in signed_contracts(ledger, WAGES) if one.min_wage]
    lowest = min((one.min_wage or 0 for one in told), default=None)
    return Count(None if lowest is None else yuan(lowest), tuple(told))


def running_out(ledger: Ledger) -> Count:
    """Return the enterprises whose wage contract runs out within half a year from the cut-off day."""
    last = add_months(ledger.period.as_of, SOON_MONTHS)
    found = signed_contracts(ledger, WAGES)
    return number_of([one for one in found if one.valid_to is not None and one.valid_to <= last])


def run_out(ledger: Ledger) -> Count:
    """Return the enterprises whose last wage contract ran out and that have no other in force."""
    known = {ledger.unit_of(one) for one in signed_contracts(ledger, WAGES)}
    found: dict[object, Contract] = {}
    for one in ledger.all(Contract):
        unit = ledger.unit_of(one)
        was_signed = one.kind == WAGES and ledger.period.has_reached(one.signed_on)
        if was_signed and unit not in known and not is_valid(one, ledger.period):
            has_ended = one.valid_to is not None and one.valid_to < ledger.period.as_of
            if has_ended and one.ended_on is None:
                found[unit] = one
    return number_of(list(found.values()))


DEFINITIONS: tuple[Definition, ...] = (
    stock(
        "cb_contracts_area",
        "有效区域性集体合同",
        "份",
        partial(contracts_for, scope=AREA),
        basis="有效集体合同中范围为区域的，一份合同算一份，不论覆盖几家企业",
    ),
    stock(
        "cb_contracts_trade",
        "有效行业性集体合同",
        "份",
        partial(contracts_for, scope=TRADE),
        basis="有效集体合同中范围为行业的，一份合同算一份，不论覆盖几家企业",
    ),
    stock(
        "cb_units_raised",
        "约定增加工资的企业",
        "家",
        lambda ledger: number_of(wages_raised(ledger)),
        basis="签订工资专项集体合同的企业中，合同写明的本年平均工资高于上年的，一家企业算一家",
    ),
    rate(
        "cb_raise",
        "合同约定的平均工资增幅",
        average_raise,
        basis="签订企业中两年平均工资都填了的：（本年－上年）÷ 上年，按覆盖职工数加权",
    ),
    stock(
        "cb_lowest_wage",
        "合同约定的最低工资标准",
        "元",
        lowest_wage,
        basis="签订企业的工资专项集体合同中最低工资标准（每月）最低的一份",
    ),
    stock(
        "cb_running_out",
        "半年内到期的工资专项集体合同",
        "家",
        running_out,
        basis="签订企业中，工资专项集体合同在截止日期以后六个月内到期的，一家企业算一家",
    ),
    stock(
        "cb_run_out",
        "到期未续签工资专项集体合同的企业",
        "家",
        run_out,
        basis="签过工资专项集体合同、截止日期前已经到期（提前终止的不算）、又没有其他有效合同的企业，一家算一家",
    ),
)
