"""Years that were closed, and opened again with a reason."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from models.fields import Day, Note, Text, Year
from models.records.base import About, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class YearClosing(Record):
    """One closing of a year; the year is closed as long as its last closing has no reopening."""

    about: ClassVar[About] = About(
        table="year_closing",
        label="年度结账",
        measure="次",
        titles=("year", "closed_on"),
        columns=("year", "closed_on", "closed_by", "reopened_on", "reason"),
        keys=(("year", "closed_on"),),
        order=("year", "closed_on"),
    )

    year: Annotated[int | None, Year(label="结账年度", required=True)] = None
    closed_on: Annotated[date | None, Day(label="结账日期", required=True)] = None
    closed_by: Annotated[str, Text(label="结账人")] = ""
    reopened_on: Annotated[date | None, Day(label="反结账日期")] = None
    reason: Annotated[str, Note(label="反结账原因")] = ""


RECORDS: tuple[type[Record], ...] = (YearClosing,)
