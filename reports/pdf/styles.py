"""The styles of printed text by name: role and size in points (字号 as GB/T 9704 counts them)."""

import math
from dataclasses import dataclass
from typing import Final

from reports.pdf.faces import Role
from reports.pdf.ink import Ink
from reports.pdf.paper import MM, Paper

# 28 characters fill the 156 mm measure: the standard's 三号 is 15.79 pt.
CELL: Final = 156 * MM / 28


@dataclass(frozen=True)
class Style:
    """A role of the fonts at a size."""

    role: Role
    size: float

    def ink(self, paper: Paper) -> Ink:
        """Return the pen of this style on a paper."""
        return paper.ink(self.role, self.size)

    def fitted(self, text: str, width: float, paper: Paper) -> Ink:
        """Return the pen of this style, smaller when a text would be wider than `width`."""
        ink = self.ink(paper)
        natural = ink.width(text)
        if natural <= width:
            return ink
        return paper.ink(self.role, math.floor(self.size * width / natural * 10) / 10)


MASTHEAD = Style("title", 42)
SIGNER = Style("kai", CELL)
TITLE = Style("title", 22)
SUBTITLE = Style("kai", CELL)
BODY = Style("fang", CELL)
HEADINGS = {1: Style("hei", CELL), 2: Style("kai", CELL), 3: Style("fang", CELL)}
IMPRINT = Style("fang", 14)
PAGE_NUMBER = Style("song", 14)

LIST_TITLE = Style("title", 20)
LIST_LINE = Style("song", 12)
LIST_HEADER = Style("hei", 10.5)
LIST_CELL = Style("song", 10.5)
LIST_TOTAL = Style("hei", 10.5)
LIST_FOOTER = Style("song", 10.5)
LIST_SIGNATURE = Style("song", 12)

CERTIFICATE_HEADING = Style("title", 46)
CERTIFICATE_TEXT = Style("kai", 20)
CERTIFICATE_HONOUR = Style("title", 32)
CERTIFICATE_NUMBER = Style("fang", 12)
