"""Figures about activities of one kind, examinations of one kind, and petitions."""

from datetime import date
from decimal import Decimal

import pytest

from models.figures.catalogue import compute
from models.figures.figure import Figure
from models.periods import year_period
from models.records.activities import Event, EventMoney, EventUnit
from models.records.appeals import Appeal
from models.records.base import Record
from models.records.health import HealthExam
from models.store import Store
from models.values.dates import PartialDate

DAY = date(2024, 7, 20)
WARMTH, COOLING, JOBS, SPORT = "13", "14", "18", "3"


def save(store: Store, *records: Record) -> list[Record]:
    with store.change("登记"):
        return [store.save(one) for one in records]


def figure(store: Store, code: str) -> Figure:
    return compute(store, year_period(2024), [code])[code]


def event(kind: str, people: int, title: str = "活动", day: date = DAY) -> Event:
    return Event(title=title, kind=kind, held_on=day, headcount=people)


def test_activities_of_a_kind_and_of_the_year_count(store: Store) -> None:
    kept = save(
        store,
        event(JOBS, 120, "招聘会"),
        event(JOBS, 260, "夜校招工"),
        event(JOBS, 90, "去年的", date(2023, 7, 20)),
        event(SPORT, 50),
    )

    assert figure(store, "events_jobs").records == (kept[0], kept[1])
    assert figure(store, "events_jobs_people").value == 380
    assert figure(store, "events_jobs_people").text == "300多人次"
    assert figure(store, "events_jobs_money").is_there is False


def test_what_units_and_sources_tell_takes_over_from_the_totals(store: Store) -> None:
    (cooling,) = save(
        store,
        Event(
            title="送清凉",
            kind=COOLING,
            held_on=DAY,
            headcount=600,
            households=3,
            cost=100_00,
            goods_value=250_50,
        ),
    )
    save(
        store,
        EventUnit(event=cooling.id, unit_name="甲厂", headcount=40),
        EventMoney(event=cooling.id, source="1", amount=2_000_00),
    )

    assert figure(store, "events_cooling_people").value == 40
    assert figure(store, "events_cooling_money").value == Decimal("2250.50")
    assert figure(store, "events_cooling_households").value == 3
    assert figure(store, "events_warmth_households").value == 0


@pytest.mark.parametrize(
    ("code", "people"), [("exam_occupational", 70 + 40 + 8), ("exam_women", 30)]
)
def test_a_second_round_of_an_examination_sees_the_same_people(
    store: Store, code: str, people: int
) -> None:
    def exam(unit: str, kind: str, people: int, round_no: int = 1) -> HealthExam:
        return HealthExam(
            unit_name=unit,
            on_date=PartialDate(2024, 5, round_no),
            hospital="镇卫生院",
            kind=kind,
            headcount=people,
            round_no=round_no,
        )

    save(
        store,
        exam("甲厂", "3", 70),
        exam("甲厂", "3", 55, round_no=2),
        exam("甲厂", "2", 8),
        exam("乙厂", "3", 40),
        exam("乙厂", "1", 90),
        exam("乙厂", "6", 30),
    )

    assert figure(store, code).value == people


def test_what_comes_by_letter_telephone_or_from_above_is_a_petition(store: Store) -> None:
    save(
        store,
        *(
            Appeal(received_on=DAY, content=f"诉求{source}", source=source)
            for source in ("1", "4", "5", "6", "7", "8", "")
        ),
        Appeal(received_on=date(2023, 5, 1), content="去年的", source="4"),
    )

    assert figure(store, "issues_petitions").value == 4
