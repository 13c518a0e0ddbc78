"""Paragraphs of a chapter: what the program writes, joined with what the clerk left there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from models.records.summary import SummaryText
from models.summary import markup
from models.summary.markup import Span
from reports.summary.facts import Facts, Sentence
from reports.summary.outline import Outline
from reports.summary.parts import Passage, Section

NO_VALUE = "〔无数〕"


@dataclass(frozen=True, slots=True)
class DraftParagraph:
    """A paragraph with its figures filled in.

    `passage` is the code of what the program writes there, blank for the clerk's own; `basis` is
    that as marked-up text, so the clerk has rewritten the paragraph when its own text differs;
    `was` is what the program wrote when she did, which may be something else by now.
    """

    spans: tuple[Span, ...]
    passage: str = ""
    basis: str = ""
    was: str = ""

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

    @property
    def is_overtaken(self) -> bool:
        """Whether the program would now write something else than what the clerk changed."""
        return self.is_rewritten and self.was not in ("", self.basis)


def write_section(
    facts: Facts, outline: Outline, section: Section, texts: Sequence[SummaryText]
) -> tuple[DraftParagraph, ...]:
    """Return what the program writes in a chapter; `texts` tell whether tails stand alone."""
    found: list[DraftParagraph] = []
    tails: list[DraftParagraph] = []
    for passage in outline.passages(section):
        if outline.is_on(f"{section.code}.{passage.code}"):
            written = passage.written(facts, outline.in_use(section, passage))
            if written:
                spans = _styled(facts, outline, section, passage, written)
                kind = tails if passage.is_tail else found
                kind.append(DraftParagraph(spans, passage.code, markup.write(spans)))
    alone = {one.passage for one in texts}
    stays_last = any(not one.passage and one.position is None for one in texts)
    for tail in tails:
        if found and tail.passage not in alone and not stays_last:
            found[-1] = _run_on(found[-1], tail)
        else:
            found.append(tail)
    return tuple(found)


def merge(
    facts: Facts,
    written: Sequence[DraftParagraph],
    texts: Sequence[SummaryText],
    tails: frozenset[str],
) -> tuple[DraftParagraph, ...]:
    """Return the paragraphs in the clerk's order; new ones stand behind the one before them.

    Texts without a place, from the first versions of the program, stand at the end of their
    chapter, and before its tails.
    """
    ours = {one.passage: one for one in written}
    kept: list[DraftParagraph] = []
    for one in texts:
        if one.position is not None and not one.is_dropped:
            kept.extend(_restored(facts, ours, one))
    known = {one.passage for one in texts if one.position is not None}
    unplaced = [one for one in texts if one.position is None]
    earlier: list[str] = []
    for fresh in written:
        if fresh.passage not in known and not (unplaced and fresh.passage in tails):
            kept.insert(_place_behind(kept, earlier), fresh)
        earlier.append(fresh.passage)
    for text in unplaced:
        kept.extend(_restored(facts, ours, text))
    if unplaced:
        kept.extend(one for one in written if one.passage in tails and one.passage not in known)
    return tuple(kept)


def fill(facts: Facts, span: Span) -> Span:
    """Return a span with the figure's value; a figure that is no more leaves a gap to be seen."""
    if not span.figure:
        return span
    figure = facts.figures.get(span.figure)
    text = figure.say(span.style) if figure is not None and figure.value is not None else NO_VALUE
    return replace(span, text=text)


def _run_on(paragraph: DraftParagraph, tail: DraftParagraph) -> DraftParagraph:
    spans = markup.join((*paragraph.spans, *tail.spans))
    return replace(paragraph, spans=spans, basis=markup.write(spans))


def _styled(
    facts: Facts, outline: Outline, section: Section, passage: Passage, written: Sentence
) -> tuple[Span, ...]:
    """Return a paragraph with the wordings that the clerk chose for its figures."""
    return tuple(
        fill(facts, replace(one, style=style))
        if one.figure and (style := outline.style(section, passage.code, one.figure))
        else one
        for one in written
    )


def _place_behind(kept: Sequence[DraftParagraph], earlier: Sequence[str]) -> int:
    """Return the place behind the nearest of the paragraphs that come before."""
    for passage in reversed(earlier):
        places = [place for place, one in enumerate(kept) if one.passage == passage]
        if places:
            return places[-1] + 1
    return 0


def _restored(
    facts: Facts, ours: Mapping[str, DraftParagraph], text: SummaryText
) -> Iterator[DraftParagraph]:
    """Yield the paragraphs that a stored text is now."""
    written = ours.get(text.passage) if text.passage else None
    if text.passage and text.words == text.basis:
        if written is not None:
            yield written
        return
    basis = written.basis if written is not None else text.basis
    for line in text.words.splitlines():
        if line.strip():
            spans = tuple(fill(facts, one) for one in markup.read(line.strip()))
            yield DraftParagraph(spans, text.passage, basis, text.basis)
