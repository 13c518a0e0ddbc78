"""What an import would do, row by row, before anything is written."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from models.lists.desk import Desk
from models.lists.kinds import Ref
from models.lists.offers import Offer
from models.records.base import Record
from models.sheets.answers import Answers
from models.sheets.body import Skipped
from models.sheets.headers import Header
from models.sheets.layout import NOTHING, SheetLayout
from models.sheets.questions import Question
from models.sheets.workbook import Grid, Merge

Verdict = Literal["new", "update", "duplicate", "conflict", "error", "left_out"]
VERDICTS: tuple[Verdict, ...] = ("new", "update", "duplicate", "conflict", "error")
SAID: dict[Verdict, str] = {
    "new": "新增",
    "update": "更新",
    "duplicate": "重复",
    "conflict": "冲突",
    "error": "错误",
    "left_out": "不导入",
}


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to say about a cell, or about a row when the cell is blank."""

    column: str
    kind: str
    text: str
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What a row does to a field of a known record: it is filled, changed or cleared."""

    label: str
    before: str
    after: str
    how: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """A record of which a row speaks: as it was, None for a new one, and as it would be."""

    ref: Ref | None
    before: Record | None
    after: Record
    number: int = 0


@dataclass(slots=True)
class RowPlan:
    """What becomes of one row.

    One that is kept out has its texts in `cells`, and in `group` the line over its rows. `outcomes`
    are the records it speaks of, its own first; `offers` what the clerk may decide about it; `again`
    the later rows that speak of the record which it makes.
    """

    row: int
    verdict: Verdict
    title: str
    messages: list[Message] = field(default_factory=list)
    cells: tuple[str, ...] = ()
    group: str = ""
    outcomes: tuple[Outcome, ...] = ()
    changes: tuple[Change, ...] = ()
    offers: tuple[Offer, ...] = ()
    again: tuple[int, ...] = ()

    @property
    def known(self) -> tuple[str, Ref] | None:
        """Return the table and the id of the record that the row speaks of, if there is one."""
        main = self.outcomes[0] if self.outcomes else None
        if main is None or main.ref is None or main.ref < 0:
            return None
        return main.after.about.table, main.ref


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """What a column of the list is read as, blank when it is left out.

    `code` is what answers keep, `likely` the code that its content looks like.
    """

    letters: str
    heading: str
    read_as: str
    note: str = ""
    code: str = ""
    samples: tuple[str, ...] = ()
    likely: str = ""


@dataclass(slots=True)
class SheetPlan:
    """What becomes of one sheet; `refusal` says why it is passed over.

    `head` are the texts of its title and header rows, `head_merges` the merged cells in them; `grid`
    are its cells, with those that the clerk mended, and `header` says what its columns are. Also of
    a sheet that is passed over there are the `kind` that was tried, the `columns`, the `layout` as
    the clerk said it, `first_lines` to choose the header among, and `likely_kinds` if none fits; `remembered` tells when it was
    said, and `questions` what is left open.
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
    kind: str = ""
    layout: SheetLayout = NOTHING
    remembered: str = ""
    remembered_id: int | None = None
    first_lines: tuple[str, ...] = ()
    likely_kinds: tuple[str, ...] = ()
    is_hidden: bool = False
    questions: tuple[Question, ...] = ()
    grid: Grid | None = field(default=None, repr=False)
    header: Header | None = field(default=None, repr=False)

    @property
    def left_out(self) -> int:
        """Return how many rows the clerk left out."""
        return sum(1 for row in self.rows if row.verdict == "left_out")

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
