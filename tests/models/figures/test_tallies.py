"""Numbers told by SQLite are those of the records, on the very days that bound a period too."""

from datetime import date
from typing import Any

import pytest

from models.figures.catalogue import BY_CODE
from models.figures.figure import Ledger
from models.periods import Period, between, year_period
from models.records.activities import Event, EventMoney, EventUnit
from models.records.bargaining import Contract
from models.records.base import Record
from models.records.members import Member, MemberChange
from models.records.safety import Training
from models.records.service import Visit, VisitTalk
from models.records.unions import Union, UnionUnit
from models.records.units import Unit, UnitYear
from models.store import Store
from models.values.dates import PartialDate

DAYS = (date(2024, 6, 29), date(2024, 6, 30), date(2024, 7, 1))
TALLIED = [code for code, one in BY_CODE.items() if one.tally]


def partial(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


@pytest.fixture
def bounds(store: Store) -> Store:
    """A file in which everything begins or ends on the last day of June, or a day off it."""
    with store.change("导入", kind="import"):
        for rows in (_units(), _unions(), _members(), _contracts(), _activities()):
            for record in rows:
                store.insert_all([record])
    return store


def _units() -> list[Record]:
    found: list[Record] = [Unit(name=f"{one}厂", operating_status="1") for one in "甲乙丙"]
    found.extend(UnitYear(unit=1, as_of=day, workers_total=day.day) for day in DAYS)
    return [
        *found,
        UnitYear(unit=2, as_of=DAYS[1]),
        UnitYear(unit=2, as_of=DAYS[1], workers_total=7),
    ]


def _unions() -> list[Record]:
    found: list[Record] = [Union(name="联合", org_type="20", founded_on=PartialDate(2024))]
    for founded in (PartialDate(2024, 6), *map(partial, DAYS)):
        found.extend(
            Union(name="甲厂", org_type="10", unit=1, founded_on=founded, ended_on=ended)
            for ended in (None, *DAYS)
        )
    found.extend(UnionUnit(union=1, unit_name="丙厂", left_on=day) for day in DAYS[:2])
    found.extend(UnionUnit(union=1, unit_name=f"外{n}", left_on=day) for n, day in enumerate(DAYS))
    return [*found, *(UnionUnit(union=1, unit=2, joined_on=partial(day)) for day in DAYS)]


def _members() -> list[Record]:
    found: list[Record] = []
    for joined in (None, PartialDate(2024, 6), *map(partial, DAYS)):
        for since in (None, *map(partial, DAYS)):
            found.extend(
                Member(name="张三", unit_name="甲厂", joined_on=joined, status_on=since, status=one)
                for one in ("active", "transferred_out")
            )
    found.extend(
        MemberChange(member=number, kind=kind, changed_on=partial(DAYS[number % 3]))
        for number in range(1, len(found), 2)
        for kind in "14"
    )
    return found


def _contracts() -> list[Record]:
    return [
        Contract(unit_name=name, kind="2", signed_on=day, ended_on=ended, workers_covered=day.day)
        for name, ended in (("甲厂", None), ("乙厂", DAYS[1]), ("丁厂", DAYS[2]), ("丙厂", DAYS[0]))
        for day in DAYS
    ]


def _activities() -> list[Record]:
    found: list[Record] = []
    for number, day in enumerate(DAYS, start=1):
        found.append(Event(title="慰问", kind="7", held_on=day, headcount=40, cost=500))
        found.append(EventUnit(event=number, unit_name="甲厂"))
        found.append(EventMoney(event=number, source="1"))
        found.append(Visit(visited_on=day, unit_name=" 甲 厂", talk_count=8))
        found.append(Visit(visited_on=day, unit=1))
        found.append(VisitTalk(visit=2 * number, person_name="李四"))
        found.append(Training(title="培训", kind="1", start_on=day, sessions=0, headcount=9))
    return found


@pytest.mark.parametrize(
    "period",
    [
        year_period(2024, DAYS[1]),
        year_period(2024),
        between(DAYS[1], DAYS[2]),
        between(date(2024, 1, 1), DAYS[0]),
    ],
    ids=Period.words,
)
def test_a_tally_is_the_number_of_the_records(bounds: Store, period: Period) -> None:
    def told(code: str, way: Any) -> tuple[object, ...]:
        count = way(Ledger(bounds, period))
        return code, count.value, count.numerator, count.denominator

    found = [told(code, BY_CODE[code].tally) for code in TALLIED]

    assert found == [told(code, BY_CODE[code].count) for code in TALLIED]


def test_the_bounds_are_counted_at_all(bounds: Store) -> None:
    ledger = Ledger(bounds, year_period(2024, DAYS[1]))
    values = {code: BY_CODE[code].compute(ledger).value for code in TALLIED}

    assert values["cb_units_signed"] == 2
    assert values["cb_workers"] == 60
    assert values["events_people"] == 80
    assert values["visit_talk"] == 18
    assert values["train_all_sessions"] == 2
    assert values["workers"] == 37
