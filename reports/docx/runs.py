"""Paragraphs and runs as Word's XML."""

import re
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from reports.docx.styles import TextStyle, fonts

# What XML 1.0 cannot hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
KEEP_NEXT = "<w:keepNext/>"
PAGE_BREAK = "<w:pageBreakBefore/>"
TAB = "<w:tab/>"


def run(text: str, font: str, colour: str = "") -> str:
    """Return a run; a line feed in its text breaks the line."""
    painted = f'<w:color w:val="{colour}"/>' if colour else ""
    lines = escape(_UNWRITABLE.sub("", text)).split("\n")
    shown = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
    return f"<w:r><w:rPr>{fonts(font)}{painted}</w:rPr>{shown}</w:r>"


def tab(font: str) -> str:
    """Return a run that jumps to the next stop."""
    return f"<w:r><w:rPr>{fonts(font)}</w:rPr>{TAB}</w:r>"


def bookmarked(inner: str, number: int, name: str) -> str:
    """Return runs inside a bookmark."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'
    )


def paragraph(style: TextStyle, runs: str = "", *, flow: str = "", layout: str = "") -> str:
    """Return a paragraph: `flow` is how it keeps with others, `layout` how it is set.

    Both are elements of its properties in the order of the schema: what keeps paragraphs together
    comes before borders, tabs, spacing, indents and alignment.
    """
    return f'<w:p><w:pPr><w:pStyle w:val="{style.id}"/>{flow}{layout}</w:pPr>{runs}</w:p>'


def element(xml: str) -> BaseOxmlElement:
    """Return XML of ours as an element, with the namespace of its prefix."""
    name_end = re.search(r"[\s/>]", xml)
    place = name_end.start() if name_end else len(xml)
    return parse_xml(f"{xml[:place]} {nsdecls('w')}{xml[place:]}")
