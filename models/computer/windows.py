"""Drives and folders as Windows describes them, asked through ctypes."""

import shutil
import string
import sys
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath
from typing import Protocol

from models.computer.linux import Volume

DRIVE_REMOVABLE = 2
DRIVE_FIXED = 3
DRIVE_REMOTE = 4
READ_ONLY_VOLUME = 0x00080000
BUS_USB = 7
BUS_SD = 12


class System(Protocol):
    """The few questions put to Windows; tests answer them from a table."""

    def letters(self) -> str:
        """Return the drive letters in use."""

    def drive_type(self, root: str) -> int:
        """Return the number GetDriveType has for the root of a drive."""

    def bus_type(self, letter: str) -> int | None:
        """Return the STORAGE_BUS_TYPE of a drive, if it tells."""

    def volume(self, root: str) -> tuple[str, int] | None:
        """Return label and file system flags, or None for an empty reader."""

    def system_letter(self) -> str:
        """Return the letter Windows itself runs from."""


def removable_volumes(system: System) -> Iterator[Volume]:
    """Yield the drives that can be pulled out and hold a medium."""
    for letter in system.letters():
        root = f"{letter}:\\"
        found = system.volume(root) if _can_be_pulled(system, letter) else None
        if found is None:
            continue
        label, flags = found
        try:
            usage = shutil.disk_usage(root)
        except OSError:
            continue  # pulled out between the two questions
        read_only = bool(flags & READ_ONLY_VOLUME)
        yield Volume(Path(root), label or f"{letter}盘", usage.free, usage.total, True, read_only)


def is_removable(system: System, path: Path) -> bool:
    """Whether the path lies on a drive that can be pulled out."""
    letter = _letter(path)
    return letter is not None and _can_be_pulled(system, letter)


def is_network(system: System, path: Path) -> bool:
    """Whether the path is a UNC path or lies on a mapped drive."""
    letter = _letter(path)
    if letter is None:
        return PureWindowsPath(path).drive.startswith("\\\\")
    return system.drive_type(f"{letter}:\\") == DRIVE_REMOTE


def _can_be_pulled(system: System, letter: str) -> bool:
    if letter == system.system_letter():
        return False
    kind = system.drive_type(f"{letter}:\\")
    if kind == DRIVE_REMOVABLE:
        return True
    # USB hard disks call themselves fixed; their bus gives them away.
    return kind == DRIVE_FIXED and system.bus_type(letter) in {BUS_USB, BUS_SD}


def _letter(path: Path) -> str | None:
    drive = PureWindowsPath(path).drive.removeprefix("\\\\?\\")
    is_letter = len(drive) == 2 and drive[1] == ":" and drive[0] in string.ascii_letters
    return drive[0].upper() if is_letter else None


if sys.platform == "win32":
    import ctypes  # a dear import, of no use elsewhere
    from ctypes import wintypes

    _INVALID_HANDLE = ctypes.c_void_p(-1).value
    _SHARE_ALL = 7
    _OPEN_EXISTING = 3
    _GENERIC_READ = 0x80000000
    _NO_BUFFERING = 0x20000000
    _STORAGE_QUERY_PROPERTY = 0x002D1400
    _NO_DISK_BOX = 0x0001 | 0x8000
    _DOCUMENTS = "{FDD39AD0-238F-46AF-ADB4-6C85480369C7}"

    class _Query(ctypes.Structure):
        _fields_ = (
            ("property", wintypes.DWORD),
            ("query", wintypes.DWORD),
            ("more", ctypes.c_byte * 4),
        )

    class _Descriptor(ctypes.Structure):
        _fields_ = (
            ("version", wintypes.DWORD),
            ("size", wintypes.DWORD),
            ("device_type", ctypes.c_ubyte),
            ("modifier", ctypes.c_ubyte),
            ("removable", ctypes.c_ubyte),
            ("queueing", ctypes.c_ubyte),
            ("vendor", wintypes.DWORD),
            ("product", wintypes.DWORD),
            ("revision", wintypes.DWORD),
            ("serial", wintypes.DWORD),
            ("bus", wintypes.DWORD),
            ("more", ctypes.c_byte * 1024),
        )

    def _kernel() -> ctypes.WinDLL:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateFileW.restype = wintypes.HANDLE
        kernel.CreateFileW.argtypes = (
            wintypes.LPCWSTR,
            wintypes.DWORD,
            wintypes.DWORD,
            wintypes.LPVOID,
            wintypes.DWORD,
            wintypes.DWORD,
            wintypes.HANDLE,
        )
        kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
        # An empty card reader must not open Windows' own "no disk" box.
        kernel.SetErrorMode(_NO_DISK_BOX)
        return kernel

    class _Windows:
        def __init__(self) -> None:
            self._kernel = _kernel()

        def letters(self) -> str:
            mask = int(self._kernel.GetLogicalDrives())
            return "".join(c for i, c in enumerate(string.ascii_uppercase) if mask >> i & 1)

        def drive_type(self, root: str) -> int:
            return int(self._kernel.GetDriveTypeW(root))

        def bus_type(self, letter: str) -> int | None:
            handle = self._kernel.CreateFileW(
                f"\\\\.\\{letter}:", 0, _SHARE_ALL, None, _OPEN_EXISTING, 0, None
            )
            if handle == _INVALID_HANDLE:
                return None
            query, answer, length = _Query(), _Descriptor(), wintypes.DWORD()
            try:
                told = self._kernel.DeviceIoControl(
                    wintypes.HANDLE(handle),
                    _STORAGE_QUERY_PROPERTY,
                    ctypes.byref(query),
                    ctypes.sizeof(query),
                    ctypes.byref(answer),
                    ctypes.sizeof(answer),
                    ctypes.byref(length),
                    None,
                )
            finally:
                self._kernel.CloseHandle(handle)
            return int(answer.bus) if told else None

        def volume(self, root: str) -> tuple[str, int] | None:
            label, flags = ctypes.create_unicode_buffer(261), wintypes.DWORD()
            told = self._kernel.GetVolumeInformationW(
                root, label, len(label), None, None, ctypes.byref(flags), None, 0
            )
            return (label.value, int(flags.value)) if told else None

        def system_letter(self) -> str:
            folder = ctypes.create_unicode_buffer(261)
            self._kernel.GetWindowsDirectoryW(folder, len(folder))
            return folder.value[:1].upper()

    def system() -> System:
        """Return the Windows this program runs on."""
        return _Windows()

    def purge_cache(path: Path) -> None:
        """Make Windows forget what it holds of a file, so that the next read is from the disk."""
        kernel = _kernel()
        # Opening without buffering purges the cached pages of a file nobody else has open.
        handle = kernel.CreateFileW(
            str(path), _GENERIC_READ, _SHARE_ALL, None, _OPEN_EXISTING, _NO_BUFFERING, None
        )
        if handle == _INVALID_HANDLE:
            raise ctypes.WinError(ctypes.get_last_error())
        kernel.CloseHandle(handle)

    def documents() -> Path | None:
        """Return the folder 文档 wherever the user has moved it."""
        identity = (ctypes.c_byte * 16)()
        ctypes.windll.ole32.CLSIDFromString(_DOCUMENTS, ctypes.byref(identity))
        found = ctypes.c_wchar_p()
        failed = ctypes.windll.shell32.SHGetKnownFolderPath(
            ctypes.byref(identity), 0, None, ctypes.byref(found)
        )
        folder = None if failed or found.value is None else Path(found.value)
        ctypes.windll.ole32.CoTaskMemFree(found)
        return folder
