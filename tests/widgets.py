"""What can be read off a window: its texts, and which of them have too little room."""

from collections.abc import Iterator

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QWidget,
)

from ui.look.elided import ElidedLabel

ROUNDING = 2


def visible(root: QWidget, kind: type[QWidget]) -> Iterator[QWidget]:
    """Yield the widgets of a kind that can be seen inside another; what is hidden is not entered."""
    for one in root.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if one.isHidden() or one.isWindow():
            continue
        if isinstance(one, kind):
            yield one
        yield from visible(one, kind)


def texts(root: QWidget) -> Iterator[str]:
    """Yield every text that the window itself shows; what records say is left out."""
    for one in root.findChildren(QLabel):
        yield one.text()
    for button in root.findChildren(QAbstractButton):
        yield button.text()
        yield button.toolTip()
    for line in root.findChildren(QLineEdit):
        yield line.placeholderText()
    for tabs in root.findChildren(QTabBar):
        yield from (tabs.tabText(number) for number in range(tabs.count()))
    for combo in root.findChildren(QComboBox):
        yield from (combo.itemText(number) for number in range(combo.count()))
    for one in root.findChildren(QListWidget):
        yield from (one.item(number).text() for number in range(one.count()))
    yield root.windowTitle()


def clipped(root: QWidget) -> list[str]:
    """Return what is cut: words wider than their room, and widgets beyond their parents."""
    return [
        *_clipped_labels(root),
        *_clipped_buttons(root),
        *_clipped_choices(root),
        *_clipped_headers(root),
        *_cut_by_parents(root),
    ]


def _clipped_labels(root: QWidget) -> Iterator[str]:
    for label in visible(root, QLabel):
        assert isinstance(label, QLabel)
        if isinstance(label, ElidedLabel) or not label.text():
            continue
        needed = label.sizeHint()
        if label.wordWrap():
            if label.heightForWidth(label.width()) > label.height() + ROUNDING:
                yield f"label {label.text()}"
        elif (
            needed.width() > label.width() + ROUNDING or needed.height() > label.height() + ROUNDING
        ):
            yield f"label {label.text()}"


def _clipped_buttons(root: QWidget) -> Iterator[str]:
    for kind in (QPushButton, QCheckBox, QRadioButton):
        for button in visible(root, kind):
            assert isinstance(button, QAbstractButton)
            hint = button.sizeHint()
            if (
                hint.width() > button.width() + ROUNDING
                or hint.height() > button.height() + ROUNDING
            ):
                yield f"button {button.text()}"


def _clipped_choices(root: QWidget) -> Iterator[str]:
    for combo in visible(root, QComboBox):
        assert isinstance(combo, QComboBox)
        option = QStyleOptionComboBox()
        combo.initStyleOption(option)
        room = combo.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            combo,
        )
        if combo.fontMetrics().horizontalAdvance(combo.currentText()) > room.width() + ROUNDING:
            yield f"choice {combo.currentText()}"


def _clipped_headers(root: QWidget) -> Iterator[str]:
    for header in visible(root, QHeaderView):
        assert isinstance(header, QHeaderView)
        for section in range(header.count()):
            needed = header.sectionSizeFromContents(section).width()
            if not header.isSectionHidden(section) and (
                needed > header.sectionSize(section) + ROUNDING
            ):
                words = header.model().headerData(section, header.orientation())
                yield f"header {words}"


def _cut_by_parents(root: QWidget) -> Iterator[str]:
    """Yield what stands beyond the widget it lies in; what a scrolled area holds may."""
    for kind in (QLabel, QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QFrame):
        for one in visible(root, kind):
            parent = one.parentWidget()
            if parent is None or one.isWindow() or isinstance(parent, QTabBar):
                continue
            if isinstance(parent.parentWidget(), QAbstractScrollArea) or not one.width():
                continue
            grace = QMargins(ROUNDING, ROUNDING, ROUNDING, ROUNDING)
            if not parent.rect().marginsAdded(grace).contains(one.geometry()):
                yield f"cut {type(one).__name__} {_said(one)} in {type(parent).__name__}"


def _said(widget: QWidget) -> str:
    said = getattr(widget, "text", None)
    return said() if said is not None else widget.accessibleName()
