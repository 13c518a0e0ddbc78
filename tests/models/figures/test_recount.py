"""Every figure is what a plain recount of the rows says, by the words of its basis."""

import random
import shutil
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from models.figures.catalogue import BY_CODE
from models.figures.figure import Definition, Figure, Ledger
from models.periods import Period, between, span_period, statistics_year, year_period
from models.practice import build_practice_town
from models.store import Store
from tests.models.figures.recount.changes import shake
from tests.models.figures.recount.every import AREAS, RECOUNTS
from tests.models.figures.recount.town import Answer, File, Town

PERIODS = (
    year_period(2023),
    year_period(2024),
    year_period(2024, date(2024, 11, 5)),
    statistics_year(2024),
    span_period(2024, "H1"),
    span_period(2023, "H2"),
    span_period(2024, "05"),
    between(date(2023, 11, 17), date(2024, 4, 29)),
    between(date(2023, 3, 1), date(2024, 10, 9), date(2024, 7, 1)),
    between(date(2022, 1, 1), date(2024, 12, 31)),
    between(date(2023, 1, 1), date(2023, 12, 31), date(2024, 3, 1)),
    year_period(2031),
)
SHAKEN = (
    year_period(2024, date(2024, 9, 20)),
    statistics_year(2024),
    between(date(2023, 5, 20), date(2024, 2, 10)),
)
SEEDS = range(8)
CHANGES = 500


@dataclass(frozen=True)
class Difference:
    """A figure that the program and the recount tell differently."""

    code: str
    basis: str
    program: Answer
    recount: Answer


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("practice") / "青禾镇.db"
    build_practice_town(path).close()
    return path


def differences(store: Store, period: Period) -> list[Difference]:
    ledger = Ledger(store, period)
    town = Town(
        File(store.connection),
        period.first.isoformat(),
        period.last.isoformat(),
        period.as_of.isoformat(),
    )
    found = []
    for code, definition in BY_CODE.items():
        counted = RECOUNTS[code](town)
        if isinstance(counted, tuple) and not counted[1]:
            counted = None
        for way in ways(definition):
            told = told_by(way.compute(ledger))
            if told != counted:
                found.append(Difference(code, definition.basis, told, counted))
    return found


def ways(definition: Definition) -> tuple[Definition, ...]:
    """Return a figure as it is counted, and as its records are where a tally tells the number."""
    return (definition, replace(definition, tally=None)) if definition.tally else (definition,)


def told_by(figure: Figure) -> Answer:
    if figure.definition.kind != "rate":
        return figure.value
    if figure.value is None:
        return None
    assert figure.numerator is not None
    assert figure.denominator
    assert figure.value == rounded(figure.numerator, figure.denominator), figure.code
    return figure.numerator, figure.denominator


def rounded(numerator: Decimal | int, denominator: Decimal | int) -> Fraction:
    share = 1000 * Fraction(numerator) / Fraction(denominator)
    sign = -1 if share < 0 else 1
    return Fraction(sign * int(abs(share) + Fraction(1, 2)), 10)


def test_every_figure_has_a_recount_and_only_one() -> None:
    assert set(RECOUNTS) == set(BY_CODE)
    assert len(RECOUNTS) == sum(len(area.FIGURES) for area in AREAS)


@pytest.mark.parametrize("period", PERIODS, ids=Period.words)
def test_the_practice_town_is_counted_as_plainly(practice: Path, period: Period) -> None:
    with Store.open(practice) as store:
        assert differences(store, period) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_the_clerk_makes_of_the_town(practice: Path, tmp_path: Path, seed: int) -> None:
    copy = tmp_path / "青禾镇.db"
    shutil.copy(practice, copy)

    with Store.open(copy) as store:
        shake(store, random.Random(seed), CHANGES)

        for period in SHAKEN:
            assert differences(store, period) == []
