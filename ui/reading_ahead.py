"""The search is made ready while the clerk does something else."""

from PySide6.QtCore import QObject, QTimer

from ui.office import Office

# Not while the window is still painting itself; then little by little, so that nobody feels it.
PATIENCE_MS, PAUSE_MS = 1_500, 40
SECONDS_AT_ONCE = 0.03


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
