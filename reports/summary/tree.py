"""The outline of a summary as a tree: chapters, their paragraphs, their sentences."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from models.codes import table
from models.records.summary import SummaryText
from models.store import Store
from reports.summary.draft import Draft
from reports.summary.facts import Facts
from reports.summary.parts import Passage, Section

NOTHING = "没有可写的"


@dataclass(frozen=True, slots=True)
class Node:
    """A part of the outline: whether it is on, and why it is not in the text although it is."""

    part: str
    label: str
    is_on: bool
    note: str = ""
    heading: str = ""
    children: tuple["Node", ...] = ()


def tree_of(store: Store, draft: Draft) -> tuple[Node, ...]:
    """Return the whole library of chapters in the clerk's order, as this summary uses it."""
    speaking = tuple(one.section.code for one in draft.sections if one.heading)
    facts = replace(draft.facts, speaking=speaking, leads_over=True)
    dropped = {
        f"{one.section}.{one.passage}"
        for one in store.find(SummaryText, **draft.key.equals)
        if one.is_dropped
    }
    return tuple(_section_node(draft, facts, one, dropped) for one in draft.outline.ordered())


def _section_node(draft: Draft, facts: Facts, section: Section, dropped: set[str]) -> Node:
    outline = draft.outline
    is_on = outline.is_on(section.code)
    speaks = any(one.section.code == section.code for one in draft.sections)
    children = tuple(
        _passage_node(draft, facts, section, one, dropped) for one in outline.passages(section)
    )
    heading = outline.heading(section) if section.heading else ""
    note = "" if speaks or not is_on else NOTHING
    return Node(section.code, section.label, is_on, note, heading, children)


def _passage_node(
    draft: Draft, facts: Facts, section: Section, passage: Passage, dropped: set[str]
) -> Node:
    part = f"{section.code}.{passage.code}"
    clauses = tuple(_clause_nodes(draft, facts, part, section, passage))
    is_on = draft.outline.is_on(part) and part not in dropped
    is_silent = all(one.note for one in clauses if one.is_on)
    note = NOTHING if is_on and is_silent else ""
    return Node(part, passage.label, is_on, note, children=clauses)


def _clause_nodes(
    draft: Draft, facts: Facts, part: str, section: Section, passage: Passage
) -> Iterator[Node]:
    lengths = table("paper_length")
    for one in draft.outline.clauses(section, passage):
        code = f"{part}.{one.code}"
        note = ""
        if one.level > draft.outline.level:
            note = f"{lengths.label(str(one.level))}才写"
        elif one.write(facts) is None:
            note = NOTHING
        yield Node(code, one.label, draft.outline.is_on(code), note)
