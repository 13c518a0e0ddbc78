"""Reading that may end the whole process, done in a process of its own."""

import os
import time
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread
from typing import TypeVar, cast

from models.computer.memory import most_memory
from models.errors import Problem

T = TypeVar("T")

# A damaged file may also keep its reader busy for ever, or let it ask for all there is: an xls file
# of 10 kB made calamine 0.9 take 16 GB. Programs just installed are slow to start.
LONGEST_START = 60
LONGEST_SECONDS, SECONDS_PER_MEGABYTE = 5, 4
MOST_MEMORY = 1 << 30
_BEGUN = "begun"
_OFTEN_ENOUGH = 0.02
TOO_LARGE = 3


def read_apart(read: Callable[[Path], T], path: Path) -> T | None:
    """Return what reading a file gives, None when it ended or never ended the process it ran in."""
    # Fork is no choice: the window has threads, and Windows does not know it.
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_send, args=(sender, read, path), daemon=True)
    child.start()
    sender.close()
    try:
        is_begun = _next(receiver, LONGEST_START) == _BEGUN
        patience = LONGEST_SECONDS + SECONDS_PER_MEGABYTE * path.stat().st_size / 1e6
        answer = _next(receiver, patience) if is_begun else None
    finally:
        receiver.close()
        child.kill()
        child.join()
    if not is_begun:
        # Some surroundings cannot start children; the file itself is not to blame for that.
        return read(path)
    if isinstance(answer, Problem):
        raise answer
    return cast("T | None", answer)


def _next(receiver: Connection, seconds: float) -> object:
    """Return what the child says next, None when it says nothing in time or nothing any more."""
    try:
        return receiver.recv() if receiver.poll(seconds) else None
    except EOFError:
        return None


def _send(sender: Connection, read: Callable[[Path], T], path: Path) -> None:
    # What a dying reader has to say is of no use to a clerk.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    Thread(target=_end_when_too_large, daemon=True).start()
    sender.send(_BEGUN)
    try:
        answer: T | Problem = read(path)
    except Problem as problem:
        answer = problem
    sender.send(answer)
    sender.close()


def _end_when_too_large() -> None:
    """Look from time to time how much memory the reader has taken; it cannot be told to stop."""
    while most_memory() < MOST_MEMORY:
        time.sleep(_OFTEN_ENOUGH)
    os._exit(TOO_LARGE)
