"""What every row of the benchmark gets and gives."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.table import Line


@dataclass(frozen=True, slots=True)
class Scale:
    """How much is measured, how often, and a folder for its files."""

    is_quick: bool
    rounds: int
    folder: Path

    def pick(self, whole: int, quick: int) -> int:
        """Return the size for this run."""
        return quick if self.is_quick else whole


@dataclass(frozen=True, slots=True)
class Outcome:
    """The lines of a row, and which peers were passed over and why."""

    lines: Sequence[Line]
    skipped: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table; the title may name the size."""

    name: str
    title: Callable[[Scale], str]
    measure: Callable[[Scale], Outcome]
