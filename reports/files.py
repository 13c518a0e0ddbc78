"""Writing what was made to the place that the clerk chose: whole or not at all."""

import os
from pathlib import Path

from models.computer import disk
from models.computer.reasons import Reason, reason_of
from models.errors import Problem


def write_whole(path: Path, content: bytes) -> Path:
    """Write a file beside its place and move it there; the old one stays until it is done."""
    draft = path.with_name(f".union-desk-{os.getpid()}.part")
    disk.remove_quietly(draft)
    try:
        disk.create_file(draft, iter((content,)))
        disk.replace(draft, path)
        disk.sync_folder(path.parent)
    except OSError as error:
        raise _problem(error, path) from error
    finally:
        disk.remove_quietly(draft)
    return path


def _problem(error: OSError, path: Path) -> Problem:
    reason = reason_of(error)
    if isinstance(error, IsADirectoryError):
        return Problem(f"“{path.name}”是一个文件夹，没有保存", "请换一个文件名。")
    if reason is Reason.BAD_NAME:
        return Problem(f"“{path.name}”没有保存：{reason.value}", "请换一个短一些的文件名。")
    if reason is Reason.GONE:
        return Problem(f"文件夹“{path.parent}”不存在或已拔出，没有保存", "请选择另一个文件夹。")
    if reason is Reason.PROTECTED:
        return Problem(
            f"“{path.name}”不能写入，可能正在别的程序中打开",
            "请关闭打开它的程序，或换一个位置、换一个文件名保存。",
        )
    return Problem(f"“{path.name}”没有保存：{reason.value}", "请换一个位置再试。")
