"""A desk on which tests lay records and read figures."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import pytest

from models.figures.catalogue import compute
from models.figures.figure import Figure
from models.periods import year_period
from models.records.base import Record
from models.records.units import Unit, UnitYear
from models.store import Store

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Desk:
    """An office file, with short ways to fill it and to ask it."""

    store: Store

    def add(self, record: R) -> R:
        with self.store.change("新增"):
            return self.store.save(record)

    def unit(self, name: str, *, carrier: str = "01", is_large: bool | None = None) -> Unit:
        unit = self.add(Unit(name=name, carrier_type=carrier, operating_status="1"))
        if is_large is not None:
            self.add(UnitYear(unit=unit.id, as_of=date(2024, 6, 30), above_scale=is_large))
        return unit

    def figure(self, code: str, *, year: int = 2024, as_of: date | None = None) -> Figure:
        return compute(self.store, year_period(year, as_of))[code]

    def value(self, code: str, *, year: int = 2024, as_of: date | None = None) -> object:
        return self.figure(code, year=year, as_of=as_of).value


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store)


Names = Callable[[Figure], list[str]]


@pytest.fixture
def names(store: Store) -> Names:
    """What the records behind a figure are called."""

    def told(figure: Figure) -> list[str]:
        return [store.title_of(one) for one in figure.records]

    return told
