"""References in formulas and ranges: what they become when rows are put in, and what they reach."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from models.county_forms.places import address_of, column_of

LAST_ROW = 1_048_576
# A text, a quoted sheet's name with its reference, or a reference with or without a plain name.
_PIECE = re.compile(
    r'"(?:[^"]|"")*"'
    r"|(?P<sheet>'(?:[^']|'')+'!|[^\s'\"!(),;:+\-*/^&=<>{}]+!)?"
    r"(?:(?P<cell>\$?[A-Z]{1,3}\$?\d{1,7})(?::(?P<end>\$?[A-Z]{1,3}\$?\d{1,7}))?"
    r"|(?P<top>\$?\d{1,7}):(?P<bottom>\$?\d{1,7}))(?![\w(!.])"
    r"|[A-Za-z_\\一-鿿][\w.\\]*\(?"
)
_CELL = re.compile(r"(\$?)([A-Z]{1,3})(\$?)(\d{1,7})")


@dataclass(frozen=True, slots=True)
class Insertion:
    """Rows put in under a list: `count` of them behind `last`, looking like `first`; from 0."""

    sheet: str
    first: int
    last: int
    count: int

    def row(self, row: int) -> int:
        """Return where a row is afterwards."""
        return row + self.count if row > self.last else row

    def rows(self, top: int, bottom: int, own_row: int = -1) -> tuple[int, int]:
        """Return where a range of rows is afterwards; one that reaches the list's end grows.

        `own_row` is the row of the formula: a sum across its own row stays in it.
        """
        if bottom > self.last:
            return self.row(top), bottom + self.count
        is_across = top == bottom and (own_row == top or self.first != self.last)
        if bottom == self.last and not is_across:
            return top, bottom + self.count
        return top, bottom


def formula_after(formula: str, insertion: Insertion, home: str, own_row: int = -1) -> str:
    """Return a formula of the sheet `home` as it is after rows were put in."""

    def moved(found: re.Match[str]) -> str:
        if not _is_reference(found) or _sheet_of(found, home) != insertion.sheet:
            return found[0]
        return (found["sheet"] or "") + _moved_reference(found, insertion, own_row)

    return _PIECE.sub(moved, formula)


def formula_copied(formula: str, rows: int, columns: int = 0) -> str:
    """Return a formula as it is when its cell is copied so many rows down and columns right."""

    def moved(found: re.Match[str]) -> str:
        if not _is_reference(found):
            return found[0]
        prefix = found["sheet"] or ""
        if found["cell"]:
            parts = [one for one in (found["cell"], found["end"]) if one]
            return prefix + ":".join(_copied(one, rows, columns) for one in parts)
        rows_said = (found["top"], found["bottom"])
        return prefix + ":".join(one if "$" in one else str(int(one) + rows) for one in rows_said)

    return _PIECE.sub(moved, formula)


def range_after(reference: str, insertion: Insertion) -> str:
    """Return a plain range such as A3:F7 as it is after rows were put in."""
    return formula_after(reference, insertion, insertion.sheet)


def ranges_after(references: str, insertion: Insertion) -> str:
    """Return ranges with blanks between them as they are after rows were put in."""
    return " ".join(range_after(one, insertion) for one in references.split())


@dataclass(frozen=True, slots=True)
class Reach:
    """The cells that a formula's reference reaches, both ends included."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell is one of them."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


def reaches_of(formula: str, home: str) -> Iterator[Reach | None]:
    """Yield what a formula reaches on its own sheet; None for a name, which may reach anything."""
    for found in _PIECE.finditer(formula):
        if found[0].startswith('"') or found[0].endswith("("):
            continue
        if not _is_reference(found):
            if found[0].upper() not in ("TRUE", "FALSE"):
                yield None
        elif _sheet_of(found, home) == home:
            yield _reach(found)


def _is_reference(found: re.Match[str]) -> bool:
    return bool(found["cell"] or found["top"])


def _sheet_of(found: re.Match[str], home: str) -> str:
    said = found["sheet"]
    if not said:
        return home
    name = said[:-1]
    return name[1:-1].replace("''", "'") if name.startswith("'") else name


def _moved_reference(found: re.Match[str], insertion: Insertion, own_row: int) -> str:
    if found["top"]:
        top, bottom = (int(found[one].strip("$")) - 1 for one in ("top", "bottom"))
        rows = insertion.rows(top, bottom, own_row)
        marks = ("$" if "$" in found[one] else "" for one in ("top", "bottom"))
        return ":".join(f"{mark}{row + 1}" for mark, row in zip(marks, rows, strict=True))
    first = _row_of(found["cell"])
    if not found["end"]:
        return _with_row(found["cell"], insertion.row(first))
    top, bottom = insertion.rows(first, _row_of(found["end"]), own_row)
    return f"{_with_row(found['cell'], top)}:{_with_row(found['end'], bottom)}"


def _row_of(cell: str) -> int:
    found = _CELL.fullmatch(cell)
    return int(found[4]) - 1 if found else 0


def _with_row(cell: str, row: int) -> str:
    return _CELL.sub(lambda found: f"{found[1]}{found[2]}{found[3]}{row + 1}", cell)


def _copied(cell: str, rows: int, columns: int) -> str:
    def moved(found: re.Match[str]) -> str:
        row = int(found[4]) - 1 + (0 if found[3] else rows)
        column = column_of(found[2]) + (0 if found[1] else columns)
        letters = address_of(0, column)[:-1]
        return f"{found[1]}{letters}{found[3]}{row + 1}"

    return _CELL.sub(moved, cell)


def _reach(found: re.Match[str]) -> Reach:
    if found["top"]:
        rows = sorted(int(found[one].strip("$")) - 1 for one in ("top", "bottom"))
        return Reach(rows[0], 0, rows[1], LAST_ROW)
    ends = [_CELL.fullmatch(one) for one in (found["cell"], found["end"] or found["cell"])]
    rows = sorted(int(one[4]) - 1 for one in ends if one)
    columns = sorted(column_of(one[2]) for one in ends if one)
    return Reach(rows[0], columns[0], rows[1], columns[1])
