"""A crash is told in Chinese and written down; long work can be followed and stopped."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.computer import settings_folder
from models.errors import Problem
from tests.door import ReadyDoor
from ui import jobs
from ui.app import CrashReport

ROOT = Path(__file__).resolve().parents[2]


def _crash() -> None:
    raise ZeroDivisionError("the sum of nothing")


def test_a_crash_is_told_in_chinese_and_logged(door: ReadyDoor) -> None:
    try:
        _crash()
    except ZeroDivisionError:
        CrashReport()(*sys.exc_info())  # type: ignore[arg-type]

    log = settings_folder() / "crash.log"
    assert "the sum of nothing" in log.read_text(encoding="utf-8")
    assert door.said[0].startswith("程序出错了")
    assert str(log) in door.said[0]


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_a_job_hands_its_result_to_the_window(owner: QWidget) -> None:
    results: list[int] = []

    jobs.run(owner, "正在数…", lambda progress: 42, results.append)

    assert results == [42]


def test_a_problem_in_a_job_becomes_a_message(owner: QWidget, door: ReadyDoor) -> None:
    def work(progress: jobs.Progress) -> None:
        raise Problem("U盘空间不足", "请换一个U盘。")

    jobs.run(owner, "正在备份…", work, lambda _result: None)

    assert door.said == ["U盘空间不足 请换一个U盘。"]


def test_a_cancelled_job_ends_without_a_word(
    qtbot: QtBot, owner: QWidget, door: ReadyDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[int] = []
    steps: list[int] = []

    def work(progress: jobs.Progress) -> int:
        for number in range(1000):
            if number == 3:
                _press_cancel()
            progress("正在读", number, 1000)
            steps.append(number)
        return 1

    jobs.run(owner, "正在读…", work, done.append)

    assert done == []
    assert len(steps) < 1000
    assert door.said == []


def _press_cancel() -> None:
    for widget in QApplication.topLevelWidgets():
        for button in widget.findChildren(QPushButton):
            if button.text() == "取消":
                button.click()


def test_a_job_in_a_thread_of_its_own_comes_back_to_the_window(
    qtbot: QtBot, owner: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ThreadPoolExecutor(max_workers=1) as executor:
        monkeypatch.setattr(jobs, "executor", executor)
        results: list[str] = []

        jobs.run(owner, "正在读…", lambda progress: "读完了", results.append)

        # The thread has ended here; its answer waits in the window's own queue.
    qtbot.waitUntil(lambda: results == ["读完了"])


def test_the_window_loads_nothing_that_an_open_file_needs() -> None:
    slow = (
        "sqlite3 sqlite_utils reportlab openpyxl python_calamine pypinyin xlsxwriter models.store"
    )
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import ui.app;"
        f"print(*sorted(set({slow.split()!r}) & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.stderr == ""
    assert done.stdout.split() == []


def test_the_program_runs_from_its_command_line(tmp_path: Path) -> None:
    """The real event loop paints, opens the practice town and ends when it is told to."""
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from PySide6.QtCore import QTimer\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from ui import app\n"
        "opened = app.open_first\n"
        "def open_then_leave(window, path, *, demo):\n"
        "    opened(window, path, demo=demo)\n"
        "    print(window.windowTitle())\n"
        "    QTimer.singleShot(0, window.close)\n"
        "app.open_first = open_then_leave\n"
        "sys.exit(app.run_window(None, demo=True))\n"
    )
    surroundings = {**os.environ, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "c")}

    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={**surroundings, "PYTHONUTF8": "1"},
        check=False,
        timeout=120,
    )

    assert done.returncode == 0
    assert done.stdout.strip().endswith("练习")
