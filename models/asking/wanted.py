"""Which records somebody means who asks in words, by a query, or by both."""

from collections.abc import Collection
from datetime import date

from models import clock
from models.asking.queries import ids
from models.queries.conditions import Moment
from models.records.base import Record
from models.saved_queries import query_named
from models.store import Store


def wanted_ids(
    store: Store, record_type: type[Record], *, words: str = "", query: str = ""
) -> Collection[int] | None:
    """Return the numbers of the records that are meant, None for all."""
    found = store.matching_ids(record_type.about.table, words) if words else None
    if not query:
        return found
    asked = _asked_ids(store, record_type, query)
    return asked if found is None else asked.intersection(found)


def _asked_ids(store: Store, record_type: type[Record], text: str) -> frozenset[int]:
    """Return the numbers of the records that a query means in the year of the file."""
    year = store.town().year or clock.today().year
    day = min(clock.today(), date(year, 12, 31))
    return ids(store, query_named(store, record_type, text), Moment(day, year))
