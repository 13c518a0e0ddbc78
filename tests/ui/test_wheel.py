"""The wheel scrolls what it passes over and changes nothing that has not the cursor."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from models.records.service import Visit
from models.records.units import Unit
from tests.keyboard import type_text
from tests.thoroughly import some
from ui.dialogs.importing.dialog import ImportDialog
from ui.dialogs.reports import ReportDialog
from ui.forms.form import RecordForm
from ui.office import Office
from ui.window.main_window import MainWindow
from ui.window.subtabs import SubTabs

KINDS = (QComboBox, QAbstractSpinBox, QAbstractSlider, QLineEdit, QPlainTextEdit, QTabBar)


def _turn(widget: QWidget, steps: int = -1) -> None:
    """Turn the wheel over a widget; what does not want it hands it to what it stands in."""
    turned = QPoint(0, 120 * steps)
    keys, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    button = Qt.MouseButton.NoButton
    under: QWidget | None = widget.viewport() if isinstance(widget, QPlainTextEdit) else widget
    while under is not None:
        where = QPointF(under.rect().center())
        there = under.mapToGlobal(where)
        event = QWheelEvent(where, there, turned, turned, button, keys, phase, False)
        is_taken = QApplication.sendEvent(under, event) and event.isAccepted()
        if is_taken or under.isWindow():
            return
        under = under.parentWidget()


def _value(widget: QWidget) -> object:
    match widget:
        case QComboBox() | QTabBar():
            return widget.currentIndex()
        case QAbstractSlider():
            return widget.value()
        case QPlainTextEdit():
            return widget.toPlainText(), widget.verticalScrollBar().value()
        case QAbstractSpinBox() | QLineEdit():
            return widget.text()
    raise TypeError(widget)


def _inputs(root: QWidget) -> Iterator[QWidget]:
    for kind in KINDS:
        for one in root.findChildren(kind):
            if one.isVisible() and not isinstance(one, QScrollBar):
                yield one


def _changed_in_passing(root: QWidget) -> list[str]:
    found = []
    for one in _inputs(root):
        one.clearFocus()
        before = _value(one)
        _turn(one)
        _turn(one, 1)
        _turn(one, 1)
        if _value(one) != before:
            found.append(f"{type(one).__name__} {one.accessibleName()}")
    return found


def test_no_page_has_a_field_that_the_wheel_changes_in_passing(window: MainWindow) -> None:
    assert window.desk is not None
    found = {}

    for number in some(range(window.desk.tabs.count()), every=3):
        window.desk.show_area(number)
        page = window.desk.page
        if isinstance(page, SubTabs):
            for place, title in enumerate(page.titles):
                page.show_list(place)
                found[title] = _changed_in_passing(window)
        else:
            found[str(number)] = _changed_in_passing(window)

    assert len(found) > 10
    assert {title: names for title, names in found.items() if names} == {}


def test_no_dialog_has_a_field_that_the_wheel_changes_in_passing(
    qtbot: QtBot, window: MainWindow
) -> None:
    office = window.office
    assert office is not None
    dialogs = (ImportDialog(office, window), ReportDialog(office, window, name="roster"))

    for dialog in dialogs:
        qtbot.addWidget(dialog)
        dialog.show()
        assert _changed_in_passing(dialog) == []


def test_the_wheel_over_a_field_scrolls_the_form(qtbot: QtBot, office: Office) -> None:
    form = RecordForm(Unit, office)
    qtbot.addWidget(form)
    form.resize(700, 400)
    form.show()
    bar = form.body.verticalScrollBar()
    assert bar.maximum() > 0

    _turn(form.cell("name").editor.control)

    assert bar.value() > 0


def test_the_wheel_over_a_note_scrolls_the_note_only_when_it_has_the_cursor(
    qtbot: QtBot, office: Office
) -> None:
    form = RecordForm(Visit, office)
    qtbot.addWidget(form)
    form.resize(700, 400)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    note = form.cell("content").editor.control
    assert isinstance(note, QPlainTextEdit)
    type_text(note, "\n".join("一二三四五六七八九十"))
    note.verticalScrollBar().setValue(0)
    form.cell("visited_on").editor.control.setFocus()
    form.body.verticalScrollBar().setValue(0)

    _turn(note)
    in_passing = note.verticalScrollBar().value(), form.body.verticalScrollBar().value() > 0
    note.setFocus()
    _turn(note)

    assert in_passing == (0, True)
    assert note.verticalScrollBar().value() > 0
