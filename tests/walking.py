"""Walking through a window with the Tab key: where the focus goes, and what it never reaches."""

import itertools
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)

from ui import keys
from ui.forms.editors import ChoicesEditor
from ui.forms.footer import FormFooter
from ui.forms.sections import SectionRow

INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
MOST_STEPS = 400


def walk(root: QWidget) -> list[QWidget]:
    """Press Tab until the focus comes back, and return where it was, in order."""
    first = QApplication.focusWidget()
    assert first is not None, "nothing has the focus"
    visited = [first]
    for _ in range(MOST_STEPS):
        here = QApplication.focusWidget()
        assert here is not None, f"the focus is lost after {describe(visited[-1])}"
        QTest.keyClick(here, Qt.Key.Key_Tab)
        there = QApplication.focusWidget()
        if there is here and isinstance(here, QTableView) and here.tabKeyNavigation():
            # In a grid that is typed into, Tab goes from cell to cell; this key leads out of it.
            QTest.keyClick(here, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            there = QApplication.focusWidget()
        assert there is not None, f"the focus is lost after {describe(here)}"
        if there is here and visited == [here]:
            # The only thing that there is to press.
            return visited
        assert there is not here, f"the focus is trapped in {describe(here)}"
        assert there.isVisible(), f"the focus goes to {describe(there)}, which cannot be seen"
        assert root.isAncestorOf(there), f"the focus leaves the window at {describe(here)}"
        if there is first:
            return visited
        visited.append(there)
    raise AssertionError(f"the focus does not come back; it is at {describe(visited[-1])}")


def unreached(root: QWidget, visited: list[QWidget]) -> list[str]:
    """Return the enabled widgets for hands that the walk did not come to."""
    reached = set(visited)
    return [describe(one) for one in _for_hands(root) if not _is_reached(one, reached)]


def out_of_order(visited: list[QWidget]) -> list[str]:
    """Return the steps of a walk that go up, or left in a row, inside one group."""
    first = min(visited, key=lambda one: (_place(one).top(), _place(one).left()))
    begin = visited.index(first)
    walked = [*visited[begin:], *visited[:begin]]
    steps = itertools.pairwise(walked)
    return [
        f"{describe(one)} -> {describe(other)}"
        for one, other in steps
        if one.parentWidget() is other.parentWidget()
        # At the foot of a form saving comes first: that is where Enter leads.
        and not isinstance(one.parentWidget(), FormFooter)
        and _goes_back(_place(one), _place(other))
    ]


def nameless(root: QWidget) -> list[str]:
    """Return what a screen reader could only call by its kind."""
    return [describe(one) for one in _for_hands(root, is_any=True) if not _name(one)]


def describe(widget: QWidget) -> str:
    """Return how a widget is called in a message of a test."""
    words = _name(widget) or widget.objectName()
    parents = []
    place = widget.parentWidget()
    while place is not None and len(parents) < 3:
        parents.append(type(place).__name__)
        place = place.parentWidget()
    return f"{type(widget).__name__}“{words}” in {' in '.join(parents)}"


def _for_hands(root: QWidget, *, is_any: bool = False) -> Iterator[QWidget]:
    for one in root.findChildren(QWidget):
        if not isinstance(one, INTERACTIVE) or not one.isVisibleTo(root):
            continue
        if isinstance(one, QScrollBar | QHeaderView) or _is_inner(one):
            continue
        if is_any or (one.isEnabled() and not _is_text_to_read(one)):
            yield one


def _is_inner(widget: QWidget) -> bool:
    """Whether a widget is a part of another that stands for it."""
    parent = widget.parentWidget()
    if isinstance(parent, QLineEdit | QComboBox | QAbstractSpinBox | QTabBar):
        return True
    place = parent
    while place is not None:
        if isinstance(place, QHeaderView) or type(place).__name__ == "QComboBoxPrivateContainer":
            return True
        place = place.parentWidget()
    return isinstance(widget, QAbstractButton) and type(widget).__name__ == "QTableCornerButton"


def _is_text_to_read(widget: QWidget) -> bool:
    return isinstance(widget, QLabel)


def _is_reached(widget: QWidget, reached: set[QWidget]) -> bool:
    if widget in reached or any(widget.isAncestorOf(one) for one in reached):
        return True
    if widget.focusPolicy() == Qt.FocusPolicy.NoFocus and isinstance(widget, QTableView):
        # A part of a grid that follows another part.
        return True
    proxy = widget.focusProxy()
    if proxy is not None and proxy in reached:
        return True
    if isinstance(widget.parentWidget(), SectionRow):
        # Tab goes through the fields themselves; sections have keys of their own.
        return bool(keys.keys_of("next_section"))
    if isinstance(widget, QAbstractButton):
        # In a group of which one is chosen, the arrows lead from one to the next.
        group = widget.group()
        if group is not None and group.exclusive():
            return any(one in reached for one in group.buttons())
        # The ticks of one field are one stop, too.
        editor = widget.parentWidget()
        while editor is not None and not isinstance(editor, ChoicesEditor):
            editor = editor.parentWidget()
        if editor is not None and any(editor.isAncestorOf(one) for one in reached):
            return True
        if widget.autoExclusive():
            parent = widget.parentWidget()
            return any(one.parentWidget() is parent for one in reached if one is not widget)
    return False


def _goes_back(one: QRect, other: QRect) -> bool:
    if other.bottom() <= one.top():
        # Up again is right at the head of the next column.
        return other.left() < one.right()
    is_same_row = one.top() < other.bottom() and other.top() < one.bottom()
    return is_same_row and other.right() <= one.left()


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def _name(widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QPushButton | QAbstractButton) and widget.text().strip():
        return widget.text()
    for label in widget.window().findChildren(QLabel):
        if label.buddy() is widget:
            return label.text()
    return ""
