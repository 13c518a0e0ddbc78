"""Totals that the form reckons itself: they are reckoned anew when the file is opened."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from lxml import etree

from reports.filling.cells import SheetCells
from reports.filling.package import TYPES, WORKBOOK, Package
from reports.filling.references import Reach, reaches_of

CALC_CHAIN = "calcChain"
# What follows calcPr in a workbook.
_AFTER = (
    *("oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes"),
    *("webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst"),
)


def recalculate_on_opening(package: Package) -> None:
    """Have the program that opens the workbook reckon every formula."""
    said = package.read(WORKBOOK)
    main = said.tag.rpartition("}")[0] + "}"
    found = said.find(f"{main}calcPr")
    if found is not None and found.get("fullCalcOnLoad") in ("1", "true"):
        return
    root = package.edit(WORKBOOK)
    if found is None:
        found = etree.Element(f"{main}calcPr")
        following = (
            place
            for place, one in enumerate(root)
            if isinstance(one.tag, str) and etree.QName(one).localname in _AFTER
        )
        root.insert(next(following, len(root)), found)
    found.set("fullCalcOnLoad", "1")


def forget_results(cells: SheetCells, sheet: str, written: Collection[tuple[int, int]]) -> None:
    """Take the kept results out of the formulas that reckon with what was written."""
    stale: dict[int, set[int]] = defaultdict(set)
    for row, column in written:
        stale[row].add(column)
    waiting = list(cells.formulas())
    for (row, column), cell in waiting:
        if not cell.findtext(f"{cells.main}v"):
            stale[row].add(column)
    while True:
        still = []
        for at, cell in waiting:
            if _depends(cell.findtext(f"{cells.main}f") or "", sheet, stale):
                stale[at[0]].add(at[1])
                _forget(cells, cell)
            else:
                still.append((at, cell))
        if len(still) == len(waiting):
            return
        waiting = still


def drop_calculation_chain(package: Package) -> None:
    """Leave out the order of reckoning, which names cells that have moved; it is made anew."""
    relations = "xl/_rels/workbook.xml.rels"
    for number, (kind, part) in package.targets_of(WORKBOOK).items():
        if kind != CALC_CHAIN:
            continue
        package.remove(part)
        for one in list(package.edit(relations)):
            if one.get("Id") == number:
                package.edit(relations).remove(one)
        for one in list(package.edit(TYPES)):
            if (one.get("PartName") or "").lower() == f"/{part}".lower():
                package.edit(TYPES).remove(one)


def _depends(formula: str, sheet: str, stale: Mapping[int, set[int]]) -> bool:
    """Whether a formula reckons with a cell; one whose text stands elsewhere (shared) may."""
    if not formula:
        return True
    return any(reach is None or _is_reached(reach, stale) for reach in reaches_of(formula, sheet))


def _is_reached(reach: Reach, stale: Mapping[int, set[int]]) -> bool:
    is_short = reach.bottom - reach.top < len(stale)
    rows = range(reach.top, reach.bottom + 1) if is_short else stale
    return any(reach.holds(row, column) for row in rows if row in stale for column in stale[row])


def _forget(cells: SheetCells, cell: etree._Element) -> None:
    value = cell.find(f"{cells.main}v")
    if value is not None:
        cell.remove(value)
        cell.attrib.pop("t", None)
