"""Sentences beside the year before: words by rule, every number a figure that proves itself."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from typing_extensions import override

from models.figures.catalogue import Figures, compute
from models.figures.figure import Figure
from models.figures.growth import Growth, derived
from models.periods import Period, span_period, statistics_year, year_period
from models.store import Store
from reports.summary.facts import Facts, Sentence, gather
from reports.summary.growth import than_last_year
from tests.town import build_town

PERIOD = year_period(2024)


class Given(dict[str, Figure]):
    """Figures of two years as a test has them; those of their growth are derived as always."""

    def __init__(
        self, figures: Figures, code: str, now: Decimal | int, before: Decimal | int
    ) -> None:
        self._figures = figures
        one = figures[code]
        super().__init__({code: replace(one, value=now, numerator=None, denominator=None)})
        self._before = {code: replace(one, value=before, numerator=None, denominator=None)}

    def __missing__(self, code: str) -> Figure:
        return derived(code, self, self._figures.ledger, before=lambda: self._before)

    @override
    def get(self, code: str, default: object = None) -> Figure | None:  # type: ignore[override]
        try:
            return self[code]
        except KeyError:
            return None


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with build_town(tmp_path / "town.db") as made:
        yield made


def facts_of(
    store: Store,
    code: str,
    now: Decimal | int,
    before: Decimal | int,
    period: Period = PERIOD,
) -> Facts:
    figures = Figures(store, period)
    return replace(gather(store, period, figures), figures=Given(figures, code, now, before))


def text(sentence: Sentence | None) -> str | None:
    return None if sentence is None else "".join(span.text for span in sentence)


@pytest.mark.parametrize(
    ("code", "now", "before", "words"),
    [
        ("unions_new", 60, 48, "比上年增加12家、增长25%"),
        ("unions_new", 45, 48, "比上年减少3家、下降6.3%"),
        ("unions_new", 48, 48, "与上年持平"),
        ("unions_new", 12, 0, None),
        ("unions_new", 0, 0, None),
        # Three times as much of next to nothing says less than the numbers do.
        ("unions_new", 6, 2, "比上年增加4家"),
        ("unions_new", 642, 10, "比上年增加632家"),
        ("unions_total", 60, 48, "比上年末增加12家、增长25%"),
        ("cb_rate", Decimal("92.3"), Decimal(80), "比上年提高12.3个百分点"),
        ("cb_rate", Decimal(80), Decimal("92.3"), "比上年下降12.3个百分点"),
        ("fund_in", Decimal("250000.00"), Decimal("200000.00"), "比上年增加5万元、增长25%"),
    ],
)
def test_the_difference_goes_with_its_verb(
    store: Store, code: str, now: int, before: int, words: str | None
) -> None:
    assert text(than_last_year(facts_of(store, code, now, before), code)) == words


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (span_period(2024, "H1"), "比上年同期增加12家、增长25%"),
        (year_period(2024, date(2024, 11, 22)), "比上年同期增加12家、增长25%"),
        (statistics_year(2024), "比上个统计年度增加12家、增长25%"),
    ],
)
def test_what_is_compared_with_is_named(store: Store, period: Period, words: str) -> None:
    facts = facts_of(store, "unions_total", 60, 48, period)

    assert text(than_last_year(facts, "unions_total")) == words


def test_every_number_in_the_sentence_is_a_figure_with_its_records(store: Store) -> None:
    figures = Figures(store, PERIOD)
    facts = gather(store, PERIOD, figures)

    sentence = than_last_year(facts, "unions_total")

    assert sentence is not None
    assert [span.figure for span in sentence if span.figure] == ["unions_total_more"]
    assert not any(char.isdigit() for span in sentence if not span.figure for char in span.text)
    assert figures["unions_total_more"].records == figures["unions_total"].records


def test_without_figures_of_the_year_before_nothing_is_compared(store: Store) -> None:
    facts = gather(store, PERIOD, compute(store, PERIOD))

    assert than_last_year(facts, "unions_total") is None
    assert (
        Growth(facts.figures["unions_total"], facts.figures["unions_total"]).share_words == "持平"
    )
