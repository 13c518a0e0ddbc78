"""Sums and values of the rows that a list shows or has selected, without reading records."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from models.fields import Kept
from models.records.base import Record
from models.store import Store

# Of more values nobody chooses by ticking.
MOST_VALUES = 1_000


@dataclass(frozen=True, slots=True)
class Summed:
    """How many rows have a column filled in, and its sum as the table keeps it."""

    filled: int
    total: int


def sums_of(
    store: Store, record_type: type[Record], ids: Sequence[int], names: Sequence[str]
) -> Mapping[str, Summed]:
    """Return the sums of columns over some rows, by the columns' names."""
    if not names:
        return {}
    table = record_type.about.table
    columns = ", ".join(f'count("{name}"), coalesce(sum("{name}"), 0)' for name in names)
    statement = f'SELECT {columns} FROM "{table}"'
    values: list[str] = []
    if len(ids) != store.count(record_type):
        statement += " WHERE id IN (SELECT value FROM json_each(?))"
        values.append(json.dumps(list(ids)))
    row = store.connection.execute(statement, values).fetchone()
    pairs = zip(names, row[0::2], row[1::2], strict=True)
    return {name: Summed(filled, total) for name, filled, total in pairs}


def values_among(
    store: Store, record_type: type[Record], ids: Sequence[int], name: str
) -> list[tuple[Kept, int]]:
    """Return what a column holds over some rows and how often, the most frequent first."""
    found = store.connection.execute(
        f'SELECT "{name}", count(*) FROM "{record_type.about.table}"'
        " WHERE id IN (SELECT value FROM json_each(?))"
        f' GROUP BY "{name}" ORDER BY 2 DESC, 1 LIMIT {MOST_VALUES}',
        [json.dumps(list(ids))],
    )
    return [(row[0], row[1]) for row in found]


def ids_with(
    store: Store,
    record_type: type[Record],
    ids: Sequence[int],
    name: str,
    values: Collection[Kept],
) -> list[int]:
    """Return those of the rows whose column holds one of the values."""
    marks = ", ".join("?" for _ in values)
    found = store.connection.execute(
        f'SELECT id FROM "{record_type.about.table}"'
        " WHERE id IN (SELECT value FROM json_each(?))"
        f' AND ("{name}" IN ({marks}) OR (? AND "{name}" IS NULL))',
        [json.dumps(list(ids)), *values, None in values],
    )
    return [row[0] for row in found]
