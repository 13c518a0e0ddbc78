"""The summary on the screen: its numbers open their records, its own words stay."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from models.records.bargaining import Contract
from models.records.summary import SummaryText
from models.store import Store
from tests.door import ReadyDoor
from ui.office import Office
from ui.pages.summary.page import SummaryPage


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> SummaryPage:
    made = SummaryPage(office)
    qtbot.addWidget(made)
    made.resize(1300, 640)
    made.show()
    qtbot.waitExposed(made)
    return made


def _click(qtbot: QtBot, page: SummaryPage, code: str) -> None:
    place = page.paper.places_of(code)[0].center().toPoint()
    qtbot.mouseClick(page.paper.sheets, Qt.MouseButton.LeftButton, pos=place)


def _button(page: SummaryPage, words: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.text() == words)


def test_a_click_on_a_number_shows_its_value_and_its_records(
    qtbot: QtBot, page: SummaryPage
) -> None:
    _click(qtbot, page, "cb_units_signed")

    assert page.figure_panel.words == "签订工资专项集体合同企业 7家"
    assert page.figure_panel.table.records.rowCount() == 7


def test_a_double_click_on_a_record_opens_it(
    qtbot: QtBot, page: SummaryPage, office: Office
) -> None:
    _click(qtbot, page, "cb_units_signed")
    table = page.figure_panel.table
    place = table.visualRect(table.records.index(0, 0)).center()

    with qtbot.waitSignal(office.record_asked) as asked:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert asked.args == ["cb_contract", table.records.records[0].id]


def test_every_underlined_number_lies_on_its_page(page: SummaryPage) -> None:
    boxes = page.paper.sheets.boxes  # type: ignore[attr-defined]

    assert boxes
    for box in boxes:
        size = page.paper.pdf.pagePointSize(box.page)
        assert 0 < box.left < box.left + box.width < size.width()
        assert 0 < box.top < box.top + box.height < size.height()


def test_deleting_a_contract_changes_paper_and_panel_together(
    qtbot: QtBot, page: SummaryPage, store: Store
) -> None:
    _click(qtbot, page, "cb_rate")
    before = page.figure_panel.words

    with store.change("删除合同"):
        store.delete(store.all(Contract)[0])

    assert before == "企业覆盖率 87.5%"
    assert page.figure_panel.words == "企业覆盖率 75%"
    assert page.figure_panel.table.records.rowCount() == 6
    store.undo()
    assert page.figure_panel.words == "企业覆盖率 87.5%"


def test_own_words_are_kept_and_stand_on_the_paper(
    qtbot: QtBot, page: SummaryPage, store: Store
) -> None:
    box = page.words_panel.findChildren(QPlainTextEdit)[1]
    box.setPlainText("我镇还开展了协商质效回头看活动。")

    page.words_panel.save()

    kept = store.find(SummaryText, year=2024)
    assert [one.words for one in kept] == ["我镇还开展了协商质效回头看活动。"]
    page.refresh()
    assert box.toPlainText() == "我镇还开展了协商质效回头看活动。"


def test_the_paper_is_saved_as_the_same_pdf(
    qtbot: QtBot, page: SummaryPage, door: ReadyDoor, tmp_path: Path
) -> None:
    door.target = tmp_path / "总结.pdf"

    qtbot.mouseClick(_button(page, "导出 PDF"), Qt.MouseButton.LeftButton)

    text = "".join(one.extract_text() for one in PdfReader(door.target).pages)
    assert "云溪镇总工会2024年" in text.replace("\n", "")
    assert "87.5%" in text


def test_a_year_without_figures_still_has_a_paper(page: SummaryPage, office: Office) -> None:
    office.set_year(2019)

    assert page.paper.pdf.pageCount() >= 1


def test_a_rate_shows_also_what_is_not_counted_yet(qtbot: QtBot, page: SummaryPage) -> None:
    _click(qtbot, page, "cb_rate")

    qtbot.mouseClick(_button(page, "还没计入的 1家"), Qt.MouseButton.LeftButton)
    missing = [one.about.label for one in page.figure_panel.table.records.records]
    qtbot.mouseClick(_button(page, "回到已计入的 7"), Qt.MouseButton.LeftButton)

    assert missing == ["合同覆盖企业"]
    assert page.figure_panel.table.records.rowCount() == 7


@pytest.mark.parametrize("leaving", ["year", "page"])
def test_own_words_are_not_lost_when_the_clerk_goes_elsewhere(
    page: SummaryPage, office: Office, store: Store, leaving: str
) -> None:
    page.words_panel.findChildren(QPlainTextEdit)[0].setPlainText("这一段还没有点保存。")

    if leaving == "year":
        office.set_year(2023)
    else:
        assert page.may_leave()

    assert [one.words for one in store.find(SummaryText, year=2024)] == ["这一段还没有点保存。"]
