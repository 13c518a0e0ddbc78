"""The sheets of a book as lists: of which kind, with which header, as the clerk says or by itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from models.lists.facts import Facts
from models.lists.kinds import Given
from models.records import RECORDS
from models.sheets.answers import Answers
from models.sheets.below import next_list
from models.sheets.contents import read_contents
from models.sheets.correcting import (
    AS_TOLD,
    code_of,
    find_as_told,
    first_lines,
    likeliest_row,
    likely_code,
    samples,
    whole_columns,
    with_columns,
)
from models.sheets.headers import Header, possible_headers
from models.sheets.labels import MOST_COLUMNS
from models.sheets.layout import NOTHING, SheetLayout
from models.sheets.marks import column_letters
from models.sheets.mending import with_mended_cells
from models.sheets.parting import above, below, lists_beside, name_below
from models.sheets.plan import ColumnUse, SheetPlan
from models.sheets.preamble import read_facts
from models.sheets.remembering import Memory, Remembered
from models.sheets.shapes import CARDS, TURNED, cards, turned
from models.sheets.unbuilt import UNIT, only_rows, rows_without_union
from models.sheets.workbook import Grid, Workbook

UNKNOWN = "认不出是哪种台账：没有找到能对上的表头"
EMPTY = "空的工作表"
LEFT_OUT = "已选择不导入这张工作表"
NO_COLUMN = "没有一列对上台账的栏目"
MOST_SAMPLES, MOST_KINDS, MOST_LOOKED_AT = 3, 3, 12
_TITLE_LINES = 3
_FEWEST_KNOWN = 3


@dataclass(slots=True)
class RecognisedSheet:
    """A sheet with what was recognised of it, and what else is known of all its rows.

    `header` is None when the sheet is passed over, `recognised` also then what was found.
    """

    grid: Grid
    header: Header | None
    facts: Facts
    plan: SheetPlan
    given: Given = field(default_factory=dict)
    keeps_known: bool = False
    layout: SheetLayout = NOTHING
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    unknown: Mapping[tuple[str, str], int] = field(default_factory=dict)
    recognised: Header | None = None
    file_name: str = ""

    @property
    def rank(self) -> int:
        """Return the place of the sheet's records: what others link to comes first."""
        return RECORDS.index(self.header.type.record) if self.header else len(RECORDS)


def recognise_all(
    book: Workbook,
    grids: Sequence[Grid],
    as_type: str,
    answers: Answers,
    memory: Memory | None = None,
) -> list[RecognisedSheet]:
    """Recognise each sheet by itself, then those that say too little by the others of the file."""
    sheets = [
        one
        for grid in grids
        for beside in lists_beside(grid)
        for found in _one_below_another(book, beside, as_type, answers, memory)
        for one in _with_units_apart(book, found, as_type, answers)
    ]
    kinds = {one.header.type.name for one in sheets if one.header}
    if len(kinds) == 1:
        (kind,) = kinds
        for place, one in enumerate(sheets):
            if one.plan.refusal == UNKNOWN:
                again = _recognise(book, one.grid, kind, answers, one.layout)
                if again.header and not again.header.is_mostly_unknown:
                    sheets[place] = again
    _share_facts(sheets)
    return sheets


def _one_below_another(
    book: Workbook, grid: Grid, as_type: str, answers: Answers, memory: Memory | None
) -> list[RecognisedSheet]:
    """Recognise a list and those that stand below it; what is not known is left with the first."""
    first = _as_answered(book, grid, as_type, answers, memory)
    plain = first
    if first.layout != NOTHING:
        plain = _recognise(book, grid, as_type, answers, NOTHING)
    if plain.header is None and plain.plan.refusal != EMPTY:
        return [_in_another_shape(book, first, as_type, answers)]
    row = next_list(grid, first.header) if first.header else None
    if row is None or as_type:
        return [first]
    rest = with_mended_cells(below(grid, row), answers.about(name_below(grid, row)).cells)
    further = _one_below_another(book, rest, as_type, answers, memory)
    if further[0].header is None and further[0].plan.refusal != LEFT_OUT:
        return [first]
    return [_as_answered(book, above(grid, row), as_type, answers, memory), *further]


def _with_units_apart(
    book: Workbook, found: RecognisedSheet, as_type: str, answers: Answers
) -> list[RecognisedSheet]:
    """Recognise the units without a union among the rows of a list of unions as units."""
    header, grid = found.header, found.grid
    rows = rows_without_union(grid, header) if header and not as_type else frozenset()
    if header is None or not rows:
        return [found]
    units = only_rows(grid, header, rows)
    units = with_mended_cells(units, answers.about(units.name).cells)
    layout = answers.layouts.get(units.name, NOTHING)
    apart = _recognise(book, units, UNIT, answers, layout)
    if apart.header is None and apart.plan.refusal != LEFT_OUT:
        return [found]
    found.grid = replace(grid, elsewhere=rows)
    return [found, apart]


def _in_another_shape(
    book: Workbook, found: RecognisedSheet, as_type: str, answers: Answers
) -> RecognisedSheet:
    """Recognise a sheet on its side or as cards; one that is neither stays unknown."""
    for shape, words in ((cards, CARDS), (turned, TURNED)):
        grid = shape(found.grid)
        other = _recognise(book, grid, as_type, answers, NOTHING) if grid else found
        header = other.header
        if header and not header.is_mostly_unknown and len(header.by_slot) >= _FEWEST_KNOWN:
            if grid and found.layout != NOTHING:
                other = _recognise(book, grid, as_type, answers, found.layout)
            if shape is turned:
                other.facts = found.facts
            other.plan.notes.append(words)
            return other
    return found


