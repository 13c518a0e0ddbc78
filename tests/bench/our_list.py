"""A list of members on the screen: python -m tests.bench.our_list OFFICE.db ours|constant|drawn|empty."""

import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QTableView
from typing_extensions import override

from models.asking.lists import first_ids, rows_of
from models.listing import RecordWindow
from models.records.members import Member
from models.store import Store
from ui.app import make_app
from ui.lists.columns import CellText, Column, columns_of
from ui.lists.model import Index, RecordModel
from ui.lists.painting import dress
from ui.lists.record_painter import RecordPainter
from ui.lists.table import RecordTable

WIDTH, HEIGHT = 1100, 700
TURNS, JUMPS, NOTCHES = 7, 60, 200
DAY = date(2024, 12, 31)
WORD = CellText("2024-03-13")
Make = Callable[[], QTableView]


class ConstantModel(RecordModel):
    """As many rows and columns, every cell the same word."""

    def __init__(self, rows: int, columns: Sequence[Column]) -> None:
        super().__init__(columns)
        self._rows = rows

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return self._rows

    @override
    def cell(self, row: int, column: int) -> CellText:
        return WORD


def ours(store: Store) -> QTableView:
    """Return the list as a page shows it at first, from the question to the file on."""
    table = RecordTable(())
    table.resize(WIDTH, HEIGHT)
    store.count(Member)
    ids = first_ids(store, Member, scope={}, year=None)
    table.show_records(RecordWindow(store, Member, ids), columns_of(Member, store))
    return table


def fill(table: QTableView, store: Store) -> None:
    """Let the list hold every row, as a page does right after the first look."""
    if isinstance(table, RecordTable):
        rows = rows_of(store, Member, scope={}, year=None, day=DAY)
        window = RecordWindow(store, Member, rows.ids)
        table.show_records(window, columns_of(Member, store))


def constant(rows: int, columns: Sequence[Column]) -> QTableView:
    """Return the same view over words that are always the same, drawn as any other list."""
    table = QTableView()
    dress(table)
    table.resize(WIDTH, HEIGHT)
    table.setModel(ConstantModel(rows, columns))
    return table


def drawn(rows: int, columns: Sequence[Column]) -> QTableView:
    """Return the same once more, drawn as lists of records are."""
    table = constant(rows, columns)
    model = table.model()
    if isinstance(model, RecordModel):
        table.setItemDelegate(RecordPainter(table, model))
    return table


def tell(make: Make, store: Store) -> dict[str, float]:
    """Return in milliseconds what painting, jumping and turning the wheel take."""
    firsts = []
    for _ in range(TURNS):
        started = perf_counter()
        table = make()
        table.show()
        table.viewport().grab()
        firsts.append(perf_counter() - started)
        table.close()
    table = make()
    table.show()
    table.viewport().grab()
    filled = _timed(lambda: fill(table, store))
    rows = table.model().rowCount()
    places = [(7_919 * turn) % max(rows, 1) for turn in range(JUMPS)]
    jumps = [_timed(lambda place=place: _jump(table, place)) for place in places]  # type: ignore[misc]
    table.scrollToTop()
    turns = [_timed(lambda: _turn(table)) for _ in range(NOTCHES)]
    return {
        "filled": filled * 1000,
        "first": median(firsts) * 1000,
        "jump": median(jumps) * 1000,
        "wheel": median(turns) * 1000,
        "wheel_worst": sorted(turns)[-len(turns) // 20] * 1000,
    }


def _timed(work: Callable[[], None]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started


def _jump(table: QTableView, row: int) -> None:
    table.scrollTo(table.model().index(row, 0), QTableView.ScrollHint.PositionAtCenter)
    table.viewport().grab()


def _turn(table: QTableView) -> None:
    place = QPointF(200, 200)
    event = QWheelEvent(
        place,
        table.viewport().mapToGlobal(place),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(table.viewport(), event)
    table.viewport().grab()


def main(office: Path, mode: str) -> None:
    """Print what one kind of view takes."""
    app = make_app()
    with Store.open(office) as store:
        rows = store.count(Member)
        columns = columns_of(Member, store)
        makes: dict[str, Make] = {
            "ours": lambda: ours(store),
            "constant": lambda: constant(rows, columns),
            "drawn": lambda: drawn(rows, columns),
            "empty": lambda: constant(0, columns),
        }
        told = tell(makes[mode], store)
        print(json.dumps(told))
    del app


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
