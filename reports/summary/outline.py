"""The chapters, paragraphs and clauses of one summary in the clerk's order, with what is off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from models.records.summary import SummaryPart
from reports.summary.parts import STANDARD, Clause, Passage, Section


class Coded(Protocol):
    """A chapter, a paragraph or a clause."""

    @property
    def code(self) -> str:
        """Return what tells it from its neighbours."""


C = TypeVar("C", bound=Coded)


@dataclass(frozen=True, slots=True)
class Outline:
    """The library of chapters as one summary uses it."""

    sections: tuple[Section, ...]
    parts: Mapping[str, SummaryPart]
    level: int

    def ordered(self) -> list[Section]:
        """Return all chapters in the clerk's order, those that are off too."""
        return self._order(self.sections, "")

    def passages(self, section: Section) -> list[Passage]:
        """Return the paragraphs of a chapter in the clerk's order."""
        return self._order(section.passages, f"{section.code}.")

    def clauses(self, section: Section, passage: Passage) -> list[Clause]:
        """Return the clauses of a paragraph in the clerk's order."""
        return self._order(passage.clauses, f"{section.code}.{passage.code}.")

    def in_use(self, section: Section, passage: Passage) -> list[Clause]:
        """Return the clauses that are on and belong to the length of this summary."""
        place = f"{section.code}.{passage.code}"
        return [
            one
            for one in self.clauses(section, passage)
            if self.is_on(f"{place}.{one.code}") and one.level <= self.level
        ]

    def is_on(self, part: str) -> bool:
        """Whether the clerk left a part in."""
        found = self.parts.get(part)
        return found is None or not found.is_off

    def heading(self, section: Section) -> str:
        """Return the heading of a chapter, the clerk's own when there is one."""
        found = self.parts.get(section.code)
        return (found.title if found else "") or section.heading

    def style(self, section: Section, passage: str, figure: str) -> str:
        """Return the wording that the clerk chose for a figure in a paragraph."""
        found = self.parts.get(f"{section.code}.{passage}:{figure}")
        return found.style if found else ""

    def _order(self, coded: Sequence[C], prefix: str) -> list[C]:
        """Return them by their positions; those without one stay behind the one before them."""
        placed: list[tuple[tuple[int, int], C]] = []
        last = -1
        for number, one in enumerate(coded):
            part = self.parts.get(f"{prefix}{one.code}")
            if part is not None and part.position is not None:
                last = part.position
            placed.append(((last, number), one))
        return [one for _, one in sorted(placed, key=lambda item: item[0])]


def outline_of(sections: tuple[Section, ...], parts: Sequence[SummaryPart], length: str) -> Outline:
    """Return the outline that the clerk's decisions make of a library of chapters."""
    return Outline(sections, {one.part: one for one in parts}, int(length or STANDARD))
