"""The year's grid of union funds is typed into, pasted into and narrowed like a sheet."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from models import clock
from models.records.funds import FundDue, FundIn, FundUnit
from models.records.remittances import FundDun
from models.records.units import Unit
from models.store import Store
from models.values.dates import PartialDate
from tests.door import ReadyDoor
from tests.reports.leaving import faults
from tests.reports.showing import sheet_rows
from tests.widgets import clipped
from ui.office import Office
from ui.pages.dues.model import ARREARS, COLUMNS, column_of
from ui.pages.dues.month import MonthDialog
from ui.pages.dues.page import DuesPage
from ui.record_boxes import RecordDialog

NAMES = ("云溪鑫恒化工有限公司", "云溪宏达铸造厂", "永兴五金制品厂")
MARCH = PartialDate(2024, 3)


@pytest.fixture
def page(qtbot: QtBot, office: Office, monkeypatch: pytest.MonkeyPatch) -> Iterator[DuesPage]:
    monkeypatch.setattr(clock, "today", lambda: date(2025, 1, 15))
    _fill(office.store)
    made = DuesPage(office)
    made.resize(1300, 600)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.grid.months.setFocus()
    yield made
    made.close()


def _fill(store: Store) -> None:
    with store.change("登记缴费户"):
        for place, name in enumerate(NAMES):
            unit = store.find(Unit, name=name)[0]
            store.save(
                FundUnit(
                    unit=unit.id,
                    unit_name=name,
                    mode="1" if place < 2 else "4",
                    collect_rate=Decimal(2) if place == 0 else None,
                    base_month=(50_000_25, 30_000_00, None)[place],
                )
            )
            store.save(FundDue(unit=unit.id, unit_name=name, ym=MARCH, due=100_000))


def _type(page: DuesPage, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Type as a clerk does: the first letter opens the cell, the key leaves it."""
    QTest.keyClicks(page.grid.months, text[:1])
    line = next(one for one in page.grid.months.findChildren(QLineEdit) if one.isVisible())
    QTest.keyClicks(line, text[1:])
    QTest.keyClick(line, key)


def _button(page: DuesPage, words: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.text() == words)


def _cursor(page: DuesPage) -> tuple[int, int]:
    index = page.grid.months.currentIndex()
    return index.row(), index.column()


def _text(page: DuesPage, row: int, column: int) -> str:
    return page.model.cell(row, column).text


def _paid(store: Store) -> list[tuple[str, int | None]]:
    return [(one.unit_name, one.amount) for one in store.find(FundIn, ym=MARCH)]


def _paste(page: DuesPage, text: str) -> None:
    QApplication.clipboard().setText(text)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(page.grid.months, Qt.Key.Key_V, control)


def test_an_amount_is_typed_and_enter_goes_down(page: DuesPage) -> None:
    page.grid.look_at(0, 3)

    _type(page, "800.5")
    _type(page, "1000")

    assert _paid(page.office.store) == [(NAMES[1], 100_000), (NAMES[0], 80_050)]
    assert {one.way for one in page.office.store.all(FundIn)} == {"1"}
    assert _cursor(page) == (2, column_of(3, is_due=False))
    assert _text(page, 0, column_of(3, is_due=False)) == "800.50"
    assert page.office.undo_label() == f"登记实缴 {NAMES[1]} 3月"


def test_tab_goes_right_and_on_to_the_next_payer(page: DuesPage) -> None:
    page.grid.look_at(0, 12, is_due=True)

    _type(page, "70", Qt.Key.Key_Tab)
    _type(page, "60", Qt.Key.Key_Tab)

    december = PartialDate(2024, 12)
    assert [one.due for one in page.office.store.find(FundDue, ym=december)] == [7_000]
    assert [one.amount for one in page.office.store.find(FundIn, ym=december)] == [6_000]
    assert _cursor(page) == (1, column_of(1, is_due=True))


def test_typing_again_corrects_the_same_payment_and_can_be_undone(page: DuesPage) -> None:
    page.grid.look_at(0, 3)
    _type(page, "800")
    page.grid.look_at(0, 3)
    _type(page, "900")
    corrected = _paid(page.office.store)

    page.office.undo()

    assert corrected == [(NAMES[0], 90_000)]
    assert _paid(page.office.store) == [(NAMES[0], 80_000)]
    assert _text(page, 0, column_of(3, is_due=False)) == "800.00"


def test_esc_leaves_a_cell_as_it_was(page: DuesPage) -> None:
    page.grid.look_at(0, 3, is_due=True)

    _type(page, "5", Qt.Key.Key_Escape)

    assert _text(page, 0, column_of(3, is_due=True)) == "1,000.00"


