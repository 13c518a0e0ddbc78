"""Documents become PDF files here."""

from dataclasses import dataclass

from reports.blocks import Document
from reports.pdf.figure_box import FigureBox
from reports.pdf.official import draw_official
from reports.pdf.paper import A4, Paper


@dataclass(frozen=True)
class Rendered:
    """A finished PDF, how many pages it has and where its figures stand."""

    pdf: bytes
    pages: int
    boxes: tuple[FigureBox, ...] = ()


def render(document: Document) -> Rendered:
    """Return a document as a PDF file; refuse it when a character has no font."""
    paper = Paper(A4, title=document.name, author=document.author)
    boxes = draw_official(document, paper)
    return Rendered(paper.finish(), paper.pages, tuple(boxes))
