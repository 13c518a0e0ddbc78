"""Figures are held against one another."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from models.figures.catalogue import BY_CODE
from models.figures.figure import Figure, Value
from models.proofreading.figures import check_balances, check_figures, check_leaps
from models.proofreading.findings import Finding
from models.proofreading.identities import AT_MOST, BALANCES, MAY_EXCEED_ALL, RATES, SUMS


def _mentioned() -> set[str]:
    sums = {code for one in SUMS for code in (one.whole, *one.parts)}
    parts = {code for one in AT_MOST for code in (one.whole, *one.parts)}
    rates = {code for one in RATES for code in (one.rate, one.numerator, one.denominator)}
    stocks = {
        code
        for one in BALANCES
        for code in (one.stock, *one.came, *one.went, *([one.aside] if one.aside else []))
    }
    return sums | parts | rates | stocks | set(MAY_EXCEED_ALL)


def _figures(**values: Value) -> dict[str, Figure]:
    """Return every figure without a value but those given."""
    return {code: _figure(code, values.get(code)) for code in BY_CODE}


def _figure(code: str, value: Value) -> Figure:
    return Figure(
        definition=BY_CODE[code],
        value=value,
        numerator=None,
        denominator=None,
        records=(),
        others=(),
        counted=value,
    )


def _rate(code: str, value: str, numerator: int, denominator: int) -> Figure:
    figure = _figure(code, Decimal(value))
    return replace(figure, numerator=numerator, denominator=denominator)


def _rules(findings: tuple[Finding, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.rule, one.severity, one.figures[:2]) for one in findings]


def test_what_must_hold_is_declared_of_figures_that_there_are() -> None:
    assert not _mentioned() - set(BY_CODE)


@pytest.mark.parametrize("one", RATES, ids=lambda one: one.rate)
def test_rates_are_rates_and_their_parts_are_none(one: object) -> None:
    assert BY_CODE[one.rate].kind == "rate"  # type: ignore[attr-defined]
    assert BY_CODE[one.numerator].kind != "rate"  # type: ignore[attr-defined]


def test_parts_of_a_sum_have_the_unit_of_the_whole() -> None:
    for one in SUMS:
        assert {BY_CODE[code].unit for code in one.parts} == {BY_CODE[one.whole].unit}, one.whole


def test_a_rate_that_is_no_share_of_its_numbers_is_told() -> None:
    figures = _figures() | {"cb_rate": _rate("cb_rate", "95", 36, 39)}

    (found,) = check_figures(figures)

    assert (found.rule, found.severity, found.figures) == ("rate", "error", ("cb_rate",))
    assert "36÷39＝92.3%" in found.text


def test_less_than_none_is_told_but_of_money_that_was_taken_back() -> None:
    figures = _figures() | {
        "visit_units": _figure("visit_units", -3),
        "fund_in": _figure("fund_in", Decimal("-100.05")),
    }

    assert ("negative", "error", ("visit_units",)) in _rules(check_figures(figures))
    assert "negative" not in [one.rule for one in check_figures(figures, ("fund_in",))]


def test_a_rate_above_all_is_told_unless_it_is_of_a_task() -> None:
    figures = _figures() | {
        "cb_rate": _rate("cb_rate", "102.6", 40, 39),
        "task_unions_rate": _rate("task_unions_rate", "108.3", 26, 24),
    }

    assert _rules(check_figures(figures)) == [("over_all", "error", ("cb_rate",))]


def test_a_rate_beside_a_number_it_was_not_reckoned_from_is_told() -> None:
    figures = _figures(cb_units_signed=37, cb_units_scope=39) | {
        "cb_rate": _rate("cb_rate", "92.3", 36, 39)
    }

    assert _rules(check_figures(figures)) == [
        ("rate_basis", "warn", ("cb_rate", "cb_units_signed"))
    ]


@pytest.mark.parametrize(
    ("values", "rules"),
    [
        ({"unions_new": 26, "unions_new_single": 22, "unions_new_joint": 4}, []),
        ({"unions_new": 26, "unions_new_single": 22, "unions_new_joint": 3}, ["sum"]),
        ({"unions_new": 26, "unions_new_single": 22, "unions_new_joint": 5}, ["sum"]),
        ({"members_active": 100, "members_female": 101}, ["part"]),
        ({"cb_units_scope": 39, "cb_units_signed": 40}, ["part"]),
        ({"aid_amount": Decimal(900), "aid_from_own": Decimal(700)}, ["sum"]),
        ({"aid_amount": Decimal(900), "aid_from_own": Decimal(900)}, []),
        ({"workers": 0, "members_active": 40}, []),
    ],
    ids=str,
)
def test_parts_make_the_whole_and_never_more(values: Mapping[str, Value], rules: list[str]) -> None:
    assert [one.rule for one in check_figures(_figures(**values))] == rules


def test_money_without_a_source_is_only_a_hint() -> None:
    figures = _figures(aid_amount=Decimal(900), aid_from_own=Decimal(700))

    (found,) = check_figures(figures)

    assert (found.severity, found.text) == (
        "hint",
        "发放帮扶资金是900元，其中200元没有登记资金来源",
    )


def test_a_stock_is_that_of_before_with_what_came_and_went() -> None:
    before = _figures(unions_total=38)

    assert check_balances(_figures(unions_total=64, unions_net=26), before) == ()
    assert _rules(check_balances(_figures(unions_total=63, unions_net=26), before)) == [
        ("balance", "warn", ("unions_total", "unions_net"))
    ]


def test_members_who_keep_their_membership_for_later_are_no_contradiction() -> None:
    before = _figures(members_active=84, members_retained=0)
    now = _figures(members_active=141, members_net=59, members_retained=2)

    assert check_balances(now, before) == ()


def test_a_first_year_has_no_balance() -> None:
    assert check_balances(_figures(unions_total=64, unions_net=26), _figures()) == ()


def test_a_stock_that_grew_by_more_than_half_is_a_hint_and_a_flow_only_threefold() -> None:
    before = _figures(unions_total=40, events=40)

    found = check_leaps(_figures(unions_total=61, events=100), before)
    more = check_leaps(_figures(unions_total=60, events=121), before)

    assert _rules(found) == [("leap", "hint", ("unions_total",))]
    assert _rules(more) == [("leap", "hint", ("events",))]


def test_only_what_touches_the_wanted_figures_is_looked_at() -> None:
    figures = _figures(unions_new=26, unions_new_single=22, unions_new_joint=5) | {
        "cb_rate": _rate("cb_rate", "95", 36, 39)
    }

    assert [one.rule for one in check_figures(figures, ["unions_new_single"])] == ["sum"]
    assert [one.rule for one in check_figures(figures, ["cb_rate"])] == ["rate"]
    assert check_figures(figures, ["events"]) == ()
