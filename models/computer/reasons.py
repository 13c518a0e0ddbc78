"""Why the system refused, told apart as far as it matters to a clerk."""

import errno
from enum import Enum


class Reason(Enum):
    """What a failed call to the system means; the value is how to say it."""

    FULL = "空间不足"
    GONE = "设备被拔出、文件不见了或读写出错"
    PROTECTED = "写保护或没有权限"
    TOO_LARGE = "文件太大，磁盘格式放不下"
    BAD_NAME = "磁盘不接受这个文件名"
    BUSY = "正被别的程序使用"
    OTHER = "系统没有说明原因"


_CODES = {
    errno.ENOSPC: Reason.FULL,
    errno.EDQUOT: Reason.FULL,
    errno.ENOENT: Reason.GONE,
    errno.EIO: Reason.GONE,
    errno.ENODEV: Reason.GONE,
    errno.ENXIO: Reason.GONE,
    errno.ENOTDIR: Reason.GONE,
    errno.ENOTCONN: Reason.GONE,
    errno.ESTALE: Reason.GONE,
    errno.EBADF: Reason.GONE,
    getattr(errno, "ENOMEDIUM", errno.EIO): Reason.GONE,
    errno.EBUSY: Reason.BUSY,
    errno.EROFS: Reason.PROTECTED,
    errno.EACCES: Reason.PROTECTED,
    errno.EPERM: Reason.PROTECTED,
    errno.EFBIG: Reason.TOO_LARGE,
    errno.ENAMETOOLONG: Reason.BAD_NAME,
    errno.EINVAL: Reason.BAD_NAME,
    errno.EILSEQ: Reason.BAD_NAME,
}

# Windows has numbers of its own, which Python does not always map to the one that fits.
_WINDOWS_CODES = {
    19: Reason.PROTECTED,
    21: Reason.GONE,
    31: Reason.GONE,
    32: Reason.BUSY,
    33: Reason.BUSY,
    39: Reason.FULL,
    55: Reason.GONE,
    112: Reason.FULL,
    123: Reason.BAD_NAME,
    223: Reason.TOO_LARGE,
    433: Reason.GONE,
    483: Reason.GONE,
    1110: Reason.GONE,
    1117: Reason.GONE,
    1167: Reason.GONE,
}


def reason_of(error: OSError) -> Reason:
    """Return what an error of the system means."""
    windows = _WINDOWS_CODES.get(getattr(error, "winerror", None) or 0)
    return windows or _CODES.get(error.errno or 0, Reason.OTHER)
