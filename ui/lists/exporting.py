"""What a list shows now, as plain rows that can leave the program."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from models.asking.lists import records_with
from models.fields import Field, Money, fields_of
from models.records.base import Record
from reports.listing import Cell, Listing, ListingColumn
from reports.listing_columns import cell_for, column_for, is_private, number_in
from reports.request import Profile
from ui.lists.columns import NOTHING, Column
from ui.lists.commands import ListContext

ROWS_AT_ONCE = 500
WHOLE_TITLES = ("表", "册", "登记", "台账")
Read = Callable[[Record], Cell]


def holds_private(context: ListContext) -> bool:
    """Whether the list shows numbers of people, so that it matters who will read them."""
    fields = (_field_of(context.record_type, one) for one in context.table.records.columns)
    return any(one is not None and is_private(one) for one in fields)


def listing_of(context: ListContext, ids: Sequence[int], profile: Profile) -> Listing:
    """Return these records as the list shows them, for somebody's eyes."""
    town = context.office.store.town()
    about = context.record_type.about
    shown = _shown(context, profile)
    reads = [read for _, read in shown]
    is_whole = about.label.endswith(WHOLE_TITLES)
    return Listing(
        title=about.label if is_whole else f"{about.label}一览表",
        author=town.union_name,
        columns=[column for column, _ in shown],
        rows=lambda: ([read(record) for read in reads] for record in _records(context, ids)),
        count=len(ids),
        measure=about.measure,
        day=context.office.day,
        left_out=context.filter_words(),
        money_unit=_money_unit(context),
    )


def _records(context: ListContext, ids: Sequence[int]) -> Iterator[Record]:
    """Yield records apart from the list's own memory, which belongs to the window's thread."""
    for start in range(0, len(ids), ROWS_AT_ONCE):
        part = ids[start : start + ROWS_AT_ONCE]
        yield from records_with(context.office.store, context.record_type, part)


def _shown(context: ListContext, profile: Profile) -> list[tuple[ListingColumn, Read]]:
    found: list[tuple[ListingColumn, Read]] = []
    for column in context.table.records.columns:
        field = _field_of(context.record_type, column)
        if field is None:
            found.append(_told(column))
        elif profile != "公示" or not is_private(field):
            name = column.names[0]
            read = partial(_read_field, column, field, name, profile)
            found.append((column_for(field, column.title, column.align), read))
    return found


def _told(column: Column) -> tuple[ListingColumn, Read]:
    """Return a column whose cells are worked out; on the right they may be numbers."""
    if column.align != "right":
        return ListingColumn(heading=column.title, align=column.align), partial(_text, column)
    kept = ListingColumn(heading=column.title, align="right", kind="number")
    return kept, lambda record: number_in(_text(column, record))


def _text(column: Column, record: Record) -> str:
    seen = column.cell(record)
    return "" if seen.tone == "muted" and seen.text == NOTHING else seen.text


def _read_field(column: Column, field: Field, name: str, profile: Profile, record: Record) -> Cell:
    """Return the field's value where the list shows just that, else the words it shows."""
    seen = _text(column, record)
    value: Any = getattr(record, name)
    is_own = seen == " ".join(field.show(value).split())
    return cell_for(field, value, profile) if seen and is_own else seen or None


def _field_of(record_type: type[Record], column: Column) -> Field | None:
    return fields_of(record_type).get(column.names[0]) if len(column.names) == 1 else None


def _money_unit(context: ListContext) -> str:
    fields = (_field_of(context.record_type, one) for one in context.table.records.columns)
    units = {one.unit for one in fields if isinstance(one, Money)}
    return units.pop() if len(units) == 1 else ""
