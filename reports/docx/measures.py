"""The page of GB/T 9704-2012 in Word's units: twips, half points and 1/4096 points a character."""

import math
from typing import Final

TWIPS_A_MM: Final = 1440 / 25.4
TWIPS_A_POINT: Final = 20
LINES: Final = 22
CHARS: Final = 28
# Word has only half points: 三号 is 16 pt there, and the grid takes away what is too much.
BODY_POINTS: Final = 16


def twips(mm: float) -> int:
    """Return millimetres as twips."""
    return round(mm * TWIPS_A_MM)


PAGE_WIDTH: Final = twips(210)
PAGE_HEIGHT: Final = twips(297)
TOP: Final = twips(37)
LEFT: Final = twips(28)
RIGHT: Final = twips(26)
BOTTOM: Final = twips(35)
WIDTH: Final = PAGE_WIDTH - LEFT - RIGHT
HEIGHT: Final = PAGE_HEIGHT - TOP - BOTTOM

# 22 whole lines have to fit, the space below the last one too; on paper that one is not needed.
LINE: Final = HEIGHT // LINES
CHAR_SPACE: Final = math.floor((WIDTH / TWIPS_A_POINT / CHARS - BODY_POINTS) * 4096)
CELL: Final = WIDTH // CHARS


def cells(text: str) -> float:
    """Return how many characters of the grid a text takes: half of one for a Latin one."""
    return sum(0.5 if char.isascii() else 1.0 for char in text)
