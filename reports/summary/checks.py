"""逻辑检查 of a whole summary: its words, and its numbers against the figures of the file."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from functools import partial

from models.figures.catalogue import Figures
from models.figures.figure import Figure
from models.periods import between, years_before
from models.proofreading.amounts import Amount, amounts_in
from models.proofreading.claims import check_claims
from models.proofreading.figures import check_balances, check_figures, check_leaps
from models.proofreading.findings import HEADING, Finding
from models.proofreading.free_numbers import check_free_numbers, known_figures
from models.proofreading.setting import setting_of
from models.proofreading.text import check_text
from models.targets import progress
from reports.summary.draft import Draft
from reports.summary.lines import Line, at_line, line_at, lines_of, placed, whole_text
from reports.summary.paragraphs import NO_VALUE

# What the program's own sentences may do: parts need not fill a whole that they do not claim to.
ONLY_OF_THE_CLERK = frozenset({"among"})
# A count may well be the same as a year; only when it was typed is a slip likelier.
ONLY_OF_TYPED = frozenset({"glued_year"})
_AHEAD = re.compile(r"明年|来年|下一?年|下一步|下半年|今后|计划|力争|争取|预计|目标")


def check_draft(draft: Draft) -> tuple[Finding, ...]:
    """Return everything doubtful about a summary, that of figures first; none when 逻辑正确."""
    lines = lines_of(draft)
    figures, before = draft.facts.figures, _before(draft)
    codes = [code for code in draft.figure_codes() if code in figures]
    about_words = tuple(_check_words(draft, lines))
    return (
        *check_figures(figures, codes),
        *check_balances(figures, _opening(draft, before), codes),
        *check_leaps(figures, before, codes),
        *_check_chapters(draft),
        *sorted(
            (
                *about_words,
                *_apart_from(about_words, _check_numbers(draft, lines, before)),
                *_check_claims(draft, lines),
                *_check_wording(lines),
            ),
            key=partial(_place, order={one.section: place for place, one in enumerate(lines)}),
        ),
    )


def check_office(draft: Draft) -> tuple[Finding, ...]:
    """Return the same, with what does not hold between figures that the summary leaves out."""
    found = check_draft(draft)
    known = {one.identity for one in found}
    figures = draft.facts.figures
    more = [one for one in check_figures(figures) if one.identity not in known]
    return (*more, *found)


def _before(draft: Draft) -> Mapping[str, Figure]:
    figures = draft.facts.figures
    if isinstance(figures, Figures):
        return figures.before
    return Figures(draft.facts.ledger.store, years_before(draft.period, 1))


def _opening(draft: Draft, before: Mapping[str, Figure]) -> Mapping[str, Figure]:
    """Return the figures of the day before the period, those of the year before where they are it."""
    period = draft.period
    eve = period.first - timedelta(days=1)
    if years_before(period, 1).as_of == eve:
        return before
    return Figures(draft.facts.ledger.store, between(years_before(period, 1).first, eve))


def _check_chapters(draft: Draft) -> Iterator[Finding]:
    """Yield chapters that the clerk named or moved, and that say nothing."""
    speaking = {one.section.code for one in draft.sections}
    for section in draft.outline.ordered():
        part = draft.outline.parts.get(section.code)
        if part is None or part.is_off or section.code in speaking:
            continue
        if part.title:
            yield Finding(
                rule="empty_chapter",
                text=f"“{part.title}”一章没有内容，不会印出来",
                section=section.code,
                advice="请写上内容，或在提纲里不选这一章",
            )


def _check_words(draft: Draft, lines: tuple[Line, ...]) -> Iterator[Finding]:
    setting = setting_of(draft.facts.ledger.store, draft.period.year)
    for one in check_text(whole_text(lines), setting):
        line = line_at(one.start, lines)
        found = placed(one, lines)
        if one.rule in ONLY_OF_THE_CLERK and one.severity != "error" and not line.is_own:
            continue
        if one.rule not in ONLY_OF_TYPED or not _is_shown(found, line):
            yield found


def _is_shown(finding: Finding, line: Line) -> bool:
    """Whether a figure of the file shows the words."""
    shown = ((place, place + len(one.text)) for place, one in line.figures())
    return any(start <= finding.start and finding.end <= end for start, end in shown)


def _check_numbers(
    draft: Draft, lines: tuple[Line, ...], before: Mapping[str, Figure]
) -> Iterator[Finding]:
    """Yield what the clerk typed that no figure of the year says."""
    typed = [(line, _typed_amounts(line, draft.period.year)) for line in lines if line.is_own]
    kinds = {one.unit for _, amounts in typed for one in amounts}
    if not kinds:
        return
    now = known_figures(draft.facts.figures, draft.period.year, kinds)
    old = known_figures(before, draft.period.year - 1, kinds)
    for line, amounts in typed:
        for one in check_free_numbers(line.text, amounts, now, old):
            yield at_line(one, line)


def _typed_amounts(line: Line, year: int) -> list[Amount]:
    """Return the amounts of a line that no figure shows, and that are not about the time ahead."""
    if line.paragraph == HEADING:
        return []
    shown = [(place, place + len(one.text)) for place, one in line.figures()]
    return [
        one
        for one in amounts_in(line.text)
        if not any(start < one.end and one.start < end for start, end in shown)
        and one.words not in line.ours
        and not _is_ahead(line.text, one.start, year)
    ]


def _is_ahead(text: str, place: int, year: int) -> bool:
    start = max(text.rfind(mark, 0, place) for mark in "。；！\n") + 1
    sentence = text[start:place]
    return f"{year + 1}年" in sentence or _AHEAD.search(sentence) is not None


def _apart_from(told: Iterable[Finding], more: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings about numbers that are not damaged: of those that are, it is told already."""
    wrong = [one for one in told if one.severity == "error"]
    for one in more:
        if not any(_meet(one, other) for other in wrong):
            yield one


