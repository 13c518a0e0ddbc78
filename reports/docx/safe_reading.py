"""The parts of a .docx file that comes from anywhere: read within limits, or refused in a sentence."""

import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn

from lxml import etree

from models.computer.reasons import reason_of
from models.errors import Problem

_LARGEST_FILE: Final = 50_000_000
_LARGEST_PART: Final = 40_000_000
_OLD_OR_LOCKED: Final = b"\xd0\xcf\x11\xe0"
_RELATIONS: Final = "_rels/.rels"
_KINDS: Final = {"officeDocument": "word/document.xml", "custom-properties": "docProps/custom.xml"}


@dataclass(frozen=True, slots=True)
class WordParts:
    """The text of a file, and its custom properties by name."""

    document: etree._Element
    properties: dict[str, str]


def open_word(path: Path) -> WordParts:
    """Return what a file says; a damaged, locked, enormous or foreign one is a Problem."""
    _check_file(path)
    try:
        with zipfile.ZipFile(path) as package:
            names = _places(package)
            document = _parsed(package, names["officeDocument"], path)
            properties = _properties(package, names["custom-properties"], path)
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, etree.XMLSyntaxError):
        _refuse(path)
    except (RuntimeError, NotImplementedError):
        raise Problem(f"“{path.name}”加了密码，不能读回", "请先去掉密码再读回。") from None
    except OSError as error:
        raise Problem(f"“{path.name}”没有读出：{reason_of(error).value}") from error
    return WordParts(document, properties)


def _check_file(path: Path) -> None:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(4)
    except OSError as error:
        raise Problem(f"“{path.name}”打不开：{reason_of(error).value}") from error
    if size > _LARGEST_FILE:
        raise Problem(f"“{path.name}”太大，不像一份总结", "请核对选的是不是导出的总结。")
    if start == _OLD_OR_LOCKED:
        raise Problem(
            f"“{path.name}”是旧的 .doc 格式，或者加了密码",
            "请在 Word 或 WPS 里去掉密码，另存为 .docx 再读回。",
        )


def _places(package: zipfile.ZipFile) -> dict[str, str]:
    """Return where the parts lie: programs may call them otherwise than we did."""
    found = dict(_KINDS)
    if _RELATIONS not in package.namelist():
        return found
    for relation in _root(_content(package, _RELATIONS)):
        kind = relation.get("Type", "").rpartition("/")[2]
        if kind in found:
            found[kind] = relation.get("Target", "").removeprefix("/")
    return found


def _parsed(package: zipfile.ZipFile, name: str, path: Path) -> etree._Element:
    if name not in package.namelist():
        _refuse(path)
    return _root(_content(package, name))


def _properties(package: zipfile.ZipFile, name: str, path: Path) -> dict[str, str]:
    if name not in package.namelist():
        return {}
    return {one.get("name", ""): "".join(one.itertext()) for one in _parsed(package, name, path)}


def _content(package: zipfile.ZipFile, name: str) -> bytes:
    """Return a part, which may unpack to no more than any summary needs."""
    with package.open(name) as part:
        content = part.read(_LARGEST_PART + 1)
    if len(content) > _LARGEST_PART:
        raise Problem("文件展开后大得不合常理，没有读取", "请核对这个文件是从哪里来的。")
    return content


def _root(content: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    root = etree.fromstring(content, parser)
    if root.getroottree().docinfo.doctype:
        raise zipfile.BadZipFile("no program writes a document type into these parts")
    return root


def _refuse(path: Path) -> NoReturn:
    raise Problem(
        f"“{path.name}”不是完好的 Word 文件（.docx），没有读出",
        "请在 Word 或 WPS 里打开看看，另存一份再读回。",
    )
