"""The summary on the screen: its numbers open their records, its paper is what prints."""

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.records.bargaining import Contract
from models.records.summary import SummaryPaper, SummaryVersion
from models.store import Store
from tests.door import ReadyDoor
from tests.ui.summary_desk import button, press, shown_page, text_of
from ui.office import Office
from ui.pages.summary.page import OUTLINE, SummaryPage
from ui.pages.summary.settings import SettingsDialog


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> Iterator[SummaryPage]:
    made = shown_page(qtbot, office)
    yield made
    made.hide()  # what still counts in the background stops before the file is closed


def _click(qtbot: QtBot, page: SummaryPage, code: str) -> None:
    page.editor.choose_figure(code)
    place = page.editor.figure_rects(code)[0].center().toPoint()
    qtbot.mouseClick(page.editor.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_on_a_number_shows_its_value_and_its_records(
    qtbot: QtBot, page: SummaryPage
) -> None:
    _click(qtbot, page, "cb_units_signed")

    assert page.figure_panel.words == "签订工资专项集体合同企业 7家"
    assert page.figure_panel.table.records.rowCount() == 7


def test_a_click_on_a_number_of_the_paper_shows_the_same(qtbot: QtBot, page: SummaryPage) -> None:
    page.right.show_number(OUTLINE)
    page.show_print()

    place = page.paper.places_of("cb_units_signed")[0].center().toPoint()
    qtbot.mouseClick(page.paper.sheets, Qt.MouseButton.LeftButton, pos=place)

    assert page.figure_panel.words == "签订工资专项集体合同企业 7家"
    assert page.figure_panel.isVisible()


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
    page.show_print()
    boxes = page.paper.sheets.boxes  # type: ignore[attr-defined]

    assert boxes
    for box in boxes:
        size = page.paper.pdf.pagePointSize(box.page)
        assert 0 < box.left < box.left + box.width < size.width()
        assert 0 < box.top < box.top + box.height < size.height()


def test_deleting_a_contract_changes_text_and_panel_together(
    qtbot: QtBot, page: SummaryPage, store: Store
) -> None:
    _click(qtbot, page, "cb_rate")
    before = page.figure_panel.words

    with store.change("删除合同"):
        store.delete(store.all(Contract)[0])

    assert before == "企业覆盖率 87.5%"
    assert page.figure_panel.words == "企业覆盖率 75%"
    assert "覆盖率75%" in text_of(page)
    assert page.figure_panel.table.records.rowCount() == 6
    store.undo()
    assert page.figure_panel.words == "企业覆盖率 87.5%"
    assert "覆盖率87.5%" in text_of(page)


def test_the_paper_is_saved_as_the_same_pdf_and_kept_as_a_version(
    qtbot: QtBot, page: SummaryPage, door: ReadyDoor, store: Store, tmp_path: Path
) -> None:
    door.target = tmp_path / "总结.pdf"

    with qtbot.waitSignal(page.exported) as told:
        press(page, "导出 PDF")
    written = door.target.read_bytes()
    press(page, "导出 PDF")

    text = "".join(one.extract_text() for one in PdfReader(door.target).pages)
    assert "云溪镇总工会2024年" in text.replace("\n", "")
    assert "87.5%" in text
    assert told.args == ["pdf", door.target, written]
    assert [one.label for one in store.all(SummaryVersion)] == ["导出 PDF"]


def test_the_paper_is_saved_as_a_word_file(
    page: SummaryPage, door: ReadyDoor, tmp_path: Path
) -> None:
    door.target = tmp_path / "总结.docx"

    press(page, "导出 Word")

    words = "".join(one.text for one in docx.Document(str(door.target)).paragraphs)
    assert "覆盖率87.5%" in words


def test_a_year_without_figures_still_has_a_text_and_a_paper(
    page: SummaryPage, office: Office
) -> None:
    office.set_year(2019)
    page.show_print()

    assert "云溪镇总工会2019年" in text_of(page)
    assert page.paper.pdf.pageCount() >= 1


def test_a_rate_shows_also_what_is_not_counted_yet(qtbot: QtBot, page: SummaryPage) -> None:
    _click(qtbot, page, "cb_rate")

    press(page, "还没计入的 1家")
    missing = [one.about.label for one in page.figure_panel.table.records.records]
    press(page, "回到已计入的 7")

    assert missing == ["合同覆盖企业"]
    assert page.figure_panel.table.records.rowCount() == 7


def test_another_part_of_the_year_has_a_summary_of_its_own(page: SummaryPage) -> None:
    combo = page.bar.spans
    combo.setCurrentIndex(combo.findText("上半年"))
    combo.activated.emit(combo.currentIndex())

    assert "云溪镇总工会2024年上半年工作总结" in text_of(page)


def test_settings_are_one_step_and_stand_on_the_paper(
    page: SummaryPage, store: Store, qtbot: QtBot
) -> None:
    button(page, "设置…").click()
    dialog = page.window().findChild(SettingsDialog)
    title = dialog.asked.cells["title"].editor
    qtbot.keyClicks(title.control, "Work of the year")
    day = dialog.asked.cells["as_of"].editor
    qtbot.keyClicks(day.control, "2024-10-31")

    dialog.save()

    assert text_of(page).startswith("Work of the year")
    assert text_of(page).endswith("2024年10月31日")
    store.undo()
    assert store.all(SummaryPaper) == []
    assert text_of(page).endswith("2024年12月31日")


def test_the_length_is_chosen_in_the_bar(page: SummaryPage) -> None:
    long = len(text_of(page))
    combo = page.bar.lengths
    combo.setCurrentIndex(combo.findText("简版"))

    combo.activated.emit(combo.currentIndex())

    assert len(text_of(page)) < long
