"""How boxes with a form or a paper come up: over their window, without stopping the program."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget


def open_dialog(dialog: QDialog) -> None:
    """Show a dialog over its window; it is thrown away when it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


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
