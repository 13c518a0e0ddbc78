"""Whether tests that walk through the whole window walk all of it: python3 dev.py walks."""

import os
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
SWITCH = "UNIONDESK_EVERYTHING"


def is_asked() -> bool:
    """Whether everything is walked through; it takes a quarter of an hour."""
    return bool(os.environ.get(SWITCH))


def some(everything: Sequence[T], *, every: int) -> list[T]:
    """Return every so many of them, the first among them; all of them when everything is asked."""
    return list(everything) if is_asked() else list(everything[::every])
