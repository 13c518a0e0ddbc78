"""The rows that a list reads of its record type, once until something changes."""

from array import array
from collections.abc import Mapping
from datetime import date

from models.listing import RecordWindow
from models.records.base import Record
from models.store_lists import Rows, first_ids, rows_of
from ui.office import Office


class ListRows:
    """What the file holds for a list; a scope is what all its records have in common."""

    def __init__(
        self, record_type: type[Record], office: Office, scope: Mapping[str, object]
    ) -> None:
        self._type = record_type
        self._office = office
        self._scope = scope
        self._rows = Rows(array("q"))
        self._read_for: tuple[int | None, date] | None = None

    def forget(self) -> None:
        """Read the rows again when they are next asked for."""
        self._read_for = None

    def count(self) -> int:
        """Return how many rows there are, of all years."""
        return self._office.store.count(self._type, **self._scope)

    def of_year(self, year: int | None) -> Rows:
        """Return the rows of a year, or all of them."""
        wanted = (year, self._office.day)
        if self._read_for != wanted:
            store, scope = self._office.store, self._scope
            self._rows = rows_of(store, self._type, scope=scope, year=year, day=wanted[1])
            self._read_for = wanted
        return self._rows

    def first(self, year: int | None) -> RecordWindow[Record]:
        """Return as many records as are seen at first."""
        store = self._office.store
        return self.window(first_ids(store, self._type, scope=self._scope, year=year))

    def window(self, ids: "array[int]") -> RecordWindow[Record]:
        """Return the records of some rows, to be read when they are looked at."""
        return RecordWindow(self._office.store, self._type, ids)
