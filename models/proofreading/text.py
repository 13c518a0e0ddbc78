"""Everything that can be wrong in a text."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from models.proofreading.about import check_about
from models.proofreading.damage import check_damage
from models.proofreading.dates import check_dates
from models.proofreading.findings import Finding, without_overlaps
from models.proofreading.names import check_names
from models.proofreading.numbers import check_numbers
from models.proofreading.ordering import check_lines, check_ordering
from models.proofreading.pairs import check_pairs
from models.proofreading.punctuation import check_punctuation
from models.proofreading.repeats import check_repeats
from models.proofreading.setting import Setting
from models.proofreading.sums import check_sums
from models.proofreading.titles import check_titles
from models.proofreading.units import check_units
from models.proofreading.words import check_leftovers, check_words
from models.proofreading.years import check_year_writing, check_years

ANYWHERE = Setting()


def check_text(text: str, setting: Setting = ANYWHERE) -> tuple[Finding, ...]:
    """Return what is wrong or doubtful in a text, in its order; places count from its beginning."""
    return tuple(sorted(_findings(text, setting), key=lambda one: (one.start, one.end)))


def _findings(text: str, setting: Setting) -> Iterator[Finding]:
    yield from without_overlaps(_check_figures(text, setting))
    for check in _CHECKS:
        yield from check(text)
    yield from check_words(text, setting.rules)
    yield from check_names(text, setting)


def _check_figures(text: str, setting: Setting) -> Iterator[Finding]:
    """Yield what is wrong with numbers, years and blanks; only the gravest is told of each."""
    yield from check_year_writing(text)
    yield from check_numbers(text)
    yield from check_damage(text)
    yield from check_about(text)
    yield from check_dates(text, setting.year)
    if setting.year is not None:
        yield from check_years(text, setting.year)
    yield from check_units(text)
    yield from check_leftovers(text)


_CHECKS: tuple[Callable[[str], Iterator[Finding]], ...] = (
    check_punctuation,
    check_pairs,
    check_ordering,
    check_lines,
    check_repeats,
    check_sums,
    check_titles,
)


def moved(finding: Finding, by: int) -> Finding:
    """Return a finding at a place further on, or back."""
    more = tuple(place + by for place in finding.more)
    return replace(finding, start=finding.start + by, more=more)
