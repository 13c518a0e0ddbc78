"""Amounts typed into the grid become records, and a month's dues follow from base and rhythm."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from models.errors import Problem
from models.figures.fund_year import PayerYear, payers_of
from models.fund_entry import Entry, demand_of, dues_by_base, enter
from models.records.funds import FundDue, FundIn, FundRule, FundUnit
from models.store import Store
from models.values.dates import PartialDate

MARCH = PartialDate(2024, 3)
PAYER = FundUnit(unit_name="甲厂", mode="3", base_month=100_001, collect_rate=Decimal(2))


def _rows(store: Store, year: int = 2024) -> list[PayerYear]:
    return payers_of(store.all(FundUnit), store.all(FundDue), store.all(FundIn), year)


def _add(store: Store, *records: FundUnit | FundDue | FundIn | FundRule) -> None:
    with store.change("新增"):
        for one in records:
            store.save(one)


def _enter(store: Store, fen: int | None, *, is_due: bool = False) -> int:
    entry = Entry(_rows(store)[0], 3, is_due, fen)
    return enter(store, [entry], 2024, "登记")


def _dues(payer: FundUnit, month: int, *rules: FundRule) -> list[int | None]:
    rows = payers_of([payer], [], [], 2024)
    return [one.fen for one in dues_by_base(rows, rules, 2024, month).entries]


def test_a_payment_takes_its_way_from_the_payer(store: Store) -> None:
    _add(store, PAYER)

    changed = _enter(store, 2_000)

    (paid,) = store.all(FundIn)
    assert changed == 1
    assert (paid.amount, paid.ym, paid.way, paid.is_month_total) == (2_000, MARCH, "2", True)


def test_what_is_waived_stays_waived(store: Store) -> None:
    _add(store, PAYER, FundDue(unit_name="甲厂", ym=MARCH, due=900, relief=100, relief_why="停产"))
    shown = _rows(store)[0].months[3].due

    _enter(store, 1_000, is_due=True)

    (due,) = store.all(FundDue)
    assert shown == 800
    assert (due.due, due.relief) == (1_100, 100)


@pytest.mark.parametrize("fen", [None, 0])
def test_nothing_paid_is_no_record(store: Store, fen: int | None) -> None:
    _add(store, PAYER, FundIn(unit_name="甲厂", ym=MARCH, amount=500))

    _enter(store, fen)

    assert store.all(FundIn) == []


def test_the_same_amount_again_is_no_change(store: Store) -> None:
    _add(store, PAYER, FundIn(unit_name="甲厂", ym=MARCH, amount=500))
    before = store.operations(limit=1)[0].id

    assert _enter(store, 500) == 0
    assert store.operations(limit=1)[0].id == before


def test_several_payments_are_not_lumped_together(store: Store) -> None:
    one = FundIn(unit_name="甲厂", ym=MARCH, in_on=PartialDate(2024, 3, 5), amount=500)
    _add(store, PAYER, one, replace(one, in_on=PartialDate(2024, 3, 9)))

    with pytest.raises(Problem, match="甲厂3月的实缴有2笔"):
        _enter(store, 1_000)

    assert [one.amount for one in store.all(FundIn)] == [500, 500]


def test_what_cannot_be_is_not_kept(store: Store) -> None:
    _add(store, PAYER)

    with pytest.raises(Problem, match="没有登记应缴 甲厂 3月：应缴不能是负数"):
        _enter(store, -5, is_due=True)

    assert store.all(FundDue) == []


def test_a_due_is_base_times_rate_rounded_half_up() -> None:
    assert _dues(PAYER, 3) == [2_000]
    assert _dues(replace(PAYER, base_month=100_025), 3) == [2_001]
    assert _dues(replace(PAYER, collect_rate=Decimal("0.8")), 3) == [800]


def test_without_a_rate_of_its_own_a_payer_follows_the_rule() -> None:
    rule = FundRule(valid_from=date(2021, 1, 1), rate=Decimal("1.5"), grass_share=Decimal(60))
    plain = replace(PAYER, collect_rate=None)

    assert _dues(plain, 3, rule) == [1_500]
    assert _dues(plain, 3) == [2_000]


def test_who_pays_by_the_year_or_quarter_owes_it_in_that_month() -> None:
    yearly = replace(PAYER, cycle="3", year_month=7)
    quarterly = replace(PAYER, cycle="2")

    assert [_dues(yearly, month) for month in (6, 7, 8)] == [[], [24_000], []]
    assert [_dues(quarterly, month) for month in (5, 6)] == [[], [6_000]]


def test_who_is_free_owes_nothing_and_who_has_no_base_is_named() -> None:
    rows = payers_of(
        [replace(PAYER, mode="6"), replace(PAYER, unit_name="乙厂", base_month=None)], [], [], 2024
    )

    found = dues_by_base(rows, [], 2024, 3)

    assert found.entries == ()
    assert [one.name for one in found.without_base] == ["乙厂"]


def test_a_payer_that_stopped_or_changed_is_shown_in_its_years(store: Store) -> None:
    old = replace(PAYER, mode="4", valid_to=date(2023, 12, 31))
    _add(store, old, replace(PAYER, mode="1", valid_from=date(2024, 1, 1)))

    modes = {
        year: [one.payer.mode for one in _rows(store, year) if one.payer] for year in (2023, 2024)
    }

    assert modes == {2023: ["4"], 2024: ["1"]}
    assert payers_of([old], [], [], 2024) == []


def _owing(paid: dict[int, int]) -> PayerYear:
    """A payer that owed 1000 fen for each of the first four months."""
    dues = [
        FundDue(unit_name="甲厂", ym=PartialDate(2024, month), due=1_000) for month in range(1, 5)
    ]
    payments = [
        FundIn(unit_name="甲厂", ym=PartialDate(2024, month), amount=amount)
        for month, amount in paid.items()
    ]
    return payers_of([PAYER], dues, payments, 2024)[0]


@pytest.mark.parametrize(
    ("paid", "first", "last", "arrears"),
    [
        ({1: 1_000, 2: 1_000}, 3, 4, 2_000),
        ({1: 1_000, 2: 400, 4: 1_000}, 2, 3, 1_600),
        ({1: 1_500, 2: 1_000}, 1, 4, 1_500),
    ],
)
def test_a_demand_names_the_months_that_make_up_the_arrears(
    paid: dict[int, int], first: int, last: int, arrears: int
) -> None:
    found = demand_of(_owing(paid), 2024, date(2024, 12, 2))

    assert (found.period_from, found.period_to) == (
        PartialDate(2024, first),
        PartialDate(2024, last),
    )
    assert (found.unit_name, found.arrears, found.issued_on) == ("甲厂", arrears, date(2024, 12, 2))