def test_what_is_no_amount_is_told_and_not_kept(page: DuesPage) -> None:
    page.grid.look_at(0, 3)

    _type(page, "abc")

    assert page.said == f"{NAMES[0]}3月：「abc」不是金额，没有登记"
    assert _paid(page.office.store) == []
    assert _cursor(page) == (0, column_of(3, is_due=False))
    page.grid.look_at(0, 3)
    _type(page, "5")
    assert page.said == ""


def test_arrears_are_told_by_word_and_colour_and_summed_up(page: DuesPage) -> None:
    page.grid.look_at(0, 3)
    _type(page, "1000")
    page.grid.look_at(1, 3)
    _type(page, "1200")

    cells = [page.model.cell(row, ARREARS) for row in range(3)]
    sums = [page.totals.index(0, column).data() for column in (0, ARREARS, COLUMNS - 1)]

    assert [(one.text, one.tone) for one in cells] == [
        ("缴清", "ok"),
        ("多缴 200.00", ""),
        ("欠 1,000.00", "error"),
    ]
    assert page.model.cell(2, column_of(3, is_due=False)).text == "未缴"
    assert sums == ["合计 3户", "1,000.00", "2,200.00"]
    assert page.state_words == "收缴台账 3户，欠缴1户1,000.00元"


def test_what_was_made_up_later_is_no_arrears(page: DuesPage) -> None:
    page.grid.look_at(0, 4)
    _type(page, "1000")

    assert page.model.cell(0, column_of(3, is_due=False)).text == ""
    assert page.model.cell(0, ARREARS).text == "缴清"


def test_a_block_is_pasted_as_one_step(page: DuesPage) -> None:
    page.grid.look_at(0, 3)

    _paste(page, "1,000.00\t1100\t￥1100元\r\n900\t\t\r\n")
    store = page.office.store
    pasted = store.count(FundIn), store.count(FundDue)
    label = page.office.undo_label()
    page.office.undo()

    assert pasted == (3, 4)
    assert label == "粘贴收缴台账 6格"
    assert (store.count(FundIn), store.count(FundDue)) == (0, 3)


def test_a_block_with_a_wrong_cell_is_left_alone_as_a_whole(page: DuesPage) -> None:
    page.grid.look_at(0, 3)

    _paste(page, "1000\n未报")

    assert page.said == f"{NAMES[1]}3月：「未报」不是金额，整块没有登记"
    assert _paid(page.office.store) == []


def test_a_block_that_is_too_large_is_told(page: DuesPage) -> None:
    page.grid.look_at(2, 12)

    _paste(page, "1\n2")

    assert "超出了台账的行或月份" in page.said
    assert page.office.store.count(FundIn) == 0


def test_a_block_is_copied_as_a_sheet_takes_it(page: DuesPage) -> None:
    page.grid.look_at(0, 3)
    _type(page, "1234.5")
    table = page.grid.months
    for row in (0, 1):
        for is_due in (True, False):
            index = page.model.index(row, column_of(3, is_due=is_due))
            table.selectionModel().select(index, table.selectionModel().SelectionFlag.Select)

    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QApplication.clipboard().text() == "1000.00\t1234.50\n1000.00\t"


def test_delete_clears_what_is_selected(page: DuesPage) -> None:
    page.grid.look_at(0, 3)
    _type(page, "1000")
    page.grid.look_at(0, 3)

    QTest.keyClick(page.grid.months, Qt.Key.Key_Delete)

    assert _paid(page.office.store) == []
    assert page.office.undo_label() == f"清除实缴 {NAMES[0]} 3月"


def test_only_those_who_owe_are_shown_and_stay_while_one_types(page: DuesPage) -> None:
    page.grid.look_at(0, 3)
    _type(page, "1000")
    owing = _button(page, "只看欠缴")

    QTest.mouseClick(owing, Qt.MouseButton.LeftButton)
    narrowed = [one.name for one in page.model.rows]
    page.grid.look_at(0, 3)
    _type(page, "1000")
    still = [one.name for one in page.model.rows]
    QTest.mouseClick(owing, Qt.MouseButton.LeftButton)

    assert narrowed == still == list(NAMES[1:])
    assert [one.name for one in page.model.rows] == list(NAMES)


def test_a_name_is_found_by_its_initials(page: DuesPage) -> None:
    box = page.findChild(QLineEdit)
    assert box is not None

    QTest.keyClicks(box, "yxwj")
    QTest.keyClick(box, Qt.Key.Key_Return)

    assert [one.name for one in page.model.rows] == [NAMES[2]]
    assert _cursor(page) == (0, column_of(1, is_due=False))
    assert page.grid.months.hasFocus()