def _meet(one: Finding, other: Finding) -> bool:
    same_line = (one.section, one.paragraph) == (other.section, other.paragraph)
    return same_line and one.start < other.end and other.start < one.end


def _place(finding: Finding, order: Mapping[str, int]) -> tuple[int, int, int]:
    return order[finding.section], finding.paragraph or 0, finding.start


def _check_claims(draft: Draft, lines: tuple[Line, ...]) -> Iterator[Finding]:
    """Yield claims of the clerk's own sentences that the figures contradict."""
    own = [one for one in lines if one.is_own and one.paragraph != HEADING]
    if not own:
        return
    store, figures = draft.facts.ledger.store, draft.facts.figures
    targets = progress(store, figures, draft.period.year)
    for line in own:
        beside = [(place, one.figure) for place, one in line.figures()]
        for found in check_claims(line.text, figures, beside=beside, targets=targets):
            yield at_line(found, line)


def _check_wording(lines: tuple[Line, ...]) -> Iterator[Finding]:
    """Yield figures without a value, and those that the clerk words in two ways."""
    first: dict[str, str] = {}
    for line in lines:
        for place, span in line.figures():
            if span.text == NO_VALUE:
                yield at_line(_without_value(place, span.figure), line)
                continue
            said = first.setdefault(span.figure, span.text)
            if said != span.text and (line.is_own or span.style):
                yield at_line(_other_wording(place, span.text, said, code=span.figure), line)


def _without_value(place: int, code: str) -> Finding:
    return Finding(
        rule="no_value",
        text="这个数字在台账里没有",
        severity="error",
        words=NO_VALUE,
        start=place,
        advice="请登记有关记录，或把这句话删去",
        figures=(code,),
    )


def _other_wording(place: int, words: str, before: str, *, code: str) -> Finding:
    return Finding(
        rule="wording",
        text=f"同一个数字前面写作“{before}”",
        severity="hint",
        words=words,
        start=place,
        advice="请统一写法",
        figures=(code,),
    )
