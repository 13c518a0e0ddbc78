"""The way from any box to the manual: the window under it is asked for help."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow, QWidget


class HelpfulWindow(QMainWindow):
    """A window that opens the manual for whatever over it asks for help."""

    help_asked = Signal(object)


def ask_for_help(widget: QWidget) -> None:
    """Ask the window under a box for help about it."""
    place: QWidget | None = widget
    while place is not None and not isinstance(place, HelpfulWindow):
        place = place.parentWidget()
    if place is not None:
        place.help_asked.emit(widget)
