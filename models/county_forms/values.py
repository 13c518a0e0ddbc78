"""What goes into a cell: a number, a day or a text; never a formula."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

Content: TypeAlias = Decimal | date | str | None


@dataclass(frozen=True, slots=True)
class CellValue:
    """The content of a cell, how it shows there, and the figure that it was (blank: none).

    `note` tells the clerk what she should know: in 万元, no such record, an average …
    """

    content: Content
    shown: str
    figure: str = ""
    note: str = ""
