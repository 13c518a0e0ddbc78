"""Documents become PDF files here."""

from dataclasses import dataclass

from reports.blocks import Document
from reports.pdf.certificate import draw_certificates
from reports.pdf.figure_box import FigureBox
from reports.pdf.list_page import Told, draw_list
from reports.pdf.official import draw_official
from reports.pdf.paper import A4, A4_LANDSCAPE, Paper


@dataclass(frozen=True)
class Rendered:
    """A finished PDF, how many pages it has and where its figures stand."""

    pdf: bytes
    pages: int
    boxes: tuple[FigureBox, ...] = ()


def render(document: Document, told: Told | None = None) -> Rendered:
    """Return a document as a PDF file; refuse it when a character has no font.

    `told` hears of a list's pages how many are done and how many there are.
    """
    is_upright = document.kind == "official" or document.is_upright
    size = A4 if is_upright else A4_LANDSCAPE
    paper = Paper(size, title=document.name, author=document.author)
    boxes: list[FigureBox] = []
    match document.kind:
        case "official":
            boxes = draw_official(document, paper)
        case "list":
            draw_list(document, paper, told)
        case "certificate":
            draw_certificates(document, paper)
    return Rendered(paper.finish(), paper.pages, tuple(boxes))


def is_accelerated() -> bool:
    """Whether reportlab found its compiled helpers, which halve the time of drawing."""
    from reportlab.lib import rl_accel

    return bool(rl_accel.escapePDF.__module__ == "_rl_accel")
