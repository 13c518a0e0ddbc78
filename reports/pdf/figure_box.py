"""Where a figure's number stands on paper, so that the screen can make it clickable."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FigureBox:
    """A rectangle in points from the top left corner of a page; pages count from 0.

    A number that a line break divides from its text, or that stands twice, has several boxes.
    """

    code: str
    page: int
    left: float
    top: float
    width: float
    height: float
