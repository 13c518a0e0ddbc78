"""Figures about what contracts cover beside wages: effect, confirmation, women, new ones."""

from models.asking.contracts import signed
from models.figures.bargaining import (
    WAGES,
    WOMEN,
    confirmed_rows,
    is_valid,
    signed_contracts,
)
from models.figures.defining import flow, stock
from models.figures.figure import Count, Definition, Ledger, number_of
from models.figures.negotiation import SINGLE, contracts, document_of
from models.figures.organisation import each_once
from models.records.bargaining import Contract, Coverage

SAFETY = "4"


def effective(ledger: Ledger) -> list[Contract]:
    """Return a wage contract a unit that had taken effect by the cut-off day and still holds."""
    found: dict[object, Contract] = {}
    for one in ledger.all(Contract):
        has_begun = ledger.period.has_reached(one.effective_on)
        if one.kind == WAGES and has_begun and is_valid(one, ledger.period):
            found.setdefault(ledger.unit_of(one), one)
    return list(found.values())


def sealed(ledger: Ledger) -> list[Coverage]:
    """Return the enterprises of the year's list that had confirmed by the cut-off day."""
    rows = confirmed_rows(ledger)
    return each_once(ledger, (one for one in rows if ledger.period.has_reached(one.sealed_on)))


def women_covered(ledger: Ledger) -> Count:
    """Return the workers whom the contracts for women cover, the most of each unit."""
    found = signed_contracts(ledger, WOMEN)
    return Count(sum(one.workers_covered or 0 for one in found), tuple(found))


def new_contracts(ledger: Ledger) -> Count:
    """Return the contracts signed in the period: one for an area or trade, however many it covers."""
    found: dict[object, Contract] = {}
    for one in ledger.during(Contract, "signed_on"):
        found.setdefault(document_of(one), one)
    return number_of(list(found.values()))


def _new_tally(ledger: Ledger) -> Count:
    period = ledger.period
    found = signed(ledger.store, first=period.first, last=min(period.last, period.as_of))
    return Count(len({document_of(one) for one in found}))


def single_contracts(ledger: Ledger) -> Count:
    """Return the contracts in force that one enterprise made for itself."""
    found = contracts(ledger).records
    return number_of([one for one in found if isinstance(one, Contract) and one.scope in SINGLE])


DEFINITIONS: tuple[Definition, ...] = (
    stock(
        "cb_units_effective",
        "工资专项集体合同已生效企业",
        "家",
        lambda ledger: number_of(effective(ledger)),
        basis="截止日期有效的工资专项集体合同中生效日期不晚于截止日期的，一家企业算一家",
    ),
    stock(
        "cb_units_sealed",
        "已盖章确认区域合同的企业",
        "家",
        lambda ledger: number_of(sealed(ledger)),
        basis="本年度合同覆盖企业确认表中确认日期不晚于截止日期的，一家企业算一家，已退出的不算",
    ),
    stock(
        "cb_units_safety",
        "签订劳动安全卫生专项集体合同企业",
        "家",
        lambda ledger: number_of(signed_contracts(ledger, SAFETY)),
        basis="截止日期有效的劳动安全卫生专项集体合同，一家企业算一家",
    ),
    stock(
        "cb_women_workers",
        "女职工专项集体合同覆盖职工",
        "人",
        women_covered,
        basis="签订女职工权益保护专项集体合同企业的覆盖职工数，一家企业取最大的一份合同相加",
    ),
    flow(
        "cb_contracts_new",
        "本期签订集体合同",
        "份",
        new_contracts,
        tally=_new_tally,
        basis="签订日期在本期内的各种集体合同；同一次区域、行业协商或合同全称相同的区域、行业合同算一份",
    ),
    stock(
        "cb_contracts_single",
        "有效单独集体合同",
        "份",
        single_contracts,
        basis="有效集体合同中层级为企业（没有填的按企业）的",
    ),
)
