"""Fixtures for everything that shows a window."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot
from typing_extensions import override

from models.store import Store
from tests.door import ReadyDoor
from tests.town import YEAR, build_town
from ui import jobs, messages
from ui.app import make_app
from ui.look import theme
from ui.office import Office
from ui.window.main_window import MainWindow

SMALL = (1366, 768, 1.0)
LARGE = (1920, 1080, 1.5)


class AtOnce(Executor):
    """Runs a job before it returns."""

    @override
    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


class StoppedFirst(AtOnce):
    """Presses 取消 before the work begins."""

    @override
    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        (box,) = [
            one
            for one in QApplication.topLevelWidgets()
            if isinstance(one, QProgressDialog) and one.isVisible()
        ]
        next(one for one in box.findChildren(QPushButton) if one.text() == "取消").click()
        return super().submit(fn, *args, **kwargs)


@pytest.fixture(scope="session")
def program(qapp: QApplication) -> QApplication:
    """Our application, set up once."""
    del qapp
    return make_app()


@pytest.fixture(autouse=True)
def app(
    program: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[QApplication]:
    """Our application, with settings and documents in a folder of the test."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(jobs, "executor", AtOnce())
    if theme.zoom() != 1.0:
        theme.apply(program, scale=1.0)
    yield program
    # What was closed is let go of now: widgets that pile up make every later style sheet slow.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def door(monkeypatch: pytest.MonkeyPatch) -> ReadyDoor:
    """The door that answers for the clerk."""
    ready = ReadyDoor()
    monkeypatch.setattr(messages, "door", ready)
    return ready


@pytest.fixture
def town_path(tmp_path: Path) -> Path:
    """The invented town's office file, closed."""
    path = tmp_path / "云溪镇工会台账.db"
    build_town(path).close()
    return path


@pytest.fixture
def store(town_path: Path) -> Iterator[Store]:
    """The invented town's store, open."""
    opened = Store.open(town_path)
    yield opened
    opened.close()


@pytest.fixture
def office(store: Store) -> Iterator[Office]:
    """The invented town as the window sees it."""
    opened = Office(store, YEAR)
    yield opened
    opened.close()


@pytest.fixture
def fresh(qtbot: QtBot) -> Iterator[MainWindow]:
    """The whole window before a file is open."""
    made = MainWindow()
    made.resize(SMALL[0], SMALL[1])
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.show_first_run()
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(fresh: MainWindow, town_path: Path) -> MainWindow:
    """The whole window, open on the invented town."""
    fresh.open_office(town_path)
    return fresh
