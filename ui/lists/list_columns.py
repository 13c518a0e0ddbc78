"""Which columns a list has, and how the clerk arranged them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker

from models.fields import fields_of
from models.records.base import Record
from models.store import Store
from ui.lists.columns import Column, columns_of, further_columns
from ui.lists.memory import Arrangement, recall, remember
from ui.lists.model import FALLING
from ui.lists.table import RecordTable


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """Where the columns of a list come from; `more` are those that no field holds."""

    record_type: type[Record]
    scope: tuple[str, ...]
    leave_out: tuple[str, ...]
    more: Callable[[], Sequence[Column]]


class ListColumns:
    """The columns that a list shows of itself, those it can show, and those chosen."""

    def __init__(self, spec: ColumnSpec, store: Store) -> None:
        self._spec = spec
        self._store = store
        self._name = ".".join((spec.record_type.about.table, *spec.scope))
        self._arrangement = recall(self._name)
        self.usual: list[Column] = []
        self.further: list[Column] = []

    @property
    def sorted_field(self) -> tuple[str, bool] | None:
        """The field by which the clerk sorts the list, and whether it falls."""
        sort = self._arrangement.sort
        is_field = sort is not None and sort[0] in fields_of(self._spec.record_type)
        return sort if is_field else None

    @property
    def is_sorted(self) -> bool:
        """Whether the clerk sorts the list by one of its columns."""
        return self._arrangement.sort is not None

    @property
    def shown(self) -> list[Column]:
        """The columns to show from left to right."""
        return self._arrangement.columns(self.usual, self.further)

    def read(self) -> None:
        """Make the columns anew; what follows from other records is counted here."""
        spec = self._spec
        declared = columns_of(spec.record_type, self._store, (*spec.leave_out, *spec.scope))
        self.usual = [*declared, *spec.more()]
        self.further = further_columns(spec.record_type, self._store, spec.scope)

    def arrange(self, table: RecordTable) -> None:
        """Give a table the widths, the order and the frozen part that are remembered."""
        kept = self._arrangement
        blocked = QSignalBlocker(table)
        table.arrange(kept.widths, kept.sort, kept.frozen)
        blocked.unblock()

    def remember(self, table: RecordTable) -> None:
        """Keep how a table is arranged now."""
        sort = table.records.sorted_by
        shown = tuple(one.key for one in table.records.columns)
        is_usual = shown == tuple(one.key for one in self.usual)
        self._arrangement = Arrangement(
            shown=() if is_usual else shown,
            widths=dict(table.widths),
            sort=sort and (sort[0], sort[1] == FALLING),
            frozen=table.frozen_columns,
        )
        remember(self._name, self._arrangement)
