"""Putting a backup in the place of an office file, apart from the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from models.backup import Restored, restore
from models.errors import Problem
from ui import jobs, messages


def restore_apart(parent: QWidget, archive: Path, path: Path, done: Callable[[str], None]) -> None:
    """Restore and hand on what to say; blank when it did not work and a message said why."""

    def work(_progress: jobs.Progress) -> Restored | Problem:
        try:
            return restore(archive, path)
        except Problem as problem:
            return problem

    def finish(result: Restored | Problem) -> None:
        if isinstance(result, Problem):
            messages.show_problem(parent, result)
            done("")
        else:
            done(f"已恢复到 {result.verified.created:%Y-%m-%d %H:%M} 的样子")

    jobs.run_to_the_end(parent, "正在恢复…", work, finish)
