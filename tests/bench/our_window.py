"""Our window up to its first painting: python -m tests.bench.our_window OFFICE.db SETTINGS paint|desk.

The process ends there and then, so that its whole life is what is measured.
"""

import os
import sys
from pathlib import Path

os.environ["XDG_CONFIG_HOME"] = sys.argv[2]

from ui import app
from ui.window.main_window import MainWindow

open_first = app.open_first


def _stop_when_painted(window: MainWindow, path: Path | None, *, demo: bool) -> None:
    if "models.store" in sys.modules and window.office is not None:
        os._exit(3)  # the file was opened before the window was there
    os._exit(0)


def _stop_when_filled(window: MainWindow, path: Path | None, *, demo: bool) -> None:
    open_first(window, path, demo=demo)
    os._exit(0 if window.office else 4)


if __name__ == "__main__":
    app.open_first = _stop_when_painted if sys.argv[3] == "paint" else _stop_when_filled
    sys.exit(app.run_window(Path(sys.argv[1]), demo=False) or 5)
