"""The rows that a list reads of its record type, once until something changes."""

from array import array
from collections.abc import Mapping
from datetime import date

from models.asking.lists import Rows, first_ids, ids_in_order, rows_of
from models.listing import RecordWindow
from models.records.base import Record
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
        self._sorted: Rows | None = None
        self._sorted_by: tuple[str, bool] | None = None

    def forget(self) -> None:
        """Read the rows again when they are next asked for."""
        self._read_for = None

    def count(self) -> int:
        """Return how many rows there are, of all years."""
        return self._office.store.count(self._type, **self._scope)

    def sort_by(self, sort: tuple[str, bool] | None) -> None:
        """Return rows in the order of a field, falling if so said, until told otherwise."""
        if sort != self._sorted_by:
            self._sorted_by = sort
            self._sorted = None

    def of_year(self, year: int | None) -> Rows:
        """Return the rows of a year, or all of them."""
        rows = self._read(year)
        if self._sorted_by is None:
            return rows
        if self._sorted is None:
            name, descending = self._sorted_by
            store = self._office.store
            ids = ids_in_order(store, self._type, rows.ids, name, descending=descending)
            self._sorted = rows.ordered(ids)
        return self._sorted

    def first(self, year: int | None) -> RecordWindow[Record]:
        """Return as many records as are seen at first."""
        store = self._office.store
        return self.window(first_ids(store, self._type, scope=self._scope, year=year))

    def window(self, ids: "array[int]") -> RecordWindow[Record]:
        """Return the records of some rows, to be read when they are looked at."""
        return RecordWindow(self._office.store, self._type, ids, sorted_by=self._sorted_by)

    def _read(self, year: int | None) -> Rows:
        wanted = (year, self._office.day)
        if self._read_for != wanted:
            store, scope = self._office.store, self._scope
            self._rows = rows_of(store, self._type, scope=scope, year=year, day=wanted[1])
            self._read_for = wanted
            self._sorted = None
        return self._rows
