"""What reading an edited file back can find."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["changed", "lost", "number"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One place where the file no longer says what the program wrote.

    `changed`: a figure has other words; `lost`: its bookmark is gone or empty; `number`: a number
    that was not there and belongs to no figure, with the words around it.
    """

    kind: Kind
    bookmark: str = ""
    code: str = ""
    was: str = ""
    now: str = ""
    around: str = ""
