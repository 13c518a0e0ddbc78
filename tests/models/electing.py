"""A ballot and the union that holds it, as the tests of elections and officers need them."""

from datetime import date
from typing import TypeVar

from models.figures.catalogue import compute
from models.figures.figure import Figure
from models.periods import year_period
from models.records.base import Record
from models.records.elections import Election
from models.records.unions import Union
from models.rules import checking
from models.store import Store
from models.values.dates import PartialDate

R = TypeVar("R", bound=Record)
NAME = "甲厂工会委员会"
APRIL, MAY, JUNE = date(2024, 4, 1), date(2024, 5, 20), date(2024, 6, 3)
UNITS = (("甲", "1"), ("乙", "1"), ("丙", ""), ("丁", "5"))
BALLOT = Election(
    union=1,
    union_name=NAME,
    committee="01",
    held_on=MAY,
    entitled=30,
    present=28,
    issued=28,
    returned=28,
    valid=27,
    invalid=1,
    seats=2,
    status="held",
)


def keep_one(store: Store, record: R) -> R:
    """Save a record as one step."""
    with store.change("登记"):
        return store.save(record)


def new_union(store: Store, name: str = NAME, **more: object) -> Union:
    """Save a union that has been there for years."""
    values = {"org_type": "10", "founded_on": PartialDate(2020), **more}
    return keep_one(store, Union(name=name, **values))  # type: ignore[arg-type]


def findings_of(record: Record, store: Store) -> list[tuple[str, str]]:
    """Return what the rules say of a record, and at which field."""
    return [(one.level, one.field) for one in checking.check(record, store)]


def figure_of(store: Store, code: str, as_of: date | None = None) -> Figure:
    """Return a figure of 2024."""
    return compute(store, year_period(2024, as_of))[code]
