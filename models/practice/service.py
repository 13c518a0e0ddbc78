"""Practice records: service to workers: visits, questionnaires, issues raised and venues."""

from collections.abc import Sequence
from datetime import date, timedelta

from models.practice.names import person, phone, working_day
from models.records.appeals import Appeal
from models.records.base import with_values
from models.records.service import Questionnaire, ServiceCampaign, Visit, VisitTalk
from models.records.units import Unit
from models.records.venues import Venue, VenueYear
from models.store import Store
from models.values.dates import PartialDate

YEARS = (2023, 2024)
DAYS = {"1": timedelta(days=15), "2": timedelta(days=7), "3": timedelta(days=3)}
VISITS = {2023: 9, 2024: 14}
WAYS = ("1", "3", "1", "2", "4", "1", "5")
TOPICS = (("1", "2"), ("2", "3"), ("4",), ("1", "2", "3", "4"), ("3", "4"))
NOTES = (
    "到车间看了生产线，宣讲了工会法和职工代表大会的办法。",
    "同班组长和一线职工座谈，听取对工资协商议题的意见。",
    "了解企业订单和用工情况，询问了困难职工的生活。",
    "征求职工对食堂、宿舍和班车的意见。",
)
VOICES = (
    ("希望夏天把车间的风扇修好", "1", False),
    ("家里老人住院，请假多了怕影响奖金", "2", True),
    ("想报名参加叉车和焊工培训", "1", True),
    ("觉得加班安排得太临时", "3", True),
)
# What was asked for, its kind, urgency, how it was handled, how it ended, how content they were.
ISSUES = (
    ("车间通风不好，夏天闷热", "6", "2", "同企业商定加装六台风机。", "1", "1"),
    ("食堂菜品单一、价格偏高", "7", "1", "食堂增加两个窗口，菜价公示。", "1", "2"),
    ("想参加叉车操作培训", "8", "1", "与县职业学校联系，编入秋季班。", "1", "1"),
    ("加班安排临时，常常来不及接孩子", "4", "1", "企业改为提前一天通知。", "1", "1"),
    ("两个月的夜班补贴没有发", "1", "3", "约谈企业，补贴已补发。", "1", "1"),
    ("询问产假工资由谁支付", "11", "1", "当面讲解了女职工劳动保护特别规定。", "3", "2"),
    ("孩子入学手续不会办", "9", "1", "联系中心小学，手续已办好。", "1", "1"),
    ("希望在厂里建职工书屋", "12", "1", "企业腾出一间房，图书正在配送。", "2", "2"),
)
PENDING = ("班车末班时间太早", "7", "1", "企业正在和客运公司商量。", "6", "")
PETITIONS = (
    ("咨询试用期工资标准", "11", "1", "当面答复并寄送宣传材料。", "1", "1"),
    ("单位没有按时缴纳养老保险", "3", "2", "约谈企业，当月补缴到位。", "1", "1"),
)
VENUES = (
    ("禾香职工之家", "1", "3", 180, "活动室、阅览角、乒乓球台、谈心室", 2019, 2600, 1_860_000),
    ("青禾园区职工书屋", "2", "4", 60, "图书三千册、电子阅览屏、自习桌", 2021, 900, 420_000),
    ("府前街工会驿站", "3", "", 35, "饮水机、微波炉、充电口、应急药箱", 2022, 4100, 350_000),
    ("石桥工会驿站", "3", "", 28, "饮水机、桌椅、充电口", 2023, 1700, 260_000),
    ("润达爱心妈妈小屋", "6", "", 15, "哺乳椅、冰箱、洗手池", 2022, 320, 90_000),
)


def add(store: Store) -> None:
    """Add what the practice town keeps of these."""
    units = [one for one in store.all(Unit) if one.carrier_type == "01"][:20]
    for year in YEARS:
        campaign = store.save(_campaign(year))
        visits = [store.save(one) for one in _visits(year, units, campaign.id)]
        talks = [store.save(one) for one in _talks(visits[1], year)]
        for appeal in _appeals(year, visits, talks):
            store.save(appeal)
        for survey in _surveys(year, campaign.id):
            store.save(survey)
    for appeal in _petitions():
        store.save(appeal)
    _add_venues(store, units)


def _campaign(year: int) -> ServiceCampaign:
    return ServiceCampaign(
        title=f"{year}年“走进车间听心声”服务职工活动",
        themes=("1", "3", "4"),
        doc_no=f"青禾镇工发〔{year}〕4号",
        started_on=date(year, 3, 1),
        ended_on=date(year, 11, 30),
        team=f"{person(301)}、{person(302)}、{person(303)}",
        goals="走访规模以上企业和困难企业，收集的问题件件有答复。",
    )


def _visits(year: int, units: Sequence[Unit], campaign: int | None) -> list[Visit]:
    return [
        Visit(
            visited_on=working_day(date(year, 3, 6), place, 17),
            campaign=campaign,
            unit=unit.id,
            unit_name=unit.name,
            visitors=f"{person(301 + place % 3)}、{person(304 + place % 2)}",
            leader_rank="2" if place % 5 == 2 else "1",
            way=WAYS[place % len(WAYS)],
            met_leaders=unit.legal_person,
            topics=TOPICS[place % len(TOPICS)],
            talk_count=4 if place == 1 else 8 + place % 5,
            headcount_basis="1" if place == 1 else "3",
            content=NOTES[place % len(NOTES)],
        )
        for place, unit in enumerate(units[: VISITS[year]])
    ]


