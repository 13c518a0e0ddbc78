"""The search is made ready while the clerk does something else."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from models.store import Store
from ui.office import Office

# Not while the window is still painting itself; then little by little, so that nobody feels it.
PATIENCE_MS, PAUSE_MS = 1_500, 40
SECONDS_AT_ONCE = 0.03
# Whoever is typing already waits for it: in bigger steps, but never so that a key hangs.
TYPING_SECONDS, TYPING_PAUSE_MS = 0.1, 20


def is_read(store: Store, owner: QObject, again: Callable[[], object]) -> bool:
    """Whether the search answers without a wait now; if not, the owner is called again soon."""
    if store.read_ahead(TYPING_SECONDS):
        return True
    QTimer.singleShot(TYPING_PAUSE_MS, owner, again)
    return False


class ReadingAhead(QObject):
    """Reads the open file's words in small steps, again after a change that made many of them old."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._store = office.store
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._read)
        office.changed.connect(self._wait)
        office.closing.connect(self._timer.stop)
        self._timer.start(PATIENCE_MS)

    def _wait(self) -> None:
        self._timer.start(PATIENCE_MS)

    def _read(self) -> None:
        if not self._store.read_ahead(SECONDS_AT_ONCE):
            self._timer.start(PAUSE_MS)
