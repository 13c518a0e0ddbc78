"""The county's workbook with the mapped cells filled."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from lxml import etree

from models.county_forms.book import FormBook
from models.county_forms.filling import Entry, FillPlan
from models.county_forms.places import Place
from reports.files import write_whole
from reports.filling.cells import SheetCells
from reports.filling.package import WORKBOOK, Package
from reports.filling.recalculation import forget_results, recalculate_on_opening
from reports.filling.references import Insertion
from reports.filling.rows import insert_rows, number_rows

SHARED = "sharedStrings"
OTHER_ENDINGS = frozenset({".xlsm", ".xltx", ".xltm"})
USUAL_PART = "xl/sharedStrings.xml"


def filled(plan: FillPlan) -> bytes:
    """Return the form's own file with its mapped cells filled."""
    package = Package(plan.blank)
    by_sheet: dict[int, list[Entry]] = defaultdict(list)
    for one in plan.entries:
        if one.place is not None and not one.trouble:
            by_sheet[one.place.sheet].append(one)
    shared = _shared_items(package)
    for number, entries in sorted(by_sheet.items()):
        _fill_sheet(package, plan.book, number, entries, shared)
    if by_sheet and plan.book.has_formulas:
        recalculate_on_opening(package)
    return package.packed()


def save_filled(plan: FillPlan, path: Path) -> Path:
    """Write the filled form to a file, and return where it is.

    A form with macros or a template keeps its own ending: its content would not open as .xlsx.
    """
    own = Path(plan.form.file_name).suffix.lower()
    if own in OTHER_ENDINGS and path.suffix.lower() != own:
        path = path.with_suffix(own)
    return write_whole(path, filled(plan))


def insertions_of(book: FormBook, entries: Sequence[Entry]) -> list[Insertion]:
    """Return the rows that the lists of a sheet need beside their blank ones, from the bottom."""
    areas: dict[int, tuple[int, int]] = {}
    for one in entries:
        if one.way == "column" and one.place is not None:
            rows, needed = areas.get(one.place.row, (one.rows, 0))
            areas[one.place.row] = min(rows, one.rows), max(needed, len(one.values))
    sheet = {one.place.sheet for one in entries if one.place}
    names = [book.sheets[number].name for number in sheet]
    return [
        Insertion(names[0], first, first + rows - 1, needed - rows)
        for first, (rows, needed) in sorted(areas.items(), reverse=True)
        if needed > rows
    ]


def _fill_sheet(
    package: Package,
    book: FormBook,
    number: int,
    entries: Sequence[Entry],
    shared: Sequence[etree._Element],
) -> None:
    sheet = book.sheets[number]
    cells = SheetCells(package.edit(sheet.part), counts_from_1904=book.counts_from_1904)
    insertions = insertions_of(book, entries)
    for one in insertions:
        insert_rows(package, sheet.part, cells, one)
    written = set()
    for entry in entries:
        if entry.way != "slot":
            written |= _write(cells, entry, insertions)
    for place, values in _slots_by_cell(entries).items():
        at = _moved(place, insertions), place.column
        cells.write_slots(at, _item_of(cells, at, shared), values)
        written.add(at)
    for one in insertions:
        number_rows(cells, one, written)
    forget_results(cells, sheet.name, written)


def _write(
    cells: SheetCells, entry: Entry, insertions: Sequence[Insertion]
) -> set[tuple[int, int]]:
    assert entry.place is not None
    row = _moved(entry.place, insertions)
    written = set()
    for step, value in enumerate(entry.values):
        at = row + step, entry.place.column
        if not cells.has_formula(*at):
            cells.write(*at, value.content)
            written.add(at)
    return written


def _moved(place: Place, insertions: Sequence[Insertion]) -> int:
    return place.row + sum(one.count for one in insertions if place.row > one.last)


def _slots_by_cell(entries: Sequence[Entry]) -> Mapping[Place, dict[int, str]]:
    found: dict[Place, dict[int, str]] = defaultdict(dict)
    for one in entries:
        if one.way == "slot" and one.place is not None and one.value.shown:
            cell = Place(one.place.sheet, one.place.row, one.place.column)
            found[cell][one.place.slot] = one.value.shown
    return found


def _shared_items(package: Package) -> list[etree._Element]:
    targets = package.targets_of(WORKBOOK).values()
    part = next((target for kind, target in targets if kind == SHARED), USUAL_PART)
    if not package.has(part):
        return []
    return [one for one in package.read(part) if isinstance(one.tag, str)]


def _item_of(
    cells: SheetCells, at: tuple[int, int], shared: Sequence[etree._Element]
) -> etree._Element | None:
    cell = cells.cell(*at)
    stored = cell.findtext(f"{cells.main}v")
    if cell.get("t") != "s" or not stored:
        return None
    return shared[int(stored)]
