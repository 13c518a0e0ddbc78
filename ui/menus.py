"""The menus of the window, made from a list of what they offer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from ui import icons


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a menu; `starts_group` puts a line above it."""

    menu: str
    label: str
    run: Callable[[], object]
    keys: str = ""
    icon: str = ""
    needs_file: bool = False
    starts_group: bool = False


class Menus:
    """The entries as Qt's actions."""

    def __init__(self, window: QMainWindow, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._actions: dict[str, QAction] = {}
        menus = {name: window.menuBar().addMenu(name) for name in _names(entries)}
        for entry in entries:
            if entry.starts_group:
                menus[entry.menu].addSeparator()
            action = self._actions[entry.label] = QAction(entry.label, window)
            if entry.keys:
                action.setShortcut(QKeySequence(entry.keys))
            action.triggered.connect(lambda _on=False, run=entry.run: run())
            menus[entry.menu].addAction(action)

    def draw_icons(self) -> None:
        """Put the icons beside the words, once the window was seen."""
        for entry in self._entries:
            if entry.icon:
                self._actions[entry.label].setIcon(icons.icon(entry.icon))

    def show_file(self, *, is_open: bool) -> None:
        """Offer what needs an open file only while there is one."""
        for entry in self._entries:
            if entry.needs_file:
                self._actions[entry.label].setEnabled(is_open)

    def tell(self, label: str, detail: str) -> None:
        """Say behind an entry what it would do; without that it cannot be chosen."""
        action = self._actions[label]
        action.setText(f"{label} {detail}".strip())
        action.setEnabled(bool(detail))


def _names(entries: Sequence[Entry]) -> list[str]:
    return list(dict.fromkeys(entry.menu for entry in entries))
