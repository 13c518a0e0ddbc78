"""What is said about a whole sheet: one line of it, the rest on a click."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.look import theme
from ui.look.buttons import link_button
from ui.look.elided import ElidedLabel

MOST_NOTES = 5
# The height of a few lines, counted as the widths are.
NOTES_CHARS = 9.0


class Notes(QWidget):
    """Notes about a sheet in one line; all of them below each other on a click."""

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__()
        self._words = "；".join(texts).replace("\n", " ")
        self._line = ElidedLabel(self._words)
        theme.mark(self._line, "warn")
        self._more = link_button(f"{len(texts)}条说明")
        self._more.setAutoDefault(False)
        self._more.setCheckable(True)
        self._more.setVisible(len(texts) > 1)
        self._more.toggled.connect(self._unfold)
        self._all = _all(texts)
        self._all.hide()
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._line, 1)
        row.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(row)
        column.addWidget(self._all)

    def _unfold(self, is_open: bool) -> None:
        self._line.setText("" if is_open else self._words)
        self._all.setVisible(is_open)


def _all(texts: Sequence[str]) -> QWidget:
    box = QWidget()
    theme.mark(box, "clear")
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(4))
    for text in texts:
        label = QLabel(text.replace("\n", " "))
        label.setWordWrap(True)
        theme.mark(label, "warn")
        column.addWidget(label)
    if len(texts) <= MOST_NOTES:
        return box
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(box)
    area.setFixedHeight(theme.chars(NOTES_CHARS))
    return area
