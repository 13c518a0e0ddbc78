"""Practice records: cases of workers' rights, their steps, and letters of supervision."""

from datetime import date, timedelta

from models.practice.names import TOWN, person, phone
from models.records.rights import CaseStep, LawLetter, RightsCase
from models.records.units import Unit
from models.store import Store

YEARS = (2023, 2024)
INJURY_WAGES, ARREARS = "2", "1"
NOT_SETTLED, SETTLED, PAID = "3", "1", "6"
# Month and day of acceptance, cause, people, amount in fen, result, days until the end.
CASES = (
    ((1, 17), ARREARS, 3, 1_260_000, SETTLED, 9),
    ((3, 12), INJURY_WAGES, 1, 1_560_000, PAID, 13),
    ((5, 21), "5", 1, 2_480_000, "2", 11),
    ((7, 9), "7", 1, 930_000, SETTLED, 8),
    ((8, 20), "4", 2, 1_740_000, NOT_SETTLED, 14),
    ((10, 15), INJURY_WAGES, 1, 1_280_000, SETTLED, 10),
    ((11, 19), "6", 1, 310_000, "4", 6),
)
CLAIMS = {
    "1": "要求支付拖欠的加班工资",
    "2": "要求支付停工留薪期内的工资",
    "4": "要求按实际工资补缴社会保险费",
    "5": "要求支付解除劳动合同的经济补偿",
    "6": "要求补休未休的年休假",
    "7": "要求支付产假期间的工资",
}
STEPS = (
    (1, "1", "听取当事人陈述，核对工资条和考勤记录。"),
    (4, "2", "到企业核实情况，企业提供了工资台账。"),
    (7, "4", "召开协调会，双方就金额和支付日期交换意见。"),
)
LETTERS = (
    ((4, 16), "1", "部分新进职工没有按时签订劳动合同", 12),
    ((9, 10), "2", "夏季高温津贴没有足额发放", 14),
)


def add(store: Store) -> None:
    """Add what the practice town keeps of these."""
    units = [one for one in store.all(Unit) if one.carrier_type == "01"][20:40]
    for year in YEARS:
        for place, row in enumerate(CASES):
            case = store.save(_case(year, place, units[place], row))
            for step in _steps(case, place) if place < 3 else ():
                store.save(step)
        for place, letter in enumerate(LETTERS):
            store.save(_letter(year, place, units[10 + place], letter))
    store.save(_running(units[9]))


def _case(
    year: int, place: int, unit: Unit, row: tuple[tuple[int, int], str, int, int, str, int]
) -> RightsCase:
    (month, day), cause, heads, amount, result, days = row
    received = date(year, month, day)
    closed = received + timedelta(days=days)
    has_agreement, is_paid = result in {SETTLED, "2", PAID}, result in {SETTLED, PAID}
    is_injury = cause == INJURY_WAGES
    name = person(700 + year % 100 * 10 + place)
    return RightsCase(
        case_no=f"{TOWN}劳调〔{year}〕{place + 1}号",
        source="1" if place % 2 == 0 else "3",
        applied_on=received - timedelta(days=1),
        application_form="2" if place % 3 else "1",
        received_on=received,
        party_name=name if heads == 1 else f"{name}等{heads}人",
        party_phone=phone(7600 + year % 100 * 10 + place),
        heads=heads,
        unit=unit.id,
        unit_name=unit.name,
        respondent=unit.legal_person,
        cause=cause,
        claim=CLAIMS[cause],
        amount=amount,
        disputed_on=received - timedelta(days=40),
        injury_on=received - timedelta(days=75) if is_injury else None,
        recognition_on=received - timedelta(days=55) if is_injury else None,
        leave_from=received - timedelta(days=75) if is_injury else None,
        leave_to=received + timedelta(days=15) if is_injury else None,
        wage_due=520_000 if is_injury else None,
        agreed="1",
        mediator=person(302 + place % 2),
        result=result,
        closed_on=closed,
        agreement_no=f"{year}-{place + 1:02d}" if has_agreement else "",
        agreement_on=closed if has_agreement else None,
        perform_by=closed + timedelta(days=10) if has_agreement else None,
        performed_on=closed + timedelta(days=6) if has_agreement else None,
        paid=amount if is_paid else None,
        revisited_on=closed + timedelta(days=20) if has_agreement else None,
        satisfaction="1" if has_agreement else "",
        box=f"{year}-W-{place + 1:02d}",
    )


def _steps(case: RightsCase, place: int) -> list[CaseStep]:
    received = case.received_on or date.min
    return [
        CaseStep(
            case=case.id,
            acted_on=received + timedelta(days=after),
            kind=kind,
            handler=person(302 + place % 2),
            with_whom=case.party_name if kind == "1" else case.unit_name,
            content=content,
        )
        for after, kind, content in STEPS
    ]


def _letter(
    year: int, place: int, unit: Unit, row: tuple[tuple[int, int], str, str, int]
) -> LawLetter:
    (month, day), kind, content, days = row
    issued = date(year, month, day)
    return LawLetter(
        kind=kind,
        letter_no=f"{TOWN}工监〔{year}〕{place + 1}号",
        unit=unit.id,
        unit_name=unit.name,
        issued_on=issued,
        signed_by=person(300),
        content=content,
        basis="劳动合同法第七十八条",
        answer_due=issued + timedelta(days=21),
        answered_on=issued + timedelta(days=days),
        outcome="已改正，并把名单报镇总工会",
    )


def _running(unit: Unit) -> RightsCase:
    """Return the case that is not closed yet, so that the list shows what is due."""
    received = date(YEARS[-1], 12, 24)
    return RightsCase(
        case_no=f"{TOWN}劳调〔{YEARS[-1]}〕{len(CASES) + 1}号",
        source="1",
        applied_on=received - timedelta(days=1),
        application_form="2",
        received_on=received,
        party_name=person(777),
        party_phone=phone(7777),
        heads=1,
        unit=unit.id,
        unit_name=unit.name,
        cause="3",
        claim="要求支付工伤医疗费和一次性伤残补助金",
        amount=4_650_000,
        disputed_on=date(YEARS[-1], 11, 28),
        injury_on=date(YEARS[-1], 6, 3),
        recognition_on=date(YEARS[-1], 6, 20),
        agreed="1",
        mediator=person(302),
    )
