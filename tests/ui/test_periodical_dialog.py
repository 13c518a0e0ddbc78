"""Periodicals in the print centre: a stretch is chosen, words are typed, the paper follows."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.door import ReadyDoor
from ui.dialogs.reports import ReportDialog
from ui.office import Office


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(qtbot: QtBot, office: Office, parent: QWidget) -> ReportDialog:
    made = ReportDialog(office, parent, name="bulletin")
    made.show()
    qtbot.waitExposed(made)
    return made


def words(dialog: ReportDialog) -> str:
    document = pypdfium2.PdfDocument(dialog.panel.pdf)
    text: str = document[0].get_textpage().get_text_range()
    document.close()
    return "".join(text.split())


def box(dialog: ReportDialog, name: str) -> QLineEdit:
    boxes: list[QLineEdit] = dialog.findChildren(QLineEdit)
    return next(one for one in boxes if one.accessibleName() == name)


def test_the_issue_is_typed_and_enter_shows_it_without_saving_anything(
    dialog: ReportDialog, door: ReadyDoor, tmp_path: Path
) -> None:
    door.target = tmp_path / "简报.docx"
    issue = box(dialog, "期号")

    QTest.keyClicks(issue, "12")
    QTest.keyClick(issue, Qt.Key.Key_Return)

    assert "第12期" in words(dialog)
    assert dialog.isVisible()
    assert not door.target.exists()


def test_the_month_is_chosen_and_without_one_the_latest_is_meant(dialog: ReportDialog) -> None:
    dialog.choose("monthly-report")
    boxes: list[QComboBox] = dialog.findChildren(QComboBox)
    months = next(one for one in boxes if one.accessibleName() == "月份")
    latest = words(dialog)

    months.setFocus()
    QTest.keyClick(months, Qt.Key.Key_Down)
    months.activated.emit(months.currentIndex())

    assert months.itemText(0) == "最近一个月"
    assert "2024年12月工作月报" in latest
    assert "2024年1月工作月报" in words(dialog)
