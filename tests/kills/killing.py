"""Starts somebody who types, kills the program, and looks at what is left."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from models.form_journal import LeftOver
from models.store import Store
from ui.office import Office

ROOT = Path(__file__).parents[2]


@contextmanager
def typing(office: Path, home: Path, *, pause: int) -> Iterator[IO[str]]:
    """Let a process type into an office file and give what it says; it dies by SIGKILL."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "APPDATA": str(home),
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.kills.typist", str(office), str(pause)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    try:
        yield process.stdout
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def letters_kept(said: IO[str]) -> int:
    """Wait for the next word that the journal holds so many letters."""
    for line in said:
        if line.startswith("kept "):
            return int(line.removeprefix("kept "))
    raise AssertionError("the typing ended before anything was kept")


def left_over(office: Path) -> list[LeftOver]:
    """Open the file as the program does after a crash and return what it offers."""
    with Store.open(office) as store:
        return Office(store, 2024).journal.left_over()
