"""In which unit the numbers of one row stand: large amounts of money in 万元."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from models.figures.figure import Definition, Figure, Quantity
from models.figures.growth import Growth
from models.figures.telling import DECIDED
from models.values.numbers import show_number

WAN = Decimal(10_000)
LARGE = 10 * WAN
CENT = Decimal("0.01")
NOTHING = "—"


@dataclass(frozen=True, slots=True)
class Scale:
    """A unit, and by what numbers are divided to stand in it."""

    unit: str
    divisor: Decimal = Decimal(1)

    def show(self, figure: Figure | None) -> str:
        """Return a number as a table shows it, its unit standing beside it."""
        if figure is None or figure.value is None:
            return NOTHING
        if figure.definition.kind == "rate":
            return figure.say().rstrip("%")
        return self.plain(figure.value)

    def marked(self, figure: Figure | None) -> str:
        """Return the same, marked where the clerk had a hand in it."""
        is_decided = figure is not None and figure.is_decided
        return f"{self.show(figure)}{DECIDED if is_decided else ''}"

    def plain(self, value: Quantity) -> str:
        """Return any number in this scale, with cents only where there are some."""
        if self.divisor == 1:
            return show_number(value if value % 1 else int(value))
        return show_number((value / self.divisor).quantize(CENT, ROUND_HALF_UP))


def scale_for(definition: Definition, row: Sequence[Figure]) -> Scale:
    """Return the scale in which the numbers of a row can be compared."""
    if definition.unit != "元":
        return Scale(definition.unit)
    values = [abs(Decimal(one.value)) for one in row if one.value is not None]
    return Scale("万元", WAN) if max(values, default=Decimal(0)) >= LARGE else Scale("元")


def difference_words(growth: Growth, scale: Scale) -> str:
    """Return the difference to the year before, as a reader of the row would reckon it."""
    found = growth.difference
    if not found or scale.divisor == 1:
        return growth.difference_words
    now, before = (Decimal(scale.show(one).replace(",", "")) for one in (growth.now, growth.before))
    difference = now - before
    return f"{'+' if found > 0 else '-'}{show_number(abs(difference))}"
