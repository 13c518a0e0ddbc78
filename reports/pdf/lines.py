"""Chinese lines: broken where the standard allows, every full one flush at its right edge.

A line that is a little too long first gives up the blank halves of its punctuation marks; when that
is not enough, what does not fit goes to the next line and the rest is stretched evenly. A closing
mark at the end of a line keeps only its inked half inside the measure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise

from models.summary.markup import Span
from reports.pdf.breaking import CLOSING_MARKS, OPENING_MARKS, atoms, groups
from reports.pdf.faces import is_invisible
from reports.pdf.ink import Ink, show_array

_BLANKS = " \u3000\u00a0"
_EXACT = 1e-6


@dataclass(frozen=True)
class Mark:
    """A stretch of a line that shows a figure, in points from the line's left end."""

    figure: str
    left: float
    right: float


@dataclass(frozen=True)
class Line:
    """One composed line: its text, its operators and how far it reaches."""

    text: str
    arrays: str
    indent: float
    width: float
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Measure:
    """How wide lines are, how far the first one is indented, and whether full ones are flush."""

    width: float
    first_indent: float = 0.0
    is_flush: bool = True


def compose(spans: Sequence[Span], ink: Ink, measure: Measure) -> list[Line]:
    """Return a paragraph's lines."""
    return _Paragraph(spans, ink, measure).lines()


def compose_text(text: str, ink: Ink, measure: Measure) -> list[Line]:
    """Return the lines of a text without figures."""
    return compose((Span(text),), ink, measure)


def single(text: str, ink: Ink) -> Line:
    """Return a text as one line of its natural width."""
    lines = compose_text(text, ink, Measure(float("inf")))
    return lines[0] if lines else Line("", "", 0.0, 0.0)


class _Paragraph:
    """A paragraph's characters with their advances; gap i is what lies behind character i."""

    def __init__(self, spans: Sequence[Span], ink: Ink, measure: Measure) -> None:
        kept = [(c, s.figure) for s in spans for c in s.text if c != "\n" and not is_invisible(c)]
        self.text = "".join(char for char, _ in kept)
        self.figures = [figure for _, figure in kept]
        self.ink = ink
        self.measure = measure
        ink.width(self.text)  # names the text when a character is missing
        self.advances = [ink.widths[char] for char in self.text]
        self.blanks = [ink.blank(char) for char in self.text]
        self.fixed, self.room = self._gaps()
        self.elastic = self._elastic_gaps()
        self._advance_sums = _sums(self.advances)
        self._fixed_sums = _sums(self.fixed)
        self._room_sums = _sums(self.room)

    def lines(self) -> list[Line]:
        """Return the composed lines."""
        made: list[Line] = []
        parts = self._fitting_parts()
        first = 0
        while first < len(parts):
            indent = self.measure.first_indent if not made else 0.0
            behind = self._fill(parts, first, self.measure.width - indent)
            start, end = parts[first][0], self._trimmed(parts[first][0], parts[behind - 1][1])
            made.append(self._line(start, end, indent, is_last=behind == len(parts)))
            first = behind
        return made

    def _gaps(self) -> tuple[list[float], list[float]]:
        """Two neighbouring marks take one and a half cells; other blank halves may be given up."""
        fixed, room = [], []
        for (char, blank), (next_char, next_blank) in pairwise(
            [*zip(self.text, self.blanks, strict=True), ("", 0.0)]
        ):
            slack = blank if char in CLOSING_MARKS else 0.0
            slack += next_blank if next_char in OPENING_MARKS else 0.0
            taken = min(slack, self.ink.size / 2) if blank and next_blank else 0.0
            fixed.append(-taken)
            room.append(slack - taken)
        return fixed, room

    def _elastic_gaps(self) -> list[bool]:
        elastic = [False] * len(self.text)
        for _, end in atoms(self.text):
            elastic[end - 1] = True
        return elastic

    def _fitting_parts(self) -> list[tuple[int, int]]:
        """Return the unbreakable parts; what no line could hold is taken apart."""
        widest = self.measure.width - self.measure.first_indent
        parts: list[tuple[int, int]] = []
        for start, end in groups(self.text):
            natural, room = self._extent(start, end)
            if natural - room <= widest:
                parts.append((start, end))
            else:
                parts += [(place, place + 1) for place in range(start, end)]
        return parts

    def _extent(self, start: int, end: int) -> tuple[float, float]:
        """Return a line's natural width and what its marks could give up."""
        end = self._trimmed(start, end)
        natural = self._advance_sums[end] - self._advance_sums[start]
        natural += self._fixed_sums[end - 1] - self._fixed_sums[start]
        if self.text[end - 1] in CLOSING_MARKS:
            natural -= self.blanks[end - 1]
        return natural, self._room_sums[end - 1] - self._room_sums[start]

    def _trimmed(self, start: int, end: int) -> int:
        while end > start + 1 and self.text[end - 1] in _BLANKS:
            end -= 1
        return end

    def _fill(self, parts: Sequence[tuple[int, int]], first: int, width: float) -> int:
        """Return which part begins the next line: squeezing wins where it changes no more."""
        start = parts[first][0]
        left = 0.0
        for place in range(first, len(parts)):
            natural, room = self._extent(start, parts[place][1])
            excess = natural - width
            if excess > _EXACT:
                ends_paragraph = place == len(parts) - 1
                squeezes = excess <= room + _EXACT and (excess <= left + _EXACT or ends_paragraph)
                return place + 1 if squeezes or place == first else place
            left = -excess
        return len(parts)

    def _line(self, start: int, end: int, indent: float, *, is_last: bool) -> Line:
        width = self.measure.width - indent
        natural, room = self._extent(start, end)
        gaps = self.fixed[start : end - 1]
        elastic = self.elastic[start : end - 1]
        if natural > width and room:
            share = (natural - width) / room
            gaps = [
                gap - share * some
                for gap, some in zip(gaps, self.room[start : end - 1], strict=True)
            ]
        elif natural < width and self.measure.is_flush and not is_last and any(elastic):
            extra = (width - natural) / sum(elastic)
            gaps = [gap + extra * stretches for gap, stretches in zip(gaps, elastic, strict=True)]
        else:
            width = natural
        return Line(
            self.text[start:end],
            self._arrays(start, end, gaps),
            indent,
            width,
            tuple(self._marks(start, end, gaps)),
        )

    def _arrays(self, start: int, end: int, gaps: Sequence[float]) -> str:
        spell, scale = self.ink.spell, -1000 / self.ink.size
        shown: list[str] = []
        for char, gap in zip(self.text[start:end], [*gaps, 0.0], strict=True):
            shown.append(spell(char))
            if gap:
                shown.append(f"){gap * scale:.2f}(")
        return show_array("".join(shown))

    def _marks(self, start: int, end: int, gaps: Sequence[float]) -> Iterator[Mark]:
        if not any(self.figures[start:end]):
            return
        steps = map(sum, zip(self.advances[start:end], [*gaps, 0.0], strict=True))
        lefts = list(accumulate(steps, initial=0.0))
        for figure, run in groupby(range(start, end), key=self.figures.__getitem__):
            places = list(run)
            if figure:
                right = lefts[places[-1] - start] + self.advances[places[-1]]
                yield Mark(figure, lefts[places[0] - start], right)


def _sums(values: Sequence[float]) -> list[float]:
    return list(accumulate(values, initial=0.0))
