"""The two halves of the summary page: the text or the paper, and the panels beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.look import theme


def centred(widget: QWidget) -> QWidget:
    """Return a place in the middle of which a widget stands that is not to grow too wide."""
    place = QWidget()
    row = QHBoxLayout(place)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(widget, 100)
    row.addStretch(1)
    return place


def above(widget: QWidget, button: QPushButton) -> QWidget:
    """Return a place where a button stands under a widget."""
    place = QWidget()
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(8))
    column.addWidget(widget, 1)
    column.addWidget(button)
    return place


class Side(QFrame):
    """Several widgets in one place, chosen by a row of names."""

    chosen = Signal(int)

    def __init__(self, pages: Sequence[tuple[str, QWidget]]) -> None:
        super().__init__()
        theme.mark(self, "card")
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._state = QLabel()
        theme.mark(self._state, "muted")
        # What the pages would like to have must not squeeze the row of names above them.
        row = QWidget()
        row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        names = QHBoxLayout(row)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(theme.px(4))
        for number, (title, page) in enumerate(pages):
            button = QPushButton(title)
            button.setCheckable(True)
            theme.mark(button, "sub")
            self._group.addButton(button, number)
            names.addWidget(button)
            self._stack.addWidget(page)
        names.addStretch()
        names.addWidget(self._state)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(12),) * 4)
        column.setSpacing(theme.px(8))
        column.addWidget(row)
        column.addWidget(self._stack, 1)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self.show_number)

    @property
    def number(self) -> int:
        """Which of them is shown."""
        return self._stack.currentIndex()

    @property
    def page(self) -> QWidget:
        """The one that is shown."""
        return self._stack.currentWidget()

    @property
    def state(self) -> str:
        """What is said at the right of the names."""
        return self._state.text()

    def say(self, words: str) -> None:
        """Say something at the right of the names."""
        self._state.setText(words)

    def entitle(self, number: int, title: str) -> None:
        """Give one of them another name."""
        self._group.button(number).setText(title)

    def show_number(self, number: int) -> None:
        """Show one of them."""
        self._group.button(number).setChecked(True)
        self._stack.setCurrentIndex(number)
        self.chosen.emit(number)
