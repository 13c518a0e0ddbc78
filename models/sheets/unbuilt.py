"""Lists of units and their unions in which some of the units have no union yet."""

import re
from dataclasses import replace

from models.lists.kinds import Slot
from models.records.unions import Union
from models.records.units import Unit
from models.sheets.body import total_in
from models.sheets.headers import Header
from models.sheets.workbook import Grid

UNIT = Unit.about.table
_NAME, _UNIT_NAME = Slot(Union, "name"), Slot(Union, "unit_name")
_OF_UNION = (_NAME, Slot(Union, "founded_on"))
# What stands in place of a union's name where there is none.
_NONE = re.compile(r"[-—–―/\\\s]*|无|暂无|没有|(?:尚|还)?未(?:建|建会|建立|组建|成立)(?:工会)?")


def rows_without_union(grid: Grid, header: Header) -> frozenset[int]:
    """Return the rows of a list of unions that tell of a unit only."""
    columns = header.by_slot
    tells_of_units = any(slot.record_type is Unit for slot in columns)
    if (
        header.type.record is not Union
        or not tells_of_units
        or not {_NAME, _UNIT_NAME} <= {*columns}
    ):
        return frozenset()
    name = columns[_UNIT_NAME].index
    blank = [columns[slot].index for slot in _OF_UNION if slot in columns]
    merged = {
        row
        for one in grid.merges
        if one.left == columns[_NAME].index
        for row in range(one.top, one.bottom + 1)
    }
    return frozenset(
        row
        for row in range(header.bottom + 1, len(grid.rows))
        if row not in merged and _is_unit_only(grid, row, name, blank)
    )


def only_rows(grid: Grid, header: Header, rows: frozenset[int]) -> Grid:
    """Return the sheet with these rows of the list alone, under a name of its own."""
    others = frozenset(range(header.bottom + 1, len(grid.rows))) - rows
    return replace(grid, name=f"{grid.name}（未建会单位）", elsewhere=others)


def _is_unit_only(grid: Grid, row: int, name: int, blank: list[int]) -> bool:
    filled = sum(1 for text in grid.texts(row) if text.strip())
    unit = grid.text(row, name).strip()
    is_named = bool(unit) and filled > 1 and not total_in([unit])
    return is_named and all(_NONE.fullmatch(grid.text(row, column).strip()) for column in blank)
