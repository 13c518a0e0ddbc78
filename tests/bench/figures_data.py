"""Ten years of a large township as an office file: python -m tests.bench.figures_data FILE SHARE."""

import random
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from models.records.activities import Event, EventUnit
from models.records.appeals import Appeal
from models.records.bargaining import Contract
from models.records.base import Record
from models.records.contests import Contest
from models.records.diary import Meeting
from models.records.honours import Honour, MediaReport
from models.records.innovation import Suggestion
from models.records.members import Member, MemberChange
from models.records.rights import RightsCase
from models.records.safety import SafetyCheck, Training
from models.records.service import Visit
from models.records.unions import Union, UnionUnit
from models.records.units import Unit, UnitYear
from models.store import Store
from models.values.dates import PartialDate
from tests.bench.data import invent_units
from tests.bench.unit_sheet import make_office

YEARS = range(2015, 2025)
UNITS, MEMBERS, ACTIVITIES = 2_000, 100_000, 50_000
JOINED = "1"


def fill(path: Path, share: int) -> None:
    """Make an office file with a share, a hundred for all, of the units, members and activities."""
    chance = random.Random(path.suffix)
    units, members, activities = (one * share // 100 for one in (UNITS, MEMBERS, ACTIVITIES))
    make_office(path)
    with Store.open(path) as store, store.change("导入", kind="import"):
        store.insert_all(list(_units(units, chance)))
        store.insert_all(list(_years(units, chance)))
        store.insert_all(list(_unions(units // 2)))
        store.insert_all(list(_covered(units)))
        store.insert_all(list(_members(members, units, chance)))
        store.insert_all(list(_joining(members, chance)))
        for rows in _activities(activities, units, chance):
            store.insert_all(rows)


def _units(count: int, chance: random.Random) -> Iterator[Unit]:
    for one in invent_units(count):
        yield Unit(
            name=one.name,
            credit_code=one.credit_code,
            carrier_type=chance.choice(("01", "01", "01", "07", "08")),
            unit_nature="170",
            operating_status="1",
            legal_person=one.person,
            phone=one.phone,
            village=one.village,
        )


def _years(units: int, chance: random.Random) -> Iterator[UnitYear]:
    for year in YEARS:
        for number in range(1, units + 1):
            workers = chance.randrange(5, 300)
            yield UnitYear(
                unit=number,
                as_of=date(year, 6, 30),
                workers_total=workers,
                workers_female=workers // 3,
                above_scale=workers > 250,
            )


def _unions(count: int) -> Iterator[Union]:
    for number in range(1, count + 1):
        yield Union(
            name=f"第{number}工会",
            org_type="20" if number % 10 == 0 else "10",
            unit=number,
            founded_on=PartialDate(2015 + number % 10, 1 + number % 12, 1 + number % 28),
            status="established",
            members_total=number % 90,
        )


def _covered(units: int) -> Iterator[UnionUnit]:
    for number in range(units // 2 + 1, units * 3 // 4):
        yield UnionUnit(union=10, unit=number, joined_on=PartialDate(2018, 5))


def _members(count: int, units: int, chance: random.Random) -> Iterator[Member]:
    for number in range(1, count + 1):
        joined = _day(chance)
        yield Member(
            name=f"会员{number}",
            sex=chance.choice("12"),
            birth=PartialDate(1960 + number % 45, 5),
            id_no=f"{number:018}",
            unit=1 + number % units,
            union=1 + number % (units // 2),
            is_migrant=chance.choice(("0", "1")),
            new_group=chance.choice(("", "", "00", "02", "06")),
            verified=chance.random() < 0.8,
            joined_on=PartialDate(joined.year, joined.month, joined.day),
            status=chance.choice(("active", "active", "active", "active", "transferred_out")),
            status_on=PartialDate(joined.year, joined.month, joined.day),
        )


def _joining(count: int, chance: random.Random) -> Iterator[MemberChange]:
    for number in range(1, count + 1):
        day = _day(chance)
        when = PartialDate(day.year, day.month, day.day)
        yield MemberChange(member=number, kind=JOINED, changed_on=when)


def _activities(count: int, units: int, chance: random.Random) -> Iterator[Sequence[Record]]:
    yield [_event(chance) for _ in range(count // 5)]
    both = range(1, min(units, count // 5))
    yield [EventUnit(event=number, unit=number, headcount=3) for number in both]
    yield [
        Visit(visited_on=_day(chance), unit=chance.randint(1, units), talk_count=8, leader_rank="1")
        for _ in range(count // 5)
    ]
    yield [
        Suggestion(suggested_on=_partial(chance), unit_name="甲", title="建议", quantity=2)
        for _ in range(count // 5)
    ]
    yield [_training(chance) for _ in range(count // 10)]
    yield [SafetyCheck(on_date=_day(chance), kind="1", units_count=3) for _ in range(count // 10)]
    yield [
        Contract(
            unit=chance.randint(1, units),
            kind=chance.choice("123"),
            signed_on=(day := _day(chance)),
            valid_from=day,
            valid_to=day + timedelta(days=400),
            workers_covered=chance.randrange(300),
        )
        for _ in range(count // 10)
    ]
    few = count // 50
    yield [Contest(title="比武", kind="3", started_on=_partial(chance)) for _ in range(few)]
    yield [Honour(title="先进", grade="3", awarded_on=_partial(chance)) for _ in range(few)]
    yield [MediaReport(title="报道", level="4", published_on=_day(chance)) for _ in range(few)]
    yield [Meeting(title="会议", held_on=_day(chance), headcount=30) for _ in range(few)]
    yield [Appeal(received_on=_day(chance), content="诉求", result="1") for _ in range(few // 2)]
    yield [RightsCase(received_on=_day(chance), heads=2, cause="1") for _ in range(few // 2)]


def _event(chance: random.Random) -> Event:
    kind = chance.choice(("1", "2", "3", "7", "10", "13", "14"))
    return Event(title="活动", kind=kind, held_on=_day(chance), headcount=40, cost=50_000)


def _training(chance: random.Random) -> Training:
    return Training(title="培训", kind=chance.choice("1237"), start_on=_day(chance), headcount=60)


def _partial(chance: random.Random) -> PartialDate:
    day = _day(chance)
    return PartialDate(day.year, day.month, day.day)


def _day(chance: random.Random) -> date:
    first = date(YEARS[0], 1, 1)
    return first + timedelta(days=chance.randrange((date(YEARS[-1], 12, 31) - first).days))


if __name__ == "__main__":
    fill(Path(sys.argv[1]), int(sys.argv[2]))
