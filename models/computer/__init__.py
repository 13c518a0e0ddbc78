"""What knows the PC: drives, folders, locks and the disk below the files."""

from models.computer.disk import drop_cache, free_space, sha256_of
from models.computer.drives import Drive, is_network, is_removable, removable_drives
from models.computer.lock import FileLock, Holder, LockHeld, lock_file, user_name
from models.computer.places import (
    documents_folder,
    last_file,
    remember_file,
    settings_folder,
    sync_folder_name,
)

__all__ = [
    "Drive",
    "FileLock",
    "Holder",
    "LockHeld",
    "documents_folder",
    "drop_cache",
    "free_space",
    "is_network",
    "is_removable",
    "last_file",
    "lock_file",
    "remember_file",
    "removable_drives",
    "settings_folder",
    "sha256_of",
    "sync_folder_name",
    "user_name",
]
