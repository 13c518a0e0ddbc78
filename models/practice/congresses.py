"""Practice records: what was disclosed, congresses with votes and proposals, and harmony."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from models.practice.names import COUNTY, person, working_day
from models.records.base import with_values
from models.records.congresses import Congress, CongressVote, Proposal
from models.records.democracy import Disclosure, Harmony
from models.records.units import Unit
from models.store import Store
from models.values.dates import PartialDate

YEARS = (2023, 2024)
MATTERS = (
    ("上年度工资专项集体合同履行情况", "11", "2"),
    ("职工社会保险费缴纳情况", "13", "2"),
    ("劳动防护用品发放标准", "14", "7"),
    ("先进班组和优秀职工推荐名单", "15", "2"),
    ("考勤与奖惩办法修订稿", "12", "1"),
    ("职工培训计划", "14", "4"),
)
CONGRESSES, DELEGATES = 7, (42, 36, 51, 40, 33, 60, 45)
VOTES = (("工资专项集体合同草案", 2, 1), ("考勤与奖惩办法", 4, 2))
# What it is about, what was found, the department, what was answered, how content the maker is.
PROPOSALS = (
    ("改善夜班休息室条件", "1", "行政部", "休息室已粉刷，添置了空调和床铺。", "1"),
    ("食堂增设清真窗口", "1", "后勤部", "已设窗口，餐具单独清洗。", "1"),
    ("增加班车站点", "2", "", "转客运公司作为建议研究。", ""),
    ("高温岗位轮换作业", "1", "生产部", "七月起按两小时轮换。", "2"),
    ("全员每年外出疗养", "3", "", "超出企业条件，已向提案人说明。", ""),
    ("技能等级与工资挂钩", "1", "人力资源部", "", ""),
)
# How far it has come, its grade, when it was named.
STEPS = (("4", "4", 3), ("4", "5", 6), ("5", "4", 5), ("1", "5", 0), ("3", "4", 0), ("6", "5", 2))
SCORES = (Decimal(14), Decimal(13), Decimal(15), Decimal(14), Decimal(13), Decimal(14), Decimal(10))


def add(store: Store, units: Sequence[Unit]) -> None:
    """Add what units disclosed, their congresses and what became of their proposals."""
    for year in YEARS:
        for place in range(CONGRESSES):
            congress = store.save(_congress(units[place], year, place))
            for vote in _votes(congress):
                store.save(vote)
            if place < len(PROPOSALS):
                store.save(_proposal(congress, year, place))
        for disclosure in _disclosures(units, year):
            store.save(disclosure)
        for harmony in _harmony(units, year):
            store.save(harmony)


def _congress(unit: Unit, year: int, place: int) -> Congress:
    held = working_day(date(year, 3, 4), place, 13)
    term = 2022 + place % 2
    should = DELEGATES[place]
    return Congress(
        unit=unit.id,
        unit_name=unit.name,
        session=f"{'三四'[place % 2]}届{'零一二三'[year - term + 1]}次",
        term_from=PartialDate(term, 3),
        term_to=PartialDate(term + 3, 2),
        held_on=_day(held),
        should_attend=should,
        attended=should - 3,
        frontline=should // 2 + 2,
        women=should // 3,
        managers=should // 6,
        material_on=_day(held - timedelta(days=9)),
        agenda="听取行政工作报告；审议工资专项集体合同草案；民主评议",
        resolutions="通过工资专项集体合同草案",
        is_secret=True,
        satisfied=should - 8,
        fairly_satisfied=4,
        dissatisfied=1,
        reported_on=_day(held + timedelta(days=6)),
        has_minutes=True,
    )


def _votes(congress: Congress) -> Iterator[CongressVote]:
    for matter, opposed, abstained in VOTES:
        attended = congress.attended or 0
        yield CongressVote(
            congress=congress.id,
            matter=matter,
            agreed=attended - opposed - abstained,
            opposed=opposed,
            abstained=abstained,
        )


def _proposal(congress: Congress, year: int, place: int) -> Proposal:
    title, verdict, department, reply, content = PROPOSALS[place]
    made = congress.held_on.first() if congress.held_on else date(year, 3, 4)
    is_done = verdict == "1" and bool(reply)
    return Proposal(
        congress=congress.id,
        proposal_no=f"{year}-{place + 1:02d}",
        proposed_on=_day(made),
        person_name=person(880 + place),
        seconders="、".join(person(890 + place * 2 + number) for number in range(2)),
        title=title,
        verdict=verdict,
        department=department,
        due_on=_day(made + timedelta(days=90)) if verdict == "1" else None,
        reply=reply,
        done_on=_day(made + timedelta(days=60)) if is_done else None,
        satisfaction=content,
    )


def _disclosures(units: Sequence[Unit], year: int) -> Iterator[Disclosure]:
    for place in range(len(MATTERS) * 2):
        title, item, way = MATTERS[place % len(MATTERS)]
        unit = units[place % CONGRESSES]
        start = working_day(date(year, 1, 22), place, 25)
        yield Disclosure(
            unit=unit.id,
            unit_name=unit.name,
            item=item,
            title=f"{year}年{title}",
            way=way,
            started_on=start,
            ended_on=start + timedelta(days=20),
            opinions=place % 4,
            rectified="已在班前会逐条答复" if place % 4 else "",
            replied_on=start + timedelta(days=24) if place % 4 else None,
        )


def _harmony(units: Sequence[Unit], year: int) -> Iterator[Harmony]:
    for place, (status, grade, month) in enumerate(STEPS):
        unit = units[place + (year - YEARS[0]) * len(STEPS)]
        has_title = status in {"4", "5", "6"}
        begun = Harmony(
            unit=unit.id,
            unit_name=unit.name,
            year=year,
            level=grade,
            status=status,
            applied_on=PartialDate(year, 2, 10 + place),
            reviewed_on=PartialDate(year, month - 1, 20) if has_title and month > 3 else None,
            reviewed_by=f"{COUNTY}协调劳动关系三方会议" if has_title and month > 3 else "",
            named_on=PartialDate(year, month + 1, 15) if has_title else None,
            valid_to=PartialDate(year + 3, month + 1, 14) if has_title else None,
        )
        yield with_values(begun, **dict(zip(_SCORE_NAMES, SCORES, strict=True)))


_SCORE_NAMES = (
    *("score_contracts", "score_collective", "score_wages", "score_insurance"),
    *("score_democracy", "score_safety", "score_disputes"),
)


def _day(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)
