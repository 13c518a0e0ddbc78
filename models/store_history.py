"""The changes of one record in words."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from models import history
from models.fields import Field, Kept, Link, fields_of
from models.records.base import Record


class Telling(Protocol):
    """What telling the changes asks of the store."""

    @property
    def connection(self) -> sqlite3.Connection:
        """The open file."""

    def title_of_id(self, table: str, record_id: int | None) -> str:
        """Return the words that name the record a link points at."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One field of a record before and after an operation, in words."""

    operation: int
    name: str
    made_at: str
    label: str
    field: str
    before: str
    after: str


def history_lines(store: Telling, record: Record) -> list[HistoryLine]:
    """Return every change of a record, latest first."""
    images = history.images_of_row(store.connection, record.about.table, record.id or 0)
    return [
        line
        for operation, image in images
        for line in _lines(store, type(record), operation, image)
    ]


def _lines(
    store: Telling,
    record_type: type[Record],
    operation: history.Operation,
    image: history.Image,
) -> Iterator[HistoryLine]:
    before, after = image.before or {}, image.after or {}
    for name, field in fields_of(record_type).items():
        if before.get(name) == after.get(name):
            continue
        if not (before and after) and field.is_blank(field.load((before or after).get(name))):
            continue
        old, new = (_words(store, field, row.get(name)) if row else "" for row in (before, after))
        if old != new:
            yield HistoryLine(
                operation.id, name, operation.made_at, operation.label, field.label, old, new
            )


def _words(store: Telling, field: Field, kept: Kept) -> str:
    value = field.load(kept)
    if isinstance(field, Link) and isinstance(value, int):
        return store.title_of_id(field.to, value)
    return field.show(value)
