"""The menus of the window, made from a list of what they offer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from ui import keys
from ui.look import icons

MOST_CHARS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a menu; `starts_group` puts a line above it.

    Its command gives it its keys. Where a page takes the keys itself, the menu only prints them.
    """

    menu: str
    label: str
    run: Callable[[], object]
    command: str = ""
    is_printed_only: bool = False
    icon: str = ""
    needs_file: bool = False
    starts_group: bool = False


class Menus:
    """The entries as Qt's actions; a menu without entries is not seen."""

    def __init__(self, window: QMainWindow, names: Sequence[str]) -> None:
        self._window = window
        self._entries: list[Entry] = []
        self._actions: dict[Entry, QAction] = {}
        self._menus = {name: window.menuBar().addMenu(name) for name in names}
        for menu in self._menus.values():
            menu.menuAction().setVisible(False)

    def add(self, entries: Sequence[Entry]) -> None:
        """Offer these entries in their menus."""
        for entry in entries:
            menu = self._menus[entry.menu]
            menu.menuAction().setVisible(True)
            if entry.starts_group:
                menu.addSeparator()
            action = self._actions[entry] = QAction(entry.label, self._window)
            action.triggered.connect(lambda _on=False, run=entry.run: run())
            menu.addAction(action)
        self._entries += entries
        self.follow_scheme()

    def add_submenu(self, label: str, fill: Callable[[QMenu], object], *, before: str) -> None:
        """Offer a menu above an entry that is filled anew whenever it comes up."""
        menu = next(self._menus[one.menu] for one in self._entries if one.label == before)
        submenu = QMenu(label, menu)
        menu.insertMenu(self._action(before), submenu)
        submenu.aboutToShow.connect(lambda: fill(submenu))

    def has(self, label: str) -> bool:
        """Whether there is an entry of that name."""
        return any(entry.label == label for entry in self._entries)

    def draw_icons(self) -> None:
        """Put the icons beside the words, once the window was seen."""
        for entry in self._entries:
            if entry.icon:
                self._actions[entry].setIcon(icons.icon(entry.icon))

    def follow_scheme(self) -> None:
        """Give every entry the keys that hold now."""
        for entry in self._entries:
            if not entry.command:
                continue
            action = self._actions[entry]
            if entry.is_printed_only:
                # Behind a tab stands what Qt shows as keys, without taking them.
                action.setText(f"{entry.label}\t{keys.printed(entry.command)}")
            else:
                action.setShortcuts(keys.sequences(entry.command))

    def show_file(self, *, is_open: bool) -> None:
        """Offer what needs an open file only while there is one."""
        for entry in self._entries:
            if entry.needs_file:
                self._actions[entry].setEnabled(is_open)

    def enable(self, label: str, *, is_on: bool) -> None:
        """Let an entry be chosen, or not."""
        self._action(label).setEnabled(is_on)

    def tell(self, label: str, detail: str) -> None:
        """Say behind an entry what it would do; without that it cannot be chosen."""
        action = self._action(label)
        action.setText(f"{label} {shortened(detail)}".strip())
        action.setToolTip(detail)
        action.setEnabled(bool(detail))

    def _action(self, label: str) -> QAction:
        return next(action for entry, action in self._actions.items() if entry.label == label)


def shortened(words: str) -> str:
    """Return the name of a step as a menu has room for it, without what Qt reads as a key."""
    short = words if len(words) <= MOST_CHARS else f"{words[: MOST_CHARS - 1]}…"
    return short.replace("&", "&&")
