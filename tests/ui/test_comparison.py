"""Several years on the screen: choose, look, open the records behind a number, print, export."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from models.figures.catalogue import Figures
from models.periods import year_period
from models.records.unions import Union
from models.store import Store
from models.values.dates import PartialDate
from reports.comparison import DEFAULTS
from tests.door import ReadyDoor
from tests.reports.showing import sheet_rows
from ui.office import Office
from ui.pages.comparison.page import ComparisonPage
from ui.pages.comparison.table import FIRST_YEAR

UNIONS = "unions_total"


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> ComparisonPage:
    made = ComparisonPage(office)
    qtbot.addWidget(made)
    made.resize(1300, 640)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: made.is_counted)
    return made


def cells(page: ComparisonPage, code: str) -> list[str]:
    row = list(page.table.codes).index(code)
    found = [page.table.item(row, column) for column in range(page.table.columnCount())]
    return [one.text() if one else "" for one in found]


def headers(page: ComparisonPage) -> list[str]:
    found = [page.table.horizontalHeaderItem(one) for one in range(page.table.columnCount())]
    return [one.text() if one else "" for one in found]


def combo(page: ComparisonPage, name: str) -> QComboBox:
    boxes: list[QComboBox] = page.findChildren(QComboBox)
    return next(one for one in boxes if one.accessibleName() == name)


def choose(qtbot: QtBot, page: ComparisonPage, name: str, words: str) -> None:
    box = combo(page, name)
    box.setFocus()
    while box.currentText() != words:
        before = box.currentIndex()
        goes_down = box.findText(words) > before
        QTest.keyClick(box, Qt.Key.Key_Down if goes_down else Qt.Key.Key_Up)
        assert box.currentIndex() != before
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: page.is_counted)


def leaf(page: ComparisonPage, words: str) -> QTreeWidgetItem:
    (found,) = page.choice.tree.findItems(
        words, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
    )
    return found


def tick(qtbot: QtBot, page: ComparisonPage, words: str) -> None:
    item = leaf(page, words)
    page.choice.tree.scrollToItem(item)
    page.choice.tree.setCurrentItem(item)
    QTest.keyClick(page.choice.tree, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.is_counted)


def press(page: ComparisonPage, words: str) -> None:
    buttons: list[QPushButton] = page.findChildren(QPushButton)
    (button,) = (one for one in buttons if one.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def click_cell(page: ComparisonPage, code: str, column: int) -> None:
    index = page.table.model().index(list(page.table.codes).index(code), column)
    page.table.scrollTo(index)
    place = page.table.visualRect(index).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_numbers_of_each_year_stand_beside_each_other(page: ComparisonPage, store: Store) -> None:
    values = [Figures(store, year_period(year))[UNIONS].value for year in (2022, 2023, 2024)]

    assert headers(page) == [
        "指标",
        "单位",
        "2022年",
        "2023年",
        "2024年",
        "比上年增减",
        "同比",
    ]
    assert cells(page, UNIONS)[2:] == [*map(str, values), "+4", "+400%"]


def test_a_click_on_a_number_opens_the_records_of_that_year(
    qtbot: QtBot, page: ComparisonPage, office: Office, store: Store
) -> None:
    wanted = Figures(store, year_period(2023))[UNIONS].records

    with qtbot.waitSignal(office.filter_asked) as asked:
        click_cell(page, UNIONS, FIRST_YEAR + 1)

    table, ids, words = asked.args or ["", frozenset(), ""]
    assert table == "union_org"
    assert ids == {one.id for one in wanted}
    assert words.startswith("2023年基层工会组织数")


def test_enter_opens_a_number_too(qtbot: QtBot, page: ComparisonPage, office: Office) -> None:
    page.table.setCurrentCell(list(page.table.codes).index(UNIONS), FIRST_YEAR + 2)

    with qtbot.waitSignal(office.filter_asked):
        QTest.keyClick(page.table, Qt.Key.Key_Return)


def test_a_click_beside_the_numbers_opens_nothing(
    qtbot: QtBot, page: ComparisonPage, office: Office
) -> None:
    with qtbot.assertNotEmitted(office.filter_asked):
        click_cell(page, UNIONS, 0)
        click_cell(page, UNIONS, page.table.columnCount() - 1)


def test_the_chart_shows_the_chosen_row_and_its_bars_open_records(
    qtbot: QtBot, page: ComparisonPage, office: Office
) -> None:
    click_cell(page, "cb_units_signed", 0)
    assert page.chart.words()[0] == "签订工资专项集体合同企业（家）"

    with qtbot.waitSignal(office.filter_asked) as asked:
        at = QPoint(page.chart.width() * 5 // 6, page.chart.height() // 2)
        QTest.mouseClick(page.chart, Qt.MouseButton.LeftButton, pos=at)

    assert (asked.args or [""])[0] == "cb_contract"


def test_a_year_without_records_says_so(qtbot: QtBot, page: ComparisonPage, office: Office) -> None:
    click_cell(page, "cb_units_signed", 0)

    with qtbot.waitSignal(office.said) as said:
        at = QPoint(page.chart.width() // 6, page.chart.height() // 2)
        QTest.mouseClick(page.chart, Qt.MouseButton.LeftButton, pos=at)

    assert "没有记录" in (said.args or [""])[0]


@pytest.mark.parametrize("count", [2, 10])
def test_two_to_ten_years_may_be_chosen(qtbot: QtBot, page: ComparisonPage, count: int) -> None:
    choose(qtbot, page, "比较几年", f"{count}年")

    assert headers(page)[2:-2] == [f"{year}年" for year in range(2025 - count, 2025)]


def test_no_number_is_cut(qtbot: QtBot, page: ComparisonPage) -> None:
    choose(qtbot, page, "比较几年", "10年")

    metrics = page.table.fontMetrics()
    for row in range(page.table.rowCount()):
        for column in range(FIRST_YEAR, page.table.columnCount()):
            item = page.table.item(row, column)
            assert item is not None
            assert metrics.horizontalAdvance(item.text()) <= page.table.columnWidth(column)


def test_a_part_of_the_year_is_compared(qtbot: QtBot, page: ComparisonPage, store: Store) -> None:
    with store.change("下半年成立"):
        store.save(Union(name="云溪新工会", org_type="10", founded_on=PartialDate(2024, 9, 1)))
    qtbot.waitUntil(lambda: page.is_counted)
    whole = cells(page, "unions_new")[4]

    choose(qtbot, page, "时段", "上半年")

    assert (whole, cells(page, "unions_new")[4]) == ("5", "4")


def test_figures_are_found_by_their_sounds_and_ticked(qtbot: QtBot, page: ComparisonPage) -> None:
    QTest.keyClicks(page.choice.search, "ffyz")
    shown = [
        branch.child(place).text(0)
        for number in range(page.choice.tree.topLevelItemCount())
        if (branch := page.choice.tree.topLevelItem(number)) is not None
        for place in range(branch.childCount())
        if not branch.child(place).isHidden()
    ]
    assert shown == ["发放印章"]

    page.choice.search.clear()
    tick(qtbot, page, "发放印章")

    assert cells(page, "issued_seals")[4] == "1"


def test_the_choice_is_remembered_for_next_time(
    qtbot: QtBot, page: ComparisonPage, office: Office
) -> None:
    press(page, "清空")
    tick(qtbot, page, "发放印章")

    again = ComparisonPage(office)
    qtbot.addWidget(again)

    assert list(again.table.codes) == ["issued_seals"]
    press(again, "常用")
    assert set(again.table.codes) == set(DEFAULTS)


def test_nothing_chosen_says_what_to_do_and_cannot_be_printed(page: ComparisonPage) -> None:
    press(page, "清空")

    buttons: list[QPushButton] = page.findChildren(QPushButton)
    printing = [one for one in buttons if one.text() in ("打印", "导出 Excel")]
    assert len(printing) == 2
    assert not any(one.isEnabled() for one in printing)
    assert page.chart.chart is None


def test_a_changed_record_changes_the_numbers(
    qtbot: QtBot, page: ComparisonPage, store: Store
) -> None:
    union = store.find(Union, org_type="20")[0]

    with store.change("撤销工会"):
        store.save(replace(union, ended_on=date(2024, 11, 1)))
    qtbot.waitUntil(lambda: page.is_counted)

    assert cells(page, UNIONS)[4] == "4"


def test_another_year_of_work_moves_the_columns(
    qtbot: QtBot, page: ComparisonPage, office: Office
) -> None:
    office.set_year(2023)
    qtbot.waitUntil(lambda: page.is_counted)

    assert headers(page)[2:5] == ["2021年", "2022年", "2023年"]


def test_print_shows_what_is_on_the_screen(
    qtbot: QtBot, page: ComparisonPage, office: Office
) -> None:
    with qtbot.waitSignal(office.preview_asked) as asked:
        press(page, "打印")

    document = (asked.args or [None])[0]
    assert document == page.document()
    assert document.name == "云溪镇总工会2022—2024年主要指标对比"


def test_it_is_saved_as_pdf_and_as_workbook(
    page: ComparisonPage, door: ReadyDoor, tmp_path: Path
) -> None:
    door.target = tmp_path / "对比.pdf"
    press(page, "导出 PDF")
    printed = pypdfium2.PdfDocument(door.target)
    words = printed[0].get_textpage().get_text_range()
    printed.close()
    door.target = tmp_path / "对比.xlsx"
    press(page, "导出 Excel")

    assert "主要指标对比" in words
    rows = sheet_rows(tmp_path / "对比.xlsx")
    found = next(row for row in rows if row[1] == "基层工会组织数（年末）")
    assert found[3:6] == (1, 1, 5)
