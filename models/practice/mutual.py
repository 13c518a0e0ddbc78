"""Practice records: mutual help insurance."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from models.practice.names import CITY, REGION, person, working_day
from models.records.mutual import InsuredPerson, MutualClaim, MutualPlan, MutualPolicy
from models.records.units import Unit, UnitYear
from models.store import Store
from models.values.dates import add_years
from models.values.person_id import check_digit

COMPANY = "01"
FIRST_DAY = date(2023, 4, 1)
SIZE = {2023: 8, 2024: 11}
LAPSED = 6
ON_ROSTER, PEOPLE = 10, 12
INSURER = f"中国职工保险互助会{CITY}办事处"

# The name, its kind, the price in fen, days of waiting, days to claim, who may join, what it gives.
PLANS = (
    (
        "在职职工住院医疗综合互助保障计划",
        "1",
        8_000,
        30,
        180,
        "在职会员，16至60周岁，身体健康",
        "住院医疗费用个人自付部分按比例给付互助金，每年最高2万元",
    ),
    (
        "在职职工意外伤害互助保障计划",
        "3",
        5_000,
        0,
        60,
        "在职会员，16至65周岁",
        "意外身故、伤残给付互助金，最高3万元",
    ),
    (
        "在职女职工特殊疾病互助保障计划",
        "4",
        3_500,
        90,
        180,
        "在职女会员，16至60周岁",
        "确诊原发性乳腺癌、子宫癌等给付互助金1万元",
    ),
    (
        "在职职工重大疾病互助保障计划",
        "2",
        6_000,
        60,
        180,
        "在职会员，16至60周岁",
        "确诊合同所列重大疾病给付互助金1万元",
    ),
)
# The enterprise, how long after the beginning, the illness, the bill and the insurance in fen.
CLAIMS = (
    (0, 96, "急性阑尾炎", 862_430, 517_458, 68_990),
    (1, 141, "肺炎", 614_200, 399_230, 42_994),
    (2, 63, "腰椎间盘突出", 1_735_800, 1_041_480, 138_864),
    (3, 187, "胆囊结石", 1_284_650, 770_790, 102_772),
    (4, 222, "骨折", 2_310_000, 1_386_000, 184_800),
    (5, 118, "心律失常", 986_310, 591_786, None),
    (7, 44, "白内障", 538_900, 377_230, None),
)
REJECTED = 5


def add(store: Store) -> None:
    """Add what the practice town keeps of these."""
    plans = [store.save(one) for one in _plans()]
    units = [one for one in store.all(Unit) if one.carrier_type == COMPANY]
    hospital = _policies(store, plans, units)
    _roster(store, hospital[ON_ROSTER])
    for place, days, disease, total, insured, amount in CLAIMS:
        store.save(_claim(hospital[place], place, days, (disease, total, insured, amount)))


def _plans() -> Iterator[MutualPlan]:
    for name, kind, fee, wait, claim, eligible, benefit in PLANS:
        yield MutualPlan(
            name=name,
            kind=kind,
            insurer=INSURER,
            fee=fee,
            max_shares=2,
            term_months=12,
            wait_days=wait,
            claim_days=claim,
            eligible=eligible,
            benefit=benefit,
        )


def _policies(
    store: Store, plans: Sequence[MutualPlan], units: Sequence[Unit]
) -> list[MutualPolicy]:
    """Save both years' policies and return those of 2024 that pay for hospital."""
    before: dict[tuple[int | None, int | None], MutualPolicy] = {}
    latest = []
    for year, size in SIZE.items():
        for place, unit in enumerate(units[:size]):
            if year == 2024 and place == LAPSED:
                latest.append(before[unit.id, plans[0].id])
                continue
            for plan in plans[: 1 + place % 3]:
                previous = before.get((unit.id, plan.id))
                saved = store.save(_policy(store, unit, plan, year, place, previous))
                before[unit.id, plan.id] = saved
                if year == 2024 and plan is plans[0]:
                    latest.append(saved)
    return latest


def _policy(
    store: Store,
    unit: Unit,
    plan: MutualPlan,
    year: int,
    place: int,
    previous: MutualPolicy | None,
) -> MutualPolicy:
    data = store.find(UnitYear, unit=unit.id, as_of=date(year, 12, 31))[0]
    total, women = data.workers_total or 1, data.workers_female or 1
    people = women if plan.kind == "4" else total - 3 - place % 4
    people = PEOPLE if place == ON_ROSTER else people
    start = add_years(FIRST_DAY, year - FIRST_DAY.year) + timedelta(days=place * 6)
    return MutualPolicy(
        unit=unit.id,
        unit_name=unit.name,
        plan=plan.id,
        plan_name=plan.name,
        policy_no=f"HZ{year}{place + 1:03d}{plan.kind}",
        start_on=start,
        end_on=add_years(start, 1) - timedelta(days=1),
        headcount=people,
        headcount_basis="1" if place == ON_ROSTER else "2",
        shares=people,
        fee_total=people * (plan.fee or 0),
        payer="2" if place % 3 else "1",
        renewal="1" if previous else "2",
        previous=previous.id if previous else None,
        keyed_on=working_day(start, 0, 0),
    )


def _roster(store: Store, policy: MutualPolicy) -> None:
    """Save the people of one policy by name."""
    for number in range(PEOPLE):
        store.save(
            InsuredPerson(
                policy=policy.id,
                person_name=person(820 + number),
                id_no=_id_number(number),
                shares=1,
                fee=PLANS[0][2],
            )
        )


def _id_number(number: int) -> str:
    first17 = f"{REGION}{1972 + number * 2}0{1 + number % 9}1{number % 9}{800 + number:03d}"
    return first17 + check_digit(first17)


def _claim(
    policy: MutualPolicy, place: int, days: int, bill: tuple[str, int, int, int | None]
) -> MutualClaim:
    disease, total, insured, amount = bill
    if policy.start_on is None:
        raise ValueError(policy)
    event = policy.start_on + timedelta(days=days)
    claimed = event + timedelta(days=30)
    return MutualClaim(
        policy=policy.id,
        person_name=person(760 + place),
        times=1,
        event_on=event,
        discharged_on=event + timedelta(days=8),
        hospital=f"{CITY}人民医院",
        disease=disease,
        medical_total=total,
        insurance_paid=insured,
        claimed_on=claimed,
        documents=("1", "2", "3", "4"),
        are_documents_complete=place != REJECTED,
        amount=amount,
        paid_on=claimed + timedelta(days=20) if amount else None,
        paid_to=person(760 + place) if amount else "",
        rejected_reason="缺少出院记录，请补齐后再申领" if place == REJECTED else "",
        rejected_on=claimed + timedelta(days=9) if place == REJECTED else None,
    )
