"""Which cells of a blank form want something: blanks with a label, blanks in a text, list columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from models.county_forms.book import FormBook
from models.county_forms.layout import Cell, Layout
from models.county_forms.likeness import core_of, is_measure, plain_label
from models.county_forms.places import Place, address_of
from models.county_forms.slots import Slot, slots_in

Way = Literal["cell", "slot", "column"]
TOTALS = frozenset({"合计", "总计", "小计", "共计"})
FEWEST_LIST_ROWS, FEWEST_LIST_COLUMNS = 2, 2
LONGEST_SLOT_TEXT = 160
OF_ITS_OWN = 2


@dataclass(frozen=True, slots=True)
class Want:
    """A place that wants something, by which labels, and how it is filled.

    A `column` is filled downward from its place, over `rows` blank rows. `label` is what the sheet
    calls it, such as 职工总数 · 女; `start` and `end` delimit a slot within its cell's text.
    """

    place: Place
    way: Way
    label: str
    rows: int = 1
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class ListArea:
    """Blank rows under a header that are filled downward; both ends are rows of the area."""

    first: int
    last: int
    columns: tuple[int, ...]

    @property
    def rows(self) -> int:
        """How many blank rows there are."""
        return self.last - self.first + 1


def layouts_of(book: FormBook, year: int | None = None) -> list[Layout]:
    """Return the labels of each sheet."""
    return [Layout(one, year) for one in book.sheets]


def wants_of(book: FormBook) -> Sequence[Want]:
    """Return all places of a form that want something, sheet by sheet, row by row."""
    return [
        want
        for layout in layouts_of(book)
        if not layout.sheet.is_hidden
        for want in sorted(_wants_in(layout), key=lambda one: one.place)
    ]


def want_at(book: FormBook, place: Place, way: Way) -> Want:
    """Return what a place of the clerk's own choice wants when filled that way."""
    layout = Layout(book.sheets[place.sheet])
    if way == "slot":
        slot = slot_at(layout, place)
        label = slot_label(layout, place.cell, slot)
        return Want(place, way, label, start=slot.start, end=slot.end)
    if way == "column":
        return Want(place, way, label_of_column(layout, place.cell), rows_from(layout, place.cell))
    return Want(place, way, label_of(layout, place.cell))


def slot_at(layout: Layout, place: Place) -> Slot:
    """Return a blank within a cell's text; the end of the text where there is no such blank."""
    text = layout.sheet.text(*place.cell)
    slots = slots_in(text)
    if 0 <= place.slot < len(slots):
        return slots[place.slot]
    return Slot(plain_label(text)[:LONGEST_SLOT_TEXT], len(text), len(text))


def list_areas(layout: Layout) -> list[ListArea]:
    """Return the blank rows under headers, from top to bottom."""
    found = []
    row = 1
    while row < layout.rows:
        columns = _list_columns(layout, row)
        if not columns:
            row += 1
            continue
        last = row
        while last + 1 < layout.rows and _is_list_row(layout, last + 1, columns):
            last += 1
        found.append(ListArea(row, last, columns))
        row = last + 1
    return [one for one in found if one.rows >= FEWEST_LIST_ROWS]


def column_starts(layout: Layout) -> list[Cell]:
    """Return where a column may be filled downward: under a header, in a list or by itself."""
    starts = {(area.first, column) for area in list_areas(layout) for column in area.columns}
    for row in range(1, layout.rows + 1):
        header = row - 1
        while header > 0 and layout.is_code_row(header):
            header -= 1
        starts |= {
            (row, column)
            for column in range(layout.columns)
            if layout.is_label((header, column))
            and layout.sheet.owner(row, column) == (row, column)
            and layout.cell((row, column)).kind == "blank"
        }
    return sorted(starts)


def rows_from(layout: Layout, at: Cell) -> int:
    """Return how many rows under one another are blank, from a place downward."""
    for area in list_areas(layout):
        if area.first <= at[0] <= area.last:
            return area.last - at[0] + 1
    row, column = at
    last = row
    while last + 1 < layout.rows and _is_list_row(layout, last + 1, (column,)):
        last += 1
    return last - row + 1


def label_of(layout: Layout, at: Cell) -> str:
    """Return what the sheet calls a cell: its row's words, then its column's."""
    named = [one for one in layout.labels_left(at) if not is_measure(one)]
    said = [*named[-OF_ITS_OWN:], *layout.labels_above(at)[-OF_ITS_OWN:]]
    return " · ".join(dict.fromkeys(said)) or layout.section(at[0]) or address_of(*at)


