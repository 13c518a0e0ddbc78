"""Every field is named for a screen reader, says what is wrong with it, and takes a new value at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from models.fields import Choices
from models.records.base import Record
from models.records.innovation import TechItem
from models.records.units import Unit, UnitYear
from tests.keyboard import type_text
from ui.forms.form import RecordForm
from ui.layouts import LAYOUTS
from ui.office import Office


def _shown(qtbot: QtBot, record_type: type[Record], office: Office) -> RecordForm:
    form = RecordForm(record_type, office)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    return form


def _line(form: RecordForm, name: str) -> QLineEdit:
    control = form.cell(name).editor.control
    assert isinstance(control, QLineEdit)
    return control


@pytest.mark.parametrize("record_type", LAYOUTS, ids=lambda one: one.about.table)
def test_every_field_of_every_form_is_named_and_has_its_label_as_buddy(
    qtbot: QtBot, office: Office, record_type: type[Record]
) -> None:
    form = RecordForm(record_type, office)
    qtbot.addWidget(form)
    buddies = {label.buddy() for label in form.findChildren(QLabel)}

    for name, cell in form.body.cells.items():
        control, field = cell.editor.control, cell.editor.field
        assert control.accessibleName() == field.label, name
        assert control in buddies, name
        assert ("必填" in control.accessibleDescription()) == field.required, name
        assert field.help in control.accessibleDescription(), name
        assert field.label or isinstance(field, Choices)


def test_what_is_wrong_is_told_to_a_screen_reader_until_it_is_mended(
    qtbot: QtBot, office: Office
) -> None:
    form = _shown(qtbot, Unit, office)
    line = _line(form, "name")

    form.save()
    wrong = line.accessibleDescription()
    type_text(line, "云溪新星印刷厂")
    qtbot.keyClick(line, Qt.Key.Key_Tab)

    assert wrong == "必填。错误：请填写单位名称"
    assert line.accessibleDescription().startswith("必填。")
    assert "错误" not in line.accessibleDescription()


def test_numbers_get_their_separators_on_leaving_and_are_replaced_by_typing(
    qtbot: QtBot, office: Office
) -> None:
    form = _shown(qtbot, UnitYear, office)
    line = _line(form, "workers_total")
    line.setFocus()
    type_text(line, "12345")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    shown = line.text(), form.cell("workers_total").note

    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    selected = line.selectedText()
    type_text(line, "7")

    assert shown[0] == "12,345"
    assert "逗号" not in shown[1]
    assert selected == "12,345"
    assert line.text() == "7"


def test_money_is_shown_with_separators_and_kept_to_the_fen(qtbot: QtBot, office: Office) -> None:
    form = _shown(qtbot, TechItem, office)
    name = next(n for n, c in form.body.cells.items() if type(c.editor.field).__name__ == "Money")
    line = _line(form, name)
    line.setFocus()
    type_text(line, "1234567.5")

    qtbot.keyClick(line, Qt.Key.Key_Return)

    field = form.cell(name).editor.field
    value = form.cell(name).editor.read().value
    assert "," in line.text()
    assert line.text() == field.show(value)
    assert form.cell(name).editor.read().repairs == ()
