"""Text files as they come from other programs."""

import codecs
from pathlib import Path

from models.errors import Problem

ENCODINGS = ("utf-8-sig", "gb18030")
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Ten times the longest summary; more would keep the checks busy for minutes.
LARGEST = 1_000_000


def read_text(path: Path) -> str:
    """Return the words of a text file, in UTF-8, UTF-16 or the encoding of Chinese Windows."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as failure:
        raise Problem(f"打不开“{path.name}”", "请核对文件名和路径。") from failure
    return decode(data, path.name)


def decode(data: bytes, name: str) -> str:
    """Return the words of such bytes, lines ended in one way; there must be some, and not too many."""
    if len(data) > LARGEST:
        raise Problem(f"“{name}”太大，不像一份总结", "请核对选的是不是要检查的文件。")
    text = _decoded(data, name)
    if not text.strip():
        raise Problem(f"“{name}”里没有文字", "请核对选的是不是要检查的文件。")
    return text


def _decoded(data: bytes, name: str) -> str:
    for encoding in ("utf-16",) if data.startswith(UTF_16) else ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise Problem(f"“{name}”不是文本文件", "请在 Word 或 WPS 里另存为 .txt 再检查。")
