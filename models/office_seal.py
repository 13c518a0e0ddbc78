"""The seal beside the office file: what it was when it was last closed properly."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import Enum
from pathlib import Path

from models import clock
from models.computer import disk
from models.errors import Problem
from models.office_header import Header, beside, has_hot_journal, read_header

CHECK_EVERY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Seal:
    """Size, hash and change counter at the last close, and when the whole file was last checked."""

    size: int
    sha256: str
    change_counter: int
    checked_at: str


class Finding(Enum):
    """How the file compares with its seal."""

    INTACT = "intact"
    MISSING = "missing"
    OTHER_COPY = "other copy"
    CHANGED_OUTSIDE = "changed outside"


def seal_path(path: Path) -> Path:
    """Return where the seal of an office file lies."""
    return beside(path, ".seal")


def read_seal(path: Path) -> Seal | None:
    """Return the seal of an office file; an unreadable one counts as none."""
    try:
        told = json.loads(seal_path(path).read_text(encoding="utf-8"))
        return Seal(
            size=int(told["size"]),
            sha256=str(told["sha256"]),
            change_counter=int(told["change_counter"]),
            checked_at=str(told["checked_at"]),
        )
    except (OSError, ValueError, TypeError, KeyError):
        return None


def seal(path: Path, *, checked_at: str) -> None:
    """Seal an office file that nobody has open, unless something speaks against it."""
    # A leftover journal means that the end was not clean: no seal, and the next opening looks.
    if has_hot_journal(path):
        return
    try:
        _write_seal(path, checked_at)
    except (OSError, Problem):
        return  # trouble must not keep the window from closing; without a seal the next opening looks


def break_seal(path: Path) -> None:
    """Remove the seal, as the file is about to change."""
    seal_path(path).unlink(missing_ok=True)


def compare_with_seal(path: Path, header: Header, kept: Seal | None) -> Finding:
    """Return whether the file is the one that was closed."""
    if kept is None:
        return Finding.MISSING
    if (kept.size, kept.sha256) == (header.size, disk.sha256_of(path)):
        return Finding.INTACT
    same_counter = kept.change_counter == header.change_counter
    return Finding.CHANGED_OUTSIDE if same_counter else Finding.OTHER_COPY


def is_check_due(kept: Seal) -> bool:
    """Whether the whole file was last checked too long ago, or in the future."""
    try:
        age = clock.now() - datetime.fromisoformat(kept.checked_at)
    except (ValueError, TypeError):
        return True
    return not timedelta(0) <= age <= CHECK_EVERY


def _write_seal(path: Path, checked_at: str) -> None:
    header = read_header(path)
    made = Seal(header.size, disk.sha256_of(path), header.change_counter, checked_at)
    text = json.dumps(asdict(made), indent=1)
    part = beside(seal_path(path), ".part")
    part.unlink(missing_ok=True)
    try:
        disk.create_file(part, iter([text.encode("utf-8")]))
        disk.replace(part, seal_path(path))
    finally:
        disk.remove_quietly(part)
    disk.sync_folder(path.parent)
