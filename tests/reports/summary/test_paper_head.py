"""The settings of a summary decide its head, its addressee and its foot."""

from dataclasses import replace
from datetime import date

import pytest

from models.figures.catalogue import Figures
from models.periods import span_period, year_period
from models.records.summary import SummaryPaper
from models.store import Store
from reports.blocks import Block, Imprint, Masthead, Salutation, SignOff, Title
from reports.pdf.render import render
from reports.summary.annual import annual_summary
from reports.summary.draft import draft_of
from reports.summary.parts import DETAILED, SHORT

PERIOD = year_period(2024)
PAPER = SummaryPaper(
    year=2024,
    head="2",
    doc_no="云溪工发[2024]05号",
    signed_by="高翔",
    addressee="云溪县总工会:",
    copy_to="云溪镇党委办公室",
)


def blocks_of(store: Store, paper: SummaryPaper) -> tuple[Block, ...]:
    with store.change("修改总结设置"):
        store.save(paper)
    return annual_summary(store, PERIOD).blocks


def test_a_red_headed_summary_has_head_addressee_seal_and_foot(town: Store) -> None:
    union = town.town().union_name

    head, title, addressee, *_, sign_off, foot = blocks_of(town, PAPER)

    assert head == Masthead(f"{union}文件", "云溪工发〔2024〕5号", "高翔")
    assert isinstance(title, Title)
    assert addressee == Salutation("云溪县总工会：")
    assert sign_off == SignOff(union, "2024年12月31日", is_sealed=True)
    assert foot == Imprint("云溪镇党委办公室。", union, "2024年12月31日")


def test_on_preprinted_sheets_the_head_says_so(town: Store) -> None:
    head, *_ = blocks_of(town, replace(PAPER, head="3"))

    assert isinstance(head, Masthead)
    assert head.is_preprinted


@pytest.mark.parametrize("head", ["", "1"])
def test_plain_material_has_neither_head_nor_foot_nor_seal(town: Store, head: str) -> None:
    title, *_, sign_off = blocks_of(
        town, SummaryPaper(year=2024, head=head, doc_no="云溪工发〔2024〕5号")
    )

    assert isinstance(title, Title)
    assert isinstance(sign_off, SignOff)
    assert not sign_off.is_sealed


def test_plain_material_that_goes_to_others_names_them_at_its_foot(town: Store) -> None:
    *_, foot = blocks_of(town, SummaryPaper(year=2024, copy_to="县总工会办公室。"))

    assert isinstance(foot, Imprint)
    assert foot.copy_to == "县总工会办公室。"


def test_a_number_that_is_none_is_printed_as_the_clerk_wrote_it(town: Store) -> None:
    head, *_ = blocks_of(town, replace(PAPER, doc_no="云溪工发[2024]0号"))

    assert isinstance(head, Masthead)
    assert head.number == "云溪工发[2024]0号"


@pytest.mark.parametrize("head", ["1", "2", "3"])
def test_every_head_prints_a_full_and_an_empty_town(
    town: Store, empty_town: Store, head: str
) -> None:
    for store in (town, empty_town):
        blocks_of(store, replace(PAPER, head=head))
        assert render(annual_summary(store, PERIOD)).pages >= 1


def test_the_length_that_the_clerk_chose_comes_before_the_usual_one_of_a_paper(
    town: Store,
) -> None:
    usual = draft_of(town, PERIOD, usual_length=str(SHORT)).outline.level
    with town.change("总结设置"):
        town.save(SummaryPaper(year=2024, length=str(DETAILED)))

    assert usual == SHORT
    assert draft_of(town, PERIOD, usual_length=str(SHORT)).outline.level == DETAILED


def test_figures_that_are_given_keep_their_own_day_of_counting(town: Store) -> None:
    with town.change("总结设置"):
        town.save(SummaryPaper(year=2024, as_of=date(2024, 6, 30)))

    draft = draft_of(town, PERIOD, Figures(town, PERIOD))

    assert draft.period == PERIOD
    assert draft_of(town, PERIOD).period.as_of == date(2024, 6, 30)


def test_a_cut_off_before_the_first_day_is_none(town: Store) -> None:
    with town.change("总结设置"):
        town.save(SummaryPaper(year=2024, span="H2", as_of=date(2024, 5, 1)))

    assert draft_of(town, span_period(2024, "H2")).period == span_period(2024, "H2")


def test_the_day_under_the_signature_may_be_another_than_that_of_counting(town: Store) -> None:
    blocks = blocks_of(town, replace(PAPER, signed_on=date(2025, 1, 6)))

    assert SignOff(town.town().union_name, "2025年1月6日", is_sealed=True) in blocks
