"""Rows that only show how a list is filled in: they are passed over, whatever they say."""

import re
from collections.abc import Mapping, Sequence

from models.lists.examples import example_of
from models.sheets.headers import Header
from models.sheets.vocabulary import label_key, numbers_rows
from models.sheets.workbook import Grid

# What our own empty lists put into the numbering column of their example.
MARK = "示例"
EXAMPLE = "示例行，没有读取"
ALTERED = "标着“示例”，没有读取；如果是真实的数据，请删去“示例”两字再导入"
# A column of another township may say it in other words.
_SAID = re.compile(
    r"[(（【\[]?(?:填写|填表)?(?:示例|样例|范例|举例|例子|例)(?:行|数据)?[)）】\]]?[:：]?"
)


def example_rows(grid: Grid, header: Header) -> Mapping[int, str]:
    """Return the rows from 0 that are examples, and why each is passed over.

    One that is marked but says something else than our own example may be somebody's data.
    """
    marks = [one.index for one in header.columns if numbers_rows(one.heading)]
    below = range(header.bottom + 1, len(grid.rows))
    marked = {row for row in below for at in marks if _is_mark(grid.rows[row][at])}
    unchanged = set(_unchanged(grid, header, below))
    return dict.fromkeys(marked - unchanged, ALTERED) | dict.fromkeys(unchanged, EXAMPLE)


def _is_mark(cell: object) -> bool:
    return isinstance(cell, str) and "例" in cell and _SAID.fullmatch(cell.strip()) is not None


def _unchanged(grid: Grid, header: Header, below: Sequence[int]) -> list[int]:
    """Return the rows that say nothing but what the example of this kind says, invented names too.

    Words such as 是 or a day alone may be somebody's: without an invented name no row is an example.
    """
    example = example_of(header.type)
    columns = [(one.index, example.get(one.slot, "")) for one in header.columns if one.slot]
    telling = next(((at, text) for at, text in columns if MARK in text), None)
    if telling is None:
        return []
    alike = (row for row in below if grid.rows[row][telling[0]] == telling[1])
    return [
        row
        for row in alike
        if all(
            label_key(text) in ("", label_key(said))
            for at, said in columns
            if (text := grid.text(row, at))
        )
    ]
