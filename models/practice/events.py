"""Practice records: activities, honours, publicity, visits, the chronicle, meetings and plans."""

from datetime import date
from decimal import Decimal

from models.chronicle import proposals
from models.periods import year_period
from models.practice.names import CITY, COUNTY, TOWN, UNION, person
from models.records.activities import Event, EventMoney, EventUnit
from models.records.diary import IncomingDocument, Meeting, NextPlan, Reception
from models.records.honours import Honour, MediaReport, Output
from models.records.units import Unit
from models.store import Store

TO_HOMES, FOR_STUDIES = "13", "15"
# What an activity of a kind cost a person, in yuan.
COSTS = {"12": 20, "15": 100, "16": 30, "17": 200, "18": 15, "19": 40, "20": 800, "21": 260}
COUNTY_UNION = f"{COUNTY}总工会"
# Title, kind, day, place, units, attendances.
EVENTS: tuple[tuple[str, str, date, str, int, int], ...] = (
    ("元宵节职工猜谜会", "3", date(2024, 2, 24), "镇文化广场", 16, 210),
    ("“三八”女职工插花交流", "16", date(2024, 3, 8), "镇文化站", 12, 86),
    ("工资集体协商工作动员会", "6", date(2024, 3, 15), "镇政府会议室", 38, 96),
    ("职工篮球赛", "3", date(2024, 5, 18), "镇中学体育馆", 14, 168),
    ("安全生产知识竞赛", "1", date(2024, 6, 14), "镇文化站", 22, 264),
    ("化工园区应急演练观摩", "8", date(2024, 6, 21), "化工园区", 18, 120),
    ("“送清凉”慰问一线职工", "14", date(2024, 7, 23), "各企业车间", 19, 640),
    ("劳动法律法规进企业", "10", date(2024, 9, 4), "工业园区", 11, 305),
    ("女职工劳动保护知识答卷", "2", date(2024, 9, 20), "各企业", 26, 412),
    ("工资集体协商经验推广会", "9", date(2024, 10, 16), "镇政府会议室", 31, 74),
    ("两节送温暖", "13", date(2024, 1, 30), "各村、企业", 9, 12),
    ("两节送温暖", "13", date(2023, 1, 12), "各村、企业", 7, 10),
    ("职工羽毛球赛", "3", date(2023, 10, 21), "镇中学体育馆", 10, 92),
    ("安全生产知识答卷", "2", date(2023, 6, 16), "各企业", 18, 286),
    ("春季用工招聘会", "18", date(2024, 2, 28), "镇文化广场", 22, 310),
    ("危化企业消防演练", "12", date(2024, 6, 13), "化工园区", 6, 150),
    ("职工子女暑期托管班", "17", date(2024, 7, 10), "镇中心小学", 9, 46),
    ("金秋助学座谈", "15", date(2024, 8, 23), "镇政府会议室", 5, 3),
    ("消费帮扶集中采购", "21", date(2024, 9, 27), "镇便民服务中心", 17, 135),
    ("职工心理健康讲座", "19", date(2024, 10, 10), "镇文化站", 14, 92),
    ("一线职工疗休养", "20", date(2024, 11, 12), "县职工疗养院", 8, 24),
)
HONOURS: tuple[tuple[str, str, str, str, date], ...] = (
    ("2024年度工会工作先进单位", "3", UNION, f"{CITY}总工会", date(2024, 12, 20)),
    ("工资集体协商示范乡镇", "4", UNION, COUNTY_UNION, date(2024, 11, 8)),
    ("五一劳动奖章", "4", person(41), COUNTY_UNION, date(2024, 4, 28)),
    ("青禾工匠", "5", person(52), UNION, date(2024, 4, 30)),
    ("青禾工匠", "5", person(57), UNION, date(2024, 4, 30)),
    ("2023年度工会工作先进单位", "4", UNION, COUNTY_UNION, date(2023, 12, 22)),
)
REPORTS: tuple[tuple[date, str, str, str, str, str], ...] = (
    (date(2024, 3, 18), "青禾镇女职工巧手迎春", f"{COUNTY}融媒体中心", "", "3", "4"),
    (date(2024, 6, 24), "园区里的安全课", f"{CITY}日报", "二版", "1", "3"),
    (date(2024, 7, 26), "清凉送到车间里", f"{COUNTY_UNION}公众号", "", "5", "4"),
    (date(2024, 10, 21), "协商桌上话增资", "省工人报", "一版", "1", "2"),
)
PLANS: tuple[tuple[int, str, str, int, str, str], ...] = (
    (2024, "组织建设", "新建基层工会", 24, "家", "unions_new"),
    (2024, "集体协商", "工资专项集体合同企业覆盖率", 90, "%", "cb_rate"),
    (2025, "组织建设", "新建基层工会", 12, "家", "unions_new"),
    (2025, "集体协商", "工资专项集体合同企业覆盖率", 92, "%", "cb_rate"),
    (2025, "民主管理", "规模以上企业厂务公开推行率", 100, "%", "dm_rate"),
    (2025, "服务职工", "走访企业不少于30家", 30, "家", ""),
)


