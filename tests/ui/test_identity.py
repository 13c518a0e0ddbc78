"""Sex and birth follow from the identity number in every form that asks for all of them."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from models.fields import PersonId, fields_of
from models.records import RECORDS
from models.records.base import Record
from models.records.hardship import HardshipFile
from models.records.members import Member
from models.values.dates import PartialDate
from tests.keyboard import type_text
from ui.forms.form import RecordForm
from ui.layouts import LAYOUTS
from ui.office import Office

WOMAN, BORN = "370322198503124828", date(1985, 3, 12)
TOLD = ("sex", "birth", "born_on")
Make = Callable[[type[Record]], RecordForm]


def _number_field(record_type: type[Record]) -> str | None:
    fields = fields_of(record_type)
    numbers = [name for name, one in fields.items() if isinstance(one, PersonId)]
    return numbers[0] if numbers and any(name in fields for name in TOLD) else None


OF_PERSONS = [one for one in RECORDS if one in LAYOUTS and _number_field(one)]


@pytest.fixture
def make(qtbot: QtBot, office: Office) -> Make:
    def build(record_type: type[Record]) -> RecordForm:
        form = RecordForm(record_type, office)
        qtbot.addWidget(form)
        form.show()
        form.activateWindow()
        qtbot.waitUntil(form.isActiveWindow)
        return form

    return build


def _type(qtbot: QtBot, form: RecordForm, name: str, text: str) -> QLineEdit:
    line = form.cell(name).editor.control
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    type_text(line, text)
    # While a list is open it gets the keys, as on the screen.
    qtbot.keyClick(QApplication.activePopupWidget() or line, Qt.Key.Key_Tab)
    return line


def _text(form: RecordForm, name: str) -> str:
    line = form.cell(name).editor.control
    assert isinstance(line, QLineEdit)
    return line.text()


def test_several_kinds_of_records_are_about_a_person() -> None:
    assert len(OF_PERSONS) >= 6


@pytest.mark.parametrize("record_type", OF_PERSONS, ids=lambda one: one.about.table)
def test_the_number_fills_what_is_blank(
    qtbot: QtBot, make: Make, record_type: type[Record]
) -> None:
    form = make(record_type)
    number = _number_field(record_type)
    assert number is not None

    _type(qtbot, form, number, WOMAN)

    fields = fields_of(record_type)
    shown = {_text(form, name) for name in TOLD if name in fields}
    assert "女" in shown
    assert shown <= {"女", "1985-03-12"}
    assert form.is_changed


@pytest.mark.parametrize("record_type", OF_PERSONS, ids=lambda one: one.about.table)
def test_what_contradicts_the_number_is_doubted_beside_it(
    qtbot: QtBot, make: Make, record_type: type[Record]
) -> None:
    form = make(record_type)
    number = _number_field(record_type)
    assert number is not None
    label = fields_of(record_type)[number].label
    _type(qtbot, form, "sex", "男")

    _type(qtbot, form, number, WOMAN)

    assert form.cell("sex").note == f"{label}上是女，请核对"
    assert form.cell("sex").editor.read().value == "1"
    _type(qtbot, form, "sex", "女")
    assert "请核对" not in form.cell("sex").note


def test_a_year_of_birth_becomes_the_day_but_another_year_stays(qtbot: QtBot, make: Make) -> None:
    form = make(Member)
    _type(qtbot, form, "birth", "1985")
    _type(qtbot, form, "id_no", WOMAN)
    filled = form.cell("birth").editor.read().value

    _type(qtbot, form, "birth", "1986")

    assert filled == PartialDate(1985, 3, 12)
    assert form.cell("birth").editor.read().value == PartialDate(1986)
    assert form.cell("birth").note == "证件号码上是1985-03-12，请核对"


def test_a_birth_that_cannot_be_read_is_left_to_the_clerk(qtbot: QtBot, make: Make) -> None:
    form = make(HardshipFile)
    _type(qtbot, form, "born_on", "属牛")

    _type(qtbot, form, "id_no", WOMAN)

    assert _text(form, "born_on") == "属牛"


def test_a_passport_says_nothing_about_its_holder(qtbot: QtBot, make: Make) -> None:
    form = make(Member)

    _type(qtbot, form, "id_no", "E12345678")

    assert _text(form, "sex") == ""
