"""What the clerk decides about figures: leaving out, counting besides, years before, reporting."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from models.errors import Problem
from models.figures.catalogue import BY_CODE, Figures, compute
from models.figures.figure import Figure
from models.figures.proof import proof_of
from models.figures.telling import as_json, decisions_in_words
from models.periods import Period, span_period, year_period
from models.practice import build_practice_town
from models.records.activities import Event
from models.records.bargaining import Contract, Coverage
from models.records.base import Record
from models.records.funds import FundIn
from models.records.reported import FigureAdjustment, FigureException
from models.records.service import Visit
from models.store import Store
from models.values.dates import PartialDate
from tests.models.figures.conftest import Desk
from tests.models.figures.decided import YEAR, added, adjusted, base, left_out


@pytest.fixture
def visits(desk: Desk) -> list[Visit]:
    """Three visits of two units in spring, one more in autumn."""
    first, second = desk.unit("青禾纺织有限公司"), desk.unit("云泉食品有限公司")
    days = ((first, 3, 5), (first, 3, 20), (second, 4, 2), (second, 10, 9))
    return [
        desk.add(Visit(unit=unit.id, unit_name=unit.name, visited_on=date(2024, month, day)))
        for unit, month, day in days
    ]


@pytest.fixture
def contracts(desk: Desk) -> list[Contract]:
    """Three signed contracts where four companies are in scope: 75%."""
    made = []
    for number in range(4):
        unit = desk.unit(f"协商企业{number}")
        desk.add(Coverage(unit=unit.id, unit_name=unit.name, year=2024))
        if number < 3:
            made.append(
                desk.add(
                    Contract(
                        unit=unit.id,
                        unit_name=unit.name,
                        kind="2",
                        signed_on=date(2024, 5, 6),
                        valid_to=date(2026, 5, 5),
                        workers_covered=100 + number,
                    )
                )
            )
    return made


def in_period(desk: Desk, code: str, period: Period) -> Figure:
    return compute(desk.store, period, [code])[code]


def test_a_record_left_out_of_one_figure_still_counts_in_others(
    desk: Desk, visits: list[Visit]
) -> None:
    desk.add(left_out(visits[0], "visit_times"))

    figure = desk.figure("visit_times")

    assert figure.value == 3
    assert [one.id for one in figure.records] == [one.id for one in visits[1:]]
    assert desk.value("visit_units") == 2
    assert len(figure.exceptions) == 1
    assert desk.figure("visit_units").exceptions == ()


def test_a_record_left_out_of_every_figure_is_gone_from_all_and_their_rates(
    desk: Desk, contracts: list[Contract]
) -> None:
    before = [desk.value(code) for code in ("cb_units_signed", "cb_workers", "cb_rate")]

    desk.add(left_out(contracts[2]))
    after = [desk.value(code) for code in ("cb_units_signed", "cb_workers", "cb_rate")]

    assert before == [3, 303, Decimal("75.0")]
    assert after == [2, 201, Decimal("50.0")]
    assert desk.figure("cb_rate").numerator == 2
    assert len(desk.figure("cb_rate").exceptions) == 1


def test_what_is_left_out_of_every_figure_is_told_only_of_those_that_would_count_it(
    desk: Desk, contracts: list[Contract], visits: list[Visit]
) -> None:
    desk.add(left_out(contracts[0]))

    assert desk.figure("visit_times").exceptions == ()
    assert not desk.figure("visit_times").is_decided
    assert desk.figure("cb_workers").is_decided
    assert len(visits) == desk.value("visit_times")


def test_what_only_the_denominator_would_count_is_told_too(
    desk: Desk, contracts: list[Contract]
) -> None:
    signed = {one.unit for one in contracts}
    others = [one for one in desk.store.all(Coverage) if one.unit not in signed]
    desk.add(left_out(others[0]))

    assert desk.figure("cb_rate").text == "100%"
    assert len(desk.figure("cb_rate").exceptions) == 1


def test_an_amount_cannot_be_counted_besides_a_rate_of_nothing(desk: Desk) -> None:
    desk.add(added("cb_rate", "1"))

    assert desk.value("cb_rate") is None


@pytest.mark.parametrize(
    ("days", "span", "value"),
    [
        (YEAR, "", 3),
        (YEAR, "Q1", 1),
        ((date(2024, 1, 1), date(2024, 3, 31)), "Q1", 1),
        ((date(2024, 1, 1), date(2024, 3, 31)), "", 4),
        ((date(2024, 1, 1), date(2024, 3, 31)), "H1", 3),
        ((date(2024, 3, 2), date(2024, 3, 31)), "03", 2),
        ((date(2023, 7, 1), date(2025, 6, 30)), "", 3),
    ],
)
def test_an_exception_holds_for_periods_inside_its_days_and_for_no_others(
    desk: Desk, visits: list[Visit], days: tuple[date, date], span: str, value: int
) -> None:
    desk.add(left_out(visits[0], "visit_times", days))

    assert in_period(desk, "visit_times", span_period(2024, span)).value == value


def test_an_amount_is_counted_besides_the_records(desk: Desk, visits: list[Visit]) -> None:
    desk.add(added("visit_times", "2"))

    figure = desk.figure("visit_times")

    assert (figure.value, figure.counted, len(figure.records)) == (6, 6, len(visits))
    assert desk.value("visit_times", year=2023) == 0


def test_an_amount_counted_besides_a_rate_goes_into_its_numerator(
    desk: Desk, contracts: list[Contract]
) -> None:
    desk.add(added("cb_rate", "1"))

    figure = desk.figure("cb_rate")

    assert (figure.numerator, figure.denominator) == (len(contracts) + 1, 4)
    assert figure.value == Decimal("100.0")
    assert desk.value("cb_units_signed") == 3


def test_money_counted_besides_keeps_its_cents(desk: Desk) -> None:
    desk.add(FundIn(unit_name="青禾纺织", amount=10_050, in_on=PartialDate(2024, 5, 6)))
    desk.add(added("fund_in", "0.55"))

    assert desk.value("fund_in") == Decimal("101.05")


def test_an_adjusted_figure_shows_both_numbers_and_leaves_others_alone(
    desk: Desk, contracts: list[Contract]
) -> None:
    desk.add(adjusted("cb_units_signed", "5"))

    figure = desk.figure("cb_units_signed")

    assert (figure.value, figure.counted) == (5, 3)
    assert (figure.text, figure.counted_exact) == ("5家", "3家")
    assert len(figure.records) == len(contracts)
    assert desk.value("cb_rate") == Decimal("75.0")


def test_an_adjusted_rate_says_so_though_its_parts_say_otherwise(
    desk: Desk, contracts: list[Contract]
) -> None:
    desk.add(adjusted("cb_rate", "92.3"))

    figure = desk.figure("cb_rate")

    assert (figure.text, figure.exact, figure.counted_exact) == ("92.3%", "92.3%", "75%")
    assert (figure.numerator, figure.denominator) == (len(contracts), 4)


def test_an_adjustment_holds_for_exactly_its_days(desk: Desk, visits: list[Visit]) -> None:
    desk.add(adjusted("visit_times", "20"))

    found = [in_period(desk, "visit_times", span_period(2024, span)) for span in ("", "H1", "S")]

    assert [one.value for one in found] == [20, 3, len(visits) - 1]
    assert in_period(desk, "visit_times", year_period(2024, date(2024, 6, 30))).value == 20


def test_exceptions_are_counted_before_an_adjustment_is_shown_beside(
    desk: Desk, visits: list[Visit]
) -> None:
    desk.add(left_out(visits[0], "visit_times"))
    desk.add(added("visit_times", "2"))
    desk.add(adjusted("visit_times", "10"))

    figure = desk.figure("visit_times")

    assert (figure.counted, figure.value) == (5, 10)


def test_a_year_before_the_records_has_the_value_that_was_reported_then(
    desk: Desk, visits: list[Visit]
) -> None:
    desk.add(base("visit_times", 2021, "18"))
    desk.add(base("visit_times", 2024, "99"))
    desk.add(base("cb_rate", 2021, "88.5"))

    past = desk.figure("visit_times", year=2021)

    assert (past.value, past.records, len(past.bases)) == (18, (), 1)
    assert desk.figure("cb_rate", year=2021).text == "88.5%"
    assert desk.value("visit_times") == len(visits)
    assert desk.figure("visit_times").bases == ()
    assert in_period(desk, "visit_times", span_period(2021, "H1")).value == 0


def test_what_was_reported_for_a_year_is_no_answer_for_a_part_of_it(desk: Desk) -> None:
    desk.add(base("visit_times", 2024, "18"))

    assert desk.value("visit_times") == 18
    assert desk.value("visit_times", as_of=date(2024, 11, 22)) == 0


def test_a_rate_that_was_reported_for_a_year_has_no_parts_of_the_ledger(desk: Desk) -> None:
    unit = desk.unit("还没签的企业")
    desk.add(Coverage(unit=unit.id, unit_name=unit.name, year=2024))
    counted = desk.figure("cb_rate")
    desk.add(base("cb_rate", 2024, "88.5"))

    reported = desk.figure("cb_rate")

    assert (counted.numerator, counted.denominator) == (0, 1)
    assert reported.text == "88.5%"
    assert (reported.numerator, reported.denominator) == (None, None)


def test_what_was_before_the_ledger_is_carried_over_into_later_years(
    desk: Desk, contracts: list[Contract]
) -> None:
    desk.add(base("cb_units_signed", 2023, "10", kind="2"))

    values = [desk.value("cb_units_signed", year=year) for year in (2022, 2023, 2024, 2025)]

    assert values == [0, 10, 10 + len(contracts), 10 + len(contracts)]
    assert len(desk.figure("cb_units_signed").bases) == 1


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (base("visit_times", 2023, "5", kind="2"), "每年从头数起"),
        (base("没有的数", 2023, "5"), ""),
        (FigureException(kind="1", first=YEAR[0], last=YEAR[1], reason="重复"), "哪一种记录"),
        (FigureException(kind="2", first=YEAR[0], last=YEAR[1], reason="补"), "哪个数字"),
        (added("visit_times", "0"), "另外计入多少"),
        (adjusted("visit_times", "3", (YEAR[1], YEAR[0])), "早于"),
        (adjusted("visit_times", "3.5"), "单位是家次，请填整数"),
        (added("cb_units_signed", "0.5"), "单位是家，请填整数"),
        (base("events", 2021, "6.25"), "单位是次，请填整数"),
        (adjusted("visit_times", "-3"), "不会是负数"),
        (base("events", 2021, "-6"), "不会是负数"),
        (FigureAdjustment(figure="visit_times", first=YEAR[0], last=YEAR[1]), "改定为"),
    ],
)
def test_a_decision_that_says_nothing_clear_is_refused(
    store: Store, decision: Record, words: str
) -> None:
    if not words:
        with store.change("登记"):
            store.save(decision)
        assert compute(store, year_period(2023))["visit_times"].value == 0
        return
    with pytest.raises(Problem, match=words), store.change("登记"):
        store.save(decision)


@pytest.mark.parametrize(
    ("figure", "value"), [("cb_rate", "92.35"), ("fund_in", "100.05"), ("fund_in", "-100.05")]
)
def test_shares_and_money_may_be_broken_and_money_taken_back(
    store: Store, figure: str, value: str
) -> None:
    with store.change("改定"):
        store.save(adjusted(figure, value))

    assert compute(store, year_period(2024))[figure].value == Decimal(value)


def test_a_decision_needs_its_reason(desk: Desk, visits: list[Visit]) -> None:
    exception = left_out(visits[0], "visit_times")
    silent = FigureException(
        kind=exception.kind,
        figure=exception.figure,
        first=exception.first,
        last=exception.last,
        source_table=exception.source_table,
        source=exception.source,
    )

    with pytest.raises(Problem, match="请填写理由"), desk.store.change("登记"):
        desk.store.save(silent)


def test_each_decision_can_be_taken_back(desk: Desk, visits: list[Visit]) -> None:
    told = []
    for decision in (
        left_out(visits[0], "visit_times"),
        added("visit_times", "2"),
        adjusted("visit_times", "10"),
    ):
        desk.add(decision)
        told.append(desk.value("visit_times"))
    back = []
    for _ in range(3):
        desk.store.undo()
        back.append(desk.value("visit_times"))

    assert told == [3, 5, 10]
    assert back == [5, 3, 4]


def test_an_exception_outlives_its_record(desk: Desk, visits: list[Visit]) -> None:
    desk.add(left_out(visits[0], "visit_times"))
    with desk.store.change("删除"):
        desk.store.delete(visits[0])

    figure = desk.figure("visit_times")

    assert figure.value == 3
    assert "已删除" in decisions_in_words(figure, desk.store)[0][1]


def test_the_clerk_reads_what_was_decided_and_why(desk: Desk, visits: list[Visit]) -> None:
    desk.add(left_out(visits[0], "visit_times"))
    desk.add(added("visit_times", "2"))
    desk.add(adjusted("visit_times", "10"))

    words = [one for _, one in decisions_in_words(desk.figure("visit_times"), desk.store)]

    assert words == [
        f"不计入{desk.store.title_of(visits[0])}（重复登记）",
        "另计入2家次（没有留下记录）",
        "台账数5家次，改定10家次（已按此数上报）",
    ]


def test_decisions_are_told_to_machines_only_where_there_are_any(
    desk: Desk, visits: list[Visit]
) -> None:
    desk.add(left_out(visits[0]))
    desk.add(adjusted("visit_times", "10"))
    desk.add(base("cb_units_signed", 2024, "4"))
    period = year_period(2024)

    told = as_json(compute(desk.store, period), period)["figures"]

    assert isinstance(told, dict)
    assert told["visit_times"]["value"] == 10
    assert told["visit_times"]["counted"] == 3
    assert told["visit_times"]["adjusted"] == {"value": 10.0, "reason": "已按此数上报"}
    assert told["visit_times"]["exceptions"] == [
        {
            "kind": "不计入",
            "every_figure": True,
            "record_type": "visit",
            "record": visits[0].id,
            "amount": None,
            "reason": "重复登记",
        }
    ]
    assert told["cb_units_signed"]["base"] == [
        {"year": 2024, "kind": "当年数", "value": 4.0, "source": "旧总结"}
    ]
    assert set(told["events"]) == {
        *("label", "value", "unit", "numerator", "denominator", "basis", "records", "text")
    }


def test_the_proof_of_a_figure_says_what_was_decided(desk: Desk, visits: list[Visit]) -> None:
    desk.add(left_out(visits[0], "visit_times"))
    desk.add(adjusted("visit_times", "10"))

    value, records = proof_of(desk.store, desk.figure("visit_times"))

    assert value.startswith("走访：10家次（")
    assert value.endswith("（重复登记）；台账数3家次，改定10家次（已按此数上报）")
    assert records.startswith("走访记录3")


def test_what_leaving_a_record_out_would_make_of_a_figure_is_told_beforehand(
    desk: Desk, visits: list[Visit]
) -> None:
    desk.add(left_out(visits[0], "visit_times"))
    desk.add(added("visit_times", "2"))
    figures = Figures(desk.store, year_period(2024))

    after = figures.without("visit_times", visits[1:2])

    assert (figures["visit_times"].counted, after.counted) == (5, 4)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The practice town, open."""
    path: Path = tmp_path_factory.mktemp("town") / "town.db"
    with build_practice_town(path) as store:
        yield store


@pytest.mark.parametrize("year", [2023, 2024])
def test_every_record_behind_a_figure_can_be_left_out_of_it(town: Store, year: int) -> None:
    figures = Figures(town, year_period(year))
    tried = 0
    for code in BY_CODE:
        for record in {one.about.table: one for one in figures[code].records}.values():
            left = figures.without(code, [record])
            tried += 1
            assert (record.about.table, record.id) not in {
                (one.about.table, one.id) for one in left.records
            }, code

    assert tried > 100


def test_a_figure_names_the_tables_that_it_is_counted_from(desk: Desk, store: Store) -> None:
    empty = Figures(store, year_period(2024))
    desk.add(Event(kind="2", title="职工运动会", held_on=date(2024, 6, 1)))

    filled = Figures(store, year_period(2024))

    assert "cb_contract" in empty.tables_read_for("cb_units_signed")
    assert filled.tables_read_for("events") == ("event",)
