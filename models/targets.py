"""What the county asked for, against what the file can prove."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from models.figures.figure import Figure
from models.records.papers import Target
from models.store import Store
from models.values.money import FEN_OF
from models.values.numbers import percent


@dataclass(frozen=True, slots=True)
class Progress:
    """A target with what was done; both None when the file cannot count it."""

    target: Target
    figure: Figure | None

    @property
    def done(self) -> Decimal | None:
        """Return what was done, in the target's unit."""
        if self.figure is None or self.figure.value is None:
            return None
        done = Decimal(self.figure.value)
        unit = self.target.unit_label
        is_money = self.figure.definition.unit == "元" and unit in FEN_OF
        return done * FEN_OF["元"] / FEN_OF[unit] if is_money else done

    @property
    def share(self) -> Decimal | None:
        """Return how much of the target is reached, in percent with one decimal."""
        if self.done is None or not self.target.target:
            return None
        return percent(int(self.done * 100), int(self.target.target * 100))

    @property
    def gap(self) -> Decimal | None:
        """Return what is missing; zero or less when the target is met."""
        if self.done is None or self.target.target is None:
            return None
        return self.target.target - self.done

    @property
    def words(self) -> str:
        """Return the state of the target in words."""
        if self.figure is not None and self.figure.value is None:
            return "台账里还没有算这一项要用的记录"
        if self.gap is None:
            return "台账还不能自动计算这一项"
        label = self.target.unit_label
        unit = "个百分点" if label in {"%", "％"} else label
        if self.gap > 0:
            return f"还差{self.gap.normalize():f}{unit}"
        if self.gap == 0:
            return "已完成"
        return f"已完成，超{-self.gap.normalize():f}{unit}"


def progress(store: Store, figures: Mapping[str, Figure], year: int) -> list[Progress]:
    """Return the year's targets with what was done."""
    return [Progress(one, figures.get(one.figure)) for one in store.find(Target, year=year)]


def target_codes(store: Store, year: int) -> frozenset[str]:
    """Return the codes of the figures that the year's targets are measured by."""
    return frozenset(one.figure for one in store.find(Target, year=year) if one.figure)
