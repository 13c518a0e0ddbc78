"""A block of cells from the clipboard on its way into new rows of a list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from models.errors import Problem
from models.fields import Link, fields_of
from models.lists.catalogue import BY_NAME
from models.lists.kinds import Given, SheetType, Slot
from models.records.base import Record
from models.sheets.committing import write_plan
from models.sheets.container import Format
from models.sheets.contents import read_contents
from models.sheets.delimited import Table, cells_of, tables_in
from models.sheets.headers import Column, Header, find_header
from models.sheets.plan import ImportPlan, RowPlan
from models.sheets.planning import last_operation, plan_block
from models.sheets.rowing import Progress
from models.sheets.vocabulary import (
    ALIKE,
    DECLARED,
    OWN_LABEL,
    heading_of,
    look_up,
    slot_named,
)
from models.sheets.workbook import Grid, Merge, Workbook
from models.store import Store

CLIPBOARD: Final = "粘贴的内容"
MOST_ROWS: Final = 20_000
# A header of a copied block stands on top, below a title line or two at most.
LAST_HEADER_ROW: Final = 3
BY_ORDER: Final = "按列表中列的先后对应"
CHOSEN: Final = "已按选择对应"
LEFT_OUT: Final = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PasteRequest:
    """A block and where it is pasted: the list's type, its shown fields, what its rows share.

    `columns` are the fields that the clerk chose for columns by their places, LEFT_OUT for none.
    """

    record_type: type[Record]
    table: Table
    shown: tuple[str, ...]
    year: int
    given: Mapping[str, object] = field(default_factory=dict)
    has_header: bool | None = None
    columns: Mapping[int, str] = field(default_factory=dict)
    with_updates: bool = False

    def with_cell(self, row: int, column: int, text: str) -> "PasteRequest":
        """Return the request with another text in a cell of the block."""
        rows = [list(one) for one in self.table.rows]
        rows[row][column] = text
        return replace(self, table=replace(self.table, rows=rows))

    def headed(self, *, is_headed: bool) -> "PasteRequest":
        """Return the request with its first row called a header or not."""
        return replace(self, has_header=is_headed, columns={})

    def updating(self, *, is_wanted: bool) -> "PasteRequest":
        """Return the request with or without changes of what is known already."""
        return replace(self, with_updates=is_wanted)

    def with_column(self, place: int, name: str) -> "PasteRequest":
        """Return the request with a column read as another field, or left out."""
        return replace(self, columns={**self.columns, place: name})


@dataclass(frozen=True, slots=True)
class Paste:
    """What pasting would do; rows of the plan are those of the grid, counted from 1."""

    request: PasteRequest
    grid: Grid
    header: Header
    plan: ImportPlan
    is_headed: bool

    @property
    def rows(self) -> Sequence[RowPlan]:
        """What becomes of each row of data."""
        return self.plan.sheets[0].rows

    @property
    def refusal(self) -> str:
        """Why no row can be taken at all, blank when some can."""
        return self.plan.sheets[0].refusal

    @property
    def count(self) -> int:
        """How many rows would be written."""
        counts = self.plan.counts
        return counts["new"] + (counts["update"] if self.request.with_updates else 0)

    @property
    def label(self) -> str:
        """What the step is called."""
        about = self.request.record_type.about
        return f"粘贴{about.label} {self.count}{about.measure}"

    def place_in_block(self, row: int) -> int:
        """Return which row of the block a row of the grid is."""
        return row if self.is_headed else row - 1


def read_block(html: str, text: str) -> Table | None:
    """Return the cells on the clipboard, None when it holds no table; pages know more than text."""
    tables = tables_in(html) if "<table" in html.lower() else []
    found = tables[0] if tables else cells_of(text.rstrip("\r\n")) if text.strip() else None
    if found is None:
        return None
    width = max(len(row) for row in found.rows)
    rows = [[*row, *[""] * (width - len(row))] for row in found.rows]
    return replace(found, rows=rows)


def can_paste(record_type: type[Record]) -> bool:
    """Whether blocks of cells can become records of this type."""
    return record_type.about.table in BY_NAME


def refuse_long(block: Table) -> None:
    """Raise Problem when a block has more rows than are pasted at once."""
    if len(block.rows) > MOST_ROWS:
        raise Problem(
            f"粘贴的内容有{len(block.rows)}行，一次最多{MOST_ROWS}行",
            "请存成 Excel 文件，用“导入”读取。",
        )


def plan_paste(store: Store, request: PasteRequest, progress: Progress | None = None) -> Paste:
    """Return what pasting would do; nothing is written."""
    about = request.record_type.about
    if not can_paste(request.record_type):
        raise Problem(f"{about.label}不能成批粘贴", "请点“新增”，一条一条填写。")
    refuse_long(request.table)
    kind = BY_NAME[about.table]
    grid = _grid(request.table)
    known = _header_in(grid, kind, request.has_header)
    if known is None:
        grid, known = _with_header(grid, kind, request)
    header = _as_chosen(known, request)
    if not request.table.hides_merges:
        # What is merged is known here, so a blank cell is blank and repeats nothing.
        header = replace(header, type=replace(header.type, repeats=()))
    book = Workbook(Path(CLIPBOARD), Format.TEXT, (grid,))
    plan = plan_block(
        store,
        book,
        header,
        year=request.year,
        given=_given(store, request),
        keeps_known=not request.with_updates,
        progress=progress,
    )
    is_headed = len(grid.rows) == len(request.table.rows)
    paste = Paste(request, grid, header, plan, is_headed)
    lacking = _lacking(paste)
    return plan_paste(store, _widened(request, lacking), progress) if lacking else paste


def commit_paste(store: Store, paste: Paste) -> Paste:
    """Write the rows as one step; all of it happens or nothing does."""
    if last_operation(store) != paste.plan.seen_operation:
        paste = plan_paste(store, paste.request)
    if not paste.count:
        raise Problem("没有可以粘贴的行", "请先改好标红的格子。")
    with store.change(paste.label, kind="import"):
        write_plan(store, paste.plan)
    return paste


def _lacking(paste: Paste) -> list[str]:
    """Return the fields that rows must have and for which the block has no column to type into."""
    said = {one.text for row in paste.rows for one in row.messages if not one.cell}
    record_type = paste.request.record_type
    return [
        name
        for name, one in fields_of(record_type).items()
        if f"请填写{one.label}" in said and slot_named(paste.header.type, name)
    ]


def _widened(request: PasteRequest, names: Sequence[str]) -> PasteRequest:
    """Return the request with an empty column for each of these fields."""
    rows = [[*row, *[""] * len(names)] for row in request.table.rows]
    width = len(request.table.rows[0])
    added = {width + place: name for place, name in enumerate(names)}
    table = replace(request.table, rows=rows)
    return replace(request, table=table, columns={**request.columns, **added})


def _grid(table: Table) -> Grid:
    rows: list[list[object]] = [list(row) for row in table.rows]
    return Grid(CLIPBOARD, rows, tuple(Merge(*one) for one in table.merges))


def _header_in(grid: Grid, kind: SheetType, has_header: bool | None) -> Header | None:
    """Return the header of a block, None when it begins with data."""
    if has_header is False:
        return None
    found = find_header(grid, "", kind.name)
    if found is not None and found.bottom < LAST_HEADER_ROW:
        return read_contents(grid, found)
    return _first_row(grid, kind) if _is_header(grid, kind) else None


def _is_header(grid: Grid, kind: SheetType) -> bool:
    """Whether every word of the first row names a column, as the only one of a block does."""
    words = [text for text in grid.texts(0) if text.strip()]
    return bool(words) and all(_slot_of(kind, word) for word in words)


def _first_row(grid: Grid, kind: SheetType) -> Header:
    columns = tuple(
        Column(index, text.strip(), _slot_of(kind, text))
        for index, text in enumerate(grid.texts(0))
    )
    return Header(kind, 0, 0, columns, 0.0)


def _slot_of(kind: SheetType, word: str) -> Slot | None:
    tiers = (OWN_LABEL, DECLARED, ALIKE)
    return next((slot for tier in tiers if (slot := look_up(kind, word, tier))), None)


def _with_header(grid: Grid, kind: SheetType, request: PasteRequest) -> tuple[Grid, Header]:
    """Return a block with the headings of the list's columns over or, if told so, in its first row."""
    slots = [_slot_shown(kind, name) for name in request.shown]
    places = range(grid.width)
    by_place = [slots[place] if place < len(slots) else None for place in places]
    columns = tuple(
        Column(place, _heading(kind, slot, place), slot, BY_ORDER if slot else "")
        for place, slot in enumerate(by_place)
    )
    header = Header(kind, 0, 0, columns, 0.0)
    if request.has_header:
        return grid, header
    headings: list[object] = [one.heading for one in columns]
    moved = tuple(Merge(m.top + 1, m.left, m.bottom + 1, m.right) for m in grid.merges)
    return Grid(grid.name, [headings, *grid.rows], moved), header


