"""A list as it stands on the screen, as an Excel workbook that is written row by row."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final

from reports.listing import Cell, Listing, ListingColumn, Teller, Told
from reports.sheet_frame import TEXT_FORMAT, SheetColumn
from reports.workbook import Sheet, write_table

HUNDRED: Final = Decimal(100)


def write_listing(path: Path, listing: Listing, told: Told | None = None) -> Path:
    """Save a list as a workbook; codes stay text, counts and days are what they are."""
    return write_table(path, [sheet_of_listing(listing, told)], listing.author)


def sheet_of_listing(listing: Listing, told: Told | None = None) -> Sheet:
    """Return a list as a sheet whose rows are made while they are written."""
    unit = f"单位：{listing.money_unit}" if listing.money_unit else ""
    under = (f"编制单位：{listing.author}", listing.day.isoformat(), listing.note, unit)
    return Sheet(
        name=listing.title,
        columns=[_column(one) for one in listing.columns],
        rows=_ListingRows(listing, told),
        above=(listing.title, "　　".join(part for part in under if part)),
        kept_columns=1,
    )


def _column(column: ListingColumn) -> SheetColumn:
    return SheetColumn(
        label=column.heading, number_format=_number_format(column), align=column.align
    )


def _number_format(column: ListingColumn) -> str:
    if column.kind == "number":
        digits = "#,##0" + (f".{'0' * column.places}" if column.places else "")
        return f'{digits};-{digits};"-"'
    return {"share": "0.##%", "year": "0", "day": "yyyy-mm-dd"}.get(column.kind, TEXT_FORMAT)


@dataclass(frozen=True, slots=True)
class _ListingRows:
    """The rows of a list as sheets keep them: a share is a part of one."""

    listing: Listing
    told: Told | None

    def __len__(self) -> int:
        return self.listing.count

    def __iter__(self) -> Iterator[Sequence[Cell]]:
        rows = Teller("正在写入表格", self.listing.count, self.told).tell(self.listing.rows())
        shares = [place for place, one in enumerate(self.listing.columns) if one.kind == "share"]
        return _with_shares(rows, shares) if shares else rows


def _with_shares(rows: Iterable[Sequence[Cell]], places: Sequence[int]) -> Iterator[Sequence[Cell]]:
    for row in rows:
        cells = list(row)
        for place in places:
            cell = cells[place]
            if isinstance(cell, int | Decimal):
                cells[place] = cell / HUNDRED
        yield cells
