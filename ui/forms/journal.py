"""What is typed in one form goes into the journal of the file while it is being typed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from models.errors import Problem
from models.typed import TypedForm
from ui.office import Office

PAUSE_MILLISECONDS = 2_000


class Journaling(QObject):
    """Writes a form down at most two seconds after a key, however long the typing goes on."""

    def __init__(
        self, parent: QObject, office: Office, table: str, tell: Callable[[], TypedForm]
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._tell = tell
        self._place = office.journal.new_place(table)
        self._is_kept = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.write)
        office.closing.connect(self._timer.stop)

    @property
    def is_kept(self) -> bool:
        """Whether all that was typed stands in the journal."""
        return self._is_kept and not self._timer.isActive()

    def note_change(self) -> None:
        """Hear that something was typed; a key does not put off what an earlier one began."""
        if not self._timer.isActive():
            self._timer.start(PAUSE_MILLISECONDS)

    def write(self) -> bool:
        """Write the form down now; whether that could be done."""
        self._timer.stop()
        journal = self._office.journal
        try:
            is_written = journal.write(self._place, self._tell())
        except Problem as problem:
            if not journal.is_failing:
                self._office.say(f"正在填写的内容没能暂存到磁盘：{problem.message}。请尽快保存。")
            journal.is_failing = True
            return False
        journal.is_failing = False
        if not is_written:
            self._timer.start(PAUSE_MILLISECONDS)
            return False
        self._is_kept = True
        return True

    def forget(self) -> None:
        """Drop what was written down: the form holds nothing any more that is not saved."""
        self._timer.stop()
        if not self._is_kept:
            return
        try:
            self._office.journal.forget(self._place)
        except Problem:
            # It is offered once more at the next opening, which does no harm.
            return
        self._is_kept = False

    def forget_when_saved(self) -> None:
        """Drop it inside the change that is open now, and only if that change is made."""
        if self._is_kept:
            self._office.journal.forget(self._place)
