"""A bare window up to its first painting: python -m tests.bench.bare_window."""

import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow
from typing_extensions import override


class Window(QMainWindow):
    """Nothing but a window."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: os._exit(0))


if __name__ == "__main__":
    program = QApplication(sys.argv[:1])
    window = Window()
    window.show()
    sys.exit(program.exec() or 5)
