"""A sheet read as the clerk says: as that kind of list, with that header and those columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from models import codes
from models.fields import Choice, CreditCode, PersonId, Phone
from models.lists.kinds import SheetType, Slot
from models.reading import Refused
from models.sheets.headers import (
    SOME_TWO_DAYS,
    TWO_DAYS,
    Column,
    Header,
    find_header,
    header_at,
)
from models.sheets.labels import LAST_ROW, labels_at
from models.sheets.layout import SPAN, SheetLayout
from models.sheets.marks import column_letters, column_number
from models.sheets.workbook import Grid
from models.values.person_id import read_person_id

AS_TOLD = "已按您指定的对应"
_SAMPLE_ROWS = 60
_MOST_SAMPLES = 30


def find_as_told(
    grid: Grid,
    title: str,
    layout: SheetLayout,
    as_type: str,
    *,
    answered: Mapping[str, str],
    called: str,
) -> Header | None:
    """Return the header at the rows and as the kind that the clerk chose, where he chose."""
    kind = layout.kind or as_type
    if layout.rows and layout.rows[0] <= len(grid.rows):
        top, bottom = layout.rows
        return header_at(grid, (top - 1, min(bottom, len(grid.rows)) - 1), title, kind)
    found = find_header(grid, title, kind, answered, called=called)
    if found is None and layout.kind:
        row = likeliest_row(grid)
        return header_at(grid, (row, row), title, kind)
    return found


def with_columns(grid: Grid, header: Header, chosen: Mapping[str, str]) -> Header:
    """Return the header with columns, by their letters, read as the clerk chose."""
    known = {column_number(letters): code for letters, code in chosen.items()}
    known = {index: code for index, code in known.items() if index < grid.width}
    slots = {index: _slots(header.type, code) for index, code in known.items()}
    taken = {slot for found in slots.values() for slot in found}
    columns = [
        replace(one, slot=None, how="") if one.slot in taken else one
        for one in header.columns
        if one.index not in known
    ]
    labels = labels_at(grid, header.top, header.bottom)
    for index, found in slots.items():
        heading = _heading(header, labels[index], index)
        how = TWO_DAYS if len(found) > 1 else AS_TOLD if found else ""
        columns += [Column(index, heading, slot, how) for slot in found]
        if not found:
            columns.append(Column(index, heading, None))
    return replace(header, columns=tuple(sorted(columns, key=lambda one: one.index)))


def whole_columns(grid: Grid, header: Header) -> list[Column]:
    """Return the columns of a header with those that have content but no heading."""
    known = {one.index for one in header.columns}
    first = header.bottom + 1
    rows = grid.rows[first : first + _SAMPLE_ROWS]
    bare = [
        Column(index, "", None)
        for index in range(min(grid.width, max(known, default=0) + LAST_ROW))
        if index not in known and any(row[index] not in ("", None) for row in rows)
    ]
    return sorted([*header.columns, *bare], key=lambda one: one.index)


def samples(grid: Grid, header: Header, index: int) -> tuple[str, ...]:
    """Return the first different texts under a heading."""
    first = header.bottom + 1
    last = min(first + _SAMPLE_ROWS, len(grid.rows))
    texts = (grid.text(row, index).strip() for row in range(first, last))
    return tuple(dict.fromkeys(text for text in texts if text))[:_MOST_SAMPLES]


def likely_code(grid: Grid, header: Header, column: Column) -> str:
    """Return the code of the only field that all first texts of an unread column fit, or nothing."""
    if column.slot is not None:
        return ""
    texts = samples(grid, header, column.index)
    free = [slot for slot in header.type.slots if slot not in header.by_slot and not slot.number]
    fitting = [slot for slot in free if texts and all(_fits(slot, text) for text in texts)]
    return fitting[0].code if len(fitting) == 1 else ""


def _fits(slot: Slot, text: str) -> bool:
    one = slot.field
    if isinstance(one, Choice):
        return not text.isascii() and codes.table(one.codes).knows(text)
    if not isinstance(one, (CreditCode, PersonId, Phone)):
        return False
    try:
        # Passports may look like anything, so that their numbers tell nothing.
        found = read_person_id(text) if isinstance(one, PersonId) else one.read(text)
    except Refused:
        return False
    return not found.doubts


def code_of(column: Column) -> str:
    """Return what a column is read as, the way that a layout keeps it."""
    if column.how in (TWO_DAYS, SOME_TWO_DAYS):
        return SPAN
    return column.slot.code if column.slot else ""


def first_lines(grid: Grid) -> Iterator[str]:
    """Yield the first rows of a sheet as one line each, to choose the header among."""
    for row in range(_last(grid)):
        yield " ".join("".join(text.split()) for text in grid.texts(row) if text.strip())


def _slots(kind: SheetType, code: str) -> list[Slot]:
    if code == SPAN:
        return [kind.span.first, kind.span.last] if kind.span else []
    slot = kind.slot_coded(code) if code else None
    return [slot] if slot else []


def _heading(header: Header, labels: Sequence[str], index: int) -> str:
    found = next((one.heading for one in header.columns if one.index == index), "")
    return found or (labels[0] if labels else f"{column_letters(index)}列")


def likeliest_row(grid: Grid) -> int:
    """Return the first row with as many texts as any other of the first rows."""
    counts = [sum(1 for text in grid.texts(row) if text.strip()) for row in range(_last(grid))]
    return counts.index(max(counts)) if counts else 0


def _last(grid: Grid) -> int:
    return min(grid.start + LAST_ROW, len(grid.rows))
