"""What an import would do, row by row, before anything is written."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from models.lists.desk import Desk
from models.sheets.answers import Answers
from models.sheets.body import Skipped
from models.sheets.workbook import Merge

Verdict = Literal["new", "update", "duplicate", "conflict", "error"]
VERDICTS: tuple[Verdict, ...] = ("new", "update", "duplicate", "conflict", "error")
SAID: dict[Verdict, str] = {
    "new": "新增",
    "update": "更新",
    "duplicate": "重复",
    "conflict": "冲突",
    "error": "错误",
}


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to say about a cell, or about a row when the cell is blank."""

    column: str
    kind: str
    text: str
    cell: str = ""


@dataclass(slots=True)
class RowPlan:
    """What becomes of one row.

    One that is kept out has its texts in `cells`, and in `group` the line over its rows.
    """

    row: int
    verdict: Verdict
    title: str
    messages: list[Message] = field(default_factory=list)
    cells: tuple[str, ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """What a column of the list is read as; blank when it is left out."""

    letters: str
    heading: str
    read_as: str
    note: str = ""


@dataclass(slots=True)
class SheetPlan:
    """What becomes of one sheet; `refusal` says why it is passed over.

    `head` are the texts of its title and header rows, `head_merges` the merged cells in them.
    """

    sheet: str
    record_type: str = ""
    label: str = ""
    header_rows: tuple[int, ...] = ()
    head: tuple[tuple[str, ...], ...] = ()
    head_merges: tuple[Merge, ...] = ()
    columns: tuple[ColumnUse, ...] = ()
    rows: list[RowPlan] = field(default_factory=list)
    skipped: tuple[Skipped, ...] = ()
    notes: list[str] = field(default_factory=list)
    refusal: str = ""
    needs_year: bool = False

    @property
    def counts(self) -> dict[Verdict, int]:
        """Return how many rows have each verdict."""
        counted = Counter(row.verdict for row in self.rows)
        return {verdict: counted[verdict] for verdict in VERDICTS}


@dataclass(frozen=True, slots=True)
class SourceFile:
    """What identifies the file of an import: its size in bytes and its SHA-256."""

    size: int = 0
    sha256: str = ""


@dataclass(slots=True)
class ImportPlan:
    """What becomes of one file, and the records that committing it would write."""

    path: Path
    sheets: list[SheetPlan]
    notices: tuple[str, ...]
    desk: Desk
    as_type: str | None
    year: int | None
    answers: Answers
    seen_operation: int
    source: SourceFile = field(default_factory=SourceFile)

    @property
    def counts(self) -> dict[Verdict, int]:
        """Return how many rows of all sheets have each verdict."""
        return {v: sum(one.counts[v] for one in self.sheets) for v in VERDICTS}


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What was written; `batch` is the operation to undo, None when nothing was new."""

    plan: ImportPlan
    batch: int | None
