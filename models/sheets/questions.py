"""Something that a list leaves open, in the words in which the clerk is asked."""

from dataclasses import dataclass
from typing import Literal

Subject = Literal["word", "name", "value", "year"]


@dataclass(frozen=True, slots=True)
class Question:
    """Something asked once of a sheet; `code` says where, as the answers keep it.

    `rows` wait for it, unless it is optional; `likely` are the answers to think of first, `answer` is the one given.
    """

    subject: Subject
    code: str
    label: str
    word: str = ""
    rows: int = 0
    likely: tuple[str, ...] = ()
    answer: str = ""
    is_optional: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return not (self.answer or self.is_optional)