def _slot_shown(kind: SheetType, name: str) -> Slot | None:
    """Return what a column of the list fills; a link is told by the name beside it."""
    named = Slot(kind.record, f"{name}_name")
    if named in kind.slots:
        return named
    own = Slot(kind.record, name)
    return own if own in kind.slots else None


def _heading(kind: SheetType, slot: Slot | None, place: int) -> str:
    if slot is None:
        return f"第{place + 1}列"
    return heading_of(kind, slot) or slot.field.label


def _as_chosen(header: Header, request: PasteRequest) -> Header:
    """Return the header with the columns that the clerk chose herself."""
    if not request.columns:
        return header
    chosen = {place: slot_named(header.type, name) for place, name in request.columns.items()}
    taken = {slot for slot in chosen.values() if slot}
    known = {column.index: column for column in header.columns}
    columns = [
        Column(place, _chosen_heading(known.get(place), slot), slot, CHOSEN)
        for place, slot in chosen.items()
    ]
    columns += [
        replace(column, slot=None, how="") if column.slot in taken else column
        for column in header.columns
        if column.index not in chosen
    ]
    return replace(header, columns=tuple(sorted(columns, key=lambda one: one.index)))


def _chosen_heading(known: Column | None, slot: Slot | None) -> str:
    if known is not None and known.heading:
        return known.heading
    return slot.field.label if slot else ""


def _given(store: Store, request: PasteRequest) -> Given:
    """Return what all new rows share, with the names of the records that they link to."""
    fields = fields_of(request.record_type)
    found: Given = dict(request.given)
    for name, value in request.given.items():
        kind = fields[name]
        if isinstance(kind, Link) and f"{name}_name" in fields and isinstance(value, int):
            found.setdefault(f"{name}_name", store.title_of_id(kind.to, value))
    return found
