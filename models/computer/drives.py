"""Which drives this PC has, and what kind of place a path lies on."""

import sys
from dataclasses import dataclass
from pathlib import Path

from models.computer import linux, windows


@dataclass(frozen=True, slots=True)
class Drive:
    """A drive the clerk can see, with its room in bytes."""

    path: Path
    label: str
    free: int
    total: int
    removable: bool
    read_only: bool


def removable_drives() -> tuple[Drive, ...]:
    """Return the USB sticks and cards that are plugged in now."""
    if sys.platform == "win32":
        return tuple(Drive(*found) for found in windows.removable_volumes(windows.system()))
    return tuple(Drive(*found) for found in linux.removable_volumes(linux.SYSTEM))


def is_removable(path: Path) -> bool:
    """Whether the path lies on a drive that can be pulled out."""
    if sys.platform == "win32":
        return windows.is_removable(windows.system(), path)
    return linux.is_removable(linux.SYSTEM, path)


def is_network(path: Path) -> bool:
    """Whether the path lies on another computer."""
    if sys.platform == "win32":
        return windows.is_network(windows.system(), path)
    return linux.is_network(linux.SYSTEM, path)
