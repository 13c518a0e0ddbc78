"""A summary as one text for proofreading, and where in the summary each place of it is."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from models.proofreading.findings import HEADING, Finding
from models.proofreading.text import moved
from models.summary.markup import Span
from reports.summary.draft import Draft


@dataclass(frozen=True, slots=True)
class Line:
    """A heading or a paragraph: its place in the summary, and its place in the whole text.

    `is_own` is whether the clerk wrote or rewrote it; `ours` is what the program had written there.
    """

    section: str
    paragraph: int
    spans: tuple[Span, ...]
    start: int
    is_own: bool = False
    ours: str = ""

    @property
    def text(self) -> str:
        """The words of the line."""
        return "".join(one.text for one in self.spans)

    def figures(self) -> Iterator[tuple[int, Span]]:
        """Yield the figures of the line with their places in it."""
        place = 0
        for one in self.spans:
            if one.figure:
                yield place, one
            place += len(one.text)


def lines_of(draft: Draft) -> tuple[Line, ...]:
    """Return the title, the headings and the paragraphs of a summary in their order."""
    lines: list[Line] = []
    start = 0
    for one in _lines(draft):
        lines.append(replace(one, start=start))
        start += len(one.text) + 1
    return tuple(lines)


def whole_text(lines: tuple[Line, ...]) -> str:
    """Return the lines as one text."""
    return "\n".join(one.text for one in lines)


def placed(finding: Finding, lines: tuple[Line, ...]) -> Finding:
    """Return a finding of the whole text at its place in the summary."""
    line = line_at(finding.start, lines)
    return at_line(moved(finding, -line.start), line)


def line_at(place: int, lines: tuple[Line, ...]) -> Line:
    """Return the line in which a place of the whole text is."""
    return lines[max(bisect_right([one.start for one in lines], place) - 1, 0)]


def at_line(finding: Finding, line: Line) -> Finding:
    """Return a finding whose place counts from the beginning of a line."""
    return replace(finding, section=line.section, paragraph=line.paragraph)


def _lines(draft: Draft) -> Iterator[Line]:
    yield Line("", HEADING, (Span(draft.title.replace("\n", "")),), 0, is_own=True)
    headings = draft.headings()
    for section in draft.sections:
        code = section.section.code
        if code in headings:
            yield Line(code, HEADING, (Span(headings[code]),), 0)
        for number, one in enumerate(section.paragraphs):
            is_own = not one.passage or one.is_rewritten
            ours = one.was or one.basis
            yield Line(code, number, one.spans, 0, is_own=is_own, ours=ours)
