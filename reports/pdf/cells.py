"""Cells of a list: each distinct text is fitted once and kept as ready PDF operators.

A cell's operators start at the column's left inner edge on the row's baseline and come back there.
"""

from dataclasses import dataclass

from reports.blocks import Align
from reports.pdf.breaking import groups
from reports.pdf.ink import MIDDLE, Ink
from reports.pdf.lines import Line, Measure, compose_text, single
from reports.pdf.paper import MM, Paper
from reports.pdf.styles import Style

PADDING = 1.2 * MM
# What stays white between a full cell's lines and the rules around it.
_CLEARANCE = 3.0
_LEADING = 1.15
_ONE_LINE_SIZES = (10.5, 10, 9.5, 9)
_TWO_LINE_SIZES = (9, 8.5, 8)
_SMALLEST_SIZES = (8.5, 8, 7.5, 7)
_WRAPPED_SIZE = 9
_KEPT_TEXTS = 2_000


@dataclass(frozen=True)
class Fitted:
    """A text fitted into a cell: its operators and the height they need."""

    operators: str
    height: float


class Cells(dict[str, str]):
    """The operators of one column's texts; `tall` has the heights of those that need more room."""

    def __init__(
        self, style: Style, align: Align, *, width: float, height: float, paper: Paper
    ) -> None:
        super().__init__()
        self.tall: dict[str, float] = {}
        self._role = style.role
        self._ink = style.ink(paper)
        self._room = width - 2 * PADDING
        self._height = height
        self._paper = paper
        # Which share of the room left over stands before the text.
        self._before = {"left": 0.0, "center": 0.5, "right": 1.0}[align]

    def __missing__(self, text: str) -> str:
        if len(self) > _KEPT_TEXTS:
            self.clear()
        width = self._ink.width(text)
        if not text:
            operators = ""
        elif width <= self._room and "\n" not in text:
            operators = self._aligned(self._ink.array(text), width, self._ink)
        else:
            operators = self._fit(text)
        self[text] = operators
        return operators

    def _fit(self, text: str) -> str:
        """Shrink a little, then use two lines, then let the row grow."""
        lines, ink = self._lines(text)
        leading = ink.size * _LEADING
        height = ink.size + (len(lines) - 1) * leading
        if height + _CLEARANCE > self._height:
            self.tall[text] = height + 2 * PADDING
        first = MIDDLE * self._ink.size + height / 2 - (MIDDLE + 0.5) * ink.size
        moves = [f"0 {first:.2f} Td", *[f"0 {-leading:.2f} Td"] * (len(lines) - 1)]
        shown = [
            move + self._aligned(line.arrays, line.width, ink)
            for move, line in zip(moves, lines, strict=True)
        ]
        back = (len(lines) - 1) * leading - first
        return f"{ink.select} {' '.join(shown)} 0 {back:.2f} Td{self._ink.select}"

    def _lines(self, text: str) -> tuple[list[Line], Ink]:
        parts = [part for part in text.split("\n") if part] or [""]
        if len(parts) == 1:
            is_unbreakable = len(groups(text)) == 1
            for size in (*_ONE_LINE_SIZES, *(_SMALLEST_SIZES if is_unbreakable else ())):
                ink = self._paper.ink(self._role, size)
                if ink.width(text) <= self._room:
                    return [single(text, ink)], ink
        for size in _TWO_LINE_SIZES:
            lines, ink = self._wrap(parts, size)
            if len(lines) <= 2 and ink.size * (1 + _LEADING) + _CLEARANCE <= self._height:
                return lines, ink
        return self._wrap(parts, _WRAPPED_SIZE)

    def _wrap(self, parts: list[str], size: float) -> tuple[list[Line], Ink]:
        ink = self._paper.ink(self._role, size)
        measure = Measure(self._room, is_flush=False)
        return [line for part in parts for line in compose_text(part, ink, measure)], ink

    def _aligned(self, array: str, width: float, ink: Ink) -> str:
        if not self._before:
            return array
        move = (width - self._room) * self._before * 1000 / ink.size
        return f"[{move:.1f}{array[1:]}"
