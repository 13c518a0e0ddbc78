"""Every editor of every form tells what stands in it and takes it back letter for letter."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from models.fields import PersonId
from models.records.base import Record
from models.records.members import Member
from models.records.reported import FigureException
from models.records.service import Visit
from models.records.units import Unit
from tests.models.filled import kept
from ui.forms.form import RecordForm
from ui.layouts import LAYOUTS
from ui.office import Office

UNREADABLE = " 3703 x ？"
each_form = pytest.mark.parametrize("record_type", LAYOUTS, ids=lambda one: one.about.table)


@each_form
def test_what_is_shown_comes_back_as_the_same_values(
    qtbot: QtBot, office: Office, record_type: type[Record]
) -> None:
    with office.store.change("新增"):
        record = kept(office.store, record_type)
    shown, taking = RecordForm(record_type, office), RecordForm(record_type, office)
    qtbot.addWidget(shown)
    qtbot.addWidget(taking)
    shown.show_record(record)

    taking.take_up(replace(shown.typed(), record=None))

    assert taking.typed().texts == shown.typed().texts
    for name in shown.typed().texts:
        before, after = shown.cell(name).editor, taking.cell(name).editor
        # The numbers of invented people have no right check digit: typed they are refused.
        if not isinstance(before.field, PersonId):
            assert after.read(2024).value == before.read(2024).value, name


@pytest.mark.parametrize("record_type", [Unit, Member, Visit, FigureException])
def test_what_cannot_be_read_comes_back_too(
    qtbot: QtBot, office: Office, record_type: type[Record]
) -> None:
    typing, taking = RecordForm(record_type, office), RecordForm(record_type, office)
    qtbot.addWidget(typing)
    qtbot.addWidget(taking)
    names = [name for name in typing.typed().texts if _type_into(typing, name)]

    taking.take_up(typing.typed())

    texts = taking.typed().texts
    assert {texts[name] for name in names} == {UNREADABLE}


def _type_into(form: RecordForm, name: str) -> bool:
    """Type something no field can read; ticks cannot be typed into."""
    control = form.cell(name).editor.control
    if isinstance(control, QLineEdit):
        control.setText(UNREADABLE)
    elif isinstance(control, QPlainTextEdit):
        control.setPlainText(UNREADABLE)
    else:
        return False
    return True
