"""Households in hardship: one file each, a life cycle, people who stand by them."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from models.errors import Problem
from models.figures.catalogue import compute
from models.hardship import decide, fill_from_members
from models.periods import year_period
from models.records.hardship import HardshipMember, Pairing, Review
from models.records.hardship_file import HardshipFile
from models.records.local import LocalRule
from models.records.town import Town
from models.rules import checking
from models.rules.hardship import missing_of, passes_luhn
from models.rules.hardship_category import lines_of, suggest_category
from models.sheets.answers import Answers
from models.sheets.committing import commit_import
from models.sheets.planning import plan_import
from models.store import Store
from models.values.dates import PartialDate
from tests.households import YUAN, file_of, id_number, keep, said, value_of

SAMPLES = Path(__file__).parents[1] / "samples"
EXPECTED = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    town = Town(
        name="青石镇",
        union_name="青石镇总工会",
        parent_union="云台县总工会",
        year=2024,
        rule_region="shandong",
    )
    with Store.create(tmp_path / "office.db", town) as made:
        yield made


# One file a household


def test_the_id_number_fills_in_birth_and_sex(store: Store) -> None:
    saved = file_of(store, "柳青", 12, category="2")

    assert saved.born_on == date(1975, 4, 12)
    assert saved.sex == "2"
    assert saved.category_scheme == "B"


def test_an_id_number_lives_in_one_live_file_only(store: Store) -> None:
    first = file_of(store, "柳青", 12)

    refused = said(HardshipFile(person_name="柳青", id_no=first.id_no, status="2"), store)
    ended = said(HardshipFile(person_name="柳青", id_no=first.id_no, status="4"), store)

    assert refused == {"id_no": "一户一档：这个身份证号已在“柳青”的档案里"}
    assert "id_no" not in ended


def test_a_household_that_left_may_be_filed_again(store: Store) -> None:
    file_of(store, "柳青", 12, status="4", left_on=PartialDate(2023, 9, 1))

    again = HardshipFile(person_name="柳青", id_no=id_number(12), status="1")

    assert said(again, store) == {}


def test_members_belong_to_one_household_and_not_to_the_worker_twice(store: Store) -> None:
    first, second = file_of(store, "柳青", 12), file_of(store, "方舟", 25)
    keep(store, HardshipMember(household=first.id, name="柳絮", relation="3", id_no=id_number(40)))

    stranger = HardshipMember(household=second.id, name="柳絮", relation="3", id_no=id_number(40))
    oneself = HardshipMember(household=second.id, name="方舟", relation="10", id_no=second.id_no)
    head = HardshipFile(person_name="柳絮", id_no=id_number(40), status="3")

    assert "“柳青”" in said(stranger, store)["id_no"]
    assert "本人" in said(oneself, store)["id_no"]
    assert "“柳青”" in said(head, store)["id_no"]


def test_a_birthday_other_than_that_of_the_id_number_cannot_be(store: Store) -> None:
    wrong = HardshipFile(person_name="柳青", id_no=id_number(12), born_on=date(1976, 4, 12))

    assert said(wrong, store) == {"born_on": "与身份证号中的1975-04-12不一致"}


@pytest.mark.parametrize(
    ("number", "is_right"),
    [
        ("6217990000000000014", True),
        ("6217990000000000015", False),
        ("62179900", False),
        ("6217 9900 0000 0000 014", True),
        ("621799000000000001X", False),
    ],
)
def test_card_numbers_carry_a_check_digit(store: Store, number: str, is_right: bool) -> None:
    file = HardshipFile(person_name="柳青", id_no=id_number(12), card_no=number)

    assert passes_luhn(number) is is_right
    assert ("card_no" in said(file, store, "warn")) is not is_right
    assert said(file, store) == {}


# Dates and money of a file


def test_the_steps_of_filing_come_one_after_the_other(store: Store) -> None:
    file = HardshipFile(
        person_name="柳青",
        id_no=id_number(12),
        applied_on=date(2024, 3, 1),
        visited_on=date(2024, 2, 1),
        posted_from=date(2024, 3, 10),
        posted_to=date(2024, 3, 9),
    )

    assert set(said(file, store)) == {"visited_on", "posted_to"}


@pytest.mark.parametrize(("last", "is_short"), [(14, True), (15, False)])
def test_posting_takes_the_working_days_that_the_local_rule_says(
    store: Store, last: int, is_short: bool
) -> None:
    file = HardshipFile(
        person_name="柳青",
        id_no=id_number(12),
        posted_from=date(2024, 3, 8),
        posted_to=date(2024, 3, last),
    )

    warned = said(file, store, "warn")

    assert ("posted_to" in warned) is is_short
    assert not is_short or "5个工作日" in warned["posted_to"]


def test_the_income_a_head_is_worked_out_when_it_is_blank() -> None:
    file = HardshipFile(total_income=60_000 * YUAN, rigid_expense=24_000 * YUAN, household_size=3)

    filled = checking.complete(file)
    typed = checking.complete(replace(file, income_per_head=500 * YUAN))

    assert filled.income_per_head == 1_000 * YUAN
    assert typed.income_per_head == 500 * YUAN


def test_an_income_a_head_that_the_rest_does_not_give_is_doubted(store: Store) -> None:
    file = HardshipFile(
        person_name="柳青",
        id_no=id_number(12),
        total_income=36_000 * YUAN,
        household_size=3,
        income_per_head=800 * YUAN,
    )

    assert "1,000.00元" in said(file, store, "warn")["income_per_head"]


def test_size_and_incomes_follow_from_the_members(store: Store) -> None:
    file = file_of(store, "柳青", 12, own_income=2_000 * YUAN, other_income=600 * YUAN)
    keep(
        store,
        HardshipMember(household=file.id, name="柳絮", relation="3", monthly_income=0),
        HardshipMember(household=file.id, name="田野", relation="1", monthly_income=500 * YUAN),
    )

    filled = fill_from_members(store, file)

    assert filled.household_size == 3
    assert filled.total_income == 30_600 * YUAN
    assert filled.income_per_head == 850 * YUAN
    doubted = said(replace(filled, household_size=2), store, "warn")
    assert doubted["household_size"] == "家庭成员登记了2人，加本人是3人，请核对"


def test_what_the_national_form_still_lacks_is_named() -> None:
    assert "民族" in missing_of(HardshipFile(person_name="柳青"))
    assert "民族" not in missing_of(HardshipFile(person_name="柳青", nation="01"))


# The suggested category


@pytest.mark.parametrize(
    ("income", "expense", "scheme", "suggested"),
    [
        (699, 0, "", "1"),
        (700, 0, "", "2"),
        (1_399, 0, "", "2"),
        (1_400, 0, "", "0"),
        (1_400, 13_440, "", "3"),
        (1_400, 13_439, "", "0"),
        (699, 0, "A", "11"),
    ],
)
def test_the_income_speaks_for_a_category_by_the_local_lines(
    store: Store, income: int, expense: int, scheme: str, suggested: str
) -> None:
    keep(store, LocalRule(rule="hard_dibao_month", value="700", valid_from=date(2020, 1, 1)))
    file = HardshipFile(
        income_per_head=income * YUAN,
        total_income=16_800 * YUAN,
        hardship_expense=expense * YUAN,
        category_scheme=scheme,
    )

    assert suggest_category(file, lines_of(store, date(2024, 1, 1))) == suggested


def test_without_the_local_minimum_nothing_is_suggested(store: Store) -> None:
    assert suggest_category(HardshipFile(income_per_head=1), lines_of(store, None)) == ""


def test_another_category_than_suggested_is_told_and_never_written(store: Store) -> None:
    keep(store, LocalRule(rule="hard_dibao_month", value="700", valid_from=date(2020, 1, 1)))
    file = file_of(store, "柳青", 12, category="1", income_per_head=1_000 * YUAN)

    assert file.category == "1"
    assert "“相对困难”" in said(file, store, "warn")["category"]


# The life cycle


def test_only_what_is_on_file_on_the_day_counts(store: Store) -> None:
    file_of(store, "柳青", 12)
    file_of(store, "方舟", 25, status="2", filed_on=None)
    file_of(store, "田野", 38, filed_on=PartialDate(2025, 1, 5))
    file_of(store, "秦川", 51, status="4", left_on=PartialDate(2025, 3, 1))
    file_of(store, "于飞", 64, status="5", left_on=PartialDate(2024, 3, 1))
    file_of(store, "江河", 77, status="4")

    names = {
        year: sorted(
            one.person_name
            for one in compute(store, year_period(year))["hard_on_file"].records
            if isinstance(one, HardshipFile)
        )
        for year in (2023, 2024, 2025)
    }

    assert names == {
        2023: ["于飞", "柳青", "秦川"],
        2024: ["柳青", "秦川"],
        2025: ["柳青", "田野"],
    }


@pytest.mark.parametrize(
    ("decision", "reason", "status"), [("3", "1", "4"), ("4", "3", "5"), ("1", "", "3")]
)
def test_a_decision_changes_the_file_in_one_step(
    store: Store, decision: str, reason: str, status: str
) -> None:
    file = file_of(store, "柳青", 12, status="6")
    (review,) = keep(
        store,
        Review(
            household=file.id,
            reviewed_on=date(2024, 11, 20),
            approved_on=date(2024, 11, 28),
            decision=decision,
            reason=reason,
        ),
    )
    assert isinstance(review, Review)
    assert "落实结论" in said(review, store, "warn")["decision"]

    decided = decide(store, review)

    assert decided.status == status
    assert decided.left_on == (PartialDate(2024, 11, 28) if status != "3" else None)
    assert said(review, store, "warn") == {}
    with pytest.raises(Problem, match="已经与复核结论一致"):
        decide(store, review)
    store.undo()
    assert store.get(HardshipFile, file.id or 0) == file


def test_a_review_may_only_change_the_category(store: Store) -> None:
    file = file_of(store, "柳青", 12, category="1")
    (review,) = keep(
        store,
        Review(household=file.id, reviewed_on=date(2024, 5, 1), decision="2", category="12"),
    )
    assert isinstance(review, Review)

    decided = decide(store, review)

    assert (decided.status, decided.category, decided.category_scheme) == ("3", "12", "A")


def test_leaving_the_file_needs_a_reason(store: Store) -> None:
    file = file_of(store, "柳青", 12)

    assert set(
        said(Review(household=file.id, reviewed_on=date(2024, 5, 1), decision="3"), store)
    ) == {"reason"}


def test_who_left_is_counted_in_the_year_of_leaving(store: Store) -> None:
    file_of(store, "柳青", 12, status="4", left_on=PartialDate(2024, 6, 1))
    file_of(store, "方舟", 25, status="4", left_on=PartialDate(2023, 6, 1))
    undated = file_of(store, "田野", 38, status="4")
    keep(
        store,
        Review(household=undated.id, reviewed_on=date(2024, 7, 1), decision="3", reason="1"),
    )

    assert value_of(store, "hard_relieved") == 2
    assert value_of(store, "hard_relieved", 2023) == 1
    assert value_of(store, "hard_new", 2023) == 3


# Pairing


def pairing_of(file: HardshipFile, helper: str, **values: object) -> Pairing:
    given: dict[str, object] = {
        "household": file.id,
        "household_name": file.person_name,
        "helper_name": helper,
        "from_on": PartialDate(2024, 3, 5),
        "to_on": PartialDate(2024, 12, 31),
        **values,
    }
    return Pairing(**given)  # type: ignore[arg-type]


def test_households_with_two_helpers_count_once_and_those_over_not_at_all(store: Store) -> None:
    first, second, third = (file_of(store, n, s) for n, s in (("甲", 12), ("乙", 25), ("丙", 38)))
    gone = file_of(store, "丁", 51, status="4", left_on=PartialDate(2024, 5, 1))
    keep(
        store,
        pairing_of(first, "林静"),
        pairing_of(first, "白桦"),
        pairing_of(second, "林静"),
        pairing_of(third, "林静", to_on=PartialDate(2024, 6, 30)),
        pairing_of(gone, "林静"),
    )

    figure = compute(store, year_period(2024))["hard_paired"]

    assert figure.value == 2
    assert len(figure.records) == 3
    assert value_of(store, "hard_helpers") == 2


def test_a_pairing_needs_a_file_that_is_alive(store: Store) -> None:
    posted = file_of(store, "甲", 12, status="2", filed_on=None)
    gone = file_of(store, "乙", 25, status="4", left_on=PartialDate(2024, 2, 1))

    assert "household" in said(pairing_of(posted, "林静"), store)
    assert "household" in said(pairing_of(gone, "林静"), store)
    before = pairing_of(
        gone, "林静", from_on=PartialDate(2023, 3, 5), to_on=PartialDate(2023, 12, 31)
    )
    assert said(before, store) == {}


# Lists


@pytest.fixture(scope="module")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    town = Town(name="示例镇", union_name="示例镇总工会", parent_union="示例县总工会", year=2024)
    answers = Answers.from_json(EXPECTED["clerk_answers"])
    with Store.create(tmp_path_factory.mktemp("office") / "示例镇.db", town) as made:
        for number in ("01", "10"):
            path = next(SAMPLES.glob(f"{number}_*.xlsx"))
            commit_import(made, plan_import(made, path, answers=answers))
        yield made


@pytest.mark.parametrize("code", ["hard_on_file", "hard_paired"])
def test_the_sample_township_counts_as_its_key_says(sample_store: Store, code: str) -> None:
    assert value_of(sample_store, code) == EXPECTED["figures"][code]["value"]


def test_pairings_of_a_list_find_their_file_by_name(sample_store: Store) -> None:
    files = {one.id: one for one in sample_store.all(HardshipFile)}
    pairs = sample_store.all(Pairing)

    assert len(pairs) == 52
    assert all(files[one.household].person_name == one.household_name for one in pairs)
    assert all(files[one.household].unit == one.unit for one in pairs)
