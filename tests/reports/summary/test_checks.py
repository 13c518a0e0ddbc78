"""逻辑检查 of a summary: what the clerk wrote is held against the file, our own words are sound."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from models.periods import span_period, year_period
from models.practice import build_practice_town
from models.proofreading.findings import HEADING, Finding
from models.records.bargaining import Contract
from models.records.papers import Target
from models.records.reported import FigureAdjustment
from models.records.summary import SummaryPaper, SummaryPart, SummaryText
from models.store import Store
from reports.summary.checks import check_draft, check_office
from reports.summary.draft import Draft, draft_of

YEAR = year_period(2024)
WAGES = "2"
SPANS = ("", "S", "H1", "Q1", "Q4", "11")
LENGTHS = ("1", "2", "3")


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the practice town."""
    path = tmp_path_factory.mktemp("practice") / "青禾镇.db"
    build_practice_town(path).close()
    return path


@pytest.fixture
def town(practice: Path, tmp_path: Path) -> Iterator[Store]:
    """The open file of a practice town of this test's own."""
    path = tmp_path / "青禾镇.db"
    shutil.copy(practice, path)
    with Store.open(path) as opened:
        yield opened


def _write(store: Store, words: str, section: str = "bargaining") -> None:
    with store.change("修改总结"):
        store.save(SummaryText(year=2024, section=section, words=words))


def _found(store: Store) -> list[Finding]:
    return [one for one in check_draft(draft_of(store, YEAR)) if one.rule != "leap"]


def _words_at(draft: Draft, one: Finding) -> str:
    section = next(each for each in draft.sections if each.section.code == one.section)
    return section.paragraphs[one.paragraph or 0].text[one.start : one.end]


@pytest.mark.parametrize("span", SPANS)
@pytest.mark.parametrize("length", LENGTHS)
def test_what_the_program_writes_is_never_doubted(town: Store, span: str, length: str) -> None:
    with town.change("篇幅"):
        for year in (2023, 2024):
            town.save(SummaryPaper(year=year, span=span, length=length))

    found = [
        one.sentence
        for year in (2023, 2024)
        for one in check_office(draft_of(town, span_period(year, span)))
        if one.rule != "leap"
    ]

    assert found == []


def test_an_empty_town_is_right(store: Store) -> None:
    assert check_office(draft_of(store, YEAR)) == ()


def test_a_typed_number_that_is_no_figure_names_the_figure_it_may_be(town: Store) -> None:
    _write(town, "目前已有31家企业签订了工资专项集体合同。")

    (found,) = _found(town)

    assert (found.rule, found.words, found.figures) == (
        "other_number",
        "31家",
        ("cb_units_signed",),
    )
    assert "签订工资专项集体合同企业是36家" in found.text
    assert _words_at(draft_of(town, YEAR), found) == "31家"


def test_a_typed_number_that_is_the_figure_is_right(town: Store) -> None:
    _write(town, "目前已有36家企业签订了工资专项集体合同，受益职工3800余人，覆盖率92.3%。")

    assert _found(town) == []


def test_last_years_number_left_over_is_told_with_this_years(town: Store) -> None:
    before = draft_of(town, year_period(2023)).facts.figures["cb_workers"].value
    now = draft_of(town, YEAR).facts.figures["cb_workers"].exact
    _write(town, f"签订合同以后，受益职工{before}人，职工十分满意。")

    (found,) = _found(town)

    assert (found.rule, found.figures) == ("left_over", ("cb_workers",))
    assert f"2024年是{now}" in found.sentence


def test_last_years_number_is_told_though_other_words_stand_near(town: Store) -> None:
    before = draft_of(town, year_period(2023)).facts.figures["unions_total"].value
    _write(town, f"全镇共有基层工会{before}家，新建步伐加快。")

    (found,) = _found(town)

    assert (found.rule, found.figures) == ("left_over", ("unions_total",))


def test_a_number_that_nobody_counts_is_only_a_hint(town: Store) -> None:
    _write(town, "会场摆放绿植87个，布置一新。")

    (found,) = _found(town)

    assert (found.rule, found.severity, found.words) == ("unknown_number", "hint", "87个")


def test_targets_of_next_year_are_no_figures_of_this(town: Store) -> None:
    _write(town, "2025年，计划签订工资专项集体合同77家。力争培训职工7777人次。")

    assert _found(town) == []


def test_numbers_of_live_figures_are_never_doubted(town: Store) -> None:
    _write(town, "目前已有{cb_units_signed}企业签约，受益职工{cb_workers:exact}，覆盖率{cb_rate}。")

    assert {one.rule for one in _found(town)} == {"wording"}


