"""The parts of an xlsx file: some are written anew, every other one keeps its bytes."""

import posixpath
import re
import zipfile
from collections.abc import Mapping
from copy import copy
from io import BytesIO
from typing import Final

from lxml import etree

from models.county_forms.parts import resolved

WORKBOOK: Final = "xl/workbook.xml"
TYPES: Final = "[Content_Types].xml"
_PROLOG = re.compile(rb"^(?:\xef\xbb\xbf)?<\?xml[^>]*\?>\s*")
_NARROW = ("utf-8", "ascii", "us-ascii")


class Package:
    """An xlsx file being changed: what is not asked for stays as it is, byte for byte."""

    def __init__(self, data: bytes) -> None:
        self._archive = zipfile.ZipFile(BytesIO(data))
        self._entries = {
            one.filename.replace("\\", "/").lower(): one for one in self._archive.infolist()
        }
        self._trees: dict[str, etree._ElementTree] = {}
        self._changed: set[str] = set()
        self._removed: set[str] = set()

    def has(self, part: str) -> bool:
        """Whether there is a part of that name."""
        return part.lower() in self._entries and part.lower() not in self._removed

    def read(self, part: str) -> etree._Element:
        """Return the root of a part for reading only."""
        key = part.lower()
        if key not in self._trees:
            parser = etree.XMLParser(
                resolve_entities=False, no_network=True, huge_tree=True, strip_cdata=False
            )
            content = self._archive.read(self._entries[key])
            self._trees[key] = etree.parse(BytesIO(content), parser)
        return self._trees[key].getroot()

    def edit(self, part: str) -> etree._Element:
        """Return the root of a part that is going to be changed."""
        self._changed.add(part.lower())
        return self.read(part)

    def remove(self, part: str) -> None:
        """Leave a part out."""
        self._removed.add(part.lower())

    def targets_of(self, part: str) -> Mapping[str, tuple[str, str]]:
        """Return type and part of each relation of a part, by its id."""
        folder, name = posixpath.split(part)
        relations = f"{folder}/_rels/{name}.rels"
        if not self.has(relations):
            return {}
        return {
            one.get("Id", ""): (
                one.get("Type", "").rpartition("/")[2],
                resolved(folder, one.get("Target", "")),
            )
            for one in self.read(relations)
            if isinstance(one.tag, str) and one.get("TargetMode") != "External"
        }

    def packed(self) -> bytes:
        """Return the file with its changed parts, all entries in their old order."""
        file = BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as out:
            out.comment = self._archive.comment
            for key, entry in self._entries.items():
                if key in self._removed:
                    continue
                content = self._archive.read(entry)
                if key in self._changed:
                    content = self._written(key, content)
                out.writestr(_like(entry), content)
        return file.getvalue()

    def _written(self, key: str, before: bytes) -> bytes:
        tree = self._trees[key]
        encoding = tree.docinfo.encoding or "UTF-8"
        prolog = _PROLOG.match(before)
        if encoding.lower() in _NARROW:
            content = etree.tostring(tree, encoding="UTF-8", xml_declaration=False)
            return (prolog[0] if prolog else b"") + bytes(content)
        return bytes(
            etree.tostring(
                tree, encoding=encoding, xml_declaration=True, standalone=tree.docinfo.standalone
            )
        )


def _like(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """Return the head of an entry for writing: name, date, method and attributes as they were."""
    head = copy(entry)
    head.extra = b""
    is_known = entry.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    head.compress_type = entry.compress_type if is_known else zipfile.ZIP_DEFLATED
    return head
