"""Figures of the clerk's own: whatever the definition, it is a plain count or sum of the records."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.errors import Problem
from models.figures.catalogue import Figures, compute
from models.periods import Period, between, span_period, year_period
from models.records.activities import Event
from models.records.diary import Meeting
from models.records.reported import FigureException, LocalFigure
from models.store import Store
from tests.models.conftest import TOWN
from tests.models.figures.conftest import Desk
from tests.models.figures.decided import base

BIG = LocalFigure(
    label="百人以上的文体活动",
    unit_label="次",
    table_name="event",
    measure="1",
    day_field="held_on",
    field_1="headcount",
    test_1="4",
    value_1="100",
    field_2="kind",
    test_2="1",
    value_2="文体活动",
)
SPORT = "3"


def event(
    title: str, month: int, headcount: int | None, kind: str = SPORT, **more: object
) -> Event:
    made = Event(kind=kind, title=title, held_on=date(2024, month, 8), headcount=headcount)
    return replace(made, **more)  # type: ignore[arg-type]


@pytest.fixture
def filled(desk: Desk) -> Desk:
    for one in (
        event("职工运动会", 6, 286, cost=120_000),
        event("拔河比赛", 10, 92),
        event("书画展", 11, None, cost=30_050),
        event("知识竞赛", 12, 420, kind="1"),
        replace(event("上年运动会", 6, 300), held_on=date(2023, 6, 9)),
    ):
        desk.add(one)
    return desk


def test_a_figure_of_the_clerks_own_counts_what_meets_all_conditions(filled: Desk) -> None:
    own = filled.add(BIG)

    figures = Figures(filled.store, year_period(2024))
    figure = figures[f"local_{own.id}"]

    assert (figure.value, figure.exact) == (1, "1次")
    assert [one.title for one in figure.records if isinstance(one, Event)] == ["职工运动会"]
    assert f"local_{own.id}" in list(figures)
    assert figures.areas[-1].title == "自定指标"
    assert figure.definition.label == "百人以上的文体活动"


def test_its_period_is_that_of_the_day_it_names_and_without_one_everything_counts(
    filled: Desk,
) -> None:
    yearly, ever = filled.add(BIG), filled.add(replace(BIG, label="历来", day_field=""))

    found = [
        compute(filled.store, period, [f"local_{one.id}"])[f"local_{one.id}"].value
        for period in (year_period(2023), span_period(2024, "H2"))
        for one in (yearly, ever)
    ]

    assert found == [1, 2, 0, 2]


def test_a_sum_adds_numbers_and_money_in_yuan(filled: Desk) -> None:
    plain = LocalFigure(label="参加", unit_label="人次", table_name="event", measure="2")
    people = filled.add(replace(plain, field="headcount", day_field="held_on"))
    money = filled.add(
        replace(plain, label="花费", unit_label="元", field="cost", day_field="held_on")
    )

    figures = Figures(filled.store, year_period(2024))

    assert figures[f"local_{people.id}"].value == 286 + 92 + 420
    assert figures[f"local_{money.id}"].value == Decimal("1500.50")


def test_a_basis_is_told_for_those_without_one(filled: Desk) -> None:
    own = filled.add(BIG)

    basis = Figures(filled.store, year_period(2024))[f"local_{own.id}"].definition.basis

    assert basis == "日期在本期内的活动，参加人次不小于“100”，类型是“文体活动”，一条算一个"


def test_decisions_hold_for_the_clerks_own_figures_too(filled: Desk) -> None:
    own = filled.add(BIG)
    sports = next(one for one in filled.store.all(Event) if one.title == "职工运动会")
    filled.add(
        FigureException(
            kind="1",
            figure=f"local_{own.id}",
            first=date(2024, 1, 1),
            last=date(2024, 12, 31),
            source_table="event",
            source=sports.id,
            reason="与体育局合办",
        )
    )

    assert filled.value(f"local_{own.id}") == 0
    assert filled.value("sport_events") == 3


def test_nothing_is_carried_over_to_an_own_figure_that_starts_anew_every_year(
    filled: Desk,
) -> None:
    yearly = filled.add(BIG)
    whole = filled.add(replace(BIG, label="历年大型活动", day_field=""))

    with pytest.raises(Problem, match="每年从头数起"):
        filled.add(base(f"local_{yearly.id}", 2023, "5", kind="2"))
    filled.add(base(f"local_{whole.id}", 2023, "5", kind="2"))

    assert filled.value(f"local_{whole.id}") == 7


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"table_name": "没有的"}, "没有“没有的”这种记录"),
        ({"field_1": "no_such_field"}, "没有“no_such_field”这个字段"),
        ({"test_1": ""}, "没有选怎么比较"),
        ({"value_1": ""}, "没有填“参加人次”不小于什么"),
        ({"value_1": "很多"}, "很多"),
        ({"test_2": "4"}, "不分大小先后"),
        ({"value_2": "不存在的类型"}, "无法识别"),
        ({"field_3": "", "test_3": "1"}, "没有选字段"),
        ({"field_3": "headcount", "test_3": "3", "value_3": "8"}, "不能用“包含”"),
        ({"day_field": "title"}, "不是日期"),
        ({"measure": "2"}, "没有选字段"),
        ({"measure": "2", "field": "title"}, "不能合计"),
        ({"measure": "2", "field": "cost"}, "计量单位是“元”"),
        ({"measure": "2", "field": "headcount", "unit_label": "元"}, "计量单位不是“元”"),
        ({"unit_label": "%"}, "不算百分比"),
    ],
)
def test_a_definition_that_cannot_be_counted_is_refused(
    store: Store, change: dict[str, str], words: str
) -> None:
    with pytest.raises(Problem, match=words), store.change("新增自定指标"):
        store.save(replace(BIG, **change))  # type: ignore[arg-type]


def test_a_link_can_only_be_there_or_not(store: Store) -> None:
    linked = LocalFigure(label="走访", unit_label="次", table_name="visit", measure="1")

    with pytest.raises(Problem, match="只能比较空着还是有内容"), store.change("新增"):
        store.save(replace(linked, field_1="unit", test_1="1", value_1="某公司"))
    with store.change("新增"):
        store.save(replace(linked, field_1="unit", test_1="7"))


def test_labels_of_fields_are_taken_for_their_names(store: Store) -> None:
    said = replace(BIG, field_1="参加人次", day_field="日期")

    with store.change("新增"):
        kept = store.save(said)

    assert (kept.field_1, kept.day_field) == ("headcount", "held_on")


def test_a_definition_gone_bad_says_so_and_stops_nothing(filled: Desk) -> None:
    with filled.store.change("旧版本留下的"):
        (own,) = filled.store.insert_all([replace(BIG, field_1="gone")])

    figure = Figures(filled.store, year_period(2024))[f"local_{own}"]

    assert figure.value is None
    assert "定义有误" in figure.definition.basis
    assert "gone" in figure.definition.basis


@pytest.mark.parametrize(
    ("field", "test", "value", "titles"),
    [
        ("headcount", "1", "92", ["拔河比赛"]),
        ("headcount", "2", "92", ["职工运动会", "书画展", "知识竞赛", "上年运动会"]),
        ("headcount", "4", "286", ["职工运动会", "知识竞赛", "上年运动会"]),
        ("headcount", "5", "286", ["职工运动会", "拔河比赛"]),
        ("headcount", "6", "", ["书画展"]),
        ("headcount", "7", "", ["职工运动会", "拔河比赛", "知识竞赛", "上年运动会"]),
        ("title", "3", "运动", ["职工运动会", "上年运动会"]),
        ("title", "1", " 拔河比赛", ["拔河比赛"]),
        ("kind", "1", "文体", ["职工运动会", "拔河比赛", "书画展", "上年运动会"]),
        ("kind", "2", "文体活动", ["知识竞赛"]),
        ("kind", "3", "竞赛", ["知识竞赛"]),
        ("held_on", "4", "2024-11-08", ["书画展", "知识竞赛"]),
        ("held_on", "5", "2023年6月9日", ["上年运动会"]),
        ("cost", "4", "1200元", ["职工运动会"]),
    ],
)
def test_each_way_of_comparing_means_what_it_says(
    filled: Desk, field: str, test: str, value: str, titles: list[str]
) -> None:
    own = filled.add(
        LocalFigure(
            label="试数",
            unit_label="次",
            table_name="event",
            measure="1",
            field_1=field,
            test_1=test,
            value_1=value,
        )
    )

    records = filled.figure(f"local_{own.id}").records

    assert {one.title for one in records if isinstance(one, Event)} == set(titles)


@dataclass(frozen=True)
class Condition:
    """A condition as the definition has it, and as a plain function of the record."""

    field: str
    test: str
    value: str
    holds: Callable[[Event], bool]


def _conditions() -> st.SearchStrategy[Condition]:
    number = st.integers(0, 6)
    day = st.integers(0, 700).map(lambda n: date(2023, 1, 1) + timedelta(days=n))
    word = st.sampled_from(["运动", "会", "展"])
    return st.one_of(
        number.map(lambda n: Condition("headcount", "1", str(n), lambda e: e.headcount == n)),
        number.map(lambda n: Condition("headcount", "2", str(n), lambda e: e.headcount != n)),
        number.map(
            lambda n: Condition(
                "headcount", "4", str(n), lambda e: e.headcount is not None and e.headcount >= n
            )
        ),
        number.map(
            lambda n: Condition(
                "headcount", "5", str(n), lambda e: e.headcount is not None and e.headcount <= n
            )
        ),
        day.map(
            lambda d: Condition(
                "held_on", "4", d.isoformat(), lambda e: e.held_on is not None and e.held_on >= d
            )
        ),
        word.map(lambda w: Condition("title", "3", w, lambda e: w in e.title)),
        st.just(Condition("headcount", "6", "", lambda e: e.headcount is None)),
        st.just(Condition("headcount", "7", "", lambda e: e.headcount is not None)),
    )


EVENTS = st.lists(
    st.builds(
        Event,
        kind=st.sampled_from(["1", "2", "3"]),
        title=st.sampled_from(["运动会", "展览", "推广会", "报告"]),
        held_on=st.integers(0, 900).map(lambda n: date(2022, 9, 1) + timedelta(days=n)),
        headcount=st.one_of(st.none(), st.integers(0, 6)),
    ),
    max_size=12,
)
PERIODS = st.sampled_from(
    [year_period(2023), year_period(2024), between(date(2023, 3, 1), date(2024, 2, 9))]
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("own") / "own.db"
    with Store.create(path, TOWN) as made:
        yield made


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    events=EVENTS,
    conditions=st.lists(_conditions(), max_size=3),
    period=PERIODS,
    is_dated=st.booleans(),
    is_sum=st.booleans(),
)
def test_whatever_the_definition_a_plain_recount_says_the_same(
    shared: Store,
    events: list[Event],
    conditions: list[Condition],
    period: Period,
    *,
    is_dated: bool,
    is_sum: bool,
) -> None:
    filters = {
        f"{part}_{place}": getattr(one, part)
        for place, one in enumerate(conditions, start=1)
        for part in ("field", "test", "value")
    }
    own = LocalFigure(
        label="试数",
        unit_label="次",
        table_name="event",
        measure="2" if is_sum else "1",
        field="headcount" if is_sum else "",
        day_field="held_on" if is_dated else "",
    )
    expected = [
        one
        for one in events
        if all(condition.holds(one) for condition in conditions)
        and (not is_dated or period.first <= (one.held_on or date.min) <= period.last)
    ]
    with shared.change("登记"):
        shared.insert_all(events)
        kept = shared.save(replace(own, **filters))

    figure = Figures(shared, period)[f"local_{kept.id}"]
    with shared.change("清空"):
        for record in (*shared.all(Event), kept):
            shared.delete(record)

    total = sum(one.headcount or 0 for one in expected) if is_sum else len(expected)
    assert figure.value == total
    assert len(figure.records) == len(expected)


def test_no_figure_of_the_clerks_own_is_in_a_file_without_one(desk: Desk) -> None:
    desk.add(Meeting(title="年度例会", held_on=date(2024, 3, 1)))

    figures = Figures(desk.store, year_period(2024))

    assert not [code for code in figures if code.startswith("local_")]
    with pytest.raises(KeyError):
        figures["local_1"]
