"""Democratic management, targets, certificates and free paragraphs of the practice town."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from models.practice.letters import Letter, number_of
from models.practice.names import COUNTY, RARE_PEOPLE, UNION, person
from models.practice.units import LARGE, LARGE_BEFORE, Roll
from models.records.democracy import DemocracyYear
from models.records.papers import Certificate, Target
from models.records.summary import SummaryText
from models.store import Store

TARGETS: tuple[tuple[int, str, str, int, str, int], ...] = (
    (2023, "新建基层工会数", "unions_new", 8, "家", 20),
    (2023, "工资集体协商企业覆盖率", "cb_rate", 75, "%", 20),
    (2023, "非公企业法人数据库信息维护率", "maint_rate", 90, "%", 10),
    (2024, "新建基层工会数", "unions_new", 24, "家", 20),
    (2024, "联合工会涵盖单位数", "joint_units", 40, "家", 10),
    (2024, "工资集体协商企业覆盖率", "cb_rate", 90, "%", 20),
    (2024, "签订工资专项集体合同企业数", "cb_units_signed", 38, "家", 10),
    (2024, "非公企业法人数据库信息维护率", "maint_rate", 95, "%", 10),
    (2024, "规模以上企业厂务公开推行率", "dm_rate", 100, "%", 10),
    (2024, "女职工权益保护法律宣传", "", 2, "场", 5),
    (2025, "新建基层工会数", "unions_new", 12, "家", 20),
    (2025, "工资集体协商企业覆盖率", "cb_rate", 94, "%", 20),
    (2025, "规模以上企业厂务公开推行率", "dm_rate", 100, "%", 10),
)
HONOURS = ("优秀工会工作者", "工资集体协商先进个人", "优秀职工代表", "职工信赖的工会主席")
PARAGRAPHS = (
    (
        "bargaining",
        (
            "五月份，县总工会在我镇召开区域性工资集体协商现场会，观摩了三家企业的协商会议，"
            "我镇在会上介绍了把协商代表培训办到厂区的做法。"
        ),
    ),
    (
        "organising",
        (
            "对暂不具备单独建会条件的小微企业，我镇由村和社区牵头组建联合工会，"
            "让职工就近入会、就近参加活动。"
        ),
    ),
)


def save_democracy(store: Store, roll: Roll) -> None:
    """Save who discloses: in 2024 every enterprise above scale, the year before most of them."""
    for year, large in ((2023, LARGE_BEFORE), (2024, LARGE)):
        for row in _democracy(roll, year, large):
            store.save(row)


def _democracy(roll: Roll, year: int, large: int) -> Iterator[DemocracyYear]:
    for place, unit in enumerate(roll.enterprises[:30]):
        is_large = place < large
        discloses = (year == 2024 or place % 6 != 5) if is_large else place % 3 == 0
        yield DemocracyYear(
            unit=unit.id,
            unit_name=unit.name,
            year=year,
            is_above_scale=is_large,
            congress_kind="1" if is_large else "2" if place % 2 else "3" if place % 5 else "0",
            congress_term=f"第{1 + place % 4}届" if is_large else "",
            has_disclosure=discloses,
            disclosure_leader=unit.legal_person if discloses else "",
            disclosure_department="工会办公室" if is_large else "",
            has_column=discloses,
            column_place="厂区大门内侧" if discloses else "",
            has_contract=place % 3 == 0,
            wage_negotiation=True,
            has_director=place in {0, 3},
            has_supervisor=place in {0, 3, 7},
            has_mediation=is_large,
            has_safety_delegate=place % 4 != 3,
            score=Decimal(880 + place * 7 % 110) / 10 if is_large else None,
            level="1" if is_large and place < 6 else "2",
        )


def save_targets(store: Store) -> None:
    """Save what the county asked for; the file cannot count all of it."""
    for year, indicator, figure, target, unit, weight in TARGETS:
        store.save(
            Target(
                indicator=indicator,
                year=year,
                target=Decimal(target),
                unit_label=unit,
                figure=figure,
                issued_by=f"{COUNTY}总工会",
                doc_no=f"云溪工发〔{year}〕6号",
                issued_on=date(year, 2, 5),
                due_on=date(year, 11, 30),
                weight=Decimal(weight),
            )
        )


def save_certificates(store: Store, roll: Roll, letters: Sequence[Letter]) -> None:
    """Save the certificates that were awarded at the end of both years."""
    for year, people, units in ((2023, 4, 2), (2024, len(RARE_PEOPLE) + 4, 4)):
        decision = number_of(letters, year, "表彰")
        for place in range(people + units):
            is_person = place < people
            unit = roll.enterprises[place]
            store.save(
                Certificate(
                    number=f"{year}-{place + 1:03d}",
                    kind="1",
                    holder_kind="1" if is_person else "2",
                    holder=_holder(year, place) if is_person else unit.name,
                    unit=unit.id,
                    unit_name=unit.name,
                    honour=HONOURS[place % len(HONOURS)] if is_person else "模范职工之家",
                    reason=f"在{year}年度工会工作中成绩突出",
                    awarded_on=date(year, 12, 20),
                    issuer=UNION,
                    doc_no=decision,
                )
            )


def _holder(year: int, place: int) -> str:
    is_rare = year == 2024 and place < len(RARE_PEOPLE)
    return RARE_PEOPLE[place] if is_rare else person(500 + place)


def save_paragraphs(store: Store) -> None:
    """Save what the clerk wrote into the summary of 2024."""
    for section, words in PARAGRAPHS:
        store.save(SummaryText(year=2024, section=section, words=words))
