"""The rows of a list as the file keeps them: their numbers in order, and the records on demand."""

from array import array
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar, overload

from typing_extensions import override

from models.asking.lists import ids_in_order, records_with
from models.records.base import Record
from models.store import Store

R = TypeVar("R", bound=Record)
PAGE = 16
PAGES_KEPT = 256


class RecordWindow(Sequence[R], Generic[R]):
    """Records of one type by their numbers; only those that are looked at are read."""

    def __init__(
        self,
        store: Store,
        record_type: type[R],
        ids: "array[int]",
        *,
        sorted_by: tuple[str, bool] | None = None,
    ) -> None:
        self._store = store
        self._type = record_type
        self._ids = ids
        self._sorted_by = sorted_by
        self._pages: OrderedDict[int, list[R]] = OrderedDict()

    @property
    def ids(self) -> "array[int]":
        """The numbers of the records in the order in which they are shown."""
        return self._ids

    @property
    def record_type(self) -> type[R]:
        """What kind of records these are."""
        return self._type

    @override
    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, row: int) -> R: ...

    @overload
    def __getitem__(self, row: slice) -> list[R]: ...

    @override
    def __getitem__(self, row: int | slice) -> R | list[R]:
        if isinstance(row, slice):
            return records_with(self._store, self._type, self._ids[row])
        place = row if row >= 0 else len(self._ids) + row
        if not 0 <= place < len(self._ids):
            raise IndexError(row)
        return self._page(place // PAGE)[place % PAGE]

    @override
    def __iter__(self) -> Iterator[R]:
        for start in range(0, len(self._ids), PAGE * 8):
            yield from self[start : start + PAGE * 8]

    def ordered(self, name: str, *, descending: bool) -> "RecordWindow[R]":
        """Return the same records in the order of one of their fields, blank ones last."""
        if self._sorted_by == (name, descending):
            return self
        ids = ids_in_order(self._store, self._type, self._ids, name, descending=descending)
        return RecordWindow(self._store, self._type, ids, sorted_by=(name, descending))

    def with_ids(self, ids: Iterable[int]) -> "RecordWindow[R]":
        """Return a window over other rows of the same kind."""
        return RecordWindow(self._store, self._type, array("q", ids))

    def _page(self, number: int) -> list[R]:
        page = self._pages.get(number)
        if page is None:
            page = self._pages[number] = self[number * PAGE : (number + 1) * PAGE]
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        return page
