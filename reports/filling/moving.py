"""Everything beside the cells that names rows: it moves with the rows that it names."""

from collections.abc import Iterator

from lxml import etree

from reports.filling.cells import SheetCells
from reports.filling.package import WORKBOOK, Package
from reports.filling.references import Insertion, formula_after, range_after, ranges_after

_REF_TAGS = frozenset({"dimension", "hyperlink", "autoFilter", "sortState", "sortCondition"})
_REFS_TAGS = frozenset(
    {"conditionalFormatting", "dataValidation", "protectedRange", "ignoredError"}
)
_FORMULA_TAGS = frozenset({"formula", "formula1", "formula2"})


def move_everything_else(
    package: Package, part: str, cells: SheetCells, insertion: Insertion
) -> None:
    """Move what names rows of a sheet: in the sheet, its drawings and tables, names, other sheets."""
    _move_in_sheet(cells, insertion)
    for kind, target in package.targets_of(part).values():
        if package.has(target):
            _move_beside(package, kind, target, insertion)
    _move_names(package, insertion)
    for other in _other_sheets(package, part):
        _move_formulas_of_another(package, other, insertion)
    for chart in _charts(package):
        _move_formula_texts(package, chart, insertion, "f")


def _move_in_sheet(cells: SheetCells, insertion: Insertion) -> None:
    main = cells.main
    for (row, _), cell in cells.formulas():
        formula = cell.find(f"{main}f")
        assert formula is not None
        own_row = row - insertion.count if row > insertion.last else row
        formula.text = formula_after(formula.text or "", insertion, insertion.sheet, own_row)
        if formula.get("ref"):
            formula.set("ref", range_after(formula.get("ref", ""), insertion))
    for one in cells.root.iter():
        if isinstance(one.tag, str):
            _move_one(one, insertion, is_own=one.tag.startswith(main))
    for one in cells.root.iterfind(f"{main}rowBreaks/{main}brk"):
        # A break stands under the row that it names.
        one.set("id", str(insertion.row(int(one.get("id", "1")) - 1) + 1))


def _move_one(one: etree._Element, insertion: Insertion, *, is_own: bool) -> None:
    name = etree.QName(one).localname
    if name in _REF_TAGS and one.get("ref"):
        one.set("ref", range_after(one.get("ref", ""), insertion))
    elif name in _REFS_TAGS and one.get("sqref"):
        one.set("sqref", ranges_after(one.get("sqref", ""), insertion))
    elif not one.text:
        return
    elif name == "sqref":
        one.text = ranges_after(one.text, insertion)
    elif name in _FORMULA_TAGS or (name == "f" and not is_own):
        one.text = formula_after(one.text, insertion, insertion.sheet)


def _move_beside(package: Package, kind: str, target: str, insertion: Insertion) -> None:
    match kind:
        case "drawing":
            _move_drawings(package, target, insertion)
        case "table":
            for one in package.edit(target).iter():
                if isinstance(one.tag, str) and one.get("ref"):
                    one.set("ref", range_after(one.get("ref", ""), insertion))
        case "comments":
            for one in package.edit(target).iter():
                if isinstance(one.tag, str) and etree.QName(one).localname == "comment":
                    one.set("ref", range_after(one.get("ref", ""), insertion))
        case "vmlDrawing":
            _move_notes(package, target, insertion)


def _move_drawings(package: Package, target: str, insertion: Insertion) -> None:
    for one in package.edit(target).iter():
        if isinstance(one.tag, str) and etree.QName(one).localname == "row":
            one.text = str(insertion.row(int(one.text or "0")))


def _move_notes(package: Package, target: str, insertion: Insertion) -> None:
    """Move the boxes of notes: the cell that each is for, and the rows between which it stands."""
    try:
        root = package.read(target)
    except etree.XMLSyntaxError:
        # Excel itself writes such parts as no XML at times; the boxes stay where they were.
        return
    package.edit(target)
    for one in root.iter():
        if not isinstance(one.tag, str) or not one.text:
            continue
        name = etree.QName(one).localname
        if name == "Row" and one.text.strip().isdigit():
            one.text = str(insertion.row(int(one.text)))
        elif name == "Anchor":
            numbers = [int(part) for part in one.text.split(",")]
            for place in (2, 6):
                numbers[place] = insertion.row(numbers[place])
            one.text = ", ".join(map(str, numbers))


def _move_names(package: Package, insertion: Insertion) -> None:
    said = package.read(WORKBOOK)
    main = said.tag.rpartition("}")[0] + "}"
    names = said.findall(f"{main}definedNames/{main}definedName")
    after = [formula_after(one.text or "", insertion, "") for one in names]
    if any(one.text != text for one, text in zip(names, after, strict=True)):
        package.edit(WORKBOOK)
        for one, text in zip(names, after, strict=True):
            one.text = text


def _other_sheets(package: Package, part: str) -> Iterator[str]:
    for kind, target in package.targets_of(WORKBOOK).values():
        if kind == "worksheet" and target.lower() != part.lower() and package.has(target):
            yield target


def _move_formulas_of_another(package: Package, part: str, insertion: Insertion) -> None:
    for name in ("f", *_FORMULA_TAGS):
        _move_formula_texts(package, part, insertion, name)


def _move_formula_texts(package: Package, part: str, insertion: Insertion, name: str) -> None:
    found = [
        (one, after)
        for one in package.read(part).iter()
        if isinstance(one.tag, str)
        and etree.QName(one).localname == name
        and one.text
        and (after := formula_after(one.text, insertion, "")) != one.text
    ]
    if found:
        package.edit(part)
    for one, after in found:
        one.text = after


def _charts(package: Package) -> Iterator[str]:
    for _, sheet in package.targets_of(WORKBOOK).values():
        for kind, drawing in package.targets_of(sheet).values():
            if kind == "drawing":
                for inner, chart in package.targets_of(drawing).values():
                    if inner == "chart" and package.has(chart):
                        yield chart