def label_of_column(layout: Layout, at: Cell) -> str:
    """Return what the sheet calls a column of a list."""
    return " · ".join(layout.labels_above(at)[-OF_ITS_OWN:]) or label_of(layout, at)


def slot_label(layout: Layout, at: Cell, slot: Slot) -> str:
    """Return what a blank within a text is called."""
    if slot.label:
        return plain_label(slot.label)
    return {"day": "日期", "month": "月份", "year": "年度", "words": label_of(layout, at)}[
        slot.shape
    ]


def _wants_in(layout: Layout) -> Iterator[Want]:
    areas = list_areas(layout)
    in_lists = {
        (row, column)
        for one in areas
        for row in range(one.first, one.last + 1)
        for column in range(layout.columns)
    }
    for area in areas:
        yield from _columns_of(layout, area)
    for at in layout.cells():
        if at in in_lists:
            continue
        if layout.is_free(at):
            if _is_wanted(layout, at):
                yield Want(_place(layout, at), "cell", label_of(layout, at))
        elif layout.cell(at).kind == "text":
            yield from _slots_of(layout, at)


def _columns_of(layout: Layout, area: ListArea) -> Iterator[Want]:
    for column in area.columns:
        at = area.first, column
        if layout.cell(at).kind == "blank":
            label = label_of_column(layout, at)
            yield Want(_place(layout, at), "column", label, area.rows)


def _is_wanted(layout: Layout, at: Cell) -> bool:
    left, above = layout.labels_left(at), layout.labels_above(at)
    if layout.is_code_row(at[0]) or _is_totalled(layout, at, left):
        return False
    if layout.has_boxes:
        return bool(left or above)
    beside = at[1] > 0 and layout.is_label((at[0], at[1] - 1))
    return beside or bool(left and above)


def _is_totalled(layout: Layout, at: Cell, left: tuple[str, ...]) -> bool:
    """Whether a cell stands in a row of totals that the form reckons itself."""
    return core_of(left[-1]) in TOTALS if left and _has_formula(layout, at[0]) else False


def _has_formula(layout: Layout, row: int) -> bool:
    cells = (layout.sheet.cell(row, column) for column in range(layout.columns))
    return any(one.kind == "formula" for one in cells)


def _slots_of(layout: Layout, at: Cell) -> Iterator[Want]:
    text = layout.cell(at).text
    if len(text) > LONGEST_SLOT_TEXT or _has_room_beside(layout, at, text):
        return
    for number, slot in enumerate(slots_in(text)):
        label = slot_label(layout, at, slot)
        place = _place(layout, at, number)
        yield Want(place, "slot", label, start=slot.start, end=slot.end)


def _has_room_beside(layout: Layout, at: Cell, text: str) -> bool:
    """Whether what a label with a colon asks for goes into the boxed cell beside it."""
    if not text.rstrip().endswith(("：", ":")):
        return False
    merge = layout.sheet.merge_at(*at)
    beside = at[0], (merge.right if merge else at[1]) + 1
    return beside[1] < layout.columns and layout.has_boxes and layout.is_free(beside)


def _list_columns(layout: Layout, row: int) -> tuple[int, ...]:
    """Return the columns of a list whose first blank row this is."""
    if layout.is_heading(row - 1) or layout.is_code_row(row):
        return ()
    header = row - 1
    while header > 0 and layout.is_code_row(header):
        header -= 1
    columns = tuple(
        column
        for column in range(layout.columns)
        if layout.sheet.owner(row, column)[1] == column and layout.is_label((header, column))
    )
    is_list = len(columns) >= FEWEST_LIST_COLUMNS and _is_list_row(layout, row, columns)
    return columns if is_list else ()


def _is_list_row(layout: Layout, row: int, columns: tuple[int, ...]) -> bool:
    """Whether a row is blank in the columns of a list, but for its number and its formulas."""
    if any(layout.has_own_words(row, column) for column in range(layout.columns)):
        return False
    cells = [layout.sheet.cell(row, column) for column in columns]
    free = [one for one in cells if one.kind == "blank"]
    if not free or any(one.kind in ("number", "day") for one in cells[1:]):
        return False
    return not layout.has_boxes or any(one.is_boxed for one in free)


def _place(layout: Layout, at: Cell, slot: int = -1) -> Place:
    return Place(layout.sheet.place, *at, slot)
