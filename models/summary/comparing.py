"""What changed between two texts of a summary: paragraphs, words in them, figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from models.summary.versions import Line, SaidFigure, Snapshot

Piece = tuple[Literal["same", "gone", "new"], str]
# Two paragraphs that have less than this in common are not one paragraph that was changed.
ALIKE = 0.4


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that says something else than before; a blank side is where it does not stand."""

    code: str
    label: str
    before: str
    after: str

    @property
    def words(self) -> str:
        """The change as marks and lists show it: 63家→64家."""
        return f"{self.before or '没有'}→{self.after or '没有'}"


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line before and after; one side is None where it did not stand."""

    before: Line | None
    after: Line | None
    pieces: tuple[Piece, ...]

    @property
    def is_same(self) -> bool:
        """Whether nothing changed in it."""
        return all(kind == "same" for kind, _ in self.pieces)


def changed_figures(before: Snapshot, after: Snapshot) -> tuple[FigureChange, ...]:
    """Return the figures that both texts name and that say something else, in their order."""
    return tuple(
        FigureChange(one.code, one.label, was.text, one.text)
        for one in after.figures
        if (was := _said_before(before, one)) is not None and was.text != one.text
    )


def missing_figures(before: Snapshot, after: Snapshot) -> tuple[SaidFigure, ...]:
    """Return the figures that stood in the text before and do not stand in it now."""
    now = {one.code for one in after.figures}
    found: dict[str, SaidFigure] = {}
    for one in before.figures:
        if one.code not in now:
            found.setdefault(one.code, one)
    return tuple(found.values())


def missing_sections(before: Snapshot, after: Snapshot) -> tuple[Line, ...]:
    """Return the headings of the chapters that were there before and are not now."""
    now = set(after.sections)
    return tuple(one for one in before.lines if one.kind == "heading" and one.section not in now)


def changed_lines(before: Snapshot, after: Snapshot) -> tuple[LineChange, ...]:
    """Return both texts line by line, what belongs together beside each other."""
    old = [(one, before.text(one)) for one in before.lines]
    new = [(one, after.text(one)) for one in after.lines]
    matcher = SequenceMatcher(None, [text for _, text in old], [text for _, text in new], False)
    changes: list[LineChange] = []
    for _, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        changes.extend(_paired(old[old_from:old_to], new[new_from:new_to]))
    return tuple(changes)


def changed_words(before: str, after: str) -> tuple[Piece, ...]:
    """Return what stayed, went and came in a text, in the order of reading."""
    matcher = SequenceMatcher(None, before, after, False)
    pieces: list[Piece] = []
    for kind, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if kind == "equal":
            pieces.append(("same", before[old_from:old_to]))
            continue
        if old_to > old_from:
            pieces.append(("gone", before[old_from:old_to]))
        if new_to > new_from:
            pieces.append(("new", after[new_from:new_to]))
    return tuple(pieces)


def _said_before(before: Snapshot, figure: SaidFigure) -> SaidFigure | None:
    """Return the same figure in the earlier text, in the same wording where it has it."""
    same = [one for one in before.figures if one.code == figure.code]
    worded = [one for one in same if one.style == figure.style]
    if worded:
        return worded[0]
    return next((one for one in same if one.exact != figure.exact), None)


def _paired(
    old: Sequence[tuple[Line, str]], new: Sequence[tuple[Line, str]]
) -> Iterator[LineChange]:
    """Yield lines side by side: the same place in the summary first, then what is alike."""
    left = list(old)
    for line, text in new:
        partner = next((one for one in left if _belongs(one, (line, text))), None)
        if partner is None:
            yield LineChange(None, line, (("new", text),))
            continue
        for gone, words in left[: left.index(partner)]:
            yield LineChange(gone, None, (("gone", words),))
        left = left[left.index(partner) + 1 :]
        yield LineChange(partner[0], line, changed_words(partner[1], text))
    for gone, words in left:
        yield LineChange(gone, None, (("gone", words),))


def _belongs(old: tuple[Line, str], new: tuple[Line, str]) -> bool:
    before, after = old[0], new[0]
    if before.kind != after.kind:
        return False
    if before.kind == "title" or (before.passage and before.passage == after.passage):
        return before.section == after.section
    return SequenceMatcher(None, old[1], new[1], False).ratio() >= ALIKE
