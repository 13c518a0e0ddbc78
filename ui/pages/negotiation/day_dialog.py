"""A small box for one day that was not today."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.fields import Day
from models.reading import Refused
from ui.forms.editors import LineEditor
from ui.look import theme


class DayDialog(QDialog):
    """Asks for a day; a blank one takes back what was filled in."""

    given = Signal(object)

    def __init__(self, label: str, day: date | None, *, year: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._year = year
        self.setWindowTitle(label)
        self._editor = LineEditor(Day(label=label))
        self._editor.show_value(day)
        self._editor.control.setAccessibleName(label)
        words = QLabel(label)
        words.setBuddy(self._editor.control)
        self._note = QLabel("如 3月25日、2024.3.25、今天；空着表示还没有做")
        theme.mark(self._note, "help")
        save = QPushButton("保存")
        theme.mark(save, "main")
        leave = QPushButton("取消")
        save.setAutoDefault(False)
        leave.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addStretch()
        row.addWidget(leave)
        row.addWidget(save)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(8))
        for widget in (words, self._editor, self._note):
            column.addWidget(widget)
        column.addLayout(row)
        self.setMinimumWidth(theme.chars(24))
        save.clicked.connect(self._save)
        leave.clicked.connect(self.reject)
        self._editor.done.connect(self._save)
        self._editor.control.setFocus()

    def explain(self, words: str) -> None:
        """Say besides whom the day is for."""
        if words:
            self._note.setText(f"{words}\n{self._note.text()}")

    def _save(self) -> None:
        try:
            found = self._editor.read(self._year).value
        except Refused as refusal:
            self._note.setText(str(refusal))
            theme.mark(self._note, "error")
            return
        self.given.emit(found)
        self.accept()
