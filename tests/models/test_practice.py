"""The practice town is invented, in order, always the same, and fills every sentence."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from models.errors import Problem
from models.fields import CreditCode, Phone, fields_of
from models.figures.catalogue import compute
from models.figures.figure import Figure
from models.periods import year_period
from models.practice import build_practice_town
from models.records import RECORDS
from models.records.access import StartPassword
from models.records.attachments import Attachment
from models.records.bargaining import Campaign, CampaignMember, CampaignStep, Contract, Coverage
from models.records.closing import YearClosing
from models.records.papers import Certificate, Document
from models.records.summary import SummaryText
from models.records.unions import Union, UnionTerm
from models.records.units import MaintenanceItem, Unit
from models.rules import checking
from models.store import Store
from models.targets import progress

# What a town is glad not to have, and what a small one has none of.
NOTHING_TO_REPORT = frozenset(
    {
        "women_committees_due",
        "chairs_vacant",
        "unions_revoked",
        "members_of_joint",
        "unions_trade",
        "unions_new_joint_park",
        "union_staff_fulltime",
        "officers_seconded",
        "officers_supervision",
        "units_union_overseas_chinese",
        "units_union_social",
        "units_union_other",
        "cb_contracts_trade",
        "cb_run_out",
        "cb_units_safety",
        "tech_inventions",
        "comp_promoted",
        "model_hardship",
        "venues_new",
        "events_cooling_households",
        "honors_given_units",
    }
)
# Figures of one line of a code table; no town has something of every kind.
OF_ONE_KIND = re.compile(r"\w+_\d+|train_(bargaining|skills|law|officers)_(sessions|people)")


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with build_practice_town(tmp_path_factory.mktemp("practice") / "青禾镇.db") as made:
        yield made


@pytest.fixture(scope="module")
def figures(town: Store) -> Mapping[str, Figure]:
    return compute(town, year_period(2024))


def test_the_town_has_its_name_and_its_superior(town: Store) -> None:
    particulars = town.town()

    assert (particulars.name, particulars.union_name) == ("青禾镇", "青禾镇总工会")
    assert (particulars.parent_union, particulars.doc_prefix) == ("云溪县总工会", "青禾镇工发")
    assert particulars.year == 2024
    assert particulars.chair


def test_it_is_made_in_a_few_operations_that_cannot_be_undone(town: Store) -> None:
    labels = [one.label for one in town.operations()]

    assert 4 <= len(labels) <= 8
    assert all(re.search("[一-鿿]", label) for label in labels)
    assert town.undoable() is None
    with pytest.raises(Problem, match="不能撤销"):
        town.undo_operation(town.operations()[0].id)


def test_building_it_twice_gives_the_same_records(town: Store, tmp_path: Path) -> None:
    with build_practice_town(tmp_path / "又一个.db") as again:
        for record_type in RECORDS:
            assert again.all(record_type) == town.all(record_type)


def test_every_record_type_has_something_to_show(town: Store) -> None:
    kept = [one for one in RECORDS if one not in {Attachment, StartPassword, YearClosing}]

    assert {one.about.label: town.count(one) for one in kept if town.count(one) == 0} == {}
    assert 150 <= town.count(Unit) <= 170


def test_every_figure_of_the_year_is_there(figures: Mapping[str, Figure]) -> None:
    absent = {code for code, figure in figures.items() if not figure.is_there}

    assert {code for code in absent if not OF_ONE_KIND.fullmatch(code)} == NOTHING_TO_REPORT


def test_the_year_before_is_smaller_but_not_empty(
    town: Store, figures: Mapping[str, Figure]
) -> None:
    before = compute(town, year_period(2023))

    there = [code for code, figure in before.items() if figure.is_there]
    assert len(figures) * 3 / 5 < len(there) < len(figures)
    for code in ("unit_total", "unions_total", "unions_new", "cb_units_signed", "cb_units_scope"):
        assert 0 < Decimal(before[code].value or 0) < Decimal(figures[code].value or 0)


def test_the_tour_can_start_from_the_rate(figures: Mapping[str, Figure]) -> None:
    rate = figures["cb_rate"]

    assert (rate.numerator, rate.denominator, rate.text) == (36, 39, "92.3%")
    assert len(rate.records) == 36
    assert len(rate.others) == 3
    assert figures["maint_rate"].text == "98%"
    assert figures["dm_rate"].text == "100%"
    assert figures["union_replies"].value == figures["unions_new"].value


def test_some_targets_are_met_some_missed_and_one_cannot_be_counted(
    town: Store, figures: Mapping[str, Figure]
) -> None:
    words = " ".join(one.words for one in progress(town, figures, 2024))

    assert "超" in words
    assert "还差" in words
    assert "不能自动计算" in words


def test_no_record_is_wrong_and_hardly_one_is_doubtful(town: Store) -> None:
    found = [
        finding
        for record_type in RECORDS
        for record in town.all(record_type)
        for finding in checking.check(record, town)
    ]

    assert [one for one in found if one.level == "error"] == []
    assert len(found) <= 3


def test_every_value_is_one_that_its_field_would_read_without_a_doubt(town: Store) -> None:
    for record_type in RECORDS:
        for record in town.all(record_type):
            for name, field in fields_of(record_type).items():
                value = getattr(record, name)
                reading = field.parse(field.show(value))
                assert (reading.value, reading.doubts) == (value, ())


def test_codes_and_phones_are_nobodys(town: Store) -> None:
    for record_type in RECORDS:
        for name, field in fields_of(record_type).items():
            values = [getattr(one, name) for one in town.all(record_type) if getattr(one, name)]
            if isinstance(field, CreditCode):
                assert all(value[2:8] == "370399" for value in values)
            if isinstance(field, Phone):
                assert all(re.fullmatch(r"1390000\d{4}", value) for value in values)
    codes = [one.credit_code for one in town.all(Unit)]
    assert len(set(codes)) == len(codes)


def test_names_are_as_hard_as_real_ones(town: Store) -> None:
    people = {one.legal_person for one in town.all(Unit)} | {
        one.holder for one in town.all(Certificate) if one.holder_kind == "1"
    }
    units = [one.name for one in town.all(Unit)]

    assert set("喆堃玥𬭎") <= set("".join(people))
    assert "阿依努尔·艾山" in people
    assert all(2 <= len(one) <= 4 or "·" in one for one in people)
    assert max(map(len, units)) == 40
    assert len(set(units)) == len(units)


def test_upkeep_leaves_two_that_nobody_could_reach_and_one_blank(town: Store) -> None:
    open_items = [
        one
        for one in town.all(MaintenanceItem)
        if one.is_preset and one.preset_no.startswith("2024") and one.result in ("", "4")
    ]

    assert sorted(one.result for one in open_items) == ["", "4", "4"]


def test_unions_are_of_every_kind_the_clerk_meets(town: Store) -> None:
    unions = town.all(Union)
    ended = [one for one in unions if one.ended_on]

    assert {one.org_type for one in unions} == {"10", "20", "30"}
    assert [(one.status, one.ended_on and one.ended_on.year) for one in ended] == [
        ("revoked", 2023)
    ]
    assert {len(one.founded_on.iso) for one in unions if one.founded_on} == {4, 7, 10}


def test_some_terms_are_due(town: Store) -> None:
    last: dict[int | None, date] = {}
    for term in town.all(UnionTerm):
        if term.expires_on:
            last[term.union] = max(term.expires_on, last.get(term.union, term.expires_on))

    due = [day for day in last.values() if day <= date(2024, 12, 31)]
    assert 1 <= len(due) <= 6


def test_every_new_union_has_its_reply_with_the_same_number(town: Store) -> None:
    replies = {one.union: one.doc_no for one in town.find(Document, matter="1")}
    for union in town.all(Union):
        if union.founded_on and union.founded_on.year == 2024:
            assert union.reply_no == replies[union.id]


def test_document_numbers_run_without_gap_in_the_order_of_their_days(town: Store) -> None:
    for year in (2023, 2024):
        letters = [
            one for one in town.all(Document) if one.issued_on and one.issued_on.year == year
        ]
        numbers = [int(one.doc_no.split("〕")[1].removesuffix("号")) for one in letters]
        assert sorted(numbers) == list(range(1, len(letters) + 1))
        in_order = sorted(letters, key=lambda one: int(one.doc_no.split("〕")[1][:-1]))
        assert [one.issued_on for one in in_order] == sorted(
            one.issued_on for one in letters if one.issued_on
        )


def test_the_campaign_has_its_leader_group_plan_and_five_steps(town: Store) -> None:
    (campaign,) = town.find(Campaign, year=2024)
    plan = town.find(Document, doc_no=campaign.plan_no)

    assert campaign.leader_post == "镇长"
    assert plan[0].title == campaign.plan_title
    assert {one.role for one in town.find(CampaignMember, campaign=campaign.id)} == set("1234")
    assert {one.step for one in town.find(CampaignStep, campaign=campaign.id)} == set("12345")


def test_contracts_of_last_year_have_expired_and_are_followed_by_new_ones(town: Store) -> None:
    wages = town.find(Contract, kind="2")
    last_year = {one.id for one in wages if one.signed_on and one.signed_on.year == 2023}

    assert {one.kind for one in town.all(Contract)} == {"1", "2", "3"}
    assert all(one.valid_to and one.valid_to.year == 2024 for one in wages if one.id in last_year)
    assert len(last_year & {one.previous for one in wages}) >= 20
    unsealed = [one for one in town.find(Coverage, year=2024) if one.sealed_on is None]
    assert len(unsealed) == 3


def test_each_section_has_a_paragraph_of_the_clerks_own(town: Store) -> None:
    assert {one.section for one in town.find(SummaryText, year=2024)} == {
        "bargaining",
        "organising",
    }


def test_nothing_in_it_is_called_an_example(town: Store) -> None:
    words = " ".join(
        str(value)
        for record_type in RECORDS
        for record in town.all(record_type)
        for value in asdict(record).values()
    )

    assert not re.search("示例|某某|测试|test", words)


def test_the_box_finds_a_rare_name(town: Store) -> None:
    assert town.matching_ids("certificate", "孟繁喆")
    assert town.matching_ids("certificate", "sh") >= town.matching_ids("certificate", "宋𬭎")
