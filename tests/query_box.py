"""Working the box of a query with keys and clicks."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCompleter, QLineEdit, QPushButton, QWidget

from tests.keyboard import type_text
from ui.dialogs.query_row import ConditionRow


def look_at(row: ConditionRow, typed: str) -> None:
    """Type what a line looks at and take the first that is offered."""
    row.subject.control.setFocus()
    pick(row.subject.control, typed)


def pick(line: QWidget, typed: str) -> None:
    """Type into a field that offers what can be picked, and take the first."""
    type_text(line, typed)
    popup = line.findChild(QCompleter).popup()
    assert popup.isVisible(), f"nothing is offered for {typed}"
    QTest.keyClick(popup, Qt.Key.Key_Return)


def value_line(row: ConditionRow, place: int = 0) -> QLineEdit:
    """Return where a line is compared with something."""
    assert row.value is not None
    control = row.value.editors[place].control
    assert isinstance(control, QLineEdit)
    return control


def press(place: QWidget, words: str) -> None:
    """Click on the button that begins with these words."""
    buttons = (one for one in place.findChildren(QPushButton) if one.isVisible())
    button = next(one for one in buttons if one.text().startswith(words))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
