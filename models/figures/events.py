"""Figures about activities, honours, publicity, receptions, meetings and plans."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from models import codes
from models.asking.sums import Among, Listed, Summed
from models.figures import tallies
from models.figures.defining import flow
from models.figures.figure import Count, Ledger, number_of
from models.records.activities import Event, EventMoney, EventUnit
from models.records.diary import ChronicleEntry, IncomingDocument, Meeting, Reception
from models.records.honours import Honour, MediaReport, Output
from models.values.text import name_key

TOWN = "1"
CITY_AND_ABOVE = frozenset({"1", "2", "3"})
PROVINCE_AND_ABOVE = frozenset({"1", "2"})
INSPECTION = "2"
# What headcount_of and cost_of tell of an activity, for sums without records.
HEADCOUNT = Summed(name="headcount", listed=Listed(EventUnit, "event", "headcount", is_told=True))
COST = Summed(name="cost", listed=Listed(EventMoney, "event", "amount"))
GOODS = Summed(name="goods_value")


def events_of(ledger: Ledger, column: str = "") -> list[Event]:
    """Return the period's activities, all of them or those of kinds that a column ticks."""
    wanted = codes.table("event_kind").codes_where(column) if column else None
    return [
        one for one in ledger.during(Event, "held_on") if (wanted is None or one.kind in wanted)
    ]


def headcount_of(ledger: Ledger, event: Event) -> int:
    """Return how many took part: what the units' rows add up to, else what was reported."""
    rows = ledger.once(_units_of).get(event.id or 0, [])
    listed = [one.headcount for one in rows if one.headcount is not None]
    return sum(listed) if listed else event.headcount or 0


def cost_of(ledger: Ledger, event: Event) -> int:
    """Return what an activity cost in fen: what the sources add up to, else what was entered."""
    paid = [one.amount or 0 for one in ledger.once(_money_of).get(event.id or 0, ())]
    return sum(paid) if paid else event.cost or 0


def _units_of(ledger: Ledger) -> dict[int, list[EventUnit]]:
    found: dict[int, list[EventUnit]] = {}
    for one in ledger.all(EventUnit):
        found.setdefault(one.event or 0, []).append(one)
    return found


def _money_of(ledger: Ledger) -> dict[int, list[EventMoney]]:
    found: dict[int, list[EventMoney]] = {}
    for one in ledger.all(EventMoney):
        found.setdefault(one.event or 0, []).append(one)
    return found


def people(column: str = "") -> Callable[[Ledger], Count]:
    """Return what counts attendances at the activities that a column ticks."""

    def count(ledger: Ledger) -> Count:
        found = events_of(ledger, column)
        return Count(sum(headcount_of(ledger, one) for one in found), tuple(found))

    return count


def times(column: str = "") -> Callable[[Ledger], Count]:
    """Return what counts the activities that a column ticks."""
    return lambda ledger: number_of(events_of(ledger, column))


def money(column: str = "") -> Callable[[Ledger], Count]:
    """Return what adds up in yuan the money and goods of the activities that a column ticks."""

    def count(ledger: Ledger) -> Count:
        found = events_of(ledger, column)
        fen = sum(cost_of(ledger, one) + (one.goods_value or 0) for one in found)
        return Count(Decimal(fen).scaleb(-2) if found else None, tuple(found))

    return count


def _kinds(column: str) -> Among:
    return {"kind": codes.table("event_kind").codes_where(column)} if column else {}


def _times_tally(column: str = "") -> tallies.Tally:
    return tallies.times(Event, "held_on", _kinds(column))


def _people_tally(column: str = "") -> tallies.Tally:
    return tallies.total(Event, "held_on", HEADCOUNT, among=_kinds(column))


def _money_tally(column: str = "") -> tallies.Tally:
    return tallies.money(Event, "held_on", COST, GOODS, among=_kinds(column))


def households(ledger: Ledger) -> Count:
    """Return the households that were visited with gifts."""
    found = [one for one in events_of(ledger, "is_condolence") if one.households]
    return Count(sum(one.households or 0 for one in found), tuple(found))


def honours_of(ledger: Ledger, *, given: bool) -> list[Honour]:
    """Return the period's honours that the township gave, or those it and its units received."""
    union = name_key(ledger.store.town().union_name)
    return [
        one
        for one in ledger.during(Honour, "awarded_on")
        if (one.is_given or name_key(one.issuer) == union) == given
    ]


def town_honours(ledger: Ledger) -> Count:
    """Return the titles of city level and above that the township's union received."""
    return number_of(
        [
            one
            for one in honours_of(ledger, given=False)
            if one.owner_kind == TOWN and one.grade in CITY_AND_ABOVE
        ]
    )


def _dated(ledger: Ledger, found: Sequence[Reception]) -> list[Reception]:
    return [one for one in found if ledger.period.holds(one.received_on)]


def reports_of(ledger: Ledger) -> list[MediaReport]:
    """Return what was published in the period."""
    return ledger.during(MediaReport, "published_on")


