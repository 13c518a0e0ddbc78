"""Reading a form's workbook from the bytes of its file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from models.attachments import LARGEST, LARGEST_WORDS
from models.county_forms.book import CellKind, FormBook, FormCell, FormSheet
from models.county_forms.parts import WORKBOOK, Element, Parts
from models.county_forms.places import cell_at
from models.county_forms.styles import Style, is_day_format, show_stored, styles_in
from models.errors import Problem
from models.sheets.container import Format, broken, recognise
from models.sheets.workbook import Merge

MOST_CELLS = 400_000
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_PLAIN_STYLE = Style()


@dataclass(frozen=True, slots=True)
class _Shared:
    """What the sheets of a workbook have in common."""

    texts: Sequence[str]
    styles: Sequence[Style]
    counts_from_1904: bool


def read_blank(path: Path) -> tuple[bytes, FormBook]:
    """Return a file as a form's blank, or raise Problem: not an xlsx, damaged, locked, too large."""
    kind = recognise(path)
    if kind is not Format.XLSX:
        raise _other_format(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Problem(
            f"“{path.name}”读不出来：{error.strerror}", "请检查文件是否还在，U盘是否插好。"
        ) from error
    if len(data) > LARGEST:
        raise Problem(
            f"“{path.name}”有{len(data) / 1024 / 1024:.1f}兆，超过了{LARGEST_WORDS}的上限",
            "请删去表里的图片和用不到的工作表后再选。",
        )
    book = read_book(data, path.name)
    if not any(cell.text for one in book.sheets for cell in one.cells.values()):
        raise Problem(f"“{path.name}”里一个字也没有，填不成表", "请看看是不是选错了文件。")
    return data, book


def read_book(data: bytes, file_name: str) -> FormBook:
    """Return a form's workbook, or raise Problem with one clear sentence."""
    parts = Parts(data, file_name)
    if not parts.has(WORKBOOK):
        raise _other_format(Path(file_name))
    try:
        return _read(parts, file_name)
    except (ValueError, KeyError, IndexError) as error:
        raise broken(Path(file_name), error) from error


def _other_format(path: Path) -> Problem:
    return Problem(
        f"“{path.name}”不是xlsx格式，原样填写只能用xlsx，"
        "请用WPS或Excel打开它，另存为“Excel工作簿（.xlsx）”后再选"
    )


def _read(parts: Parts, file_name: str) -> FormBook:
    outline = parts.read(WORKBOOK)
    about = outline.find("workbookPr")
    from_1904 = about is not None and about.get("date1904") in ("1", "true")
    targets = parts.targets_of(WORKBOOK)
    by_name = {part.rpartition("/")[2].lower(): part for part in targets.values()}
    shared = _Shared(
        _shared_texts(parts, by_name.get("sharedstrings.xml", "xl/sharedStrings.xml")),
        styles_in(_optional(parts, by_name.get("styles.xml", "xl/styles.xml"))),
        from_1904,
    )
    sheets: list[FormSheet] = []
    for one in outline.findall("sheets/sheet"):
        part = targets.get(one.get("id", ""), "")
        if not parts.has(part):
            continue
        content = parts.read(part)
        if content.tag == "worksheet":
            is_hidden = one.get("state", "visible") != "visible"
            sheet = _sheet(content, one.get("name", ""), len(sheets), shared)
            sheet.part, sheet.is_hidden = part, is_hidden
            sheets.append(sheet)
    has_formulas = any(cell.formula for one in sheets for cell in one.cells.values())
    return FormBook(file_name, tuple(sheets), from_1904, has_formulas)


def _optional(parts: Parts, part: str) -> Element | None:
    return parts.read(part) if parts.has(part) else None


def _shared_texts(parts: Parts, part: str) -> list[str]:
    found = _optional(parts, part)
    return [] if found is None else [text_of(one) for one in found.findall("si")]


def text_of(item: Element) -> str:
    """Return the text of a shared or an inline string, without its readings."""
    pieces = [one for one in item if one.tag == "t"]
    pieces += [piece for run in item.findall("r") for piece in run.findall("t")]
    text = "".join(one.text or "" for one in pieces)
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _sheet(content: Element, name: str, place: int, shared: _Shared) -> FormSheet:
    merges = tuple(_merge(one.get("ref", "")) for one in content.findall("mergeCells/mergeCell"))
    cells: dict[tuple[int, int], FormCell] = {}
    row = -1
    for line in content.findall("sheetData/row"):
        row = int(line.get("r", row + 2)) - 1
        column = -1
        for one in line.findall("c"):
            row_said, column = cell_at(one.get("r", "")) if one.get("r") else (row, column + 1)
            cells[row_said, column] = _cell(one, shared)
        if len(cells) > MOST_CELLS:
            raise Problem(f"工作表“{name}”太大，不像一张空表", "请删去表格下面的空行，保存后再选。")
    kept = {at: one for at, one in cells.items() if one.text or one.formula or one.is_boxed}
    reached = [*kept, *((one.bottom, one.right) for one in merges if (one.top, one.left) in cells)]
    hidden = {at for one in merges for at in _under(one, cells)}
    sheet = FormSheet(
        name,
        place,
        {at: one for at, one in cells.items() if at not in hidden},
        merges,
        max((row for row, _ in reached), default=-1) + 1,
        max((column for _, column in reached), default=-1) + 1,
    )
    sheet.is_protected = content.find("sheetProtection") is not None
    return sheet


def _under(merge: Merge, cells: dict[tuple[int, int], FormCell]) -> list[tuple[int, int]]:
    first = (merge.top, merge.left)
    height, width = merge.bottom - merge.top + 1, merge.right - merge.left + 1
    if height * width > len(cells):
        return [
            (row, column)
            for row, column in cells
            if merge.top <= row <= merge.bottom
            and merge.left <= column <= merge.right
            and (row, column) != first
        ]
    return [
        (row, column)
        for row in range(merge.top, merge.bottom + 1)
        for column in range(merge.left, merge.right + 1)
        if (row, column) != first
    ]


def _merge(reference: str) -> Merge:
    first, _, last = reference.partition(":")
    return Merge(*cell_at(first), *cell_at(last or first))


def _cell(one: Element, shared: _Shared) -> FormCell:
    number = int(one.get("s", "0"))
    style = shared.styles[number] if number < len(shared.styles) else _PLAIN_STYLE
    kind, text = _content(one, style, shared)
    formula = one.find("f")
    written = "" if formula is None else formula.text or "="
    return FormCell(
        "formula" if formula is not None else kind,
        text,
        written,
        style.number_format,
        style.is_boxed,
        style.is_locked,
        style.indent,
    )


def _content(one: Element, style: Style, shared: _Shared) -> tuple[CellKind, str]:
    stored = one.findtext("v") or ""
    match one.get("t", "n"):
        case "s":
            text = shared.texts[int(stored)] if stored else ""
            return ("text" if text else "blank"), text
        case "inlineStr":
            inline = one.find("is")
            text = text_of(inline) if inline is not None else ""
            return ("text" if text else "blank"), text
        case "str":
            return ("text" if stored else "blank"), stored
        case "b":
            return "flag", "TRUE" if stored == "1" else "FALSE"
        case "e":
            return "error", stored
        case "d":
            return "day", stored[:10]
    if not stored:
        return "blank", ""
    shown = show_stored(stored, style.number_format, counts_from_1904=shared.counts_from_1904)
    return ("day" if is_day_format(style.number_format) else "number"), shown
