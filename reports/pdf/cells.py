"""Cells of a list: each distinct text is fitted once and kept as ready PDF operators.

A cell's operators start at the column's left inner edge on the column's baseline, in the column's
pen, and come back there. All texts of a column have one size if that can be.
"""

from collections.abc import Collection

from reports.blocks import Align
from reports.pdf.balance import balance
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
_SMALLEST_SIZES = (8.5, 8, 7.5, 7)
_WRAPPED_SIZE = 9
_TWO_LINE_SIZES = (9, 8.5, 8)
_KEPT_TEXTS = 2_000


class Cells(dict[str, str]):
    """The operators of one column's texts; `tall` has the heights of those that need more room."""

    def __init__(
        self,
        style: Style,
        align: Align,
        texts: Collection[str],
        *,
        width: float,
        height: float,
        paper: Paper,
    ) -> None:
        super().__init__()
        self.tall: dict[str, float] = {}
        self._role = style.role
        self._paper = paper
        self._room = width - 2 * PADDING
        self._height = height
        # Which share of the room left over stands before the text.
        self._before = {"left": 0.0, "center": 0.5, "right": 1.0}[align]
        self.ink = paper.ink(style.role, self._common_size(texts, style.ink(paper)))

    def __missing__(self, text: str) -> str:
        if len(self) > _KEPT_TEXTS:
            self.clear()
        width = self.ink.width(text)
        if not text:
            operators = ""
        elif width <= self._room and "\n" not in text:
            operators = self._aligned(self.ink.array(text), width, self.ink)
        else:
            operators = self._fit(text)
        self[text] = operators
        return operators

    def _common_size(self, texts: Collection[str], ink: Ink) -> float:
        """Return the largest size in which every text stands on one line, else that of two."""
        wide = {
            text: width
            for text in texts
            if len(text) * ink.size > self._room and (width := ink.width(text)) > self._room
        }
        if not wide:
            return ink.size
        needed = self._room / max(wide.values()) * ink.size
        sizes: tuple[float, ...] = _ONE_LINE_SIZES
        if all(_is_unbreakable(text) for text in wide):
            sizes += _SMALLEST_SIZES
        return next((size for size in sizes if size <= needed), _WRAPPED_SIZE)

    def _fit(self, text: str) -> str:
        """Use two lines, or shrink what cannot be broken, or let the row grow."""
        lines, ink = self._lines(text)
        leading = ink.size * _LEADING
        height = ink.size + (len(lines) - 1) * leading
        if height + _CLEARANCE > self._height:
            self.tall[text] = height + 2 * PADDING
        first = MIDDLE * self.ink.size + height / 2 - (MIDDLE + 0.5) * ink.size
        moves = [f"0 {first:.2f} Td", *[f"0 {-leading:.2f} Td"] * (len(lines) - 1)]
        shown = [
            move + self._aligned(line.arrays, line.width, ink)
            for move, line in zip(moves, lines, strict=True)
        ]
        back = (len(lines) - 1) * leading - first
        return f"{ink.select} {' '.join(shown)} 0 {back:.2f} Td{self.ink.select}"

    def _lines(self, text: str) -> tuple[list[Line], Ink]:
        if _is_unbreakable(text):
            for size in _SMALLEST_SIZES:
                ink = self._paper.ink(self._role, size)
                if ink.width(text) <= self._room:
                    return [single(text, ink)], ink
        for size in _TWO_LINE_SIZES:
            ink = self._paper.ink(self._role, size)
            fits = ink.size * (1 + _LEADING) + _CLEARANCE <= self._height
            if fits and ink.width(text) <= 2 * self._room:
                parts = balance(text, ink, self._room)
                if 0 < len(parts) <= 2:
                    return [single(part, ink) for part in parts], ink
        ink = self._paper.ink(self._role, min(self.ink.size, _WRAPPED_SIZE))
        return self._wrapped(text, ink), ink

    def _wrapped(self, text: str, ink: Ink) -> list[Line]:
        lines = [line for part in text.split("\n") for line in self._evened(part, ink)]
        return lines or [single("", ink)]

    def _evened(self, part: str, ink: Ink) -> list[Line]:
        """Return the fewest lines, about equally long, so that no word's last character is alone."""
        lines = compose_text(part, ink, Measure(self._room, is_flush=False))
        even = ink.width(part) / max(1, len(lines)) + ink.size
        if even < self._room:
            evened = compose_text(part, ink, Measure(even, is_flush=False))
            return evened if len(evened) == len(lines) else lines
        return lines

    def _aligned(self, array: str, width: float, ink: Ink) -> str:
        if not self._before or not array:
            return array
        move = (width - self._room) * self._before * 1000 / ink.size
        return f"[{move:.1f}{array[1:]}"


def _is_unbreakable(text: str) -> bool:
    return "\n" not in text and len(groups(text)) == 1