def lacking(header: Header, constants: Mapping[str, str]) -> str:
    """Say which columns a list lacks, blank when none."""
    missing = [f"“{slot.field.label}”" for slot in header.missing if slot.code not in constants]
    if missing:
        return f"缺少{'、'.join(missing)}列，不能按{header.type.label}导入"
    return "" if header.by_slot else NO_COLUMN


def describe(plan: SheetPlan, grid: Grid, header: Header) -> None:
    """Put into the plan how the sheet is understood."""
    plan.record_type = header.type.name
    plan.label = header.type.label
    plan.head = tuple(tuple(grid.texts(row)[:MOST_COLUMNS]) for row in range(header.bottom + 1))
    plan.head_merges = tuple(one for one in grid.merges if one.bottom <= header.bottom)
    for one in header.columns:
        if one.slot and one.how not in ("", AS_TOLD):
            plan.notes.append(f"“{one.heading}”列读作“{one.slot.field.label}”（{one.how}）")


def _as_answered(
    book: Workbook, grid: Grid, as_type: str, answers: Answers, memory: Memory | None
) -> RecognisedSheet:
    """Recognise a sheet as the clerk said it is to be read, now or the last time."""
    layout = answers.layouts.get(grid.name)
    if layout is None and memory is not None:
        kept = memory.recall(grid)
        if kept is not None:
            return _remembered(book, grid, as_type, answers, kept)
    return _recognise(book, grid, as_type, answers, layout or NOTHING)


def _remembered(
    book: Workbook, grid: Grid, as_type: str, answers: Answers, kept: Remembered
) -> RecognisedSheet:
    found = _recognise(book, grid, as_type, answers, kept.layout)
    found.plan.remembered, found.plan.remembered_id = kept.words, kept.id
    return found


def _recognise(
    book: Workbook, grid: Grid, as_type: str, answers: Answers, layout: SheetLayout
) -> RecognisedSheet:
    first = read_facts(grid, grid.start + _TITLE_LINES, book.path.stem)
    alone = sum(1 for one in book.sheets if one.rows) == 1
    header = find_as_told(
        grid,
        f"{first.title} {grid.name}",
        layout,
        as_type,
        answered=answers.columns,
        called=book.path.stem if alone else "",
    )
    if header is not None:
        header = with_columns(grid, read_contents(grid, header), layout.columns)
    facts = read_facts(grid, header.top, book.path.stem) if header else first
    sheet = RecognisedSheet(grid, header, facts, SheetPlan(grid.name), layout=layout)
    sheet.file_name = book.path.stem
    sheet.recognised = header
    _outline(sheet.plan, grid, header)
    sheet.plan.layout = layout
    sheet.plan.refusal = _refusal(sheet, {**layout.constants, **_coded(header, answers)})
    if sheet.plan.refusal:
        sheet.header = None
    if sheet.plan.refusal == UNKNOWN:
        sheet.plan.likely_kinds = tuple(_likely_kinds(grid))[:MOST_KINDS]
    return sheet


def _likely_kinds(grid: Grid) -> list[str]:
    """Return the kinds that an unknown list may be, by its labels and by what stands below them."""
    ranked = []
    for header in possible_headers(grid, likeliest_row(grid)):
        columns = whole_columns(grid, header)[:MOST_LOOKED_AT]
        looks = {likely_code(grid, header, one) for one in columns} - {""}
        missing = sum(1 for slot in header.missing if slot.code not in looks)
        known = len(header.by_slot) + len(looks)
        # What others link to is what is usually sent: units, unions, members.
        usual = RECORDS.index(header.type.record)
        has_needed = len(header.type.needs) - missing
        ranked.append((missing > 0, -has_needed, -known, usual, header.type.name))
    return [name for *_rank, name in sorted(ranked)]


def _refusal(sheet: RecognisedSheet, constants: Mapping[str, str]) -> str:
    if sheet.layout.is_left_out:
        return LEFT_OUT
    if not any(any(cell not in ("", None) for cell in row) for row in sheet.grid.rows):
        return EMPTY
    if sheet.header is None:
        return UNKNOWN
    return lacking(sheet.header, constants)


def _coded(header: Header | None, answers: Answers) -> Mapping[str, str]:
    """Return the constants of a whole file by their codes."""
    if header is None:
        return {}
    slots = {slot.name: slot.code for slot in header.missing}
    return {slots[name]: text for name, text in answers.constants.items() if name in slots}


def _outline(plan: SheetPlan, grid: Grid, header: Header | None) -> None:
    """Put into the plan what the clerk may correct."""
    plan.grid = grid
    plan.first_lines = tuple(first_lines(grid))
    plan.is_hidden = grid.is_hidden
    if header is not None:
        plan.kind = header.type.name
        plan.header_rows = (
            tuple(range(header.top + 1, header.bottom + 2)) if header.has_rows else ()
        )
        plan.columns = tuple(_uses(grid, header))


def _uses(grid: Grid, header: Header) -> Iterator[ColumnUse]:
    for one in whole_columns(grid, header):
        read_as = header.type.name_of(one.slot) if one.slot else ""
        yield ColumnUse(
            column_letters(one.index),
            one.heading,
            read_as,
            one.how,
            code=code_of(one),
            samples=samples(grid, header, one.index)[:MOST_SAMPLES],
            likely=likely_code(grid, header, one),
        )


def _share_facts(sheets: Sequence[RecognisedSheet]) -> None:
    """Let a sheet without a date take that of its neighbours in the same file."""
    dated = next((one.facts for one in sheets if one.header and one.facts.year), None)
    if dated is None:
        return
    for one in sheets:
        if one.header and not one.facts.year and not one.facts.cut_off:
            one.facts = replace(one.facts, year=dated.year, cut_off=dated.cut_off)
