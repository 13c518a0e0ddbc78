"""A draft as a version keeps it, and a version made the draft again."""

from collections.abc import Iterator
from dataclasses import replace

from models.records.summary import SummaryPart
from models.store import Store
from models.summary.parts import keep_order, keep_title, switch_off, switch_on
from models.summary.texts import KeptParagraph, keep_section
from models.summary.versions import Line, SaidFigure, Snapshot
from reports.summary.draft import Draft, draft_of


def snapshot(draft: Draft) -> Snapshot:
    """Return a draft as a version keeps it."""
    said: dict[tuple[str, str], SaidFigure] = {}
    for one in draft.figure_spans():
        figure = draft.facts.figures[one.figure]
        said[one.figure, one.style] = SaidFigure(
            one.figure, one.style, figure.definition.label, one.text, figure.exact
        )
    return Snapshot(tuple(_lines(draft)), tuple(said.values()))


def restore(store: Store, draft: Draft, kept: Snapshot) -> None:
    """Have the text of a version again; its figures follow the records of today.

    The caller names the operation.
    """
    key = draft.key
    title = next((one.words for one in kept.lines if one.kind == "title"), "")
    if title != _one_line(draft.title):
        own = "" if title == _one_line(draft.usual_title) else title
        store.save(replace(draft.paper, title=own))
    for code in kept.sections:
        switch_on(store, key, code)
    for section in draft.sections:
        if section.section.code not in kept.sections:
            switch_off(store, key, section.section.code)
    _restore_headings(store, draft, kept)
    _restore_order(store, draft, kept)
    _switch_passages_on(store, draft, kept)
    afresh = draft_of(store, draft.period, draft.facts.figures)
    for code in kept.sections:
        paragraphs = [
            KeptParagraph(one.words, one.passage)
            for one in kept.lines
            if one.section == code and one.kind == "paragraph"
        ]
        written = {one.passage: one.words for one in afresh.written.get(code, ())}
        keep_section(store, key, code, paragraphs, written, off=off_passages(afresh, code))


def off_passages(draft: Draft, section: str) -> frozenset[str]:
    """Return the codes of the paragraphs of a chapter that the outline leaves out."""
    return frozenset(
        passage.code
        for one in draft.outline.sections
        if one.code == section
        for passage in one.passages
        if not draft.outline.is_on(f"{section}.{passage.code}")
    )


def _restore_headings(store: Store, draft: Draft, kept: Snapshot) -> None:
    usual = {one.code: one.heading for one in draft.outline.sections}
    for line in kept.lines:
        if line.kind == "heading":
            own = line.words.partition("、")[2] or line.words
            is_usual = own == usual.get(line.section)
            keep_title(store, draft.key, line.section, "" if is_usual else own)


def _restore_order(store: Store, draft: Draft, kept: Snapshot) -> None:
    now = [one.code for one in draft.outline.ordered()]
    if [code for code in now if code in kept.sections] != list(kept.sections):
        rest = [code for code in now if code not in kept.sections]
        keep_order(store, draft.key, [*kept.sections, *rest])


def _switch_passages_on(store: Store, draft: Draft, kept: Snapshot) -> None:
    parts = {one.part for one in store.find(SummaryPart, **draft.key.equals) if one.is_off}
    for line in kept.lines:
        part = f"{line.section}.{line.passage}"
        if line.passage and part in parts:
            switch_on(store, draft.key, part)


def _lines(draft: Draft) -> Iterator[Line]:
    yield Line("title", _one_line(draft.title))
    headings = draft.headings()
    for section in draft.sections:
        code = section.section.code
        if code in headings:
            yield Line("heading", headings[code], code)
        for one in section.paragraphs:
            yield Line("paragraph", one.words, code, one.passage)


def _one_line(title: str) -> str:
    return title.replace("\n", "")
