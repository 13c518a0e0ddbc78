"""A summary as it stands: what the program writes, with what the clerk made of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.figures.figure import Figure
from models.periods import Period
from models.records.summary import SummaryPaper, SummaryPart, SummaryText
from models.store import Store
from models.summary import markup
from models.summary.markup import Span
from models.summary.papers import paper_for, signed_on
from models.values.numbers import chinese_numeral
from reports.summary.facts import Facts, Sentence, gather
from reports.summary.library import SECTIONS
from reports.summary.outline import Outline, outline_of
from reports.summary.parts import Passage, Section


@dataclass(frozen=True, slots=True)
class DraftParagraph:
    """A paragraph with its figures filled in.

    `passage` is the code of what the program writes there, blank for the clerk's own; `basis` is
    that as marked-up text, so the clerk has rewritten the paragraph when its own text differs.
    """

    spans: tuple[Span, ...]
    passage: str = ""
    basis: str = ""

    @property
    def text(self) -> str:
        """The words as they print."""
        return "".join(span.text for span in self.spans)

    @property
    def words(self) -> str:
        """The paragraph as it is stored."""
        return markup.write(self.spans)

    @property
    def is_rewritten(self) -> bool:
        """Whether the clerk changed what the program wrote."""
        return bool(self.passage) and self.words != self.basis


@dataclass(frozen=True, slots=True)
class DraftSection:
    """A chapter that says something; its heading is blank when it has none."""

    section: Section
    heading: str
    paragraphs: tuple[DraftParagraph, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole summary: its settings, its chapters in order, what it speaks from."""

    paper: SummaryPaper
    period: Period
    facts: Facts
    outline: Outline
    sections: tuple[DraftSection, ...]

    @property
    def title(self) -> str:
        """The title, the clerk's own when there is one."""
        union = self.facts.town.union_name
        return self.paper.title or f"{union}{self.period.words()}工作总结"

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

    def figure_codes(self) -> tuple[str, ...]:
        """Return the codes of the figures in the text, each once, in their order."""
        spans = (
            span
            for section in self.sections
            for paragraph in section.paragraphs
            for span in paragraph.spans
        )
        return tuple(dict.fromkeys(span.figure for span in spans if span.figure))


def draft_of(
    store: Store,
    period: Period,
    figures: Mapping[str, Figure] | None = None,
    *,
    sections: tuple[Section, ...] = SECTIONS,
) -> Draft:
    """Return the summary of a period as the clerk's decisions and words leave it."""
    paper = paper_for(store, period)
    facts = gather(store, period, figures)
    chosen = {"year": paper.year, "span": paper.span}
    outline = outline_of(sections, store.find(SummaryPart, **chosen), paper.length)
    texts = _by_section(store.find(SummaryText, **chosen) if period.span is not None else ())
    return Draft(paper, period, facts, outline, tuple(_sections(facts, outline, texts)))


def _by_section(texts: Iterable[SummaryText]) -> dict[str, list[SummaryText]]:
    found: dict[str, list[SummaryText]] = {}
    for one in texts:
        found.setdefault(one.section, []).append(one)
    return found


def _sections(
    facts: Facts, outline: Outline, texts: Mapping[str, Sequence[SummaryText]]
) -> Iterator[DraftSection]:
    """Yield the chapters that are on and say something; some know what the others say."""
    in_use = [one for one in outline.ordered() if outline.is_on(one.code)]
    bodies: dict[str, list[DraftParagraph]] = {}

    def write(sections: Iterable[Section], knowing: Facts) -> None:
        for one in sections:
            if body := _paragraphs(knowing, outline, one, texts.get(one.code, ())):
                bodies[one.code] = body

    titled = [one for one in in_use if one.heading]
    write((one for one in titled if not one.speaks_last), facts)
    knowing = replace(facts, speaking=tuple(one.code for one in titled if one.code in bodies))
    write((one for one in titled if one.speaks_last), knowing)
    leading = replace(knowing, leads_over=bool(bodies))
    write((one for one in in_use if not one.heading), leading)
    for one in in_use:
        if body := bodies.get(one.code):
            yield DraftSection(one, outline.heading(one) if one.heading else "", tuple(body))


