"""Further figures of contracts, democracy, service, honours and funds, counted by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from models.figures.catalogue import Figures, compute
from models.periods import between, span_period, year_period
from models.records.activities import Event, EventMoney
from models.records.bargaining import Contract, Coverage
from models.records.base import Record
from models.records.budget import BudgetLine, CashItem
from models.records.congresses import Congress
from models.records.contests import Contest, ContestResult
from models.records.democracy import DemocracyYear, Harmony
from models.records.funds import FundIn, FundUnit
from models.records.hardship import Pairing
from models.records.hardship_file import HardshipFile
from models.records.honours import Honour, MediaReport, Output
from models.records.mutual import MutualClaim, MutualPolicy
from models.records.negotiation import Negotiation, Topic
from models.records.papers import Certificate, Document
from models.records.receipts import Dues
from models.records.reported import FigureException
from models.records.rights import LawLetter, RightsCase
from models.records.safety import Hazard, SafetyCheck, Training
from models.records.safety_contest import AnkangEntry
from models.records.service import Visit, VisitTalk
from models.records.venues import Venue, VenueYear
from models.values.dates import PartialDate

SPRING = date(2024, 4, 1)


def lay(desk: Any, *records: Record) -> list[Any]:
    """Write records without asking for what does not matter here."""
    with desk.store.change("新增"):
        return [desk.store.save_all([one])[0] for one in records]


def values(desk: Any, *codes: str, **options: Any) -> list[object]:
    return [desk.value(code, **options) for code in codes]


CONTRACT = Contract(
    unit_name="甲厂",
    kind="2",
    scope="1",
    signed_on=date(2024, 2, 1),
    valid_from=date(2024, 2, 1),
    valid_to=date(2025, 1, 31),
    workers_covered=100,
)


def test_contracts_take_effect_later_than_they_are_signed(desk: Any) -> None:
    lay(
        desk,
        replace(CONTRACT, effective_on=date(2024, 3, 1)),
        replace(CONTRACT, unit_name="乙厂", effective_on=date(2024, 6, 1)),
        replace(CONTRACT, unit_name="丙厂"),
        replace(CONTRACT, kind="3", workers_covered=30),
        replace(CONTRACT, kind="4"),
    )

    assert values(desk, "cb_units_signed", "cb_units_effective") == [3, 2]
    assert desk.value("cb_units_effective", as_of=SPRING) == 1
    assert values(desk, "cb_women_workers", "cb_units_safety") == [30, 1]


def test_one_contract_of_an_area_is_one_however_many_sign_it(desk: Any) -> None:
    area = replace(CONTRACT, scope="3", title="东片区域合同")
    lay(desk, area, replace(area, unit_name="乙厂"), CONTRACT)
    lay(desk, replace(CONTRACT, unit_name="丁厂", signed_on=date(2023, 12, 31)))

    assert values(desk, "cb_contracts_new", "cb_contracts_single") == [2, 2]


def test_an_enterprise_covered_twice_is_sealed_by_either_row(desk: Any) -> None:
    row = Coverage(unit_name="甲厂", year=2024)
    lay(desk, row, replace(row, sealed_on=date(2024, 3, 2)), replace(row, unit_name="乙厂"))

    assert values(desk, "cb_units_scope", "cb_units_sealed") == [2, 1]
    assert desk.value("cb_units_sealed", as_of=date(2024, 3, 1)) == 0


def test_negotiations_belong_to_the_days_on_which_they_begin(desk: Any) -> None:
    one, other = lay(
        desk,
        Negotiation(year=2024, offer_on=date(2023, 12, 20)),
        Negotiation(year=2024, started_on=date(2024, 8, 1)),
    )
    lay(desk, Topic(negotiation=one.id), Topic(negotiation=one.id), Topic(negotiation=other.id))

    assert values(desk, "nego_total", "nego_topics") == [1, 1]
    assert values(desk, "nego_total", "nego_topics", year=2023) == [1, 2]
    half = compute(desk.store, span_period(2024, "H1"))
    assert half["nego_total"].value == 0


def test_enterprises_that_enter_after_the_cut_off_are_not_yet_in(desk: Any) -> None:
    entry = AnkangEntry(unit_name="甲厂", year=2024, participants=80)
    lay(desk, entry, replace(entry, unit_name="乙厂", entered_on=date(2024, 5, 6)))

    assert values(desk, "ankang_units", "ankang_people") == [2, 160]
    assert values(desk, "ankang_units", "ankang_people", as_of=SPRING) == [1, 80]


def test_an_application_counts_by_its_day_and_without_one_by_its_year(desk: Any) -> None:
    lay(
        desk,
        Harmony(unit_name="甲厂", year=2024, applied_on=PartialDate(2023, 11)),
        Harmony(unit_name="乙厂", year=2024),
    )

    assert desk.value("harmony_applied") == 1
    assert desk.value("harmony_applied", year=2023) == 1


def test_a_budget_is_met_by_the_cash_of_its_own_year(desk: Any) -> None:
    lay(
        desk,
        BudgetLine(year=2024, kind="1", account="501", planned=1_000_00),
        BudgetLine(year=2024, kind="1", account="401", planned=500_00),
        CashItem(paid_on=date(2023, 11, 1), direction="2", account="501", amount=900_00),
        CashItem(paid_on=date(2024, 2, 1), direction="2", account="50102", amount=200_00),
        CashItem(paid_on=date(2024, 9, 1), direction="2", account="501", amount=300_00),
        CashItem(paid_on=date(2024, 9, 2), direction="1", account="401", amount=50_00),
    )

    assert values(desk, "budget_spend", "budget_income", "budget_spend_rate", "cash_net") == [
        Decimal(1000),
        Decimal(500),
        Decimal(50),
        Decimal(-450),
    ]
    second_half = compute(desk.store, span_period(2024, "H2"))
    assert second_half["budget_spend_rate"].numerator == Decimal(500)
    statistics = compute(desk.store, between(date(2023, 10, 1), date(2024, 6, 30)))
    assert statistics["budget_spend_rate"].numerator == Decimal(200)


def test_delegates_and_ticks_of_democracy(desk: Any) -> None:
    lay(
        desk,
        Congress(title="一", held_on=PartialDate(2024, 3), attended=40, women=12),
        Congress(title="二", held_on=PartialDate(2024, 5), attended=25),
        Congress(title="旧", held_on=PartialDate(2023, 5), attended=99, women=50),
        DemocracyYear(unit_name="甲厂", year=2024, has_column=False),
        DemocracyYear(unit_name="甲厂", year=2024, has_column=True),
        DemocracyYear(unit_name="乙厂", year=2023, has_safety_delegate=True),
    )

    assert values(
        desk, "dm_delegates", "dm_delegates_women", "dm_columns", "dm_safety_delegates"
    ) == [65, 12, 1, 0]


def test_people_who_were_met(desk: Any) -> None:
    visit, old = lay(desk, Visit(visited_on=SPRING), Visit(visited_on=date(2023, 4, 1)))
    lay(
        desk,
        VisitTalk(visit=visit.id, person_name="张三", unit_name="甲厂"),
        VisitTalk(visit=visit.id, person_name="张三", unit_name="甲 厂"),
        VisitTalk(visit=visit.id, person_name="张三", unit_name="乙厂"),
        VisitTalk(visit=old.id, person_name="李四"),
    )
    venue, _closed = lay(
        desk,
        Venue(name="驿站", kind="3", opened_on=PartialDate(2024)),
        Venue(name="书屋", kind="2", opened_on=PartialDate(2024, 2), status="2"),
    )
    lay(desk, Venue(name="小屋", kind="6"), VenueYear(venue=venue.id, year=2024, activity_count=9))
    file, gone = lay(
        desk,
        HardshipFile(status="3", category="2", person_name="赵"),
        HardshipFile(status="5", category="2", person_name="钱"),
    )
    lay(desk, Pairing(household=file.id, visits=3), Pairing(household=gone.id, visits=5))

    assert values(
        desk,
        *("visit_people", "venues_new", "venues_kind_6", "venue_activities", "hard_visits"),
        *("hard_category_2", "hard_category_1"),
    ) == [2, 1, 1, 9, 3, 1, 0]


def test_honours_and_papers_by_kind(desk: Any) -> None:
    lay(
        desk,
        Honour(
            title="先进",
            grade="3",
            owner_kind="2",
            issuer="县总工会",
            awarded_on=SPRING,
        ),
        Honour(
            title="标兵",
            grade="4",
            owner_kind="4",
            issuer="县总工会",
            awarded_on=SPRING,
        ),
        Honour(
            title="优秀",
            owner_kind="4",
            is_given=True,
            issuer="县总工会",
            awarded_on=SPRING,
        ),
        Honour(
            title="班组",
            owner_kind="3",
            is_given=True,
            issuer="县总工会",
            awarded_on=SPRING,
        ),
        MediaReport(title="报道", level="2", published_on=SPRING),
        Output(title="片", kind="5", done_on=SPRING),
        Document(title="通知", issued_on=SPRING),
        Certificate(holder="张三", awarded_on=SPRING),
    )

    assert values(
        desk,
        *("honors_grade_3", "honors_grade_5", "honors_holder_4", "honors_given_units"),
        *("honors_given_people", "media_grade_2", "outputs_kind_5", "docs_issued"),
        "certificates_awarded",
    ) == [1, 0, 1, 1, 1, 1, 1, 1, 1]


def test_cases_letters_and_hazards_by_kind(desk: Any) -> None:
    check = lay(desk, SafetyCheck(on_date=SPRING, hazards_closed=4))[0]
    lay(
        desk,
        RightsCase(received_on=SPRING, source="4", cause="1"),
        RightsCase(received_on=SPRING, source="1", cause="1"),
        RightsCase(received_on=SPRING, source="1", cause="1", refusal="不属于"),
        LawLetter(kind="2", issued_on=SPRING),
        Hazard(safety_check=check.id, grade="2", found_on=SPRING),
        Training(start_on=SPRING, kind="2", headcount=30, pass_count=28),
        Training(start_on=SPRING, kind="1", headcount=50, pass_count=None),
    )

    assert values(
        desk,
        *("cases_source_1", "cases_source_4", "cases_cause_1", "law_letters_2", "law_letters_1"),
        *("hazards_major", "train_passed"),
    ) == [1, 1, 2, 1, 0, 1, 28]


def test_a_check_that_found_nothing_closed_nothing(desk: Any) -> None:
    lay(desk, SafetyCheck(on_date=SPRING, hazards_closed=4))
    lay(desk, SafetyCheck(on_date=SPRING, hazards_found=5, hazards_closed=3))

    assert values(desk, "hazards_found", "hazards_closed", "hazards_rate") == [5, 3, Decimal(60)]


def test_contests_of_each_kind_and_who_rose_by_them(desk: Any) -> None:
    drill, other = lay(
        desk,
        Contest(title="练兵", kind="4", started_on=PartialDate(2024, 3)),
        Contest(title="比武", kind="3", started_on=PartialDate(2023, 3)),
    )
    lay(
        desk,
        ContestResult(contest=drill.id, person_name="张三", level_after="3"),
        ContestResult(contest=drill.id, person_name="李四"),
        ContestResult(contest=other.id, person_name="王五", level_after="2"),
    )

    assert values(desk, "comp_kind_4", "comp_kind_3", "comp_promoted") == [1, 0, 1]


def test_funds_by_who_paid_and_what_was_told(desk: Any) -> None:
    month = PartialDate(2024, 3)
    claim = MutualClaim(paid_on=SPRING, amount=100_00, id_no="1")
    policy = lay(desk, MutualPolicy(unit_name="甲厂", start_on=SPRING))[0]
    lay(
        desk,
        FundUnit(unit_name="小学", mode="3"),
        FundIn(unit_name="小学", ym=month, amount=300_00),
        FundIn(unit_name="中学", ym=month, amount=200_00, way="2"),
        FundIn(unit_name="甲厂", ym=month, amount=-50_00, way="3"),
        FundIn(unit_name="合计", ym=month, amount=450_00, way="3", is_month_total=True),
        Dues(union_name="甲厂工会", ym=month, amount=10_00),
        Dues(union_name="甲厂工会", ym=PartialDate(2024, 4), amount=10_00),
        Dues(union_name="乙厂工会", ym=month, amount=0),
        replace(claim, policy=policy.id),
        replace(claim, policy=policy.id),
    )

    assert values(
        desk, "fund_treasury_in", "fund_units_paid", "dues_unions", "mi_claims", "mi_claims_people"
    ) == [Decimal(500), 2, 1, 2, 1]


def test_care_by_who_paid_for_it(desk: Any) -> None:
    care, other = lay(
        desk, Event(kind="13", held_on=SPRING), Event(kind="3", held_on=SPRING, cost=100_00)
    )
    lay(
        desk,
        EventMoney(event=care.id, source="1", amount=500_00),
        EventMoney(event=care.id, source="5", amount=200_00),
        EventMoney(event=other.id, source="1", amount=900_00),
    )

    assert values(desk, "condolence_from_1", "condolence_from_5", "condolence_from_9") == [
        Decimal(500),
        Decimal(200),
        Decimal(0),
    ]


def test_what_the_clerk_leaves_out_is_left_out_of_quick_numbers_too(desk: Any) -> None:
    visit, _other = lay(desk, Visit(visited_on=SPRING), Visit(visited_on=SPRING))
    lay(
        desk,
        FigureException(
            kind="1",
            figure="visit_times",
            first=date(2024, 1, 1),
            last=date(2024, 12, 31),
            source_table="visit",
            source=visit.id,
            reason="重复",
        ),
    )

    figures = Figures(desk.store, year_period(2024))

    assert figures["visit_times"].value == 1
    assert figures["visit_units"].value == 1
    assert [one.id for one in figures["visit_times"].records] == [_other.id]


def test_the_year_before_reads_no_list_again(desk: Any) -> None:
    lay(desk, Visit(visited_on=SPRING), Venue(name="驿站", kind="3"))
    figures = Figures(desk.store, year_period(2024))
    asked: list[str] = []

    assert figures["venues"].value == 1
    desk.store.connection.set_trace_callback(asked.append)
    before = figures.before["venues"].value, figures.before["visit_times"].value
    desk.store.connection.set_trace_callback(None)

    assert before == (1, 0)
    assert not [one for one in asked if 'FROM "venue"' in one]
    assert [one for one in asked if 'FROM "visit"' in one and "BETWEEN" in one]
