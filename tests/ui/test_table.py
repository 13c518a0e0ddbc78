"""A list is in line with its header, sorts, and stays where the clerk left it."""

from collections.abc import Sequence
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from models.records.bargaining import Contract
from models.records.units import MaintenanceItem, Unit
from models.store import Store
from ui.lists.columns import columns_of
from ui.lists.table import RecordTable
from ui.look import theme

DAY = date(2024, 1, 2)
FRAME = 3


@pytest.fixture
def table(qtbot: QtBot, store: Store) -> RecordTable:
    return _show(qtbot, store, store.all(Contract))


def _show(qtbot: QtBot, store: Store, records: Sequence[Contract]) -> RecordTable:
    made = RecordTable(columns_of(Contract, store))
    qtbot.addWidget(made)
    made.resize(1100, 400)
    made.show()
    qtbot.waitExposed(made)
    made.show_records(records, columns_of(Contract, store))
    return made


def _column(table: RecordTable, title: str) -> int:
    return [one.title for one in table.records.columns].index(title)


def _ink(image: QImage, *, left: int, width: int) -> list[int]:
    """The columns of pixels, from left, in which something dark is drawn."""
    return [
        x - left
        for x in range(left, left + width)
        # The frame round the list is no text.
        if x > FRAME
        and any(image.pixelColor(x, y).lightness() < 140 for y in range(image.height()))
    ]


def _header_ink(table: RecordTable, column: int) -> list[int]:
    header = table.horizontalHeader()
    image = table.grab(header.geometry()).toImage()
    # The hairline under the header is no text.
    image = image.copy(0, 0, image.width(), image.height() - 3)
    return _ink(
        image, left=header.sectionViewportPosition(column), width=header.sectionSize(column)
    )


def _cell_ink(table: RecordTable, row: int, column: int) -> list[int]:
    place = table.visualRect(table.records.index(row, column))
    image = table.viewport().grab(place).toImage()
    return _ink(image, left=0, width=place.width())


@pytest.mark.parametrize("title", ["企业名称", "签订日期"])
def test_header_and_cells_start_at_the_same_edge(table: RecordTable, title: str) -> None:
    column = _column(table, title)

    header, cell = _header_ink(table, column)[0], _cell_ink(table, 1, column)[0]

    assert abs(header - cell) <= 2


def test_numbers_and_their_header_end_at_the_same_edge(table: RecordTable) -> None:
    column = _column(table, "覆盖职工数")

    header, cell = _header_ink(table, column)[-1], _cell_ink(table, 1, column)[-1]

    assert abs(header - cell) <= 2


def test_the_last_column_ends_inside_the_list(table: RecordTable) -> None:
    header = table.horizontalHeader()
    last = header.count() - 1

    right = header.sectionViewportPosition(last) + header.sectionSize(last)

    assert right <= table.viewport().width()


def test_nothing_is_a_muted_dash(table: RecordTable) -> None:
    index = table.records.index(0, _column(table, "履约情况"))

    assert index.data() == "—"
    colour = index.data(int(Qt.ItemDataRole.ForegroundRole))
    assert colour.name().upper() == theme.now().muted


def test_days_are_iso_and_numbers_have_separators(table: RecordTable, store: Store) -> None:
    with store.change("试验"):
        large = Contract(
            unit_name="大厂",
            kind="2",
            signed_on=DAY,
            valid_from=DAY,
            valid_to=DAY,
            workers_covered=12345,
        )
        large = store.save(large)
    table.show_records(store.all(Contract), columns_of(Contract, store))
    row = table.records.row_of(large.id)

    assert table.records.index(row, _column(table, "覆盖职工数")).data() == "12,345"
    assert table.records.index(row, _column(table, "签订日期")).data() == "2024-01-02"


def test_a_click_on_a_header_sorts_by_value_and_a_second_turns_it_round(
    qtbot: QtBot, table: RecordTable
) -> None:
    column = _column(table, "覆盖职工数")
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + 10, header.height() // 2)

    def values() -> list[int]:
        shown = (one for one in table.records.records if isinstance(one, Contract))
        return [one.workers_covered or 0 for one in shown]

    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    rising = values()
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert rising == sorted(rising)
    assert values() == rising[::-1]


def test_the_chosen_record_stays_chosen_when_the_list_is_read_again(
    qtbot: QtBot, table: RecordTable, store: Store
) -> None:
    chosen = table.records.records[3]
    table.choose(chosen.id)

    with qtbot.assertNotEmitted(table.row_chosen):
        table.show_records(store.all(Contract)[1:], columns_of(Contract, store))

    assert table.chosen is not None
    assert table.chosen.id == chosen.id


def test_the_list_stays_where_it_was_scrolled_to(qtbot: QtBot, store: Store) -> None:
    with store.change("试验"):
        store.save_all([Unit(name=f"第{number}厂") for number in range(200)])
    columns = columns_of(Unit, store)
    table = RecordTable(columns)
    qtbot.addWidget(table)
    table.resize(600, 300)
    table.show()
    table.show_records(store.all(Unit), columns)
    table.verticalScrollBar().setValue(90)

    table.show_records(store.all(Unit), columns)

    assert table.verticalScrollBar().value() == 90


def test_a_link_shows_the_name_of_what_it_points_at(store: Store) -> None:
    item = store.all(MaintenanceItem)[0]
    columns = columns_of(MaintenanceItem, store)

    shown = [one.cell(item).text for one in columns]

    assert item.preset_name in shown


def test_rows_are_striped(table: RecordTable) -> None:
    image = table.viewport().grab().toImage()
    # Left of the text, where nothing but the row's ground is drawn.
    grounds = [
        image.pixelColor(2, table.rowViewportPosition(row) + 5).name().upper() for row in (2, 3)
    ]

    assert sorted(grounds) == sorted([theme.now().surface, theme.now().zebra])
