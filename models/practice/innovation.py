"""Practice records: contests, suggestions, patents, technical projects and model workers."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from models.practice import congresses
from models.practice.names import COUNTY, TOWN, UNION, person, phone, working_day
from models.records.contests import Contest, ContestResult
from models.records.honoured import ModelPerson
from models.records.innovation import Patent, Suggestion, TechItem
from models.records.units import Unit
from models.store import Store
from models.values.dates import PartialDate
from models.values.patent_no import check_digit

YEARS = (2023, 2024)
MATCH, LABOUR, DRILL = "3", "1", "4"
# What is contested, its kind and level, the trade, sessions, days, how many took part.
CONTESTS = (
    ("“安全生产月”劳动竞赛", LABOUR, "1", "", 1, 60, 118),
    ("电工技术比武", MATCH, "2", "维修电工", 1, 1, 36),
    ("焊工技术比武", MATCH, "1", "焊工", 3, 3, 54),
    ("叉车驾驶技术比武", MATCH, "1", "叉车司机", 2, 2, 41),
    ("缝纫工岗位练兵", DRILL, "1", "缝纫工", 1, 12, 63),
    ("质检员技术比武", MATCH, "1", "质量检验", 4, 4, 72),
)
SCORES = ((92, 95), (88, 95), (90, 91), (85, 91), (79, 88), (83, 82), (76, 80), (70, 74))
AWARDS = ("1", "2", "2", "3", "3", "3", "", "")
# What was suggested, its kind, how many, adopted, carried out, yearly benefit in yuan.
IDEAS = (
    ("冲压废料分类回收", "4", 1, 1, 1, 26_000),
    ("空压机余热供浴室热水", "4", 1, 1, 1, 41_000),
    ("原料仓加装防潮垫板等4条建议（汇总）", "6", 4, 3, 3, 18_500),
    ("叉车通道划线并设反光镜", "5", 1, 1, 1, None),
    ("包装线换型快换工装", "1", 1, 1, 0, None),
    ("质检首件确认卡", "2", 1, 1, 1, 9_800),
    ("食堂分时就餐", "7", 1, 0, 0, None),
    ("设备点检表改为扫码填写等3条建议（汇总）", "3", 3, 2, 1, 12_000),
    ("车间照明改为感应开关", "4", 1, 1, 1, 6_400),
    ("新员工师带徒积分办法", "6", 1, None, None, None),
)
INVENTIONS = (
    ("一种低噪声离心风机", "2", "2"),
    ("水性涂料连续分散工艺", "1", "2"),
    ("纸箱成型机防夹手装置", "2", "4"),
    ("棉纱张力在线检测方法", "1", "1"),
    ("密封件硫化温控系统", "1", "4"),
    ("速冻食品整列机构", "2", "2"),
    ("便携式线缆剥皮器", "3", "4"),
)
# Name, kind, stage, first month, months, invested and yearly benefit in ten thousand yuan.
PROJECTS = (
    ("焊接工位除尘改造", "1", "4", 2, 4, 96, 14),
    ("锅炉低氮燃烧改造", "1", "3", 3, 5, 185, 22),
    ("包装线机器人码垛", "1", "3", 4, 4, 240, 48),
    ("喷漆废气治理升级", "1", "2", 8, 0, 310, 0),
    ("立体仓库扩建", "1", "1", 11, 0, 420, 0),
    ("夹具快换改进", "2", "3", 5, 1, 2, 5),
    ("染色工序节水攻关", "3", "4", 3, 6, 18, 31),
    ("“三查一记”点检操作法", "4", "4", 6, 2, 0, 6),
    ("电气职工创新工作室", "6", "3", 4, 3, 8, 0),
)
HONOURS = (
    ("全国劳动模范", "1", "国务院", 2005, "2"),
    ("省劳动模范", "2", "省人民政府", 2015, "2"),
    ("市劳动模范", "3", "市人民政府", 2018, "1"),
    ("市五一劳动奖章", "3", "市总工会", 2020, "1"),
    ("县劳动模范", "4", f"{COUNTY}人民政府", 2017, "1"),
    ("县劳动模范", "4", f"{COUNTY}人民政府", 2009, "3"),
    ("县工匠", "4", f"{COUNTY}总工会", 2022, "1"),
    ("县五一劳动奖章", "4", f"{COUNTY}总工会", 2023, "1"),
    ("镇技术能手", "5", UNION, 2023, "1"),
    ("镇技术能手", "5", UNION, 2024, "1"),
    ("镇岗位标兵", "5", UNION, 2024, "1"),
)


def add(store: Store) -> None:
    """Add what the practice town keeps of these, and of its congresses."""
    units = [one for one in store.all(Unit) if one.carrier_type == "01"][:20]
    congresses.add(store, units)
    for year in YEARS:
        for contest in _contests(units, year):
            kept = store.save(contest)
            if kept.level == "2":
                for result in _results(units, kept, year):
                    store.save(result)
        for make in (_suggestions, _patents, _items):
            for record in make(units, year):
                store.save(record)
    for one in _model_people(units):
        store.save(one)


def _contests(units: Sequence[Unit], year: int) -> Iterator[Contest]:
    for place, (title, kind, level, trade, sessions, days, people) in enumerate(CONTESTS):
        unit = units[(place * 3 + year) % len(units)]
        first = working_day(date(year, 4, 8), place, 31)
        yield Contest(
            title=f"{TOWN}{year}年{title}" if level == "2" else f"{year}年{title}",
            kind=kind,
            level=level,
            unit=unit.id,
            unit_name=unit.name,
            co_hosts=UNION if level == "2" else "",
            trade=trade,
            started_on=_day(first),
            ended_on=_day(first + timedelta(days=days - 1)),
            sessions=sessions,
            units_count=8 if level == "2" else None,
            headcount=len(SCORES) if level == "2" else people + year % 2 * 5,
            headcount_basis="1" if level == "2" else "2",
            theory_weight=Decimal(30) if trade else None,
            practice_weight=Decimal(70) if trade else None,
            budget=1_200_000 if level == "2" else None,
        )


def _results(units: Sequence[Unit], contest: Contest, year: int) -> Iterator[ContestResult]:
    for place, ((theory, practice), award) in enumerate(zip(SCORES, AWARDS, strict=True)):
        unit = units[place]
        yield ContestResult(
            contest=contest.id,
            person_name=person(640 + place + year % 2 * 20),
            unit=unit.id,
            unit_name=unit.name,
            theory=Decimal(theory),
            practice=Decimal(practice),
            award=award,
            honour=f"{TOWN}技术能手" if award == "1" else "",
            certificate_no=f"{year}-J{place + 1:02d}" if award else "",
        )


def _suggestions(units: Sequence[Unit], year: int) -> Iterator[Suggestion]:
    for place, (title, kind, quantity, adopted, done, benefit) in enumerate(IDEAS):
        unit = units[(place * 2 + year) % len(units)]
        day = working_day(date(year, 2, 20), place, 29)
        reviewed = _day(day + timedelta(days=14)) if adopted is not None else None
        yield Suggestion(
            unit=unit.id,
            unit_name=unit.name,
            suggested_on=_day(day),
            person_name=person(700 + place) if quantity == 1 else "",
            team="" if quantity == 1 else "生产车间",
            category=kind,
            title=title,
            quantity=quantity,
            adopted_count=adopted,
            done_count=done,
            review=""
            if adopted is None
            else "1"
            if adopted == quantity
            else "2"
            if adopted
            else "4",
            reviewer="工会委员会" if adopted is not None else "",
            reviewed_on=reviewed,
            benefit=benefit * 100 if benefit else None,
        )


def _patents(units: Sequence[Unit], year: int) -> Iterator[Patent]:
    for place, (title, kind, status) in enumerate(INVENTIONS):
        if year == YEARS[0] and place % 3 == 2:
            continue
        unit = units[(place + year) % len(units)]
        digits = f"{year}{kind}{1_400_000 + place * 12_347:07d}"
        applied = working_day(date(year, 1, 15), place, 41)
        granted = date(year, 12, 10)
        is_granted = status == "4" or (year == YEARS[0] and place % 3 == 0)
        yield Patent(
            unit=unit.id,
            unit_name=unit.name,
            title=title if year == YEARS[1] else f"{title}（改进）",
            kind=kind,
            inventors="、".join(
                person(760 + place * 3 + number) for number in range(1 + place % 3)
            ),
            apply_no=f"{digits}.{check_digit(digits)}",
            applied_on=_day(applied),
            status="4" if is_granted else status,
            granted_on=_day(granted) if is_granted else None,
            is_employee_invention=place % 2 == 0,
        )


def _items(units: Sequence[Unit], year: int) -> Iterator[TechItem]:
    for place, (title, kind, stage, month, months, invested, benefit) in enumerate(PROJECTS):
        if year == YEARS[0] and stage in {"1", "2"}:
            continue
        unit = units[(place * 2 + year) % len(units)]
        yield TechItem(
            unit=unit.id,
            unit_name=unit.name,
            title=title if year == YEARS[1] else f"{title}一期",
            kind=kind,
            leader=person(800 + place),
            started_on=PartialDate(year, month, 6),
            done_on=PartialDate(year, month + months, 25) if months else None,
            stage=stage,
            invested=invested * 1_000_000 or None,
            benefit=benefit * 1_000_000 or None,
            named_after=f"{person(800 + place)}创新工作室" if kind == "6" else "",
        )


def _model_people(units: Sequence[Unit]) -> Iterator[ModelPerson]:
    for place, (honour, grade, issuer, year, state) in enumerate(HONOURS):
        unit = units[place]
        yield ModelPerson(
            person_name=person(840 + place),
            sex="2" if place % 3 == 1 else "1",
            birth=PartialDate(1962 + place * 3, 1 + place, 12),
            unit=unit.id,
            unit_name=unit.name,
            job=("车间主任", "电工", "焊工", "质检员")[place % 4],
            honour=honour,
            grade=grade,
            awarded_on=PartialDate(year, 4, 28),
            issuer=issuer,
            life_state=state,
            phone="" if state == "3" else phone(3400 + place),
            treatments="2024年春节慰问，500元" if state == "2" else "",
        )


def _day(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)
