"""When the window is locked: a file with a start password on opening, and when it lies idle."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from models import access
from ui.lock import IdleWatch, LockPage, LockScreen, card_for
from ui.office import Office


class Guard(QObject):
    """Stands before the desk of one open file."""

    def __init__(self, window: QWidget, office: Office) -> None:
        super().__init__(window)
        self._window = window
        self._office = office
        self._screen: LockScreen | None = None
        self._idle = IdleWatch(self)
        self._idle.idle.connect(self.lock)
        office.changed.connect(lambda _tables: self.watch())

    @property
    def must_ask(self) -> bool:
        """Whether the file is shown only for its password."""
        return not self._office.is_practice and access.is_protected(self._office.store)

    @property
    def screen(self) -> LockScreen | None:
        """What covers the desk, None while it is open."""
        return self._screen

    def page(self, then: Callable[[], None]) -> LockPage:
        """Return the page that asks for the password before the desk is shown."""
        name = self._office.store.path.stem
        page = LockPage(card_for(f"打开“{name}”", self._office.store))
        page.card.unlocked.connect(then)
        return page

    def watch(self) -> None:
        """Count idle minutes as the file says."""
        is_watched = self.must_ask and self._screen is None
        self._idle.watch(access.idle_minutes(self._office.store) if is_watched else None)

    def lock(self) -> None:
        """Cover the desk with everything on it; nothing typed is lost."""
        if self._screen is not None or not self.must_ask:
            return
        card = card_for("已锁定，输入密码后接着做", self._office.store)
        screen = self._screen = LockScreen(card, self._window)
        card.unlocked.connect(self._open_again)
        self._idle.watch(None)
        screen.show()
        screen.raise_()
        screen.activateWindow()
        card.focus_entry()

    def _open_again(self) -> None:
        self._screen = None
        self._window.activateWindow()
        self._window.raise_()
        self.watch()
