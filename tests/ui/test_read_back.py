"""The window shows what reading an edited Word file back found."""

from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.figures.catalogue import compute
from models.figures.figure import Figure
from models.periods import year_period
from models.summary.markup import Span
from reports.blocks import Document, Paragraph
from reports.docx.writing import render_docx
from tests.door import ReadyDoor
from ui.dialogs.read_back import ReadBackDialog, choose_and_read_back
from ui.window.main_window import MainWindow


@pytest.fixture
def figures(window: MainWindow) -> dict[str, Figure]:
    assert window.office is not None
    return dict(compute(window.office.store, year_period(2024), ["cb_rate"]))


@pytest.fixture
def exported(figures: dict[str, Figure], tmp_path: Path, door: ReadyDoor) -> Path:
    path = tmp_path / "总结.docx"
    text = Paragraph((Span("覆盖率"), Span(figures["cb_rate"].text, "cb_rate")))
    path.write_bytes(render_docx(Document("总结", "official", (text,))))
    door.files = [path]
    return path


def read_back(figures: dict[str, Figure], window: MainWindow) -> ReadBackDialog | None:
    assert window.office is not None
    return choose_and_read_back(figures, window.office, window)


def cells(dialog: ReadBackDialog) -> list[list[str]]:
    table = dialog.table
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def test_changes_by_hand_stand_in_a_table_with_what_the_records_say(
    window: MainWindow, figures: dict[str, Figure], exported: Path, qtbot: QtBot
) -> None:
    word = docx.Document(str(exported))
    next(word.element.iter(qn("w:bookmarkStart"))).getnext().find(qn("w:t")).text = "99%"
    word.add_paragraph("慰问职工286人。")
    word.save(str(exported))

    dialog = read_back(figures, window)

    assert dialog is not None
    rate = figures["cb_rate"]
    assert cells(dialog) == [
        ["手工改动", rate.definition.label, rate.text, "99%", rate.exact, "覆盖率99%"],
        ["无出处的数字", "—", "—", "286人", "—", "慰问职工286人。"],
    ]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_an_untouched_file_says_so_without_a_table(
    window: MainWindow, figures: dict[str, Figure], exported: Path
) -> None:
    dialog = read_back(figures, window)

    assert dialog is not None
    assert not dialog.table.isVisible()


def test_a_foreign_file_is_refused_in_one_sentence(
    window: MainWindow, figures: dict[str, Figure], exported: Path, door: ReadyDoor
) -> None:
    exported.write_bytes(b"%PDF-1.7")

    assert read_back(figures, window) is None
    assert "不是完好的 Word 文件" in door.said[-1]


def test_choosing_no_file_does_nothing(
    window: MainWindow, figures: dict[str, Figure], door: ReadyDoor
) -> None:
    door.files = []

    assert read_back(figures, window) is None
    assert door.said == []
