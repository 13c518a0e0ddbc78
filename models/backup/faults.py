"""What a disk that refuses to work means, in one sentence for the clerk."""

import errno
import sqlite3

from models.errors import Problem

_GONE = frozenset(
    {errno.ENOENT, errno.EIO, errno.ENODEV, errno.ENXIO, errno.ENOTDIR, errno.ENOTCONN}
    | {errno.ESTALE, errno.EBADF, errno.ENOMEDIUM}
    if hasattr(errno, "ENOMEDIUM")
    else {errno.ENOENT, errno.EIO, errno.ENODEV, errno.ENXIO, errno.ENOTDIR, errno.EBADF}
)
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_PROTECTED = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_BAD_NAME = frozenset({errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ})

# Windows has numbers of its own, which Python does not always map to the one that fits.
_WINDOWS = {
    19: errno.EROFS,
    21: errno.EIO,
    31: errno.EIO,
    39: errno.ENOSPC,
    55: errno.EIO,
    112: errno.ENOSPC,
    123: errno.EINVAL,
    223: errno.EFBIG,
    433: errno.EIO,
    483: errno.EIO,
    1110: errno.EIO,
    1117: errno.EIO,
    1167: errno.EIO,
}
_SQLITE = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_READONLY: errno.EROFS,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
}


def explain(error: OSError | sqlite3.Error, *, place: str, outcome: str) -> Problem:
    """Return what happened to a place such as U盘, what became of the work, and what to do."""
    code = _code(error)
    if code in _FULL:
        return Problem(f"{place}空间不足，{outcome}", "请删除不用的文件腾出空间，或换一个位置。")
    if code in _GONE:
        return Problem(
            f"{place}被拔出或读写出错，{outcome}", "请插好后再试一次；反复出错请换一个。"
        )
    if code in _PROTECTED:
        return Problem(f"{place}写保护或不允许写入，{outcome}", "请关掉写保护开关，或换一个位置。")
    if code == errno.EFBIG:
        return Problem(f"{place}的格式（FAT32）放不下这么大的文件，{outcome}", "请换一个U盘。")
    if code in _BAD_NAME:
        return Problem(f"{place}不接受这个文件名，{outcome}", "请换一个位置。")
    return Problem(f"{place}出错（{error}），{outcome}", "请再试一次，或换一个位置。")


def _code(error: OSError | sqlite3.Error) -> int:
    if isinstance(error, sqlite3.Error):
        return _SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, 0)
    windows = getattr(error, "winerror", None) or 0
    return _WINDOWS.get(windows, error.errno or 0)
