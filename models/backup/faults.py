"""What a disk that refuses to work means, in one sentence for the clerk."""

import sqlite3

from models.computer.reasons import Reason, reason_of
from models.errors import Problem

_SQLITE = {
    sqlite3.SQLITE_FULL: Reason.FULL,
    sqlite3.SQLITE_IOERR: Reason.GONE,
    sqlite3.SQLITE_READONLY: Reason.PROTECTED,
    sqlite3.SQLITE_CANTOPEN: Reason.PROTECTED,
}
_SENTENCES = {
    Reason.FULL: ("空间不足", "请删除不用的文件腾出空间，或换一个位置。"),
    Reason.GONE: ("被拔出或读写出错", "请插好后再试一次；反复出错请换一个。"),
    Reason.PROTECTED: ("写保护或不允许写入", "请关掉写保护开关，或换一个位置。"),
    Reason.TOO_LARGE: ("的格式（FAT32）放不下这么大的文件", "请换一个U盘或位置。"),
    Reason.BAD_NAME: ("不接受这个文件名", "请换一个位置。"),
    Reason.OTHER: ("出错，系统没有说明原因", "请再试一次，或换一个位置。"),
}


def explain(error: OSError | sqlite3.Error, *, place: str, outcome: str) -> Problem:
    """Return what happened to a place such as U盘, what became of the work, and what to do."""
    happened, advice = _SENTENCES[_reason(error)]
    return Problem(f"{place}{happened}，{outcome}", advice)


def _reason(error: OSError | sqlite3.Error) -> Reason:
    if isinstance(error, OSError):
        return reason_of(error)
    return _SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, Reason.OTHER)
