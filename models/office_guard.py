"""What must hold before anybody touches an office file: a safe place, and nobody else there."""

from pathlib import Path

from models.computer.drives import is_network, is_removable
from models.computer.lock import FileLock, Holder, LockHeld, lock_file
from models.computer.places import sync_folder_name
from models.computer.reasons import reason_of
from models.errors import Problem
from models.office_header import beside

_COPY_ADVICE = "请把它复制到本机（例如 文档/工会案头）再打开。"


def refuse_place(path: Path) -> None:
    """Refuse a file on another computer or on a drive that can be pulled out."""
    if is_network(path):
        raise Problem(f"“{path.name}”在网络盘上，直接使用会丢失数据", _COPY_ADVICE)
    if is_removable(path):
        message = f"“{path.name}”在U盘或移动硬盘上，中途拔出会丢失数据"
        raise Problem(message, _COPY_ADVICE)


def place_notices(path: Path) -> tuple[str, ...]:
    """Return a warning when a cloud service copies the file's folder about."""
    service = sync_folder_name(path)
    if service is None:
        return ()
    return (f"文件放在“{service}”的同步文件夹里，同步时可能出错；建议移到本机的 文档/工会案头。",)


def take_lock(path: Path) -> FileLock:
    """Become the only one who has this office file open, or say who has it."""
    try:
        return lock_file(beside(path, ".lock"))
    except LockHeld as held:
        raise Problem(_held_message(path, held.holder), "请先在那里关闭它，再打开。") from None
    except OSError as error:
        raise write_problem(path, error) from error


def take_lock_for_reading(path: Path) -> FileLock | None:
    """Take the lock, except where nobody can: on a write-protected disk nobody writes anyway."""
    try:
        return lock_file(beside(path, ".lock"))
    except LockHeld as held:
        raise Problem(_held_message(path, held.holder), "请先在那里关闭它，再打开。") from None
    except OSError:
        return None


def write_problem(path: Path, error: OSError) -> Problem:
    """Return what the clerk is told when a folder takes no files."""
    return Problem(
        f"不能在文件夹“{path.parent}”里写入（{reason_of(error).value}）",
        "请换一个可以写入的文件夹，例如 文档/工会案头。",
    )


def _held_message(path: Path, holder: Holder) -> str:
    who = f"用户 {holder.user} " if holder.user else "另一个窗口"
    where = f"在电脑 {holder.host} 上" if holder.host else ""
    since = f"（{holder.since[:16].replace('T', ' ')} 起）" if holder.since else ""
    return f"“{path.name}”正由{who}{where}打开着{since}"
