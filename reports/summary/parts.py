"""What a summary is made of: chapters of paragraphs of clauses."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from models.summary import markup
from reports.summary.facts import Facts, Sentence, enumerate_points, join, say

SHORT, STANDARD, DETAILED = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence, or a point of an enumeration, that is written when the facts allow it.

    `level` is the shortest of the three lengths in which it stands.
    """

    code: str
    label: str
    write: Callable[[Facts], Sentence | None]
    level: int = STANDARD


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph: its clauses one after the other, or as 一是…二是….

    Clauses of a plain paragraph end with their own full stop; points that are parted by `between`
    come without one, and the paragraph ends with `end`. `lead` goes before the clauses and is
    written only with them. A tail stands after the clerk's own paragraphs, and in the paragraph
    before it when there are none.
    """

    code: str
    label: str
    clauses: tuple[Clause, ...]
    is_numbered: bool = False
    between: str = ""
    end: str = ""
    lead: Callable[[Facts], Sentence | None] | None = None
    is_tail: bool = False

    def written(self, facts: Facts, clauses: Sequence[Clause]) -> Sentence:
        """Return the paragraph that these clauses make, nothing when none has anything to say."""
        found = [one for one in (clause.write(facts) for clause in clauses) if one]
        if not found:
            return ()
        lead = (self.lead(facts) if self.lead else None) or ()
        marked = [(*one, *say(self.between)) for one in found[:-1]] if self.between else found[:-1]
        points = [*marked, found[-1]]
        body = enumerate_points(points) if self.is_numbered else join(points, "")
        return markup.join((*lead, *body, *say(self.end)))


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter; the opening and the closing have no heading.

    One that speaks last knows which of the others say something.
    """

    code: str
    label: str
    heading: str
    passages: tuple[Passage, ...]
    speaks_last: bool = False