def _talks(visit: Visit, year: int) -> list[VisitTalk]:
    """Return the people of one visit that were written down by name."""
    return [
        VisitTalk(
            visit=visit.id,
            person_name=person(year % 100 * 20 + place),
            unit=visit.unit,
            unit_name=visit.unit_name,
            phone=phone(7000 + year % 100 * 10 + place),
            topics=("4",) if mood != "1" else ("2",),
            voice=voice,
            mood=mood,
            needs_followup=needs,
        )
        for place, (voice, mood, needs) in enumerate(VOICES)
    ]


def _appeals(year: int, visits: Sequence[Visit], talks: Sequence[VisitTalk]) -> list[Appeal]:
    """Return what visits and talks brought up; the last one waits beyond the end of the year."""
    waiting = [one for one in talks if one.needs_followup]
    found = []
    for place, issue in enumerate((*ISSUES, PENDING)):
        is_last = place == len(ISSUES)
        talk = waiting[place - 1] if 1 <= place <= len(waiting) else None
        visit = visits[1] if talk else visits[-1 if is_last else place % len(visits)]
        appeal = _assigned(_raised(visit, talk, 100 + place), place, issue)
        if not is_last:
            appeal = _struck_off(appeal, appeal.received_on, issue)
        elif year != YEARS[-1]:
            appeal = _struck_off(appeal, date(year + 1, 1, 15), ISSUES[0])
        found.append(appeal)
    return found


def _petitions() -> list[Appeal]:
    """Return what workers asked for by telephone and in person, all of it settled."""
    found = []
    for place, (source, issue) in enumerate((("5", PETITIONS[0]), ("4", PETITIONS[1]))):
        received = date(2024, 4 + place * 4, 9)
        appeal = Appeal(
            received_on=received,
            source=source,
            raiser_name=person(470 + place),
            phone=phone(7470 + place),
        )
        found.append(_struck_off(_assigned(appeal, place, issue), received, issue))
    return found


def _raised(visit: Visit, talk: VisitTalk | None, number: int) -> Appeal:
    return Appeal(
        received_on=(visit.visited_on or date.min) + timedelta(days=1),
        source="2" if talk else "1",
        visit=visit.id,
        talk=talk.id if talk else None,
        unit=visit.unit,
        unit_name=visit.unit_name,
        raiser_name=talk.person_name if talk else person(number),
        phone=talk.phone if talk else phone(7400 + number),
    )


def _assigned(appeal: Appeal, place: int, issue: tuple[str, ...]) -> Appeal:
    content, category, urgency, progress, result, _ = issue
    received = appeal.received_on or date.min
    return with_values(
        appeal,
        content=content,
        category=category,
        urgency=urgency,
        headcount=1 + place * 3 % 11,
        headcount_basis="3",
        assigned_to=person(301 + place % 3),
        assigned_on=received,
        due_on=received + DAYS[urgency],
        progress=progress,
        result=result,
    )


def _struck_off(appeal: Appeal, after: date | None, issue: tuple[str, ...]) -> Appeal:
    """Return an issue solved two days after a day, answered, asked about again and closed."""
    solved = (after or date.min) + timedelta(days=2)
    return with_values(
        appeal,
        result=issue[4],
        solved_on=solved,
        replied_on=solved + timedelta(days=1),
        satisfaction=issue[5],
        revisited_on=solved + timedelta(days=8),
        closed_on=solved + timedelta(days=8),
    )


def _surveys(year: int, campaign: int | None) -> list[Questionnaire]:
    return [
        Questionnaire(
            title=f"{year}年{title}",
            surveyed_on=PartialDate(year, month, 12),
            campaign=campaign,
            target=target,
            issued=issued + year % 10 * 10,
            returned=issued + year % 10 * 10 - 12,
            valid=issued + year % 10 * 10 - 15,
            questions="1. 您最希望工会办哪件事？\n2. 您对食堂和宿舍满意吗？",
            answers="1 工资协商41% 技能培训33% 其他26%\n2 满意62% 基本满意30% 不满意8%",
        )
        for month, title, target, issued in (
            (4, "职工需求问卷调查", "规模以上企业职工", 260),
            (9, "女职工权益保护问卷调查", "食品、服饰企业女职工", 120),
        )
    ]


def _add_venues(store: Store, units: Sequence[Unit]) -> None:
    for place, row in enumerate(VENUES):
        name, kind, grade, area, facilities, opened, served, spent = row
        unit = units[place]
        venue = store.save(
            Venue(
                name=name,
                kind=kind,
                unit=unit.id,
                unit_name=unit.name,
                address=unit.address or "青禾镇府前街",
                area=area,
                facilities=facilities,
                opened_on=PartialDate(opened, 5),
                opening_hours="每天8:00-20:00",
                grade=grade,
                manager=person(320 + place),
                phone=phone(7200 + place),
                status="1",
            )
        )
        for year in YEARS:
            _add_venue_year(store, venue, year, served=served, spent=spent)
    closed = Venue(
        name="北岭职工活动中心",
        kind="4",
        unit=units[6].id,
        unit_name=units[6].name,
        opened_on=PartialDate(2015),
        status="2",
        closed_on=PartialDate(2022, 11),
    )
    store.save(closed)


def _add_venue_year(store: Store, venue: Venue, year: int, *, served: int, spent: int) -> None:
    fewer = (YEARS[-1] - year) * 140
    store.save(
        VenueYear(
            venue=venue.id,
            year=year,
            served_count=served - fewer,
            headcount_basis="3",
            activity_count=4 + year % 5,
            spent=spent if year == YEARS[-1] else spent // 2,
        )
    )
