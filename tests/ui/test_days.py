"""Days are taken in the clerk's writings, shown tidy, told in words, picked from a calendar."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLineEdit
from pytestqt.qtbot import QtBot

from models import clock
from models.records.members import Member
from models.records.service import Visit
from tests.keyboard import type_text
from ui.forms.calendar import Calendar
from ui.forms.days import DayEditor
from ui.forms.form import RecordForm
from ui.office import Office

TODAY = date(2024, 3, 6)


@pytest.fixture
def form(qtbot: QtBot, office: Office, monkeypatch: pytest.MonkeyPatch) -> RecordForm:
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    made = RecordForm(Visit, office)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def _line(form: RecordForm, name: str = "visited_on") -> QLineEdit:
    control = form.cell(name).editor.control
    assert isinstance(control, QLineEdit)
    return control


def _calendar(form: RecordForm) -> QCalendarWidget:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, Calendar)
    month = popup.findChild(QCalendarWidget)
    assert isinstance(month, QCalendarWidget)
    return month


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("20240305", "2024-03-05"),
        ("2024.3.5", "2024-03-05"),
        ("2024年3月5日", "2024-03-05"),
        ("3-5", "2024-03-05"),
        ("3.5", "2024-03-05"),
        ("3月5日", "2024-03-05"),
        ("今天", "2024-03-06"),
        ("昨天", "2024-03-05"),
    ],
)
def test_every_writing_is_shown_tidy_and_in_words_on_leaving(
    qtbot: QtBot, form: RecordForm, typed: str, shown: str
) -> None:
    line = _line(form)
    line.setFocus()
    type_text(line, typed)

    qtbot.keyClick(line, Qt.Key.Key_Return)

    editor = form.cell("visited_on").editor
    assert isinstance(editor, DayEditor)
    assert line.text() == shown
    words = "2024年3月5日 星期二" if shown.endswith("5") else "2024年3月6日 星期三"
    assert editor.remark == words
    assert line.toolTip() == words


def test_what_was_shown_is_read_again_without_a_remark(qtbot: QtBot, form: RecordForm) -> None:
    line = _line(form)
    line.setFocus()
    type_text(line, "3-5")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    said_once = form.cell("visited_on").note

    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert said_once == "没有写年份，已按2024年"
    assert form.cell("visited_on").editor.read().repairs == ()


def test_f2_opens_the_calendar_and_enter_takes_its_day(qtbot: QtBot, form: RecordForm) -> None:
    line = _line(form)
    line.setFocus()
    type_text(line, "3-5")
    qtbot.keyClick(line, Qt.Key.Key_F2)
    month = _calendar(form)
    opened_at = month.selectedDate().toPython()

    view = QApplication.focusWidget() or month
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Return)

    assert opened_at == date(2024, 3, 5)
    assert line.text() == "2024-03-06"
    assert QApplication.activePopupWidget() is None
    assert form.is_changed
    assert form.body.name_of(form.focusWidget()) == "way"


def test_the_calendar_of_a_blank_field_opens_at_the_day_of_the_window(
    qtbot: QtBot, form: RecordForm, office: Office
) -> None:
    office.set_year(2023)
    line = _line(form)
    line.setFocus()

    qtbot.keyClick(line, Qt.Key.Key_F2)

    month = _calendar(form)
    assert month.selectedDate().toPython() == date(2023, 12, 31)
    qtbot.keyClick(month, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert line.text() == ""


def test_arrows_and_pages_do_not_change_a_day_in_passing(qtbot: QtBot, form: RecordForm) -> None:
    line = _line(form)
    line.setFocus()
    type_text(line, "2024-03-05")

    for key in (Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
        qtbot.keyClick(line, key)

    assert line.text() == "2024-03-05"


def test_a_year_alone_is_no_day_and_has_no_weekday(qtbot: QtBot, office: Office) -> None:
    form = RecordForm(Member, office)
    qtbot.addWidget(form)
    form.show()
    line = _line(form, "birth")
    type_text(line, "1985")

    form.cell("birth").editor.tidy(2024)

    editor = form.cell("birth").editor
    assert isinstance(editor, DayEditor)
    assert editor.remark == ""
