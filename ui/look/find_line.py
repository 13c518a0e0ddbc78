"""The line into which the clerk types what a list is narrowed to, the same everywhere."""

from PySide6.QtWidgets import QLineEdit

from ui.look import icons, theme


def find_line(hint: str, name: str) -> QLineEdit:
    """Return an empty line with a lens and a way to clear it; screen readers say the name."""
    line = QLineEdit()
    line.setPlaceholderText(hint)
    line.setAccessibleName(name)
    line.setClearButtonEnabled(True)
    line.addAction(
        icons.icon("search", theme.now().muted), QLineEdit.ActionPosition.LeadingPosition
    )
    return line
