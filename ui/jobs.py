"""The only background runner: one job at a time, with progress, and a way to stop it."""

from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import Generic, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QProgressBar, QProgressDialog, QWidget

from models.errors import Problem
from ui import messages
from ui.look import theme

T = TypeVar("T")
Progress: TypeAlias = Callable[[str, int, int], None]

# One thread: jobs never overtake one another. Tests put an executor here that runs at once.
executor: Executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")


class Cancelled(Exception):
    """The clerk pressed 取消; progress raises it inside the work."""


class Job(QObject, Generic[T]):
    """One piece of long work and the small window that shows how far it is."""

    _progressed = Signal(str, int, int)
    _ended = Signal(object, object)

    def __init__(
        self,
        parent: QWidget,
        label: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        stopped: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._done = done
        self._stopped = stopped
        self._is_cancelled = False
        self._dialog = self._make_dialog(parent, label)
        self._progressed.connect(self._show_progress)
        self._ended.connect(self._finish)

    def start(self) -> None:
        """Begin the work; from now on the window waits, so that nothing is saved meanwhile."""
        self._dialog.show()
        executor.submit(self._run)

    def start_unstoppable(self) -> None:
        """Begin work that must not be left half done."""
        # The stubs of PySide6 6.8 forget that no button at all is allowed.
        self._dialog.setCancelButton(None)  # type: ignore[arg-type]
        self.start()

    def _make_dialog(self, parent: QWidget, label: str) -> QProgressDialog:
        dialog = QProgressDialog(label, "取消", 0, 0, parent)
        bar = QProgressBar(dialog)
        bar.setTextVisible(False)
        dialog.setBar(bar)
        dialog.setRange(0, 0)
        dialog.setWindowTitle(messages.PROGRAM)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setMinimumWidth(theme.chars(24))
        dialog.setMinimumDuration(0)
        dialog.setAutoClose(False)
        dialog.setAutoReset(False)
        dialog.canceled.connect(self._cancel)
        return dialog

    def _run(self) -> None:
        try:
            result = self._work(self._tell_progress)
        except Exception as error:  # noqa: BLE001 - it is raised again on the window's thread
            self._ended.emit(None, error)
        else:
            self._ended.emit(result, None)

    def _tell_progress(self, stage: str, done: int, total: int) -> None:
        if self._is_cancelled:
            raise Cancelled
        self._progressed.emit(stage, done, total)

    def _cancel(self) -> None:
        self._is_cancelled = True

    def _show_progress(self, stage: str, done: int, total: int) -> None:
        self._dialog.setLabelText(stage)
        self._dialog.setMaximum(total)
        self._dialog.setValue(done)

    def _finish(self, result: T, error: Exception | None) -> None:
        parent = self._dialog.parentWidget()
        self._dialog.canceled.disconnect(self._cancel)
        self._dialog.close()
        self._dialog.deleteLater()
        self.deleteLater()
        if error is None:
            self._done(result)
            return
        if self._stopped is not None:
            self._stopped()
        if isinstance(error, Problem):
            messages.show_problem(parent, error)
        elif not isinstance(error, Cancelled):
            raise error


def run(
    parent: QWidget,
    label: str,
    work: Callable[[Progress], T],
    done: Callable[[T], None],
    stopped: Callable[[], None] | None = None,
) -> None:
    """Do the work apart from the window and hand its result to done, on the window's thread.

    Work that came to nothing, because the clerk stopped it or a problem did, is told to stopped.
    """
    Job(parent, label, work, done, stopped).start()


def run_to_the_end(
    parent: QWidget, label: str, work: Callable[[Progress], T], done: Callable[[T], None]
) -> None:
    """Do work that nobody may stop, apart from the window."""
    Job(parent, label, work, done).start_unstoppable()
