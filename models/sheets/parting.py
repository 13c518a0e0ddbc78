"""Several lists on one sheet, below or beside each other, as a grid each."""

from collections.abc import Sequence
from dataclasses import replace

from models.sheets.labels import MOST_COLUMNS
from models.sheets.vocabulary import label_key
from models.sheets.workbook import Grid, Merge, show_cell

_LAST_ROW = 20
_FEWEST_LABELS = 2


def name_below(grid: Grid, row: int) -> str:
    """Return the name of a list that begins at a later row of a sheet."""
    return f"{grid.name.partition('（第')[0]}（第{row + 1}行起）"


def below(grid: Grid, row: int) -> Grid:
    """Return the sheet from a row on; the rows keep their numbers."""
    blank: list[object] = [""] * grid.width
    return replace(
        grid,
        name=name_below(grid, row),
        rows=[*([blank] * row), *grid.rows[row:]],
        merges=tuple(one for one in grid.merges if one.top >= row),
        start=row,
    )


def above(grid: Grid, row: int) -> Grid:
    """Return the sheet down to a row, which is left out."""
    merges = tuple(one for one in grid.merges if one.bottom < row)
    troubles = {at: why for at, why in grid.troubles.items() if at[0] < row}
    return replace(grid, rows=grid.rows[:row], merges=merges, troubles=troubles)


def lists_beside(grid: Grid) -> list[Grid]:
    """Return the lists that stand beside each other under the same header, or the whole sheet."""
    found = _repeated_header(grid)
    if found is None:
        return [grid]
    row, starts = found
    ends = [*starts[1:], grid.width]
    return [
        _only_columns(grid, row, (first, last), number)
        for number, (first, last) in enumerate(zip(starts, ends, strict=True), 1)
    ]


def _repeated_header(grid: Grid) -> tuple[int, list[int]] | None:
    """Return the row of a header that stands there twice or more, and where each one begins."""
    for row in range(min(grid.start + _LAST_ROW, len(grid.rows))):
        texts = [label_key(show_cell(cell)) for cell in grid.rows[row][:MOST_COLUMNS]]
        starts = _starts(texts)
        if len(starts) > 1 and _is_alone(grid, row, starts[0]):
            return row, starts
    return None


def _starts(texts: Sequence[str]) -> list[int]:
    """Return where a row of labels begins anew, if it says the same from each place on."""
    filled = [at for at, text in enumerate(texts) if text]
    if len(filled) < 2 * _FEWEST_LABELS:
        return []
    starts = [at for at in filled if texts[at] == texts[filled[0]]]
    blocks = [
        [text for text in texts[first:last] if text]
        for first, last in zip(starts, [*starts[1:], len(texts)], strict=True)
    ]
    is_same = all(block == blocks[0] for block in blocks)
    labels = {text for text in blocks[0] if not text.isdecimal()}
    return starts if is_same and len(labels) == len(blocks[0]) >= _FEWEST_LABELS else []


def _is_alone(grid: Grid, row: int, first: int) -> bool:
    """Whether nothing stands left of the first header; a matrix has its rows' names there."""
    rest = grid.rows[row + 1 :]
    return not any(cell not in ("", None) for line in rest for cell in line[:first])


def _only_columns(grid: Grid, header: int, columns: tuple[int, int], number: int) -> Grid:
    """Return one of the lists; what stands above its header is everybody's."""
    first, last = columns
    rows = [
        line
        if place < header
        else [cell if first <= at < last else "" for at, cell in enumerate(line)]
        for place, line in enumerate(grid.rows)
    ]
    troubles = {
        at: why for at, why in grid.troubles.items() if at[0] < header or first <= at[1] < last
    }
    name = grid.name if number == 1 else f"{grid.name}（第{number}栏）"
    merges = tuple(one for one in grid.merges if _is_inside(one, header, columns))
    return replace(grid, name=name, rows=rows, merges=merges, troubles=troubles)


def _is_inside(one: Merge, header: int, columns: tuple[int, int]) -> bool:
    return one.bottom < header or (columns[0] <= one.left and one.right < columns[1])
