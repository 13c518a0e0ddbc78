"""Opens, makes, restores and lets go of the one office file that the window shows."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from models.computer import remember_file
from models.errors import Problem
from ui import messages
from ui.first_run import BACKUP_KIND, FILE_KIND, default_folder

if TYPE_CHECKING:
    from models.store import Store
    from ui.office import Office

PRACTICE_FILE = "练习镇.db"


class FileKeeper(QObject):
    """Holds the open file; the window shows what it says."""

    opened = Signal()
    closing = Signal()
    nothing_open = Signal()
    restored = Signal(str)

    def __init__(self, window: QWidget, may_change: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window = window
        self._may_change = may_change
        self._office: Office | None = None

    @property
    def office(self) -> "Office | None":
        """The open office file."""
        return self._office

    def open(self, path: Path) -> None:
        """Open an office file in place of the one that is open."""
        from models.store import Store

        self._change(lambda: Store.open(path), is_practice=False)

    def ask_which(self) -> None:
        """Let the clerk choose a file and open it."""
        chosen = messages.door.open_files(self._window, "打开台账", kinds=FILE_KIND)
        if chosen:
            self.open(chosen[0])

    def open_practice(self) -> None:
        """Open the practice town, made anew when it is not there yet."""
        self._change(_practice_town, is_practice=True)

    def make(self, town: str, parent_union: str, path: Path) -> None:
        """Make an office file for a town and open it."""
        self._change(partial(_new_town, town, parent_union, path), is_practice=False)

    def restore_soon(self, archive: Path) -> None:
        """Put a backup in the place of the file that is open."""
        # The page that asks is thrown away with the file; let it finish its own event first.
        QTimer.singleShot(0, lambda: self.restore_here(archive))

    def restore_here(self, archive: Path) -> None:
        """Put a backup in the place of the file that is open, at once."""
        if self._office is None or not self._may_change():
            return
        path, is_practice = self._office.store.path, self._office.is_practice
        self.close()
        self._restore(archive, path, is_practice=is_practice)

    def restore_elsewhere(self) -> None:
        """Make an office file from a backup on a PC that has none."""
        chosen = messages.door.open_files(self._window, "选择备份", kinds=BACKUP_KIND)
        if not chosen:
            return
        proposal = default_folder() / "恢复的工会台账.db"
        path = messages.door.save_file(
            self._window, "恢复成哪个文件", proposal=proposal, kinds=FILE_KIND
        )
        if path is not None:
            self._restore(chosen[0], path, is_practice=False)

    def close(self) -> None:
        """Let the file go."""
        self.closing.emit()
        if self._office is not None:
            self._office.close()
            self._office = None

    def _change(self, open_store: "Callable[[], Store]", *, is_practice: bool) -> None:
        if not self._may_change():
            return
        self.close()
        self._window.setCursor(Qt.CursorShape.WaitCursor)
        try:
            store = open_store()
        except Problem as problem:
            self._window.unsetCursor()
            self.nothing_open.emit()
            messages.show_problem(self._window, problem)
            return
        self._window.unsetCursor()
        self._show(store, is_practice=is_practice)

    def _show(self, store: "Store", *, is_practice: bool) -> None:
        from models import clock
        from ui.office import Office

        year = store.town().year or clock.today().year
        self._office = Office(store, year, is_practice=is_practice)
        if not is_practice:
            remember_file(store.path)
        self.opened.emit()

    def _restore(self, archive: Path, path: Path, *, is_practice: bool) -> None:
        from ui.window.restoring import restore_apart

        done = partial(self._follow_restore, path=path, is_practice=is_practice)
        restore_apart(self._window, archive, path, done)

    def _follow_restore(self, words: str, *, path: Path, is_practice: bool) -> None:
        from models.store import Store

        if path.exists():
            self._change(lambda: Store.open(path), is_practice=is_practice)
        else:
            self.nothing_open.emit()
        if words:
            self.restored.emit(words)


def _practice_town() -> "Store":
    from models.practice import build_practice_town
    from models.store import Store

    path = default_folder() / PRACTICE_FILE
    if path.exists():
        return Store.open(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    return build_practice_town(path)


def _new_town(town: str, parent_union: str, path: Path) -> "Store":
    from models import clock
    from models.records.town import Town
    from models.store import Store

    path.parent.mkdir(parents=True, exist_ok=True)
    record = Town(
        name=town,
        union_name=f"{town}总工会",
        parent_union=parent_union,
        doc_prefix=f"{town}工发",
        year=clock.today().year,
    )
    return Store.create(path, record)
