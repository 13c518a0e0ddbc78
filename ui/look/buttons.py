"""Buttons as the whole window has them: an icon, words, one of the theme's looks."""

from PySide6.QtWidgets import QPushButton

from ui.look import icons, theme


def icon_button(label: str, icon: str, *, role: str = "") -> QPushButton:
    """Return a button with an icon in the colour that fits its look."""
    worn = theme.now()
    colours = {
        "main": worn.on_accent,
        "large": worn.on_accent,
        "choice": worn.link,
        "link": worn.link,
    }
    button = QPushButton(icons.spaced_icon(icon, colours.get(role, worn.ink)), label)
    button.setIconSize(icons.spaced_size())
    theme.mark(button, role)
    return button


def link_button(label: str) -> QPushButton:
    """Return words that can be clicked."""
    button = QPushButton(label)
    theme.mark(button, "link")
    return button