@pytest.mark.parametrize(
    "words",
    [
        "全镇企业全部签订了工资专项集体合同。",
        "工资集体协商实现全覆盖。",
        "有{cb_units_signed}企业无一例外签了字。",
    ],
)
def test_a_claim_of_all_beside_a_rate_below_is_told(town: Store, words: str) -> None:
    _write(town, words)

    (found,) = [one for one in _found(town) if one.rule == "claim"]

    assert found.figures == ("cb_rate",)
    assert "92.3%" in found.text


@pytest.mark.parametrize(
    "words",
    [
        "镇总工会全面推进工资集体协商工作。",
        "圆满完成建会任务，经费全部足额上划。",
        "规模以上企业全面推行厂务公开。",
    ],
)
def test_a_claim_that_the_records_bear_out_is_right(town: Store, words: str) -> None:
    _write(town, words)

    assert _found(town) == []


def test_done_is_not_said_of_a_task_that_is_not(town: Store) -> None:
    with town.change("任务"):
        task = next(one for one in town.find(Target, year=2024) if one.figure == "unions_new")
        town.save(replace(task, target=Decimal(40)))
    _write(town, "镇总工会圆满完成上级下达的建会任务。")

    (found,) = [one for one in _found(town) if one.rule == "claim"]

    assert found.words == "圆满完成"
    assert found.figures == ("task_unions_rate",)


def test_a_damaged_word_is_found_in_its_paragraph(town: Store) -> None:
    _write(town, "第一段没有问题。\n第二段里效劳职工的说法不对。")

    (found,) = _found(town)

    assert (found.rule, found.words, found.replacement) == ("word", "效劳", "服务")
    assert _words_at(draft_of(town, YEAR), found) == "效劳"


def test_a_damaged_number_is_told_once(town: Store) -> None:
    _write(town, "签订率到了97。5%，培训2024余人次。")

    assert [one.rule for one in _found(town)] == ["point", "rest"]


def test_a_wrong_word_in_a_heading_and_in_the_title_is_found_there(town: Store) -> None:
    with town.change("标题"):
        town.save(SummaryPart(year=2024, part="bargaining", title="工资集体协商打牢根底"))
        town.save(SummaryPaper(year=2024, title="青禾镇总工会202x年工作总结"))

    title, heading = _found(town)

    assert (title.rule, title.section, title.paragraph) == ("year", "", HEADING)
    assert (heading.words, heading.section, heading.paragraph) == ("根底", "bargaining", HEADING)


def test_a_figure_that_is_no_more_is_told(town: Store) -> None:
    _write(town, "职业病有{no_such_figure}。")

    (found,) = _found(town)

    assert (found.rule, found.severity, found.figures) == ("no_value", "error", ("no_such_figure",))


def test_a_chapter_that_was_named_and_says_nothing_is_told(store: Store) -> None:
    with store.change("标题"):
        store.save(SummaryPart(year=2024, part="bargaining", title="协商工作有新招"))

    (found,) = check_draft(draft_of(store, YEAR))

    assert (found.rule, found.section, found.is_about_words) == (
        "empty_chapter",
        "bargaining",
        False,
    )


def test_a_rate_that_was_reported_otherwise_no_longer_fits_its_numbers(town: Store) -> None:
    with town.change("改定"):
        town.save(
            FigureAdjustment(
                figure="cb_rate",
                first=YEAR.first,
                last=YEAR.last,
                value=Decimal(98),
                reason="口头报数",
            )
        )

    rules = {one.rule: one.figures[0] for one in _found(town)}

    assert rules == {"rate": "cb_rate"}


def test_a_contract_that_ends_makes_a_typed_number_wrong(town: Store) -> None:
    _write(town, "目前已有36家企业签订了工资专项集体合同。")
    assert _found(town) == []

    with town.change("合同终止"):
        for one in [each for each in town.all(Contract) if each.kind == WAGES][-3:]:
            town.save(replace(one, ended_on=date(2024, 6, 1)))

    assert [one.rule for one in _found(town)] == ["other_number"]


def test_names_of_the_town_are_those_of_the_file(town: Store) -> None:
    with town.change("本镇情况"):
        town.save(replace(town.town(), parent_union="东海县总工会", county="东海县"))

    words = {one.words for one in _found(town)}

    assert words == {"云溪县总工会"}


def test_a_count_that_is_the_same_as_a_year_is_doubted_only_when_it_was_typed(
    town: Store,
) -> None:
    with town.change("改定"):
        town.save(
            FigureAdjustment(
                figure="cb_workers",
                first=YEAR.first,
                last=YEAR.last,
                value=Decimal(2024),
                reason="按上报数",
            )
        )
    _write(town, "受益职工{cb_workers:exact}。另有2025名职工听了宣讲。")

    found = {one.words: one.rule for one in _found(town)}

    assert found["2025"] == "glued_year"
    assert "2024" not in found
