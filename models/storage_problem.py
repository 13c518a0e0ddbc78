"""What a failing disk or file means, in the clerk's words."""

import sqlite3

from models.errors import Problem

SENTENCES = {
    sqlite3.SQLITE_FULL: ("磁盘空间不足，没有保存", "请删除一些不用的文件后再保存。"),
    sqlite3.SQLITE_READONLY: (
        "台账文件是只读的，没有保存",
        "请检查文件属性，或把文件复制到本机再打开。",
    ),
    sqlite3.SQLITE_IOERR: ("读写磁盘出错，没有保存", "请检查硬盘或U盘是否松动，然后重新打开台账。"),
    sqlite3.SQLITE_BUSY: ("台账正被别的程序占用，没有保存", "请关闭占用它的程序，再保存一次。"),
    sqlite3.SQLITE_LOCKED: ("台账正被别的程序占用，没有保存", "请关闭占用它的程序，再保存一次。"),
    sqlite3.SQLITE_CORRUPT: ("台账文件已损坏，没有保存", "请关闭程序，从最近的备份恢复。"),
    sqlite3.SQLITE_NOTADB: ("这个文件不是台账文件", "请选择正确的文件，或从备份恢复。"),
    sqlite3.SQLITE_CANTOPEN: ("打不开台账文件", "请检查文件是否还在原处、U盘是否已拔出。"),
}


def problem_from(error: sqlite3.Error) -> Problem | None:
    """Return the clerk's sentence for an error of the environment, None when it is our bug."""
    code = getattr(error, "sqlite_errorcode", None)
    if code == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return Problem(
            "没有保存：所选的对应记录已经不在台账里", "它可能刚被删除，请重新选择，或先撤销删除。"
        )
    sentence = SENTENCES.get(code & 0xFF) if code is not None else None
    return Problem(*sentence) if sentence else None
