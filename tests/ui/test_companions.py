"""A link and the name that repeats it follow one another."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit
from pytestqt.qtbot import QtBot

from models.records.bargaining import Contract
from models.records.units import Unit
from models.store import Store
from tests.keyboard import type_text
from ui.forms.form import RecordForm
from ui.office import Office


@pytest.fixture
def form(qtbot: QtBot, office: Office) -> RecordForm:
    made = RecordForm(Contract, office)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def _line(form: RecordForm, name: str) -> QLineEdit:
    control = form.cell(name).editor.control
    assert isinstance(control, QLineEdit)
    return control


def test_picking_a_unit_fills_in_its_name(qtbot: QtBot, form: RecordForm) -> None:
    line = _line(form, "unit")
    line.setFocus()
    type_text(line, "hdzzc")

    qtbot.keyClick(line.findChild(QCompleter).popup(), Qt.Key.Key_Return)

    assert _line(form, "unit_name").text() == "云溪宏达铸造厂"


def test_picking_a_unit_leaves_another_name_as_the_contract_has_it(
    qtbot: QtBot, form: RecordForm
) -> None:
    form.cell("unit_name").editor.show_value("宏达铸造")
    line = _line(form, "unit")
    line.setFocus()
    type_text(line, "hdzzc")

    qtbot.keyClick(line.findChild(QCompleter).popup(), Qt.Key.Key_Return)

    assert _line(form, "unit_name").text() == "宏达铸造"


def test_typing_the_name_of_a_unit_links_it(form: RecordForm, store: Store) -> None:
    name = _line(form, "unit_name")
    name.setFocus()
    type_text(name, "云溪宏达铸造厂")

    _line(form, "chief_workers").setFocus()

    unit = store.find(Unit, name="云溪宏达铸造厂")[0]
    assert form.cell("unit").editor.read().value == unit.id


def test_initials_that_only_one_unit_has_become_its_name(form: RecordForm, store: Store) -> None:
    name = _line(form, "unit_name")
    name.setFocus()
    type_text(name, "hdzzc")

    _line(form, "chief_workers").setFocus()

    unit = store.find(Unit, name="云溪宏达铸造厂")[0]
    assert name.text() == unit.name
    assert form.cell("unit").editor.read().value == unit.id


def test_initials_of_several_units_are_left_for_the_clerk_to_mend(form: RecordForm) -> None:
    name = _line(form, "unit_name")
    name.setFocus()
    type_text(name, "yx")

    _line(form, "chief_workers").setFocus()

    assert name.text() == "yx"
    assert form.cell("unit").editor.read().value is None


def test_a_name_that_no_unit_has_links_nothing(form: RecordForm) -> None:
    name = _line(form, "unit_name")
    name.setFocus()
    type_text(name, "别处的厂")

    _line(form, "chief_workers").setFocus()

    assert form.cell("unit").editor.read().value is None
