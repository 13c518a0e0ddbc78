"""Two campaigns of collective bargaining in the practice town, and what they brought."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from models.practice.letters import Letter, number_of
from models.practice.names import TOWN, person, working_day
from models.practice.units import LARGE, Roll
from models.records.bargaining import Campaign, CampaignMember, CampaignStep, Contract, Coverage
from models.records.unions import Union
from models.records.units import Unit
from models.store import Store

GENERAL, WAGES, WOMEN = "1", "2", "3"
IN_SCOPE = {2023: 30, 2024: 39}
UNSIGNED = {2023: frozenset({5, 11, 17, 22, 26, 29}), 2024: frozenset({22, 31, 37})}
ENDED_EARLY = 31

# The step, its day, what was done, enterprises, people, what it left behind.
STEPS: Mapping[int, tuple[tuple[str, date, str, int | None, int | None, str], ...]] = {
    2023: (
        ("1", date(2023, 3, 9), "到企业走访，了解工资水平和职工意见", 16, 62, "问卷62份"),
        ("2", date(2023, 3, 28), "召开职工大会推选协商代表", 30, 420, "代表名单30份"),
        ("3", date(2023, 4, 12), "举办协商代表培训班", 30, 58, "培训班1期"),
        ("4", date(2023, 5, 9), "组织集中协商，形成合同草案", 24, 51, "合同24份"),
        ("5", date(2023, 5, 25), "检查合同签订和公示情况", 24, None, "检查表24份"),
    ),
    2024: (
        ("1", date(2024, 3, 1), "到规模以上企业调研工资支付情况", 14, 126, "问卷126份"),
        ("1", date(2024, 3, 13), "到中小企业和新建会企业听取意见", 21, 147, "问卷147份"),
        ("2", date(2024, 3, 27), "指导企业召开职工大会推选协商代表", 39, 1_260, "代表名单39份"),
        ("3", date(2024, 4, 9), "协商代表培训班（规模以上企业）", 14, 46, "培训班1期"),
        ("3", date(2024, 4, 16), "协商代表培训班（东片企业）", 13, 52, "培训班1期"),
        ("3", date(2024, 4, 23), "协商代表培训班（西片企业）", 12, 49, "培训班1期"),
        ("4", date(2024, 5, 14), "发出协商要约，双方交换意见", 39, 117, "要约书39份"),
        ("4", date(2024, 5, 28), "召开协商会议，职工大会审议草案", 36, 1_184, "合同36份"),
        ("5", date(2024, 6, 12), "报送人社部门审查并公示", 36, None, "审查意见书36份"),
        ("5", date(2024, 6, 24), "检查履约情况", 18, 54, "检查表18份"),
    ),
}
GROUP = (
    ("1", "镇党委副书记、镇长"),
    ("2", "镇党委副书记"),
    ("2", "镇总工会主席"),
    ("3", "镇人力资源和社会保障所所长"),
    ("3", "镇应急管理办公室主任"),
    ("3", "镇工商业联合会会长"),
    ("3", "镇妇女联合会主席"),
    ("4", "镇总工会副主席"),
)


def save_campaigns(store: Store, letters: Sequence[Letter]) -> None:
    """Save both campaigns with their leading groups and steps."""
    for year, months, share in ((2023, (3, 5), 75), (2024, (3, 6), 90)):
        campaign = store.save(
            Campaign(
                title=f"{TOWN}{year}年区域性工资集体协商",
                year=year,
                scope="3",
                leader_name=person(310),
                leader_post="镇长",
                plan_title=f"{TOWN}区域性工资集体协商实施意见",
                plan_no=number_of(letters, year, "实施意见"),
                started_on=date(year, months[0], 1),
                ended_on=date(year, months[1], 28),
                base_date=date(year, 3, 1),
                denominator_basis="2",
                target_units=IN_SCOPE[year],
                target_share=Decimal(share),
            )
        )
        for place, (role, post) in enumerate(GROUP):
            store.save(
                CampaignMember(campaign=campaign.id, role=role, name=person(310 + place), post=post)
            )
        for step, day, content, units, people, output in STEPS[year]:
            store.save(
                CampaignStep(
                    campaign=campaign.id,
                    step=step,
                    acted_on=day,
                    content=content,
                    unit_count=units,
                    headcount=people,
                    output=output,
                )
            )


def save_contracts(store: Store, roll: Roll) -> None:
    """Save the contracts on wages of both years, and those for women and in general."""
    earlier: dict[int | None, Contract] = {}
    for place, unit in enumerate(roll.enterprises[: IN_SCOPE[2023]]):
        if place not in UNSIGNED[2023]:
            earlier[unit.id] = store.save(_wages(roll, unit, place, 2023, None))
    for place, unit in enumerate(roll.enterprises[: IN_SCOPE[2024]]):
        if place == ENDED_EARLY or place not in UNSIGNED[2024]:
            store.save(_wages(roll, unit, place, 2024, earlier.get(unit.id)))
    for kind, step, last in ((WOMEN, 2, 36), (GENERAL, 3, 36)):
        for contract in _others(roll, kind, step, last):
            store.save(contract)


def _wages(roll: Roll, unit: Unit, place: int, year: int, previous: Contract | None) -> Contract:
    signed = working_day(date(year, 5, 13), place % 12, 1)
    filed = working_day(signed, 1, 5 + place % 3)
    wage = 385_000 + place * 7 % 23 * 11_000
    has_ended = year == 2024 and place == ENDED_EARLY
    return Contract(
        unit=unit.id,
        unit_name=unit.name,
        kind=WAGES,
        scope="3",
        contract_no=f"{TOWN}协〔{year}〕{place + 1}号",
        title=f"{TOWN}{year}年度区域性工资专项集体合同",
        signed_on=signed,
        valid_from=date(year, 6, 1),
        valid_to=date(year + 1, 5, 31),
        workers_covered=roll.workers(unit, year) - place % 4,
        chief_workers=person(200 + place),
        chief_employer=unit.legal_person,
        copies=4,
        filed_on=filed,
        filed_by=person(301),
        received_on=filed,
        review_result="1",
        review_no=f"云溪人社协审〔{year}〕{41 + place}号",
        review_on=date(year, 6, 18),
        effective_on=date(year, 6, 20),
        published_on=date(year, 6, 21),
        publication_way="1" if place % 3 else "4",
        min_wage=182_000 if year == 2023 else 201_000,
        wage_before=wage - 14_000,
        wage_after=wage if year == 2023 else wage + 9_000,
        performance="5" if year == 2023 else "1" if place % 6 else "2",
        previous=previous.id if previous else None,
        ended_on=date(2024, 10, 15) if has_ended else None,
        end_reason="企业搬迁改造停产，双方协商终止" if has_ended else "",
    )


def _others(roll: Roll, kind: str, step: int, last: int) -> Iterator[Contract]:
    words = {WOMEN: "女职工权益保护专项集体合同", GENERAL: "集体合同"}[kind]
    for place in range(0, last, step):
        unit = roll.enterprises[place]
        year = 2024 if kind == WOMEN and place % 4 else 2023
        signed = working_day(date(year, 3, 8), place, 1)
        workers = roll.workers(unit)
        yield Contract(
            unit=unit.id,
            unit_name=unit.name,
            kind=kind,
            scope="1" if place < LARGE else "3",
            title=f"{unit.name}{words}",
            signed_on=signed,
            valid_from=signed,
            valid_to=date(year + 2, 12, 31),
            workers_covered=workers * 2 // 5 if kind == WOMEN else workers,
            chief_workers=person(200 + place),
            chief_employer=unit.legal_person,
            filed_on=working_day(signed, 1, 7),
            review_result="1",
            effective_on=date(year, 5, 27),
            performance="1",
        )


def save_coverage(store: Store, roll: Roll, unions: Sequence[Union]) -> None:
    """Save the confirmation lists of both years; who has not signed has no seal there."""
    chairs = {one.unit: one.chair for one in unions}
    for year, size in IN_SCOPE.items():
        for place, unit in enumerate(roll.enterprises[:size]):
            is_signed = place not in UNSIGNED[year]
            workers = roll.workers(unit, year)
            store.save(
                Coverage(
                    unit=unit.id,
                    unit_name=unit.name,
                    credit_code=unit.credit_code,
                    year=year,
                    contract_title=f"{TOWN}{year}年度区域性工资专项集体合同",
                    base_date=date(year, 3, 1),
                    workers_total=workers,
                    workers_covered=workers - place % 4 if is_signed else None,
                    workers_female=workers * (31 + place % 23) // 100,
                    chair=chairs.get(unit.id, ""),
                    sealed_on=working_day(date(year, 5, 30), place % 9, 1) if is_signed else None,
                    worker_delegate=person(450 + place) if is_signed else "",
                    own_contract=place < LARGE and place % 3 == 0,
                )
            )
