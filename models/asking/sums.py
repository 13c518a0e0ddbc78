"""Sums over the rows of a span of days, for numbers that need no records."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from models.asking.ranges import lower_bound
from models.fields import Kept
from models.records.base import Record
from models.store import Store

Among = Mapping[str, Collection[Kept]]


@dataclass(frozen=True, slots=True)
class Listed:
    """Rows of another type that link to a row: their number, or the sum of one of their fields.

    With `is_told` a row whose field is blank is as good as no row.
    """

    record_type: type[Record]
    link: str
    summed: str = ""
    is_told: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Summed:
    """What a row counts: what is listed for it, else its own field, else `blank`.

    Nothing listed and, with a `blank`, a nought are as good as nothing.
    """

    name: str = ""
    blank: int = 0
    listed: Listed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The rows of a type whose day, month or year begins in a span, with some values or any."""

    record_type: type[Record]
    day: str
    first: date
    last: date
    among: Among = field(default_factory=dict)


def count_rows(store: Store, span: Span) -> int:
    """Return how many rows a span has."""
    where, values = _condition(span)
    row = store.connection.execute(f"SELECT count(*) FROM {where}", values).fetchone()
    return int(row[0])


def sum_rows(store: Store, span: Span, *parts: Summed) -> int | None:
    """Return the sum of what the rows of a span count, None when there is no row."""
    where, values = _condition(span)
    added = " + ".join(_worth(one, span.record_type.about.table) for one in parts)
    row = store.connection.execute(f"SELECT sum({added}) FROM {where}", values).fetchone()
    return None if row[0] is None else int(row[0])


def units_of_rows(store: Store, span: Span) -> list[tuple[int | None, str]]:
    """Return the units of the rows of a span: each once, by its number or by the name entered."""
    where, values = _condition(span)
    found = store.connection.execute(
        f"SELECT DISTINCT unit, CASE WHEN unit IS NULL THEN unit_name ELSE '' END FROM {where}",
        values,
    )
    return [(row[0], row[1]) for row in found]


def _condition(span: Span) -> tuple[str, tuple[Kept, ...]]:
    """Return the rows as they stand behind FROM, and the values that it takes."""
    tests = [f'"{name}" IN ({", ".join("?" for _ in one)})' for name, one in span.among.items()]
    where = " AND ".join((f'"{span.day}" BETWEEN ? AND ?', *tests))
    wanted = (value for one in span.among.values() for value in one)
    table = span.record_type.about.table
    return f'"{table}" WHERE {where}', (lower_bound(span.first), span.last.isoformat(), *wanted)


def _worth(summed: Summed, table: str) -> str:
    found = [_listed(summed.listed, table)] if summed.listed else []
    if summed.name:
        found.append(f'nullif("{summed.name}", 0)' if summed.blank else f'"{summed.name}"')
    return f"coalesce({', '.join((*found, str(summed.blank)))})"


def _listed(listed: Listed, table: str) -> str:
    part = listed.record_type.about.table
    what = "nullif(count(*), 0)"
    if listed.summed:
        what = (
            f'sum("{listed.summed}")' if listed.is_told else f'sum(coalesce("{listed.summed}", 0))'
        )
    return f'(SELECT {what} FROM "{part}" WHERE "{part}"."{listed.link}" = "{table}".id)'
