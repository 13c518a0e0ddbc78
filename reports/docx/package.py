"""The file around the text: an empty document of ours, its properties, and its bytes."""

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC
from typing import Final
from xml.sax.saxutils import escape

import docx
from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from models import clock
from resources import path

# python-docx brings a template of its own, with Japanese fonts and 160 styles nobody here uses.
_PARTS: Final = (
    "[Content_Types].xml",
    "_rels/.rels",
    "word/document.xml",
    "word/_rels/document.xml.rels",
    "word/styles.xml",
    "word/settings.xml",
    "word/fontTable.xml",
)
_PROPERTIES_TYPE: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_PROPERTIES_RELATION: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
)
# Every custom property carries this identifier of the standard (ISO 29500-1, 22.3).
_FORMAT: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_ID: Final = 2


def empty_document() -> WordDocument:
    """Return a document without a word in it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for part in _PARTS:
            package.writestr(part, path(f"docx/{part}").read_bytes())
    file.seek(0)
    return docx.Document(file)


def describe(word: WordDocument, *, title: str, author: str) -> None:
    """Say in the file's properties what it is and whose, and nothing of this computer."""
    properties = word.core_properties
    properties.title = title
    properties.author = author
    properties.last_modified_by = author
    # python-docx writes the hour as it is and calls it UTC.
    properties.created = properties.modified = clock.now().astimezone(UTC)
    properties.revision = 1


def add_properties(word: WordDocument, values: Mapping[str, str]) -> None:
    """Add custom properties, which Word and WPS keep when the clerk saves the file again."""
    rows = "".join(
        f'<property fmtid="{_FORMAT}" pid="{number}" name="{_quoted(name)}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), start=_FIRST_ID)
    )
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
        ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f"{rows}</Properties>"
    )
    package = word.part.package
    part = Part(PackURI("/docProps/custom.xml"), _PROPERTIES_TYPE, xml.encode(), package)
    package.relate_to(part, _PROPERTIES_RELATION)


def file_of(word: WordDocument) -> bytes:
    """Return the whole file."""
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _quoted(name: str) -> str:
    return escape(name, {'"': "&quot;"})