def _paragraphs(
    facts: Facts, outline: Outline, section: Section, texts: Sequence[SummaryText]
) -> list[DraftParagraph]:
    fresh, tails = _fresh(facts, outline, section)
    if fresh and all(one.passage for one in texts):
        last = [*fresh][-1]
        fresh[last] = _run_on(fresh[last], tails)
        tails = []
    written = {**fresh, **{one.passage: one for one in tails}}
    kept = _kept(facts, fresh, written, texts) if texts else [*fresh.values()]
    known = {one.passage for one in texts}
    return [*kept, *(one for one in tails if one.passage not in known)]


def _run_on(paragraph: DraftParagraph, tails: Sequence[DraftParagraph]) -> DraftParagraph:
    spans = (*paragraph.spans, *(span for tail in tails for span in tail.spans))
    return replace(paragraph, spans=spans, basis=markup.write(spans))


def _fresh(
    facts: Facts, outline: Outline, section: Section
) -> tuple[dict[str, DraftParagraph], list[DraftParagraph]]:
    """Return what the program writes in a chapter: paragraphs by code, and tails."""
    found: dict[str, DraftParagraph] = {}
    tails: list[DraftParagraph] = []
    for passage in outline.passages(section):
        if not outline.is_on(f"{section.code}.{passage.code}"):
            continue
        written = passage.written(facts, outline.in_use(section, passage))
        if not written:
            continue
        spans = _styled(facts, outline, section, passage, written)
        paragraph = DraftParagraph(spans, passage.code, markup.write(spans))
        if passage.is_tail:
            tails.append(paragraph)
        else:
            found[passage.code] = paragraph
    return found, tails


def _styled(
    facts: Facts, outline: Outline, section: Section, passage: Passage, written: Sentence
) -> tuple[Span, ...]:
    """Return a paragraph with the wordings that the clerk chose for its figures."""
    return tuple(
        _filled(facts, replace(one, style=style))
        if one.figure and (style := outline.style(section, passage.code, one.figure))
        else one
        for one in written
    )


def _kept(
    facts: Facts,
    fresh: Mapping[str, DraftParagraph],
    written: Mapping[str, DraftParagraph],
    texts: Sequence[SummaryText],
) -> list[DraftParagraph]:
    """Return the paragraphs in the clerk's order; new ones stand behind the one before them."""
    placed = [one for one in texts if one.position is not None]
    unplaced = [one for one in texts if one.position is None]
    kept: list[DraftParagraph] = []
    for one in placed:
        if not one.is_dropped:
            kept.extend(_restored(facts, written, one))
    known = {one.passage for one in placed}
    before = ""
    for code, paragraph in fresh.items():
        if code not in known:
            _insert_behind(kept, before, paragraph)
        before = code
    for one in unplaced:
        kept.extend(_restored(facts, written, one))
    return kept


def _insert_behind(kept: list[DraftParagraph], before: str, paragraph: DraftParagraph) -> None:
    places = [place for place, one in enumerate(kept) if one.passage == before and before]
    kept.insert(places[0] + 1 if places else 0 if not before else len(kept), paragraph)


def _restored(
    facts: Facts, written: Mapping[str, DraftParagraph], text: SummaryText
) -> Iterator[DraftParagraph]:
    """Yield the paragraphs that a stored text is now."""
    ours = written.get(text.passage) if text.passage else None
    if text.passage and text.words == text.basis:
        if ours is not None:
            yield ours
        return
    basis = ours.basis if ours is not None else text.basis
    for line in text.words.splitlines():
        if line.strip():
            spans = tuple(_filled(facts, one) for one in markup.read(line.strip()))
            yield DraftParagraph(spans, text.passage, basis)


def _filled(facts: Facts, span: Span) -> Span:
    """Return a span with the figure's value; a figure that is no more leaves a gap to be seen."""
    if not span.figure:
        return span
    figure = facts.figures.get(span.figure)
    text = figure.say(span.style) if figure is not None and figure.value is not None else "〔无数〕"
    return replace(span, text=text)
