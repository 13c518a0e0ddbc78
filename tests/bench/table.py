"""The benchmark table: one line a measured thing, with its target and the verdict."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDEST = 62


@dataclass(frozen=True, slots=True)
class Line:
    """What was measured; without a target it is there for orientation."""

    what: str
    measured: float
    target: float | None = None
    places: int = 2
    unit: str = ""
    at_least: bool = False

    @property
    def verdict(self) -> str:
        """Return ok or missed, judged as printed."""
        if self.target is None:
            return ""
        shown = round(self.measured, self.places)
        is_met = shown >= self.target if self.at_least else shown <= self.target
        return "ok" if is_met else "missed"

    def says(self) -> str:
        """Return the line as printed."""
        measured = f"{self.measured:.{self.places}f}{self.unit}"
        sign = ">=" if self.at_least else "<="
        target = "" if self.target is None else f"{sign} {self.target:g}{self.unit}"
        return f"  {self.what:<{WIDEST}} {measured:>10}  {target:>10}  {self.verdict}".rstrip()


def heading() -> str:
    """Return the line above all others."""
    return f"  {'':<{WIDEST}} {'measured':>10}  {'target':>10}"


def says(title: str, lines: Sequence[Line], skipped: Sequence[str]) -> str:
    """Return one row of the table with all its lines, and what could not be measured here."""
    shown = [title, *(line.says() for line in lines)]
    return "\n".join([*shown, *(f"  skipped: {words}" for words in skipped)])
