"""The foot of a form: how it stands, what is to be mended, and the buttons."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import keys
from ui.look import theme

MOST_NAMED = 4


class FormFooter(QWidget):
    """One line of words for what is wrong, and below it the state and the buttons."""

    save_asked = Signal()
    next_asked = Signal()
    leave_asked = Signal()
    draft_asked = Signal()
    problem_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._problems = QLabel()
        self._problems.setWordWrap(True)
        self._problems.setTextFormat(Qt.TextFormat.RichText)
        self._problems.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._problems.hide()
        theme.mark(self._problems, "error")
        self._state = QLabel()
        self._state.setWordWrap(True)
        theme.mark(self._state, "muted")
        self.next_button = QPushButton(keys.label("保存并新增", "save_and_new"))
        self.save_button = QPushButton(keys.label("保存", "save"))
        self.leave_button = QPushButton(keys.label("放弃", "give_up"))
        self.draft_button = QPushButton(keys.label("暂存", "draft"))
        self.draft_button.setToolTip("没填完先放着，不计入统计，随时接着填")
        theme.mark(self.save_button, "main")
        self._build()
        self.save_button.clicked.connect(self.save_asked)
        self.next_button.clicked.connect(self.next_asked)
        self.leave_button.clicked.connect(self.leave_asked)
        self.draft_button.clicked.connect(self.draft_asked)
        self._problems.linkActivated.connect(self.problem_chosen)

    @property
    def words(self) -> str:
        """What the foot says now."""
        said = self._problems.text() if not self._problems.isHidden() else ""
        return f"{said} {self._state.text()}".strip()

    @property
    def first_button(self) -> QPushButton:
        """Where the cursor goes after the last field."""
        return self.save_button if self.next_button.isHidden() else self.next_button

    def say(self, text: str) -> None:
        """Tell how the form stands."""
        self._state.setText(text)

    def name_problems(self, problems: Sequence[tuple[str, str]]) -> None:
        """Name what keeps the record from being saved; each leads to its field, if it has one."""
        links = "、".join(_link(name, words) for name, words in problems[:MOST_NAMED])
        more = "等" if len(problems) > MOST_NAMED else ""
        self._problems.setText(f"还没有保存，有{len(problems)}处要改：{links}{more}")
        self._problems.setVisible(bool(problems))
        if problems:
            self._state.clear()

    def add_button(self, button: QWidget, *, before: QWidget) -> None:
        """Put a further button before one of the others."""
        self._buttons.insertWidget(self._buttons.indexOf(before), button)

    def work_alone(self) -> None:
        """Offer no further record."""
        self.next_button.hide()

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.px(4))
        outer.addWidget(self._problems)
        row = self._buttons = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._state, 1)
        for button in (self.leave_button, self.draft_button, self.next_button, self.save_button):
            # In a window that is no dialog Enter presses only buttons that ask for it.
            button.setAutoDefault(True)
            row.addWidget(button)
        outer.addLayout(row)
        QWidget.setTabOrder(self.next_button, self.save_button)
        QWidget.setTabOrder(self.save_button, self.draft_button)
        QWidget.setTabOrder(self.draft_button, self.leave_button)


def _link(name: str, words: str) -> str:
    if not name:
        return escape(words)
    return f'<a href="{name}" style="color:{theme.now().error}">{escape(words)}</a>'
