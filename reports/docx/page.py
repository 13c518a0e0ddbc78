"""The section of the editable file: A4, the standard's margins and grid, page numbers."""

from typing import Literal

from docx.document import Document as WordDocument
from docx.enum.section import WD_HEADER_FOOTER
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Twips

from reports.docx import measures, styles
from reports.docx.measures import CELL, twips
from reports.docx.runs import paragraph
from reports.docx.styles import Align

# The number's line begins 7 mm below the type area (7.5), that is 269 mm down the page.
_TO_FOOTER = measures.PAGE_HEIGHT - twips(37 + 225 + 7) - styles.PAGE_NUMBER.line


def set_page(word: WordDocument, number: Literal["outer", "centre"]) -> None:
    """Give a document its page, its grid and its page numbers."""
    section = word.sections[0]
    section.page_width, section.page_height = (
        Twips(measures.PAGE_WIDTH),
        Twips(measures.PAGE_HEIGHT),
    )
    section.top_margin, section.bottom_margin = Twips(measures.TOP), Twips(measures.BOTTOM)
    section.left_margin, section.right_margin = Twips(measures.LEFT), Twips(measures.RIGHT)
    section.gutter = Twips(0)
    section.header_distance, section.footer_distance = Twips(measures.TOP // 2), Twips(_TO_FOOTER)
    grid = OxmlElement("w:docGrid")
    grid.set(qn("w:type"), "linesAndChars")
    grid.set(qn("w:linePitch"), str(measures.LINE))
    grid.set(qn("w:charSpace"), str(measures.CHAR_SPACE))
    word.element.body.sectPr.append(grid)
    if number == "centre":
        _add_footer(word, WD_HEADER_FOOTER.PRIMARY, "center")
        return
    word.settings.odd_and_even_pages_header_footer = True
    _add_footer(word, WD_HEADER_FOOTER.PRIMARY, "right")
    _add_footer(word, WD_HEADER_FOOTER.EVEN_PAGE, "left")


def _add_footer(word: WordDocument, pages: WD_HEADER_FOOTER, align: Align) -> None:
    """Add a footer of ours: python-docx begins one from a file that the packaged program lacks."""
    place = PackURI(f"/word/footer_{align}.xml")
    xml = f"<w:ftr {nsdecls('w')}>{_number(align)}</w:ftr>"
    part = Part(place, CONTENT_TYPE.WML_FOOTER, xml.encode(), word.part.package)
    relation = word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTER)
    word.element.body.sectPr.add_footerReference(pages, relation)


def _number(align: Align) -> str:
    """Return — 1 — as a paragraph, one character away from the outer edge."""
    indent = "" if align == "center" else f'<w:ind w:{align}Chars="100" w:{align}="{CELL}"/>'
    # WPS shows the field only when its three marks stand in runs of their own.
    runs = "".join(
        _run(inner)
        for inner in (
            '<w:t xml:space="preserve">— </w:t>',
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            '<w:t xml:space="preserve"> —</w:t>',
        )
    )
    layout = f'<w:snapToGrid w:val="0"/>{indent}<w:jc w:val="{align}"/>'
    return paragraph(styles.PAGE_NUMBER, runs, layout=layout)


def _run(inner: str) -> str:
    style = styles.PAGE_NUMBER
    size = f'<w:sz w:val="{style.half_points}"/><w:szCs w:val="{style.half_points}"/>'
    return f"<w:r><w:rPr>{styles.fonts(style.font)}{size}</w:rPr>{inner}</w:r>"
