"""A summary as it stands: what the program writes, with what the clerk made of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.figures.figure import Figure
from models.periods import Period
from models.records.summary import SummaryPaper, SummaryPart, SummaryText
from models.store import Store
from models.summary.keys import SummaryKey
from models.summary.markup import Span
from models.summary.papers import cut_off, paper_for, signed_on
from models.values.numbers import chinese_numeral
from reports.summary.facts import Facts, gather
from reports.summary.library import SECTIONS
from reports.summary.outline import Outline, outline_of
from reports.summary.paragraphs import DraftParagraph, merge, write_section
from reports.summary.parts import Section

__all__ = ["Draft", "DraftParagraph", "DraftSection", "draft_of"]

Paragraphs = tuple[DraftParagraph, ...]


@dataclass(frozen=True, slots=True)
class DraftSection:
    """A chapter that says something; its heading is blank when it has none."""

    section: Section
    heading: str
    paragraphs: tuple[DraftParagraph, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole summary: its settings, its chapters in order, what it speaks from.

    `written` is what the program writes in each chapter that is on, whatever the clerk made of it.
    """

    paper: SummaryPaper
    period: Period
    facts: Facts
    outline: Outline
    sections: tuple[DraftSection, ...]
    written: Mapping[str, tuple[DraftParagraph, ...]]

    @property
    def key(self) -> SummaryKey:
        """Which summary it is."""
        return SummaryKey(self.period.year, self.period.span or "")

    @property
    def title(self) -> str:
        """The title, the clerk's own when there is one."""
        return self.paper.title or self.usual_title

    @property
    def usual_title(self) -> str:
        """The title that stands there unless the clerk gives another."""
        return f"{self.facts.town.union_name}{self.period.words()}工作总结"

    @property
    def day(self) -> date:
        """The day under the signature."""
        return signed_on(self.paper, self.period)

    def headings(self) -> dict[str, str]:
        """Return the numbered heading of each chapter that has one, by its code."""
        titled = [one for one in self.sections if one.heading]
        return {
            one.section.code: f"{chinese_numeral(number)}、{one.heading}"
            for number, one in enumerate(titled, start=1)
        }

    def figure_spans(self) -> Iterator[Span]:
        """Yield every figure as it stands in the text, in their order."""
        for section in self.sections:
            for paragraph in section.paragraphs:
                yield from (one for one in paragraph.spans if one.figure)

    def figure_codes(self) -> tuple[str, ...]:
        """Return the codes of the figures in the text, each once, in their order."""
        return tuple(dict.fromkeys(one.figure for one in self.figure_spans()))


def draft_of(
    store: Store,
    period: Period,
    figures: Mapping[str, Figure] | None = None,
    *,
    sections: tuple[Section, ...] = SECTIONS,
    usual_length: str = "",
) -> Draft:
    """Return the summary of a period as the clerk's decisions and words leave it.

    It is counted on the cut-off day of its settings unless the period has one of its own or
    figures are given. `usual_length` is the length of a paper for which the clerk chose none.
    """
    paper = paper_for(store, period)
    period = period if figures is not None else cut_off(paper, period)
    facts = gather(store, period, figures)
    chosen = {"year": paper.year, "span": paper.span}
    outline = outline_of(sections, store.find(SummaryPart, **chosen), paper.length or usual_length)
    texts = store.find(SummaryText, **chosen) if period.span is not None else []
    shown = [one for one in texts if outline.is_on(f"{one.section}.{one.passage}")]
    written, bodies = _write_all(facts, outline, _by_section(shown))
    return Draft(paper, period, facts, outline, tuple(_sections(outline, bodies)), written)


def _by_section(texts: Iterable[SummaryText]) -> dict[str, list[SummaryText]]:
    found: dict[str, list[SummaryText]] = {}
    for one in texts:
        found.setdefault(one.section, []).append(one)
    return found


def _write_all(
    facts: Facts, outline: Outline, texts: Mapping[str, Sequence[SummaryText]]
) -> tuple[dict[str, Paragraphs], dict[str, Paragraphs]]:
    """Return what the program writes in each chapter, and what stands there; by their codes.

    Chapters with a heading come first: some chapters know what the others say.
    """
    in_use = [one for one in outline.ordered() if outline.is_on(one.code)]
    written: dict[str, Paragraphs] = {}
    bodies: dict[str, Paragraphs] = {}

    def write(sections: Iterable[Section], knowing: Facts) -> None:
        for one in sections:
            found = texts.get(one.code, ())
            ours = written[one.code] = write_section(knowing, outline, one, found)
            tails = frozenset(passage.code for passage in one.passages if passage.is_tail)
            if body := merge(knowing, ours, found, tails):
                bodies[one.code] = body

    titled = [one for one in in_use if one.heading]
    write((one for one in titled if not one.speaks_last), facts)
    knowing = replace(facts, speaking=tuple(one.code for one in titled if one.code in bodies))
    write((one for one in titled if one.speaks_last), knowing)
    leading = replace(knowing, leads_over=bool(bodies))
    write((one for one in in_use if not one.heading), leading)
    return written, bodies


def _sections(outline: Outline, bodies: Mapping[str, Paragraphs]) -> Iterator[DraftSection]:
    """Yield the chapters that say something, in the clerk's order."""
    for one in outline.ordered():
        if body := bodies.get(one.code):
            yield DraftSection(one, outline.heading(one) if one.heading else "", body)
