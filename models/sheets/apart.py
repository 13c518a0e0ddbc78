"""Reading that may end the whole process, done in a process of its own."""

import os
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

from models.errors import Problem

T = TypeVar("T")

# A damaged file may also keep its reader busy for ever.
LONGEST_SECONDS = 120
# The reader ends its process by a signal; an exception of Python's ends it with this code.
FAILED_IN_PYTHON = 1


def read_apart(read: Callable[[Path], T], path: Path) -> T | None:
    """Return what reading a file gives, None when it ended or never ended the process it ran in."""
    # Fork is no choice: the window has threads, and Windows does not know it.
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_send, args=(sender, read, path), daemon=True)
    child.start()
    sender.close()
    could_start = True
    try:
        answer = receiver.recv() if receiver.poll(LONGEST_SECONDS) else None
    except EOFError:
        child.join()
        answer = None
        could_start = child.exitcode != FAILED_IN_PYTHON
    finally:
        receiver.close()
        child.kill()
        child.join()
    if not could_start:
        # Some surroundings cannot start children; the file itself is not to blame for that.
        return read(path)
    if isinstance(answer, Problem):
        raise answer
    return answer


def _send(sender: Connection, read: Callable[[Path], T], path: Path) -> None:
    # What a dying reader has to say is of no use to a clerk.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    try:
        answer: T | Problem = read(path)
    except Problem as problem:
        answer = problem
    sender.send(answer)
    sender.close()
