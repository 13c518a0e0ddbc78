"""How long a text is: words without spaces, and about how many pages it will fill."""

from collections.abc import Iterable
from math import ceil

from ui.pages.summary.manuscript import TextLine

LETTERS_A_LINE = 28
LINES_A_PAGE = 22
INDENT = 2
# The title stands with a blank line above and below, the signature under a blank line.
AROUND = 4


def count_letters(texts: Iterable[str]) -> int:
    """Return the number of letters, spaces not counted."""
    return sum(1 for text in texts for char in text if not char.isspace())


def guess_pages(lines: Iterable[tuple[TextLine, str]]) -> int:
    """Return about how many pages lines with their words fill on the grid of official papers."""
    count = AROUND + sum(ceil((len(text) + INDENT) / LETTERS_A_LINE) for _, text in lines)
    return ceil(count / LINES_A_PAGE)
