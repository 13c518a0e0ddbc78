"""The type area of official documents, 版心 (GB/T 9704-2012, 5.2): 22 lines of 28 characters."""

from typing import Final

from reports.pdf.ink import ASCENT, MIDDLE, Ink
from reports.pdf.lines import Line
from reports.pdf.paper import MM, Paper
from reports.pdf.styles import CELL

LINES: Final = 22
LEFT: Final = 28 * MM
TOP: Final = 37 * MM
WIDTH: Final = 156 * MM
HEIGHT: Final = 225 * MM
STEP: Final = CELL * 1.875


def baseline(place: int, ink: Ink) -> float:
    """Return a row's baseline from the top of the page; larger type shares the row's middle."""
    return TOP + place * STEP + ASCENT * CELL + MIDDLE * (ink.size - CELL)


def show(ink: Ink, line: Line, x: float, from_top: float, paper: Paper) -> str:
    """Return the operators of a line, x from the left of the area, its baseline from the top."""
    return ink.place(line.arrays, LEFT + x, paper.height - from_top)


def rule(from_top: float, weight: float, paper: Paper) -> str:
    """Return the operators of a line over the whole width, by its middle from the top."""
    low = paper.height - from_top - weight / 2
    return f"{LEFT:.4f} {low:.4f} {WIDTH:.4f} {weight:.4f} re f"
