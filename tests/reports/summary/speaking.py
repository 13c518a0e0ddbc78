"""What one chapter says of the records that a test lays down."""

from collections.abc import Iterable
from decimal import Decimal

from models.periods import Period, year_period
from models.records.base import Record
from models.records.reported import FigureAdjustment
from models.store import Store
from reports.summary.facts import gather
from reports.summary.parts import DETAILED, Section

YEAR = year_period(2024)


def lay(store: Store, records: Iterable[Record]) -> list[Record]:
    """Save records and return them with their numbers."""
    with store.change("登记"):
        return [store.save(one) for one in records]


def adjust(store: Store, code: str, value: int) -> None:
    """Report a figure of the year otherwise than it counts."""
    lay(
        store,
        [
            FigureAdjustment(
                figure=code,
                first=YEAR.first,
                last=YEAR.last,
                value=Decimal(value),
                reason="核对后改定",
            )
        ],
    )


def told(store: Store, section: Section, *, period: Period = YEAR, level: int = DETAILED) -> str:
    """Return the paragraphs of a chapter, one a line."""
    facts = gather(store, period)
    paragraphs = (
        passage.written(facts, [one for one in passage.clauses if one.level <= level])
        for passage in section.passages
    )
    return "\n".join("".join(span.text for span in one) for one in paragraphs if one)


def figures_in(store: Store, section: Section, *, level: int = DETAILED) -> set[str]:
    """Return the codes of the figures in a chapter."""
    facts = gather(store, YEAR)
    return {
        span.figure
        for passage in section.passages
        for span in passage.written(facts, [one for one in passage.clauses if one.level <= level])
        if span.figure
    }
