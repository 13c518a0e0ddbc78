"""Days that some lists write into columns of their own for the year, the month and the day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from models.sheets.workbook import Grid, Merge, show_cell

_LAST_ROW = 20
_MOST_COLUMNS = 256
_YEAR, _MONTH, _DAY = "年", "月", "日"
# As headings write the parts of a day, perhaps after the name of the day: 出生年, 出生月.
_PART = re.compile(r"([一-鿿]*?)([年月]份?|[日号])")
_YEAR_ALONE = re.compile(r"((?:19|20)\d\d)\s*年?度?")
_SAME = {"号": _DAY}
# What no cell of a part can be more than.
_LARGEST = {_YEAR: 2200, _MONTH: 12, _DAY: 31}
_RUNS = ((_YEAR, _MONTH, _DAY), (_MONTH, _DAY), (_YEAR, _MONTH))
_NAMELESS = "日期"


@dataclass(frozen=True, slots=True)
class _Run:
    """Columns next to each other that make up one day, and the row of their headings."""

    row: int
    first: int
    parts: tuple[str, ...]
    name: str = ""

    @property
    def last(self) -> int:
        return self.first + len(self.parts) - 1


def join_days(grid: Grid) -> Grid:
    """Return the sheet with such columns written as one; a blank part is that of the row above."""
    runs = list(_runs(grid))
    if not runs:
        return grid
    rows = [list(row) for row in grid.rows]
    for run in runs:
        _write_heading(grid, rows, run)
        _write_days(rows, run, _year_above(grid, run))
    merges = tuple(one for one in grid.merges if not any(_is_over(one, run) for run in runs))
    return replace(grid, rows=rows, merges=merges)


def _runs(grid: Grid) -> Iterator[_Run]:
    """Yield the runs of the first row that has any."""
    for place, row in enumerate(grid.rows[:_LAST_ROW]):
        texts = ["".join(show_cell(cell).split()) for cell in row[:_MOST_COLUMNS]]
        found = list(_runs_in(place, [_part(text) for text in texts]))
        if found:
            yield from found
            return


def _part(text: str) -> tuple[str, str]:
    """Return the name of the day in a heading, and which part of it stands below."""
    found = _PART.fullmatch(text)
    return (found[1], _SAME.get(found[2], found[2][0])) if found else ("", "")


def _runs_in(row: int, parts: Sequence[tuple[str, str]]) -> Iterator[_Run]:
    at = 0
    while at < len(parts):
        name = parts[at][0]
        here = tuple(part for named, part in parts[at : at + len(_LARGEST)] if named == name)
        run = next((one for one in _RUNS if here[: len(one)] == one), None)
        if run:
            yield _Run(row, at, run, name)
        at += len(run) if run else 1


def _is_over(one: Merge, run: _Run) -> bool:
    """Whether a merged cell is the heading of a whole run."""
    return one.bottom <= run.row and run.first <= one.left and one.right <= run.last


def _write_heading(grid: Grid, rows: list[list[object]], run: _Run) -> None:
    """Let the first column of a run bear the heading of them all, and the others none."""
    above = _heading_above(grid, run)
    if above is not None:
        for column in range(run.first, run.last + 1):
            rows[above][column] = ""
    heading = grid.text(above, run.first).strip() if above is not None else ""
    heading = "" if _YEAR_ALONE.fullmatch(heading) else heading
    for column in range(run.first, run.last + 1):
        rows[run.row][column] = ""
    rows[run.row][run.first] = heading or f"{run.name}{_NAMELESS}"


def _heading_above(grid: Grid, run: _Run) -> int | None:
    """Return the row above that names the run: nothing else may stand over its other columns."""
    above = run.row - 1
    if above < 0 or not grid.text(above, run.first).strip():
        return None
    others = range(run.first + 1, run.last + 1)
    is_title = sum(1 for text in grid.texts(above) if text.strip()) < 2
    is_wider = any(
        one.top <= above <= one.bottom and one.left <= run.first and one.right > run.last
        for one in grid.merges
    )
    if is_title or is_wider or any(grid.text(above, column).strip() for column in others):
        return None
    return above


def _year_above(grid: Grid, run: _Run) -> str:
    """Return the year that stands over columns for months and days, as in account books."""
    above = _heading_above(grid, run)
    found = (
        _YEAR_ALONE.fullmatch(grid.text(above, run.first).strip()) if above is not None else None
    )
    return f"{found[1]}{_YEAR}" if found and _YEAR not in run.parts else ""


def _write_days(rows: list[list[object]], run: _Run, year: str) -> None:
    known = dict.fromkeys(run.parts, "")
    for row in rows[run.row + 1 :]:
        cells = row[run.first : run.last + 1]
        found = {
            part: _number(cell, _LARGEST[part]) for part, cell in zip(run.parts, cells, strict=True)
        }
        if not found[run.parts[-1]]:
            continue
        known = {part: found[part] or known[part] for part in run.parts}
        if not known[_MONTH]:
            continue
        row[run.first : run.last + 1] = [""] * len(cells)
        row[run.first] = year + "".join(f"{text}{part}" for part, text in known.items() if text)


def _number(cell: object, largest: int) -> str:
    text = "".join(show_cell(cell).split()).rstrip("年月日号份")
    return text if text.isdecimal() and 0 < int(text) <= largest else ""
