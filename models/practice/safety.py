"""Practice records: safety contests, checks, hazards, training and health."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from models.practice.names import COUNTY, TOWN, UNION, person, phone, working_day
from models.records.health import HealthExam, OccupationalDisease
from models.records.safety import CheckedUnit, Hazard, SafetyCheck, Training
from models.records.safety_contest import AnkangActivity, AnkangEntry
from models.records.units import Unit, UnitYear
from models.store import Store
from models.values.dates import PartialDate

COMPANY = "01"
BUREAU = f"{TOWN}应急管理办公室"
HOSPITALS = (f"{TOWN}卫生院", f"{COUNTY}人民医院")
KINDS = ("1", "2", "4", "3", "5")
PLACES = ("车间、配电室", "仓库、通道", "锅炉房", "喷涂车间", "危化品库")
IN_CONTEST = {2023: 9, 2024: 14}
CHECKS = {2023: 8, 2024: 14}
EXAMS = {2023: 8, 2024: 16}

# The grade, its kind, what is wrong, what must be done, how many days it may take.
HAZARDS = (
    ("1", "2", "配电箱内线路裸露，没有漏电保护", "更换配电箱，安装漏电保护器", 10),
    ("1", "3", "安全通道堆放成品，灭火器被挡住", "清空通道，划出禁止堆放线", 3),
    ("1", "1", "冲床没有防护罩", "加装防护罩，停机检修", 15),
    ("2", "4", "稀料桶与烘干设备同处一室", "停用该库房，另建危化品库", 45),
    ("1", "5", "打磨岗位没有除尘设施", "安装除尘设备，配发防尘口罩", 30),
    ("1", "7", "没有特种作业人员台账", "补齐证件复印件，建立台账", 7),
)
# The date, the title, its number, its kind, hours, how many came and passed.
COURSES = (
    (date(2023, 4, 18), "安全生产法律法规培训班", "第1期", "1", 8, 168, 165),
    (date(2023, 6, 13), "安全生产技术知识培训班", "第2期", "1", 8, 153, 149),
    (date(2023, 9, 20), "基层工会主席培训班", "第1期", "7", 6, 62, None),
    (date(2024, 3, 26), "安全生产法律法规培训班", "第1期", "1", 8, 186, 182),
    (date(2024, 5, 9), "女职工权益知识讲座", "第1期", "4", 3, 74, None),
    (date(2024, 6, 18), "安全生产技术知识培训班", "第2期", "1", 8, 214, 209),
    (date(2024, 7, 16), "工会财务培训班", "第1期", "3", 6, 45, 45),
    (date(2024, 9, 12), "职业病防治知识培训班", "第3期", "1", 6, 177, 171),
)
ACTIVITIES = (
    (date(2023, 6, 9), "看一场安全生产影片", "组织观看后写了体会"),
    (date(2023, 6, 27), "查一次身边的事故隐患", "查出隐患11处，当天整改"),
    (date(2024, 4, 24), "提一条安全合理化建议", "收到建议43条，采纳19条"),
    (date(2024, 6, 4), "当一天安全检查员", "班组长轮流值班检查"),
    (date(2024, 6, 14), "开展一次消防应急演练", "全厂疏散用时4分20秒"),
    (date(2024, 6, 25), "读一本安全生产知识书", "发放手册，组织答题"),
    (date(2024, 9, 5), "接受一次安全培训", "新进职工全部参加"),
)
# The place of the enterprise, the disease, its stage, what causes it, when it was diagnosed.
DISEASES = (
    (9, "矽肺", "壹期", "矽尘", PartialDate(2023, 5, 17)),
    (6, "职业性噪声聋", "轻度", "噪声", PartialDate(2023, 11)),
    (3, "职业性苯中毒", "慢性轻度", "苯", PartialDate(2024, 4, 9)),
)


def add(store: Store) -> None:
    """Add what the practice town keeps of these."""
    units = [one for one in store.all(Unit) if one.carrier_type == COMPANY]
    _contest(store, units)
    _checks(store, units)
    _courses(store)
    _exams(store, units)
    for place, disease, stage, factor, day in DISEASES:
        store.save(
            OccupationalDisease(
                person_name=person(700 + place),
                unit=units[place].id,
                unit_name=units[place].name,
                post="操作工",
                disease=disease,
                stage=stage,
                hazard_factor=factor,
                diagnosed_on=day,
                hospital=f"{COUNTY}疾病预防控制中心",
                injury_no=f"云溪人社工认〔{day.year}〕{31 + place}号",
                treated="调离原岗位，按规定享受工伤保险待遇",
            )
        )


def _workers(store: Store, unit: Unit, year: int) -> int:
    counted = store.find(UnitYear, unit=unit.id, as_of=date(year, 12, 31))
    return (counted[0].workers_total or 1) if counted else 1


def _contest(store: Store, units: Sequence[Unit]) -> None:
    for year, size in IN_CONTEST.items():
        for place, unit in enumerate(units[:size]):
            workers = _workers(store, unit, year)
            score = Decimal(872 + place * 29 % 117) / 10
            is_best = score >= 95
            store.save(
                AnkangEntry(
                    unit=unit.id,
                    unit_name=unit.name,
                    year=year,
                    entered_on=working_day(date(year, 3, 18), place, 2),
                    workers_total=workers,
                    participants=workers - place % 3 * 2,
                    teams_total=workers // 12 + 1,
                    teams=workers // 15 + 1,
                    contact=person(620 + place),
                    phone=phone(1200 + place),
                    has_commitment=True,
                    stage="5" if is_best else "3",
                    score=score,
                    applied_award="1" if is_best else "",
                    award=f"{COUNTY}“安康杯”竞赛优胜单位" if is_best else "",
                    award_grade="4" if is_best else "",
                )
            )
    for place, (day, title, result) in enumerate(ACTIVITIES):
        unit = units[place % IN_CONTEST[2023]]
        store.save(
            AnkangActivity(
                unit=unit.id,
                unit_name=unit.name,
                on_date=day,
                title=title,
                headcount=_workers(store, unit, day.year) * 2 // 3 + 1,
                headcount_basis="2",
                result=result,
            )
        )


def _checks(store: Store, units: Sequence[Unit]) -> None:
    for year, times in CHECKS.items():
        for number in range(times):
            seen = [units[(number * 5 + step * 7 + 1) % 36] for step in range(1 + number % 3)]
            day = working_day(date(year, 1, 22), number, 330 // times)
            is_listed = year == 2024 and number % 3 == 0
            check = store.save(
                SafetyCheck(
                    on_date=day,
                    kind=KINDS[number % len(KINDS)],
                    team=f"{UNION}、{BUREAU}",
                    partners=f"{TOWN}消防队" if number % 4 == 0 else "",
                    units_text="、".join(one.name for one in seen),
                    place=PLACES[number % len(PLACES)],
                    headcount=4 + number % 3,
                    hazards_found=None if is_listed else number % 5,
                    hazards_closed=None if is_listed else number % 5,
                )
            )
            for unit in seen:
                store.save(
                    CheckedUnit(
                        safety_check=check.id,
                        unit=unit.id,
                        unit_name=unit.name,
                        companion=unit.legal_person,
                    )
                )
            if is_listed:
                _hazards(store, check, seen, number)


def _hazards(store: Store, check: SafetyCheck, seen: Sequence[Unit], number: int) -> None:
    """Save two or three hazards: most are closed, one is reported, the latest are under way."""
    if check.on_date is None:
        raise ValueError(check)
    for step in range(2 + number % 2):
        grade, category, description, measure, days = HAZARDS[(number + step) % len(HAZARDS)]
        unit = seen[step % len(seen)]
        due = check.on_date + timedelta(days=days)
        is_open = check.on_date >= date(2024, 10, 1)
        is_major = grade == "2"
        store.save(
            Hazard(
                safety_check=check.id,
                found_on=check.on_date,
                unit=unit.id,
                unit_name=unit.name,
                place=check.place,
                description=description,
                grade=grade,
                category=category,
                found_by=person(305),
                measure=measure,
                owner=unit.legal_person,
                notice_no=f"整改〔2024〕{number * 3 + step + 1}号",
                notified_on=None if is_open and step == 0 else check.on_date + timedelta(days=1),
                due_on=due,
                fixed_on=None if is_open or is_major else due - timedelta(days=1),
                recheck_on=None if is_open else due,
                recheck_by="" if is_open else person(305),
                recheck_result="" if is_open else "3" if is_major else "1",
                reported_on=check.on_date + timedelta(days=1) if is_major else None,
                reported_to=f"{COUNTY}应急管理局" if is_major else "",
            )
        )


def _courses(store: Store) -> None:
    for place, (day, title, number, kind, hours, came, passed) in enumerate(COURSES):
        store.save(
            Training(
                title=f"{TOWN}{title}",
                period_no=number,
                kind=kind,
                start_on=day,
                hours=Decimal(hours),
                host=UNION,
                place=("镇政府会议室", "镇文化服务中心")[place % 2],
                lecturer=(f"{COUNTY}应急管理局讲师", f"{COUNTY}总工会讲师")[kind != "1"],
                expected=came + 12,
                headcount=came,
                has_signatures=True,
                headcount_basis="1",
                pass_count=passed,
            )
        )


def _whole(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def _womens_exam(store: Store, unit: Unit, year: int) -> HealthExam:
    """Return the screening of a third of a unit's workers."""
    due = _workers(store, unit, year) // 3
    return HealthExam(
        unit=unit.id,
        unit_name=unit.name,
        on_date=_whole(date(year, 3, 5)),
        hospital=HOSPITALS[1],
        kind="6",
        due_count=due,
        headcount=due,
        headcount_basis="1",
        payer="3",
        is_told=True,
    )


def _exams(store: Store, units: Sequence[Unit]) -> None:
    for unit in units[:2]:
        store.save(_womens_exam(store, unit, 2024))
    for year, size in EXAMS.items():
        for place, unit in enumerate(units[:size]):
            due = _workers(store, unit, year)
            seen = due - place * 3 % 7
            at_work = place % 2 == 1
            store.save(
                HealthExam(
                    unit=unit.id,
                    unit_name=unit.name,
                    on_date=_whole(working_day(date(year, 5, 6), place, 9)),
                    hospital=HOSPITALS[place % 3 == 0],
                    kind="3" if at_work else "1",
                    due_count=due,
                    headcount=seen,
                    headcount_basis="1",
                    payer="1" if at_work else "2",
                    fee=12_000 if at_work else 9_000,
                    abnormal=seen // 11,
                    unfit=1 if place == 5 else 0,
                    suspected=1 if place == 9 else 0,
                    is_told=at_work,
                )
            )
