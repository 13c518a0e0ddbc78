"""Putting rows into a sheet under a list: everything below moves, as a spreadsheet moves it."""

from copy import deepcopy

from lxml import etree

from models.county_forms.places import address_of, cell_at
from reports.filling.cells import SheetCells
from reports.filling.moving import move_everything_else
from reports.filling.package import Package
from reports.filling.recalculation import drop_calculation_chain
from reports.filling.references import Insertion, formula_copied, range_after


def insert_rows(package: Package, part: str, cells: SheetCells, insertion: Insertion) -> None:
    """Put in rows that look like the list's first, with its formulas, and move what is below."""
    _write_out_shared_formulas(cells)
    lines = dict(cells.rows())
    template = lines.get(insertion.first)
    for row, line in sorted(lines.items(), reverse=True):
        if row > insertion.last:
            _renumber(cells, line, row + insertion.count)
    move_everything_else(package, part, cells, insertion)
    _copy_merges(cells, insertion)
    if template is not None:
        _add_copies(cells, template, insertion)
    cells.find_rows()
    drop_calculation_chain(package)


def number_rows(cells: SheetCells, insertion: Insertion, written: set[tuple[int, int]]) -> None:
    """Go on counting 1, 2, 3 in the new rows where the form had counted its blank rows."""
    lines = dict(cells.rows())
    first = lines.get(insertion.first)
    last = lines.get(insertion.last)
    if first is None or last is None:
        return
    values = dict(_plain_numbers(cells, last))
    for column, start in _plain_numbers(cells, first):
        rows = insertion.last - insertion.first
        if values.get(column) != start + rows or (insertion.first, column) in written:
            continue
        for step in range(1, insertion.count + 1):
            cell = cells.cell(insertion.last + step, column)
            value = etree.SubElement(cell, f"{cells.main}v")
            value.text = str(start + rows + step)
            written.add((insertion.last + step, column))


def _plain_numbers(cells: SheetCells, line: etree._Element) -> list[tuple[int, int]]:
    found = []
    for column, cell in cells.cells_of(line):
        text = cell.findtext(f"{cells.main}v") or ""
        has_formula = cell.find(f"{cells.main}f") is not None
        if cell.get("t", "n") == "n" and text.isdigit() and not has_formula:
            found.append((column, int(text)))
    return found


def _renumber(cells: SheetCells, line: etree._Element, row: int) -> None:
    line.set("r", str(row + 1))
    for column, cell in cells.cells_of(line):
        cell.set("r", address_of(row, column))


def _add_copies(cells: SheetCells, template: etree._Element, insertion: Insertion) -> None:
    place = 0
    for row, line in cells.rows():
        if row <= insertion.last:
            place = cells.data.index(line) + 1
    for step in range(insertion.count, 0, -1):
        cells.data.insert(place, _copy_of(cells, template, insertion, step))


def _copy_of(
    cells: SheetCells, template: etree._Element, insertion: Insertion, step: int
) -> etree._Element:
    line = deepcopy(template)
    row = insertion.last + step
    for _, cell in cells.cells_of(line):
        formula = cell.find(f"{cells.main}f")
        for child in list(cell):
            if child is not formula:
                cell.remove(child)
        cell.attrib.pop("t", None)
        if formula is not None and formula.text:
            formula.text = formula_copied(formula.text, row - insertion.first)
    _renumber(cells, line, row)
    return line


def _copy_merges(cells: SheetCells, insertion: Insertion) -> None:
    """Merge in the new rows what is merged across the list's first row."""
    merges = cells.root.find(f"{cells.main}mergeCells")
    if merges is None:
        return
    across = [one for one in merges if _rows_of(one) == (insertion.first, insertion.first)]
    for one in merges:
        one.set("ref", range_after(one.get("ref", ""), insertion))
    for step in range(1, insertion.count + 1):
        for one in across:
            row = insertion.last + step
            made = deepcopy(one)
            made.set("ref", formula_copied(one.get("ref", ""), row - insertion.first))
            merges.append(made)
    if merges.get("count"):
        merges.set("count", str(len(merges)))


def _rows_of(merge: etree._Element) -> tuple[int, int]:
    first, _, last = merge.get("ref", "").partition(":")
    return cell_at(first)[0], cell_at(last or first)[0]


def _write_out_shared_formulas(cells: SheetCells) -> None:
    """Give every cell its own formula: a shared one names cells that are going to move."""
    masters: dict[str, tuple[tuple[int, int], str]] = {}
    sharing: list[tuple[tuple[int, int], etree._Element]] = []
    for at, cell in cells.formulas():
        formula = cell.find(f"{cells.main}f")
        if formula is None or formula.get("t") != "shared":
            continue
        sharing.append((at, formula))
        if formula.text:
            masters[formula.get("si", "")] = at, formula.text
    for at, formula in sharing:
        known = masters.get(formula.get("si", ""))
        if known is None:
            continue
        (row, column), text = known
        formula.text = formula_copied(text, at[0] - row, at[1] - column)
        for name in ("t", "si", "ref"):
            formula.attrib.pop(name, None)
