"""How boxes with a form or a paper come up: over their window, without stopping the program."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import keys
from ui.dialogs.fitting import keep_within_screen
from ui.helpful import ask_for_help
from ui.look import theme
from ui.look.buttons import icon_button


def open_dialog(dialog: QDialog) -> None:
    """Show a dialog over its window; it is thrown away when it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    keys.bind_everywhere(dialog, "help", partial(ask_for_help, dialog))
    keep_within_screen(dialog)
    dialog.open()


def lay_out(
    dialog: QDialog, parts: Sequence[QWidget], label: str, save: Callable[[], None]
) -> None:
    """Stack the parts of a box over its two answers: saving, also by its keys, and 取消."""
    saving = icon_button(keys.label(label, "save"), "tick", role="main")
    saving.clicked.connect(save)
    cancel = icon_button(keys.label("取消", "give_up"), "clear")
    cancel.clicked.connect(dialog.reject)
    # Enter in a field saves, though 取消 comes first.
    cancel.setAutoDefault(False)
    keys.bind_everywhere(dialog, "save", save)
    answers = QHBoxLayout()
    answers.setSpacing(theme.px(8))
    answers.addStretch()
    answers.addWidget(cancel)
    answers.addWidget(saving)
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(*(theme.px(16),) * 4)
    outer.setSpacing(theme.px(12))
    for part in parts:
        outer.addWidget(part)
    outer.addLayout(answers)


def answer_row(dialog: QDialog, doing: QPushButton) -> QHBoxLayout:
    """Return 取消 and the button that does what a box is for; Enter in a field presses neither."""
    cancel = icon_button(keys.label("取消", "give_up"), "clear")
    cancel.clicked.connect(dialog.reject)
    row = QHBoxLayout()
    row.setSpacing(theme.px(8))
    row.addStretch()
    for button in (cancel, doing):
        button.setAutoDefault(False)
        row.addWidget(button)
    return row


def close_button(dialog: QDialog, words: str = "关闭") -> QPushButton:
    """Return the button that closes a box, as Esc does."""
    button = QPushButton(keys.label(words, "give_up"))
    button.clicked.connect(dialog.reject)
    return button


def window_in_front() -> QWidget:
    """Return the window over which a box comes up that no widget of its own asks for."""
    active = QApplication.activeWindow()
    if active is not None:
        return active
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMainWindow))


def take_room(dialog: QDialog) -> None:
    """Make a dialog nearly as large as the window it belongs to."""
    parent = dialog.parentWidget()
    if parent is not None:
        room = parent.window().size()
        dialog.resize(room.width() * 19 // 20, room.height() * 19 // 20)
