"""Activities, honours, publicity, visits and the chronicle: rules, lists and figures."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from models.chronicle import proposals
from models.errors import Problem
from models.figures.catalogue import compute
from models.figures.figure import Figure
from models.periods import year_period
from models.records.activities import Event, EventMoney, EventUnit
from models.records.diary import (
    ChronicleEntry,
    IncomingDocument,
    Meeting,
    NextPlan,
    Reception,
)
from models.records.honours import Honour, MediaReport, Output
from models.records.town import Town
from models.records.units import Unit
from models.rules.checking import check, complete
from models.sheets.committing import commit_import
from models.sheets.planning import plan_import
from models.store import Store

SAMPLES = Path(__file__).parents[1] / "samples"
DAY = date(2024, 5, 6)
QUIZ, ANSWERS, SPORT, COOLING, SHOWCASE = "1", "2", "3", "14", "9"
Figures = Callable[[], dict[str, Figure]]


@pytest.fixture
def figures(store: Store) -> Figures:
    return lambda: dict(compute(store, year_period(2024)))


def save(store: Store, *records: object) -> list[object]:
    with store.change("登记"):
        return [store.save(one) for one in records]  # type: ignore[type-var]


def event(kind: str = QUIZ, people: int | None = 100, **more: object) -> Event:
    values = {"title": f"活动{kind}{people}", "held_on": DAY, **more}
    return Event(kind=kind, headcount=people, **values)  # type: ignore[arg-type]


def test_quizzes_and_answer_sheets_are_added_up_by_attendance(
    store: Store, figures: Figures
) -> None:
    kept = save(
        store,
        event(QUIZ, 274),
        event(ANSWERS, 338),
        event(SPORT, 72),
        event(QUIZ, 50, title="去年的", held_on=date(2023, 12, 31)),
    )

    found = figures()

    assert found["contest_people"].value == 612
    assert found["contest_people"].text == "600多人次"
    assert found["contest_people"].records == (kept[0], kept[1])
    assert found["contests"].value == 2
    assert found["sport_people"].value == 72
    assert found["events"].value == 3


def test_units_that_took_part_take_over_from_the_total(store: Store, figures: Figures) -> None:
    (one,) = save(store, event(QUIZ, 300))
    assert isinstance(one, Event)
    save(
        store,
        EventUnit(event=one.id, unit_name="甲厂", headcount=40),
        EventUnit(event=one.id, unit_name="乙厂", headcount=25),
    )

    assert figures()["contest_people"].value == 65


def test_money_by_source_takes_over_and_goods_are_added(store: Store, figures: Figures) -> None:
    (one, _) = save(
        store,
        event(COOLING, 640, cost=100_00, goods="绿豆", goods_value=1_500_50, households=12),
        event(SPORT, 20, cost=300_00),
    )
    assert isinstance(one, Event)
    save(
        store,
        EventMoney(event=one.id, source="1", amount=12_000_00),
        EventMoney(event=one.id, source="2", amount=20_000_00),
    )

    found = figures()

    assert found["condolence_money"].value == Decimal("33500.50")
    assert found["events_money"].value == Decimal("33800.50")
    assert (found["condolence_people"].value, found["condolence_households"].value) == (640, 12)


def test_only_the_towns_own_honours_of_city_level_count(store: Store, figures: Figures) -> None:
    union = store.town().union_name
    kept = save(
        store,
        Honour(title="优秀组织单位", grade="3", owner=union, issuer="某市总工会", awarded_on=DAY),
        Honour(title="先进", grade="4", owner=union, issuer="某县总工会", awarded_on=DAY),
        Honour(title="劳动奖状", grade="3", owner="某某厂", issuer="某市总工会", awarded_on=DAY),
        Honour(title="青禾工匠", grade="5", owner="张三", issuer=union, awarded_on=DAY),
    )

    found = figures()

    assert found["honors_town"].records == (kept[0],)
    assert found["honors_received"].value == 3
    assert found["honors_given"].records == (kept[3],)


@pytest.mark.parametrize(
    ("owner", "kind"),
    [("示例镇总工会", "1"), ("某某机械制造有限公司", "2"), ("张三", "4"), ("阿依努尔", "4")],
)
def test_who_was_honoured_is_told_from_the_name(owner: str, kind: str) -> None:
    assert complete(Honour(title="先进", owner=owner)).owner_kind == kind


def test_publicity_outputs_meetings_and_visits_are_counted(store: Store, figures: Figures) -> None:
    save(
        store,
        MediaReport(published_on=DAY, title="甲", media="报", level="1"),
        MediaReport(published_on=DAY, title="乙", media="报", level="4"),
        Output(kind="1", title="汇编", done_on=DAY),
        Meeting(title="全委会", held_on=DAY, headcount=20),
        Reception(received_on=DAY, visitor_unit="省总", leaders="某主席", purpose="2"),
        Reception(received_on=DAY, visitor_unit="市总", leaders="某主任", purpose="1"),
    )

    found = figures()

    values = {code: found[code].value for code in ("media_all", "media_upper", "outputs")}
    assert values == {"media_all": 2, "media_upper": 1, "outputs": 1}
    assert (found["meetings"].value, found["receptions"].value) == (1, 2)
    assert found["inspections"].value == 1


@pytest.mark.parametrize(
    ("record", "field", "level"),
    [
        (event(ANSWERS, 10, papers_issued=50, papers_returned=60), "papers_returned", "error"),
        (event(ANSWERS, 10, papers_returned=50, papers_passed=51), "papers_passed", "error"),
        (event(QUIZ, 10, ended_on=date(2024, 5, 1)), "ended_on", "error"),
        (event(QUIZ, 10, winners=12), "winners", "warn"),
        (event(COOLING, 10, goods_value=100), "goods", "warn"),
        (
            IncomingDocument(
                title="通知", from_unit="县总", received_on=DAY, due_on=date(2024, 5, 1)
            ),
            "due_on",
            "error",
        ),
        (
            NextPlan(year=2025, topic="组织建设", task="建会", target=Decimal(5)),
            "unit_label",
            "warn",
        ),
        (NextPlan(year=2025, topic="组织建设", task="建会", figure="cb_rate"), "target", "warn"),
    ],
)
def test_what_cannot_be_is_refused_and_what_is_odd_is_said(
    record: Event, field: str, level: str, store: Store
) -> None:
    assert [one.level for one in check(record, store) if one.field == field] == [level]


def test_a_count_without_a_basis_was_reported_by_the_units() -> None:
    assert complete(event(QUIZ, 30)).headcount_basis == "2"
    assert complete(event(QUIZ, None)).headcount_basis == ""


def test_a_unit_stands_once_in_an_activity(store: Store) -> None:
    unit, one = save(store, Unit(name="甲厂"), event())
    assert isinstance(unit, Unit)
    assert isinstance(one, Event)
    save(store, EventUnit(event=one.id, unit=unit.id, unit_name="甲厂"))

    with pytest.raises(Problem, match="已经登记"):
        save(store, EventUnit(event=one.id, unit=unit.id, unit_name="甲厂（分厂）"))


def test_incoming_papers_are_open_overdue_or_done() -> None:
    paper = IncomingDocument(title="通知", due_on=date(2024, 6, 1))
    about = paper.about
    names = [
        getattr(about.state_of(one, day), "name", "")
        for one, day in (
            (paper, date(2024, 5, 1)),
            (paper, date(2024, 6, 2)),
            (replace(paper, done_on=date(2024, 5, 20)), date(2024, 6, 2)),
        )
    ]

    assert names == ["在办", "逾期", "办结"]


def test_the_chronicle_is_offered_what_is_dated_and_not_in_it_yet(store: Store) -> None:
    save(
        store,
        event(SHOWCASE, 74, title="经验推广会", host="示例镇总工会"),
        Reception(
            received_on=date(2024, 3, 13),
            visitor_unit="省总",
            leaders="省总工会副主席 高某",
            purpose="1",
            comment="充分肯定",
        ),
        event(QUIZ, 3, title="去年的", held_on=date(2023, 1, 1)),
    )

    offered = proposals(store, year_period(2024))
    town = store.town().name
    assert [one.words for one in offered] == [
        f"省总工会副主席高某到{town}调研，充分肯定。",
        "示例镇总工会举办经验推广会，74人参加。",
    ]

    save(store, offered[0].entry())
    assert [one.words for one in proposals(store, year_period(2024))] == [offered[1].words]
    entry = store.all(ChronicleEntry)[0]
    assert (entry.held_on, entry.source_table) == (date(2024, 3, 13), "reception")


def test_another_townships_list_of_activities_is_read(store: Store, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "慰问活动"
    for row in (
        ["2024年慰问活动台账"],
        ["序号", "时间", "活动主题名称", "活动类别", "惠及职工", "户数", "慰问金额", "慰问品"],
        [1, "2024.1.28", "春节慰问困难职工", "送温暖", "38人", 35, "1.9万元", "米面油各35份"],
        [2, "7月18日", "高温慰问", "夏送清凉", 420, None, 12600, "绿豆、毛巾"],
    ):
        sheet.append(row)
    path = tmp_path / "慰问.xlsx"
    book.save(path)

    commit_import(store, plan_import(store, path))

    first, second = store.all(Event)
    assert (first.kind, first.headcount, first.households, first.cost) == ("13", 38, 35, 1_900_000)
    assert (second.kind, second.held_on) == ("14", date(2024, 7, 18))


def test_the_sample_lists_give_the_figures_of_their_key(tmp_path: Path) -> None:
    town = Town(name="示例镇", union_name="示例镇总工会", parent_union="示例县总工会", year=2024)
    with Store.create(tmp_path / "示例镇.db", town) as store:
        path = next(SAMPLES.glob("16_*.xlsx"))
        commit_import(store, plan_import(store, path))
        found = compute(store, year_period(2024))
        again = plan_import(store, path)

    codes = ("contest_people", "receptions", "honors_town", "media_upper", "outputs", "events_key")
    assert [found[code].value for code in codes] == [612, 3, 1, 1, 2, 1]
    verdicts = {row.verdict for sheet in again.sheets for row in sheet.rows}
    assert verdicts == {"duplicate"}