def add(store: Store) -> None:
    """Add what the practice town keeps of these."""
    saved = [
        store.save(
            Event(
                title=title,
                kind=kind,
                held_on=day,
                place=place,
                host=UNION,
                unit_count=units,
                headcount=people,
                headcount_basis="2",
                households=people if kind in (TO_HOMES, FOR_STUDIES) else None,
                cost=people * COSTS[kind] * 100 if kind in COSTS else None,
                goods="米、面、油" if kind == TO_HOMES else "",
                goods_value=people * 18_000 if kind == TO_HOMES else None,
            )
        )
        for title, kind, day, place, units, people in EVENTS
    ]
    _add_cooling(store, saved[6])
    _add_ball_game(store, saved[3])
    _add_honours(store)
    _add_visits(store)
    _add_meetings(store)
    _add_incoming(store)
    _add_plans(store)
    for year in (2023, 2024):
        for proposal in proposals(store, year_period(year)):
            store.save(proposal.entry())


def _add_cooling(store: Store, event: Event) -> None:
    """Give the summer visit its sources of money."""
    for source, payer, yuan in (("1", UNION, 12_000), ("2", COUNTY_UNION, 20_000)):
        money = EventMoney(event=event.id, source=source, payer=payer, amount=yuan * 100)
        store.save(money)


def _add_ball_game(store: Store, event: Event) -> None:
    """Give the ball game the units that took part; they take over from the total."""
    for number, unit in enumerate(store.all(Unit)[:14]):
        part = EventUnit(
            event=event.id,
            unit=unit.id,
            unit_name=unit.name,
            headcount=12,
            leader=person(400 + number),
        )
        store.save(part)


def _add_honours(store: Store) -> None:
    unit = store.all(Unit)[0]
    for title, grade, owner, issuer, day in HONOURS:
        is_person = owner != UNION
        store.save(
            Honour(
                title=title,
                grade=grade,
                owner=owner,
                owner_kind="4" if is_person else "1",
                unit=unit.id if is_person else None,
                unit_name=unit.name if is_person else "",
                issuer=issuer,
                is_given=issuer == UNION,
                awarded_on=day,
                stored_at="个人" if is_person else "办公室荣誉柜",
            )
        )
    for day, title, media, page, kind, level in REPORTS:
        store.save(
            MediaReport(
                published_on=day, title=title, media=media, page=page, kind=kind, level=level
            )
        )
    for kind, title, day, quantity, yuan in (
        ("1", f"{TOWN}工资集体协商资料汇编", date(2024, 9, 30), "300册", 4_500),
        ("5", f"协商在{TOWN}", date(2024, 10, 12), "9分钟", 7_800),
        ("6", "职工维权明白纸", date(2024, 8, 26), "3000份", 900),
    ):
        store.save(Output(kind=kind, title=title, done_on=day, quantity=quantity, cost=yuan * 100))


def _add_visits(store: Store) -> None:
    for day, unit, leaders, rank, purpose, place, comment in (
        (
            date(2024, 5, 22),
            f"{CITY}总工会",
            f"市总工会副主席 {person(611)}",
            "3",
            "1",
            "化工园区、镇工会",
            "对工资集体协商的做法给予肯定",
        ),
        (
            date(2024, 10, 16),
            COUNTY_UNION,
            f"县总工会主席 {person(615)}",
            "4",
            "2",
            "三家企业",
            "观摩协商会议，要求在全县推广",
        ),
    ):
        store.save(
            Reception(
                received_on=day,
                visitor_unit=unit,
                leaders=leaders,
                rank=rank,
                purpose=purpose,
                place=place,
                comment=comment,
            )
        )


def _add_meetings(store: Store) -> None:
    for title, kind, day, people in (
        (f"{TOWN}总工会第三届委员会第四次全体会议", "2", date(2024, 1, 26), 21),
        ("工会工作推进会", "6", date(2024, 7, 12), 58),
        ("经费审查委员会会议", "4", date(2024, 12, 6), 5),
    ):
        store.save(
            Meeting(
                title=title,
                kind=kind,
                held_on=day,
                place="镇政府会议室",
                host=person(300),
                headcount=people,
                headcount_basis="1",
            )
        )


def _add_incoming(store: Store) -> None:
    for number, title, day, due, done in (
        (12, "关于做好“安康杯”竞赛活动的通知", date(2024, 4, 8), date(2024, 4, 30), True),
        (27, "关于开展困难职工摸底的通知", date(2024, 8, 15), date(2024, 9, 10), True),
        (41, "关于报送年度工作总结的通知", date(2024, 12, 2), date(2025, 1, 10), False),
    ):
        store.save(
            IncomingDocument(
                received_on=day,
                from_unit=COUNTY_UNION,
                doc_no=f"云溪县工发〔2024〕{number}号",
                title=title,
                kind="1",
                copies=1,
                handler=person(301),
                due_on=due,
                done_on=due if done else None,
            )
        )


def _add_plans(store: Store) -> None:
    for year, topic, task, target, unit, figure in PLANS:
        store.save(
            NextPlan(
                year=year,
                topic=topic,
                task=task,
                target=Decimal(target),
                unit_label=unit,
                figure=figure,
                responsible=person(301),
            )
        )
