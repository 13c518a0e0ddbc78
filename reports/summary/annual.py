"""The annual work summary of the township federation."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from models.figures.figure import Figure
from models.periods import Period
from models.store import Store
from models.values.dates import say_day
from models.values.numbers import chinese_numeral
from reports.blocks import Block, Document, Heading, Paragraph, SignOff, Span, Title
from reports.summary import bargaining, frame, organising
from reports.summary.facts import Facts, Sentence, gather


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the summary; the opening and the closing have no heading."""

    code: str
    label: str
    heading: str
    paragraphs: Callable[[Facts], list[Sentence]]


SECTIONS: tuple[Section, ...] = (
    Section("opening", "开头", "", frame.opening),
    Section("bargaining", "工资集体协商", "工资集体协商扎实推进", bargaining.paragraphs),
    Section(
        "organising", "建会与规范化", "基层组织建设和规范化建设取得实效", organising.paragraphs
    ),
    Section("closing", "结尾", "", frame.closing),
)


def annual_summary(
    store: Store, period: Period, figures: Mapping[str, Figure] | None = None
) -> Document:
    """Return the summary of a period, in our sentences with the clerk's own paragraphs."""
    facts = gather(store, period, figures)
    title = Title(f"{facts.town.union_name}{period.words()}工作总结")
    sign_off = SignOff(facts.town.union_name, say_day(period.as_of))
    return Document(
        name=title.text,
        kind="official",
        blocks=(title, *_sections(facts), sign_off),
        author=facts.town.union_name,
    )


def _sections(facts: Facts) -> Iterator[Block]:
    number = 0
    for section, paragraphs in _written(facts):
        if section.heading:
            number += 1
            yield Heading(f"{chinese_numeral(number)}、{section.heading}", 1)
        for paragraph in paragraphs:
            yield Paragraph(paragraph)


def _written(facts: Facts) -> list[tuple[Section, list[Sentence]]]:
    """Return the sections that say something; the opening leads over to those with headings."""
    texts = [
        (section, section.paragraphs(facts), _own_words(facts, section.code))
        for section in SECTIONS
    ]
    written = [(section, [*ours, *own]) for section, ours, own in texts if ours or own]
    if any(section.heading for section, _ in written):
        _, opening, own = texts[0]
        written[0] = (SECTIONS[0], _led_over(opening, own, frame.lead_in(facts)))
    return written


def _led_over(opening: list[Sentence], own: list[Sentence], lead: Sentence) -> list[Sentence]:
    # The clerk's own paragraph ends as the clerk ended it; the lead then stands by itself.
    if own:
        return [*opening, *own, lead]
    return [*opening[:-1], (*opening[-1], *lead)]


def _own_words(facts: Facts, section: str) -> list[Sentence]:
    lines = facts.words.get(section, "").splitlines()
    return [(Span(line.strip()),) for line in lines if line.strip()]
