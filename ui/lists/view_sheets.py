"""A table on the screen as a sheet: its columns as they stand, its rows as they read."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QTableView

from reports.sheet_frame import SheetColumn
from reports.sheet_rows import Cell, Shown
from reports.workbook import Sheet, number_shown
from ui.lists.columns import NOTHING

DISPLAY = int(Qt.ItemDataRole.DisplayRole)
ALIGNMENT, TICK = int(Qt.ItemDataRole.TextAlignmentRole), int(Qt.ItemDataRole.CheckStateRole)
RIGHT = int(Qt.AlignmentFlag.AlignRight.value)
TICKED = "√"


def sheet_of_view(view: QTableView, name: str, under: Sequence[str] = ()) -> Sheet:
    """Return what a table shows; a column that stands at the right holds numbers."""
    model = view.model()
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    header = view.horizontalHeader()
    places = [header.logicalIndex(place) for place in range(model.columnCount())]
    places = [one for one in places if not view.isColumnHidden(one)]
    lines = [row for row in range(model.rowCount()) if not view.isRowHidden(row)]
    columns = [_column(view, place, lines[:1]) for place in places]
    rows = [
        [_cell(view, row, place, column) for place, column in zip(places, columns, strict=True)]
        for row in lines
    ]
    return Sheet(
        name=name,
        columns=columns,
        rows=rows,
        above=(name, "　　".join((*under, f"共{len(rows)}条"))),
        looks=looks_of(rows),
    )


def sheet_of_lines(
    name: str,
    labels: Sequence[str],
    lines: Sequence[Sequence[str]],
    *,
    numbers: Sequence[int] = (),
    under: Sequence[str] = (),
) -> Sheet:
    """Return lines of words as a sheet; those of some columns are numbers."""
    rows = [
        [number_shown(text) if place in numbers else text for place, text in enumerate(line)]
        for line in lines
    ]
    columns = [
        SheetColumn(
            label=label,
            is_number=place in numbers,
            align="right" if place in numbers else "left",
        )
        for place, label in enumerate(labels)
    ]
    return Sheet(
        name=name,
        columns=columns,
        rows=rows,
        above=(name, "　　".join((*under, f"共{len(rows)}条"))),
        looks=looks_of(rows),
    )


def looks_of(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """Return the formats of the numbers that have their own."""
    return sorted({one.number_format for row in rows for one in row if isinstance(one, Shown)})


def _column(view: QTableView, place: int, lines: Sequence[int]) -> SheetColumn:
    model = view.model()
    heading = str(model.headerData(place, Qt.Orientation.Horizontal, DISPLAY) or "")
    is_number = any(
        int(model.data(model.index(row, place), ALIGNMENT) or 0) & RIGHT for row in lines
    )
    return SheetColumn(
        label=heading.replace("\n", "") or "选",
        is_number=is_number,
        align="right" if is_number else "left",
    )


def _cell(view: QTableView, row: int, place: int, column: SheetColumn) -> Cell:
    model = view.model()
    index = model.index(row, place)
    text = str(model.data(index, DISPLAY) or "")
    if not text and model.data(index, TICK) is not None:
        is_ticked = Qt.CheckState(model.data(index, TICK)) == Qt.CheckState.Checked
        return TICKED if is_ticked else None
    if text == NOTHING:
        return None
    return number_shown(text) if column.is_number else text
