"""Certificates of honour."""

from reports.blocks import Document
from reports.pdf.paper import Paper


def draw_certificates(document: Document, paper: Paper) -> None:
    """Draw one certificate a page."""
