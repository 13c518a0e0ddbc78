"""The head of a form: what it shows, its files and its history."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.look import theme
from ui.look.buttons import icon_button


class FormHeader(QWidget):
    """The name of the record, and what leads away from it once it is saved."""

    attachments_asked = Signal()
    history_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = QLabel()
        self._title.setWordWrap(True)
        theme.mark(self._title, "title")
        self._attachments = icon_button("附件", "attach", role="link")
        self._history = icon_button("修改记录", "history", role="link")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._title, 1)
        for button in (self._attachments, self._history):
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._attachments.clicked.connect(self.attachments_asked)
        self._history.clicked.connect(self.history_asked)

    @property
    def title(self) -> str:
        """The words that name the record."""
        return self._title.text()

    def add_mark(self, mark: QWidget) -> None:
        """Put a mark beside the title."""
        self._row.insertWidget(1, mark, 0, Qt.AlignmentFlag.AlignTop)

    def show_title(self, words: str, *, is_saved: bool) -> None:
        """Name the record; one that is not saved yet has neither files nor history."""
        self._title.setText(words)
        self._history.setVisible(is_saved)
        self._attachments.setVisible(is_saved)

    def count_attachments(self, count: int) -> None:
        """Tell how many files are kept with the record."""
        self._attachments.setText(f"附件 {count}" if count else "附件")
