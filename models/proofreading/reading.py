"""Text files as they come from other programs."""

from pathlib import Path

from models.errors import Problem

ENCODINGS = ("utf-8-sig", "gb18030")


def read_text(path: Path) -> str:
    """Return the words of a text file, in UTF-8 or in the encoding of Chinese Windows."""
    try:
        data = path.read_bytes()
    except OSError as failure:
        raise Problem(f"打不开“{path.name}”", "请核对文件名和路径。") from failure
    return decode(data, path.name)


def decode(data: bytes, name: str) -> str:
    """Return the words of such bytes, lines ended in one way."""
    for encoding in ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise Problem(f"“{name}”不是文本文件", "请在 Word 或 WPS 里另存为 .txt 再检查。")
