"""A form says what is wrong beside the field, and what is saved only after it is."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from models.records.bargaining import Contract
from models.records.units import Unit, UnitYear
from models.store import Store
from tests.door import ReadyDoor
from tests.keyboard import type_text
from ui.forms.form import RecordForm
from ui.office import Office


@pytest.fixture
def unit_form(qtbot: QtBot, office: Office) -> RecordForm:
    return _show(qtbot, RecordForm(Unit, office))


def _show(qtbot: QtBot, form: RecordForm) -> RecordForm:
    qtbot.addWidget(form)
    form.resize(700, 500)
    form.show()
    qtbot.waitExposed(form)
    form.activateWindow()
    return form


def _line(form: RecordForm, name: str) -> QLineEdit:
    control = form.cell(name).editor.control
    assert isinstance(control, QLineEdit)
    return control


def _fill(qtbot: QtBot, form: RecordForm, name: str, text: str) -> None:
    line = _line(form, name)
    line.setFocus()
    line.selectAll()
    type_text(line, text)


def _words(form: RecordForm) -> list[str]:
    return [label.text() for label in form.findChildren(QLabel)]


def _button(form: RecordForm, words: str) -> QPushButton:
    return next(one for one in form.findChildren(QPushButton) if one.text().startswith(words))


def test_a_new_record_is_saved_with_the_save_button(
    qtbot: QtBot, unit_form: RecordForm, store: Store
) -> None:
    _fill(qtbot, unit_form, "name", "云溪新星印刷厂")

    qtbot.mouseClick(_button(unit_form, "保存 F6"), Qt.MouseButton.LeftButton)

    assert store.count(Unit, name="云溪新星印刷厂") == 1
    assert any(words.startswith("已保存 ") for words in _words(unit_form))


def test_a_missing_field_is_named_beside_it_and_nothing_is_saved(
    unit_form: RecordForm, store: Store
) -> None:
    before = store.count(Unit)

    saved = unit_form.save()

    assert not saved
    assert unit_form.cell("name").note == "请填写单位名称"
    assert not any(words.startswith("已保存 ") for words in _words(unit_form))
    assert store.count(Unit) == before


def test_the_first_wrong_field_gets_the_cursor(qtbot: QtBot, unit_form: RecordForm) -> None:
    _fill(qtbot, unit_form, "name", "云溪新星印刷厂")
    _fill(qtbot, unit_form, "credit_code", "不是代码")
    _fill(qtbot, unit_form, "fixed_assets", "好多")

    unit_form.save()

    assert unit_form.focusWidget() is _line(unit_form, "credit_code")
    assert unit_form.cell("fixed_assets").note != ""


def test_a_check_across_fields_stands_beside_its_field(qtbot: QtBot, office: Office) -> None:
    form = _show(qtbot, RecordForm(UnitYear, office))
    data = office.store.all(UnitYear)[0]
    form.show_record(data)
    _fill(qtbot, form, "workers_female", "99999")

    assert not form.save()

    assert "女职工99999人大于职工人数" in form.cell("workers_female").note


def test_a_doubt_is_shown_but_does_not_keep_from_saving(qtbot: QtBot, office: Office) -> None:
    form = _show(qtbot, RecordForm(Contract, office))
    contract = office.store.all(Contract)[0]
    form.show_record(contract)
    _fill(qtbot, form, "filed_on", "2024-01-01")

    assert form.save()

    assert form.cell("filed_on").note == "报送日期早于签订日期，请核对"
    kept = office.store.get(Contract, contract.id or 0)
    assert kept == replace(contract, filed_on=date(2024, 1, 1))


def test_help_stands_under_the_field_until_something_is_wrong(
    qtbot: QtBot, unit_form: RecordForm
) -> None:
    assert unit_form.cell("credit_code").note == "18位，照营业执照填写"

    _fill(qtbot, unit_form, "credit_code", "123")
    _line(unit_form, "name").setFocus()

    assert unit_form.cell("credit_code").note != "18位，照营业执照填写"


def test_enter_goes_from_field_to_field_in_the_order_of_the_eye(
    qtbot: QtBot, unit_form: RecordForm
) -> None:
    _line(unit_form, "name").setFocus()

    qtbot.keyClick(_line(unit_form, "name"), Qt.Key.Key_Return)

    assert unit_form.focusWidget() is _line(unit_form, "credit_code")


def test_escape_puts_back_what_is_saved(qtbot: QtBot, unit_form: RecordForm, store: Store) -> None:
    unit = store.all(Unit)[0]
    unit_form.show_record(unit)
    unit_form.add_shortcuts(unit_form)
    _fill(qtbot, unit_form, "name", "改错了")

    qtbot.keyClick(_line(unit_form, "name"), Qt.Key.Key_Escape)

    assert _line(unit_form, "name").text() == unit.name
    assert not unit_form.is_changed


@pytest.mark.parametrize("key", ["F6", "Ctrl+S"])
def test_both_keys_save(qtbot: QtBot, unit_form: RecordForm, store: Store, key: str) -> None:
    unit_form.add_shortcuts(unit_form)
    _fill(qtbot, unit_form, "name", "云溪新星印刷厂")
    line = _line(unit_form, "name")

    if key == "F6":
        qtbot.keyClick(line, Qt.Key.Key_F6)
    else:
        qtbot.keyClick(line, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    assert store.count(Unit, name="云溪新星印刷厂") == 1


def test_save_and_new_leaves_an_empty_form_with_the_cursor_in_it(
    qtbot: QtBot, unit_form: RecordForm, store: Store
) -> None:
    _fill(qtbot, unit_form, "name", "云溪新星印刷厂")

    qtbot.mouseClick(_button(unit_form, "保存并新增"), Qt.MouseButton.LeftButton)

    assert store.count(Unit, name="云溪新星印刷厂") == 1
    assert unit_form.record.id is None
    assert _line(unit_form, "name").text() == ""


def test_leaving_a_changed_form_asks_what_to_do(
    qtbot: QtBot, unit_form: RecordForm, door: ReadyDoor
) -> None:
    _fill(qtbot, unit_form, "name", "云溪新星印刷厂")
    door.answers = ["取消"]

    may_leave = unit_form.may_leave()

    assert not may_leave
    assert "改过还没有保存" in door.said[0]


def test_what_is_discarded_is_put_back_as_it_is_saved(
    qtbot: QtBot, unit_form: RecordForm, store: Store, door: ReadyDoor
) -> None:
    unit = store.all(Unit)[0]
    unit_form.show_record(unit)
    _fill(qtbot, unit_form, "name", "改错了")
    door.answers = ["放弃"]

    may_leave = unit_form.may_leave()

    assert may_leave
    assert _line(unit_form, "name").text() == unit.name
    assert not unit_form.is_changed


def test_what_cannot_be_saved_keeps_the_form_where_it_is(
    qtbot: QtBot, unit_form: RecordForm, door: ReadyDoor
) -> None:
    _fill(qtbot, unit_form, "credit_code", "不是代码")
    door.answers = ["保存"]

    may_leave = unit_form.may_leave()

    assert not may_leave
    assert _line(unit_form, "credit_code").text() == "不是代码"
    assert "有2处要改" in unit_form.footer.words


def test_labels_of_all_sections_end_on_one_line(unit_form: RecordForm, office: Office) -> None:
    labels = [one for one in unit_form.findChildren(QLabel) if one.buddy() is not None]
    edges = {
        label.mapTo(unit_form, label.rect().topRight()).x()
        for label in labels
        if label.alignment() & Qt.AlignmentFlag.AlignRight
    }

    assert len(edges) == 2


def test_every_input_has_a_label_as_buddy(unit_form: RecordForm) -> None:
    buddies = {label.buddy() for label in unit_form.findChildren(QLabel)}

    missing = [
        name
        for name in ("name", "credit_code", "carrier_type", "remark")
        if unit_form.cell(name).editor.control not in buddies
    ]

    assert missing == []


def test_saving_is_one_operation_that_undo_names(
    qtbot: QtBot, unit_form: RecordForm, office: Office
) -> None:
    _fill(qtbot, unit_form, "name", "云溪新星印刷厂")

    unit_form.save()

    assert office.undo_label() == "新增单位 云溪新星印刷厂"
