"""Long work runs apart from the window, which waits, hears the end, and may stop it."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.errors import Problem
from tests.door import ReadyDoor
from ui import jobs


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture(autouse=True)
def real_thread(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with ThreadPoolExecutor(max_workers=1) as executor:
        monkeypatch.setattr(jobs, "executor", executor)
        yield


def test_the_window_waits_from_the_first_moment_and_the_end_is_told_on_its_thread(
    qtbot: QtBot, parent: QWidget
) -> None:
    may_end, told = threading.Event(), []

    def work(progress: jobs.Progress) -> int:
        progress("一半", 1, 2)
        may_end.wait()
        return threading.get_ident()

    jobs.run(parent, "正在算…", work, lambda worker: told.append((worker, threading.get_ident())))
    waiting = QApplication.activeModalWidget()
    may_end.set()
    qtbot.waitUntil(lambda: bool(told))

    assert isinstance(waiting, QProgressDialog)
    worker, teller = told[0]
    assert teller == threading.get_ident() != worker
    assert QApplication.activeModalWidget() is None


def test_a_problem_is_shown_and_nothing_is_handed_on(
    qtbot: QtBot, parent: QWidget, door: ReadyDoor
) -> None:
    told: list[object] = []

    def work(_progress: jobs.Progress) -> None:
        raise Problem("U盘空间不足", "请换一个U盘。")

    jobs.run(parent, "正在备份…", work, told.append)
    qtbot.waitUntil(lambda: bool(door.said))

    assert "U盘空间不足" in door.said[0]
    assert told == []


def test_cancelling_stops_the_work_at_its_next_step(qtbot: QtBot, parent: QWidget) -> None:
    is_cancelled, ended, told = threading.Event(), threading.Event(), []

    def work(progress: jobs.Progress) -> None:
        is_cancelled.wait()
        try:
            progress("下一步", 1, 2)
        finally:
            ended.set()

    jobs.run(parent, "正在导入…", work, told.append)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QProgressDialog)
    qtbot.mouseClick(dialog.findChild(QPushButton), Qt.MouseButton.LeftButton)
    is_cancelled.set()
    qtbot.waitUntil(ended.is_set)
    qtbot.waitUntil(lambda: not parent.findChildren(jobs.Job))

    assert told == []


def test_work_that_must_end_offers_no_way_to_stop_it(qtbot: QtBot, parent: QWidget) -> None:
    may_end, told = threading.Event(), []

    def work(_progress: jobs.Progress) -> bool:
        return may_end.wait()

    jobs.run_to_the_end(parent, "正在恢复…", work, told.append)
    dialog = QApplication.activeModalWidget()
    buttons = dialog.findChildren(QPushButton) if dialog else None
    may_end.set()
    qtbot.waitUntil(lambda: told == [True])

    assert buttons == []
