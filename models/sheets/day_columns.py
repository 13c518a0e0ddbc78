"""Days that some lists write into columns of their own for the month and the day."""

from dataclasses import replace

from models.sheets.workbook import Grid, show_cell

_LAST_ROW = 20
_MONTH, _DAY, _YEAR = "月", "日", "年"


def join_days(grid: Grid) -> Grid:
    """Return the sheet with such columns written as one; a blank month is that of the row above."""
    found = _place(grid)
    if found is None:
        return grid
    top, month_at, year_at = found
    rows = [list(row) for row in grid.rows]
    rows[top][month_at], rows[top][month_at + 1] = "日期", ""
    if year_at is not None:
        rows[top][year_at] = ""
    year = month = ""
    for row in rows[top + 1 :]:
        year = _number(row[year_at], 2200) or year if year_at is not None else ""
        month = _number(row[month_at], 12) or month
        day = _number(row[month_at + 1], 31)
        if not (day and month):
            continue
        row[month_at] = f"{year}年{month}月{day}日" if year else f"{month}月{day}日"
        row[month_at + 1] = ""
        if year_at is not None:
            row[year_at] = ""
    return replace(grid, rows=rows)


def _place(grid: Grid) -> tuple[int, int, int | None] | None:
    """Return the row of the headings, the column of the months, and that of the years if any."""
    for place, row in enumerate(grid.rows[:_LAST_ROW]):
        texts = [show_cell(cell).strip() for cell in row]
        for at in range(len(texts) - 1):
            if texts[at] == _MONTH and texts[at + 1] == _DAY:
                return place, at, at - 1 if at and texts[at - 1] == _YEAR else None
    return None


def _number(cell: object, largest: int) -> str:
    text = show_cell(cell).strip()
    return text if text.isdecimal() and 0 < int(text) <= largest else ""
