"""What a finished .docx file says, read without the library that wrote it."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part_of(file: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return etree.fromstring(package.read(name))


def names_of(file: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return package.namelist()


def paragraphs_of(file: bytes) -> list[etree._Element]:
    """The paragraphs of the body that are not in a table."""
    return part_of(file, "word/document.xml").findall(f"{W}body/{W}p")


def text_of(element: etree._Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{W}t"))


def style_of(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val")


def bookmarks_of(file: bytes) -> Iterator[tuple[str, str, str]]:
    """Each bookmark's number, name and text, in the order of the document."""
    for start in part_of(file, "word/document.xml").iter(f"{W}bookmarkStart"):
        (run,) = (one for one in (start.getnext(),) if one.tag == f"{W}r")
        end = run.getnext()
        assert end.tag == f"{W}bookmarkEnd"
        assert end.get(f"{W}id") == start.get(f"{W}id")
        yield start.get(f"{W}id"), start.get(f"{W}name"), text_of(run)
