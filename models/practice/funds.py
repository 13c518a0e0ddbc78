"""Practice records: union funds: rules, payers, what was due and paid, handed up and sent back."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from models.figures.fund_year import owed
from models.practice import receipts
from models.practice.names import COUNTY, TOWN, person, phone, working_day
from models.records.funds import FundDue, FundIn, FundRule, FundTask, FundUnit
from models.records.remittances import FundDun, FundReturn, PreparationFund, Remittance
from models.records.units import Unit, UnitYear
from models.rules.funds import due_of, round_half_up
from models.rules.remittances import share_above
from models.store import Store
from models.values.dates import PartialDate

YEARS = (2023, 2024)
PAYERS, OTHERS = 26, 6
BY_TAX, BY_FINANCE, BY_ITSELF = "1", "3", "4"
RATE = Decimal(2)
WAGE = 420_000
LATE = 5
# Who owes, and since which month of which year.
IN_ARREARS = ((11, 2024, 10), (19, 2024, 10), (23, 2023, 12))
ENTERPRISE = "01"


def add(store: Store) -> None:
    """Add what the practice town keeps of these."""
    rule = store.save(_rule())
    payers = [store.save(one) for one in _payers(store)]
    _save_months(store, payers)
    _save_letters(store, payers)
    for year in YEARS:
        _save_year(store, year, rule)
    receipts.add(store, payers)


def _rule() -> FundRule:
    return FundRule(
        doc_no=f"{COUNTY[:2]}工发〔2021〕12号",
        valid_from=date(2021, 1, 1),
        rate=RATE,
        grass_share=Decimal(60),
        county_share=Decimal(20),
        city_share=Decimal(5),
        province_share=Decimal(10),
        national_share=Decimal(5),
    )


def _payers(store: Store) -> Iterator[FundUnit]:
    workers = {one.unit: one.workers_total for one in store.all(UnitYear)}
    for place, unit in enumerate(_paying_units(store)):
        count = workers.get(unit.id) or 20
        is_firm = unit.carrier_type == ENTERPRISE
        yield FundUnit(
            unit=unit.id,
            unit_name=unit.name,
            mode=BY_TAX if is_firm else BY_ITSELF if place % 2 else BY_FINANCE,
            collect_rate=RATE,
            base_kind="1",
            base_month=count * (WAGE + place * 1_700),
            workers=count,
            cycle="1",
            tax_no=unit.credit_code,
            contact=person(700 + place),
            phone=phone(7000 + place),
            valid_from=date(2021, 1, 1),
        )


def _paying_units(store: Store) -> list[Unit]:
    units = store.all(Unit)
    firms = [one for one in units if one.carrier_type == ENTERPRISE]
    others = [one for one in units if one.carrier_type != ENTERPRISE]
    return [*firms[: PAYERS - OTHERS], *others[:OTHERS]]


def _save_months(store: Store, payers: Sequence[FundUnit]) -> None:
    dues: list[FundDue] = []
    payments: list[FundIn] = []
    for year in YEARS:
        for place, payer in enumerate(payers):
            for month in range(1, 13):
                due = _due(payer, year, month)
                dues.append(due)
                payments += _payment(payer, due, place, month)
    store.save_all(dues)
    store.save_all(payments)


def _due(payer: FundUnit, year: int, month: int) -> FundDue:
    base = payer.base_month or 0
    payroll = base + base * ((month * 7 + year) % 9 - 4) // 100
    return FundDue(
        unit=payer.unit,
        unit_name=payer.unit_name,
        ym=PartialDate(year, month),
        payroll=payroll,
        rate=RATE,
        due=due_of(payroll, RATE),
    )


def _payment(payer: FundUnit, due: FundDue, place: int, month: int) -> Iterator[FundIn]:
    """Yield what was paid for a month: some pay a month late, two owe the end of the year."""
    if due.ym is None or _owes(place, due.ym):
        return
    is_late = place % LATE == LATE - 1
    day = working_day(date(due.ym.year, month, 12), 1, place % 4)
    if is_late and month < 12:
        day = working_day(date(due.ym.year, month + 1, 12), 1, 0)
    yield FundIn(
        unit=payer.unit,
        unit_name=payer.unit_name,
        ym=due.ym,
        in_on=PartialDate(day.year, day.month, day.day),
        amount=due.due,
        way={BY_TAX: "1", BY_FINANCE: "2"}.get(payer.mode, "3"),
        voucher=f"记-{month:02}-{place + 1:02}",
    )


def _owes(place: int, ym: PartialDate) -> bool:
    return any(
        place == other and ym.year == year and (ym.month or 0) >= month
        for other, year, month in IN_ARREARS
    )


def _save_year(store: Store, year: int, rule: FundRule) -> None:
    payments = [one for one in store.all(FundIn) if one.ym and one.ym.year == year]
    for month in range(1, 13):
        ym = PartialDate(year, month)
        income = sum(one.amount or 0 for one in payments if one.ym == ym)
        share = share_above([rule], ym.first()) or Fraction(0)
        sent_on = working_day(date(year, month, 20), 0, 1)
        due = round_half_up(income * share)
        store.save(
            Remittance(
                ym=ym,
                income=income,
                due=due,
                amount=due,
                remit_on=sent_on,
                level="1",
                voucher=f"记-{month:02}-40",
            )
        )
    by_tax = sum(one.amount or 0 for one in payments if one.way == "1")
    target = by_tax // 10_000_00 * 10_000_00
    doc_no = f"{COUNTY[:2]}工发〔{year}〕6号"
    store.save(FundTask(year=year, scope="1", target=target, doc_no=doc_no))
    whole = sum(one.amount or 0 for one in payments) // 10_000_00 * 10_000_00
    store.save(FundTask(year=year, scope="2", target=whole, doc_no=doc_no))
    for month, kind, amount in ((4, "3", 800_000), (9, "4", 1_200_000), (11, "5", 350_000)):
        store.save(
            FundReturn(
                in_on=PartialDate(year, month, 16),
                kind=kind,
                from_level="1",
                amount=amount,
                doc_no=f"{COUNTY[:2]}工发〔{year}〕{month + 8}号",
            )
        )


def _save_letters(store: Store, payers: Sequence[FundUnit]) -> None:
    for number, (place, year, month) in enumerate(IN_ARREARS, start=1):
        payer = payers[place]
        dues = [
            one for one in store.find(FundDue, unit=payer.unit) if one.ym and _owes(place, one.ym)
        ]
        store.save(
            FundDun(
                unit=payer.unit,
                unit_name=payer.unit_name,
                number=f"{TOWN}工催〔{year}〕{number}号",
                period_from=PartialDate(year, month),
                period_to=PartialDate(year, 12),
                arrears=sum(map(owed, dues)),
                issued_on=date(year, 12, 23),
                deadline=date(year + 1, 1, 10),
                sent_way="1",
                signer=person(800 + place),
                signed_on=date(year, 12, 24),
            )
        )
    firms = [one for one in store.all(Unit) if one.carrier_type == ENTERPRISE]
    for place, unit in enumerate(firms[PAYERS : PAYERS + 4]):
        _save_preparation(store, unit, place)
        store.save(
            PreparationFund(
                unit=unit.id,
                unit_name=unit.name,
                reason="1" if place % 2 else "2",
                from_on=date(2023, 7, 1),
                to_on=date(2024, 6, 30) if place == 0 else None,
                returned=156_000 if place == 0 else None,
                returned_on=date(2024, 8, 15) if place == 0 else None,
            )
        )
        store.save(
            FundReturn(
                in_on=PartialDate(2024, 7, 18),
                kind="2",
                from_level="1",
                unit=unit.id,
                unit_name=unit.name,
                amount=62_000 + place * 3_150,
                paid_on=date(2024, 7, 25),
                signer=person(820 + place),
            )
        )


def _save_preparation(store: Store, unit: Unit, place: int) -> None:
    """Save that a unit without a union pays, and what it paid in the first half of the year."""
    base = (18 + place) * WAGE
    start = date(2023, 7, 1)
    store.save(
        FundUnit(
            unit=unit.id,
            unit_name=unit.name,
            mode=BY_ITSELF,
            collect_rate=RATE,
            base_month=base,
            is_prep=True,
            valid_from=start,
        )
    )
    half_years = ((2023, range(7, 13)), (2024, range(1, 7)))
    for ym in (PartialDate(year, month) for year, months in half_years for month in months):
        amount = due_of(base, RATE)
        store.save(
            FundDue(
                unit=unit.id,
                unit_name=unit.name,
                ym=ym,
                payroll=base,
                rate=RATE,
                due=amount,
                is_prep=True,
            )
        )
        paid_on = PartialDate(ym.year, ym.month, 14)
        store.save(
            FundIn(
                unit=unit.id,
                unit_name=unit.name,
                ym=ym,
                in_on=paid_on,
                amount=amount,
                way="3",
                is_prep=True,
            )
        )
