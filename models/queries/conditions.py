"""A query: conditions on the records of one type, all of which hold or any of which does."""

from dataclasses import dataclass
from datetime import date

from models.records.base import Record

# What a condition compares with, as the file keeps it: ISO days, fen, codes, numbers of records.
Value = str | int | tuple[str | int, ...] | None


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that holds of a record: what is looked at, how it is compared, and with what."""

    subject: str
    relation: str
    value: Value = None


@dataclass(frozen=True, slots=True)
class Moment:
    """When a query is asked: the day for deadlines and stages, the clerk's year for 今年."""

    day: date
    year: int


@dataclass(frozen=True, slots=True)
class Query:
    """What the clerk asks of the records of one type."""

    record_type: type[Record]
    conditions: tuple[Condition, ...]
    is_any: bool = False
    name: str = ""
