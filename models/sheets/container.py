"""What kind of file somebody chose, told by its content, and whether it may be opened at all."""

import zipfile
from enum import Enum
from pathlib import Path

from models.errors import Problem

LARGEST_FILE = 200 * 1024 * 1024
LARGEST_CONTENT = 1024 * 1024 * 1024
HIGHEST_RATIO = 400
SAVE_AS_XLSX = "请用WPS或Excel打开它，另存为“Excel工作簿（.xlsx）”后再导入。"

_ZIP = b"PK\x03\x04"
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_FOREIGN = {b"%PDF": "PDF文件", b"\x89PNG": "图片", b"\xff\xd8\xff": "图片", b"Rar!": "压缩包"}
_OLE_STREAMS = {"WordDocument": "Word文档", "PowerPoint Document": "演示文稿"}
_ZIP_MEMBERS = {"word/document.xml": "Word文档", "ppt/presentation.xml": "演示文稿"}


class Format(Enum):
    """The kinds of files that hold lists."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    WEB = "html"
    TEXT = "csv"


def recognise(path: Path) -> Format:
    """Return the format of a file that may safely be read, or raise Problem."""
    _refuse_what_is_no_file(path)
    try:
        with path.open("rb") as file:
            head = file.read(4096)
    except PermissionError as error:
        advice = "请先在WPS或Excel里关闭它，再重新导入。"
        raise Problem(f"打不开“{path.name}”，它可能正被别的程序占用", advice) from error
    if head.startswith(_ZIP):
        return _inside_zip(path)
    if head.startswith(_OLE):
        return _inside_ole(path)
    for mark, what in _FOREIGN.items():
        if head.startswith(mark):
            raise Problem(f"“{path.name}”是{what}，不是表格", "请选择Excel、WPS表格或csv文件。")
    return Format.WEB if _looks_like_a_web_page(head) else Format.TEXT


def broken(path: Path, cause: BaseException | None = None) -> Problem:
    """Return the problem of a workbook that cannot be read to its end."""
    found = Problem(
        f"“{path.name}”不完整或已经损坏，读不出来", f"请重新拷贝一次；还不行，{SAVE_AS_XLSX}"
    )
    found.__cause__ = cause
    return found


def locked(path: Path) -> Problem:
    """Return the problem of a workbook that asks for a password."""
    advice = "请用WPS或Excel打开，在“文件—加密”里取消打开密码，保存后再导入。"
    return Problem(f"“{path.name}”设置了打开密码", advice)


def _refuse_what_is_no_file(path: Path) -> None:
    if path.name.startswith("~$"):
        advice = f"请关闭WPS后选择真正的文件“{path.name[2:]}”。"
        raise Problem(f"“{path.name}”是WPS打开表格时留下的临时文件", advice)
    if path.is_dir():
        raise Problem(f"“{path.name}”是文件夹，不是表格", "请选择里面的Excel文件。")
    if not path.is_file():
        raise Problem(f"找不到文件“{path.name}”", "请看看它是否已被移走，或者U盘是否已拔出。")
    size = path.stat().st_size
    if size == 0:
        raise Problem(
            f"“{path.name}”是空文件（0字节）", "可能是拷贝时出了错，请从原处重新拷贝一次。"
        )
    if size > LARGEST_FILE:
        raise Problem(f"“{path.name}”太大，超过200MB", "请删去图片和用不到的工作表后再导入。")


def _inside_zip(path: Path) -> Format:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise broken(path, error) from error
    _refuse_bombs(path, members)
    if any(one.flag_bits & 1 for one in members):
        raise locked(path)
    names = {one.filename.replace("\\", "/") for one in members}
    for member, what in _ZIP_MEMBERS.items():
        if member in names:
            raise Problem(f"“{path.name}”是{what}，不是表格", "请选择Excel、WPS表格或csv文件。")
    if names & {"xl/workbook.xml", "xl/workbook.bin"}:
        return Format.XLSX
    if "content.xml" in names:
        return Format.ODS
    raise Problem(
        f"“{path.name}”里没有工作表", f"如果是压缩包，请先解压；如果是表格，{SAVE_AS_XLSX}"
    )


def _refuse_bombs(path: Path, members: list[zipfile.ZipInfo]) -> None:
    content = sum(one.file_size for one in members)
    packed = sum(one.compress_size for one in members) or 1
    if content > LARGEST_CONTENT or (content > LARGEST_FILE and content / packed > HIGHEST_RATIO):
        advice = "请把要导入的行复制到一个新的工作簿里再导入。"
        raise Problem(f"“{path.name}”展开后太大，为安全起见没有打开", advice)


def _inside_ole(path: Path) -> Format:
    content = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise locked(path)
    if "Workbook".encode("utf-16-le") in content or "Book".encode("utf-16-le") in content:
        return Format.XLS
    for stream, what in _OLE_STREAMS.items():
        if stream.encode("utf-16-le") in content:
            raise Problem(f"“{path.name}”是{what}，不是表格", "请选择Excel、WPS表格或csv文件。")
    raise broken(path)


def _looks_like_a_web_page(head: bytes) -> bool:
    start = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return start.startswith((b"<html", b"<!doctype html", b"<table", b"<meta", b"<style")) or (
        start.startswith(b"<?xml") and b"<html" in start
    )
