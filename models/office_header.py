"""The first bytes of the office file, read before SQLite is given a handle."""

import stat
import struct
from dataclasses import dataclass
from pathlib import Path

from models.computer.reasons import reason_of
from models.errors import Problem

# "GHAT": what tells our file from every other SQLite file.
APPLICATION_ID = 0x47484154
HEADER_SIZE = 100
# What SQLite may leave beside a file, and would mix into another one of the same name.
JOURNALS = ("-journal", "-wal", "-shm")

MAGIC = b"SQLite format 3\x00"
_ROLLBACK_JOURNAL = b"\x01\x01"


class Foreign(Problem):
    """The chosen file was never an office file."""


class Damaged(Problem):
    """A file of ours whose bytes are not what SQLite or we wrote; the message says how."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the first hundred bytes of an office file tell."""

    size: int
    change_counter: int
    schema_version: int


def read_header(path: Path) -> Header:
    """Return the header of an office file, or raise Foreign or Damaged."""
    size = _regular_size(path)
    head = _first_bytes(path)
    if not head.startswith(MAGIC) or len(head) < HEADER_SIZE:
        raise Foreign(_what_it_seems(path, head), "请选择本软件建立的台账文件（.db）。")
    if _number(head, 68) != APPLICATION_ID:
        message = f"“{path.name}”是别的软件的数据库，不是本软件的台账文件"
        raise Foreign(message, "请选择本软件建立的台账文件（.db）。")
    if head[18:20] != _ROLLBACK_JOURNAL:
        message = f"“{path.name}”被别的软件改成了另一种保存方式，不能安全打开"
        raise Problem(message, "请把它留作备查，用最近的备份恢复。")
    _check_length(path, head, size)
    return Header(size, _number(head, 24), _number(head, 60))


def has_hot_journal(path: Path) -> bool:
    """Whether the last program that wrote this file did not end properly."""
    try:
        return beside(path, "-journal").stat().st_size > 0
    except FileNotFoundError:
        return False


def beside(path: Path, suffix: str) -> Path:
    """Return the companion of a file whose name has something more at its end."""
    return path.with_name(path.name + suffix)


def _regular_size(path: Path) -> int:
    try:
        status = path.lstat()
    except FileNotFoundError:
        raise Problem(f"找不到文件“{path}”", "请检查它是否被移走或改名。") from None
    except OSError as error:
        raise _unreadable(path, error) from error
    if stat.S_ISDIR(status.st_mode):
        raise Foreign(f"“{path.name}”是一个文件夹", "请选择里面的台账文件（.db）。")
    if not stat.S_ISREG(status.st_mode):
        raise Foreign(f"“{path.name}”不是普通文件", "请选择台账文件本身，不要选链接。")
    if status.st_size == 0:
        message = f"“{path.name}”是空文件（0 字节），里面没有台账"
        raise Foreign(message, "请选择别的文件，或从备份恢复。")
    return status.st_size


def _first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(HEADER_SIZE)
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> Problem:
    return Problem(
        f"不能读取文件“{path.name}”（{reason_of(error).value}）", "请检查文件权限，或换一个文件。"
    )


def _check_length(path: Path, head: bytes, size: int) -> None:
    page_size = int.from_bytes(head[16:18], "big")
    page_size = 65536 if page_size == 1 else page_size
    pages = _number(head, 28)
    if page_size < 512 or page_size & (page_size - 1):
        raise Damaged("文件头已损坏")
    # While a journal waits to be rolled back, the length may be that of the unfinished change.
    if not has_hot_journal(path) and size != page_size * pages:
        raise Damaged(f"文件应有 {page_size * pages} 字节，实有 {size} 字节")


def _what_it_seems(path: Path, head: bytes) -> str:
    seems = "不是本软件的台账文件"
    if head.startswith(b"PK\x03\x04"):
        is_backup = path.suffix.lower() == ".ghbak"
        seems = "是备份文件，要用“从备份恢复”打开" if is_backup else "像是压缩包或 Excel/Word 文件"
    elif head.startswith(b"\xd0\xcf\x11\xe0"):
        seems = "像是旧版 Excel/Word 文件，不是台账文件"
    elif head.startswith(b"%PDF"):
        seems = "是 PDF 文件，不是台账文件"
    return f"“{path.name}”{seems}"


def _number(head: bytes, offset: int) -> int:
    return int(struct.unpack_from(">I", head, offset)[0])
