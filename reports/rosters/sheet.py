"""The frame that all rosters share: title, who reports, the date, a total and signatures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from models.values.numbers import show_number
from reports.blocks import Column, Document, ListHead, SignatureRow, Table

SIGNATURES = ("制表人", "审核人", "负责人")
SERIAL = Column("serial", "序号", 3.4, "center")
PLAIN_ROW_MM, SIGNED_ROW_MM = 8.0, 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """A roster before it is laid out; `totals` are the cells of its total by column key."""

    title: str
    author: str
    columns: Sequence[Column]
    rows: Sequence[Mapping[str, str]]
    totals: Mapping[str, str]
    left: str = ""
    right: str = ""
    row_height_mm: float = PLAIN_ROW_MM
    signatures: tuple[str, ...] = field(default=SIGNATURES)

    def document(self) -> Document:
        """Return the roster as a document, its rows numbered through."""
        keys = [column.key for column in self.columns]
        table = Table(
            columns=(SERIAL, *self.columns),
            rows=tuple(
                (str(number), *(row.get(key, "") for key in keys))
                for number, row in enumerate(self.rows, start=1)
            ),
            total=("合计", *(self.totals.get(key, "") for key in keys)),
            row_height_mm=self.row_height_mm,
        )
        head = ListHead(self.title, self.left or f"填报单位：{self.author}", self.right)
        blocks = (head, table, SignatureRow(self.signatures))
        return Document(name=self.title, kind="list", blocks=blocks, author=self.author)


def sum_of(numbers: Iterable[int | None]) -> str:
    """Return the sum as a list shows it; blank when nothing was filled in."""
    known = [number for number in numbers if number is not None]
    return show_number(sum(known)) if known else ""


def shown(number: int | None) -> str:
    """Return a number as a list shows it; blank when it is not filled in."""
    return "" if number is None else show_number(number)
