"""Sums over the rows that are selected in a list, without reading their records."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.records.base import Record
from models.store import Store


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
