"""The fields of records as columns of a list: what the file holds becomes plain cells quickly."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, TypeAlias

from models.asking.lists import kept_with
from models.errors import Problem
from models.fields import (
    CreditCode,
    Field,
    Flag,
    Kept,
    Link,
    Money,
    PersonId,
    Phone,
    Text,
    fields_of,
)
from models.figures.local_figures import label_of
from models.pointers import FigureCode
from models.records.base import Record
from models.store import Store
from reports.blocks import Align
from reports.listing import Cell, Listing, ListingColumn
from reports.listing_columns import cell_for, column_for, is_private
from reports.request import Profile

Cells: TypeAlias = Sequence[Cell]

ROWS_AT_ONCE: Final = 500
# So many different values of a column are remembered.
MOST_KNOWN: Final = 10_000
WHOLE_TITLES: Final = ("表", "册", "登记", "台账")
# What the file holds of these is what everybody reads.
PLAIN: Final = (Text, CreditCode, Phone, PersonId)


@dataclass(slots=True)
class OwnColumn:
    """A field as a list shows it; what a value looks like is asked once, of plain words never."""

    column: ListingColumn
    name: str
    show: Callable[[Kept], Cell]
    is_plain: bool
    known: dict[Kept, Cell] = field(default_factory=dict)

    def cells(self, kept: Sequence[Kept]) -> Cells:
        """Return the cells for what the file holds."""
        if self.is_plain:
            return [one or None for one in kept]
        if len(self.known) > MOST_KNOWN:
            self.known.clear()
        for one in set(kept).difference(self.known):
            self.known[one] = self.show(one)
        return list(map(self.known.__getitem__, kept))


def own_column(
    store: Store,
    kind: Field,
    name: str,
    profile: Profile,
    *,
    heading: str = "",
    align: Align = "left",
) -> OwnColumn:
    """Return the column of a field for somebody's eyes."""
    is_hidden = profile == "内部" and is_private(kind)
    return OwnColumn(
        column=column_for(kind, heading or kind.label, align),
        name=name,
        show=_show_of(kind, store, profile),
        is_plain=type(kind) in PLAIN and not is_hidden,
    )


def title_for(record_type: type[Record]) -> str:
    """Return what a list of a record type is called."""
    label = record_type.about.label
    return label if label.endswith(WHOLE_TITLES) else f"{label}一览表"


def money_unit_of(kinds: Sequence[Field]) -> str:
    """Return the unit in which all amounts of a list stand, blank when there are several."""
    units = {one.unit for one in kinds if isinstance(one, Money)}
    return units.pop() if len(units) == 1 else ""


def records_listing(
    store: Store,
    record_type: type[Record],
    ids: Sequence[int],
    *,
    names: Sequence[str],
    profile: Profile,
    day: date,
) -> Listing:
    """Return records with these fields, or with all of them, as a list."""
    kinds = fields_of(record_type)
    for name in names:
        if name not in kinds:
            label, known = record_type.about.label, "、".join(kinds)
            raise Problem(f"“{label}”没有“{name}”这一列", f"可以是：{known}。")
    columns = [
        own_column(
            store,
            kinds[name],
            name,
            profile,
            align="right" if kinds[name].align == "right" else "left",
        )
        for name in (names or kinds)
        if profile != "公示" or not is_private(kinds[name])
    ]
    return Listing(
        title=title_for(record_type),
        author=store.town().union_name,
        columns=[one.column for one in columns],
        rows=lambda: _rows(store, record_type, ids, columns),
        count=len(ids),
        measure=record_type.about.measure,
        day=day,
        money_unit=money_unit_of([kinds[one.name] for one in columns]),
    )


def _rows(
    store: Store, record_type: type[Record], ids: Sequence[int], columns: Sequence[OwnColumn]
) -> Iterator[Cells]:
    names = [one.name for one in columns]
    for start in range(0, len(ids), ROWS_AT_ONCE):
        part = ids[start : start + ROWS_AT_ONCE]
        kept = zip(*kept_with(store, record_type, names, part), strict=True)
        cells = [one.cells(own) for one, own in zip(columns, kept, strict=True)]
        yield from zip(*cells, strict=True)


def _show_of(kind: Field, store: Store, profile: Profile) -> Callable[[Kept], Cell]:
    """Return how what the file holds for a field stands in a list."""

    def show(kept: Kept) -> Cell:
        value = kind.load(kept)
        if kind.is_blank(value):
            return None
        if isinstance(kind, Flag):
            return kind.show(value)
        if isinstance(kind, Link) and isinstance(value, int):
            return store.title_of_id(kind.to, value) or None
        if isinstance(kind, FigureCode):
            return label_of(store, str(value)) or None
        return cell_for(kind, value, profile)

    return show
