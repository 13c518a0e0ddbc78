"""Whatever is in the file, a figure is what a plain recount of its records says."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.figures.catalogue import FIGURES, compute
from models.figures.figure import Figure
from models.periods import Period, between, statistics_year, year_period
from models.practice import build_practice_town
from models.records.bargaining import Contract, Coverage
from models.records.unions import Union, UnionUnit
from models.records.units import Unit
from models.store import Store
from models.values.dates import PartialDate

EVENT_KINDS = (
    *("drills", "warmth", "cooling", "study", "women"),
    *("family", "jobs", "mind", "rest", "centre"),
)
WEIGHTS: Mapping[str, str] = {
    "union_members": "members_total",
    "issued_seals": "quantity",
    "issued_plates": "quantity",
    "issued_boards": "quantity",
    "cb_workers": "workers_covered",
    "cb_surveyed": "unit_count",
    "cb_trained": "headcount",
    "comp_sessions": "sessions",
    "comp_people": "headcount",
    "comp_participants": "headcount",
    "sugg_qty": "quantity",
    "sugg_adopted": "adopted_count",
    "sugg_done": "done_count",
    "sugg_benefit": "benefit",
    "tech_invested": "invested",
    "tech_benefit": "benefit",
    "fund_tax_in": "amount",
    "fund_in": "amount",
    "fund_remitted": "amount",
    "fund_returned": "amount",
    "fund_prep_in": "amount",
    "dues_total": "amount",
    "cash_in": "amount",
    "cash_out": "amount",
    "nego_return_rate": "returned",
    "nego_valid_rate": "valid",
    "visit_talk": "talk_count",
    "survey_issued": "issued",
    "survey_returned": "returned",
    "survey_return_rate": "returned",
    "survey_valid_rate": "valid",
    "issues_people": "headcount",
    "venue_served": "served_count",
    "venue_spent": "spent",
    "hard_people": "household_size",
    **{
        f"aid_{of}_amount": "amount"
        for of in (
            *("in_kind", "warmth", "living", "medical", "study", "emergency", "model"),
            *("cooling", "illness", "goods"),
        )
    },
    **{
        f"aid_from_{of}": "amount"
        for of in (
            *("central", "provincial", "county", "upper", "own", "donated"),
            *("government", "other"),
        )
    },
    "aid_amount": "amount",
    "case_heads": "heads",
    "case_amount": "amount",
    "case_wage_heads": "heads",
    "ankang_people": "participants",
    "ankang_teams": "teams",
    "ankang_activity_people": "headcount",
    "train_people": "headcount",
    "train_all_people": "headcount",
    "exam_rate": "headcount",
    "exam_abnormal": "abnormal",
    "contest_people": "headcount",
    "events_people": "headcount",
    "sport_people": "headcount",
    "law_people": "headcount",
    "condolence_people": "headcount",
    "condolence_households": "households",
    **{f"events_{kind}_people": "headcount" for kind in EVENT_KINDS},
    **{f"events_{kind}_households": "households" for kind in ("warmth", "cooling", "study")},
    "exam_occupational": "headcount",
    "exam_women": "headcount",
    "mi_places": "shares",
    "mi_fees": "fee_total",
    "mi_claims_amount": "amount",
    "union_workers": "workers_total",
    "union_members_female": "members_female",
    "union_staff_fulltime": "staff_fulltime",
    "union_staff_parttime": "staff_parttime",
    **{
        f"{of}{end}": f"workers{end or '_total'}"
        for of in ("workers", "workers_union")
        for end in ("", "_female", "_migrant")
    },
    "cb_women_workers": "workers_covered",
    "dm_delegates": "attended",
    "dm_delegates_women": "women",
    "train_passed": "pass_count",
    **{
        f"train_{of}_people": "headcount"
        for of in ("union", "bargaining", "finance", "women", "skills", "law", "officers")
    },
    "venue_activities": "activity_count",
    "hard_visits": "visits",
    "fund_treasury_in": "amount",
    "fund_duns_amount": "arrears",
    "fund_prep_returned": "returned",
    "budget_income": "planned",
    "budget_spend": "planned",
    **{f"condolence_from_{of}": "amount" for of in (1, 2, 3, 4, 5, 6, 7, 9)},
    "meetings_people": "headcount",
}
# Distinct people, or what details tell in place of totals: recounted in the tests of their areas.
TOLD_BY_DETAILS = frozenset(
    {
        *("hard_helpers", "aid_people", "aid_households", "ankang_score", "case_recovered"),
        *("safety_check_units", "safety_units_checked"),
        *("hazards_found", "hazards_closed", "hazards_rate"),
        *("condolence_money", "events_money", "mi_units", "mi_people"),
        *(f"events_{kind}_money" for kind in EVENT_KINDS),
        *("visit_units", "hard_reviews", "aid_students"),
        *(f"aid_students_{level}" for level in range(1, 8)),
        *("mi_claims_people", "exam_people", "exam_occupational", "exam_women"),
        *("unions_net", "members_net", "cash_net", "cb_lowest_wage"),
    }
)
# Numbers that somebody set or that are lengths of time.
NOT_COUNTED = {
    *("fund_due", "fund_arrears", "fund_arrears_units", "fund_tax_task", "receipts_left"),
    "cb_months",
    "task_unions",
}
# Each union gives its roster's members or, without a roster, those that it declares.
OF_ROSTER_OR_DECLARED = {"members_in_unions", "joining_rate", "joining_rate_all"}
PERIODS = (
    year_period(2023),
    year_period(2024),
    year_period(2024, date(2024, 6, 30)),
    statistics_year(2024),
    between(date(2022, 1, 1), date(2024, 12, 31)),
    year_period(2031),
)
NAMES = ("甲厂", "乙厂", "丙店", "丁村")


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with build_practice_town(tmp_path_factory.mktemp("practice") / "青禾镇.db") as made:
        yield made


def recounted(figure: Figure) -> int | Decimal:
    name = WEIGHTS.get(figure.code)
    found = sum((getattr(one, name) or 0) if name else 1 for one in figure.records)
    return Decimal(found) / 100 if figure.definition.unit == "元" else found


def rounded(figure: Figure) -> Fraction:
    share = 1000 * Fraction(figure.numerator or 0) / Fraction(figure.denominator or 1)
    return Fraction(int(share + Fraction(1, 2)), 10)


def hold(figures: Mapping[str, Figure]) -> None:
    """Assert what is true of every figure of every file."""
    for code, figure in figures.items():
        assert len({type(one) for one in figure.records}) <= 1, code
        assert len({one.id for one in figure.records}) == len(figure.records), code
        if figure.definition.kind == "rate":
            is_of_money = isinstance(figure.numerator, Decimal)
            is_sum = is_of_money or code in OF_ROSTER_OR_DECLARED | TOLD_BY_DETAILS
            assert is_sum or figure.numerator == recounted(figure), code
            assert (figure.value is None) == (not figure.denominator), code
            if figure.value is not None:
                assert Fraction(figure.value) == rounded(figure), code
        elif code not in NOT_COUNTED | OF_ROSTER_OR_DECLARED | TOLD_BY_DETAILS:
            assert figure.value == recounted(figure), code
        assert figure.is_there == bool(figure.value)
        assert (figure.text == "") == (figure.value is None)


@pytest.mark.parametrize("period", PERIODS, ids=Period.words)
def test_every_figure_is_the_sum_of_its_records(practice: Store, period: Period) -> None:
    hold(compute(practice, period))


@pytest.mark.parametrize("period", PERIODS, ids=Period.words)
def test_figures_that_split_another_one_add_up(practice: Store, period: Period) -> None:
    value: Callable[[str], Any] = lambda code: compute(practice, period)[code].value  # noqa: E731

    assert value("unions_new") == value("unions_new_single") + value("unions_new_joint")
    assert value("unit_maintained") <= value("unit_total")
    assert value("dm_disclosed") <= value("above_scale_total")
    assert value("unions_new") <= value("unions_total")


def test_every_figure_says_what_it_is() -> None:
    codes = [one.code for one in FIGURES]

    assert len(set(codes)) == len(codes)
    assert len({one.label for one in FIGURES}) == len(codes)
    for one in FIGURES:
        assert all((one.label, one.unit, one.basis))
        assert (one.kind == "rate") == (one.unit == "%")


days = st.dates(date(2022, 1, 1), date(2026, 12, 31))
partial = st.builds(
    lambda day, parts: PartialDate(*(day.year, day.month, day.day)[:parts]), days, st.integers(1, 3)
)
workers = st.none() | st.integers(0, 300)
unit_numbers = st.none() | st.integers(1, len(NAMES))
contracts = st.builds(
    Contract,
    unit=unit_numbers,
    unit_name=st.sampled_from(("甲厂", "甲 厂", "丙店", "别的厂")),
    kind=st.sampled_from("122"),
    signed_on=days,
    valid_from=days,
    valid_to=days,
    ended_on=st.none() | days,
    workers_covered=workers,
)
coverages = st.builds(
    Coverage,
    unit=unit_numbers,
    unit_name=st.sampled_from(NAMES),
    year=st.integers(2023, 2025),
    left_on=st.none() | days,
)
unions = st.builds(
    Union,
    name=st.sampled_from(("一", "二", "三")),
    org_type=st.sampled_from(("10", "20", "30")),
    unit=unit_numbers,
    founded_on=partial,
    status=st.sampled_from(("established", "revoked", "preparing", "overdue")),
    ended_on=st.none() | days,
    members_total=workers,
)
covered = st.builds(
    UnionUnit,
    unit=unit_numbers,
    unit_name=st.sampled_from(NAMES),
    joined_on=st.none() | partial,
    left_on=st.none() | days,
)
periods = st.builds(year_period, st.integers(2022, 2026), st.none() | days)


def identity(row: Any) -> int | str:
    name = row.unit_name.replace(" ", "")
    return row.unit or (NAMES.index(name) + 1 if name in NAMES else name)


def naive_contracts(rows: list[Contract], day: date) -> dict[int | str, int]:
    most: dict[int | str, int] = {}
    for one in rows:
        assert one.signed_on
        assert one.valid_from
        assert one.valid_to
        in_force = one.signed_on <= day and one.valid_from <= day <= one.valid_to
        if one.kind == "2" and in_force and not (one.ended_on and one.ended_on <= day):
            unit = identity(one)
            most[unit] = max(most.get(unit, 0), one.workers_covered or 0)
    return most


def naive_unions(rows: list[Union], day: date) -> list[Union]:
    alive = []
    for one in rows:
        assert one.founded_on
        has_begun = one.founded_on.first() <= day
        has_ended = one.ended_on <= day if one.ended_on else one.status in ("revoked", "preparing")
        if one.org_type != "30" and has_begun and not has_ended:
            alive.append(one)
    return alive


@given(
    rows=st.lists(contracts, max_size=8),
    scope=st.lists(coverages, max_size=8),
    founded=st.lists(unions, max_size=5),
    parts=st.lists(covered, max_size=6),
    period=periods,
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_random_files_are_counted_as_a_plain_recount_does(
    store: Store,
    rows: list[Contract],
    scope: list[Coverage],
    founded: list[Union],
    parts: list[UnionUnit],
    period: Period,
) -> None:
    if store.count(Unit) == 0:
        with store.change("新增单位"):
            store.insert_all([Unit(name=name, carrier_type="01") for name in NAMES])
    with store.change("新增") as operation:
        store.insert_all(rows)
        store.insert_all(scope)
        saved = store.save_all(founded)
        joint = [one for one in saved if one.org_type == "20"]
        if joint:
            store.insert_all([replace(one, union=joint[0].id) for one in parts])

    figures = compute(store, period)

    hold(figures)
    day = period.as_of
    signed = naive_contracts(rows, day)
    in_scope = {
        identity(one)
        for one in scope
        if one.year == period.year and not (one.left_on and one.left_on <= day)
    }
    alive = naive_unions(founded, day)
    assert figures["cb_units_signed"].value == len(signed)
    assert figures["cb_workers"].value == sum(signed.values())
    assert figures["cb_units_scope"].value == len(in_scope)
    assert {identity(one) for one in figures["cb_rate"].others} == in_scope - set(signed)
    assert figures["unions_total"].value == len(alive)
    assert figures["union_members"].value == sum(one.members_total or 0 for one in alive)
    if any((rows, scope, founded)):
        store.undo_operation(operation.id)
