"""The names of a form's sections: a click goes there, and each counts what is wrong in it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from ui import keys
from ui.look import theme
from ui.look.flow import FlowLayout

FEWEST = 3


class SectionRow(QWidget):
    """A row of names that looks like tabs; forms with fewer than three sections have none."""

    chosen = Signal(int)

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self._titles = titles
        self._buttons = QButtonGroup(self)
        row = FlowLayout(self, gap=theme.px(4))
        for number, title in enumerate(titles if len(titles) >= FEWEST else ()):
            row.addWidget(self._make_button(number, title))
        # Shown by hand it would be a window of its own until the form takes it in.
        if not self._buttons.buttons():
            self.hide()
        self._buttons.idClicked.connect(self.chosen)

    @property
    def words(self) -> list[str]:
        """What stands on the row now."""
        return [one.text() for one in self._buttons.buttons()]

    @property
    def current(self) -> int:
        """The number of the section that is in view."""
        return max(self._buttons.checkedId(), 0)

    def mark(self, number: int) -> None:
        """Show which section is in view."""
        button = self._buttons.button(number)
        if button is not None:
            button.setChecked(True)

    def count(self, problems: Sequence[int]) -> None:
        """Show how many fields of each section are to be mended."""
        for number, button in enumerate(self._buttons.buttons()):
            found = problems[number]
            button.setText(f"{self._titles[number]} · {found}处" if found else self._titles[number])
            theme.show_state(button, "error" if found else "")

    def _make_button(self, number: int, title: str) -> QPushButton:
        button = QPushButton(title)
        button.setCheckable(True)
        button.setChecked(number == 0)
        # The fields themselves are reached by Tab; the sections have keys of their own.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(
            f"下一节 {keys.printed('next_section')}，上一节 {keys.printed('previous_section')}"
        )
        theme.mark(button, "section")
        self._buttons.addButton(button, number)
        return button
