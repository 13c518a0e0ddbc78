"""Certificates and documents number themselves, print from their list, and rosters from theirs."""

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from models.records.papers import Certificate, Document, Target
from models.records.units import Unit
from ui.dialogs.reports import PreviewDialog, ReportDialog
from ui.page import RecordPage
from ui.window.main_window import MainWindow


def _page(window: MainWindow, record_type: type) -> RecordPage:
    assert window.desk is not None
    page = window.desk.show_list(record_type)
    assert page is not None
    return page


def _click(qtbot: QtBot, page: RecordPage, words: str) -> None:
    button = next(one for one in page.findChildren(QPushButton) if one.text().startswith(words))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _text(page: RecordPage, name: str) -> str:
    control = page.form.cell(name).editor.control
    assert isinstance(control, QLineEdit)
    return control.text()


def test_a_new_certificate_has_the_next_number_of_the_year(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = _page(window, Certificate)

    _click(qtbot, page, "新增")

    assert _text(page, "number") == "2024-004"


def test_a_new_document_has_the_next_number_of_its_prefix(qtbot: QtBot, window: MainWindow) -> None:
    page = _page(window, Document)

    _click(qtbot, page, "新增")

    assert _text(page, "doc_no") == "云溪镇工发〔2024〕6号"


@pytest.mark.parametrize("count", [1, 3])
def test_the_selected_certificates_are_previewed_one_a_page(
    qtbot: QtBot, window: MainWindow, count: int
) -> None:
    page = _page(window, Certificate)
    if count == 3:
        page.table.selectAll()

    _click(qtbot, page, "打印证书")

    dialog = window.findChild(PreviewDialog)
    document = pypdfium2.PdfDocument(dialog.panel.pdf)
    words = [one.get_textpage().get_text_range() for one in document]
    document.close()
    assert len(words) == count
    assert "欧阳青松" in words[0]
    dialog.reject()


def test_a_list_prints_its_own_roster(qtbot: QtBot, window: MainWindow) -> None:
    page = _page(window, Unit)

    _click(qtbot, page, "打印名册")

    dialog = window.findChild(ReportDialog)
    document = pypdfium2.PdfDocument(dialog.panel.pdf)
    words = document[0].get_textpage().get_text_range()
    document.close()
    assert "云溪鑫恒化工有限公司" in words
    dialog.reject()


def test_every_report_can_be_previewed_from_the_print_centre(
    qtbot: QtBot, window: MainWindow
) -> None:
    assert window.office is not None
    dialog = ReportDialog(window.office, window)
    qtbot.addWidget(dialog)
    dialog.show()
    pages = {}

    for name in (
        "annual-summary",
        "union-roster",
        "unit-roster",
        "coverage-confirmation",
        "certificate",
        "roster",
    ):
        dialog.choose(name)
        pages[name] = dialog.panel.paper.pdf.pageCount()

    assert all(count >= 1 for count in pages.values())


def test_a_target_shows_what_is_done_and_what_is_missing(window: MainWindow) -> None:
    page = _page(window, Target)
    titles = [one.title for one in page.table.records.columns]

    row = next(
        number
        for number, one in enumerate(page.table.records.records)
        if isinstance(one, Target) and one.figure == "unions_new"
    )

    assert page.table.records.index(row, titles.index("完成")).data() == "4"
    assert page.table.records.index(row, titles.index("差额")).data() == "还差2家"


def test_a_unit_without_a_union_is_marked_in_red_words(window: MainWindow) -> None:
    page = _page(window, Unit)
    column = [one.title for one in page.table.records.columns].index("建会")

    marked = [
        page.table.records.cell(row, column)
        for row in range(page.table.records.rowCount())
        if page.table.records.cell(row, column).tone == "error"
    ]

    assert {cell.text for cell in marked} == {"未建"}
