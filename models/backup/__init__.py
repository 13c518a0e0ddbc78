"""Verified copies of the office file, and the way back."""

from models.backup.checking import Difference, Verified, compare, verify
from models.backup.copy_log import Copy, changes_since_copy, last_copy
from models.backup.local import local_copies, local_copy
from models.backup.restoring import Restored, restore
from models.backup.stick import back_up

__all__ = [
    "Copy",
    "Difference",
    "Restored",
    "Verified",
    "back_up",
    "changes_since_copy",
    "compare",
    "last_copy",
    "local_copies",
    "local_copy",
    "restore",
    "verify",
]