DEFINITIONS = (
    flow(
        "contest_people",
        "知识竞赛与答卷",
        "人次",
        people("is_quiz"),
        basis="本期活动中知识竞赛、知识答卷的参加人次之和；登记了参加单位的按单位人次相加",
        is_approximate=True,
        tally=_people_tally("is_quiz"),
    ),
    flow(
        "contests",
        "知识竞赛与答卷活动",
        "次",
        times("is_quiz"),
        basis="本期活动中知识竞赛、知识答卷的次数",
        tally=_times_tally("is_quiz"),
    ),
    flow(
        "events",
        "举办各类活动",
        "次",
        times(),
        basis="本期登记的全部活动",
        tally=_times_tally(),
    ),
    flow(
        "events_people",
        "各类活动参加人次",
        "人次",
        people(),
        basis="本期全部活动的参加人次之和；登记了参加单位的按单位人次相加",
        is_approximate=True,
        tally=_people_tally(),
    ),
    flow(
        "events_key",
        "推广会/观摩会",
        "次",
        times("is_showcase"),
        basis="本期活动中类型为推广会、观摩会的次数",
        tally=_times_tally("is_showcase"),
    ),
    flow(
        "sport_events",
        "文体活动",
        "次",
        times("is_sport"),
        basis="本期活动中文体活动、展览的次数",
        tally=_times_tally("is_sport"),
    ),
    flow(
        "sport_people",
        "文体活动参加人次",
        "人次",
        people("is_sport"),
        basis="本期文体活动、展览的参加人次之和",
        is_approximate=True,
        tally=_people_tally("is_sport"),
    ),
    flow(
        "law_events",
        "普法宣传活动",
        "次",
        times("is_law"),
        basis="本期活动中普法宣传的次数",
        tally=_times_tally("is_law"),
    ),
    flow(
        "law_people",
        "普法宣传受教育职工",
        "人次",
        people("is_law"),
        basis="本期普法宣传活动的参加人次之和",
        is_approximate=True,
        tally=_people_tally("is_law"),
    ),
    flow(
        "condolence_people",
        "慰问职工",
        "人次",
        people("is_condolence"),
        basis="本期慰问、送温暖、送清凉、助学活动的人次之和",
        is_approximate=True,
        tally=_people_tally("is_condolence"),
    ),
    flow(
        "condolence_households", "慰问户数", "户", households, basis="本期慰问类活动登记的户数之和"
    ),
    flow(
        "condolence_money",
        "慰问款物",
        "元",
        money("is_condolence"),
        basis="本期慰问类活动的经费与物资折款之和；登记了经费来源的按来源相加",
        tally=_money_tally("is_condolence"),
    ),
    flow(
        "events_money",
        "活动经费",
        "元",
        money(),
        basis="本期全部活动的经费与物资折款之和",
        tally=_money_tally(),
    ),
    flow(
        "receptions",
        "上级调研视察",
        "次",
        lambda ledger: number_of(_dated(ledger, ledger.all(Reception))),
        basis="本期登记的调研视察",
    ),
    flow(
        "inspections",
        "其中：视察",
        "次",
        lambda ledger: number_of(
            [one for one in _dated(ledger, ledger.all(Reception)) if one.purpose == INSPECTION]
        ),
        basis="本期调研视察中事由为视察的",
    ),
    flow(
        "honors_town",
        "镇（乡）工会获市级以上荣誉",
        "项",
        town_honours,
        basis="本期授予、获得者是镇总工会、级别在市级以上的荣誉",
    ),
    flow(
        "honors_received",
        "获得各级荣誉",
        "项",
        lambda ledger: number_of(honours_of(ledger, given=False)),
        basis="本期授予本镇工会、单位、班组和个人的荣誉，不含本镇授予的",
    ),
    flow(
        "honors_given",
        "本镇表彰",
        "项",
        lambda ledger: number_of(honours_of(ledger, given=True)),
        basis="本期由镇总工会授予的荣誉",
    ),
    flow(
        "media_all",
        "宣传报道",
        "篇",
        lambda ledger: number_of(reports_of(ledger)),
        basis="本期登记的宣传报道",
        tally=tallies.times(MediaReport, "published_on"),
    ),
    flow(
        "media_upper",
        "省级以上媒体刊发",
        "篇",
        lambda ledger: number_of(
            [one for one in reports_of(ledger) if one.level in PROVINCE_AND_ABOVE]
        ),
        basis="本期宣传报道中级别为国家级、省级的",
    ),
    flow(
        "outputs",
        "资料制品",
        "种",
        lambda ledger: number_of(ledger.during(Output, "done_on")),
        basis="本期完成的资料文本、专题片、手册等",
    ),
    flow(
        "meetings",
        "召开会议",
        "次",
        lambda ledger: number_of(ledger.during(Meeting, "held_on")),
        basis="本期登记的会议",
    ),
    flow(
        "incoming",
        "收文",
        "件",
        lambda ledger: number_of(ledger.during(IncomingDocument, "received_on")),
        basis="本期登记的收文",
    ),
    flow(
        "chronicle_entries",
        "大事记",
        "条",
        lambda ledger: number_of(ledger.during(ChronicleEntry, "held_on")),
        basis="本期登记的大事记",
    ),
)