def test_a_months_dues_follow_from_base_and_rate(page: DuesPage) -> None:
    fill = _button(page, "登记应缴")
    said: list[str] = []
    page.office.said.connect(said.append)

    QTest.mouseClick(fill, Qt.MouseButton.LeftButton)

    january = page.office.store.find(FundDue, ym=PartialDate(2024, 1))
    assert {(one.unit_name, one.due) for one in january} == {
        (NAMES[0], 1_000_01),
        (NAMES[1], 600_00),
    }
    assert said[-1] == "已登记应缴 1月 2户，合计1,600.01元；1户没有月基数，没有登记"
    QTest.mouseClick(fill, Qt.MouseButton.LeftButton)
    assert page.said == "1月没有可以按基数登记的应缴；1户没有月基数，没有登记"


def test_several_payments_of_a_month_are_corrected_one_by_one(
    qtbot: QtBot, page: DuesPage, door: ReadyDoor
) -> None:
    unit = page.model.rows[0].unit
    with page.office.store.change("登记两笔"):
        for day, amount in ((5, 60_000), (25, 40_000)):
            page.office.store.save(
                FundIn(
                    unit=unit,
                    unit_name=NAMES[0],
                    ym=MARCH,
                    in_on=PartialDate(2024, 3, day),
                    amount=amount,
                )
            )
    page.grid.look_at(0, 3)
    shown = _text(page, 0, column_of(3, is_due=False))
    _type(page, "5")
    refused = page.said

    index = page.model.index(0, column_of(3, is_due=False))
    table = page.grid.months
    table.scrollTo(index)
    place: QPoint = table.visualRect(index).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    dialog = page.findChild(MonthDialog)

    assert shown == "1,000.00"
    assert refused == f"{NAMES[0]}3月的实缴有2笔。双击这一格，在里面逐笔修改。"
    assert dialog is not None
    assert dialog.page.table.records.rowCount() == 2
    dialog.page.start_new()
    record = dialog.page.form.record
    assert isinstance(record, FundIn)
    assert (record.unit, record.unit_name, record.ym) == (unit, NAMES[0], MARCH)
    dialog.reject()
    assert door.said == []


def test_a_demand_is_offered_for_the_payer_under_the_cursor(page: DuesPage) -> None:
    page.grid.look_at(0, 3)
    _type(page, "1000")
    page.grid.look_at(0, 3)
    QTest.mouseClick(_button(page, "催缴"), Qt.MouseButton.LeftButton)
    refused = page.said
    page.grid.look_at(1, 3)
    QTest.mouseClick(_button(page, "催缴"), Qt.MouseButton.LeftButton)
    dialog = page.findChild(RecordDialog)
    assert dialog is not None

    dialog.form.save()

    (demand,) = page.office.store.all(FundDun)
    assert refused == "请先点中一户欠缴的单位，再点“催缴”"
    assert (demand.unit_name, demand.arrears, demand.period_from) == (NAMES[1], 100_000, MARCH)
    dialog.reject()


def test_another_year_shows_its_own_months(page: DuesPage) -> None:
    page.grid.look_at(0, 3)
    _type(page, "1000")

    page.office.set_year(2023)

    assert _text(page, 0, column_of(3, is_due=False)) == ""
    assert page.model.cell(0, ARREARS).text == "—"


def test_nothing_is_clipped_and_the_first_columns_stay(page: DuesPage) -> None:
    bar = page.grid.months.horizontalScrollBar()

    bar.setValue(bar.maximum())

    assert bar.maximum() > 0
    assert clipped(page) == []
    assert page.grid.names.columnViewportPosition(0) == 0
    assert page.grid.names.visualRect(page.model.index(0, 0)).isValid()


def test_a_file_without_payers_says_what_to_do(qtbot: QtBot, office: Office) -> None:
    made = DuesPage(office)
    qtbot.addWidget(made)
    made.show()

    assert _button(made, "导入 Excel").isVisible()
    assert not made.grid.isVisible()


def test_the_year_leaves_as_a_workbook_with_amounts_as_numbers_and_their_sums(
    page: DuesPage, door: ReadyDoor, tmp_path: Path
) -> None:
    page.grid.look_at(0, 3)
    _type(page, "1000")
    door.target = tmp_path / "台账.xlsx"

    QTest.mouseClick(_button(page, "导出 Excel"), Qt.MouseButton.LeftButton)

    rows = sheet_rows(door.target)
    assert faults(door.target) == []
    march = rows[2].index("3月应缴")
    assert [row[0] for row in rows[3:]] == [*(one.name for one in page.model.rows), "合计 3户"]
    assert [row[march] for row in rows[3:]] == [1000, 1000, 1000, 3000]
    assert rows[-1][2] == sum(max(one.arrears, 0) for one in page.model.rows) / 100
    assert rows[-1][-2:] == (3000, sum(one.paid for one in page.model.rows) / 100)
