"""What a list shows now, as plain rows that can leave the program."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from models.asking.lists import kept_with, records_with
from models.fields import Field, fields_of
from models.records.base import Record
from reports.listing import Cell, Listing, ListingColumn
from reports.listing_columns import is_private, number_in
from reports.listing_fields import (
    ROWS_AT_ONCE,
    Cells,
    OwnColumn,
    money_unit_of,
    own_column,
    title_for,
)
from reports.request import Profile
from ui.lists.columns import NOTHING, Column
from ui.lists.commands import ListContext


@dataclass(slots=True)
class ToldColumn:
    """A column whose cells are worked out from whole records."""

    column: ListingColumn
    read: Callable[[Record], Cell]


def holds_private(context: ListContext) -> bool:
    """Whether the list shows numbers of people, so that it matters who will read them."""
    return any(is_private(one) for one in _kinds(context))


def listing_of(context: ListContext, ids: Sequence[int], profile: Profile) -> Listing:
    """Return these records as the list shows them, for somebody's eyes."""
    about = context.record_type.about
    shown = _shown(context, profile)
    return Listing(
        title=title_for(context.record_type),
        author=context.office.store.town().union_name,
        columns=[one.column for one in shown],
        rows=lambda: _rows(context, ids, shown),
        count=len(ids),
        measure=about.measure,
        day=context.office.day,
        left_out=context.filter_words(),
        money_unit=money_unit_of(_kinds(context)),
    )


def _rows(
    context: ListContext, ids: Sequence[int], shown: Sequence[OwnColumn | ToldColumn]
) -> Iterator[Cells]:
    """Yield rows apart from the list's own memory, which belongs to the window's thread."""
    store, record_type = context.office.store, context.record_type
    names = [one.name for one in shown if isinstance(one, OwnColumn)]
    for start in range(0, len(ids), ROWS_AT_ONCE):
        part = ids[start : start + ROWS_AT_ONCE]
        kept = zip(*kept_with(store, record_type, names, part), strict=True)
        records = records_with(store, record_type, part) if len(names) < len(shown) else ()
        columns = [
            one.cells(next(kept))
            if isinstance(one, OwnColumn)
            else [one.read(record) for record in records]
            for one in shown
        ]
        yield from zip(*columns, strict=True)


def _shown(context: ListContext, profile: Profile) -> list[OwnColumn | ToldColumn]:
    store = context.office.store
    found: list[OwnColumn | ToldColumn] = []
    for column in context.table.records.columns:
        kind = _field_of(context.record_type, column)
        if kind is None:
            found.append(_told(column))
        elif profile != "公示" or not is_private(kind):
            name, heading, align = column.names[0], column.title, column.align
            found.append(own_column(store, kind, name, profile, heading=heading, align=align))
    return found


def _told(column: Column) -> ToldColumn:
    """Return a column whose cells are worked out; on the right they may be numbers."""
    if column.align != "right":
        plain = ListingColumn(heading=column.title, align=column.align)
        return ToldColumn(plain, lambda record: _text(column, record))
    kept = ListingColumn(heading=column.title, align="right", kind="number")
    return ToldColumn(kept, lambda record: number_in(_text(column, record)))


def _text(column: Column, record: Record) -> str:
    seen = column.cell(record)
    return "" if seen.tone == "muted" and seen.text == NOTHING else seen.text


def _kinds(context: ListContext) -> list[Field]:
    found = (_field_of(context.record_type, one) for one in context.table.records.columns)
    return [one for one in found if one is not None]


def _field_of(record_type: type[Record], column: Column) -> Field | None:
    return fields_of(record_type).get(column.names[0]) if len(column.names) == 1 else None
