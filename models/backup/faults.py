"""What a disk that refuses to work means, in one sentence for the clerk."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from models.computer.reasons import Reason, reason_of
from models.errors import Problem

_SQLITE = {
    sqlite3.SQLITE_FULL: Reason.FULL,
    sqlite3.SQLITE_IOERR: Reason.GONE,
    sqlite3.SQLITE_READONLY: Reason.PROTECTED,
    sqlite3.SQLITE_CANTOPEN: Reason.PROTECTED,
    sqlite3.SQLITE_BUSY: Reason.BUSY,
}
_SENTENCES = {
    Reason.FULL: ("空间不足", "请删除不用的文件腾出空间，或换一个位置。"),
    Reason.GONE: ("被拔出或读写出错", "请插好后再试一次；反复出错请换一个。"),
    Reason.PROTECTED: ("写保护或不允许写入", "请关掉写保护开关，或换一个位置。"),
    Reason.TOO_LARGE: ("的格式（FAT32）放不下这么大的文件", "请换一个U盘或位置。"),
    Reason.BAD_NAME: ("不接受这个文件名", "请换一个位置。"),
    Reason.BUSY: ("正被别的程序使用", "请关闭别的程序后再试一次。"),
    Reason.OTHER: ("出错，系统没有说明原因", "请再试一次，或换一个位置。"),
}


def explain(error: OSError | sqlite3.Error, *, place: str, outcome: str) -> Problem:
    """Return what happened to a place such as U盘, what became of the work, and what to do."""
    reason = reason_of(error) if isinstance(error, OSError) else _SQLITE.get(_code(error))
    happened, advice = _SENTENCES[reason or Reason.OTHER]
    return Problem(f"{place}{happened}，{outcome}", advice)


@contextmanager
def in_words(place: str, outcome: str) -> Iterator[None]:
    """Turn what a disk or SQLite reports about a place into one sentence."""
    try:
        yield
    except OSError as error:
        raise explain(error, place=place, outcome=outcome) from error
    except sqlite3.OperationalError as error:
        if _code(error) not in _SQLITE:
            raise  # a mistake of ours, such as a table that is not there
        raise explain(error, place=place, outcome=outcome) from error


def _code(error: sqlite3.Error) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
