"""What can be read off a window: its texts, and which of them have too little room."""

from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTabBar,
    QWidget,
)

ROUNDING = 2


def visible(root: QWidget, kind: type[QWidget]) -> Iterator[QWidget]:
    """Yield the widgets of a kind that can be seen inside another."""
    yield from (one for one in root.findChildren(kind) if one.isVisibleTo(root))


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
    """Return the labels, buttons and headers whose words are wider than their room."""
    return [*_clipped_labels(root), *_clipped_buttons(root), *_clipped_headers(root)]


def _clipped_labels(root: QWidget) -> Iterator[str]:
    for label in visible(root, QLabel):
        assert isinstance(label, QLabel)
        needed = label.sizeHint()
        if label.wordWrap():
            if label.heightForWidth(label.width()) > label.height() + ROUNDING:
                yield f"label {label.text()}"
        elif needed.width() > label.width() + ROUNDING:
            yield f"label {label.text()}"


def _clipped_buttons(root: QWidget) -> Iterator[str]:
    for kind in (QPushButton, QCheckBox):
        for button in visible(root, kind):
            assert isinstance(button, QAbstractButton)
            hint = button.sizeHint()
            if (
                hint.width() > button.width() + ROUNDING
                or hint.height() > button.height() + ROUNDING
            ):
                yield f"button {button.text()}"


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
