"""A list as it stands on the screen: its plain rows, and the paper that is made of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final, Literal, TypeAlias

from models.values.dates import say_day
from reports.blocks import Align, Column, Document, ListHead, SignatureRow, Table
from reports.rosters.sheet import SERIAL, SIGNATURES

Kind: TypeAlias = Literal["text", "number", "share", "year", "day"]
Cell: TypeAlias = str | int | Decimal | date | None
Told: TypeAlias = Callable[[str, int, int], None]

SAMPLE: Final = 2_000
TOLD_EVERY: Final = 500
NARROWEST, WIDEST = 3.4, 22.0
# So many characters stand side by side between the margins of an upright sheet.
UPRIGHT_CHARS: Final = 46.0
NARROW_CHAR: Final = 0.55
PADDING_CHARS: Final = 1.0
SHARE_OF_SHORT: Final = 0.95
NOUGHT: Final = "-"
LAST_NARROW: Final = 0x2E7F


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingColumn:
    """A column of a list; `places` are the digits behind the point that all its numbers show."""

    heading: str
    align: Align = "left"
    kind: Kind = "text"
    places: int = 0

    def show(self, cell: Cell) -> str:
        """Return a cell as it stands on paper."""
        if cell is None or isinstance(cell, str):
            return cell or ""
        if isinstance(cell, date):
            return cell.isoformat()
        if self.kind == "year":
            return str(cell)
        if not cell:
            return NOUGHT
        if self.kind == "share":
            return f"{cell:.{_decimals(cell)}f}%"
        return f"{cell:,.{max(self.places, _decimals(cell))}f}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list with its name, what it leaves out in words, and its rows, given anew when asked."""

    title: str
    author: str
    columns: Sequence[ListingColumn]
    rows: Callable[[], Iterable[Sequence[Cell]]]
    count: int
    measure: str
    day: date
    left_out: str = ""
    money_unit: str = ""

    @property
    def note(self) -> str:
        """What the list leaves out and how many rows it has, in words."""
        counted = f"共{self.count}{self.measure}"
        return f"{self.left_out}　{counted}" if self.left_out else counted


@dataclass(slots=True)
class Teller:
    """Tells how many rows are done; whoever listens may end the work by raising."""

    stage: str
    total: int
    told: Told | None
    done: int = field(default=0)

    def tell(self, rows: Iterable[Sequence[Cell]]) -> Iterator[Sequence[Cell]]:
        """Yield the rows, and tell every so many."""
        for row in rows:
            if self.told and self.done % TOLD_EVERY == 0:
                self.told(self.stage, self.done, self.total)
            self.done += 1
            yield row


def listing_document(listing: Listing, told: Told | None = None) -> Document:
    """Return a list as it prints: upright while its columns have room, else on its side."""
    columns = listing.columns
    teller = Teller("正在排版", listing.count, told)
    rows = tuple(
        (str(number), *(one.show(cell) for one, cell in zip(columns, row, strict=True)))
        for number, row in enumerate(teller.tell(listing.rows()), start=1)
    )
    widths = [_width(one, rows, place) for place, one in enumerate(columns, start=1)]
    table = Table(
        columns=(
            SERIAL,
            *(
                Column(str(place), one.heading, width, one.align)
                for place, (one, width) in enumerate(zip(columns, widths, strict=True))
            ),
        ),
        rows=rows,
    )
    head = ListHead(
        listing.title,
        f"编制单位：{listing.author}",
        f"单位：{listing.money_unit}" if listing.money_unit else "",
        middle=say_day(listing.day),
        note=listing.note,
    )
    return Document(
        name=listing.title,
        kind="list",
        blocks=(head, table, SignatureRow(SIGNATURES)),
        author=listing.author,
        is_upright=sum(widths) + SERIAL.width <= UPRIGHT_CHARS,
    )


def _width(column: ListingColumn, rows: Sequence[tuple[str, ...]], place: int) -> float:
    """Return the characters that a column needs; the few longest texts may take two lines."""
    lengths = sorted(chars_of(row[place]) for row in rows[:SAMPLE])
    usual = lengths[int((len(lengths) - 1) * SHARE_OF_SHORT)] if lengths else 0.0
    wanted = max(usual, chars_of(column.heading)) + PADDING_CHARS
    return min(max(wanted, NARROWEST), WIDEST)


def _decimals(number: int | Decimal) -> int:
    """Return how many digits behind the point say something."""
    exponent = Decimal(number).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def chars_of(text: str) -> float:
    """Return how wide a text is, counted in Chinese characters."""
    narrow = sum(ord(char) <= LAST_NARROW for char in text)
    return len(text) - narrow * (1 - NARROW_CHAR)
