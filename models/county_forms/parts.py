"""The parts of an xlsx file: read without following anything that points out of it."""

import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

from typing_extensions import override

from models.errors import Problem
from models.sheets.container import broken

LARGEST_PART = 24 * 1024 * 1024
WORKBOOK = "xl/workbook.xml"

_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    ElementTree.ParseError,
    LookupError,
    ValueError,
    OSError,
    EOFError,
    NotImplementedError,
)
Element = ElementTree.Element


class Parts:
    """The parts of one workbook by name; use it as a context that turns damage into a Problem."""

    def __init__(self, data: bytes, file_name: str) -> None:
        self._file_name = file_name
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except _UNREADABLE as error:
            raise broken(Path(file_name), error) from error
        self._names = {one.replace("\\", "/").lower(): one for one in self._archive.namelist()}

    def has(self, part: str) -> bool:
        """Whether there is a part of that name."""
        return part.lower() in self._names

    def read(self, part: str) -> Element:
        """Return a part as an element without namespaces, or raise Problem."""
        try:
            info = self._archive.getinfo(self._names[part.lower()])
            if info.file_size > LARGEST_PART:
                raise self._too_large()
            data = self._archive.read(info)
            parser = ElementTree.XMLParser(target=_Builder())
            parser.feed(data)
            found = parser.close()
        except _UNREADABLE as error:
            raise broken(Path(self._file_name), error) from error
        assert isinstance(found, Element)
        return found

    def targets_of(self, part: str) -> Mapping[str, str]:
        """Return the parts that a part points at, by the id of the relation."""
        folder, name = posixpath.split(part)
        relations = f"{folder}/_rels/{name}.rels"
        if not self.has(relations):
            return {}
        found = {}
        for one in self.read(relations):
            if one.get("TargetMode") != "External":
                found[one.get("Id", "")] = resolved(folder, one.get("Target", ""))
        return found

    def _too_large(self) -> Problem:
        return Problem(
            f"“{self._file_name}”太大，不像一张空表",
            "多半是很多空行刷了格式，请在WPS或Excel里删去表格下面的空行，保存后再选。",
        )


def resolved(folder: str, target: str) -> str:
    """Return the part that a relation's target names, seen from a folder."""
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target))


class _Builder(ElementTree.TreeBuilder):
    """Builds elements by their local names, and refuses a document type with all it may bring."""

    @override
    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        # ElementTree spells a name as {namespace}local; strict and transitional files differ in it.
        local = {name.rpartition("}")[2]: value for name, value in attrs.items()}
        return super().start(tag.rpartition("}")[2], local)

    @override
    def end(self, tag: str, /) -> Element:
        return super().end(tag.rpartition("}")[2])

    def doctype(self, *_said: object) -> None:
        advice = "这样的文件可能是伪造的，请向发文件的人核实。"
        raise Problem("文件里带有不该有的外部引用，为安全起见没有打开", advice)
